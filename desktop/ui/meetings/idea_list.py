"""A list of ideas with its search, view and order; ideas are dragged out of it onto an agenda."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.meetings import lists
from desktop.ui import fmt
from desktop.ui.lists.emptiness import Emptiness, Words
from desktop.ui.lists.facts import SHARE
from desktop.ui.lists.feed import Feed
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card
from desktop.ui.lists.view import CardView
from desktop.ui.meetings.cards import IdeaSource, Wanted
from desktop.ui.meetings.words import order_word, view_word
from desktop.ui.widgets.editors import SearchLine

translate = QCoreApplication.translate

COUNT_MS = 400


class IdeaList(QWidget):
    """``chosen``: another idea is current (or none is)."""

    chosen = Signal()

    def __init__(
        self, bridge: Any, paints: Paints, views: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._source = IdeaSource(Wanted(views[0]))
        self._started = False
        self._pause_ms = COUNT_MS
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = SearchLine(translate("Meetings", "아이디어 찾기"), self)
        self.line.searched.connect(lambda text: self.show_wanted(replace(self.wanted(), text=text)))
        self.views = QComboBox(self)
        self.views.setAccessibleName(translate("Meetings", "볼 아이디어"))
        for view in views:
            self.views.addItem(view_word(view), view)
        self.views.setVisible(len(views) > 1)
        self.orders = QComboBox(self)
        self.orders.setAccessibleName(translate("Meetings", "순서"))
        for order in lists.ORDERS:
            self.orders.addItem(order_word(order), order)
        for box in (self.views, self.orders):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _: self._picked())
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.addWidget(self.line, 1)
        self.bar.addWidget(self.views)
        self.bar.addWidget(self.orders)
        column.addLayout(self.bar)
        self.model = CardModel(bridge, parent=self)
        self.view = CardView(self.model, paints, name, self)
        self.view.chosen.connect(self.chosen)
        column.addWidget(self.view, 1)
        self.live = LiveList(self.model, self.view, self.read, bridge, parent=self)
        self.feed = Feed(bridge, [self.live], self.read, by_case=True, parent=self)
        self.empty = Emptiness(self.view, self.empty_words)
        self._timer = QTimer(self, interval=COUNT_MS, singleShot=True)
        self._timer.timeout.connect(lambda: bridge.spawn(self._count(), "count ideas"))
        # With 100,000 ideas counting takes as long as reading the first cards: those come first.
        self.model.modelReset.connect(lambda: self._timer.start(0) if self.model.loaded else None)
        bridge.changed.connect(self._changed)
        self.setFocusProxy(self.view)

    # --- what is shown ---

    def wanted(self) -> Wanted:
        return self._source.wanted

    def show_wanted(self, wanted: Wanted) -> None:
        """Another view, order or search: read from the top."""
        self.views.setCurrentIndex(max(self.views.findData(wanted.view), 0))
        self.orders.setCurrentIndex(max(self.orders.findData(wanted.order), 0))
        if self.line.text_now() != wanted.text:
            self.line.setText(wanted.text)
        if wanted != self._source.wanted or not self._started:
            self._source = IdeaSource(wanted)
            self.reload()

    def reload(self) -> None:
        self._started = True
        self.feed.forget()
        self.live.set_source(self._source)

    def start(self) -> None:
        """Read for the first time; later visits stay where they were."""
        if not self._started:
            self.reload()

    def read(self, case_ids: list[int]) -> list[Card]:
        return self._source.read(case_ids)

    def current(self) -> int | None:
        card = self.view.current_card()
        return None if card is None else card.key

    def selected(self) -> list[int]:
        return [card.key for card in self.view.selected_cards()]

    # --- inside ---

    def _picked(self) -> None:
        wanted = replace(self.wanted(), view=self.views.currentData(), order=self.orders.currentData())
        self.show_wanted(wanted)

    def _changed(self, changes: Any) -> None:
        if "meetings" in changes.others and self._started and self.isVisible():
            if not self._timer.isActive():
                self._timer.start(self._pause_ms)

    async def _count(self) -> None:
        begun = time.perf_counter()
        self.show_counts(await self._bridge.read(lists.counts))
        took_ms = (time.perf_counter() - begun) * 1000
        self._pause_ms = max(COUNT_MS, round(took_ms * SHARE))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        for place in range(self.views.count()):
            view = self.views.itemData(place)
            self.views.setItemText(place, f"{view_word(view)} {fmt.number(counts.get(view, 0))}")

    def empty_words(self) -> Words:
        """Why there is no idea here, and what to do."""
        if self.wanted().text.strip():
            return Words(
                translate("Meetings", "찾는 아이디어가 없습니다"),
                translate("Meetings", "다른 말로 찾거나 찾는 말을 지워 주세요."),
                "search",
                translate("Meetings", "찾는 말 지우기"),
                lambda: self.show_wanted(replace(self.wanted(), text="")),
            )
        if self.wanted().view in ("open", "all"):
            return Words(
                translate("Meetings", "모인 아이디어가 없습니다"),
                translate("Meetings", "보드에서 글을 정책 아이디어로 옮기면 여기에 모입니다."),
                "lightbulb",
                translate("Meetings", "보드로 가기"),
                lambda: self._bridge.go.emit("board"),
            )
        return Words(
            translate("Meetings", "해당하는 아이디어가 없습니다"),
            translate("Meetings", "위에서 다른 아이디어를 골라 볼 수 있습니다."),
            "lightbulb",
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.feed.set_active(True)
        if self._started:
            self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.feed.set_active(False)
        self._timer.stop()
