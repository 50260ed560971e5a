"""The table of channels as an item model: texts, order, and the lamp. It knows not where rows come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import fmt
from desktop.ui.channels.names import health_sentence, health_tone, health_word, network_name, next_run
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import paint_lamp

translate = QCoreApplication.translate

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2

COLUMNS = ("health", "network", "name", "address", "owner", "success", "today", "next", "why")
_SEVERITY = {"danger": 0, "warning": 1, "": 2, "good": 3}

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def heading(column: str) -> str:
    return {
        "health": translate("Channels", "상태"),
        "network": translate("Channels", "매체"),
        "name": translate("Channels", "이름"),
        "address": translate("Channels", "주소·계정"),
        "owner": translate("Channels", "담당"),
        "success": translate("Channels", "마지막 수집"),
        "today": translate("Channels", "오늘"),
        "next": translate("Channels", "다음"),
        "why": translate("Channels", "설명"),
    }[column]


class ChannelsModel(QAbstractTableModel):
    """One row a channel. ``live`` says whether a channel's posts arrive over an open line."""

    def __init__(self, live: Callable[[int], bool], parent: Any = None) -> None:
        super().__init__(parent)
        self._live = live
        self.rows: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these channels. Where they are the same ones, only their values change and nothing moves."""
        rows = list(rows)
        if [r.id for r in rows] == [r.id for r in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heading(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return self._order(row, column)
        if role == TONE_ROLE:
            return health_tone(row)
        if role == Qt.ItemDataRole.DecorationRole and column == "network":
            return icons.pixmap(icons.network_icon(row.network), theme().tokens.subtle, theme().px(18))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading(column)}: {self._text(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "today":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row: Any, column: str) -> str:
        if column == "health":
            return health_word(row)
        if column == "network":
            return network_name(row.network)
        if column == "address":
            return row.handle or short_address(row.url)
        if column == "success":
            return fmt.short(row.last_success_ms) if row.last_success_ms else "–"
        if column == "today":
            return fmt.number(row.today)
        if column == "next":
            return next_run(row, live=self._live(row.id))
        if column == "why":
            return health_sentence(row)
        return str(getattr(row, column))

    def _order(self, row: Any, column: str) -> Any:
        if column == "health":
            return f"{_SEVERITY[health_tone(row)]} {health_word(row)} {row.name}"
        if column == "success":
            return float(row.last_success_ms or 0)
        if column == "today":
            return row.today
        if column == "next":
            return float(row.next_due_ms or 0)
        return self._text(row, column).casefold()

    def _tip(self, row: Any, column: str) -> str:
        if column == "success" and row.last_success_ms:
            return fmt.full(row.last_success_ms)
        if column == "next" and row.next_due_ms:
            return fmt.full(row.next_due_ms)
        if column == "address":
            return row.url or row.handle
        return self._text(row, column)


def short_address(url: str) -> str:
    """An address without what every address has."""
    return url.split("://", 1)[-1].rstrip("/")


class ChannelsOrder(QSortFilterProxyModel):
    """Order by the clicked column, and only the rows in which every searched word occurs."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self._words: list[str] = []

    def search(self, text: str) -> None:
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, parent: Index) -> bool:
        row = self.sourceModel().rows[source_row]  # type: ignore[attr-defined]
        where = " ".join(
            (row.name, row.owner, row.url, row.handle, network_name(row.network), health_word(row))
        ).casefold()
        return all(word in where for word in self._words)


class LampDelegate(QStyledItemDelegate):
    """Paints the lamp before the word, so that a state is told by colour, shape and word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side = theme().px(11)
        inner = QStyleOptionViewItem(option)
        self.initStyleOption(inner, index)
        text, inner.text = inner.text, ""
        style = option.widget.style() if option.widget is not None else None  # type: ignore[attr-defined]
        if style is not None:
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, inner, painter, option.widget)  # type: ignore[attr-defined]
        rect = option.rect  # type: ignore[attr-defined]
        left = rect.left() + theme().px(10)
        box = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
        paint_lamp(painter, box, index.data(TONE_ROLE), theme().tokens)
        painter.save()
        painter.setPen(theme().color("text"))
        painter.setFont(option.font)  # type: ignore[attr-defined]
        words = rect.adjusted(theme().px(10) + side + theme().px(8), 0, 0, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())  # type: ignore[attr-defined]
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> Any:
        hint = super().sizeHint(option, index)
        hint.setWidth(hint.width() + theme().px(30))
        return hint
