"""Words of safe speaking: findings, states of approvals and promises, days. It must not know widgets."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models.deadlines.calendar import today_in_seoul
from desktop.services import messages
from desktop.ui import fmt, i18n

translate = QCoreApplication.translate


def finding_sentence(finding: Any) -> str:
    """What is wrong with a place in the text, and what to do."""
    return messages.sentence(finding.code, i18n.language(), word=finding.word, n=finding.n)


def severity_word(severity: str) -> str:
    return translate("Speaking", "멈춤") if severity == "stop" else translate("Speaking", "확인")


def note_sentence(code: str, values: dict[str, Any]) -> str:
    return messages.sentence(code, i18n.language(), **values)


def writer_sentence(lease: Any, me: str) -> str:
    """김주무관 작성 중 · 14:20부터"""
    if lease.user == me:
        text = translate("Speaking", "다른 창에서 작성 중 · {time}부터")
    else:
        text = translate("Speaking", "{name} 작성 중 · {time}부터")
    return text.format(name=lease.user, time=fmt.clock(lease.since_ms))


def promise_state(row: Any, today: date) -> str:
    if row.late(today):
        return translate("Speaking", "지남")
    state: str = row.state
    return {
        "open": translate("Speaking", "남음"),
        "kept": translate("Speaking", "지킴"),
        "dropped": translate("Speaking", "못 지킴"),
    }.get(state, state)


def day(iso: str) -> str:
    """2026. 12. 31.(목) for an ISO date; 날짜 없음 for none."""
    if not iso:
        return translate("Speaking", "날짜 없음")
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    if i18n.language() == "en":
        return found.strftime("%a %-d %b %Y")
    return f"{found.year}. {found.month}. {found.day}.({'월화수목금토일'[found.weekday()]})"


def typed_day(text: str) -> str | None:
    """What somebody typed as a day, as an ISO date: 2026-12-31, 12. 31., 12월 31일, 내년 3월. "" for nothing;
    None where it names no day."""
    from desktop.models.speaking import dates

    text = text.strip()
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        found = dates.find(text if text.endswith("까지") else f"{text}까지", today_in_seoul())
        return found[-1].day.isoformat() if found else None


def change_words(changes: Any) -> str:
    """What happened in a thread while an answer was being written."""
    parts = []
    for ids, text in (
        (changes.new, translate("Speaking", "새 글 {n}개")),
        (changes.edited, translate("Speaking", "고친 글 {n}개")),
        (changes.deleted, translate("Speaking", "지워진 글 {n}개")),
        (changes.answers, translate("Speaking", "다른 사람의 답변 {n}개")),
    ):
        if ids:
            parts.append(text.format(n=len(ids)))
    return ", ".join(parts)
