"""The settings page on days off: those of a year, what the office adds, and what it works after all."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QDateEdit, QHeaderView, QVBoxLayout, QWidget

from desktop.models.deadlines import days_off
from desktop.models.deadlines.calendar import FIRST_YEAR, KST, LAST_YEAR, DayOff
from desktop.models.deadlines.days_off import LONGEST_NAME, DayRow
from desktop.models.deadlines.recomputing import Change
from desktop.ui import fmt, i18n
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.deadlines.moves import MovesDialog, fill_row, table
from desktop.ui.deadlines.rules_page import Page
from desktop.ui.rights import Guard
from desktop.ui.settings.form import Section
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.editors import TextLine, take_text
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.numbers import NumberBox

translate = QCoreApplication.translate


def days_section(bridge: Any) -> Section:
    section = Section("holidays", translate("DueDays", "휴일"))
    section.add(DaysPage(bridge))
    return section


class DaysPage(Page):
    """The days of one year, those of the library and those of the office."""

    heard = "holidays"

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = translate("DueDays", "휴일 공휴일 임시공휴일 대체공휴일 쉬는 날 근무하는 날")
        self._days: list[DayRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        text = translate("DueDays", "토요일과 일요일은 늘 쉽니다. 우리 기관이 더하거나 바꾼 날이 먼저입니다.")
        column.addWidget(label(text, "meta", self, wrap=True))
        holder = QWidget(self)
        row = Flow(holder)
        self.year = NumberBox(FIRST_YEAR, LAST_YEAR, holder)
        self.year.setAccessibleName(translate("DueDays", "해"))
        self.year.setValue(datetime.now(KST).year)
        self.year.valueChanged.connect(lambda _: self.reload())
        self.add_button = Button(translate("DueDays", "쉬는 날 더하기"), holder, icon="plus")
        self.add_button.clicked.connect(lambda: self.add())
        self.work_button = Button(translate("DueDays", "근무하는 날로"), holder)
        self.work_button.clicked.connect(lambda: self.work_on())
        self.back_button = Button(translate("DueDays", "처음으로 되돌리기"), holder, icon="rotate-ccw")
        for button in (self.add_button, self.work_button, self.back_button):
            Guard(self.bridge, button, "rule.edit")
        self.back_button.clicked.connect(lambda: self.put_back())
        for part in (self.year, self.add_button, self.work_button, self.back_button):
            row.addWidget(part)
        column.addWidget(holder)
        headings = [
            translate("DueDays", "날짜"),
            translate("DueDays", "이름"),
            translate("DueDays", "쉼·근무"),
            translate("DueDays", "정한 곳"),
        ]
        self.table = table(headings, translate("DueDays", "그 해의 휴일"), self)
        self.table.setMinimumHeight(theme().px(300))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place in (0, 2, 3):
            self.table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentCellChanged.connect(lambda *_: self._row_chosen())
        column.addWidget(self.table)
        self.bridge.who_changed.connect(self._row_chosen)
        self._row_chosen()
        self.reload()

    async def _read(self) -> None:
        year = self.year.value()
        found = await self.bridge.read(days_off.list_days, year)
        if year != self.year.value():
            return
        chosen = self.current()
        self._days = found
        self.table.setRowCount(len(found))
        for row, day in enumerate(found):
            fill_row(self.table, row, _cells(day))
        days = [day.day for day in found]
        at = days.index(chosen.day) if chosen is not None and chosen.day in days else 0
        self.table.setCurrentCell(at if found else -1, 0)
        self._row_chosen()

    def current(self) -> DayRow | None:
        row = self.table.currentRow()
        return self._days[row] if 0 <= row < len(self._days) else None

    def choose(self, day: date) -> None:
        self.table.setCurrentCell([row.day for row in self._days].index(day), 0)

    def _row_chosen(self) -> None:
        day = self.current()
        self.work_button.setEnabled(day is not None and day.off and day.source == "library")
        self.back_button.setEnabled(day is not None and day.source == "office")

    # --- changing -----------------------------------------------------------------------------------------

    def add(self) -> None:
        self.open(DayDialog(self.bridge, self.window(), self.year.value(), self._ask_add))

    def _ask_add(self, day: date, name_ko: str, name_en: str) -> None:
        act = translate("DueDays", "쉬는 날 더하기")
        did = translate("DueDays", "쉬는 날을 더했습니다: {day} {name}")
        change = Change(days={day: DayOff(name_ko, name_en or name_ko)})
        write = partial(_add, day, name_ko, name_en)
        self._ask(act, change, write, did.format(day=day_text(day), name=name_ko))
        self.year.setValue(day.year)

    def work_on(self) -> None:
        """Work on the chosen day although the library calls it off."""
        day = self.current()
        if day is None or not self.work_button.isEnabled():
            return
        name_ko, name_en = days_off.worked_name(day)
        did = translate("DueDays", "근무하는 날로 바꿨습니다: {day}").format(day=day_text(day.day))
        change = Change(days={day.day: DayOff(name_ko, name_en, off=False)})
        self._ask(translate("DueDays", "근무하는 날로 바꾸기"), change, partial(_work, day.day), did)

    def put_back(self) -> None:
        """Take the office's own row away."""
        day = self.current()
        if day is None or not self.back_button.isEnabled():
            return
        did = translate("DueDays", "처음으로 되돌렸습니다: {day}").format(day=day_text(day.day))
        change = Change(days={day.day: None})
        self._ask(translate("DueDays", "처음으로 되돌리기"), change, partial(_put_back, day.day), did)

    def _ask(self, act: str, change: Change, write: Any, did: str) -> None:
        self.open(MovesDialog(self.bridge, self.window(), act, act, change, write, did))


class DayDialog(Dialog):
    """A day off of the office's own. ``wanted(day, name_ko, name_en)`` is called when the person goes on."""

    def __init__(self, bridge: Any, parent: QWidget | None, year: int, wanted: Any) -> None:
        super().__init__(translate("DueDays", "쉬는 날 더하기"), bridge, parent, width=460)
        self._wanted = wanted
        today = datetime.now(KST).date()
        first = today if today.year == year else date(year, 1, 1)
        self.date = QDateEdit(QDate(first.year, first.month, first.day), self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy. M. d. (ddd)" if i18n.language() == "ko" else "ddd d MMM yyyy")
        self.date.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.body.addWidget(field(translate("DueDays", "날짜"), self.date))
        self.name_ko, self.name_en = TextLine(self), TextLine(self)
        for line in (self.name_ko, self.name_en):
            line.setMaxLength(LONGEST_NAME)
        self.name_ko.setText(translate("DueDays", "임시공휴일"))
        self.body.addWidget(field(translate("DueDays", "이름"), self.name_ko))
        self.body.addWidget(field(translate("DueDays", "영어 이름 (없어도 됩니다)"), self.name_en))
        self.add_cancel()
        self.go_on = self.add_button(translate("DueDays", "바뀌는 기한 보기"), "primary")
        self.go_on.clicked.connect(self._press)
        self.date.setFocus()

    def _press(self) -> None:
        name = take_text(self.name_ko).strip()
        if not name:
            self.fail(translate("DueDays", "이름을 적어 주세요."))
            self.name_ko.setFocus()
            return
        at = self.date.date()
        name_en = take_text(self.name_en).strip()
        self.accept()
        self._wanted(date(at.year(), at.month(), at.day()), name, name_en)


def day_text(day: date) -> str:
    """2026. 11. 25.(수)"""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=KST)
    return fmt.date(int(noon.timestamp() * 1000))


def _cells(row: DayRow) -> list[str]:
    own = row.source == "office"
    return [
        day_text(row.day),
        row.name_ko if i18n.language() == "ko" else row.name_en,
        translate("DueDays", "쉼") if row.off else translate("DueDays", "근무"),
        translate("DueDays", "우리 기관") if own else translate("DueDays", "공휴일 자료"),
    ]


def _add(day: date, name_ko: str, name_en: str, tx: Any, *, step: str) -> None:
    days_off.add_day(tx, day, name_ko, name_en, step=step)


def _work(day: date, tx: Any, *, step: str) -> None:
    days_off.remove_day(tx, day, step=step)


def _put_back(day: date, tx: Any, *, step: str) -> None:
    days_off.put_back(tx, day, step=step)
