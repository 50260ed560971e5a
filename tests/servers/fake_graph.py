"""A small Meta: Graph API, Instagram API and the sending side of the Messenger Platform, for one Page and one
Instagram account (facebook.md, instagram.md).

Requests are checked strictly against ``fake_graph_words``: an edge, a field or a parameter that the official
description does not have is refused with the Graph's own words. Everything public may be called from the
thread of a test.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import re
import time
from typing import Any
from urllib.parse import urlencode

from tests.conformance.stand import Fault
from tests.servers.fake_graph_fields import field_of, write
from tests.servers.fake_graph_state import IG, IG_NAME, PAGE, PAGE_NAME, Node, State
from tests.servers.fake_graph_words import (
    GraphError,
    Wanted,
    bad_param,
    check_fields,
    check_params,
    no_such,
    read_fields,
)
from tests.servers.tiny_http import Reply, Request, TinyServer

VERSION = "v26.0"
LARGEST_PAGE = 100
DAY_S = 24 * 3600


class FakeGraph:
    """``page_token`` is the Page's, ``user_token`` a system user's, ``ig_token`` an Instagram sign-in's."""

    def __init__(self) -> None:
        self.state = State()
        self.page_token = "EAAPage0123456789abcdefghijklmnop"
        self.user_token = "EAASystem0123456789abcdefghijklmn"
        self.ig_token = "IGAA0123456789abcdefghijklmnopqrs"
        self.ig_token_made = time.time() - 2 * DAY_S
        self.ig_token_ends = time.time() + 58 * DAY_S
        self.app_secret = ""
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.denied: set[str] = set()  # edges that the token may not read: "conversations", "tagged", ...
        self.page_size = LARGEST_PAGE  # the most entries that are given at once
        self.too_much_over = 10**6  # entries asked for beyond this are too much at once
        self.human_agent = False
        self.sends_along = True  # lists within other answers come
        self.loses_names = False  # "from" is withheld
        self.headers: dict[str, str] = {}  # go along with every answer
        self.pages = [PAGE]  # of the system user
        self.fault: Fault | None = None
        self.fail_with: list[GraphError] = []  # for the next requests
        self._server = TinyServer(self._handle)

    # --- life ---------------------------------------------------------------------------------------------

    def start(self) -> FakeGraph:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def leave(self) -> None:
        self._server.leave()

    def come_back(self) -> None:
        self._server.come_back()

    def do(self, function: Any, *args: Any, **named: Any) -> Any:
        return self._server.call(function, *args, **named)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        given = {name: values[0] for name, values in request.query.items()}
        self.requests.append((request.method, request.path, given))
        write = request.method != "GET"
        if write and self.fault is Fault.LOST_REQUEST:
            self.fault = None
            request.writer.transport.abort()
            return None
        if self.fault is Fault.SLOW:
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            await asyncio.sleep(60)
            return None
        if self.fault is Fault.UNREADABLE:
            return Reply(200, b"<!doctype html><title>Proxy</title>", {"Content-Type": "text/html"})
        try:
            self._trouble(request)
            value = self._answer(request, given)
        except GraphError as error:
            return error.reply({**self.headers, **self._usage()})
        if write and self.fault is Fault.LOST_ANSWER:
            self.fault = None
            request.writer.transport.abort()
            return None
        return Reply(200, value, {**self.headers, **self._usage()})

    def _usage(self) -> dict[str, str]:
        minutes = {Fault.RATE_LIMITED: 1, Fault.BUDGET_SPENT: 1, Fault.QUOTA_USED_UP: 600}.get(self.fault, 0)
        percent = 100 if minutes else 3
        counts = {"call_count": percent, "total_cputime": 1, "total_time": 1}
        entries = [
            {"type": "pages", **counts, "estimated_time_to_regain_access": minutes},
            {"type": "instagram", **counts, "estimated_time_to_regain_access": minutes},
            {"type": "ads_management", **counts, "estimated_time_to_regain_access": 0, "call_count": 99},
        ]
        return {
            "X-App-Usage": json.dumps({"call_count": 2, "total_time": 1, "total_cputime": 1}),
            "X-Business-Use-Case-Usage": json.dumps({PAGE: entries}),
        }

    def _trouble(self, request: Request) -> None:
        if self.fail_with:
            raise self.fail_with.pop(0)
        if self.fault is Fault.SERVER_ERROR:
            text = "An unexpected error has occurred. Please retry your request later."
            raise GraphError(text, 2, status=500, is_transient=True)
        if self.fault is Fault.RATE_LIMITED:
            raise GraphError("(#32) Page request limit reached", 32)
        if self.fault is Fault.QUOTA_USED_UP:
            raise GraphError("(#80001) There have been too many calls to this Page account.", 80001, 2494055)
        if self.fault is Fault.TOKEN_EXPIRED:
            raise GraphError("Error validating access token: Session has expired.", 190, 463)
        if self.fault is Fault.REVOKED:
            raise GraphError("Error validating access token: the user changed the password.", 190, 460)
        if self.fault is Fault.FORBIDDEN and request.method != "GET":
            text = "(#200) Requires pages_manage_engagement permission to manage the object"
            raise GraphError(text, 200, status=403)

    def _answer(self, request: Request, given: dict[str, str]) -> Any:
        if request.path == "/refresh_access_token":
            return self._refresh(given)
        match = re.fullmatch(rf"/{VERSION}(/.*)", request.path)
        if match is None:
            raise GraphError("Unknown path components: " + request.path, 2500)
        me = self._who(request, given)
        parts = match[1].strip("/").split("/")
        if len(parts) > 2:
            raise GraphError("Unknown path components: /" + "/".join(parts[2:]), 2500)
        if parts == [""]:
            return self._many(given)
        number, edge = parts[0], parts[1] if len(parts) == 2 else ""
        number = me if number == "me" else number
        kind = self._kind(number)
        if request.method == "GET":
            check_params("GET", kind, edge, given)
            if edge == "accounts":
                return self._accounts()
            if edge:
                return self._edge(number, kind, Wanted(edge, given, read_fields(given.get("fields", "id"))))
            return self._render(number, kind, read_fields(given.get("fields", "id")))
        try:
            body = request.fields()
        except ValueError:
            raise bad_param("Received invalid JSON reply.") from None
        everything = {**given, **body}
        check_params(request.method, kind, edge, everything)
        return self._write(request.method, self.state.nodes.get(number), number, kind, edge, everything)

    def _who(self, request: Request, given: dict[str, str]) -> str:
        token = request.headers.get("authorization", "").removeprefix("Bearer ") or given.get(
            "access_token", ""
        )
        owners = {self.page_token: PAGE, self.user_token: "42", self.ig_token: IG}
        if not token:
            raise GraphError("An active access token must be used to query information.", 2500, status=400)
        if token not in owners:
            raise GraphError(f"Malformed access token {token}", 190, status=400)
        if token == self.ig_token and time.time() > self.ig_token_ends:
            raise GraphError("Error validating access token: Session has expired.", 190, 463)
        if self.app_secret:
            wanted = hmac.new(self.app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()
            if given.get("appsecret_proof") != wanted:
                raise GraphError("API calls from the server require an appsecret_proof argument", 100)
        return owners[token]

    def _refresh(self, given: dict[str, str]) -> Any:
        """instagram.md section 2: not before the token is a day old, and not after its end."""
        if given.get("grant_type") != "ig_refresh_token" or given.get("access_token") != self.ig_token:
            raise GraphError("Error validating access token", 190, type="IGApiException")
        now = time.time()
        if now < self.ig_token_made + DAY_S or now > self.ig_token_ends:
            raise GraphError("Cannot refresh this token", 100, type="IGApiException")
        self.ig_token = f"IGAA{hashlib.sha256(self.ig_token.encode()).hexdigest()[:32]}"
        self.ig_token_made, self.ig_token_ends = now, now + 60 * DAY_S
        return {"access_token": self.ig_token, "token_type": "bearer", "expires_in": 60 * DAY_S}

    def _kind(self, number: str) -> str:
        if number in (PAGE, IG, "42"):
            return {PAGE: "Page", IG: "IGUser", "42": "User"}[number]
        if number not in self.state.nodes:
            raise no_such(number)
        return self.state.nodes[number].kind

    # --- reading ------------------------------------------------------------------------------------------

    def _many(self, given: dict[str, str]) -> Any:
        numbers = given.get("ids", "").split(",")
        if not given.get("ids"):
            raise GraphError("Unsupported get request.", 100)
        if len(numbers) > 50:
            raise bad_param("Too many IDs. Maximum: 50.")
        wanted = read_fields(given.get("fields", "id"))
        return {number: self._render(number, self._kind(number), wanted) for number in numbers}

    def _edge(self, number: str, kind: str, wanted: Wanted) -> Any:
        check_params("GET", kind, wanted.name, dict(wanted.how))
        if wanted.name in self.denied:
            raise GraphError(f"(#200) Requires a permission for {wanted.name}", 200, status=403)
        how = wanted.how
        if wanted.name == "conversations":
            platform = how.get("platform", "")
            expected = ("MESSENGER", "INSTAGRAM") if kind == "Page" else ("instagram",)
            if platform not in expected:
                raise bad_param(f"Param platform must be one of {{INSTAGRAM, MESSENGER}}, not {platform}")
        limit = int(how.get("limit", "25"))
        if not 0 <= limit <= LARGEST_PAGE:
            raise bad_param("limit must be between 0 and 100")
        if limit > self.too_much_over:
            raise GraphError("Please reduce the amount of data you're asking for, then retry your request", 1)
        nodes = self._listed(number, kind, wanted)
        shown, place = self._paged(nodes, min(limit, self.page_size), how.get("after", ""))
        inner = wanted.inner or [Wanted("id")]
        data = [self._render(node.id, node.kind, inner) for node in shown]
        self._damage(shown, data)
        value: dict[str, Any] = {"data": data}
        if shown or place:
            last = place or _cursor(min(node.number for node in shown))
            value["paging"] = {"cursors": {"before": _cursor(0), "after": last}}
        if place:
            query = {"access_token": self.page_token, "after": place, "limit": limit}
            value["paging"]["next"] = f"{self.url}/{VERSION}/{number}/{wanted.name}?{urlencode(query)}"
        if how.get("summary") == "true":
            value["summary"] = {"order": how.get("order", "ranked"), "total_count": len(nodes)}
        return value

    def _accounts(self) -> Any:
        """The Pages of a system user, with a token for each."""
        listed = []
        for number in self.pages:
            facts = {"id": number, "name": f"페이지 {number}", "tasks": ["MODERATE", "MESSAGING"]}
            if number == PAGE:
                facts |= {"name": PAGE_NAME, "username": "hanbit.city", "access_token": self.page_token}
            listed.append(facts)
        return {"data": listed, "paging": {"cursors": {"before": "QQ", "after": "QR"}}}

    def _damage(self, nodes: list[Node], data: list[Any]) -> None:
        if self.fault is Fault.DAMAGED and data and nodes[0].kind in ("Comment", "IGComment"):
            data[0] = {**data[0], "id": {"wrong": []}, "message": 7, "text": [1], "created_time": {}}

    def _paged(self, nodes: list[Node], limit: int, after: str) -> tuple[list[Node], str]:
        """Newest first; a place is the number of the last entry that was shown."""
        start = 0
        if after:
            try:
                number = int(base64.b64decode(after))
            except ValueError:
                raise bad_param("Invalid cursors values for after cursor") from None
            if self.fault is Fault.SHORT_PAGE and number > 0:
                return [], _cursor(-number)  # nothing here, and more behind it
            number = abs(number)
            start = sum(1 for node in nodes if node.number >= number)
            if self.fault is Fault.DOUBLED_PAGE:
                start = max(0, start - 1) if limit > 1 else start
        shown = nodes[start : start + limit]
        more = start + limit < len(nodes) and limit > 0
        place = _cursor(min(node.number for node in shown)) if more and shown else ""
        if self.fault is Fault.REORDERED:
            shown = shown[::-1]
        return shown, place

    def _listed(self, number: str, kind: str, wanted: Wanted) -> list[Node]:
        state, name, how = self.state, wanted.name, wanted.how
        if kind == "Page" and name in ("feed", "visitor_posts", "published_posts", "tagged"):
            posts = [post for post in state.of("Post") if post.tags_page == (name == "tagged")]
            if name == "visitor_posts":
                posts = [post for post in posts if post.author != PAGE]
            if name == "published_posts":
                posts = [post for post in posts if post.author == PAGE]
            return _newest(posts)
        if name == "conversations":
            account = IG if how.get("platform", "").upper() == "INSTAGRAM" else PAGE
            talks = state.of("UnifiedThread", to=account)
            if how.get("user_id"):
                if how["user_id"] not in state.people:
                    raise bad_param("No matching user found")
                talks = [talk for talk in talks if talk.author == how["user_id"]]
            return sorted(talks, key=lambda talk: (talk.updated, talk.number), reverse=True)
        if name == "messages":
            return _newest(state.of("Message", thread=number))
        if kind in ("Post", "Comment"):
            found = (
                state.of("Comment", thread=number) if kind == "Post" else state.of("Comment", parent=number)
            )
            if how.get("filter", "toplevel") == "toplevel" and kind == "Post":
                found = [one for one in found if not one.parent]
            if how.get("since", "").isdigit():
                found = [one for one in found if one.created >= int(how["since"])]
            return _newest(found)
        if name in ("media", "tags"):
            return _newest([m for m in state.of("IGMedia") if m.tags_page == (name == "tags")])
        if name == "replies":
            return _newest(state.of("IGComment", parent=number))
        return _newest(state.of("IGComment", thread=number, parent=""))

    def _render(self, number: str, kind: str, wanted: list[Wanted]) -> dict[str, Any]:
        check_fields(kind, wanted)
        node = self.state.nodes.get(number)
        value: dict[str, Any] = {"id": number}
        for one in wanted:
            if one.name in ("comments", "messages", "replies") and node is not None:
                if not self.sends_along:
                    continue
                value[one.name] = self._edge(number, kind, one)
                if not value[one.name]["data"] and one.how.get("summary") != "true":
                    del value[one.name]
            elif one.name != "id":
                shown = self._account(kind, one.name) if node is None else self._field(node, one.name)
                if shown is not None:
                    value[one.name] = shown
        return value

    def _account(self, kind: str, name: str) -> Any:
        posts = [*self.state.of("Post", author=PAGE), *self.state.of("IGMedia", author=IG)]
        facts: dict[str, dict[str, Any]] = {
            "User": {"name": "시스템 사용자"},
            "Page": {
                "name": PAGE_NAME,
                "username": "hanbit.city",
                "link": "https://www.facebook.com/hanbit.city",
                "category": "City",
                "fan_count": 120,
                "followers_count": 130,
                "instagram_business_account": {"id": IG, "username": IG_NAME},
            },
            "IGUser": {
                "name": PAGE_NAME,
                "username": IG_NAME,
                "user_id": IG,
                "followers_count": 77,
                "media_count": len([post for post in posts if post.kind == "IGMedia"]),
            },
        }
        return facts[kind].get(name)

    def _from(self, number: str) -> Any:
        if self.loses_names and number not in (PAGE, IG):
            return None
        return {"id": number, "name": self.state.people[number]}

    def _field(self, node: Node, name: str) -> Any:
        return field_of(self, node, name)

    # --- writing ------------------------------------------------------------------------------------------

    def _write(
        self, method: str, node: Node | None, number: str, kind: str, edge: str, given: dict[str, Any]
    ) -> Any:
        return write(self, method, node, number, kind, edge, given)


def _cursor(number: int) -> str:
    return base64.b64encode(str(number).encode()).decode()


def _newest(nodes: list[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.number, reverse=True)
