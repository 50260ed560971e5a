"""Whether the addresses in an answer open. Asked beside the writing and never waited for by it."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
from typing import Any
from urllib.parse import urlsplit

from connectors.base import ConnectorError
from desktop.models.speaking import checks
from desktop.models.speaking.checks import WARN, Finding

log = logging.getLogger(__name__)

LIMIT_S = 8.0
MOST = 5
"""Addresses of one answer that are asked."""

_GONE = ("http-404", "http-410", "dns", "address")
"""Answers that leave no doubt. A server that refuses a HEAD, is slow or wants a sign-in may still open."""


class LinkChecks:
    """Remembers what it asked. ``open_http`` gives ``connectors.http.Http``."""

    def __init__(self, open_http: Any, *, limit_s: float = LIMIT_S) -> None:
        self._open_http = open_http
        self._limit_s = limit_s
        self._known: dict[str, bool] = {}

    async def dead(self, text: str) -> list[Finding]:
        """The addresses of a text that do not open; what cannot be told is not among them."""
        places = [
            (start, end, address)
            for start, end, address in checks.addresses(text)
            if checks.is_address(address) and _public(address)
        ][:MOST]
        fresh = list(dict.fromkeys(address for _, _, address in places if address not in self._known))
        if fresh:
            opens = await asyncio.gather(*(self._opens(address) for address in fresh))
            self._known.update((a, o) for a, o in zip(fresh, opens, strict=True) if o is not None)
        return [
            Finding("check-link-dead", WARN, start, end, address)
            for start, end, address in places
            if self._known.get(address) is False
        ]

    async def _opens(self, address: str) -> bool | None:
        """None: it cannot be told now."""
        url = address if "://" in address else f"https://{address}"
        try:
            http = await self._open_http()
            async with asyncio.timeout(self._limit_s):
                await http.request("HEAD", url, max_bytes=65_536, total_s=self._limit_s)
        except TimeoutError:
            return None
        except ConnectorError as error:
            log.info("a link of an answer: %s", error)
            return False if error.code in _GONE or type(error).__name__ == "Gone" else None
        return True


def _public(address: str) -> bool:
    """Whether it is a page out there: nothing inside the office's own network is knocked at."""
    host = urlsplit(address if "://" in address else f"https://{address}").hostname or ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".lan", ".home.arpa"))
