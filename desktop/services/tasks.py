"""The one way to start something in the background: tasks are kept, named, logged and cancelled together.

A bare ``asyncio.create_task`` may be collected while it waits and swallows its exception; nothing else in the
program calls it. Knows nothing of what the tasks do.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """Background work of one event loop. ``on_error(name, error)`` hears of a task that failed."""

    def __init__(self, on_error: Callable[[str, BaseException], None] | None = None) -> None:
        self.on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False

    def spawn(self, name: str, coro: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Start ``coro``. After ``aclose`` nothing is started any more: the coroutine is closed unrun."""
        if self._closed:
            coro.close()
            raise RuntimeError(f"task {name!r} was started while the program ends")
        task = asyncio.get_running_loop().create_task(coro, name=name)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        log.error("task %s failed", task.get_name(), exc_info=error)
        if self.on_error is not None:
            self.on_error(task.get_name(), error)

    @property
    def names(self) -> list[str]:
        return sorted(task.get_name() for task in self._running)

    async def aclose(self) -> None:
        """Cancel everything and wait until it has ended."""
        self._closed = True
        while self._running:
            waiting = list(self._running)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
