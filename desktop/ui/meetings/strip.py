"""The line in the detail pane that says what becomes of an idea: its meeting, decision, reason, progress."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.models.meetings import lists, telling
from desktop.ui import fmt
from desktop.ui.detail.strips import LineStrip
from desktop.ui.meetings.words import (
    day_words,
    decided_sentence,
    meeting_day,
    state_word,
    support_word,
    telling_words,
)
from desktop.ui.theme.style import theme

translate = QCoreApplication.translate


class IdeaStrip(LineStrip):
    """아이디어 · 회의 11. 25.(수) · 공감 214 [아이디어 보기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, "name")
        self._case = 0
        self.setAccessibleName(translate("IdeaStrip", "정책 아이디어"))
        self.put_mark("lightbulb", lambda: theme().tokens.idea.icon)
        self.button = self.add(translate("IdeaStrip", "아이디어 보기"), kind="quiet")
        self.button.clicked.connect(lambda: self._go())

    @staticmethod
    def read(case_id: int) -> Any:
        """The idea of a case, and how far telling its proposer is; None for what is no idea."""
        found = lists.rows_by_id([case_id])
        return (found[0], telling.telling(case_id)) if found else None

    def show_case(self, loaded: Any, value: Any) -> None:
        row, told = value
        self._case = row.case_id
        self.say(sentence(row, told, loaded.names), "good")
        self.show()

    def _go(self) -> None:
        screen = self.screen("meetings")
        if screen is not None:
            screen.show_idea(self._case)


def sentence(row: Any, told: Any, departments: Any) -> str:
    """What has become of the idea, in one line."""
    idea = row.idea
    if idea.state == "agenda" and row.meeting is not None:
        parts = [translate("IdeaStrip", "안건"), meeting_day(row.meeting.at_ms)]
    elif idea.state == "pool":
        parts = [translate("IdeaStrip", "안건 후보")]
    elif idea.decided_ms is not None:
        parts = [f"{fmt.date(idea.decided_ms, weekday=False)} {decided_sentence(idea.state)}"]
        parts.append(translate("IdeaStrip", "사유: {reason}").format(reason=idea.reason))
    else:
        parts = [state_word(idea.state)]
    if idea.state == "adopted":
        parts.append(translate("IdeaStrip", "추진 {n}%").format(n=idea.progress))
        parts.append(departments.get(idea.owner, idea.owner))
        if idea.planned:
            parts.append(translate("IdeaStrip", "{day}까지").format(day=day_words(idea.planned)))
    elif row.support:
        parts.append(support_word(row.support))
    parts.append(telling_words(told)[0])
    return " · ".join(part for part in parts if part)
