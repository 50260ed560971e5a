"""WordPress: comments on the city's own pages and boards, by the REST API of WordPress itself.

Owns the network's line in the registry; everything that talks is imported when a channel is opened.
"""

from __future__ import annotations

from typing import Any

from connectors.base import Capabilities, ChannelConfig, Connector, LengthRule, Network, SignInField

LENGTH = LengthRule(limit=65_525, unit="bytes")
"""wordpress.md section 4: 65,525 bytes pass, more is ``comment_content_column_length``."""

SIGNED_IN = Capabilities(
    reply=True, edit=True, delete=True, approve=True, hide=True, trash=True, thread=True, length=LENGTH
)
READ_ONLY = Capabilities(thread=True, length=LENGTH)


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.wordpress.client import WordPress

    return WordPress(config, http)


NETWORK = Network(
    name="wordpress",
    label_ko="워드프레스",
    label_en="WordPress",
    capabilities=SIGNED_IN,
    open=_open,
    sign_in_fields=(SignInField("login"), SignInField("password", secret=True)),
    min_interval_s=15.0,
    default_interval_s=30.0,
)
