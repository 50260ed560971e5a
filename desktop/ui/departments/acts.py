"""What a department does with a case it was sent, from a wish to what is said about it afterwards.

It opens the dialogs and calls models; it paints nothing. The workspace itself asks again who may do what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.models import cases, forwarding
from desktop.models.departments import DepartmentIndex
from desktop.models.store import Tx
from desktop.ui import fmt
from desktop.ui.departments import papers
from desktop.ui.departments.dialogs import ExtendDialog, ReasonDialog
from desktop.ui.departments.words import stage_words

translate = QCoreApplication.translate

RIGHTS = {
    "receive": "forwarding.receive",
    "begin": "forwarding.work",
    "answer": "forwarding.answer",
    "give_back": "forwarding.return",
    "support": "forwarding.support",
    "extend": "forwarding.extend",
}


def receive_all(tx: Tx, forwarding_ids: Sequence[int], step: str) -> None:
    """접수 of several in one step: all of them or none."""
    for forwarding_id in forwarding_ids:
        forwarding.receive(tx, forwarding_id, step=step)


def begin_all(tx: Tx, forwarding_ids: Sequence[int], step: str) -> None:
    for forwarding_id in forwarding_ids:
        forwarding.begin(tx, forwarding_id, step=step)


class InboxActs(QObject):
    """``window`` is the screen that dialogs belong to."""

    def __init__(self, bridge: Any, window: QWidget, pick: Callable[..., None]) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._pick = pick

    def may(self, name: str, row: Any) -> bool:
        """Whether to offer an act on an ``InboxRow``."""
        right = RIGHTS.get(name)
        if right is None:
            return True
        if not self._bridge.may(right, row.forwarding.state) or not row.forwarding.open:
            return False
        if name == "begin":
            return bool(row.forwarding.state != "sent")  # receiving comes first; an answer begins as well
        if name == "extend":
            return bool(row.forwarding.lead and row.clock == "running" and not row.extended)
        return True

    # --- at once --------------------------------------------------------------------------------------

    def receive(self, rows: Sequence[Any]) -> None:
        told = translate("Inbox", "{n}건을 접수했습니다")
        self._at_once(receive_all, [row for row in rows if self.may("receive", row)], told)

    def begin(self, rows: Sequence[Any]) -> None:
        fit = [row for row in rows if self._bridge.may(RIGHTS["begin"], row.forwarding.state)]
        told = translate("Inbox", "{n}건의 처리를 시작했습니다")
        self._at_once(begin_all, [row for row in fit if row.forwarding.open], told)

    def _at_once(self, work: Callable[..., None], rows: Sequence[Any], told: str) -> None:
        if rows:
            ids = [row.forwarding.id for row in rows]
            self._bridge.spawn(self._do(work, ids, told.format(n=fmt.number(len(ids)))), "inbox")

    async def _do(self, work: Callable[..., None], ids: Sequence[int], told: str) -> None:
        step = cases.new_step()
        await self._bridge.write(work, ids, step)
        self._bridge.did(told, step)

    async def hand_in(self, row: Any, stage: str, text: str) -> bool:
        """Hand an answer in; False where it was refused, which has been said: then the text stays."""
        step = cases.new_step()
        try:
            await self._bridge.write(forwarding.answer, row.forwarding.id, text, stage, step=step)
        except Exception as error:
            self._bridge.failed(error)
            return False
        told = translate("Inbox", "{stage}을 올렸습니다. 검토를 기다립니다")
        self._bridge.did(told.format(stage=stage_words(stage)), step)
        return True

    # --- with a question ------------------------------------------------------------------------------

    def give_back(self, row: Any) -> None:
        async def do(reason: str) -> None:
            step = cases.new_step()
            await self._bridge.write(forwarding.give_back, row.forwarding.id, reason, step=step)
            self._bridge.did(translate("Inbox", "재지정을 요청했습니다"), step)

        ReasonDialog(
            self._bridge,
            translate("Inbox", "재지정 요청하기"),
            translate("Inbox", "우리 부서 일이 아닌 까닭을 적으면 분류 담당에게 돌아갑니다."),
            translate("Inbox", "재지정 요청하기"),
            do,
            self._window,
        ).open()

    def extend(self, row: Any) -> None:
        self._bridge.spawn(self._extend(row), "extend")

    async def _extend(self, row: Any) -> None:
        from desktop.models.deadlines import allowed, looking
        from desktop.services import messages
        from desktop.ui import i18n

        now_ms = fmt.now_ms()
        look = await self._bridge.read(looking.look, row.case_id)
        why = "clock-missing" if look is None else allowed.why_no_extension(look.clock, look.rule, now_ms)
        if why:
            self._bridge.toast(messages.sentence(f"workspace:{why}", i18n.language()), tone="warning")
            return

        async def do(reason: str, amount: int) -> None:
            step = cases.new_step()
            await self._bridge.write(forwarding.extend, row.forwarding.id, amount, reason, step=step)
            self._bridge.did(translate("Inbox", "기한을 연장했습니다. 시민에게 알려 주세요"), step)

        ExtendDialog(self._bridge, look, row.case_id, do, self._window).open()

    def support(self, row: Any) -> None:
        self._bridge.spawn(self._ask_support(row), "support")

    async def _ask_support(self, row: Any) -> None:
        from desktop.models import departments

        index = await self._bridge.read(departments.index)
        has = {row.forwarding.department, row.lead, *row.supporting}
        others = DepartmentIndex([one for one in index.by_code.values() if one.code not in has])

        def picked(code: str, name: str) -> None:
            self._bridge.spawn(self._add_support(row, code, name), "support")

        self._pick(others, translate("Inbox", "협조할 부서 고르기"), picked)

    async def _add_support(self, row: Any, code: str, name: str) -> None:
        step = cases.new_step()
        await self._bridge.write(forwarding.add_support, row.forwarding.id, code, step=step)
        told = translate("Inbox", "{name}에 협조를 요청했습니다").format(name=name)
        self._bridge.did(told, step)

    # --- on paper -------------------------------------------------------------------------------------

    def print(self, row: Any) -> None:
        self._bridge.spawn(papers.show(self._bridge, row.forwarding.id), "print")

    def save(self, row: Any) -> None:
        papers.ask_where(self._bridge, row.forwarding.id, self._window)

    def save_unmasked(self, row: Any) -> None:
        """With personal data as it is: noted down in the log."""
        papers.ask_where(self._bridge, row.forwarding.id, self._window, hidden=False)
