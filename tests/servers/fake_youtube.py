"""A small YouTube: the seven calls of the Data API v3 that the connector makes, held to Google's own
description of them (``specs/youtube_v3.json``), with the traps of youtube.md.

Lists are ordered by the first comment of a thread and show some replies only; a list by ids does not say a
comment's state; page tokens end; every call costs units, refused ones too. Faults are ordered by a test.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import html
import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.conformance.stand import Fault
from tests.servers.fake_youtube_parts import (
    SignIn,
    bad_key,
    error,
    objection,
    parts,
    quota_error,
    rfc3339,
    tagged,
)
from tests.servers.tiny_http import Reply, Request, TinyServer

CITY = "UC" + "hanbit" + "0" * 16
CITY_NAME = "한빛시"
API_KEY = "AIzaSyMadeUpKeyOfTheCity000000000000000"
WRITES = ("POST", "PUT", "DELETE")
PAGE = {"Content-Type": "text/html"}
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"


@dataclass
class Comment:
    id: str
    video: str
    parent: str
    author: str  # id of a channel
    name: str
    text: str
    published: float
    updated: float
    status: str = "published"
    number: int = 0


class FakeYouTube:
    """``url`` is its address. Everything public may be called from the thread of a test."""

    def __init__(self, *, page: int = 100, shown_replies: int = 2) -> None:
        self.page = page
        self.shown_replies = shown_replies
        self.shows_held_by_id = False
        self.daily_units = 10_000
        self.units = 0
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.fault: Fault | None = None
        self.fail_next: list[Reply] = []
        self.token_epoch = 0  # page tokens of another one have ended
        self.comments: dict[str, Comment] = {}
        self.videos = {"vid12345678": "한빛시 버스 노선 안내"}
        self.closed_videos: set[str] = set()
        self.sign_in = SignIn()
        self._number = 0
        self._server = TinyServer(self._handle)

    def start(self) -> FakeYouTube:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def secret(self) -> dict[str, str]:
        """As after a sign-in in the browser."""
        return {
            "server": self.url,
            "access_token": self.sign_in.new_token(),
            "refresh_token": self.sign_in.new_refresh_token(),
            "expires_at": str(int(time.time()) + 10**8),
            "client_id": self.sign_in.client_id,
            "client_secret": self.sign_in.client_secret,
            "channel_id": CITY,
        }

    # --- what people do -----------------------------------------------------------------------------------

    def comment(
        self, text: str, *, parent: str = "", author: str = "시민", video: str = "vid12345678",
        status: str = "published", own: bool = False, at: float | None = None,
    ) -> str:  # fmt: skip
        return self._server.call(self._add, text, parent, author, video, status, own, at).id

    def edit(self, number: str, text: str) -> None:
        self._server.call(self._edit, number, text)

    def delete(self, number: str) -> None:
        self._server.call(self._delete, number)

    def moderate(self, number: str, status: str) -> None:
        """In another program, YouTube Studio."""
        self.comments[number].status = status

    def end_page_tokens(self) -> None:
        self.token_epoch += 1

    def leave(self) -> None:
        self._server.leave()

    def come_back(self) -> None:
        self._server.come_back()

    # --- the state ----------------------------------------------------------------------------------------

    def _add(
        self, text: str, parent: str, author: str, video: str, status: str, own: bool, at: float | None
    ) -> Comment:
        moment = time.time() if at is None else at
        if parent:
            parent = parent.partition(".")[0]  # replies are flat
            video = self.comments[parent].video
        number = f"{parent}.{secrets.token_urlsafe(9)}" if parent else f"Ug{secrets.token_urlsafe(14)}4AaABAg"
        who = CITY if own else "UC" + hashlib.sha256(author.encode()).hexdigest()[:22]
        name = "@hanbit" if own else f"@{author}"
        self._number += 1
        made = Comment(number, video, parent, who, name, text, moment, moment, status, self._number)
        self.comments[number] = made
        return made

    def _edit(self, number: str, text: str) -> None:
        comment = self.comments[number]
        comment.text, comment.updated = text, max(time.time(), comment.published + 1)

    def _delete(self, number: str) -> None:
        for other in [c.id for c in self.comments.values() if c.id == number or c.parent == number]:
            del self.comments[other]

    def replies(self, top: str, *, published: bool = True) -> list[Comment]:
        return [
            c
            for c in self.comments.values()
            if c.parent == top and (not published or c.status == "published")
        ]

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        query = {name: values[0] for name, values in request.query.items() if name != "key"}
        self.requests.append((request.method, request.path, query))
        if request.path == "/o/oauth2/v2/auth":
            return self.sign_in.authorize(request)
        if request.path == "/token":
            return self.sign_in.give_token(request)
        if self.fail_next:
            return self.fail_next.pop(0)
        writing = request.method in WRITES
        if self.fault is Fault.LOST_REQUEST and writing:
            self.fault = None
            request.writer.transport.abort()
            return None
        if (reply := await self._broken(request)) is not None or self.fault is Fault.SLOW:
            return reply
        reply = self._answer(request)
        if self.fault is Fault.LOST_ANSWER and writing:
            self.fault = None
            request.writer.transport.abort()
            return None
        return reply

    async def _broken(self, request: Request) -> Reply | None:
        if self.fault is Fault.SERVER_ERROR:
            return error(503, "backendError", "The service is currently unavailable.", "global")
        if self.fault is Fault.UNREADABLE:
            return Reply(
                200, b"<!doctype html><html><body>proxy</body></html>", {"Content-Type": "text/html"}
            )
        if self.fault is Fault.RATE_LIMITED:
            reply = error(429, "rateLimitExceeded", "Resource has been exhausted.", "global")
            reply.headers["Retry-After"] = "60"
            return reply
        if self.fault is Fault.QUOTA_USED_UP:
            return quota_error()
        if self.fault is Fault.FORBIDDEN:
            said = "Request had insufficient authentication scopes."
            return error(403, "insufficientPermissions", said, "global")
        if self.fault is Fault.SLOW:
            request.writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"
            )
            while not request.writer.is_closing():
                request.writer.write(b" ")
                await asyncio.sleep(0.1)
        return None

    def _answer(self, request: Request) -> Reply:
        cost = 50 if request.method in WRITES else 1
        if self.units + cost > self.daily_units:
            return quota_error()
        self.units += cost
        if (wrong := objection(request)) is not None:
            return wrong
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token and token not in self.sign_in.tokens:
            return error(401, "authError", "Request had invalid authentication credentials.", "global")
        if not token and not request.one("key"):
            return error(403, "forbidden", "The request is missing a valid API key.", "global")
        if not token and request.one("key") != API_KEY:
            return bad_key()
        if not token and (request.method in WRITES or request.one("mine")):
            return error(401, "required", "Login Required.", "global")
        owner = bool(token)
        name = request.path.removeprefix("/youtube/v3/")
        if request.method != "GET":
            return self._write(request, name)
        handler = {
            "commentThreads": self._threads, "comments": self._list_comments, "channels": self._channels,
            "videos": self._list_videos, "playlistItems": self._uploads,
        }[name]  # fmt: skip
        return handler(request, owner)

    def _threads(self, request: Request, owner: bool) -> Reply:
        status = request.one("moderationStatus", "published")
        if status != "published" and not owner:
            return error(403, "forbidden", "", "youtube.commentThread")
        video = request.one("videoId")
        channel = request.one("allThreadsRelatedToChannelId")
        if video and video not in self.videos:
            return error(404, "videoNotFound", "", "youtube.commentThread")
        if video in self.closed_videos:
            return error(403, "commentsDisabled", "", "youtube.commentThread")
        if channel and channel != CITY:
            return error(404, "channelNotFound", "", "youtube.commentThread")
        wanted = request.one("id").split(",")
        tops = [
            c for c in self.comments.values()
            if not c.parent and c.status == status and (channel or c.video == video or c.id in wanted)
        ]  # fmt: skip
        tops.sort(key=lambda c: (c.published, c.number), reverse=True)
        shown = self._shown(request, owner, "id" not in request.query)
        return self._page(
            request, tops, lambda c: self._thread(c, *shown), "youtube#commentThreadListResponse"
        )

    def _shown(self, request: Request, owner: bool, states: bool) -> tuple[bool, bool, bool]:
        """(as plain text, to the owner, with the state): the state is left out of lists by ids."""
        return request.one("textFormat") == "plainText", owner, owner and states

    def _thread(self, top: Comment, plain: bool, owner: bool, states: bool) -> dict[str, Any]:
        replies = sorted(self.replies(top.id), key=lambda c: (c.published, c.number))
        value: dict[str, Any] = {
            "kind": "youtube#commentThread",
            "id": top.id,
            "snippet": {
                "channelId": CITY,
                "videoId": top.video,
                "topLevelComment": self._comment(top, plain, owner, states),
                "canReply": top.status == "published",
                "totalReplyCount": len(replies),
                "isPublic": top.status == "published",
            },
        }
        if replies and self.shown_replies:
            some = replies[-self.shown_replies :]
            value["replies"] = {"comments": [self._comment(c, plain, owner, states) for c in some]}
        return tagged(value)

    def _comment(self, c: Comment, plain: bool, owner: bool, states: bool) -> dict[str, Any]:
        shown = c.text if plain else html.escape(c.text, quote=False).replace("\n", "<br>")
        said: dict[str, Any] = {
            "channelId": CITY,
            "textDisplay": shown,
            "authorDisplayName": c.name,
            "authorProfileImageUrl": "https://yt3.example/a.jpg",
            "authorChannelUrl": f"http://www.youtube.com/{c.name}",
            "authorChannelId": {"value": c.author},
            "canRate": True,
            "viewerRating": "none",
            "likeCount": 0,
            "publishedAt": rfc3339(c.published),
            "updatedAt": rfc3339(c.updated),
        }
        if c.parent:
            said["parentId"] = c.parent
        if owner and c.author == CITY:
            said["textOriginal"] = c.text
        if states:
            said["moderationStatus"] = c.status
        return tagged({"kind": "youtube#comment", "id": c.id, "snippet": said})

    def _list_comments(self, request: Request, owner: bool) -> Reply:
        plain, owner, states = self._shown(request, owner, "id" not in request.query)
        if "parentId" in request.query:
            top = self.comments.get(request.one("parentId"))
            if top is None or top.parent:
                return error(404, "commentNotFound")
            found = sorted(self.replies(top.id), key=lambda c: (c.published, c.number))
        else:
            visible = ("published", "heldForReview") if self.shows_held_by_id and owner else ("published",)
            ids = request.one("id").split(",")
            found = [c for c in map(self.comments.get, ids) if c is not None and c.status in visible]
        show = lambda c: self._comment(c, plain, owner, states)  # noqa: E731
        return self._page(request, found, show, "youtube#commentListResponse")

    def _page(self, request: Request, found: Sequence[Comment], show: Any, kind: str) -> Reply:
        size = min(int(request.one("maxResults", "20")), self.page)
        begin = 0
        if request.one("pageToken"):
            try:
                epoch, place = base64.urlsafe_b64decode(request.one("pageToken")).decode().split(":")
                begin = int(place)
            except ValueError:
                epoch = "-1"
            if epoch != str(self.token_epoch):
                return error(400, "invalidPageToken", "", "youtube.parameter")
        if "id" in request.query:
            size = 50
        items, end = found[begin : begin + size], begin + size
        if self.fault is Fault.SHORT_PAGE and not request.one("pageToken"):
            items, end = [], 0
            found = [*found, *found[:1]]  # the token leads to the whole list
        if self.fault is Fault.DOUBLED_PAGE:
            items = [*found[max(0, begin - 3) : begin], *items]
        if self.fault is Fault.REORDERED:
            items = items[::-1]
        shown = [show(c) for c in items]
        if self.fault is Fault.DAMAGED and shown:
            shown[0] = {"kind": 7, "id": ["x"], "snippet": {"topLevelComment": "?", "textDisplay": {}}}
        value: dict[str, Any] = {"kind": kind, "items": shown}
        if end < len(found):
            value["nextPageToken"] = base64.urlsafe_b64encode(f"{self.token_epoch}:{end}".encode()).decode()
        value["pageInfo"] = {"totalResults": len(shown), "resultsPerPage": size}
        return Reply(200, tagged(value))

    def _channels(self, request: Request, owner: bool) -> Reply:
        named = request.one("forHandle").lstrip("@").lower() == "hanbit" or CITY in request.one("id").split(
            ","
        )
        mine = request.one("mine") == "true"
        value = {
            "kind": "youtube#channel",
            "id": CITY,
            "snippet": {"title": CITY_NAME, "customUrl": "@hanbit", "description": ""},
            "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": "UU" + CITY[2:]}},
            "statistics": {"viewCount": "1000", "subscriberCount": "250", "hiddenSubscriberCount": False,
                           "videoCount": str(len(self.videos))},
        }  # fmt: skip
        answer: dict[str, Any] = {"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": 1}}
        if named or mine:
            answer["items"] = [parts(value, request)]
        return Reply(200, answer)  # no items at all where there is no such channel

    def _list_videos(self, request: Request, owner: bool) -> Reply:
        items = []
        for number in request.one("id").split(","):
            if number in self.videos:
                count = sum(c.video == number and c.status == "published" for c in self.comments.values())
                value = {
                    "kind": "youtube#video",
                    "id": number,
                    "snippet": {"title": self.videos[number], "channelId": CITY},
                    "statistics": {"viewCount": "10", "commentCount": str(count)},
                }
                items.append(parts(value, request))
        return Reply(200, {"kind": "youtube#videoListResponse", "items": items})

    def _uploads(self, request: Request, owner: bool) -> Reply:
        if request.one("playlistId") != "UU" + CITY[2:]:
            return error(404, "playlistNotFound", "", "youtube.playlistItem")
        details = {"videoId": "vid12345678", "videoPublishedAt": "2026-11-01T00:00:00Z"}
        item = {"kind": "youtube#playlistItem", "id": "x", "contentDetails": details}
        return Reply(200, {"kind": "youtube#playlistItemListResponse", "items": [item]})

    def _write(self, request: Request, name: str) -> Reply:
        if name == "comments/setModerationStatus":
            chosen = [self.comments.get(number) for number in request.one("id").split(",")]
            if None in chosen:
                return error(404, "commentNotFound")
            for comment in chosen:
                assert comment is not None
                comment.status = request.one("moderationStatus")
            return Reply(204, b"")
        if request.method == "DELETE":
            return self._delete_own(request.one("id"))
        value = json.loads(request.body)
        text = value["snippet"]["textOriginal"]
        if request.method == "PUT":
            comment = self.comments.get(value["id"])
            if comment is None:
                return error(404, "commentNotFound")
            if comment.author != CITY:
                return error(403, "forbidden")
            self._edit(comment.id, text)
            return Reply(200, self._comment(comment, True, True, False))
        parent = self.comments.get(value["snippet"]["parentId"])
        if parent is None or parent.status != "published":
            return error(404, "parentCommentNotFound")
        if parent.parent:
            return error(400, "operationNotSupported")
        made = self._add(text, parent.id, "", "", "published", True, None)
        return Reply(200, self._comment(made, True, True, False))

    def _delete_own(self, number: str) -> Reply:
        comment = self.comments.get(number)
        if comment is None:
            return error(404, "commentNotFound")
        if comment.author != CITY:
            return error(403, "forbidden")
        self._delete(number)
        return Reply(204, b"")
