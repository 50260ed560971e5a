"""What is special to reading YouTube: lists that show a part, states that lists by ids leave out, and
whose channel it is."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, Refused
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.youtube import NETWORK, parse
from connectors.youtube.api import server_of
from connectors.youtube.client import YouTube
from tests.connectors.rounds import Clock, everything, http, out
from tests.connectors.youtube_desk import calls, channel, clock, reader, server
from tests.servers.fake_youtube import API_KEY, CITY, FakeYouTube

__all__ = ["clock", "http", "server"]


# --- in ---------------------------------------------------------------------------------------------------


async def test_a_thread_that_shows_a_part_is_read_whole(server: FakeYouTube, http: Http) -> None:
    top = server.comment("언제 복구되나요?")
    replies = {server.comment(f"저도요 {n}", parent=top) for n in range(7)}
    posts, _, _ = await everything(channel(server, http))
    assert set(posts) == {top, *replies}
    assert posts[top].context == "한빛시 버스 노선 안내"
    assert posts[top].url == f"https://www.youtube.com/watch?v=vid12345678&lc={top}"
    assert all(posts[reply].parent_id == top for reply in replies)


async def test_a_reply_in_an_old_thread_is_found(server: FakeYouTube, http: Http, clock: Clock) -> None:
    """The thread stands far behind the newest page and no list says that it changed."""
    old = server.comment("작년 질문", at=time.time() - 40_000_000)
    for n in range(320):
        server.comment(f"새 글 {n}", video=f"v{n % 3}", at=time.time() - 9000 + n)
    server.videos |= {f"v{n}": f"영상 {n}" for n in range(3)}
    posts, _, cursor = await everything(channel(server, http))
    assert len(posts) == 321
    reply = server.comment("이제 봤습니다", parent=old)
    posts, _, cursor = await everything(channel(server, http), cursor)
    assert reply not in posts
    clock.later(1900)
    posts, _, cursor = await everything(channel(server, http), cursor)
    assert reply in posts and posts[reply].parent_id == old
    clock.later(1900)
    posts, _, _ = await everything(channel(server, http), cursor)
    assert posts == {}


async def test_a_page_token_that_ended_begins_the_list_again(http: Http) -> None:
    server = FakeYouTube(page=5).start()
    try:
        written = {server.comment(f"글 {n}") for n in range(23)}
        connector = channel(server, http)
        first = await connector.fetch({})
        assert first.more
        server.end_page_tokens()
        posts, _, _ = await everything(connector, first.cursor)
        assert written <= set(posts) | {post.remote_id for post in first.posts}
    finally:
        server.stop()


async def test_a_page_token_that_ended_on_the_way_to_the_known_loses_nothing(
    server: FakeYouTube, http: Http
) -> None:
    """The pages that were read already are known when the list is begun again."""
    server.page = 5
    server.comment("지난달의 글", at=time.time() - 90_000)
    connector = channel(server, http)
    _, _, cursor = await everything(connector)
    written = {server.comment(f"글 {n}", at=time.time() - 9000 + n) for n in range(23)}
    found: set[str] = set()
    for _ in range(3):
        batch = await connector.fetch(cursor)
        assert batch.more
        found |= {post.remote_id for post in batch.posts}
        cursor = dict(batch.cursor)
    server.end_page_tokens()
    posts, _, _ = await everything(connector, cursor)
    assert written <= found | set(posts)


async def test_the_replies_of_a_thread_begin_again_too(server: FakeYouTube, http: Http) -> None:
    server.page = 3
    top = server.comment("질문")
    replies = {server.comment(f"저도요 {n}", parent=top) for n in range(10)}
    connector = channel(server, http)
    found: set[str] = set()
    cursor: dict[str, Any] = {}
    while not any(step.get("do") == "thread" and step.get("token") for step in cursor.get("plan", ())):
        batch = await connector.fetch(cursor)
        found |= {post.remote_id for post in batch.posts}
        cursor = dict(batch.cursor)
    server.end_page_tokens()
    posts, _, _ = await everything(connector, cursor)
    assert replies <= found | set(posts)


async def test_the_same_page_for_ever_is_left(
    server: FakeYouTube, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.comment("하나뿐")
    plain = server._page

    def endless(*args: Any) -> Any:
        reply = plain(*args)
        reply.value["nextPageToken"] = "TmV2ZXI="
        reply.value["etag"] = "x"
        return reply

    monkeypatch.setattr(server, "_page", endless)
    before = len(server.requests)
    first = await channel(server, http).fetch({})
    assert first.more

    def same(request: Any, *args: Any) -> Any:
        request.query.pop("pageToken", None)
        return endless(request, *args)

    monkeypatch.setattr(server, "_page", same)
    posts, _, _ = await everything(channel(server, http), first.cursor)
    assert len(posts) <= 1 and len(server.requests) - before < 60


@pytest.mark.parametrize("by_id", [False, True])
async def test_moderation_in_another_program_is_learned(
    server: FakeYouTube, http: Http, clock: Clock, by_id: bool
) -> None:
    server.shows_held_by_id = by_id
    held = server.comment("보류될 글")
    shown = server.comment("승인될 글", status="heldForReview")
    spam = server.comment("스팸으로 보이는 글", status="likelySpam")
    rejected = server.comment("거부될 글", status="heldForReview")
    posts, _, cursor = await everything(channel(server, http))
    assert [posts[n].state for n in (held, shown, spam, rejected)] == ["published", "held", "spam", "held"]
    server.moderate(held, "heldForReview")
    server.moderate(shown, "published")
    server.moderate(rejected, "rejected")
    clock.later(700)
    posts, gone, cursor = await everything(channel(server, http), cursor)
    assert posts[held].state == "held" and posts[shown].state == "published"
    assert gone == [rejected]
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert not posts and not gone


async def test_a_comment_that_left_the_queue_and_is_still_there(
    server: FakeYouTube, http: Http, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a list by ids shows of a rejected one, it is not taken for published."""
    number = server.comment("거부될 글", status="heldForReview")
    _, _, cursor = await everything(channel(server, http))
    server.moderate(number, "rejected")
    plain = server._list_comments

    def also_rejected(request: Any, owner: bool) -> Any:
        reply = plain(request, owner)
        if request.one("id"):
            reply.value["items"] = [server._comment(server.comments[number], True, True, False)]
        return reply

    monkeypatch.setattr(server, "_list_comments", also_rejected)
    clock.later(700)
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert posts[number].state == "hidden" and not gone


async def test_a_comment_whose_video_is_closed_costs_nothing(
    server: FakeYouTube, http: Http, clock: Clock
) -> None:
    server.videos["closed"] = "닫힌 영상"
    server.comment("열려 있을 때", video="closed")
    _, _, cursor = await everything(channel(server, http))
    server.closed_videos.add("closed")
    server.comment("하나 더", video="closed")
    clock.later(1900)
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert len(posts) == 1 and not gone


async def test_with_a_key_the_channel_is_only_read(server: FakeYouTube, http: Http) -> None:
    number = server.comment("공개된 글")
    server.comment("보류된 글", status="heldForReview")
    own = server.comment("답글", parent=number, own=True)
    connector = reader(server, http)
    assert (await connector.check()).remote_id == CITY
    posts, _, _ = await everything(connector)
    assert set(posts) == {number, own} and posts[own].own
    granted = await connector.capabilities()
    assert not granted.reply and "API" in granted.why_not["reply"]
    with pytest.raises(Refused):
        await connector.send(out(Action.REPLY, number, "답"))
    assert not calls(server)


async def test_a_key_with_a_keeper_of_tokens_is_a_key(server: FakeYouTube, http: Http) -> None:
    """Every account of a network that renews tokens has a keeper."""

    async def never(secret: Mapping[str, str]) -> Any:
        raise AssertionError("there is nothing to renew")

    secret = {"api_key": API_KEY, "server": server.url}
    keeper = TokenKeeper(secret, never, never)
    connector = YouTube(ChannelConfig(server.url, "@hanbit", {}, secret, keeper), http)
    assert (await connector.check()).remote_id == CITY
    assert not (await connector.capabilities()).reply


async def test_a_name_of_the_channel_is_no_handle(server: FakeYouTube, http: Http) -> None:
    assert (await channel(server, http, handle="한빛시 유튜브").check()).remote_id == CITY
    assert (await channel(server, http, handle="한빛시").check()).remote_id == CITY
    with pytest.raises(Refused):
        await channel(server, http, handle="@nobody").check()


async def test_a_key_needs_a_channel_and_counts_or_not(server: FakeYouTube, http: Http) -> None:
    with pytest.raises(Refused, match="@"):
        await reader(server, http, "").check()
    with pytest.raises(Refused):
        await reader(server, http, "@nobody").check()
    wrong = YouTube(ChannelConfig(server.url, handle="@hanbit", secret={"api_key": "AIza-wrong-key"}), http)
    with pytest.raises(AuthExpired) as refused:
        await wrong.check()
    assert "AIza" not in str(refused.value)
    with pytest.raises(AuthExpired):
        await YouTube(ChannelConfig(server.url), http).fetch({})


async def test_how_much_channels_write(server: FakeYouTube, http: Http) -> None:
    connector = channel(server, http)
    mine, missing, by_address = await connector.activity(
        ["@hanbit", "@nobody", f"https://www.youtube.com/channel/{CITY}"]
    )
    assert (mine.posts, mine.followers, mine.state) == (1, 250, "ok")
    assert mine.last_post_ms == 1_793_491_200_000
    assert missing.state == "missing" and by_address.name == "한빛시"
    assert (await connector.activity([]))[0].handle == "@hanbit"


# --- names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("@seoulcity", ("forHandle", "@seoulcity")),
        ("seoulcity", ("forHandle", "@seoulcity")),
        ("https://www.youtube.com/@서울시", ("forHandle", "@서울시")),
        ("https://m.youtube.com/@seoul/videos", ("forHandle", "@seoul")),
        (CITY, ("id", CITY)),
        (f"https://www.youtube.com/channel/{CITY}?view=1", ("id", CITY)),
        ("https://www.youtube.com/user/seoullive", ("forUsername", "seoullive")),
        ("https://www.youtube.com/@%EC%84%9C%EC%9A%B8%EC%8B%9C", ("forHandle", "@서울시")),
        ("https://www.youtube.com/c/seoullive", ("forHandle", "@seoullive")),
        ("UCLA", ("forHandle", "@UCLA")),
        ("https://www.youtube.com/", ("", "")),
        ("", ("", "")),
    ],
)
def test_channels_are_named_in_many_ways(typed: str, expected: tuple[str, str]) -> None:
    assert parse.named_channel(typed) == expected


def test_ids_of_another_server_may_be_short() -> None:
    for typed in ("UChall", "https://relay.city.example/channel/UChall"):
        assert parse.named_channel(typed, elsewhere=True) == ("id", "UChall")
    assert parse.named_channel("@UChall", elsewhere=True) == ("forHandle", "@UChall")


def test_only_other_sites_are_servers() -> None:
    official = "https://youtube.googleapis.com"
    for url in ("", "@hanbit", "https://www.youtube.com/@hanbit", "https://youtu.be/x", official):
        assert server_of(url) == official
    assert server_of("https://relay.city.example/yt/youtube/v3/") == "https://relay.city.example/yt"
    assert server_of("https://notyoutube.com") == "https://notyoutube.com"


def test_advice_before_sending() -> None:
    assert NETWORK.advise is not None
    plain = NETWORK.advise("답", {}, {})
    link = NETWORK.advise("https://city.example", {"parent_id": "x"}, {})
    assert len(plain) == 1 and "50" in plain[0] and len(link) == 3
    assert all(" / " in sentence for sentence in link)
