"""Planning a meeting: day and time, place, title, number, who comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.meetings import planning
from desktop.models.meetings.rows import Attendee, Meeting
from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.moments import moment_field, moment_of
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate

HOUR = 14
ROWS_SHOWN = 3


class _Cells(QStyledItemDelegate):
    """Names the field in which a cell is written after the heading of its column."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        return editor


class MeetingDialog(Dialog):
    """``kept``: the id of the meeting that was planned or changed."""

    kept = Signal(object)

    def __init__(
        self,
        bridge: Any,
        parent: QWidget | None,
        meeting: Meeting | None = None,
        people: Sequence[Attendee] = (),
    ) -> None:
        title = (
            translate("MeetingDialog", "회의 고치기") if meeting else translate("MeetingDialog", "새 회의")
        )
        super().__init__(title, bridge, parent, width=560)
        self._meeting = meeting
        self._people = tuple(people)
        self.at = moment_field(_moment(meeting), self)
        self.at.setDisplayFormat("yyyy. M. d. (ddd) HH:mm")
        self.place = QLineEdit(meeting.place if meeting else "", self)
        self.title_line = QLineEdit(meeting.title if meeting else "", self)
        self.number = NumberBox(0, 9999, self)
        self.number.setSpecialValueText(translate("MeetingDialog", "다음 번호"))
        self.number.setValue(meeting.number if meeting else 0)
        page = QWidget(self)
        form = QVBoxLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        when = QHBoxLayout()
        when.addWidget(field(translate("MeetingDialog", "날짜와 시각"), self.at), 2)
        when.addWidget(field(translate("MeetingDialog", "차수"), self.number), 1)
        form.addLayout(when)
        form.addWidget(field(translate("MeetingDialog", "장소"), self.place))
        hint = translate("MeetingDialog", "비워 두면 번호로만 부릅니다. 예: 시민제안 심사위원회")
        form.addWidget(field(translate("MeetingDialog", "회의 이름"), self.title_line, hint))
        hint = translate("MeetingDialog", "‘참석자 추가’를 눌러 적으면 회의록에 들어갑니다.")
        form.addWidget(field(translate("MeetingDialog", "참석자"), self._make_people(), hint))
        buttons = QHBoxLayout()
        add = Button(translate("MeetingDialog", "참석자 추가"), self, icon="plus")
        add.clicked.connect(lambda: self.add_person())
        remove = Button(translate("MeetingDialog", "고른 참석자 빼기"), self, icon="minus")
        remove.clicked.connect(lambda: self.remove_person())
        for button in (add, remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        form.addLayout(buttons)
        form.addStretch(1)
        self.body.addWidget(Scrolled(page, self), 1)
        self.add_cancel()
        self.button = self.add_button(translate("MeetingDialog", "저장하기"), "primary")
        self.button.clicked.connect(lambda: self.save())

    def _make_people(self) -> QTableWidget:
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels(
            [
                translate("MeetingDialog", "이름"),
                translate("MeetingDialog", "직위"),
                translate("MeetingDialog", "참석"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.setItemDelegate(_Cells(self.table))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, mode in enumerate((QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Stretch)):
            header.setSectionResizeMode(place, mode)
        self.table.verticalHeader().setDefaultSectionSize(theme().px(36))
        self.table.setFixedHeight(theme().px(36 * ROWS_SHOWN + 36))
        for person in self._people:
            self._add_row(person)
        return self.table

    def add_person(self) -> None:
        """One more line, ready to be written in."""
        row = self._add_row(Attendee(""))
        self.table.setCurrentCell(row, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.editItem(self.table.item(row, 0))

    def remove_person(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _add_row(self, person: Attendee) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(person.name))
        self.table.setItem(row, 1, QTableWidgetItem(person.title))
        there = QTableWidgetItem()
        there.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        there.setCheckState(Qt.CheckState.Checked if person.present else Qt.CheckState.Unchecked)
        there.setData(Qt.ItemDataRole.AccessibleTextRole, translate("MeetingDialog", "참석"))
        self.table.setItem(row, 2, there)
        return row

    def people(self) -> list[Attendee]:
        """Those that have a name; what is still being typed in a cell belongs to it."""
        focus = self.table.focusWidget()
        if isinstance(focus, QLineEdit) and self.table.isAncestorOf(focus):
            take_text(focus)
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the cell takes what its editor holds
        rows = range(self.table.rowCount())
        found = [
            Attendee(
                self.table.item(row, 0).text().strip(),
                self.table.item(row, 1).text().strip(),
                self.table.item(row, 2).checkState() == Qt.CheckState.Checked,
            )
            for row in rows
        ]
        return [person for person in found if person.name]

    def save(self) -> None:
        if self._task is not None:
            return
        self.fail("")
        values: dict[str, Any] = {
            "at_ms": moment_of(self.at),
            "place": take_text(self.place),
            "title": take_text(self.title_line),
            "people": self.people(),
        }
        if self.number.value() and (self._meeting is None or self.number.value() != self._meeting.number):
            values["number"] = self.number.value()
        self.work(self._save(values))

    async def _save(self, values: dict[str, Any]) -> None:
        from desktop.models import cases
        from desktop.ui.meetings.words import meeting_name

        step = cases.new_step()
        if self._meeting is None:
            at_ms = values.pop("at_ms")
            made = await self.bridge.write(planning.add, at_ms, step=step, **values)
            text = translate("MeetingDialog", "{name} 회의를 잡았습니다").format(name=meeting_name(made))
        else:
            made = await self.bridge.write(planning.edit, self._meeting.id, step=step, **values)
            text = translate("MeetingDialog", "{name} 회의를 고쳤습니다").format(name=meeting_name(made))
        self.bridge.did(text, step)
        self.kept.emit(made.id)
        self.accept()

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)


def _moment(meeting: Meeting | None) -> int:
    """That of the meeting; for a new one the same day next week at two."""
    if meeting is not None:
        return meeting.at_ms
    day = fmt.local(fmt.now_ms()) + timedelta(days=7)
    return round(day.replace(hour=HOUR, minute=0, second=0, microsecond=0).timestamp() * 1000)
