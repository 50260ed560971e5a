"""Internal notes (내부 메모). There is deliberately no function here that leads to a channel."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: int
    case_id: int
    author: str
    text: str
    written_ms: int


def add_note(tx: Tx, case_id: int, text: str) -> int:
    """Write a note as the actor of the transaction; its id. Raises Missing, ValueError for an empty note."""
    if not text.strip():
        raise ValueError("an empty note")
    need(tx, "case.note")
    if tx.db.execute_sql("SELECT 1 FROM case_ WHERE id = ?", (case_id,)).fetchone() is None:
        raise Missing(f"no case {case_id}")
    cursor = tx.db.execute_sql(
        "INSERT INTO note (case_id, author, text, written_ms) VALUES (?, ?, ?, ?) RETURNING id",
        (case_id, tx.actor, text.strip(), tx.now_ms),
    )
    note_id = int(cursor.fetchone()[0])
    record(tx, "note", case_id, {}, {"note": note_id})
    tx.changes.case(case_id)
    return note_id


def list_notes(case_id: int) -> list[NoteRow]:
    """Notes of a case and of the cases that were grouped into it, oldest first."""
    rows = database.execute_sql(
        "SELECT n.id, n.case_id, n.author, n.text, n.written_ms FROM note n JOIN case_ c ON c.id = n.case_id"
        " WHERE n.case_id = ? OR c.merged_into = ? ORDER BY n.id",
        (case_id, case_id),
    ).fetchall()
    return [NoteRow(*row) for row in rows]
