"""What all dialogs of this screen share: a heading, a place for a failure, and buttons that name their act.

A dialog is shown with ``open()`` and never with ``exec()``: exec inside a turn of the event loop loses other
tasks.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import failures
from desktop.ui.theme.style import theme
from desktop.ui.widgets import reading_order
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


MOST_PX = 470
"""Height of the part of a dialog that scrolls; with heading and buttons it fits a screen of 800 px."""

EDGE_PX = 48
"""How much narrower than its window a dialog is at least."""

REST_PX = 190
"""Height of everything else of such a dialog: on a low screen with large letters the form has the rest."""


class Dialog(QDialog):
    """``body`` takes the content, ``foot`` the buttons. What ``work`` runs ends when the dialog closes."""

    def __init__(self, title: str, bridge: Any, parent: QWidget | None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._task: Any = None
        self._closed = False  # the widgets may be gone while a cancelled task still ends
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        room = parent.window().width() - EDGE_PX if parent is not None else width
        self.setMinimumWidth(min(theme().px(width), max(room, width)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        self.heading = label(title, "section", self, wrap=True)
        layout.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout.addLayout(self.body, 1)
        self.failure = label("", "danger", self, wrap=True)
        self.failure.hide()
        layout.addWidget(self.failure)
        self.foot = QHBoxLayout()
        ways = QWidget(self)
        self._ways = Flow(ways, right=True)
        self.foot.addWidget(ways, 1)
        layout.addLayout(self.foot)

    def add_button(self, text: str, kind: str = "") -> Button:
        button = Button(text, self, kind=kind)
        button.setAutoDefault(False)
        button.setDefault(kind == "primary")
        if kind == "primary":
            # Enter alone begins a new line where somebody writes.
            button.setShortcut("Ctrl+Return")
            button.setToolTip("Ctrl+Enter")
        self._ways.addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> Button:
        button = self.add_button(text or translate("Dialog", "그만두기"))
        button.clicked.connect(self.reject)
        return button

    def undo_here(self) -> None:
        """For dialogs that stay open after an act: the window's keys take it back here too. The message that
        offers it lies in the window, where nothing can be pressed now."""
        for identity in ("app.undo", "app.redo"):
            action = self.bridge.commands.action(identity)
            if action is not None:
                self.addAction(action)

    def fail(self, error: BaseException | str) -> None:
        """Say what did not work; what was typed stays."""
        text = error if isinstance(error, str) else failures.sentence(error)
        self.failure.setText(text)
        self.failure.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)

    def work(self, coro: Coroutine[Any, Any, Any]) -> None:
        """Run something that belongs to this dialog: closing it stops the work, a failure is shown in it."""
        self.stop()
        self._task = self.bridge.spawn(self._guarded(coro), type(self).__name__)

    async def _guarded(self, coro: Coroutine[Any, Any, Any]) -> None:
        self.busy(True)
        try:
            await coro
        except Exception as error:
            if not self._closed:
                self.fail(error)
        finally:
            if not self._closed:
                self._task = None
                self.busy(False)
                QTimer.singleShot(0, self, self._make_room)  # what was added is laid out after this

    def _make_room(self) -> None:
        """As wide as what was read needs: Qt asks no layout once a least width is set."""
        needed = min(self.layout().minimumSize().width(), self.screen().availableGeometry().width())
        if needed > self.minimumWidth():
            self.setMinimumWidth(needed)

    def busy(self, busy: bool) -> None:
        """Hook: work has begun or ended."""

    def stop(self) -> None:
        """Stop what is going on."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading_order.step(self, forward)

    def showEvent(self, event: QShowEvent) -> None:
        parent = self.parentWidget()
        line = self._ways.one_line() + 2 * 24
        if parent is not None and self.width() < line <= parent.window().width() - EDGE_PX:
            self.setMinimumWidth(line)
            self.resize(line, self.height())
        # Wrapped sentences are higher than a layout assumes before it knows its width.
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """What came meanwhile may need more lines than there were: Qt only asks how wide they must be."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            needed = self.layout().totalMinimumHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was read meanwhile makes it higher: it grows upwards where it would leave its window."""
        super().resizeEvent(event)
        parent = self.parentWidget()
        if parent is None or not self.isVisible():
            return
        room = parent.window().frameGeometry().intersected(self.screen().availableGeometry())
        frame = self.frameGeometry()
        if frame.bottom() > room.bottom():
            self.move(frame.x(), max(room.top(), room.bottom() - frame.height()))

    def done(self, result: int) -> None:
        self._closed = True
        self.stop()
        super().done(result)


class Scrolled(QScrollArea):
    """A form of any length in a dialog: what does not fit into ``MOST_PX`` is scrolled to, by Tab too."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        content = self.widget()
        wanted = content.sizeHint()
        height = content.heightForWidth(self.width()) if content.hasHeightForWidth() else wanted.height()
        most = min(theme().px(MOST_PX), self.screen().availableGeometry().height() - theme().px(REST_PX))
        return QSize(wanted.width(), min(max(height, wanted.height()), max(most, theme().px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width(), min(self.sizeHint().height(), theme().px(160)))


class Confirm(Dialog):
    """Asks before something that is not taken back easily; both buttons name what they do."""

    def __init__(
        self, bridge: Any, parent: QWidget | None, title: str, text: str, act: str, keep: str = ""
    ) -> None:
        super().__init__(title, bridge, parent, width=440)
        self.body.addWidget(label(text, "", self, wrap=True))
        self.add_cancel(keep)
        self.act_button = self.add_button(act, "danger")
        self.act_button.clicked.connect(self.accept)


def field(text: str, widget: QWidget, hint: str = "") -> QWidget:
    """A labelled field: the words above it are its accessible name and put the cursor into it."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    name = label(text, "name", holder)
    name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    name.setBuddy(widget)
    widget.setAccessibleName(text)
    layout.addWidget(name)
    layout.addWidget(widget)
    if hint:
        below = label(hint, "meta", holder, wrap=True)
        below.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(below)
        widget.setAccessibleDescription(hint)
    elif widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
        # A dialog that is higher than its fields leaves the rest below them, not between words and field.
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder
