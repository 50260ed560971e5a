"""The words with which a citizen who still waits is told how things stand (처리 상황 안내).

Always Korean: they are for the citizen, whatever language the window has.
"""

from __future__ import annotations

from desktop.models.current import database
from desktop.models.deadlines import clocks
from desktop.models.deadlines.calendar import moment_of
from desktop.models.deadlines.explain import WEEKDAYS_KO


def draft(case_id: int) -> str:
    """A draft to be read and changed by whoever sends it."""
    row = database.execute_sql(
        "SELECT c.opened_ms, coalesce(d.name, '') FROM case_ c"
        " LEFT JOIN department d ON d.code = c.department WHERE c.id = ?",
        (case_id,),
    ).fetchone()
    clock = clocks.get(case_id)
    if row is None:
        return ""
    received, department = _day(row[0]), row[1] or "담당 부서"
    lines = [
        f"안녕하십니까. {received}에 남겨 주신 의견을 {department}에서 살펴보고 있습니다.",
        "확인할 것이 있어 시간이 더 걸립니다. 기다려 주셔서 고맙습니다.",
    ]
    if clock is not None and clock.due_ms is not None:
        lines.append(f"{_day(clock.due_ms)}까지 답변드리겠습니다.")
    return "\n".join(lines)


def _day(at_ms: int) -> str:
    at = moment_of(at_ms)
    return f"{at.month}. {at.day}.({WEEKDAYS_KO[at.weekday()]})"
