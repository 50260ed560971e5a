"""A channel on a real Bluesky server for the tests of its connector."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from connectors.base import Action, Batch, ChannelConfig, Outgoing
from connectors.bluesky import NETWORK
from connectors.bluesky.client import Bluesky
from connectors.http import Http
from tests.servers.atproto import Bluesky as Server
from tests.servers.atproto import Person
from tests.servers.atproto_proxy import BlueskyProxy


@pytest.fixture
def city(bluesky: Server) -> Person:
    return bluesky.person(display_name="한빛시")


@pytest.fixture
def gildong(bluesky: Server) -> Person:
    return bluesky.citizen("길동")


@pytest.fixture
def notice(bluesky: Server, city: Person) -> str:
    return bluesky.post(city, "상수도 공사를 알려 드립니다")


@pytest.fixture
def proxy(bluesky: Server) -> Iterator[BlueskyProxy]:
    proxy = BlueskyProxy(bluesky.url).start()
    yield proxy
    proxy.stop()


@pytest.fixture
async def channel(proxy: BlueskyProxy, city: Person, http: Http) -> AsyncIterator[Bluesky]:
    channel = open_channel(proxy.url, city, http)
    yield channel
    await channel.aclose()


def open_channel(url: str, city: Person, http: Http, **options: str) -> Bluesky:
    secret = {"server": url, "did": city.did, "handle": city.handle, "access_token": city.token}
    channel = NETWORK.open(ChannelConfig(url, city.handle, options, secret), http)
    assert isinstance(channel, Bluesky)
    return channel


async def read(channel: Bluesky, cursor: Mapping[str, Any] | None = None) -> Batch:
    """A whole round as one batch."""
    posts, gone, damaged = [], [], ""
    state = dict(cursor or {})
    while True:
        batch = await channel.fetch(json.loads(json.dumps(state)))
        posts += batch.posts
        gone += batch.gone
        damaged = damaged or batch.damaged
        state = dict(batch.cursor)
        if not batch.more:
            return Batch(tuple(posts), tuple(gone), state, damaged=damaged)


def reply(target: str, text: str, **more: Any) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), Action.REPLY, target, text, **more)


def mentioning(city: Person, text: str) -> dict[str, Any]:
    """The fields of a post that begins with the city's handle."""
    mention = {"$type": "app.bsky.richtext.facet#mention", "did": city.did}
    index = {"byteStart": 0, "byteEnd": len(city.handle) + 1}
    return {"text": f"@{city.handle} {text}", "facets": [{"index": index, "features": [mention]}]}
