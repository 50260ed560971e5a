"""The chain over the log: each event holds a hash over itself and the hash of the event before it.

Whoever changes, removes or slips in an event breaks the chain from there on; ``verify`` says where. Cutting
off the end cannot be seen in the file itself: for that the latest hash (``head``) is kept somewhere else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from desktop.models.current import database

FIRST = ""
"""What stands for the hash before the first event."""

CHAINED = 'at_ms, actor, kind, "case", post, before, after, step, undoes, about'
"""The columns that the hash is over, in this order; ``before`` and ``after`` are text in JSON as stored."""

PIECE = 5000


@dataclass(frozen=True, slots=True)
class Verified:
    """``broken_at``: id of the first event that does not fit; None: the whole log is as it was written."""

    count: int
    head: str
    broken_at: int | None


def link(previous: str, values: tuple[Any, ...]) -> str:
    """The hash of an event from the hash of the one before and its values in the order of ``CHAINED``."""
    import hashlib  # only here: it brings OpenSSL, and the first list does not wait for that

    whole = json.dumps([previous, *values], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def head(db: Any = database) -> str:
    """The hash of the newest event; FIRST for an empty log."""
    row = db.execute_sql("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
    return FIRST if row is None else str(row[0])


def verify() -> Verified:
    """Read the whole log and compute every hash anew."""
    previous, count, last = FIRST, 0, 0
    while True:
        rows = database.execute_sql(
            f"SELECT {CHAINED}, hash, id FROM event WHERE id > ? ORDER BY id LIMIT ?", (last, PIECE)
        ).fetchall()
        for *values, stored, last in rows:
            if link(previous, tuple(values)) != stored:
                return Verified(count, previous, last)
            previous = stored
            count += 1
        if len(rows) < PIECE:
            return Verified(count, previous, None)
