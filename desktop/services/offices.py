"""The city's offices as shipped in ``resources/departments.csv``, put into a workspace that has none yet.

An office that has its own list keeps it: nothing is changed where a single department is stored.
"""

from __future__ import annotations

import asyncio
import csv
import logging

from desktop.models import departments
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store, Tx
from desktop.services.paths import resource

log = logging.getLogger(__name__)


def shipped() -> list[tuple[str, ...]]:
    """(code, name, parent, duties separated by ";", parent's code, kind, source) of every office."""
    columns = ("code", "name", "parent", "duties", "parent_code", "kind", "source")
    with open(resource("departments.csv"), encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def seed(tx: Tx) -> None:
    """For ``Store.write``: put in what is shipped."""
    departments.seed(tx, shipped())


async def seed_where_none(store: Store) -> None:
    """A new workspace gets its offices; a failure is left for the next start, the program works without."""
    if store.read_only:
        return
    try:
        if not await asyncio.wrap_future(store.read(departments.list_departments)):
            await asyncio.wrap_future(store.write(seed))
    except WorkspaceError as error:
        log.warning("the list of offices could not be stored: %s", error)
