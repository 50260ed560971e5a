"""Lists of members as CSV or XLSX: user, role, name, department, voices, active.

Headings in Korean or English; roles and voices by code or word, a department by code or name. What a cell
means is decided here, whether the member may be so in ``models.members``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import departments, members
from desktop.models.store import Tx
from desktop.services import table_files
from desktop.services.table_files import BadRow, TableFileError

ROLE_WORDS: dict[str, tuple[str, str]] = {
    "admin": ("관리자", "admin"),
    "triage": ("분류 담당", "triage"),
    "spokesperson": ("대변인", "spokesperson"),
    "mayor": ("시장", "mayor"),
    "department": ("부서 담당", "department"),
    "media": ("채널 운영", "media"),
    "viewer": ("보기만", "viewer"),
}
"""Role → (Korean, English)."""

VOICE_WORDS: dict[str, tuple[str, str]] = {
    "mayor": ("시장", "mayor"),
    "spokesperson": ("대변인", "spokesperson"),
    "official": ("서울시 공식", "official"),
    "department": ("부서", "department"),
}

_HEADINGS: dict[str, tuple[str, ...]] = {
    "user": ("user", "아이디", "사용자", "기록이름"),
    "role": ("role", "역할"),
    "name": ("name", "이름", "성명"),
    "department": ("department", "부서", "담당부서"),
    "voices": ("voices", "명의"),
    "active": ("active", "사용", "근무"),
}
_NO = ("n", "no", "false", "0", "아니요", "중지", "쉼")


@dataclass(frozen=True, slots=True)
class Report:
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    bad: tuple[BadRow, ...]


Wanted = tuple[int, str, dict[str, Any]]
"""Line of the file, its text for messages, and the values of the columns that it has."""


def read_file(path: str | os.PathLike[str]) -> list[Wanted]:
    """The rows of a file. Raises TableFileError."""
    return understand(table_files.parse(table_files.read_bytes(path)))


def understand(rows: Sequence[table_files.Row]) -> list[Wanted]:
    """Rows as values by column; the first one holds the headings. Raises TableFileError without a column of
    users."""
    if not rows:
        raise TableFileError("no-member-column")
    known = {word: column for column, words in _HEADINGS.items() for word in words}
    columns = [known.get(re.sub(r"[\s_]+", "", cell.casefold()), "") for cell in rows[0][1]]
    if "user" not in columns and "name" in columns:
        columns[columns.index("name")] = "user"  # a plain list of names: the name is the one in the log
    if "user" not in columns:
        raise TableFileError("no-member-column")
    found = []
    for line, cells in rows[1:]:
        values: dict[str, Any] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column:
                values.setdefault(column, cell)
        found.append((line, " · ".join(cell for cell in cells if cell)[:160], values))
    return found


def import_rows(tx: Tx, rows: Sequence[Wanted]) -> Report:
    """For ``Store.write``: all good rows in one transaction. Raises MemberRefused if no admin were left."""
    index = departments.index()
    wanted: list[Mapping[str, Any]] = []
    for _, _, values in rows:
        one = dict(values)
        if "role" in one:
            one["role"] = role_of(one["role"])
        if "voices" in one:
            one["voices"] = voices_of(one["voices"])
        if one.get("department"):
            row = index.exactly(one["department"])
            one["department"] = one["department"] if row is None else row.code
        if "active" in one:
            one["active"] = one["active"].casefold() not in _NO
        wanted.append(one)
    saved = members.save(tx, wanted)
    bad = tuple(
        BadRow(rows[place][0], f"workspace:{why}", rows[place][1]) for place, why in saved.bad.items()
    )
    return Report(saved.new, saved.changed, saved.same, bad)


def role_of(text: str) -> str:
    """The code of a role by code or word; the text itself where it is neither."""
    return _by_word(text, ROLE_WORDS)


def voices_of(text: str) -> tuple[str, ...]:
    """Voices by code or word, separated by ";" or ","."""
    return tuple(_by_word(part, VOICE_WORDS) for part in re.split(r"[;,]", text) if part.strip())


def _by_word(text: str, words: Mapping[str, tuple[str, str]]) -> str:
    wanted = re.sub(r"\s+", "", text.casefold())
    for code, names in words.items():
        if wanted in (code, *(re.sub(r"\s+", "", name.casefold()) for name in names)):
            return code
    return text
