"""A server held to the description of BAND's Open API (naver_band.md): every answer has HTTP status 200 and
says in ``result_code`` whether it succeeded. Unknown paths are 3000, unknown parameters 211, missing 212.

The list of posts is sorted by the last change; whether a new comment counts as one is not described, so it
can be chosen. Faults are those of the conformance suite.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import html
import secrets
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.conformance.stand import Fault
from tests.servers.fake_naver_band_parts import (
    CITY,
    PATHS,
    FakeBand,
    FakeComment,
    FakePost,
    Problem,
    name_of,
    person,
    photo_json,
)
from tests.servers.tiny_http import Reply, Request, TinyServer

LONGEST_COMMENT = 2000
LATEST = 2


class FakeNaverBand:
    """``url`` is the address of API and sign-in; ``band`` the first band, ``token`` the city's token."""

    def __init__(self, *, page: int = 20, comments_raise: bool = False, names_comment: bool = True) -> None:
        self.page = page
        self.comments_raise = comments_raise
        self.names_comment = names_comment  # False: the answer to a new comment is only a message
        self.user_keys = True  # False: authors come without their keys
        self.token = "token-" + secrets.token_urlsafe(20)
        self.client = ("client-1", "client-secret-1")
        self.requests: list[tuple[str, str]] = []
        self.queries: list[dict[str, list[str]]] = []
        self.fault: Fault | None = None
        self.not_found = 60201  # the description names ranges only
        self.gateway: Reply | None = None  # what stands in front of BAND answers instead
        self.code = 0  # answered to every call, where it is set
        self.bands: dict[str, FakeBand] = {}
        self._codes: dict[str, str] = {}
        self._number = 0
        self._server = TinyServer(self._handle)
        self.band = self.add_band("한빛시 주민 밴드")

    def start(self) -> FakeNaverBand:
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

    def add_band(self, name: str) -> FakeBand:
        key = "AA" + hashlib.sha256(name.encode()).hexdigest()[:18]
        self.bands[key] = FakeBand(key, name)
        return self.bands[key]

    def post(
        self,
        text: str,
        *,
        author: str = "시민",
        band: FakeBand | None = None,
        at: float | None = None,
        photos: tuple[str, ...] = (),
    ) -> FakePost:
        return self._server.call(self._post, band or self.band, text, person(author), at, list(photos))

    def comment(
        self, post: FakePost, text: str, *, author: str = "시민", own: bool = False, photo: str = ""
    ) -> FakeComment:
        return self._server.call(self._comment, post, text, CITY if own else person(author), photo)

    def edit(self, thing: FakePost | FakeComment, text: str) -> None:
        def change() -> None:
            thing.content, thing.changed = html.escape(text, quote=False), time.time()

        self._server.call(change)

    def delete_post(self, post: FakePost) -> None:
        def delete() -> None:
            for band in self.bands.values():
                band.posts.pop(post.key, None)

        self._server.call(delete)

    def delete_comment(self, post: FakePost, comment: FakeComment) -> None:
        self._server.call(post.comments.remove, comment)

    def _post(
        self, band: FakeBand, text: str, author: tuple[str, str], at: float | None, photos: list[str]
    ) -> FakePost:
        self._number += 1
        moment = time.time() if at is None else at
        key = f"AAC{secrets.token_urlsafe(6)}{self._number}"
        made = FakePost(key, author, html.escape(text, quote=False), moment, moment, photos)
        band.posts[key] = made
        return made

    def _comment(self, post: FakePost, text: str, author: tuple[str, str], photo: str) -> FakeComment:
        self._number += 1
        key = f"AAB{secrets.token_urlsafe(6)}{self._number}"
        made = FakeComment(key, author, html.escape(text, quote=False), time.time(), time.time(), photo)
        post.comments.append(made)
        if self.comments_raise:
            post.changed = made.created
        return made

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        self.queries.append(request.query)
        if request.path == "/oauth2/authorize":
            return self._authorize(request)
        if request.path == "/oauth2/token":
            return self.gateway or self._give_token(request)
        if self.gateway is not None:
            return self.gateway
        writing = request.path.endswith(("/create", "/remove"))
        if self.fault is Fault.LOST_REQUEST and writing:
            request.writer.transport.abort()
            return None
        if self.fault is Fault.SLOW:
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            await request.writer.drain()
            await asyncio.sleep(30)
            return None
        if self.fault is Fault.UNREADABLE:
            return Reply(200, b"<html><body>Proxy</body></html>", {"Content-Type": "text/html"})
        try:
            value: dict[str, Any] = {"result_code": 1, "result_data": self._answer(request)}
        except Problem as problem:
            value = {"result_code": problem.code, "result_data": {"message": problem.message}}
        if self.fault is Fault.LOST_ANSWER and writing:
            request.writer.transport.abort()
            return None
        return Reply(200, value)

    def _answer(self, request: Request) -> Any:
        rule = PATHS.get(request.path)
        if rule is None or rule[0] != request.method:
            raise Problem(3000, "Invalid request")
        method, needed, further = rule
        fields = dict(request.query)
        if method == "POST":
            if request.query or request.headers.get("content-type") != "application/x-www-form-urlencoded":
                raise Problem(211, "Invalid Parameters")
            fields = parse_qs(request.body.decode(), keep_blank_values=True)
        ended = self.fault in (Fault.TOKEN_EXPIRED, Fault.REVOKED)
        if fields.pop("access_token", [""]) != [self.token] or ended:
            raise Problem(10401, "Unauthorized")
        self._break()
        if needed - set(fields):
            raise Problem(212, "Insufficient Parameters")
        if set(fields) - needed - further or any(len(values) != 1 for values in fields.values()):
            raise Problem(211, "Invalid Parameters")
        values = {name: found[0] for name, found in fields.items()}
        handler: Callable[[dict[str, str]], Any] = getattr(self, "_do_" + name_of(request.path))
        return handler(values)

    def _break(self) -> None:
        codes = {Fault.SERVER_ERROR: 2300, Fault.RATE_LIMITED: 1003, Fault.QUOTA_USED_UP: 1001}
        code = self.code or (codes.get(self.fault, 0) if self.fault else 0)
        if code:
            raise Problem(code, "no")

    def _band(self, values: dict[str, str]) -> FakeBand:
        band = self.bands.get(values["band_key"])
        if band is None or not band.joined:
            raise Problem(60102, "Not Band member")
        return band

    def _find(self, values: dict[str, str]) -> FakePost:
        post = self._band(values).posts.get(values["post_key"])
        if post is None:
            raise Problem(self.not_found, "Post not found")
        return post

    # --- calls --------------------------------------------------------------------------------------------

    def _do_profile(self, values: dict[str, str]) -> Any:
        return {
            "user_key": CITY[0],
            "name": CITY[1],
            "profile_image_url": "https://phinf.example/p.jpg",
            "is_app_member": True,
            "message_allowed": True,
        }

    def _do_bands(self, values: dict[str, str]) -> Any:
        shown = [
            {"band_key": b.key, "name": b.name, "cover": "", "member_count": b.members}
            for b in self.bands.values()
            if b.joined
        ]
        return {"bands": shown}

    def _do_permissions(self, values: dict[str, str]) -> Any:
        wanted = values["permissions"].split(",")
        if not set(wanted) <= {"posting", "commenting", "contents_deletion"}:
            raise Problem(211, "Invalid Parameters")
        rights = [] if self.fault is Fault.FORBIDDEN else self._band(values).rights
        return {"permission": [one for one in wanted if one in rights]}

    def _do_posts(self, values: dict[str, str]) -> Any:
        band = self._band(values)
        newest = sorted(band.posts.values(), key=lambda p: (-p.changed, -p.created, p.key))
        return self._paged(newest, values, lambda post: self._post_json(band, post, listed=True))

    def _do_post(self, values: dict[str, str]) -> Any:
        return {"post": self._post_json(self._band(values), self._find(values), listed=False)}

    def _do_comments(self, values: dict[str, str]) -> Any:
        post = self._find(values)
        sort = values.get("sort", "+created_at")
        if sort not in ("+created_at", "-created_at"):
            raise Problem(211, "Invalid Parameters")
        found = list(post.comments)
        if sort == "-created_at":
            found = sorted(reversed(found), key=lambda c: -c.changed)
        return self._paged(found, values, lambda one: self._comment_json(values["band_key"], post, one))

    def _do_comment_create(self, values: dict[str, str]) -> Any:
        post = self._find(values)
        if self.fault is Fault.FORBIDDEN or "commenting" not in self._band(values).rights:
            raise Problem(10403, "Forbidden")
        if len(values["body"]) > LONGEST_COMMENT:
            raise Problem(3001, "Exceeded character limit")
        made = self._comment(post, values["body"], CITY, "")
        return {"message": "success", **({"comment_key": made.key} if self.names_comment else {})}

    def _do_comment_remove(self, values: dict[str, str]) -> Any:
        post = self._find(values)
        found = [one for one in post.comments if one.key == values["comment_key"]]
        if not found:
            raise Problem(60202, "Comment not found")
        if found[0].author != CITY and "contents_deletion" not in self._band(values).rights:
            raise Problem(10403, "Forbidden")
        post.comments.remove(found[0])
        return {"message": "success"}

    def _do_post_remove(self, values: dict[str, str]) -> Any:
        post, band = self._find(values), self._band(values)
        if post.author != CITY and "contents_deletion" not in band.rights:
            raise Problem(10403, "Forbidden")
        del band.posts[post.key]
        return {"message": "success"}

    # --- shapes -------------------------------------------------------------------------------------------

    def _paged(self, found: list[Any], values: dict[str, str], shown: Callable[[Any], Any]) -> Any:
        after = values.get("after", "ap=0")
        if not after.startswith("ap=") or not after[3:].isdigit():
            raise Problem(60000, "Invalid Parameter")
        size = min(int(values.get("limit", "20")), self.page)
        start = int(after[3:])
        page = found[start : start + size]
        following = start + size < len(found)
        if self.fault is Fault.DOUBLED_PAGE and start:
            page = found[start - size // 2 : start + size]
        if self.fault is Fault.REORDERED:
            page = page[::-1]
        items = [shown(one) for one in page]
        if self.fault is Fault.SHORT_PAGE and following:
            items = []
        if self.fault is Fault.DAMAGED and items:
            items[0] = {"post_key": 7, "content": ["?"], "author": "누구", "created_at": "언제"}
        params = {"after": f"ap={start + size}", "limit": str(size), "access_token": self.token}
        params["band_key"] = values["band_key"]
        return {
            "paging": {"previous_params": None, "next_params": params if following else None},
            "items": items,
        }

    def _author(self, who: tuple[str, str]) -> dict[str, Any]:
        shown = {"name": who[1], "description": "", "role": "member", "profile_image_url": ""}
        return {**shown, "user_key": who[0]} if self.user_keys else shown

    def _post_json(self, band: FakeBand, post: FakePost, *, listed: bool) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "band_key": band.key,
            "post_key": post.key,
            "content": post.content,
            "created_at": int(post.created * 1000),
            "comment_count": len(post.comments),
            "emotion_count": 0,
            "author": self._author(post.author),
            "photos": [photo_json(url) for url in post.photos],
        }
        if not listed:
            return {**shown, "post_read_count": 12}
        latest = post.comments[-LATEST:]
        return {
            **shown,
            "latest_comments": [
                {"body": c.content, "author": {"name": c.author[1]}, "created_at": int(c.created * 1000)}
                for c in latest
            ],
        }

    def _comment_json(self, band_key: str, post: FakePost, comment: FakeComment) -> dict[str, Any]:
        return {
            "band_key": band_key,
            "post_key": post.key,
            "comment_key": comment.key,
            "content": comment.content,
            "created_at": int(comment.created * 1000),
            "emotion_count": 0,
            "is_audio_included": False,
            "author": self._author(comment.author),
            "photo": photo_json(comment.photo) if comment.photo else None,
        }

    # --- sign-in ------------------------------------------------------------------------------------------

    def _authorize(self, request: Request) -> Reply:
        """Agrees at once. What is not described is not given back: there is no state."""
        if set(request.query) != {"response_type", "client_id", "redirect_uri"}:
            return Reply(400, {"error": "invalid_request"})
        back = urlsplit(request.one("redirect_uri"))
        if request.one("client_id") != self.client[0] or back.hostname != "127.0.0.1":
            return Reply(400, {"error": "invalid_client"})
        code = secrets.token_urlsafe(12)
        self._codes[code] = request.one("redirect_uri")
        return Reply(302, b"", {"Location": request.one("redirect_uri") + "?" + urlencode({"code": code})})

    def _give_token(self, request: Request) -> Reply:
        basic = "Basic " + base64.b64encode(":".join(self.client).encode()).decode()
        if request.headers.get("authorization") != basic or set(request.query) != {"grant_type", "code"}:
            return Reply(401, {"error": "invalid_client"})
        if request.one("grant_type") != "authorization_code" or not self._codes.pop(request.one("code"), ""):
            return Reply(400, {"error": "invalid_grant"})
        return Reply(
            200,
            {
                "access_token": self.token,
                "refresh_token": "refresh-1",
                "token_type": "bearer",
                "expires_in": 315359999,
                "scope": "READ_PHOTO",
                "user_key": CITY[0],
            },
        )


__all__ = ["CITY", "PATHS", "FakeBand", "FakeComment", "FakeNaverBand", "FakePost", "Problem"]
