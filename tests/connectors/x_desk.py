"""A channel on our own X for the tests of its connector, and the time they move on."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from connectors.base import Batch, ChannelConfig, Post
from connectors.http import Http
from connectors.x.client import X
from tests.connectors.rounds import all_batches
from tests.servers.fake_x import FakeX
from tests.servers.x_rules import POSTS, TWEETS
from tests.servers.x_things import Account

HOUR = 3600.0


class Time:
    """The time of program and server, moved on by a test."""

    def __init__(self) -> None:
        self.real = time.time
        self.ahead_s = 0.0

    def __call__(self) -> float:
        return self.real() + self.ahead_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    clock = Time()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
async def http(clock: Time) -> AsyncIterator[Http]:
    http = Http(clock=clock, retries=0)
    yield http
    await http.aclose()


@pytest.fixture(params=[TWEETS, POSTS], ids=["tweets", "posts"])
def server(request: pytest.FixtureRequest, clock: Time) -> Iterator[FakeX]:
    server = FakeX(words=request.param).start()
    yield server
    server.stop()


@pytest.fixture
def fake(clock: Time) -> Iterator[FakeX]:
    server = FakeX().start()
    yield server
    server.stop()


def secret_of(server: FakeX) -> dict[str, str]:
    return {"server": server.url, "access_token": server.tokens.access}


def channel(server: FakeX, http: Http, **options: Any) -> X:
    return X(ChannelConfig(url=server.url, options=options, secret=secret_of(server)), http)


async def everything(
    connector: X, cursor: dict[str, Any] | None = None
) -> tuple[dict[str, Post], list[Batch], dict[str, Any]]:
    """All posts of a round by id, its batches, and the cursor after it."""
    batches, state = await all_batches(connector, cursor)
    return {post.remote_id: post for batch in batches for post in batch.posts}, batches, state


def mention(server: FakeX, text: str, author: Account | None = None, **more: Any) -> str:
    return server.post(author or server.citizen("시민"), f"@hanbit {text}", **more)


def asked(server: FakeX, ending: str) -> list[dict[str, list[str]]]:
    return [query for method, path, query in server.requests if method == "GET" and path.endswith(ending)]
