"""Lines under the top bar for what lasts: offline, a locked keyring, another program collecting, a sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

ICONS = {"warning": "triangle-alert", "danger": "circle-alert", "good": "circle-check"}

Act = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """One lasting message with the acts that help."""

    closed = Signal(str)

    def __init__(
        self,
        subject: str,
        text: str,
        tone: str,
        acts: Sequence[Act],
        *,
        closable: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self.text = text
        self.setProperty("kind", "banner")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        self._tone = tone
        self._mark = QLabel(self)
        row.addWidget(self._mark)
        words = label(text, "", self, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1)
        for name, run in acts:
            button = Button(name, self)
            button.clicked.connect(lambda _=False, run=run: run())
            row.addWidget(button)
        if closable:
            closer = IconButton("x", translate("Banner", "이 줄 닫기"), self)
            closer.clicked.connect(self._close)
            row.addWidget(closer)
        theme().changed.connect(self._tint)
        self._tint()

    def _close(self) -> None:
        self.closed.emit(self._subject)

    def _tint(self) -> None:
        colors = theme().tokens
        track = {"warning": colors.warning, "danger": colors.danger, "good": colors.good}.get(self._tone)
        color = track.text if track else colors.link
        self._mark.setPixmap(icons.pixmap(ICONS.get(self._tone, "info"), color, theme().px(18)))


class Banners(QWidget):
    """All lasting messages of the window, by subject, in the order they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(
        self, subject: str, text: str, tone: str = "", acts: Sequence[Act] = (), *, closable: bool = False
    ) -> None:
        """Show or replace the message about ``subject``; an empty text takes it away."""
        old = self._banners.get(subject)
        if old is not None and old.text == text:
            return
        place = self._column.indexOf(old) if old is not None else self._column.count()
        if old is not None:
            # Not removeWidget(): PySide would delete it at once, in the middle of its own button's click.
            self._banners.pop(subject)
            old.hide()
            old.deleteLater()
        if text:
            made = Banner(subject, text, tone, acts, closable=closable, parent=self)
            made.closed.connect(self.take_away)
            self._banners[subject] = made
            self._column.insertWidget(place, made)
            announce(self, text)

    def take_away(self, subject: str) -> None:
        self.put(subject, "")

    def texts(self) -> dict[str, str]:
        return {subject: banner.text for subject, banner in self._banners.items()}
