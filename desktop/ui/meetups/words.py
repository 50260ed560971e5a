"""The words of the meet-up screen: states of meet-ups, guests and messages. Words only."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.channels.names import reason_sentence

translate = QCoreApplication.translate


def state_word(state: str) -> str:
    return {
        "planned": translate("Meetups", "준비 중"),
        "inviting": translate("Meetups", "신청 받는 중"),
        "drawn": translate("Meetups", "추첨 마침"),
        "over": translate("Meetups", "끝남"),
        "cancelled": translate("Meetups", "취소됨"),
    }.get(state, state)


def state_tone(state: str) -> str:
    return {"inviting": "forward", "drawn": "good", "cancelled": "danger"}.get(state, "")


def guest_word(state: str) -> str:
    return {
        "invited": translate("Meetups", "초대함"),
        "signed-up": translate("Meetups", "신청함"),
        "in": translate("Meetups", "참석"),
        "waiting": translate("Meetups", "대기"),
        "declined": translate("Meetups", "못 옴"),
        "came": translate("Meetups", "왔음"),
        "absent": translate("Meetups", "안 옴"),
    }.get(state, state)


def meaning_word(meaning: str) -> str:
    """What an answer below an invitation seems to say."""
    return {
        "yes": translate("Meetups", "신청하는 듯"),
        "no": translate("Meetups", "못 온다는 듯"),
        "question": translate("Meetups", "물어봄"),
        "unclear": translate("Meetups", "알 수 없음"),
    }.get(meaning, meaning)


def done_word(done: str) -> str:
    """How a message stands: a state of the outbox, or what comes before it."""
    return {
        "": translate("Meetups", "보내기 전"),
        "waiting": translate("Meetups", "곧 보냄"),
        "sending": translate("Meetups", "보내는 중"),
        "sent": translate("Meetups", "보냄"),
        "refused": translate("Meetups", "보내지 못함"),
        "unknown": translate("Meetups", "확인 중"),
        "cancelled": translate("Meetups", "보내지 않음"),
        "by-hand": translate("Meetups", "직접 알림"),
        "asked": translate("Meetups", "승인 기다림"),
        "not-approved": translate("Meetups", "승인되지 않음"),
    }.get(done, done)


def why_words(message: Any) -> str:
    """Why a message is not sent from here; "" where nothing stands against it."""
    if not message.why:
        return ""
    if message.why == "too-long":
        return translate("Meetups", "{n}자 넘음: 초대 글을 줄여 주세요").format(n=fmt.number(message.over))
    return reason_sentence(message.why)


def when(at_ms: int) -> str:
    """Day and time in Seoul."""
    return fmt.full(at_ms)


def short_when(at_ms: int) -> str:
    """11. 27.(금) 18:30"""
    return f"{fmt.date(at_ms, year=False)} {fmt.clock(at_ms)}"


def length(minutes: int) -> str:
    return fmt.span(minutes * 60)


def seats_words(row: Any) -> str:
    """정원 20 · 신청 26 · 대기 6"""
    parts = [translate("Meetups", "정원 {n}").format(n=fmt.number(row.seats))]
    if row.drawn_ms is None:
        parts.append(translate("Meetups", "신청 {n}").format(n=fmt.number(row.signed_up)))
    else:
        parts.append(translate("Meetups", "참석 {n}").format(n=fmt.number(row.in_)))
    if row.waiting:
        parts.append(translate("Meetups", "대기 {n}").format(n=fmt.number(row.waiting)))
    return " · ".join(parts)


def people(count: int) -> str:
    return translate("Meetups", "{n}명").format(n=fmt.number(count))
