"""Posts from a backup that a network gave out (a folder of pages, a dump) into a channel of theirs.

Owns nothing but the order: a piece is read in a thread, stored, and only then the next one is read, so that
a backup of many years never lies in memory. Reading it again adds nothing: the posts are known by their ids.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from connectors.base import Batch, Malformed
from desktop.models.merge import Merged, merge_batch
from desktop.models.store import Store
from desktop.services.connections import find_network, row_of
from desktop.services.rounds import Totals


class NoBackups(Exception):
    """The channel's network gives out no backups that this program can read."""

    code = "no-backups"


async def import_backup(
    store: Store, channel_id: int, path: Path, *, on_stored: Callable[[], object] = lambda: None
) -> Totals:
    """Raises NoBackups, Malformed (what was read before stays stored), Missing, WorkspaceError."""
    row = await asyncio.wrap_future(store.read(row_of, channel_id))
    read = find_network(row.network).read_backup
    if read is None:
        raise NoBackups(row.network)
    totals = Totals()
    batches = await asyncio.to_thread(_begin, read, path)
    while (batch := await asyncio.to_thread(_next, batches)) is not None:
        merged: Merged = await asyncio.wrap_future(store.write(merge_batch, channel_id, batch))
        totals.add(merged)
        totals.new += merged.own + merged.reposts  # a backup holds what the city wrote before all else
        totals.damaged = batch.damaged or totals.damaged
        on_stored()
    return totals


def _begin(read: Callable[[Path], Iterator[Batch]], path: Path) -> Iterator[Batch]:
    try:
        return iter(read(path))
    except OSError as error:
        raise Malformed(str(error), "file-unreadable") from error


def _next(batches: Iterator[Batch]) -> Any:
    try:
        return next(batches, None)
    except OSError as error:
        raise Malformed(str(error), "file-unreadable") from error
