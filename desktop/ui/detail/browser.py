"""Shows rich text that was written by this program, and loads nothing, ever.

Owns how such text behaves under mouse and keys: selectable, links shown before they are followed. It must not
know what the text is about.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QCursor, QFocusEvent
from PySide6.QtWidgets import QTextBrowser, QToolTip, QWidget

from desktop.models import hiding
from desktop.ui.detail.links import web_url

OWN_SCHEME = "smc"
"""Links of our own ("smc:post/123"); they stay inside the window."""


class SafeBrowser(QTextBrowser):
    """``web_link`` gives an http(s) address that was clicked, ``own_link`` what follows "smc:"."""

    web_link = Signal(str)
    own_link = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(self._hovered)
        self._shown = ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is loaded: no picture, no style sheet, no file, whatever the text may ask for."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged out: plain words with personal data hidden, also while it is on show."""
        mime = QMimeData()
        mime.setText(hiding.shown(self.textCursor().selection().toPlainText()))
        return mime

    def doSetSource(self, name: QUrl | str, kind: object = None) -> None:
        """There is no page to go to."""

    def show_html(self, text: str) -> bool:
        """Show other text and stay where somebody reads. False where it is what was shown already."""
        if text == self._shown:
            return False
        self._shown = text
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(text)
        bar.setValue(place)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A browser without a cursor position cannot be read or selected with the keyboard.
        self.setCursorWidth(1)

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == OWN_SCHEME:
            self.own_link.emit(url.path())
        elif web_url(url.toString()) is not None:
            self.web_link.emit(url.toString())

    def _hovered(self, url: QUrl) -> None:
        if web_url(url.toString()) is not None:
            QToolTip.showText(QCursor.pos(), url.toString(), self)
        else:
            QToolTip.hideText()
