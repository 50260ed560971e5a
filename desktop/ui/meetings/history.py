"""The events of ideas and meetings as sentences. Words only; it must not know widgets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.meetings.words import day_words, decided_sentence, decision_word, state_word

translate = QCoreApplication.translate

MEETING_KINDS = frozenset({"idea", "agenda", "decision", "meeting"})
"""The kinds of events that have a sentence here."""


def meeting_words(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, without who did it."""
    before, after = event.before or {}, event.after or {}
    if event.undoes is not None and "what" not in after:
        after, before = before, after  # what was taken back is told as it was done
    words = {"idea": _idea, "agenda": _agenda, "decision": _decision, "meeting": _meeting}[event.kind]
    return words(before, after, departments)


def _idea(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    values, what = after.get("idea", {}), after.get("what", "")
    note = f" · {after['note']}" if after.get("note") else ""
    if what == "progress":
        return translate("History", "추진 상황: {what}").format(what=_progress(values, departments)) + note
    if what == "reconsider":
        return translate("History", "재심사 요청을 받음") + note
    if what == "told":
        return translate("History", "제안자에게 결정을 알림")
    if what == "filed":
        return translate("History", "먼저 낸 글의 날짜로 제안일을 바꿈")
    parts = []
    if "title" in values:
        title = values["title"] or translate("History", "글의 첫 문장")
        parts.append(translate("History", "아이디어 제목: {title}").format(title=title))
    if "supporters" in values:
        count = fmt.number(values["supporters"])
        parts.append(translate("History", "직접 센 공감 {n}").format(n=count))
    if "review" in values:
        parts.append(translate("History", "검토 의견을 적음"))
    return " · ".join(parts) or translate("History", "아이디어를 고침")


def _progress(values: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    parts = []
    if "progress" in values:
        parts.append(f"{values['progress']}%")
    if values.get("planned"):
        parts.append(translate("History", "{day}까지").format(day=day_words(values["planned"])))
    if "owner" in values:
        parts.append(departments.get(values["owner"], values["owner"]))
    return " · ".join(part for part in parts if part) or translate("History", "그대로")


def _agenda(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    what = after.get("what", "")
    if what == "add":
        return translate("History", "회의 안건에 올림")
    if what == "left":
        state = state_word(after.get("idea", {}).get("state", ""))
        return translate("History", "회의가 심의하지 못하고 끝남 → {state}").format(state=state)
    return translate("History", "회의 안건에서 뺌")


def _decision(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    decision = after.get("decision", "")
    item = (after.get("agenda") or {}).get("item") or {}
    parts = [translate("History", "회의에서 {decided}").format(decided=decided_sentence(decision))]
    if item.get("reason"):
        parts.append(translate("History", "사유: {reason}").format(reason=item["reason"]))
    if decision == "adopted":
        if item.get("owner"):
            parts.append(departments.get(item["owner"], item["owner"]))
        if item.get("planned"):
            parts.append(translate("History", "{day}까지").format(day=day_words(item["planned"])))
    return " · ".join(parts) if decision else decision_word("")


def _meeting(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    name = translate("History", "제{n}차 제안 회의").format(n=after.get("number", "?"))
    what = {
        "add": translate("History", "잡음"),
        "edit": translate("History", "고침"),
        "start": translate("History", "시작함"),
        "close": translate("History", "마침"),
        "remove": translate("History", "지움"),
        "order": translate("History", "안건 순서를 바꿈"),
    }.get(after.get("what", ""), "")
    at_ms = after.get("meeting", {}).get("at_ms")
    when = f" · {fmt.full(at_ms)}" if at_ms is not None else ""
    return translate("History", "{name}: {what}").format(name=name, what=what) + when
