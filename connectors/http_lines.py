"""Lines that remember their socket. Part of ``connectors.http``.

Before each request httpcore asks whether the other side has closed a kept line. anyio answers by collecting
all it could know of the socket, with several calls of the system: a fifteenth of the time of a round.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore
from httpcore._utils import is_socket_readable

if TYPE_CHECKING:
    import httpx


class Line(httpcore.AsyncNetworkStream):
    """A stream of httpcore's, with its socket at hand."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._socket = stream.get_extra_info("socket")

    # ruff: noqa: ASYNC109 - these are httpcore's own signatures
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return Line(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return is_socket_readable(self._socket)
        return self._stream.get_extra_info(info)


class Lines(httpcore.AnyIOBackend):
    """Opens such lines."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return Line(await super().connect_tcp(host, port, timeout, local_address, socket_options))


def keep_sockets(client: httpx.AsyncClient) -> None:
    """Have a client use such lines. httpx has no public way; without the place it goes on as it always did
    (a proxy's lines do)."""
    pool = getattr(getattr(client, "_transport", None), "_pool", None)
    if isinstance(pool, httpcore.AsyncConnectionPool) and hasattr(pool, "_network_backend"):
        pool._network_backend = Lines()  # noqa: SLF001
