"""Opening the workspace that a command works on."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from desktop.cli.output import Failure
from desktop.services import paths

if TYPE_CHECKING:
    from desktop.models.store import Store
    from desktop.services.services import Services


def url_of(args: argparse.Namespace) -> str:
    return args.workspace or paths.default_workspace_url()


def actor_of(args: argparse.Namespace) -> str:
    """Whose name stands in the log for what this command does."""
    if args.user:
        return str(args.user)
    from desktop.services.services import default_user

    return default_user()


def check_there(args: argparse.Namespace) -> None:
    """Commands that only look must not make an empty workspace where somebody mistyped a path."""
    if not paths.workspace_file(url_of(args)).exists():
        raise Failure("workspace:missing")


@contextmanager
def open_store(args: argparse.Namespace, *, make: bool = False) -> Iterator[Store]:
    from desktop.models.store import Store

    if not make:
        check_there(args)
    store = Store.open(url_of(args))
    try:
        yield store
    finally:
        store.close()


class Desk:
    """The open workspace, and who works on it."""

    def __init__(self, store: Any, actor: str) -> None:
        self.store, self.actor = store, actor

    def read(self, work: Any, *args: Any, **named: Any) -> Any:
        return self.store.read(work, *args, **named).result()

    def write(self, work: Any, *args: Any, **named: Any) -> Any:
        return self.store.write(work, *args, actor=self.actor, **named).result()


@asynccontextmanager
async def open_all(args: argparse.Namespace, *, make: bool = False) -> AsyncIterator[Services]:
    from desktop.services.services import open_services, rest_from_garbage

    if not make:
        check_there(args)
    services = await open_services(url_of(args), user=actor_of(args))
    rest_from_garbage()
    try:
        yield services
    finally:
        await services.aclose()


async def read(services: Services, work: Any, *args: Any, **kwargs: Any) -> Any:
    return await asyncio.wrap_future(services.store.read(work, *args, **kwargs))


async def write(services: Services, work: Any, *args: Any, **kwargs: Any) -> Any:
    return await asyncio.wrap_future(services.store.write(work, *args, actor=services.user, **kwargs))


def find_channel(store: Store, text: str) -> Any:
    """The channel that the user means by number or name. Raises Failure."""
    from desktop.models import channels

    row = store.read(channels.find_channel, text).result() if len(text) < 1000 else None
    if row is None:
        raise Failure("no-channel", name=text[:100])
    return row
