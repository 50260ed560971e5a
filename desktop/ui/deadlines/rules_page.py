"""The settings page on deadlines: the rules as a table, and the working hours."""

from __future__ import annotations

from dataclasses import asdict, fields
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from desktop.models.deadlines import days_off, rules
from desktop.models.deadlines.calendar import OfficeHours
from desktop.models.deadlines.recomputing import Change
from desktop.models.deadlines.rules import Rule
from desktop.services import deadlines
from desktop.ui.channels.dialog import field
from desktop.ui.deadlines.moves import MovesDialog, fill_row, table
from desktop.ui.deadlines.rule_dialog import RuleDialog
from desktop.ui.deadlines.sayings import kind_word, length_words, own, rule_name
from desktop.ui.rights import Guard
from desktop.ui.settings.form import Section
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.numbers import TimeBox

translate = QCoreApplication.translate


def rules_section(bridge: Any) -> Section:
    section = Section("deadlines", translate("DueRules", "기한"))
    section.add(RulesPage(bridge))
    section.add(HoursForm(bridge))
    return section


class Page(QWidget):
    """What is read when the page is made and whenever ``heard`` says that it changed."""

    heard = ""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.dialog: Any = None  # the last one that was opened
        bridge.changed.connect(self._changed)

    def _changed(self, changes: Any) -> None:
        if self.heard in changes.others:
            self.reload()

    def reload(self) -> None:
        self.bridge.spawn(self._read())

    async def _read(self) -> None:
        raise NotImplementedError

    def open(self, dialog: Any) -> None:
        self.dialog = dialog
        dialog.open()


class RulesPage(Page):
    """All rules; one of them can be changed, put back, and others of the office's own added."""

    heard = "deadline_rules"

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = translate("DueRules", "기한 규칙 처리 기간 근거 출처")
        self._rules: list[Rule] = []
        self._edited: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        text = translate(
            "DueRules",
            "기한을 세는 규칙입니다. 고치면 열린 건의 기한을 다시 세고, 무엇이 바뀌는지 먼저 보여 줍니다.",
        )
        column.addWidget(label(text, "meta", self, wrap=True))
        headings = [
            translate("DueRules", "이름"),
            translate("DueRules", "처리 종류"),
            translate("DueRules", "기간"),
            translate("DueRules", "첫날"),
            translate("DueRules", "확실한 정도"),
            translate("DueRules", "근거"),
            translate("DueRules", "출처"),
        ]
        self.table = table(headings, translate("DueRules", "기한 규칙"), self)
        self.table.setMinimumHeight(theme().px(360))
        head = self.table.horizontalHeader()
        for place, width in enumerate((210, 84, 124, 56, 170, 190, 150)):
            words = theme().metrics().horizontalAdvance(headings[place]) + theme().px(24)
            head.resizeSection(place, max(theme().px(width), words))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        self.table.currentCellChanged.connect(lambda *_: self._row_chosen())
        self.table.cellActivated.connect(lambda *_: self.edit())
        column.addWidget(self.table)
        self.about = label("", "meta", self, wrap=True)
        column.addWidget(self.about)
        holder = QWidget(self)
        row = Flow(holder)
        self.edit_button = Button(translate("DueRules", "규칙 고치기"), holder, icon="pen-line", key="Enter")
        self.edit_button.clicked.connect(lambda: self.edit())
        self.back_button = Button(translate("DueRules", "처음 값으로"), holder, icon="rotate-ccw")
        self.back_button.clicked.connect(lambda: self.put_back())
        self.add_button = Button(translate("DueRules", "규칙 더하기"), holder, icon="plus")
        for button in (self.edit_button, self.back_button, self.add_button):
            Guard(self.bridge, button, "rule.edit")
        self.add_button.clicked.connect(lambda: self.add())
        for button in (self.edit_button, self.back_button, self.add_button):
            row.addWidget(button)
        column.addWidget(holder)
        self.bridge.who_changed.connect(self._row_chosen)
        self._row_chosen()
        self.reload()

    async def _read(self) -> None:
        found, self._edited = await self.bridge.read(_read_rules)
        self._rules = found or list(deadlines.shipped())
        at = max(self.table.currentRow(), 0)
        self.table.setRowCount(len(self._rules))
        for row, rule in enumerate(self._rules):
            fill_row(self.table, row, _cells(rule))
        self.table.setCurrentCell(min(at, len(self._rules) - 1), 0)
        self._row_chosen()

    def current(self) -> Rule | None:
        row = self.table.currentRow()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def choose(self, code: str) -> None:
        self.table.setCurrentCell([rule.code for rule in self._rules].index(code), 0)

    def _row_chosen(self) -> None:
        rule = self.current()
        self.edit_button.setEnabled(rule is not None)
        self.back_button.setEnabled(rule is not None and rule.code in self._edited)
        if rule is None:
            return
        note = rule.note_ko if own(("ko", "en")) == "ko" else rule.note_en
        self.about.setText(" · ".join(part for part in (rule.code, note) if part))
        added = rule.code not in {one.code for one in deadlines.shipped()}
        text = translate("DueRules", "규칙 없애기") if added else translate("DueRules", "처음 값으로")
        self.back_button.setText(text)

    # --- changing -----------------------------------------------------------------------------------------

    def edit(self) -> None:
        rule = self.current()
        if rule is not None and self.edit_button.isEnabled():
            self.open(RuleDialog(self.bridge, self.window(), rule, self._ask_edit))

    def add(self) -> None:
        self.open(RuleDialog(self.bridge, self.window(), None, self._ask_add))

    def put_back(self) -> None:
        """The shipped values again; a rule that the office added is taken away."""
        rule = self.current()
        if rule is None:
            return
        shipped = next((one for one in deadlines.shipped() if one.code == rule.code), None)
        name = rule_name(rule)
        if shipped is None:
            did = translate("DueRules", "규칙을 없앴습니다: {name}").format(name=name)
            self._ask(translate("DueRules", "규칙 없애기"), Change(), partial(_remove, rule.code), did)
            return
        did = translate("DueRules", "규칙을 처음 값으로 되돌렸습니다: {name}").format(name=name)
        act = translate("DueRules", "처음 값으로 되돌리기")
        self._ask(act, Change(rules=(shipped,)), partial(_put_back, shipped), did)

    def _ask_edit(self, rule: Rule) -> None:
        did = translate("DueRules", "규칙을 고쳤습니다: {name}").format(name=rule_name(rule))
        act = translate("DueRules", "규칙 고치기")
        self._ask(act, Change(rules=(rule,)), partial(_edit, rule), did)

    def _ask_add(self, rule: Rule) -> None:
        did = translate("DueRules", "규칙을 더했습니다: {name}").format(name=rule_name(rule))
        self._ask(translate("DueRules", "규칙 더하기"), Change(rules=(rule,)), partial(_add, rule), did)

    def _ask(self, act: str, change: Change, write: Any, did: str) -> None:
        self.open(MovesDialog(self.bridge, self.window(), act, act, change, write, did))


class HoursForm(Page):
    """From when to when the office works, and its lunch."""

    heard = "holidays"

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        name = translate("DueRules", "근무 시간")
        help_text = translate("DueRules", "5일 이하의 기한은 이 시간으로 셉니다. 점심시간은 세지 않습니다.")
        self.words = f"{name} {help_text}"
        self._stored = OfficeHours()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        column.addWidget(label(name, "name", self))
        column.addWidget(label(help_text, "meta", self, wrap=True))
        column.addSpacing(8)
        names = {
            "opens": translate("DueRules", "시작"),
            "closes": translate("DueRules", "끝"),
            "lunch_begins": translate("DueRules", "점심 시작"),
            "lunch_ends": translate("DueRules", "점심 끝"),
        }
        self.times: dict[str, TimeBox] = {}
        holder = QWidget(self)
        row = Flow(holder)
        for part, text in names.items():
            edit = TimeBox()
            edit.timeChanged.connect(lambda _: self._changed_by_hand())
            Guard(self.bridge, edit, "rule.edit")
            self.times[part] = edit
            row.addWidget(field(text, edit))
        column.addWidget(holder)
        column.addSpacing(8)
        self.act = Button(translate("DueRules", "근무 시간 바꾸기"), self)
        Guard(self.bridge, self.act, "rule.edit")
        self.act.clicked.connect(lambda: self.ask())
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(self._stored)
        self.reload()

    async def _read(self) -> None:
        self._stored = await self.bridge.read(days_off.office_hours)
        self._show(self._stored)

    def _show(self, hours: OfficeHours) -> None:
        for name, minutes in asdict(hours).items():
            self.times[name].blockSignals(True)
            # Qt's clock has no 24:00; an office that works until midnight closes a minute before.
            self.times[name].setTime(QTime(*divmod(min(minutes, 24 * 60 - 1), 60)))
            self.times[name].blockSignals(False)
        self._changed_by_hand()

    def hours(self) -> OfficeHours | None:
        """As they stand in the fields; None where they make no sense."""
        values = {name: edit.time().hour() * 60 + edit.time().minute() for name, edit in self.times.items()}
        try:
            return OfficeHours(**{field.name: values[field.name] for field in fields(OfficeHours)})
        except ValueError:
            return None

    def _changed_by_hand(self) -> None:
        hours = self.hours()
        self.act.setEnabled(hours is not None and hours != self._stored)
        why = "" if hours is not None else translate("DueRules", "시각의 순서를 확인해 주세요")
        self.act.setToolTip(why)

    def ask(self) -> None:
        hours = self.hours()
        if hours is None:
            return
        act = translate("DueRules", "근무 시간 바꾸기")
        did = translate("DueRules", "근무 시간을 바꿨습니다")
        change = Change(hours=hours)
        self.open(MovesDialog(self.bridge, self.window(), act, act, change, partial(_set_hours, hours), did))


def _read_rules() -> tuple[list[Rule], set[str]]:
    return rules.list_rules(), rules.edited_codes()


def _cells(rule: Rule) -> list[str]:
    from desktop.models.deadlines.explain import certainty_tag

    certainty = own(certainty_tag(rule.certainty)) or translate("DueRules", "출처에서 확인함")
    counted = {"working_day", "calendar_day", "month"}
    first = translate("DueRules", "셈") if rule.first_day else translate("DueRules", "안 셈")
    return [
        rule_name(rule),
        kind_word(rule.kind),
        length_words(rule),
        first if rule.term.counted_in in counted else "",
        certainty,
        rule.basis,
        rule.source,
    ]


def _edit(rule: Rule, tx: Any, *, step: str) -> None:
    values = {field.name: getattr(rule, field.name) for field in fields(Rule) if field.name != "code"}
    rules.edit(tx, rule.code, step=step, **values)


def _add(rule: Rule, tx: Any, *, step: str) -> None:
    rules.add(tx, rule, step=step)


def _put_back(shipped: Rule, tx: Any, *, step: str) -> None:
    rules.put_back(tx, shipped, step=step)


def _remove(code: str, tx: Any, *, step: str) -> None:
    rules.remove(tx, code, step=step)


def _set_hours(hours: OfficeHours, tx: Any, *, step: str) -> None:
    days_off.set_office_hours(tx, hours, step=step)
