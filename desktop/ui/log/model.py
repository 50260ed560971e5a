"""The log as a table: when, who, what, about what. Newest first; older lines are read when wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.log import LogRow
from desktop.ui import fmt, i18n
from desktop.ui.detail.history import actor_word, what_happened

translate = QCoreApplication.translate

ROW_ROLE = Qt.ItemDataRole.UserRole
COLUMNS = ("when", "who", "what", "about")

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def heading(column: str) -> str:
    return {
        "when": translate("Log", "때"),
        "who": translate("Log", "누가"),
        "what": translate("Log", "한 일"),
        "about": translate("Log", "무엇에"),
    }[column]


class LogModel(QAbstractTableModel):
    """``older_wanted``: the view has come near the end of what was read."""

    older_wanted = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[LogRow] = []
        self.departments: Mapping[str, str] = {}
        self._more = False

    def set_rows(self, rows: Sequence[LogRow], *, more: bool) -> None:
        """Show these; ``more``: there are older ones."""
        self.beginResetModel()
        self.rows, self._more = list(rows), more
        self.endResetModel()

    def add_older(self, rows: Sequence[LogRow], *, more: bool) -> None:
        self._more = more
        if rows:
            first = len(self.rows)
            self.beginInsertRows(_TOP, first, first + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def add_newer(self, rows: Sequence[LogRow]) -> None:
        if not rows:
            return
        self.beginInsertRows(_TOP, 0, len(rows) - 1)
        self.rows[:0] = rows
        self.endInsertRows()
        taken_back = {row.event.undoes for row in rows}
        for place, row in enumerate(self.rows):
            if row.id in taken_back:
                self.rows[place] = replace(row, event=row.event._replace(undone=True))
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def row_at(self, index: Index) -> LogRow | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self.older_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heading(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return fmt.full(row.event.at_ms) if column == "when" else self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = fmt.full(row.event.at_ms) if column == "when" else self.text(row, column)
            return f"{heading(column)}: {said}"
        return None

    def text(self, row: LogRow, column: str) -> str:
        if column == "when":
            return fmt.short(row.event.at_ms)
        if column == "who":
            return actor_word(who_of(row))
        if column == "what":
            return what_happened(row.event, self.departments)
        return about_words(row)


def who_of(row: LogRow) -> str:
    return row.event.actor or str(row.event.after.get("by", "") or "")


def about_words(row: LogRow) -> str:
    """The beginning of the post, or what else it is about."""
    if row.text:
        return row.text
    from desktop.services import event_words

    event = row.event
    if event.about:
        return event_words.about_word(event_words.masked(event.about), i18n.language())
    return translate("Log", "건 {number}").format(number=event.case_id) if event.case_id else ""
