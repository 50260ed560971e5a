"""What is asked of X in a round, step by step, and what becomes of the answers (x.md section 4.1).

A call of ``fetch`` reads one page of one list, or goes through lists that have nothing new. The order:
mentions, our own posts, direct messages; every hour a search for mentions that the list left out and the
quotes of our posts; now and then the newest posts once more, for edits and deletions.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from connectors.base import Author, Batch, Malformed, Post, RateLimited, Refused, Unreachable
from connectors.x import parse
from connectors.x.api import Api, refusal
from connectors.x.memory import DAY_MS, HOUR_MS, STEPS, Memory, Place
from connectors.x.problems import names_place

log = logging.getLogger(__name__)

PAGE = 100
DM_PAGE = 20
"""Messages asked for where the past is known: each of them costs money once a day, also a known one."""

SWEEP_EVERY_MS = HOUR_MS
SWEEP_BACK_MS = HOUR_MS
"""Each search begins that long before the last one: it is there to find what was indexed late."""

FIRST_SWEEP_MS = DAY_MS
SEARCHABLE_MS = 7 * DAY_MS - HOUR_MS
AGAIN_EVERY_MS = 10 * 60 * 1000
OFF_MS = DAY_MS
"""A list that our plan or permission does not include is asked for again after a day."""

MOST_PAGES = {"mentions": 40, "own": 40, "dms": 120, "sweep": 40, "quotes": 5}
_OPTIONAL = frozenset(STEPS) - {"mentions"}
OWN_ROOTS = 20
LEAST_QUOTES = 10
"""The smallest page of quotes that X gives."""


@dataclass
class Gathered:
    posts: dict[str, Post] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    broken: int = 0
    trouble: list[str] = field(default_factory=list)  # lists that could not be read, and why

    def __bool__(self) -> bool:
        return bool(self.posts or self.gone or self.broken)


class Reading:
    """One page of a round of the account ``me``."""

    def __init__(self, api: Api, me: Author, memory: Memory) -> None:
        self._api = api
        self._own_author = me
        self._me = me.remote_id
        self._username = me.handle.lstrip("@")
        self._memory = memory
        self._got = Gathered()
        self._steps: dict[str, Callable[[Place], Awaitable[bool]]] = {
            "mentions": self._mentions,
            "own": self._own,
            "dms": self._messages,
            "sweep": self._sweep,
            "quotes": self._quotes,
            "again": self._again,
        }

    async def batch(self, pending: list[Post]) -> Batch:
        """The next page, or an empty batch at the end of a round. ``pending``: posts we have changed."""
        for post in pending:
            self._got.posts[post.remote_id] = post
            self._memory.hide(post.remote_id, post.state == "hidden")
        more = True
        while more:
            further = await self._one_step()
            more = further or self._memory.advance()
            if further or self._got:
                break
        damaged = [f"{self._got.broken} entries could not be read"] if self._got.broken else []
        self._memory.renamed = sorted(self._api.renamed)
        return Batch(
            tuple(self._got.posts.values()),
            tuple(self._got.gone),
            self._memory.as_cursor(),
            more=more,
            damaged="; ".join([*damaged, *self._got.trouble]),
        )

    async def _one_step(self) -> bool:
        """Whether there is a further page of this step."""
        memory, step = self._memory, self._memory.step
        if memory.off.get(step, 0) > _now_ms():
            return False
        memory.off.pop(step, None)
        try:
            return await self._steps[step](memory.places[step])
        except RateLimited as error:
            if step not in _OPTIONAL:
                raise
            log.info("%s of X have to wait: %s", step, error)
        except (Refused, Unreachable, Malformed) as error:
            # One list that fails must not keep the others from being read; a line that fails is all of X.
            answered = isinstance(error, Malformed) or error.code.startswith("http-")
            if step not in _OPTIONAL or not answered:
                raise
            log.warning("%s of X cannot be read: %s", step, error.code)
            self._got.trouble.append(f"{step}: {error.code}")
            if error.code.startswith("http-4"):
                memory.off[step] = _now_ms() + (OFF_MS if isinstance(error, Refused) else HOUR_MS)
                memory.places[step].finish()
                memory.queue = memory.queue if step != "quotes" else {}
        return False

    # --- lists --------------------------------------------------------------------------------------------

    async def _mentions(self, place: Place) -> bool:
        path = f"/2/users/{self._me}/mentions"
        page = await self._page(place, path, max_results=PAGE, since_id=place.from_id)
        self._take(page)
        return place.read(page, MOST_PAGES["mentions"])

    async def _own(self, place: Place) -> bool:
        """What the city wrote here and in other programs; the first time as far back as the mentions go."""
        since = place.from_id
        if not place.token:
            place.begun_ms = _now_ms()
        if not since:
            week_ago = parse.id_at(place.begun_ms - 7 * DAY_MS)
            oldest = self._memory.places["mentions"].low or week_ago
            since = min(week_ago, parse.earlier(oldest, HOUR_MS) or week_ago, key=int)
        path = f"/2/users/{self._me}/tweets"
        page = await self._page(place, path, max_results=PAGE, since_id=since, exclude="retweets")
        self._take(page)
        return place.read(page, MOST_PAGES["own"])

    async def _sweep(self, place: Place) -> bool:
        now_ms = _now_ms()
        if not place.due(now_ms, SWEEP_EVERY_MS):
            return False
        if not place.token:
            place.begun_ms = now_ms
        back_ms = place.at_ms - SWEEP_BACK_MS if place.at_ms else place.begun_ms - FIRST_SWEEP_MS
        page = await self._page(
            place,
            "/2/tweets/search/recent",
            token_name="next_token",
            query=f"(to:{self._username} OR @{self._username}) -is:retweet",
            max_results=PAGE,
            sort_order="recency",
            since_id=parse.id_at(max(back_ms, place.begun_ms - SEARCHABLE_MS)),
        )
        self._take(page)
        more = place.read(page, MOST_PAGES["sweep"])
        if not more:
            place.at_ms = place.begun_ms
        return more

    async def _messages(self, place: Place) -> bool:
        """Direct messages cannot be asked for from an id on: page by page until there is a known one."""
        page = await self._page(
            place,
            "/2/dm_events",
            kind="dm",
            max_results=DM_PAGE if place.since else PAGE,
            event_types="MessageCreate",
        )
        for found in self._with_parents(page):
            self._give(found, watch=False)
        self._note_damage(page)
        known = any(place.since and int(found.version) <= int(place.since) for found in page.found)
        more = place.read(page, MOST_PAGES["dms"])
        if more and known:
            place.finish()
        return more and not known

    async def _quotes(self, place: Place) -> bool:
        """Quotes that do not name us, of the newest posts whose count of quotes has grown: as many as it has
        grown by, because each of them costs money."""
        now_ms, memory = _now_ms(), self._memory
        if not memory.queue:
            if not place.due(now_ms, SWEEP_EVERY_MS):
                return False
            place.at_ms = now_ms
            path = f"/2/users/{self._me}/tweets"
            roots = await self._page(place, path, max_results=OWN_ROOTS, exclude="replies,retweets")
            self._take(roots)
            grown = {found.version: self._growth(found) for found in roots.found}
            memory.queue = {number: count for number, count in grown.items() if count}
            memory.quotes = {f.version: f.quotes for f in roots.found if f.quotes is not None}
            return bool(memory.queue)
        number, wanted = next(iter(memory.queue.items()))
        size = max(LEAST_QUOTES, min(PAGE, wanted))
        try:
            page = await self._page(place, f"/2/tweets/{number}/quote_tweets", max_results=size)
        except Unreachable as error:
            if error.code != "http-404":
                raise
            page = parse.Page((), (), (), "")  # the quoted post itself is gone by now
        self._take(page)
        memory.queue[number] = wanted - len(page.found)
        more = place.read(page, MOST_PAGES["quotes"])
        if not more or memory.queue[number] <= 0:
            place.finish()
            del memory.queue[number]
        return bool(memory.queue)

    def _growth(self, found: parse.Found) -> int:
        """How many quotes are new; one page of them where X does not count or we see the post first."""
        known = self._memory.quotes.get(found.version)
        if found.quotes is None or known is None:
            return min(found.quotes if found.quotes is not None else LEAST_QUOTES, PAGE)
        return max(0, found.quotes - known)

    async def _again(self, place: Place) -> bool:
        """The newest posts once more, for edits that no longer name us and for deletions."""
        now_ms, memory = _now_ms(), self._memory
        if not place.due(now_ms, AGAIN_EVERY_MS):
            return False
        place.at_ms = now_ms
        due = memory.due(now_ms)[:PAGE]
        newest = await self._look(due)
        if newest:
            await self._look(newest)
        memory.looked(due, now_ms)
        return False

    async def _look(self, numbers: list[str]) -> list[str]:
        """Take in these posts as they are now; ids of newer versions of them."""
        if not numbers:
            return []
        value = await self._api.demand("/2/tweets", "post", ids=",".join(numbers))
        page = parse.page(value, self._me)
        self._got.gone += [lost for number in page.missing if (lost := self._memory.forget(number))]
        self._take(page)
        return [found.versions[-1] for found in page.found if found.stale]

    # --- parts --------------------------------------------------------------------------------------------

    async def _page(
        self,
        place: Place,
        path: str,
        *,
        kind: str = "post",
        token_name: str = "pagination_token",
        **params: Any,
    ) -> parse.Page:
        """One page. Where X no longer takes our place in the list, the list is begun anew, once."""
        wanted = {name: value for name, value in params.items() if value}
        if place.token:
            wanted[token_name] = place.token
        answer = await self._api.read(path, kind, **wanted)
        # Some refusals do not say what is wrong: then it may be the place too (x.md section 7).
        unsaid = not any(problem.parameters for problem in answer.problems)
        for name in (token_name, "since_id"):
            if answer.status == 400 and name in wanted and (unsaid or names_place(answer.problems)):
                log.warning("X no longer knows our place in %s", path)
                place.token, place.pages = "", 0
                place.since = "" if name == "since_id" else place.since
                del wanted[name]
                answer = await self._api.read(path, kind, **wanted)
        if not answer.ok:
            raise refusal(answer, reading=True)
        return parse.page(answer.value, self._me, kind)

    def _take(self, page: parse.Page) -> None:
        for found in (*page.related, *page.found):
            self._give(found)
        self._note_damage(page)

    def _note_damage(self, page: parse.Page) -> None:
        """Entries that cannot be read, each said once: lists are read again and again."""
        for number in page.damaged:
            if not number or number not in self._memory.damaged:
                self._got.broken += 1
            if number:
                self._memory.damaged.append(number)

    def _give(self, found: parse.Found, *, watch: bool = True) -> None:
        post = self._memory.take(found, _now_ms(), watch=watch)
        if post is not None:
            if post.own and not post.author.handle:  # what only comes along has no author of its own
                post = post._replace(author=self._own_author)
            self._got.posts[post.remote_id] = post

    def _with_parents(self, page: parse.Page) -> list[parse.Found]:
        """Messages from old to new; one of ours answers what the citizen wrote last in that conversation."""
        asked = self._memory.asked
        done = []
        for found in sorted(page.found, key=lambda one: int(one.version)):
            last = asked.get(found.conversation, "")
            if not found.post.own:
                if not last or int(found.version) > int(last):
                    asked.pop(found.conversation, None)
                    asked[found.conversation] = found.version
            elif last and int(last) < int(found.version):
                found = parse.Found(
                    found.post._replace(parent_id=last),
                    found.version,
                    found.versions,
                    None,
                    found.conversation,
                )
            done.append(found)
        return done


def _now_ms() -> int:
    return int(time.time() * 1000)
