"""A channel on our own BAND for the tests of its connector."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from connectors.base import Action, Batch, ChannelConfig, Outgoing, Post
from connectors.http import Http
from connectors.naver_band.client import NaverBand
from connectors.naver_band.parse import remote_id
from tests.servers.fake_naver_band import FakeNaverBand, FakePost

HOUR_S = 3600.0


class Clock:
    def __init__(self, now: float | None = None) -> None:
        self.now = time.time() if now is None else now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
def server() -> Iterator[FakeNaverBand]:
    server = FakeNaverBand().start()
    yield server
    server.stop()


def channel(server: FakeNaverBand, http: Http, **options: str) -> NaverBand:
    return NaverBand(ChannelConfig(server.url, options=options, secret={"access_token": server.token}), http)


def posts(batches: list[Batch]) -> dict[str, Post]:
    return {post.remote_id: post for batch in batches for post in batch.posts}


def gone(batches: list[Batch]) -> set[str]:
    return {number for batch in batches for number in batch.gone}


def of(server: FakeNaverBand, post: FakePost, comment: Any = None) -> str:
    return remote_id(server.band.key, post.key, *([comment.key] if comment else []))


def reply(target: str, text: str, action: Action = Action.REPLY) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, target, text, {}, int(time.time() * 1000))


def asked(server: FakeNaverBand, path: str) -> int:
    return sum(path == one for _, one in server.requests)
