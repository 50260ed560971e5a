"""What goes out on Mastodon beside plain replies, and how much an account writes."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, LengthRule, Outgoing, Refused
from connectors.http import Http
from connectors.mastodon import NETWORK, parse, words
from connectors.mastodon.client import Mastodon
from tests.servers.fake_mastodon import FakeMastodon


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def channel(server: FakeMastodon, http: Http, token: str | None = None) -> Mastodon:
    secret = {"server": server.url, "access_token": server.token if token is None else token}
    return Mastodon(ChannelConfig(url=server.url, secret=secret), http)


def action(kind: Action, target: str, text: str = "", **known: Any) -> Outgoing:
    return Outgoing(key=str(uuid.uuid4()), action=kind, target_id=target, text=text, target=known)


async def test_a_like_is_looked_up_and_needs_its_permission(fake_mastodon: FakeMastodon, http: Http) -> None:
    number = fake_mastodon.mention("고맙습니다")
    connector = channel(fake_mastodon, http)
    like = action(Action.LIKE, number)
    fake_mastodon.scopes = {"read:statuses", "write:statuses"}  # a sign-in of an earlier version
    with pytest.raises(Refused) as refused:
        await connector.send(like)
    assert "다시 로그인" in refused.value.reason and await connector.look_up(like) is None
    fake_mastodon.scopes = None
    assert (await connector.send(like)).remote_id == number
    assert fake_mastodon.likes[number] == {fake_mastodon.city.id}
    assert await connector.look_up(like) is not None
    fake_mastodon.delete(number)
    with pytest.raises(Refused):
        await connector.send(like)


async def test_posts_of_others_are_not_said_to_be_deleted(fake_mastodon: FakeMastodon, http: Http) -> None:
    connector = channel(fake_mastodon, http)
    number = fake_mastodon.mention("지워 주세요")
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.DELETE, number))
    assert "moderators" in refused.value.reason and number in fake_mastodon.statuses
    own = await connector.send(action(Action.REPLY, number, "답변"))
    assert (await connector.send(action(Action.DELETE, own.remote_id))).remote_id == own.remote_id
    assert own.remote_id not in fake_mastodon.statuses


async def test_a_pasted_token_is_enough(fake_mastodon: FakeMastodon, http: Http) -> None:
    secret = {NETWORK.sign_in_fields[0].name: fake_mastodon.token}
    connector = NETWORK.open(ChannelConfig(url=fake_mastodon.url, secret=secret), http)
    assert (await connector.check()).remote_id == fake_mastodon.city.id


async def test_a_private_reply_names_its_one_reader(fake_mastodon: FakeMastodon, http: Http) -> None:
    other = fake_mastodon.add_account("younghee", "영희", "younghee@other.example")
    number = fake_mastodon.mention(f"저와 @{other.acct} 에게 알려 주세요")
    connector = channel(fake_mastodon, http)
    sent = await connector.send(action(Action.PRIVATE_REPLY, number, "따로 말씀드립니다 help@city.example"))
    status = fake_mastodon.statuses[sent.remote_id]
    assert status["visibility"] == "direct"
    assert [mention["acct"] for mention in status["mentions"]] == [fake_mastodon.citizen.acct]
    assert sent.post is not None and sent.post.private
    before = len(fake_mastodon.statuses)
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.PRIVATE_REPLY, number, f"@{other.acct} 님도 보세요"))
    assert refused.value.code == "names-others" and len(fake_mastodon.statuses) == before


async def test_a_public_and_a_private_reply_of_the_same_words_are_two(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    number = fake_mastodon.mention("질문")
    connector = channel(fake_mastodon, http)
    private = action(Action.PRIVATE_REPLY, number, "같은 말", private=False)
    public = action(Action.REPLY, number, "같은 말", private=False)
    sent = await connector.send(private)
    assert await connector.look_up(public) is None
    found = await connector.look_up(private)
    assert found is not None and found.remote_id == sent.remote_id
    again = await connector.send(public)
    assert again.remote_id != sent.remote_id
    found = await connector.look_up(public)
    assert found is not None and found.remote_id == again.remote_id


async def test_others_of_a_conversation_are_named_while_there_is_room(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    """The counter knows of the author's name only: a text that fits by it must not be refused."""
    many = [fake_mastodon.add_account(f"neighbour{n}", acct=f"neighbour{n}@other.example") for n in range(5)]
    number = fake_mastodon.mention(" ".join(f"@{account.acct}" for account in many))
    connector = channel(fake_mastodon, http)
    rule = (await connector.capabilities()).length
    author = f"@{fake_mastodon.citizen.acct}"
    short = await connector.send(action(Action.REPLY, number, "모두에게"))
    assert len(fake_mastodon.statuses[short.remote_id]["mentions"]) == 6
    text = "가"
    while not rule.over(text + "가", author):
        text += "가"
    full = await connector.send(action(Action.REPLY, number, text))
    assert [m["acct"] for m in fake_mastodon.statuses[full.remote_id]["mentions"]] == [author[1:]]
    almost = await connector.send(action(Action.REPLY, number, text[: -len("@neighbour0 ")]))
    assert len(fake_mastodon.statuses[almost.remote_id]["mentions"]) == 2


def test_names_are_found_where_mastodon_finds_them() -> None:
    assert words.names_others("@gildong 안녕 @younghee@other.example", "gildong")
    assert not words.names_others("@Gildong님, help@city.example 와 https://a.example/@b", "gildong")
    rule = LengthRule(limit=20, url_length=23)
    status = parse.status({"id": "1", "account": {"id": "7", "acct": "gildong"}})
    assert words.as_reply("가" * 30, status, "55", rule) == "@gildong " + "가" * 30


async def test_how_much_accounts_write(fake_mastodon: FakeMastodon, http: Http) -> None:
    connector = channel(fake_mastodon, http)
    fake_mastodon.mention("하나")
    fake_mastodon.mention("둘")
    here = fake_mastodon.url[7:]
    handles = ["@gildong@forum.example", f"@hanbit@{here}", "@nobody@forum.example", "한글 이름"]
    (own,) = await connector.activity([])
    gildong, twin, nobody, nonsense = await connector.activity(handles)
    assert (own.posts, own.last_post_ms, own.handle) == (0, None, f"@hanbit@{here}")
    assert (gildong.state, gildong.posts, gildong.followers, gildong.name) == ("ok", 2, 12, "길동")
    assert gildong.last_post_ms is not None
    written = datetime.fromtimestamp(gildong.last_post_ms / 1000, UTC)
    assert (written.hour, written.minute) == (0, 0)  # servers tell the day only
    assert twin.state == "ok" and nobody.state == nonsense.state == "missing"
    asked = [path for _, path in fake_mastodon.requests if path.endswith("lookup")]
    assert len(asked) == 3
    with pytest.raises(AuthExpired):
        await channel(fake_mastodon, http, "").activity([])


@pytest.mark.parametrize("count", [-1, True, "12", None, 2**60])
def test_counts_that_are_none_are_left_out(count: Any) -> None:
    value = {"id": "7", "acct": "gildong", "statuses_count": count, "followers_count": count}
    found = parse.activity({**value, "last_status_at": "gestern", "suspended": True}, "@gildong")
    assert (found.posts, found.followers, found.last_post_ms) == (None, None, None)
    assert found.state == "suspended"


def test_private_posts_are_said_to_be_readable_by_administrators() -> None:
    assert NETWORK.advise is not None
    assert NETWORK.advise("답", {"private": False}, {}) == ()
    (said,) = NETWORK.advise("답", {"private": True}, {})
    assert " / " in said and "관리자" in said
