"""Long work on the log in the background: proving it and taking it out, with progress and a way to stop.

It owns the card that shows how far the work is; what is found is told as one sentence that stays.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import log_chain
from desktop.models.log import LogFilter
from desktop.ui import fmt, i18n
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.states import BusyCard

translate = QCoreApplication.translate


class LogWork(QWidget):
    """A place that is empty until something runs. ``finished`` when nothing runs any more."""

    finished = Signal()

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._stopped = False
        self._card: BusyCard | None = None
        self.verdict = label("", "name", self, wrap=True)
        self.verdict.hide()
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.verdict)
        self.hide()

    def running(self) -> bool:
        return self._card is not None

    def stop(self) -> None:
        """Stop what runs; nothing half-done is left."""
        self._stopped = True

    # --- proving -----------------------------------------------------------------------------------------

    def verify(self) -> None:
        if not self.running():
            self._begin(translate("Log", "기록을 확인하고 있습니다"))
            self._bridge.spawn(self._guarded(self._verify()), "verify the log")

    async def _verify(self) -> None:
        total = await self._bridge.read(log_chain.count)
        so_far = log_chain.Piece()
        while not so_far.done and not self._stopped:
            so_far = await self._bridge.read(log_chain.verify_piece, so_far)
            self._progress(so_far.count, total)
        if self._stopped:
            return
        found = log_chain.verdict(so_far)
        if found.broken_at is None:
            text = translate("Log", "기록 {count}줄이 쓴 그대로입니다. 끝값: {head}").format(
                count=fmt.number(found.count), head=found.head
            )
            self._say(text, "good")
            return
        text = translate(
            "Log",
            "{number}번 기록이 쓴 그대로가 아닙니다. 그 앞 {count}줄은 그대로입니다."
            " 파일을 따로 보관하고 관리자에게 알려 주세요.",
        ).format(number=fmt.number(found.broken_at), count=fmt.number(found.count))
        self._say(text, "danger")

    # --- taking out --------------------------------------------------------------------------------------

    def export(self, path: str, wanted: LogFilter, *, unmasked: bool) -> None:
        if not self.running():
            self._begin(translate("Log", "기록을 내보내고 있습니다"))
            self._bridge.spawn(self._guarded(self._export(path, wanted, unmasked)), "export the log")

    async def _export(self, path: str, wanted: LogFilter, unmasked: bool) -> None:
        import asyncio

        from desktop.services import log_files

        steps = _Steps()
        steps.went.connect(self._progress)  # queued: the work is in a thread of its own
        work = partial(
            log_files.export,
            self._bridge.store,
            path,
            wanted,
            actor=self._bridge.user,
            unmasked=unmasked,
            lang=i18n.language(),
            progress=steps.went.emit,
            stopped=lambda: self._stopped,
        )
        try:
            done = await asyncio.to_thread(work)
        except log_files.ExportStopped:
            self._say(translate("Log", "내보내기를 그만두었습니다. 파일은 만들지 않았습니다."), "")
            return
        text = translate("Log", "{count}줄을 썼고 세어 보니 같습니다: {file}").format(
            count=fmt.number(done.lines), file=Path(path).name
        )
        self._say(text, "good")
        self._bridge.toast(text, tone="good")

    # --- inside ------------------------------------------------------------------------------------------

    async def _guarded(self, work: Any) -> None:
        try:
            await work
        finally:
            card, self._card = self._card, None
            if card is not None:
                card.hide()
                card.deleteLater()
            self.setVisible(not self.verdict.isHidden())
            self.finished.emit()

    def _begin(self, title: str) -> None:
        self._stopped = False
        self.verdict.hide()
        self._card = BusyCard(title, translate("Log", "그만두기"), self)
        self._card.cancelled.connect(self.stop)
        self._column.addWidget(self._card)
        self.show()

    def _progress(self, done: int, total: int) -> None:
        if self._card is not None:
            text = translate("Log", "{total}줄 가운데 {done}줄")
            self._card.set_progress(
                done, max(total, 1), text.format(total=fmt.number(total), done=fmt.number(done))
            )

    def _say(self, text: str, tone: str) -> None:
        from desktop.ui.widgets.announce import announce
        from desktop.ui.widgets.labels import restyle

        self.verdict.setText(text)
        self.verdict.setProperty("kind", "danger" if tone == "danger" else "name")
        restyle(self.verdict)
        self.verdict.show()
        announce(self, text)


class _Steps(QObject):
    went = Signal(object, object)  # lines done, lines in all
