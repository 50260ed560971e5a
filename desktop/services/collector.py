"""Collects all enabled channels: one loop a channel, one program a workspace.

Owns which loops run, the role of collecting (a lock file), what happens when the workspace cannot be written,
and waking everybody after sleep. What one channel does is in ``channel_loop.py``. Knows no widget.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from connectors.base import ConnectorError
from desktop.models import channels
from desktop.models.errors import Busy, Damaged, DiskFull, ReadOnlyWorkspace, StorageFailed, WorkspaceError
from desktop.models.store import Changes, Store
from desktop.services.channel_loop import ChannelLoop, waits_for_staff, write_failure
from desktop.services.connections import (
    Connections,
    UnknownNetwork,
    all_rows,
    find_network,
    signature_of,
)
from desktop.services.later import Later
from desktop.services.roles import RoleLock
from desktop.services.rounds import INITIATOR, Rounds, Totals
from desktop.services.status import Status
from desktop.services.tasks import Tasks
from desktop.services.verdict import judge

log = logging.getLogger(__name__)

ROLE_RETRY_S = 2.0
CLOCK_CHECK_S = 5.0
ASLEEP_S = 20.0
"""A jump of the wall clock beyond what has passed by this much means that the PC has slept."""

ROUND_LIMIT_S = 600.0
STORE_RETRY_S = (2.0, 5.0, 10.0, 15.0, 30.0)

_TROUBLE: tuple[tuple[type[WorkspaceError], str], ...] = (
    (DiskFull, "disk-full"),
    (ReadOnlyWorkspace, "read-only"),
    (Busy, "busy"),
    (Damaged, "workspace:damaged"),
    (StorageFailed, "workspace:disk-error"),
)
"""Failures of the workspace that stop everything and may pass; the rest is the fault of one channel."""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """How one channel's round went. ``failed``: 0 or 1; ``error``: a code for ``messages.sentence``."""

    channel_id: int
    name: str
    network: str
    new: int = 0
    edited: int = 0
    deleted: int = 0
    failed: int = 0
    seconds: float = 0.0
    error: str = ""
    until_ms: int | None = None  # the end of a rate limit


class _PatientRounds(Rounds):
    """Rounds whose writes wait while the disk is full: nothing that was fetched is thrown away."""

    collector: Collector

    async def write(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self.collector.write_when_possible(work, *args, **kwargs)


class Collector:
    def __init__(
        self,
        store: Store,
        connections: Connections,
        tasks: Tasks,
        later: Later,
        *,
        status: Status | None = None,
        clock: Callable[[], float] = time.time,
        random: Callable[[], float] = random.random,
        on_stored: Callable[[], None] = lambda: None,
    ) -> None:
        self.store = store
        self.connections = connections
        self.tasks = tasks
        self.later = later
        self.status = status or Status()
        self.clock = clock
        self.random = random
        self.rounds = _PatientRounds(store, connections, on_stored=on_stored)
        self.rounds.collector = self
        self.role = asyncio.Event()  # set while this program holds the role
        self._lock = RoleLock(store.path)
        self._loops: dict[int, ChannelLoop] = {}
        self._blocked: set[object] = set()
        self._listening: Callable[[], None] | None = None
        self._main: list[asyncio.Task[Any]] = []
        self._reconciling = asyncio.Lock()
        self.on_report: list[Callable[[RoundResult], None]] = []
        self.on_back: list[Callable[[int], None]] = []
        """Hear of a channel by its id when it answers again after it had failed."""

    # --- role

    @property
    def holding(self) -> bool:
        """Whether this program is the one that collects and sends on this workspace."""
        return self._lock.held

    def take_role(self) -> bool:
        """Try once. False where another program holds it or the workspace cannot be written."""
        if self.store.read_only:
            self.status.set("collecting", "read-only")
            return False
        try:
            taken = self._lock.take()
        except OSError as error:
            log.warning("the lock file cannot be written: %s", error)
            self.status.set("collecting", "read-only")
            return False
        self.status.set("collecting", "" if taken else "other-program")
        if taken:
            self.role.set()
        return taken

    def release_role(self) -> None:
        self.role.clear()
        self._lock.release()

    # --- starting and stopping

    async def start(self) -> None:
        """Begin as soon as the role is free; returns at once."""
        if self.store.read_only:
            self.status.set("collecting", "read-only")
            return
        self._main.append(self.tasks.spawn("collector", self._run()))

    async def stop(self) -> None:
        """End all loops. The role is kept until ``release_role``: the outbox stops after the collector."""
        if self._listening is not None:
            self._listening()
            self._listening = None
        running = [*self._main, *(loop.task for loop in self._loops.values() if loop.task is not None)]
        self._main.clear()
        self._loops.clear()
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)

    async def _run(self) -> None:
        while not self.take_role():  # noqa: ASYNC110 (another process gives no event)
            await asyncio.sleep(ROLE_RETRY_S)
        loop = asyncio.get_running_loop()

        def heard(changes: Changes) -> None:
            if (changes.channels and changes.initiator != INITIATOR) or "channels" in changes.others:
                with contextlib.suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(self._channels_changed)

        self._listening = self.store.subscribe(heard)
        await self.reconcile()
        await self._watch_clock()

    async def _watch_clock(self) -> None:
        last_wall, last = self.clock(), time.monotonic()
        while True:
            await asyncio.sleep(CLOCK_CHECK_S)
            wall, now = self.clock(), time.monotonic()
            # While a PC sleeps, its wall clock goes on and (on Linux) its monotonic clock does not. Where
            # both go on, this task has been late by the length of the sleep.
            if wall - last_wall > CLOCK_CHECK_S + ASLEEP_S or now - last > CLOCK_CHECK_S + ASLEEP_S:
                log.info("awake after %d s", wall - last_wall)
                self.wake_all()
            last_wall, last = wall, now

    def wake_all(self) -> None:
        """Ask every channel at once, and open streams anew: their lines died while the PC slept."""
        for loop in self._loops.values():
            loop.kick(reopen=True)

    def collect_now(self, channel_id: int | None = None) -> None:
        """Somebody wants news now: of one channel, or of all."""
        for loop in self._loops.values():
            if channel_id is None or loop.channel_id == channel_id:
                loop.kick(wish=channel_id is not None)

    @property
    def running(self) -> tuple[int, ...]:
        return tuple(self._loops)

    def is_live(self, channel_id: int) -> bool:
        """Whether posts of this channel arrive over an open line right now."""
        loop = self._loops.get(channel_id)
        return loop is not None and loop.live

    # --- which loops run

    def _channels_changed(self) -> None:
        if self._listening is not None:
            self.tasks.spawn("reconcile channels", self.reconcile())

    def account_expired(self) -> None:
        """A sign-in was refused: all channels of that account wait for a new one."""
        self._channels_changed()

    async def reconcile(self) -> None:
        """Make the running loops match the channels: begin, end, and begin anew what was changed."""
        async with self._reconciling:
            rows = await asyncio.wrap_future(self.store.read(all_rows))
            wanted = {row.id: row for row in rows if collectable(row)}
            edited: set[int] = set()
            for channel_id, loop in list(self._loops.items()):
                row = wanted.get(channel_id)
                if row is None or signature_of(row) != loop.signature:
                    del self._loops[channel_id]
                    edited.add(channel_id)
                    if loop.task is not None:
                        loop.task.cancel()
                        await asyncio.wait([loop.task])
                    await self.connections.forget(channel_id)
            for channel_id, row in wanted.items():
                if channel_id not in self._loops:
                    loop = ChannelLoop(self, row, signature_of(row), edited=channel_id in edited)
                    self._loops[channel_id] = loop
                    loop.task = self.tasks.spawn(f"channel {channel_id} {row.network}", loop.run())

    # --- the line

    def now_ms(self) -> int:
        return int(self.clock() * 1000)

    def report(self, loop: ChannelLoop, totals: Totals, error: str = "", until_ms: int | None = None) -> None:
        """Tell whoever prints or counts what a channel has just brought, or why it failed."""
        result = RoundResult(
            loop.channel_id,
            loop.name,
            loop.network,
            totals.new,
            totals.edited,
            totals.deleted,
            1 if error else 0,
            totals.seconds,
            error,
            until_ms,
        )
        for listener in self.on_report:
            listener(result)

    def vault_opened(self) -> None:
        """The keyring is open: channels that waited for it are asked at once."""
        self.status.set("vault", "")
        for loop in self._loops.values():
            if loop.vault_failed:
                loop.kick()

    def came_back(self, loop: ChannelLoop) -> None:
        for listener in self.on_back:
            listener(loop.channel_id)

    def went_well(self, loop: ChannelLoop) -> None:
        if self.status.get("vault") and not any(other.vault_failed for other in self._loops.values()):
            self.status.set("vault", "")
        if self.status.get("online") == "offline":
            self.status.set("online", "")
            for other in self._loops.values():
                if other is not loop:
                    other.shorten()

    def went_badly(self, loop: ChannelLoop) -> bool:
        """A channel failed as it would without internet. True: so did all, there is none."""
        loops = [other for other in self._loops.values() if not other.held]
        if len(loops) > 1 and all(other.line_failed for other in loops):
            self.status.set("online", "offline")
        return self.status.get("online") == "offline"

    # --- the workspace

    async def write_when_possible(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Write; while the disk is full or the file is locked, say so once and try again until it works."""
        token, tries = object(), 0
        try:
            while True:
                try:
                    future = self.store.write(work, *args, initiator=INITIATOR, **kwargs)
                    return await asyncio.wrap_future(future)
                except WorkspaceError as error:
                    code = trouble_code(error)
                    if not code:
                        raise
                    log.warning("the workspace cannot be written: %s", error)
                    self._blocked.add(token)
                    self.status.set("collecting", code)
                    pause = STORE_RETRY_S[min(tries, len(STORE_RETRY_S) - 1)]
                    tries += 1
                    await asyncio.sleep(pause)
        finally:
            if token in self._blocked:
                self._blocked.discard(token)
                if not self._blocked:
                    self.status.set("collecting", "")

    # --- one round, for the command line

    async def run_once(
        self,
        *,
        limit_s: float = ROUND_LIMIT_S,
        on_result: Callable[[RoundResult], None] = lambda result: None,
    ) -> list[RoundResult]:
        """One round over all enabled channels at once. Every channel ends within ``limit_s``; one that fails
        stops no other. ``on_result`` hears of each as it ends. Raises WorkspaceError where nothing can be
        stored; the caller has taken the role."""
        rows = await asyncio.wrap_future(self.store.read(all_rows))
        rounds = Rounds(self.store, self.connections, on_stored=self.rounds.on_stored)

        async def one(row: channels.ChannelRow) -> RoundResult:
            result = await self._round(rounds, row, limit_s)
            on_result(result)
            return result

        running = [self.tasks.spawn(f"round {row.id}", one(row)) for row in rows if collectable(row)]
        try:
            return list(await asyncio.gather(*running))
        finally:
            for task in running:
                task.cancel()
            if running:
                await asyncio.wait(running)

    async def _round(self, rounds: Rounds, row: channels.ChannelRow, limit_s: float) -> RoundResult:
        began = time.monotonic()
        totals = Totals()
        error = self._why_not_asked(row)
        until_ms = row.limited_until_ms if error in ("limited", "quota", "resting") else None
        if not error:
            try:
                async with asyncio.timeout(limit_s):
                    opened, _ = await rounds.open(row.id)
                    await rounds.catch_up(opened, totals)
            except WorkspaceError:
                raise
            except Exception as failure:
                error, until_ms = await self._round_failed(rounds, row, failure)
        return RoundResult(
            row.id,
            row.name,
            row.network,
            totals.new,
            totals.edited,
            totals.deleted,
            1 if error else 0,
            time.monotonic() - began,
            error,
            until_ms,
        )

    def _why_not_asked(self, row: channels.ChannelRow) -> str:
        if waits_for_staff(row):
            return "gone" if row.health == "gone" else "auth"
        if row.limited_until_ms and row.limited_until_ms > self.now_ms():
            return row.health_detail if row.health_detail in ("quota", "resting") else "limited"
        return ""

    async def _round_failed(
        self, rounds: Rounds, row: channels.ChannelRow, failure: Exception
    ) -> tuple[str, int | None]:
        if not isinstance(failure, ConnectorError | TimeoutError) and not hasattr(failure, "code"):
            log.error("channel %s: a fault in the program", row.id, exc_info=failure)
        signed_in = row.account_id is not None
        verdict = judge(failure, row.failures + 1, self.now_ms(), self.random, signed_in=signed_in)
        due_ms = None if verdict.pause_s is None else self.now_ms() + int(verdict.pause_s * 1000)
        await rounds.write(write_failure, row.id, verdict, due_ms)
        return verdict.detail, verdict.until_ms


def collectable(row: channels.ChannelRow) -> bool:
    """Whether a program asks this channel at all: it is switched on and not written down by hand."""
    if not row.enabled or row.removed_ms is not None:
        return False
    try:
        return find_network(row.network).capabilities.poll
    except UnknownNetwork:
        return True  # an unknown network is asked, so that its lamp says what is wrong


def trouble_code(error: WorkspaceError) -> str:
    for kind, code in _TROUBLE:
        if isinstance(error, kind):
            return code
    return ""
