"""``fake_mastodon`` with troubles that last until they are over, and the words Mastodon has for them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.conformance.stand import Fault
from tests.servers.fake_mastodon import FakeMastodon
from tests.servers.tiny_http import Reply, Request

PAUSE_S = 60
NONE_HERE = (Fault.TOKEN_EXPIRED, Fault.QUOTA_USED_UP, Fault.SHORT_PAGE)

HTML = b"<!doctype html><html><head><title>Proxy</title></head><body><h1>Wartung</h1></body></html>"


class FaultyMastodon(FakeMastodon):
    """``fault`` is what is wrong now."""

    fault: Fault | None = None

    def begin(self, kind: Fault) -> None:
        if kind in NONE_HERE:
            raise NotImplementedError(kind)
        self.fault = kind
        if kind is Fault.DEAD:
            self._server.leave()
        if kind is Fault.REVOKED:
            self.revoke(self.token)

    def end(self) -> None:
        kind, self.fault = self.fault, None
        if kind is Fault.DEAD:
            self._server.come_back()
        if kind is Fault.REVOKED:
            self.token = self._server.call(self._token_for, self.city.id)

    async def _handle(self, request: Request) -> Reply | None:
        kind = self.fault
        writes = request.method != "GET"
        if kind is Fault.SERVER_ERROR:
            return self._counted(request, Reply(500, {"error": "We're sorry, but something went wrong"}))
        if kind is Fault.UNREADABLE:
            return self._counted(request, Reply(200, HTML, {"Content-Type": "text/html; charset=utf-8"}))
        if kind is Fault.RATE_LIMITED:
            return self._counted(request, Reply(429, {"error": "Too many requests"}, budget(0)))
        if kind is Fault.FORBIDDEN and writes:
            return self._counted(request, Reply(403, {"error": "This action is not allowed"}))
        if kind is Fault.SLOW:
            return await self._never_end(request)
        if kind in (Fault.LOST_ANSWER, Fault.LOST_REQUEST) and writes:
            self.fault = None
            if kind is Fault.LOST_ANSWER:
                await super()._handle(request)
            request.writer.transport.abort()
            return None
        reply = await super()._handle(request)
        if reply is not None and kind is Fault.BUDGET_SPENT:
            reply.headers |= budget(0)
        if reply is not None and request.path == "/api/v1/notifications" and isinstance(reply.value, list):
            reply.value = self._spoiled(request, reply.value)
        return reply

    def _counted(self, request: Request, reply: Reply) -> Reply:
        self.requests.append((request.method, request.path))
        return reply

    async def _never_end(self, request: Request) -> None:
        self.requests.append((request.method, request.path))
        request.writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n["
        )
        while self.fault is Fault.SLOW:
            request.writer.write(b" ")
            await asyncio.sleep(0.05)
        request.writer.transport.abort()

    def _spoiled(self, request: Request, page: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if self.fault is Fault.DAMAGED and page:
            status = {**page[0]["status"], "account": 7, "content": ["?"], "mentions": "?"}
            return [{**page[0], "status": status}, *page[1:]]
        if self.fault is Fault.REORDERED:
            return page[::-1]
        if self.fault is Fault.DOUBLED_PAGE and request.one("max_id"):
            before = [
                self._notification_json(n)
                for n in self.city.notifications
                if int(n["id"]) >= int(request.one("max_id"))
            ]
            return [*before[:3][::-1], *page]
        return page


def budget(remaining: int) -> dict[str, str]:
    """Mastodon's headers; the end is a moment in ISO 8601 (mastodon.md section 9)."""
    reset = (datetime.now(UTC) + timedelta(seconds=PAUSE_S)).isoformat(timespec="microseconds")
    return {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": reset.replace("+00:00", "Z"),
    }
