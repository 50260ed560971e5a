"""Above the list of an inbox: whose it is, and how much there is of what. Each number is a filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip, Flow
from desktop.ui.widgets.editors import SearchLine

translate = QCoreApplication.translate


LONGEST_NAME = 200
"""Width of a department's name in px at 100 %."""


class InboxHead(QWidget):
    """``which`` gives the number that was pressed ("" where it was pressed off), ``department_wanted`` asks
    for another inbox, ``searched`` gives words."""

    which = Signal(str)
    department_wanted = Signal()
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.department = Button("", self, icon="users", key="I")
        self.department.setObjectName("inbox-department")
        self.department.clicked.connect(lambda: self.department_wanted.emit())
        self._numbers = QWidget(self)
        flow = Flow(self._numbers, spacing=6)
        self.chips: dict[str, Chip] = {}
        for name, icon in (
            ("new", "inbox"), ("working", "pen-line"), ("today", "clock"), ("late", "circle-alert"),
            ("closed", "archive"),
        ):  # fmt: skip
            chip = Chip("", self._numbers, icon=icon)
            chip.setObjectName(f"inbox-{name}")
            chip.clicked.connect(lambda on=False, name=name: self.which.emit(name if on else ""))
            flow.addWidget(chip)
            self.chips[name] = chip
        self.line = SearchLine(translate("Inbox", "접수함에서 찾기"), self)
        self.line.setClearButtonEnabled(True)
        self.line.searched.connect(self.searched)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.department)
        row.addWidget(self._numbers, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.line)
        theme().changed.connect(self._fit)
        self._fit()
        self.show_counts(None)

    def _fit(self) -> None:
        self.line.setFixedWidth(theme().px(190))
        self._name_button()
        self._numbers.updateGeometry()

    def show_department(self, name: str) -> None:
        self._name = name
        self._name_button()

    def _name_button(self) -> None:
        """A long name ends in …: the numbers beside it would stand in a column."""
        choose = translate("Inbox", "부서 고르기")
        told = translate("Inbox", "접수함: {name}. 다른 부서 고르기").format(name=self._name)
        name = self._name or choose
        cut = self.department.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, theme().px(LONGEST_NAME)
        )
        self.department.setText(cut)
        self.department.setAccessibleName(told if self._name else choose)
        self.department.setToolTip(f"{name} (I)")
        self.department.updateGeometry()

    def show_counts(self, counts: Any) -> None:
        """None: not known yet."""
        numbers: Mapping[str, int | None] = {
            "new": getattr(counts, "new", None),
            "working": getattr(counts, "working", None),
            "today": getattr(counts, "due_today", None),
            "late": getattr(counts, "late", None),
            "closed": None,
        }
        words = {
            "new": translate("Inbox", "새로 옴"),
            "working": translate("Inbox", "처리 중"),
            "today": translate("Inbox", "오늘 마감"),
            "late": translate("Inbox", "지남"),
            "closed": translate("Inbox", "끝난 건"),
        }
        for name, chip in self.chips.items():
            number = numbers[name]
            chip.setText(words[name] if number is None else f"{words[name]} {fmt.number(number)}")
        self._numbers.updateGeometry()

    def show_which(self, which: str) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == which)
