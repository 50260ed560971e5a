"""Which days are worked, which are off and why, and how much working time lies between two moments.

A day is a number: whole days since 1970-01-01 in Seoul. A moment is milliseconds UTC, as everywhere else.
Korea has had no summer time since 1988, so Seoul is always nine hours ahead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

KST = timezone(timedelta(hours=9), "KST")
DAY_MS = 86_400_000
HOUR_MS = 3_600_000
MINUTE_MS = 60_000
_OFFSET_MS = 9 * HOUR_MS
_EPOCH = date(1970, 1, 1).toordinal()

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""The days off of other years are not known."""


class OutOfCalendar(ValueError):
    """A moment or a period that leaves the years whose days off are known."""


def today_in_seoul() -> date:
    """The day in Seoul, wherever the PC believes to be."""
    return datetime.now(KST).date()


def day_of(at_ms: int) -> int:
    return (at_ms + _OFFSET_MS) // DAY_MS


def start_of(day: int) -> int:
    """The moment at which a day begins."""
    return day * DAY_MS - _OFFSET_MS


def number_of(day: date) -> int:
    return day.toordinal() - _EPOCH


def date_of(day: int) -> date:
    return date.fromordinal(day + _EPOCH)


def moment_of(at_ms: int) -> datetime:
    """The moment as a clock in Seoul shows it."""
    return datetime(1970, 1, 1, tzinfo=KST) + timedelta(milliseconds=at_ms + _OFFSET_MS)


def ms_of(moment: datetime) -> int:
    """A moment in ms; one without a zone is Seoul's."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=KST)
    return (moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)  # noqa: UP017


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Minutes after midnight. Lunch is not worked; where it is empty there is none."""

    opens: int = 9 * 60
    lunch_begins: int = 12 * 60
    lunch_ends: int = 13 * 60
    closes: int = 18 * 60

    def __post_init__(self) -> None:
        if not 0 <= self.opens <= self.lunch_begins <= self.lunch_ends <= self.closes <= 24 * 60:
            raise ValueError("office hours are out of order")
        if self.day_ms <= 0:
            raise ValueError("nothing is worked in these hours")

    @property
    def day_ms(self) -> int:
        """The working time of one day."""
        return (self.closes - self.opens - (self.lunch_ends - self.lunch_begins)) * MINUTE_MS

    @property
    def has_lunch(self) -> bool:
        return self.lunch_ends > self.lunch_begins

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The worked parts of a day, in ms after midnight."""
        parts = ((self.opens, self.lunch_begins), (self.lunch_ends, self.closes))
        return tuple((a * MINUTE_MS, b * MINUTE_MS) for a, b in parts if b > a)

    def worked_until(self, after_midnight_ms: int) -> int:
        """Working time of a working day up to a time of day."""
        return sum(max(0, min(b, after_midnight_ms) - a) for a, b in self.spans)

    def when_worked(self, wanted_ms: int) -> int:
        """The time of day at which so much (more than nothing, at most a day) has been worked."""
        for a, b in self.spans:
            if wanted_ms <= b - a:
                return a + wanted_ms
            wanted_ms -= b - a
        raise ValueError("a working day has less")


class DayOff(NamedTuple):
    """Why nobody works on a day. ``off`` False: the office works although the day would be off."""

    ko: str
    en: str
    off: bool = True


SATURDAY, SUNDAY = DayOff("토요일", "Saturday"), DayOff("일요일", "Sunday")
DaysOff = Callable[[int], Mapping[int, DayOff]]
"""Gives the days off of a year (Saturdays and Sundays need not be in it)."""


class Calendar:
    """Years are looked up when a period first reaches them. Belongs to one thread."""

    def __init__(self, days_off: DaysOff, hours: OfficeHours | None = None) -> None:
        self.hours = hours or OfficeHours()
        self._days_off = days_off
        self._reasons: dict[int, DayOff] = {}
        self._working: list[int] = []  # all working days of the years known so far
        self._years: range = range(0)
        self._first, self._last = 0, -1  # of the days known so far

    def why_off(self, day: int) -> DayOff | None:
        """None: a working day."""
        self._cover(day)
        return self._why(day)

    def working_from(self, day: int) -> int:
        """The day itself or the next working day."""
        return self.working_after(day, 0, itself=True)

    def working_after(self, day: int, count: int, *, itself: bool) -> int:
        """The working day ``count`` working days after the first one from ``day`` on (``itself``: that may be
        the day itself)."""
        self._cover(day)
        find = bisect_left if itself else bisect_right
        while (at := find(self._working, day) + count) >= len(self._working):
            self._add_year(self._years.stop)
        return self._working[at]

    def working_days(self, after: int, until: int) -> int:
        """How many working days lie after one day and until another (that one included)."""
        self._cover(after)
        self._cover(until)
        return max(0, bisect_right(self._working, until) - bisect_right(self._working, after))

    def worked(self, from_ms: int, until_ms: int) -> int:
        """Working time between two moments."""
        self._cover(day_of(from_ms))
        self._cover(day_of(until_ms))
        return max(0, self._worked_before(until_ms) - self._worked_before(from_ms))

    def after_working(self, from_ms: int, wanted_ms: int) -> int:
        """The first moment at which so much working time has passed since ``from_ms``."""
        self._cover(day_of(from_ms))
        total = self._worked_before(from_ms) + wanted_ms
        days = (total - 1) // self.hours.day_ms
        while days >= len(self._working):
            self._add_year(self._years.stop)
        rest = total - days * self.hours.day_ms
        return start_of(self._working[days]) + self.hours.when_worked(rest)

    def close_of(self, day: int) -> int:
        """The moment at which the office closes on a day."""
        return start_of(day) + self.hours.closes * MINUTE_MS

    # --- inside -----------------------------------------------------------------------------------------

    def _worked_before(self, at_ms: int) -> int:
        day = day_of(at_ms)
        at = bisect_left(self._working, day)
        worked = at * self.hours.day_ms
        if at < len(self._working) and self._working[at] == day:
            worked += self.hours.worked_until(at_ms - start_of(day))
        return worked

    def _why(self, day: int) -> DayOff | None:
        found = self._reasons.get(day)
        if found is not None:
            return found if found.off else None
        return (None, None, SATURDAY, SUNDAY, None, None, None)[day % 7]  # 1970-01-01 was a Thursday

    def _cover(self, day: int) -> None:
        if self._first <= day <= self._last:
            return
        year = date_of(day).year
        if not self._years:
            self._add_year(year)
        while year < self._years.start:
            self._add_year(self._years.start - 1)
        while year >= self._years.stop:
            self._add_year(self._years.stop)

    def _add_year(self, year: int) -> None:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise OutOfCalendar(f"the days off of {year} are not known")
        self._reasons.update(self._days_off(year))
        first, end = number_of(date(year, 1, 1)), number_of(date(year + 1, 1, 1))
        days = [day for day in range(first, end) if self._why(day) is None]
        if not self._years:
            self._working, self._years = days, range(year, year + 1)
            self._first, self._last = first, end - 1
        elif year == self._years.stop:
            self._working += days
            self._years = range(self._years.start, year + 1)
            self._last = end - 1
        else:
            self._working = days + self._working
            self._years = range(year, self._years.stop)
            self._first = first
