"""One httpx client for each host. Part of ``connectors.http``.

A pool looks at every line that it keeps before each request; with one pool for all, a round over forty
networks spent a sixth of its time on that.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

from connectors.http_parts import host_of, tls_context

if TYPE_CHECKING:
    import httpx

KEPT_ALIVE = 20


class NoCookies(CookieJar):
    """No cookie outlives its request. Asking a policy about each answer costs as much as a short answer."""

    def extract_cookies(self, response: object, request: object) -> None:
        pass


class Clients:
    def __init__(self) -> None:
        self._open: dict[tuple[bool, str, int], httpx.AsyncClient] = {}
        self._contexts: dict[bool, ssl.SSLContext] = {}
        self._proxies = False
        self._opening = asyncio.Lock()

    async def of(self, address: str) -> httpx.AsyncClient:
        """The client for the host of an address."""
        secure = address.startswith("https:")
        key = (secure, *host_of(address))
        client = self._open.get(key)
        if client is None:
            context = await self._context(secure)
            client = self._open.setdefault(key, _open_client(context, self._proxies))
        return client

    async def prepare(self) -> None:
        await self._context(False)

    async def aclose(self) -> None:
        """Close all lines; the next request opens new ones."""
        clients, self._open = self._open, {}
        for client in clients.values():
            await client.aclose()

    async def _context(self, secure: bool) -> ssl.SSLContext:
        async with self._opening:
            if secure not in self._contexts:
                # Reading httpx and the certificates takes longer than a frame of the window.
                self._contexts[secure], self._proxies = await asyncio.to_thread(_prepare, secure)
            return self._contexts[secure]


def _prepare(secure: bool) -> tuple[ssl.SSLContext, bool]:
    """(the certificates, whether this PC names any proxy). For a thread: also what httpx and anyio would
    import at the first request only."""
    from urllib.request import getproxies

    import anyio

    # httpx would look through the whole environment again for each host.
    proxies = bool(getproxies())

    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)  # they log whole addresses, with their secrets
    context = tls_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anyio.run(_open_client(context, proxies).aclose)
    anyio.run(anyio.sleep, 0)
    return context, proxies


def _open_client(context: ssl.SSLContext, proxies: bool) -> httpx.AsyncClient:
    import httpx

    from connectors.http_lines import open_lines

    client = httpx.AsyncClient(
        verify=context,
        cookies=NoCookies(),
        follow_redirects=False,
        trust_env=proxies,
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=KEPT_ALIVE),
    )
    open_lines(client)
    return client
