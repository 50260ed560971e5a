"""Saved views, and up to where each user has read them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.current import database
from desktop.models.filters import Filter
from desktop.models.permissions import need
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class ViewRow:
    id: int
    name: str
    screen: str  # board | timeline
    filter: Filter
    position: int


@dataclass(frozen=True, slots=True)
class ReadPositionRow:
    """Posts up to ``post_id`` were read at ``at_ms``."""

    post_id: int
    at_ms: int


def list_views(screen: str | None = None) -> list[ViewRow]:
    """Saved views in the order in which people put them."""
    rule, values = ("", ()) if screen is None else (" WHERE screen = ?", (screen,))
    rows = database.execute_sql(
        f"SELECT id, name, screen, filter, position FROM saved_view{rule} ORDER BY position, id", values
    ).fetchall()
    return [ViewRow(row[0], row[1], row[2], Filter.from_json(row[3]), row[4]) for row in rows]


def save_view(tx: Tx, name: str, screen: str, f: Filter) -> int:
    """Save a view at the end of the list; one of the same name and screen is replaced. Its id."""
    need(tx, "view.edit")
    if not name.strip():
        raise ValueError("a view needs a name")
    name = name.strip()
    known = tx.db.execute_sql(
        "SELECT id FROM saved_view WHERE name = ? AND screen = ?", (name, screen)
    ).fetchone()
    tx.changes.other("views")
    if known is not None:
        tx.db.execute_sql("UPDATE saved_view SET filter = ? WHERE id = ?", (f.to_json(), known[0]))
        return int(known[0])
    cursor = tx.db.execute_sql(
        "INSERT INTO saved_view (name, screen, filter, position)"
        " SELECT ?, ?, ?, coalesce(max(position), 0) + 1 FROM saved_view RETURNING id",
        (name, screen, f.to_json()),
    )
    return int(cursor.fetchone()[0])


def remove_view(tx: Tx, view_id: int) -> None:
    need(tx, "view.edit")
    tx.db.execute_sql("DELETE FROM saved_view WHERE id = ?", (view_id,))
    tx.changes.other("views")


def read_position(view: str, user: str) -> ReadPositionRow | None:
    """Where a user stopped reading; ``view`` is any name that the screen keeps to."""
    row = database.execute_sql(
        'SELECT post_id, at_ms FROM read_position WHERE "view" = ? AND "user" = ?', (view, user)
    ).fetchone()
    return None if row is None else ReadPositionRow(*row)


def set_read_position(tx: Tx, view: str, user: str, post_id: int) -> None:
    tx.db.execute_sql(
        'INSERT INTO read_position ("view", "user", post_id, at_ms) VALUES (?, ?, ?, ?)'
        ' ON CONFLICT ("view", "user") DO UPDATE SET post_id = excluded.post_id, at_ms = excluded.at_ms',
        (view, user, post_id, tx.now_ms),
    )
    # Nobody else's screen changes by it: no announcement.
