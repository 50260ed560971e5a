"""A citizen who still waits is told every thirty days how things stand (처리 상황 안내): when that is due,
when it was done, and a draft of the words. An answer of the stage NOTICE that went out is such a notice.

The words are always Korean: they are for the citizen, whatever language the window has.
"""

from __future__ import annotations

from desktop.models.current import database
from desktop.models.deadlines import clocks, counting
from desktop.models.deadlines.calendar import Calendar, moment_of
from desktop.models.deadlines.clocks import STOPPED, Clock
from desktop.models.deadlines.explain import WEEKDAYS_KO

NOTICE = "notice"
"""The stage of an answer that is none yet: the case stays open, and its clock goes on."""


def sent_ms(case_id: int) -> int | None:
    """When the last notice went out."""
    row = database.execute_sql(
        "SELECT max(sent_ms) FROM outbox WHERE stage = ? AND state = 'sent'"
        " AND post_id IN (SELECT id FROM post WHERE case_id = ?)",
        (NOTICE, case_id),
    ).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def due_ms(clock: Clock, calendar: Calendar, last_ms: int | None) -> int | None:
    """Until when the next notice is to go out, which may be past; None for a case that is done. One that went
    out stands for the first day of notice from then on."""
    if clock.state == STOPPED:
        return None
    first = counting.next_notice(clock.started_ms, clock.started_ms, calendar)
    if last_ms is None or last_ms < clock.started_ms:
        return first
    stands_for = counting.next_notice(clock.started_ms, last_ms, calendar)
    return counting.next_notice(clock.started_ms, stands_for + 1, calendar)


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
