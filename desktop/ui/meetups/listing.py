"""The meet-ups of a month, or all of them, as rows to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui import fmt
from desktop.ui.meetups import words

translate = QCoreApplication.translate

ROW = Qt.ItemDataRole.UserRole


class MeetupList(QListWidget):
    """``chosen`` gives the row that somebody went to; filling the list anew is no choice."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rows")
        self.setAccessibleName(translate("Meetups", "번개팅 목록"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._went)

    def show_rows(self, listed: Sequence[Any], wanted: int | None) -> None:
        """Show these; ``wanted`` or else what was chosen stays chosen, else the next one to come."""
        before = wanted if wanted is not None else self.chosen_id()
        self.blockSignals(True)
        self.clear()
        for row in listed:
            item = QListWidgetItem()
            item.setData(ROW, row)
            self.addItem(item)
            if row.id == before:
                self.setCurrentItem(item)
        if self.currentItem() is None and listed:
            now = fmt.now_ms()
            soon = next((n for n, row in enumerate(listed) if row.end_ms >= now), len(listed) - 1)
            self.setCurrentRow(soon)
        self.blockSignals(False)
        self.renew()

    def renew(self) -> None:
        """Write the rows anew: their contents or the letters have changed."""
        for place in range(self.count()):
            item = self.item(place)
            row = item.data(ROW)
            more = f" · {row.place}" if row.place else ""
            look = ""
            if row.replies:
                look = " · " + translate("Meetups", "답글 {n}").format(n=fmt.number(row.replies))
            item.setText(
                f"{words.short_when(row.at_ms)}{more}\n「{row.theme}」\n"
                f"{words.state_word(row.state)} · {words.seats_words(row)}{look}"
            )

    def chosen_id(self) -> int | None:
        item = self.currentItem()
        return None if item is None else int(item.data(ROW).id)

    def go_to_day(self, day: dt.date) -> None:
        """Choose the first one of that day, if there is one."""
        for place in range(self.count()):
            if fmt.local(self.item(place).data(ROW).at_ms).date() == day:
                self.setCurrentRow(place)
                return

    def _went(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ROW))
