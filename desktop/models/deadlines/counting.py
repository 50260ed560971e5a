"""Counting a period: from when, how long, what does not count, and so until when.

The ways of counting, and where they come from:

* working time, to the millisecond, from the moment of receipt: 민원처리법 제19조 ① for five days or less,
  a day being the working hours of a day; 즉시 is three working hours.
* working days, ending when the office closes: 제19조 ② for six days or more, the first day included.
* months and calendar days by the civil code (민법 제157조, 제159조 to 제161조): the day of receipt does not
  count unless the rule says so; a last day that is off moves on to the next working day.

The time during which a supplement was awaited does not count. In days and months that is the day after the
asking up to the day on which it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.deadlines.calendar import LAST_YEAR, Calendar, OutOfCalendar, date_of, day_of, number_of

UNITS = ("working_hour", "day", "working_day", "calendar_day", "month", "quarter", "none")
"""``day`` counts as the law wants it for its length: in working hours up to five, in working days from six
on. ``quarter`` is the end of the calendar quarter. ``none`` has no length."""

HOURS_UP_TO_DAYS = 5
LONGEST = {
    "working_hour": 2000,
    "day": 400,
    "working_day": 400,
    "calendar_day": 1500,
    "month": 48,
    "quarter": 1,
}
NOTICE_EVERY_DAYS = 30


@dataclass(frozen=True, slots=True)
class Term:
    """A length and how it is counted."""

    amount: int | None
    unit: str
    first_day: bool = False
    moves_on: bool = True

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"no unit {self.unit!r}")
        if self.amount is not None and not 1 <= self.amount <= LONGEST.get(self.unit, 0):
            raise ValueError(f"{self.amount} {self.unit} is no length")

    @property
    def counted_in(self) -> str:
        """``working_hour``, ``working_day``, ``calendar_day``, ``month``, ``quarter`` or ``none``."""
        if self.unit == "day":
            return "working_hour" if (self.amount or 0) <= HOURS_UP_TO_DAYS else "working_day"
        return self.unit

    @property
    def has_length(self) -> bool:
        return self.unit == "quarter" or (self.unit != "none" and self.amount is not None)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count; ``until_ms`` None: it goes on."""

    from_ms: int
    until_ms: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The answer. ``at_ms`` is None where there is none: the term has no length, or a pause goes on."""

    at_ms: int | None
    paused: bool = False
    counted_until: int | None = None  # the last day before it was moved on from a day off


def due(
    term: Term, from_ms: int, calendar: Calendar, pauses: Sequence[Pause] = (), extension: int = 0
) -> Due:
    """Until when. ``extension`` is in the unit of the term. Raises OutOfCalendar."""
    if not term.has_length:
        return Due(None)
    way = term.counted_in
    if way == "quarter":
        return _whole_days(term, _end_of_quarter(day_of(from_ms)), calendar)
    spans = merged(pauses, from_ms)
    length = (term.amount or 0) + extension
    if way == "working_hour":
        return _hours(length * working_ms(term, calendar), from_ms, calendar, spans)
    if way == "working_day":
        return _working_days(length, term.first_day, from_ms, calendar, spans)
    first = day_of(from_ms) + (not term.first_day)
    end = first + length - 1 if way == "calendar_day" else months_end(first, length)
    return _calendar_days(term, end, calendar, spans)


def working_ms(term: Term, calendar: Calendar) -> int:
    """The working time that one of the term's unit stands for."""
    return calendar.hours.day_ms if term.unit == "day" else 3_600_000


def merged(pauses: Sequence[Pause], from_ms: int) -> list[tuple[int, int | None]]:
    """The pauses after ``from_ms`` in order, those that overlap as one."""
    spans: list[tuple[int, int | None]] = []
    for pause in sorted(pauses, key=lambda p: p.from_ms):
        begins, ends = max(pause.from_ms, from_ms), pause.until_ms
        if ends is not None and ends <= begins:
            continue
        if spans and (spans[-1][1] is None or begins <= spans[-1][1]):
            before = spans[-1][1]
            if before is not None and (ends is None or ends > before):
                spans[-1] = (spans[-1][0], ends)
        else:
            spans.append((begins, ends))
    return spans


def months_end(first: int, count: int) -> int:
    """The last day of ``count`` months that begin with the day ``first`` (민법 제160조): the day before the
    one of that number in the last month, or that month's last day where it has no such number."""
    begins = date_of(first)
    year, month = divmod(begins.year * 12 + begins.month - 1 + count, 12)
    if year > LAST_YEAR:
        raise OutOfCalendar(f"the days off of {year} are not known")
    last = _last_of_month(year, month + 1)
    if begins.day > last.day:
        return number_of(last)
    return number_of(last.replace(day=begins.day)) - 1


def notices(from_ms: int, until_ms: int, calendar: Calendar, every: int = NOTICE_EVERY_DAYS) -> list[int]:
    """When a citizen who still waits is told how things stand: every thirty days, at the close of the next
    working day; all up to ``until_ms``."""
    found: list[int] = []
    day = day_of(from_ms) + every
    while (at := calendar.close_of(calendar.working_from(day))) <= until_ms:
        found.append(at)
        day += every
    return found


def next_notice(from_ms: int, now_ms: int, calendar: Calendar, every: int = NOTICE_EVERY_DAYS) -> int:
    """The first interim notice that is not in the past."""
    day = day_of(from_ms) + every
    if (behind := day_of(now_ms) - day) > 0:
        day += max(0, behind // every - 1) * every
    while (at := calendar.close_of(calendar.working_from(day))) < now_ms:
        day += every
    return at


# --- the ways of counting ---------------------------------------------------------------------------------


def _hours(length_ms: int, from_ms: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]) -> Due:
    at = calendar.after_working(from_ms, length_ms)
    for begins, ends in spans:
        if at <= begins:
            break
        if ends is None:
            return Due(None, paused=True)
        length_ms += calendar.worked(begins, ends)
        at = calendar.after_working(from_ms, length_ms)
    return Due(at, counted_until=day_of(at))


def _working_days(
    length: int, first_day: bool, from_ms: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]
) -> Due:
    received = day_of(from_ms)
    last = calendar.working_after(received, length - 1, itself=first_day)
    for begins, ends in spans:
        if last <= day_of(begins):
            break
        if ends is None:
            return Due(None, paused=True)
        length += calendar.working_days(day_of(begins), day_of(ends))
        last = calendar.working_after(received, length - 1, itself=first_day)
    return Due(calendar.close_of(last), counted_until=last)


def _calendar_days(term: Term, end: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]) -> Due:
    for begins, ends in spans:
        if end <= day_of(begins):
            break
        if ends is None:
            return Due(None, paused=True)
        end += day_of(ends) - day_of(begins)
    return _whole_days(term, end, calendar)


def _whole_days(term: Term, end: int, calendar: Calendar) -> Due:
    last = calendar.working_from(end) if term.moves_on else end
    return Due(calendar.close_of(last), counted_until=end)


def _end_of_quarter(day: int) -> int:
    at = date_of(day)
    month = (at.month - 1) // 3 * 3 + 3
    return number_of(_last_of_month(at.year, month))


def _last_of_month(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)
