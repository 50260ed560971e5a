"""The Mastodon connector against ``mastodon_mock`` from PyPI: a second opinion on the dialect.

What the mock does otherwise than Mastodon is written down in ``test_what_the_mock_gets_wrong``; should a
later version mend it, that test fails and the fake can be spared.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any, cast

import pytest

from connectors.base import Action, AuthExpired, Batch, ChannelConfig, Outgoing, RateLimited, Refused
from connectors.http import Http
from connectors.mastodon.client import Mastodon
from tests.connectors.rounds import everything
from tests.servers.mastodon import CITY_TOKEN, MastodonMock

pytestmark = pytest.mark.real


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


@pytest.fixture
def mock(mastodon_mock_server: MastodonMock) -> MastodonMock:
    mastodon_mock_server.reset()
    return mastodon_mock_server


def channel(mock: MastodonMock, http: Http, token: str = CITY_TOKEN) -> Mastodon:
    return Mastodon(ChannelConfig(url=mock.url, secret={"server": mock.url, "access_token": token}), http)


async def next_batch(stream: AsyncIterator[Batch]) -> Batch:
    async with asyncio.timeout(20):
        return await anext(stream)


def reply_to(target: str, text: str) -> Outgoing:
    return Outgoing(key=str(uuid.uuid4()), action=Action.REPLY, target_id=target, text=text)


async def test_mentions_are_read_page_by_page_and_from_where_we_were(mock: MastodonMock, http: Http) -> None:
    citizen = mock.new_user("gildong")
    old = [mock.post(citizen, f"@testuser 민원 {n}")["id"] for n in range(45)]
    connector = channel(mock, http)
    posts, _, cursor = await everything(connector)
    assert [p.remote_id for p in posts.values() if not p.own] == old[::-1]
    assert posts[old[-1]].text == "@testuser 민원 44" and posts[old[-1]].author.handle == "@gildong"
    new = [mock.post(citizen, f"@testuser 새 민원 {n}")["id"] for n in range(45)]
    posts, _, _ = await everything(connector, cursor)
    assert sorted(p.remote_id for p in posts.values() if not p.own) == sorted(new)


async def test_a_reply_is_sent_once_read_back_and_found(mock: MastodonMock, http: Http) -> None:
    question = mock.post(mock.new_user("gildong"), "@testuser 언제 고치나요?", visibility="unlisted")
    connector = channel(mock, http)
    reply = reply_to(question["id"], "내일 고칩니다.\n감사합니다 & 끝")
    assert await connector.look_up(reply) is None
    sent = await connector.send(reply)
    again = await connector.send(reply)
    assert sent.remote_id == again.remote_id
    assert sent.post is not None and sent.post.own and sent.post.parent_id == question["id"]
    assert sent.post.text == "@gildong 내일 고칩니다.\n감사합니다 & 끝"
    stored = mock.call("GET", f"/api/v1/statuses/{sent.remote_id}", token=CITY_TOKEN)
    assert stored["visibility"] == "unlisted"
    found = await connector.look_up(reply)
    assert found is not None and found.remote_id == sent.remote_id
    edit = Outgoing("k", Action.EDIT, sent.remote_id, "모레 고칩니다")
    edited = await connector.send(edit)
    assert edited.post is not None and edited.post.text == "@gildong 모레 고칩니다" and edited.post.edited_ms
    await connector.send(Outgoing("k", Action.DELETE, sent.remote_id))
    assert await connector.look_up(reply) is None


async def test_edits_and_deletions_are_found_after_a_while(
    mock: MastodonMock, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    from connectors.mastodon import client as client_module

    monkeypatch.setattr(client_module, "READ_AGAIN_EVERY_S", 0.0)
    citizen = mock.new_user("gildong")
    edited, deleted = (mock.post(citizen, f"@testuser 글 {n}")["id"] for n in range(2))
    connector = channel(mock, http)
    _, _, cursor = await everything(connector)
    mock.call("PUT", f"/api/v1/statuses/{edited}", {"status": "@testuser 고친 글"}, citizen)
    mock.call("DELETE", f"/api/v1/statuses/{deleted}", token=citizen)
    posts, gone, _ = await everything(connector, cursor)
    assert posts[edited].text == "@testuser 고친 글"
    assert gone == [deleted]


async def test_a_mention_arrives_live(mock: MastodonMock, http: Http) -> None:
    citizen = mock.new_user("gildong")
    async with aclosing(cast(Any, channel(mock, http).stream())) as stream:
        assert await next_batch(stream) == Batch()
        number = (await asyncio.to_thread(mock.post, citizen, "@testuser 방금"))["id"]
        while number not in [p.remote_id for p in (await next_batch(stream)).posts]:
            pass


async def test_limits_refusals_and_lost_tokens(mock: MastodonMock, http: Http) -> None:
    question = mock.post(mock.new_user("gildong"), "@testuser 질문")
    with pytest.raises(Refused):
        await channel(mock, http).send(reply_to(question["id"], "가" * 600))
    lost = channel(mock, http, token="no-such-token")
    with pytest.raises(AuthExpired):
        await lost.fetch({})
    async with aclosing(cast(Any, lost.stream())) as stream:
        with pytest.raises(AuthExpired):
            await next_batch(stream)
    mock.limit_next("/api/v1/notifications")
    try:
        with pytest.raises(RateLimited):
            await channel(mock, http).fetch({})
    finally:
        mock.call("DELETE", "/api/v1/_mock/faults")


async def test_the_account_and_the_servers_rule_are_known(mock: MastodonMock, http: Http) -> None:
    identity = await channel(mock, http).check()
    assert identity.handle.startswith("@testuser@") and identity.remote_id
    rule = (await channel(mock, http).capabilities()).length
    assert (rule.limit, rule.url_length) == (500, 23)


async def test_what_the_mock_gets_wrong(mock: MastodonMock, http: Http) -> None:
    """mastodon.md section 11: the reasons for a fake of our own."""
    question = mock.post(mock.new_user("gildong"), "@testuser 질문")
    text = "가" * 400 + " https://city.example/" + "a" * 100
    rule = (await channel(mock, http).capabilities()).length
    assert rule.limit is not None and rule.count("@gildong " + text) <= rule.limit
    with pytest.raises(Refused):  # Mastodon counts an address as 23 characters
        await channel(mock, http).send(reply_to(question["id"], text))
    citizen = mock.new_user("chulsu")
    number = mock.post(citizen, "@testuser 곧 고칠 글")["id"]
    async with aclosing(cast(Any, channel(mock, http).stream())) as stream:
        await next_batch(stream)
        await asyncio.to_thread(
            mock.call, "PUT", f"/api/v1/statuses/{number}", {"status": "@testuser 고침"}, citizen
        )
        await asyncio.to_thread(mock.call, "DELETE", f"/api/v1/statuses/{number}", None, citizen)
        marker = (await asyncio.to_thread(mock.post, citizen, "@testuser 다음 글"))["id"]
        batch = await next_batch(stream)
        while not batch.posts:
            assert batch.gone == ()
            batch = await next_batch(stream)
        # Neither the edit nor the deletion before it reached the one who was mentioned.
        assert [p.remote_id for p in batch.posts] == [marker]
