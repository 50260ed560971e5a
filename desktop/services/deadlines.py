"""What deadlines are counted with, brought into a workspace: the shipped rules and the library's days off.

After a change of days, hours or rules the due times of open cases are computed anew, in pieces, so that other
work of the writer thread gets its turn in between.
"""

from __future__ import annotations

import asyncio
import csv
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import lru_cache
from weakref import WeakKeyDictionary

from connectors.base import ConnectorError
from connectors.helper import Helper
from desktop.models import meta
from desktop.models.deadlines import days_off, recomputing, rules, stale
from desktop.models.deadlines.calendar import FIRST_YEAR, KST, LAST_YEAR
from desktop.models.deadlines.recomputing import Change, Moved, Piece
from desktop.models.deadlines.rules import Rule
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store, Tx
from desktop.services.paths import resource

log = logging.getLogger(__name__)

SEEDED_KEY = "deadline_rules_shipped"
YEARS_BACK, YEARS_AHEAD = 15, 8
INITIATOR = "deadlines"
"""Initiator of what is computed anew behind everybody's back."""

PIECE = 200
"""Clocks a transaction: somebody who acts meanwhile waits for one piece, some milliseconds."""

REST = 0.5
"""Of the time that a piece took, given to others before the next one: a card that is moved meanwhile must not
wait for the processor either."""

_at_work: WeakKeyDictionary[Store, asyncio.Lock] = WeakKeyDictionary()


@lru_cache(maxsize=1)
def shipped() -> tuple[Rule, ...]:
    """The rules as they come with the program."""
    with open(resource("deadline_rules.csv"), encoding="utf-8", newline="") as file:
        return tuple(rules.from_row(row) for row in csv.DictReader(file))


def seed(tx: Tx) -> None:
    """For ``Store.write``: the shipped rules, where they are not these already."""
    digest = _digest()
    if meta.get(SEEDED_KEY) == digest:
        return
    rules.seed(tx, shipped())
    meta.put(tx, SEEDED_KEY, digest)


def seed_where_none(store: Store) -> None:
    """For whoever sorts without a window: the shipped rules, where the workspace has none yet."""
    if not store.read_only and store.read(meta.get, SEEDED_KEY).result() is None:
        store.write(seed).result()


async def prepare(store: Store) -> list[Moved]:
    """Rules, days off, clocks for the cases that were sorted before there were rules, then the due times that
    follow; what moved. A failure is left for the next start."""
    if store.read_only:
        return []
    try:
        await asyncio.wrap_future(store.write(seed))
        await _bring_library(store)
        missing = await asyncio.wrap_future(store.read(recomputing.without_clock))
        for at in range(0, len(missing), PIECE):
            await asyncio.wrap_future(store.write(recomputing.start_missing, missing[at : at + PIECE]))
        return await recompute(store)
    except (WorkspaceError, ConnectorError) as error:
        log.warning("deadlines could not be prepared: %s", error)
    return []


Progress = Callable[[int, int], object]
"""Told how many clocks have been looked at, of how many."""


async def recompute(store: Store, progress: Progress | None = None) -> list[Moved]:
    """The due times of all open clocks anew where they may be out of date, a piece at a time; what moved. Who
    asks while another is at it waits for that one, and finds nothing left to do."""

    async def piece(after: int) -> Piece:
        began = time.perf_counter()
        work = store.write(recomputing.recompute_some, after, PIECE, initiator=INITIATOR)
        found = await asyncio.wrap_future(work)
        await asyncio.sleep(REST * (time.perf_counter() - began))
        return found

    async with _at_work.setdefault(store, asyncio.Lock()):
        mark = await asyncio.wrap_future(store.read(stale.mark_of))
        if not mark:
            return []
        moved = await _in_pieces(store, piece, progress)
        await asyncio.wrap_future(store.write(stale.clear, mark))
        return moved


async def would_move(store: Store, change: Change, progress: Progress | None = None) -> list[Moved]:
    """What a change of rules, days or hours would move. Nothing is changed. Raises OutOfCalendar."""

    async def piece(after: int) -> Piece:
        return await asyncio.wrap_future(store.read(recomputing.would_move, change, after, PIECE))

    return await _in_pieces(store, piece, progress)


async def _in_pieces(
    store: Store, work: Callable[[int], Awaitable[Piece]], progress: Progress | None
) -> list[Moved]:
    total = 0 if progress is None else await asyncio.wrap_future(store.read(recomputing.count_open))
    moved: list[Moved] = []
    done, after = 0, 0
    while True:
        piece = await work(after)
        moved += piece.moved
        done += piece.looked_at
        if progress is not None:
            progress(done, max(total, done))
        if piece.go_on_after is None:
            return moved
        after = piece.go_on_after


def recompute_now(store: Store) -> list[Moved]:
    """The same for the command line, which has nothing else to do meanwhile."""
    mark = store.read(stale.mark_of).result()
    moved: list[Moved] = []
    after: int | None = 0
    while after is not None:
        piece = store.write(recomputing.recompute_some, after, PIECE, initiator=INITIATOR).result()
        moved += piece.moved
        after = piece.go_on_after
    store.write(stale.clear, mark).result()
    return moved


def store_library(store: Store) -> None:
    """The library's days off as rows, where they are not there yet; for who has no window to keep small."""
    years = store.read(_years_wanted).result()
    if years:
        store.write(days_off.store_library, days_off.library_of(years), days_off.library_version()).result()


async def _bring_library(store: Store) -> None:
    """The same in a process of its own, which then ends: the library is needed once a year at most and takes
    9 MB for as long as the program runs."""
    years = await asyncio.wrap_future(store.read(_years_wanted))
    if not years:
        return
    found = await asyncio.to_thread(Helper().run_once, days_off.library_of, years)
    await asyncio.wrap_future(store.write(days_off.store_library, found, days_off.library_version()))


def _years_wanted() -> range:
    """The years whose days off the workspace should have; empty where it has them."""
    _, until, version = days_off.cached()
    this_year = datetime.now(KST).year
    if version == days_off.library_version() and until >= this_year + 2:
        return range(0)
    return range(max(FIRST_YEAR, this_year - YEARS_BACK), min(LAST_YEAR, this_year + YEARS_AHEAD) + 1)


def _digest() -> str:
    return hashlib.sha256(resource("deadline_rules.csv").read_bytes()).hexdigest()[:16]
