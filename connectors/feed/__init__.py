"""RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed: boards, notices, press releases, comment feeds. Reading only."""

from __future__ import annotations

from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, Network


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.feed.client import FeedConnector

    return FeedConnector(config, http)


NETWORK = Network(
    name="feed",
    label_ko="피드(RSS·Atom)",
    label_en="Feed (RSS, Atom)",
    capabilities=Capabilities(),
    open=_open,
)
