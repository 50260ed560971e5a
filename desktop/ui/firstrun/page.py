"""The first steps: language and size, who works here, where the data lies, the first channel, the keys.

A page, not a dialog: the rail stays usable, every step can be skipped, and the place is remembered.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.firstrun import steps
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.buttons import Button, flush_left
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class FirstRun(QWidget):
    """``finished`` comes when the person is through or has had enough."""

    finished = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        card = QFrame(self)
        card.setProperty("kind", "card")
        card.setMaximumWidth(880)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        self._progress = label("", "meta", card)
        self._title = label("", "title", card, wrap=True)
        self._text = label("", "muted", card, wrap=True)
        for shown in (self._progress, self._title, self._text):
            column.addWidget(shown)
        self._stack = QStackedWidget(card)
        makers: list[Callable[[Bridge], steps.Step]] = [
            steps.Language,
            steps.Person,
            steps.Place,
            steps.Channel,
            steps.Keys,
        ]
        self.steps = [make(bridge) for make in makers]
        for step in self.steps:
            step.done.connect(self.finish)
            area = QScrollArea(card)
            area.setAccessibleName(step.title)
            area.setWidgetResizable(True)
            area.setWidget(step)
            self._stack.addWidget(area)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.skip_all = Button(translate("FirstRun", "안내 마치고 시작하기"), card, kind="quiet")
        self.skip_all.clicked.connect(self.finish)
        row.addLayout(flush_left(self.skip_all), 1)
        self.back_button = Button(translate("FirstRun", "이전"), card, icon="arrow-left")
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button)
        self.skip_button = Button(translate("FirstRun", "건너뛰기"), card)
        self.skip_button.clicked.connect(self.skip)
        row.addWidget(self.skip_button)
        self.next_button = Button("", card, kind="primary")
        self.next_button.clicked.connect(self.next)
        row.addWidget(self.next_button)
        column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 1000)  # all there is, up to its greatest width
        middle.addStretch(1)
        outer.addLayout(middle, 1)
        self.setFocusProxy(self.next_button)
        self.show_step(min(max(0, bridge.prefs.number("first_run_step", 0)), len(self.steps) - 1))

    @property
    def at(self) -> int:
        """The step in front, from 0."""
        return self._stack.currentIndex()

    def show_step(self, number: int) -> None:
        step = self.steps[number]
        self._stack.setCurrentIndex(number)
        total = len(self.steps)
        self._progress.setText(
            translate("FirstRun", "처음 안내 {number}/{total}").format(number=number + 1, total=total)
        )
        self._title.setText(step.title)
        self._text.setText(step.text)
        last = number == total - 1
        self.next_button.setText(
            translate("FirstRun", "시작하기") if last else translate("FirstRun", "다음으로")
        )
        self.back_button.setVisible(number > 0)
        self.skip_button.setVisible(not last)
        self.skip_all.setVisible(not last)
        self._bridge.prefs.put("first_run_step", number)
        step.shown()
        announce(self, f"{self._progress.text()} {step.title}")

    def next(self) -> None:
        """Keep what the step holds and go on."""
        self.steps[self.at].keep()
        self.skip()

    def skip(self) -> None:
        if self.at == len(self.steps) - 1:
            self.finish()
        else:
            self.show_step(self.at + 1)

    def back(self) -> None:
        if self.at > 0:
            self.show_step(self.at - 1)

    def finish(self) -> None:
        """Never ask again by itself; the settings can show it once more."""
        self._bridge.prefs.put("first_run_done", True)
        self._bridge.prefs.put("first_run_step", 0)
        self.finished.emit()
