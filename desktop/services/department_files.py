"""Lists of departments as files: CSV and XLSX in, CSV and XLSX out, with the columns of ``departments.csv``.

A bad row never stops the good ones; it is listed with its line and reason. Columns that a file does not have
keep what is stored, so a list of offices can be imported over contacts and deputies that were typed in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.models import departments
from desktop.models.store import Tx
from desktop.services import table_files
from desktop.services.table_files import BadRow, TableFileError

COLUMNS = (
    "code", "name", "parent_code", "parent", "kind", "duties", "official_code", "source",
    "contact", "mail", "deputy", "absent", "active",
)  # fmt: skip
_HEADERS = {
    "code": ("code", "코드", "부서코드", "조직코드"),
    "name": ("name", "이름", "부서", "부서명", "조직명", "기관명"),
    "parent_code": ("parentcode", "상위코드", "상위부서코드", "상위조직코드"),
    "parent": ("parent", "상위", "상위부서", "상위부서명", "상위조직", "소속"),
    "kind": ("kind", "type", "구분", "종류", "유형"),
    "duties": ("duties", "keywords", "업무", "담당업무", "분장업무", "소관업무", "키워드", "주요업무"),
    "official_code": ("officialcode", "표준코드", "기관코드", "행정표준코드", "행정표준기관코드"),
    "source": ("source", "출처"),
    "contact": ("contact", "phone", "tel", "연락처", "전화", "전화번호", "담당자"),
    "mail": ("mail", "email", "e-mail", "메일", "이메일", "전자우편", "메일주소"),
    "deputy": ("deputy", "대직", "대직부서", "대직부서코드", "대행"),
    "absent": ("absent", "부재", "부재중"),
    "active": ("active", "사용", "사용여부"),
}
_COLUMN = {header: column for column, headers in _HEADERS.items() for header in headers}
_YES = frozenset(("1", "y", "yes", "true", "o", "예", "네", "사용", "부재", "부재중", "t", "on"))
_NO = frozenset(("", "0", "n", "no", "false", "x", "아니오", "아니요", "미사용", "f", "off", "-"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row of a file: the columns it gives, by their names."""

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Codes of the departments that are new or different now, how many were the same, what was left out."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    bad: tuple[BadRow, ...]


def read_file(path: str | os.PathLike[str]) -> tuple[list[Wanted], list[BadRow]]:
    """Read a file without touching the database. Raises TableFileError."""
    return parse(table_files.read_bytes(path))


def parse(data: bytes) -> tuple[list[Wanted], list[BadRow]]:
    """Rows by their headings. Raises TableFileError where it is no list of departments."""
    if not data.strip():
        raise TableFileError("empty-department-list")
    rows = table_files.parse(data)
    if not rows:
        raise TableFileError("empty-department-list")
    columns = [_COLUMN.get(_heading(cell), "") for cell in rows[0][1]]
    if "code" not in columns or "name" not in columns:
        raise TableFileError("not-a-department-list")
    if len(rows) == 1:
        raise TableFileError("empty-department-list")
    good: list[Wanted] = []
    bad: list[BadRow] = []
    for line, cells in rows[1:]:
        values: dict[str, Any] = {}
        for number, column in enumerate(columns):
            if column:
                values.setdefault(column, cells[number] if number < len(cells) else "")
        reason = _understand(values)
        if reason:
            bad.append(BadRow(line, reason, _shown(cells)))
        else:
            good.append(Wanted(line, values))
    return good, bad


def _heading(cell: str) -> str:
    return re.sub(r"[\s_]+", "", cell.strip("\ufeff").casefold())


def _understand(values: dict[str, Any]) -> str:
    """Turn yes and no into what they mean; why a row cannot be used, "" where it can."""
    for name, empty in (("absent", False), ("active", True)):
        if name in values:
            said = str(values[name]).casefold()
            if said and said not in _YES and said not in _NO:
                return "not-yes-or-no"
            values[name] = said in _YES if said else empty
    return ""


def _shown(cells: Sequence[str]) -> str:
    text = " · ".join(cell for cell in cells if cell)
    return text if len(text) <= 160 else text[:159] + "…"


def import_rows(tx: Tx, good: Sequence[Wanted], bad: Sequence[BadRow], file: str = "") -> ImportReport:
    """For ``Store.write``: all good rows in one transaction; one that does not fit the tree is a bad row."""
    saved = departments.save(tx, [wanted.values for wanted in good], note=file)
    refused = [
        BadRow(
            good[place].line, reason, _shown([str(good[place].values.get(name, "")) for name in COLUMNS[:6]])
        )
        for place, reason in saved.bad.items()
    ]
    every = sorted([*bad, *refused], key=lambda row: row.line)
    return ImportReport(saved.new, saved.changed, saved.same, tuple(every))


def export_file(rows: Sequence[departments.DepartmentRow], path: str | os.PathLike[str]) -> int:
    """Write all rows, as XLSX where the name ends so, else as CSV; returns how many. The file is written
    whole or not at all. Raises TableFileError."""
    table = [list(COLUMNS), *([_cell(row, name) for name in COLUMNS] for row in rows)]
    as_xlsx = Path(path).suffix.lower() == ".xlsx"
    table_files.write_whole(
        path, table_files.to_xlsx(table, "부서") if as_xlsx else table_files.to_csv(table)
    )
    return len(rows)


def _cell(row: departments.DepartmentRow, name: str) -> str:
    value = getattr(row, name)
    if name == "duties":
        return ";".join(value)
    if isinstance(value, bool):
        return "y" if value else "n"
    return str(value)
