"""What stands in the composer's place where no answer can be written: the reason, and the way that is left.

Owns the notice only; it must not know why.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.detail.links import web_url
from desktop.ui.widgets.buttons import PushButton

translate = QCoreApplication.translate


class Blocked(QFrame):
    """A sentence with at most two ways out."""

    original_requested = Signal(str)
    sign_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerBlocked")
        self.setProperty("kind", "card")
        self._url = ""
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.original = PushButton(translate("Composer", "브라우저에서 원문 열기"), self)
        self.original.clicked.connect(lambda: self.original_requested.emit(self._url))
        self.sign_in = PushButton(translate("Composer", "로그인하기"), self)
        self.sign_in.setProperty("primary", True)
        self.sign_in.clicked.connect(self.sign_in_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self.sign_in)
        buttons.addWidget(self.original)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.label)
        layout.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        # A splitter asks no height for a width: without this the sentence is cut in a narrow pane.
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self.lineWidth()
        if room > 0:
            self.label.setMinimumHeight(0)  # or the height asked for is never less than the one before
            self.label.setMinimumHeight(max(self.label.heightForWidth(room), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Somebody who did not see that nothing can be typed here must not sort and star posts by typing.
        if event.text().isprintable() and event.text():
            event.accept()
            return
        super().keyPressEvent(event)

    def say(self, sentence: str, url: str, *, sign_in: bool) -> None:
        self._url = url if web_url(url) is not None else ""
        self.label.setText(sentence)
        self._keep_height()
        self.original.setVisible(bool(self._url))
        self.original.setToolTip(self._url)
        self.sign_in.setVisible(sign_in)
        self.setAccessibleName(sentence)
