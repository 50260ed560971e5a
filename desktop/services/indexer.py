"""Puts merged posts into the search index, behind the merge and in small pieces.

The queue is in the workspace, so a kill loses nothing. Knows nothing of how the index works.
"""

from __future__ import annotations

import asyncio
import logging

from desktop.models import search
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store
from desktop.services.tasks import Tasks

log = logging.getLogger(__name__)

PIECE = 100
"""Posts a transaction: few enough that a post from a stream never waits long for the writer."""

RETRY_S = 30.0


class Indexer:
    def __init__(self, store: Store, tasks: Tasks) -> None:
        self._store = store
        self._tasks = tasks
        self._kicked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Index what is left from before, then whatever ``kick`` announces."""
        if self._store.read_only or self._task is not None:
            return
        self._kicked.set()
        self._task = self._tasks.spawn("indexer", self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    def kick(self) -> None:
        self._kicked.set()

    async def finish(self) -> None:
        """Index until nothing is left (for the command line). Raises WorkspaceError."""
        while await self._piece():
            pass

    async def _run(self) -> None:
        while True:
            await self._kicked.wait()
            self._kicked.clear()
            try:
                while await self._piece():
                    pass
            except WorkspaceError as error:
                # A full disk: the collector says so; the queue is kept.
                log.warning("indexing waits: %s", error)
                await asyncio.sleep(RETRY_S)
                self._kicked.set()

    async def _piece(self) -> int:
        future = self._store.write(search.index_some, limit=PIECE, initiator="indexer")
        return await asyncio.wrap_future(future)
