"""How the inbox names states, answers and parts. Words only."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt

translate = QCoreApplication.translate


def state_words(state: str) -> str:
    """The state of a forwarding."""
    return {
        "sent": translate("Inbox", "새로 옴"),
        "received": translate("Inbox", "접수됨"),
        "working": translate("Inbox", "처리 중"),
        "answered": translate("Inbox", "답변 끝"),
        "returned": translate("Inbox", "재지정 요청함"),
        "withdrawn": translate("Inbox", "회수됨"),
    }.get(state, state)


STATE_TONES = {"sent": "primary", "received": "plain", "working": "forward", "answered": "idea"}
STATE_ICONS = {"sent": "inbox", "working": "pen-line", "answered": "check"}


def stage_words(stage: str) -> str:
    return translate("Inbox", "1차 답변") if stage == "first" else translate("Inbox", "최종 답변")


def answer_words(state: str) -> str:
    """The state of an answer."""
    return {
        "submitted": translate("Inbox", "검토를 기다림"),
        "accepted": translate("Inbox", "받아들임"),
        "sent-back": translate("Inbox", "보완 요청"),
        "withdrawn": translate("Inbox", "거둠"),
    }.get(state, state)


def progress_words(row: Any) -> str:
    """What became of the answers of a row, "" before there is any: 1차 답변 됨 · 최종 답변 검토 중"""
    said = {
        ("first", "submitted"): translate("Inbox", "1차 답변 검토 중"),
        ("first", "accepted"): translate("Inbox", "1차 답변 됨"),
        ("final", "submitted"): translate("Inbox", "최종 답변 검토 중"),
        ("final", "accepted"): translate("Inbox", "최종 답변 됨"),
    }
    parts = [said.get((stage, getattr(row, stage)), "") for stage in ("first", "final")]
    return " · ".join(part for part in parts if part)


def came_by_words(came_by: str) -> str:
    return {
        "mail": translate("Inbox", "메일로 옴"),
        "by-hand": translate("Inbox", "손으로 적음"),
    }.get(came_by, "")


def sent_words(forwarding: Any) -> str:
    """김주무관이 전달 · 11. 23.(월) 11:40"""
    when = fmt.full(forwarding.sent_ms)
    if not forwarding.sent_by:
        return translate("Inbox", "{when}에 전달됨").format(when=when)
    who = translate("Inbox", "{name} 전달").format(name=forwarding.sent_by)
    return f"{who} · {when}"
