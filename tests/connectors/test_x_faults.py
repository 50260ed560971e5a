"""What X refuses, forgets and limits, and what the channel makes of it."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    Malformed,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.x import parse
from connectors.x.client import X
from tests.connectors.x_desk import HOUR, Time, asked, channel, clock, everything, fake, http, mention
from tests.servers.fake_x import FakeX
from tests.servers.tiny_http import Reply
from tests.servers.x_rules import problem

__all__ = ["clock", "fake", "http"]


async def test_a_list_that_is_not_open_to_us_keeps_nothing_else_from_being_read(
    fake: FakeX, http: Http, clock: Time
) -> None:
    refused = problem("client-forbidden", "Client Forbidden", "No messages for this app.", 403)
    fake.answers["/2/dm_events"] = Reply(403, refused)
    connector = channel(fake, http)
    _, batches, cursor = await everything(connector)
    assert [batch.damaged for batch in batches if batch.damaged] == ["dms: http-403"]
    number = mention(fake, "그래도 읽힙니다")
    found, batches, cursor = await everything(connector, cursor)
    assert number in found and not any(batch.damaged for batch in batches)
    assert len(asked(fake, "/dm_events")) == 1
    fake.answers.clear()
    secret = fake.message(fake.citizen("시민"), "쪽지")
    clock.ahead_s += 25 * HOUR
    found, _, _ = await everything(connector, cursor)
    assert secret in found


async def test_a_list_that_fails_is_asked_again_after_the_mentions(fake: FakeX, http: Http) -> None:
    fake.answers["/2/dm_events"] = Reply(500, {})
    connector = channel(fake, http)
    cursor: dict[str, Any] = {}
    for n in range(3):
        number = mention(fake, f"멘션 {n}")
        found, batches, cursor = await everything(connector, cursor)
        assert number in found
        assert "dms: http-500" in "".join(batch.damaged for batch in batches)


async def test_a_429_that_names_no_budget_stops_everything(fake: FakeX, http: Http) -> None:
    fake.answers["/2/dm_events"] = Reply(429, problem("rate-limit-exceeded", "Too Many", "Too Many", 429))
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    count = len(fake.requests)
    with pytest.raises(RateLimited):
        await connector.fetch(cursor)
    assert len(fake.requests) == count


async def test_an_endpoint_that_says_when_is_left_alone_and_no_other(fake: FakeX, http: Http) -> None:
    fake.spent = {"/2/dm_events"}
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    del fake.requests[:]
    number = mention(fake, "멘션은 옵니다")
    found, _, _ = await everything(connector, cursor)
    assert number in found and asked(fake, "/dm_events") == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, problem("usage-capped", "UsageCapExceeded", "Usage cap exceeded", 429)),
        (403, problem("usage-capped", "UsageCapExceeded", "Spending limit reached", 403)),
        (402, problem("", "CreditsDepleted", "Your account has no credits.", 402)),
        (429, {"errors": [{"code": 88, "message": "Rate limit exceeded"}]}),
    ],
)
async def test_a_used_up_plan_is_left_alone(
    fake: FakeX, http: Http, status: int, body: Any, clock: Time
) -> None:
    fake.answers[f"/2/users/{fake.city.id}/mentions"] = Reply(status, body)
    connector = channel(fake, http)
    with pytest.raises(RateLimited) as limited:
        await connector.fetch({})
    assert clock() * 1000 < limited.value.until_ms <= clock() * 1000 + 3_600_000
    count = len(fake.requests)
    with pytest.raises(RateLimited):
        await connector.fetch({})
    assert len(fake.requests) == count


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, {"title": "Unauthorized", "type": "about:blank", "status": 401}, AuthExpired),
        (403, {"errors": [{"code": 89, "message": "Invalid or expired token."}]}, AuthExpired),
        (403, problem("client-forbidden", "Client Forbidden", "Not enrolled.", 403), Refused),
        (403, b"<html>blocked</html>", Unreachable),
        (404, {"errors": [{"code": 34, "message": "no such page"}]}, Unreachable),
        (400, problem("invalid-request", "Invalid Request", "Something else", 400), Unreachable),
        (503, {}, Unreachable),
        (200, b"<!doctype html><html></html>", Malformed),
        (200, [], Malformed),
        (200, {"data": {"x": 1}, "meta": {}}, None),
        (200, {"meta": {"result_count": 0}}, None),
        (200, {"errors": [problem("not-authorized-for-resource", "t", "d", 200)]}, None),
    ],
)
async def test_answers_are_told_apart(fake: FakeX, http: Http, status: int, body: Any, expected: Any) -> None:
    fake.answers[f"/2/users/{fake.city.id}/mentions"] = Reply(status, body)
    if expected is None:
        await channel(fake, http).fetch({})
        return
    with pytest.raises(expected) as error:
        await channel(fake, http).fetch({})
    if isinstance(error.value, Refused):
        assert error.value.reason == "Not enrolled."
    assert fake.tokens.access not in repr(error.value)


async def test_a_place_that_x_forgot_is_begun_anew_once(fake: FakeX, http: Http) -> None:
    fake.page = 5
    numbers = [mention(fake, f"글 {n}") for n in range(12)]
    connector = channel(fake, http)
    batch = await connector.fetch({})
    cursor = dict(batch.cursor)
    cursor["mentions"] = {**cursor["mentions"], "token": "forgotten-token-of-x"}
    found, _, _ = await everything(connector, cursor)
    assert {*found, *(post.remote_id for post in batch.posts)} >= set(numbers)
    assert sum("forgotten" in str(query) for query in asked(fake, "/mentions")) == 1


async def test_pages_without_end_end(fake: FakeX, http: Http) -> None:
    mention(fake, "하나")
    _, _, cursor = await everything(channel(fake, http))
    page = {"data": [], "meta": {"result_count": 0, "next_token": "always-the-same-token"}}
    fake.answers[f"/2/users/{fake.city.id}/mentions"] = Reply(200, page)
    del fake.requests[:]
    await everything(channel(fake, http), cursor)
    assert len(asked(fake, "/mentions")) == 2


@pytest.mark.parametrize(
    "cursor", [{"account": "1", "step": "dms"}, {"mentions": 5, "recent": {}, "off": []}]
)
async def test_a_cursor_of_somebody_else_counts_for_nothing(
    fake: FakeX, http: Http, cursor: dict[str, Any]
) -> None:
    number = mention(fake, "처음부터")
    found, _, _ = await everything(channel(fake, http), cursor)
    assert number in found


async def test_a_token_is_shown_to_its_own_server_only(fake: FakeX, http: Http) -> None:
    other = {"server": "https://api.x.com", "access_token": "t"}
    connector = X(ChannelConfig(url=fake.url, secret=other), http)
    with pytest.raises(AuthExpired) as error:
        await connector.check()
    assert error.value.code == "other-server" and fake.requests == []
    insecure = X(ChannelConfig(url="http://relay.example", secret={"access_token": "t"}), http)
    with pytest.raises(Refused) as refused:
        await insecure.check()
    assert refused.value.code == "insecure"
    with pytest.raises(AuthExpired):
        await X(ChannelConfig(url=fake.url), http).fetch({})


async def test_a_renewable_sign_in_that_names_no_server_is_not_renewed_elsewhere(
    fake: FakeX, http: Http
) -> None:
    """Renewing sees the secret only, and would ask X itself with the other server's token."""
    asked_for: list[str] = []

    class Keeper:
        secret: Mapping[str, str] = {"access_token": "of the keeper"}

        async def token(self, refused: str = "") -> str:
            asked_for.append(refused)
            return "of the keeper"

    secret = {"access_token": fake.tokens.access, "refresh_token": "r"}
    connector = X(ChannelConfig(url=fake.url, secret=secret, tokens=Keeper()), http)
    assert (await connector.check()).handle == "@hanbit"
    fake.tokens.ended.add(fake.tokens.access)
    with pytest.raises(AuthExpired):
        await connector.check()
    assert asked_for == []


async def test_a_full_stream_does_not_stop_the_rounds(fake: FakeX, http: Http) -> None:
    body = {"title": "ConnectionException", "detail": "too many", "connection_issue": "TooManyConnections"}
    fake.answers["/2/activity/stream"] = Reply(429, body)
    secret = {"server": fake.url, "access_token": fake.tokens.access, "app_bearer": fake.tokens.app}
    connector = X(ChannelConfig(url=fake.url, secret=secret), http)
    with pytest.raises(RateLimited):
        await anext(connector.stream().__aiter__())
    number = mention(fake, "그래도 읽힙니다")
    found, _, _ = await everything(connector)
    assert number in found


async def test_a_clock_that_is_ahead_keeps_no_reply_from_going_out(fake: FakeX, http: Http) -> None:
    number = mention(fake, "질문")
    ahead_ms = int(time.time() * 1000) + 3 * 3600 * 1000
    outgoing = Outgoing("k", Action.REPLY, number, "답", {}, ahead_ms)
    sent = await channel(fake, http).send(outgoing)
    again = await channel(fake, http).send(outgoing)
    assert sent.remote_id == again.remote_id


async def test_a_clock_that_is_ahead_hides_no_reply_that_went_out(fake: FakeX, http: Http) -> None:
    number = mention(fake, "질문")
    ahead_ms = int(time.time() * 1000) + 3 * 3600 * 1000
    outgoing = Outgoing("k", Action.REPLY, number, "답", {}, int(time.time() * 1000))
    sent = await channel(fake, http).send(outgoing)
    fake.post(fake.city, "알림")
    found = await channel(fake, http).look_up(dataclasses.replace(outgoing, written_ms=ahead_ms))
    assert found is not None and found.remote_id == sent.remote_id


async def test_a_refusal_that_does_not_say_what_is_wrong_begins_the_list_anew(
    fake: FakeX, http: Http, clock: Time
) -> None:
    connector = channel(fake, http)
    _, _, cursor = await everything(connector)
    number = mention(fake, "그래도 읽힙니다")
    tomorrow = parse.id_at(int(time.time() * 1000) + 24 * 3600 * 1000)
    cursor["mentions"] = {"since": tomorrow}
    fake.terse = True
    found, batches, _ = await everything(connector, cursor)
    assert number in found and not any(batch.damaged for batch in batches)


async def test_one_account_that_cannot_be_read_costs_no_other(fake: FakeX, http: Http) -> None:
    there = {"id": "900000009", "username": "gooduser", "name": "시민"}
    fake.answers["/2/users/by"] = Reply(200, {"data": [{"id": None}, "?", there]})
    found = await channel(fake, http).activity(["@gooduser", "@other"])
    assert [one.state for one in found] == ["ok", "missing"]


def test_a_post_without_its_time_has_that_of_its_id() -> None:
    number = "2080765813578191303"
    found = parse.page({"data": [{"id": number, "text": "글"}]}, "1").found[0].post
    assert found.created_ms == 1_784_928_203_373
    assert parse.page({"data": [{"id": number, "text": None}]}, "1", "dm").found[0].post.text == ""
