"""Where the detail pane stands: beside the list in a wide window, else as a page over it with a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.bridge import Bridge
from desktop.ui.widgets.buttons import Button, flush_left
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

FOLLOW_MS = 90
"""How long a selection rests before the pane follows it: holding J must not load every post on the way."""


class DetailPlace(QFrame):
    """Holds the one detail pane. It is built when it is first needed."""

    back = Signal()
    shown = Signal()  # a post has come before somebody's eyes
    next_wanted = Signal()  # an answer was sent, and the next post of the list is wanted

    def __init__(self, bridge: Bridge, make: Callable[[Bridge], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._make = bridge, make
        self.pane: Any = None
        self.post_id: int | None = None
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QFrame(self)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(16, 8, 16, 0)
        self._back = Button(
            translate("Detail", "돌아가기"), self.head, kind="quiet", icon="arrow-left", key="Esc"
        )
        self._back.clicked.connect(lambda: self.back.emit())
        row.addLayout(flush_left(self._back), 1)
        row.addWidget(label("Esc", "key", self.head), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.head)
        self._column = column
        self._timer = QTimer(self, interval=FOLLOW_MS, singleShot=True)
        self._timer.timeout.connect(self._show_wanted)
        self._wanted: int | None = None
        self._before: QWidget | None = None
        bridge.compose.connect(self._compose)

    def show_post(self, post_id: int) -> None:
        self._timer.stop()
        self._wanted = post_id
        self._show_wanted()

    def follow(self, post_id: int) -> None:
        """Show a post once the selection rests on it."""
        self._wanted = post_id
        self._timer.start()

    def clear(self) -> None:
        self._timer.stop()
        self.post_id = self._wanted = None
        if self.pane is not None:
            self.pane.clear()

    def set_page(self, title: str) -> None:
        """As a page over the screen ``title``; an empty title means beside it."""
        self.head.setVisible(bool(title))
        if title:
            self._back.setText(translate("Detail", "{screen} 화면으로 돌아가기").format(screen=title))

    def remember(self) -> None:
        """Somebody comes here from the control that has the focus now, and will want to go on there."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused

    def give_back(self, screen: QWidget) -> None:
        """The screen is in front again: where the focus was on it, else where it begins."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not screen.isAncestorOf(before) or not before.isVisible():
            before = screen
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def ensure(self) -> Any:
        if self.pane is None:
            self.pane = self._make(self._bridge)
            self._column.addWidget(self.pane, 1)
            self.pane.closed.connect(self.back)
            self.pane.next_wanted.connect(lambda _post_id: self.next_wanted.emit())
        return self.pane

    def _compose(self, post_id: int, stage: str) -> None:
        """Somebody wants to answer a post: show it and put the cursor into the answer."""
        self._bridge.open_post.emit(post_id)
        # R takes the stage that the case asks for; only F and a notice wish for one.
        self.ensure().compose("" if stage == "final" else stage)

    def _show_wanted(self) -> None:
        if self._wanted is not None and self._wanted != self.post_id:
            self.post_id = self._wanted
            self.ensure().show_post(self._wanted)
            self.shown.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.post_id is not None:
            self.shown.emit()


def make_pane(bridge: Bridge) -> Any:
    from desktop.ui.detail.pane import DetailPane

    return DetailPane(bridge)
