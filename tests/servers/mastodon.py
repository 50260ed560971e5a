"""Starts ``mastodon_mock`` from PyPI, in a process of its own.

What it does otherwise than Mastodon (mastodon.md section 11) is tested with ``fake_mastodon`` instead: it
counts addresses in full, tells nobody who is mentioned of edits and deletions, and its heartbeat is a
finished block.
"""

from __future__ import annotations

import http.client
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

from tests.servers.process import Child, ServerMissing, answers, free_port

CITY = "testuser"
CITY_TOKEN = "mock_token"


class MastodonMock:
    """``url`` is its address. The account "testuser" with the token "mock_token" is there from the start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._child: Child | None = None

    def start(self) -> MastodonMock:
        if importlib.util.find_spec("mastodon_mock") is None:
            raise ServerMissing("mastodon_mock is missing. Install it with: pip install mastodon_mock==0.6.1")
        self._child = Child(
            [
                sys.executable,
                "-m",
                "mastodon_mock",
                "serve",
                "--in-memory",
                "--host",
                "127.0.0.1",
                "--port",
                str(self.port),
                "--log-level",
                "warning",
            ],
            self.folder / "mastodon_mock.log",
        )
        self._child.wait_until(lambda: answers(self.port))
        return self

    def stop(self) -> None:
        if self._child is not None:
            self._child.stop()

    def reset(self) -> None:
        """As on the first day: only the accounts it starts with."""
        self.call("POST", "/api/v1/_mock/reset", {})

    def new_user(self, username: str) -> str:
        """A further account; gives its token."""
        return str(self.call("POST", "/api/v1/_mock/dev_user", {"username": username})["access_token"])

    def post(self, token: str, text: str, **more: Any) -> dict[str, Any]:
        made: dict[str, Any] = self.call("POST", "/api/v1/statuses", {"status": text, **more}, token)
        return made

    def limit_next(self, path: str) -> None:
        """The next such request is refused with 429."""
        self.call(
            "POST",
            "/api/v1/_mock/faults",
            {"match": {"path": path}, "effect": {"type": "ratelimit"}, "count": 1},
        )

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            connection.request(method, path, None if body is None else json.dumps(body).encode(), headers)
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status < 300, f"{method} {path}: {answer.status} {content[:500]!r}"
            return json.loads(content)
        finally:
            connection.close()
