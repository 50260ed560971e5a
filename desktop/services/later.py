"""Small facts about channels that may be written a moment later, many in one transaction.

When a channel is asked next, and what it can do: thirty-seven channels would bring a hundred transactions of
one line each, and the posts of all of them would wait behind those. What is lost in a crash is learned again
in the next round.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

from desktop.models.errors import Missing, WorkspaceError
from desktop.models.store import Store, Tx
from desktop.services.tasks import Tasks

log = logging.getLogger(__name__)

PAUSE_S = 0.5
RETRY_S = 10.0

Work = Callable[[Tx, int, Any], None]


class Later:
    """``write(tx, channel_id, value)`` is called with the newest value for each channel."""

    def __init__(self, store: Store, tasks: Tasks, *, initiator: str) -> None:
        self._store = store
        self._tasks = tasks
        self._initiator = initiator
        self._waiting: dict[tuple[Work, int], Any] = {}
        self._task: asyncio.Task[Any] | None = None

    def put(self, write: Work, channel_id: int, value: Any) -> None:
        self._waiting[write, channel_id] = value
        if self._task is None or self._task.done():
            self._task = self._tasks.spawn("later", self._run())

    def drop(self, write: Work, channel_id: int) -> None:
        """Something newer is being written: forget what waits."""
        self._waiting.pop((write, channel_id), None)

    async def flush(self) -> None:
        """Write all that waits now; what cannot be written is logged and goes on waiting."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        try:
            await asyncio.wrap_future(self._store.write(_write_all, waiting, initiator=self._initiator))
        except WorkspaceError as error:
            log.warning("notes about %d channels wait: %s", len(waiting), error)
            self._waiting = waiting | self._waiting

    async def _run(self) -> None:
        await asyncio.sleep(PAUSE_S)
        await self.flush()
        while self._waiting:
            await asyncio.sleep(RETRY_S)
            await self.flush()


def _write_all(tx: Tx, waiting: dict[tuple[Work, int], Any]) -> None:
    for (write, channel_id), value in waiting.items():
        with contextlib.suppress(Missing):  # the channel was removed meanwhile
            write(tx, channel_id, value)
