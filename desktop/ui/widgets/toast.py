"""Short messages over the window: one sentence, at most one act, gone after ten seconds, read aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

SHOWN_MS = 10_000

MOST_LINES = 3
LEAST_WORDS = 120
"""Width of the sentence in px at 100 % that a message has in the narrowest place."""

SOON_MS = 60
"""What was done is seen first and then said: making the message takes as long as reading what has changed."""


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
        times: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self.text = text
        self.times = times
        self._run = run
        self._worked_in = QApplication.focusWidget()
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 4, 6, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        if tone in ("danger", "warning", "good"):
            mark = label("", "", self)
            name = "circle-check" if tone == "good" else "triangle-alert"
            mark.setPixmap(icons.pixmap(name, theme().tokens.surface, theme().px(18)))
            grid.addWidget(mark, 0, 0)
        said = text if times == 1 else translate("Toast", "{text} ({times}번)").format(text=text, times=times)
        self._words = label(said, "", self, wrap=True)
        grid.addWidget(self._words, 0, 1)
        self._acts = QWidget(self)
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(12)
        if action:
            button = Button(action, self._acts)
            button.clicked.connect(self._act)
            acts.addWidget(button)
        if report:
            copy = Button(translate("Toast", "자세한 내용 복사"), self._acts)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
            acts.addWidget(copy)
        self._acts.setHidden(not acts.count())
        self._grid = grid
        close = IconButton("x", translate("Toast", "알림 닫기"), self)
        side = theme().px(16)
        close.setIcon(icons.icon("x", theme().tokens.surface, side))
        close.clicked.connect(self.leave)
        grid.addWidget(close, 0, 3)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._time_over)
        self._timer.start()

    def fit(self, most: int, *, acts_below: bool = False) -> int:
        """As wide as the sentence, but no wider than ``most``; then in two lines or more. Says how many.
        ``acts_below``: the words have the whole width, the buttons a line of their own."""
        words = self._words
        whole = words.fontMetrics().horizontalAdvance(words.text()) + 8
        self.ensurePolished()
        if not self._acts.isHidden():
            self._grid.addWidget(self._acts, *((1, 1) if acts_below else (0, 2)))
            if acts_below:
                self._grid.setAlignment(self._acts, Qt.AlignmentFlag.AlignLeft)
                whole = max(whole, self._acts.sizeHint().width())
        words.setFixedWidth(0)
        self.layout().invalidate()
        around = self.layout().totalSizeHint().width()
        if acts_below and not self._acts.isHidden():
            around -= self._acts.sizeHint().width()
        room = max(min(whole, most - around), theme().px(LEAST_WORDS))
        words.setFixedWidth(room)
        words.setMinimumHeight(0)
        high = words.heightForWidth(room)
        words.setMinimumHeight(high)
        self.layout().invalidate()
        self.adjustSize()
        return round(high / words.fontMetrics().lineSpacing())

    def _time_over(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.leave()

    def leave(self) -> None:
        self._timer.stop()
        self._give_back()
        self.hide()
        self.closed.emit(self)

    def _give_back(self) -> None:
        """Whoever came here with Tab goes on where the work was: the next control may be anything."""
        focused, place = QApplication.focusWidget(), self._worked_in
        here = focused is not None and self.isAncestorOf(focused)
        if here and place is not None and isValid(place) and place.isVisible() and place.isEnabled():
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self) -> None:
        run = self._run
        self.leave()
        if run is not None:
            run()


class Toasts(QObject):
    """The one message of a window, in its top bar: there it covers no card and no answer being written."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.shown: list[ToastFrame] = []
        self.place_in: Callable[[], Sequence[QRect]] = lambda: (window.rect(),)
        """Where messages may lie, in coordinates of the window, the best place first, the widest last; a
        place is good where the message is no wider than it and has at most MOST_LINES. In the last one a
        message grows downwards as far as it must. They stand at its upper right."""
        self.stays_above: Callable[[], QWidget | None] = lambda: None
        self._waiting: Callable[[], object] | None = None
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._show_waiting)

    def show_soon(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Show a message when what it speaks of is on screen; before any later message."""
        self._show_waiting()
        self._waiting = lambda: self.show(text, action, run)
        self._soon.start()

    def _show_waiting(self) -> None:
        self._soon.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def show(
        self,
        text: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        tone: str = "",
        report: str = "",
    ) -> ToastFrame:
        """Show a message in place of the one before; the same one again is counted, not repeated."""
        self._show_waiting()
        same = next((t for t in self.shown if t.text == text), None)
        # What can be undone is news each time; a failure that comes again is not.
        times = same.times + 1 if same is not None and not action else 1
        for old in [*self.shown]:
            old.leave()
        made = ToastFrame(text, action, run, tone=tone, report=report, times=times, parent=self._window)
        made.closed.connect(self._gone)
        self.shown.append(made)
        self.place()
        made.show()
        spoken = f"{text} {action}".strip()
        announce(self._window, spoken, urgent=tone == "danger")
        return made

    def _gone(self, toast: ToastFrame) -> None:
        if toast in self.shown:
            self.shown.remove(toast)
            toast.deleteLater()

    def place(self) -> None:
        """Put the message where it belongs (the window calls this when its size changes)."""
        for toast in self.shown:
            for room in self.place_in():
                if toast.fit(room.width()) <= MOST_LINES and toast.width() <= room.width():
                    break
            else:
                toast.fit(room.width(), acts_below=True)
            # As high as the bar it stands in; what needs two lines grows downwards.
            top = room.top() + max(theme().px(4), (room.height() - toast.height()) // 2)
            toast.move(room.right() - toast.width() + 1, top)
            toast.raise_()
        above = self.stays_above()
        if above is not None and above.isVisible():
            above.raise_()
