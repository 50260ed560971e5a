"""Before the window closes: answers that wait in the undo window are named, and the person decides."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from desktop.ui import fmt

if TYPE_CHECKING:
    from desktop.models.outbox import OutboxRow
    from desktop.ui.bridge import Bridge
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


SEND_S = 15
"""How long the window stays to see its last answers out."""


def _waiting(now_ms: int, user: str) -> list[OutboxRow]:
    """Somebody's answers whose time to take them back has not passed (for a reader thread)."""
    from desktop.models import outbox

    return [
        row
        for row in outbox.unfinished()
        if row.actor == user and row.state == "waiting" and row.attempts == 0 and row.send_after_ms > now_ms
    ]


async def may_leave(window: MainWindow) -> bool:
    """True when the window may close now; what waits has been handled as the person wished."""
    bridge = window.bridge
    if bridge.services is None or bridge.store is None or bridge.store.sample:
        return True
    rows = await bridge.read(_waiting, fmt.now_ms(), bridge.user)
    if not rows:
        return True
    choice = await _ask(window, len(rows))
    if choice == "send":
        for row in rows:
            await bridge.services.sender.retry(row.id)
        await _until_out(bridge, [row.id for row in rows])
    elif choice == "keep":
        await _keep(bridge, rows)
    return choice != "stay"


async def _until_out(bridge: Bridge, ids: list[int]) -> None:
    """Wait for the answers to leave; what is slower stays in the outbox and goes out at the next start."""
    from desktop.models import outbox

    moved = asyncio.Event()
    bridge.changed.connect(lambda changes: moved.set())
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SEND_S):
            while True:
                moved.clear()
                rows = await bridge.read(outbox.unfinished)
                if not any(row.id in ids and row.state in ("waiting", "sending") for row in rows):
                    return
                await moved.wait()


async def _keep(bridge: Bridge, rows: list[OutboxRow]) -> None:
    """Take the answers back and keep their texts as drafts; what was just sent stays sent."""
    from desktop.models import drafts

    services = bridge.services
    assert services is not None
    for row in rows:
        if await services.sender.cancel(row.id) and row.text:
            await bridge.write(drafts.save_draft, row.post_id, "reply", bridge.user, row.text, row.channel_id)


async def _ask(window: MainWindow, count: int) -> str:
    # exec() inside a coroutine would lose other tasks; open() and a future do not.
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Leaving", "보낼 답변이 있습니다"))
    box.setText(translate("Leaving", "답변 {count}건이 아직 나가지 않았습니다.").format(count=count))
    box.setInformativeText(translate("Leaving", "임시 저장하면 다음에 이어서 쓸 수 있습니다."))
    role = QMessageBox.ButtonRole
    buttons: dict[Any, str] = {
        box.addButton(translate("Leaving", "지금 보내고 닫기"), role.AcceptRole): "send",
        box.addButton(translate("Leaving", "보내지 않고 임시 저장하기"), role.DestructiveRole): "keep",
        box.addButton(translate("Leaving", "계속 작업하기"), role.RejectRole): "stay",
    }
    chosen: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def finished(_: int) -> None:
        if not chosen.done():
            clicked = box.clickedButton()
            chosen.set_result(next((word for button, word in buttons.items() if button is clicked), "stay"))

    box.finished.connect(finished)
    box.open()
    try:
        return await chosen
    finally:
        box.deleteLater()
