"""Whose inbox to look into: the picker of departments, with how much each has waiting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from desktop.models.departments import DepartmentRow
from desktop.models.departments.ranking import Suggestion
from desktop.ui import fmt
from desktop.ui.lists.picker import DepartmentPicker

translate = QCoreApplication.translate


class InboxPicker(DepartmentPicker):
    """Departments that have something come first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: Mapping[str, Any] = {}
        self.setObjectName("inbox-picker")
        self._hint.setText(translate("Inbox", "Enter 고르기 · Esc 닫기"))

    def choose(self, choice: Any, at: QPoint) -> None:
        self._places = {place.code: place for place in choice.waiting}
        first = [Suggestion(place.code, place.name, ()) for place in choice.waiting]
        self.show_for(choice.index, first, at, title=translate("Inbox", "어느 부서의 접수함을 볼까요"))

    def _shown(self, row: DepartmentRow) -> str:
        place = self._places.get(row.code)
        parts = [row.name, *([row.parent] if row.parent else [])]
        if place is not None:
            waiting = translate("Inbox", "새로 옴 {new} · 처리 중 {working}")
            parts.append(waiting.format(new=fmt.number(place.new), working=fmt.number(place.working)))
        return "  · ".join(parts)
