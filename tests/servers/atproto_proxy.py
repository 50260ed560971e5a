"""A proxy in front of the real Bluesky, for what a server that works never does.

It passes everything on, counts it, gives short pages (a server may give fewer entries than it is asked for),
and says what goes wrong in the words of the PDS.
"""

from __future__ import annotations

import asyncio
import base64
import http.client
import json
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.conformance.stand import Fault
from tests.servers.tiny_http import Reply, Request, TinyServer

_PASSED_ON = ("authorization", "content-type", "accept", "dpop")
_WRITES = ("com.atproto.repo.putRecord", "com.atproto.repo.deleteRecord", "com.atproto.repo.createRecord")
_SESSIONS = ("com.atproto.server.createSession", "com.atproto.server.refreshSession")
_LIST = "app.bsky.notification.listNotifications"

_PROXY_PAGE = b"<!doctype html><html><title>502</title><body>Bad gateway</body></html>"


class BlueskyProxy:
    """``url`` is its address; ``fault`` holds until it is taken away."""

    def __init__(self, upstream: str, page: int = 100) -> None:
        self._upstream = urlsplit(upstream).port or 0
        self.page = page
        self.fault: Fault | None = None
        self.replace: dict[str, list[Reply]] = {}  # nsid → answers to give instead, one each
        self.requests: list[tuple[str, str]] = []  # (method, nsid or path)
        self.queries: list[dict[str, list[str]]] = []
        self.expired: set[str] = set()
        self._seen: set[str] = set()
        self._page_before: list[Any] = []
        self._short = False
        self._server = TinyServer(self._handle)

    def start(self) -> BlueskyProxy:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def order(self, kind: Fault) -> None:
        self.fault = kind
        self._short = kind is Fault.SHORT_PAGE
        self._page_before = []
        if kind is Fault.DEAD:
            self._server.leave()
        if kind in (Fault.TOKEN_EXPIRED, Fault.REVOKED):
            self.expired |= self._seen

    def heal(self) -> None:
        if self.fault is Fault.DEAD:
            self._server.come_back()
        self.fault = None

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        nsid = request.path.removeprefix("/xrpc/")
        self.requests.append((request.method, nsid))
        self.queries.append(request.query)
        if self.replace.get(nsid):
            return self.replace[nsid].pop(0)
        refused = self._refusal(nsid, request.headers.get("authorization", ""))
        if refused is not None:
            return refused
        if self.fault is Fault.SLOW:
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
            request.writer.write(b"Content-Length: 9999\r\n\r\n{")
            await request.reader.read()  # until the other side has had enough
            return None
        lost = self.fault if nsid in _WRITES else None
        if lost in (Fault.LOST_ANSWER, Fault.LOST_REQUEST):
            self.fault = None
            if lost is Fault.LOST_ANSWER:
                await asyncio.to_thread(self._pass_on, request)
            request.writer.transport.abort()
            return None
        if nsid == "com.atproto.server.refreshSession":
            # The PDS makes the same access token twice within one second.
            await asyncio.sleep(1.01 - time.time() % 1)
        reply = await asyncio.to_thread(self._pass_on, request)
        if nsid == _LIST and reply.status == 200:
            self._change_list(request, reply.value)
        if self.fault is Fault.BUDGET_SPENT:
            reply.headers |= _budget(60, "3000;w=300")
        return reply

    def _refusal(self, nsid: str, authorization: str) -> Reply | None:
        if self.fault is Fault.SERVER_ERROR:
            return _error(500, "InternalServerError", "Internal Server Error")
        if self.fault is Fault.UNREADABLE:
            return Reply(200, _PROXY_PAGE, {"Content-Type": "text/html; charset=utf-8"})
        if self.fault in (Fault.RATE_LIMITED, Fault.QUOTA_USED_UP):
            day = self.fault is Fault.QUOTA_USED_UP
            reply = _error(429, "RateLimitExceeded", "Rate Limit Exceeded")
            reply.headers |= _budget(86_000 if day else 60, "35000;w=86400" if day else "3000;w=300")
            return reply
        if nsid in _SESSIONS:
            if self.fault is not Fault.REVOKED:
                return None
            if nsid.endswith("createSession"):
                return _error(401, "AuthenticationRequired", "Invalid identifier or password")
            return _error(400, "ExpiredToken", "Token has been revoked")
        if authorization in self.expired:
            return _error(400, "ExpiredToken", "Token has expired")
        if authorization:
            self._seen.add(authorization)
        if self.fault is Fault.REVOKED:
            return _error(400, "ExpiredToken", "Token has expired")
        if self.fault is Fault.FORBIDDEN:
            return _error(403, "ScopeMissingError", 'Missing required scope "rpc:app.bsky?aud=*"')
        return None

    def _pass_on(self, request: Request) -> Reply:
        query = dict(request.query)
        if request.path.endswith(_LIST) and "limit" in query:
            query["limit"] = [str(min(int(query["limit"][0]), self.page))]
        path = request.path + (f"?{urlencode(query, doseq=True)}" if query else "")
        headers = {name: value for name, value in request.headers.items() if name in _PASSED_ON}
        connection = http.client.HTTPConnection("127.0.0.1", self._upstream, timeout=60)
        try:
            connection.request(request.method, path, request.body or None, headers)
            answer = connection.getresponse()
            body = answer.read()
            kind = answer.getheader("Content-Type", "")
            value = json.loads(body) if "json" in kind and body else body
            return Reply(answer.status, value, {"Content-Type": kind} if kind else {})
        finally:
            connection.close()

    def _change_list(self, request: Request, value: Any) -> None:
        items = value["notifications"]
        if self.fault is Fault.DAMAGED and items:
            items[0] = {**items[0], "uri": 7, "record": "broken", "author": [], "indexedAt": None}
        if self.fault is Fault.REORDERED:
            items.reverse()
        if "cursor" not in request.query:
            self._page_before = list(items)
            return
        if self.fault is Fault.DOUBLED_PAGE:
            before, self._page_before = self._page_before, list(items)
            value["notifications"] = [*before[-5:], *items]
        if self.fault is Fault.SHORT_PAGE and self._short and items:
            self._short = False
            items.clear()


def token_ends_in_s(token: str) -> float:
    """How long an access token of the PDS still counts."""
    part = token.split(".")[1]
    return float(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["exp"]) - time.time()


def _error(status: int, name: str, message: str) -> Reply:
    return Reply(status, {"error": name, "message": message})


def _budget(seconds: int, policy: str) -> dict[str, str]:
    return {
        "RateLimit-Limit": policy.partition(";")[0],
        "RateLimit-Remaining": "0",
        "RateLimit-Reset": str(int(time.time()) + seconds),
        "RateLimit-Policy": policy,
    }
