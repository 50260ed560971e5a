"""A channel without a server: it fetches nothing and sends nothing. Exists so that nobody else needs to
ask."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import Activity, Batch, Capabilities, ChannelConfig, Identity, Outgoing, Refused, Sent

NO_WAY_OUT = (
    "직접 입력한 글은 프로그램에서 답할 수 없습니다. 원래 채널에서 답해 주세요. / "
    "A post entered by hand cannot be answered from here; please answer where it came from."
)

NOTHING_LIVE = "직접 입력한 글은 저절로 오지 않습니다. / Posts entered by hand do not arrive by themselves."

NOTHING_TO_COUNT = (
    "직접 입력하는 채널은 활동을 셀 수 없습니다. / The activity of a channel kept by hand cannot be counted."
)


class Manual:
    def __init__(self, config: ChannelConfig) -> None:
        self._config = config

    async def capabilities(self) -> Capabilities:
        return Capabilities(poll=False)

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
