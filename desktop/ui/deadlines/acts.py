"""What can be done with the clocks of cases, for lists and the detail pane alike: each act with its key.

It opens the dialogs and knows neither the lists nor the pane; ``chosen`` says which cases are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.models import cases
from desktop.ui import fmt
from desktop.ui.commands import Command

translate = QCoreApplication.translate

MENU = ("clock.why", "clock.kind", "clock.pause", "clock.extend", "clock.notice")
"""In the order of the menus."""


class ClockActs(QObject):
    """``chosen`` gives (case, post) of what is chosen; unsorted cases are not due and left out by it."""

    def __init__(self, bridge: Any, owner: QWidget, chosen: Callable[[], Sequence[tuple[int, int]]]) -> None:
        super().__init__(owner)
        self._bridge = bridge
        self._owner = owner
        self._chosen = chosen
        self.dialog: Any = None  # the last one that was opened

    def commands(self) -> list[Command]:
        rows: list[tuple[str, str, Callable[[], object], str, bool]] = [
            ("clock.why", translate("DueActs", "기한의 까닭 보기"), self.why, "circle-help", False),
            ("clock.kind", translate("DueActs", "처리 종류 바꾸기"), self.change_kind, "tag", True),
            (
                "clock.pause",
                translate("DueActs", "보완 요청(정지)·다시 시작"),
                self.pause,
                "circle-pause",
                True,
            ),
            ("clock.extend", translate("DueActs", "기한 연장"), self.extend, "calendar", True),
            (
                "clock.notice",
                translate("DueActs", "처리 상황 안내 쓰기"),
                self.write_notice,
                "pen-line",
                False,
            ),
        ]
        return [
            Command(name, text, run, icon=icon, group="sort", enabled=self._may if changes else self._any)
            for name, text, run, icon, changes in rows
        ]

    def _any(self) -> bool:
        return bool(self._chosen())

    def _may(self) -> bool:
        return self._bridge.may("case.clock") and self._any()

    def _ids(self) -> list[int]:
        return list(dict.fromkeys(case for case, _ in self._chosen()))

    # --- the acts -----------------------------------------------------------------------------------------

    def why(self) -> None:
        from desktop.ui.deadlines.dialogs import WhyDialog

        ids = self._ids()
        if ids:
            self._open(WhyDialog(self._bridge, self._owner.window(), ids[0]))

    def change_kind(self) -> None:
        from desktop.ui.deadlines.dialogs import KindDialog

        ids = self._ids()
        if ids:
            self._open(KindDialog(self._bridge, self._owner.window(), ids))

    def pause(self) -> None:
        """Pause what runs; what waits for a supplement goes on."""
        ids = self._ids()
        if ids:
            self._bridge.spawn(self._pause(ids))

    async def _pause(self, ids: list[int]) -> None:
        from desktop.models.deadlines import clocks
        from desktop.ui.deadlines.dialogs import PauseDialog, resume_all

        found = await self._bridge.read(clocks.of_cases, ids)
        waiting = [case for case in ids if case in found and found[case].state == clocks.PAUSED]
        if not waiting:
            self._open(PauseDialog(self._bridge, self._owner.window(), ids))
            return
        step = cases.new_step()
        await self._bridge.write(resume_all, waiting, step)
        text = translate("DueActs", "{count}건의 기한이 다시 갑니다")
        self._bridge.did(text.format(count=fmt.number(len(waiting))), step)

    def extend(self) -> None:
        from desktop.ui.deadlines.dialogs import ExtendDialog

        ids = self._ids()
        if ids:
            self._open(ExtendDialog(self._bridge, self._owner.window(), ids))

    def write_notice(self) -> None:
        """Open the answer with the words of an interim notice, to be read and sent by a person."""
        chosen = self._chosen()
        if chosen:
            self._bridge.spawn(self._write_notice(*chosen[0]))

    async def _write_notice(self, case_id: int, post_id: int) -> None:
        from desktop.models.deadlines import notice

        text = await self._bridge.read(notice.draft, case_id)
        self._bridge.compose.emit(post_id, notice.NOTICE)
        self._bridge.offered.emit(post_id, text)

    def _open(self, dialog: Any) -> None:
        self.dialog = dialog
        dialog.open()
