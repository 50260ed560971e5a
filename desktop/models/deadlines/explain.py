"""Why something is due when it is, line by line, in Korean and English.

It walks day by day and says of each what counted and what did not. That is another way to the same moment
than ``counting`` takes; the tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.models.deadlines.calendar import (
    HOUR_MS,
    MINUTE_MS,
    Calendar,
    date_of,
    day_of,
    start_of,
)
from desktop.models.deadlines.counting import Due, Pause, due, merged, notices, working_ms
from desktop.models.deadlines.rules import Rule

WEEKDAYS_KO = "월화수목금토일"
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_UNITS = {
    "working_hour": ("{n}근무시간", "{n} working hours"),
    "day": ("{n}일", "{n} days"),
    "working_day": ("근무일 {n}일", "{n} working days"),
    "calendar_day": ("{n}일", "{n} calendar days"),
    "month": ("{n}개월", "{n} months"),
    "quarter": ("분기 말까지", "by the end of the quarter"),
    "none": ("정해진 기간 없음", "no set length"),
}
_CERTAINTY = {
    "sourced": ("출처에서 확인한 값입니다", "checked in its source"),
    "secondary": ("2차 자료에서 확인한 값입니다", "checked in a secondary source"),
    "counting": (
        "기간은 출처에서 확인했고, 세는 방법은 기억에 따른 것입니다",
        "the length was checked in its source; how it is counted is from memory",
    ),
    "memory": ("기억에 따른 값입니다. 법령에서 확인해 주세요", "from memory; please check it in the law"),
    "missing": ("값을 얻지 못했습니다. 채워 넣어 주세요", "the value was not obtained; please fill it in"),
    "office": ("우리 기관이 정한 값입니다", "set by this office"),
}


_SHORT = {
    "secondary": ("2차 자료에서 확인함", "from a secondary source"),
    "counting": ("세는 방법은 출처 미확인(기억)", "way of counting not confirmed (from memory)"),
    "memory": ("출처 미확인(기억)", "not confirmed (from memory)"),
    "missing": ("제정 자료를 구하지 못함: 사무실이 채움", "no source was obtained: filled in by the office"),
    "office": ("사무실이 정함", "set by the office"),
}


@dataclass(frozen=True, slots=True)
class Line:
    ko: str
    en: str


def certainty_words(certainty: str) -> tuple[str, str]:
    return _CERTAINTY.get(certainty, (certainty, certainty))


def certainty_tag(certainty: str) -> tuple[str, str]:
    """The same in a few words for a tag; empty where all of it was found in its source."""
    return _SHORT.get(certainty, ("", ""))


def amount_words(amount: int | None, unit: str) -> tuple[str, str]:
    """``3근무시간``, ``3 working hours``."""
    if amount is None and unit not in ("quarter", "none"):
        return "값 없음", "no value yet"
    ko, en = _UNITS[unit]
    if amount == 1:
        en = en.removesuffix("s")
    return ko.format(n=amount), en.format(n=amount)


DayWords = Callable[[int], tuple[str, str]]


def day_words(day: int) -> tuple[str, str]:
    """``2026. 11. 23.(월)``, ``Mon 23 Nov 2026``: as people in the office read it."""
    at = date_of(day)
    return (
        f"{at.year}. {at.month}. {at.day}.({WEEKDAYS_KO[at.weekday()]})",
        f"{WEEKDAYS_EN[at.weekday()]} {at.day} {MONTHS_EN[at.month - 1]} {at.year}",
    )


def iso_day_words(day: int) -> tuple[str, str]:
    """``2026-11-23(월)``, ``Mon 2026-11-23``: on the command line and in files, where dates are sorted."""
    at = date_of(day)
    return (
        f"{at.isoformat()}({WEEKDAYS_KO[at.weekday()]})",
        f"{WEEKDAYS_EN[at.weekday()]} {at.isoformat()}",
    )


def moment_words(at_ms: int, days: DayWords = day_words) -> tuple[str, str]:
    ko, en = days(day_of(at_ms))
    clock = _clock(at_ms - start_of(day_of(at_ms)))
    return f"{ko} {clock}", f"{en} {clock}"


def explain(
    rule: Rule,
    from_ms: int,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extension: int = 0,
    days: DayWords = day_words,
) -> list[Line]:
    """What was counted, what was skipped and why, and what came of it. ``days`` writes a date."""
    found = due(rule.term, from_ms, calendar, pauses, extension)
    lines = [_received(from_ms, days), *_rule_lines(rule, extension)]
    if rule.term.has_length:
        way = rule.term.counted_in
        lines += _how(rule, calendar)
        spans = merged(pauses, from_ms)
        # A pause that began when all was over already does not matter, also not one that goes on.
        until = found.at_ms if found.at_ms is not None else spans[-1][0]
        total = (rule.amount or 0) + extension
        if way == "working_hour":
            lines += _walk_hours(
                total * working_ms(rule.term, calendar), from_ms, until, calendar, spans, days
            )
        elif way == "working_day":
            lines += _walk_days(rule.first_day, from_ms, until, calendar, spans, days)
        else:
            lines += _walk_end(rule, found, calendar, spans, days)
    lines.append(_result(found, days))
    if found.at_ms is not None:
        lines += [_notice(at, days) for at in notices(from_ms, found.at_ms, calendar)]
    lines += _about(rule)
    return lines


# --- the lines --------------------------------------------------------------------------------------------


def _received(from_ms: int, days: DayWords) -> Line:
    ko, en = moment_words(from_ms, days)
    return Line(f"시작: {ko}", f"Begins: {en}")


def _rule_lines(rule: Rule, extension: int) -> list[Line]:
    ko, en = amount_words(rule.amount, rule.unit)
    lines = [Line(f"규칙: {rule.code} {rule.name_ko}, {ko}", f"Rule: {rule.code} {rule.name_en}, {en}")]
    if extension:
        ko, en = amount_words(extension, rule.unit)
        lines.append(Line(f"연장: {ko} 더함", f"Extended: {en} more"))
    return lines


def _how(rule: Rule, calendar: Calendar) -> list[Line]:
    hours = calendar.hours
    way = rule.term.counted_in
    open_, close = _clock(hours.opens * MINUTE_MS), _clock(hours.closes * MINUTE_MS)
    lunch = f"{_clock(hours.lunch_begins * MINUTE_MS)}~{_clock(hours.lunch_ends * MINUTE_MS)}"
    if way == "working_hour":
        a_day = _length(hours.day_ms)
        ko = f"근무시간으로 셉니다: {open_}~{close}, 하루 {a_day[0]}"
        en = f"Counted in working hours: {open_}~{close}, {a_day[1]} a day"
        if hours.has_lunch:
            ko, en = f"{ko}, 점심 {lunch} 제외", f"{en}, lunch {lunch} left out"
        return [Line(ko, en)]
    first_ko = "첫날을 셉니다" if rule.first_day else "첫날은 세지 않습니다"
    first_en = "the first day counts" if rule.first_day else "the first day does not count"
    if way == "working_day":
        return [
            Line(
                f"근무일로 셉니다: 토요일과 공휴일 제외, {first_ko}",
                f"Counted in working days: Saturdays and holidays left out, {first_en}",
            )
        ]
    if way == "quarter":
        return [Line("그 분기의 마지막 날까지입니다", "Until the last day of that quarter")]
    return [
        Line(
            f"달력으로 셉니다: 휴일도 세고, {first_ko}",
            f"Counted by the calendar: days off count too, {first_en}",
        )
    ]


def _walk_hours(
    left_ms: int,
    from_ms: int,
    until_ms: int,
    calendar: Calendar,
    spans: Sequence[tuple[int, int | None]],
    days: DayWords,
) -> list[Line]:
    lines: list[Line] = []
    for day in range(day_of(from_ms), day_of(until_ms) + 1):
        off = calendar.why_off(day)
        ko, en = days(day)
        if off is not None:
            lines.append(Line(f"{ko}: {off.ko}, 세지 않음", f"{en}: {off.en}, not counted"))
            continue
        counted = 0
        parts = []
        for a, b in _open_parts(day, from_ms, until_ms, calendar, spans):
            counted += b - a
            parts.append(f"{_clock(a - start_of(day))}~{_clock(b - start_of(day))}")
        left_ms -= counted
        if not parts:
            why = _why_nothing(day, from_ms, calendar, spans)
            lines.append(Line(f"{ko}: {why.ko}", f"{en}: {why.en}"))
            continue
        did, rest = _length(counted), _length(left_ms)
        lunch = _over_lunch(day, from_ms, until_ms, calendar)
        lines.append(
            Line(
                f"{ko}: {', '.join(parts)} {did[0]} 셈{' (점심 제외)' * lunch}, 남은 시간 {rest[0]}",
                f"{en}: {', '.join(parts)}, {did[1]} counted{' (without lunch)' * lunch}, {rest[1]} left",
            )
        )
        if _paused_within(day, from_ms, until_ms, calendar, spans):
            lines.append(
                Line(f"{ko}: 보완을 기다린 시간은 세지 않음", f"{en}: the time of the pause not counted")
            )
    return lines


def _walk_days(
    first_day: bool,
    from_ms: int,
    until_ms: int,
    calendar: Calendar,
    spans: Sequence[tuple[int, int | None]],
    days: DayWords,
) -> list[Line]:
    lines: list[Line] = []
    number = 0
    for day in range(day_of(from_ms), day_of(until_ms) + 1):
        ko, en = days(day)
        off = calendar.why_off(day)
        if off is not None:
            lines.append(Line(f"{ko}: {off.ko}, 세지 않음", f"{en}: {off.en}, not counted"))
        elif day == day_of(from_ms) and not first_day:
            lines.append(Line(f"{ko}: 첫날, 세지 않음", f"{en}: the first day, not counted"))
        elif any(day_of(a) < day and (b is None or day <= day_of(b)) for a, b in spans):
            lines.append(Line(f"{ko}: 보완을 기다림, 세지 않음", f"{en}: paused, not counted"))
        else:
            number += 1
            lines.append(Line(f"{ko}: {number}일째", f"{en}: day {number}"))
    return lines


def _walk_end(
    rule: Rule,
    found: Due,
    calendar: Calendar,
    spans: Sequence[tuple[int, int | None]],
    days: DayWords,
) -> list[Line]:
    lines: list[Line] = []
    for begins, ends in spans:
        number = None if ends is None else day_of(ends) - day_of(begins)
        reached = found.counted_until is not None and found.counted_until <= day_of(begins)
        if number and not reached:
            first, last = days(day_of(begins) + 1), days(day_of(begins) + number)
            lines.append(
                Line(
                    f"보완을 기다린 {number}일({first[0]}부터 {last[0]}까지)은 세지 않음",
                    f"{number} paused days ({first[1]} to {last[1]}) not counted",
                )
            )
    if found.counted_until is None or found.at_ms is None:
        return lines
    ko, en = days(found.counted_until)
    lines.append(Line(f"기간의 마지막 날: {ko}", f"The period's last day: {en}"))
    if not rule.moves_on:
        return lines
    for day in range(found.counted_until, day_of(found.at_ms)):
        ko, en = days(day)
        off = calendar.why_off(day)
        if off is not None:
            lines.append(
                Line(f"{ko}: {off.ko}, 다음 날로 넘어감", f"{en}: {off.en}, it moves on to the next day")
            )
    return lines


def _result(found: Due, days: DayWords) -> Line:
    if found.paused:
        return Line("보완을 기다리는 동안 기한은 멈춰 있습니다", "The clock stands still while it is paused")
    if found.at_ms is None:
        return Line("계산할 기한이 없습니다", "There is no due time to work out")
    ko, en = moment_words(found.at_ms, days)
    return Line(f"기한: {ko}", f"Due: {en}")


def _notice(at_ms: int, days: DayWords) -> Line:
    ko, en = moment_words(at_ms, days)
    return Line(f"30일마다 처리 상황 안내: {ko}", f"Interim notice, every 30 days: {en}")


def _about(rule: Rule) -> list[Line]:
    """The note, the paragraph, the source, and how certain all that is."""
    lines = [Line(rule.note_ko, rule.note_en or rule.note_ko)] if rule.note_ko else []
    if rule.basis:
        lines.append(Line(f"근거: {rule.basis}", f"Basis: {rule.basis}"))
    ko, en = certainty_words(rule.certainty)
    if rule.source:
        ko, en = f"{ko} ({rule.source})", f"{en} ({rule.source})"
    lines.append(Line(f"확실한 정도: {ko}", f"Certainty: {en}"))
    return lines


# --- parts of days ----------------------------------------------------------------------------------------


def _open_parts(
    day: int, from_ms: int, until_ms: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]
) -> list[tuple[int, int]]:
    """The worked parts of a day between two moments, without the pauses."""
    parts = []
    for a, b in _worked_parts(day, from_ms, until_ms, calendar):
        for begins, ends in spans:
            if begins >= b or (ends is not None and ends <= a):
                continue
            if begins > a:
                parts.append((a, begins))
            a = b if ends is None else min(b, ends)
        if b > a:
            parts.append((a, b))
    return parts


def _worked_parts(day: int, from_ms: int, until_ms: int, calendar: Calendar) -> list[tuple[int, int]]:
    midnight = start_of(day)
    parts = [(max(midnight + a, from_ms), min(midnight + b, until_ms)) for a, b in calendar.hours.spans]
    return [(a, b) for a, b in parts if b > a]


def _over_lunch(day: int, from_ms: int, until_ms: int, calendar: Calendar) -> bool:
    """Whether lunch lay between two worked parts of the day."""
    return calendar.hours.has_lunch and len(_worked_parts(day, from_ms, until_ms, calendar)) > 1


def _paused_within(
    day: int, from_ms: int, until_ms: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]
) -> bool:
    whole = sum(b - a for a, b in _worked_parts(day, from_ms, until_ms, calendar))
    return whole > sum(b - a for a, b in _open_parts(day, from_ms, until_ms, calendar, spans))


def _why_nothing(day: int, from_ms: int, calendar: Calendar, spans: Sequence[tuple[int, int | None]]) -> Line:
    if from_ms >= calendar.close_of(day):
        return Line("근무시간이 끝난 뒤라 세지 않음", "after working hours, not counted")
    if any(a < calendar.close_of(day) and (b is None or b > start_of(day)) for a, b in spans):
        return Line("보완을 기다림, 세지 않음", "paused, not counted")
    return Line("세지 않음", "not counted")


def _clock(after_midnight_ms: int) -> str:
    minutes, ms = divmod(after_midnight_ms, MINUTE_MS)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return text if ms < 1000 else f"{text}:{ms // 1000:02}"


def _length(ms: int) -> tuple[str, str]:
    """``2시간 30분``, ``2 h 30 min``."""
    hours, rest = divmod(ms, HOUR_MS)
    minutes, rest = divmod(rest, MINUTE_MS)
    ko, en = [], []
    for value, korean, english in ((hours, "시간", "h"), (minutes, "분", "min"), (rest // 1000, "초", "s")):
        if value:
            ko.append(f"{value}{korean}")
            en.append(f"{value} {english}")
    return " ".join(ko) or "0분", " ".join(en) or "0 min"
