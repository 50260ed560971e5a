"""모아보기: every post of every channel as it arrives, newest first, with views, filter and search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models import views
from desktop.models.filters import Filter
from desktop.ui import fmt
from desktop.ui.commands import Command
from desktop.ui.lists.actions import ListActions
from desktop.ui.lists.emptiness import Emptiness, Words
from desktop.ui.lists.facts import Facts
from desktop.ui.lists.feed import Feed
from desktop.ui.lists.filter_bar import FilterBar
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.sources import TimelineSource, posts_by_id
from desktop.ui.lists.view import CardView
from desktop.ui.theme.style import theme
from desktop.ui.timeline.panel import ViewsPanel
from desktop.ui.timeline.position import ReadingPosition
from desktop.ui.widgets.chips import Pill

if TYPE_CHECKING:
    from desktop.ui.lists.save_view import SaveView

translate = QCoreApplication.translate

SCOPE = "timeline"
NARROW = 760
"""Below this width in px the panel of views gives its room to the posts."""


class TimelineScreen(QWidget):
    """All channels in one list."""

    opened = Signal(object)  # post id: show it
    selected = Signal(object)  # post id: the current card
    note_wanted = Signal(object)  # post id: write an internal note

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._started = False
        self.setObjectName(SCOPE)
        self.paints = Paints(self)
        self.facts = Facts(bridge, counts=True, parent=self)
        self.filter_bar = FilterBar(self.facts, tracks=True, parent=self)
        self.panel = ViewsPanel(self)
        self.model = CardModel(bridge, parent=self)
        self.view = CardView(self.model, self.paints, translate("Timeline", "모든 글"), self)
        self.view.setAccessibleIdentifier("cards-timeline")
        self.live = LiveList(
            self.model, self.view, lambda ids: posts_by_id(ids, self.facts.names), bridge, parent=self
        )
        self.pill = Pill(self)
        self._lay_out()
        self.actions_ = ListActions(bridge, self.facts, self, lambda: self.live)
        self.feed = Feed(
            bridge, [self.live], lambda ids: posts_by_id(ids, self.facts.names), by_case=False, parent=self
        )
        self.position = ReadingPosition(bridge, self.view, self)
        self.empty = Emptiness(self.view, self._empty_words)
        self._connect()

    @cached_property
    def save_view(self) -> SaveView:
        from desktop.ui.lists.save_view import SaveView

        return SaveView(self._bridge, SCOPE, self)

    # --- what the main window asks -----------------------------------------------------------------------

    def title(self) -> str:
        return translate("Timeline", "모아보기")

    def activate(self) -> None:
        if not self._started:
            self._started = True
            self.reload()
            self.facts.read()
        elif self.view.at_top():
            self.position.begin(self._position_key())
        self.setFocus()  # letters are keys here; Qt would put them into the search line

    def search(self, text: str) -> None:
        """Show what holds these words, newest first; without words everything."""
        text = " ".join(text.split())
        self.filter_bar.line.setText(text)
        self.show_filter(replace(self.filter_bar.wanted(), text=text))

    def focus_search(self) -> None:
        self.filter_bar.focus_search()

    def show_filter(self, wanted: Filter) -> None:
        """Show the posts of a filter (a number somewhere in the window was pressed)."""
        self.filter_bar.set_wanted(wanted)

    def commands(self) -> Sequence[Command]:
        return self.actions_.commands()

    # --- building -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 16)
        whole.setSpacing(10)
        whole.addWidget(self.filter_bar)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._side = QFrame(self)
        self._side.setProperty("kind", "column")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(7, 7, 7, 7)
        side.addWidget(self.panel)
        row.addWidget(self._side)
        frame = QFrame(self)
        frame.setProperty("kind", "column")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(9, 9, 3, 3)
        pill_row = QHBoxLayout()
        pill_row.addStretch(1)
        pill_row.addWidget(self.pill)
        pill_row.addStretch(1)
        inner.addLayout(pill_row)
        inner.addWidget(self.view, 1)
        row.addWidget(frame, 1)
        whole.addLayout(row, 1)
        self._size()
        theme().changed.connect(self._size)

    def _size(self) -> None:
        self._side.setFixedWidth(theme().px(236))

    def _connect(self) -> None:
        actions = self.actions_
        actions.opened.connect(self.opened)
        actions.selected.connect(self.selected)
        actions.note_wanted.connect(self.note_wanted)
        actions.attach(self.live, SCOPE)
        self.live.held_changed.connect(self._held)
        self.pill.clicked.connect(lambda: self.live.show_held())
        self.filter_bar.changed.connect(lambda _wanted: self.reload())
        self.filter_bar.left_down.connect(self.setFocus)
        self.filter_bar.save_wanted.connect(lambda wanted: self.save_view.ask(wanted))
        self.panel.chosen.connect(self._choose)
        self.panel.remove_wanted.connect(self._remove_view)
        self.facts.changed.connect(self._facts_changed)
        self.view.installEventFilter(self)
        self.view.setAcceptDrops(False)  # there is no order to drop into: newest first
        self.setFocusProxy(self.view)

    # --- reading ------------------------------------------------------------------------------------------

    def reload(self) -> None:
        wanted = self.filter_bar.wanted()
        self.feed.forget()
        self.live.set_source(TimelineSource(wanted, self.facts.names))
        self.view.scrollToTop()
        self.panel.show_current(wanted)
        self.position.begin(self._position_key())

    def _position_key(self) -> str:
        wanted = self.filter_bar.wanted()
        return "" if wanted.text else f"timeline:{wanted.to_json()}"

    def _held(self, count: int) -> None:
        text = translate("Timeline", "새 글 {count}건 보기 (.)").format(count=fmt.number(count))
        self.pill.set_count(count, text)

    def _facts_changed(self) -> None:
        own = [view for view in self.facts.views if view.screen == SCOPE]
        self.panel.show_lines(own, self.facts.channels)

    def _choose(self, wanted: Filter) -> None:
        if wanted == self.filter_bar.wanted():
            self.view.scrollToTop()
        self.filter_bar.line.clear()
        self.filter_bar.set_wanted(wanted)

    def _remove_view(self, view_id: int, name: str) -> None:
        self._bridge.spawn(self._remove(view_id, name))

    async def _remove(self, view_id: int, name: str) -> None:
        gone = next((view for view in self.facts.views if view.id == view_id), None)
        await self._bridge.write(views.remove_view, view_id)
        text = translate("Timeline", "“{name}” 보기를 지웠습니다").format(name=name)
        if gone is None:
            self._bridge.toast(text)
            return
        self._bridge.toast(
            text,
            translate("Timeline", "다시 저장하기"),
            lambda: self._bridge.spawn(
                self._bridge.write(views.save_view, gone.name, gone.screen, gone.filter)
            ),
        )

    def _empty_words(self) -> Words:
        wanted = self.filter_bar.wanted()
        if wanted.text and wanted != Filter(text=wanted.text):
            return Words(
                translate("Timeline", "찾는 글이 없습니다"),
                translate("Timeline", "고른 조건 안에는 이 말이 든 글이 없습니다. 조건을 빼고 찾아 주세요."),
                "search",
                translate("Timeline", "조건 없이 찾기"),
                lambda: self.filter_bar.set_wanted(Filter(text=wanted.text)),
            )
        if wanted.text:
            return Words(
                translate("Timeline", "찾는 글이 없습니다"),
                translate(
                    "Timeline", "“{text}” 낱말이 든 글이 없습니다. 다른 말이나 더 짧은 말로 찾아 주세요."
                ).format(text=wanted.text),
                "search",
                translate("Timeline", "모든 글 보기"),
                self._show_all,
            )
        if wanted != Filter():
            return Words(
                translate("Timeline", "조건에 맞는 글이 없습니다"),
                translate("Timeline", "조건을 빼면 더 많은 글이 보입니다."),
                "list-filter",
                translate("Timeline", "모든 글 보기"),
                self._show_all,
            )
        if not self.facts.channels:
            return Words(
                translate("Timeline", "아직 채널이 없습니다"),
                translate("Timeline", "채널을 추가하면 시민의 글이 여기에 모입니다."),
                "radio",
                translate("Timeline", "채널 추가하러 가기"),
                lambda: self._bridge.go.emit("channels"),
            )
        return Words(
            translate("Timeline", "아직 모은 글이 없습니다"),
            translate(
                "Timeline", "채널에서 글을 가져오면 여기에 바로 나타납니다. 지금 가져오려면 F5를 누르세요."
            ),
            "rss",
        )

    def _show_all(self) -> None:
        self._choose(Filter())

    # --- events --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            busy = self.actions_.peeking() or self.view.selectionModel().hasSelection()
            if event.type() == QEvent.Type.ShortcutOverride and busy:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.actions_.close_overlays() or self.view.clear_choice()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= theme().px(NARROW))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.facts.set_active(True)
        self.feed.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facts.set_active(False)
        self.feed.set_active(False)
