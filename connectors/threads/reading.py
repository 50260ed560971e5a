"""What is read, and when: one page a call, so that a program that is killed between two goes on from there.

Own posts, own replies and mentions have lists of their own; what citizens say below a post of the city's is
in that post's conversation, and nothing tells that there is something new in it. So young posts are asked
often and older ones rarely (threads.md section 4). Edits and deletions are told of nowhere: what no list
has shown for a while is asked for by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import Batch, Post, unread
from connectors.graph import Graph, Page, read_page, wish_s
from connectors.graph_memory import Memory
from connectors.graph_parts import Fault, fingerprint
from connectors.json_values import whole
from connectors.threads import parse
from connectors.threads.api import MENTION_FIELDS, POST_FIELDS, REPLY_FIELDS, is_gone, refusal

PAGE = 50
MOST_PAGES = 400
EMPTY_PAGES = 5
MOST_RESTARTS = 3
AGAIN_EVERY_S = 900
AGAIN_PAGES = 2
AGAIN_AT_ONCE = 20
CONFIRMED_AT_ONCE = 20
WATCHED_S = 14 * 86_400
MOST_WATCHED = 300
MENTIONS_RETRY_S = 3600

HEADS, MENTIONED = "", "@"
"""What an entry belongs to that stands in no conversation of ours."""

Job = dict[str, Any]


class Reading:
    """One call of ``fetch``. ``own`` is our profile."""

    def __init__(self, graph: Graph, cursor: Mapping[str, Any], own: parse.Profile, now_s: int) -> None:
        self._graph = graph
        self._own = own
        self._now_s = now_s
        state = dict(cursor) if cursor.get("account") == own.id else {"account": own.id, "first": True}
        self._state = state
        self._first = state.get("first") is True
        self._jobs: list[Job] = [job for job in _list(state.get("jobs")) if isinstance(job, dict)]
        self._memory = Memory(
            state.get("known"),
            state.get("floor"),
            state.get("sure"),
            now_s,
            first=self._first,
            later_s=state.get("later"),
        )
        self._watched = _watched(state.get("watched"))  # own posts: id → [created, asked], in seconds
        self._doubt = [key for key in _list(state.get("doubt")) if isinstance(key, str)]
        self._posts: list[Post] = []
        self._gone: list[str] = []
        self._broken = 0

    async def run(self) -> Batch:
        if not self._jobs:
            self._jobs = self._round()
        job = self._jobs.pop(0)
        if job.get("k") == "settle":
            await self._settle()
        elif job.get("k") in ("threads", "replies", "mentions", "conversation"):
            await self._page(job)
        return self._batch()

    def _round(self) -> list[Job]:
        """The lists that are due now."""
        again = not 0 <= self._now_s - whole(self._state.get("again")) < AGAIN_EVERY_S
        if again:
            self._state["again"] = self._now_s
        mode = "all" if self._first else "again" if again else "news"
        jobs: list[Job] = [{"k": "threads", "mode": mode}, {"k": "replies", "mode": mode}]
        if not 0 <= self._now_s - whole(self._state.get("no_mentions")) < MENTIONS_RETRY_S:
            jobs.append({"k": "mentions", "mode": mode})
        for number, (created, asked) in self._watched.items():
            if not 0 <= self._now_s - asked < _pause_s(self._now_s - created):
                jobs.append({"k": "conversation", "id": number, "mode": mode})
        return [*jobs, {"k": "settle", "again": again}]

    def _batch(self) -> Batch:
        more = bool(self._jobs)
        if not more:
            self._state.pop("first", None)
        newest = sorted(self._watched.items(), key=lambda item: (item[1][0], item[0]), reverse=True)
        self._state |= {
            "jobs": self._jobs,
            "doubt": self._doubt[: 2 * CONFIRMED_AT_ONCE],
            "watched": dict(newest[:MOST_WATCHED]),
            **self._memory.stored(over=not more),
        }
        return Batch(
            tuple({post.remote_id: post for post in self._posts}.values()),
            tuple(dict.fromkeys(self._gone)),
            self._state,
            more=more,
            damaged=unread(self._broken, "글", "posts"),
            next_after_s=None if more else wish_s(self._graph.strain),
        )

    # --- one page of a list -------------------------------------------------------------------------------

    async def _page(self, job: Job) -> None:
        kind, number = str(job["k"]), str(job.get("id", ""))
        place = job.get("at")
        answer = await self._graph.call(
            "GET", *_question(kind, number, place if isinstance(place, dict) else {})
        )
        if number in self._watched:
            self._watched[number][1] = self._now_s
        if answer.fault is not None:
            self._refused(job, answer.fault)
            return
        page = read_page(answer.value)
        entries, broken = parse.entries(page.items, self._own.username, number)
        self._broken += broken
        if kind == "mentions":
            # a reply in a conversation of ours is told of there, with its state
            entries = [entry for entry in entries if not self._is_below_ours(entry)]
        posts = [entry.post for entry in entries]
        thread = {"conversation": number, "mentions": MENTIONED}.get(kind, HEADS)
        if kind == "threads":
            self._watch(entries)
        elif kind == "conversation":
            posts = [post for post in posts if post.remote_id != number]
        if kind == "replies":
            fresh = self._take_own_replies(entries)
        else:
            changed, fresh = self._memory.take(posts, thread)
            self._posts += changed
        if not broken and not place and kind in ("conversation", "threads"):
            heads = [p for p in posts if not p.parent_id] if kind == "threads" else posts
            self._doubt += self._memory.absent(heads, thread, whole=not page.place)
        if following := _next_job(job, page, fresh):
            self._jobs.insert(0, following)

    def _refused(self, job: Job, fault: Fault) -> None:
        """Go on without this page; raises what `refusal` says where the whole channel is meant."""
        if fault.no_permission:
            if job["k"] != "mentions":
                raise refusal(fault)
            self._state["no_mentions"] = self._now_s  # asked again after an hour; the rest is read
        elif job.get("guess"):
            pass  # there was no further page
        elif job.get("at"):
            self._begin_again(job)
        elif job["k"] == "conversation":
            self._doubt.append(str(job.get("id", "")))
        else:
            raise refusal(fault)

    def _begin_again(self, job: Job) -> None:
        """A cursor has ended. What was read before it is known by now and must not end the list too early."""
        if whole(job.get("restarts")) < MOST_RESTARTS:
            floor = max(whole(job.get("n")), whole(job.get("floor"))) + 1
            restarts = whole(job.get("restarts")) + 1
            self._jobs.insert(0, {**job, "at": {}, "n": 0, "floor": floor, "restarts": restarts})

    def _is_below_ours(self, entry: parse.Entry) -> bool:
        number = entry.post.remote_id
        known = self._memory.knows(number) and self._memory.thread_of(number) != MENTIONED
        return known or entry.root in self._watched

    def _take_own_replies(self, entries: list[parse.Entry]) -> int:
        """Own replies stand in conversations of ours too, and elsewhere in those of others."""
        any_fresh = 0
        for entry in entries:
            known = self._memory.knows(entry.post.remote_id)
            thread = self._memory.thread_of(entry.post.remote_id) if known else MENTIONED
            if entry.root in self._watched:
                thread = entry.root
            else:
                self._watch([entry])  # what is said below an answer of ours to somebody else's post
            changed, fresh = self._memory.take([entry.post], thread)
            self._posts += changed
            any_fresh += fresh
        return any_fresh

    def _watch(self, entries: list[parse.Entry]) -> None:
        """Own posts with replies: their conversations are read, at once where they are new to us."""
        for entry in entries:
            number, created = entry.post.remote_id, (entry.post.created_ms or 0) // 1000
            young = self._now_s - created < WATCHED_S
            if not entry.has_replies or number in self._watched or not (young or self._first):
                continue
            self._watched[number] = [created, 0]
            self._jobs.insert(0, {"k": "conversation", "id": number, "mode": "all"})

    # --- what no list shows any more ----------------------------------------------------------------------

    async def _settle(self) -> None:
        """Posts that a list left out, and those that no list has shown for a while, asked for by id."""
        doubt = [key for key in dict.fromkeys(self._doubt) if self._memory.knows(key) or key in self._watched]
        self._doubt = doubt[CONFIRMED_AT_ONCE:]
        for key in doubt[:CONFIRMED_AT_ONCE]:
            await self._ask_again(key)
        for key in self._memory.unseen_longest(AGAIN_AT_ONCE):
            await self._ask_again(key)

    async def _ask_again(self, key: str) -> None:
        thread = self._memory.thread_of(key) if self._memory.knows(key) else HEADS
        reply = thread not in (HEADS, MENTIONED)
        fields = REPLY_FIELDS if reply else MENTION_FIELDS
        answer = await self._graph.entry(key, {"fields": fields})
        if answer.fault is not None and not answer.fault.missing:
            # With this one field nothing but the post itself can be wrong with the question.
            answer = await self._graph.entry(key, {"fields": "id"})
            if answer.fault is None or not is_gone(answer.fault):
                self._memory.saw(key)
                return
        if answer.fault is not None:
            self._lost(key)
            return
        found, _ = parse.entries([answer.value], self._own.username, thread if reply else "")
        if found and found[0].post.remote_id == key:
            self._posts += self._memory.take([found[0].post], thread)[0]
        self._memory.saw(key)

    def _lost(self, key: str) -> None:
        if key in self._watched:
            del self._watched[key]
            self._doubt += self._memory.of_thread(key)  # what was said below it may have gone with it
        self._memory.forget(key)
        self._gone.append(key)


def _question(kind: str, number: str, place: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """(path, parameters) of one page; those of a conversation are the few that are described."""
    if kind == "conversation":
        return f"/{number}/conversation", {"fields": REPLY_FIELDS, "reverse": "true", **place}
    fields = {"threads": POST_FIELDS, "replies": REPLY_FIELDS}.get(kind, MENTION_FIELDS)
    return f"/me/{kind}", {"fields": fields, "limit": PAGE, **place}


def _next_job(job: Job, page: Page, fresh: int) -> Job | None:
    """The next page of a list, where it goes on and may hold something unknown. A list that repeats itself
    or never ends is left. Not every list says by "next" that it goes on (threads.md section 4): the cursor
    behind what is new is followed all the same."""
    guess = not page.place and bool(page.after and page.items and fresh)
    place = {"after": page.after} if guess else dict(page.place)
    if not place:
        return None
    count, empty = whole(job.get("n")) + 1, 0 if page.items else whole(job.get("e")) + 1
    mark = fingerprint([item.get("id") for item in page.items if isinstance(item, dict)])
    repeats = place == job.get("at") or (bool(page.items) and mark == job.get("m"))
    mode = job.get("mode")
    floor = max(whole(job.get("floor")), AGAIN_PAGES if mode == "again" else 0)
    wanted = mode == "all" or fresh or not page.items or count < floor
    if repeats or not wanted or count >= MOST_PAGES or empty >= EMPTY_PAGES:
        return None
    return {**job, "at": place, "n": count, "m": mark, "e": empty, "guess": guess}


def _pause_s(age_s: int) -> int:
    """How long a conversation is left alone, by the age of its post."""
    if age_s < 86_400:
        return 0
    if age_s < 3 * 86_400:
        return 600
    return 1800 if age_s < WATCHED_S else 6 * 3600


def _watched(value: Any) -> dict[str, list[int]]:
    return {
        key: [row[0], row[1]]
        for key, row in (value.items() if isinstance(value, dict) else ())
        if isinstance(row, list) and len(row) == 2 and all(isinstance(part, int) for part in row)
    }


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []
