"""A channel without a server: it fetches nothing and sends nothing. Exists so that nobody else needs to
ask."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import Activity, Batch, Capabilities, ChannelConfig, Identity, Outgoing, Refused, Sent
from connectors.manual import CAPABILITIES, NO_WAY_OUT, NOTHING_LIVE, NOTHING_TO_COUNT


class Manual:
    def __init__(self, config: ChannelConfig) -> None:
        self._config = config

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def check(self) -> Identity:
        return Identity(remote_id="", name=self._config.handle, url=self._config.url)

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        return Batch(cursor=cursor)

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NOTHING_LIVE, "no-stream")
        yield Batch()

    async def send(self, outgoing: Outgoing) -> Sent:
        raise Refused(NO_WAY_OUT, "no-reply")

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        return None

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        raise Refused(NOTHING_TO_COUNT, "no-activity")

    async def aclose(self) -> None:
        return None
