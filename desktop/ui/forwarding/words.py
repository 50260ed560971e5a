"""How triage reads states of departments. Words only; cards need them with the window's first list, so this
module imports nothing of forwarding itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n

translate = QCoreApplication.translate


def card_word(state: str, seen: bool) -> tuple[str, str, str]:
    """What a card says of its department: (word, tone, icon); "" where there is nothing to say."""
    return {
        "sent": (translate("Forwarding", "읽음"), "plain", "mail-open")
        if seen
        else (translate("Forwarding", "읽지 않음"), "plain", "mail"),
        "received": (translate("Forwarding", "접수"), "plain", "inbox"),
        "working": (translate("Forwarding", "처리 중"), "plain", "pen-line"),
        "arrived": (translate("Forwarding", "답변 도착"), "primary", "message-square-text"),
        "returned": (translate("Forwarding", "반려됨"), "warning", "undo-2"),
    }.get(state, ("", "", ""))


def hop_word(hop: int) -> str:
    """From the second department on: 2번째 이관"""
    return translate("Forwarding", "{n}번째 이관").format(n=fmt.number(hop)) if hop > 1 else ""


def state_sentence(row: Any) -> str:
    """보냄 · 읽지 않음, 접수함 · 박주무관 · 11. 23.(월) 11:40, ..."""
    if row.state == "sent":
        read = translate("Forwarding", "읽지 않음")
        if row.seen_ms is not None:
            read = translate("Forwarding", "읽음 {when}").format(when=fmt.short(row.seen_ms))
        return _joined(translate("Forwarding", "보냄"), read, fmt.short(row.sent_ms))
    if row.state in ("received", "working"):
        word = (
            translate("Forwarding", "접수함")
            if row.state == "received"
            else translate("Forwarding", "처리 중")
        )
        when = fmt.short(row.received_ms) if row.received_ms is not None else ""
        return _joined(word, row.received_by, when)
    word = {
        "answered": translate("Forwarding", "답변 끝"),
        "returned": translate("Forwarding", "반려됨"),
        "withdrawn": translate("Forwarding", "회수함"),
    }.get(row.state, row.state)
    return _joined(word, row.ended_by, fmt.short(row.ended_ms) if row.ended_ms is not None else "")


def stage_word(stage: str) -> str:
    return translate("Forwarding", "1차 답변") if stage == "first" else translate("Forwarding", "최종 답변")


def department_word(row: Any, names: Mapping[str, str]) -> str:
    """버스정책과 · 주무, with the absent department that it is the deputy of."""
    name = names.get(row.department, row.department)
    if row.meant_for:
        absent = names.get(row.meant_for, row.meant_for)
        name = translate("Forwarding", "{name} ({absent} 대직)").format(name=name, absent=absent)
    if row.lead:
        return name
    return translate("Forwarding", "협조 {name}").format(name=name)


def sent_sentence(count: int, name: str, deputy: str = "") -> str:
    """3건을 버스정책과로 이관했습니다"""
    if i18n.language() == "ko":
        name = fmt.josa(name, "으로/로")
    text = translate("Forwarding", "{count}건을 {name} 이관했습니다")
    text = text.format(count=fmt.number(count), name=name)
    if not deputy:
        return text
    more = translate("Forwarding", "부재 중이라 대직 {deputy}에 보냈습니다").format(deputy=deputy)
    return f"{text} · {more}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
