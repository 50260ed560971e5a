"""One department as a value, and how it is read. Knows nothing of finding or changing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.models import meta
from desktop.models.current import database

COLUMNS = (
    "code", "name", "parent", "duties", "parent_code", "kind", "contact", "mail", "deputy", "absent",
    "official_code", "source", "active",
)  # fmt: skip
REVISION = "departments_revision"
"""Fact of the workspace that grows with every change of a department."""


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """``parent`` is a name: that of ``parent_code``, or of something that is no department (시장). ``deputy``
    is the code of the department that stands in while this one is ``absent``. A department that is not
    ``active`` exists no more; old cases still name it."""

    code: str
    name: str
    parent: str = ""
    duties: tuple[str, ...] = ()
    parent_code: str = ""
    kind: str = ""
    contact: str = ""
    mail: str = ""
    deputy: str = ""
    absent: bool = False
    official_code: str = ""
    source: str = ""
    active: bool = True


def list_departments(*, include_retired: bool = False) -> list[DepartmentRow]:
    """All that exist now, by name."""
    rule = "" if include_retired else " WHERE active"
    return _read(f"{rule} ORDER BY name, code")


def get_department(code: str) -> DepartmentRow | None:
    """Also one that does not exist any more: old cases still name it."""
    return next(iter(_read(" WHERE code = ?", code)), None)


def revision() -> int:
    return int(meta.get(REVISION) or 0)


def duties_of(text: str) -> tuple[str, ...]:
    """ "버스; 정류소" as a list of words, each once."""
    return tuple(dict.fromkeys(duty.strip() for duty in text.split(";") if duty.strip()))


def _read(rest: str, *values: Any) -> list[DepartmentRow]:
    rows: Iterable[Any] = database.execute_sql(
        f"SELECT {', '.join(COLUMNS)} FROM department{rest}", values
    ).fetchall()
    return [_row(dict(zip(COLUMNS, row, strict=True))) for row in rows]


def _row(values: dict[str, Any]) -> DepartmentRow:
    values["duties"] = duties_of(values["duties"])
    for name in ("absent", "active"):
        values[name] = bool(values[name])
    return DepartmentRow(**values)
