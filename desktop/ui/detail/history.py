"""The events of a case as sentences. Words only; it must not know widgets or how events are stored."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models import hiding
from desktop.ui import fmt, i18n
from desktop.ui.deadlines.history import CLOCK_KINDS, clock_words
from desktop.ui.department_mail.words import MAIL, mail_words
from desktop.ui.detail.house_words import HOUSE, house_words
from desktop.ui.detail.meetup_words import MEETUP_KINDS, meetup_words
from desktop.ui.detail.spoken_words import SPOKEN, spoken_words
from desktop.ui.detail.words import status_word, track_word
from desktop.ui.forwarding.history import FORWARD_KINDS, forward_words
from desktop.ui.meetings.history import MEETING_KINDS, meeting_words

translate = QCoreApplication.translate


def actor_word(actor: str) -> str:
    return actor or translate("History", "프로그램")


def event_sentence(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, who did it. ``departments`` gives the names of department codes."""
    who = event.actor or str((event.after or {}).get("by", ""))
    return f"{actor_word(who)} · {what_happened(event, departments)}"


def what_happened(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, without who did it; personal data in what somebody typed is hidden."""
    words = hiding.shown(_words(event, departments))
    if event.undoes is not None:
        return translate("History", "되돌림: {what}").format(what=words)
    if event.undone:
        return translate("History", "{what} (되돌려짐)").format(what=words)
    return words


_OF_PARTS: tuple[tuple[Collection[str], Callable[[Any, Mapping[str, str]], str]], ...] = (
    (CLOCK_KINDS, lambda event, _: clock_words(event)),
    (FORWARD_KINDS, forward_words),
    (MAIL, mail_words),
    (HOUSE, house_words),
    (SPOKEN, lambda event, _: spoken_words(event)),
    (MEETING_KINDS, meeting_words),
    (MEETUP_KINDS, lambda event, _: meetup_words(event)),
)
"""Kinds of events whose sentences stand with their part of the program."""


def _words(event: Any, departments: Mapping[str, str]) -> str:
    before, after = event.before or {}, event.after or {}
    kind = event.kind
    if kind == "move":
        return _move(before, after, departments)
    if kind == "department":
        return _department(after.get("department", ""), departments)
    if kind == "status":
        return _status(before, after)
    if kind == "star":
        starred = after.get("starred")
        return translate("History", "별표를 닮") if starred else translate("History", "별표를 뗌")
    if kind == "reply":
        return _reply(after)
    for kinds, words_of in _OF_PARTS:
        if kind in kinds:
            return words_of(event, departments)
    return {
        "order": translate("History", "순서를 바꿈"),
        "group": translate("History", "다른 글과 한 건으로 묶음"),
        "ungroup": translate("History", "묶은 글을 떼어 냄"),
        "note": translate("History", "내부 메모를 남김"),
        "assign": translate("History", "담당자를 정함"),
        "approve": translate("History", "채널에서 글을 승인함"),
        "hide": translate("History", "채널에서 글을 숨김"),
        "unhide": translate("History", "채널에서 글을 다시 보임"),
        "hold": translate("History", "채널에서 글을 승인 대기로 돌림"),
        "reject": translate("History", "채널에서 글을 거절함"),
        "like": translate("History", "채널에서 공감을 남김"),
        "delete": translate("History", "채널에서 답변을 지움"),
        "edit": translate("History", "채널에서 답변을 고침"),
        "trash": translate("History", "채널의 휴지통으로 옮김"),
    }.get(kind, kind)


def _status(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    old, new = status_word(before.get("status", "")), status_word(after.get("status", ""))
    if i18n.language() == "ko":
        new = fmt.josa(new, "으로/로")
    return translate("History", "상태를 {old}에서 {new} 바꿈").format(old=old, new=new)


def _reply(after: Mapping[str, Any]) -> str:
    stage = {
        "first": translate("History", "1차 답변"),
        "final": translate("History", "최종 답변"),
        "notice": translate("History", "처리 상황 안내"),
    }
    what = stage.get(after.get("stage", ""), translate("History", "답변"))
    if i18n.language() == "ko":
        what = fmt.josa(what, "이/가")
    return translate("History", "{what} 채널에 올라감").format(what=what)


def _move(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    old, new = track_word(before.get("track", "")), track_word(after.get("track", ""))
    if old == new:
        return _department(after.get("department", ""), departments)
    text = translate("History", "{old} → {new}").format(old=old, new=new)
    department = after.get("department", "")
    return f"{text} · {departments.get(department, department)}" if department else text


def _department(code: str, departments: Mapping[str, str]) -> str:
    if not code:
        return translate("History", "담당 부서를 비움")
    return translate("History", "담당 부서: {name}").format(name=departments.get(code, code))
