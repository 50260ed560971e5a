"""Reads an account's threads, what is said below them and its inbox, piece by piece. For Facebook and
Instagram, which page their lists alike and tell of changes nowhere.

Owns what is asked when. A round asks for the newest threads with their newest comments in one call, and for
the inbox; what does not fit becomes a job in the cursor, one request each, so that a kill between any two
costs nothing. How an entry is read is the network's own affair (``Source``).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from connectors.base import Batch, Malformed, Post, Unreachable, unread
from connectors.graph import Denied, Graph, Page, wish_s
from connectors.graph_memory import Memory
from connectors.graph_parts import fingerprint
from connectors.json_values import whole

log = logging.getLogger(__name__)

MOST_PAGES = 40
"""Pages of one list that are walked through: 1,000 threads of the past, and no list for ever."""

EMPTY_PAGES = 5
"""Empty pages in a row that end a walk; a few are normal (facebook.md section 4)."""

CONFIRMED_AT_ONCE = 10
AGAIN_AT_ONCE = 50
AGAIN_EVERY_S = 600
SWEEP_EVERY_S = 300
SWEEP_PAGES = 8
"""Older threads are looked through for new comments, one page each time: 200 threads in turn."""

MOST_PAGES_BELOW = 200
MOST_JOBS = 300
MOST_STAMPS = 200

_NO_SUCH_LIST = ("http-404", "http-405", "http-501")

HEADS = ""
TAGGED = "@"
TALK = "~"
"""What an entry belongs to that is no comment: heads of threads, posts that name us, a talk's messages."""


class Ask(NamedTuple):
    path: str
    params: Mapping[str, Any]


class More(NamedTuple):
    """A list of which only the first entries came along."""

    kind: str  # "comments", "replies" or "messages"
    id: str
    thread: str
    context: str
    place: Mapping[str, str]


@dataclass
class Found:
    """What one item of a list holds: posts that belong to ``thread``, the newest of them first."""

    thread: str
    posts: list[Post]
    broken: int = 0
    whole: bool = False  # these are all there are
    stamp: str = ""  # nothing was said of what is below: it is asked for when this changes
    more: list[More] = field(default_factory=list)
    head: Post | None = None  # the thread itself, where the item is one
    count: int | None = None  # how many comments there are below it, as far as the server counts


class Source(Protocol):
    """One network's dialect. Reading functions raise Malformed for an item that cannot be read; ``link``
    says what the items of one page mean together, such as the messages of a talk."""

    graph: Graph
    optional: Mapping[str, str]  # lists that may be forbidden → what is said of it, "" for nothing

    def lists(self) -> tuple[str, ...]: ...

    def ask(self, kind: str, of: str) -> Ask: ...

    def read(self, kind: str, item: Any, job: Mapping[str, Any]) -> Found: ...

    def link(self, kind: str, found: list[Found]) -> list[Found]: ...

    def alone(self, thread: str) -> Mapping[str, Any]: ...

    def read_alone(self, item: Any, thread: str) -> Post: ...


class Reading:
    """One call of ``fetch``. ``account`` is whose lists these are."""

    def __init__(self, source: Source, cursor: Mapping[str, Any], account: str) -> None:
        self._source = source
        self._graph = source.graph
        state = dict(cursor)
        if state.get("account") != account:
            state = {"account": account, "first": True}  # another account's places mean nothing here
        now_s = int(time.time())
        self._state = state
        self._jobs: list[dict[str, Any]] = [j for j in _list(state.get("jobs")) if isinstance(j, dict)]
        self._doubt = [key for key in _list(state.get("doubt")) if isinstance(key, str)]
        self._memory = Memory(
            state.get("known"),
            state.get("floor"),
            state.get("sure"),
            now_s,
            first=bool(state.get("first")),
            later_s=state.get("later"),
        )
        self._now_s = now_s
        self._posts: list[Post] = []
        self._gone: list[str] = []
        self._notes: dict[str, None] = {}
        self._missing = ""
        self._broken = 0
        self._second: Mapping[str, str] = {}  # where the second page of the threads begins

    async def run(self) -> Batch:
        """A whole round where nothing is left to do from before, else one page of what is."""
        if self._jobs:
            await self._page(self._jobs.pop())
        else:
            for kind in self._source.lists():
                await self._page({"k": kind})
            await self._sweep()
            await self._settle()
        return self._batch()

    def _batch(self) -> Batch:
        more = bool(self._jobs)
        if not more:
            self._state.pop("first", None)
        if self._broken:
            self._notes[unread(self._broken, "항목", "entries")] = None
        unique = {post.remote_id: post for post in self._posts}
        self._state |= {
            "jobs": self._jobs[-MOST_JOBS:],
            "doubt": self._doubt,
            **self._memory.stored(over=not more),
        }
        return Batch(
            tuple(unique.values()),
            tuple(dict.fromkeys(self._gone)),
            self._state,
            more=more,
            damaged="; ".join(self._notes),
            missing=self._missing,
            next_after_s=wish_s(self._graph.strain),
        )

    # --- one page of a list -------------------------------------------------------------------------------

    async def _page(self, job: dict[str, Any]) -> None:
        kind = str(job.get("k", ""))
        ask = self._source.ask(kind, str(job.get("id", "")))
        place = job.get("at")
        try:
            page = await self._graph.page(ask.path, ask.params, place if isinstance(place, dict) else {})
        except Denied as error:
            self._refused(kind, job, error)
            return
        except Unreachable as error:
            if kind not in self._source.optional or error.code not in _NO_SUCH_LIST:
                raise
            log.info("this server has no list of %s: %s", kind, error.code)
            return
        except Malformed as error:
            if not job.get("id") or error.code != "unreadable":
                raise  # a proxy's page: the same question may be answered later
            self._notes[f"the {kind} of {job['id']} cannot be read"] = None
            return
        found, broken = self._read(kind, page, job)
        self._broken += broken
        before = len(self._jobs)
        fresh = self._take(kind, found)
        if kind == self._source.lists()[0] and not place:
            self._second = page.place
            if not broken:
                heads = [one.head for one in found if one.head is not None]
                self._doubt += self._memory.absent(heads, HEADS, whole=not page.place)
        if following := _next_job(job, page, fresh):
            # Below the jobs of this page: those are shorter, so the list of jobs never grows long.
            self._jobs.insert(before, following)

    def _refused(self, kind: str, job: Mapping[str, Any], error: Denied) -> None:
        """One list that is closed to us keeps no other away."""
        if error.fault.missing and job.get("id"):
            self._doubt.append(str(job["id"]))
        elif kind in self._source.optional and not job.get("id"):
            if not error.fault.no_permission:
                self._notes[f"the {kind} cannot be read: {error.code}"] = None
            else:
                self._missing = self._missing or self._source.optional[kind]
        elif job.get("id"):
            self._notes[f"the {kind} of {job['id']} cannot be read: {error.code}"] = None
        else:
            raise error

    def _read(self, kind: str, page: Page, job: Mapping[str, Any]) -> tuple[list[Found], int]:
        found: list[Found] = []
        broken = 0
        for item in page.items:
            try:
                found.append(self._source.read(kind, item, job))
            except Malformed as error:
                log.warning("an entry of %s cannot be read: %s", kind, error)
                broken += 1
        broken += sum(one.broken for one in found)
        return self._source.link(kind, found), broken

    def _take(self, kind: str, found: Iterable[Found]) -> int:
        """Take in what was found; how much the list itself holds that was unknown."""
        any_fresh = 0
        for one in found:
            if one.head is not None:
                posts, fresh_head = self._memory.take([one.head], HEADS)
                self._posts += posts
                any_fresh += fresh_head
            if not one.broken and (one.head is not None or kind == "inbox"):
                self._doubt += self._memory.absent(one.posts, one.thread, whole=one.whole)
            posts, fresh = self._memory.take(one.posts, one.thread)
            self._posts += posts
            any_fresh += fresh if one.head is None else 0
            wanted = self._grown(one) - fresh if one.count is not None else 0
            if (self._stamped(one) if one.stamp else fresh) or wanted > 0:
                self._jobs += [_job_of(more, wanted) for more in one.more]
        return any_fresh

    def _grown(self, one: Found) -> int:
        """By how many comments a thread has grown. They may be anywhere in a list that the server ranks, and
        answers to old comments always are."""
        counts = self._state.get("counts")
        counts = dict(counts) if isinstance(counts, dict) else {}
        before = counts.pop(one.thread, None)
        counts[one.thread] = one.count
        self._state["counts"] = dict(list(counts.items())[-MOST_STAMPS:])
        return (one.count or 0) - before if isinstance(before, int) else 0

    def _stamped(self, one: Found) -> bool:
        """Whether a thread whose comments did not come along has changed since it was last met."""
        stamps = self._state.get("stamps")
        stamps = dict(stamps) if isinstance(stamps, dict) else {}
        changed = stamps.pop(one.thread, None) != one.stamp
        stamps[one.thread] = one.stamp
        self._state["stamps"] = dict(list(stamps.items())[-MOST_STAMPS:])
        return bool(changed)

    # --- what the newest pages do not show ----------------------------------------------------------------

    async def _sweep(self) -> None:
        """One page of older threads, another one each time: new comments below them show nowhere else."""
        sweep = self._state.get("sweep")
        sweep = dict(sweep) if isinstance(sweep, dict) else {}
        if self._jobs or 0 <= self._now_s - whole(sweep.get("s")) < SWEEP_EVERY_S:
            return  # while the past is read, that shows them anyway
        kind = self._source.lists()[0]
        place, number = sweep.get("at"), whole(sweep.get("n"))
        if not isinstance(place, dict) or not place:
            place, number = dict(self._second), 0
        self._state["sweep"] = {"s": self._now_s}
        if not place:
            return
        ask = self._source.ask(kind, "")
        page = await self._graph.page(ask.path, ask.params, place)
        found, broken = self._read(kind, page, {"k": kind})
        self._broken += broken
        self._take(kind, found)
        if page.place and number + 1 < SWEEP_PAGES and dict(page.place) != place:
            self._state["sweep"] |= {"at": dict(page.place), "n": number + 1}

    async def _settle(self) -> None:
        """Entries that a list left out, and those that no list has shown for a while, asked for by id."""
        doubt = [key for key in dict.fromkeys(self._doubt) if self._memory.knows(key)]
        self._doubt = doubt[CONFIRMED_AT_ONCE:]
        for key in doubt[:CONFIRMED_AT_ONCE]:
            if await self._there(key):
                self._memory.saw(key)
            else:
                self._lost(key)
        if doubt or self._jobs or 0 <= self._now_s - whole(self._state.get("again")) < AGAIN_EVERY_S:
            return
        self._state["again"] = self._now_s
        together = self._state.get("together") is not False
        groups: dict[str, list[str]] = {}
        for key in self._memory.unseen_longest(AGAIN_AT_ONCE if together else CONFIRMED_AT_ONCE):
            groups.setdefault(_sort_of(self._memory.thread_of(key)), []).append(key)
        lost = len(self._gone)
        alone = [await self._again(group) for group in groups.values()]
        if any(alone) and len(self._gone) == lost:
            self._state["together"] = False  # nothing was gone: this server does not read many at once

    def _lost(self, key: str) -> None:
        if self._memory.thread_of(key) in (HEADS, TAGGED):
            self._doubt += self._memory.of_thread(key)  # what was said below it went with it
        self._memory.forget(key)
        self._gone.append(key)

    async def _there(self, key: str) -> bool:
        answer = await self._graph.entry(key, {"fields": "id"})
        # With this one field nothing but the entry itself can be wrong with the question. What may not be
        # read any more has not been deleted.
        return answer.fault is None or not (answer.fault.missing or answer.fault.code == 100)

    async def _again(self, keys: list[str]) -> bool:
        """Read entries by their ids, together where that works: one that is gone fails the whole call, so the
        group is halved until it is alone (facebook.md section 8). Gives whether it had to be."""
        if len(keys) == 1 or self._state.get("together") is False:
            for key in keys:
                await self._one_again(key)
            return False
        fields = self._source.alone(self._memory.thread_of(keys[0]))
        answer = await self._graph.entry("", {"ids": ",".join(keys), **fields})
        if answer.fault is None and isinstance(answer.value, dict):
            for key in keys:
                if key in answer.value:
                    self._shown(key, answer.value[key])
                else:
                    await self._one_again(key)
            return False
        half = len(keys) // 2
        await self._again(keys[:half])
        await self._again(keys[half:])
        return True

    async def _one_again(self, key: str) -> None:
        answer = await self._graph.entry(key, self._source.alone(self._memory.thread_of(key)))
        if answer.fault is None:
            self._shown(key, answer.value)
        elif await self._there(key):
            self._memory.saw(key)
        else:
            self._lost(key)

    def _shown(self, key: str, item: Any) -> None:
        thread = self._memory.thread_of(key)
        try:
            post = self._source.read_alone(item, thread)
        except Malformed as error:
            log.warning("an entry cannot be read again: %s", error)
            self._memory.saw(key)
            return
        if post.remote_id == key:
            self._posts += self._memory.take([post], thread)[0]


def _next_job(job: Mapping[str, Any], page: Page, fresh: int) -> dict[str, Any]:
    """The next page of a list as a job, where it goes on and may hold something unknown; {} where not. A list
    that repeats itself or never ends is left (facebook.md section 4)."""
    wanted = whole(job.get("w")) - fresh
    if not page.place or (page.items and not fresh and wanted <= 0):
        return {}
    mark = fingerprint([item.get("id") for item in page.items if isinstance(item, dict)])
    count, empty = whole(job.get("n")) + 1, 0 if page.items else whole(job.get("e")) + 1
    repeats = dict(page.place) == job.get("at") or (bool(page.items) and mark == job.get("m"))
    most = MOST_PAGES_BELOW if job.get("id") else MOST_PAGES
    if repeats or count >= most or empty >= EMPTY_PAGES:
        return {}
    following = {**job, "at": dict(page.place), "n": count, "m": mark, "e": empty}
    return following | {"w": max(wanted, 0)} if "w" in job else following


def _job_of(more: More, wanted: int) -> dict[str, Any]:
    """``wanted``: so many unknown comments must be there (not among the answers to one)."""
    job = {"k": more.kind, "id": more.id, "t": more.thread, "c": more.context, "at": dict(more.place)}
    return job | {"w": wanted} if wanted > 0 and more.kind == "comments" else job


def _sort_of(thread: str) -> str:
    """Entries of one sort are read with the same fields."""
    return thread[:1] if thread in (HEADS, TAGGED) or thread.startswith(TALK) else "comment"


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []
