"""A channel on our own YouTube for the tests of its connector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from connectors.base import ChannelConfig
from connectors.http import Http
from connectors.youtube.client import YouTube
from tests.connectors.rounds import Clock
from tests.servers.fake_youtube import API_KEY, FakeYouTube

DAY = 25 * 3600


@pytest.fixture
def server() -> Iterator[FakeYouTube]:
    server = FakeYouTube().start()
    yield server
    server.stop()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Noon in California: no test may run into its midnight by chance."""
    return Clock(monkeypatch, 1_796_155_200.0)


def channel(server: FakeYouTube, http: Http, **more: Any) -> YouTube:
    return YouTube(ChannelConfig(server.url, secret=server.secret(), **more), http)


def reader(server: FakeYouTube, http: Http, handle: str = "@hanbit") -> YouTube:
    return YouTube(ChannelConfig(server.url, handle=handle, secret={"api_key": API_KEY}), http)


def calls(server: FakeYouTube, method: str = "POST") -> list[dict[str, str]]:
    return [query for one, _, query in server.requests if one == method]
