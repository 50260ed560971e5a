"""The list of networks the program knows.

It owns nothing but names and how to open a channel; a network's client (and with it httpx, lxml,
websockets) is imported only when its first channel is opened, so that asking for this list costs nothing
at start-up.
"""

from __future__ import annotations

import functools
import logging
from importlib.metadata import entry_points

from connectors.base import Network
from connectors.bluesky import NETWORK as BLUESKY
from connectors.discourse import NETWORK as DISCOURSE
from connectors.facebook import NETWORK as FACEBOOK
from connectors.feed import NETWORK as FEED
from connectors.instagram import NETWORK as INSTAGRAM
from connectors.kakao_channel import NETWORK as KAKAO_CHANNEL
from connectors.mail import NETWORK as MAIL
from connectors.manual import NETWORK as MANUAL
from connectors.mastodon import NETWORK as MASTODON
from connectors.me2day import NETWORK as ME2DAY
from connectors.naver_band import NETWORK as NAVER_BAND
from connectors.naver_blog import NETWORK as NAVER_BLOG
from connectors.naver_cafe import NETWORK as NAVER_CAFE
from connectors.threads import NETWORK as THREADS
from connectors.wordpress import NETWORK as WORDPRESS
from connectors.x import NETWORK as X
from connectors.youtube import NETWORK as YOUTUBE

log = logging.getLogger(__name__)

ENTRY_POINT_GROUP = "smc.connectors"
"""Packages of others offer their ``Network`` constants under this entry-point group."""

NETWORKS: tuple[Network, ...] = (
    FEED,
    WORDPRESS,
    X,
    FACEBOOK,
    INSTAGRAM,
    THREADS,
    YOUTUBE,
    BLUESKY,
    MASTODON,
    ME2DAY,
    NAVER_BLOG,
    NAVER_CAFE,
    NAVER_BAND,
    KAKAO_CHANNEL,
    DISCOURSE,
    MAIL,
    MANUAL,
)
"""The networks of this program, in the order in which they are offered. To add one, add its line here."""


@functools.cache
def networks() -> tuple[Network, ...]:
    """Our own networks and then those of installed packages. One that cannot be loaded is left out and
    logged: somebody else's mistake must not keep the program from opening. A name that is already taken
    is left out."""
    found = {network.name: network for network in NETWORKS}
    for point in entry_points(group=ENTRY_POINT_GROUP):
        try:
            loaded = point.load()
        except Exception:
            log.exception("connector %s of %s cannot be loaded", point.name, point.value)
            continue
        if not isinstance(loaded, Network):
            log.error("connector %s of %s is not a connectors.base.Network", point.name, point.value)
        elif loaded.name in found:
            log.error("connector %s of %s: the name %s is taken", point.name, point.value, loaded.name)
        else:
            found[loaded.name] = loaded
    return tuple(found.values())


def network(name: str) -> Network:
    """The network of that name. KeyError: there is none."""
    for candidate in networks():
        if candidate.name == name:
            return candidate
    raise KeyError(name)
