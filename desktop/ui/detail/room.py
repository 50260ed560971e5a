"""The room of the detail pane: where there is less than its parts need, the page scrolls.

Squeezed, the lines of the answer would lie over each other; in a low window with large letters nothing of it
could be read.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class RoomyPage(QScrollArea):
    """Holds ``page`` as high as the pane, or as it needs at least; what has the keyboard is in sight."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        # Opaque, QScrollArea would paint the page in another colour than the pane.
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        page.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def fit(self) -> None:
        """Give the page its height anew."""
        page = self.widget()
        layout = page.layout()
        if layout is None:
            return
        width = self.viewport().width()
        least = max(layout.minimumHeightForWidth(width), layout.minimumSize().height())
        page.resize(width, max(self.viewport().height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return handled

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.widget().isAncestorOf(now):
            self.show_whole(now)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is in sight, where the page is longer than the pane."""
        if self.verticalScrollBar().maximum() > 0:
            self.ensureWidgetVisible(widget, 0, 8)
