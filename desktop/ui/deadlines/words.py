"""How due times are said: on cards, in the line beside a case, in filters. Words only; all times are Seoul's.

Cards come with the window's first list, so this module imports nothing of the deadlines themselves.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.models.filters import DUE, SOON_MS
from desktop.ui import fmt

translate = QCoreApplication.translate

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


class Said(NamedTuple):
    """``tone``: "", warning or danger. ``short`` says it where there is little room, "" where it is short."""

    text: str
    tone: str = ""
    icon: str = "clock"
    short: str = ""


def due_of_card(clock: str, due_ms: int | None, now_ms: int) -> Said | None:
    """지남 1일 · 2시간 남음 · 오늘 18:00까지 · 내일 12:00까지 · 11. 30.(월)까지 · 기한 보류 · 기간 미정"""
    if clock == "paused":
        return Said(translate("Deadlines", "기한 보류"), "", "circle-pause")
    if clock != "running":
        return None
    if due_ms is None:
        return Said(translate("Deadlines", "기간 미정"), "warning", "circle-help")
    if due_ms < now_ms:
        return Said(late_words(due_ms, now_ms), "danger", "circle-alert")
    if due_ms - now_ms <= SOON_MS:
        return Said(left_words(due_ms, now_ms), "warning")
    return Said(until_words(due_ms, now_ms), short=until_words(due_ms, now_ms, weekday=False))


def late_words(due_ms: int, now_ms: int) -> str:
    """지남 3시간"""
    return translate("Deadlines", "지남 {span}").format(span=_length(now_ms - due_ms))


def left_words(due_ms: int, now_ms: int) -> str:
    """2시간 남음: in its greatest unit, whole days and hours rounded down."""
    return translate("Deadlines", "{span} 남음").format(span=_length(due_ms - now_ms))


def until_words(due_ms: int, now_ms: int, *, weekday: bool = True) -> str:
    """오늘 18:00까지, 내일 12:00까지, 11. 30.(월)까지"""
    due, now = fmt.local(due_ms), fmt.local(now_ms)
    days = (due.date() - now.date()).days
    if days == 0:
        return translate("Deadlines", "오늘 {time}까지").format(time=fmt.clock(due_ms))
    if days == 1:
        return translate("Deadlines", "내일 {time}까지").format(time=fmt.clock(due_ms))
    day = fmt.date(due_ms, year=due.year != now.year, weekday=weekday and due.year == now.year)
    return translate("Deadlines", "{date}까지").format(date=day)


def moment(at_ms: int, now_ms: int | None = None) -> str:
    """11. 24.(화) 15:05, with the year where it is another one."""
    now = fmt.local(fmt.now_ms() if now_ms is None else now_ms)
    year = fmt.local(at_ms).year != now.year
    return f"{fmt.date(at_ms, year=year)} {fmt.clock(at_ms)}"


def _length(ms: int) -> str:
    """In one unit: 20분, 3시간, 2일; two for the hours of a day that count: 1시간 30분."""
    if ms >= _DAY:
        return fmt.span(ms // _DAY * 86_400)
    if ms >= SOON_MS:
        return fmt.span(ms // _HOUR * 3_600)
    return fmt.span(max(ms // _MINUTE, 1) * 60)


def kind_words() -> dict[str, str]:
    """What a case can be taken as, in the order of the menu."""
    return {
        "chat": translate("Deadlines", "소통민원"),
        "general": translate("Deadlines", "일반민원"),
        "field": translate("Deadlines", "현장민원"),
        "formal": translate("Deadlines", "정식민원"),
        "proposal": translate("Deadlines", "국민제안"),
    }


def filter_words() -> dict[str, str]:
    """What lists can be narrowed to, in the order of the menu."""
    words = {
        "late": translate("Deadlines", "지남"),
        "soon": translate("Deadlines", "2시간 안"),
        "today": translate("Deadlines", "오늘 마감"),
        "paused": translate("Deadlines", "보류"),
    }
    return {due: words[due] for due in DUE}
