"""Short messages over the window: one sentence, at most one act, gone after ten seconds, read aloud."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

SHOWN_MS = 10_000
MOST = 3


class ToastFrame(QFrame):
    """One message. It waits while the pointer or the focus is on it."""

    closed = Signal(object)

    def __init__(
        self,
        text: str,
        action: str,
        run: Callable[[], object] | None,
        *,
        tone: str,
        report: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self.text = text
        self._run = run
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        if tone in ("danger", "warning", "good"):
            mark = label("", "", self)
            name = "circle-check" if tone == "good" else "triangle-alert"
            mark.setPixmap(icons.pixmap(name, theme().tokens.surface, theme().px(18)))
            row.addWidget(mark)
        words = label(text, "", self, wrap=True)
        words.setMinimumWidth(min(theme().px(560), words.fontMetrics().horizontalAdvance(text) + 8))
        row.addWidget(words, 1)
        if action:
            button = Button(action, self)
            button.clicked.connect(self._act)
            row.addWidget(button)
        if report:
            copy = Button(translate("Toast", "자세한 내용 복사"), self)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
            row.addWidget(copy)
        close = IconButton("x", translate("Toast", "알림 닫기"), self)
        side = theme().px(16)
        close.setIcon(icons.icon("x", theme().tokens.surface, side))
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._time_over)
        self._timer.start()

    def _time_over(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.leave()

    def leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit(self)

    def _act(self) -> None:
        run = self._run
        self.leave()
        if run is not None:
            run()


class Toasts(QObject):
    """The messages of one window, at its lower edge, newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.shown: list[ToastFrame] = []

    def show(
        self,
        text: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        tone: str = "",
        report: str = "",
    ) -> ToastFrame:
        # The same failure of many channels is one message, not a wall of them.
        for same in [t for t in self.shown if t.text == text]:
            same.leave()
        while len(self.shown) >= MOST:
            self.shown[0].leave()
        made = ToastFrame(text, action, run, tone=tone, report=report, parent=self._window)
        made.closed.connect(self._gone)
        self.shown.append(made)
        made.show()
        self.place()
        spoken = f"{text} {action}".strip()
        announce(self._window, spoken, urgent=tone == "danger")
        return made

    def _gone(self, toast: ToastFrame) -> None:
        if toast in self.shown:
            self.shown.remove(toast)
            toast.deleteLater()
            self.place()

    def place(self) -> None:
        """Put the messages where they belong (the window calls this when its size changes)."""
        bottom = self._window.height() - theme().px(26) - 16
        for toast in reversed(self.shown):
            toast.setMaximumWidth(max(320, self._window.width() - 160))
            toast.adjustSize()
            bottom -= toast.height()
            toast.move((self._window.width() - toast.width()) // 2, bottom)
            toast.raise_()
            bottom -= 8
