"""Whose inbox somebody looks into, and its pages in both directions and within a span of due times.

Departments with no forwarding cost nothing: an office with hundreds of teams is looked into as fast as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from desktop.models import departments
from desktop.models.current import database
from desktop.models.forwarding.inboxes import InboxRow, Key, rows
from desktop.models.forwarding.keeping import OPEN_STATES, covers
from desktop.models.sql import marks, rows_in

END = 1 << 62


@dataclass(frozen=True, slots=True)
class Place:
    """A department with something in its inbox: how much was sent and not received, how much received."""

    code: str
    name: str
    new: int
    working: int


def used() -> list[str]:
    """Codes of all departments that were ever sent something, in the order of their codes."""
    # One step down the index for each department, whatever number of rows each has.
    found = database.execute_sql(
        "WITH RECURSIVE step (code) AS (SELECT min(department) FROM forwarding UNION ALL"
        " SELECT (SELECT min(department) FROM forwarding WHERE department > step.code) FROM step"
        " WHERE step.code IS NOT NULL) SELECT code FROM step WHERE code IS NOT NULL"
    ).fetchall()
    return [row[0] for row in found]


def within(code: str) -> list[str]:
    """Departments to look into for somebody of ``code``: itself and what is below it, as far as they were
    ever sent something; itself always."""
    return [code, *(other for other in used() if other != code and covers(code, other))]


def waiting() -> list[Place]:
    """Departments that have something open, those with the most that was not received yet first."""
    names = departments.index().names
    open_by_state: dict[str, dict[str, int]] = {}
    for code, state, count in rows_in(
        database,
        "SELECT department, state, count(*) FROM forwarding"
        f" WHERE state IN ({marks(len(OPEN_STATES))}) AND department IN (%s) GROUP BY department, state",
        used(), *OPEN_STATES,
    ):  # fmt: skip
        open_by_state.setdefault(code, {})[state] = count
    places = [
        Place(code, names.get(code, code), by.get("sent", 0), sum(by.values()) - by.get("sent", 0))
        for code, by in open_by_state.items()
    ]
    return sorted(places, key=lambda place: (-place.new, -place.working, place.name))


def page(
    codes: Sequence[str],
    states: Sequence[str] = OPEN_STATES,
    *,
    low: int = -1,
    high: int = END,
    after: Key | None = None,
    before: Key | None = None,
    limit: int = 200,
) -> list[InboxRow]:
    """Rows in order of urgency with ``low`` <= urgency < ``high``: those next after a key or, going up, those
    next before one."""
    if before is not None:
        sql = (
            "SELECT urgency, id FROM forwarding WHERE department = ? AND state = ? AND (urgency, id) < (?, ?)"
            " AND urgency >= ? ORDER BY urgency DESC, id DESC LIMIT ?"
        )
        edge = (*before, low)
    else:
        sql = (
            "SELECT urgency, id FROM forwarding WHERE department = ? AND state = ? AND (urgency, id) > (?, ?)"
            " AND urgency < ? ORDER BY urgency, id LIMIT ?"
        )
        edge = (*(after or (low - 1, END)), high)
    walks = [
        database.execute_sql(sql, (code, state, *edge, limit)).fetchall()
        for code in dict.fromkeys(codes)
        for state in states
    ]
    keys = list(islice(merge(*walks, reverse=before is not None), limit))
    return rows(sorted(keys))


def of_cases(case_ids: Sequence[int]) -> list[InboxRow]:
    """All forwardings of cases as they are now, and of those grouped into them; no order."""
    found: list[Key] = []
    for which in ("%s", "SELECT id FROM case_ WHERE merged_into IN (%s)"):
        sql = f"SELECT urgency, id FROM forwarding WHERE case_id IN ({which})"
        found += [(int(urgency), int(row_id)) for urgency, row_id in rows_in(database, sql, list(case_ids))]
    return rows(sorted(set(found)))
