"""Handing cases to departments as one gesture, from the board and from the detail pane.

What cannot be sent because it went round too often opens the question who owns it; everything else that the
workspace refuses is said in one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.forwarding.words import sent_sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wish:
    """Which cases go where. ``step`` of the move that this belongs to ("": it is a gesture of its own).
    ``rule``: the deadline rule that the cases are taken by from now on ("": as they are)."""

    case_ids: tuple[int, ...]
    lead: str
    name: str
    supporting: tuple[str, ...] = ()
    note: str = ""
    kind: str = ""
    rule: str = ""
    step: str = ""


class HandOver(QObject):
    """``window`` is what dialogs open over."""

    sent = Signal(object)  # the Wish that was stored

    def __init__(self, bridge: Any, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window

    def send(self, case_ids: Sequence[int], lead: str, name: str, step: str = "") -> None:
        """Hand cases over at once."""
        wish = Wish(tuple(dict.fromkeys(case_ids)), lead, name, step=step)
        if wish.case_ids:
            self._bridge.spawn(self._send(wish), "forwarding")

    def more(self, case_ids: Sequence[int], lead: str, step: str = "", text: str = "") -> None:
        """Ask for supporting departments, a note and what it is taken as; ``text`` is what suggests."""
        if case_ids:
            self._bridge.spawn(self._more(tuple(dict.fromkeys(case_ids)), lead, step, text), "forwarding")

    async def _more(self, case_ids: tuple[int, ...], lead: str, step: str, text: str) -> None:
        from desktop.ui.forwarding.send_dialog import SendDialog, load

        loaded = await self._bridge.read(load, case_ids[0], text)
        dialog = SendDialog(self._bridge, loaded, case_ids, lead, step, self._window)
        dialog.wished.connect(self._carry_out)
        dialog.open()

    def _carry_out(self, wish: Wish) -> None:
        self._bridge.spawn(self._send(wish), "forwarding")

    async def _send(self, wish: Wish) -> None:
        from desktop.models.cases import new_step
        from desktop.models.forwarding import TooManyHops

        step = wish.step or new_step()
        try:
            deputy = await self._bridge.write(store_wish, wish, step)
        except TooManyHops as error:
            await self._ask_owner(wish, error)
            return
        self.told(sent_sentence(len(wish.case_ids), wish.name, deputy), step, joined=bool(wish.step))
        self.sent.emit(wish)

    async def _ask_owner(self, wish: Wish, error: Any) -> None:
        from desktop.ui.forwarding.owner_dialog import OwnerDialog, load

        loaded = await self._bridge.read(load, error.case_ids[0], wish.lead)
        dialog = OwnerDialog(self._bridge, loaded, wish, error, self._window)
        dialog.ruled.connect(lambda text, step: self.told(text, step, joined=bool(wish.step)))
        dialog.open()

    def told(self, text: str, step: str, *, joined: bool) -> None:
        """Say that it is stored. What belongs to a gesture that was told already is undone with that."""
        if joined:
            action = translate("Undo", "실행 취소 (Ctrl+Z)")
            self._bridge.toast(text, action, self._bridge.undo.undo)
        else:
            self._bridge.did(text, step)


def likely(text: str) -> tuple[Sequence[Any], frozenset[str]]:
    """The likely departments for a text, and which departments get mail. On a reader thread."""
    from desktop.models import forwarding
    from desktop.models.forwarding_mail import sending

    return forwarding.suggestions(text), sending.by_mail()


def store_wish(tx: Any, wish: Wish, step: str) -> str:
    """Name of the deputy that stands in for the lead department; "" where it is there itself."""
    from desktop.models import departments, forwarding
    from desktop.models.deadlines import clocks

    forwarding.send(tx, wish.case_ids, wish.lead, supporting=wish.supporting, note=wish.note, step=step)
    if wish.rule:
        for case_id in wish.case_ids:
            if clocks.get(case_id) is not None:
                clocks.switch(tx, case_id, wish.kind, rule=wish.rule, step=step)
    code = forwarding.target(wish.lead).code
    return "" if code == wish.lead else departments.index().names.get(code, code)
