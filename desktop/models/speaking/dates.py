"""Days that a Korean sentence names as an end: "이달 말까지", "11월 30일까지", "내년 3월", "2주 안에". Pure.

What names a span ends with its last day. A month or day that has passed already means that of next year.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

Day = dt.date


@dataclass(frozen=True, slots=True)
class Named:
    """Characters ``start`` to ``end`` name ``day``."""

    start: int
    end: int
    day: Day


def find(text: str, today: Day) -> list[Named]:
    """All days that a text names, in order, none over another."""
    found: list[Named] = []
    for pattern, meaning in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if _PAST.search(text, 0, match.start()):
                continue
            day = meaning(match, today)
            if day is not None:
                found.append(Named(match.start(), match.end(), day))
    return sorted(found, key=lambda named: named.start)


def last_of_month(year: int, month: int) -> Day | None:
    if not (1 <= month <= 12 and dt.MINYEAR <= year < dt.MAXYEAR):
        return None
    return Day(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def _coming(today: Day, month: int, day: int | None) -> Day | None:
    """Of this year, or of the next one if it has passed."""
    for year in (today.year, today.year + 1):
        found = last_of_month(year, month) if day is None else _day(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def _months_on(today: Day, months: int) -> Day | None:
    return last_of_month(today.year + (today.month - 1 + months) // 12, (today.month - 1 + months) % 12 + 1)


def _year_of(word: str | None, today: Day) -> int | None:
    if not word:
        return None
    word = word.strip()
    if word[0].isdigit():
        year = int(re.sub(r"\D", "", word))
        return year + 2000 if year < 100 else year
    return today.year + {"내년": 1, "다음해": 1, "내후년": 2}.get(word.replace(" ", ""), 0)


def _dated(match: re.Match[str], today: Day) -> Day | None:
    """2026년 11월 30일 · 내년 3월 5일 · 11월 30일 · 2026. 11. 30. · 11. 30.(월)"""
    year, month, day = _year_of(match["year"], today), int(match["month"]), int(match["day"])
    return _coming(today, month, day) if year is None else _day(year, month, day)


def _month(match: re.Match[str], today: Day) -> Day | None:
    """내년 3월 · 12월 말 · 12월 초 · 12월 중순"""
    year, month = _year_of(match["year"], today), int(match["month"])
    part = {"초": 10, "초순": 10, "상순": 10, "중순": 20}.get(match["part"] or "")
    if year is None:
        return _coming(today, month, part)
    return last_of_month(year, month) if part is None else _day(year, month, part)


def _this_month(match: re.Match[str], today: Day) -> Day | None:
    ahead = 1 if match["which"].replace(" ", "") in ("다음달", "내달", "익월") else 0
    end = _months_on(today, ahead)
    part = {"초": 10, "초순": 10, "중순": 20}.get(match["part"] or "")
    if end is None or part is None:
        return end
    named = end.replace(day=part)
    return named if named >= today else end


def _part_of_year(match: re.Match[str], today: Day) -> Day | None:
    """올해 말 · 연말 · 내년 상반기 · 하반기 · 3분기"""
    word = (match["part"] or "").replace(" ", "")
    month = {"상반기": 6, "전반기": 6, "초": 2}.get(word, 12)
    if word.endswith("분기"):
        month = int(word[0]) * 3
    year = _year_of(match["year"], today)
    return _coming(today, month, None) if year is None else last_of_month(year, month)


def _within(match: re.Match[str], today: Day) -> Day | None:
    """사흘 안에 · 3일 이내 · 2주 안에 · 한 달 내 · 6개월 이내"""
    word = match["count"]
    count = _COUNTS[word] if word in _COUNTS else int(word)
    unit = match["unit"].replace(" ", "")
    if unit.startswith("주"):
        return _after(today, count * 7)
    if unit in ("달", "개월"):
        end = _months_on(today, count)
        return None if end is None else end.replace(day=min(today.day, end.day))
    if unit == "년":
        return _day(today.year + count, today.month, min(today.day, 28))
    return _after(today, count)


def _native_days(match: re.Match[str], today: Day) -> Day | None:
    return _after(today, _DAYS[match["days"]])


def _days_word(match: re.Match[str], today: Day) -> Day | None:
    return _after(today, {"오늘": 0, "금일": 0, "내일": 1, "명일": 1, "모레": 2, "글피": 3}[match[0]])


def _week(match: re.Match[str], today: Day) -> Day | None:
    """이번 주 · 다음 주 금요일 · 금요일 (with 까지)"""
    which = (match["week"] or "").replace(" ", "")
    weekday = "월화수목금토일".find(match["weekday"][0]) if match["weekday"] else -1
    if not which:
        return _after(today, (weekday - today.weekday()) % 7)
    monday = today - dt.timedelta(days=today.weekday())
    weeks = {"다음주": 1, "내주": 1, "다다음주": 2}.get(which, 0)
    return _after(monday, weeks * 7 + (weekday if weekday >= 0 else 4))


def _after(day: Day, days: int) -> Day | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


_PAST = re.compile(r"(?:지난|작년|재작년|전년도?)\s?$")

_COUNTS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6}
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}
_YEAR = r"(?P<year>(?:20\d\d|'?\d\d)\s?년|올해|금년|내년|내후년|다음\s?해)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Day], Day | None]], ...] = (
    (re.compile(rf"(?:{_YEAR}도?\s?)?(?<!\d)(?P<month>\d{{1,2}})\s?월\s?(?P<day>\d{{1,2}})\s?일"), _dated),
    (
        re.compile(
            r"(?<![\d.])(?:(?P<year>20\d\d|'\d\d)\s?[.\-/]\s?)(?P<month>\d{1,2})\s?[.\-/]\s?(?P<day>\d{1,2})"
            r"(?![\d])\.?"
        ),
        _dated,
    ),
    (
        re.compile(
            r"(?<![\d.,])(?P<year>)(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?(?=\s?(?:\([월화수목금토일]\)|까지))"
        ),
        _dated,
    ),
    (
        re.compile(
            r"(?<![\d.,])(?P<year>)(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=\s?(?:\([월화수목금토일]\)|까지))"
        ),
        _dated,
    ),
    (
        re.compile(
            rf"(?:{_YEAR}도?\s?)?(?<!\d)(?P<month>\d{{1,2}})\s?월(?!\s?\d|호|분)\s?(?:(?P<part>초순|중순|하순|상순|초|말)(?![가-힣]*\s?신))?"
        ),
        _month,
    ),
    (
        re.compile(
            r"(?P<which>이번\s?달|이\s?달|금월|당월|다음\s?달|내달|익월)\s?(?:(?P<part>초순|중순|하순|초|말|중))?"
        ),
        _this_month,
    ),
    (
        re.compile(rf"{_YEAR}도?\s?(?P<part>상반기|하반기|전반기|후반기|[1-4]\s?분기|초|말|중|안|내)?"),
        _part_of_year,
    ),
    (re.compile(r"(?P<year>)(?P<part>상반기|하반기|(?<!\d)[1-4]\s?분기|연말|연내|금년\s?내)"), _part_of_year),
    (
        re.compile(
            rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s?(?P<unit>일|주일|주|개월|달|년)\s?(?:이내|안|내)(?=에|로|\s|,|\.|까지|$)"
        ),
        _within,
    ),
    (re.compile(rf"(?P<days>{'|'.join(_DAYS)})\s?(?:이내|안|내)(?=에|로|\s|,|까지|$)"), _native_days),
    (re.compile(r"오늘|금일|내일|명일|모레|글피"), _days_word),
    (
        re.compile(
            r"(?P<week>이번\s?주|금주|다음\s?주|내주|다다음\s?주)(?:\s?(?P<weekday>[월화수목금토일]요일))?(?!말)"
        ),
        _week,
    ),
    (re.compile(r"(?P<week>)(?P<weekday>[월화수목금토일]요일)(?=까지)"), _week),
)
"""Tried in this order: what says more comes first."""
