"""The chain over the log: each event holds a hash over itself and the hash of the event before it.

Whoever changes, removes or slips in an event breaks the chain from there on; ``verify`` says where. Cutting
off the end cannot be seen in the file itself: for that the latest hash (``head``) is kept somewhere else.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from desktop.models.current import database
from desktop.models.errors import Damaged, translate

FIRST = ""
"""What stands for the hash before the first event."""

CHAINED = 'id, at_ms, actor, kind, "case", post, before, after, step, undoes, about'
"""The columns that the hash is over, in this order; ``before`` and ``after`` are text in JSON as stored."""

PIECE = 5000
NEWEST = 20_000
"""So many events a quick look goes through."""

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Verified:
    """``broken_at``: id of the first event that does not fit; None: the whole log is as it was written."""

    count: int
    head: str
    broken_at: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """How far a walk over the log has come. ``head_seen``: whether the hash that was asked for stood on the
    way; ``done``: nothing is left to read, or the chain is broken."""

    count: int = 0
    head: str = FIRST
    last_id: int = 0
    head_seen: bool = False
    broken_at: int | None = None
    done: bool = False


def link(previous: str, values: tuple[Any, ...]) -> str:
    """The hash of an event from the hash of the one before and its values in the order of ``CHAINED``."""
    import hashlib  # only here: it brings OpenSSL, and the first list does not wait for that

    whole = _as_json([previous, *values])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def last(db: Any = database) -> tuple[int, str]:
    """Number and hash of the newest event; (0, FIRST) for an empty log."""
    row = db.execute_sql("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
    return (0, FIRST) if row is None else (int(row[0]), str(row[1]))


def head(db: Any = database) -> str:
    """The hash of the newest event; FIRST for an empty log."""
    return last(db)[1]


def count() -> int:
    return int(database.execute_sql("SELECT count(*) FROM event").fetchone()[0])


def verify_piece(so_far: Piece, known_head: str = "", limit: int = PIECE) -> Piece:
    """Go on by at most so many events. Each piece may be a reading of its own: the log only grows."""
    rows, readable = _lines(so_far.last_id, limit)
    previous, number, seen, at = so_far.head, so_far.count, so_far.head_seen, so_far.last_id
    for row in rows:
        stored = row[-1]
        if not _holds(previous, row[:-1], stored):
            return Piece(number, previous, at, seen, row[0], True)
        previous, at = stored, row[0]
        number += 1
        seen = seen or stored == known_head
    if not readable:
        return Piece(number, previous, at, seen, _after(at), True)
    return Piece(number, previous, at, seen, None, len(rows) < limit)


def _lines(after: int, limit: int) -> tuple[list[tuple[Any, ...]], bool]:
    """The next events, up to one whose text cannot be read at all; whether there was none such."""
    rows: list[tuple[Any, ...]] = []
    try:
        rows.extend(
            database.execute_sql(
                f"SELECT {CHAINED}, hash FROM event WHERE id > ? ORDER BY id LIMIT ?", (after, limit)
            )
        )
    except sqlite3.OperationalError as error:
        if not isinstance(translate(error), Damaged):
            raise
        return rows, False
    return rows, True


def _after(event_id: int) -> int:
    row = database.execute_sql("SELECT min(id) FROM event WHERE id > ?", (event_id,)).fetchone()
    return int(row[0])


def _holds(previous: str, values: tuple[Any, ...], stored: str) -> bool:
    try:
        return link(previous, values) == stored
    except (TypeError, ValueError):
        return False  # somebody wrote what no event holds, such as bytes


def verify(known_head: str = "") -> Verified:
    """Read the whole log and compute every hash anew. With ``known_head``, a hash that was noted down before,
    a log whose end was cut off is broken too: at 0, for what is missing has no number."""
    so_far = Piece()
    while not so_far.done:
        so_far = verify_piece(so_far, known_head)
    return verdict(so_far, known_head)


def verdict(whole: Piece, known_head: str = "") -> Verified:
    """What a walk to the end has found."""
    lost = bool(known_head) and not whole.head_seen and whole.broken_at is None
    return Verified(whole.count, whole.head, 0 if lost else whole.broken_at)


def verify_newest(most: int = NEWEST) -> Verified:
    """A quick look at the newest events only; the one before them is taken as it is."""
    row = database.execute_sql(
        "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1 OFFSET ?", (most,)
    ).fetchone()
    so_far = Piece() if row is None else Piece(0, row[1], row[0])
    while not so_far.done:
        so_far = verify_piece(so_far)
    return verdict(so_far)
