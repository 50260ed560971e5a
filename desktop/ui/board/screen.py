"""The board: 미분류 is the feed, the three columns beside it are the decision.

It puts columns, filter and acts together; what a list does is in ``desktop.ui.lists``, what a decision does
to the database is in ``lists.sorter``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models import queries
from desktop.models.filters import Filter
from desktop.ui.board.carry import Carry
from desktop.ui.board.column import Column
from desktop.ui.commands import Command
from desktop.ui.lists.actions import ListActions
from desktop.ui.lists.facts import SHARE, Facts
from desktop.ui.lists.feed import Feed
from desktop.ui.lists.filter_bar import FilterBar
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import START_PAGE
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import TRACKS, Card
from desktop.ui.lists.sources import BoardSource, cases_by_id

if TYPE_CHECKING:
    from desktop.ui.lists.save_view import SaveView

translate = QCoreApplication.translate

COUNT_MS = 350
"""Headers are counted afresh at most this often."""

AGES_MS = 60_000
SCOPE = "board"


class BoardScreen(QWidget):
    """The sorting board."""

    opened = Signal(object)  # post id: show it
    selected = Signal(object)  # post id: the current card
    note_wanted = Signal(object)  # post id: write an internal note

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._started = False
        self._last_column = 0
        self.setObjectName(SCOPE)
        self.paints = Paints(self)
        self.facts = Facts(bridge, counts=False, parent=self)
        self.filter_bar = FilterBar(self.facts, tracks=False, views_of=SCOPE, parent=self)
        self.columns = [Column(bridge, track, self.paints, self.facts, self) for track in TRACKS]
        self._lay_out()
        self.actions_ = ListActions(bridge, self.facts, self, self._current_live)
        self.actions_.more_menu = ["card.left", "card.right", "card.up", "card.down", "column.by_due"]
        self.carry = Carry(self.columns, self.actions_.say, self)
        self.feed = Feed(
            bridge,
            [column.live for column in self.columns],
            lambda ids: cases_by_id(ids, self.facts.names),
            by_case=True,
            parent=self,
        )
        self._count_timer = QTimer(self, interval=0, singleShot=True)
        self._count_timer.timeout.connect(lambda: bridge.spawn(self._count()))
        self._counting = False
        self._ages = QTimer(self, interval=AGES_MS)
        self._ages.timeout.connect(self._renew_ages)
        self._connect()

    @cached_property
    def save_view(self) -> SaveView:
        from desktop.ui.lists.save_view import SaveView

        return SaveView(self._bridge, SCOPE, self)

    # --- what the main window asks -----------------------------------------------------------------------

    def title(self) -> str:
        return translate("Board", "시민의견 보드")

    def activate(self) -> None:
        """The board has just been brought to the front."""
        if not self._started:
            self._started = True
            self.reload()
            self.facts.read()
        self.setFocus()  # letters are keys here; Qt would put them into the search line

    def expect_first(self) -> Callable[[], list[list[Card]]]:
        """What reads the first pages on a reader thread; ``take_first`` gets them, None where it failed."""
        self._started = True
        return lambda: [source.older(None, START_PAGE) for source in self._sources(Filter())]

    def take_first(self, pages: list[list[Card]] | None) -> None:
        """Show the first pages of the columns."""
        if pages is None:
            self.reload()
        else:
            for column, source, cards in zip(self.columns, self._sources(Filter()), pages, strict=True):
                column.live.show(source, cards, START_PAGE)
            self._count_timer.start(0)
        self.facts.read()

    def search(self, text: str) -> None:
        """Show only what holds these words; without words take the search away."""
        text = " ".join(text.split())
        self.filter_bar.line.setText(text)
        self.show_filter(replace(self.filter_bar.wanted(), text=text))

    def focus_search(self) -> None:
        self.filter_bar.focus_search()

    def show_filter(self, wanted: Filter) -> None:
        self.filter_bar.set_wanted(wanted)

    def commands(self) -> Sequence[Command]:
        return [
            *self.actions_.commands(),
            Command("card.left", translate("Board", "왼쪽 열로 옮기기"), lambda: self._move_aside(-1),
                    icon="arrow-left", group="sort",
                    enabled=lambda: self.current_column() is not self.columns[0]),
            Command("card.right", translate("Board", "오른쪽 열로 옮기기"), lambda: self._move_aside(1),
                    icon="arrow-right", group="sort",
                    enabled=lambda: self.current_column() is not self.columns[-1]),
            Command("card.up", translate("Board", "위로 옮기기"), lambda: self._move_along(-1),
                    icon="arrow-up", group="sort"),
            Command("card.down", translate("Board", "아래로 옮기기"), lambda: self._move_along(1),
                    icon="arrow-down", group="sort"),
            Command("column.by_due", translate("Board", "이 열을 기한 순으로 보기·원래 순서로"),
                    self._toggle_order, icon="clock", group="sort",
                    enabled=lambda: self.current_column().track != "new"),
            Command("card.pick_up", translate("Board", "글을 들어 화살표로 옮기기"), self._pick_up,
                    icon="hand", group="sort"),
        ]  # fmt: skip

    # --- building -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 16)
        whole.setSpacing(10)
        whole.addWidget(self.filter_bar)
        row = QHBoxLayout()
        row.setSpacing(12)
        for column in self.columns:
            row.addWidget(column, 1)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        actions = self.actions_
        actions.opened.connect(self.opened)
        actions.selected.connect(self.selected)
        actions.note_wanted.connect(self.note_wanted)
        actions.sorter.moved.connect(lambda *_: self._count_soon())
        self.carry.dropped.connect(self._drop)
        self.feed.counts_wanted.connect(self._count_soon)
        self.filter_bar.changed.connect(lambda _wanted: self.reload())
        self.filter_bar.left_down.connect(self.setFocus)
        self.filter_bar.save_wanted.connect(lambda wanted: self.save_view.ask(wanted))
        for place, column in enumerate(self.columns):
            actions.attach(column.live, SCOPE)
            column.view.dropped.connect(
                lambda payload, below, track=column.track: self._drop(payload.case_ids, track, below)
            )
            column.order_wanted.connect(lambda column=column: self._set_order(column, not column.by_due))
            column.view.installEventFilter(self)
            column.view.setProperty("place", place)
        self.setFocusProxy(self.columns[0].view)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Left and Right go from column to column; the column with the focus is the current one."""
        place = watched.property("place")
        if event.type() == QEvent.Type.FocusIn and isinstance(place, int):
            if place != self._last_column:
                # One choice at a time: a key must never act on cards that are out of sight or mind.
                self.columns[self._last_column].view.clear_choice()
            self._last_column = place
            self.setFocusProxy(self.columns[place].view)
        if isinstance(event, QKeyEvent) and isinstance(place, int) and not self.carry.carrying():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                if self._has_choice():
                    event.accept()
                    return True
            if event.type() == QEvent.Type.KeyPress:
                return self._list_key(event, place)
        return False

    def _list_key(self, event: QKeyEvent, place: int) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.actions_.close_overlays():
                return True
            return any([column.view.clear_choice() for column in self.columns])
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._focus_column(place + (1 if key == Qt.Key.Key_Right else -1))
            return True
        return False

    def _has_choice(self) -> bool:
        return self.actions_.peeking() or any(
            column.view.selectionModel().hasSelection() for column in self.columns
        )

    def _focus_column(self, place: int) -> None:
        if 0 <= place < len(self.columns):
            new = self.columns[place].view
            new.setFocus()
            if not new.currentIndex().isValid() or not new.selectionModel().hasSelection():
                first, _ = new.visible_rows()
                row = new.currentIndex().row()
                new.go_to_row(row if row >= 0 else first)

    # --- reading ------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read all columns afresh for the filter in force."""
        wanted = self.filter_bar.wanted()
        self.feed.forget()
        for column, source in zip(self.columns, self._sources(wanted), strict=True):
            column.narrowed = wanted != Filter()
            column.live.set_source(source)
        # After the cards: counting a workspace of many years takes longer than reading a page.
        self._count_timer.start(0)

    def _sources(self, wanted: Filter) -> list[BoardSource]:
        names = self.facts.names
        return [BoardSource(column.track, wanted, names, by_due=column.by_due) for column in self.columns]

    def _toggle_order(self) -> None:
        column = self.current_column()
        self._set_order(column, not column.by_due)

    def _set_order(self, column: Column, by_due: bool) -> None:
        """Show a column by due time or as people have put it; nobody's place changes by it."""
        column.set_by_due(by_due)
        wanted = self.filter_bar.wanted()
        column.live.set_source(BoardSource(column.track, wanted, self.facts.names, by_due=by_due))
        said = column.oldest.whole_text() if by_due else translate("Board", "원래 순서로 보입니다")
        self.actions_.say(said)

    def _keeps_order(self, column: Column) -> bool:
        """Whether places can be changed by hand there; says why not."""
        if column.by_due:
            text = translate("Board", "기한 순으로 보는 열입니다. 원래 순서로 바꾸면 옮길 수 있습니다")
            self._bridge.toast(text)
        return not column.by_due

    def _count_soon(self) -> None:
        # A hidden board is counted when it is shown.
        if self.isVisible() and not self._count_timer.isActive():
            self._count_timer.start()

    def _renew_ages(self) -> None:
        for column in self.columns:
            column.renew_age()

    async def _count(self) -> None:
        if self._counting:
            self._count_timer.start()
            return
        self._counting = True
        begun = time.perf_counter()
        try:
            wanted = self.filter_bar.wanted()
            counts = await self._bridge.read(queries.board_counts, wanted)
        finally:
            self._counting = False
        took_ms = (time.perf_counter() - begun) * 1000
        self._count_timer.setInterval(max(COUNT_MS, round(took_ms * SHARE)))
        if wanted == self.filter_bar.wanted():
            for column in self.columns:
                column.set_count(*counts.get(column.track, (0, None)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.facts.set_active(True)
        self.feed.set_active(True)
        self._ages.start()
        if self._started:
            self._count_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facts.set_active(False)
        self.feed.set_active(False)
        self._ages.stop()
        self._count_timer.stop()
        self.carry.cancel()

    # --- moving -------------------------------------------------------------------------------------------

    def current_column(self) -> Column:
        for column in self.columns:
            if column.view.hasFocus():
                return column
        return self.columns[self._last_column]

    def _current_live(self) -> LiveList:
        return self.current_column().live

    def _column_of(self, track: str) -> Column:
        return next(column for column in self.columns if column.track == track)

    def _drop(self, case_ids: Sequence[int], track: str, below: int) -> None:
        """Cards were dropped in a column, above the card ``below`` (0: at its end)."""
        target = self._column_of(track)
        moved = set(case_ids)
        origin = self._origin_of(moved)
        ids = self._in_order(case_ids)
        under = None if target.by_due else self._card_over_gap(target, below, moved)
        decided = [card for card in origin.model.cards() if card.case_id in moved] if origin else []
        if origin is target:
            if decided and len(decided) < target.model.rowCount() and self._keeps_order(target):
                self.actions_.sorter.arrange(ids, track, under=under, top=under is None)
            return
        step = self.actions_.sorter.move(ids, track, under=under, top=under is None and track != "new")
        if origin is not None and origin.view.hasFocus():
            origin.view.clear_choice()
        if track == "forward":
            text = decided[0].text if decided else ""
            self.actions_.pick_department(ids, step, text, self._drop_point(target, below))

    def _card_over_gap(self, target: Column, below: int, moved: set[int]) -> int | None:
        """The case whose card stands directly over the gap, the moved ones left out; None at the top."""
        row = target.model.row_of(below) if below else target.model.rowCount()
        for card in reversed(target.model.cards()[: max(row, 0)]):
            if card.case_id is not None and card.case_id not in moved:
                return card.case_id
        return None

    def _origin_of(self, case_ids: set[int]) -> Column | None:
        for column in self.columns:
            if column.model.keys() & case_ids:
                return column
        return None

    def _in_order(self, case_ids: Sequence[int]) -> list[int]:
        """As they stand on the board from top to bottom, so that they keep their order."""
        orders = {card.case_id: card.order for column in self.columns for card in column.model.cards()}
        return sorted(dict.fromkeys(case_ids), key=lambda i: orders.get(i, (i, i)), reverse=True)

    def _drop_point(self, target: Column, below: int) -> Any:
        row = target.model.row_of(below) if below else target.model.rowCount() - 1
        rect = target.view.visualRect(target.model.index(max(row, 0)))
        return target.view.viewport().mapTo(self, rect.topLeft())

    def _move_aside(self, by: int) -> None:
        place = self.columns.index(self.current_column()) + by
        if 0 <= place < len(self.columns):
            self.actions_.decide(self.columns[place].track)

    def _move_along(self, by: int) -> None:
        """Alt+Up and Alt+Down: change places with the neighbour."""
        column = self.current_column()
        card = column.view.current_card()
        if card is None or card.case_id is None or not self._keeps_order(column):
            return
        row = column.model.row_of(card.key)
        neighbour = column.model.card(row + by)
        if neighbour is not None and neighbour.case_id is not None:
            self.actions_.sorter.order(card.case_id, neighbour.case_id, above=by < 0)

    def _pick_up(self) -> None:
        self.carry.pick_up(self.current_column())
