"""KakaoTalk chats through a relay that keeps strictly to its contract, and the channel without one."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from connectors.kakao_channel import LENGTH, NETWORK, client, parse
from connectors.kakao_channel.client import KakaoChannel
from tests.servers.kakao_relay import KakaoRelay
from tests.servers.tiny_http import Reply


@pytest.fixture
def relay() -> Iterator[KakaoRelay]:
    server = KakaoRelay().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ASK_AGAIN_S", (0.0, 0.0, 0.0))


def channel(relay: KakaoRelay, http: Http, token: str = "") -> KakaoChannel:
    return KakaoChannel(ChannelConfig(relay.url, "한빛시", {}, {"access_token": token or relay.token}), http)


async def read(
    connector: KakaoChannel, cursor: Mapping[str, Any] | None = None
) -> tuple[list[Post], dict[str, Any], list[str]]:
    state: dict[str, Any] = dict(cursor or {})
    posts: list[Post] = []
    said: list[str] = []
    while True:
        batch: Batch = await connector.fetch(state)
        posts += batch.posts
        said += [batch.damaged] if batch.damaged else []
        state = json.loads(json.dumps(dict(batch.cursor)))
        if not batch.more:
            return posts, state, said


def reply(target: str, text: str = "내일 고칩니다.", action: Action = Action.REPLY) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, target, text)


# --- in ---------------------------------------------------------------------------------------------------


async def test_a_message_arrives_as_a_private_post(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("가로등이 꺼졌어요", picture="https://relay.example/1.jpg", alt="어두운 길")
    ((post,), cursor, said) = await read(channel(relay, http))
    assert post.remote_id == f"{message.thread}/{message.external_id}"
    assert post.text == "가로등이 꺼졌어요" and post.private and not post.own
    assert post.author.remote_id == message.author_key and post.author.name.endswith(message.author_key[-4:])
    assert [(one.kind, one.alt) for one in post.media] == [("image", "어두운 길")]
    assert post.created_ms is not None and said == []
    assert cursor["after"] == message.seq


async def test_messages_are_acknowledged_when_they_are_stored(relay: KakaoRelay, http: Http) -> None:
    for number in range(3):
        relay.write(f"민원 {number}")
    connector = channel(relay, http)
    first = await connector.fetch({})
    assert relay.acked == 0 and len(relay.messages) == 3  # nothing is stored here yet
    again = await connector.fetch({})  # as after a crash
    assert again.posts == first.posts
    batch = await connector.fetch(first.cursor)
    assert batch.posts == () and relay.acked == 3 and relay.messages == []
    asked = len(relay.requests)
    batch = await connector.fetch(batch.cursor)
    assert [path for _, path in relay.requests[asked:]] == ["/kakao/v1/messages"]  # told once


async def test_an_acknowledgement_that_fails_is_made_up_for(relay: KakaoRelay, http: Http) -> None:
    relay.write("하나")
    connector = channel(relay, http)
    _, cursor, _ = await read(connector, {})
    relay.write("둘")
    batch = await connector.fetch({**cursor, "after": 2**40, "acked": 0})  # a number that the relay refuses
    assert batch.cursor["acked"] == 0


async def test_a_relay_that_was_set_up_anew_is_read_from_the_start(relay: KakaoRelay, http: Http) -> None:
    for number in range(5):
        relay.write(f"민원 {number}")
    connector = channel(relay, http)
    _, cursor, _ = await read(connector)
    relay.start_anew()
    new = relay.write("새 서버의 첫 글")
    _, cursor, _ = await read(connector, cursor)
    posts, _, _ = await read(connector, cursor)
    assert [post.remote_id for post in posts] == [f"{new.thread}/{new.external_id}"]


async def test_another_relay_begins_anew(relay: KakaoRelay, http: Http) -> None:
    relay.write("하나")
    posts, _, _ = await read(channel(relay, http), {"relay": "https://old.example", "after": 99, "acked": 99})
    assert len(posts) == 1 and relay.acked < 99


async def test_a_damaged_message_is_counted_and_passed(relay: KakaoRelay, http: Http) -> None:
    relay.write("하나")
    relay.write("둘")
    relay.fault = "damaged"
    posts, cursor, said = await read(channel(relay, http))
    assert [post.text for post in posts] == ["둘"] and said
    relay.fault = ""
    assert (await read(channel(relay, http), cursor))[2] == []
    assert relay.acked == 0 and len(relay.messages) == 2, "the relay keeps what could not be read"


async def test_what_stands_before_a_damaged_message_is_acknowledged(relay: KakaoRelay, http: Http) -> None:
    relay.write("하나")
    _, cursor, _ = await read(channel(relay, http))
    relay.fault = "damaged"
    relay.write("깨진 것")
    relay.write("셋")
    posts, cursor, _ = await read(channel(relay, http), cursor)
    relay.fault = ""
    relay.write("넷")
    posts, cursor, _ = await read(channel(relay, http), cursor)
    assert [post.text for post in posts] == ["넷"] and relay.acked == 1


# --- out --------------------------------------------------------------------------------------------------


async def test_a_reply_waits_until_it_is_delivered(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("가로등이 꺼졌어요")
    relay.pending = 2
    target = parse.message_id(message.thread, message.external_id)
    sent = await channel(relay, http).send(reply(target))
    (answer,) = relay.answers.values()
    assert (answer.thread, answer.text, answer.asked) == (message.thread, "내일 고칩니다.", 3)
    assert sent.post is not None and sent.post.own and sent.post.private
    assert sent.post.parent_id == target


async def test_a_reply_that_is_not_delivered_says_why(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글")
    relay.next_status, relay.reason = "failed", "채널을 차단한 이용자입니다"
    with pytest.raises(Refused) as refused:
        await channel(relay, http).send(reply(parse.message_id(message.thread, message.external_id)))
    assert "차단한 이용자" in refused.value.reason


async def test_accepted_is_not_delivered(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글")
    relay.pending = 100
    connector = channel(relay, http)
    outgoing = reply(parse.message_id(message.thread, message.external_id))
    with pytest.raises(OutcomeUnknown):
        await connector.send(outgoing)
    with pytest.raises(OutcomeUnknown):
        await connector.look_up(outgoing)
    relay.pending = 0
    found = await connector.look_up(outgoing)
    assert found is not None and len(relay.answers) == 1


@pytest.mark.parametrize(
    ("said", "done"), [("ALL_SUCCESS", True), ("completed", True), ("FAIL", False), ("expired", False)]
)
async def test_other_words_for_what_became_of_a_reply(
    relay: KakaoRelay, http: Http, said: str, done: bool
) -> None:
    message = relay.write("글")
    relay.next_status = said
    sending = channel(relay, http).send(reply(parse.message_id(message.thread, message.external_id)))
    if done:
        assert (await sending).remote_id
    else:
        with pytest.raises(Refused):
            await sending


def test_success_of_the_first_answer_means_accepted_only() -> None:
    """kakao_channel.md section 2."""
    assert not parse.told_at_once({"status": "SUCCESS"}) and not parse.told_at_once({"status": "ok"})
    assert parse.told_at_once({"status": "delivered"}) and parse.told_at_once({"status": "failed"})


@pytest.mark.parametrize(("code", "error"), [(-401, AuthExpired), (-10, RateLimited), (-2, Refused)])
async def test_a_refusal_of_kakao_s_own_keeps_its_meaning(
    relay: KakaoRelay, http: Http, code: int, error: type[Exception]
) -> None:
    message = relay.write("글")
    relay.refusal = Reply(400, {"code": code, "msg": "카카오가 거절했습니다"})
    with pytest.raises(error) as raised:
        await channel(relay, http).send(reply(parse.message_id(message.thread, message.external_id)))
    assert code != -2 or "카카오가 거절" in str(raised.value)


async def test_a_relay_that_calls_a_known_key_a_conflict(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글")
    outgoing = reply(parse.message_id(message.thread, message.external_id))
    first = await channel(relay, http).send(outgoing)
    (answer,) = relay.answers.values()
    relay.refusal = Reply(409, {"status": "accepted", "task_id": answer.task_id})
    assert (await channel(relay, http).send(outgoing)).remote_id == first.remote_id


async def test_a_lost_answer_goes_out_once(relay: KakaoRelay, http: Http) -> None:
    """After a start nothing is known of the task: the same key goes out again and is carried out once."""
    message = relay.write("글")
    outgoing = reply(parse.message_id(message.thread, message.external_id))
    for lost in ("answer", "request"):
        relay.drop = lost
        with pytest.raises(OutcomeUnknown):
            await channel(relay, http).send(outgoing)
        assert await channel(relay, http).look_up(outgoing) is None
    sent = await channel(relay, http).send(outgoing)
    assert len(relay.answers) == 1 and sent.remote_id
    posts = [path for method, path in relay.requests if method == "POST"]
    assert len(posts) == 3  # looking up sent nothing


async def test_chats_that_are_not_known_are_refused(relay: KakaoRelay, http: Http) -> None:
    for target in ("", "seq-1", "x" * 600, "unknown/1", "sha256:" + "0" * 64):
        with pytest.raises(Refused):
            await channel(relay, http).send(reply(target))
    assert relay.answers == {}


async def test_names_of_chats_may_hold_anything(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글", thread="방/1 ?가%2F")
    ((post,), _, _) = await read(channel(relay, http))
    await channel(relay, http).send(reply(post.remote_id))
    assert [answer.thread for answer in relay.answers.values()] == [message.thread]


async def test_a_thousand_characters(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글")
    target = parse.message_id(message.thread, message.external_id)
    assert LENGTH.over("가" * 1000) == 0 and LENGTH.over("가" * 1001) == 1
    await channel(relay, http).send(reply(target, "가" * 1000))
    with pytest.raises(Refused) as refused:
        await channel(relay, http).send(reply(target, "가" * 1001))
    assert "1000" in refused.value.reason


async def test_a_right_that_was_taken_away(relay: KakaoRelay, http: Http) -> None:
    message = relay.write("글")
    relay.fault = "forbidden"
    with pytest.raises(Refused) as refused:
        await channel(relay, http).send(reply(parse.message_id(message.thread, message.external_id)))
    assert "this token may not answer" in refused.value.reason


# --- without a relay, and sign-in -------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["", "https://pf.kakao.com/_hanbit", "center-pf.kakao.com/_x/chats"])
async def test_without_a_relay_everything_is_by_hand(http: Http, url: str) -> None:
    connector = KakaoChannel(ChannelConfig(url, "한빛시"), http)
    granted = await connector.capabilities()
    assert not granted.poll and not any(granted.allows(action) for action in Action)
    assert "API" in granted.why_not["reply"]
    batch = await connector.fetch({"after": 3})
    assert batch.posts == () and batch.cursor == {"after": 3} and not batch.more
    for action in Action:
        with pytest.raises(Refused):
            await connector.send(reply("a/b", action=action))
    found = await connector.check()
    assert found.name == "한빛시" and "직접 입력" in found.note


async def test_a_check_with_a_relay(relay: KakaoRelay, http: Http) -> None:
    assert "No messages" in (await channel(relay, http).check()).note
    relay.write("글")
    found = await channel(relay, http).check()
    assert "New messages" in found.note and relay.acked == 0
    with pytest.raises(AuthExpired):
        await channel(relay, http, token="wrong").check()
    with pytest.raises(AuthExpired) as missing:
        await KakaoChannel(ChannelConfig(relay.url), http).fetch({})
    assert missing.value.code == "not-signed-in"


async def test_the_token_stays_at_its_relay_and_needs_encryption(relay: KakaoRelay, http: Http) -> None:
    other = KakaoRelay().start()
    try:
        relay.write("글")
        secret = {"server": relay.url, "access_token": relay.token}
        posts, _, _ = await read(KakaoChannel(ChannelConfig(other.url, secret=secret), http))
        assert len(posts) == 1 and other.requests == []
    finally:
        other.stop()
    with pytest.raises(Refused) as refused:
        config = ChannelConfig("http://relay.example", secret={"access_token": "abc"})
        await KakaoChannel(config, http).fetch({})
    assert refused.value.code == "insecure"


async def test_trouble_has_its_name(relay: KakaoRelay, http: Http) -> None:
    connector = channel(relay, http)
    for fault, expected in (
        ("server-error", Unreachable),
        ("unreadable", Malformed),
        ("revoked", AuthExpired),
        ("rate-limited", RateLimited),
    ):
        relay.fault = fault
        with pytest.raises(expected):
            await connector.fetch({})


def test_what_is_advised_before_sending() -> None:
    assert NETWORK.advise is not None
    assert any("15원" in one for one in NETWORK.advise("답", {}, {}))
    assert not any("15원" in one for one in NETWORK.advise("답", {}, {"route": "dealer"}))


# --- parsing ----------------------------------------------------------------------------------------------

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
NAMES = ("seq", "external_id", "thread_id", "author_key", "text", "received_at", "attachments")


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), anything)), anything, st.integers(0, 10**6))
def test_whatever_a_relay_answers(items: list[Any], following: Any, after: int) -> None:
    page = parse.page({"items": items, "next": following}, after)
    assert 0 <= page.after and page.broken + len(page.posts) <= len(items)
    assert page.after >= after or not items
    for post in page.posts:
        assert post.text and post.remote_id and len(post.remote_id) <= 500 and post.private
        (post.text + post.remote_id + post.author.name).encode()


@given(anything)
def test_whatever_is_no_list(value: Any) -> None:
    try:
        parse.page(value, 0)
    except Malformed:
        pass
    else:
        assert isinstance(value["items"], list)
    delivered, why = parse.outcome(value)
    assert delivered is not True or not why


def test_a_page_leads_on_only_as_far_as_it_was_read() -> None:
    item = {"seq": 5, "external_id": "a", "thread_id": "t", "text": "글"}
    assert parse.page({"items": [item], "next": 900}, 0).after == 5  # nothing is skipped on a word alone
    assert parse.page({"items": [], "next": 900}, 5).after == 5
    assert parse.page({"items": [], "next": 0}, 5).after == 5
    assert parse.page({"items": [], "next": 2}, 5).after == 0
    assert parse.page({"items": [item]}, 5).posts == ()
    broken = {"items": [{"seq": "x"}], "next": 7}
    assert parse.page(broken, 5).after == 7 and parse.page(broken, 5).held == 6
    words = {"items": [item | {"seq": "6", "received_at": 1763600000}], "next": "6"}
    (post,) = parse.page(words, 5).posts
    assert parse.page(words, 5).after == 6 and post.created_ms == 1763600000000
    bare = {"items": [{k: v for k, v in item.items() if k != "seq"}], "next": 9}
    assert parse.page(bare, 5).after == 9 and len(parse.page(bare, 5).posts) == 1


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_message_s_id_names_its_chat(thread: str, external: str) -> None:
    thread = parse.clean_text(thread.encode("utf-8", "replace").decode())
    number = parse.message_id(thread, external.encode("utf-8", "replace").decode())
    assert len(number) <= 500
    if not number.startswith("sha256:"):
        assert parse.thread_of(number) == thread
