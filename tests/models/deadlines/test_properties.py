"""Any period on any days: counted as the plain way counts it, and explained to the same end."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.deadlines import explain
from desktop.models.deadlines.calendar import (
    KST,
    Calendar,
    DayOff,
    OfficeHours,
    day_of,
    ms_of,
    number_of,
    start_of,
)
from desktop.models.deadlines.counting import Pause, Term, due, merged, months_end, next_notice, notices
from desktop.models.deadlines.days_off import library_days
from desktop.models.deadlines.rules import Rule
from tests.models.deadlines import slow

DAY = timedelta(days=1)
# No day off of the slow way's table is missing in these years, however long a pause lasts.
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 30)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
lengths = st.one_of(
    st.builds(Term, st.integers(1, 30), st.just("working_hour")),
    st.builds(Term, st.integers(1, 20), st.just("day"), st.just(True)),
    st.builds(Term, st.integers(1, 20), st.just("working_day"), st.booleans()),
    st.builds(Term, st.integers(1, 60), st.just("calendar_day"), st.booleans()),
    st.builds(Term, st.integers(1, 4), st.just("month"), st.booleans()),
)
spans = st.lists(
    st.tuples(st.integers(-2000, 30_000), st.one_of(st.none(), st.integers(0, 12_000))), max_size=3
)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Term, datetime, slow.Spans, slow.Office]:
    received = draw(moments)
    pauses: slow.Spans = []
    for begins, minutes in draw(spans):
        # What is paused before it began is none of the plain way's business.
        at = max(received, received + timedelta(minutes=begins))
        pauses.append((at, None if minutes is None else at + timedelta(minutes=minutes)))
    near = st.integers(0, 40).map(lambda days: received.date() + timedelta(days=days))
    office = slow.Office(draw(st.sets(near, max_size=3)), draw(st.sets(near, max_size=2)))
    return draw(lengths), received, pauses, office


def calendar_of(office: slow.Office) -> Calendar:
    def days_off(year: int) -> dict[int, DayOff]:
        own = {number_of(day): DayOff("쉼", "off") for day in office.extra}
        own |= {number_of(day): DayOff("근무", "worked", off=False) for day in office.worked}
        return {**library_days(year), **own}

    return Calendar(days_off)


def plainly(term: Term, received: datetime, pauses: slow.Spans, office: slow.Office) -> datetime | None:
    count = term.amount or 0
    if term.unit == "working_hour":
        return slow.hours(count, received, office, pauses)
    if term.unit == "day" and count <= 5:
        return slow.hours(count * 8, received, office, pauses)
    way = {"month": slow.months, "calendar_day": slow.calendar_days}.get(term.unit, slow.working_days)
    found = way(count, term.first_day, received, office, pauses)
    return None if found is None else datetime.combine(found, time(18))


def as_pauses(pauses: slow.Spans) -> list[Pause]:
    return [Pause(ms_of(a), None if b is None else ms_of(b)) for a, b in pauses]


def rule_of(term: Term) -> Rule:
    return Rule(
        "X",
        "규칙",
        "rule",
        "",
        term.amount,
        term.unit,
        term.first_day,
        term.moves_on,
        "",
        "",
        "office",
        "",
        "",
    )


@settings(max_examples=100, deadline=None)
@given(situations())
def test_it_counts_as_the_plain_way_does(situation: tuple[Term, datetime, slow.Spans, slow.Office]) -> None:
    term, received, pauses, office = situation
    wanted = plainly(term, received, pauses, office)
    found = due(term, ms_of(received), calendar_of(office), as_pauses(pauses))
    assert found.at_ms == (None if wanted is None else ms_of(wanted.replace(tzinfo=KST)))
    assert found.paused == (wanted is None)


@settings(max_examples=100, deadline=None)
@given(situations())
def test_the_explanation_comes_to_the_same_end(
    situation: tuple[Term, datetime, slow.Spans, slow.Office],
) -> None:
    term, received, pauses, office = situation
    calendar = calendar_of(office)
    found = due(term, ms_of(received), calendar, as_pauses(pauses))
    lines = explain.explain(rule_of(term), ms_of(received), calendar, as_pauses(pauses))
    text = "\n".join(line.ko for line in lines)
    english = "\n".join(line.en for line in lines)
    assert not re.search("[가-힣]", english.replace("규칙", ""))
    if found.at_ms is None:
        assert "멈춰" in text and "still" in english
        return
    words = explain.moment_words(found.at_ms)
    assert f"기한: {words[0]}" in text and f"Due: {words[1]}" in english
    way = term.counted_in
    if way == "working_day":
        assert [int(n) for n in re.findall(r": (\d+)일째", text)] == list(range(1, (term.amount or 0) + 1))
    if way == "working_hour":
        assert re.findall(r"남은 시간 (.+)", text)[-1] == "0분"
        every = {line.split(":")[0] for line in text.splitlines()}
        days = range(day_of(ms_of(received)), day_of(found.at_ms) + 1)
        assert {explain.day_words(day)[0] for day in days} <= every


@settings(max_examples=100, deadline=None)
@given(lengths, moments, st.integers(1, 60), st.integers(0, 30))
def test_what_is_taken_away_never_makes_it_earlier(
    term: Term, received: datetime, minutes: int, days: int
) -> None:
    plain = calendar_of(slow.Office())
    begin = ms_of(received)
    at = due(term, begin, plain).at_ms
    assert at is not None and at > begin - 86_400_000
    if term.moves_on:
        assert plain.why_off(day_of(at)) is None
    shut = calendar_of(slow.Office(extra={received.date() + timedelta(days=days)}))
    later = due(term, begin, shut).at_ms
    paused = due(term, begin, plain, [Pause(begin, begin + minutes * 60_000)]).at_ms
    extended = due(term, begin, plain, extension=1).at_ms
    after = due(term, begin + minutes * 60_000, plain).at_ms
    assert later is not None and paused is not None and extended is not None and after is not None
    assert later >= at and paused >= at and extended >= at and after >= at


@given(st.dates(date(1991, 1, 1), date(2090, 12, 31)), st.integers(1, 48))
def test_a_month_ends_where_the_civil_code_says(first: date, count: int) -> None:
    end = date.fromordinal(months_end(number_of(first), count) + date(1970, 1, 1).toordinal())
    ends = (end.year - first.year) * 12 + end.month - first.month
    if (end + DAY).day == first.day:
        assert ends == count or (first.day == 1 and ends == count - 1)
    else:
        assert (end + DAY).day == 1 and first.day > end.day and ends == count
    # The months follow each other without a gap where the day exists in all of them.
    if first.day <= 28:
        middle = months_end(number_of(first), 1) + 1
        assert count == 1 or months_end(middle, count - 1) == months_end(number_of(first), count)


@given(
    st.integers(0, 10**12), st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)), max_size=6)
)
def test_pauses_that_overlap_become_one(begin: int, pairs: list[tuple[int, int]]) -> None:
    found = merged([Pause(a, b) for a, b in pairs], begin)
    for (_, ended), (begins, _) in pairwise(found):
        assert ended is not None and ended < begins
    points = {point for a, b in pairs for point in (a, b, (a + b) // 2)}
    for point in points:
        inside = point >= begin and any(a <= point < b for a, b in pairs)
        assert inside == any(a <= point and (b is None or point < b) for a, b in found)


@settings(deadline=None)
@given(moments, st.integers(0, 400))
def test_an_interim_notice_every_thirty_days(received: datetime, days: int) -> None:
    calendar = calendar_of(slow.Office())
    begin = ms_of(received)
    until = begin + days * 86_400_000
    wanted = []
    day = received.date() + timedelta(days=30)
    while (at := datetime.combine(slow.rolled(day, slow.Office()), time(18))) <= received + timedelta(
        days=days
    ):
        wanted.append(ms_of(at))
        day += timedelta(days=30)
    assert notices(begin, until, calendar) == wanted
    following = ms_of(datetime.combine(slow.rolled(day, slow.Office()), time(18)))
    assert next_notice(begin, until + 1, calendar) == following


@settings(deadline=None)
@given(st.integers(0, 720), st.integers(0, 90), st.integers(0, 90), st.integers(1, 200), moments)
def test_other_office_hours(opens: int, morning: int, lunch: int, afternoon: int, received: datetime) -> None:
    hours = OfficeHours(opens, opens + morning, opens + morning + lunch, opens + morning + lunch + afternoon)
    calendar = Calendar(library_days, hours)
    begin = ms_of(received)
    at = due(Term(3, "working_hour"), begin, calendar).at_ms
    assert at is not None and calendar.worked(begin, at) == 3 * 3_600_000
    assert calendar.worked(begin, at - 1) == 3 * 3_600_000 - 1
    minute = (at - start_of(day_of(at))) // 60_000
    assert hours.opens <= minute <= hours.closes


def test_the_zone_of_the_pc_does_not_matter() -> None:
    import os
    import subprocess
    import sys

    code = (
        "from desktop.models.deadlines.calendar import *\n"
        "from datetime import datetime\n"
        "print(ms_of(datetime(2026, 11, 23, 9)), moment_of(1_795_392_000_000).isoformat())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "Asia/Seoul", "America/New_York")
    }
    assert len(said) == 1
    assert said.pop().startswith(f"{1_795_392_000_000} 2026-11-23T09:00:00+09:00")
