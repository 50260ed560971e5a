"""Dates, spans, numbers and Korean particles as people in a Korean city office write them (ui.md section 4).

The only place that turns a time or a number into text for the screen. It needs no window; the language is
that of ``i18n`` unless it is given.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from desktop.models.deadlines.calendar import KST
from desktop.models.josa import josa as josa  # where the window has always found it
from desktop.ui import i18n

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_WEEKDAYS_KO = "월화수목금토일"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _language(lang: str | None) -> str:
    return lang or i18n.language()


def now_ms() -> int:
    """Milliseconds UTC since 1970."""
    return round((dt.datetime.now(dt.UTC) - _EPOCH) / dt.timedelta(milliseconds=1))


SEOUL = KST
"""All times are the city's, wherever the PC believes to be: due times stand beside them."""


@lru_cache(1024)  # a card asks for its own time and for now several times
def local(ms: int) -> dt.datetime:
    """A stored time in Seoul. Times outside the calendar are held at its ends."""
    try:
        moment = _EPOCH + dt.timedelta(milliseconds=ms)
        return moment.astimezone(SEOUL)
    except (OverflowError, OSError, ValueError):
        year = 9998 if ms > 0 else 1
        return dt.datetime(year, 1, 2, tzinfo=dt.UTC)


def clock(ms: int) -> str:
    """14:20"""
    at = local(ms)
    return f"{at.hour:02}:{at.minute:02}"


def date(
    ms: int,
    *,
    year: bool = True,
    weekday: bool = True,
    lang: str | None = None,
) -> str:
    """2026. 11. 22.(일) without leading zeros; English: Sun 22 Nov 2026."""
    day = local(ms)
    if _language(lang) == "ko":
        text = f"{day.month}. {day.day}."
        if year:
            text = f"{day.year}. {text}"
        return text + (f"({_WEEKDAYS_KO[day.weekday()]})" if weekday else "")
    text = f"{day.day} {_MONTHS_EN[day.month - 1]}"
    if year:
        text += f" {day.year}"
    return f"{_WEEKDAYS_EN[day.weekday()]} {text}" if weekday else text


def full(ms: int, *, lang: str | None = None) -> str:
    """2026. 11. 22.(일) 15:05: for tooltips, accessible names and the detail page."""
    return f"{date(ms, lang=lang)} {clock(ms)}"


def short(ms: int, now: int | None = None, *, lang: str | None = None) -> str:
    """A time in a list: 방금 · 3분 전 · 14:20 · 어제 22:10 · 11. 20.(금) · 2025. 12. 3."""
    now = now_ms() if now is None else now
    korean = _language(lang) == "ko"
    age_s = (now - ms) // 1000
    if -60 <= age_s < 60:
        return "방금" if korean else "now"
    if 60 <= age_s < 3600:
        minutes = age_s // 60
        return f"{minutes}분 전" if korean else f"{minutes} min ago"
    return moment(ms, now, lang=lang)


def moment(ms: int, now: int | None = None, *, lang: str | None = None) -> str:
    """A time inside a sentence, where no "방금" fits: 14:20 · 어제 22:10 · 11. 20.(금) · 2025. 12. 3."""
    now = now_ms() if now is None else now
    korean = _language(lang) == "ko"
    then, today = local(ms), local(now)
    if then.date() == today.date():
        return clock(ms)
    if (today.date() - then.date()).days == 1:
        return f"어제 {clock(ms)}" if korean else f"yesterday {clock(ms)}"
    if then.year == today.year:
        return date(ms, year=False, lang=lang)
    return date(ms, weekday=False, lang=lang)


def span(seconds: float, *, lang: str | None = None) -> str:
    """A length of time in its one or two greatest units: 45초, 12분, 2시간 5분, 3일."""
    korean = _language(lang) == "ko"
    left = max(0, round(seconds))
    parts: list[str] = []
    for size, ko, en in ((86_400, "일", "d"), (3_600, "시간", "h"), (60, "분", "min"), (1, "초", "s")):
        count, left = divmod(left, size)
        if count and (not parts or size >= 60):
            parts.append(f"{count}{ko}" if korean else f"{count} {en}")
        if len(parts) == 2 or (parts and size == 86_400 and count >= 3):
            break
    return " ".join(parts) or ("0초" if korean else "0 s")


def age(ms: int, now: int | None = None, *, lang: str | None = None) -> str:
    """How long ago, in one unit: 5분, 3시간, 12일 (oldest card of a column)."""
    seconds = max(0, ((now_ms() if now is None else now) - ms) // 1000)
    for size in (86_400, 3_600, 60):
        if seconds >= size:
            return span(seconds // size * size, lang=lang)
    return "1분 미만" if _language(lang) == "ko" else "under 1 min"


def number(value: int) -> str:
    """1,234"""
    return f"{value:,}"


def count(value: int, counter: str = "건", *, lang: str | None = None) -> str:
    """1,234건; English has no counter: 1,234."""
    return f"{value:,}{counter}" if _language(lang) == "ko" else f"{value:,}"


def size(n_bytes: int) -> str:
    """A file size: 820 KB, 12.4 MB."""
    amount = float(n_bytes)
    for unit in ("B", "KB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit != "MB" or amount >= 100 else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
