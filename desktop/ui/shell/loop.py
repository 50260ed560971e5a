"""The event loop of the window: qasync, with one timer of Qt's for all that is to run soon.

qasync starts and ends a timer of its own for every callback of every task. While posts pour in that is the
largest part of what the window's thread does. Here callbacks wait in a line, as in asyncio's own loop, and
are run in turns that are short enough for the window to paint between them.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimerEvent

TURN_S = 0.004
"""A turn ends after this long, whatever still waits: input and painting come first then."""

STEPS = 3
"""What callbacks add runs in the same turn, so far: the answer of a database is asked for at once."""


class _Turns(QObject):
    """Runs handles in their order, in as many turns of Qt's loop as they need.

    The first turn after a key or an answer comes before the next paint, so that what it begins is on its way
    to the database while the window paints; what is left then waits until input and painting have theirs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[asyncio.Handle] = deque()
        self._called = False  # an event or the timer is going to run what waits
        self._timer = 0

    def add(self, handle: asyncio.Handle) -> None:
        self._waiting.append(handle)
        if not self._called:
            self._called = True
            priority = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), priority)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._turn()
            return True
        return super().event(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(self._timer)
        self._turn()

    def _turn(self) -> None:
        ends = time.perf_counter() + TURN_S
        for _ in range(STEPS):
            if not self._step(ends):
                break
        self._called = bool(self._waiting)
        if self._called:
            self._timer = self.startTimer(0)

    def _step(self, ends: float) -> bool:
        """Run what waits now; whether there is time for what that has added. It belongs to the next step, as
        in asyncio: else two callbacks could play ball for ever."""
        for _ in range(len(self._waiting)):
            handle = self._waiting.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 (a loop is what runs them)
            if time.perf_counter() > ends:
                return False
        return bool(self._waiting)


class EventLoop(qasync.QEventLoop):  # type: ignore[misc]
    def __init__(self, app: Any) -> None:
        self._turns = _Turns()
        super().__init__(app)

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self._turns.add(handle)
        return handle
