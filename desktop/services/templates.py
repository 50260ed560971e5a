"""The texts that come with the program, brought into a workspace that has never had them."""

from __future__ import annotations

import asyncio
import logging
import tomllib
from functools import lru_cache

from desktop.models import templates
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store, Tx
from desktop.services.paths import resource

log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def shipped() -> tuple[dict[str, str], ...]:
    """Rows of ``resources/templates.toml``."""
    with open(resource("templates.toml"), "rb") as file:
        return tuple(tomllib.load(file)["template"])


def seed(tx: Tx) -> None:
    """For ``Store.write``."""
    templates.seed(tx, shipped())


async def prepare(store: Store) -> None:
    """At the start. A failure is left for the next one."""
    if store.read_only:
        return
    try:
        if not await asyncio.wrap_future(store.read(templates.seeded)):
            await asyncio.wrap_future(store.write(seed))
    except WorkspaceError as error:
        log.warning("templates could not be prepared: %s", error)
