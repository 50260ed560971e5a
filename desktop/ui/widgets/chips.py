"""Filter chips, the row that wraps them, and the pill that announces new posts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button, PushButton


class Chip(Button):
    """One condition of a filter. A chip with ``removable`` shows × and is removed by click or Delete."""

    removed = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, icon: str = "", removable: bool = False
    ) -> None:
        super().__init__(f"{text}  ×" if removable else text, parent, kind="chip", icon=icon)
        self.setAccessibleName(text)
        self._removable = removable
        self.setCheckable(True)
        if removable:
            self.setChecked(True)
            self.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.setChecked(True)
        self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class Pill(PushButton):
    """새 글 12건 보기 (.): stands over a list, never takes the focus by itself, is announced politely."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._announced_ms = 0
        self.hide()

    def set_count(self, count: int, text: str) -> None:
        """``text`` is the whole sentence for ``count``; nothing is shown for 0."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(count > 0)
        if count > 0:
            from desktop.ui.fmt import now_ms

            if now_ms() - self._announced_ms > 30_000:
                self._announced_ms = now_ms()
                announce(self, text)


class Flow(QLayout):
    """Lays widgets out in lines like words of a text; ``right``: the lines end at the right edge."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, *, right: bool = False) -> None:
        super().__init__(parent)
        self._right = right
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Remove and delete all widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def one_line(self) -> int:
        """How wide it is where nothing goes to a second line."""
        shown = [item for item in self._items if item.widget() is None or not item.widget().isHidden()]
        gaps = max(len(shown) - 1, 0) * theme().px(self.spacing())
        return sum(item.sizeHint().width() for item in shown) + gaps

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, line_height = area.x(), area.y(), 0
        gap = theme().px(self.spacing())
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if x > area.x() and x + hint.width() > area.right() + 1:
                self._place(line, area, line_height, move=move)
                x, y, line_height = area.x(), y + line_height + gap, 0
                line = []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + gap
            line_height = max(line_height, hint.height())
        self._place(line, area, line_height, move=move)
        return y + line_height - rect.y() + margins.bottom()

    def _place(
        self, line: list[tuple[QLayoutItem, QRect]], area: QRect, line_height: int, *, move: bool
    ) -> None:
        """What is lower than its line stands in the middle of it."""
        if not move or not line:
            return
        by = max(area.right() - line[-1][1].right(), 0) if self._right else 0
        for item, place in line:
            item.setGeometry(place.translated(by, (line_height - place.height()) // 2))
