from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desktop.models.deadlines.calendar import KST, Calendar, date_of, ms_of
from desktop.models.deadlines.counting import Pause, due
from desktop.models.deadlines.days_off import library_calendar, library_days
from desktop.models.deadlines.rules import Rule
from desktop.services.deadlines import shipped
from tests.models.deadlines import slow
from tests.models.deadlines.examples import Example, examples

RULES = {rule.code: rule for rule in shipped()}


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return library_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def expected(example: Example) -> datetime | None:
    if example.due == "-":
        return None
    return at(example.due if ":" in example.due else f"{example.due} 18:00")


def by_hand(rule: Rule, example: Example) -> datetime | None:
    """The example counted minute by minute or day by day. The ways of counting are those of the table of
    deadlines, not what the program makes of them."""
    office, received = slow.Office(), at(example.received)
    pauses: slow.Spans = [(at(a), at(b) if b else None) for a, b in example.pauses]
    length = (example.length or rule.amount or 0) + example.extension
    days: date | None
    if rule.code.startswith("MSG-AUDIT"):
        days = next(d for d in _later(received.date()) if (d.month, d.day) in QUARTER_ENDS)
    elif rule.amount is None and example.length is None:
        return None
    elif rule.code in ("MSG-CHAT", "LAW-CERT") or rule.code.startswith("LAW-MOVE"):
        return slow.hours(length, received, office, pauses)
    elif rule.code.startswith(("MSG-", "LAW-CALC5")) and (example.length or rule.amount or 0) <= 5:
        return slow.hours(length * 8, received, office, pauses)
    elif rule.code == "PROP-DECIDE":
        days = slow.months(length, False, received, office, pauses)
    elif rule.code.startswith(("PROP-", "OASIS-", "LAW-INTERIM")):
        days = slow.calendar_days(length, False, received, office, pauses)
    else:
        days = slow.working_days(length, True, received, office, pauses)
    return None if days is None else datetime.combine(days, time(18))


QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


def _later(day: date) -> list[date]:
    return [date.fromordinal(day.toordinal() + number) for number in range(100)]


def test_there_are_enough_of_them() -> None:
    assert len(examples()) > 100
    kinds = {example.rule for example in examples()}
    with_length = {rule.code for rule in RULES.values() if rule.term.has_length}
    assert with_length - kinds == set()


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example: Example, calendar: Calendar) -> None:
    rule = RULES[example.rule].with_amount(example.length)
    received = at(example.received)
    assert received.strftime("%a") == example.weekday
    pauses = [Pause(ms_of(at(a)), ms_of(at(b)) if b else None) for a, b in example.pauses]
    wanted = expected(example)
    assert by_hand(rule, example) == wanted
    found = due(rule.term, ms_of(received), calendar, pauses, example.extension).at_ms
    assert found == (None if wanted is None else ms_of(wanted.replace(tzinfo=KST)))


@pytest.mark.parametrize("year", range(2024, 2029))
def test_the_library_knows_the_days_that_are_written_down(year: int) -> None:
    assert {date_of(day) for day in library_days(year)} == {d for d in slow.HOLIDAYS if d.year == year}
