"""What a project of Google's may still do today, and its sign-in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, RateLimited, Refused
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.youtube import NETWORK
from connectors.youtube.client import YouTube
from connectors.youtube.signin import renew, sign_in
from tests.conformance.stand import Fault
from tests.connectors.rounds import Clock, everything, http, out
from tests.connectors.youtube_desk import DAY, channel, clock, server
from tests.servers.fake_youtube import CITY, FakeYouTube
from tests.servers.fake_youtube_parts import error

__all__ = ["clock", "http", "server"]


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
