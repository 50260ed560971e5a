"""What a list of departments must be before it is stored: every row that is refused has one reason.

Pure: takes what is stored and what is wanted, gives what can be. Reasons are codes of ``services/messages``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.models.departments.addresses import are_addresses
from desktop.models.departments.rows import DepartmentRow
from desktop.models.departments.tree import in_circles

LONGEST = {"code": 60, "name": 200, "parent": 200, "parent_code": 60, "kind": 40, "contact": 400,
           "mail": 2000, "deputy": 60, "official_code": 60, "source": 400}  # fmt: skip
LONGEST_DUTIES = 4000


def why_bad(row: DepartmentRow) -> str:
    """What is wrong with a department by itself, "" for nothing."""
    if not row.code:
        return "no-department-code"
    if not row.name:
        return "no-department-name"
    if any(len(getattr(row, name)) > most for name, most in LONGEST.items()):
        return "too-long-field"
    if sum(map(len, row.duties)) > LONGEST_DUTIES:
        return "too-long-field"
    if not are_addresses(row.mail):
        return "bad-mail-address"
    return ""


def checked(
    stored: Mapping[str, DepartmentRow], wanted: Sequence[DepartmentRow]
) -> tuple[list[DepartmentRow], dict[int, str]]:
    """What of ``wanted`` can be stored over ``stored``, with parents linked; and place → reason of the rest.

    A row that leans on one that is refused is refused too, so that what is stored is always a tree.
    """
    bad: dict[int, str] = {}
    good: dict[int, DepartmentRow] = {}
    places: dict[str, int] = {}
    for place, row in enumerate(wanted):
        reason = why_bad(row) or ("twice-in-file" if row.code in places else "")
        if reason:
            bad[place] = reason
            continue
        places[row.code] = place
        good[place] = row
    good = _linked(stored, good)
    while True:
        refused = _refused(stored, good)
        if not refused:
            break
        bad.update(refused)
        good = {place: row for place, row in good.items() if place not in refused}
    return _named(stored, list(good.values())), bad


def _linked(stored: Mapping[str, DepartmentRow], good: dict[int, DepartmentRow]) -> dict[int, DepartmentRow]:
    """Lists made by hand name the parent and give no code: found where exactly one bears the name."""
    bearers: dict[str, list[str]] = {}
    for code, row in _after(stored, good).items():
        bearers.setdefault(row.name, []).append(code)
    linked = {}
    for place, row in good.items():
        same = bearers.get(row.parent, []) if not row.parent_code else []
        alone = len(same) == 1 and same[0] != row.code
        linked[place] = replace(row, parent_code=same[0]) if alone else row
    return linked


def _after(
    stored: Mapping[str, DepartmentRow], good: Mapping[int, DepartmentRow]
) -> dict[str, DepartmentRow]:
    return {**stored, **{row.code: row for row in good.values()}}


def _refused(stored: Mapping[str, DepartmentRow], good: Mapping[int, DepartmentRow]) -> dict[int, str]:
    after = _after(stored, good)
    circles = in_circles({code: row.parent_code for code, row in after.items()})
    deputies = in_circles({code: row.deputy for code, row in after.items()})
    found: dict[int, str] = {}
    for place, row in good.items():
        if row.parent_code and row.parent_code not in after:
            found[place] = "no-such-parent"
        elif row.deputy and row.deputy not in after:
            found[place] = "no-such-deputy"
        elif row.code in circles:
            found[place] = "department-circle"
        elif row.code in deputies:
            found[place] = "deputy-circle"
    return found


def _named(stored: Mapping[str, DepartmentRow], good: list[DepartmentRow]) -> list[DepartmentRow]:
    """The name of the parent is that of the department it stands for, whatever a file says."""
    after = {**stored, **{row.code: row for row in good}}
    return [replace(row, parent=after[row.parent_code].name) if row.parent_code else row for row in good]
