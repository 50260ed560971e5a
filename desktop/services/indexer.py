"""Puts merged posts into the search index, behind the merge and in small pieces.

The queue is in the workspace, so a kill loses nothing. Knows nothing of how the index works.
"""

from __future__ import annotations

import asyncio
import logging

from connectors.base import ConnectorError
from connectors.helper import helper
from desktop.models import search
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store
from desktop.services.tasks import Tasks

log = logging.getLogger(__name__)

PIECE = 300
"""Posts a transaction: few enough that a post from a stream never waits long for the writer, and enough that
the index is not written out for a handful of them (a hundred at a time costs half as much again)."""

SHORT = 20
"""Posts that are cut up here at once: sending them to the helper would take longer."""

CALM_S = 0.05
LONGEST_WAIT_S = 3.0
"""Posts are shown before they are indexed: while merges follow each other, indexing waits, up to this long. A
search looks through what is waiting."""

RETRY_S = 30.0

FLOOD = 1000
"""After so many posts at once there is memory to be given back."""


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
        await self._all()

    async def _run(self) -> None:
        while True:
            await self._kicked.wait()
            self._kicked.clear()
            try:
                await self._calm()
                await self._all()
            except (WorkspaceError, ConnectorError) as error:
                # A full disk: the collector says so; the queue is kept. Or the helper was killed.
                log.warning("indexing waits: %s", error)
                await asyncio.sleep(RETRY_S)
                self._kicked.set()

    async def _calm(self) -> None:
        """Until no merge has come for a moment, or they have been coming for too long."""
        deadline = asyncio.get_running_loop().time() + LONGEST_WAIT_S
        while asyncio.get_running_loop().time() < deadline:
            try:
                async with asyncio.timeout(CALM_S):
                    await self._kicked.wait()
            except TimeoutError:
                return
            self._kicked.clear()

    async def _all(self) -> None:
        """Index until nothing waits. The next piece is cut up while one is stored."""
        piece, steps = await self._prepared(None)
        taken = 0
        while piece.ids:
            taken += len(piece.ids)
            _, (following, its_steps) = await asyncio.gather(
                self._stored(piece, steps), self._prepared(min(piece.ids))
            )
            if not following.ids:  # perhaps newer posts came meanwhile
                following, its_steps = await self._prepared(None)
            piece, steps = following, its_steps
        if taken >= FLOOD:
            from desktop.services.memory import give_back  # with ctypes, which nobody else needs

            await asyncio.wrap_future(self._store.shrink())
            await asyncio.to_thread(give_back)

    async def _prepared(self, below: int | None) -> tuple[search.Piece, search.Steps]:
        piece = await asyncio.wrap_future(self._store.read(search.next_piece, PIECE, below))
        if len(piece.ids) > SHORT:
            return piece, await helper().run(search.steps_of, piece)
        return piece, search.steps_of(piece)

    async def _stored(self, piece: search.Piece, steps: search.Steps) -> None:
        await asyncio.wrap_future(self._store.write(search.take_in, piece, steps, initiator="indexer"))
