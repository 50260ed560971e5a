"""One rule of the table, to be changed or added. What would move is shown before anything is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from desktop.models.deadlines.counting import LONGEST, UNITS
from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.deadlines.words import kind_words
from desktop.ui.widgets.editors import TextLine, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate

MOST = 2000


def unit_words() -> dict[str, str]:
    """How a length is counted, for the list of choices."""
    words = {
        "working_hour": translate("DueRules", "근무시간"),
        "day": translate("DueRules", "일 (5일까지는 시간으로)"),
        "working_day": translate("DueRules", "근무일"),
        "calendar_day": translate("DueRules", "일 (휴일도 셈)"),
        "month": translate("DueRules", "개월"),
        "quarter": translate("DueRules", "분기 말까지"),
        "none": translate("DueRules", "기간 없음"),
    }
    return {unit: words[unit] for unit in UNITS}


class RuleDialog(Dialog):
    """``wanted`` is called with the rule as it shall be, when the person goes on."""

    def __init__(
        self, bridge: Any, parent: QWidget | None, rule: Rule | None, wanted: Callable[[Rule], object]
    ) -> None:
        adding = rule is None
        title = translate("DueRules", "규칙 더하기") if adding else translate("DueRules", "규칙 고치기")
        super().__init__(title, bridge, parent, width=600)
        self._rule, self._wanted = rule, wanted
        self.code, self.name_ko, self.name_en = TextLine(self), TextLine(self), TextLine(self)
        self.basis, self.source = TextLine(self), TextLine(self)
        for line in (self.code, self.name_ko, self.name_en, self.basis, self.source):
            line.setMaxLength(200)
        self.amount = NumberBox(0, MOST, self)
        self.amount.setSpecialValueText(translate("DueRules", "미정"))
        self.unit = _box(translate("DueRules", "단위"), unit_words())
        kinds = {"": translate("DueRules", "쓰지 않음"), **kind_words()}
        self.kind = _box(translate("DueRules", "처리 종류"), kinds)
        self.first_day = QCheckBox(translate("DueRules", "받은 날도 셉니다"), self)
        self.moves_on = QCheckBox(translate("DueRules", "마지막 날이 휴일이면 다음 근무일까지"), self)
        self._lay_out(adding)
        self.unit.currentIndexChanged.connect(lambda _: self._unit_chosen())
        self._show(rule)
        self.add_cancel()
        self.go_on = self.add_button(translate("DueRules", "바뀌는 기한 보기"), "primary")
        self.go_on.clicked.connect(self._press)
        (self.code if adding else self.amount).setFocus()

    def _lay_out(self, adding: bool) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        rows: list[tuple[QWidget, QWidget]] = [
            (
                field(translate("DueRules", "이름 (한국어)"), self.name_ko),
                field(translate("DueRules", "이름 (영어)"), self.name_en),
            ),
            (
                field(translate("DueRules", "기간"), self.amount),
                field(translate("DueRules", "단위"), self.unit),
            ),
            (
                field(translate("DueRules", "근거 조항"), self.basis),
                field(translate("DueRules", "출처"), self.source),
            ),
        ]
        code = field(translate("DueRules", "규칙 이름표 (영문)"), self.code)
        kind = field(translate("DueRules", "처리 종류"), self.kind)
        rows.insert(0, (code, kind))
        code.setVisible(adding)  # a rule that is there keeps what other rows name it by
        kind.setVisible(adding)
        for row, (left, right) in enumerate(rows):
            grid.addWidget(left, row, 0)
            grid.addWidget(right, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.first_day)
        self.body.addWidget(self.moves_on)
        hint = translate(
            "DueRules", "고친 규칙은 “사무실이 정함”으로 남습니다. 처음 값으로 되돌릴 수 있습니다."
        )
        self.body.addWidget(label(hint, "meta", self, wrap=True))

    def _show(self, rule: Rule | None) -> None:
        if rule is None:
            self.unit.setCurrentIndex(self.unit.findData("working_day"))
            self.moves_on.setChecked(True)
            self.first_day.setChecked(True)
            return
        self.name_ko.setText(rule.name_ko)
        self.name_en.setText(rule.name_en)
        self.basis.setText(rule.basis)
        self.source.setText(rule.source)
        for line in (self.name_ko, self.name_en, self.basis, self.source):
            line.setCursorPosition(0)
        self.unit.setCurrentIndex(self.unit.findData(rule.unit))
        self.amount.setValue(rule.amount or 0)
        self.first_day.setChecked(rule.first_day)
        self.moves_on.setChecked(rule.moves_on)

    def _unit_chosen(self) -> None:
        unit = self.unit.currentData()
        self.amount.setEnabled(unit != "none")
        self.amount.setMaximum(LONGEST.get(unit, 0))

    def rule(self) -> Rule:
        """The rule as it stands in the fields. Raises RuleRefused."""
        unit = self.unit.currentData()
        values = {
            "name_ko": take_text(self.name_ko).strip(),
            "name_en": take_text(self.name_en).strip() or take_text(self.name_ko).strip(),
            "amount": self.amount.value() or (1 if unit == "quarter" else None),
            "unit": unit,
            "first_day": self.first_day.isChecked(),
            "moves_on": self.moves_on.isChecked(),
            "basis": take_text(self.basis).strip(),
            "source": take_text(self.source).strip(),
            "certainty": "office",
        }
        if not values["name_ko"]:
            raise RuleRefused("no name", code="bad-rule")
        if self._rule is not None:
            return replace(self._rule, **values)
        code = take_text(self.code).strip().upper()
        return Rule(code=code, kind=self.kind.currentData(), note_ko="", note_en="", **values)

    def _press(self) -> None:
        try:
            rule = self.rule()
        except RuleRefused as error:
            self.fail(error)
            return
        if self._rule is not None and replace(rule, certainty=self._rule.certainty) == self._rule:
            self.fail(translate("DueRules", "바꾼 값이 없습니다."))
            return
        self.accept()
        self._wanted(rule)


def _box(name: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    for value, text in choices.items():
        box.addItem(text, value)
    return box
