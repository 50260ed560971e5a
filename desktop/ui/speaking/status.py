"""The buttons of the status line: answers that wait for approval, those that came back to whoever wrote them,
and promises whose day has passed."""

from __future__ import annotations

from collections.abc import Sequence
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


def read_counts(user: str) -> tuple[int, int, list[int]]:
    """(answers that wait, promises that are late, posts whose answer came back to ``user``); for a reader
    thread."""
    return approvals.count_asked(), ledger.counts()["late"], approvals.returned_to(user)


class SpeakingStatus(QWidget):
    """Hides what is nothing. Its dialogs open over ``window``."""

    def __init__(self, bridge: Any, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window = window
        self.approvals = Button("", self, kind="status", icon="check-check")
        self.approvals.clicked.connect(self.open_approvals)
        self.returned = Button("", self, kind="status", icon="undo-2")
        self.returned.clicked.connect(self.open_returned)
        self._returned: list[int] = []
        self.promises = Button("", self, kind="status", icon="hand")
        self.promises.clicked.connect(lambda: self.open_promises("late"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.approvals)
        row.addWidget(self.returned)
        row.addWidget(self.promises)
        self.show_counts(0, 0)
        for identity, text, run in (
            ("approvals.open", translate("Speaking", "승인할 답변 보기"), self.open_approvals),
            ("approvals.returned", translate("Speaking", "돌아온 답변 열기"), self.open_returned),
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

    def open_returned(self) -> None:
        """The post whose answer came back first: its line there says why, and takes up the text again."""
        if self._returned:
            self._bridge.open_post.emit(self._returned[0])
        else:
            self._bridge.toast(translate("Speaking", "돌아온 답변이 없습니다"))

    def open_promises(self, shown: str = "open") -> None:
        from desktop.ui.speaking.promises_dialog import PromisesDialog

        PromisesDialog(self._bridge, self._window, shown=shown).open()

    def refresh(self) -> None:
        if self._bridge.store is not None:
            self._bridge.spawn(self._read(), "speaking counts")

    async def _read(self) -> None:
        self.show_counts(*await self._bridge.read(read_counts, self._bridge.user))

    def show_counts(self, asked: int, late: int, returned: Sequence[int] = ()) -> None:
        self._returned = list(returned)
        text = translate("StatusBar", "돌아온 답변 {n}").format(n=fmt.number(len(returned)))
        self.returned.setText(text)
        self.returned.setVisible(bool(returned))
        text = translate("StatusBar", "승인할 답변 {n}").format(n=fmt.number(asked))
        self.approvals.setText(text)
        self.approvals.setVisible(bool(asked))
        text = translate("StatusBar", "지난 약속 {n}").format(n=fmt.number(late))
        self.promises.setText(text)
        self.promises.setVisible(bool(late))
        self.setVisible(bool(asked or late or returned))

    def _changed(self, changes: Any) -> None:
        ended = self._returned and changes.cases
        if ended or changes.initiator == "other-program" or changes.others & {"approvals", "promises"}:
            self.refresh()
