"""A small Threads: the calls that the connector makes, held to what is known of the official collection of
requests (threads.md sections 3 to 6), with the Graph's way to say no.

A reply is made in two steps with their race, posts are paged by cursors whose addresses hold the token, and
neither edits nor deletions are told of. Faults are ordered by a test.
"""

from __future__ import annotations

import asyncio
import base64
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from tests.conformance.stand import Fault
from tests.servers.fake_threads_parts import (
    CITY,
    CITY_ID,
    ENDLESS,
    ROUTES,
    SCOPES,
    chosen,
    error,
    length,
    not_there,
)
from tests.servers.tiny_http import Reply, Request, TinyServer

__all__ = ["CITY", "CITY_ID", "FakeThreads", "Item", "error"]


@dataclass
class Item:
    id: str
    username: str
    text: str
    at: float
    root: str = ""
    parent: str = ""
    hidden: bool = False
    more: dict[str, Any] = field(default_factory=dict)


@dataclass
class Container:
    id: str
    text: str
    reply_to: str
    looks: int  # times it is looked at before it is ready
    status: str = "IN_PROGRESS"


class FakeThreads:
    """``url`` is its address. Everything public may be called from the thread of a test."""

    def __init__(self, *, page: int = 100) -> None:
        self.page = page
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.fault: Fault | None = None
        self.scopes = set(SCOPES)
        self.items: dict[str, Item] = {}
        self.containers: dict[str, Container] = {}
        self.races = 0  # so many publishings fail although the container is ready
        self.looks = 0  # so often a new container is not ready yet
        self.gone_code = 100
        self.epoch = 0  # cursors of another one have ended
        self.tokens: dict[str, float] = {}  # token → when it was made
        self._number = 18_000_000_000_000_000
        self._server = TinyServer(self._handle)

    def start(self) -> FakeThreads:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def new_token(self, age_s: float = 3 * 86_400) -> str:
        token = "THAA" + secrets.token_urlsafe(40).replace("-", "x").replace("_", "y")
        self.tokens[token] = time.time() - age_s
        return token

    # --- what people do -----------------------------------------------------------------------------------

    def write(
        self, text: str, *, by: str = "ex_user", parent: str = "", at: float | None = None, **more: Any
    ) -> str:
        return self._server.call(self._add, text, by, parent, time.time() if at is None else at, more).id

    def edit(self, number: str, text: str) -> None:
        self.items[number].text = text

    def delete(self, number: str) -> None:
        self._server.call(self.items.pop, number)

    def leave(self) -> None:
        self._server.leave()

    def come_back(self) -> None:
        self._server.come_back()

    def _new_id(self) -> str:
        self._number += 7
        return str(self._number)

    def _add(self, text: str, by: str, parent: str, at: float, more: dict[str, Any]) -> Item:
        above = self.items.get(parent)
        root = (above.root or above.id) if above is not None else ""
        item = Item(self._new_id(), by, text, at, root, parent, more=more)
        self.items[item.id] = item
        return item

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        fields = {name: values[0] for name, values in request.query.items()}
        fields |= dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        shown = {name: value for name, value in fields.items() if name != "access_token"}
        self.requests.append((request.method, request.path, shown))
        publishing = request.method != "GET" and not request.path.endswith("/me/threads")
        if self.fault is Fault.LOST_REQUEST and publishing:
            self.fault = None
            request.writer.transport.abort()
            return None
        if self.fault is Fault.SLOW:
            request.writer.write(ENDLESS)
            while not request.writer.is_closing():
                request.writer.write(b" ")
                await asyncio.sleep(0.1)
            return None
        reply = self._broken() or self._answer(request, fields)
        if self.fault is Fault.LOST_ANSWER and publishing:
            self.fault = None
            request.writer.transport.abort()
            return None
        if self.fault is Fault.BUDGET_SPENT:
            reply.headers["X-App-Usage"] = '{"call_count":100,"total_cputime":25,"total_time":25}'
        return reply

    def _broken(self) -> Reply | None:
        if self.fault is Fault.SERVER_ERROR:
            said = "An unexpected error has occurred. Please retry your request later."
            return error(2, said, status=500, is_transient=True)
        if self.fault is Fault.UNREADABLE:
            page = b"<!doctype html><html><body>proxy</body></html>"
            return Reply(200, page, {"Content-Type": "text/html"})
        if self.fault is Fault.RATE_LIMITED:
            reply = error(4, "Application request limit reached", status=403)
            reply.headers["X-App-Usage"] = '{"call_count":105,"total_cputime":10,"total_time":12}'
            return reply
        if self.fault is Fault.QUOTA_USED_UP:
            return error(17, "User request limit reached")
        return None

    def _answer(self, request: Request, fields: dict[str, str]) -> Reply:
        token = fields.pop("access_token", "")
        token = request.headers.get("authorization", "").removeprefix("Bearer ") or token
        path = request.path.removeprefix("/v1.0")
        if self.fault is Fault.TOKEN_EXPIRED:
            return error(190, "Error validating access token: Session has expired", 463, 401)
        if token not in self.tokens:
            return error(190, f"Invalid OAuth access token - Cannot parse {token}", 0, 401)
        if path == "/refresh_access_token":
            return self._refresh(fields, token)
        if self.fault is Fault.FORBIDDEN:
            return error(10, "Application does not have permission for this action", status=403)
        for method, pattern, name, allowed in ROUTES:
            match = re.fullmatch(pattern, path)
            if method == request.method and match:
                if unknown := set(fields) - allowed:
                    return error(100, f"Unexpected parameters: {sorted(unknown)}")
                return getattr(self, f"_{name}")(fields, *match.groups())  # type: ignore[no-any-return]
        return error(2500, f"Unknown path components: {path}")

    def _refresh(self, fields: dict[str, str], token: str) -> Reply:
        if fields != {"grant_type": "th_refresh_token"}:
            return error(100, "Unsupported grant type")
        if time.time() - self.tokens[token] < 86_400:
            return error(100, "The access token is too young to be refreshed")
        following = self.new_token(0)
        return Reply(200, {"access_token": following, "token_type": "bearer", "expires_in": 5_183_944})

    def _lacks(self, scope: str) -> Reply | None:
        if scope in self.scopes:
            return None
        return error(10, f"Application does not have permission for this action ({scope})", status=403)

    # --- lists --------------------------------------------------------------------------------------------

    def _profile(self, fields: dict[str, str]) -> Reply:
        value = {"id": CITY_ID, "username": CITY, "name": "한빛시", "threads_biography": "시청"}
        return chosen(value, fields, "profile", "id")

    def _own_posts(self, fields: dict[str, str]) -> Reply:
        return self._list([i for i in self.items.values() if i.username == CITY and not i.parent], fields)

    def _own_replies(self, fields: dict[str, str]) -> Reply:
        found = [i for i in self.items.values() if i.username == CITY and i.parent]
        return self._lacks("threads_read_replies") or self._list(found, fields)

    def _mentions(self, fields: dict[str, str]) -> Reply:
        named = re.compile(rf"@{CITY}(?![\w.])")
        found = [i for i in self.items.values() if named.search(i.text) and i.username != CITY]
        return self._lacks("threads_manage_mentions") or self._list(found, fields)

    def _conversation(self, fields: dict[str, str], number: str) -> Reply:
        above = self.items.get(number)
        if above is None:
            return not_there(number)
        if above.username != CITY:
            return error(10, "Only conversations of own posts can be read", status=403)
        if fields.get("reverse", "true") not in ("true", "false"):
            return error(100, "reverse must be a boolean")
        below = [i for i in self.items.values() if self._is_below(i, number)]
        return self._lacks("threads_read_replies") or self._list(below, fields)

    def _is_below(self, item: Item, number: str) -> bool:
        while item.parent and item.parent != number and item.parent in self.items:
            item = self.items[item.parent]
        return item.parent == number or (bool(item.root) and item.root == number)

    def _list(self, found: Sequence[Item], fields: dict[str, str]) -> Reply:
        if "before" in fields and "after" in fields:
            return error(100, "before and after cannot be used together")
        limit = fields.get("limit", "25")
        if not limit.isdigit() or not 1 <= int(limit) <= 100:
            return error(100, "limit must be from 1 to 100")
        ordered = sorted(found, key=lambda i: (i.at, i.id), reverse=fields.get("reverse", "true") == "true")
        size, begin = min(int(limit), self.page), 0
        if "after" in fields:
            try:
                epoch, _, place = base64.urlsafe_b64decode(fields["after"]).decode().partition(":")
                begin = int(place)
            except ValueError:
                epoch = ""
            if epoch != str(self.epoch):
                return error(100, "Invalid cursors values.")
        items, end = list(ordered[begin : begin + size]), begin + size
        if self.fault is Fault.SHORT_PAGE and begin == 0 and "after" not in fields and items:
            items, end = [], 0
        if self.fault is Fault.DOUBLED_PAGE:
            items = [*ordered[max(0, begin - 3) : begin], *items]
        if self.fault is Fault.REORDERED:
            items = items[::-1]
        values = []
        for item in items:
            picked = chosen(self._shown(item), fields, "post", "id,timestamp")
            if picked.status != 200:
                return picked
            values.append(picked.value)
        if self.fault is Fault.DAMAGED and values and items[0].username != CITY:
            values[0] = {"id": {"no": 1}, "text": 7, "timestamp": [], "username": None}
        paging: dict[str, Any] = {}
        if values:
            after = base64.urlsafe_b64encode(f"{self.epoch}:{end}".encode()).decode()
            paging["cursors"] = {"before": "QmVmb3Jl", "after": after}
        if end < len(ordered):
            after = base64.urlsafe_b64encode(f"{self.epoch}:{end}".encode()).decode()
            token = next(iter(self.tokens), "")
            paging["next"] = f"{self.url}/v1.0/x?access_token={token}&limit={size}&after={after}"
        return Reply(200, {"data": values, "paging": paging} if paging else {"data": values})

    def _shown(self, item: Item) -> dict[str, Any]:
        moment = datetime.fromtimestamp(int(item.at), UTC).isoformat().replace("+00:00", "+0000")
        value: dict[str, Any] = {
            "id": item.id,
            "media_product_type": "THREADS",
            "media_type": "TEXT_POST",
            "permalink": f"https://www.threads.com/@{item.username}/post/{item.id[-6:]}",
            "username": item.username,
            "text": item.text,
            "timestamp": moment,
            "shortcode": item.id[-6:],
            "is_quote_post": False,
            "has_replies": any(i.parent == item.id for i in self.items.values()),
            "is_reply": bool(item.parent),
            **item.more,
        }
        if item.parent:
            value |= {
                "root_post": {"id": item.root},
                "replied_to": {"id": item.parent},
                "is_reply_owned_by_me": item.username == CITY,
                "hide_status": "HIDDEN" if item.hidden else "NOT_HUSHED",
            }
        if item.username == CITY:
            value["owner"] = {"id": CITY_ID}
        return value

    def _one(self, fields: dict[str, str], number: str) -> Reply:
        container = self.containers.get(number)
        if container is not None:
            return self._container(container, fields)
        item = self.items.get(number)
        if item is None:
            return not_there(number) if self.gone_code == 100 else error(24, "Media not found", 4279009)
        return chosen(self._shown(item), fields, "post", "id")

    def _quota(self, fields: dict[str, str]) -> Reply:
        used = sum(i.username == CITY and bool(i.parent) for i in self.items.values())
        value = {
            "reply_quota_usage": used,
            "reply_config": {"quota_total": 1000, "quota_duration": 86400},
            "quota_usage": 0,
            "config": {"quota_total": 250, "quota_duration": 86400},
        }
        picked = chosen(value, fields, "quota", "quota_usage")
        return Reply(200, {"data": [picked.value]}) if picked.status == 200 else picked

    def _lookup(self, fields: dict[str, str]) -> Reply:
        name = fields.get("username", "")
        if (refused := self._lacks("threads_profile_discovery")) is not None:
            return refused
        if not any(item.username == name for item in self.items.values()):
            return error(100, "The requested user cannot be found.")
        return Reply(
            200, {"username": name, "name": name.title(), "follower_count": 12, "is_verified": False}
        )

    def _posts_of(self, fields: dict[str, str]) -> Reply:
        name = fields.pop("username", "")
        return self._list([i for i in self.items.values() if i.username == name and not i.parent], fields)

    # --- writes -------------------------------------------------------------------------------------------

    def _make(self, fields: dict[str, str]) -> Reply:
        if (refused := self._lacks("threads_content_publish")) is not None:
            return refused
        text, reply_to = fields.get("text", ""), fields.get("reply_to_id", "")
        if fields.get("media_type") != "TEXT":
            return error(100, "The parameter media_type is required.")
        if not text.strip():
            return error(100, "The parameter text is required.")
        if length(text) > 500:
            return error(100, "Param text must be at most 500 characters long.")
        if len(set(re.findall(r"https?://\S+", text))) > 5:
            return error(100, "THREADS_API__LINK_LIMIT_EXCEEDED")
        if reply_to and reply_to not in self.items:
            return error(100, "The post you are replying to does not exist.", 33)
        container = Container(self._new_id(), text, reply_to, self.looks)
        self.containers[container.id] = container
        return Reply(200, {"id": container.id})

    def _container(self, container: Container, fields: dict[str, str]) -> Reply:
        if container.status == "PUBLISHED":
            return error(100, "Tried accessing nonexisting field (status)")
        if container.status == "IN_PROGRESS":
            container.status = "IN_PROGRESS" if container.looks > 0 else "FINISHED"
            container.looks -= 1
        value = {"id": container.id, "status": container.status}
        if container.status == "ERROR":
            value["error_message"] = "UNKNOWN"
        return chosen(value, fields, "container", "id")

    def _publish(self, fields: dict[str, str]) -> Reply:
        container = self.containers.get(fields.get("creation_id", ""))
        if container is None or container.status != "FINISHED" or self.races > 0:
            self.races -= 1
            return error(
                24, "The requested resource does not exist", 4279009, error_user_title="Media Not Found"
            )
        if container.reply_to and container.reply_to not in self.items:
            return error(100, "The post you are replying to does not exist.", 33)
        container.status = "PUBLISHED"
        return Reply(200, {"id": self._add(container.text, CITY, container.reply_to, time.time(), {}).id})

    def _manage(self, fields: dict[str, str], number: str) -> Reply:
        item = self.items.get(number)
        if item is None:
            return not_there(number)
        if fields.get("hide") not in ("true", "false"):
            return error(100, "The parameter hide is required.")
        root = self.items.get(item.root)
        if root is None or root.username != CITY or item.parent != item.root:
            return error(100, "Only top-level replies can be hidden.")
        item.hidden = fields["hide"] == "true"
        return self._lacks("threads_manage_replies") or Reply(200, {"success": True})

    def _delete(self, fields: dict[str, str], number: str) -> Reply:
        item = self.items.get(number)
        if item is None:
            return not_there(number)
        if item.username != CITY:
            return error(10, "You can only delete your own posts.", status=403)
        if (refused := self._lacks("threads_delete")) is not None:
            return refused
        del self.items[number]
        return Reply(200, {"success": True, "deleted_id": number})
