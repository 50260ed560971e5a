"""A table of rows that are chosen one at a time, as both pages of department mail have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.tables import list_rows


class RowsTable(QTableWidget):
    """``chosen_changed`` when another row is in use, ``entered`` for Enter or a double click. ``buttons`` are
    the acts of the page: the menu of a row offers those that can be seen."""

    chosen_changed = Signal()
    entered = Signal()

    def __init__(
        self, name: str, headers: Sequence[str], stretch: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(headers), parent)
        self.rows: list[Any] = []
        self.buttons: list[Button] = []
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headers))
        list_rows(self)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(theme().px(260))
        self.itemSelectionChanged.connect(lambda: self.chosen_changed.emit())
        self.cellDoubleClicked.connect(lambda *_: self.entered.emit())
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(36))

    def show_rows(self, rows: Sequence[Any], cells: Sequence[Sequence[str]]) -> None:
        """Replace what is shown; the row in use stays in use, or the one that took its place."""
        before, place = self.chosen(), self.currentRow()
        kept = (self.currentColumn(), self.verticalScrollBar().value())
        self.rows = list(rows)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for number, texts in enumerate(cells):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                self.setItem(number, column, item)
        wanted = next((n for n, row in enumerate(rows) if _id(row) == _id(before)), None)
        if rows:
            chosen = wanted if wanted is not None else min(max(place, 0), len(rows) - 1)
            self.setCurrentCell(chosen, max(kept[0], 0))
            self.selectRow(chosen)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(kept[1])
        self.chosen_changed.emit()

    def chosen(self) -> Any:
        place = self.currentRow()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen() is not None:
            self.entered.emit()
            return
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() and self.rows:
            self.selectRow(min(max(self.currentRow() + step, 0), len(self.rows) - 1))
            return
        super().keyPressEvent(event)

    def _menu(self, at: QPoint) -> None:
        if self.chosen() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons:
            if not button.isHidden():
                action = menu.addAction(button.icon(), button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(lambda _=False, button=button: button.click())
        menu.popup(self.viewport().mapToGlobal(at))


def _id(row: Any) -> Any:
    return None if row is None else getattr(row, "id", None) or row.row.id
