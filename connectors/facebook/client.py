"""One Page as a channel: comments, visitors' posts, posts that tag the Page and Messenger in; answers and
moderation out.

Owns who we are and what a round asks for; how lists are walked is in ``connectors.graph_reading``, what is
sent in ``writing.py``.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Malformed,
    Outgoing,
    Post,
    Refused,
    Sent,
)
from connectors.facebook import CAPABILITIES, WHY_NOT, parse
from connectors.facebook.page import Page, Pages
from connectors.facebook.writing import Writing
from connectors.graph import Graph, identifier, moment_ms, next_place
from connectors.graph_inbox import MESSAGE_FIELDS, Inbox, chained
from connectors.graph_reading import HEADS, TAGGED, TALK, Ask, Found, More, Reading
from connectors.http import Http
from connectors.json_values import mapping, one_line, string, web_address, whole

POSTS = 25
COMMENTS_ALONG = 25
COMMENTS = 100
YOUNG_S = 14 * 24 * 3600
AGAIN_S = 600

NO_MESSENGER = (
    "메신저를 읽을 권한(pages_messaging)이 없습니다. 댓글은 모두 받고 있습니다. Meta 비즈니스 설정의 "
    "시스템 사용자에서 이 권한을 더한 새 토큰을 만들어 다시 로그인하거나, 채널 설정에서 메신저를 "
    "꺼 주세요. / "
    "The permission for Messenger (pages_messaging) is missing; all comments arrive. Please make a new token "
    "with it at the system user in Meta's business settings and sign in again, or switch Messenger off in "
    "the channel's settings."
)


class Facebook:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._pages = Pages(config, http)
        self._messenger = config.options.get("messenger", "on") != "off"

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(WHY_NOT["stream"], "no-stream")
        yield Batch()

    async def check(self) -> Identity:
        page = await self._pages.page(fresh=True)
        graph = page.graph
        await graph.page(f"/{page.id}/feed", {"fields": "id", "limit": 1})
        said = "댓글을 읽을 수 있습니다. / Comments can be read."
        if self._messenger:
            inbox = page.inbox.ask()
            said = (
                "댓글과 메신저를 읽을 수 있습니다. / Comments and Messenger can be read."
                if await graph.may_read(inbox.path, inbox.params)
                else NO_MESSENGER
            )
        return Identity(page.id, page.name, page.handle, page.url, said)

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor is that of ``graph_reading.Reading``."""
        page = await self._pages.page()
        return await Reading(PageSource(page, messenger=self._messenger), cursor, page.id).run()

    async def send(self, outgoing: Outgoing) -> Sent:
        if not CAPABILITIES.allows(outgoing.action):
            raise Refused(WHY_NOT[outgoing.action.value], "not-possible")
        return await Writing(await self._pages.page(), self._pages.claimed).send(outgoing)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        return await Writing(await self._pages.page(), self._pages.claimed).look_up(outgoing)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        page = await self._pages.page()
        return [await self._activity(page, handle) for handle in handles or [page.handle or page.id]]

    async def _activity(self, page: Page, handle: str) -> Activity:
        """One Page's figures. Those of others need a feature that Meta reviews (facebook.md section 8)."""
        name = identifier(handle.strip().rstrip("/").rpartition("/")[2].removeprefix("@"))
        if not name:
            return Activity(handle, "missing")
        own = name in (page.id, page.handle.removeprefix("@"))
        number = page.id if own else name
        fields = "name,username,link,fan_count,followers_count"
        answer = await page.graph.call("GET", f"/{number}", {"fields": fields})
        if answer.fault is not None:
            if answer.fault.missing or answer.fault.code == 100:
                return Activity(handle, "missing")
            raise answer.fault.refusal()
        facts = mapping(answer.value)
        newest = await page.graph.page(f"/{number}/published_posts", {"fields": "created_time", "limit": 1})
        times = [moment_ms(mapping(item).get("created_time")) for item in newest.items]
        followers = facts.get("followers_count", facts.get("fan_count"))
        return Activity(
            handle,
            last_post_ms=max((at for at in times if at is not None), default=None),
            followers=whole(followers) if isinstance(followers, int) else None,
            name=one_line(facts.get("name")),
            url=web_address(facts.get("link")),
        )


class PageSource:
    """How a Page's lists are asked for and read (``graph_reading.Source``)."""

    optional: Mapping[str, str] = {"tagged": "", "inbox": NO_MESSENGER}

    def __init__(self, page: Page, *, messenger: bool) -> None:
        self.graph: Graph = page.graph
        self._id = page.id
        self._inbox: Inbox = page.inbox
        self._lists = ("feed", "tagged", "inbox") if messenger else ("feed", "tagged")

    def lists(self) -> tuple[str, ...]:
        return self._lists

    def ask(self, kind: str, of: str) -> Ask:
        if kind == "comments":
            order = {"filter": "stream", "order": "reverse_chronological"}
            return Ask(f"/{of}/comments", {**order, "fields": parse.COMMENT_FIELDS, "limit": COMMENTS})
        if kind == "tagged":
            return Ask(f"/{self._id}/tagged", {"fields": parse.POST_FIELDS, "limit": POSTS})
        if kind == "inbox":
            return self._inbox.ask()
        if kind == "messages":
            return self._inbox.ask_messages(of)
        along = f"comments.filter(stream).order(reverse_chronological).limit({COMMENTS_ALONG}).summary(true)"
        fields = f"{parse.POST_FIELDS},{along}{{{parse.COMMENT_FIELDS}}}"
        return Ask(f"/{self._id}/feed", {"fields": fields, "limit": POSTS})

    def read(self, kind: str, item: Any, job: Mapping[str, Any]) -> Found:
        thread = string(job.get("t"))
        if kind == "comments":
            return Found(thread, [parse.comment(item, self._id, thread, string(job.get("c")))])
        if kind == "tagged":
            return Found(TAGGED, [parse.post(item, self._id)])
        if kind == "inbox":
            return self._inbox.read_talk(item)
        if kind == "messages":
            return Found(thread, [self._inbox.message(item)])
        return self._thread(item)

    def _thread(self, item: Any) -> Found:
        head, broken = self._head(item)
        number, context = head.remote_id, parse.title(head)
        found = Found(number, [], broken, head=None if broken else head)
        inner = item.get("comments")
        if not isinstance(inner, dict) or not isinstance(inner.get("data"), list):
            # Whether a comment moves the time of its post is not certain, so young ones are asked anyway.
            age_s = int(time.time()) - (head.created_ms or 0) // 1000
            turn = int(time.time()) // AGAIN_S if age_s < YOUNG_S else 0
            found.stamp = f"{string(item.get('updated_time'))[:40]} {turn}"
            found.more = [More("comments", number, number, context, {})]
            return found
        total = mapping(inner.get("summary")).get("total_count")
        found.count = whole(total) if isinstance(total, int) else None
        for one in inner["data"]:
            try:
                found.posts.append(parse.comment(one, self._id, number, context))
            except Malformed:
                found.broken += 1
        place = next_place(inner.get("paging"))
        found.whole = not place
        if place:
            found.more = [More("comments", number, number, context, place)]
        return found

    def _head(self, item: Any) -> tuple[Post, int]:
        """The post itself. Where its words cannot be read, the comments below it still can."""
        try:
            return parse.post(item, self._id), 0
        except Malformed:
            return parse.bare(item), 1

    def link(self, kind: str, found: list[Found]) -> list[Found]:
        """A page of messages as the talk that they are. Posts without comments among others with some have
        none; where none of them has any, the server may not send them along."""
        if kind == "feed" and any(not one.stamp for one in found):
            for one in found:
                if one.stamp:
                    one.stamp, one.more, one.whole = "", [], True
        if kind != "messages":
            return found
        posts = chained(post for one in found for post in one.posts)
        return [Found(found[0].thread, posts)] if found else []

    def alone(self, thread: str) -> Mapping[str, Any]:
        if thread.startswith(TALK):
            return {"fields": MESSAGE_FIELDS}
        return {"fields": parse.POST_FIELDS if thread in (HEADS, TAGGED) else parse.COMMENT_FIELDS}

    def read_alone(self, item: Any, thread: str) -> Post:
        if thread.startswith(TALK):
            return self._inbox.message(item)
        if thread in (HEADS, TAGGED):
            return parse.post(item, self._id)
        return parse.comment(item, self._id, thread)
