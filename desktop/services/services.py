"""The services of one open workspace: built in one written order, closed in the reverse of it.

Opening is quick, because the window waits for it: httpx, keyring and the networks are imported when they are
first needed. Knows no widget.
"""

from __future__ import annotations

import asyncio
import functools
import gc
import getpass
import importlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from connectors.helper import helper
from desktop.models.store import Store
from desktop.services.collector import Collector
from desktop.services.connections import Connections
from desktop.services.indexer import Indexer
from desktop.services.later import Later
from desktop.services.offices import seed_where_none
from desktop.services.outbox import Sender
from desktop.services.rounds import INITIATOR
from desktop.services.status import Status
from desktop.services.tasks import Tasks
from desktop.services.vault import Vault
from desktop.services.watcher import Watcher

if TYPE_CHECKING:
    from desktop.services.department_mail import DepartmentMails

log = logging.getLogger(__name__)

CALM_S = 1.0
"""After the start, until what nobody waits for is prepared."""


@dataclass
class Services:
    """All that works on one workspace: ``start`` begins collecting and sending, ``aclose`` ends all."""

    store: Store
    vault: Vault
    connections: Connections
    collector: Collector
    later: Later
    sender: Sender
    indexer: Indexer
    watcher: Watcher
    tasks: Tasks
    status: Status
    user: str
    clock: Callable[[], float] = time.time
    _letters: Any = None

    @property
    def holding(self) -> bool:
        """Whether this program collects and sends here."""
        return self.collector.holding

    async def http(self) -> Any:
        return await self.connections.http()

    async def letters(self) -> DepartmentMails:
        """What carries letters to departments; imported in a thread when it is first needed."""
        if self._letters is None:
            module = await asyncio.to_thread(importlib.import_module, "desktop.services.department_mail")
            self._letters = self._letters or module.DepartmentMails(
                self.store,
                self.connections,
                self.tasks,
                role=self.collector.role,
                status=self.status,
                clock=self.clock,
            )
        made: DepartmentMails = self._letters
        return made

    async def start(self) -> None:
        """Begin to watch, collect, index and send, as far as this workspace and the role allow."""
        await self.watcher.start()
        self.tasks.spawn("deadlines", _prepare_deadlines(self.store))
        self.tasks.spawn("templates", _aside("desktop.services.templates", "prepare", self.store))
        self.tasks.spawn("meet-ups", _aside("desktop.services.meetups", "find_replies", self.store))
        await self.indexer.start()
        await self.collector.start()
        await self.sender.start()
        await (await self.letters()).start()
        self.tasks.spawn("network", self._prepare_network())

    async def _prepare_network(self) -> None:
        """What speaks to the network takes a moment to import: not when the first channel is waited for."""
        await asyncio.sleep(CALM_S)
        await self.http()

    async def stop(self) -> None:
        if self._letters is not None:
            await self._letters.stop()
        await self.sender.stop()
        await self.collector.stop()
        await self.later.flush()
        await self.indexer.stop()
        await self.watcher.stop()

    async def aclose(self) -> None:
        """In the reverse order of opening; every step is tried even if one before it failed."""
        for name, step in (
            ("stop", self.stop),
            ("tasks", self.tasks.aclose),
            ("connections", self.connections.aclose),
            ("helper", functools.partial(asyncio.to_thread, helper().close)),
        ):
            try:
                await step()
            except Exception:
                log.exception("closing: %s failed", name)
        # Closing waits for writes that were handed over; the lock goes last, so nobody begins before.
        await asyncio.to_thread(self.store.close)
        self.collector.release_role()


GC_AT_WORK = (10_000, 10, 10)
"""When garbage is looked for once the start is over: see docs/decisions.md."""


def rest_from_garbage() -> None:
    """What was made until now stays; looking for garbage in it would only cost frames and time. Nothing of it
    is ever freed: for a program, not for a test."""
    gc.freeze()
    gc.set_threshold(*GC_AT_WORK)


async def open_services(
    url: str,
    *,
    user: str = "",
    store: Store | None = None,
    vault: Vault | None = None,
    http: Any = None,
    read_only: bool = False,
    clock: Callable[[], float] = time.time,
    on_error: Callable[[str, BaseException], None] | None = None,
) -> Services:
    """Open the workspace at ``url`` (or take an open ``store``) and build its services; nothing runs yet.

    Raises WorkspaceError. ``vault`` and ``http`` are for tests.
    """
    if store is None:
        store = await asyncio.to_thread(Store.open, url, read_only=read_only)
    await seed_where_none(store)
    tasks = Tasks(on_error)
    status = Status()
    vault = vault or Vault()
    later = Later(store, tasks, initiator=INITIATOR)
    connections = Connections(store, vault, later, http)
    indexer = Indexer(store, tasks)
    collector = Collector(
        store, connections, tasks, later, status=status, clock=clock, on_stored=indexer.kick
    )
    vault.on_open.append(collector.vault_opened)
    user = user or default_user()
    sender = Sender(store, connections, tasks, role=collector.role, status=status, clock=clock, user=user)
    collector.on_back.append(sender.channel_is_back)
    watcher = Watcher(store, tasks)
    if store.sample:
        status.set("sample", "sample")
    return Services(
        store, vault, connections, collector, later, sender, indexer, watcher, tasks, status, user, clock
    )


async def _prepare_deadlines(store: Store) -> None:
    module = await asyncio.to_thread(importlib.import_module, "desktop.services.deadlines")
    await module.prepare(store)


async def _aside(module: str, name: str, store: Store) -> None:
    """Work that nobody waits for, its module imported when there is time."""
    found = await asyncio.to_thread(importlib.import_module, module)
    await getattr(found, name)(store)


def default_user() -> str:
    """The name of whoever is signed in on this PC; "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
