"""A server that speaks the me2day API of 2013 as it was recorded (me2day.md sections 1 to 5), as strict as
the descriptions: unknown methods, parameters and missing ones are refused with the code object.

Both ways of signing in are checked by digest. Faults are those of the conformance suite.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from tests.conformance.stand import Fault
from tests.servers.fake_me2day_parts import (
    METHODS,
    SIGNED,
    FakeComment,
    FakePost,
    code_of,
    html_of,
    korean_of,
    plain_of,
)
from tests.servers.fake_me2day_xml import as_xml
from tests.servers.tiny_http import Reply, Request, TinyServer

LIMIT = 150
TRACKED = 15
PERSON = {"excity": ("예시시", "00112233"), "citizen1": ("시민", "44556677")}


class FakeMe2day:
    """``url`` is its address; the city is "excity", its key "00112233"."""

    def __init__(
        self, *, page: int = 20, styles: Iterable[str] = ("basic", "query"), app_key: str = ""
    ) -> None:
        self.page = page
        self.styles = frozenset(styles)
        self.app_key = app_key
        self.times = ""  # "false-z": old XML, which says Z and means Korean time
        self.requests: list[tuple[str, str]] = []
        self.signed: list[str] = []  # ways of signing in, one a request
        self.people = dict(PERSON)
        self.posts: dict[str, FakePost] = {}
        self.fault: Fault | None = None
        self._number = 0
        self._server = TinyServer(self._handle)

    def start(self) -> FakeMe2day:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def leave(self) -> None:
        self._server.leave()

    def come_back(self) -> None:
        self._server.come_back()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    # --- what people do -----------------------------------------------------------------------------------

    def person(self, nickname: str) -> str:
        """The id of somebody of that name, who joins where they are not there yet."""
        for user, (name, _) in self.people.items():
            if name == nickname:
                return user
        user = f"citizen{len(self.people)}"
        self.people[user] = (nickname, f"{len(self.people):08d}")
        return user

    def post(self, text: str, *, tags: str = "", at: float | None = None, photo: str = "") -> str:
        return self._server.call(self._post, text, tags, at, photo).id

    def comment(
        self, post: str, text: str, *, author: str = "citizen1", at: float | None = None, image: str = ""
    ) -> str:
        return self._server.call(self._comment, post, text, author, at, image).id

    def summons(self, user: str) -> str:
        return f'"{self.people[user][0]}":http://me2day.net/{user} '

    def delete_comment(self, number: str) -> None:
        def delete() -> None:
            for post in self.posts.values():
                post.comments = [c for c in post.comments if c.id != number]

        self._server.call(delete)

    def delete_post(self, number: str) -> None:
        self._server.call(self.posts.pop, number)

    def find(self, number: str) -> FakeComment | None:
        return next((c for post in self.posts.values() for c in post.comments if c.id == number), None)

    def shown(self, comment: FakeComment) -> str:
        """A comment as a reader sees it."""
        return plain_of(comment.typed)

    def _post(self, text: str, tags: str, at: float | None, photo: str) -> FakePost:
        self._number += 1
        number = f"p5{self._number:04x}-zz"
        made = FakePost(number, "excity", text, time.time() if at is None else at, tags, photo=photo)
        self.posts[number] = made
        return made

    def _comment(self, post: str, text: str, author: str, at: float | None, image: str) -> FakeComment:
        self._number += 1
        number = f"c6{self._number:04x}-{post.removeprefix('p')}"
        made = FakeComment(number, post, author, text, time.time() if at is None else at, image)
        self.posts[post].comments.append(made)
        return made

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        writing = "/create_" in request.path or "/delete_" in request.path
        if self.fault is Fault.LOST_REQUEST and writing:
            request.writer.transport.abort()
            return None
        if self.fault is Fault.SLOW:
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
            await request.writer.drain()
            await asyncio.sleep(30)
            return None
        if (broken := self._broken()) is not None:
            return broken
        reply = self._answer(request)
        if self.fault is Fault.LOST_ANSWER and writing:
            request.writer.transport.abort()
            return None
        return reply

    def _broken(self) -> Reply | None:
        if self.fault is Fault.SERVER_ERROR:
            return Reply(500, code_of(1027, "요청에 실패했습니다.", "Connection reset"))
        if self.fault is Fault.UNREADABLE:
            return Reply(200, b"<html><body>Proxy</body></html>", {"Content-Type": "text/html"})
        if self.fault is Fault.RATE_LIMITED:
            return Reply(429, code_of(-1, "잠시 후에", ""), {"Retry-After": "60"})
        return None

    def _answer(self, request: Request) -> Reply:
        found = re.fullmatch(r"/api/(\w+)(?:/([\w-]+))?\.(json|xml)", request.path)
        if found is None or found[1] not in METHODS:
            return Reply(404, code_of(1002, "없는 주소입니다.", request.path))
        name, user, kind = found.groups()
        status, value = self._call(request, name, user or "")
        if kind == "json":
            return Reply(status, value)
        return Reply(status, as_xml(name, value), {"Content-Type": "application/xml; charset=utf-8"})

    def _call(self, request: Request, name: str, user: str) -> tuple[int, Any]:
        methods, allowed, needed, signed = METHODS[name]
        fields = dict(request.query)
        if request.method == "POST":
            if request.headers.get("content-type") != "application/x-www-form-urlencoded":
                return 400, code_of(1003, "알 수 없는 형식입니다.", "content-type")
            fields |= parse_qs(request.body.decode())
        if request.method not in methods:
            return 405, code_of(1003, "알 수 없는 요청입니다.", request.method)
        unknown = set(fields) - allowed - SIGNED
        missing = needed - set(fields)
        if unknown or missing:
            return 500, code_of(1004, "잘못된 매개변수입니다.", " ".join([*unknown, *missing]))
        me = self._who(request, fields)
        if me is None or (signed and not me):
            return 401, code_of(1000, "인증에 실패했습니다.", "")
        if self.fault is Fault.FORBIDDEN and signed:
            return 500, code_of(1001, "권한이 없습니다.", "")
        values = {key: value[0] for key, value in fields.items()}
        return getattr(self, f"_{name}")(me, user or me, values)  # type: ignore[no-any-return]

    def _who(self, request: Request, fields: dict[str, list[str]]) -> str | None:
        """Who is signed in, "" for nobody; None where the sign-in is wrong."""
        given = request.headers.get("me2_application_key") or fields.get("akey", [""])[0]
        if given != self.app_key:
            return None
        header = request.headers.get("authorization", "")
        if header.startswith("Basic ") and "basic" in self.styles:
            user, _, ukey = base64.b64decode(header[6:]).decode().partition(":")
            self.signed.append("basic")
        elif "uid" in fields and "query" in self.styles:
            user, ukey = fields["uid"][0], fields.get("ukey", [""])[0]
            self.signed.append("query")
        else:
            return None if header else ""
        key = self.people.get(user, ("", ""))[1]
        right = ukey[:8] + hashlib.md5((ukey[:8] + key).encode()).hexdigest()
        revoked = self.fault is Fault.REVOKED
        return user if key and ukey == right and len(ukey) == 40 and not revoked else None

    # --- methods ------------------------------------------------------------------------------------------

    def _noop(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        return 200, code_of(0, "성공했습니다.", "")

    def _get_person(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        if user not in self.people:
            return 404, code_of(1005, "없는 회원입니다.", user)
        own = [post for post in self.posts.values() if post.author == user]
        updated = max((post.at for post in own), default=1_262_304_000.0)
        return 200, {
            **self._author(user),
            "friendsCount": 3,
            "totalPosts": len(own),
            "updated": datetime.fromtimestamp(updated, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "registered": "2012-01-02 03:04:05",
            "email": "someone@mail.example",
        }

    def _get_posts(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        newest = sorted((p for p in self.posts.values() if p.author == user), key=lambda p: (-p.at, p.id))
        if "post_id" in values:
            return 200, [self._post_json(p) for p in self.posts.values() if p.id == values["post_id"]]
        size = min(int(values.get("count", "10")), self.page)
        offset = int(values.get("offset", "0"))
        page = newest[offset : offset + size]
        if self.fault is Fault.DOUBLED_PAGE and offset:
            page = newest[max(0, offset - size // 2) : offset - size // 2 + size]
        if self.fault is Fault.SHORT_PAGE and offset:
            page = []
        shown = [self._post_json(post) for post in page]
        return 200, self._out_of_order(shown)

    def _get_comments(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        post = self.posts.get(values["post_id"])
        if post is None:
            return 404, code_of(1006, "없는 글입니다.", "")
        size = min(int(values.get("items_per_page", "100")), self.page)
        number = int(values.get("page", "1"))
        page = post.comments[(number - 1) * size : number * size]
        if self.fault is Fault.DOUBLED_PAGE and number > 1:
            page = [*post.comments[(number - 2) * size : (number - 1) * size][-3:], *page]
        if self.fault is Fault.SHORT_PAGE and number == 1 and len(post.comments) > size:
            page = []
        shown = self._out_of_order([self._comment_json(comment) for comment in page])
        if self.fault is Fault.DAMAGED and shown:
            shown[0] = {"commentId": 17, "body": None, "author": "누구", "pubDate": []}
        return 200, {
            "postPermalink": self._permalink(post),
            "page": number,
            "postAuthorId": post.author,
            "postAuthorNickname": self.people[post.author][0],
            "totalCount": len(post.comments),
            "totalPage": max(1, -(-len(post.comments) // size)),
            "itemsPerPage": size,
            "comments": shown,
            "post_id": post.id,
        }

    def _track_comments(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        if user != me:
            return 500, code_of(1001, "권한이 없습니다.", "")
        both = {
            "comment_to_mes": [c for p in self.posts.values() for c in p.comments if c.author != me],
            "comment_by_mes": [c for p in self.posts.values() for c in p.comments if c.author == me],
        }
        wanted = {"to_me": ["comment_to_mes"], "by_me": ["comment_by_mes"], "all": list(both)}
        size = min(int(values.get("count", str(TRACKED))), TRACKED)
        answer: dict[str, Any] = {"me": me}
        for key in wanted[values["scope"]]:
            newest = sorted(both[key], key=lambda c: c.at, reverse=True)[:size]
            answer[key] = self._out_of_order([self._tracked(comment) for comment in newest])
            if self.fault is Fault.DAMAGED and answer[key]:
                answer[key][0]["comment"] = {"commentId": None, "body": 5, "author": []}
        return 200, answer

    def _create_comment(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        post = self.posts.get(values["post_id"])
        if post is None:
            return 404, code_of(1006, "없는 글입니다.", "")
        if len(plain_of(values["body"])) > LIMIT:
            return 500, code_of(1007, "실패했습니다.", "댓글은 150자까지 쓸 수 있습니다.")
        self._comment(post.id, values["body"], me, None, "")
        return 200, code_of(0, "성공했습니다.", "")

    def _delete_comment(self, me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        comment = self.find(values["comment_id"])
        if comment is None:
            return 404, code_of(1008, "없는 댓글입니다.", "")
        post = self.posts[comment.post]
        if me not in (comment.author, post.author):
            return 500, code_of(1001, "권한이 없습니다.", "")
        post.comments.remove(comment)
        return 200, code_of(0, "성공했습니다.", "")

    # --- shapes -------------------------------------------------------------------------------------------

    def _out_of_order(self, shown: list[Any]) -> list[Any]:
        return shown[::-1] if self.fault is Fault.REORDERED else shown

    def _author(self, user: str) -> dict[str, Any]:
        return {
            "id": user,
            "nickname": self.people[user][0],
            "face": f"http://static1.me2day.com/{user}/profile.png?1350000000",
            "me2dayHome": f"http://me2day.net/{user}",
            "homePage": None,
            "relationship": None,
            "realname": None,
            "friendships_count": 0,
        }

    def _permalink(self, post: FakePost) -> str:
        return f"http://me2day.net/{post.author}/{korean_of(post.at):%Y/%m/%d#%H:%M:%S}"

    def _moment(self, at: float, utc: bool = False) -> str:
        if self.times == "false-z":
            return f"{korean_of(at):%Y-%m-%dT%H:%M:%SZ}"
        if utc:
            return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return f"{korean_of(at):%Y-%m-%dT%H:%M:%S}+0900"

    def _post_json(self, post: FakePost) -> dict[str, Any]:
        names = post.tags.split()
        return {
            "scope": None,
            "permalink": self._permalink(post),
            "plink": f"http://me2day.net/{post.author}/{korean_of(post.at):%Y/%m/%d}/{post.id}",
            "body": html_of(post.typed),
            "textBody": plain_of(post.typed),
            "kind": "think",
            "tagText": post.tags,
            "tags": [{"name": n, "url": f"http://me2day.net/{post.author}/tag/{n}"} for n in names],
            "me2dayPage": f"http://me2day.net/{post.author}",
            "pubDate": self._moment(post.at),
            "commentsCount": len(post.comments),
            "metooCount": 11,
            "commentClosed": False,
            "contentType": "me2photo" if post.photo else "",
            "author": self._author(post.author),
            "location": {"name": "", "longitude": None, "latitude": None, "address": None},
            "media": {"type": "me2photo", "photoUrl": post.photo} if post.photo else {},
            "multimedia": None,
            "post_id": post.id,
        }

    def _comment_json(self, comment: FakeComment) -> dict[str, Any]:
        return {
            "commentId": comment.id,
            "body": html_of(comment.typed),
            "textBody": plain_of(comment.typed),
            "pubDate": self._moment(comment.at),
            "author": self._author(comment.author),
            "postId": comment.post,
            "imageUrl": comment.image or None,
        }

    def _tracked(self, comment: FakeComment) -> dict[str, Any]:
        post = self.posts[comment.post]
        return {
            "post": {
                "permalink": self._permalink(post),
                "plink": f"http://me2day.net/{post.author}/{korean_of(post.at):%Y/%m/%d}/{post.id}",
                "body": html_of(post.typed),
                "me2dayPage": f"http://me2day.net/{post.author}",
                "pubDate": self._moment(post.at, utc=True),
                "post_id": post.id,
            },
            "comment": {
                "commentId": comment.id,
                "body": html_of(comment.typed),
                "pubDate": self._moment(comment.at, utc=True),
                "author": self._author(comment.author),
            },
        }


__all__ = ["METHODS", "FakeComment", "FakeMe2day", "FakePost"]
