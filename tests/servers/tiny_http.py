"""A small HTTP/1.1 and WebSocket server for fakes: it runs in a thread of its own and does what it is
told, also what no proper server library would let it do."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import json
import struct
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

T = TypeVar("T")


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]  # names in small letters
    body: bytes
    reader: asyncio.StreamReader = field(repr=False)
    writer: asyncio.StreamWriter = field(repr=False)

    def one(self, name: str, default: str = "") -> str:
        return self.query.get(name, [default])[0]

    def fields(self) -> dict[str, Any]:
        """The body's fields, whether it is JSON or a form."""
        if "json" in self.headers.get("content-type", ""):
            value = json.loads(self.body or b"{}")
            return value if isinstance(value, dict) else {}
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


@dataclass
class Reply:
    status: int = 200
    value: Any = None  # sent as JSON, unless it is bytes
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Awaitable[Reply | None]]
"""Gives the answer, or None where it has taken the line over and is through with it."""


class TinyServer:
    """Serves ``handle`` on a free port of this machine. ``call`` runs a function in its thread."""

    def __init__(self, handle: Handler) -> None:
        self._handle = handle
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fake server", daemon=True)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    def start(self) -> None:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(30)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)
        self._loop.close()

    def call(self, function: Callable[..., T], *args: Any, **named: Any) -> T:
        """Run a function where the requests are handled, so that it needs no locks; gives its result."""
        if threading.current_thread() is self._thread:
            return function(*args, **named)

        async def run() -> T:
            return function(*args, **named)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(30)

    def leave(self) -> None:
        """Nobody answers at the port any more, until ``come_back``."""

        async def close() -> None:
            assert self._server is not None
            self._server.close()
            self.cut()

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(30)

    def come_back(self) -> None:
        """Serves again at the same port."""
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(30)

    def cut(self) -> None:
        """Cut every open line without a goodbye, as a router does that is switched off."""
        for writer in list(self._writers):
            writer.transport.abort()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _open(self) -> int:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=2**20)
        return int(self._server.sockets[0].getsockname()[1])

    async def _close(self) -> None:
        assert self._server is not None
        self._server.close()
        self.cut()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while (request := await _read(reader, writer)) is not None:
                reply = await self._handle(request)
                if reply is None:
                    return
                writer.write(_bytes_of(reply))
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._writers.discard(writer)
            with contextlib.suppress(OSError):
                writer.close()


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Request | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    return Request(method, parts.path, parse_qs(parts.query), headers, body, reader, writer)


def _bytes_of(reply: Reply) -> bytes:
    if isinstance(reply.value, bytes):
        body = reply.value
    else:
        body = json.dumps(reply.value, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Content-Length": str(len(body))}
    headers["Date"] = formatdate(usegmt=True)  # every real server tells its time
    headers |= reply.headers
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {reply.status} Status\r\n{head}\r\n".encode() + body


# --- WebSocket (RFC 6455) ---------------------------------------------------------------------------------


def accept_websocket(request: Request) -> None:
    key = request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    proof = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
    request.writer.write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {proof}\r\n\r\n".encode()
    )


def frame(data: bytes, opcode: int = 1) -> bytes:
    """One whole frame; opcode 1 is text, 8 the goodbye, 9 a ping, 10 its answer."""
    if len(data) < 126:
        size = struct.pack("!B", len(data))
    elif len(data) < 2**16:
        size = struct.pack("!BH", 126, len(data))
    else:
        size = struct.pack("!BQ", 127, len(data))
    return bytes([0x80 | opcode]) + size + data


async def listen(request: Request, muted: Callable[[], bool] = lambda: False) -> None:
    """Answers pings, unless muted, until the other side says goodbye or is gone."""
    reader, writer = request.reader, request.writer
    while True:
        first, second = await reader.readexactly(2)
        size = second & 0x7F
        if size == 126:
            (size,) = struct.unpack("!H", await reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", await reader.readexactly(8))
        mask = await reader.readexactly(4) if second & 0x80 else b"\0\0\0\0"
        data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(await reader.readexactly(size)))
        if first & 0x0F == 8:
            writer.write(frame(data, 8))
            await writer.drain()
            return
        if first & 0x0F == 9 and not muted():
            writer.write(frame(data, 10))
