"""One screen on a large workspace, painted in memory: how long a press takes until what it brings is painted.

Used in a process of its own (``children.run``).
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.models.store import Store

SIZE = 1280, 760
TURN_S = 0.001
"""Between two looks: a busy loop would keep the reader thread waiting."""


class Stage:
    """``screen`` is what is measured, as soon as ``opened`` has made it."""

    def __init__(self, path: str) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.ui.bridge import Bridge
        from desktop.ui.settings.prefs import Prefs
        from desktop.ui.theme.style import theme

        self.app = QApplication.instance() or QApplication(sys.argv)
        theme().apply("light", 100, "normal")
        self.store = Store.open(path)
        self.bridge = Bridge(Prefs(Path(path).parent))
        self.bridge.set_store(self.store)
        self.screen: Any = None

    async def opened(self, make: Callable[[Any], Any], done: Callable[[Any], Any]) -> float:
        """Milliseconds from making the screen until ``done(screen)`` holds and it is painted."""

        def show() -> None:
            self.screen = make(self.bridge)
            self.screen.resize(*SIZE)
            self.screen.show()
            self.screen.activate()

        return await self.timed(show, lambda: done(self.screen))

    async def timed(self, press: Callable[[], object], done: Callable[[], Any]) -> float:
        """Milliseconds from the press until ``done()`` holds and it is painted; it waits for the rest too."""
        began = time.perf_counter()
        press()
        await self.until(done)
        self.screen.repaint()
        took = (time.perf_counter() - began) * 1000
        await self.settled()
        return took

    async def listed(self, press: Callable[[], object], model: Any) -> float:
        """The same until the list has been filled anew."""
        resets: list[int] = []
        noted = model.modelReset.connect(lambda: resets.append(1))
        took = await self.timed(press, lambda: resets)
        model.disconnect(noted)
        return took

    async def until(self, done: Callable[[], Any]) -> None:
        while not done():
            self.app.processEvents()
            await asyncio.sleep(TURN_S)

    async def settled(self) -> None:
        """Nothing is on its way any more."""
        await self.until(lambda: not self.bridge._tasks)  # noqa: SLF001 (what is still on its way)

    async def aclose(self) -> None:
        await self.bridge.aclose()
        self.store.close()


def page_ms(path: Path, sql: str, *parameters: Any) -> float:
    """The floor: the same page with bare sqlite3."""
    connection = sqlite3.connect(path)
    began = time.perf_counter()
    connection.execute(sql, parameters).fetchall()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    return took
