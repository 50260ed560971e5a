"""The me2day connector against a fake that answers as the service did in 2013."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    OutcomeUnknown,
    Outgoing,
    Post,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.me2day import NETWORK
from connectors.me2day.api import CLOSED, NO_PERMISSION
from connectors.me2day.client import Me2day
from tests.conformance.stand import Fault
from tests.connectors.rounds import all_batches
from tests.servers.fake_me2day import FakeMe2day

KEY = "00112233"


@pytest.fixture
def server() -> Iterator[FakeMe2day]:
    server = FakeMe2day().start()
    yield server
    server.stop()


def channel(server: FakeMe2day, http: Http, *, user_key: str = KEY, **options: str) -> Me2day:
    secret = {"login": "excity", "user_key": user_key}
    return Me2day(ChannelConfig(server.url, options=options, secret=secret), http)


def posts(batches: list[Batch]) -> dict[str, Post]:
    return {post.remote_id: post for batch in batches for post in batch.posts}


def reply(target: str, text: str, parent: str = "", written_ms: int | None = None) -> Outgoing:
    at_ms = int(time.time() * 1000) if written_ms is None else written_ms
    return Outgoing(str(uuid.uuid4()), Action.REPLY, target, text, {"parent_id": parent}, at_ms)


# --- the closed hosts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["http://me2day.net", "https://www.me2day.com/api", "me2day.net"])
async def test_the_closed_hosts_are_refused_in_words_and_never_called(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    async def never(*args: Any, **named: Any) -> Any:
        raise AssertionError("a request")

    monkeypatch.setattr(Http, "request", never)
    connector = Me2day(ChannelConfig(url, secret={"login": "excity", "user_key": KEY}), Http())
    for call in (
        connector.check(),
        connector.fetch({}),
        connector.send(reply("p1", "답")),
        connector.activity([]),
    ):
        with pytest.raises(Refused) as refused:
            await call
        assert refused.value.reason == CLOSED and "2014" in CLOSED
    assert not (await connector.capabilities()).reply


async def test_a_redirect_is_never_followed(server: FakeMe2day, http: Http) -> None:
    """It could lead to the closed hosts."""
    from tests.servers.tiny_http import Reply, Request, TinyServer

    async def away(request: Request) -> Reply:
        return Reply(302, b"", {"Location": server.url + request.path})

    other = TinyServer(away)
    other.start()
    try:
        connector = Me2day(ChannelConfig(f"http://127.0.0.1:{other.port}", handle="excity"), http)
        with pytest.raises(Unreachable) as error:
            await connector.fetch({})
        assert error.value.code == "redirect-refused" and server.requests == []
    finally:
        other.stop()


async def test_a_channel_without_a_server_only_takes_backups_in(http: Http) -> None:
    connector = Me2day(ChannelConfig(""), http)
    granted = await connector.capabilities()
    assert not granted.poll and not granted.reply and "백업" in granted.why_not["reply"]
    assert (await connector.fetch({"a": 1})) == Batch(cursor={"a": 1})
    assert "백업" in (await connector.check()).note
    with pytest.raises(Refused):
        await connector.send(reply("p1", "답"))


# --- signing in -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["basic", "query"])
@pytest.mark.parametrize("form", ["json", "xml"])
async def test_both_ways_of_signing_in_and_both_formats(http: Http, style: str, form: str) -> None:
    server = FakeMe2day(styles=[style], app_key="app-1").start()
    try:
        number = server.post("눈이 옵니다")
        asked = server.comment(number, "골목도 부탁해요")
        secret = {"login": "excity", "user_key": KEY, "app_key": "app-1"}
        config = ChannelConfig(server.url, options={"format": form}, secret=secret)
        connector = Me2day(config, http)
        assert (await connector.check()).name == "예시시"
        found = posts((await all_batches(connector))[0])
        assert found[number].own and found[asked].text == "골목도 부탁해요"
        sent = await connector.send(reply(asked, "곧 합니다", number))
        assert sent.remote_id in {c.id for c in server.posts[number].comments}
        assert set(server.signed) == {style}
    finally:
        server.stop()


async def test_the_key_is_never_in_an_address(server: FakeMe2day, http: Http) -> None:
    server.post("글")
    await all_batches(channel(server, http))
    assert set(server.signed) == {"basic"}


async def test_a_server_without_the_test_call_is_checked_otherwise(
    server: FakeMe2day, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.servers import fake_me2day

    monkeypatch.delitem(fake_me2day.METHODS, "noop")
    assert (await channel(server, http).check()).remote_id == "excity"
    with pytest.raises(AuthExpired):
        await channel(server, http, user_key="99999999").check()


async def test_the_cursor_stays_small_however_long_the_past_is(server: FakeMe2day, http: Http) -> None:
    start = time.time() - 1_000_000
    for number in range(230):
        post = server.post(f"글 {number}", at=start + number * 100)
        for below in range(9):
            server.comment(post, f"댓글 {below}", at=start + number * 100 + below)
    state: dict[str, Any] = {}
    found, more = 0, True
    while more:
        batch = await channel(server, http).fetch(state)
        state, more, found = dict(batch.cursor), batch.more, found + len(batch.posts)
        assert len(json.dumps(state)) < 90_000
    assert found == 230 * 10


async def test_a_wrong_key_asks_for_a_sign_in(server: FakeMe2day, http: Http) -> None:
    connector = channel(server, http, user_key="99999999")
    for call in (connector.check(), connector.fetch({}), connector.send(reply("p1", "답"))):
        with pytest.raises(AuthExpired):
            await call


async def test_a_key_goes_over_https_and_to_its_own_server_only(server: FakeMe2day, http: Http) -> None:
    secret = {"login": "excity", "user_key": KEY}
    insecure = Me2day(ChannelConfig("http://me2.city.example", secret=secret), http)
    with pytest.raises(Refused) as refused:
        await insecure.fetch({})
    assert refused.value.code == "insecure"
    elsewhere = {**secret, "server": "https://me2.city.example"}
    connector = Me2day(ChannelConfig(server.url, secret=elsewhere), http)
    server.post("글")
    await all_batches(connector)
    assert server.signed == [] and not (await connector.capabilities()).reply


async def test_a_public_server_is_read_without_a_key(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    asked = server.comment(number, "댓글")
    connector = Me2day(ChannelConfig(server.url, handle="@excity"), http)
    assert set(posts((await all_batches(connector))[0])) == {number, asked}
    with pytest.raises(AuthExpired):
        await connector.send(reply(asked, "답", number))


# --- reading ----------------------------------------------------------------------------------------------


async def test_old_xml_that_calls_korean_time_utc(server: FakeMe2day, http: Http) -> None:
    server.times = "false-z"
    at = int(time.time()) - 3600
    number = server.post("글", at=at)
    asked = server.comment(number, "댓글", at=at + 60)
    connector = Me2day(ChannelConfig(server.url, handle="excity", options={"format": "xml"}), http)
    found = posts((await all_batches(connector))[0])
    assert (found[number].created_ms, found[asked].created_ms) == (at * 1000, (at + 60) * 1000)


async def test_a_post_that_is_deleted_takes_its_comments_along(server: FakeMe2day, http: Http) -> None:
    kept, lost = server.post("남을 글"), server.post("지울 글")
    below = server.comment(lost, "댓글")
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    server.delete_post(lost)
    batches, cursor = await all_batches(connector, cursor)
    assert {one for batch in batches for one in batch.gone} == {lost, below}
    assert kept in cursor["seen"] and lost not in cursor["seen"]


async def test_posts_written_and_deleted_while_the_past_is_read(server: FakeMe2day, http: Http) -> None:
    """Offsets shift; nothing that was there from the beginning may be lost."""
    start = time.time() - 100_000
    numbers = [server.post(f"글 {n}", at=start + n) for n in range(70)]
    connector = channel(server, http)
    batch = await connector.fetch({})
    seen = {post.remote_id for post in batch.posts}
    for number in numbers[-15:]:
        server.delete_post(number)
    later = [server.post(f"나중 {n}") for n in range(3)]
    while batch.more:
        batch = await connector.fetch(batch.cursor)
        seen |= {post.remote_id for post in batch.posts}
    assert set(numbers) <= seen
    batches, _ = await all_batches(connector, dict(batch.cursor))
    assert set(later) <= seen | set(posts(batches))


async def test_many_new_posts_since_the_last_round_are_all_read(server: FakeMe2day, http: Http) -> None:
    start = time.time() - 100_000
    server.post("처음 글", at=start)
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    numbers = [server.post(f"글 {n}", at=start + 1 + n) for n in range(55)]
    batches, cursor = await all_batches(connector, cursor)
    assert set(posts(batches)) == set(numbers)
    assert posts((await all_batches(connector, cursor))[0]) == {}


async def test_a_thread_that_cannot_be_read_does_not_keep_the_others_away(
    server: FakeMe2day, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = server.post("하나", at=time.time() - 10), server.post("둘")
    server.comment(bad, "막힌 댓글", author="citizen1", at=time.time() - 5)
    fine = server.comment(good, "읽히는 댓글")
    whole = server._get_comments

    def broken(me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        if values["post_id"] == bad:
            return 500, {"code": 1027, "message": "요청에 실패했습니다.", "description": "Connection reset"}
        return whole(me, user, values)

    monkeypatch.setattr(server, "_get_comments", broken)
    connector = Me2day(ChannelConfig(server.url, handle="excity"), http)  # without the feed of new comments
    batches, cursor = await all_batches(connector)
    assert set(posts(batches)) == {bad, good, fine} and any(batch.damaged for batch in batches)
    monkeypatch.setattr(server, "_get_comments", whole)
    assert len(posts((await all_batches(connector, cursor))[0])) == 1


async def test_a_failed_round_leaves_the_given_cursor_alone(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    server.comment(number, "새 댓글")
    batch = await connector.fetch(cursor)
    before = json.dumps(dict(batch.cursor), sort_keys=True)
    server.fault = Fault.SERVER_ERROR
    with pytest.raises(Unreachable):
        while True:
            batch = await connector.fetch(batch.cursor)
            assert json.dumps(dict(batch.cursor), sort_keys=True)
    assert before and cursor["seen"][number][0] == 0


# --- writing ----------------------------------------------------------------------------------------------


async def test_an_answer_begins_by_summoning_the_citizen(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    asked = server.comment(number, "언제 하나요")
    sent = await channel(server, http).send(reply(asked, "내일 합니다", number))
    assert server.posts[number].comments[-1].typed == '"시민":http://me2day.net/citizen1 내일 합니다'
    assert sent.post is not None and (sent.post.text, sent.post.parent_id) == ("시민 내일 합니다", asked)


async def test_150_characters_of_plain_text(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    connector = channel(server, http)
    long_link = '"안내":https://city.example/' + "a" * 200
    room = 150 - len("citizen1 ") - len("안내 ")
    asked = server.comment(number, "길게요")
    outgoing = reply(asked, f"{long_link} " + "가" * room, number)
    handle = {"handle": "citizen1", "parent_id": number}
    outgoing = Outgoing(outgoing.key, Action.REPLY, asked, outgoing.text, handle, outgoing.written_ms)
    await connector.send(outgoing)
    assert len(server.posts[number].comments) == 2
    with pytest.raises(Refused) as refused:
        await connector.send(reply(asked, "가" * (150 - len("시민 ") + 1), number))
    assert "150" in refused.value.reason
    assert len(server.posts[number].comments) == 2


async def test_the_same_words_to_two_people_are_two_answers(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    one = server.comment(number, "하나", author=server.person("김한빛"))
    two = server.comment(number, "둘", author=server.person("이도래"))
    connector = channel(server, http)
    first = await connector.send(reply(one, "확인했습니다", number))
    second = await connector.send(reply(two, "확인했습니다", number))
    assert first.remote_id != second.remote_id and len(server.posts[number].comments) == 4


async def test_an_earlier_answer_with_the_same_words_is_not_taken_for_this_one(
    server: FakeMe2day, http: Http
) -> None:
    number = server.post("글")
    asked = server.comment(number, "하나", at=time.time() - 7200)
    server.comment(
        number, server.summons("citizen1") + "확인했습니다", author="excity", at=time.time() - 3600
    )
    connector = channel(server, http)
    outgoing = reply(asked, "확인했습니다", number)
    assert await connector.look_up(outgoing) is None
    await connector.send(outgoing)
    assert len(server.posts[number].comments) == 3


async def test_a_failure_behind_the_server_is_an_unknown_outcome(
    server: FakeMe2day, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = server.post("글")
    asked = server.comment(number, "하나")
    whole = server._create_comment

    def reset(me: str, user: str, values: dict[str, str]) -> tuple[int, Any]:
        whole(me, user, values)
        return 500, {"code": 1027, "message": "요청에 실패했습니다.", "description": "Connection reset"}

    monkeypatch.setattr(server, "_create_comment", reset)
    connector = channel(server, http)
    outgoing = reply(asked, "답", number)
    with pytest.raises(OutcomeUnknown):
        await connector.send(outgoing)
    assert await connector.look_up(outgoing) is not None


async def test_comments_are_taken_away_only_below_our_own_posts(server: FakeMe2day, http: Http) -> None:
    number = server.post("글")
    asked = server.comment(number, "광고")
    connector = channel(server, http)
    trash = Outgoing("k", Action.TRASH, asked, "", {"parent_id": number})
    assert await connector.look_up(trash) is None
    await connector.send(trash)
    assert server.find(asked) is None and await connector.look_up(trash) is not None
    server.posts[number].author = "citizen1"
    other = server.comment(number, "남의 글")
    with pytest.raises(Refused) as refused:
        await connector.send(Outgoing("k2", Action.TRASH, other, "", {"parent_id": number}))
    assert refused.value.reason == NO_PERMISSION


async def test_activity_says_what_is_public_and_no_more(server: FakeMe2day, http: Http) -> None:
    server.post("글")
    own, missing, strange = await channel(server, http).activity(["@excity", "nobody9", "한글 아이디"])
    assert (own.state, own.posts, own.followers, own.name) == ("ok", 1, 3, "예시시")
    assert own.last_post_ms is not None and abs(own.last_post_ms - time.time() * 1000) < 60_000
    assert missing.state == strange.state == "missing"
    assert "someone@mail.example" not in repr(own)


def test_the_network_says_all_that_a_person_needs() -> None:
    assert not NETWORK.needs_url and NETWORK.read_backup is not None and NETWORK.advise is not None
    assert len(NETWORK.steps_ko) == len(NETWORK.steps_en) and NETWORK.advise(" ", {}, {}) == ()
    (advice,) = NETWORK.advise("답", {}, {})
    assert "150" in advice and " / " in advice
