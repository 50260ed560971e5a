"""The rail at the left: the screens that exist, by icon and word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop.ui.screens import ScreenEntry
from desktop.ui.theme import icons, tokens
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import PushButton

translate = QCoreApplication.translate


class RailButton(PushButton):
    """A screen's icon with its word below; the number of the key is in the tooltip."""

    def __init__(self, icon: str, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._word = icon, text
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(68), theme().px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = theme()
        color = now.tokens.on_primary if self.isChecked() else now.tokens.rail_text
        painter = QPainter(self)
        side, gap = now.px(22), now.px(6)
        font = now.font(12, bold=True)
        painter.setFont(font)
        text_height = painter.fontMetrics().height()
        top = (self.height() - side - gap - text_height) // 2
        painter.drawPixmap(
            QRect((self.width() - side) // 2, top, side, side), icons.pixmap(self._icon, color, side)
        )
        painter.setPen(color)
        room = QRect(2, top + side + gap, self.width() - 4, text_height)
        word = painter.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)
        painter.end()


class Rail(QFrame):
    """``chosen`` gives the name of the screen that was pressed. The last entry stands at the foot."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(translate("Rail", "화면 목록"))
        self._buttons: dict[str, RailButton] = {}
        self._last = entries[-1].name if entries else ""
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        self._column = column
        for number, entry in enumerate(entries, 1):
            if entry is entries[-1]:
                column.addStretch(1)
            button = RailButton(entry.icon, entry.label(), f"Ctrl+{number}", self)
            button.clicked.connect(lambda _=False, name=entry.name: self.chosen.emit(name))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[entry.name] = button
        theme().changed.connect(self._resize)
        self._resize()

    def set_current(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def arrange(self, names: Sequence[str]) -> None:
        """Show only these screens, in this order; each keeps its number."""
        for button in self._buttons.values():
            self._column.removeWidget(button)
        for place, name in enumerate(name for name in names if name != self._last):
            self._column.insertWidget(place, self._buttons[name])
        if self._last:
            self._column.addWidget(self._buttons[self._last])
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def shown(self) -> list[str]:
        """The screens that are offered, from the top down."""
        found = [(self._column.indexOf(b), name) for name, b in self._buttons.items() if not b.isHidden()]
        return [name for _, name in sorted(found)]

    def current(self) -> RailButton | None:
        return next((button for button in self._buttons.values() if button.isChecked()), None)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(tokens.RAIL_WIDTH))
