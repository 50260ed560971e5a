"""The parts of a settings page: a section with a heading, and rows of name, help and control."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import ElidedLabel, label, line


class Row(QWidget):
    """One setting. ``words`` is what the search of the settings looks at."""

    def __init__(self, name: str, help_text: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = f"{name} {help_text}"
        self.control = control
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(2)
        title = label(name, "name", self)
        title.setBuddy(control)
        left.addWidget(title)
        if help_text:
            left.addWidget(label(help_text, "meta", self, wrap=True))
        row.addLayout(left, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if not control.accessibleName():
            control.setAccessibleName(name)
        if help_text:
            control.setAccessibleDescription(help_text)

    def set_narrow(self, narrow: bool) -> None:
        """Put the control below its name where there is no room beside it."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setSpacing(8 if narrow else 24)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._row.setAlignment(self.control, side | Qt.AlignmentFlag.AlignVCenter)


class Section(QWidget):
    """Rows on one card under a heading."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title = name, title
        self.rows: list[QWidget] = []
        self._lines: list[QFrame] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(8)
        self._heading = label(title, "section", self)
        column.addWidget(self._heading)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(0, 4, 0, 4)
        self._inside.setSpacing(0)
        column.addWidget(self._card)

    def add(self, row: QWidget) -> QWidget:
        if self.rows:
            rule = line(self._card)
            self._lines.append(rule)
            self._inside.addWidget(rule)
        self._inside.addWidget(row)
        self.rows.append(row)
        return row

    def filter(self, text: str) -> bool:
        """Show only rows that hold ``text``; False if none does."""
        wanted = text.casefold().replace(" ", "")
        whole = wanted in self.title.casefold().replace(" ", "")
        shown_before = False
        for place, row in enumerate(self.rows):
            words = str(getattr(row, "words", "")).casefold().replace(" ", "")
            shown = not wanted or whole or wanted in words
            row.setVisible(shown)
            if place:
                self._lines[place - 1].setVisible(shown and shown_before)
            shown_before = shown_before or shown
        self.setVisible(shown_before)
        return shown_before


def choice(
    choices: Sequence[tuple[str, str]], current: str, chosen: Callable[[str], object], name: str
) -> QComboBox:
    """A list of which one value is chosen; ``choices`` are (value, text)."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    box.activated.connect(lambda at: chosen(str(box.itemData(at))))
    return box


def buttons(*several: QWidget) -> QWidget:
    """Buttons below each other as one control: side by side they need too much room at 200 %."""
    holder = QWidget()
    row = QVBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in several:
        row.addWidget(button)
    return holder


def path_label(path: str) -> ElidedLabel:
    """A path that may be long; the whole of it is in the tooltip."""
    made = ElidedLabel(path, "muted")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    made.setFixedWidth(min(theme().px(300), 340))
    return made


def value_label(text: str) -> QLabel:
    """A value that can be read and copied."""
    made = label(text, "muted")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
