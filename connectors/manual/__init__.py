"""Posts that somebody takes down by hand: a phone call, a chat, a comment on a page no program may read.

Owns what such a post looks like; knows no server, because there is none.
"""

from __future__ import annotations

from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, Network
from connectors.manual.parse import make_post

__all__ = ["NETWORK", "make_post"]


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.manual.client import Manual

    return Manual(config)


NETWORK = Network(
    name="manual",
    label_ko="직접 입력",
    label_en="Entered by hand",
    capabilities=Capabilities(poll=False),
    open=_open,
    needs_url=False,
)
