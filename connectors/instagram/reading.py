"""How an Instagram account's lists are asked for and read (``graph_reading.Source``)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from connectors.base import Author, Malformed, Post
from connectors.graph import Graph, identifier, next_place
from connectors.graph_inbox import MESSAGE_FIELDS, chained
from connectors.graph_reading import HEADS, TAGGED, TALK, Ask, Found, More
from connectors.instagram import parse
from connectors.instagram.account import Account
from connectors.json_values import mapping, string

POSTS = 25
ALONG = 25
COMMENTS = 50
"""The most that are given at once (instagram.md section 3)."""

YOUNG_S = 14 * 24 * 3600
AGAIN_S = 600

NO_MESSAGES = (
    "다이렉트 메시지(DM)를 읽을 권한이 없습니다. 댓글은 모두 받고 있습니다. "
    "instagram_business_manage_messages(연결된 페이스북 페이지의 토큰은 instagram_manage_messages) 권한을 "
    "더한 새 토큰으로 다시 로그인하거나, 채널 설정에서 다이렉트 메시지(DM)를 꺼 주세요. / "
    "The permission for direct messages is missing; all comments arrive. Please sign in again with a token "
    "that has instagram_business_manage_messages (instagram_manage_messages for the token of the linked "
    "Facebook Page), or switch direct messages off in the channel's settings."
)


class AccountSource:
    optional: Mapping[str, str] = {"tags": "", "inbox": NO_MESSAGES}

    def __init__(self, account: Account, *, messages: bool) -> None:
        self.graph: Graph = account.graph
        self._id, self._own = account.id, account.own
        self._author = Author(
            account.id, account.username or account.name, f"@{account.username}", account.url
        )
        self._inbox = account.inbox
        self._lists = ("media", "tags", "inbox") if messages else ("media", "tags")

    def lists(self) -> tuple[str, ...]:
        return self._lists

    def ask(self, kind: str, of: str) -> Ask:
        comment = f"{parse.REPLY_FIELDS},replies.limit({ALONG}){{{parse.REPLY_FIELDS}}}"
        if kind == "comments":
            return Ask(f"/{of}/comments", {"fields": comment, "limit": COMMENTS})
        if kind == "replies":
            return Ask(f"/{of}/replies", {"fields": parse.REPLY_FIELDS, "limit": COMMENTS})
        if kind == "tags":
            return Ask(f"/{self._id}/tags", {"fields": parse.TAG_FIELDS, "limit": POSTS})
        if kind == "inbox":
            return self._inbox.ask()
        if kind == "messages":
            return self._inbox.ask_messages(of)
        fields = f"{parse.MEDIA_FIELDS},comments.limit({ALONG}){{{comment}}}"
        return Ask(f"/{self._id}/media", {"fields": fields, "limit": POSTS})

    def read(self, kind: str, item: Any, job: Mapping[str, Any]) -> Found:
        thread, context = string(job.get("t")), string(job.get("c"))
        if kind == "replies":
            return Found(thread, [parse.comment(item, self._own, string(job.get("id")), context)])
        if kind == "comments":
            found = Found(thread, [])
            self._comment(item, found, context)
            return found
        if kind == "tags":
            return Found(TAGGED, [parse.media(item, self._own, tagged=True)])
        if kind == "inbox":
            return self._inbox.read_talk(item)
        if kind == "messages":
            return Found(thread, [self._inbox.message(item)])
        return self._media(item)

    def _media(self, item: Any) -> Found:
        number = identifier(mapping(item).get("id"))
        if not number:
            raise Malformed("a post without a usable id", "unreadable")
        found = Found(number, [])
        try:
            found.head = self._ours(item)
        except Malformed:
            found.broken = 1  # the comments below it can be read all the same
        context = parse.title(found.head) if found.head is not None else ""
        inner = item.get("comments")
        listed = inner.get("data") if isinstance(inner, dict) else None
        count = item.get("comments_count")
        found.count = count if isinstance(count, int) else None
        if not isinstance(listed, list):
            if count or "comments_count" not in item:
                # One deleted and one written leave the count as it is, so young posts are asked anyway.
                created_ms = found.head.created_ms if found.head is not None else None
                age_s = int(time.time()) - (created_ms or 0) // 1000
                turn = int(time.time()) // AGAIN_S if age_s < YOUNG_S else 0
                found.stamp = f"{count} {turn}"[:40]
                found.more = [More("comments", number, number, context, {})]
            else:
                found.whole = True
            return found
        for one in listed:
            try:
                self._comment(one, found, context)
            except Malformed:
                found.broken += 1
        place = next_place(mapping(inner).get("paging"))
        found.whole = not place and not found.more
        if place:
            found.more.append(More("comments", number, number, context, place))
        return found

    def _ours(self, item: Any) -> Post:
        """A post of the account itself, which need not say whose it is."""
        post = parse.media(item, self._own)
        return post._replace(author=self._author) if post.own and not post.author.handle else post

    def _comment(self, item: Any, found: Found, context: str) -> None:
        """A comment and the answers that came along with it."""
        post = parse.comment(item, self._own, found.thread, context)
        found.posts.append(post)
        inner = mapping(item.get("replies"))
        listed = inner.get("data")
        for one in listed if isinstance(listed, list) else ():
            try:
                reply = parse.comment(one, self._own, post.remote_id, context)
                found.posts.append(reply)
            except Malformed:
                found.broken += 1
        if place := next_place(inner.get("paging")):
            found.more.append(More("replies", post.remote_id, found.thread, context, place))

    def link(self, kind: str, found: list[Found]) -> list[Found]:
        """A page of messages as the talk that they are."""
        if kind != "messages":
            return found
        posts = chained(post for one in found for post in one.posts)
        return [Found(found[0].thread, posts)] if found else []

    def alone(self, thread: str) -> Mapping[str, Any]:
        if thread.startswith(TALK):
            return {"fields": MESSAGE_FIELDS}
        if thread == TAGGED:
            return {"fields": parse.TAG_FIELDS}
        return {"fields": parse.MEDIA_FIELDS if thread == HEADS else parse.REPLY_FIELDS}

    def read_alone(self, item: Any, thread: str) -> Post:
        if thread.startswith(TALK):
            return self._inbox.message(item)
        if thread == TAGGED:
            return parse.media(item, self._own, tagged=True)
        if thread == HEADS:
            return self._ours(item)
        return parse.comment(item, self._own, thread)
