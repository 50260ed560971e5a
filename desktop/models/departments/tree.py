"""Who is above whom, and who stands in for whom. Plain functions of values.

Whatever the data is, nothing here runs in circles: a list may come from a workspace that was changed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.models.departments.rows import DepartmentRow


def in_circles(links: Mapping[str, str]) -> set[str]:
    """Those from which one comes back to where one was: {a: b, b: a, c: a} → a and b."""
    circles: set[str] = set()
    seen: set[str] = set()
    for start in links:
        way: dict[str, None] = {}
        at = start
        while at and at not in seen and at not in way:
            way[at] = None
            at = links.get(at, "")
        if at in way:
            steps = list(way)
            circles.update(steps[steps.index(at) :])
        seen.update(way)
    return circles


def path(code: str, known: Mapping[str, DepartmentRow]) -> tuple[str, ...]:
    """Names of all that it belongs to, from the top down, itself not included."""
    names: list[str] = []
    seen = {code}
    row = known.get(code)
    while row is not None:
        above = known.get(row.parent_code)
        if above is None or above.code in seen:
            if row.parent:
                names.append(row.parent)
            break
        names.append(above.name)
        seen.add(above.code)
        row = above
    return tuple(reversed(names))


def in_order(rows: Iterable[DepartmentRow]) -> list[tuple[int, DepartmentRow]]:
    """(depth, department) as a tree is read: each below what it belongs to, siblings by their codes."""
    known = {row.code: row for row in rows}
    below: dict[str, list[DepartmentRow]] = {}
    loose = in_circles({row.code: row.parent_code for row in known.values()})
    for row in sorted(known.values(), key=lambda row: row.code):
        top = row.code in loose or row.parent_code not in known
        below.setdefault("" if top else row.parent_code, []).append(row)
    found: list[tuple[int, DepartmentRow]] = []
    waiting = [(0, row) for row in reversed(below.get("", []))]
    while waiting:
        depth, row = waiting.pop()
        found.append((depth, row))
        waiting += [(depth + 1, child) for child in reversed(below.get(row.code, []))]
    return found


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who has a department's cases now. ``code`` is itself where it is present, "" where nobody is: then
    ``why`` says "nobody" (an absent one has no deputy), "gone" or "circle". ``through``: who was asked."""

    code: str
    through: tuple[str, ...]
    why: str = ""


def stand_in(code: str, known: Mapping[str, DepartmentRow]) -> StandIn:
    """Follow the deputies (대직) of those who are absent."""
    through: list[str] = []
    while True:
        row = known.get(code)
        if row is None or not row.active:
            return StandIn("", tuple(through), "gone")
        if not row.absent:
            return StandIn(code, tuple(through))
        if code in through:
            return StandIn("", tuple(through), "circle")
        through.append(code)
        if not row.deputy:
            return StandIn("", tuple(through), "nobody")
        code = row.deputy
