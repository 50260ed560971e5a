"""A list that stays current: what arrives is shown at once or held behind the pill, and nothing ever jumps.

The rule (ui.md 3.4 and section 6): while the list stands at its very top and nobody is working in it, a new
post is put in at once, so that it is seen as it arrives. As soon as somebody has scrolled down, selected a
card or is dragging, new posts wait behind the pill "새 글 12건 보기 (.)" until it is pressed. What people
move themselves, and changes of cards already shown, come in at once; the visible cards stay in place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, Signal

from desktop.ui.lists.model import FIRST_PAGE, PAGE, CardModel, Source
from desktop.ui.lists.rows import Card, Order
from desktop.ui.lists.view import CardView

MOST_HELD = 50_000
"""Ids held behind one pill; more are only counted by the next reload."""


class LiveSource(Source, Protocol):
    """What this module asks of ``sources.BoardSource`` and ``TimelineSource``."""

    def accepts(self, row: Any) -> bool: ...
    def guess(self, new_id: int) -> Order | None: ...
    def order_of(self, row: Any) -> Order: ...
    def searches(self) -> bool: ...
    def passes(self) -> bool: ...
    def narrowed(self) -> bool: ...


class LiveList(QObject):
    """One model with its view, kept current."""

    held_changed = Signal(int)  # how many new cards wait behind the pill

    def __init__(
        self,
        model: CardModel,
        view: CardView,
        read_cards: Callable[[list[int]], list[Card]],
        reader: Any,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.view = view
        self._source: LiveSource | None = None
        self._read_cards = read_cards
        self._reader = reader
        self._held: set[int] = set()
        self._top_wanted = False
        model.modelReset.connect(self._read_afresh)

    def set_source(self, source: LiveSource) -> None:
        """Another filter: read from the top, and show the top."""
        self._source = source
        self._top_wanted = True
        self._hold(set())
        self.model.set_source(source)

    def show(self, source: LiveSource, cards: list[Card], asked_for: int = FIRST_PAGE) -> None:
        """The same with the first page, which was read already; ``asked_for``: how many cards at most."""
        self._source = source
        self._hold(set())
        self.model.show(source, cards, asked_for)

    def source(self) -> LiveSource | None:
        return self._source

    def held(self) -> int:
        return len(self._held)

    def must_hold(self) -> bool:
        """Whether a new card has to wait."""
        return bool(self._held) or self.model.has_newer or self.view.busy() or not self.view.at_top()

    # --- what arrives ------------------------------------------------------------------------------------

    def sift(self, new_ids: Iterable[int]) -> list[int]:
        """Of posts that were just collected, those whose cards have to be read.

        The others are only counted, or lie below what is loaded: a flood of posts then costs next to nothing.
        """
        source = self._source
        if source is None or not self.model.loaded or source.searches():
            return []
        bottom = self.model.bottom()
        hold = self.must_hold()
        to_read: list[int] = []
        counted: set[int] = set()
        for new_id in new_ids:
            order = source.guess(new_id)
            if order is None or (bottom is not None and order < bottom):
                continue
            if hold and not source.narrowed():
                counted.add(new_id)
            else:
                to_read.append(new_id)
        if counted:
            self._hold(self._held | counted)
        return to_read

    async def take_flood(self, new_ids: Collection[int]) -> None:
        """So many posts have just been collected that reading the top again is cheaper than putting them in;
        what is still to be counted or read ``sift`` says afterwards."""
        if len(self.sift(new_ids)) > PAGE:
            await self.model.read_top()

    def receive(self, asked: set[int], cards: Iterable[Card], new_ids: set[int]) -> None:
        """Bring the list up to date with the cards that were read for the ids ``asked``."""
        source = self._source
        if source is None or not self.model.loaded:
            return
        here = self.model.keys()
        now: dict[int, Card] = {card.key: card for card in cards}
        fitting = _placed(source, now)
        gone = [key for key in asked if key in here and key not in fitting]
        waiting: set[int] = set()
        shown: list[Card] = []
        for key, card in fitting.items():
            if key in here:
                shown.append(_with_highlight(card, self.model.card_of(key)))
            elif key in self._held:
                continue
            elif source.searches():
                continue  # whether its text fits is for the next search to say
            elif key in new_ids and self.must_hold():
                waiting.add(key)
            else:
                shown.append(card)
        dropped = self._held & (asked - set(fitting))
        if waiting or dropped:
            self._hold((self._held | waiting) - dropped)
        if gone:
            self.model.remove(gone)
        if shown:
            self.model.upsert(shown, live=self.view.at_top())

    def show_held(self) -> bool:
        """The pill was pressed: put in what waits and go to the top. False where nothing waits."""
        if not self._held:
            return False
        held = sorted(self._held, reverse=True)
        self._hold(set())
        self.view.clear_choice()
        self.view.setCurrentIndex(QModelIndex())
        if self.model.has_newer or len(held) > PAGE:
            self._top_wanted = True
            self.model.reload()
        else:
            self._reader.spawn(self._put_in(held))
        return True

    async def _put_in(self, keys: list[int]) -> None:
        cards = await self._reader.read(self._read_cards, keys)
        source = self._source
        if source is not None:
            self.view.scrollToTop()
            fitting = _placed(source, {card.key: card for card in cards})
            self.model.upsert(fitting.values(), live=True)
            self.view.scrollToTop()

    def _read_afresh(self) -> None:
        if self._top_wanted:
            self._top_wanted = False
            self.view.scrollToTop()

    def _hold(self, held: set[int]) -> None:
        if len(held) > MOST_HELD:
            held = set(sorted(held, reverse=True)[:MOST_HELD])
        if held != self._held:
            self._held = held
            self.held_changed.emit(len(held))


def _placed(source: LiveSource, cards: dict[int, Card]) -> dict[int, Card]:
    """The cards that belong in the list, each with its place in it."""
    fitting = {key: card for key, card in cards.items() if source.accepts(card.row)}
    for card in fitting.values():
        card.order = source.order_of(card.row)
    return fitting


def _with_highlight(card: Card, old: Card | None) -> Card:
    if old is not None:
        card.highlight = old.highlight
    return card
