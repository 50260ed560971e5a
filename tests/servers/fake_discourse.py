"""A small Discourse: the calls that the connector makes, held to the official API description.

Unknown addresses, parameters and fields are turned down. Texts are Markdown with some HTML and are cooked,
the same text twice in five minutes is too similar, and what may not be seen is left out of every page.
"""

from __future__ import annotations

import asyncio
import base64
import html
import json
import re
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from tests.conformance.stand import Fault
from tests.servers.tiny_http import Reply, Request, TinyServer

_PAGE = b"<!doctype html><html><body>502 Bad Gateway</body></html>"
_CREATE = {"topic_id", "raw", "reply_to_post_number", "title", "category", "archetype", "target_recipients"}


@dataclass
class User:
    id: int
    username: str
    name: str
    moderator: bool = False


@dataclass
class Entry:
    id: int
    topic: int
    number: int
    user: User
    raw: str
    created: float
    updated: float
    reply_to: int | None = None
    version: int = 1
    hidden: bool = False
    deleted: bool = False
    user_deleted: bool = False
    likes: set[int] = field(default_factory=set)


class FakeDiscourse:
    """``url`` is its address; ``city`` the account under test with the key ``key``."""

    def __init__(self, *, page: int = 50, min_post_length: int = 20) -> None:
        self.page, self.min_post_length = page, min_post_length
        self.requests: list[tuple[str, str]] = []
        self.fault: Fault | None = None
        self.fail_next: list[Reply] = []
        self.read_only = False
        self.login_required = False
        self.users: dict[str, User] = {}
        self.posts: dict[int, Entry] = {}
        self.topics = {77: ("상수도 공사 안내", 5)}
        self.keys: dict[str, str] = {}  # key → user name
        self.user_keys: dict[str, tuple[str, str]] = {}  # key → (user name, client id)
        self._short = False
        self._page_before: list[Any] = []
        self._next = 9000
        self._server = TinyServer(self._handle)
        self.city = self.user("hanbit", "한빛시", moderator=True)
        self.key = self.new_key()
        self.notice = self.post("hanbit", "상수도 공사를 알려 드립니다. 자세한 것은 아래에 적겠습니다.")

    def start(self) -> FakeDiscourse:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def new_key(self) -> str:
        key = secrets.token_hex(32)
        self.keys[key] = self.city.username
        return key

    # --- what people do -----------------------------------------------------------------------------------

    def user(self, username: str, name: str = "", moderator: bool = False) -> User:
        if username not in self.users:
            self.users[username] = User(len(self.users) + 10, username, name or username, moderator)
        return self.users[username]

    def post(
        self,
        username: str,
        raw: str,
        *,
        reply_to: int | None = None,
        topic: int = 77,
        at: float | None = None,
    ) -> int:
        """``reply_to``: the id of a post in the same topic."""
        self._next += 1
        number = 1 + max((p.number for p in self.posts.values() if p.topic == topic), default=0)
        answered = self.posts[reply_to].number if reply_to else None
        moment = time.time() if at is None else at
        user = self.user(username)
        self.posts[self._next] = Entry(self._next, topic, number, user, raw, moment, moment, answered)
        return self._next

    def edit(self, number: int, raw: str) -> None:
        post = self.posts[number]
        post.raw, post.version, post.updated = raw, post.version + 1, time.time()

    def order(self, kind: Fault) -> None:
        self.fault, self._short, self._page_before = kind, kind is Fault.SHORT_PAGE, []
        if kind in (Fault.TOKEN_EXPIRED, Fault.REVOKED):
            self.keys.clear()
        if kind is Fault.DEAD:
            self._server.leave()
        self.read_only = kind is Fault.FORBIDDEN

    def heal(self) -> None:
        if self.fault is Fault.DEAD:
            self._server.come_back()
        if self.fault in (Fault.TOKEN_EXPIRED, Fault.REVOKED):
            self.key = self.new_key()
        self.fault, self.read_only = None, False

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        if self.fail_next:
            return self.fail_next.pop(0)
        if self.fault is Fault.SERVER_ERROR:
            return Reply(500, b"<html>Oops</html>", {"Content-Type": "text/html"})
        if self.fault is Fault.UNREADABLE:
            return Reply(200, _PAGE, {"Content-Type": "text/html"})
        if self.fault in (Fault.RATE_LIMITED, Fault.QUOTA_USED_UP):
            seconds = 60 if self.fault is Fault.RATE_LIMITED else 80_000
            extras = {"wait_seconds": seconds, "time_left": "soon"}
            words = ["You’ve performed this action too many times, please try again later."]
            return Reply(429, {"errors": words, "error_type": "rate_limit", "extras": extras})
        if self.fault is Fault.SLOW:
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{")
            await request.reader.read()
            return None
        if self.login_required and request.path == "/login":
            return Reply(
                200, b"<!doctype html><html><body>Log in</body></html>", {"Content-Type": "text/html"}
            )
        if request.method != "GET" and self.fault in (Fault.LOST_ANSWER, Fault.LOST_REQUEST):
            kind, self.fault = self.fault, None
            if kind is Fault.LOST_ANSWER:
                self._route(request)
            request.writer.transport.abort()
            return None
        await asyncio.sleep(0)
        return self._route(request)

    def _route(self, request: Request) -> Reply:
        who = self._who(request.headers)
        if isinstance(who, Reply):
            return who
        if who is None and self.login_required:
            return Reply(302, b"", {"Location": "/login"})
        path, method = request.path, request.method
        if method != "GET" and (who is None or self.read_only):
            return _denied()
        if path == "/posts.json" and method == "GET":
            return self._latest(request, who)
        if path == "/posts.json" and method == "POST":
            return self._create(request, who)
        if match := re.fullmatch(r"/posts/(\d+)\.json", path):
            return self._one(method, int(match[1]), request, who)
        if path == "/post_actions.json" and method == "POST":
            return self._like(request, who)
        if (match := re.fullmatch(r"/t/(\d+)(/posts)?\.json", path)) and method == "GET":
            return self._topic(int(match[1]), bool(match[2]), request, who)
        if (match := re.fullmatch(r"/u/([^/]+)\.json", path)) and method == "GET":
            return self._profile(unquote(match[1]))
        if path == "/site/basic-info.json" and method == "GET":
            return Reply(
                200, {"title": "한빛시 시민 포럼", "description": "", "logo_url": "", "mobile_logo_url": ""}
            )
        if path == "/session/current.json" and who is not None:
            return Reply(200, {"current_user": {"id": who.id, "username": who.username, "name": who.name}})
        return _missing()

    def _who(self, headers: dict[str, str]) -> User | Reply | None:
        if key := headers.get("api-key"):
            name = headers.get("api-username", "")
            if self.keys.get(key, "").casefold() != name.casefold() or not name:
                return _denied("The API username or key is invalid.")
            return self.users[self.keys[key]]
        if key := headers.get("user-api-key"):
            name, client = self.user_keys.get(key, ("", ""))
            if not name or client != headers.get("user-api-client-id"):
                return _denied()
            return self.users[name]
        return None

    def _latest(self, request: Request, who: User | None) -> Reply:
        if set(request.query) - {"before"}:
            return _bad("unknown parameter")
        before = int(request.one("before", "0")) or 10**9
        seen = [p for p in self.posts.values() if p.id < before and self._visible(p, who)]
        found = [self._shown(p, who, listed=True) for p in sorted(seen, key=lambda p: p.id, reverse=True)]
        found = found[: self.page]
        if self.fault is Fault.DAMAGED and found:
            found[0] = {**found[0], "id": "x", "cooked": None}
        if self.fault is Fault.REORDERED:
            found.reverse()
        if "before" not in request.query:
            self._page_before = list(found)
        elif self.fault is Fault.DOUBLED_PAGE:
            doubled, self._page_before = self._page_before[-3:], list(found)
            found = [*doubled, *found]
        elif self._short and found:
            self._short = False
            found = []
        return Reply(200, {"latest_posts": found})

    def _visible(self, post: Entry, who: User | None) -> bool:
        return not post.deleted and (not post.hidden or (who is not None and who.moderator))

    def _create(self, request: Request, who: User | None) -> Reply:
        body = request.fields()
        assert who is not None
        if set(body) - _CREATE or not isinstance(body.get("raw"), str) or not body["raw"]:
            return _bad("param is missing or the value is empty: raw")
        raw, topic = body["raw"].strip(), body.get("topic_id")
        if topic not in self.topics:
            return _denied()
        if len(raw) < self.min_post_length:
            return _invalid(f"Body is too short (minimum is {self.min_post_length} characters)")
        if len(raw) > 32_000:
            return _invalid("Body is limited to 32000 characters; you entered more.")
        for other in self.posts.values():
            same = other.user is who and not other.deleted and other.raw == raw
            if same and time.time() - other.created < 300:
                return _invalid("Body is too similar to what you recently posted")
        answered = body.get("reply_to_post_number")
        target = next((p.id for p in self.posts.values() if p.topic == topic and p.number == answered), None)
        number = self.post(who.username, raw, reply_to=target, topic=topic)
        return Reply(200, self._shown(self.posts[number], who))

    def _one(self, method: str, number: int, request: Request, who: User | None) -> Reply:
        post = self.posts.get(number)
        if post is None or (post.deleted and not (who and who.moderator)):
            return _missing()
        if not self._visible(post, who) and not post.deleted:
            return _denied()
        if method == "GET":
            return Reply(200, self._shown(post, who))
        if who is None or (post.user is not who and not who.moderator):
            return _denied()
        if method == "DELETE" and not request.body:
            if post.deleted:
                return _missing()
            post.deleted = True
            return Reply(200, b"", {"Content-Type": "text/plain"})
        body = request.fields()
        change = body.get("post")
        if method != "PUT" or set(body) - {"post", "bypass_bump"} or not isinstance(change, dict):
            return _bad("param is missing or the value is empty: post")
        if set(change) - {"raw", "edit_reason"} or not isinstance(change.get("raw"), str):
            return _bad("param is missing or the value is empty: raw")
        if len(change["raw"]) < self.min_post_length:
            return _invalid(f"Body is too short (minimum is {self.min_post_length} characters)")
        self.edit(number, change["raw"])
        return Reply(200, {"post": self._shown(post, who)})

    def _like(self, request: Request, who: User | None) -> Reply:
        body = request.fields()
        assert who is not None
        if set(body) - {"id", "post_action_type_id", "flag_topic"} or body.get("post_action_type_id") != 2:
            return _bad("post_action_type_id")
        post = self.posts.get(body.get("id", 0))
        if post is None or post.deleted:
            return _missing()
        if who.id in post.likes:
            return _denied()
        post.likes.add(who.id)
        return Reply(200, self._shown(post, who))

    def _topic(self, topic: int, some: bool, request: Request, who: User | None) -> Reply:
        if topic not in self.topics:
            return _missing()
        posts = [p for p in self.posts.values() if p.topic == topic and self._visible(p, who)]
        posts.sort(key=lambda p: p.number)
        if some:
            wanted = {int(one) for one in request.query.get("post_ids[]", [])}
            chosen = [p for p in posts if p.id in wanted][:20]
            return Reply(200, {"id": topic, "post_stream": {"posts": [self._shown(p, who) for p in chosen]}})
        shown = [self._shown(p, who) for p in posts[:20]]
        stream = {"posts": shown, "stream": [p.id for p in posts]}
        return Reply(200, {"id": topic, "title": self.topics[topic][0], "post_stream": stream})

    def _profile(self, username: str) -> Reply:
        user = self.users.get(username.casefold())
        if user is None:
            return _missing()
        own = [p.created for p in self.posts.values() if p.user is user and not p.deleted]
        last = _iso(max(own)) if own else None
        found = {"id": user.id, "username": user.username, "name": user.name, "last_posted_at": last}
        return Reply(200, {"user": {**found, "moderator": user.moderator, "admin": False, "trust_level": 1}})

    def _shown(self, post: Entry, who: User | None, listed: bool = False) -> dict[str, Any]:
        title, category = self.topics[post.topic]
        mine = who is post.user
        may = who is not None and (mine or who.moderator)
        value = {
            "id": post.id,
            "name": post.user.name,
            "username": post.user.username,
            "created_at": _iso(post.created),
            "cooked": cook(post.raw),
            "post_number": post.number,
            "post_type": 1,
            "updated_at": _iso(post.updated),
            "reply_to_post_number": post.reply_to,
            "yours": mine,
            "topic_id": post.topic,
            "version": post.version,
            "can_edit": may,
            "can_delete": may and post.number > 1,
            "raw": post.raw,
            "actions_summary": [
                {"id": 2, "count": len(post.likes), "acted": who is not None and who.id in post.likes}
            ],
            "user_id": post.user.id,
            "hidden": post.hidden,
            "deleted_at": _iso(time.time()) if post.deleted else None,
            "user_deleted": post.user_deleted,
        }
        return {**value, "topic_title": title, "category_id": category} if listed else value

    # --- signing in in the browser ------------------------------------------------------------------------

    def approve(self, query: dict[str, list[str]], *, nonce: str = "") -> str:
        """What the page /user-api-key/new does when the person agrees: where the browser is sent to."""
        from cryptography.hazmat.primitives.asymmetric import padding
        from cryptography.hazmat.primitives.serialization import load_pem_public_key

        wanted = {"application_name", "client_id", "scopes", "public_key", "nonce", "auth_redirect"}
        assert set(query) == wanted, query
        assert set(query["scopes"][0].split(",")) <= {"read", "write", "session_info", "notifications"}
        key = secrets.token_hex(16)
        self.user_keys[key] = (self.city.username, query["client_id"][0])
        answer = {"key": key, "nonce": nonce or query["nonce"][0], "push": False, "api": 4}
        public: Any = load_pem_public_key(query["public_key"][0].encode())
        sealed = public.encrypt(json.dumps(answer).encode(), padding.PKCS1v15())
        payload = base64.encodebytes(sealed).decode()
        return f"{query['auth_redirect'][0]}?payload={_quoted(payload)}"


def cook(raw: str) -> str:
    """The little of Markdown that the tests need: escapes, some tags, bold, links, lines, pictures."""
    out: list[str] = []
    token = re.compile(
        r"!\[(?P<alt>[^\]|]*)\|690x388\]\(upload://(?P<up>\w+)\)|\\(?P<esc>[!-/:-@\[-`{-~])"
        r"|(?P<tag></?(?:b|i|em|del)>)|\*\*(?P<bold>[^*]+)\*\*|(?P<url>https?://[^\s<>\"]+)|(?P<ent>&(?:amp|lt|gt|#\d+);)|(?P<other>.)",
        re.S,
    )
    for match in token.finditer(raw):
        kind, text = match.lastgroup, match.group()
        if kind == "up":
            alt, src = html.escape(match["alt"]), f"/uploads/default/{match['up']}.png"
            out.append(
                f'<div class="lightbox-wrapper"><a class="lightbox" href="{src}" title="{alt}">'
                f'<img src="{src}" alt="{alt}" width="690" height="388">'
                f'<div class="meta"><span class="filename">{alt}</span>'
                '<span class="informations">690×388 28 KB</span></div></a></div>'
            )
        elif kind == "esc":
            out.append(html.escape(match["esc"]))
        elif kind == "bold":
            out.append(f"<strong>{html.escape(match['bold'])}</strong>")
        elif kind == "url":
            out.append(f'<a href="{html.escape(text)}">{html.escape(text)}</a>')
        elif kind in ("tag", "ent"):
            out.append(text)
        else:
            out.append(html.escape(text))
    paragraphs = re.split(r"\n{2,}", "".join(out))
    return "\n".join("<p>" + one.strip().replace("\n", "<br>\n") + "</p>" for one in paragraphs)


def seen(raw: str) -> str:
    """A post as a reader sees it."""
    text = cook(raw).replace("<br>\n", "\n").replace("</p>\n<p>", "\n\n")
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


def _denied(more: str = "") -> Reply:
    words = f"You are not permitted to view the requested resource. {more}".strip()
    return Reply(403, {"errors": [words], "error_type": "invalid_access"})


def _missing() -> Reply:
    words = "The requested URL or resource could not be found."
    return Reply(404, {"errors": [words], "error_type": "not_found"})


def _bad(words: str) -> Reply:
    return Reply(400, {"errors": [words], "error_type": "invalid_parameters"})


def _invalid(words: str) -> Reply:
    return Reply(422, {"action": "create_post", "errors": [words]})
