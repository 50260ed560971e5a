"""Whether due times may be out of date: what they are counted with has changed and they were not all computed
anew since. Kept in the workspace, so that a program that ends in between goes on at its next start."""

from __future__ import annotations

from desktop.models.current import database
from desktop.models.store import Tx

_KEY = "due_times_stale"


def mark(tx: Tx) -> None:
    """Days, hours or rules have changed."""
    tx.look_again()
    tx.db.execute_sql(
        "INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
        (_KEY,),
    )


def mark_of() -> str:
    """ "" where all due times are right; else what ``clear`` wants to know."""
    row = database.execute_sql("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return "" if row is None else str(row[0])


def clear(tx: Tx, mark: str) -> None:
    """All were computed anew; what changed since ``mark_of`` was read still counts."""
    tx.db.execute_sql("DELETE FROM meta WHERE key = ? AND value = ?", (_KEY, mark))
