"""Doing what is often asked for no oftener than it helps: soon, but spaced out where changes pour in
(``Soon``), and one reading at a time (``Reading``)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Soon(QTimer):
    """Calls ``run`` once for all ``ask`` of the same turn, and at most every ``every_ms``.

    At once when nobody has asked for a while, so that a person sees what they did.
    """

    def __init__(self, run: Callable[[], object], every_ms: int, parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self._every_ms = every_ms
        self._since = QElapsedTimer()
        self.timeout.connect(self._since.start)
        self.timeout.connect(run)

    def ask(self) -> None:
        if not self.isActive():
            passed = self._since.elapsed() if self._since.isValid() else self._every_ms
            self.start(max(0, self._every_ms - passed))


class Reading:
    """Reads and shows something in the background, one reading at a time: however often it is asked for
    meanwhile, one more follows, so that what is shown in the end is what was wanted last."""

    def __init__(self, bridge: Any, work: Callable[[], Awaitable[None]], name: str) -> None:
        self._bridge = bridge
        self._work = work
        self._name = name
        self._running = False
        self.again = False
        """Whether another reading follows the one that is under way: it need not show what it has read."""

    def ask(self) -> None:
        """Read once more, and return at once."""
        if self._running:
            self.again = True
            return
        self._running = True
        self._bridge.spawn(self._run(), self._name)

    async def now(self) -> None:
        """Read, and return when it is shown; where a reading is under way, leave one more to that."""
        if self._running:
            self.again = True
            return
        self._running = True
        await self._run()

    async def _run(self) -> None:
        try:
            while True:
                self.again = False
                await self._work()
                if not self.again:
                    return
        finally:
            self._running = False
