"""A channel on our own Threads for the tests of its connector."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors.base import ChannelConfig
from connectors.http import Http
from connectors.threads import publishing
from connectors.threads.client import Threads
from tests.connectors.rounds import Clock
from tests.servers.fake_threads import FakeThreads

DAY = 86_400


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeThreads]:
    monkeypatch.setattr(publishing, "RACE_PAUSE_S", 0.0)
    monkeypatch.setattr(publishing, "READY_AFTER_S", (0.0,) * 8)
    server = FakeThreads().start()
    yield server
    server.stop()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def channel(server: FakeThreads, http: Http) -> Threads:
    secret = {"server": server.url, "access_token": server.new_token()}
    return Threads(ChannelConfig(server.url, secret=secret), http)


def paths(server: FakeThreads, method: str) -> list[str]:
    return [path.removeprefix("/v1.0") for one, path, _ in server.requests if one == method]
