"""What is special to YouTube: lists that show a part, states that lists by ids leave out, one flat thread, a
sign-in at Google, and whose channel it is."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
)
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.youtube import NETWORK, parse, reading
from connectors.youtube.api import server_of
from connectors.youtube.client import YouTube
from connectors.youtube.signin import renew, sign_in
from tests.conformance.stand import Fault
from tests.servers.fake_youtube import API_KEY, CITY, FakeYouTube
from tests.servers.fake_youtube_parts import error


@pytest.fixture
def server() -> Iterator[FakeYouTube]:
    server = FakeYouTube().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http(retries=0, clock=lambda: time.time())
    yield http
    await http.aclose()


DAY = 25 * 3600


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # noon in California: no test may run into its midnight by chance
        self.offset, self._real = 1_796_155_200.0 - time.time(), time.time
        monkeypatch.setattr(time, "time", lambda: self._real() + self.offset)

    def later(self, seconds: float) -> None:
        self.offset += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def channel(server: FakeYouTube, http: Http, **more: Any) -> YouTube:
    return YouTube(ChannelConfig(server.url, secret=server.secret(), **more), http)


def reader(server: FakeYouTube, http: Http, handle: str = "@hanbit") -> YouTube:
    return YouTube(ChannelConfig(server.url, handle=handle, secret={"api_key": API_KEY}), http)


async def everything(
    connector: YouTube, cursor: Mapping[str, Any] | None = None
) -> tuple[dict[str, Post], list[str], dict[str, Any]]:
    state: dict[str, Any] = dict(cursor or {})
    posts: dict[str, Post] = {}
    gone: list[str] = []
    for _ in range(300):
        batch = await connector.fetch(state)
        posts |= {post.remote_id: post for post in batch.posts}
        gone += batch.gone
        state = dict(batch.cursor)
        if not batch.more:
            return posts, gone, state
    raise AssertionError("paging does not end")


def out(action: Action, number: str, text: str = "", **more: Any) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, number, text, **more)


def calls(server: FakeYouTube, method: str = "POST") -> list[dict[str, str]]:
    return [query for one, _, query in server.requests if one == method]


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


# --- out --------------------------------------------------------------------------------------------------


async def test_a_reply_to_a_reply_goes_to_the_thread_with_a_name(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    asked = server.comment("저도요", parent=top, author="이도래")
    connector = channel(server, http)
    sent = await connector.send(out(Action.REPLY, asked, "곧 고칩니다."))
    assert server.comments[sent.remote_id].parent == top
    assert server.comments[sent.remote_id].text == "@이도래 곧 고칩니다."
    again = channel(server, http)
    found = await again.look_up(out(Action.REPLY, asked, "곧 고칩니다.", target={"parent_id": top}))
    assert found is not None and found.remote_id == sent.remote_id


async def test_a_lost_reply_is_found_by_a_pc_whose_clock_is_ahead(server: FakeYouTube) -> None:
    top = server.comment("질문")
    async with aclosing(Http(clock=lambda: time.time() + 7200)) as ahead:
        outgoing = out(Action.REPLY, top, "곧 고칩니다.", written_ms=int((time.time() + 7200) * 1000))
        sent = await channel(server, ahead).send(outgoing)
        found = await channel(server, ahead).look_up(outgoing)
        again = await channel(server, ahead).send(outgoing)
    assert found is not None and found.remote_id == again.remote_id == sent.remote_id
    assert len(calls(server)) == 1


async def test_what_is_read_back_stands_below_its_video(
    server: FakeYouTube, http: Http, clock: Clock
) -> None:
    """Only lists of threads say which video it is; a comment that was read again keeps its address."""
    top = server.comment("질문")
    sent = await channel(server, http).send(out(Action.REPLY, top, "곧 고칩니다."))
    assert sent.post is not None and sent.post.context == "한빛시 버스 노선 안내"
    assert sent.url == f"https://www.youtube.com/watch?v=vid12345678&lc={sent.remote_id}"
    posts, _, cursor = await everything(channel(server, http))
    assert posts[sent.remote_id] == sent.post
    server.edit(sent.remote_id, "어제 고쳤습니다.")
    clock.later(700)
    posts, _, _ = await everything(channel(server, http), cursor)
    assert posts[sent.remote_id].url == sent.url and posts[sent.remote_id].context == sent.post.context


async def test_an_edit_of_line_ends_is_an_edit(server: FakeYouTube, http: Http) -> None:
    own = server.comment("가 나", parent=server.comment("질문"), own=True)
    edit = out(Action.EDIT, own, "가\n나")
    assert await channel(server, http).look_up(edit) is None
    await channel(server, http).send(edit)
    assert server.comments[own].text == "가\n나"
    assert await channel(server, http).look_up(edit) is not None


async def test_a_long_queue_is_no_proof_of_a_rejection(
    server: FakeYouTube, http: Http, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "QUEUE_PAGES", 1)
    server.page = 3
    numbers = [server.comment(f"보류 {n}", status="heldForReview") for n in range(8)]
    _, _, cursor = await everything(channel(server, http))
    assert await channel(server, http).look_up(out(Action.REJECT, numbers[0])) is None
    clock.later(700)
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert not posts and not gone


async def test_the_same_words_to_two_people_are_two_replies(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    first, second = (server.comment("저도요", parent=top, author=name) for name in ("하나", "둘"))
    connector = channel(server, http)
    one = await connector.send(out(Action.REPLY, first, "감사합니다."))
    other = await connector.send(out(Action.REPLY, second, "감사합니다."))
    third = await connector.send(out(Action.REPLY, top, "감사합니다."))
    assert len({one.remote_id, other.remote_id, third.remote_id}) == 3
    for sent, target in ((one, first), (other, second), (third, top)):
        found = await channel(server, http).look_up(out(Action.REPLY, target, "감사합니다."))
        assert found is not None and found.remote_id == sent.remote_id


async def test_an_earlier_answer_with_the_same_words_is_not_taken_for_this_one(
    server: FakeYouTube, http: Http
) -> None:
    top = server.comment("질문", at=time.time() - 9000)
    server.comment("감사합니다.", parent=top, own=True, at=time.time() - 8000)
    now_ms = int(time.time() * 1000)
    wanted = out(Action.REPLY, top, "감사합니다.", written_ms=now_ms)
    connector = channel(server, http)
    assert await connector.look_up(wanted) is None
    await connector.send(wanted)
    assert len(server.replies(top)) == 2


async def test_a_backend_error_after_the_comment_was_written(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    connector = channel(server, http)
    await connector.check()
    plain = server._write

    def written_and_failed(request: Any, name: str) -> Any:
        plain(request, name)
        return error(503, "backendError", "", "global")

    server._write = written_and_failed  # type: ignore[method-assign]
    wanted = out(Action.REPLY, top, "답합니다.")
    with pytest.raises(OutcomeUnknown):
        await connector.send(wanted)
    server._write = plain  # type: ignore[method-assign]
    found = await channel(server, http).look_up(wanted)
    assert found is not None and len(server.replies(top)) == 1


async def test_a_processing_failure_is_tried_once_more(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    plain, failures = server._write, [error(400, "processingFailure")]

    def failing(request: Any, name: str) -> Any:
        return failures.pop() if failures else plain(request, name)

    server._write = failing  # type: ignore[method-assign]
    await channel(server, http).send(out(Action.REPLY, top, "답합니다."))
    assert len(server.replies(top)) == 1
    failures[:] = [error(400, "processingFailure")] * 5
    with pytest.raises(Refused):
        await channel(server, http).send(out(Action.REPLY, top, "다른 답입니다."))
    assert len(failures) == 3


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (403, "commentsDisabled", "댓글이 꺼져"),
        (403, "ineligibleAccount", "채널이 없습니다"),
        (403, "insufficientPermissions", "다시 로그인"),
        (400, "commentTextTooLong", "너무 깁니다"),
        (400, "operationNotSupported", "답글을 달 수 없습니다"),
        (404, "parentCommentNotFound", "지워졌거나"),
        (400, "invalidCommentMetadata", "request failed"),
    ],
)
async def test_refusals_are_said_in_words(
    server: FakeYouTube, http: Http, status: int, reason: str, expected: str
) -> None:
    top = server.comment("질문")
    server._write = lambda request, name: error(status, reason)  # type: ignore[method-assign]
    with pytest.raises(Refused, match=expected) as refused:
        await channel(server, http).send(out(Action.REPLY, top, "답합니다."))
    assert refused.value.code == reason and "<a" not in refused.value.reason


async def test_moderation_is_looked_up(server: FakeYouTube, http: Http) -> None:
    held = server.comment("보류", status="heldForReview")
    shown = server.comment("공개")
    reply = server.comment("답글", parent=shown)
    connector = channel(server, http)
    for action, number, done in (
        (Action.APPROVE, held, False),
        (Action.HOLD, held, True),
        (Action.APPROVE, shown, True),
        (Action.APPROVE, reply, True),
        (Action.REJECT, shown, False),
        (Action.REJECT, held, False),
    ):
        assert (await connector.look_up(out(action, number)) is not None) is done, (action, number)
    await connector.send(out(Action.REJECT, held))
    assert server.comments[held].status == "rejected"
    assert await connector.look_up(out(Action.REJECT, held)) is not None


# --- budgets ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["rateLimitExceeded", "userRateLimitExceeded"])
async def test_too_fast_is_waited_for_longer_each_time(
    server: FakeYouTube, http: Http, clock: Clock, reason: str
) -> None:
    connector = channel(server, http)
    waits = []
    for _ in range(5):
        server.fail_next = [error(403, reason, "", "youtube.quota")]
        with pytest.raises(RateLimited) as limited:
            await connector.fetch({})
        waits.append(round(limited.value.until_ms / 1000 - time.time()))
        clock.later(waits[-1] + 1)
    assert waits == [8, 16, 32, 64, 64]


async def test_what_a_429_says_is_heard(server: FakeYouTube, http: Http, clock: Clock) -> None:
    connector = channel(server, http)
    waits = []
    for reason, headers in (
        ("rateLimitExceeded", {"Retry-After": "90"}),
        ("", {}),
        ("dailyLimitExceeded", {}),
    ):
        reply = error(429, reason, "", "youtube.quota")
        reply.headers |= headers
        server.fail_next = [reply]
        with pytest.raises(RateLimited) as limited:
            await connector.fetch({})
        waits.append(limited.value.until_ms / 1000 - time.time())
        clock.later(91)
    assert 85 < waits[0] <= 90 and 10 < waits[1] <= 16  # as it says, else twice as long as the last time
    assert waits[2] > 3600 and limited.value.code == "quota"  # midnight in California


async def test_a_used_up_quota_silences_all_channels_of_the_project(server: FakeYouTube, http: Http) -> None:
    one, other = channel(server, http), channel(server, http, handle="@hanbit")
    server.fault = Fault.QUOTA_USED_UP
    with pytest.raises(RateLimited):
        await one.fetch({})
    asked = len(server.requests)
    with pytest.raises(RateLimited) as limited:
        await other.fetch({})
    assert len(server.requests) == asked
    assert limited.value.until_ms <= (time.time() + 25 * 3600) * 1000


async def test_a_channel_that_has_read_its_share_still_answers(
    server: FakeYouTube, http: Http, clock: Clock
) -> None:
    top = server.comment("질문")
    connector = channel(server, http, options={"daily_units": "400"})
    _, _, cursor = await everything(connector)
    with pytest.raises(RateLimited) as limited:
        for _ in range(400):
            _, _, cursor = await everything(connector, cursor)
    assert limited.value.code == "quota" and 300 < server.units <= 320
    await connector.send(out(Action.REPLY, top, "답합니다."))
    assert len(server.replies(top)) == 1 and server.units > 360
    clock.later(limited.value.until_ms / 1000 - time.time() + 1)
    posts, _, _ = await everything(connector, cursor)
    assert len(posts) == 1


async def test_a_deletion_is_learned_in_the_next_round(server: FakeYouTube, http: Http) -> None:
    top = server.comment("질문")
    gone, edited = server.comment("지울 답글", parent=top), server.comment("틀린 답글", parent=top)
    posts, _, cursor = await everything(channel(server, http))
    assert set(posts) == {top, gone, edited}
    server.delete(gone)
    server.edit(edited, "고친 답글")
    units = server.units
    posts, lost, _ = await everything(channel(server, http), cursor)
    assert lost == [gone] and posts[edited].text == "고친 답글" and server.units - units <= 6


async def test_the_past_waits_while_little_is_left(server: FakeYouTube, http: Http, clock: Clock) -> None:
    """The first load takes half of the day's share; news are read meanwhile, the rest the next day."""
    server.page = 2
    old = {server.comment(f"옛 글 {n}", at=time.time() - 90_000 + n) for n in range(60)}
    connector = channel(server, http, options={"daily_units": "50"})
    posts, _, cursor = await everything(connector)
    assert not old <= set(posts) and cursor["later"]
    seen = set(posts)
    new = server.comment("새 글")
    posts, _, cursor = await everything(connector, cursor)
    assert new in posts
    for _ in range(6):
        seen |= set(posts)
        clock.later(DAY)
        try:
            posts, _, cursor = await everything(connector, cursor)
        except RateLimited:
            posts = {}
    assert old <= seen | set(posts)


async def test_a_token_goes_only_to_the_server_that_gave_it(server: FakeYouTube, http: Http) -> None:
    other = FakeYouTube().start()
    try:
        connector = YouTube(ChannelConfig(other.url, secret=server.secret()), http)
        await connector.check()
        assert other.requests == [] and server.requests
    finally:
        other.stop()
    plain = YouTube(ChannelConfig("http://tube.example", secret={"access_token": "t0ken"}), http)
    with pytest.raises(Refused, match="https"):
        await plain.check()


# --- sign-in ----------------------------------------------------------------------------------------------


class Browser:
    """Follows the one redirect that the person's consent leads to."""

    def __init__(self, http: Http) -> None:
        self.http, self.query, self.task = http, {}, None  # type: ignore[var-annotated]

    def __call__(self, url: str) -> None:
        self.query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}

        async def go() -> None:
            await self.http.get(url)

        self.task = asyncio.get_running_loop().create_task(go())


def app(server: FakeYouTube) -> ChannelConfig:
    client = {"client_id": server.sign_in.client_id, "client_secret": server.sign_in.client_secret}
    return ChannelConfig(server.url, secret=client)


async def test_signing_in_with_the_browser(server: FakeYouTube, http: Http) -> None:
    browser = Browser(http)
    secret, identity = await sign_in(http, app(server), browser)
    await browser.task  # type: ignore[misc]
    assert identity.remote_id == CITY and identity.name == "한빛시" and identity.handle == "@hanbit"
    assert secret["server"] == server.url and secret["refresh_token"] and int(secret["expires_at"])
    assert browser.query["access_type"] == "offline" and browser.query["prompt"] == "consent"
    renewed = await renew(http, secret)
    assert renewed["access_token"] != secret["access_token"]
    assert renewed["refresh_token"] == secret["refresh_token"]
    connector = YouTube(ChannelConfig(server.url, secret=renewed), http)
    assert (await connector.check()).remote_id == CITY


async def test_a_sign_in_without_the_permission_is_refused(server: FakeYouTube, http: Http) -> None:
    server.sign_in.scope = "openid"
    browser = Browser(http)
    with pytest.raises(Refused, match="허용되지 않아"):
        await sign_in(http, app(server), browser)
    await browser.task  # type: ignore[misc]
    with pytest.raises(Refused):
        await sign_in(http, ChannelConfig(server.url, secret={"client_id": "x"}), browser)


async def test_tokens_from_elsewhere_are_a_sign_in(server: FakeYouTube, http: Http) -> None:
    """As pasted into the form: the channel they belong to is asked for."""
    fields = {field.name for field in NETWORK.sign_in_fields}
    secret = {name: value for name, value in server.secret().items() if name in fields | {"server"}}
    connector = YouTube(ChannelConfig(server.url, secret=secret), http)
    assert (await connector.check()).remote_id == CITY
    server.sign_in.tokens.clear()
    with pytest.raises(AuthExpired):
        await connector.fetch({})

    async def save(secret: Mapping[str, str]) -> None:
        return None

    keeper = TokenKeeper(secret, lambda secret: renew(http, secret), save)
    top = server.comment("질문")
    connector = YouTube(ChannelConfig(server.url, secret=secret, tokens=keeper), http)
    sent = await connector.send(out(Action.REPLY, top, "답합니다."))
    assert sent.post is not None and sent.post.own
    empty = YouTube(ChannelConfig(server.url, secret={"server": server.url}), http)
    with pytest.raises(AuthExpired):
        await empty.check()


async def test_a_withdrawn_sign_in_cannot_be_renewed(server: FakeYouTube, http: Http) -> None:
    secret = server.secret()
    server.sign_in.refresh_tokens.clear()
    with pytest.raises(AuthExpired) as refused:
        await renew(http, secret)
    assert refused.value.code == "invalid_grant"
    assert secret["refresh_token"] not in str(refused.value)


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
