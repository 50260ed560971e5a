"""Whatever a server answers, YouTube's and Threads' connectors give values or one of the known failures."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.base import Action, ChannelConfig, ConnectorError, Outgoing
from connectors.http_parts import Headers, Response
from connectors.threads import publishing
from connectors.threads.client import Threads
from connectors.youtube.client import YouTube

leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(
    ["18000000000000001", "Ugx.1", "2026-11-20T01:02:03Z", "published", "FINISHED", "https://x.example/?after=1"]
)  # fmt: skip
names = st.sampled_from(
    "id items data snippet topLevelComment replies comments nextPageToken kind totalReplyCount videoId text "
    "username has_replies paging next cursors after status statistics contentDetails error code errors "
    "reason textDisplay replied_to root_post timestamp authorChannelId value".split()
)
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
    max_leaves=25,
)
comments = st.fixed_dictionaries({"id": leaves, "snippet": anything})
threads = st.fixed_dictionaries(
    {
        "id": leaves,
        "snippet": st.fixed_dictionaries({"topLevelComment": comments, "totalReplyCount": leaves}),
        "replies": st.fixed_dictionaries({"comments": st.lists(comments, max_size=2)}),
    }
)
posts = st.dictionaries(names, leaves, max_size=8).map(lambda post: {"id": "18000000000000001", **post})
lists = st.fixed_dictionaries(
    {
        "items": st.lists(anything | threads | comments, max_size=3),
        "data": st.lists(anything | posts, max_size=3),
        "nextPageToken": leaves,
        "paging": anything,
    }
)
payloads = anything | lists | posts | comments


class Answers:
    """An Http whose answers are given, each again and again in turn."""

    def __init__(self, answers: list[tuple[int, Any]]) -> None:
        self._answers, self._count = answers, 0

    async def request(self, method: str, url: str, **how: Any) -> Response:
        status, value = self._answers[self._count % len(self._answers)]
        self._count += 1
        return Response(
            status, Headers({"content-type": "application/json"}), json.dumps(value).encode(), url
        )

    def hold(self, *where: Any) -> None:
        pass


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "RACE_PAUSE_S", 0.0)
    monkeypatch.setattr(publishing, "READY_AFTER_S", (0.0, 0.0))


async def use(connector: Any) -> None:
    """Everything that a connector can be asked for; only known failures are let pass."""
    target = {"url": "https://x.example", "parent_id": "1"}
    calls = [
        connector.check,
        lambda: connector.activity([]),
        lambda: connector.activity(["@x", "UC" + "a" * 22]),
    ]
    for action in Action:
        outgoing = Outgoing(action.value, action, "18000000000000001", "답", target)
        calls += [lambda o=outgoing: connector.send(o), lambda o=outgoing: connector.look_up(o)]
    for call in calls:
        try:
            await call()
        except ConnectorError:
            continue
    cursor: dict[str, Any] = {}
    for _ in range(12):
        try:
            batch = await connector.fetch(cursor)
        except ConnectorError:
            break
        cursor = json.loads(json.dumps(dict(batch.cursor)))


answers = st.lists(
    st.tuples(st.sampled_from([200, 200, 200, 400, 403, 404]), payloads), min_size=1, max_size=6
)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(answers)
async def test_youtube(given_answers: list[tuple[int, Any]]) -> None:
    secret = {"access_token": "t0ken", "channel_id": "UC" + "a" * 22}
    await use(YouTube(ChannelConfig("", secret=secret), Answers(given_answers)))  # type: ignore[arg-type]


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(answers)
async def test_threads(given_answers: list[tuple[int, Any]]) -> None:
    good = [(200, {"id": "1", "username": "ex_city"}), *given_answers]
    await use(Threads(ChannelConfig("", secret={"access_token": "t0ken"}), Answers(good)))  # type: ignore[arg-type]
