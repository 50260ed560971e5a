"""Mastodon: mentions of the city's account and the replies to them, on any server that speaks its API.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, Identity, LengthRule, Network

DEFAULT_LENGTH = LengthRule(limit=500, unit="graphemes", url_length=23, names_author=True)
"""What a server counts that publishes nothing else (mastodon.md section 3)."""

CAPABILITIES = Capabilities(
    stream=True, reply=True, edit=True, delete=True, thread=True, length=DEFAULT_LENGTH
)
"""Approve, hide and trash are missing: only a moderator of the server can take away somebody else's post."""


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.mastodon.client import Mastodon

    return Mastodon(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.mastodon.signin import sign_in

    return await sign_in(http, config.url, open_browser)


NETWORK = Network(
    name="mastodon",
    label_ko="마스토돈",
    label_en="Mastodon",
    capabilities=CAPABILITIES,
    open=_open,
    sign_in=_sign_in,
    min_interval_s=30.0,
    default_interval_s=60.0,
)
