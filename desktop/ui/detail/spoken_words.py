"""Sentences of the history on speaking: approvals, promises, who took over whose answer. Words only."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui.detail.words import voice_word

translate = QCoreApplication.translate

SPOKEN = frozenset({"approval", "approval-rules", "promise", "lease"})
"""Kinds of events that are worded here."""


def spoken_words(event: Any) -> str:
    """What happened, without who did it."""
    before, after = event.before or {}, event.after or {}
    if event.kind == "lease":
        text = translate("History", "{name} 님이 쓰던 답변을 이어받음")
        return text.format(name=before.get("writer") or after.get("writer", ""))
    if event.kind == "approval-rules":
        rules = after.get("approval_rules") or []
        text = translate("History", "승인이 필요한 명의를 정함: {rules}")
        return text.format(rules=", ".join(_rule(rule) for rule in rules) or translate("History", "없음"))
    row = _row(after) or _row(before)
    facts = after if "what" in after else before
    what = facts.get("what", "")
    kind: str = event.kind
    if kind == "approval":
        text = {
            "asked": translate("History", "{voice} 명의 답변의 승인을 요청함"),
            "approved": translate("History", "{voice} 명의 답변을 승인해 보냄"),
            "sent-back": translate("History", "{voice} 명의 답변을 고치도록 돌려보냄: {comment}"),
            "stale": translate("History", "대화가 바뀌어 {voice} 명의 답변의 승인이 멈춤"),
            "replaced": translate("History", "{voice} 명의 답변의 앞선 승인 요청을 새 글로 바꿈"),
            "withdrawn": translate("History", "{voice} 명의 답변의 승인 요청을 거둠"),
        }.get(what, kind)
        return text.format(voice=voice_word(facts.get("voice", "")), comment=row.get("comment", ""))
    text = {
        "made": translate("History", "약속을 적음: {text}"),
        "edit": translate("History", "약속을 고침: {text}"),
        "kept": translate("History", "약속을 지킴: {text}"),
        "dropped": translate("History", "약속을 못 지킴: {text} ({note})"),
        "reopen": translate("History", "약속을 다시 엶: {text}"),
    }.get(what, kind)
    return text.format(text=row.get("text", ""), note=row.get("note", ""))


def _row(values: dict[str, Any]) -> dict[str, Any]:
    """The row that an event put into its place."""
    kept = next(iter((values.get("records") or {}).values()), None) or {}
    return kept.get("row") or {}


def _rule(rule: str) -> str:
    if rule == "official-by-department":
        return translate("History", "부서가 쓰는 공식 명의")
    return voice_word(rule)
