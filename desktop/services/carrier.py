"""What the services share that carry something out of the workspace, each of it once.

They begin when this program is the one that sends, look when something changes or a moment comes, and never
forget what became of a thing that went out. What is carried, and where to, is theirs.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from typing import Any

from desktop.models.errors import WorkspaceError
from desktop.models.store import Changes, Store
from desktop.services.connections import Connections
from desktop.services.status import Status
from desktop.services.tasks import Tasks

log = logging.getLogger(__name__)

SEND_LIMIT_S = 120.0
SETTLE_S = 3.0
"""A server may still be at work on something whose receipt was lost: it is looked up after this long."""

TROUBLE_S = 15.0
"""Until it is looked again after the workspace could not be read."""

FAULT_S = 300.0
"""The same after a fault in the program."""

FULL_PAUSE_S = 1.0
MOST_FULL_PAUSE_S = 30.0


class Carrier:
    """``role`` is set while this program is the one that sends on this workspace."""

    name = ""
    """In the log of the program, and the name of the task."""

    initiator = ""
    """Under which the workspace tells others of what this service wrote."""

    def __init__(
        self,
        store: Store,
        connections: Connections,
        tasks: Tasks,
        *,
        role: asyncio.Event,
        status: Status | None = None,
        clock: Callable[[], float] = time.time,
        random: Callable[[], float] = random.random,
        settle_s: float = SETTLE_S,
    ) -> None:
        self.store = store
        self.connections = connections
        self.tasks = tasks
        self.role = role
        self.status = status or Status()
        self.clock = clock
        self.random = random
        self.settle_s = settle_s
        self._kicked = asyncio.Event()
        self._main: asyncio.Task[Any] | None = None
        self._unsubscribe: list[Callable[[], None]] = []

    # --- what each of them says for itself

    async def look(self) -> float:
        """Carry what is due; returns seconds until something else will be. The caller holds the role."""
        raise NotImplementedError

    def concerns(self, changes: Changes) -> bool:
        """Whether something may be due now because of what somebody else wrote."""
        raise NotImplementedError

    # --- life

    async def start(self) -> None:
        """Begin as soon as the role is held; returns at once. A sample workspace sends nothing."""
        if self.store.sample or self.store.read_only or self._main is not None:
            return
        self._main = self.tasks.spawn(self.name, self._run())

    async def stop(self) -> None:
        """What is cut off here is looked up next time."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe.clear()
        if self._main is not None:
            self._main.cancel()
            await asyncio.wait([self._main])
            self._main = None

    async def _run(self) -> None:
        await self.role.wait()
        loop = asyncio.get_running_loop()

        def heard(changes: Changes) -> None:
            if changes.initiator != self.initiator and self.concerns(changes):
                with contextlib.suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(self._kicked.set)

        def status_heard(subject: str, code: str) -> None:
            if subject == "online" and not code:
                self._kicked.set()

        self._unsubscribe += [self.store.subscribe(heard), self.status.subscribe(status_heard)]
        while True:
            self._kicked.clear()
            try:
                pause = await self.look()
            except WorkspaceError as error:
                log.warning("%s: the workspace cannot be used: %s", self.name, error)
                pause = TROUBLE_S
            except Exception:
                log.exception("%s: a fault in the program", self.name)
                pause = FAULT_S
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._kicked.wait()

    # --- the workspace

    async def _read(self, work: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.wrap_future(self.store.read(work, *args))

    async def _write(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await asyncio.wrap_future(self.store.write(work, *args, initiator=self.initiator, **kwargs))

    async def _patiently(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What became of a thing that went out must not be forgotten because the disk is full just then."""
        pause = FULL_PAUSE_S
        while True:
            try:
                return await self._write(work, *args, **kwargs)
            except WorkspaceError as error:
                log.warning("%s: what became of it cannot be written yet: %s", self.name, error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, MOST_FULL_PAUSE_S)

    def _now_ms(self) -> int:
        return int(self.clock() * 1000)
