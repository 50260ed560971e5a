"""The same periods counted in the plainest way: minute by minute or day by day, on days written down by hand.

Shares nothing with the program: neither its calendar, nor its library, nor its arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

# 관공서의 공휴일 besides the Sundays, with substitutes (대) and temporary ones (임).
DAYS_OFF = """
2024 01-01 02-09 02-10 02-11 02-12대 03-01 04-10 05-05 05-06대 05-15 06-06 08-15 09-16 09-17 09-18 10-01임
2024 10-03 10-09 12-25
2025 01-01 01-27임 01-28 01-29 01-30 03-01 03-03대 05-05 05-06대 06-03 06-06 08-15 10-03 10-05 10-06 10-07
2025 10-08대 10-09 12-25
2026 01-01 02-16 02-17 02-18 03-01 03-02대 05-01 05-05 05-24 05-25대 06-03 06-06 07-17 08-15 08-17대 09-24
2026 09-25 09-26 10-03 10-05대 10-09 12-25
2027 01-01 02-06 02-07 02-08 02-09대 03-01 05-01 05-03대 05-05 05-13 06-06 07-17 07-19대 08-15 08-16대
2027 09-14 09-15 09-16 10-03 10-04대 10-09 10-11대 12-25 12-27대
2028 01-01 01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05대
2028 10-09 12-25
"""

HOLIDAYS = {
    date.fromisoformat(f"{year}-{day[:5]}")
    for year, *days in (line.split() for line in DAYS_OFF.split("\n") if line)
    for day in days
}

Spans = list[tuple[datetime, datetime | None]]


@dataclass
class Office:
    extra: set[date] = field(default_factory=set)
    worked: set[date] = field(default_factory=set)

    def works(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < 5 and day not in HOLIDAYS and day not in self.extra


def minute_counts(at: datetime, office: Office, pauses: Spans) -> bool:
    """Whether the minute that begins at ``at`` is worked and not paused."""
    if not office.works(at.date()):
        return False
    if not (9 <= at.hour < 12 or 13 <= at.hour < 18):
        return False
    return not any(a <= at and (b is None or at < b) for a, b in pauses)


def hours(count: int, received: datetime, office: Office, pauses: Spans) -> datetime | None:
    left = count * 60
    at = received
    while not stands(at, pauses):
        if minute_counts(at, office, pauses):
            left -= 1
        at += timedelta(minutes=1)
        if left == 0:
            return at
    return None


def stands(at: datetime, pauses: Spans) -> bool:
    """Whether nothing will ever count again."""
    return any(b is None and a <= at for a, b in pauses)


def is_paused_day(day: date, pauses: Spans) -> bool:
    """The day after the asking up to the day of the answer."""
    return any(a.date() < day and (b is None or day <= b.date()) for a, b in pauses)


def working_days(count: int, first: bool, received: datetime, office: Office, pauses: Spans) -> date | None:
    day = received.date() if first else received.date() + timedelta(days=1)
    while not stands(datetime.combine(day, time()), pauses):
        if office.works(day) and not is_paused_day(day, pauses):
            count -= 1
            if count == 0:
                return day
        day += timedelta(days=1)
    return None


def rolled(day: date, office: Office) -> date:
    while not office.works(day):
        day += timedelta(days=1)
    return day


def calendar_days(count: int, first: bool, received: datetime, office: Office, pauses: Spans) -> date | None:
    day = received.date() if first else received.date() + timedelta(days=1)
    while not stands(datetime.combine(day, time()), pauses):
        if not is_paused_day(day, pauses):
            count -= 1
            if count == 0:
                return rolled(day, office)
        day += timedelta(days=1)
    return None


def ends_a_month(day: date, first: date) -> bool:
    """Whether a month that is counted from ``first`` on ends with this day (민법 제160조)."""
    tomorrow = day + timedelta(days=1)
    return tomorrow.day == first.day or (tomorrow.day == 1 and first.day > day.day)


def months(count: int, first: bool, received: datetime, office: Office, pauses: Spans) -> date | None:
    begins = received.date() if first else received.date() + timedelta(days=1)
    day = begins
    while not (ends_a_month(day, begins) and (count := count - 1) == 0):
        day += timedelta(days=1)
    return calendar_days((day - begins).days + 1, first, received, office, pauses)
