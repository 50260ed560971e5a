"""One round of a channel: what is new, changed or gone. Owns the cursor.

The list of notifications has no place to go on from: late posts appear deep in it, and its pages are cut by
time alone, so that posts of the same instant are lost at their edges (bluesky.md section 4). So every round
reads the last two days again, once a day the last thirty, and each page begins one millisecond above the
end of the one before. What is known already is passed over.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping
from typing import Any

from connectors.base import Batch, Malformed, Post, Unreachable, unread
from connectors.bluesky import parse
from connectors.bluesky.memory import LISTED, OTHER, OWN, Memory, rkey_of, short, whole
from connectors.bluesky.parse import POST, Notification, Ref, View
from connectors.bluesky.reading import PAGE, Reading
from connectors.json_values import moment_ms, string

log = logging.getLogger(__name__)

DAY_MS = 86_400_000
WINDOW_MS = 2 * DAY_MS
DEEP_MS = 30 * DAY_MS
DEEP_EVERY_MS = DAY_MS
AGAIN_EVERY_MS = 300_000

AGAIN, AGAIN_SOON = 100, 25
"""The newest posts that are asked for again, for changes, deletions and answers that nobody told us of: so
many every five minutes, and the newest of them, which are one request, in every round."""

THREADS_AT_ONCE = 10
CONFIRMED_AT_ONCE, CONFIRMED_SOON = 30, 5
IDLE_PAGES = 5
"""So many pages in a row that lead nowhere end a walk."""

SEARCH_PAGES = 3


class Round:
    """One call of ``fetch``. ``author`` is the city's own account as a view's "author"."""

    def __init__(
        self,
        reading: Reading,
        me: str,
        author: Mapping[str, Any],
        cursor: Mapping[str, Any],
        words: list[str],
    ) -> None:
        self._reading = reading
        self._me = me
        self._author = author
        self._words = words
        # Addresses that one account has been told of mean nothing to another.
        self._state: dict[str, Any] = dict(cursor) if cursor.get("who") == me else {"who": me}
        self._memory = Memory(self._state)
        self._posts: dict[str, Post] = {}
        self._views: dict[str, View] = {}
        self._gone: dict[str, None] = {}
        self._broken = 0
        self._now = int(time.time() * 1000)

    async def run(self) -> Batch:
        await self._reading.read_hidden(self._me)
        known = self._state.get("walk")
        walk = dict(known) if isinstance(known, dict) else self._new_walk()
        done = await self._page(walk)
        self._state["walk"] = walk
        if done:
            if walk.get("deep"):
                self._state["deep_ms"] = self._now
            del self._state["walk"]
            await self._own()
            await self._hidden()
            if 0 <= self._now - _whole(self._state.get("again_ms")) < AGAIN_EVERY_MS:
                await self._look_at(self._memory.newest(AGAIN_SOON), CONFIRMED_SOON)
            else:
                await self._look_at(self._memory.newest(AGAIN))
                self._state["again_ms"] = self._now
            for words in self._words:
                await self._search(words)
            await self._threads()
        return self._batch(more=not done)

    def _batch(self, *, more: bool) -> Batch:
        self._memory.forget(self._gone)
        self._state["seen"] = self._memory.as_json()
        posts = tuple(post for uri, post in self._posts.items() if uri not in self._gone)
        damaged = unread(self._broken, "글", "posts")
        return Batch(posts, tuple(self._gone), self._state, more=more, damaged=damaged)

    def _take(self, view: View, met: str, listed_ms: int | None = None) -> None:
        self._views[view.ref.uri] = view
        if self._memory.remember(view, met, listed_ms):
            self._posts[view.ref.uri] = view.post

    # --- notifications ------------------------------------------------------------------------------------

    def _new_walk(self) -> dict[str, Any]:
        if "deep_ms" not in self._state:
            return {"floor": 0, "deep": True}
        if not 0 <= self._now - _whole(self._state["deep_ms"]) < DEEP_EVERY_MS:
            return {"floor": self._now - DEEP_MS, "deep": True}
        return {"floor": self._now - WINDOW_MS}

    async def _page(self, walk: dict[str, Any]) -> bool:
        """Read one page; whether it was the last one."""
        page = await self._reading.notifications(string(walk.get("at")))
        self._broken += page.broken
        fresh = await self._take_listed(page.notifications)
        moments = [n.listed_ms for n in page.notifications if n.listed_ms is not None]
        lowest = min(moments, default=None)
        floor, above = _whole(walk.get("floor")), walk.get("above")
        # Late posts appear deep in the list: below the floor it is read on for as long as there is news.
        end = not page.cursor or (lowest is not None and lowest < floor and not fresh)
        if fresh and page.cursor and len(set(moments)) == 1:
            self._state.pop("again_ms", None)  # more of this instant are found by the threads that grew
        edge = max(floor, self._now - WINDOW_MS)
        if not end:
            edge = max(edge, _whole(above if lowest is None else lowest))
        await self._vanished(page.notifications, edge, above if isinstance(above, int) else None)
        if end:
            return True
        at, idle = self._next(walk, page, lowest)
        walk |= {"at": at, "idle": idle, "above": lowest if lowest is not None else above}
        return idle >= IDLE_PAGES

    def _next(self, walk: Mapping[str, Any], page: parse.Page, lowest: int | None) -> tuple[str, int]:
        """(where the next page begins, pages in a row that led nowhere)."""
        before, at = walk.get("above"), page.cursor
        edge = moment_ms(page.cursor)
        if edge is not None and page.size:
            # Strictly older is what the cursor means: those of the very same instant begin the next page too.
            at = parse.as_moment(edge + 1)
            if at == walk.get("at"):
                at = page.cursor  # a whole page of one instant cannot be passed in any other way
        down = lowest is not None and (not isinstance(before, int) or lowest < before)
        return at, 0 if down or self._posts else _whole(walk.get("idle")) + 1

    async def _take_listed(self, notifications: Iterable[Notification]) -> bool:
        """Whether there was anything new."""
        fresh: dict[str, Notification] = {}
        for one in notifications:
            if not self._memory.knows(one.uri, one.cid):
                fresh.setdefault(one.uri, one)
        found, broken = await self._reading.posts(fresh, self._me)
        self._broken += broken
        for uri, one in fresh.items():
            self._take(found.get(uri) or self._as_listed(one), LISTED, one.listed_ms)
        return bool(fresh)

    def _as_listed(self, one: Notification) -> View:
        """A post as its notification tells it, where the server shows no more of it."""
        indexed = None if one.listed_ms is None else parse.as_moment(one.listed_ms)
        post = parse.post(one.uri, one.record, one.author, self._me, indexed=indexed)
        ref = Ref(one.uri, one.cid)
        return View(post, ref, parse.root_of(one.record) or ref)

    async def _vanished(self, listed: Iterable[Notification], low_ms: int, high_ms: int | None) -> None:
        """Remembered posts that the page should have held: deleted, changed, or only hidden from the list."""
        there = {one.uri for one in listed}
        missing = [
            uri
            for uri in self._memory.listed_between(low_ms, high_ms)
            if uri not in there and uri not in self._reading.hidden
        ]
        await self._look_at(missing[:CONFIRMED_AT_ONCE])

    async def _look_at(self, uris: list[str], most: int = CONFIRMED_AT_ONCE) -> None:
        """Ask for remembered posts again: some have changed, and what has no record any more is gone."""
        if not uris:
            return
        found, broken = await self._reading.posts(uris, self._me)
        self._broken += broken
        for view in found.values():
            self._take(view, OTHER)
        await self._confirm([uri for uri in uris if uri not in found][:most])

    async def _confirm(self, uris: list[str]) -> None:
        """Whether posts that are not shown are gone. A server that cannot say stops no round."""
        for uri in uris:
            try:
                if await self._reading.record(uri) is None:
                    self._gone[uri] = None
            except Unreachable as error:
                log.warning("whether a post is still there is not known: %s", error)

    # --- everything else ----------------------------------------------------------------------------------

    async def _own(self) -> None:
        """What the city wrote and deleted, here or in any other program: its own records say both."""
        records = await self._reading.records(self._me, POST)
        fresh = {}
        there = set()
        for record in records:
            uri, cid = parse.optional_uri(record.get("uri")), string(record.get("cid"))
            if not uri or not cid:
                self._broken += 1
                continue
            there.add(uri)
            if not self._memory.knows(uri, cid):
                fresh[uri] = record
        found, _ = await self._reading.posts(fresh, self._me)
        for uri, record in fresh.items():
            view = found.get(uri)
            if view is None or view.ref.cid != record.get("cid"):
                view = self._own_view(record) or view  # the public view lags behind our own records
            if view is None:
                self._broken += 1
            else:
                self._take(view, OWN)
        lowest = min((rkey_of(uri) for uri in there), default="") if len(records) >= PAGE else ""
        missing = [
            u for u in self._memory.own() if u not in there and u not in fresh and rkey_of(u) >= lowest
        ]
        for uri in missing[:CONFIRMED_AT_ONCE]:
            if await self._reading.record(uri) is None:
                self._gone[uri] = None

    def _own_view(self, record: Mapping[str, Any]) -> View | None:
        try:
            return own_view(record, self._author, self._me)
        except Malformed:
            return None

    async def _hidden(self) -> None:
        """Replies that were hidden or shown again since the last round, in whatever program."""
        known = self._state.get("hidden")
        before = {whole(key) for key in (known if isinstance(known, list) else ()) if isinstance(key, str)}
        changed = sorted(before ^ self._reading.hidden)[:AGAIN]
        if changed:
            found, _ = await self._reading.posts(changed, self._me)
            for view in found.values():
                self._take(view, OTHER)
        self._state["hidden"] = sorted(short(uri) for uri in before ^ set(changed))

    async def _threads(self) -> None:
        """Answers below posts of our own threads that no notification tells of: in muted threads, from people
        whom the account's settings keep out of the list, and those lost in a page of one instant."""
        asked = 0
        for view in sorted(self._views.values(), key=lambda v: v.post.created_ms or 0, reverse=True):
            ours = view.root.uri.startswith(f"at://{self._me}/")
            if not ours or not self._memory.unread(view) or view.ref.uri in self._gone:
                continue
            if asked == THREADS_AT_ONCE:
                self._state.pop("again_ms", None)  # the rest in the next round
                return
            asked += 1
            for reply in await self._reading.below(view.ref.uri, self._me):
                self._take(reply, OWN if reply.post.own else OTHER)
                self._memory.has_read(reply)
            self._memory.has_read(view)

    async def _search(self, words: str) -> None:
        cursor = ""
        for _ in range(SEARCH_PAGES):
            views, following, broken = await self._reading.search(words, self._me, cursor)
            self._broken += broken
            fresh = [view for view in views if not self._memory.knows(view.ref.uri, view.ref.cid)]
            for view in views:
                self._take(view, OWN if view.post.own else OTHER)
            if not fresh or not following or following == cursor:
                return
            cursor = following


def own_view(record: Mapping[str, Any], author: Mapping[str, Any], me: str) -> View:
    """One of our own records as a post. Raises Malformed."""
    value = record.get("value")
    if not isinstance(value, dict):
        raise Malformed("a record without its value", "not-bluesky")
    ref = parse.reference(record)
    return View(parse.post(ref.uri, value, author, me), ref, parse.root_of(value) or ref)


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
