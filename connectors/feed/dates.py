"""Dates as Korean feeds write them, to milliseconds since 1970 UTC. Knows no feed and no clock.

Where no zone is written it is Korea's: boards print the time of their database (rss_atom.md, sections 3, 4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

KST_S = 9 * 3600


@dataclass(frozen=True, slots=True)
class Moment:
    """``says_gmt``: the text named GMT or UTC. Some feeds do so and mean Korean time."""

    ms: int
    says_gmt: bool = False


_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|"
        "oct october|nov november|dec december".split("|"),
        1,
    )
    for name in names.split()
}
_ZONES = {"kst": 9, "jst": 9, "gmt": 0, "utc": 0, "ut": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5}
_ZONES |= {"mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "bst": 1, "asia/seoul": 9}

_CLOCK = (
    r"(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
)
_HANGUL_CLOCK = (
    r"(?P<half>오전|오후)?\s*(?P<hour>\d{1,2})시(?:\s*(?P<minute>\d{1,2})분)?(?:\s*(?P<second>\d{1,2})초)?"
)
_TAIL = r"(?:\s*(?P<half2>am|pm))?\s*(?P<zone>[^\d\s].*)?"
_MONTH = r"(?P<month>[a-z]{3,9}|\d{1,2}월)\.?"
_DAY_NAME = r"(?:[^\W\d_]{1,9}(?:\.?,?\s+|,))?"
_WEEKDAY = r"(?:\s*\(?[월화수목금토일](?:요일)?\)?)?"

_NUMBERS = (
    r"(?P<year>\d{4}|\d\d)(?:\s?[-./]\s?|\s)(?P<month>\d{1,2})(?:\s?[-./]\s?|\s)(?P<day>\d{1,2})\.?"
    + _WEEKDAY
)

_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # Fri, 20 Nov 2026 09:00:00 +0900 · 금, 20 11월 2026 09:00:00
        rf"{_DAY_NAME}(?P<day>\d{{1,2}})[\s-]+{_MONTH}[\s-]+(?P<year>\d{{4}}|\d\d)(?:,?\s+{_CLOCK}{_TAIL})?",
        # 2026-11-20T09:00:00Z · 2026-11-20 09:00:00.0 · 2026.11.20 · 2026. 11. 20. (금) 오후 3:05 · 26.11.20
        rf"{_NUMBERS}(?:(?:T|[\s,/]+)\s*{_CLOCK}{_TAIL})?",
        rf"{_NUMBERS}[\s,]+{_HANGUL_CLOCK}",
        # 2026년 11월 20일 (금) 오후 3:05 · 2026년 11월 20일 15시 5분
        rf"(?P<year>\d{{4}})년\s*(?P<month>\d{{1,2}})월\s*(?P<day>\d{{1,2}})일{_WEEKDAY}(?:,?\s*{_CLOCK}{_TAIL})?",
        rf"(?P<year>\d{{4}})년\s*(?P<month>\d{{1,2}})월\s*(?P<day>\d{{1,2}})일{_WEEKDAY}\s*{_HANGUL_CLOCK}",
        # 2026-Nov-20 09:00
        rf"(?P<year>\d{{4}})[\s-]{_MONTH}[\s-](?P<day>\d{{1,2}})(?:\s+{_CLOCK}{_TAIL})?",
        # 20/11/2026 09:00 · 11/20/2026 9:00 AM, where only one of the two can be the month
        rf"(?P<day>1[3-9]|2\d|3[01])[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})(?:[\s,]+{_CLOCK}{_TAIL})?",
        rf"(?P<month>\d{{1,2}})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{{4}})(?:[\s,]+{_CLOCK}{_TAIL})?",
        # Fri Nov 20 09:00:00 KST 2026 (java.util.Date)
        rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}})\s+(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}}):(?P<second>\d{{2}})"
        r"(?:\s+(?P<zone>[^\d\s]\S*))?\s+(?P<year>\d{4})",
        # Nov 20, 2026 3:05 PM
        rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?:,?\s+{_CLOCK}{_TAIL})?",
        # 20261120090000 · 202611200900 · 20261120
        r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
        r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    )
)

# The two forms that nearly every feed uses, without any detour.
_RFC = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) "
    r"(?:([+-])(\d\d)(\d\d)|(GMT|KST))"
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:([+-])(\d\d):?(\d\d)|(Z))?")
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_LONGEST = 100
_LABEL = re.compile(r"^(?:작성|등록|게시|입력|수정)(?:일시|일자|일|시간)?\s?[:：]?\s?(?=\d)")


def parse_date(text: str) -> Moment | None:
    """The moment a text names; None where it names none. Never guesses a day from half a date."""
    if found := _RFC.fullmatch(text):
        day, name, year, hour, minute, second, sign, zh, zm, word = found.groups()
        month = _MONTHS.get(name.lower(), 0)
        return _moment(
            year, month, day, hour, minute, second, _offset(sign, zh, zm, word == "GMT"), word == "GMT"
        )
    if found := _ISO.fullmatch(text):
        year, mon, day, hour, minute, second, sign, zh, zm, zulu = found.groups()
        return _moment(year, mon, day, hour, minute, second, _offset(sign, zh, zm, bool(zulu)), bool(zulu))
    return _slow(_LABEL.sub("", " ".join(text.split()))) if 0 < len(text) <= _LONGEST else None


def _offset(sign: str | None, hours: str | None, minutes: str | None, zulu: bool) -> int:
    if sign is None:
        return 0 if zulu else KST_S
    seconds = int(hours or 0) * 3600 + int(minutes or 0) * 60
    return -seconds if sign == "-" else seconds


def _slow(text: str) -> Moment | None:
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return Moment(int(text) * (1000 if len(text) == 10 else 1))
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is None:
            continue
        got = found.groupdict()
        month_text = got["month"].lower().removesuffix("월")
        month = int(month_text) if month_text.isdigit() else _MONTHS.get(month_text, 0)
        year = int(got["year"])
        hour = int(got.get("hour") or 0)
        half = (got.get("half") or got.get("half2") or "").lower()
        if half in ("오후", "pm") and hour < 12:
            hour += 12
        elif half in ("오전", "am") and hour == 12:
            hour = 0
        offset, says_gmt = _zone(got.get("zone") or "")
        full_year = year if len(got["year"]) > 2 else year + (2000 if year < 70 else 1900)
        moment = _moment(
            full_year,
            month,
            got["day"],
            hour,
            got.get("minute") or 0,
            got.get("second") or 0,
            offset,
            says_gmt,
        )
        if moment is not None:
            return moment
    return None


def _zone(text: str) -> tuple[int, bool]:
    """(seconds east of Greenwich, whether GMT or UTC was named). An unknown word counts as Korean time."""
    text = re.sub(r"\s*\(.*\)$", "", text.strip()).lower()
    found = re.fullmatch(r"(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?", text)
    if found:
        return _offset(found[1], found[2], found[3], False), False
    if text in _ZONES:
        return _ZONES[text] * 3600, text in ("gmt", "utc", "ut", "z")
    return KST_S, False


def _moment(
    year: str | int,
    month: str | int,
    day: str | int,
    hour: str | int,
    minute: str | int,
    second: str | int,
    offset_s: int,
    says_gmt: bool,
) -> Moment | None:
    try:
        days = date(int(year), int(month), int(day)).toordinal() - _EPOCH_DAY
    except (ValueError, OverflowError):
        return None
    h, m, s = int(hour), int(minute), int(second)
    if h > 24 or m > 59 or s > 60 or abs(offset_s) > 15 * 3600:
        return None
    return Moment((days * 86400 + h * 3600 + m * 60 + min(s, 59) - offset_s) * 1000, says_gmt)
