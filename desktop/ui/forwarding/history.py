"""What departments had to do with a case, as sentences of its history. Words only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n
from desktop.ui.forwarding.words import stage_word

translate = QCoreApplication.translate

FORWARD_KINDS = frozenset(
    {
        "forward-send", "forward-support", "forward-seen", "forward-receive", "forward-begin",
        "forward-return", "forward-withdraw", "forward-answer", "forward-replace", "forward-accept",
        "forward-accept-cancelled", "forward-send-back", "forward-end", "ruling",
    }
)  # fmt: skip
"""The kinds of events that have a sentence here."""


def forward_words(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, without who did it."""
    facts = {**(event.before or {}), **(event.after or {})}
    code = str(facts.get("to", ""))
    name = departments.get(code, code)
    if event.kind == "ruling":
        return _ruling(event, facts, name)
    text = _sentences().get(event.kind, event.kind)
    if event.kind == "forward-accept" and facts.get("edited"):
        text = translate("ForwardHistory", "{name}의 {stage}을 고쳐서 받아들임")
    words = text.format(name=name, stage=stage_word(str(facts.get("stage", ""))))
    was = (facts.get("forwarding") or {}).get("was") or {}
    more = facts.get("reason") or (was.get("reason") if event.kind == "forward-withdraw" else "")
    if event.kind in ("forward-send", "forward-support"):
        more = was.get("note")
    return f"{words}: {more}" if more else words


def _sentences() -> dict[str, str]:
    return {
        "forward-send": translate("ForwardHistory", "{name}에 이관"),
        "forward-support": translate("ForwardHistory", "{name}에 협조 요청"),
        "forward-seen": translate("ForwardHistory", "{name}에서 읽음"),
        "forward-receive": translate("ForwardHistory", "{name}에서 접수"),
        "forward-begin": translate("ForwardHistory", "{name}에서 처리 시작"),
        "forward-return": translate("ForwardHistory", "{name}에서 반려"),
        "forward-withdraw": translate("ForwardHistory", "{name} 이관을 회수"),
        "forward-answer": translate("ForwardHistory", "{name}에서 {stage}을 냄"),
        "forward-replace": translate("ForwardHistory", "{name}에서 {stage}을 새로 쓰려고 거둠"),
        "forward-accept": translate("ForwardHistory", "{name}의 {stage}을 받아들임"),
        "forward-accept-cancelled": translate("ForwardHistory", "{name}의 {stage}을 보내지 않기로 함"),
        "forward-send-back": translate("ForwardHistory", "{name}의 {stage}을 돌려보냄"),
        "forward-end": translate("ForwardHistory", "시민에게 답변하여 {name} 처리를 마침"),
    }


def _ruling(event: Any, facts: Mapping[str, Any], name: str) -> str:
    active = bool((event.after or {}).get("ruling", {}).get("active"))
    retired = bool((event.before or {}).get("ruling", {}).get("active")) and not active
    if retired and event.undoes is None:
        return translate("ForwardHistory", "소관 결정을 거둠: {name}").format(name=name)
    if i18n.language() == "ko":
        name = fmt.josa(name, "으로/로")
    words = translate("ForwardHistory", "소관을 {name} 정함").format(name=name)
    listed = ", ".join(facts.get("words", ()))
    parts = [words, str(facts.get("reason", "")), listed]
    return " · ".join(part for part in parts if part)
