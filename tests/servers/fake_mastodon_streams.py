"""The live lines of ``fake_mastodon``: WebSocket, and server-sent events with their unfinished heartbeat."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.servers.fake_mastodon_parts import Account
from tests.servers.tiny_http import Request, accept_websocket, frame, listen


@dataclass
class Stream:
    account: str
    send: Any  # (event name, payload) -> None
    close: Any


class Streams:
    """The part of the server that keeps lines open."""

    _streams: list[Stream]
    _muted: bool

    async def _serve_websocket(self, request: Request, me: Account) -> None:
        if request.one("stream") != "user":
            accept_websocket(request)
            request.writer.write(frame(b'{"error":"Unknown stream type","status":400}'))
            return

        def send(name: str, payload: str) -> None:
            if not name:
                request.writer.write(frame(b"", 9))
                return
            value = {"stream": ["user"], "event": name, "payload": payload}
            request.writer.write(frame(json.dumps(value, ensure_ascii=False).encode()))

        with self._open(request, me, send):
            accept_websocket(request)
            await listen(request, lambda: self._muted)

    async def _serve_lines(self, request: Request, me: Account) -> None:
        def send(name: str, payload: str) -> None:
            # the heartbeat is one line and not a finished block
            text = f"event: {name}\ndata: {payload}\n\n" if name else ":thump\n"
            request.writer.write(text.encode())

        with self._open(request, me, send):
            request.writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                b"Connection: close\r\n\r\n:)\n"
            )
            while await request.reader.read(1000):
                pass

    @contextlib.contextmanager
    def _open(self, request: Request, me: Account, send: Callable[[str, str], None]) -> Iterator[None]:
        """Counts the stream before the other side learns that it is open: what is published from then on
        must reach it."""
        stream = Stream(me.id, send, request.writer.transport.abort)
        self._streams.append(stream)
        try:
            yield
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._streams.remove(stream)
