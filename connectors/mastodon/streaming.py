"""The live line of one account: WebSocket first, server-sent events where a server has no other.

Owns how events are framed; what an event means for posts is said in ``client.py``.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import cast
from urllib.parse import urlsplit

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import ConnectorError, Malformed, RateLimited, Refused, Unreachable
from connectors.mastodon import parse
from connectors.mastodon.api import Api
from connectors.mastodon.parse import Event

log = logging.getLogger(__name__)

SILENCE_S = 45.0
"""Servers give a sign of life every 15 to 30 s (mastodon.md section 6); three missed ones are a dead line."""

OPEN = Event("open")
"""The first event of every line: it is open, nothing has been said yet."""


async def events(api: Api, streaming: str, own_account: str) -> AsyncGenerator[Event, None]:
    """The events of the stream "user", beginning with OPEN, until the line breaks (Unreachable).

    ``streaming`` is the address that the server gives for it, or "". Events that cannot be read are left out:
    the catch-up that follows every break, and runs from time to time without one, brings what they said.
    """
    address = _trusted(api.server, streaming)
    opened = False
    try:
        async with aclosing(_by_websocket(api, address, own_account)) as found:
            async for event in found:
                opened = True
                yield event
    except RateLimited:
        raise
    except ConnectorError as error:
        # Some servers turn away a WebSocket whose token comes in a header; whether the token still counts is
        # said by the other kind of line.
        if opened:
            raise
        log.info("no WebSocket at %s: %s", api.server, error)
    if opened:
        raise Unreachable("the stream has ended", "closed")
    async with aclosing(_by_lines(api, address, own_account)) as found:
        async for event in found:
            yield event


async def _by_websocket(api: Api, address: str, own_account: str) -> AsyncGenerator[Event, None]:
    frames = api.http.websocket(
        f"{address}/api/v1/streaming", auth=api.auth, params={"stream": "user"}, idle_s=SILENCE_S
    )
    first = True
    async with _closing(frames) as open_frames:
        async for frame in open_frames:
            if first:
                first = False
                yield OPEN
            elif frame:
                try:
                    yield parse.frame(frame, own_account)
                except Malformed as error:
                    if error.code == "stream-refused":
                        raise Unreachable(str(error), error.code) from None
                    log.warning("an event of the stream cannot be read: %s", error)


async def _by_lines(api: Api, address: str, own_account: str) -> AsyncGenerator[Event, None]:
    # Read line by line: a heartbeat is ":thump" and one line end, so a block may never be finished.
    lines = api.http.lines(f"{address}/api/v1/streaming/user", auth=api.auth, idle_s=SILENCE_S)
    first, name, data = True, "", ""
    async with _closing(lines) as open_lines:
        async for line in open_lines:
            if first:
                first = False
                yield OPEN
            elif line.startswith(":"):
                continue
            elif line.startswith("event:"):
                name = line[6:].strip()
            elif line.startswith("data:"):
                data = line[5:].strip()
            elif not line:
                if name:
                    try:
                        yield parse.event(name, data, own_account)
                    except Malformed as error:
                        log.warning("an event of the stream cannot be read: %s", error)
                name = data = ""


def _closing(lines: AsyncIterator[str]) -> aclosing[AsyncGenerator[str, None]]:
    """Ends the line at once when nobody listens any more, and not when memory is swept."""
    return aclosing(cast("AsyncGenerator[str, None]", lines))


def _trusted(server: str, streaming: str) -> str:
    """Where to connect. The token goes along, so another host than the server's own must be one of its names,
    such as streaming.social.example of social.example."""
    if not streaming:
        return server
    address = "http" + streaming.removeprefix("ws") if streaming.startswith("ws") else streaming
    if not may_carry_secrets(address):
        raise Refused(INSECURE, "insecure")
    own, other = urlsplit(server).hostname or "", urlsplit(address).hostname or ""
    if other == own or _domain(other) == _domain(own) or other.endswith("." + own):
        return address
    log.warning("the streaming server %s does not belong to %s; asking the server itself", other, own)
    return server


def _domain(host: str) -> str:
    """The last labels of a host name, one more where the last but one is as short as "co" or "go"."""
    labels = host.split(".")
    if all(label.isdigit() for label in labels) or len(labels) < 2:
        return host
    keep = 3 if len(labels[-2]) <= 2 and len(labels) > 2 else 2
    return ".".join(labels[-keep:])
