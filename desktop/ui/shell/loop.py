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
from PySide6.QtCore import QObject, QTimerEvent

TURN_S = 0.004
"""A turn ends after this long, whatever still waits: input and painting come first then."""


class _Turns(QObject):
    """Runs handles in their order, in as many turns of Qt's loop as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[asyncio.Handle] = deque()
        self._timer = 0

    def add(self, handle: asyncio.Handle) -> None:
        self._waiting.append(handle)
        if not self._timer:
            self._timer = self.startTimer(0)

    def timerEvent(self, event: QTimerEvent) -> None:
        waiting = self._waiting
        ends = time.perf_counter() + TURN_S
        # What these callbacks add belongs to the next turn, as in asyncio: else two of them could play
        # ball for ever.
        for _ in range(len(waiting)):
            handle = waiting.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 (a loop is what runs them)
            if time.perf_counter() > ends:
                break
        if not waiting and self._timer:
            self.killTimer(self._timer)
            self._timer = 0


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
