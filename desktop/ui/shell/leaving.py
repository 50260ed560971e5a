"""Before the window closes: answers that wait in the undo window are named, and the person decides."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from desktop.ui import fmt

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


def _waiting(now_ms: int) -> list[int]:
    """Ids of answers whose time to take them back has not passed (for a reader thread)."""
    from desktop.models import outbox

    return list(outbox.in_undo_window(now_ms))


async def may_leave(window: MainWindow) -> bool:
    """True when the window may close now; what waits has been handled as the person wished."""
    bridge = window.bridge
    if bridge.services is None or bridge.store is None or bridge.store.sample:
        return True
    ids = await bridge.read(_waiting, fmt.now_ms())
    if not ids:
        return True
    choice = await _ask(window, len(ids))
    if choice == "send":
        for outbox_id in ids:
            await bridge.services.sender.send_now(outbox_id)
    elif choice == "keep":
        for outbox_id in ids:
            await bridge.services.sender.cancel(outbox_id)
    return choice != "stay"


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
