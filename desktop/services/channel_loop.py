"""The endless life of one channel: stream or poll, fail alone, wait alone, recover alone.

Owns when its channel is asked. What a failure means is in ``verdict.py``, how long to wait in ``pace.py``,
the round itself in ``rounds.py``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from connectors.base import AuthExpired, Batch, ConnectorError, RateLimited, Unreachable
from desktop.models import accounts, channels
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.store import Tx
from desktop.services import pace
from desktop.services.connections import Opened, row_of
from desktop.services.rounds import Totals
from desktop.services.vault import VaultError
from desktop.services.verdict import Verdict, judge

if TYPE_CHECKING:
    from desktop.services.collector import Collector

log = logging.getLogger(__name__)

OPEN_LIMIT_S = 60.0
CATCH_UP_EVERY_S = 400.0
"""A stream that is connected is still checked by a fetch this often (mastodon.md 6: every 5 to 10 min)."""

MOST_BUFFERED = 20_000


class StreamBroke(Exception):
    """The live line could not be opened or broke; says nothing about whether the channel is well."""


class ChannelLoop:
    """``signature``: of the channel as it was when the loop began; the collector begins a new loop when it
    changes. ``edited``: somebody has just changed the channel, so what it waited for may be over."""

    def __init__(
        self, collector: Collector, row: channels.ChannelRow, signature: str, *, edited: bool = False
    ) -> None:
        self.collector = collector
        self.rounds = collector.rounds
        self.channel_id = row.id
        self.name = row.name
        self.network = row.network
        self.signature = signature
        self.live = False  # a stream is open and its gap has been filled
        self.line_failed = False
        self.vault_failed = False  # waits for somebody to open the keyring
        self.task: asyncio.Task[Any] | None = None
        self._row = row
        self._edited = edited
        self._failures = row.failures
        self._quiet = 0
        self._breaks = 0
        self._holding = False  # until a sign-in, an edit or somebody's wish
        self._limited_until = 0.0
        self._wake = asyncio.Event()
        self._asked = False  # somebody wants a round now
        self._reopen = False

    # --- what the collector calls

    def kick(self, *, reopen: bool = False, wish: bool = False) -> None:
        """Ask the channel now. ``reopen``: a stream is opened anew (after sleep). ``wish``: a person asked,
        so a channel that waits for a sign-in is tried too; a rate limit is obeyed in any case."""
        if self._holding and not wish:
            return
        self._asked = True
        self._reopen = self._reopen or reopen
        self._wake.set()

    @property
    def held(self) -> bool:
        """It waits for a sign-in, the keyring, a person or a limit, and says nothing about the line."""
        return self._holding or self.vault_failed or self._limited_until > self._now()

    def shorten(self) -> None:
        """The line is back: do not wait out a pause that was made for its absence."""
        if self.line_failed:
            self.kick()

    async def run(self) -> None:
        if await self._waits_from_before():
            await self._sleep(None)
        while True:
            pause = await self._once()
            await self._sleep(pause)

    # --- one turn

    async def _waits_from_before(self) -> bool:
        """After a restart: a channel that waited for a sign-in or has ended is not asked again by itself."""
        row = self._row
        if row.account_state == "expired":
            self._holding = True
            if row.health != "auth":
                await self.rounds.write(write_failure, row.id, Verdict("auth", "auth", None), None)
            return True
        if not self._edited and waits_for_staff(row):
            self._holding = True
            return True
        if row.health == "limited" and row.limited_until_ms:
            left = row.limited_until_ms / 1000 - self.collector.clock()
            self._limited_until = self._now() + left
            if left > 0:
                await self._sleep(left)
        return False

    async def _once(self) -> float | None:
        """Ask the channel once (for a stream: until it breaks); returns seconds to wait, None: for ever."""
        self._asked = self._reopen = False
        self._wake.clear()
        totals = Totals()
        try:
            opened, can = await self.rounds.open(self.channel_id)
            if can.stream:
                await self._stream(opened)
                return 0.0
            await self.rounds.catch_up(opened, totals)
            return self._went_well(opened, totals)
        except StreamBroke as broke:
            self._breaks += 1
            log.info("channel %s: live line broke: %s", self.channel_id, broke)
            return pace.reconnect_after(self._breaks, self.collector.random)
        except Missing:
            self._holding = True  # removed meanwhile; the collector ends this loop
            return None
        except (ConnectorError, TimeoutError) as error:
            return await self._failed(error)
        except asyncio.CancelledError:
            raise
        except WorkspaceError as error:
            log.warning("channel %s: the workspace cannot be read: %s", self.channel_id, error)
            return 10.0
        except Exception as error:
            if not hasattr(error, "code"):
                log.exception("channel %s: a fault in the program", self.channel_id)
            return await self._failed(error)

    def _went_well(self, opened: Opened, totals: Totals) -> float:
        if self._failures:
            self.collector.came_back(self)
        self._failures = 0
        self._holding = False
        self.line_failed = False
        self.vault_failed = False
        self._quiet = 0 if totals.new or totals.edited else self._quiet + 1
        self.collector.went_well(self)
        self.collector.report(self, totals)
        wish = opened.row.options.get("interval_s")
        base = pace.base_interval(wish, opened.network.default_interval_s, opened.network.min_interval_s)
        pause = pace.next_interval(base, self._quiet, totals.wish_s, fixed=wish is not None)
        pause = pace.jitter(pause, self.collector.random)
        due_ms = self.collector.now_ms() + int(pause * 1000)
        self.collector.later.put(_write_next_due, self.channel_id, due_ms)
        return pause

    async def _failed(self, error: BaseException) -> float | None:
        self._failures += 1
        now_ms = self.collector.now_ms()
        signed_in = self._row.account_id is not None
        verdict = judge(error, self._failures, now_ms, self.collector.random, signed_in=signed_in)
        log.warning("channel %s (%s): %s: %s", self.channel_id, self.name, verdict.health, error)
        self._holding = verdict.pause_s is None
        self.line_failed = verdict.line
        self.vault_failed = isinstance(error, VaultError)
        if isinstance(error, VaultError):
            self.collector.status.set("vault", error.code)
        pause = verdict.pause_s
        if verdict.line and pause is not None and self.collector.went_badly(self):
            pause = min(pause, 60.0)
        if isinstance(error, RateLimited) and pause is not None:
            self._limited_until = self._now() + pause
        next_due_ms = None if pause is None else now_ms + int(pause * 1000)
        self.collector.later.drop(_write_next_due, self.channel_id)
        if verdict.health == "auth":
            await self.rounds.connections.forget(self.channel_id)
        try:
            await self.rounds.write(write_failure, self.channel_id, verdict, next_due_ms)
        except WorkspaceError as lost:
            log.warning("channel %s: its failure was not written down: %s", self.channel_id, lost)
        self.collector.report(self, Totals(), verdict.detail, verdict.until_ms)
        if verdict.detail == "auth":
            self.collector.account_expired()
        return pause

    # --- streams

    async def _stream(self, opened: Opened) -> None:
        """Open the line, fill the gap, then store what comes until it breaks. Raises StreamBroke or what the
        catching up raises."""
        stream = opened.connector.stream()
        try:
            try:
                async with asyncio.timeout(OPEN_LIMIT_S):
                    await anext(stream)
            except (AuthExpired, RateLimited):
                raise
            except (ConnectorError, TimeoutError, StopAsyncIteration) as error:
                # Some offices' proxies let no stream through: then the channel is polled while it is retried.
                await self._poll_if_due(opened)
                raise StreamBroke(f"not opened: {error}") from error
            await self._while_open(opened, stream)
        finally:
            self.live = False
            close = getattr(stream, "aclose", None)
            if close is not None:
                try:
                    await close()
                except Exception as error:  # what broke the line has been told already
                    log.debug("a live line did not close well: %r", error)

    async def _poll_if_due(self, opened: Opened) -> None:
        row = await asyncio.wrap_future(self.rounds.store.read(row_of, self.channel_id))
        age = self.collector.now_ms() - (row.last_success_ms or 0)
        if self._failures or age >= opened.network.default_interval_s * 1000:
            totals = await self.rounds.catch_up(opened)
            self._went_well(opened, totals)

    async def _while_open(self, opened: Opened, stream: AsyncIterator[Batch]) -> None:
        buffer: list[Batch] = []
        ended: list[BaseException] = []

        async def pump() -> None:
            try:
                async for batch in stream:
                    buffer.append(batch)
                    self._wake.set()
                    if len(buffer) > MOST_BUFFERED:
                        raise Unreachable("more came over the live line than could be stored", "stream")
                ended.append(Unreachable("the live line ended", "stream"))
            except Exception as error:
                ended.append(error)
            finally:
                self._wake.set()

        reader = self.collector.tasks.spawn(f"stream {self.channel_id}", pump())
        try:
            self._went_well(opened, await self.rounds.catch_up(opened))
            self.live = True
            next_check = self._now() + pace.jitter(CATCH_UP_EVERY_S, self.collector.random)
            while True:
                if buffer:
                    batches, buffer[:] = list(buffer), []
                    self._breaks = 0
                    totals = Totals()
                    await self.rounds.keep(self.channel_id, batches, totals)
                    self.collector.report(self, totals)
                    continue
                if ended:
                    if isinstance(ended[0], AuthExpired | RateLimited):
                        raise ended[0]
                    raise StreamBroke(str(ended[0])) from ended[0]
                if self._reopen:
                    return
                if self._asked or self._now() >= next_check:
                    self._asked = False
                    self._went_well(opened, await self.rounds.catch_up(opened))
                    next_check = self._now() + pace.jitter(CATCH_UP_EVERY_S, self.collector.random)
                    continue
                self._wake.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(next_check - self._now()):
                        await self._wake.wait()
        finally:
            reader.cancel()
            await asyncio.wait([reader])

    # --- waiting

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _sleep(self, seconds: float | None) -> None:
        """Until the pause is over or somebody asks; never before the end of a rate limit."""
        deadline = None if seconds is None else self._now() + seconds
        while True:
            now = self._now()
            if deadline is not None and now >= deadline:
                break
            if self._asked and now >= self._limited_until:
                break
            self._wake.clear()
            until = deadline
            if self._asked:
                until = self._limited_until if until is None else min(until, self._limited_until)
            with suppress(TimeoutError):
                # A day at most: Qt's timers end at 24.8 days.
                async with asyncio.timeout(None if until is None else min(until - now, 86_400.0)):
                    await self._wake.wait()


def waits_for_staff(row: channels.ChannelRow) -> bool:
    """The channel needs a sign-in or another address before asking it again makes sense."""
    if row.account_state == "expired" or row.health == "gone":
        return True
    return row.health == "auth" and not row.health_detail.startswith("vault-")


def write_failure(tx: Tx, channel_id: int, verdict: Verdict, next_due_ms: int | None) -> None:
    """The lamp of a channel that failed. A refused sign-in also marks the account, so that no other channel
    of it is asked with the same secret."""
    channels.record_failure(
        tx, channel_id, verdict.health, verdict.detail, next_due_ms, limited_until_ms=verdict.until_ms
    )
    if verdict.health == "auth" and verdict.detail == "auth":
        row = row_of(channel_id)
        if row.account_id is not None and row.account_state != "expired":
            accounts.set_account_state(tx, row.account_id, "expired")


def _write_next_due(tx: Tx, channel_id: int, due_ms: int) -> None:
    channels.update_channel(tx, channel_id, next_due_ms=due_ms)
