"""What is special to reading Threads: lists that tell of nothing, and tokens that are their own
successors."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, RateLimited, Refused
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.threads.api import base_of
from connectors.threads.client import Threads
from connectors.threads.signin import renew
from tests.conformance.stand import Fault
from tests.connectors.rounds import Clock, everything, http, out
from tests.connectors.threads_desk import DAY, channel, clock, paths, server
from tests.servers.fake_threads import CITY, CITY_ID, FakeThreads

__all__ = ["clock", "http", "server"]


# --- in ---------------------------------------------------------------------------------------------------


async def test_mentions_conversations_and_own_replies_are_one_channel(
    server: FakeThreads, http: Http, clock: Clock
) -> None:
    notice = server.write("버스 노선이 바뀝니다", by=CITY)
    reply = server.write("몇 시부터요?", parent=notice)
    nested = server.write("저도 궁금", parent=reply, by="other")
    mention = server.write(f"@{CITY} 가로등이 꺼졌어요")
    server.write("시청과 상관없는 글")
    answer = server.write("확인하겠습니다", by=CITY, parent=mention)
    posts, _, cursor = await everything(channel(server, http))
    assert set(posts) == {notice, reply, nested, mention, answer}
    assert posts[nested].parent_id == reply and posts[answer].own and posts[notice].own
    assert posts[reply].author == ("ex_user", "ex_user", "@ex_user", "https://www.threads.com/@ex_user")
    # what is said below our answer to somebody else's post
    further = server.write("고맙습니다", parent=answer)
    clock.later(200)
    posts, _, cursor = await everything(channel(server, http), cursor)
    assert set(posts) == {further} and posts[further].parent_id == answer
    posts, gone, _ = await everything(channel(server, http), cursor)
    assert not posts and not gone


async def test_a_hidden_reply_that_mentions_us_stays_hidden(server: FakeThreads, http: Http) -> None:
    """The list of mentions does not say that it is hidden."""
    notice = server.write("공지", by=CITY)
    number = server.write(f"@{CITY} 욕설", parent=notice)
    _, _, cursor = await everything(channel(server, http))
    await channel(server, http).send(out(Action.HIDE, number))
    posts, _, cursor = await everything(channel(server, http), cursor)
    assert posts[number].state == "hidden"
    for _ in range(2):
        posts, _, cursor = await everything(channel(server, http), cursor)
        assert not posts


@pytest.mark.parametrize("code", [24, 100])
async def test_deletions_are_learned_by_either_code(
    server: FakeThreads, http: Http, clock: Clock, code: int
) -> None:
    server.gone_code = code
    notice = server.write("공지", by=CITY)
    reply, mention = server.write("답글", parent=notice), server.write(f"@{CITY} 안녕하세요")
    _, _, cursor = await everything(channel(server, http))
    server.delete(reply)
    server.delete(mention)
    clock.later(1000)
    _, gone, cursor = await everything(channel(server, http), cursor)
    assert set(gone) == {reply, mention}
    server.delete(notice)
    clock.later(1000)
    _, gone, _ = await everything(channel(server, http), cursor)
    assert gone == [notice]


async def test_what_only_became_unreadable_is_not_deleted(
    server: FakeThreads, http: Http, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = server.write("공지", by=CITY)
    number = server.write("답글", parent=notice)
    _, _, cursor = await everything(channel(server, http))
    monkeypatch.setattr(server, "_conversation", lambda fields, number: server._list([], fields))
    clock.later(1000)
    _, gone, _ = await everything(channel(server, http), cursor)
    assert not gone and f"/{number}" in paths(server, "GET")


async def test_without_the_right_to_mentions_the_rest_is_read(
    server: FakeThreads, http: Http, clock: Clock
) -> None:
    server.scopes.discard("threads_manage_mentions")
    notice = server.write("공지", by=CITY)
    reply, mention = server.write("답글", parent=notice), server.write(f"@{CITY} 글")
    posts, _, cursor = await everything(channel(server, http))
    assert set(posts) == {notice, reply}
    asked = paths(server, "GET").count("/me/mentions")
    _, _, cursor = await everything(channel(server, http), cursor)
    assert paths(server, "GET").count("/me/mentions") == asked  # not every few minutes
    server.scopes.add("threads_manage_mentions")
    clock.later(4000)
    posts, _, _ = await everything(channel(server, http), cursor)
    assert set(posts) == {mention}


async def test_old_conversations_are_asked_rarely(server: FakeThreads, http: Http, clock: Clock) -> None:
    ages = {0: 0, 2: 0, 10: 0, 100: 0}
    numbers = {}
    for age in ages:
        numbers[age] = server.write("공지", by=CITY, at=time.time() - age * DAY - 60)
        server.write("답글", parent=numbers[age], at=time.time() - age * DAY)
    _, _, cursor = await everything(channel(server, http))
    server.requests.clear()
    for _ in range(12):
        clock.later(300)
        _, _, cursor = await everything(channel(server, http), cursor)
    for age in ages:
        ages[age] = paths(server, "GET").count(f"/{numbers[age]}/conversation")
    assert ages == {0: 12, 2: 6, 10: 2, 100: 0}


async def test_a_cursor_that_ended_loses_nothing(server: FakeThreads, http: Http) -> None:
    server.page = 3
    notice = server.write("공지", by=CITY)
    server.write("지난달의 답글", parent=notice, at=time.time() - 90_000)
    connector = channel(server, http)
    _, _, cursor = await everything(connector)
    written = {server.write(f"답글 {n}", parent=notice, at=time.time() - 900 + n) for n in range(17)}
    found: set[str] = set()
    while not any(job.get("n", 0) > 1 for job in cursor["jobs"]):
        batch = await connector.fetch(cursor)
        found |= {post.remote_id for post in batch.posts}
        cursor = dict(batch.cursor)
    server.epoch += 1
    posts, _, _ = await everything(connector, cursor)
    assert written <= found | set(posts) and not written <= found


async def test_cursors_that_always_end_end_the_round(server: FakeThreads, http: Http) -> None:
    server.page = 3
    notice = server.write("공지", by=CITY)
    for n in range(9):
        server.write(f"답글 {n}", parent=notice)
    connector = channel(server, http)
    cursor: dict[str, Any] = {}
    for _ in range(40):
        batch = await connector.fetch(cursor)
        cursor = dict(batch.cursor)
        server.epoch += 1
        if not batch.more:
            return
    raise AssertionError("paging does not end")


async def test_no_token_is_kept_from_the_addresses_of_pages(http: Http, server: FakeThreads) -> None:
    server.page = 3
    notice = server.write("공지", by=CITY)
    for n in range(11):
        server.write(f"답글 {n}", parent=notice)
    connector = channel(server, http)
    state: dict[str, Any] = {}
    while True:
        batch = await connector.fetch(state)
        state = dict(batch.cursor)
        assert not any(token in json.dumps(state) for token in server.tokens)
        if not batch.more:
            break
    assert len(state["known"]) == 12


async def test_the_profile_and_its_quota_are_named(server: FakeThreads, http: Http) -> None:
    notice = server.write("공지", by=CITY)
    server.write("답글", by=CITY, parent=notice)
    found = await channel(server, http).check()
    assert (found.remote_id, found.name, found.handle) == (CITY_ID, "한빛시", f"@{CITY}")
    assert "1000개 가운데 1개" in found.note


async def test_mentions_that_may_not_be_read_are_named_at_the_test(server: FakeThreads, http: Http) -> None:
    server.scopes.discard("threads_manage_mentions")
    found = await channel(server, http).check()
    assert found.remote_id == CITY_ID and "threads_manage_mentions" in found.note


async def test_how_lately_others_wrote(server: FakeThreads, http: Http) -> None:
    server.write("동작구 소식", by="dongjak", at=1_795_000_000)
    server.write("한빛시 소식", by=CITY)
    connector = channel(server, http)
    one, missing, odd = await connector.activity(["https://www.threads.com/@dongjak", "@nobody", "??"])
    assert one.last_post_ms == 1_795_000_000_000 and one.followers == 12 and one.state == "ok"
    assert missing.state == odd.state == "missing"
    server.scopes.discard("threads_profile_discovery")
    with pytest.raises(Refused, match="권한"):
        await connector.activity(["@dongjak"])


# --- tokens and budgets -----------------------------------------------------------------------------------


async def keeper_of(server: FakeThreads, http: Http, token: str) -> TokenKeeper:
    async def save(secret: Mapping[str, str]) -> None:
        return None

    pasted = {"server": server.url, "app_password": token}
    return TokenKeeper(pasted, lambda secret: renew(http, secret), save, clock=lambda: time.time())


async def test_a_pasted_token_is_renewed_every_week(server: FakeThreads, http: Http, clock: Clock) -> None:
    token = server.new_token()
    keeper = await keeper_of(server, http, token)
    connector = Threads(ChannelConfig(server.url, secret=keeper.secret, tokens=keeper), http)
    await connector.check()
    first = keeper.secret["access_token"]
    assert first != token
    clock.later(6 * DAY)
    await connector.check()
    assert keeper.secret["access_token"] == first
    clock.later(2 * DAY)
    await connector.check()
    assert keeper.secret["access_token"] not in (first, token)


async def test_a_token_of_today_is_used_and_renewed_tomorrow(
    server: FakeThreads, http: Http, clock: Clock
) -> None:
    token = server.new_token(age_s=60)
    keeper = await keeper_of(server, http, token)
    connector = Threads(ChannelConfig(server.url, secret=keeper.secret, tokens=keeper), http)
    await connector.check()
    assert keeper.secret["access_token"] == token
    clock.later(26 * 3600)
    await connector.check()
    assert keeper.secret["access_token"] != token


async def test_a_dead_token_needs_a_new_one(server: FakeThreads, http: Http) -> None:
    keeper = await keeper_of(server, http, "THAAdeadtokenthatneverwas")
    connector = Threads(ChannelConfig(server.url, secret=keeper.secret, tokens=keeper), http)
    with pytest.raises(AuthExpired) as refused:
        await connector.check()
    assert "deadtoken" not in str(refused.value)
    pasted = Threads(ChannelConfig(server.url, secret={"app_password": server.new_token()}), http)
    assert (await pasted.check()).remote_id == CITY_ID  # the form is checked before it is kept
    with pytest.raises(AuthExpired):
        await Threads(ChannelConfig(server.url), http).fetch({})


async def test_a_used_up_budget_is_obeyed(server: FakeThreads, http: Http) -> None:
    connector = channel(server, http)
    server.fault = Fault.RATE_LIMITED
    with pytest.raises(RateLimited):
        await connector.fetch({})
    server.fault, asked = None, len(server.requests)
    with pytest.raises(RateLimited):
        await connector.fetch({})
    assert len(server.requests) == asked


def test_where_the_api_is() -> None:
    for url in (
        "",
        "https://www.threads.com/@ex_city",
        "https://www.threads.net",
        "https://graph.threads.net",
    ):
        assert base_of(ChannelConfig(url)) == "https://graph.threads.net/v1.0"
    assert base_of(ChannelConfig("https://relay.example/threads/")) == "https://relay.example/threads/v1.0"
    kept = ChannelConfig("https://evil.example", secret={"server": "https://graph.threads.net"})
    assert base_of(kept) == "https://graph.threads.net/v1.0"
