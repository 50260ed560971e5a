"""Lines of httpcore's on asyncio itself. Part of ``connectors.http``.

httpcore's own go through anyio, which serves every event loop there is: it enters a scope of its own for each
piece that is read, stops and begins listening around it, and collects all it could know of a socket before
each request. Of an answer of 300 KB that was a fifth of the processor time or more.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore
from httpcore._utils import is_socket_readable

if TYPE_CHECKING:
    import httpx

MOST_HELD = 1 << 18
"""Bytes that are taken in before somebody reads them; then the other side has to wait."""

NEXT_ADDRESS_S = 0.25
"""How long one address of a host may keep the next one waiting (RFC 8305)."""


class Wire(asyncio.Protocol):
    """What has come over a line and was not read yet."""

    def __init__(self) -> None:
        self.transport: Any = None
        self.error: Exception | None = None
        self.ended = False
        self.news = asyncio.Event()
        self.room = asyncio.Event()
        self.room.set()
        self._pieces: deque[bytes] = deque()
        self._held = 0
        self._stopped = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._pieces.append(data)
        self._held += len(data)
        self.news.set()
        if self._held > MOST_HELD and not self._stopped:
            self._stopped = True
            self.transport.pause_reading()

    def eof_received(self) -> None:
        self.ended = True
        self.news.set()

    def connection_lost(self, error: Exception | None) -> None:
        self.ended, self.error = True, error
        self.news.set()
        self.room.set()

    def pause_writing(self) -> None:
        self.room.clear()

    def resume_writing(self) -> None:
        self.room.set()

    def take(self, most: int) -> bytes:
        """At most so many bytes of what has come; b"" where nothing is here."""
        if not self._pieces:
            self.news.clear()
            return b""
        piece = self._pieces.popleft()
        if len(piece) > most:
            self._pieces.appendleft(piece[most:])
            piece = piece[:most]
        self._held -= len(piece)
        if self._stopped and self._held < MOST_HELD // 2 and not self.ended:
            self._stopped = False
            self.transport.resume_reading()
        return piece


class Line(httpcore.AsyncNetworkStream):
    """One line to a server. Raises httpcore's errors."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._socket = wire.transport.get_extra_info("socket")

    # ruff: noqa: ASYNC109 - these are httpcore's own signatures
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        wire = self._wire
        piece = wire.take(max_bytes)
        if not piece and not wire.ended:
            try:
                async with asyncio.timeout(timeout):
                    await wire.news.wait()
            except TimeoutError as error:
                raise httpcore.ReadTimeout from error
            piece = wire.take(max_bytes)
        if not piece and wire.error is not None:
            raise httpcore.ReadError(str(wire.error)) from wire.error
        return piece

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        wire = self._wire
        if not buffer:
            return
        if not wire.transport.is_closing():
            wire.transport.write(buffer)
            if not wire.room.is_set():
                try:
                    async with asyncio.timeout(timeout):
                        await wire.room.wait()
                except TimeoutError as error:
                    raise httpcore.WriteTimeout from error
        if wire.transport.is_closing():
            raise httpcore.WriteError(str(wire.error or "the other side has ended the line")) from wire.error

    async def aclose(self) -> None:
        # Everything that was to be sent is sent, or nobody waits for it any more.
        self._wire.transport.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        wire = self._wire
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                transport = await loop.start_tls(
                    wire.transport, wire, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as error:
            await self.aclose()
            raise httpcore.ConnectTimeout from error
        except (OSError, ValueError) as error:  # ValueError: a name that no certificate can have
            await self.aclose()
            raise httpcore.ConnectError(str(error)) from error
        if transport is None:
            raise httpcore.ConnectError("the line ended while it was being secured")
        wire.transport = transport
        return Line(wire)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return self._wire.ended or is_socket_readable(self._socket)
        names = {"client_addr": "sockname", "server_addr": "peername"}
        return self._wire.transport.get_extra_info(names.get(info, info))


class Lines(httpcore.AsyncNetworkBackend):
    """Opens such lines."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        here = None if local_address is None else (local_address, 0)
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                transport, wire = await loop.create_connection(
                    Wire, host, port, local_addr=here, happy_eyeballs_delay=NEXT_ADDRESS_S
                )
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for option in socket_options or ():
            transport.get_extra_info("socket").setsockopt(*option)
        return Line(wire)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def open_lines(client: httpx.AsyncClient) -> None:
    """Have a client use such lines. httpx has no public way; without the place it goes on as it always did
    (a proxy's lines do)."""
    pool = getattr(getattr(client, "_transport", None), "_pool", None)
    if isinstance(pool, httpcore.AsyncConnectionPool) and hasattr(pool, "_network_backend"):
        pool._network_backend = Lines()  # noqa: SLF001
