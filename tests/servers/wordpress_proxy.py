"""A small proxy in front of the real WordPress, for what goes wrong on the way and between two pages."""

from __future__ import annotations

import asyncio
import http.client
import json
from typing import Any
from urllib.parse import urlencode

from tests.servers.tiny_http import Reply, Request, TinyServer

HTML = b"<!doctype html><html><head><title>Proxy</title></head><body><h1>Wartung</h1></body></html>"
CRASH = {
    "code": "internal_server_error",
    "message": "<p>There has been a critical error on this website.</p>",
    "data": {"status": 500},
}
_OWN = ("connection", "transfer-encoding", "content-length", "host", "keep-alive", "date")


class WordPressProxy:
    """``trouble`` is what is wrong now: one of the names in ``stand.Fault`` or ""."""

    def __init__(self, upstream_port: int) -> None:
        self._upstream = upstream_port
        self.requests = 0
        self.trouble = ""
        self._server = TinyServer(self._handle)
        self._server.start()
        self.url = f"http://127.0.0.1:{self._server.port}"

    def stop(self) -> None:
        self._server.stop()

    def begin(self, trouble: str) -> None:
        self.trouble = trouble
        if trouble == "dead":
            self._server.leave()

    def end(self) -> None:
        trouble, self.trouble = self.trouble, ""
        if trouble == "dead":
            self._server.come_back()

    async def _handle(self, request: Request) -> Reply | None:
        self.requests += 1
        if self.trouble == "server-error":
            return Reply(500, CRASH)
        if self.trouble == "unreadable":
            return Reply(200, HTML, {"Content-Type": "text/html; charset=utf-8"})
        if self.trouble == "rate-limited":
            return Reply(429, HTML, {"Content-Type": "text/html", "Retry-After": "60"})
        if self.trouble == "slow":
            return await self._never_end(request)
        lost = request.method != "GET" and self.trouble in ("lost-answer", "lost-request")
        if lost and self.trouble == "lost-request":
            reply = None
        else:
            reply = await asyncio.to_thread(self._forward, request)
        if lost or reply is None:
            self.trouble = ""
            request.writer.transport.abort()
            return None
        if request.method == "GET" and request.path.endswith("/wp/v2/comments"):
            self._spoil(request, reply)
        return reply

    def _forward(self, request: Request) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self._upstream, timeout=60)
        headers = {name: value for name, value in request.headers.items() if name not in _OWN}
        query = [(name, value) for name, values in request.query.items() for value in values]
        if self.trouble == "doubled-page" and int(request.one("offset", "0")) > 3:
            query = [(k, str(int(v) - 3) if k == "offset" else v) for k, v in query]
        path = f"{request.path}?{urlencode(query)}" if query else request.path
        try:
            connection.request(request.method, path, request.body or None, headers)
            answer = connection.getresponse()
            body = self._renamed(answer.read())
            named = {
                name: self._renamed(value.encode("latin-1")).decode("latin-1")
                for name, value in answer.getheaders()
                if name.lower() not in _OWN
            }
            return Reply(answer.status, body, named)
        finally:
            connection.close()

    def _renamed(self, text: bytes) -> bytes:
        """WordPress knows its own address; whoever comes through the proxy is to stay there."""
        return text.replace(b"127.0.0.1:%d" % self._upstream, b"127.0.0.1:%d" % self._server.port)

    def _spoil(self, request: Request, reply: Reply) -> None:
        page: Any = json.loads(reply.value)
        if not isinstance(page, list) or not page:
            return
        if self.trouble == "damaged":
            page[0] = {**page[0], "id": {"?": 1}, "content": 7, "author_name": ["?"]}
        elif self.trouble == "reordered":
            page = page[::-1]
        elif self.trouble == "short-page" and int(request.one("offset", "0")) > 0:
            page = []
        else:
            return
        reply.value = json.dumps(page).encode()

    async def _never_end(self, request: Request) -> None:
        request.writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n["
        )
        while self.trouble == "slow":
            request.writer.write(b" ")
            await asyncio.sleep(0.05)
        request.writer.transport.abort()
