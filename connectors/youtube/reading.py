"""What is read, and when: one step a call, so that a program that is killed between two goes on from there.

YouTube has neither "since" nor a push for comments. Its lists are ordered by the first comment of a thread,
so the newest page tells of new threads; answers in older ones, edits and deletions are found by reading
again (youtube.md section 4). The steps of a round stand in ``Memory.plan``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from connectors.base import Post, Refused
from connectors.youtube import parse
from connectors.youtube.api import Answer, Api
from connectors.youtube.memory import Memory, Step
from connectors.youtube.parse import Comment

PAGE = 100
IDS_AT_ONCE = 50

QUEUES_EVERY_S = 300.0
AGAIN_EVERY_S = 600.0
"""How often the newest comments are asked for by their ids, and the newest threads read again. The newest
fifty of them are one unit and asked for in every round."""

COUNTS_EVERY_S = 1800.0
"""How often the numbers of comments of the watched videos are asked for."""

AGAIN_PAGES = 3
CHECKED_AT_ONCE = 20
"""Comments that left the queue in another program and whose state is found out in one round."""

MOST_PAGES = 2000
IDLE_PAGES = 5
"""So many pages in a row that are empty or the same end a list."""

QUEUE_PAGES = 20
MOST_RESTARTS = 3
REPLY_PAGES = 20
VIDEO_PAGES = 5
VIDEOS_A_ROUND = 5
TITLES_KEPT = 1000

_QUEUES = ("heldForReview", "likelySpam")


class Found:
    """What one step brought."""

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.gone: list[str] = []
        self.broken = 0


class Reading:
    def __init__(self, api: Api) -> None:
        self.channel = ""  # whose comments are read
        self.own = ""  # who we are
        self._api = api
        self._titles: dict[str, str] = {}

    # --- the plan ----------------------------------------------------------------------------------------

    def plan(self, memory: Memory, owner: bool, now_ms: int) -> None:
        """The steps of the next round; everything the first time."""
        first = not memory.begun
        memory.begun = True
        queues = owner and memory.is_due("queues", QUEUES_EVERY_S, now_ms)
        again = memory.is_due("again", AGAIN_EVERY_S, now_ms)
        counts = memory.is_due("counts", COUNTS_EVERY_S, now_ms)
        mode = "all" if first else "again" if again else "news"
        memory.plan = [_list_step("published", mode)]
        if queues:
            memory.due["queues"] = now_ms
            memory.plan += [_list_step(status, "all" if first else "news") for status in _QUEUES]
        if again:
            memory.due["again"] = now_ms
        if not first:
            memory.plan.append({"do": "again", "owner": owner, "soon": not again})
        if counts:
            memory.due["counts"] = now_ms
            memory.plan.append({"do": "counts"})
        if memory.later and self._has_time():
            memory.plan += memory.later
            memory.later = []

    def _has_time(self) -> bool:
        """Whether units are left for the past: news come first, so it may only have half of the share."""
        quota = self._api.quota
        return quota.left(self._api.channel) > quota.share() // 2

    async def step(self, memory: Memory) -> Found:
        """Carry out the first step of the plan, and change the plan by what it found."""
        step = memory.plan[0]
        found = Found()
        past = step.get("mode") == "all" or step.get("do") == "video"
        if past and not self._has_time():
            memory.plan.pop(0)
            memory.later = [*(other for other in memory.later if other != step), step]
            return found
        following: list[Step] = []
        if step.get("do") == "list":
            following = await self._list(step, memory, found)
        elif step.get("do") == "thread":
            following = await self._thread(step, memory, found)
        elif step.get("do") == "video":
            following = await self._list(step, memory, found)
        elif step.get("do") == "again":
            await self._again(memory, found, bool(step.get("owner")), soon=bool(step.get("soon")))
        elif step.get("do") == "counts":
            following = await self._counts(memory)
        memory.plan = [*following, *memory.plan[1:]]
        return found

    # --- lists of threads --------------------------------------------------------------------------------

    async def _list(self, step: Step, memory: Memory, found: Found) -> list[Step]:
        """One page of threads; gives the steps that come before the rest of the plan."""
        answer = await self._api.get("commentThreads", self._list_params(step))
        if not answer.ok:
            return self._list_refused(step, answer)
        page = parse.page(answer.value)
        status = str(step.get("status", "published"))
        threads, broken = parse.threads(page.items, self.own, status)
        found.broken += broken
        following: list[Step] = []
        news = False
        for thread in threads:
            if memory.knows_thread(thread):
                continue
            news = True
            memory.remember_thread(thread)
            found.comments += [c for c in (thread.top, *thread.replies) if memory.changed(c)]
            if not thread.whole and thread.top.post.state == "published":
                following.append({"do": "thread", "id": thread.top.id, "video": thread.top.video})
        go_on = self._next_page(step, page, [t.top.id for t in threads], news)
        return [*following, go_on] if go_on is not None else following

    def _list_params(self, step: Step) -> dict[str, Any]:
        where = {"videoId": step["id"]} if step.get("do") == "video" else {}
        params = {
            "part": "snippet,replies",
            **(where or {"allThreadsRelatedToChannelId": self.channel}),
            "order": "time",
            "maxResults": PAGE,
            "textFormat": "plainText",
        }
        if step.get("status", "published") != "published":
            params["moderationStatus"] = step["status"]
        if step.get("token"):
            params["pageToken"] = step["token"]
        return params

    def _list_refused(self, step: Step, answer: Answer) -> list[Step]:
        token_ended = answer.reason == "invalidPageToken" or (
            step.get("token") and answer.status == 400 and "token" in answer.message.lower()
        )
        if token_ended and step.get("restarts", 0) < MOST_RESTARTS:
            # what was read before is known by now, and must not end the list before its end is reached
            again = {"token": "", "pages": 0, "floor": step.get("pages", 0) + 1}
            return [{**step, **again, "restarts": step.get("restarts", 0) + 1}]
        if token_ended or (step.get("do") == "video" and answer.status in (403, 404)):
            return []  # the film is gone, or its comments were turned off
        if step.get("status") in _QUEUES and answer.status == 403:
            return []  # published comments are still read where the queues may not be seen
        raise self._api.refusal(answer)

    def _next_page(self, step: Step, page: parse.Page, ids: list[str], news: bool) -> Step | None:
        """The step for the page after this one; None where the list was read as far as is needed."""
        pages = step.get("pages", 0) + 1
        mark = parse.mark_of(ids)
        idle = step.get("idle", 0) + 1 if not ids or mark == step.get("last") else 0
        mode = step.get("mode")
        most = {"again": AGAIN_PAGES, "video": VIDEO_PAGES}.get(str(mode), 0)
        # an empty page is no sign that everything behind it is known
        wanted = mode == "all" or not ids or news or pages < max(most, step.get("floor", 0))
        most = VIDEO_PAGES if mode == "video" else MOST_PAGES
        if not page.next_token or not wanted or idle >= IDLE_PAGES or pages >= most:
            return None
        return {**step, "token": page.next_token, "pages": pages, "idle": idle, "last": mark}

    # --- one thread --------------------------------------------------------------------------------------

    async def _thread(self, step: Step, memory: Memory, found: Found) -> list[Step]:
        """One page of a thread's replies: the list of threads holds only some of them."""
        params = _replies_params(str(step.get("id")), str(step.get("token", "")))
        answer = await self._api.get("comments", params)
        if not answer.ok:
            if answer.status == 400 and step.get("token") and not step.get("restarts"):
                return [{**step, "token": "", "pages": 0, "restarts": 1}]
            if answer.status in (400, 404):
                return []  # deleted meanwhile, which is found out by its id
            raise self._api.refusal(answer)
        page = parse.page(answer.value)
        replies, broken = parse.comments(page.items, self.own, "published", str(step.get("video", "")))
        found.broken += broken
        found.comments += [reply for reply in replies if memory.changed(reply)]
        pages = step.get("pages", 0) + 1
        if page.next_token and pages < REPLY_PAGES:
            return [{**step, "token": page.next_token, "pages": pages}]
        return []

    # --- what changed behind our back --------------------------------------------------------------------

    async def _again(self, memory: Memory, found: Found, owner: bool, *, soon: bool = False) -> None:
        """The newest comments by their ids: edits, deletions, and what was moderated in another program.
        ``soon``: only as many as cost one unit, and none that waits for approval."""
        ids = memory.newest()
        if soon:
            ids = [number for number in ids if memory.state_of(number) not in ("held", "spam")][:IDS_AT_ONCE]
        there = await self._there(memory, ids)
        waiting = [number for number in ids if memory.state_of(number) in ("held", "spam")]
        missing = [number for number in ids if number not in there]
        oldest = min((seconds for _, seconds in memory.recent.values()), default=0) * 1000
        queued: dict[str, Comment] = {}
        whole = True
        if owner and (waiting or missing):
            queued, whole = await self._queued(oldest)
        checked = 0
        for number in ids:
            now = queued.get(number)
            before = memory.state_of(number)
            if now is None and not whole and (number in waiting or number not in there):
                continue  # it may stand further back in a queue than was read
            if now is None and number in there:
                # a list by ids does not say the state
                now = parse.in_state(there[number], before)
                if owner and number in waiting and checked < CHECKED_AT_ONCE:
                    checked += 1
                    now = parse.in_state(now, await self._state_outside(now, before))
            if now is None:
                found.gone.append(number)
            elif memory.changed(now):
                found.comments.append(now)
        memory.forget(found.gone)

    async def _there(self, memory: Memory, ids: list[str]) -> dict[str, Comment]:
        there: dict[str, Comment] = {}
        for start in range(0, len(ids), IDS_AT_ONCE):
            for comment in await self.by_ids(ids[start : start + IDS_AT_ONCE]):
                there[comment.id] = parse.with_video(comment, memory.video_of(comment.id))
        return there

    async def may_wait(self, number: str) -> bool:
        """Whether a comment waits in a queue, or may do so: a long queue is not read to its end for it."""
        queued, whole = await self._queued(0)
        return number in queued or not whole

    async def _queued(self, oldest_ms: int) -> tuple[dict[str, Comment], bool]:
        """(the comments since then that wait for approval or were taken for spam, whether these are all)."""
        queued: dict[str, Comment] = {}
        all_of_them = True
        for status in _QUEUES:
            waiting, whole = await self._queue(status, oldest_ms)
            queued |= {comment.id: comment for comment in waiting}
            all_of_them = all_of_them and whole
        return queued, all_of_them

    async def _queue(self, status: str, oldest_ms: int) -> tuple[list[Comment], bool]:
        waiting: list[Comment] = []
        step = _list_step(status, "news")
        for _ in range(QUEUE_PAGES):
            answer = await self._api.get("commentThreads", self._list_params(step))
            if answer.status == 403:
                return waiting, True  # this account may not see the queues
            if not answer.ok:
                raise self._api.refusal(answer)
            page = parse.page(answer.value)
            threads, _ = parse.threads(page.items, self.own, status)
            for thread in threads:
                comments = (thread.top, *thread.replies)
                waiting += [comment for comment in comments if comment.post.state in ("held", "spam")]
            last = (threads[-1].top.post.created_ms if threads else None) or oldest_ms
            if page.next_token in ("", step.get("token")) or last < oldest_ms:
                return waiting, True
            step["token"] = page.next_token
        return waiting, False

    async def _state_outside(self, comment: Comment, before: str) -> str:
        """The state of a comment that left the queue and is still there: shown below its video now, or
        rejected."""
        top = parse.top_of(comment.id)
        if top != comment.id:
            shown = await self.replies(top)
            return "published" if comment.id in [r.id for r in shown] else "hidden"
        step: Step = {"do": "video", "id": comment.video, "mode": "video"}
        for _ in range(VIDEO_PAGES if comment.video else 0):
            answer = await self._api.get("commentThreads", self._list_params(step))
            if not answer.ok:
                return before
            page = parse.page(answer.value)
            threads, _ = parse.threads(page.items, self.own)
            if comment.id in [t.top.id for t in threads]:
                return "published"
            if not page.next_token:
                return "hidden"
            step["token"] = page.next_token
        return before

    async def _counts(self, memory: Memory) -> list[Step]:
        """The videos whose number of comments has changed are read, a few a round."""
        watched = memory.watched()
        facts = await self._facts(watched)
        following: list[Step] = []
        for video in watched:
            count = facts.get(video, ("", None))[1]
            before, seconds = memory.videos[video]
            if count is None or count == before:
                continue
            if before >= 0:
                if len(following) >= VIDEOS_A_ROUND:
                    continue  # the old number stays, so its turn comes in the next round
                following.append({"do": "video", "id": video, "mode": "video"})
            memory.videos[video] = (count, seconds)
        return following

    # --- parts -------------------------------------------------------------------------------------------

    async def by_ids(self, ids: Sequence[str]) -> list[Comment]:
        """The comments that are there. Their state is not known: YouTube leaves it out of such lists."""
        params = {"part": "snippet", "id": ",".join(ids), "textFormat": "plainText"}
        answer = await self._api.get("comments", params)
        if answer.missing:
            return []
        if not answer.ok:
            raise self._api.refusal(answer)
        return parse.comments(parse.page(answer.value).items, self.own)[0]

    async def video_of(self, top: str) -> str:
        """The video of a thread; "" where that is not told."""
        answer = await self._api.get("commentThreads", {"part": "snippet", "id": top})
        if not answer.ok:
            return ""
        threads, _ = parse.threads(parse.page(answer.value).items, self.own)
        return threads[0].top.video if threads else ""

    async def replies(self, top: str, video: str = "") -> list[Comment]:
        """The replies of a thread, all of its pages."""
        found: list[Comment] = []
        token = ""
        for _ in range(REPLY_PAGES):
            answer = await self._api.get("comments", _replies_params(top, token))
            if answer.missing:
                break
            if not answer.ok:
                raise self._api.refusal(answer)
            page = parse.page(answer.value)
            found += parse.comments(page.items, self.own, "published", video)[0]
            token = page.next_token
            if not token:
                break
        return found

    async def newest_of(self, status: str) -> list[Comment]:
        """The newest comments of a list and what it shows of their replies."""
        answer = await self._api.get("commentThreads", self._list_params(_list_step(status, "news")))
        if not answer.ok:
            raise self._api.refusal(answer)
        threads, _ = parse.threads(parse.page(answer.value).items, self.own, status)
        return [comment for thread in threads for comment in (thread.top, *thread.replies)]

    async def with_titles(self, comments: Sequence[Comment]) -> tuple[Post, ...]:
        """The posts with the title of the video they stand under."""
        wanted = dict.fromkeys(c.video for c in comments if c.video and c.video not in self._titles)
        try:
            await self._facts(list(wanted))
        except Refused:
            pass  # a comment without its video's title is worth more than none
        return tuple(c.post._replace(context=self._titles.get(c.video, "")) for c in comments)

    async def _facts(self, videos: Sequence[str]) -> dict[str, tuple[str, int | None]]:
        facts: dict[str, tuple[str, int | None]] = {}
        for start in range(0, len(videos), IDS_AT_ONCE):
            part = videos[start : start + IDS_AT_ONCE]
            value = await self._api.read("videos", {"part": "snippet,statistics", "id": ",".join(part)})
            facts |= parse.video_facts(parse.page(value).items)
        if len(self._titles) > TITLES_KEPT:
            self._titles.clear()
        self._titles |= {video: title for video, (title, _) in facts.items()}
        return facts


def _list_step(status: str, mode: str) -> Step:
    return {"do": "list", "status": status, "mode": mode}


def _replies_params(top: str, token: str) -> dict[str, Any]:
    params = {"part": "snippet", "parentId": top, "maxResults": PAGE, "textFormat": "plainText"}
    return {**params, "pageToken": token} if token else params
