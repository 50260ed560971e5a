"""Reading an account's posts and the comments below them, piece by piece.

Owns the cursor. Its parts: ``who`` (account and server), ``seen`` (the newest posts, each with: comments
counted, whether its Z means Korean time, second of writing, readings that came short), ``ids`` (the known
comments below them), ``todo`` (posts whose comments are to be read), ``walk`` (the place in the list of posts
while it is walked through), ``old``, ``old_ms``, ``end`` and ``end_ms`` (older posts that are looked at from
time to time). me2day has no "since": what is new is found by comparing
counts (me2day.md section 5).
"""

from __future__ import annotations

import logging
import time
from typing import Any

from connectors.base import AuthExpired, Batch, Malformed, Post, RateLimited, Refused, Unreachable
from connectors.json_values import string
from connectors.me2day.api import Api
from connectors.me2day.parse import Comment, Entry, Reader, one_line

log = logging.getLogger(__name__)

PAGE = 20
COMMENTS_PAGE = 100
TRACKED = 100
OVERLAP = 2
"""Posts of a page that are asked for again with the next one: deletions move the list up meanwhile."""

REMEMBERED_POSTS = 200
REMEMBERED_COMMENTS = 1500
MOST_OF_ONE_POST = 1000
MET = 600
"""Posts of a walk that are remembered so that a server which repeats itself cannot keep us for ever."""

IDLE_PAGES = 3
MOST_PAGES = 100
SHORT_TRIES = 3
READS_AT_ONCE = 5
CONFIRMED_AT_ONCE = 5
OLD_EVERY_S = 600.0
"""How often one page of older posts is looked at for comments that changed there."""

END_EVERY_S = 3000.0


class Reading:
    """One call of ``step`` is one piece: a page of posts, or the comments of a few posts."""

    def __init__(self, api: Api, state: dict[str, Any]) -> None:
        self.api = api
        self.reader = Reader(api.user, api.server)
        self.state = state
        self.seen: dict[str, list[int]] = state.setdefault("seen", {})
        self.ids: dict[str, list[str]] = state.setdefault("ids", {})
        self.todo: list[list[Any]] = state.setdefault("todo", [])
        self.posts: list[Post] = []
        self.gone: list[str] = []
        self.broken = 0

    async def step(self) -> Batch:
        if self.todo:
            await self._read_comments()
        elif "walk" in self.state:
            await self._walk()
        else:
            await self._round()
        return self._batch()

    def _batch(self) -> Batch:
        self._forget_old()
        damaged = f"{self.broken} posts or comments could not be read" if self.broken else ""
        more = bool(self.todo or "walk" in self.state)
        posts = {post.remote_id: post for post in self.posts}
        return Batch(tuple(posts.values()), tuple(dict.fromkeys(self.gone)), self.state, more, damaged)

    # --- a round ------------------------------------------------------------------------------------------

    async def _round(self) -> None:
        if self.api.signed_in:
            await self._tracked()
        first = not self.seen
        page = await self._page(0)
        known = [entry for entry in page if entry.post.remote_id in self.seen]
        await self._look_for_deleted(page)
        self._take(page)
        if page and (first or not known):
            place = max(1, len(page) - OVERLAP)
            met = [entry.post.remote_id for entry in page]
            self.state["walk"] = {"offset": place, "low": met[-1], "met": met, "floor": not first}
        elif not first and _due(self.state.get("old_ms"), OLD_EVERY_S):
            await self._older()
            if "end" in self.state and _due(self.state.get("end_ms"), END_EVERY_S):
                await self._behind_the_end()

    async def _tracked(self) -> None:
        """New comments on any of our posts, also on those whose counts nobody looks at any more."""
        value = await self.api.demand(
            "GET", "track_comments", self.api.user, {"scope": "to_me", "count": TRACKED}
        )
        found, broken = self.reader.tracks(value)
        self.broken += broken
        for comment in found:
            below = comment.post.parent_id
            if not comment.summons:
                self._keep(comment, below)
            elif comment.post.remote_id not in self.ids.get(below, ()):
                # Whom it answers is seen among the other comments only.
                self._ask_for(below, comment.post.context, int(comment.kst), self.seen.get(below, [0])[0])

    async def _look_for_deleted(self, page: list[Entry]) -> None:
        """Remembered posts that should stand on this page; whether they are gone, the server is asked."""
        there = {entry.post.remote_id for entry in page}
        lowest = min(((e.post.created_ms or 0) // 1000 for e in page), default=0)
        missing = [key for key, row in self.seen.items() if key not in there and row[2] >= lowest]
        for key in missing[:CONFIRMED_AT_ONCE]:
            answer = await self.api.call("GET", "get_posts", self.api.user, {"post_id": key})
            if answer.missing or (answer.ok and answer.value in ([], {"posts": []})):
                self.gone += [key, *self.ids.pop(key, [])]
                del self.seen[key]

    async def _older(self) -> None:
        """One of the pages behind the first, another one each time."""
        self.state["old_ms"] = int(time.time() * 1000)
        offset = self.state.get("old", PAGE)
        if not isinstance(offset, int) or offset >= min(len(self.seen), REMEMBERED_POSTS):
            offset = PAGE
        if len(self.seen) > offset:
            page = await self._page(offset)
            await self._look_for_deleted_between(page)
            self._take([entry for entry in page if entry.post.remote_id in self.seen])
        self.state["old"] = offset + PAGE

    async def _behind_the_end(self) -> None:
        """Whether the list goes on where the first walk ended: a page that came empty looks like its end."""
        self.state["end_ms"] = int(time.time() * 1000)
        offset = int(self.state["end"])
        page = await self._page(offset)
        names = [entry.post.remote_id for entry in page]
        if any(name not in self.seen for name in names):
            self._take(page)
            place = offset + max(1, len(page) - OVERLAP)
            self.state["walk"] = {"offset": place, "low": names[-1], "met": names, "floor": False}

    async def _look_for_deleted_between(self, page: list[Entry]) -> None:
        times = [(entry.post.created_ms or 0) // 1000 for entry in page]
        if not times:
            return
        newer = {key: row for key, row in self.seen.items() if row[2] >= max(times)}
        kept, self.seen = self.seen, {key: row for key, row in self.seen.items() if key not in newer}
        await self._look_for_deleted(page)
        self.seen = {key: row for key, row in kept.items() if key in newer or key in self.seen}

    # --- the list of posts --------------------------------------------------------------------------------

    async def _walk(self) -> None:
        """One page further down: the whole list the first time, later as far as the list is new.

        Offsets shift when posts are written or deleted meanwhile. New ones push old ones down, which repeats
        some; where the last post of the page before is missing, the walk goes back until it is there.
        """
        walk = dict(self.state["walk"])
        offset, met = int(walk["offset"]), list(walk["met"])
        page = await self._page(offset)
        names = [entry.post.remote_id for entry in page]
        back = int(walk.get("back", 0))
        if page and walk["low"] not in names and not set(names) & set(met) and back < IDLE_PAGES:
            self.state["walk"] = {**walk, "offset": max(0, offset - PAGE), "back": back + 1}
            return
        fresh = [entry for entry in page if entry.post.remote_id not in met]
        reached = walk["floor"] and any(entry.post.remote_id in self.seen for entry in fresh)
        self._take(fresh)
        idle = 0 if fresh else int(walk.get("idle", 0)) + 1
        end = offset + len(page) if page else int(walk.get("end", offset))
        if reached or idle >= IDLE_PAGES:
            del self.state["walk"]
            if not walk["floor"]:
                self.state |= {"end": end, "end_ms": int(time.time() * 1000)}
            return
        self.state["walk"] = {
            "offset": offset + (max(1, len(page) - OVERLAP) if page else PAGE),
            "low": names[-1] if names else walk["low"],
            "met": [*met, *(entry.post.remote_id for entry in fresh)][-MET:],
            "floor": walk["floor"],
            "idle": idle,
            "end": end,
        }

    async def _page(self, offset: int) -> list[Entry]:
        params: dict[str, Any] = {"count": PAGE}
        if offset:
            params["offset"] = offset
        value = await self.api.demand("GET", "get_posts", self.api.user, params)
        entries, broken = self.reader.posts(value)
        self.broken += broken
        return entries

    def _take(self, page: list[Entry]) -> None:
        """Posts that are new, and a reading of the comments of those whose count changed."""
        for entry in page:
            key = entry.post.remote_id
            row = self.seen.get(key)
            if row is None:
                self.posts.append(entry.post)
            if (row[0] if row else 0) != entry.comments:
                self._ask_for(key, one_line(entry.post.text), int(entry.kst), entry.comments)
            counted, tries = (row[0], row[3]) if row else (0, 0)
            self.seen[key] = [counted, int(entry.kst), (entry.post.created_ms or 0) // 1000, tries]

    def _ask_for(self, key: str, context: str, kst: int, counted: int) -> None:
        """Put the comments below a post on the list of those to be read."""
        for item in self.todo:
            if item[0] == key:
                item[4] = counted
                return
        self.todo.append([key, 1, context, kst, counted, []])

    # --- comments -----------------------------------------------------------------------------------------

    async def _read_comments(self) -> None:
        for _ in range(READS_AT_ONCE):
            if not self.todo:
                return
            item = self.todo[0]
            try:
                await self._read_page(item)
            except (AuthExpired, RateLimited):
                raise
            except (Refused, Malformed) as error:
                self._give_up(item, error)
            except Unreachable as error:
                if not error.code.startswith("http-"):
                    raise
                self._give_up(item, error)

    def _give_up(self, item: list[Any], error: Exception) -> None:
        """One post's comments must not keep the others away; its count stays different, so the next round
        asks again."""
        log.warning("comments of post %s cannot be read: %s", item[0], error)
        self.broken += 1
        self.todo.remove(item)

    async def _read_page(self, item: list[Any]) -> None:
        key, number, context, kst, counted, got = item
        params = {"post_id": key, "items_per_page": COMMENTS_PAGE, "page": number}
        value = await self.api.demand("GET", "get_comments", self.api.user, params)
        page = self.reader.comments(value, key, string(context), kst=bool(kst))
        self.broken += page.broken
        for comment in page.found:
            self._keep(comment, key)
        names = [comment.post.remote_id for comment in page.found]
        got = list(dict.fromkeys([*got, *names]))
        # What cannot be read, or is too much to be remembered, cannot be called deleted either.
        certain = not page.broken and len(got) <= MOST_OF_ONE_POST and "" not in got
        got = got[:MOST_OF_ONE_POST] if certain else ["", *[one for one in got if one]][:MOST_OF_ONE_POST]
        if number < min(page.pages, MOST_PAGES):
            self.todo[0] = [key, number + 1, context, kst, counted, got]
            return
        self.todo.pop(0)
        whole = len(got) >= page.total
        if certain and whole:
            there = set(got)
            self.gone += [one for one in self.ids.get(key, []) if one not in there]
            self.ids[key] = [one for one in self.ids.get(key, []) if one in there]
        row = self.seen.get(key)
        if row is not None:
            # A page that came short is read again with the next round, but not for ever.
            row[3] = 0 if whole or not certain else row[3] + 1
            if row[3] % SHORT_TRIES == 0:
                row[0] = int(counted)

    def _keep(self, comment: Comment, key: str) -> None:
        known = self.ids.setdefault(key, [])
        if comment.post.remote_id not in known:
            known.append(comment.post.remote_id)
            self.posts.append(comment.post)

    def _forget_old(self) -> None:
        newest = sorted(self.seen, key=lambda key: self.seen[key][2], reverse=True)[:REMEMBERED_POSTS]
        self.state["seen"] = self.seen = {key: self.seen[key] for key in newest}
        room = REMEMBERED_COMMENTS
        kept: dict[str, list[str]] = {}
        for key in [*newest, *(key for key in reversed(self.ids) if key not in self.seen)]:
            names = self.ids.get(key, [])[-MOST_OF_ONE_POST:]
            if names and room >= len(names):
                kept[key] = names
                room -= len(names)
        self.state["ids"] = self.ids = dict(reversed(kept.items()))


def _due(last_ms: Any, every_s: float) -> bool:
    """Also after a clock that was set back."""
    last = last_ms if isinstance(last_ms, int) else 0
    return not 0 <= time.time() * 1000 - last < every_s * 1000
