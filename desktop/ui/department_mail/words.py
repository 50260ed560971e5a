"""The words for letters to departments: kinds, states, reasons, and the sentences of the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n

translate = QCoreApplication.translate

MAIL = frozenset({"department-mail", "mail-settings", "refused-mail"})
"""The kinds of events that have a sentence here."""


def kind_word(kind: str) -> str:
    return {
        "forward": translate("DepartmentMail", "이관"),
        "sent-back": translate("DepartmentMail", "보완 요청"),
        "withdrawn": translate("DepartmentMail", "이관 취소"),
        "reminder": translate("DepartmentMail", "기한 안내"),
    }.get(kind, kind)


def state_word(state: str) -> str:
    return {
        "waiting": translate("DepartmentMail", "보낼 예정"),
        "sending": translate("DepartmentMail", "보내는 중"),
        "sent": translate("DepartmentMail", "보냄"),
        "failed": translate("DepartmentMail", "실패"),
        "cancelled": translate("DepartmentMail", "보내지 않음"),
    }.get(state, state)


def state_tone(state: str, reason: str = "") -> str:
    if state == "failed":
        return "danger"
    if state == "waiting" and reason:
        return "warning"
    return "good" if state == "sent" else ""


def reason_sentence(reason: str, until_ms: int = 0) -> str:
    """Why a letter waits or has failed; the mail server's own words stay as they are."""
    if not reason:
        return ""
    from desktop.services.messages import is_code, sentence

    if is_code(reason):
        return sentence(reason, i18n.language(), until_ms=until_ms)
    return translate("DepartmentMail", "메일 서버의 대답: {words}").format(words=reason)


def refusal_sentence(reason: str) -> str:
    """Why a mail was not believed."""
    from desktop.services.messages import is_code, sentence

    code = f"refused:{reason}"
    return sentence(code if is_code(code) else "refused:not-possible", i18n.language())


def refusal_word(reason: str) -> str:
    """The same in a word or two, for the table."""
    return {
        "unknown-token": translate("DepartmentMail", "없는 번호"),
        "other-token": translate("DepartmentMail", "다른 건의 번호"),
        "wrong-sender": translate("DepartmentMail", "다른 주소"),
        "forged": translate("DepartmentMail", "위조 의심"),
        "form": translate("DepartmentMail", "양식에서 옴"),
        "automatic": translate("DepartmentMail", "자동 회신"),
        "closed": translate("DepartmentMail", "끝난 이관"),
        "empty": translate("DepartmentMail", "내용 없음"),
        "no-reason": translate("DepartmentMail", "반려 사유 없음"),
        "too-long": translate("DepartmentMail", "너무 긴 회신"),
    }.get(reason, translate("DepartmentMail", "받을 수 없음"))


def done_word(done: str) -> str:
    return {
        "answer": translate("DepartmentMail", "답변으로 받음"),
        "post": translate("DepartmentMail", "새 글로 꺼냄"),
        "dismissed": translate("DepartmentMail", "확인하고 닫음"),
    }.get(done, translate("DepartmentMail", "확인 전"))


def mail_words(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, without who did it."""
    after = event.after or {}
    if event.kind == "mail-settings":
        hours = int(after.get("remind_hours") or 0)
        if not hours:
            return translate("History", "부서 메일 설정을 고침")
        text = translate("History", "부서 메일 설정을 고침 · 기한 {hours}시간 전 안내")
        return text.format(hours=fmt.number(hours))
    if event.kind == "refused-mail":
        text = translate("History", "믿지 않은 회신을 처리함: {done} · {sender}")
        done = str(after.get("done") or "")
        return text.format(done=done_word(done), sender=after.get("sender", ""))
    code = str(after.get("to", ""))
    name = departments.get(code, code)
    what = kind_word(str(after.get("letter", "")))
    text = {
        "sent": translate("History", "부서 메일을 보냄: {department} ({what})"),
        "failed": translate("History", "부서 메일을 보내지 못함: {department} ({what})"),
        "waiting": translate("History", "부서 메일을 다시 보내기로 함: {department} ({what})"),
        "cancelled": translate("History", "부서 메일을 보내지 않기로 함: {department} ({what})"),
    }.get(str(after.get("mail", "")), translate("History", "부서 메일: {department} ({what})"))
    text = text.format(department=name, what=what)
    reason = reason_sentence(str(after.get("reason", "")))
    return f"{text} · {reason}" if reason else text
