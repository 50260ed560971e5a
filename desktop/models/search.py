"""Finding posts by words: the index, how it is brought up to date, and the one query behind window and
command line.

The index is filled after the merge from ``search_queue``, in transactions of their own; what is still waiting
is looked through directly, so a post can be found as soon as it is stored. This module (with the migration
that made the table) is all that is particular to SQLite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.bigrams import Query, bigrams, other_letters, parse
from desktop.models.current import database
from desktop.models.filters import ALL, Filter, conditions, id_range
from desktop.models.rows import PostRow, rows_by_id
from desktop.models.search_queue import SEARCHED_TEXT, SEPARATORS
from desktop.models.sql import marks, rows_in, update_in
from desktop.models.store import Tx

__all__ = [
    "Piece",
    "SearchState",
    "bigrams",
    "index_some",
    "matching",
    "next_piece",
    "search",
    "search_ids",
    "search_state",
    "steps_of",
    "take_in",
]

BATCH = 1000
_LONGEST_BATCH = 3_000_000  # characters
_WAITING_AMONG = "SELECT post_id FROM search_queue WHERE post_id IN (%s)"
_LOOKED_THROUGH = 10_000
"""Posts that wait for the index and are searched without it; of more than these only the newest. Looking
through so many takes less than a tenth of a second."""
_HOLDS = (
    " AND (instr({0}, ?) OR instr(lower(p.context), ?) OR instr(lower(a.name), ?)"
    " OR instr(lower(a.handle), ?){1})"
)
_HOLDS_OTHER = " OR instr(p.text || p.context || coalesce(a.name, '') || coalesce(a.handle, ''), ?)"
"""A letter that is another one in small, which SQLite knows of A to Z only: the post is read to be sure."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """How many posts are not in the index yet, and of how many of them a search knows nothing."""

    indexing_left: int
    not_searched: int


def search_state() -> SearchState:
    left = int(database.execute_sql("SELECT count(*) FROM search_queue").fetchone()[0])
    return SearchState(left, max(0, left - _LOOKED_THROUGH))


@dataclass(frozen=True, slots=True)
class Piece:
    """Posts that wait for the index: what is to be found by now, what the index has to forget, and what
    tells whether that has changed since (a text itself is long to read again)."""

    texts: dict[int, str]
    old_texts: dict[int, str]
    ids: tuple[int, ...]
    states: dict[int, tuple[str, ...]]


Steps = list[tuple[str | None, int, str]]
"""Rows for FTS5: (None or "delete", id, words)."""


def next_piece(limit: int = BATCH, below: int | None = None) -> Piece:
    """The newest posts that wait for the index, or the newest older than ``below``: at most ``limit``, and
    not too much text at once."""
    older = "" if below is None else "WHERE q.post_id < ?"
    waiting = database.execute_sql(
        "SELECT q.post_id, length(p.text) FROM search_queue q LEFT JOIN post p ON p.id = q.post_id"
        f" {older} ORDER BY q.post_id DESC LIMIT ?",
        (limit,) if below is None else (below, limit),
    ).fetchall()
    chosen: list[int] = []
    characters = 0
    for post_id, length in waiting:
        characters += length or 0
        if chosen and characters > _LONGEST_BATCH:
            break
        chosen.append(post_id)
    return Piece(_texts(chosen), _old_texts(chosen), tuple(chosen), _states(chosen))


def _texts(post_ids: Sequence[int]) -> dict[int, str]:
    return dict(
        rows_in(
            database,
            f"SELECT p.id, {SEARCHED_TEXT} FROM post p LEFT JOIN author a ON a.id = p.author_id"
            " WHERE p.id IN (%s)",
            post_ids,
            *SEPARATORS,
        )
    )


def _old_texts(post_ids: Sequence[int]) -> dict[int, str]:
    return dict(
        rows_in(
            database,
            "SELECT post_id, old_text FROM search_queue WHERE old_text IS NOT NULL AND post_id IN (%s)",
            post_ids,
        )
    )


def _states(post_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """All that a searched text is made of, with the digest in place of the words."""
    rows = rows_in(
        database,
        "SELECT p.id, p.digest, p.context, a.name, a.handle"
        " FROM post p LEFT JOIN author a ON a.id = p.author_id WHERE p.id IN (%s)",
        post_ids,
    )
    return {row[0]: row[1:] for row in rows}


def steps_of(piece: Piece) -> Steps:
    """What to tell the index; pure, and most of the work."""
    steps: Steps = []
    # Growing ids: FTS5 writes out what it has collected whenever an id is smaller than the one before.
    for post_id in sorted(piece.ids):
        if post_id in piece.old_texts:
            steps.append(("delete", post_id, bigrams(piece.old_texts[post_id])))
        if post_id in piece.texts:
            steps.append((None, post_id, bigrams(piece.texts[post_id])))
    return steps


def take_in(tx: Tx, piece: Piece, steps: Steps) -> int:
    """Take a piece into the index; how many posts still wait. What has changed since the piece was read goes
    on waiting."""
    states, old_texts = _states(piece.ids), _old_texts(piece.ids)
    same = {
        post_id
        for post_id in piece.ids
        if piece.states.get(post_id) == states.get(post_id)
        and piece.old_texts.get(post_id) == old_texts.get(post_id)
    }
    still = {row[0] for row in rows_in(database, _WAITING_AMONG, piece.ids)} & same
    tx.db.connection().executemany(
        "INSERT INTO post_search (post_search, rowid, body) VALUES (?, ?, ?)",
        (step for step in steps if step[1] in still),
    )
    update_in(tx.db, "DELETE FROM search_queue WHERE post_id IN (%s)", sorted(still))
    left = int(tx.db.execute_sql("SELECT count(*) FROM search_queue").fetchone()[0])
    tx.changes.other("search")
    return left


def index_some(tx: Tx, limit: int = BATCH) -> int:
    """Take some posts from the queue into the index, the newest first; how many are left."""
    piece = next_piece(limit)
    return take_in(tx, piece, steps_of(piece)) if piece.ids else 0


def search(query: str, f: Filter = ALL, before: int | None = None, limit: int = 50) -> list[PostRow]:
    """The newest posts that hold all words of the query and pass the filter; older than the post ``before``.
    ``f.text`` is not looked at."""
    return rows_by_id(search_ids(query, f, before, limit))


def search_ids(
    query: str, f: Filter, before: int | None, limit: int, *, after: int | None = None
) -> list[int]:
    """The ids of such a page. With ``after``: the nearest newer ones, newest first."""
    parsed = parse(query)
    if parsed is None or limit <= 0:
        return []
    found = _waiting(parsed, f, before, after, limit) + _indexed(parsed, f, before, after, limit)
    if after is not None:
        return sorted(sorted(found)[:limit], reverse=True)
    return sorted(found, reverse=True)[:limit]


def matching(query: str, post_ids: Sequence[int]) -> list[int]:
    """Those of some posts that hold all words of the query."""
    parsed = parse(query)
    return [] if parsed is None else _holding(parsed, post_ids)


def _waiting(parsed: Query, f: Filter, before: int | None, after: int | None, limit: int) -> list[int]:
    """Hits among the posts that are not in the index yet."""
    newest = "SELECT post_id FROM search_queue ORDER BY post_id DESC LIMIT ?"
    rules, values, case = _rules(f, before, after, "p.id")
    holds, sought = "", list[str]()
    for piece in parsed.pieces():
        others = other_letters(piece)
        text = "lower(p.text)" if piece.isascii() else "p.text"
        holds += _HOLDS.format(text, _HOLDS_OTHER * len(others))
        sought += [piece] * 4 + others
    rows = database.execute_sql(
        f"SELECT p.id FROM ({newest}) q JOIN post p ON p.id = q.post_id{case}"
        f" LEFT JOIN author a ON a.id = p.author_id WHERE {rules}{holds}"
        f" ORDER BY p.id {'ASC' if after is not None else 'DESC'}",
        (_LOOKED_THROUGH, *values, *sought),
    ).fetchall()
    hits: list[int] = []
    for start in range(0, len(rows), 200):
        hits += _holding(parsed, [row[0] for row in rows[start : start + 200]])
        if len(hits) >= limit:
            break
    return hits


def _indexed(parsed: Query, f: Filter, before: int | None, after: int | None, limit: int) -> list[int]:
    """Hits of the index, without posts that have changed since they were indexed."""
    hits: list[int] = []
    size = limit if parsed.exact else max(4 * limit, 200)
    while len(hits) < limit:
        rules, values, case = _rules(f, before, after, "s.rowid")
        # CROSS JOIN: SQLite has to start from the index, which gives the newest first without sorting.
        rows = database.execute_sql(
            f"SELECT s.rowid FROM post_search s CROSS JOIN post p ON p.id = s.rowid{case}"
            f" WHERE post_search MATCH ? AND {rules}"
            " AND NOT EXISTS (SELECT 1 FROM search_queue q WHERE q.post_id = s.rowid)"
            f" ORDER BY s.rowid {'ASC' if after is not None else 'DESC'} LIMIT ?",
            (parsed.match, *values, size),
        ).fetchall()
        candidates = [row[0] for row in rows]
        hits += candidates if parsed.exact else _holding(parsed, candidates)
        if len(candidates) < size:
            break
        if after is not None:
            after = candidates[-1]
        else:
            before = candidates[-1]
    return hits[:limit]


def _rules(f: Filter, before: int | None, after: int | None, column: str) -> tuple[str, list[object], str]:
    """(condition, its values, join with the case if it is needed)"""
    wanted = conditions(f)
    low, high = id_range(f)
    for sql, value in (("< ?", before), ("> ?", after), (">= ?", low), ("<= ?", high)):
        if value is not None:
            wanted.on_post(f"{column} {sql}", value)
    if wanted.channels is not None:
        wanted.on_post(f"p.channel_id IN ({marks(len(wanted.channels))})", *wanted.channels)
    wanted.on_post("p.repost_of = ''")
    # A mail to a department's letter has no case: it is no post of a citizen's (``forwarding_mail``).
    wanted.on_post("(p.own OR +p.case_id IS NOT NULL)" if f.own else "NOT p.own AND +p.case_id IS NOT NULL")
    case = " JOIN case_ c ON c.id = p.case_id" if wanted.case else ""
    return " AND ".join([*wanted.post, *wanted.case]), [*wanted.post_values, *wanted.case_values], case


def _holding(parsed: Query, post_ids: Sequence[int]) -> list[int]:
    texts = _texts(post_ids)
    return [post_id for post_id in post_ids if post_id in texts and parsed.holds(texts[post_id])]
