"""The windowed item model behind every list of posts: ordered cards in memory, pages read by key.

It owns which cards are loaded and in what order. It knows nothing of columns, filters or widgets: a
``Source`` says what a page is, a ``Reader`` runs the read in another thread, and cards arrive finished.
``data()`` never reads the database.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.ui.lists import drag
from desktop.ui.lists.rows import Card, Order

log = logging.getLogger(__name__)

PAGE = 200
"""Cards that one read brings (stack-facts 35: 0.8 ms for a page at a million rows)."""

FIRST_PAGE = 60
"""Cards of the very first page: what the tallest screen shows in narrow rows."""

START_PAGE = 30
"""Cards of each column that are read before the window is shown: 1080 px of narrow rows. Where more fit, the
list asks for them."""

CAP = 1_000
"""Cards kept in memory; more would make the layout after an insert cost more than a frame."""

LIVE_CAP = 400
"""Cards kept while new ones stream in at the top: nobody has scrolled down to the rest yet."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What ``data()`` answers beside Qt's own roles."""

    CARD = Qt.ItemDataRole.UserRole + 1  # the whole rows.Card, for the delegate
    KEY = Qt.ItemDataRole.UserRole + 2  # int: what identifies the card in this list (case id or post id)
    CASE_ID = Qt.ItemDataRole.UserRole + 3  # int or None: the case to act on; None for the city's own posts
    POST_ID = Qt.ItemDataRole.UserRole + 4  # int: the post to open
    TRACK = Qt.ItemDataRole.UserRole + 5  # str: new, forward, idea or opinion
    UNREAD = Qt.ItemDataRole.UserRole + 6  # bool: nobody has opened the case yet
    URL = Qt.ItemDataRole.UserRole + 7  # str: the original's address, "" where there is none


class Source(Protocol):
    """One list's rows in the database. Both calls run in a reader thread."""

    def older(self, after: Card | None, limit: int) -> list[Card]:
        """The next cards below ``after`` (None: from the top), in the list's order."""

    def newer(self, before: Card, limit: int) -> list[Card]:
        """The nearest cards above ``before``, in the list's order."""


class Reader(Protocol):
    """What the model needs of ``desktop.ui.bridge.Bridge``."""

    async def read(self, work: Callable[..., Any], *args: Any) -> Any: ...

    def spawn(self, coro: Any) -> Any: ...


class CardModel(QAbstractListModel):
    """Cards in falling ``Card.order``, a window of at most ``CAP``."""

    batch_begins = Signal()  # rows are about to change: the view remembers its anchor
    batch_ends = Signal()  # all rows of this change are in place: the view restores its anchor
    state_changed = Signal()  # loading, error, has_older, has_newer or emptiness changed
    mime_dropped = Signal(object, object)  # (drag.Payload, key of the card below the drop or 0)

    def __init__(self, reader: Reader, source: Source | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._source = source
        self._cards: list[Card] = []
        self._by_key: dict[int, Card] = {}
        self._generation = 0
        self._busy = False
        self.has_older = False
        self.has_newer = False
        self.loading = False
        self.loaded = False
        self.error: Exception | None = None

    # --- what Qt asks --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self._cards):
            return None
        card = self._cards[row]
        if role == Role.CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.sentence()
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.tooltip or card.where_and_when()
        if role == Role.KEY:
            return card.key
        if role == Role.CASE_ID:
            return card.case_id
        if role == Role.POST_ID:
            return card.post_id
        if role == Role.TRACK:
            return card.track
        if role == Role.UNREAD:
            return card.unread
        if role == Role.URL:
            return card.url
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        names = super().roleNames()
        names.update({int(role): QByteArray(role.name.lower().encode()) for role in Role})
        return names

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Never ItemIsEditable: an editable item turns the input method on and J/K die in Hangul mode.
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._cards[index.row()].case_id is None:
            return base
        return base | Qt.ItemFlag.ItemIsDragEnabled

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.has_older and not self._busy

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent) and self._cards:
            self._start(self._page_down(self._generation))

    # --- drag and drop: ids travel, rows stay where they are until the store has moved the case --------

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [drag.MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        cards = [self._cards[row] for row in rows if row < len(self._cards)]
        return drag.to_mime([card.case_id for card in cards if card.case_id is not None])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return drag.from_mime(data) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        payload = drag.from_mime(data)
        if payload is None:
            return False
        at = parent.row() if parent.isValid() else row
        below = self._cards[at].key if 0 <= at < len(self._cards) else 0
        self.mime_dropped.emit(payload, below)
        return True

    def removeRows(self, row: int, count: int, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        # After a drop Qt asks the source to forget its rows. The change in the store moves the card; if the
        # write fails the card must still be here.
        return False

    # --- looking things up -----------------------------------------------------------------------------

    def card(self, row: int) -> Card | None:
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def card_of(self, key: int) -> Card | None:
        return self._by_key.get(key)

    def row_of(self, key: int) -> int:
        """Row of the card, -1 where it is not loaded."""
        card = self._by_key.get(key)
        return -1 if card is None else self._position(card.order)

    def keys(self) -> set[int]:
        return set(self._by_key)

    def cards(self) -> list[Card]:
        return list(self._cards)

    def keys_of_cases(self, case_ids: Iterable[int]) -> list[int]:
        wanted = set(case_ids)
        return [card.key for card in self._cards if card.case_id in wanted]

    def bottom(self) -> Order | None:
        """Order of the lowest loaded card while there are more below it; None where all are loaded."""
        return self._cards[-1].order if self._cards and self.has_older else None

    def _top(self) -> Order | None:
        return self._cards[0].order if self._cards and self.has_newer else None

    # --- changing what is shown ------------------------------------------------------------------------

    def set_source(self, source: Source) -> None:
        """Another filter: everything is read afresh; answers to earlier questions are dropped."""
        self._source = source
        self.reload()

    def show(self, source: Source, cards: Sequence[Card], asked_for: int = FIRST_PAGE) -> None:
        """The same with the first page, which was read already; ``asked_for``: how many cards at most."""
        self._source = source
        self._generation += 1
        self._show(cards, asked_for)

    def reload(self) -> None:
        """Read the top again. The old cards stay on screen until the answer is there."""
        self._generation += 1
        self._busy = False
        self._start(self._page_top(self._generation))

    async def read_top(self) -> None:
        """``reload``, to be waited for."""
        self._generation += 1
        self._begin()
        await self._page_top(self._generation)

    def fetch_newer(self) -> None:
        if self.has_newer and self._cards and not self._busy:
            self._start(self._page_up(self._generation))

    def upsert(self, cards: Iterable[Card], *, live: bool = False) -> int:
        """Put cards in their places, moving those that are already here. Returns how many were added.

        Cards below the loaded window are left out (they come with their page); ``live`` keeps the window
        short while posts stream in at the top.
        """
        fresh: dict[int, Card] = {}
        updated: list[Card] = []
        outside: list[int] = []  # here now, but its new place is beyond the loaded window
        bottom, top = self.bottom(), self._top()
        for card in cards:
            old = self._by_key.get(card.key)
            if old is not None and old.order == card.order:
                updated.append(card)
            elif (bottom is None or card.order > bottom) and (top is None or card.order < top):
                fresh[card.key] = card
            elif old is not None:
                outside.append(card.key)
        added = [key for key in fresh if key not in self._by_key]
        if fresh or outside:
            self.batch_begins.emit()
            self._take_out([*(key for key in fresh if key in self._by_key), *outside])
            self._put_in(list(fresh.values()))
            if live:
                self._trim_bottom(LIVE_CAP if len(self._cards) > LIVE_CAP + PAGE else CAP)
            else:
                self._trim_bottom(CAP)
            self.batch_ends.emit()
            self.state_changed.emit()
        for card in updated:
            self._replace(card)
        return len(added)

    def remove(self, keys: Iterable[int]) -> int:
        here = [key for key in keys if key in self._by_key]
        if here:
            self.batch_begins.emit()
            self._take_out(here)
            self.batch_ends.emit()
            self.state_changed.emit()
            if not self._cards and (self.has_older or self.has_newer):
                self.reload()
        return len(here)

    def touch(self, first: int, last: int, now_ms: int) -> None:
        """Bring the relative times of the rows up to date; only those that read differently repaint."""
        for row in range(max(first, 0), min(last + 1, len(self._cards))):
            if self._cards[row].grow_older(now_ms):
                index = self.index(row)
                self.dataChanged.emit(index, index, [Role.CARD])

    def set_pending(self, keys: Iterable[int], pending: bool) -> None:
        """Mark cards whose move is on its way to the database: they are painted pale at once."""
        for key in keys:
            card = self._by_key.get(key)
            if card is not None and card.pending != pending:
                card.pending = pending
                index = self.index(self._position(card.order))
                self.dataChanged.emit(index, index, [Role.CARD])

    # --- inside ------------------------------------------------------------------------------------------

    def _position(self, order: Order) -> int:
        low, high = 0, len(self._cards)
        while low < high:
            middle = (low + high) // 2
            if self._cards[middle].order > order:
                low = middle + 1
            else:
                high = middle
        return low

    def _replace(self, card: Card) -> None:
        row = self._position(card.order)
        self._cards[row] = card
        self._by_key[card.key] = card
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _put_in(self, cards: list[Card]) -> None:
        cards.sort(key=lambda card: card.order, reverse=True)
        runs = [(row, list(run)) for row, run in groupby(cards, key=lambda card: self._position(card.order))]
        for row, run in reversed(runs):  # from below, so that the rows above keep their numbers
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._cards[row:row] = run
            self._by_key.update((card.key, card) for card in run)
            self.endInsertRows()

    def _take_out(self, keys: list[int]) -> None:
        rows = sorted((self._position(self._by_key[key].order) for key in keys), reverse=True)
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[0] + pair[1]):
            block = [row for _, row in run]
            self._remove_block(block[-1], block[0])

    def _remove_block(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        for card in self._cards[first : last + 1]:
            del self._by_key[card.key]
        del self._cards[first : last + 1]
        self.endRemoveRows()

    def _trim_bottom(self, cap: int) -> None:
        if len(self._cards) > cap:
            self._remove_block(cap, len(self._cards) - 1)
            self.has_older = True

    def _trim_top(self) -> None:
        surplus = len(self._cards) - CAP
        if surplus > 0:
            self._remove_block(0, surplus - 1)
            self.has_newer = True

    def _start(self, coro: Any) -> None:
        self._begin()
        self._reader.spawn(coro)

    def _begin(self) -> None:
        self._busy = True
        self.loading = True
        self.error = None
        self.state_changed.emit()

    async def _ask(self, generation: int, work: Callable[..., list[Card]], *args: Any) -> list[Card] | None:
        """The answer, or None where it failed or the question is no longer asked."""
        try:
            cards: list[Card] = await self._reader.read(work, *args)
        except Exception as error:
            if generation == self._generation:
                log.exception("a list could not be read")
                self._settle(error)
            return None
        if generation != self._generation:
            return None
        return cards

    def _settle(self, error: Exception | None = None) -> None:
        self._busy = False
        self.loading = False
        self.error = error
        self.state_changed.emit()

    async def _page_top(self, generation: int) -> None:
        source = self._source
        if source is None:
            return
        cards = await self._ask(generation, source.older, None, FIRST_PAGE)
        if cards is not None:
            self._show(cards, FIRST_PAGE)

    def _show(self, cards: Sequence[Card], asked_for: int) -> None:
        self.beginResetModel()
        self._cards = list(cards)
        self._by_key = {card.key: card for card in cards}
        self.has_older = len(cards) >= asked_for
        self.has_newer = False
        self.loaded = True
        self.endResetModel()
        self._settle()

    async def _page_down(self, generation: int) -> None:
        assert self._source is not None
        cards = await self._ask(generation, self._source.older, self._cards[-1], PAGE)
        if cards is None:
            return
        self.has_older = len(cards) >= PAGE
        self._take_page(cards)
        if len(self._cards) > CAP:
            self.batch_begins.emit()
            self._trim_top()
            self.batch_ends.emit()
        self._settle()

    async def _page_up(self, generation: int) -> None:
        assert self._source is not None
        cards = await self._ask(generation, self._source.newer, self._cards[0], PAGE)
        if cards is None:
            return
        self.has_newer = len(cards) >= PAGE
        self.batch_begins.emit()
        self._take_page(cards)
        self._trim_bottom(CAP)
        self.batch_ends.emit()
        self._settle()

    def _take_page(self, cards: list[Card]) -> None:
        # A card may have come in by a change while the page was being read.
        here = {card.key: card for card in cards}
        self._take_out([key for key in here if key in self._by_key])
        self._put_in(list(here.values()))
