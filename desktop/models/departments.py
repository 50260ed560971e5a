"""The offices that matters are handed to (부서), and which one a text seems to be about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.current import database
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    code: str
    name: str
    parent: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A department and the word of the text that speaks for it."""

    code: str
    name: str
    word: str


def list_departments() -> list[DepartmentRow]:
    """All that exist now, by name."""
    rows = database.execute_sql(
        "SELECT code, name, parent, duties FROM department WHERE active ORDER BY name, code"
    ).fetchall()
    return [DepartmentRow(row[0], row[1], row[2], _duties(row[3])) for row in rows]


def get_department(code: str) -> DepartmentRow | None:
    """Also one that does not exist any more: old cases still name it."""
    row = database.execute_sql(
        "SELECT code, name, parent, duties FROM department WHERE code = ?", (code,)
    ).fetchone()
    return None if row is None else DepartmentRow(row[0], row[1], row[2], _duties(row[3]))


def find(text: str, limit: int = 20) -> list[DepartmentRow]:
    """What a person looks for by typing: names that begin with it, names that hold it, then duties and
    parents."""
    wanted = _folded(text)
    if not wanted:
        return list_departments()[:limit]
    ranked: list[tuple[int, str, DepartmentRow]] = []
    for row in list_departments():
        name = _folded(row.name)
        if name.startswith(wanted):
            place = 0
        elif wanted in name:
            place = 1
        elif any(wanted in _folded(duty) for duty in row.duties):
            place = 2
        elif wanted in _folded(row.parent) or wanted == row.code.casefold():
            place = 3
        else:
            continue
        ranked.append((place, row.name, row))
    return [row for _, _, row in sorted(ranked, key=lambda item: item[:2])][:limit]


def suggest(text: str) -> Suggestion | None:
    """The department whose name or duties a text mentions most; None if none. Only ever a proposal."""
    folded = _folded(text)
    best: tuple[int, int, Suggestion] | None = None
    for row in list_departments():
        found = [word for word in dict.fromkeys((row.name, *row.duties)) if len(_folded(word)) >= 2]
        found = [word for word in found if _folded(word) in folded]
        if not found:
            continue
        longest = max(found, key=len)
        # A long word says more than many short ones: 버스정류장 is the bus division's, not everybody's with
        # 버스.
        score = (len(_folded(longest)), len(found))
        if best is None or score > best[:2]:
            best = (*score, Suggestion(row.code, row.name, longest))
    return None if best is None else best[2]


def seed(tx: Tx, rows: Iterable[tuple[str, str, str, str]]) -> int:
    """Bring the list up to date from (code, name, parent, duties separated by ";"); how many rows.
    Departments that are not in it stay as they are."""
    values = [(code, name, parent, duties, True) for code, name, parent, duties in rows]
    tx.db.connection().executemany(
        "INSERT INTO department (code, name, parent, duties, active) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent,"
        " duties = excluded.duties, active = excluded.active",
        values,
    )
    tx.changes.other("departments")
    return len(values)


def _duties(text: str) -> tuple[str, ...]:
    return tuple(duty.strip() for duty in text.split(";") if duty.strip())


def _folded(text: str) -> str:
    return "".join(text.casefold().split())
