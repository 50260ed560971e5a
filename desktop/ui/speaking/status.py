"""The two buttons of the status line: answers that wait for approval, and promises whose day has passed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.speaking import approvals, ledger
from desktop.ui import fmt
from desktop.ui.commands import Command
from desktop.ui.widgets.buttons import Button

translate = QCoreApplication.translate

REFRESH_MS = 60_000
"""A day passes without anybody changing anything."""


def read_counts() -> tuple[int, int]:
    """(answers that wait, promises that are late); for a reader thread."""
    return approvals.count_asked(), ledger.counts()["late"]


class SpeakingStatus(QWidget):
    """Hides what is nothing. Its dialogs open over ``window``."""

    def __init__(self, bridge: Any, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window = window
        self.approvals = Button("", self, kind="status", icon="check-check")
        self.approvals.clicked.connect(self.open_approvals)
        self.promises = Button("", self, kind="status", icon="hand")
        self.promises.clicked.connect(lambda: self.open_promises("late"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.approvals)
        row.addWidget(self.promises)
        self.show_counts(0, 0)
        for identity, text, run in (
            ("approvals.open", translate("Speaking", "승인할 답변 보기"), self.open_approvals),
            ("promises.open", translate("Speaking", "약속 보기"), self.open_promises),
        ):
            bridge.commands.add(Command(identity, text, run), window)
        bridge.changed.connect(self._changed)
        bridge.ready.connect(self.refresh)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def open_approvals(self) -> None:
        from desktop.ui.speaking.approvals_dialog import ApprovalsDialog

        ApprovalsDialog(self._bridge, self._window).open()

    def open_promises(self, shown: str = "open") -> None:
        from desktop.ui.speaking.promises_dialog import PromisesDialog

        PromisesDialog(self._bridge, self._window, shown=shown).open()

    def refresh(self) -> None:
        if self._bridge.store is not None:
            self._bridge.spawn(self._read(), "speaking counts")

    async def _read(self) -> None:
        self.show_counts(*await self._bridge.read(read_counts))

    def show_counts(self, asked: int, late: int) -> None:
        text = translate("StatusBar", "승인할 답변 {n}").format(n=fmt.number(asked))
        self.approvals.setText(text)
        self.approvals.setVisible(bool(asked))
        text = translate("StatusBar", "지난 약속 {n}").format(n=fmt.number(late))
        self.promises.setText(text)
        self.promises.setVisible(bool(late))
        self.setVisible(bool(asked or late))

    def _changed(self, changes: Any) -> None:
        if changes.initiator == "other-program" or changes.others & {"approvals", "promises"}:
            self.refresh()
