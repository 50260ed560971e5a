"""What an inbox lists and in which pages. Runs in reader threads; knows no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import departments, forwarding, hiding
from desktop.models.deadlines.calendar import day_of, start_of
from desktop.models.forwarding import places
from desktop.models.hangul import folded
from desktop.ui import fmt
from desktop.ui.departments.rows import prepare
from desktop.ui.lists.rows import Card

OPEN = ""
"""What a list shows when no number is pressed: everything that is not done."""

STATES: dict[str, Sequence[str]] = {
    "new": ("sent",),
    "working": ("received", "working"),
    "closed": forwarding.CLOSED_STATES,
}
WHICH = (OPEN, "new", "working", "today", "late", "closed")

STEP = 400
"""Rows looked through at a time where only those with certain words are wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of which department: one of WHICH, and words that all have to occur."""

    department: str
    which: str = OPEN
    text: str = ""


class InboxSource:
    """One inbox, the most urgent first."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._words = [folded(word) for word in wanted.text.split()]

    def older(self, after: Card | None, limit: int) -> list[Card]:
        return self._page(limit, after=None if after is None else after.row.key)

    def newer(self, before: Card, limit: int) -> list[Card]:
        return self._page(limit, before=before.row.key)

    def fitting(self, rows: Sequence[Any]) -> list[Card]:
        """Those of some rows that belong in this list now, as cards."""
        codes = set(places.within(self.wanted.department))
        low, high = self._span()
        states = STATES.get(self.wanted.which, forwarding.OPEN_STATES)
        here = [
            row for row in rows
            if row.forwarding.department in codes and row.forwarding.state in states
            and low <= row.key[0] < high and self._has_words(row)
        ]  # fmt: skip
        return self._made(here)

    def _page(self, limit: int, *, after: Any = None, before: Any = None) -> list[Card]:
        codes = places.within(self.wanted.department)
        states = STATES.get(self.wanted.which, forwarding.OPEN_STATES)
        low, high = self._span()
        up = before is not None
        found: list[Any] = []
        while len(found) < limit:
            asked = STEP if self._words else limit
            rows = places.page(codes, states, low=low, high=high, after=after, before=before, limit=asked)
            fit = [row for row in rows if self._has_words(row)]
            found = fit + found if up else found + fit
            if len(rows) < asked:
                break
            after, before = (after, rows[0].key) if up else (rows[-1].key, before)
        found = found[-limit:] if up else found[:limit]
        return self._made(found)

    def _span(self) -> tuple[int, int]:
        """Bounds of the urgency of what is wanted; days are Seoul's."""
        now_ms = fmt.now_ms()
        if self.wanted.which == "late":
            return -1, now_ms
        if self.wanted.which == "today":
            return now_ms, start_of(day_of(now_ms) + 1)
        return -1, places.END

    def _has_words(self, row: Any) -> bool:
        if not self._words:
            return True
        text = folded(
            f"{hiding.preview(row.text)} {row.author} {row.channel} {hiding.shown(row.forwarding.note)}"
        )
        return all(word in text for word in self._words)

    def _made(self, rows: Sequence[Any]) -> list[Card]:
        names = departments.index().names
        now_ms = fmt.now_ms()
        cards: list[Card] = [prepare(row, names, self.wanted.department, now_ms) for row in rows]
        cards.sort(key=lambda card: card.order, reverse=True)
        return cards


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the list."""

    department: str
    name: str
    counts: forwarding.Counts
    names: Mapping[str, str]


def read_head(department: str) -> Head:
    """Numbers of an inbox."""
    index = departments.index()
    counts = forwarding.inbox_counts(places.within(department), fmt.now_ms())
    return Head(department, index.names.get(department, department), counts, index.names)


def read_inbox(source: InboxSource, limit: int) -> tuple[Head, list[Card]]:
    """Numbers and the first rows."""
    return read_head(source.wanted.department), source.older(None, limit)


@dataclass(frozen=True, slots=True)
class Choice:
    """Departments that somebody may look into: ``index`` to search in, ``waiting`` those with something."""

    index: departments.DepartmentIndex
    waiting: tuple[places.Place, ...]


def read_choice(within: str) -> Choice:
    """All departments, or (``within`` a code) that one and those below it."""
    index = departments.index()
    waiting = places.waiting()
    if within:
        below = [row for row in index.by_code.values() if forwarding.covers(within, row.code)]
        index = departments.DepartmentIndex(below)
        waiting = [place for place in waiting if place.code in index.by_code]
    return Choice(index.prepare(), tuple(waiting))


def first_department(own: str, last: str) -> str:
    """Where to begin: the own department, the one looked into last, or the one with the most to do."""
    if own:
        return own
    if last and last in departments.index().by_code:
        return last
    waiting = places.waiting()
    return waiting[0].code if waiting else ""


def where(forwarding_id: int, own: str) -> Wanted | None:
    """The list that a forwarding stands in; None where it is none of ``own`` ("": all may be seen)."""
    row = forwarding.row(forwarding_id)
    if row is None or (own and not forwarding.covers(own, row.forwarding.department)):
        return None
    return Wanted(own or row.forwarding.department, OPEN if row.forwarding.open else "closed")


def read_changed(case_ids: Sequence[int], source: InboxSource) -> tuple[set[int], list[Card]]:
    """(ids of all forwardings of these cases, the cards of those that belong in the list now)."""
    rows = places.of_cases(list(case_ids))
    return {row.forwarding.id for row in rows}, source.fitting(rows)
