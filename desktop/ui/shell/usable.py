"""Waits until the first list of the window is on screen. Only measuring needs it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.bridge import Bridge
    from desktop.ui.main_window import MainWindow


def _nothing() -> None:
    return None


async def first_list_shown(bridge: Bridge, window: MainWindow) -> None:
    """After this the first screen shows its first page: it asked for it before us, in the same queue."""
    screen = window.screen_named(window.current)
    loaded = getattr(screen, "loaded", None)
    if isinstance(loaded, asyncio.Event):
        await loaded.wait()
    else:
        await bridge.read(_nothing)
        await bridge.read(_nothing)
        await asyncio.sleep(0)
    window.repaint()
