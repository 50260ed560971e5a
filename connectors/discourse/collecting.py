"""One round of a forum: what is new, changed or gone. Owns the cursor.

The list of newest posts goes down by ids. A page may be short or empty although there is more below it,
because a forum looks at a stretch of ids and leaves out what we may not see; so walking down is counted in
ids. The newest page is read in every round; the next ones every ten minutes, for edits, deletions and parents
that were not known yet.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from typing import Any

from connectors.base import Batch, Post, unread
from connectors.discourse import parse
from connectors.discourse.api import Api
from connectors.discourse.parse import Item
from connectors.json_values import mapping

STRETCH = 50
"""Ids that a forum looks at for one page."""

REMEMBERED = 400
PLACES = 400
FIRST_LOAD_MS = 90 * 86_400_000
"""How far back a new channel reads: a forum may have millions of posts and allows 20 requests a minute."""

EMPTY_PAGES = 20
AGAIN_EVERY_MS = 600_000
AGAIN_PAGES = 3
CONFIRMED_AT_ONCE = 5
TOPICS_AT_ONCE = 3


class Round:
    """One call of ``fetch``. ``categories``: only these; empty means all."""

    def __init__(self, api: Api, who: str, cursor: Mapping[str, Any], categories: frozenset[int]) -> None:
        self._api = api
        self._categories = categories
        # Another account sees other posts: what is missing for it has not been deleted.
        self._state: dict[str, Any] = dict(cursor) if cursor.get("who") == who else {"who": who}
        seen = self._state.get("seen")
        self._seen: dict[int, str] = {
            int(key): str(value)
            for key, value in (seen.items() if isinstance(seen, dict) else ())
            if key.isdigit()
        }
        places = self._state.get("places")
        self._places: dict[str, int] = {
            str(key): parse.whole(value)
            for key, value in (places.items() if isinstance(places, dict) else ())
        }
        self._posts: dict[int, Post] = {}
        self._gone: dict[int, None] = {}
        self._broken = 0
        self._now = int(time.time() * 1000)

    async def run(self) -> Batch:
        known = self._state.pop("walk", None)
        walk = (
            dict(known)
            if isinstance(known, dict)
            else {"floor": parse.whole(self._state.get("max")), "top": 0}
        )
        before = parse.whole(walk.get("before"))
        items = await self._page(before)
        walk["top"] = max(parse.whole(walk.get("top")), *(item.id for item in items), 0)
        if self._further(walk, before, items):
            self._state["walk"] = walk
            return self._batch(more=True)
        self._state["max"] = max(walk["top"], parse.whole(self._state.get("max")))
        if not 0 <= self._now - parse.whole(self._state.get("again_ms")) < AGAIN_EVERY_MS:
            await self._again()
            self._state["again_ms"] = self._now
        return self._batch(more=False)

    def _further(self, walk: dict[str, Any], before: int, items: list[Item]) -> bool:
        """Whether there is more to read below this page; ``walk`` then says from where."""
        floor = parse.whole(walk["floor"])
        if not items:
            walk["empty"] = parse.whole(walk.get("empty")) + 1
            # The first empty page in a row may be a mistake of a moment: it is asked for once more.
            walk["before"] = before if walk["empty"] % 2 else before - STRETCH
            return bool(before) and walk["before"] > floor + 1 and walk["empty"] < EMPTY_PAGES
        walk["empty"] = 0
        lowest = min(item.id for item in items)
        walk["before"] = lowest if not before or lowest < before else before - STRETCH
        oldest = min(
            (item.post.created_ms for item in items if item.post.created_ms is not None), default=self._now
        )
        if not floor and oldest < self._now - FIRST_LOAD_MS:
            return False
        return lowest > floor and parse.whole(walk["before"]) > 1

    async def _page(self, before: int) -> list[Item]:
        """Read one page, take what is new on it, and find out what left it."""
        value = await self._api.demand("GET", "/posts.json", {"before": before} if before else None)
        items, broken = parse.latest(value, self._api.site, self._api.login)
        self._broken += broken
        for item in items:
            self._places[f"{item.topic}/{item.number}"] = item.id
        await self._find_parents(items)
        for item in items:
            self._take(item)
        if items:
            there = {item.id for item in items}
            missing = [
                key
                for key in self._seen
                if min(there) < key and (not before or key < before) and key not in there
            ]
            for key in sorted(missing, reverse=True)[:CONFIRMED_AT_ONCE]:
                await self._confirm(key)
        return items

    def _take(self, item: Item) -> None:
        if not item.regular or (self._categories and item.category not in self._categories):
            return
        if item.gone:
            if item.id in self._seen:
                self._gone[item.id] = None
            return
        parent = self._places.get(f"{item.topic}/{item.answers}", 0) if item.answers else 0
        post = item.post._replace(parent_id=str(parent) if parent else "")
        # A forum does not count a change within the first minutes as a new version.
        said = hashlib.blake2b(f"{post.text}\n{post.context}".encode("utf-8", "replace"), digest_size=4)
        version = f"{item.version}{post.state[:1]}{parent or ''}.{said.hexdigest()}"
        if self._seen.get(item.id) != version:
            self._seen[item.id] = version
            self._posts[item.id] = post

    async def _confirm(self, number: int) -> None:
        """Whether a post that left the list is gone; staff is shown deleted ones too."""
        answer = await self._api.call("GET", f"/posts/{number}.json")
        if answer.missing or answer.status == 403:
            self._gone[number] = None
            return
        if not answer.ok:
            raise await self._api.refusal(answer, reading=True)
        items, _ = parse.items([answer.value], self._api.site, self._api.login)
        if items and items[0].gone:
            self._gone[number] = None

    async def _find_parents(self, items: list[Item]) -> None:
        """Answers name the place of what they answer within its topic, not its id."""
        wanted: dict[int, int] = {}
        for item in items:
            if (
                item.answers
                and f"{item.topic}/{item.answers}" not in self._places
                and item.id not in self._seen
            ):
                wanted.setdefault(item.topic, item.answers)
        for topic, number in list(wanted.items())[:TOPICS_AT_ONCE]:
            self._places[f"{topic}/{number}"] = 0  # not asked for again where it is not to be found
            for found in await topic_posts(self._api, topic, number):
                self._places[f"{topic}/{found.number}"] = found.id

    async def _again(self) -> None:
        lowest = max([*self._seen, 0])
        for _ in range(AGAIN_PAGES):
            below = [key for key in sorted(self._seen, reverse=True) if key < lowest]
            if not below:
                return
            items = await self._page(lowest)
            lowest = min((item.id for item in items), default=lowest - STRETCH)

    def _batch(self, *, more: bool) -> Batch:
        for key in self._gone:
            self._seen.pop(key, None)
            self._posts.pop(key, None)
        newest = sorted(self._seen, reverse=True)[:REMEMBERED]
        self._state["seen"] = {str(key): self._seen[key] for key in newest}
        places = sorted(self._places.items(), key=lambda place: place[1], reverse=True)[:PLACES]
        self._state["places"] = dict(places)
        damaged = unread(self._broken, "글", "posts")
        gone = tuple(str(key) for key in self._gone)
        return Batch(tuple(self._posts.values()), gone, self._state, more=more, damaged=damaged)


async def topic_posts(api: Api, topic: int, number: int) -> list[Item]:
    """The posts of a topic around one place: its first page, or the twenty ids around it in the stream."""
    answer = await api.call("GET", f"/t/{topic}.json")
    if not answer.ok:
        return []
    stream = mapping(mapping(answer.value).get("post_stream"))
    posts = stream.get("posts")
    found, _ = parse.items(posts if isinstance(posts, list) else [], api.site, api.login)
    if any(item.number == number for item in found):
        return found
    ids = [parse.whole(one) for one in stream["stream"]] if isinstance(stream.get("stream"), list) else []
    # Deleted posts leave no gap in the stream, so a place is at its number or before it.
    around = [one for one in ids[max(0, number - 18) : number + 2] if one]
    if not around:
        return found
    answer = await api.call("GET", f"/t/{topic}/posts.json", {"post_ids[]": around})
    if not answer.ok:
        return found
    posts = mapping(mapping(answer.value).get("post_stream")).get("posts")
    more, _ = parse.items(posts if isinstance(posts, list) else [], api.site, api.login)
    return [*found, *more]
