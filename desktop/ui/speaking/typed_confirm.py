"""The other way to confirm that something goes out in the mayor's name: a word is typed instead of held.

For whoever cannot hold a key or a button for two seconds (KWCAG 2.2, pointer and keyboard input).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class TypedConfirm(QFrame):
    """One line. ``confirmed`` when the word is right."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setProperty("tone", "warning")
        self.word = translate("Composer", "시장 명의")
        text = translate("Composer", "'{word}'라고 적어 주세요.").format(word=self.word)
        self.ask = label(text, "", self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(text)
        self.line.setMaxLength(30)
        self.send = Button(translate("Composer", "시장 명의로 보내기"), self)
        self.send.clicked.connect(self._check)
        self.line.returnPressed.connect(self._check)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.ask)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
        self.hide()

    def begin(self) -> None:
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _check(self) -> None:
        if take_text(self.line).replace(" ", "") == self.word.replace(" ", ""):
            self.hide()
            self.confirmed.emit()
            return
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.ask.text(), urgent=True)
