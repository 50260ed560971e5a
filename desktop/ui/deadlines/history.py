"""What became of due times, rules and days off, as the history says it. Words only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n
from desktop.ui.deadlines.words import kind_words

translate = QCoreApplication.translate

CLOCK_KINDS = ("clock", "clock-moved", "rule", "days-off")
"""Kinds of events told here."""


def clock_words(event: Any) -> str:
    before, after = event.before or {}, event.after or {}
    if event.kind == "clock-moved":
        moved = translate("DueHistory", "휴일이나 규칙이 바뀌어 기한이 옮겨짐")
        return f"{moved} · {_due(after)}"
    if event.kind == "rule":
        return _rule(before["rule"], after["rule"])
    if event.kind == "days-off":
        return _days_off(after["days_off"])
    was, now = before["clock"]["was"] or {}, after["clock"]["was"] or {}
    if (now or was).get("purpose") == "receive":
        return _receiving(now)
    return _clock(was, now, str(after.get("what", "")))


def _receiving(after: Mapping[str, Any]) -> str:
    """The clock of a department that has yet to receive a case: no kind of matter, but a time of its own."""
    if not after:
        return translate("DueHistory", "부서의 접수 기한을 없앰")
    if after["state"] == "stopped":
        return translate("DueHistory", "부서의 접수 기한이 끝남")
    return translate("DueHistory", "부서의 접수 기한을 정함 · {due}").format(due=_due(after))


def _clock(before: Mapping[str, Any], after: Mapping[str, Any], what: str) -> str:
    """Told by what is different, so that it reads right also where it was taken back."""
    if not after:
        return translate("DueHistory", "기한을 없앰")
    if after["state"] == "stopped":
        if what == "grouped":
            return translate("DueHistory", "다른 건과 묶여 기한이 끝남")
        return translate("DueHistory", "처리를 마쳐 기한이 끝남")
    if after["state"] == "paused" and before.get("state") != "paused":
        reason = after["pauses"][-1]["reason"]
        return translate("DueHistory", "보완을 기다려 기한을 멈춤: {reason}").format(reason=reason)
    if after["extension"] and not before.get("extension"):
        words = translate("DueHistory", "기한을 연장함: {reason}").format(reason=after["extension_reason"])
    elif before.get("state") == "paused":
        words = translate("DueHistory", "보완을 받아 기한이 다시 감")
    elif before.get("state") == "stopped":
        words = translate("DueHistory", "다시 열려 기한이 다시 감")
    elif before and before.get("kind") != after["kind"]:
        words = translate("DueHistory", "처리 종류를 바꿈: {old} → {new}")
        words = words.format(old=_kind(before), new=_kind(after))
    else:
        words = translate("DueHistory", "기한을 정함: {kind}").format(kind=_kind(after))
    return f"{words} · {_due(after)}"


def _kind(clock: Mapping[str, Any]) -> str:
    return kind_words().get(str(clock["kind"]), str(clock["rule"]))


def _due(after: Mapping[str, Any]) -> str:
    due_ms = after.get("due_ms")
    if due_ms is None:
        return translate("DueHistory", "기한 없음")
    return fmt.full(due_ms)


def _rule(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    was, now = before["was"], after["was"]
    rule = (now or was)["rule"]
    name = rule["name_ko"] if i18n.language() == "ko" else rule["name_en"]
    if was is None:
        text = translate("DueHistory", "기한 규칙을 더함: {name}")
    elif now is None:
        text = translate("DueHistory", "기한 규칙을 없앰: {name}")
    elif now["edited"]:
        text = translate("DueHistory", "기한 규칙을 고침: {name}")
    else:
        text = translate("DueHistory", "기한 규칙을 처음 값으로 되돌림: {name}")
    return text.format(name=name)


def _days_off(after: Mapping[str, Any]) -> str:
    if "hours" in after:
        hours = {name: f"{minutes // 60:02}:{minutes % 60:02}" for name, minutes in after["hours"].items()}
        return translate("DueHistory", "근무 시간을 바꿈: {opens}~{closes}").format(
            opens=hours["opens"], closes=hours["closes"]
        )
    state, day = after["was"], _day(str(after["day"]))
    if state is None:
        return translate("DueHistory", "휴일을 처음으로 되돌림: {day}").format(day=day)
    name = state["name_ko"] if i18n.language() == "ko" else state["name_en"] or state["name_ko"]
    if state["off"]:
        return translate("DueHistory", "쉬는 날을 더함: {day} {name}").format(day=day, name=name)
    return translate("DueHistory", "근무하는 날로 바꿈: {day} {name}").format(day=day, name=name)


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return fmt.date((day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000)
