"""Editors that never lose the Hangul syllable being typed. Only this module reads what an editor holds.

Qt keeps the syllable under composition apart from the text (preedit): ``toPlainText()`` and ``textChanged``
lack it. ``take_text`` finishes it first; ``PreeditTextEdit`` and ``SearchLine`` report text with it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Editor = QLineEdit | QPlainTextEdit | QTextEdit


def _preedit(editor: Editor) -> str:
    if isinstance(editor, QLineEdit):
        return getattr(editor, "preedit", "")
    layout = editor.textCursor().block().layout()
    return layout.preeditAreaText() if layout is not None else ""


def take_text(editor: Editor) -> str:
    """The whole text of an editor, the last syllable included; the composition is finished by it."""
    if editor.hasFocus():
        QGuiApplication.inputMethod().commit()
    pending = _preedit(editor)
    if pending:
        # Some input methods (and tests without one) ignore commit(); then we finish the syllable ourselves.
        event = QInputMethodEvent("", [])
        event.setCommitString(pending)
        QCoreApplication.sendEvent(editor, event)
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


class PreeditTextEdit(QPlainTextEdit):
    """A plain text editor whose ``typed`` signal and ``text_now`` hold the syllable under composition too."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._composing = False
        self.textChanged.connect(self._changed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Qt says textChanged before the new syllable is in place; it is told once, afterwards.
        self._composing = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._composing = False
        self.typed.emit(self.text_now())

    def _changed(self) -> None:
        if not self._composing:
            self.typed.emit(self.text_now())

    def text_now(self) -> str:
        """What the person sees, without finishing the syllable (for counters and drafts)."""
        text, pending = self.toPlainText(), _preedit(self)
        at = self.textCursor().position()
        return text[:at] + pending + text[at:] if pending else text


class TextLine(QLineEdit):
    """One line of text that knows the syllable under composition, so that ``take_text`` never loses it."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)
        self.preedit = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.preedit = event.preeditString()


class SearchLine(TextLine):
    """One line to search with. ``searched`` comes a moment after the last key, syllable included."""

    searched = Signal(str)
    WAIT_MS = 120

    def __init__(self, name: str, parent: QWidget | None = None, wait_ms: int = WAIT_MS) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._timer = QTimer(self, interval=wait_ms, singleShot=True)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text_now()))
        self.textChanged.connect(lambda: self._timer.start())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._timer.start()

    def text_now(self) -> str:
        at = self.cursorPosition()
        return self.text()[:at] + self.preedit + self.text()[at:]
