"""Rounds of a channel as the tests of several networks read them, and the time at which they do."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from connectors.base import Action, Batch, Connector, Outgoing, Post
from connectors.http import Http

MOST_PAGES = 300


class Clock:
    """The time of everything, moved on by a test; it begins ``at`` a moment (seconds since 1970) or now."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: float | None = None) -> None:
        self._real = time.time
        self.offset = 0.0 if at is None else at - time.time()
        monkeypatch.setattr(time, "time", lambda: self._real() + self.offset)

    def later(self, seconds: float) -> None:
        self.offset += seconds


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    """A client that tries once and knows the time that a test sets."""
    http = Http(retries=0, clock=lambda: time.time())
    yield http
    await http.aclose()


async def all_batches(
    connector: Connector, cursor: Mapping[str, Any] | None = None
) -> tuple[list[Batch], dict[str, Any]]:
    """All batches until nothing more is there, and the cursor after them, as it is stored."""
    state: dict[str, Any] = dict(cursor or {})
    batches: list[Batch] = []
    while len(batches) < MOST_PAGES:
        batch = await connector.fetch(state)
        batches.append(batch)
        state = json.loads(json.dumps(dict(batch.cursor)))
        if not batch.more:
            return batches, state
    raise AssertionError("paging does not end")


async def everything(
    connector: Connector, cursor: Mapping[str, Any] | None = None
) -> tuple[dict[str, Post], list[str], dict[str, Any]]:
    """The posts of a round by id, the ids that are gone, and the cursor after it."""
    batches, state = await all_batches(connector, cursor)
    posts = {post.remote_id: post for batch in batches for post in batch.posts}
    return posts, [number for batch in batches for number in batch.gone], state


def out(action: Action, number: str, text: str = "", **more: Any) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, number, text, **more)
