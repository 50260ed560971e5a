"""Who works here and as what (구성원): data that an admin edits. Rights are in ``permissions.py``.

A workspace without members is one person's and everything is allowed there. The first member is an admin, and
the last active admin cannot be taken away: else nobody could name members any more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import ROLES, VOICES, need
from desktop.models.store import Tx

LONGEST_NAME = 60


class MemberRefused(WorkspaceError):
    """A member cannot be so; ``code`` says why: member-name, member-role, member-voice, member-department,
    member-exists, member-missing, member-first-admin, member-last-admin."""

    code = "member-name"

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(f"{code}: {name}", code)
        self.name = name


@dataclass(frozen=True, slots=True)
class MemberRow:
    """``user`` is the name in the log; ``voices`` are those beyond the voices of the role."""

    user: str
    role: str
    name: str = ""
    department: str = ""  # code
    voices: tuple[str, ...] = ()
    active: bool = True


_COLUMNS = ("user", "role", "name", "department", "voices", "active")
_SELECT = 'SELECT "user", role, name, department, voices, active FROM member'


def list_members() -> list[MemberRow]:
    """All of them, admins first, then by role and name; those at rest last."""
    rows = [_row(row) for row in database.execute_sql(_SELECT).fetchall()]
    return sorted(rows, key=lambda row: (not row.active, ROLES.index(row.role), row.name or row.user))


def get_member(user: str) -> MemberRow | None:
    row = database.execute_sql(f'{_SELECT} WHERE "user" = ?', (user,)).fetchone()
    return None if row is None else _row(row)


def add(tx: Tx, /, user: str, role: str, *, step: str = "", **values: Any) -> MemberRow:
    """Take somebody in; ``values`` are further fields of ``MemberRow``. Raises MemberRefused."""
    need(tx, "member.edit")
    row = _clean(MemberRow(user, role, **values))
    if get_member(row.user) is not None:
        raise MemberRefused("member-exists", row.user)
    _change(tx, None, row, step)
    return row


def edit(tx: Tx, user: str, /, *, step: str = "", **values: Any) -> MemberRow:
    """Change fields of a member, also ``user``. Raises MemberRefused."""
    need(tx, "member.edit")
    before = get_member(user)
    if before is None:
        raise MemberRefused("member-missing", user)
    row = _clean(replace(before, **values), before)
    if row.user != before.user:
        if get_member(row.user) is not None:
            raise MemberRefused("member-exists", row.user)
        # Another name in the log is another person for it: one goes, one comes.
        _write(tx, row)
        record(tx, "member", 0, _state(row.user, None), _state(row.user, row), step=step, about=_about(row))
        _change(tx, before, None, step)
    elif row != before:
        _change(tx, before, row, step)
    return row


def remove(tx: Tx, user: str, *, step: str = "") -> None:
    """Take a member off the list; what they did stays in the log. Raises MemberRefused."""
    need(tx, "member.edit")
    before = get_member(user)
    if before is None:
        raise MemberRefused("member-missing", user)
    _change(tx, before, None, step)


@dataclass(frozen=True, slots=True)
class Imported:
    """Users that are new and that are different now; ``bad``: place of a row → why it was left out."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    bad: Mapping[int, str]


def save(tx: Tx, wanted: Sequence[Mapping[str, Any]], *, step: str = "") -> Imported:
    """Take in and change several at once, by ``user``; what a row does not name stays as it is, and so does
    everybody who is not in the list. Rows that cannot be are left out and told. Raises MemberRefused if no
    active admin would be left."""
    need(tx, "member.edit")
    new: list[str] = []
    changed: list[str] = []
    bad: dict[int, str] = {}
    same = 0
    for place, values in enumerate(wanted):
        try:
            given = {name: value for name, value in values.items() if name in _COLUMNS}
            user = _clean_name(str(given.pop("user", "")))
            before = get_member(user)
            if before is None and "role" not in given:
                raise MemberRefused("member-role", user)
            row = _clean(replace(before, **given) if before else MemberRow(user, **given), before)
        except MemberRefused as refused:
            bad[place] = refused.code
            continue
        if row == before:
            same += 1
            continue
        (changed if before else new).append(row.user)
        _write(tx, row)
        record(tx, "member", 0, _state(user, before), _state(user, row), step=step, about=_about(row))
    _check_admins(tx)
    if new or changed:
        tx.changes.other("members")
    return Imported(tuple(new), tuple(changed), same, bad)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a member back as an event describes them; for undo. Raises MemberRefused if nobody were admin."""
    was = state["was"]
    if was is None:
        tx.db.execute_sql('DELETE FROM member WHERE "user" = ?', (state["user"],))
    else:
        _write(tx, MemberRow(**{**was, "voices": tuple(was["voices"])}))
    _check_admins(tx)
    tx.changes.other("members")


# --- inside -----------------------------------------------------------------------------------------------


def _change(tx: Tx, before: MemberRow | None, after: MemberRow | None, step: str) -> None:
    row = after or before
    assert row is not None
    if after is None:
        tx.db.execute_sql('DELETE FROM member WHERE "user" = ?', (row.user,))
    else:
        _write(tx, after)
    _check_admins(tx, left=after is None, first=before is None)
    record(tx, "member", 0, _state(row.user, before), _state(row.user, after), step=step, about=_about(row))
    tx.changes.other("members")


def _check_admins(tx: Tx, *, left: bool = False, first: bool = False) -> None:
    """Somebody has to be an active admin where there are members at all. ``left``: somebody was taken off
    the list, who must not have been the last of all: everybody could do everything then. ``first``:
    somebody was taken in."""
    total, admins = tx.db.execute_sql(
        "SELECT count(*), coalesce(sum(active AND role = 'admin'), 0) FROM member"
    ).fetchone()
    if admins or (not total and not left):
        return
    raise MemberRefused("member-first-admin" if first else "member-last-admin")


def _write(tx: Tx, row: MemberRow) -> None:
    tx.db.execute_sql(
        'INSERT INTO member ("user", role, name, department, voices, active, changed_ms, changed_by)'
        ' VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("user") DO UPDATE SET role = excluded.role,'
        " name = excluded.name, department = excluded.department, voices = excluded.voices,"
        " active = excluded.active, changed_ms = excluded.changed_ms, changed_by = excluded.changed_by",
        (
            row.user, row.role, row.name, row.department, ";".join(row.voices), row.active, tx.now_ms,
            tx.actor,
        ),
    )  # fmt: skip


def _clean(row: MemberRow, before: MemberRow | None = None) -> MemberRow:
    """The member as it can be stored. Raises MemberRefused. A department that is no more is only refused
    where it is named anew."""
    user, name = _clean_name(row.user), _clean_name(row.name, empty=True)
    if row.role not in ROLES:
        raise MemberRefused("member-role", row.role[:LONGEST_NAME])
    voices = tuple(voice for voice in VOICES if voice in row.voices)
    if unknown := sorted(set(row.voices) - set(VOICES)):
        raise MemberRefused("member-voice", unknown[0][:LONGEST_NAME])
    if (row.role == "department" and not row.department) or (
        row.department and (before is None or before.department != row.department) and not _known(row)
    ):
        raise MemberRefused("member-department", user)
    return replace(row, user=user, name=name, voices=voices, active=bool(row.active))


def _clean_name(text: str, *, empty: bool = False) -> str:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    odd = any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in text)
    if odd or len(text) > LONGEST_NAME or not (text or empty):
        raise MemberRefused("member-name", text[:LONGEST_NAME])
    return text


def _known(row: MemberRow) -> bool:
    found = database.execute_sql("SELECT 1 FROM department WHERE code = ? AND active", (row.department,))
    return found.fetchone() is not None


def _row(row: Iterable[Any]) -> MemberRow:
    user, role, name, department, voices, active = row
    parts = tuple(voice for voice in voices.split(";") if voice)
    return MemberRow(user, role, name, department, parts, bool(active))


def _about(row: MemberRow) -> str:
    return f"member:{row.user}"


def _state(user: str, row: MemberRow | None) -> dict[str, Any]:
    was = None if row is None else {**asdict(row), "voices": list(row.voices)}
    return {"member": {"user": user, "was": was}}
