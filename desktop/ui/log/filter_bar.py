"""Conditions over the log as chips: who, what kind, when, about what, one case. It holds one LogFilter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.models.filters import Filter
from desktop.models.log import ALL, LogFilter
from desktop.services import event_words
from desktop.ui import fmt, i18n
from desktop.ui.detail.history import actor_word
from desktop.ui.lists.filters import periods
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip, Flow

translate = QCoreApplication.translate

Condition = tuple[str, str, LogFilter]
"""Words, icon, and the filter that is left without it."""


def conditions(f: LogFilter) -> list[Condition]:
    """All conditions of a filter, in the order of the menu."""
    found: list[Condition] = []
    lang = i18n.language()
    for actor in sorted(f.actors):
        text = translate("Log", "누가: {name}").format(name=actor_word(actor))
        found.append((text, "user", replace(f, actors=f.actors - {actor})))
    for kind in sorted(f.kinds):
        text = translate("Log", "종류: {kind}").format(kind=event_words.kind_word(kind, lang))
        found.append((text, "tag", replace(f, kinds=f.kinds - {kind})))
    if f.since_ms is not None or f.until_ms is not None:
        found.append((_period(f), "calendar", replace(f, since_ms=None, until_ms=None)))
    if f.about:
        found.append((event_words.about_word(f.about, lang), "hash", replace(f, about="")))
    if f.case_id is not None:
        text = translate("Log", "한 건의 기록")
        found.append((text, "file-text", replace(f, case_id=None)))
    return found


def _period(f: LogFilter) -> str:
    since = "" if f.since_ms is None else fmt.date(f.since_ms, year=False)
    until = "" if f.until_ms is None else fmt.date(f.until_ms, year=False)
    if since and until:
        return f"{since} ~ {until}"
    text = translate("Log", "{date}부터") if since else translate("Log", "{date}까지")
    return text.format(date=since or until)


class LogFilterBar(QWidget):
    """``changed`` brings the whole new filter."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ALL
        self._actors: Sequence[str] = ()
        self._kinds: Sequence[str] = ()
        self._case: int | None = None
        self._chips: list[Chip] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._middle = QWidget(self)
        self._middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = Flow(self._middle, 6)
        self.add = Button(translate("Log", "조건"), self._middle, kind="chip", icon="plus")
        self.add.clicked.connect(self.open_menu)
        row.addWidget(self._middle, 1)
        self._renew()

    def wanted(self) -> LogFilter:
        return self._wanted

    def set_wanted(self, wanted: LogFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._renew()
            self.changed.emit(wanted)

    def know(self, actors: Sequence[str], kinds: Sequence[str]) -> None:
        """Who and what is in the log: what the menu offers."""
        self._actors, self._kinds = actors, kinds

    def offer_case(self, case_id: int | None) -> None:
        """The case of the line that is chosen."""
        self._case = case_id

    def remove_last(self) -> bool:
        """Backspace: take the last condition away. False where there is none."""
        found = conditions(self._wanted)
        if found:
            self.set_wanted(found[-1][2])
        return bool(found)

    def open_menu(self) -> None:
        self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def menu(self) -> QMenu:
        """All conditions that can be added; those in force are ticked, and the same click takes them away."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        w, lang = self._wanted, i18n.language()
        who = menu.addMenu(translate("Log", "누가"))
        for actor in self._actors:
            self._flag(
                who, actor_word(actor), actor in w.actors, lambda a=actor: replace(w, actors=w.actors ^ {a})
            )
        kinds = menu.addMenu(translate("Log", "종류"))
        named = sorted((event_words.kind_word(kind, lang), kind) for kind in self._kinds)
        for text, kind in named:
            self._flag(kinds, text, kind in w.kinds, lambda k=kind: replace(w, kinds=w.kinds ^ {k}))
        when = menu.addMenu(translate("Log", "기간"))
        for text, change in periods():
            self._flag(when, text, False, lambda change=change: _of_period(w, change(Filter())))
        about = menu.addMenu(translate("Log", "대상"))
        for what in event_words.ABOUT:
            on = w.about.partition(":")[0] == what
            word = event_words.about_word(what, lang)
            self._flag(about, word, on, lambda what=what, on=on: replace(w, about="" if on else what))
        if self._case is not None:
            case = self._case
            self._flag(
                menu,
                translate("Log", "고른 줄과 같은 건만"),
                w.case_id == case,
                lambda: replace(w, case_id=None if w.case_id == case else case),
            )
        return menu

    def _flag(self, menu: QMenu, text: str, on: bool, wanted: Callable[..., Any]) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _=False: self.set_wanted(wanted()))

    def _renew(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for text, icon, without in conditions(self._wanted):
            chip = Chip(text, self._middle, icon=icon, removable=True)
            chip.setToolTip(translate("Log", "누르면 이 조건을 뺍니다"))
            chip.removed.connect(lambda without=without: self._without(without))
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        self._flow.invalidate()
        self._middle.updateGeometry()

    def _without(self, wanted: LogFilter) -> None:
        self.set_wanted(wanted)
        self.add.setFocus()


def _of_period(wanted: LogFilter, period: Filter) -> LogFilter:
    return replace(wanted, since_ms=period.since_ms, until_ms=period.until_ms)
