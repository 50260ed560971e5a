"""Storing departments. A change is an event of no case.

It also makes whoever keeps a list in memory read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.models import meta
from desktop.models.departments.checking import checked
from desktop.models.departments.rows import (
    COLUMNS,
    REVISION,
    DepartmentRow,
    duties_of,
    get_department,
    list_departments,
)
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx

OF_NO_CASE = 0


class DepartmentRefused(Exception):
    """A change that cannot be; ``code`` is the reason, nothing was changed."""

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.name = name


@dataclass(frozen=True, slots=True)
class Saved:
    """Codes of what is new and what is different now; ``bad``: place of a row → why it was left out."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    bad: Mapping[int, str]


def save(tx: Tx, wanted: Sequence[Mapping[str, Any]], *, note: str = "") -> Saved:
    """Store departments given by their columns. What a row does not name stays as it is stored, and so does
    every department that is not in the list. Rows that cannot be are left out and told."""
    need(tx, "department.edit")
    stored = {row.code: row for row in list_departments(include_retired=True)}
    rows = [_over(stored.get(str(values.get("code", ""))), values) for values in wanted]
    good, bad = checked(stored, rows)
    new = [row for row in good if row.code not in stored]
    changed = [row for row in good if row.code in stored and row != stored[row.code]]
    _write(tx, [*new, *changed])
    renamed = [row for row in changed if row.name != stored[row.code].name]
    for row in renamed:
        tx.db.execute_sql("UPDATE department SET parent = ? WHERE parent_code = ?", (row.name, row.code))
    if new or changed:
        before = {row.code: _different(stored[row.code], row) for row in changed}
        after: dict[str, Any] = {row.code: _different(row, stored[row.code]) for row in changed}
        after |= {row.code: {"name": row.name} for row in new}
        record(tx, "departments", OF_NO_CASE, before, {**({"file": note} if note else {}), "rows": after})
        _tell(tx)
    same = len(good) - len(new) - len(changed)
    return Saved(tuple(row.code for row in new), tuple(row.code for row in changed), same, bad)


def edit(tx: Tx, code: str, **changes: Any) -> DepartmentRow:
    """Change one department (columns of ``DepartmentRow``). Raises DepartmentRefused."""
    if get_department(code) is None:
        raise DepartmentRefused("no-department", code)
    saved = save(tx, [{**changes, "code": code}])
    if saved.bad:
        raise DepartmentRefused(saved.bad[0], code)
    row = get_department(code)
    assert row is not None
    return row


def seed(tx: Tx, rows: Iterable[tuple[str, ...]]) -> int:
    """Bring the list up to date from what ships with the program: (code, name, parent, duties separated by
    ";" and, where known, parent_code, kind, source); how many rows. Departments that are not in it stay as
    they are. Nobody's deed, so no event."""
    names = ("code", "name", "parent", "duties", "parent_code", "kind", "source")
    wanted = [dict(zip(names, row, strict=False)) for row in rows]
    stored = {row.code: row for row in list_departments(include_retired=True)}
    good, _ = checked(stored, [_over(stored.get(w["code"]), {**w, "active": True}) for w in wanted])
    _write(tx, good)
    _tell(tx)
    return len(good)


def _over(row: DepartmentRow | None, values: Mapping[str, Any]) -> DepartmentRow:
    given = {name: value for name, value in values.items() if name in COLUMNS}
    if isinstance(given.get("duties"), str):
        given["duties"] = duties_of(given["duties"])
    if row is None:
        return DepartmentRow(**{"code": "", "name": "", **given})
    if given.get("parent", row.parent) != row.parent and "parent_code" not in given:
        given["parent_code"] = ""  # named anew: the old link must not win
    return replace(row, **given)


def _different(row: DepartmentRow, other: DepartmentRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS if getattr(row, name) != getattr(other, name)}


def _write(tx: Tx, rows: Sequence[DepartmentRow]) -> None:
    marks = ", ".join("?" * len(COLUMNS))
    updates = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "code")
    tx.db.connection().executemany(
        f"INSERT INTO department ({', '.join(COLUMNS)}) VALUES ({marks})"
        f" ON CONFLICT (code) DO UPDATE SET {updates}",
        [
            tuple(";".join(row.duties) if name == "duties" else getattr(row, name) for name in COLUMNS)
            for row in rows
        ],
    )


def _tell(tx: Tx) -> None:
    meta.count_up(tx, REVISION)
    tx.changes.other("departments")
