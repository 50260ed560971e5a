"""What a list shows when it has nothing to show: empty, nothing found, an error, or work under way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import label


class EmptyState(QWidget):
    """Why there is nothing here, and what to do next (at most one button)."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str = "inbox",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._icon)
        self._title = label(title, "section", self, wrap=True)
        self._text = label(text, "muted", self, wrap=True)
        for shown in (self._title, self._text):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(shown)
        self._button = Button(action, self)
        self._button.clicked.connect(lambda: self.acted.emit())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._button)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(3)
        theme().changed.connect(self._tint)
        self._tint()
        self.set_state(title, text, icon=icon, action=action)

    def set_state(self, title: str, text: str = "", *, icon: str = "", action: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())
        if icon:
            self._icon_name = icon
            self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low the words keep their room, and the icon goes."""
        super().resizeEvent(event)
        needed = self.layout().totalHeightForWidth(self.width())
        if self._icon.isHidden():
            needed += self._icon.minimumHeight() + self.layout().spacing()
        self._icon.setVisible(self.height() >= needed)

    def _tint(self) -> None:
        side = theme().px(32)
        self._icon.setPixmap(icons.pixmap(self._icon_name, theme().tokens.placeholder, side))
        self._icon.setMinimumSize(QSize(side, side))


class BusyCard(QFrame):
    """Long work in the background: what, how far, how long still, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, title: str, cancel: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        top = QHBoxLayout()
        self._title = label(title, "name", self)
        top.addWidget(self._title, 1)
        self._cancel = Button(cancel, self, kind="quiet")
        self._cancel.setVisible(bool(cancel))
        self._cancel.clicked.connect(lambda: self.cancelled.emit())
        top.addWidget(self._cancel)
        column.addLayout(top)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        column.addWidget(self._bar)
        self._detail = label("", "meta", self)
        column.addWidget(self._detail)
        self.set_progress(0, 0)

    def set_progress(self, done: int, total: int, detail: str = "") -> None:
        """``total`` 0 means that nobody knows how much there is."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
