"""Notices what other programs write into the same workspace, and tells this program's listeners.

Two programs on one workspace are normal: the command line collects while a window is open.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.ids import floor_id
from desktop.models.store import Changes, Store
from desktop.services.tasks import Tasks

log = logging.getLogger(__name__)

EVERY_S = 0.5
OVERLAP_MS = 5_000
"""Clocks and commits of two programs are not in one order; looking back a little further costs nothing."""

INITIATOR = "other-program"
"""Initiator of the changes that the watcher announces."""

TOPICS = frozenset(
    {"accounts", "approvals", "department-mail", "departments", "forwardings", "log", "meetings", "meetups",
     "members", "promises", "rulings", "templates"}
)  # fmt: skip
"""Told whenever another program has written an event: who shows one of these looks again. Not the rules that
deadlines are counted by: whoever changes those moves the due times too."""

MOST_IDS = 2_000
"""More changes than this are told as "everything": listeners then read anew instead of row by row."""


class Watcher:
    def __init__(self, store: Store, tasks: Tasks) -> None:
        self._store = store
        self._tasks = tasks
        self._version = -1
        self._seen: tuple[int, int, int] = (0, 0, 0)
        # New posts that the listeners have heard of, from here or from this program's own writing: a list
        # that was told twice would take them for newer ones.
        self._heard: set[int] = set()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        if self._task is None:
            self._version = await asyncio.to_thread(self._store.data_version)
            self._store.subscribe(lambda changes: self._heard.update(changes.new_posts))
            self._seen = await asyncio.wrap_future(self._store.read(_newest))
            known = await asyncio.wrap_future(self._store.read(_since, *self._seen))
            self._heard.update(known.new_posts)
            self._task = self._tasks.spawn("watcher", self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self.look()
            except WorkspaceError as error:
                log.warning("changes of other programs cannot be read: %s", error)

    async def look(self) -> bool:
        """Look once; True if another program has written since the last look."""
        version = await asyncio.to_thread(self._store.data_version)
        if version == self._version:
            return False
        seen = await asyncio.wrap_future(self._store.read(_newest))
        changes = await asyncio.wrap_future(self._store.read(_since, *self._seen))
        self._version, self._seen = version, seen
        found = frozenset(changes.new_posts)
        changes.new_posts -= self._heard
        self._heard.intersection_update(found)  # older ones are not looked for again
        self._store.announce(changes)
        return True


def _newest() -> tuple[int, int, int]:
    """(last event, last version of a post, last moment a post was seen)."""
    row = database.execute_sql(
        "SELECT coalesce((SELECT max(id) FROM event), 0), coalesce((SELECT max(id) FROM post_version), 0),"
        " coalesce((SELECT max(first_seen_ms) FROM post), 0)"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def _since(event_id: int, version_id: int, seen_ms: int) -> Changes:
    """What changed since then, as far as the tables tell; channels and the outbox are told whole."""
    changes = Changes(initiator=INITIATOR)
    since_ms = seen_ms - OVERLAP_MS
    posts = _rows("SELECT id, case_id FROM post WHERE first_seen_ms >= ? LIMIT ?", since_ms)
    edited = _rows("SELECT post_id, id FROM post_version WHERE id > ? LIMIT ?", version_id)
    # Deletions have no index: those of the last month are looked for, older ones show at the next reading.
    month = floor_id(max(since_ms - 30 * 86_400_000, 0))
    deleted = _rows(f"SELECT id, case_id FROM post WHERE id >= {month} AND deleted_ms >= ? LIMIT ?", since_ms)
    events = _rows('SELECT post, "case" FROM event WHERE id > ? LIMIT ?', event_id)
    changes.new_posts.update(post_id for post_id, _ in posts)
    for post_id, case_id in [*posts, *deleted, *events]:
        if post_id is not None:
            changes.posts.add(post_id)
        if case_id is not None:
            changes.cases.add(case_id)
    changes.posts.update(post_id for post_id, _ in edited)
    changes.channels.update(row[0] for row in database.execute_sql("SELECT id FROM channel").fetchall())
    waiting = _rows("SELECT id, 0 FROM outbox WHERE state <> 'sent' OR sent_ms >= ? LIMIT ?", since_ms)
    changes.outbox.update(outbox_id for outbox_id, _ in waiting)
    changes.others.update({"channels", "views", "drafts"})
    if events:
        changes.others |= TOPICS
    if max(map(len, (posts, edited, events))) > MOST_IDS:
        changes.others.add("everything")
    return changes


def _rows(query: str, since: int) -> list[tuple[Any, Any]]:
    return database.execute_sql(query, (since, MOST_IDS + 1)).fetchall()
