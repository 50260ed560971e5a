"""A program to be killed, and the server it talks to.

``python -m tests.services.loopback WORKSPACE`` waits for "send" or "collect" on stdin, then forks a child
that opens the workspace and works until nothing is left. Forking saves importing everything for every kill.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from connectors.base import (
    Action,
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Network,
    Outgoing,
    Post,
    Sent,
)
from connectors.http import Http, Timeouts

SETTLE_S = 0.15
"""Longer than the server ever takes to work on a request whose sender has died."""


class Server(ThreadingHTTPServer):
    """Records every action that reaches it, also a second time. It does not recognise keys by itself: nothing
    but the outbox keeps an action from being carried out twice. ``hook(where)`` runs inside a request."""

    daemon_threads = True

    def __init__(self, posts: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.log: list[str] = []
        self.posts = posts
        self.hook: Callable[[str], None] = lambda where: None
        self.random = random.Random(7)
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # the client was killed; that is the point


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.hook("arrived")
        time.sleep(self.server.random.random() * 0.01)
        self.server.log.append(told["key"])
        self.server.hook("recorded")
        self._answer({"id": f"r-{told['key']}"})
        self.server.hook("answered")

    def do_GET(self) -> None:
        self.server.hook("asked")
        where, _, value = self.path.rpartition("/")
        if where == "/find":
            self._answer({"found": value in self.server.log})
        else:
            begin = int(value)
            end = min(begin + 20, self.server.posts)
            self._answer({"posts": list(range(begin, end)), "end": end, "more": end < self.server.posts})
        self.server.hook("told")

    def _answer(self, value: Any) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


CAN = Capabilities(reply=True, approve=True)


class LoopbackConnector:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self.url, self.http = config.url, http

    async def capabilities(self) -> Capabilities:
        return CAN

    async def check(self) -> Identity:
        return Identity("", "")

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        found, _ = await self.http.get_json(f"{self.url}/posts/{cursor.get('n', 0)}")
        posts = [
            Post(
                f"p{n}",
                f"버스 {n}번이 오지 않습니다",
                Author(f"u{n % 5}", "시민"),
                created_ms=1_700_000_000_000 + n,
            )
            for n in found["posts"]
        ]
        return Batch(posts=tuple(posts), cursor={"n": found["end"]}, more=found["more"])

    def stream(self) -> Any:
        raise NotImplementedError

    async def send(self, outgoing: Outgoing) -> Sent:
        told = {"key": outgoing.key, "text": outgoing.text}
        answer = await self.http.request("POST", f"{self.url}/act", json=told)
        return self._sent(outgoing, json.loads(answer.body)["id"])

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        found, _ = await self.http.get_json(f"{self.url}/find/{outgoing.key}")
        return self._sent(outgoing, f"r-{outgoing.key}") if found["found"] else None

    def _sent(self, outgoing: Outgoing, remote_id: str) -> Sent:
        if outgoing.action is not Action.REPLY:
            return Sent("")
        made = Post(remote_id, outgoing.text, Author("me", "서울시"), own=True, parent_id=outgoing.target_id)
        return Sent(remote_id, post=made)

    async def aclose(self) -> None: ...


NETWORK = Network(
    "loopback",
    "자기",
    "Loopback",
    CAN,
    lambda config, http: LoopbackConnector(config, http),
    min_interval_s=1,
)


def install() -> None:
    from connectors import registry

    own = (*registry.NETWORKS, NETWORK)
    registry.networks = lambda: own  # type: ignore[assignment]


async def work(workspace: str, what: str) -> None:
    from desktop.services.services import open_services

    http = Http(timeouts=Timeouts(connect=5, read=5, total=10))
    services = await open_services(workspace, http=http)
    services.sender.settle_s = SETTLE_S
    try:
        while not services.collector.take_role():  # noqa: ASYNC110 (the one before dies just now)
            await asyncio.sleep(0.005)
        if what == "send":
            await services.sender.finish_due(limit_s=60)
        else:
            await services.collector.run_once()
            await services.indexer.finish()
    finally:
        await services.aclose()


def main() -> None:
    install()
    import httpx  # noqa: F401  (imported once, before the forks)

    import desktop.services.services  # noqa: F401

    workspace = sys.argv[1]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                asyncio.run(work(workspace, line.strip()))
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
