"""How an answer leaves the composer: sent, or asked to be approved; and what it says where it is stopped.

Owns the way from a press to the outbox. It must not know how the answer is edited.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from connectors.base import Action
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.gate import Writing
from desktop.models.speaking.threads import Changes, Seen

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """One answer as it stands in the composer when it is to leave."""

    post_id: int
    channel_id: int
    text: str
    stage: str
    private: bool
    seen: Seen
    promises: tuple[Proposed, ...]
    ask: bool  # a second person agrees first

    @property
    def action(self) -> Action:
        return Action.PRIVATE_REPLY if self.private else Action.REPLY


async def carry_out(bridge: Any, wish: Wish) -> None:
    """Put it into the outbox, or ask for approval. Raises what the workspace refuses it with, StaleThread
    among it."""
    if wish.ask:
        from desktop.models.speaking import approvals
        from desktop.services import sendable

        await bridge.read(sendable.prepare, wish.post_id, wish.channel_id, wish.action, wish.text)
        row, _ = await bridge.write(
            approvals.ask, wish.post_id, wish.channel_id, wish.action, wish.text, stage=wish.stage,
            seen=wish.seen, promises=wish.promises,
        )  # fmt: skip
        bridge.toast(
            translate("Composer", "승인을 요청했습니다. 승인하면 바로 보냅니다"),
            translate("Speaking", "요청 거두기"),
            lambda: bridge.spawn(withdraw(bridge, row), "withdraw"),
        )
        return
    await bridge.services.sender.reply(
        wish.post_id, wish.channel_id, wish.text, wish.stage, bridge.prefs.undo_seconds,
        private=wish.private, writing=Writing(wish.seen, bridge.place), promises=wish.promises,
    )  # fmt: skip


async def withdraw(bridge: Any, row: Any) -> None:
    """Take a request back; its text returns to the editor, so that nothing is lost."""
    from desktop.models.speaking import approvals

    await bridge.write(approvals.withdraw, row.id)
    bridge.toast(translate("Speaking", "승인 요청을 거두었습니다"))
    bridge.offered.emit(row.post_id, row.text)


async def tell_changes(composer: Any, bridge: Any, changes: Changes) -> None:
    """Show what happened in the thread; going on sends what was stopped."""
    from desktop.services import speaking
    from desktop.ui.speaking.what_changed import WhatChanged

    post_id = composer.post_id
    told = await bridge.read(speaking.told, changes)
    if composer.post_id != post_id or not composer.isVisible():
        return
    name = translate("Composer", "그래도 보내기")
    dialog = WhatChanged(bridge, told, name, composer.window())
    dialog.go_on.connect(composer.send)
    dialog.rejected.connect(composer.focus_editor)
    dialog.open()


def block_word(guard: Any) -> str:
    """What of safe speaking stands in the way of a send, as a sentence; "" where nothing does."""
    if guard.standing == "no":
        return translate(
            "Composer",
            "이 명의로는 쓸 수 없습니다. 다른 계정을 고르거나 이 명의를 쓰는 사람에게 맡겨 주세요.",
        )
    other = guard.other_writer()
    if other is not None:
        return translate(
            "Composer", "{name} 님이 작성하고 있습니다. 위에서 이어받으면 보낼 수 있습니다."
        ).format(name=other.user)
    stops = guard.stops()
    if stops:
        return translate("Composer", "보내면 안 되는 곳이 {n}군데 있습니다. 고치면 보낼 수 있습니다.").format(
            n=len(stops)
        )
    return ""
