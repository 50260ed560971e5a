"""What goes out to X, signing in, live events and the survey of accounts."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from functools import partial
from typing import Any, cast

import httpx
import pytest

from connectors import x
from connectors.base import Action, AuthExpired, Batch, ChannelConfig, Outgoing, Refused, Unreachable
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.x import NETWORK, signin
from connectors.x.advice import ADDRESS_COSTS, NOT_SUMMONED, PRIVATE, advise
from connectors.x.client import X
from desktop.services.messages import sentence
from tests.servers.fake_x import FakeX
from tests.servers.tiny_http import Reply


@pytest.fixture
def fake() -> Iterator[FakeX]:
    server = FakeX().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http(retries=0)
    yield http
    await http.aclose()


def config(server: FakeX, **more: str) -> ChannelConfig:
    secret = {"server": server.url, "access_token": server.tokens.access, **more}
    return ChannelConfig(url=server.url, options={"plan": server.plan}, secret=secret)


def out(action: Action, number: str, text: str = "", **target: Any) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, number, text, target, int(time.time() * 1000))


def written(server: FakeX) -> list[tuple[str, str]]:
    return [(method, path) for method, path, _ in server.requests if method != "GET"]


# --- replies ----------------------------------------------------------------------------------------------


async def test_a_post_that_did_not_call_us_cannot_be_answered_on_pay_per_use(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "한빛시 가로등이 꺼졌네")
    with pytest.raises(Refused) as refused:
        await X(config(fake), http).send(out(Action.REPLY, number, "고치겠습니다"))
    assert refused.value.code == "not-summoned"
    assert "브라우저" in refused.value.reason and "have not been mentioned" in refused.value.reason
    fake.plan = "enterprise"
    sent = await X(config(fake), http).send(out(Action.REPLY, number, "고치겠습니다"))
    assert sent.post is not None and sent.post.parent_id == number


async def test_a_quote_of_ours_may_be_answered(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "이것 좀 보세요", quotes=fake.notice.id)
    sent = await X(config(fake), http).send(out(Action.REPLY, number, "보았습니다"))
    assert sent.url == f"https://x.com/hanbit/status/{sent.remote_id}"


async def test_a_reply_that_was_there_all_along_is_found_behind_many_others(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 질문")
    connector = X(config(fake), http)
    outgoing = out(Action.REPLY, number, "답은 example.go.kr 에 있습니다 <여기>")
    sent = await connector.send(outgoing)
    fake.page = 10
    for n in range(25):
        fake.post(fake.city, f"알림 {n}")
    again = await X(config(fake), http).send(outgoing)
    assert again.remote_id == sent.remote_id
    assert written(fake) == [("POST", "/2/tweets")]


async def test_a_refused_double_that_cannot_be_found_is_said(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 질문")
    body = {"errors": [{"code": 187, "message": "Status is a duplicate."}]}
    connector = X(config(fake), http)
    own = f"/2/users/{fake.city.id}/tweets"
    fake.answers[own] = Reply(200, {"meta": {"result_count": 0}})
    fake.answers["/2/tweets"] = Reply(403, body)
    with pytest.raises(Refused) as refused:
        await connector.send(out(Action.REPLY, number, "답"))
    assert refused.value.code == "said-before" and "Status is a duplicate." in refused.value.reason
    newer = "You are not allowed to create a Tweet with duplicate content."
    fake.answers["/2/tweets"] = Reply(403, {"title": "Forbidden", "status": 403, "detail": newer})
    with pytest.raises(Refused) as refused:
        await connector.send(out(Action.REPLY, number, "답"))
    assert "똑같은 글" in sentence(refused.value) and "very words" in sentence(refused.value, "en")


async def test_the_same_words_may_be_said_twice_in_a_conversation(fake: FakeX, http: Http) -> None:
    connector = X(config(fake), http)
    first = fake.message(fake.citizen("시민"), "안녕하세요")
    told = out(Action.REPLY, first, "네", private=True, author_id=fake.citizen("시민").id)
    await connector.send(told)
    await X(config(fake), http).send(told)
    second = fake.message(fake.citizen("시민"), "되나요?")
    await connector.send(out(Action.REPLY, second, "네", private=True, author_id=fake.citizen("시민").id))
    assert [m.text for m in fake.messages if m.sender == fake.city.id] == ["네", "네"]


async def test_a_message_whose_author_is_not_known_goes_to_its_sender(fake: FakeX, http: Http) -> None:
    number = fake.message(fake.citizen("시민"), "쪽지")
    public = fake.post(fake.citizen("이웃"), "@hanbit 공개 글")
    connector = X(config(fake), http)
    sent = await connector.send(out(Action.REPLY, number, "답", private=True))
    assert sent.post is not None and sent.post.private and sent.post.own and sent.post.parent_id == number
    await connector.send(out(Action.PRIVATE_REPLY, public, "따로 답"))
    assert [m.receiver for m in fake.messages[1:]] == [fake.citizen("시민").id, fake.citizen("이웃").id]


async def test_a_group_is_answered_in_the_group(fake: FakeX, http: Http) -> None:
    group = "1500000000000000123"
    number = fake.message(fake.citizen("시민"), "여러 명의 대화")
    url = f"https://x.com/messages/{group}"
    fake.answers[f"/2/dm_conversations/{group}/dm_events"] = Reply(200, {"meta": {"result_count": 0}})
    done = {"data": {"dm_conversation_id": group, "dm_event_id": number}}
    fake.answers[f"/2/dm_conversations/{group}/messages"] = Reply(201, done)
    await X(config(fake), http).send(out(Action.REPLY, number, "답", private=True, url=url, author_id="7"))
    assert written(fake) == [("POST", f"/2/dm_conversations/{group}/messages")]


@pytest.mark.parametrize("action", [Action.DELETE, Action.HIDE, Action.UNHIDE])
async def test_a_message_is_neither_taken_back_nor_hidden(fake: FakeX, http: Http, action: Action) -> None:
    number = fake.message(fake.city, "보낸 쪽지", fake.citizen("시민"))
    with pytest.raises(Refused):
        await X(config(fake), http).send(out(action, number, private=True))
    assert written(fake) == []


async def test_what_x_says_it_did_not_do_is_not_done(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 답글", answers=fake.notice.id)
    fake.answers[f"/2/tweets/{number}/hidden"] = Reply(200, {"data": {"hidden": False}})
    with pytest.raises(Refused):
        await X(config(fake), http).send(out(Action.HIDE, number))


async def test_only_replies_below_our_own_posts_can_be_hidden(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 제 글입니다")
    with pytest.raises(Refused) as refused:
        await X(config(fake), http).send(out(Action.HIDE, number))
    assert "started" in refused.value.reason


async def test_likes_are_for_enterprise_and_for_those_who_granted_them(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 고맙습니다")
    with pytest.raises(Refused):
        await X(config(fake), http).send(out(Action.LIKE, number))
    assert fake.requests == []
    fake.plan = "enterprise"
    narrow = X(config(fake, scope="tweet.read tweet.write users.read"), http)
    can = await narrow.capabilities()
    assert can.reply and not (can.like or can.hide or can.private_reply)
    assert {"like", "hide", "unhide", "private_reply", "stream"} <= can.why_not.keys()
    await X(config(fake), http).send(out(Action.LIKE, number))
    assert fake.find(number).liked_by == {fake.city.id}  # type: ignore[union-attr]


# --- sign-in ----------------------------------------------------------------------------------------------


async def browser(address: str) -> None:
    """Somebody who is signed in and says yes at once."""
    async with httpx.AsyncClient(follow_redirects=True, trust_env=False) as client:
        assert (await client.get(address)).status_code == 200


async def test_sign_in_with_a_registered_port(
    fake: FakeX, http: Http, unused_tcp_port_factory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, free = unused_tcp_port_factory(), unused_tcp_port_factory()
    monkeypatch.setattr(signin, "PORTS", (taken, free))
    fake.tokens.callbacks = [f"http://127.0.0.1:{free}/callback"]
    busy = await asyncio.start_server(lambda r, w: None, "127.0.0.1", taken)
    asking = ChannelConfig(
        url=fake.url, secret={"client_id": fake.tokens.client_id, "app_bearer": fake.tokens.app}
    )
    try:
        assert NETWORK.sign_in is not None
        secret, identity = await NETWORK.sign_in(http, asking, browser)
    finally:
        busy.close()
        await busy.wait_closed()
    assert (identity.handle, identity.name, identity.url) == ("@hanbit", "한빛시", "https://x.com/hanbit")
    assert secret["access_token"] == fake.tokens.access and secret["refresh_token"] == fake.tokens.refresh
    assert secret["server"] == fake.url and secret["account_id"] == fake.city.id
    assert "like.write" not in secret["scope"] and float(secret["expires_at"]) > time.time() + 7000
    can = await X(ChannelConfig(url=fake.url, secret=secret), http).capabilities()
    assert can.stream and can.reply and can.hide and can.private_reply and not can.like


async def test_no_sign_in_without_an_app(fake: FakeX, http: Http) -> None:
    with pytest.raises(Refused):
        await signin.sign_in(http, ChannelConfig(url=fake.url, secret={}), browser)
    with pytest.raises(Refused) as insecure:
        asking = ChannelConfig(url="http://relay.example", secret={"client_id": "a"})
        await signin.sign_in(http, asking, browser)
    assert insecure.value.code == "insecure"


async def test_ten_calls_with_an_ended_token_renew_it_once(fake: FakeX, http: Http) -> None:
    secret = {
        "server": fake.url,
        "access_token": fake.tokens.access,
        "refresh_token": fake.tokens.refresh,
        "client_id": fake.tokens.client_id,
    }
    kept: list[dict[str, str]] = []

    async def save(renewed: Any) -> None:
        kept.append(dict(renewed))

    assert NETWORK.renew is not None
    keeper = TokenKeeper(secret, partial(NETWORK.renew, http), save)
    connector = X(ChannelConfig(url=fake.url, secret=secret, tokens=keeper), http)
    fake.tokens.ended.add(fake.tokens.access)
    names = await asyncio.gather(*(connector.check() for _ in range(10)))
    assert {one.handle for one in names} == {"@hanbit"}
    assert fake.tokens.renewals == 1 and len(kept) == 1
    assert kept[0]["refresh_token"] == fake.tokens.refresh != secret["refresh_token"]
    fake.tokens.revoked = True
    with pytest.raises(AuthExpired):
        await connector.check()


async def test_a_renewal_whose_answer_is_lost_is_no_unknown_outcome_of_a_reply(
    fake: FakeX, http: Http
) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 질문")
    secret = {
        "server": fake.url,
        "access_token": "ended",
        "refresh_token": fake.tokens.refresh,
        "client_id": fake.tokens.client_id,
    }
    fake.answers["/2/oauth2/token"] = Reply(500, {})

    async def save(_: Any) -> None: ...

    keeper = TokenKeeper(secret, partial(signin.renew, http), save)
    connector = X(ChannelConfig(url=fake.url, secret=secret, tokens=keeper), http)
    with pytest.raises(Unreachable):
        await connector.send(out(Action.REPLY, number, "답"))


async def test_a_pasted_token_works_until_it_ends(fake: FakeX, http: Http) -> None:
    fields = {field.name: field for field in NETWORK.sign_in_fields}
    assert fields["access_token"].required and not fields["refresh_token"].required
    secret = {"access_token": fake.tokens.access}
    connector = X(ChannelConfig(url=fake.url, secret=secret), http)
    assert (await connector.check()).handle == "@hanbit"
    fake.tokens.ended.add(fake.tokens.access)
    with pytest.raises(AuthExpired):
        await connector.fetch({})


# --- live -------------------------------------------------------------------------------------------------


async def next_of(lines: Any) -> Batch:
    return cast(Batch, await asyncio.wait_for(anext(lines), 10))


async def test_events_are_subscribed_to_once_and_what_cannot_be_read_is_left_out(
    fake: FakeX, http: Http
) -> None:
    connector = X(config(fake, app_bearer=fake.tokens.app), http)
    citizen = fake.citizen("시민")
    async with aclosing(cast(Any, connector.stream())) as lines:
        assert await next_of(lines) == Batch()
        for line in ("", "not json", "[]", '{"data": {"event_type": "like.create"}}', '{"data": 5}'):
            fake.say(line)
        number = fake.post(citizen, "@hanbit 지금 막")
        (post,) = (await next_of(lines)).posts
        assert (post.remote_id, post.author.name, post.author.handle) == (number, "시민", "@citizen1")
        secret = fake.message(citizen, "쪽지 &amp; 비밀")
        (post,) = (await next_of(lines)).posts
        assert post.remote_id == secret and post.private and post.text == "쪽지 & 비밀"
        assert post.url.endswith(f"/{fake.city.id}-{citizen.id}") and post.author.name == "시민"
        fake.say(json.dumps({"data": {"event_type": "post.delete", "payload": {"id": number}}}))
        assert (await next_of(lines)).gone == (number,)
        fake.say(json.dumps({"errors": [{"title": "operational-disconnect", "type": "about:blank"}]}))
        with pytest.raises(Unreachable):
            await next_of(lines)
    count = len(fake.subscriptions)
    assert {one["event_type"] for one in fake.subscriptions} >= {"post.mention.create", "dm.received"}
    async with aclosing(cast(Any, connector.stream())) as lines:
        await next_of(lines)
    assert len(fake.subscriptions) == count


async def test_no_live_line_without_the_apps_token(fake: FakeX, http: Http) -> None:
    with pytest.raises(Refused):
        await anext(X(config(fake), http).stream().__aiter__())
    with pytest.raises(AuthExpired):
        await anext(X(config(fake, app_bearer="wrong"), http).stream().__aiter__())
    fake.answers["/2/activity/subscriptions"] = Reply(
        403, {"title": "Forbidden", "detail": "Not in your plan."}
    )
    with pytest.raises(Refused) as refused:
        await anext(X(config(fake, app_bearer=fake.tokens.app), http).stream().__aiter__())
    assert refused.value.reason == "Not in your plan."


# --- survey and advice ------------------------------------------------------------------------------------


async def test_accounts_are_counted_in_one_question(fake: FakeX, http: Http) -> None:
    fake.citizen("잠긴 집", protected=True)
    fake.citizen("쫓겨난 집", suspended=True)
    last = fake.post(fake.city, "마지막 글")
    asked = ["https://x.com/Hanbit?lang=ko", "@citizen1", "citizen2", "nobody", "이름이 아님", "@citizen1"]
    found = await X(config(fake), http).activity(asked)
    assert [one.handle for one in found] == asked
    assert [one.state for one in found] == ["ok", "private", "suspended", "missing", "missing", "private"]
    assert found[0].posts == 2 and found[0].followers == 4321
    assert found[0].last_post_ms == (int(last) >> 22) + 1288834974657
    assert len(fake.requests) == 1
    (own,) = await X(config(fake), http).activity([])
    assert own.handle == "@hanbit" and own.name == "한빛시"


def test_advice_says_what_a_reply_costs_and_whom_x_lets_us_answer() -> None:
    called = {"own_handle": "@hanbit", "text": "@Hanbit 가로등이 꺼졌어요"}
    stranger = {"own_handle": "@hanbit", "text": "@hanbitter 가로등이 꺼졌어요"}
    assert advise("고치겠습니다.", called, {}) == ()
    assert advise("example.go.kr 을 보세요", called, {"plan": "ppu"}) == (ADDRESS_COSTS,)
    assert advise("https://example.go.kr", stranger, {}) == (ADDRESS_COSTS, NOT_SUMMONED)
    assert advise("https://example.go.kr", stranger, {"plan": "enterprise"}) == ()
    assert advise("https://example.go.kr", {"private": True}, {}) == (PRIVATE,)
    assert advise("네", {}, {}) == ()
    assert "0.200" in ADDRESS_COSTS and "0.015" in ADDRESS_COSTS and "0.010" in ADDRESS_COSTS


def test_the_steps_name_every_port_that_is_used() -> None:
    for steps in (NETWORK.steps_ko, NETWORK.steps_en):
        text = " ".join(steps)
        assert all(f"http://127.0.0.1:{port}/callback" in text for port in x.PORTS)
        assert "government-end-user" in text and "localhost" not in text


async def test_a_citizens_post_is_never_deleted(fake: FakeX, http: Http) -> None:
    number = fake.post(fake.citizen("시민"), "@hanbit 질문")
    with pytest.raises(Refused) as refused:
        await X(config(fake), http).send(out(Action.DELETE, number))
    assert refused.value.code == "not-ours" and written(fake) == []
