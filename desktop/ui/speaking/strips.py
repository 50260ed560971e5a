"""Lines about a case in the detail pane: who writes now, what waits for approval, what was promised."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.speaking import approvals, leases, ledger
from desktop.ui import fmt
from desktop.ui.commands import Command
from desktop.ui.detail.strips import LineStrip
from desktop.ui.detail.words import voice_word
from desktop.ui.speaking import sending, words

translate = QCoreApplication.translate


class LeaseStrip(LineStrip):
    """김주무관 작성 중 · 14:20부터 [이어받기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.take = self.add(translate("Speaking", "이어받기"))
        self.take.setToolTip(translate("Speaking", "이어받으면 처리 기록에 남습니다"))
        self.take.clicked.connect(lambda: self.take_over())
        self._lease: Any = None
        self._ends = QTimer(self, singleShot=True)
        self._ends.timeout.connect(self.hide)

    @staticmethod
    def read(case_id: int) -> Any:
        return leases.holder(case_id, int(time.time() * 1000))

    def show_case(self, loaded: Any, value: Any) -> None:
        self._lease = value
        if (value.user, value.place) == (self.bridge.user, self.bridge.place):
            self.hide()
            return
        self.say(words.writer_sentence(value, self.bridge.user), "warning")
        self.take.setVisible(self.bridge.may("reply.write"))
        self._ends.start(max(value.until_ms - int(time.time() * 1000), 0) + 200)
        self.show()

    def take_over(self) -> None:
        """Go on in this window; the other one hears of it."""
        if self._lease is not None and self.isVisible():
            self.bridge.spawn(self._take_over(self._lease), "take over")

    async def _take_over(self, lease: Any) -> None:
        await self.bridge.write(leases.claim, lease.case_id, self.bridge.place, take_over=True)
        said = translate("Speaking", "{name} 님이 쓰던 답변을 이어받았습니다").format(name=lease.user)
        self.bridge.toast(said)

    def commands(self) -> Sequence[Command]:
        return (
            Command(
                "reply.take_over", translate("Speaking", "답변 작성 이어받기"), self.take_over,
                group="answer", enabled=lambda: not self.isHidden(),
            ),
        )  # fmt: skip


class ApprovalStrip(LineStrip):
    """시장 명의 답변이 승인을 기다립니다 · 비서 14:20 [답변 보기] [거두기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._row: Any = None
        self.look = self.add(translate("Speaking", "답변 보기"))
        self.look.clicked.connect(self._look)
        self.again = self.add(translate("Speaking", "다시 요청하기"))
        self.again.clicked.connect(lambda: bridge.spawn(self._again()))
        self.rewrite = self.add(translate("Speaking", "고쳐 쓰기"))
        self.rewrite.clicked.connect(self._rewrite)
        self.withdraw = self.add(translate("Speaking", "요청 거두기"))
        self.withdraw.clicked.connect(lambda: bridge.spawn(sending.withdraw(bridge, self._row)))

    @staticmethod
    def read(case_id: int) -> Any:
        return approvals.of_case(case_id)

    def show_case(self, loaded: Any, value: Any) -> None:
        self._row = value
        mine = value.asked_by == self.bridge.user
        voice, when = voice_word(value.voice), fmt.short(value.decided_ms or value.asked_ms)
        if value.state == "asked":
            text = translate("Speaking", "{voice} 명의 답변이 승인을 기다립니다 · {name} {time}")
        elif value.state == "sent-back":
            text = translate("Speaking", "고쳐 달라고 돌아왔습니다 · {who} {time} · {comment}")
        else:
            text = translate("Speaking", "대화가 바뀌어 승인 요청이 멈췄습니다 · {name} {time}")
        said = text.format(
            voice=voice, name=value.asked_by, who=value.decided_by, time=when, comment=value.comment
        )
        self.say(said, "" if value.state == "asked" else "warning")
        asked = value.state == "asked"
        self.look.setVisible(asked)
        self.withdraw.setVisible(asked and mine)
        self.again.setVisible(value.state == "stale")
        self.rewrite.setVisible(not asked)
        self.show()

    def _look(self) -> None:
        from desktop.ui.speaking.approvals_dialog import ApprovalsDialog

        ApprovalsDialog(self.bridge, self.window(), chosen=self._row.id).open()

    def _rewrite(self) -> None:
        """Its text into the empty editor of its post."""
        self.bridge.offered.emit(self._row.post_id, self._row.text)

    async def _again(self) -> None:
        _, step = await self.bridge.write(approvals.ask_again, self._row.id)
        self.bridge.did(translate("Speaking", "승인을 다시 요청했습니다"), step)


class PromiseStrip(LineStrip):
    """약속 2건 · 2026. 12. 31.(목) 보도를 정비하겠습니다 · 도로관리과 [지켰음] [약속 보기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._rows: Sequence[Any] = ()
        self.keep = self.add(translate("Speaking", "지켰다고 적기"))
        self.keep.clicked.connect(lambda: bridge.spawn(self._keep()))
        self.look = self.add(translate("Speaking", "약속 보기"))
        self.look.clicked.connect(self._look)

    @staticmethod
    def read(case_id: int) -> Any:
        return ledger.of_case(case_id) or None

    def show_case(self, loaded: Any, value: Any) -> None:
        self._rows = value
        first = value[0]
        late = first.late(today_in_seoul())
        parts = [
            translate("Speaking", "약속 {n}건").format(n=len(value)),
            words.day(first.due) + (f" {translate('Speaking', '지남')}" if late else ""),
            first.text,
            loaded.names.get(first.owner, first.owner),
        ]
        self.say(" · ".join(part for part in parts if part), "danger" if late else "")
        self.keep.setVisible(len(value) == 1 and self.bridge.may("promise.close"))
        self.show()

    async def _keep(self) -> None:
        _, step = await self.bridge.write(ledger.close, self._rows[0].id, ledger.KEPT)
        self.bridge.did(translate("Speaking", "약속을 지켰다고 적었습니다"), step)

    def _look(self) -> None:
        from desktop.ui.speaking.promises_dialog import PromisesDialog

        PromisesDialog(self.bridge, self.window(), case_id=self._rows[0].case_id).open()
