"""The bar over a list: search line, conditions as chips, "+ 조건", "보기로 저장". It holds one Filter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.models.filters import Filter
from desktop.ui.deadlines.words import filter_words
from desktop.ui.lists.facts import Facts
from desktop.ui.lists.filters import conditions, periods, statuses
from desktop.ui.lists.rows import TRACKS, track_words
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip, Flow
from desktop.ui.widgets.editors import SearchLine

translate = QCoreApplication.translate

FEWEST_LETTERS = 1


class FilterBar(QWidget):
    """``changed`` brings the whole new filter; ``save_wanted`` the filter to keep as a view."""

    changed = Signal(object)
    save_wanted = Signal(object)
    left_down = Signal()  # Down or Esc in the search line: the hand wants the list

    def __init__(
        self, facts: Facts, *, tracks: bool, views_of: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._tracks = tracks
        self._views_of = views_of  # the screen whose saved views the bar offers; "" for none
        self._wanted = Filter()
        self._chips: list[Chip] = []
        self._menu: QMenu | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.line = SearchLine(translate("Filter", "글 찾기 (Ctrl+F)"), self)
        self.line.setObjectName("search-here")
        self.line.setClearButtonEnabled(True)
        self.line.searched.connect(self._searched)
        self.line.installEventFilter(self)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        middle = QWidget(self)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = Flow(middle, 6)
        self.add = Button(translate("Filter", "조건"), middle, kind="chip", icon="plus")
        self.add.clicked.connect(self.open_menu)
        self.save = Button(translate("Filter", "보기로 저장"), middle, kind="chip", icon="save")
        self.save.clicked.connect(lambda: self.save_wanted.emit(self._wanted))
        self.views = Button(translate("Filter", "보기"), middle, kind="chip", icon="bookmark")
        self.views.clicked.connect(self.open_views)
        self._middle = middle
        row.addWidget(middle, 1, Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._size)
        facts.changed.connect(self._renew_chips)
        self._size()
        self._renew_chips()

    # --- the filter ----------------------------------------------------------------------------------------

    def wanted(self) -> Filter:
        return self._wanted

    def set_wanted(self, wanted: Filter, *, tell: bool = True) -> None:
        """Show another filter; with ``tell`` the list follows."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self.line.text_now().strip() != wanted.text and not self.line.hasFocus():
            self.line.setText(wanted.text)
        self._renew_chips()
        if tell:
            self.changed.emit(wanted)

    def remove_last(self) -> bool:
        """Backspace: take the last condition away. False where there is none."""
        found = conditions(self._wanted, self._facts, {})
        if not found:
            return False
        self.set_wanted(found[-1].without)
        return True

    def _searched(self, text: str) -> None:
        text = " ".join(text.split())
        if text and len(text) < FEWEST_LETTERS:
            return
        if text != self._wanted.text:
            self.set_wanted(replace(self._wanted, text=text))

    # --- what it looks like --------------------------------------------------------------------------------

    def _size(self) -> None:
        self.line.setFixedWidth(theme().px(220))

    def _renew_chips(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for condition in conditions(self._wanted, self._facts, _networks() if self._wanted.networks else {}):
            chip = Chip(condition.text, self._middle, icon=condition.icon, removable=True)
            chip.setToolTip(translate("Filter", "누르면 이 조건을 뺍니다"))
            chip.removed.connect(lambda without=condition.without: self._without(without))
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.save)
        self._flow.addWidget(self.views)
        self.views.setVisible(bool(self._own_views()))
        self.save.setVisible(bool(self._chips))
        self._flow.invalidate()
        self._middle.updateGeometry()

    def _without(self, wanted: Filter) -> None:
        if not wanted.text and self._wanted.text:
            self.line.clear()
        self.set_wanted(wanted)
        self.add.setFocus()

    # --- the menu -------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        self._menu = self.menu()
        self._menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def menu(self) -> QMenu:
        """All conditions that can be added; those in force are ticked, and the same click takes them away."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._menu_gone)
        w = self._wanted
        self._flag(
            menu,
            translate("Filter", "안 읽음"),
            w.unread is True,
            lambda: replace(w, unread=None if w.unread else True),
        )
        self._flag(
            menu,
            translate("Filter", "별표"),
            w.starred is True,
            lambda: replace(w, starred=None if w.starred else True),
        )
        self._flag(
            menu,
            translate("Filter", "삭제된 글"),
            w.deleted is True,
            lambda: replace(w, deleted=None if w.deleted else True),
        )
        if self._tracks:
            self._flag(menu, translate("Filter", "우리 글도"), w.own, lambda: replace(w, own=not w.own))
        menu.addSeparator()
        part = menu.addMenu(translate("Filter", "기간"))
        for text, change in periods():
            self._flag(part, text, False, lambda change=change: change(w))
        if self._tracks:
            part = menu.addMenu(translate("Filter", "분류"))
            words = track_words()
            for track in TRACKS:
                self._flag(
                    part,
                    words[track],
                    track in w.tracks,
                    lambda track=track: replace(w, tracks=w.tracks ^ {track}),
                )
        part = menu.addMenu(translate("Filter", "상태"))
        for status, text in statuses().items():
            self._flag(part, text, status in w.status, lambda s=status: replace(w, status=w.status ^ {s}))
        part = menu.addMenu(translate("Filter", "기한"))
        for due, text in filter_words().items():
            self._flag(part, text, due == w.due, lambda d=due: replace(w, due="" if w.due == d else d))
        part = menu.addMenu(translate("Filter", "매체"))
        for network, text in _networks().items():
            self._flag(
                part, text, network in w.networks, lambda n=network: replace(w, networks=w.networks ^ {n})
            )
        part = menu.addMenu(translate("Filter", "채널"))
        for channel in self._facts.channels:
            icon = icons.network_icon(channel.network)
            self._flag(
                part,
                channel.name,
                channel.id in w.channels,
                lambda c=channel.id: replace(w, channels=w.channels ^ {c}),
                icon,
            )
        part.setEnabled(bool(self._facts.channels))
        part = menu.addMenu(translate("Filter", "부서"))
        self._flag(
            part,
            translate("Lists", "부서 미정"),
            "" in w.departments,
            lambda: replace(w, departments=w.departments ^ {""}, tracks=frozenset({"forward"})),
        )
        known = self._facts.departments
        for department in known.rows if known is not None else ():
            self._flag(
                part,
                department.name,
                department.code in w.departments,
                lambda d=department.code: replace(w, departments=w.departments ^ {d}),
            )
        return menu

    def _own_views(self) -> list[Any]:
        return [view for view in self._facts.views if self._views_of and view.screen == self._views_of]

    def open_views(self) -> None:
        """The saved views of this screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._flag(menu, translate("Filter", "모든 글"), self._wanted == Filter(), Filter)
        menu.addSeparator()
        for view in self._own_views():
            self._flag(menu, view.name, view.filter == self._wanted, lambda view=view: view.filter)
        menu.popup(self.views.mapToGlobal(QPoint(0, self.views.height() + 2)))

    def _flag(self, menu: QMenu, text: str, on: bool, change: Callable[[], Filter], icon: str = "") -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        if icon and not on:
            action.setIcon(icons.icon(icon, theme().tokens.subtle, theme().px(16)))
        action.triggered.connect(lambda _=False: self.set_wanted(change()))

    def _menu_gone(self) -> None:
        self._menu = None

    # --- keys ----------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line or not isinstance(event, QKeyEvent) or self.line.preedit:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Backspace and not self.line.text():
            return self.remove_last()
        if event.key() == Qt.Key.Key_Escape:
            if self.line.text():
                self.line.clear()
            else:
                self.left_down.emit()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._searched(self.line.text_now())
            self.left_down.emit()
            return True
        return False


def _networks() -> dict[str, str]:
    """Network name → its name on screen, in the language of the window."""
    from connectors import registry
    from desktop.ui import i18n

    korean = i18n.language() == "ko"
    return {n.name: n.label_ko if korean else n.label_en for n in registry.networks()}
