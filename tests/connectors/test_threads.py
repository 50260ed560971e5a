"""What is special to Threads: a reply in two steps with its race, lists that tell of nothing, tokens that are
their own successors."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.graph import Graph
from connectors.graph_parts import Fault as GraphFault
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.threads import LENGTH, NETWORK, parse, publishing
from connectors.threads.api import base_of, refusal
from connectors.threads.client import Threads
from connectors.threads.reading import Reading
from connectors.threads.signin import renew
from tests.conformance.stand import Fault
from tests.servers.fake_threads import CITY, CITY_ID, FakeThreads

DAY = 86_400


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeThreads]:
    monkeypatch.setattr(publishing, "RACE_PAUSE_S", 0.0)
    monkeypatch.setattr(publishing, "READY_AFTER_S", (0.0,) * 8)
    server = FakeThreads().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http(retries=0, clock=lambda: time.time())
    yield http
    await http.aclose()


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.offset, self._real = 0.0, time.time
        monkeypatch.setattr(time, "time", lambda: self._real() + self.offset)

    def later(self, seconds: float) -> None:
        self.offset += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def channel(server: FakeThreads, http: Http) -> Threads:
    secret = {"server": server.url, "access_token": server.new_token()}
    return Threads(ChannelConfig(server.url, secret=secret), http)


async def everything(
    connector: Threads, cursor: Mapping[str, Any] | None = None
) -> tuple[dict[str, Post], list[str], dict[str, Any]]:
    state: dict[str, Any] = dict(cursor or {})
    posts: dict[str, Post] = {}
    gone: list[str] = []
    for _ in range(300):
        batch = await connector.fetch(state)
        posts |= {post.remote_id: post for post in batch.posts}
        gone += batch.gone
        state = json.loads(json.dumps(dict(batch.cursor)))
        if not batch.more:
            return posts, gone, state
    raise AssertionError("paging does not end")


def out(action: Action, number: str, text: str = "", **more: Any) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, number, text, **more)


def paths(server: FakeThreads, method: str) -> list[str]:
    return [path.removeprefix("/v1.0") for one, path, _ in server.requests if one == method]


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


# --- out --------------------------------------------------------------------------------------------------


async def test_a_reply_waits_for_its_container(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제 고치나요?")
    server.looks = 3
    sent = await channel(server, http).send(out(Action.REPLY, mention, "내일 고칩니다."))
    assert server.items[sent.remote_id].parent == mention
    assert sent.post is not None and sent.post.own and sent.post.parent_id == mention
    assert paths(server, "POST") == ["/me/threads", "/me/threads_publish"]


@pytest.mark.parametrize("races", [1, 2])
async def test_the_race_makes_another_container(server: FakeThreads, http: Http, races: int) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.races = races
    await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))
    assert [item.text for item in server.items.values() if item.parent == mention] == ["내일입니다."]
    assert paths(server, "POST").count("/me/threads") == races + 1


async def test_a_race_that_is_always_lost_ends(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.races = 99
    with pytest.raises(Unreachable):
        await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))
    assert paths(server, "POST").count("/me/threads_publish") == 3
    assert not [item for item in server.items.values() if item.parent]


async def test_a_container_that_was_not_ready_in_time_is_gone_on_with(
    server: FakeThreads, http: Http
) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.looks = 12
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(Unreachable):
        await connector.send(reply)
    await connector.send(reply)
    assert paths(server, "POST") == ["/me/threads", "/me/threads_publish"]


async def test_an_answer_lost_between_the_steps(server: FakeThreads, http: Http) -> None:
    """Of a container nobody can see anything: it is looked for in vain, and then made anew."""
    mention = server.write(f"@{CITY} 언제?")
    plain = server._make

    def cut(fields: dict[str, str]) -> Any:
        plain(fields)
        server._server.cut()
        return None

    server._make = cut  # type: ignore[method-assign, assignment]
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    server._make = plain  # type: ignore[method-assign]
    assert await connector.look_up(reply) is None
    await connector.send(reply)
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_published_and_not_listed_yet_is_never_published_again(
    server: FakeThreads, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of own replies lags behind; the container knows that it was published."""
    mention = server.write(f"@{CITY} 언제?")
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    server.fault = Fault.LOST_ANSWER
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    monkeypatch.setattr(server, "_own_replies", lambda fields: server._list([], fields))
    assert await connector.look_up(reply) is None
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply)
    monkeypatch.undo()
    found = await connector.look_up(reply)
    assert found is not None
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_a_container_that_failed_says_why(
    server: FakeThreads, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention = server.write(f"@{CITY} 언제?")
    plain = server._container

    def failed(container: Any, fields: dict[str, str]) -> Any:
        container.status = "ERROR"
        return plain(container, fields)

    monkeypatch.setattr(server, "_container", failed)
    with pytest.raises(Refused, match="UNKNOWN"):
        await channel(server, http).send(out(Action.REPLY, mention, "내일입니다."))


async def test_an_expired_container_is_made_anew(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    server.looks = 12
    connector, reply = channel(server, http), out(Action.REPLY, mention, "내일입니다.")
    with pytest.raises(Unreachable):
        await connector.send(reply)
    next(iter(server.containers.values())).status = "EXPIRED"
    server.looks = 0
    await connector.send(reply)
    assert len([item for item in server.items.values() if item.parent == mention]) == 1


async def test_only_direct_replies_can_be_hidden(server: FakeThreads, http: Http) -> None:
    notice = server.write("공지", by=CITY)
    top = server.write("욕설", parent=notice)
    nested = server.write("더 심한 욕설", parent=top)
    connector = channel(server, http)
    sent = await connector.send(out(Action.HIDE, top))
    assert server.items[top].hidden and sent.post is not None and sent.post.state == "hidden"
    assert await connector.look_up(out(Action.HIDE, top)) is not None
    assert await connector.look_up(out(Action.UNHIDE, top)) is None
    with pytest.raises(Refused, match="바로 달린"):
        await connector.send(out(Action.HIDE, nested))
    await connector.send(out(Action.UNHIDE, top))
    assert not server.items[top].hidden


async def test_deleting_is_for_what_is_ours(server: FakeThreads, http: Http) -> None:
    notice = server.write("공지", by=CITY)
    own, other = server.write("답", by=CITY, parent=notice), server.write("시민 글", parent=notice)
    connector = channel(server, http)
    await connector.send(out(Action.DELETE, own))
    assert own not in server.items
    assert (await connector.send(out(Action.DELETE, own))).remote_id == own
    assert await connector.look_up(out(Action.DELETE, own)) is not None
    with pytest.raises(Refused):
        await connector.send(out(Action.DELETE, other))
    assert other in server.items


async def test_too_many_links_never_leave(server: FakeThreads, http: Http) -> None:
    mention = server.write(f"@{CITY} 언제?")
    text = " ".join(f"https://city.example/{n}" for n in range(6))
    with pytest.raises(Refused, match="다섯"):
        await channel(server, http).send(out(Action.REPLY, mention, text))
    assert paths(server, "POST") == []
    assert NETWORK.advise is not None
    assert len(NETWORK.advise(text, {}, {})) == 2 and len(NETWORK.advise("답", {}, {})) == 1


@pytest.mark.parametrize(
    ("text", "length"), [("가" * 500, 500), ("😀" * 125, 500), ("👨‍👩‍👧‍👦" * 20, 500), ("a😀가", 6)]
)
def test_the_length_of_emoji_is_that_of_their_bytes(text: str, length: int) -> None:
    assert LENGTH.count(text) == length and LENGTH.over(text) == 0
    assert LENGTH.over(text + "가" * (501 - length)) == 1


def test_refusals_are_said_in_words() -> None:
    assert "다섯" in refusal(GraphFault(400, 100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED")).reason
    assert "아직" in refusal(GraphFault(400, 100, 0, "THREADS_API__FEATURE_NOT_AVAILABLE")).reason
    assert "권한" in refusal(GraphFault(403, 10, 0, "no")).reason


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


# --- what Threads may send --------------------------------------------------------------------------------

REPLY: dict[str, Any] = {
    "id": "18000000000000001",
    "text": "@ex_city 버스 정보가\r\n안 떠요",
    "timestamp": "2026-11-20T01:02:03+0000",
    "username": "ex_user",
    "permalink": "https://www.threads.com/@ex_user/post/AAA",
    "media_type": "CAROUSEL_ALBUM",
    "media_url": "https://cdn.example/0.jpg",
    "children": {"data": [{"id": "1"}, {"media_type": "VIDEO", "media_url": "https://cdn.example/1.mp4"}]},
    "root_post": {"id": "18000000000000000"},
    "replied_to": {"id": "18000000000000000"},
    "hide_status": "HIDDEN",
    "has_replies": False,
    "alt_text": "꺼진 화면",
    "gif_url": None,
    "reposted_post": None,
    "is_reply_owned_by_me": False,
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
hostile = json_values | st.fixed_dictionaries({}, optional={name: json_values for name in REPLY})


def test_a_reply_is_read() -> None:
    found = parse.entry(REPLY, "ex_city")
    post = found.post
    assert post.text == "@ex_city 버스 정보가\n안 떠요" and post.state == "hidden" and not post.own
    assert post.created_ms == 1_795_136_523_000 and post.parent_id == found.root == "18000000000000000"
    assert [m.kind for m in post.media] == ["video"]
    alone = parse.entry({**REPLY, "children": {"data": [{"id": "1"}]}}, "EX_USER").post
    assert alone.own and alone.media[0].alt == "꺼진 화면"


@given(hostile)
def test_any_json_gives_values_or_malformed(value: Any) -> None:
    try:
        post = parse.entry(value, "ex_city").post
    except Malformed:
        return
    for text in (post.remote_id, post.text, post.url, post.parent_id, *post.author):
        text.encode()
        assert "\0" not in text
    for url in (post.url, post.author.url, *(m.url for m in post.media)):
        assert url == "" or url.startswith("http")
    parse.entries([value, REPLY], "ex_city")


@given(st.dictionaries(st.sampled_from(["jobs", "known", "watched", "doubt", "again", "first"]), json_values))
def test_any_cursor_is_gone_on_with(cursor: dict[str, Any]) -> None:
    graph = Graph(Http(), "https://graph.example/v1.0", ChannelConfig(""))
    reading = Reading(graph, {"account": "1", **cursor}, parse.Profile("1", "x", "x"), 1)
    json.dumps(dict(reading._batch().cursor))
