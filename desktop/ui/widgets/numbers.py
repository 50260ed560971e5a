"""Fields for numbers and times of day. The style sheet's padding does not reach the text of Qt's own."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from desktop.ui.theme.style import theme

PADDING_PX = 9


def _pad(box: QAbstractSpinBox) -> None:
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(theme().px(PADDING_PX), 0, 0, 0)


class NumberBox(QSpinBox):
    """A whole number between two others."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setMinimumWidth(theme().px(96))
        _pad(self)


class TimeBox(QTimeEdit):
    """A time of day, 24 hours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setMinimumWidth(theme().px(104))
        _pad(self)
