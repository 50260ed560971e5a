"""The lists of the window and the command line: newest first, in pages by key, never by counting rows off.

The work here runs on reader threads (``store.read``). What a row or a filter is, is in ``rows.py`` and
``filters.py``; one post with everything around it is in ``detail.py``. Their names are offered here as well.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.models.current import database
from desktop.models.filters import ALL, Conditions, Filter, conditions, due_span, id_range, now_ms
from desktop.models.ids import time_ms
from desktop.models.rows import CardRow, PostRow, cards_by_id, rows_by_id
from desktop.models.sql import marks, rows_in

if TYPE_CHECKING:
    from desktop.models.detail import (
        PostDetail,
        ThreadItem,
        Version,
        iterate_full,
        post_detail,
        posts_full,
    )

__all__ = [
    "TRACKS",
    "CardRow",
    "Filter",
    "PostDetail",
    "PostRow",
    "ThreadItem",
    "Version",
    "board_counts",
    "board_page",
    "board_page_by_due",
    "cards_by_id",
    "count_newer",
    "due_counts",
    "due_order",
    "iterate_full",
    "post_detail",
    "posts_full",
    "rows_by_id",
    "timeline_ids",
    "timeline_page",
]

TRACKS = ("new", "forward", "idea", "opinion")
_OF_DETAIL = ("PostDetail", "ThreadItem", "Version", "iterate_full", "post_detail", "posts_full")
_MOST_HITS = 5000
_FEW_CASES = 3000
"""Below this many matching cases it is cheaper to start from the cases than from the newest posts."""


def __getattr__(name: str) -> Any:
    # One post with everything around it takes half of all models, and the window's first list none of them.
    if name in _OF_DETAIL:
        from desktop.models import detail

        return getattr(detail, name)
    raise AttributeError(name)


def timeline_page(
    f: Filter = ALL, before: int | None = None, after: int | None = None, limit: int = 200
) -> list[PostRow]:
    """Posts newest first: the newest, those older than the post ``before``, or the nearest newer than
    ``after``. With ``f.text`` it is a page of the search."""
    return rows_by_id(timeline_ids(f, before, after, limit))


def timeline_ids(
    f: Filter = ALL, before: int | None = None, after: int | None = None, limit: int = 200
) -> list[int]:
    """The ids of such a page."""
    if f.text.strip():
        from desktop.models.search import search_ids

        return search_ids(f.text, f, before, limit, after=after)
    sql, values = _select_posts(f, before, after, limit)
    ids = [row[0] for row in database.execute_sql(sql, values).fetchall()]
    return ids[::-1] if after is not None else ids


def count_newer(
    f: Filter = ALL,
    newest_id: int | None = None,
    *,
    first_seen_after: int | None = None,
    limit: int = 1000,
) -> int:
    """How many posts of this filter are newer than a post, or were first seen after a moment (ms); at most
    ``limit``, so that asking costs the same however long nobody looked."""
    wanted = conditions(f)
    _post_rules(f, wanted)
    _between(f, wanted, None, newest_id)
    if first_seen_after is not None:
        wanted.on_post("p.first_seen_ms > ?", first_seen_after)
    if wanted.channels is not None:
        wanted.on_post(f"p.channel_id IN ({marks(len(wanted.channels))})", *wanted.channels)
    # "+" keeps SQLite from walking all posts by key where only the last seen are asked for.
    sql = f"SELECT p.id FROM {_tables(wanted)} WHERE {_where(wanted)} LIMIT ?"
    values = (*wanted.post_values, *wanted.case_values, limit)
    if not f.text.strip():
        return int(database.execute_sql(f"SELECT count(*) FROM ({sql}) newer", values).fetchone()[0])
    from desktop.models.search import matching

    return len(matching(f.text, [row[0] for row in database.execute_sql(sql, values).fetchall()]))


def board_page(
    track: str,
    f: Filter = ALL,
    below_rank: int | None = None,
    limit: int = 200,
    *,
    below_id: int | None = None,
    above_rank: int | None = None,
) -> list[CardRow]:
    """Cases of one column from the top, or below the card of that rank (and that id, should two have one
    rank), or the nearest above ``above_rank``; always from the top down."""
    if f.tracks and track not in f.tracks:
        return []
    wanted = _board_rules(f)
    if below_rank is not None and below_id is not None:
        wanted.on_case("c.rank <= ? AND (c.rank < ? OR c.id < ?)", below_rank, below_rank, below_id)
    elif below_rank is not None:
        wanted.on_case("c.rank < ?", below_rank)
    if above_rank is not None:
        wanted.on_case("c.rank > ?", above_rank)
    hits = _cases_of_text(f)
    if hits is None:
        order = "DESC" if above_rank is None else "ASC"
        sql = _select_cases(wanted, "c.id") + f" ORDER BY c.rank {order}, c.id {order} LIMIT ?"
        rows = database.execute_sql(sql, (track, *wanted.case_values, *wanted.post_values, limit)).fetchall()
        ids = [row[0] for row in rows]
        return cards_by_id(ids if above_rank is None else ids[::-1])
    found = sorted((row[1:] for row in _of_cases(wanted, hits) if row[0] == track), reverse=True)
    nearest = found[:limit] if above_rank is None else found[-limit:]
    return cards_by_id([row[1] for row in nearest])


_NEVER = 2**62
_RUNNING = "k.purpose = 'answer' AND k.state = 'running' AND k.due_ms IS NOT NULL"


def due_order(row: PostRow) -> tuple[int, ...]:
    """Where a case stands in a column by due time, greatest first: the most urgent on top, then those that
    are not due at any time, as the column has them."""
    assert isinstance(row, CardRow)
    if row.clock == "running" and row.due_ms is not None:
        return (-row.due_ms, row.id)
    return (-_NEVER, row.rank, row.id)


def board_page_by_due(
    track: str,
    f: Filter = ALL,
    beyond: tuple[int, ...] | None = None,
    limit: int = 200,
    *,
    above: bool = False,
) -> list[CardRow]:
    """Cases of one column in ``due_order``, from the top, below the place ``beyond`` or nearest ``above`` it;
    always from the top down. Nobody's rank plays a part or changes, but for those that are never due."""
    if f.tracks and track not in f.tracks:
        return []
    hits = _cases_of_text(f)
    if hits is not None:
        ids = [row[2] for row in _of_cases(_board_rules(f), hits) if row[0] == track]
        cards = sorted(cards_by_id(ids), key=due_order, reverse=True)
        if beyond is not None:
            cards = [
                card for card in cards if (due_order(card) > beyond) == above and due_order(card) != beyond
            ]
        return cards[-limit:] if above else cards[:limit]
    first, second = (_undated_part, _dated_part) if above else (_dated_part, _undated_part)
    if beyond is not None and (beyond[0] != -_NEVER) == above:
        ids = second(track, f, beyond, limit, above)
    else:
        ids = first(track, f, beyond, limit, above)
        if len(ids) < limit:
            ids += second(track, f, None, limit - len(ids), above)
    return cards_by_id(ids[::-1] if above else ids)


def _dated_part(track: str, f: Filter, beyond: tuple[int, ...] | None, limit: int, above: bool) -> list[int]:
    wanted = _board_rules(f)
    if beyond is not None:
        sign, other = ("<", ">") if above else (">", "<")
        due_ms = -beyond[0]
        wanted.on_case(
            f"k.due_ms {sign}= ? AND (k.due_ms {sign} ? OR c.id {other} ?)", due_ms, due_ms, beyond[1]
        )
    # CROSS JOIN: from the clocks by due time, which are in this order already, to their cases.
    tables = "case_clock k CROSS JOIN case_ c ON c.id = k.case_id" + (
        " JOIN post p ON p.id = c.id" if wanted.post else ""
    )
    rules = " AND ".join([_RUNNING, "c.track = ?", "c.merged_into IS NULL", *wanted.case, *wanted.post])
    order = "k.due_ms DESC, c.id" if above else "k.due_ms, c.id DESC"
    sql = f"SELECT c.id FROM {tables} WHERE {rules} ORDER BY {order} LIMIT ?"
    rows = database.execute_sql(sql, (track, *wanted.case_values, *wanted.post_values, limit)).fetchall()
    return [row[0] for row in rows]


def _undated_part(
    track: str, f: Filter, beyond: tuple[int, ...] | None, limit: int, above: bool
) -> list[int]:
    wanted = _board_rules(f)
    wanted.on_case(f"NOT EXISTS (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND {_RUNNING})")
    if beyond is not None:
        sign = ">" if above else "<"
        _, rank, case_id = beyond
        wanted.on_case(f"c.rank {sign}= ? AND (c.rank {sign} ? OR c.id {sign} ?)", rank, rank, case_id)
    order = "ASC" if above else "DESC"
    sql = _select_cases(wanted, "c.id") + f" ORDER BY c.rank {order}, c.id {order} LIMIT ?"
    rows = database.execute_sql(sql, (track, *wanted.case_values, *wanted.post_values, limit)).fetchall()
    return [row[0] for row in rows]


class DueCounts(NamedTuple):
    """How many cases are due; each is in ``late`` or may be in ``today``, and ``soon`` are the next hours."""

    late: int = 0
    soon: int = 0
    today: int = 0


def due_counts(now: int | None = None) -> DueCounts:
    """For the status line; cheap, whatever else is there."""
    at = now_ms() if now is None else now
    soon, today = due_span("soon", at)[1], due_span("today", at)[1]
    row = database.execute_sql(
        "SELECT total(due_ms < ?), total(due_ms >= ? AND due_ms < ?), total(due_ms >= ? AND due_ms < ?)"
        " FROM case_clock WHERE state = 'running' AND due_ms < ? AND purpose = 'answer'",
        (at, at, soon, at, today, max(soon, today)),
    ).fetchone()
    return DueCounts(*map(int, row))


def board_counts(f: Filter = ALL) -> dict[str, tuple[int, int | None]]:
    """For each track, how many cases it holds and the time (ms) of the oldest post among them. With a search
    only the newest 5,000 posts that it finds are counted."""
    wanted = _board_rules(f)
    hits = _cases_of_text(f)
    of_text = None if hits is None else _of_cases(wanted, hits)
    counts: dict[str, tuple[int, int | None]] = {}
    for track in TRACKS:
        if f.tracks and track not in f.tracks:
            counts[track] = (0, None)
            continue
        if of_text is None:
            sql = _select_cases(wanted, "count(*), min(c.id)")
            row = database.execute_sql(sql, (track, *wanted.case_values, *wanted.post_values)).fetchone()
            number, oldest = row
        else:
            ids = [row[2] for row in of_text if row[0] == track]
            number, oldest = len(ids), min(ids, default=None)
        counts[track] = (int(number), None if oldest is None else time_ms(oldest))
    return counts


# --- how the statements are put together ------------------------------------------------------------------


def department_names() -> dict[str, str]:
    """Code → name, also of those that are no more: what cards show, without all else of departments."""
    return dict(database.execute_sql("SELECT code, name FROM department").fetchall())


def _post_rules(f: Filter, wanted: Conditions) -> None:
    wanted.on_post("p.repost_of = ''")
    # A mail to a department's letter has no case: it is no post of a citizen's (``forwarding_mail``).
    wanted.on_post("(p.own OR +p.case_id IS NOT NULL)" if f.own else "NOT p.own AND +p.case_id IS NOT NULL")


def _between(
    f: Filter, wanted: Conditions, before: int | None, after: int | None, column: str = "p.id"
) -> None:
    low, high = id_range(f)
    for sql, value in (("< ?", before), ("> ?", after), (">= ?", low), ("<= ?", high)):
        if value is not None:
            wanted.on_post(f"{column} {sql}", value)


def _tables(wanted: Conditions) -> str:
    return "post p JOIN case_ c ON c.id = p.case_id" if wanted.case else "post p"


def _where(wanted: Conditions) -> str:
    return " AND ".join([*wanted.post, *wanted.case]) or "1 = 1"


def _select_posts(f: Filter, before: int | None, after: int | None, limit: int) -> tuple[str, list[Any]]:
    wanted = conditions(f)
    _post_rules(f, wanted)
    order = "ASC" if after is not None else "DESC"
    if wanted.case and _few_cases(wanted):
        # "+" keeps SQLite from walking through all posts by key to find these few.
        _between(f, wanted, before, after, "+p.id")
        if wanted.channels is not None:
            wanted.on_post(f"p.channel_id IN ({marks(len(wanted.channels))})", *wanted.channels)
        inner = "SELECT c.id FROM case_ c WHERE " + " AND ".join(wanted.case)
        sql = f"SELECT p.id FROM post p WHERE {' AND '.join(wanted.post)} AND p.case_id IN ({inner})"
        return f"{sql} ORDER BY +p.id {order} LIMIT ?", [*wanted.post_values, *wanted.case_values, limit]
    _between(f, wanted, before, after)
    select = f"SELECT p.id FROM {_tables(wanted)} WHERE {_where(wanted)}"
    values = [*wanted.post_values, *wanted.case_values]
    if wanted.channels is None:
        return f"{select} ORDER BY p.id {order} LIMIT ?", [*values, limit]
    # One short walk down the index for each channel, then the newest of them all.
    part = f"SELECT * FROM ({select} AND p.channel_id = ? ORDER BY p.id {order} LIMIT ?) one"
    parts = [value for channel in wanted.channels for value in (*values, channel, limit)]
    union = " UNION ALL ".join([part] * len(wanted.channels))
    return f"SELECT id FROM ({union}) merged ORDER BY id {order} LIMIT ?", [*parts, limit]


def _few_cases(wanted: Conditions) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM case_ c WHERE {' AND '.join(wanted.case)} LIMIT ?) few"
    number = database.execute_sql(sql, (*wanted.case_values, _FEW_CASES)).fetchone()[0]
    return int(number) < _FEW_CASES


def _board_rules(f: Filter) -> Conditions:
    wanted = conditions(dataclasses.replace(f, tracks=frozenset()))
    low, high = id_range(f)
    if low is not None:
        wanted.on_case("c.id >= ?", low)
    if high is not None:
        wanted.on_case("c.id <= ?", high)
    if wanted.channels is not None:
        wanted.on_case(f"c.channel_id IN ({marks(len(wanted.channels))})", *wanted.channels)
    return wanted


def _select_cases(wanted: Conditions, columns: str, track: str = "c.track = ? AND ") -> str:
    tables = "case_ c JOIN post p ON p.id = c.id" if wanted.post else "case_ c"
    rules = " AND ".join(["c.merged_into IS NULL", *wanted.case, *wanted.post])
    return f"SELECT {columns} FROM {tables} WHERE {track}{rules}"


def _of_cases(wanted: Conditions, case_ids: list[int]) -> list[tuple[str, int, int]]:
    """(track, rank, id) of those of some cases that the board shows."""
    sql = _select_cases(wanted, "c.track, c.rank, c.id", track="") + " AND c.id IN (%s)"
    rows = rows_in(database, sql, case_ids, *wanted.case_values, *wanted.post_values)
    return [(row[0], row[1], row[2]) for row in rows]


def _cases_of_text(f: Filter) -> list[int] | None:
    """The cases with a post that the filter's search finds; None if it searches nothing."""
    if not f.text.strip():
        return None
    from desktop.models.search import search_ids

    posts = search_ids(f.text, Filter(own=True), None, _MOST_HITS)
    rows = rows_in(
        database, "SELECT DISTINCT case_id FROM post WHERE case_id IS NOT NULL AND id IN (%s)", posts
    )
    return sorted({row[0] for row in rows})
