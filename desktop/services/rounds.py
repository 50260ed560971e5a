"""One round of one channel: fetch until nothing more is there, store each batch, write down how it went.

Shared by the endless loops of the window and by the single round of the command line. Knows neither when the
next round is nor who is told.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.base import Batch, Capabilities, Malformed
from desktop.models import channels
from desktop.models.merge import Merged, merge_batch
from desktop.models.store import Store, Tx
from desktop.services import messages
from desktop.services.connections import Connections, Opened, row_of

log = logging.getLogger(__name__)

FETCHES_AT_ONCE = 8
FETCH_LIMIT_S = 180.0
MOST_PAGES = 2000
SLOW_S = 20.0

POSTS_AT_ONCE = 1200
"""Channels that wait to be stored share a transaction up to so many posts: their posts of the same days lie
on the same pages, which are then written once. Not more, because somebody's own act waits for it to end."""

INITIATOR = "collector"
"""Initiator of everything that collecting writes."""


@dataclass(slots=True)
class Totals:
    new: int = 0
    edited: int = 0
    deleted: int = 0
    damaged: str = ""
    missing: str = ""
    slow: bool = False
    wish_s: float | None = None
    seconds: float = 0.0

    def add(self, merged: Merged) -> None:
        self.new += merged.new
        self.edited += merged.edited
        self.deleted += merged.deleted


@dataclass(eq=False, slots=True)
class _Brought:
    """What one channel has brought and wants to be stored."""

    channel_id: int
    batches: list[Batch]
    health: str
    detail: str  # why the health is not good, in both languages; "" where its word says all
    merged: list[Merged] | None = None  # once it is stored

    @property
    def posts(self) -> int:
        return sum(len(batch.posts) for batch in self.batches)


class Rounds:
    """What rounds share: the gate that limits fetches, and how batches are stored."""

    def __init__(
        self,
        store: Store,
        connections: Connections,
        *,
        on_stored: Callable[[], None] = lambda: None,
        fetches: int = FETCHES_AT_ONCE,
    ) -> None:
        self.store = store
        self.connections = connections
        self.on_stored = on_stored
        self._fetches = fetches
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._storing = asyncio.Lock()
        self._brought: list[_Brought] = []
        self._catching_up = 0

    def gate(self, network: str) -> asyncio.Semaphore:
        """One for each network: one that hangs keeps nobody of another network waiting."""
        return self._gates.setdefault(network, asyncio.Semaphore(self._fetches))

    async def write(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """The collector replaces this where a full disk is waited for."""
        return await asyncio.wrap_future(self.store.write(work, *args, initiator=INITIATOR, **kwargs))

    async def open(self, channel_id: int) -> tuple[Opened, Capabilities]:
        opened = await self.connections.get(channel_id)
        async with self.gate(opened.network.name):
            async with asyncio.timeout(FETCH_LIMIT_S):
                return opened, await self.connections.capabilities(opened)

    async def catch_up(self, opened: Opened, totals: Totals | None = None) -> Totals:
        """Everything since the stored cursor. Each page is stored at once: a failure keeps what came before.

        Raises ConnectorError, TimeoutError, WorkspaceError.
        """
        self._catching_up += 1
        try:
            return await self._catch_up(opened, totals if totals is not None else Totals())
        finally:
            self._catching_up -= 1

    async def _catch_up(self, opened: Opened, totals: Totals) -> Totals:
        began = time.monotonic()
        channel_id = opened.row.id
        row = await asyncio.wrap_future(self.store.read(row_of, channel_id))
        cursor = row.cursor
        for _ in range(MOST_PAGES):
            async with self.gate(opened.network.name):
                asked = time.monotonic()
                async with asyncio.timeout(FETCH_LIMIT_S):
                    batch = await opened.connector.fetch(cursor)
                totals.slow = time.monotonic() - asked > SLOW_S
            totals.damaged = batch.damaged or totals.damaged
            totals.missing = batch.missing or totals.missing
            totals.wish_s = batch.next_after_s if batch.next_after_s is not None else totals.wish_s
            await self.keep(channel_id, [batch], totals, last=not batch.more)
            if not batch.more:
                break
            if dict(batch.cursor) == dict(cursor):
                raise Malformed("the source promises more and stays where it is", "unreadable")
            cursor = batch.cursor
        totals.seconds = time.monotonic() - began
        return totals

    async def keep(
        self, channel_id: int, batches: Sequence[Batch], totals: Totals, *, last: bool = False
    ) -> None:
        """Store batches in one transaction; with ``last`` also that the channel is well."""
        health = detail = ""
        if last:
            health = "partial" if totals.missing else "slow" if totals.slow else "ok"
            detail = totals.missing
            if totals.damaged:
                log.warning("channel %s is damaged: %s", channel_id, totals.damaged)
                health, detail = "damaged", totals.damaged if messages.is_bilingual(totals.damaged) else ""
        for one in await self._stored(_Brought(channel_id, list(batches), health, detail)):
            totals.add(one)
        if any(batch.posts for batch in batches):
            self.on_stored()

    async def _stored(self, mine: _Brought) -> list[Merged]:
        """Store it, together with what others have brought while something was being stored."""
        self._brought.append(mine)
        try:
            async with self._storing:
                if mine.merged is None:
                    await self._store_first()
        finally:
            if mine in self._brought:  # it failed or is not wanted any more
                self._brought.remove(mine)
        assert mine.merged is not None
        return mine.merged

    async def _store_first(self) -> None:
        """Store what has waited longest, and with it what else may share its transaction."""
        group, posts = self._brought[:1], self._brought[0].posts
        for one in self._brought[1:]:
            posts += one.posts
            if posts > POSTS_AT_ONCE:
                break
            group.append(one)
        try:
            merged = await self.write(_store_all, group, self._catching_up > len(group))
        except Exception:
            if len(group) == 1:
                raise
            group = group[:1]  # perhaps it is another's fault
            merged = await self.write(_store_all, group, True)
        for one, what in zip(group, merged, strict=True):
            one.merged = what
            self._brought.remove(one)


def _store_all(tx: Tx, group: Sequence[_Brought], more: bool) -> list[list[Merged]]:
    tx.changes.more = more
    return [_store_batches(tx, one.channel_id, one.batches, one.health, one.detail) for one in group]


def _store_batches(tx: Tx, channel_id: int, batches: list[Batch], health: str, detail: str) -> list[Merged]:
    merged = [merge_batch(tx, channel_id, batch) for batch in batches]
    if health:
        channels.record_success(tx, channel_id, health=health, detail=detail)
    return merged
