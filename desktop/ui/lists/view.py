"""The list widget that shows cards: keys, mouse, drag, drop and a view that never jumps.

It owns what the hand does with cards and turns it into signals; it knows no database and decides nothing
about where a card belongs.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.lists import drag
from desktop.ui.lists.delegate import CardDelegate, check_rect
from desktop.ui.lists.model import CardModel, Role
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card
from desktop.ui.lists.stack import drag_pixmap

AGE_EVERY_MS = 30_000
"""How often the relative times of the visible rows are renewed."""

EDGE = 48
"""Pixels from the upper and lower edge in which a drag scrolls the list."""


class CardView(QListView):
    """A list of cards of one fixed height."""

    look: type[CardDelegate] = CardDelegate
    command = Signal(str)  # a command id from keys, the mouse or the menu
    chosen = Signal()  # the current card or the selection changed
    menu_wanted = Signal(QPoint)  # global position
    dropped = Signal(object, object)  # (drag.Payload, key of the card under the gap or 0 for the end)
    dragging = Signal(bool)  # a mouse drag began in this list, or ended
    moved_to_top = Signal()  # the first card came into view again

    def __init__(self, model: CardModel, paints: Paints, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_viewport())
        self._paints = paints
        self._cards = model
        self._known_height = paints.row_height
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self._choice: tuple[int, list[int]] = (0, [])  # current key and selected keys during a change
        self._gap: int | None = None  # row above which a dragged card would land
        self._checking = False  # X was used: moving keeps the selection
        self.paint_over: Callable[[QPainter], None] | None = None  # what the screen draws over the cards
        self._held_in_drag = False
        self.setModel(model)
        self._delegate = self.look(paints, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("cards")
        self.setProperty("kind", "cards")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # our own line shows the gap
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAutoScroll(True)
        self.setAutoScrollMargin(EDGE)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(40)
        model.batch_begins.connect(self._keep_anchor)
        model.batch_ends.connect(self._restore_anchor)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.command.emit("list.open"))
        paints.changed.connect(self.apply_paints)
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_EVERY_MS)
        self._ages.timeout.connect(self.renew_ages)
        self._ages.start()

    # --- what is shown and chosen ----------------------------------------------------------------------

    def cards(self) -> CardModel:
        return self._cards

    def paints(self) -> Paints:
        return self._paints

    def checking(self) -> bool:
        return self._checking

    def at_top(self) -> bool:
        return self.verticalScrollBar().value() <= 2

    def busy(self) -> bool:
        """Somebody is working in this list: new cards must not move what is under the hand."""
        return self._held_in_drag or self._gap is not None or self.selectionModel().hasSelection()

    def busy_gap(self) -> bool:
        """Cards are being carried over this list: the pointer hovers over nothing."""
        return self._gap is not None

    def current_card(self) -> Card | None:
        card = self.currentIndex().data(Role.CARD)
        return card if isinstance(card, Card) else None

    def selected_cards(self) -> list[Card]:
        """The selection from top to bottom; the current card where nothing is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        cards = [card for card in map(self._cards.card, rows) if card is not None]
        if not cards:
            current = self.current_card()
            cards = [] if current is None else [current]
        return cards

    def select_keys(self, keys: list[int]) -> None:
        """Select these cards and make the first of them current."""
        model = self.selectionModel()
        model.clearSelection()
        first = True
        for key in keys:
            row = self._cards.row_of(key)
            if row < 0:
                continue
            index = self._cards.index(row)
            if first:
                model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
                first = False
            else:
                model.select(index, model.SelectionFlag.Select)

    def go_to_row(self, row: int) -> None:
        row = max(0, min(row, self._cards.rowCount() - 1))
        index = self._cards.index(row)
        if index.isValid():
            flag = self.selectionModel().SelectionFlag
            how = flag.NoUpdate if self._checking else flag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, how)
            self.scrollTo(index)

    def step(self, by: int, *, extend: bool = False) -> None:
        """Make a neighbour current (J/K); ``extend`` takes it into the selection."""
        current = self.currentIndex().row()
        row = max(0, min(current + by if current >= 0 else 0, self._cards.rowCount() - 1))
        index = self._cards.index(row)
        if not index.isValid():
            return
        if extend:
            flag = self.selectionModel().SelectionFlag
            if current >= 0:
                self.selectionModel().select(self._cards.index(current), flag.Select)
            self.selectionModel().setCurrentIndex(index, flag.Select)
            self.scrollTo(index)
        else:
            self.go_to_row(row)

    def toggle_check(self, row: int | None = None) -> None:
        """X: take the card into the selection or out of it, without losing the rest."""
        index = self.currentIndex() if row is None else self._cards.index(row)
        if not index.isValid():
            return
        model = self.selectionModel()
        flag = model.SelectionFlag
        if not self._checking:
            # The card that merely was current is not one somebody picked.
            was_picked = len(model.selectedRows()) > 1
            if not was_picked:
                model.clearSelection()
            self._checking = True
        model.select(index, flag.Toggle)
        model.setCurrentIndex(index, flag.NoUpdate)
        if not model.hasSelection():
            self._checking = False
        self.viewport().update()
        self.chosen.emit()

    def clear_choice(self) -> bool:
        """Esc: nothing is selected any more. False where nothing was."""
        had = self._checking or self.selectionModel().hasSelection()
        self._checking = False
        self.selectionModel().clearSelection()
        self.viewport().update()
        return had

    def renew_ages(self) -> None:
        first, last = self.visible_rows()
        if last >= first and self.isVisible():
            self._cards.touch(first, last, int(time.time() * 1000))

    def visible_rows(self) -> tuple[int, int]:
        height = max(self._paints.row_height, 1)
        top = self.verticalScrollBar().value()
        last = min((top + self.viewport().height()) // height, self._cards.rowCount() - 1)
        return top // height, last

    def row_top(self, row: int) -> int:
        """Where the row begins, in the viewport."""
        return row * self._paints.row_height - self.verticalScrollBar().value()

    def show_gap(self, row: int | None) -> None:
        """Show where a carried card would land (above ``row``); None takes the mark away."""
        if row != self._gap:
            self._gap = row
            self.viewport().update()

    def apply_paints(self) -> None:
        """Density, text size or theme changed: keep the same card on top."""
        first = self.verticalScrollBar().value() // max(self._known_height, 1)
        self._known_height = self._paints.row_height
        for card in self._cards.cards():
            card.layouts.clear()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(first * self._known_height)
        self.viewport().update()

    # --- the view never jumps ------------------------------------------------------------------------

    def _keep_anchor(self) -> None:
        current = self.current_card()
        selected = [index.data(Role.KEY) for index in self.selectionModel().selectedRows()]
        self._choice = (0 if current is None else current.key, selected)
        self._keep_place()

    def _keep_place(self) -> None:
        if self.at_top() and not self.busy():
            self._anchor = None  # the top stays the top: what arrives is seen
            return
        first, _ = self.visible_rows()
        index = self._cards.index(first)
        if not index.isValid():
            self._anchor = None
            return
        self._anchor = (
            QPersistentModelIndex(index),
            first * self._paints.row_height - self.verticalScrollBar().value(),
        )

    def _restore_anchor(self) -> None:
        self._restore_choice()
        self._restore_place()

    def _restore_choice(self) -> None:
        """A card that got another place was taken out and put in again: it stays chosen."""
        current, selected = self._choice
        model, flag = self.selectionModel(), self.selectionModel().SelectionFlag
        for key in selected:
            index = self._cards.index(self._cards.row_of(key))
            if index.isValid() and not model.isSelected(index):
                model.select(index, flag.Select)
        index = self._cards.index(self._cards.row_of(current)) if current else self.currentIndex()
        if index.isValid() and index != self.currentIndex():
            if current in selected and len(selected) == 1:
                model.setCurrentIndex(index, flag.ClearAndSelect)
            else:
                model.setCurrentIndex(index, flag.NoUpdate)

    def _restore_place(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is None:
            return
        index, offset = anchor
        if index.isValid():
            # The scroll bar's range is only right after the layout; without it the value would be cut off.
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(index.row() * self._paints.row_height - offset)

    def _scrolled(self, value: int) -> None:
        if value <= 2:
            self.moved_to_top.emit()
        if self._cards.has_newer and value < self._paints.row_height * 20:
            self._cards.fetch_newer()

    def _selection_changed(self) -> None:
        if self._checking and not self.selectionModel().hasSelection():
            self._checking = False
        self.chosen.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew_ages()  # the clock went on while another screen was shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        step = self.viewport().height() - self._paints.row_height
        self.verticalScrollBar().setPageStep(max(step, self._paints.row_height))

    # --- keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.text()
            and event.text().isprintable()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            # A letter that means nothing here must not start Qt's search by typing.
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            first, last = self.visible_rows()
            if last >= first:
                flag = self.selectionModel().SelectionFlag
                self.selectionModel().setCurrentIndex(self._cards.index(first), flag.NoUpdate)

    # --- mouse -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if check_rect(self.visualRect(index), self._paints).contains(event.position().toPoint()):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.toggle_check(index.row())
                event.accept()
                return
        keep = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        already = index.isValid() and self.selectionModel().isSelected(index)
        if self._checking and not event.modifiers() & keep and not already:
            self._checking = False
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            flag = self.selectionModel().SelectionFlag
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        self.menu_wanted.emit(at)

    # --- mouse drag --------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        cards = [card for card in self.selected_cards() if card.case_id is not None]
        if not cards:
            return
        mime = drag.to_mime([card.case_id for card in cards if card.case_id is not None])
        carrier = QDrag(self)
        carrier.setMimeData(mime)
        row = self._cards.row_of(cards[0].key)
        at = self.visualRect(self._cards.index(row))
        picture = drag_pixmap(self._delegate, self._paints, at.width(), cards, self.devicePixelRatioF())
        carrier.setPixmap(picture)
        grip = self.viewport().mapFromGlobal(QCursor.pos()) - at.topLeft()
        inside = QRect(QPoint(0, 0), at.size())
        carrier.setHotSpot(grip if inside.contains(grip) else QPoint(24, 24))
        self._held_in_drag = True
        self.dragging.emit(True)
        try:
            # The result is not looked at: the store moves the card, never the end of the drag.
            carrier.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        finally:
            self._held_in_drag = False
            self.dragging.emit(False)

    def gap_at(self, y: int) -> int:
        """Row above which a card dropped at height ``y`` of the viewport lands."""
        height = max(self._paints.row_height, 1)
        row = (y + self.verticalScrollBar().value() + height // 2) // height
        return max(0, min(row, self._cards.rowCount()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if drag.from_mime(event.mimeData()) is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if drag.from_mime(event.mimeData()) is None:
            event.ignore()
            return
        super().dragMoveEvent(event)  # starts scrolling near the edges
        self.show_gap(self.gap_at(event.position().toPoint().y()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        payload = drag.from_mime(event.mimeData())
        self.show_gap(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if payload is None:
            event.ignore()
            return
        below = self._cards.card(self.gap_at(event.position().toPoint().y()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(payload, 0 if below is None else below.key)

    def stopAutoScroll(self) -> None:
        # QAbstractItemView keeps its timer private; a zero margin stops it at its next tick.
        self.setAutoScroll(False)
        self.setAutoScroll(True)

    # --- painting over the cards -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bare = self.hasFocus() and not self.currentIndex().isValid()  # no card shows where the focus is
        if self._gap is None and self.paint_over is None and not bare:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if bare:
            painter.setPen(QPen(self._paints.color("focus"), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 6, 6)
        if self.paint_over is not None:
            self.paint_over(painter)
        if self._gap is not None:
            y = self.row_top(self._gap) - self._paints.gap // 2
            y = max(2, min(y, self.viewport().height() - 3))
            painter.setPen(
                QPen(self._paints.color("focus"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(4, y, self.viewport().width() - 5, y)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(280, 400)


def _viewport() -> QWidget:
    """The same as Qt's own. To wrap one that Qt has made, PySide first makes the classes of all widgets there
    are: 20 ms of the program's start."""
    made = QWidget()
    made.setObjectName("qt_scrollarea_viewport")
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
