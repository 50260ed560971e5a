"""Decides whether the first steps are shown, and puts them on the window. It knows no step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.firstrun.page import FirstRun
    from desktop.ui.main_window import MainWindow


async def begin(window: MainWindow) -> None:
    """Show the first steps to somebody who has no channel yet and has not been through them."""
    from desktop.models import channels
    from desktop.ui.quick import opening

    bridge = window.bridge
    await opening.offer(window)
    if bridge.prefs.flag("first_run_done", False) or bridge.store_is_sample():
        return
    if not await bridge.read(channels.list_channels, counts=False):
        show(window)


def show(window: MainWindow) -> FirstRun:
    """Show the first steps now."""
    from desktop.ui.firstrun.page import FirstRun

    page = FirstRun(window.bridge)
    page.finished.connect(lambda: window.drop_page(page))
    window.show_page(page)
    return page
