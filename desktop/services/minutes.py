"""The minutes of a meeting (회의록) as a paper: when, where, who, and each idea with decision and reason."""

from __future__ import annotations

import re

from desktop.models import hiding
from desktop.models.deadlines.calendar import moment_of
from desktop.models.meetings import lists
from desktop.models.meetings.rows import Meeting
from desktop.models.meetings.telling import day_words
from desktop.services.documents import Document, Table, Text

_WEEKDAYS = "월화수목금토일"
_DECISIONS = {"adopted": "채택", "held": "보류", "rejected": "불채택"}


def document(meeting_id: int) -> Document:
    """For a reader thread. Papers of the office are Korean whatever the window speaks. Personal data is
    hidden in all of it. Raises Missing."""
    whole = lists.whole(meeting_id)
    meeting = whole.meeting
    parts: list[Text | Table] = [
        Text(f"일시: {_when(meeting.at_ms)}", 1),
        Text(f"장소: {meeting.place or '-'}", 1),
    ]
    there = [person for person in whole.people if person.present]
    away = [person for person in whole.people if not person.present]
    parts.append(Text(f"참석자: {_people(there)}", 1))
    if away:
        parts.append(Text(f"불참: {_people(away)}", 1))
    decided = [row for row in whole.agenda if row.item.decision]
    parts.append(Text(f"안건: {len(whole.agenda)}건 ({_summary(whole)})", 1))
    if whole.agenda:
        rows = [("번호", "안건", "결정", "담당 부서", "추진 예정일")]
        for place, row in enumerate(whole.agenda, 1):
            rows.append(
                (
                    str(place), row.row.title, _DECISIONS.get(row.item.decision, "심의하지 못함"),
                    row.owner or "-", day_words(row.item.planned) if row.item.planned else "-",
                )
            )  # fmt: skip
        parts.append(Table(tuple(rows), widths=(8, 44, 14, 18, 16)))
    if decided:
        parts.append(Text("심의 결과", 1))
    for row in decided:
        parts.append(Text(row.row.title, 2, strong=True))
        support = f" (공감 {row.row.support:,})" if row.row.support else ""
        filed = moment_of(row.row.idea.filed_ms)
        parts.append(
            Text(
                f"제안: {row.row.author or '이름 없음'}, {filed.year}. {filed.month}. {filed.day}.{support}",
                3,
            )
        )
        if row.row.idea.review:
            parts.append(Text(f"검토 의견: {hiding.shown(row.row.idea.review)}", 3))
        parts.append(Text(f"결정: {_DECISIONS[row.item.decision]}", 3))
        parts.append(Text(f"사유: {hiding.shown(row.item.reason)}", 3))
        if row.item.decision == "adopted":
            until = day_words(row.item.planned)
            parts.append(Text(f"추진: {row.owner or '담당 부서 미정'}, {until}까지", 3))
    if meeting.note:
        parts.append(Text(f"비고: {hiding.shown(meeting.note)}", 1))
    title = f"{meeting.title or '제안 회의'} 회의록 (제{meeting.number}차)"
    return Document(title, tuple(parts))


def file_name(meeting: Meeting) -> str:
    """What the file is offered to be called."""
    at = moment_of(meeting.at_ms)
    title = re.sub(r'[\\/:*?"<>|\s]+', "_", meeting.title or "제안회의").strip("._") or "제안회의"
    return f"{title}_제{meeting.number}차_{at:%Y%m%d}_회의록"


def _when(at_ms: int) -> str:
    at = moment_of(at_ms)
    return f"{at.year}. {at.month}. {at.day}.({_WEEKDAYS[at.weekday()]}) {at:%H:%M}"


def _people(people: list[lists.Attendee]) -> str:
    names = [f"{person.name} {person.title}".strip() for person in people]
    return f"{', '.join(names)} ({len(names)}명)" if names else "-"


def _summary(whole: lists.Whole) -> str:
    parts = []
    for decision, word in _DECISIONS.items():
        count = sum(row.item.decision == decision for row in whole.agenda)
        if count:
            parts.append(f"{word} {count}건")
    if whole.undecided:
        word = "심의하지 못함" if whole.meeting.state == "closed" else "심의 전"
        parts.append(f"{word} {whole.undecided}건")
    return ", ".join(parts) or "없음"
