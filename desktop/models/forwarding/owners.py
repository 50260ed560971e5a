"""Who owns a matter, named by triage when a case went round too often (소관 결정)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.models import departments
from desktop.models.current import database
from desktop.models.departments import Suggestion
from desktop.models.errors import Missing
from desktop.models.events import record
from desktop.models.hangul import folded
from desktop.models.permissions import need
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class Ruling:
    """``words``: a text that has all of them is of this matter; none: it counts for its case alone."""

    id: int
    words: tuple[str, ...]
    department: str
    reason: str
    case_id: int | None
    made_ms: int
    made_by: str
    active: bool


_SELECT = "SELECT id, words, department, reason, case_id, made_ms, made_by, active FROM ruling"


def rulings(*, include_retired: bool = False) -> list[Ruling]:
    """The latest first: it wins where several fit a text."""
    rule = "" if include_retired else " WHERE active"
    return [_ruling(row) for row in database.execute_sql(f"{_SELECT}{rule} ORDER BY id DESC").fetchall()]


def get_ruling(ruling_id: int) -> Ruling:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (ruling_id,)).fetchone()
    if row is None:
        raise Missing(f"no ruling {ruling_id}")
    return _ruling(row)


def of_text(text: str) -> list[Ruling]:
    """The rulings that a text falls under: the most words first, then the latest."""
    plain = folded(text)
    fitting = [
        ruling for ruling in rulings()
        if ruling.words and all(folded(word) in plain for word in ruling.words)
    ]  # fmt: skip
    return sorted(fitting, key=lambda ruling: -len(ruling.words))


def suggestions(text: str, limit: int = 5) -> list[Suggestion]:
    """Departments that a text is likely for: those that a ruling names, with its words, before those that
    names, duties and earlier decisions speak for."""
    names = departments.index().names
    first: dict[str, Suggestion] = {}
    for ruling in of_text(text):
        if ruling.department in names and ruling.department not in first:
            first[ruling.department] = Suggestion(
                ruling.department, names[ruling.department], ruling.words, ruled=True
            )
    others = [likely for likely in departments.suggestions(text, limit) if likely.code not in first]
    return [*first.values(), *others][:limit]


def names_owner(case_id: int, department: str) -> bool:
    """Whether a ruling was made on this very case, or its text falls under one, for this department."""
    if any(ruling.case_id == case_id and ruling.department == department for ruling in rulings()):
        return True
    row = database.execute_sql("SELECT text FROM post WHERE id = ?", (case_id,)).fetchone()
    return row is not None and any(ruling.department == department for ruling in of_text(row[0]))


def add(tx: Tx, department: str, reason: str, words: Iterable[str], case_id: int, step: str) -> int:
    """Store a ruling; its id. The caller has asked for the right."""
    kept = ";".join(dict.fromkeys(word.replace(";", " ").strip() for word in words if word.strip(" ;")))
    row = tx.db.execute_sql(
        "INSERT INTO ruling (words, department, reason, case_id, made_ms, made_by, active)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (kept, department, reason, case_id, tx.now_ms, tx.actor, True),
    ).fetchone()
    _record(tx, get_ruling(int(row[0])), case_id, False, step)
    return int(row[0])


def retire(tx: Tx, ruling_id: int, *, step: str = "") -> None:
    """It is offered no more. Cases that were sent by it stay where they are."""
    need(tx, "forwarding.rule")
    ruling = get_ruling(ruling_id)
    if ruling.active:
        _set_active(tx, ruling_id, False)
        _record(tx, replace(ruling, active=False), ruling.case_id or 0, True, step)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a ruling back as an event describes it; for undo."""
    _set_active(tx, state["id"], state["active"])


def _set_active(tx: Tx, ruling_id: int, active: bool) -> None:
    tx.db.execute_sql("UPDATE ruling SET active = ? WHERE id = ?", (active, ruling_id))
    tx.changes.other("rulings")


def _record(tx: Tx, ruling: Ruling, case_id: int, was_active: bool, step: str) -> None:
    record(
        tx, "ruling", case_id,
        {"ruling": {"id": ruling.id, "active": was_active}},
        {
            "ruling": {"id": ruling.id, "active": ruling.active},
            "to": ruling.department, "words": list(ruling.words), "reason": ruling.reason,
        },
        step=step, about=f"ruling:{ruling.id}",
    )  # fmt: skip
    tx.changes.other("rulings")


def _ruling(row: tuple[Any, ...]) -> Ruling:
    words = tuple(word for word in row[1].split(";") if word)
    return Ruling(row[0], words, row[2], row[3], row[4], row[5], row[6], bool(row[7]))
