"""Opens the quick board over the window, and offers it at the start to those it is made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate

FOR = ("mayor", "spokesperson")


def open_quick(window: MainWindow) -> Any:
    """Show it; there is one for each window, made when it is first wanted."""
    from desktop.ui.quick.page import QuickPage

    page = window.findChild(QuickPage)
    if page is None:
        page = QuickPage(window.bridge)
        page.closed.connect(lambda: window.show_screen(window.state()[0] or "board"))
    window.show_page(page, translate("Quick", "빠른 답변"))
    page.begin()
    return page


async def offer(window: MainWindow) -> None:
    """Tell the mayor and the spokesperson how many opinions wait for them."""
    from desktop.models import permissions, quick

    bridge = window.bridge
    who = await bridge.read(permissions.who_is, bridge.user)
    if (who.role or bridge.prefs.role) not in FOR:
        return
    count = await bridge.read(quick.count)
    if count:
        text = translate("Quick", "답변을 기다리는 의견이 {n}건 있습니다").format(n=fmt.number(count))
        bridge.toast(text, translate("Quick", "빠른 답변 열기 (G Q)"), lambda: open_quick(window))
