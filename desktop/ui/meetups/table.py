"""A small table of rows with a key each: keeps what is chosen while its rows change, and tells Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.theme.style import theme
from desktop.ui.widgets.tables import list_rows

KEY = Qt.ItemDataRole.UserRole
LEAST_WIDE, MOST_GIVEN = 130, 84
"""Width in px at 100 % that stays for the wide column, and for any other that gives way to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its key, its cells, and a tone for the last cell (see ``Tokens``)."""

    key: int
    cells: tuple[str, ...]
    tone: str = ""
    tip: str = ""


class Table(QTableWidget):
    """``chosen`` when another row is the current one; ``opened`` on Enter or a double click (its key)."""

    chosen = Signal()
    opened = Signal(object)

    def __init__(self, name: str, heads: Sequence[str], wide: int, parent: QWidget | None = None) -> None:
        """``wide``: the column that takes what the others leave."""
        super().__init__(0, len(heads), parent)
        self._lines: list[Line] = []
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        list_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._wide = wide
        header.setMinimumSectionSize(40)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(KEY)))
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(36))
        self._share()
        self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Each column as wide as its words and the wide one what they leave. Where that is too little the
        widest give way first, but none below MOST_GIVEN; then the table is scrolled."""
        header, room = self.horizontalHeader(), self.viewport().width()
        others = [column for column in range(self.columnCount()) if column != self._wide]
        wanted = {c: max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in others}
        least_wide, least = min(theme().px(LEAST_WIDE), room), theme().px(MOST_GIVEN)
        while sum(wanted.values()) > room - least_wide:
            column = max(wanted, key=lambda c: wanted[c])
            if wanted[column] <= least:
                break
            wanted[column] = max(wanted[column] - 8, least)
        for column, width in wanted.items():
            header.resizeSection(column, width)
        header.resizeSection(self._wide, max(room - sum(wanted.values()), least_wide))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; whoever was chosen stays chosen, else the first one is."""
        if list(lines) == self._lines and self.rowCount() == len(lines):
            return
        before, row = set(self.chosen_keys()), self.currentRow()
        self.blockSignals(True)
        self._lines = list(lines)
        self.setRowCount(len(lines))
        for place, line in enumerate(lines):
            for column, text in enumerate(line.cells):
                item = self.item(place, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(place, column, item)
                item.setText(text)
                item.setData(KEY, line.key)
                item.setToolTip(line.tip or (text if len(text) > 20 else ""))
        self._share()
        self._paint()
        self.clearSelection()
        wanted = [place for place, line in enumerate(lines) if line.key in before]
        if not wanted and lines:
            wanted = [min(max(row, 0), len(lines) - 1)]
        flags = QItemSelectionModel.SelectionFlag
        for place in wanted:
            self.selectionModel().select(self.model().index(place, 0), flags.Select | flags.Rows)
        if wanted:
            self.selectionModel().setCurrentIndex(self.model().index(wanted[0], 0), flags.NoUpdate)
        self.blockSignals(False)
        self.chosen.emit()

    def fit_height(self, most: int) -> None:
        """As high as its rows, at most so many of them."""
        rows = min(max(self.rowCount(), 1), most)
        height = rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + self.horizontalHeader().sizeHint().height() + theme().px(4))

    def _paint(self) -> None:
        colors = theme().tokens
        for place, line in enumerate(self._lines):
            item = self.item(place, len(line.cells) - 1)
            tone = {"good": colors.good.text, "warning": colors.warning.text, "danger": colors.danger.text}
            if item is not None:
                item.setForeground(QBrush(QColor(tone.get(line.tone, colors.text))))

    def chosen_keys(self) -> list[int]:
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._lines[row].key for row in rows if row < len(self._lines)]

    def choose(self, key: int) -> None:
        for place, line in enumerate(self._lines):
            if line.key == key:
                self.selectRow(place)

    def step(self, by: int) -> None:
        """The row below or above (J, K)."""
        row = self.currentRow() + by
        if 0 <= row < self.rowCount():
            self.selectRow(row)
