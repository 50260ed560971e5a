"""What ideas, decisions and meetings are called on screen. Words only; it must not know widgets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n

translate = QCoreApplication.translate

TONES = {"adopted": "good", "held": "warning", "rejected": "danger", "agenda": "primary"}
"""The colour beside the word of a state."""

ICONS = {"adopted": "check", "held": "pause", "rejected": "x", "": "circle"}


def state_word(state: str) -> str:
    return {
        "pool": translate("Meetings", "모음"),
        "agenda": translate("Meetings", "안건"),
        "adopted": translate("Meetings", "채택"),
        "held": translate("Meetings", "보류"),
        "rejected": translate("Meetings", "불채택"),
    }.get(state, state)


def decision_word(decision: str) -> str:
    """The same for a place on an agenda; "" is one without a decision."""
    return state_word(decision) if decision else translate("Meetings", "심의 전")


def decided_sentence(decision: str) -> str:
    """채택됨, 보류됨, 불채택됨"""
    return {
        "adopted": translate("Meetings", "채택됨"),
        "held": translate("Meetings", "보류됨"),
        "rejected": translate("Meetings", "불채택됨"),
    }.get(decision, decision)


def view_word(view: str) -> str:
    return {
        "open": translate("Meetings", "안건 후보"),
        "agenda": translate("Meetings", "안건에 있음"),
        "held": translate("Meetings", "보류"),
        "adopted": translate("Meetings", "채택"),
        "late": translate("Meetings", "추진 늦음"),
        "rejected": translate("Meetings", "불채택"),
        "untold": translate("Meetings", "알림 전"),
        "all": translate("Meetings", "모두"),
    }[view]


def order_word(order: str) -> str:
    return {
        "filed": translate("Meetings", "먼저 낸 순"),
        "newest": translate("Meetings", "최근 순"),
        "support": translate("Meetings", "공감 많은 순"),
    }[order]


def meeting_state_word(state: str) -> str:
    return {
        "planned": translate("Meetings", "예정"),
        "running": translate("Meetings", "진행 중"),
        "closed": translate("Meetings", "마침"),
    }.get(state, state)


def meeting_name(meeting: Any) -> str:
    """제3차, or its own title before the number."""
    number = translate("Meetings", "제{n}차").format(n=meeting.number)
    return f"{meeting.title} {number}" if meeting.title else number


def meeting_line(meeting: Any) -> str:
    """2026. 11. 25.(수) 14:00 제12차 · 서소문청사"""
    return " · ".join(
        part for part in (f"{fmt.full(meeting.at_ms)} {meeting_name(meeting)}", meeting.place) if part
    )


def meeting_day(at_ms: int) -> str:
    """회의 11. 25.(수): on a card."""
    return translate("Meetings", "회의 {day}").format(day=fmt.date(at_ms, year=False))


def day_words(day: str) -> str:
    """2027-03-01 as 2027. 3. 1."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return day
    if i18n.language() == "ko":
        return f"{int(parts[0])}. {int(parts[1])}. {int(parts[2])}."
    return day


def support_word(count: int) -> str:
    return translate("Meetings", "공감 {n}").format(n=fmt.number(count))


def filer(row: Any) -> str:
    """Who proposed it, and where."""
    name = row.author or row.author_handle or translate("Meetings", "이름 없음")
    return f"{name} · {row.channel}"


def telling_words(telling: Any) -> tuple[str, str]:
    """How far telling the proposer is, and the tone of the word."""
    text, tone = {
        "unwritten": (translate("Meetings", "제안자에게 알림: 아직 쓰지 않음"), "warning"),
        "written": (translate("Meetings", "제안자에게 알림: 작성됨 (보내기 전 확인)"), "warning"),
        "waiting": (translate("Meetings", "제안자에게 알림: 보내는 중"), ""),
        "refused": (translate("Meetings", "제안자에게 알림: 보내지 못함, 확인 필요"), "danger"),
        "told": (translate("Meetings", "제안자에게 알림: 알렸음"), "good"),
    }.get(telling.state, ("", ""))
    if text and telling.posts > 1:
        text += translate("Meetings", " · 글 {sent}/{all}건").format(
            sent=fmt.number(telling.sent), all=fmt.number(telling.posts)
        )
    return text, tone
