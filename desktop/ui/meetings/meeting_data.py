"""A meeting as its desk shows it, read in one go; and in which words it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models import drafts
from desktop.models.meetings import lists
from desktop.ui import fmt
from desktop.ui.meetings import idea_data
from desktop.ui.meetings.decision import DRAFT
from desktop.ui.meetings.words import meeting_state_word

translate = QCoreApplication.translate


def choice_text(row: lists.MeetingRow) -> str:
    number = translate("Meetings", "제{n}차").format(n=row.meeting.number)
    return f"{number} · {fmt.date(row.meeting.at_ms)} · {meeting_state_word(row.meeting.state)}"


def count_words(whole: lists.Whole) -> str:
    parts = [translate("Meetings", "안건 {n}").format(n=fmt.number(len(whole.agenda)))]
    if whole.meeting.state != "closed":
        parts.append(translate("Meetings", "남음 {n}").format(n=fmt.number(whole.undecided)))
    if whole.people:
        there = sum(person.present for person in whole.people)
        parts.append(translate("Meetings", "참석 {n}/{all}").format(n=there, all=len(whole.people)))
    return " · ".join(parts)


def read(meeting_id: int | None, case_id: int, user: str) -> tuple[Any, Any, Any, str]:
    """For a reader thread: all meetings, the one on show (else the next one), its idea and what was typed."""
    known = lists.meetings()
    ids = [row.meeting.id for row in known]
    if meeting_id not in ids:
        meeting_id = next_meeting(known)
        case_id = 0
    whole = idea_data.load_meeting(meeting_id) if meeting_id is not None else None
    loaded = idea_data.load(case_id, meeting_id) if case_id else None
    draft = drafts.load_draft(case_id, DRAFT, user) if case_id else None
    return known, whole, loaded, draft.text if draft is not None else ""


def next_meeting(known: Sequence[lists.MeetingRow]) -> int | None:
    """The one that runs, else the next planned one, else the latest."""
    running = [row.meeting.id for row in known if row.meeting.state == "running"]
    planned = [row.meeting.id for row in known if row.meeting.state == "planned"]
    return next(iter([*running, *reversed(planned), *(row.meeting.id for row in known)]), None)
