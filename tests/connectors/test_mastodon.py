"""The Mastodon connector against our own fake, which does what the fact sheet says of real servers."""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any, cast

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.mastodon import client as client_module
from connectors.mastodon import streaming
from connectors.mastodon.client import Mastodon
from tests.connectors.rounds import all_batches
from tests.servers.fake_mastodon import FakeMastodon


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def channel(server: FakeMastodon, http: Http, token: str | None = None) -> Mastodon:
    secret = {
        "server": server.url,
        "access_token": server.token if token is None else token,
        "account_id": server.city.id,
    }
    return Mastodon(ChannelConfig(url=server.url, secret=secret), http)


def posts(batches: list[Batch]) -> list[Post]:
    return [post for batch in batches for post in batch.posts]


def action(kind: Action, target: str, text: str = "") -> Outgoing:
    return Outgoing(key=str(uuid.uuid4()), action=kind, target_id=target, text=text)


# --- catching up ------------------------------------------------------------------------------------------


async def test_a_mention_arrives_with_all_that_is_known_of_it(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    address = "https://city.example/a-very-long-address-of-a-page-about-lights"
    number = fake_mastodon.mention(f"가로등이 꺼졌어요\n부탁합니다\n\n{address}")
    batches, cursor = await all_batches(channel(fake_mastodon, http))
    (post,) = posts(batches)
    assert post.remote_id == number
    assert post.text == f"@hanbit 가로등이 꺼졌어요\n부탁합니다\n\n{address}"
    assert (post.author.name, post.author.handle) == ("길동", "@gildong@forum.example")
    assert post.created_ms is not None and post.edited_ms is None
    assert not post.own and not post.private and post.parent_id == "" and post.repost_of == ""
    assert post.url == f"{fake_mastodon.url}/@gildong/{number}"
    quiet, _ = await all_batches(channel(fake_mastodon, http), cursor)
    assert [p for p in posts(quiet) if not p.own] == []


async def test_direct_mentions_are_private_and_threads_keep_their_parents(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    notice = fake_mastodon.post(fake_mastodon.city, "내일 단수 안내")
    public = fake_mastodon.mention("몇 시부터인가요?", reply_to=notice)
    secret = fake_mastodon.mention("제 주소는 한빛로 1입니다", visibility="direct")
    found = {p.remote_id: p for p in posts((await all_batches(channel(fake_mastodon, http)))[0])}
    assert found[public].parent_id == notice and not found[public].private
    assert found[secret].private
    assert found[notice].own


async def test_the_past_is_read_page_by_page_and_resumed(fake_mastodon: FakeMastodon, http: Http) -> None:
    fake_mastodon.page_size = 10
    numbers = [fake_mastodon.mention(f"민원 {n}") for n in range(35)]
    batch = await channel(fake_mastodon, http).fetch({})
    assert batch.more and [p.remote_id for p in batch.posts] == numbers[:-11:-1]
    late = fake_mastodon.mention("그 사이에")
    rest, cursor = await all_batches(channel(fake_mastodon, http), dict(batch.cursor))
    ids = [p.remote_id for p in [*batch.posts, *posts(rest)] if not p.own]
    assert sorted(set(ids)) == sorted([*numbers, late])
    # A gap longer than a page is filled without a hole.
    missed = [fake_mastodon.mention(f"자리를 비운 사이 {n}") for n in range(25)]
    batches, _ = await all_batches(channel(fake_mastodon, http), cursor)
    assert {p.remote_id for p in posts(batches)} >= set(missed)


async def test_an_account_without_mentions_gets_its_first_one(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    batches, cursor = await all_batches(channel(fake_mastodon, http))
    assert posts(batches) == []
    number = fake_mastodon.mention("첫 글")
    batches, _ = await all_batches(channel(fake_mastodon, http), cursor)
    assert [p.remote_id for p in posts(batches)] == [number]


async def test_a_place_the_server_does_not_know_starts_anew(fake_mastodon: FakeMastodon, http: Http) -> None:
    numbers = [fake_mastodon.mention(f"민원 {n}") for n in range(3)]
    _, cursor = await all_batches(channel(fake_mastodon, http))
    # What a server that ignores the foreign id answers: its oldest page.
    shown = fake_mastodon._server.call(
        lambda: [fake_mastodon._notification_json(n) for n in fake_mastodon.city.notifications]
    )
    fake_mastodon.fail_next("/api/v1/notifications", 200, shown)
    batches, _ = await all_batches(channel(fake_mastodon, http), {**cursor, "min_id": "99999999999"})
    assert {p.remote_id for p in posts(batches)} >= set(numbers)


async def test_edits_and_deletions_are_found_by_asking_again(
    fake_mastodon: FakeMastodon, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "READ_AGAIN_EVERY_S", 0.0)
    for many in (True, False):
        fake_mastodon.many_at_once = many
        edited, deleted, kept = (fake_mastodon.mention(f"글 {n}") for n in range(3))
        connector = channel(fake_mastodon, http)
        _, cursor = await all_batches(connector)
        fake_mastodon.edit(edited, "@hanbit 고친 글")
        fake_mastodon.delete(deleted)
        batches, cursor = await all_batches(connector, cursor)
        found = {p.remote_id: p for p in posts(batches)}
        assert found[edited].text == "@hanbit 고친 글" and found[edited].edited_ms is not None
        assert found[kept].edited_ms is None
        assert [key for b in batches for key in b.gone] == [deleted]
        batches, _ = await all_batches(connector, cursor)
        assert [key for b in batches for key in b.gone] == []


async def test_what_the_city_writes_elsewhere_arrives_as_own(fake_mastodon: FakeMastodon, http: Http) -> None:
    question = fake_mastodon.mention("언제인가요?")
    _, cursor = await all_batches(channel(fake_mastodon, http))
    answer = fake_mastodon.post(fake_mastodon.city, "@gildong@forum.example 내일입니다", reply_to=question)
    boost = fake_mastodon.boost(fake_mastodon.city, question)
    found = {p.remote_id: p for p in posts((await all_batches(channel(fake_mastodon, http), cursor))[0])}
    assert found[answer].own and found[answer].parent_id == question
    assert found[boost].own and found[boost].repost_of == question


# --- live -------------------------------------------------------------------------------------------------


@pytest.fixture(params=["websocket", "lines"])
def live(request: pytest.FixtureRequest) -> Iterator[FakeMastodon]:
    server = FakeMastodon(websocket=request.param == "websocket").start()
    yield server
    server.stop()


async def next_batch(stream: AsyncIterator[Batch]) -> Batch:
    async with asyncio.timeout(20):
        return await anext(stream)


async def test_mentions_edits_and_deletions_arrive_live(live: FakeMastodon, http: Http) -> None:
    async with aclosing(cast(Any, channel(live, http).stream())) as stream:
        assert await next_batch(stream) == Batch()
        assert live.open_streams() == 1
        number = await asyncio.to_thread(live.mention, "방금 쓴 글")
        batch = await next_batch(stream)
        assert [p.remote_id for p in batch.posts] == [number] and not batch.cursor
        await asyncio.to_thread(live.heartbeat)
        await asyncio.to_thread(live.edit, number, "@hanbit 고쳤어요")
        batch = await next_batch(stream)
        assert [p.text for p in batch.posts] == ["@hanbit 고쳤어요"] and batch.posts[0].edited_ms
        await asyncio.to_thread(live.heartbeat)
        await asyncio.to_thread(live.delete, number)
        assert (await next_batch(stream)).gone == (number,)


async def test_the_home_timeline_is_left_out_and_own_posts_are_not(live: FakeMastodon, http: Http) -> None:
    async with aclosing(cast(Any, channel(live, http).stream())) as stream:
        await next_batch(stream)
        stranger = await asyncio.to_thread(live.post, live.citizen, "점심 먹었다")
        shown = live._server.call(lambda: dict(live.statuses[stranger]))
        shown.pop("_source")
        await asyncio.to_thread(live.raw_event, "update", json.dumps(shown))
        await asyncio.to_thread(live.raw_event, "filters_changed", "")
        await asyncio.to_thread(live.raw_event, "update", "{")
        await asyncio.to_thread(live.raw_event, "delete", '{"a": 1}')
        own = await asyncio.to_thread(live.post, live.city, "시에서 알립니다")
        batch = await next_batch(stream)
        assert [(p.remote_id, p.own) for p in batch.posts] == [(own, True)]


async def test_a_merged_list_asks_for_a_catch_up(live: FakeMastodon, http: Http) -> None:
    async with aclosing(cast(Any, channel(live, http).stream())) as stream:
        await next_batch(stream)
        await asyncio.to_thread(live.raw_event, "notifications_merged", "1")
        assert await next_batch(stream) == Batch()


async def test_a_line_that_is_cut_is_said_to_be_and_the_gap_is_filled(live: FakeMastodon, http: Http) -> None:
    connector = channel(live, http)
    _, cursor = await all_batches(connector)
    async with aclosing(cast(Any, connector.stream())) as stream:
        await next_batch(stream)
        await asyncio.to_thread(live.cut)
        with pytest.raises(Unreachable):
            await next_batch(stream)
    missed = await asyncio.to_thread(live.mention, "끊긴 사이에")
    async with aclosing(cast(Any, connector.stream())) as stream:
        assert await next_batch(stream) == Batch()
        batches, _ = await all_batches(connector, cursor)
        assert missed in [p.remote_id for p in posts(batches)]


async def test_a_revoked_token_ends_everything(live: FakeMastodon, http: Http) -> None:
    connector = channel(live, http)
    question = await asyncio.to_thread(live.mention, "질문")
    _, cursor = await all_batches(connector)
    async with aclosing(cast(Any, connector.stream())) as stream:
        await next_batch(stream)
        await asyncio.to_thread(live.revoke, live.token)
        with pytest.raises(Unreachable):
            await next_batch(stream)
    for call in (
        connector.fetch(cursor),
        connector.check(),
        connector.send(action(Action.REPLY, question, "답")),
    ):
        with pytest.raises(AuthExpired):
            await call
    async with aclosing(cast(Any, connector.stream())) as stream:
        with pytest.raises(AuthExpired):
            await next_batch(stream)


async def test_a_silent_line_is_a_dead_line(
    live: FakeMastodon, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "SILENCE_S", 0.3)
    async with aclosing(cast(Any, channel(live, http).stream())) as stream:
        await next_batch(stream)
        live.mute()
        with pytest.raises(Unreachable):
            await next_batch(stream)


# --- out --------------------------------------------------------------------------------------------------


async def test_a_reply_names_those_it_answers_and_is_read_back(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    fake_mastodon.add_account("neighbour", "이웃", "neighbour@other.example")
    question = fake_mastodon.mention("@neighbour@other.example 도 궁금해합니다", visibility="unlisted")
    connector = channel(fake_mastodon, http)
    reply = action(Action.REPLY, question, "내일 고칩니다.\nhttps://city.example/notice")
    assert await connector.look_up(reply) is None
    sent = await connector.send(reply)
    assert sent.post is not None and sent.post.own and sent.post.parent_id == question
    stored = fake_mastodon.statuses[sent.remote_id]
    assert stored["_source"] == (
        "@gildong@forum.example @neighbour@other.example 내일 고칩니다.\nhttps://city.example/notice"
    )
    assert (stored["visibility"], stored["language"]) == ("unlisted", "ko")
    found = await connector.look_up(reply)
    assert found is not None and found.remote_id == sent.remote_id


@pytest.mark.parametrize("visibility", ["public", "unlisted", "private", "direct", "mutuals_only"])
async def test_a_reply_is_never_wider_than_the_question(
    fake_mastodon: FakeMastodon, http: Http, visibility: str
) -> None:
    question = fake_mastodon.mention("질문", visibility=visibility)
    sent = await channel(fake_mastodon, http).send(action(Action.REPLY, question, "답"))
    used = fake_mastodon.statuses[sent.remote_id]["visibility"]
    assert used == (visibility if visibility != "mutuals_only" else "direct")


async def test_a_reply_whose_answer_is_lost_is_there_once(fake_mastodon: FakeMastodon, http: Http) -> None:
    question = fake_mastodon.mention("질문")
    connector = channel(fake_mastodon, http)
    reply = action(Action.REPLY, question, "답입니다 & 끝")
    fake_mastodon.drop_answers = 1
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    found = await connector.look_up(reply)
    assert found is not None
    again = await connector.send(reply)
    assert again.remote_id == found.remote_id
    own = [s for s in fake_mastodon.statuses.values() if s["account"]["id"] == fake_mastodon.city.id]
    assert len(own) == 1


async def test_a_reply_that_cannot_be_read_back_is_sent_all_the_same(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    question = fake_mastodon.mention("질문")
    number = int(question) + 1000  # what the fake will call the reply
    fake_mastodon.fail_next(f"/api/v1/statuses/{number}", 502, {})
    sent = await channel(fake_mastodon, http).send(action(Action.REPLY, question, "답"))
    assert (sent.remote_id, sent.post) == (str(number), None)


async def test_our_reply_can_be_edited_and_deleted(fake_mastodon: FakeMastodon, http: Http) -> None:
    question = fake_mastodon.mention("질문")
    connector = channel(fake_mastodon, http)
    sent = await connector.send(action(Action.REPLY, question, "내일"))
    edit = action(Action.EDIT, sent.remote_id, "모레")
    assert await connector.look_up(edit) is None
    edited = await connector.send(edit)
    assert edited.remote_id == sent.remote_id
    assert fake_mastodon.statuses[sent.remote_id]["_source"] == "@gildong@forum.example 모레"
    assert await connector.look_up(edit) is not None
    delete = action(Action.DELETE, sent.remote_id)
    assert await connector.look_up(delete) is None
    for _ in range(2):
        await connector.send(delete)
    assert sent.remote_id not in fake_mastodon.statuses
    assert await connector.look_up(delete) is not None


async def test_refusals_say_why(fake_mastodon: FakeMastodon, http: Http) -> None:
    connector = channel(fake_mastodon, http)
    question = fake_mastodon.mention("질문")
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.REPLY, question, "가" * 500))
    assert refused.value.reason == "Validation failed: Text character limit of 500 exceeded"
    fake_mastodon.delete(question)
    with pytest.raises(Refused) as refused:
        await connector.send(action(Action.REPLY, question, "답"))
    assert "지워졌" in refused.value.reason
    for kind in (Action.APPROVE, Action.HIDE, Action.TRASH):
        with pytest.raises(Refused):
            await connector.send(action(kind, question))


async def test_an_address_counts_as_the_server_counts_it(fake_mastodon: FakeMastodon, http: Http) -> None:
    connector = channel(fake_mastodon, http)
    rule = (await connector.capabilities()).length
    assert (rule.limit, rule.url_length) == (500, 23)
    question = fake_mastodon.mention("질문")
    text = "가" * 460 + " https://city.example/" + "a" * 300
    assert rule.count(text) == 460 + 1 + 23
    sent = await connector.send(action(Action.REPLY, question, text))
    assert sent.post is not None and sent.post.text.endswith("a" * 300)


async def test_the_fake_also_serves_in_a_process_of_its_own(http: Http) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.servers.fake_mastodon",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    facts = json.loads(await process.stdout.readline())
    secret = {"server": facts["url"], "access_token": facts["token"]}
    connector = Mastodon(ChannelConfig(url=facts["url"], secret=secret), http)
    async with aclosing(cast(Any, connector.stream())) as stream:
        await next_batch(stream)
        number = (await http.request("POST", facts["url"] + "/_fake/mention", json={"text": "지금"})).json()
        assert [p.remote_id for p in (await next_batch(stream)).posts] == [number]
    await process.communicate(b"")
    assert process.returncode == 0


# --- limits and failures ----------------------------------------------------------------------------------


async def test_a_limit_is_obeyed_until_the_moment_the_server_names(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    until = fake_mastodon.limit_next("/api/v1/notifications", seconds=120)
    connector = channel(fake_mastodon, http)
    for _ in range(2):
        with pytest.raises(RateLimited) as limited:
            await connector.fetch({})
        assert abs(limited.value.until_ms - until.timestamp() * 1000) < 1000
    asked = [path for _, path in fake_mastodon.requests if path == "/api/v1/notifications"]
    assert len(asked) == 1


async def test_a_broken_server_is_unreachable_and_keeps_the_place(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    connector = channel(fake_mastodon, http)
    _, cursor = await all_batches(connector)
    fake_mastodon.fail_next(
        "/api/v1/notifications", 502, b"<html>Bad gateway</html>", {"Content-Type": "text/html"}
    )
    with pytest.raises(Unreachable):
        await connector.fetch(cursor)
    fake_mastodon.fail_next(
        "/api/v1/notifications", 200, b"<html>Login</html>", {"Content-Type": "text/html"}
    )
    with pytest.raises(Malformed):
        await connector.fetch(cursor)
    number = fake_mastodon.mention("그 뒤에")
    assert number in [p.remote_id for p in posts((await all_batches(connector, cursor))[0])]


async def test_check_names_the_account_and_warns_of_dropped_mentions(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    identity = await channel(fake_mastodon, http).check()
    assert identity.remote_id == fake_mastodon.city.id and identity.name == "한빛시"
    assert identity.handle.startswith("@hanbit@127.0.0.1")
    assert "한빛 마스토돈" in identity.note and "버리고 있습니다" in identity.note


async def test_without_a_token_nothing_is_asked(fake_mastodon: FakeMastodon, http: Http) -> None:
    connector = channel(fake_mastodon, http, token="")
    for call in (connector.fetch({}), connector.check(), connector.send(action(Action.REPLY, "1", "답"))):
        with pytest.raises(AuthExpired):
            await call
    assert fake_mastodon.requests == []
    can = await connector.capabilities()
    assert not can.stream and not can.reply


async def test_a_token_goes_to_its_own_server_only(fake_mastodon: FakeMastodon, http: Http) -> None:
    secret = {"server": fake_mastodon.url, "access_token": fake_mastodon.token, "account_id": "1000"}
    elsewhere = Mastodon(ChannelConfig(url="https://other.example", secret=secret), http)
    assert elsewhere._api.server == fake_mastodon.url
    insecure = Mastodon(
        ChannelConfig(url="http://social.example", secret={**secret, "server": "http://social.example"}), http
    )
    with pytest.raises(Refused) as refused:
        await insecure.fetch({})
    assert refused.value.code == "insecure"
