"""Carries the store's changes to the lists of one screen, a bounded piece at a time.

Thousands of posts may be merged in a second. Changes are gathered, only what a list can show is read (newest
first, in a reader thread), and between two pieces the loop is given back so that keys and paint come through.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.lists.live import LiveList
from desktop.ui.lists.rows import Card

PIECE = 100
"""Cards read and put in at a time: some 2 ms of the window's thread."""

FLOOD = 2 * PIECE
"""Of more new posts than this most are soon pushed off the first page again."""

PAUSE_S = 0.008
"""Given back to the loop between two pieces."""

MOST_DIRTY = 4_000
"""With more than this waiting (the screen was hidden for hours) reading the top afresh is cheaper."""

PASSING_MS = 60_000
"""A list of what is due soon or late is asked for again this often, though nobody has changed anything."""

SEARCH_AGAIN_MS = 700
"""A list that searches texts asks again this long after the last change."""


class Feed(QObject):
    """One screen's ears. ``by_case``: keys of the lists are case ids, otherwise post ids."""

    applied = Signal()  # lists are up to date with everything read so far
    counts_wanted = Signal()  # something changed that a count in a header may depend on

    def __init__(
        self,
        bridge: Any,
        lists: list[LiveList],
        read_cards: Callable[[list[int]], list[Card]],
        *,
        by_case: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._lists = lists
        self._read_cards = read_cards
        self._by_case = by_case
        self._dirty: set[int] = set()
        self._new: set[int] = set()
        self._stale = False
        self._active = False
        self._running = False
        self._again = QTimer(self, interval=SEARCH_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._search_again)
        self._passing = QTimer(self, interval=PASSING_MS)
        self._passing.timeout.connect(self._time_passed)
        bridge.changed.connect(self.take)

    def set_active(self, active: bool) -> None:
        """A hidden screen only remembers what changed."""
        self._active = active
        if active:
            self._passing.start()
            self._wake()
        else:
            self._passing.stop()
            self._again.stop()

    def forget(self) -> None:
        """The lists are being read afresh: what was remembered is part of that."""
        self._dirty.clear()
        self._new.clear()
        self._stale = False

    def take(self, changes: Any) -> None:
        """Remember what a transaction touched."""
        new: set[int] = set(changes.new_posts)
        touched: set[int] = set(changes.cases) if self._by_case else set(changes.posts)
        if not self._by_case and changes.cases:
            for live in self._lists:
                touched.update(live.model.keys_of_cases(changes.cases))
        if "clocks" in changes.others:
            # Many due times moved at once: what is on screen is read again, the rest when it is shown.
            for live in self._lists:
                touched |= live.model.keys()
        touched |= new
        if not touched:
            return
        self._new |= new
        self._dirty |= touched
        if len(self._dirty) > MOST_DIRTY and not self._active:
            self.forget()
            self._stale = True
        self.counts_wanted.emit()
        if any(live.source() is not None and live.source().searches() for live in self._lists):  # type: ignore[union-attr]
            self._again.start()
        if self._active:
            self._wake()

    def _wake(self) -> None:
        if self._stale:
            self.forget()
            for live in self._lists:
                live.model.reload()
            return
        if self._dirty and not self._running:
            self._running = True
            self._bridge.spawn(self._run())

    async def _run(self) -> None:
        import asyncio

        try:
            while self._dirty and self._active:
                if len(self._new) > FLOOD:
                    for live in self._lists:
                        await live.take_flood(self._new.copy())
                asked, new = self._next_piece()
                if asked:
                    cards = await self._bridge.read(self._read_cards, sorted(asked))
                    for live in self._lists:
                        live.receive(asked, cards, new)
                    self.applied.emit()
                    await asyncio.sleep(PAUSE_S)
        finally:
            self._running = False

    def _next_piece(self) -> tuple[set[int], set[int]]:
        """The newest ids that some list has to read."""
        piece = set(heapq.nlargest(PIECE * 4, self._dirty))
        new = piece & self._new
        wanted = piece - new
        for live in self._lists:
            wanted.update(live.sift(new))
        if len(wanted) > PIECE:
            wanted = set(heapq.nlargest(PIECE, wanted))
            # What was only counted by sift is done; what is still to be read stays for the next piece.
            piece = {key for key in piece if key in wanted or key >= min(wanted)}
        self._dirty -= piece
        self._new -= piece
        return wanted, new & wanted

    def _time_passed(self) -> None:
        for live in self._lists:
            source = live.source()
            if source is not None and source.passes() and live.view.at_top() and not live.view.busy():
                live.model.reload()

    def _search_again(self) -> None:
        for live in self._lists:
            source = live.source()
            if source is not None and source.searches() and live.view.at_top() and not live.view.busy():
                live.model.reload()
