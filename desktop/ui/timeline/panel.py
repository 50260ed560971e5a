"""The list on the left of all posts: views and channels, each with what is unread. Choosing one filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.filters import Filter
from desktop.ui import fmt
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import META

translate = QCoreApplication.translate

FILTER = Qt.ItemDataRole.UserRole + 1  # the Filter that a line stands for; None for a heading
UNREAD = Qt.ItemDataRole.UserRole + 2  # how many posts of it nobody has read
VIEW_ID = Qt.ItemDataRole.UserRole + 3  # id of a saved view; 0 for what cannot be removed
ICON = Qt.ItemDataRole.UserRole + 4  # name of its icon


class _Line(QStyledItemDelegate):
    """Icon, name and, on the right, the number of unread posts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, theme().px(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        rect = option.rect.adjusted(0, 1, 0, -1)
        heading = index.data(FILTER) is None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or (option.state & QStyle.StateFlag.State_MouseOver and not heading):
            painter.setBrush(look.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, look.px(6), look.px(6))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.color("focus"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        inner = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        if heading:
            painter.setFont(look.font(META, bold=True))
            painter.setPen(look.color("muted"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        side = look.px(16)
        color = look.tokens.link if chosen else look.tokens.subtle
        ratio = painter.device().devicePixelRatio()
        top = inner.top() + (inner.height() - side) // 2
        painter.drawPixmap(QPoint(inner.left(), top), icons.pixmap(str(index.data(ICON)), color, side, ratio))
        inner.setLeft(inner.left() + side + look.px(8))
        unread = index.data(UNREAD) or 0
        if unread:
            words = fmt.number(unread)
            painter.setFont(look.font(META, bold=True))
            painter.setPen(look.color("link"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            inner.setRight(
                inner.right() - look.metrics(META, bold=True).horizontalAdvance(words) - look.px(8)
            )
        painter.setFont(look.font(bold=chosen))
        painter.setPen(look.color("link" if chosen else "text"))
        name = look.metrics(bold=chosen).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(QRect(inner), Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class ViewsPanel(QListWidget):
    """``chosen`` brings the filter of a line."""

    chosen = Signal(object)
    remove_wanted = Signal(int, str)  # (id of a saved view, its name)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Timeline", "보기와 채널"))
        self.setObjectName("views")
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)
        self._current = Filter()

    def show_lines(self, views: Sequence[Any], channels: Sequence[Any]) -> None:
        """Rebuild from saved views and channels; the place of the scroll bar is kept."""
        place = self.verticalScrollBar().value()
        focused = self.currentRow()
        self.clear()
        unread = sum(channel.unread for channel in channels)
        self._add(translate("Timeline", "모든 글"), Filter(), "list", unread)
        self._add(translate("Timeline", "안 읽은 글"), Filter(unread=True), "mail", 0)
        self._add(translate("Timeline", "별표한 글"), Filter(starred=True), "star", 0)
        self._add(translate("Timeline", "기한 지남"), Filter(due="late"), "circle-alert", 0)
        self._add(translate("Timeline", "오늘 마감"), Filter(due="today"), "clock", 0)
        if views:
            self._add(translate("Timeline", "저장한 보기"), None, "", 0)
            for view in views:
                self._add(view.name, view.filter, "bookmark", 0, view.id)
        if channels:
            count = fmt.number(len(channels))
            self._add(translate("Timeline", "채널 {count}").format(count=count), None, "", 0)
            for channel in channels:
                wanted = Filter(channels=frozenset({channel.id}))
                self._add(channel.name, wanted, icons.network_icon(channel.network), channel.unread)
        if 0 <= focused < self.count():
            self.setCurrentRow(focused)
        self.show_current(self._current)
        self.verticalScrollBar().setValue(place)

    def show_current(self, wanted: Filter) -> None:
        """Mark the line of the filter in force, if one has it."""
        self._current = wanted
        self.clearSelection()
        for row in range(self.count()):
            if self.item(row).data(FILTER) == wanted:
                self.setCurrentRow(row)
                return

    def _add(self, text: str, wanted: Filter | None, icon: str, unread: int, view_id: int = 0) -> None:
        item = QListWidgetItem(text, self)
        item.setData(FILTER, wanted)
        item.setData(UNREAD, unread)
        item.setData(VIEW_ID, view_id)
        item.setData(ICON, icon)
        item.setIcon(QIcon())
        if wanted is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            return
        spoken = text
        if unread:
            spoken = translate("Timeline", "{name}, 안 읽은 글 {count}건").format(
                name=text, count=fmt.number(unread)
            )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setData(Qt.ItemDataRole.ToolTipRole, spoken)

    def _take(self, item: QListWidgetItem) -> None:
        wanted = item.data(FILTER)
        if isinstance(wanted, Filter):
            self.chosen.emit(wanted)

    def _menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None or not item.data(VIEW_ID):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(translate("Timeline", "보기 지우기"))
        action.triggered.connect(lambda: self._remove(item))
        menu.popup(self.viewport().mapToGlobal(at))

    def _remove(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(VIEW_ID):
            self.remove_wanted.emit(item.data(VIEW_ID), item.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._remove(self.currentItem())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentItem() is not None:
                self._take(self.currentItem())
        else:
            super().keyPressEvent(event)
