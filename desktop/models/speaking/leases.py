"""Who is writing an answer to a case now: a claim of two minutes, renewed while they type.

It ends by itself, so a program that was killed keeps nobody waiting. Taking over from somebody else is a
gesture of its own and stands in the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx

LASTS_MS = 120_000


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """``place`` is the window (or command) that they write in."""

    case_id: int
    user: str
    place: str
    since_ms: int
    until_ms: int


class BeingWritten(WorkspaceError):
    """Somebody else is writing an answer to this case."""

    code = "being-written"

    def __init__(self, lease: LeaseRow) -> None:
        super().__init__(f"{lease.user!r} has been writing since {lease.since_ms}")
        self.lease = lease
        self.name = lease.user
        self.until_ms = lease.until_ms


def holder(case_id: int, now_ms: int) -> LeaseRow | None:
    """Who writes at this case now."""
    row = database.execute_sql(
        'SELECT case_id, "user", place, since_ms, until_ms FROM lease WHERE case_id = ? AND until_ms > ?',
        (case_id, now_ms),
    ).fetchone()
    return None if row is None else LeaseRow(*row)


def claim(tx: Tx, case_id: int, place: str, *, take_over: bool = False) -> LeaseRow:
    """Begin to write, or go on writing. One person's other window gives way without a word. Raises
    BeingWritten where somebody else writes and is not taken over from, NotAllowed."""
    need(tx, "reply.write")
    now = holder(case_id, tx.now_ms)
    if now is not None and now.user != tx.actor:
        if not take_over:
            raise BeingWritten(now)
        record(tx, "lease", case_id, {"writer": now.user}, {"writer": tx.actor})
        tx.changes.case(case_id)
    goes_on = now is not None and (now.user, now.place) == (tx.actor, place)
    since_ms = now.since_ms if now is not None and goes_on else tx.now_ms
    lease = LeaseRow(case_id, tx.actor, place, since_ms, tx.now_ms + LASTS_MS)
    tx.db.execute_sql(
        'INSERT INTO lease (case_id, "user", place, since_ms, until_ms) VALUES (?, ?, ?, ?, ?)'
        ' ON CONFLICT (case_id) DO UPDATE SET "user" = excluded."user", place = excluded.place,'
        " since_ms = excluded.since_ms, until_ms = excluded.until_ms",
        (lease.case_id, lease.user, lease.place, lease.since_ms, lease.until_ms),
    )
    tx.changes.other("leases")
    return lease


def release(tx: Tx, case_id: int, place: str) -> bool:
    """Stop writing; False if it is somebody else's by now."""
    cursor = tx.db.execute_sql(
        'DELETE FROM lease WHERE case_id = ? AND "user" = ? AND place = ?', (case_id, tx.actor, place)
    )
    if cursor.rowcount:
        tx.changes.other("leases")
    return bool(cursor.rowcount)
