"""The keyboard twin of the mouse drag: Shift+Space picks up, arrows move, Enter drops, Esc puts back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from desktop.ui import fmt
from desktop.ui.board.column import Column

translate = QCoreApplication.translate

_LEAVING = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)
"""The hand went elsewhere: what was carried is put back."""


class Carry(QObject):
    """One carrying at a time, over the columns of one board."""

    dropped = Signal(object, str, object)  # (case ids, track, key of the card under the gap or 0)

    def __init__(self, columns: Sequence[Column], say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._say = say
        self._ids: list[int] = []
        self._keys: list[int] = []
        self._origin = 0
        self._place = 0
        self._gap = 0

    def carrying(self) -> bool:
        return bool(self._ids)

    def pick_up(self, column: Column) -> bool:
        """Take the chosen cards of a column. A second Shift+Space drops them."""
        if self.carrying():
            self._drop()
            return True
        cards = [card for card in column.view.selected_cards() if card.case_id is not None]
        if not cards:
            return False
        self._ids = [card.case_id for card in cards if card.case_id is not None]
        self._keys = [card.key for card in cards]
        self._origin = self._place = self._columns.index(column)
        self._gap = column.model.row_of(cards[0].key)
        column.model.set_pending(self._keys, True)
        for each in self._columns:
            each.view.installEventFilter(self)  # installed last, so asked first: before the list's own keys
        self._show()
        text = translate(
            "Board", "{count}건을 들었습니다. 화살표로 옮기고 Enter로 놓습니다. Esc를 누르면 그만둡니다."
        )
        self._say(text.format(count=fmt.number(len(self._ids))))
        return True

    def cancel(self) -> None:
        if self.carrying():
            self._end()
            self._columns[self._origin].view.setFocus()
            self._say(translate("Board", "옮기기를 그만두었습니다"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.carrying() or not isinstance(event, QKeyEvent):
            if self.carrying() and isinstance(event, QFocusEvent) and event.lostFocus():
                if event.reason() in _LEAVING:
                    self._end()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc and the arrows are ours until the drop
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._key(event.key())
            return True
        return event.type() == QEvent.Type.KeyRelease

    def _key(self, key: int) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._drop()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = -1 if key == Qt.Key.Key_Left else 1
            place = self._place + by
            if 0 <= place < len(self._columns):
                self._place = place
                first, _ = self._columns[place].view.visible_rows()
                own = self._columns[place].model.row_of(self._keys[0])
                self._gap = own if own >= 0 else max(first, 0)
                self._show()
                self._tell()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = -1 if key == Qt.Key.Key_Up else 1
            last = self._columns[self._place].model.rowCount()
            self._gap = max(0, min(self._gap + by, last))
            self._show()
            self._tell()

    def _show(self) -> None:
        for place, column in enumerate(self._columns):
            column.view.show_gap(self._gap if place == self._place else None)
        column = self._columns[self._place]
        if column.model.rowCount():
            row = min(self._gap, column.model.rowCount() - 1)
            column.view.scrollTo(column.model.index(row))

    def _tell(self) -> None:
        column = self._columns[self._place]
        below = column.model.card(self._gap)
        where = column.view.accessibleName()
        if below is None:
            text = translate("Board", "{column}, 맨 아래").format(column=where)
        else:
            text = translate("Board", "{column}, {name} 글 위").format(column=where, name=below.name)
        self._say(text)

    def _drop(self) -> None:
        column = self._columns[self._place]
        below = column.model.card(self._gap)
        ids = self._ids
        self._end()
        column.view.setFocus()
        self.dropped.emit(ids, column.track, 0 if below is None else below.key)

    def _end(self) -> None:
        self._columns[self._origin].model.set_pending(self._keys, False)
        self._ids, self._keys = [], []
        for column in self._columns:
            column.view.removeEventFilter(self)
            column.view.show_gap(None)
