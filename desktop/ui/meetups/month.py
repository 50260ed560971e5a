"""A month at a glance: its days, and which of them have a meet-up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import fmt, i18n
from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import META
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

WEEKS, DAYS = 6, 7
DAY, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


def weekdays() -> list[str]:
    """Sunday first, as calendars on Korean walls."""
    if i18n.language() == "ko":
        return list("일월화수목금토")
    return ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


class Month(QWidget):
    """``chosen`` gives the day (a date) that somebody went to; ``moved`` that another month is shown."""

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = fmt.local(fmt.now_ms()).date()
        self.first = today.replace(day=1)
        self._meetups: dict[dt.date, list[Any]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        self.back = IconButton("chevron-left", translate("Meetups", "지난달"), self)
        self.back.clicked.connect(lambda: self.move(-1))
        self.name = label("", "section", self)
        self.forward = IconButton("chevron-right", translate("Meetups", "다음 달"), self)
        self.forward.clicked.connect(lambda: self.move(1))
        self.today = Button(translate("Meetups", "이번 달"), self, kind="quiet")
        self.today.clicked.connect(lambda: self.show_day(fmt.local(fmt.now_ms()).date()))
        for part in (self.back, self.name, self.forward):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.today)
        layout.addLayout(head)
        self.grid = QTableWidget(WEEKS, DAYS, self)
        self.grid.setAccessibleName(translate("Meetups", "달력"))
        self.grid.setHorizontalHeaderLabels(weekdays())
        self.grid.setItemDelegate(_DayPainter(self.grid))
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setTabKeyNavigation(False)
        self.grid.setShowGrid(False)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.verticalHeader().hide()
        header = self.grid.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setMinimumSectionSize(20)
        self.grid.verticalHeader().setMinimumSectionSize(20)
        self.grid.currentItemChanged.connect(self._went)
        layout.addWidget(self.grid)
        theme().changed.connect(self._fit)
        self._fill()
        self._fit()

    def _fit(self) -> None:
        row = theme().px(30)
        self.grid.verticalHeader().setDefaultSectionSize(row)
        self.grid.setFixedHeight(row * WEEKS + self.grid.horizontalHeader().sizeHint().height() + 2)
        self.grid.viewport().update()

    def move(self, by: int) -> None:  # type: ignore[override]
        """Another month."""
        month = self.first.year * 12 + self.first.month - 1 + by
        if 1 <= month // 12 <= 9998:
            self.first = dt.date(month // 12, month % 12 + 1, 1)
            self._fill()
            self.moved.emit()

    def show_day(self, day: dt.date) -> None:
        """The month of a day, with the day chosen."""
        if day.replace(day=1) != self.first:
            self.first = day.replace(day=1)
            self._fill()
            self.moved.emit()
        place = (day - self._begin()).days
        self.grid.blockSignals(True)
        self.grid.setCurrentCell(place // DAYS, place % DAYS)
        self.grid.blockSignals(False)
        self.grid.viewport().update()

    def span_ms(self) -> tuple[int, int]:
        """From when until when the days on show are."""
        begin = dt.datetime.combine(self._begin(), dt.time(), fmt.SEOUL)
        return round(begin.timestamp() * 1000), round(
            (begin + dt.timedelta(days=WEEKS * DAYS)).timestamp() * 1000
        )

    def show_meetups(self, meetups: Sequence[Any]) -> None:
        found: dict[dt.date, list[Any]] = defaultdict(list)
        for row in meetups:
            found[fmt.local(row.at_ms).date()].append(row)
        self._meetups = dict(found)
        self._fill()

    def _begin(self) -> dt.date:
        """The Sunday before the first of the month."""
        return self.first - dt.timedelta(days=(self.first.weekday() + 1) % DAYS)

    def _fill(self) -> None:
        current = self.grid.currentItem()
        chosen = current.data(DAY) if current is not None else None
        self.grid.blockSignals(True)
        korean = i18n.language() == "ko"
        self.name.setText(
            f"{self.first.year}년 {self.first.month}월" if korean else f"{self.first:%b} {self.first.year}"
        )
        for place in range(WEEKS * DAYS):
            day = self._begin() + dt.timedelta(days=place)
            item = QTableWidgetItem(str(day.day))
            here = self._meetups.get(day, [])
            item.setData(DAY, day)
            item.setData(COUNT, len([row for row in here if row.state != "cancelled"]) if here else 0)
            midnight = round(dt.datetime.combine(day, dt.time(), fmt.SEOUL).timestamp() * 1000)
            words = fmt.date(midnight)
            if here:
                themes = ", ".join(row.theme for row in here)
                words = translate("Meetups", "{day}, 번개팅 {n}건: {themes}").format(
                    day=words, n=len(here), themes=themes
                )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words if here else "")
            self.grid.setItem(place // DAYS, place % DAYS, item)
            if day == chosen:
                self.grid.setCurrentItem(item)
        self.grid.blockSignals(False)
        self.grid.viewport().update()

    def _went(self, item: QTableWidgetItem | None) -> None:
        if item is not None and item.data(DAY) is not None:
            self.chosen.emit(item.data(DAY))


class _DayPainter(QStyledItemDelegate):
    """A day: its number, bold and on colour where there is a meet-up, ringed where it is today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        look, colors = theme(), theme().tokens
        day, count = index.data(DAY), index.data(COUNT) or 0
        month = index.model().index(2, 3).data(DAY)
        area = QRect(option.rect).adjusted(2, 1, -2, -1)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.parent().currentIndex() == index  # type: ignore[attr-defined]
        if count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selected))
            painter.drawRoundedRect(area, 4, 4)
        if current:
            width = 2 if self.parent().hasFocus() else 1  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(colors.focus), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        other = day.month != month.month
        color = colors.link if count else colors.muted if other else colors.text
        painter.setPen(QColor(color))
        today = day == fmt.local(fmt.now_ms()).date()
        font = look.font(META, bold=bool(count) or today)
        font.setUnderline(today)
        painter.setFont(font)
        text = str(day.day) if count < 2 else f"{day.day} ·{count}"
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(theme().px(28), theme().px(28))
