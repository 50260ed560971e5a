"""Small things that a workspace knows of itself, each by its name: settings, and marks of what was done."""

from __future__ import annotations

from desktop.models.current import database
from desktop.models.store import Tx


def get(name: str) -> str | None:
    """None where it was never put, or was dropped."""
    row = database.execute_sql("SELECT value FROM meta WHERE key = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put(tx: Tx, name: str, value: str) -> None:
    tx.db.execute_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def drop(tx: Tx, name: str) -> None:
    tx.db.execute_sql("DELETE FROM meta WHERE key = ?", (name,))


def count_up(tx: Tx, name: str) -> None:
    """Put the next whole number; the first one is 1."""
    put(tx, name, str(int(get(name) or 0) + 1))


def is_sample() -> bool:
    """Whether it is a sample workspace: from such a one nothing is ever sent."""
    return get("sample") == "1"
