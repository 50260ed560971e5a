"""Which rows belong in a list, and how its pages are read. Runs in reader threads; knows no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.models import queries
from desktop.models.filters import fits_due
from desktop.models.passages import passages
from desktop.ui import fmt
from desktop.ui.lists.rows import Card, Context, Order, prepare


class Names(dict[str, str]):
    """Department code → name, as last read; shared by the lists of a screen."""

    def ready(self) -> Mapping[str, str]:
        """Read them with the first page, so that no card shows a code for a moment. In a reader thread."""
        if not self:
            self.update(queries.department_names())
        return self


RANK_STEP = 1024
"""A case that nobody has moved has the rank id * 1024 (models.schema.Case)."""


def matches(wanted: queries.Filter, row: Any) -> bool:
    """Whether a row would be found by a filter, its text apart (only the database can search texts)."""
    return (
        (not wanted.channels or row.channel_id in wanted.channels)
        and (not wanted.networks or row.network in wanted.networks)
        and (not wanted.tracks or row.track in wanted.tracks)
        and (not wanted.departments or row.department in wanted.departments)
        and (not wanted.status or row.status in wanted.status)
        and (wanted.since_ms is None or row.created_ms >= wanted.since_ms)
        and (wanted.until_ms is None or row.created_ms <= wanted.until_ms)
        and (wanted.author_id is None or row.author_id == wanted.author_id)
        and (wanted.unread is None or bool(row.unread) == wanted.unread)
        and (wanted.starred is None or bool(row.starred) == wanted.starred)
        and (wanted.deleted is None or (row.deleted_ms is not None) == wanted.deleted)
        and fits_due(wanted.due, row.clock, row.due_ms, fmt.now_ms())
    )


class _Filtered:
    """What follows from the filter of a list alone."""

    wanted: queries.Filter

    def searches(self) -> bool:
        return bool(self.wanted.text)

    def passes(self) -> bool:
        """Whether what belongs here changes with time alone."""
        return bool(self.wanted.due)

    def narrowed(self) -> bool:
        return self.wanted != queries.Filter()


class BoardSource(_Filtered):
    """One column of the board: the cases on one track, greatest rank first; or (``by_due``) the most urgent
    first, whatever their ranks."""

    def __init__(self, track: str, wanted: queries.Filter, names: Names, *, by_due: bool = False) -> None:
        self.track = track
        self.wanted = wanted
        self.by_due = by_due
        self._names = names

    def older(self, after: Card | None, limit: int) -> list[Card]:
        if self.by_due:
            beyond = None if after is None else after.order
            return self._made(queries.board_page_by_due(self.track, self.wanted, beyond, limit))
        rank, case_id = (None, None) if after is None else after.order
        rows = queries.board_page(self.track, self.wanted, below_rank=rank, below_id=case_id, limit=limit)
        return self._made(rows)

    def newer(self, before: Card, limit: int) -> list[Card]:
        if self.by_due:
            rows = queries.board_page_by_due(self.track, self.wanted, before.order, limit, above=True)
            return self._made(rows)
        above = before.order[0]
        return self._made(queries.board_page(self.track, self.wanted, above_rank=above, limit=limit))

    def accepts(self, row: Any) -> bool:
        return row.track == self.track and matches(self.wanted, row)

    def guess(self, new_id: int) -> Order | None:
        """Where a case that has just been opened will stand; None where it cannot be in this list."""
        return (new_id * RANK_STEP, new_id) if self.track == "new" else None

    def order_of(self, row: Any) -> Order:
        """Where the card of a case stands in this column."""
        return queries.due_order(row) if self.by_due else (row.rank, row.case_id)

    def _made(self, rows: Iterable[Any]) -> list[Card]:
        rows = list(rows)
        found = _passages(rows, self.wanted.text)
        context = Context(fmt.now_ms(), self._names.ready(), highlight=self.wanted.text, passages=found)
        cards = [prepare(row, context, by_case=True) for row in rows]
        for card in cards:
            card.order = self.order_of(card.row)
        return cards


class TimelineSource(_Filtered):
    """Every post that fits the filter, newest first. With a text it is the program's search."""

    def __init__(self, wanted: queries.Filter, names: Names) -> None:
        self.wanted = wanted
        self._names = names

    def older(self, after: Card | None, limit: int) -> list[Card]:
        before = None if after is None else after.key
        rows = queries.timeline_page(self.wanted, before=before, limit=limit)
        return self._made(rows)

    def newer(self, before: Card, limit: int) -> list[Card]:
        return self._made(queries.timeline_page(self.wanted, after=before.key, limit=limit))

    def accepts(self, row: Any) -> bool:
        # A repost has no case of its own: it is folded under its original.
        listed = self.wanted.own if row.own else row.case_id is not None
        return listed and matches(self.wanted, row)

    def guess(self, new_id: int) -> Order | None:
        return (new_id, 0)

    def order_of(self, row: Any) -> Order:
        return (row.id, 0)

    def _made(self, rows: Iterable[Any]) -> list[Card]:
        rows = list(rows)
        found = _passages(rows, self.wanted.text)
        names = self._names.ready()
        context = Context(fmt.now_ms(), names, show_track=True, highlight=self.wanted.text, passages=found)
        cards = [prepare(row, context, by_case=False) for row in rows]
        cards.sort(key=lambda card: card.order, reverse=True)
        return cards


def _passages(rows: list[Any], searched: str) -> dict[int, str]:
    return passages([(row.id, f"{row.text} {row.context}") for row in rows], searched) if searched else {}


def cases_by_id(case_ids: list[int], names: Names) -> list[Card]:
    """The cards of these cases as they are now; a case merged into another one is left out."""
    context = Context(fmt.now_ms(), names.ready())
    return [prepare(row, context, by_case=True) for row in queries.cards_by_id(case_ids)]


def posts_by_id(post_ids: list[int], names: Names) -> list[Card]:
    context = Context(fmt.now_ms(), names.ready(), show_track=True)
    return [prepare(row, context, by_case=False) for row in queries.rows_by_id(post_ids)]
