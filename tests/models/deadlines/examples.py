"""Due times worked out by hand, with a look at a wall calendar.

rule | received | more | due | why. "more" is +2 for an extension, N=8 for a length, FROM/UNTIL for a pause.
A due time without a clock time is the close of that day. "-": there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

TABLE = """
# 소통민원: 3 working hours
MSG-CHAT | Mon 2026-11-23 09:00 |  | 2026-11-23 12:00 | a morning is three hours
MSG-CHAT | Mon 2026-11-23 10:00 |  | 2026-11-23 14:00 | over lunch
MSG-CHAT | Mon 2026-11-23 11:30 |  | 2026-11-23 15:30 | half an hour before lunch
MSG-CHAT | Mon 2026-11-23 12:00 |  | 2026-11-23 16:00 | as lunch begins
MSG-CHAT | Mon 2026-11-23 12:30 |  | 2026-11-23 16:00 | during lunch
MSG-CHAT | Mon 2026-11-23 13:00 |  | 2026-11-23 16:00 | as lunch ends
MSG-CHAT | Mon 2026-11-23 14:59 |  | 2026-11-23 17:59 | a minute before the close
MSG-CHAT | Mon 2026-11-23 15:00 |  | 2026-11-23 18:00 | exactly at the close, not the next morning
MSG-CHAT | Mon 2026-11-23 15:01 |  | 2026-11-24 09:01 | one minute is left for the next day
MSG-CHAT | Mon 2026-11-23 17:59 |  | 2026-11-24 11:59 | one minute counts today
MSG-CHAT | Mon 2026-11-23 18:00 |  | 2026-11-24 12:00 | as the office closes
MSG-CHAT | Mon 2026-11-23 22:04 |  | 2026-11-24 12:00 | at the evening's peak
MSG-CHAT | Tue 2026-11-24 00:00 |  | 2026-11-24 12:00 | at midnight
MSG-CHAT | Mon 2026-11-23 23:59 |  | 2026-11-24 12:00 | a minute before midnight
MSG-CHAT | Tue 2026-11-24 08:59 |  | 2026-11-24 12:00 | a minute before the office opens
MSG-CHAT | Fri 2026-11-20 17:30 |  | 2026-11-23 11:30 | over a weekend
MSG-CHAT | Sat 2026-11-21 14:00 |  | 2026-11-23 12:00 | on a Saturday
MSG-CHAT | Sun 2026-11-22 23:59 |  | 2026-11-23 12:00 | on a Sunday night
MSG-CHAT | Fri 2026-02-13 16:00 |  | 2026-02-19 10:00 | over Seollal, Mon to Wed
MSG-CHAT | Fri 2025-01-24 17:00 |  | 2025-01-31 11:00 | Seollal with a temporary day off before it
MSG-CHAT | Thu 2024-02-08 17:00 |  | 2024-02-13 11:00 | Seollal Fri to Sun, substitute on Monday
MSG-CHAT | Fri 2027-02-05 17:00 |  | 2027-02-10 11:00 | Seollal Sat to Mon, substitute on Tuesday
MSG-CHAT | Wed 2026-09-23 17:00 |  | 2026-09-28 11:00 | over Chuseok, Thu to Sat: no substitute
MSG-CHAT | Thu 2025-10-02 15:30 |  | 2025-10-10 09:30 | a week of Chuseok, its substitute and Hangul Day
MSG-CHAT | Fri 2028-09-29 17:00 |  | 2028-10-06 11:00 | Chuseok meets 개천절: substitute on Thursday
MSG-CHAT | Thu 2026-12-31 16:00 |  | 2027-01-04 10:00 | year end; New Year's Day is a Friday
MSG-CHAT | Thu 2026-12-24 17:00 |  | 2026-12-28 11:00 | Christmas and the weekend
MSG-CHAT | Fri 2027-12-24 17:30 |  | 2027-12-28 11:30 | Christmas on a Saturday: substitute on Monday
MSG-CHAT | Thu 2026-04-30 17:00 |  | 2026-05-04 11:00 | 노동절, a day off of offices since 2026
MSG-CHAT | Wed 2025-04-30 17:00 |  | 2025-05-01 11:00 | not yet in 2025
MSG-CHAT | Mon 2028-02-28 17:00 |  | 2028-02-29 11:00 | into a leap day
MSG-CHAT | Tue 2028-02-29 16:00 |  | 2028-03-02 10:00 | from a leap day over 삼일절
MSG-CHAT | Fri 2027-02-26 17:00 |  | 2027-03-02 11:00 | from February over a Monday off
MSG-CHAT | Wed 2026-06-03 10:00 |  | 2026-06-04 12:00 | on an election day
MSG-CHAT | Fri 2026-07-17 09:00 |  | 2026-07-20 12:00 | on 제헌절
MSG-CHAT | Fri 2026-08-14 17:30 |  | 2026-08-18 11:30 | 광복절 on a Saturday: substitute on Monday
MSG-CHAT | Fri 2027-06-04 17:30 |  | 2027-06-07 11:30 | 현충일 on a Sunday has no substitute
MSG-CHAT | Mon 2024-09-30 17:00 |  | 2024-10-02 11:00 | a temporary day off: 국군의 날 2024
# 일반민원: 5 days = 40 working hours
MSG-GENERAL | Mon 2026-11-23 09:00 |  | 2026-11-27 18:00 | a whole week
MSG-GENERAL | Mon 2026-11-23 10:00 |  | 2026-11-30 10:00 | the same time a week later
MSG-GENERAL | Tue 2026-11-24 12:30 |  | 2026-12-01 12:00 | from after lunch until lunch
MSG-GENERAL | Wed 2026-11-25 18:00 |  | 2026-12-02 18:00 | at the close: the whole next five days
MSG-GENERAL | Fri 2026-02-13 10:00 |  | 2026-02-25 10:00 | over Seollal
MSG-GENERAL | Tue 2026-09-22 14:00 |  | 2026-10-01 14:00 | over Chuseok
MSG-GENERAL | Thu 2025-10-02 09:00 |  | 2025-10-15 18:00 | over the long Chuseok of 2025
MSG-GENERAL | Mon 2026-12-28 11:00 |  | 2027-01-05 11:00 | over the year end
MSG-GENERAL | Sat 2026-05-02 23:59 |  | 2026-05-11 18:00 | from a Saturday over Children's Day
MSG-GENERAL | Wed 2028-04-26 09:00 |  | 2028-05-04 18:00 | 노동절 and Buddha's Birthday in a row
# 고충민원: 7 working days, the first one counts
LAW-GRIEV | Mon 2026-11-23 10:00 |  | 2026-12-01 | 23-27, 30, 1
LAW-GRIEV | Mon 2026-11-23 23:59 |  | 2026-12-01 | the first day counts however late
LAW-GRIEV | Tue 2026-11-24 00:00 |  | 2026-12-02 | a minute later is another first day
LAW-GRIEV | Sat 2026-11-21 12:00 |  | 2026-12-01 | Monday is the first day that counts
LAW-GRIEV | Thu 2026-02-12 09:00 |  | 2026-02-25 | 12, 13, 19, 20, 23, 24, 25
LAW-GRIEV | Mon 2026-09-21 09:00 |  | 2026-10-01 | 21-23, 28-30, 1
LAW-GRIEV | Tue 2026-12-22 09:00 |  | 2026-12-31 | 22-24, 28-31: the last day of the year
LAW-GRIEV | Wed 2026-12-23 09:00 |  | 2027-01-04 | the seventh is the first Monday of the year
LAW-GRIEV | Wed 2028-02-23 09:00 |  | 2028-03-03 | over a leap day and 삼일절
LAW-GRIEV | Fri 2024-02-23 09:00 |  | 2024-03-05 | the same in 2024
LAW-GRIEV | Fri 2024-09-13 09:00 |  | 2024-09-26 | 13, 19, 20, 23-26
LAW-GRIEV | Thu 2025-05-01 09:00 |  | 2025-05-13 | 1, 2, 7-9, 12, 13
LAW-GRIEV | Wed 2027-09-15 09:00 |  | 2027-09-27 | on Chuseok itself: 17, 20-24, 27
LAW-Q2 | Mon 2026-11-23 10:00 |  | 2026-12-01 | also seven days
# 법령 질의, 건의: 14 working days
LAW-Q1 | Mon 2026-11-23 10:00 |  | 2026-12-10 | 23-27, 30-4, 7-10
LAW-Q1 | Mon 2026-09-21 10:00 |  | 2026-10-14 | Chuseok, 개천절's substitute, Hangul Day
LAW-Q1 | Mon 2025-09-29 10:00 |  | 2025-10-23 | 29-2, 10, 13-17, 20-23
LAW-Q1 | Fri 2026-12-18 10:00 |  | 2027-01-08 | Christmas and New Year
LAW-PROP | Mon 2027-02-01 10:00 |  | 2027-02-22 | Seollal of 2027
# 국민제안: a month by the civil code, the day of receipt does not count
PROP-DECIDE | Tue 2026-03-10 10:00 |  | 2026-04-10 | the same number of the next month
PROP-DECIDE | Thu 2026-01-15 10:00 |  | 2026-02-19 | a Sunday, then Seollal
PROP-DECIDE | Fri 2026-04-10 10:00 |  | 2026-05-11 | a Sunday moves on to Monday
PROP-DECIDE | Sat 2026-01-31 10:00 |  | 2026-03-03 | February to its 28th, a Saturday; Sunday; substitute
PROP-DECIDE | Fri 2026-01-30 10:00 |  | 2026-03-03 | from the 31st: February has none, so its last day
PROP-DECIDE | Wed 2026-01-28 10:00 |  | 2026-03-03 | from the 29th: February 2026 has none
PROP-DECIDE | Tue 2026-01-27 10:00 |  | 2026-02-27 | from the 28th until the 27th
PROP-DECIDE | Mon 2028-01-31 10:00 |  | 2028-02-29 | a leap February
PROP-DECIDE | Sat 2028-01-29 10:00 |  | 2028-02-29 | from the 30th: the last day
PROP-DECIDE | Fri 2028-01-28 10:00 |  | 2028-02-28 | from the 29th until the 28th
PROP-DECIDE | Wed 2024-01-31 10:00 |  | 2024-02-29 | a leap February again
PROP-DECIDE | Sat 2026-02-28 10:00 |  | 2026-03-31 | counted from 1 March: the whole of March
PROP-DECIDE | Tue 2028-02-29 10:00 |  | 2028-03-31 | from a leap day: the whole of March
PROP-DECIDE | Thu 2026-04-30 10:00 |  | 2026-06-01 | the whole of May; 31 May is a Sunday
PROP-DECIDE | Mon 2026-11-30 23:59 |  | 2026-12-31 | the whole of December
PROP-DECIDE | Thu 2026-12-31 10:00 |  | 2027-02-01 | into the next year; 31 January is a Sunday
PROP-DECIDE | Tue 2026-12-15 10:00 |  | 2027-01-15 | over the year end
PROP-DECIDE | Tue 2026-08-25 10:00 |  | 2026-09-28 | Chuseok moves it on to Monday
# calendar days by the civil code
PROP-REVIEW | Fri 2026-11-20 10:00 |  | 2026-12-07 | 5 December is a Saturday
PROP-REVIEW | Thu 2026-12-17 10:00 |  | 2027-01-04 | New Year's Day, then the weekend
PROP-REVIEW | Mon 2026-02-02 10:00 |  | 2026-02-19 | Seollal
PROP-FIX | Mon 2026-11-23 10:00 |  | 2026-11-30 | a week later
PROP-FIX | Fri 2026-09-18 10:00 |  | 2026-09-28 | Chuseok
PROP-FIX | Tue 2028-02-22 10:00 |  | 2028-02-29 | a leap day
OASIS-2012 | Mon 2026-11-09 10:00 |  | 2026-11-23 | two weeks
OASIS-2016 | Tue 2026-11-10 10:00 |  | 2026-11-20 | ten days
LAW-INTERIM | Mon 2026-11-02 10:00 |  | 2026-12-02 | thirty days
# passing on
LAW-MOVE1 | Fri 2026-11-20 17:30 |  | 2026-11-23 09:30 | one hour
LAW-MOVE2 | Mon 2026-11-23 17:00 |  | 2026-11-24 11:00 | three hours
LAW-MOVE3 | Mon 2026-11-23 10:00 |  | 2026-11-24 10:00 | eight hours are a working day
LAW-CERT | Mon 2026-11-23 16:00 |  | 2026-11-24 10:00 | at once
# the end of the quarter
MSG-AUDIT | Sun 2026-11-22 10:00 |  | 2026-12-31 | the fourth quarter
MSG-AUDIT | Thu 2026-01-01 00:00 |  | 2026-03-31 | the first
MSG-AUDIT | Tue 2026-06-30 23:59 |  | 2026-06-30 | its last minute
# lengths given beside the rule
MSG-FIELD | Mon 2026-11-23 10:00 |  | - | the table is not known
MSG-FIELD | Mon 2026-11-23 10:00 | N=3 | 2026-11-26 10:00 | three days are 24 working hours
MSG-FIELD | Mon 2026-11-23 10:00 | N=7 | 2026-12-01 | seven days count in days
LAW-CALC5 | Mon 2026-11-23 10:00 | N=1 | 2026-11-24 10:00 | one day is eight working hours
LAW-CALC6 | Mon 2026-11-23 10:00 | N=6 | 2026-11-30 | the first day counts
MSG-FORWARD | Mon 2026-11-23 10:00 |  | - | without delay is no time
# extended
MSG-CHAT | Mon 2026-11-23 15:00 | +2 | 2026-11-24 11:00 | five hours in all
MSG-GENERAL | Mon 2026-11-23 10:00 | +3 | 2026-12-03 10:00 | in hours, though it is eight days now
LAW-GRIEV | Mon 2026-11-23 10:00 | +7 | 2026-12-10 | fourteen days in all
PROP-DECIDE | Thu 2026-01-15 10:00 | +1 | 2026-03-16 | two months; 15 March is a Sunday
PROP-DECIDE | Wed 2026-12-30 10:00 | +1 | 2027-03-02 | from the 31st: February's last is a Sunday, then 삼일절
# paused
MSG-CHAT | Mon 2026-11-23 09:00 | 2026-11-23 10:00/2026-11-23 11:30 | 2026-11-23 14:30 | an hour and a half
MSG-CHAT | Mon 2026-11-23 16:30 | 2026-11-23 17:00/2026-11-24 10:00 | 2026-11-24 13:30 | over night
MSG-CHAT | Mon 2026-11-23 10:00 | 2026-11-23 12:10/2026-11-23 12:50 | 2026-11-23 14:00 | it was lunch
MSG-CHAT | Mon 2026-11-23 09:00 | 2026-11-23 12:00/2026-11-25 12:00 | 2026-11-23 12:00 | it was due already
MSG-CHAT | Mon 2026-11-23 09:00 | 2026-11-23 11:00/ | - | it still stands
LAW-GRIEV | Mon 2026-11-23 10:00 | 2026-11-24 10:00/2026-11-26 15:00 | 2026-12-03 | 25 and 26 do not count
LAW-GRIEV | Mon 2026-11-23 10:00 | 2026-11-24 10:00/2026-11-24 17:00 | 2026-12-01 | back on the same day
LAW-GRIEV | Mon 2026-09-21 10:00 | 2026-09-22 14:00/2026-09-28 10:00 | 2026-10-06 | 23 and 28; Chuseok anyway
LAW-GRIEV | Mon 2026-11-23 10:00 | 2026-11-24 10:00/ | - | it still stands
LAW-GRIEV | Mon 2026-11-23 10:00 | 2026-12-01 10:00/2026-12-09 10:00 | 2026-12-01 | asked on the last day
LAW-GRIEV | Mon 2026-11-23 10:00 | 2026-11-24 10:00/2026-11-26 10:00 2026-11-25 09:00/2026-11-27 10:00 \
| 2026-12-04 | two that overlap
LAW-GRIEV | Mon 2026-11-23 10:00 | +3 2026-11-25 10:00/2026-11-26 10:00 | 2026-12-07 | without the 26th
PROP-DECIDE | Tue 2026-03-10 10:00 | 2026-03-20 10:00/2026-03-30 10:00 | 2026-04-20 | ten days later
PROP-FIX | Mon 2026-11-23 10:00 | 2026-11-25 10:00/2026-11-28 10:00 | 2026-12-03 | three days later
"""


@dataclass(frozen=True)
class Example:
    rule: str
    weekday: str
    received: str
    extension: int
    length: int | None
    pauses: tuple[tuple[str, str], ...]
    due: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} {self.received} {self.why}"


def examples() -> list[Example]:
    return [_example(line) for line in TABLE.splitlines() if line and not line.startswith("#")]


def _example(line: str) -> Example:
    rule, received, more, due, why = (cell.strip() for cell in line.split("|"))
    weekday, _, moment = received.partition(" ")
    extension, length = 0, None
    for word in more.split():
        if word.startswith("+"):
            extension = int(word)
        if word.startswith("N="):
            length = int(word[2:])
    rest = " ".join(word for word in more.split() if not word.startswith(("+", "N=")))
    return Example(rule, weekday, moment, extension, length, _pauses(rest), due, why)


def _pauses(text: str) -> tuple[tuple[str, str], ...]:
    """Moments hold a blank, so a pause is four words, or three where it goes on."""
    found = []
    while text:
        begins, _, rest = text.partition("/")
        ends, text = rest[:16].strip(), rest[16:].strip()
        found.append((begins, ends))
    return tuple(found)
