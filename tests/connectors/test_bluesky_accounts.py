"""Bluesky's sessions, sign-ins and the survey of accounts, against a real PDS and AppView."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.base import AuthExpired, ChannelConfig, RateLimited, Refused
from connectors.bluesky import NETWORK
from connectors.bluesky.client import Bluesky
from connectors.http import Http
from connectors.oauth import TokenKeeper
from tests.connectors.bluesky_desk import channel, city, gildong, notice, proxy, reply
from tests.servers.atproto import PASSWORD, Browser, Person
from tests.servers.atproto import Bluesky as Server
from tests.servers.atproto_proxy import BlueskyProxy
from tests.servers.tiny_http import Reply

__all__ = ["channel", "city", "gildong", "notice", "proxy"]


# --- accounts ---------------------------------------------------------------------------------------------


async def test_how_much_others_write_is_told_without_a_sign_in(
    bluesky: Server, gildong: Person, http: Http
) -> None:
    bluesky.post(gildong, "오늘도 씁니다")
    bluesky.settle()
    public = NETWORK.open(ChannelConfig(bluesky.appview, gildong.handle), http)
    own, missing, odd = await public.activity([f"@{gildong.handle}", "nobody.test", "한빛시"])
    assert own.state == "ok" and own.name == "길동" and own.posts and own.last_post_ms
    assert (missing.state, odd.state) == ("missing", "missing")
    assert (await public.activity([]))[0].handle == gildong.handle
    granted = await public.capabilities()
    assert granted.activity and not granted.reply and granted.why_not["reply"]
    with pytest.raises(AuthExpired):
        await public.fetch({})


async def test_an_app_password_makes_one_session_that_is_kept(
    bluesky: Server, city: Person, proxy: BlueskyProxy, http: Http
) -> None:
    saved: list[dict[str, str]] = []

    async def save(secret: Mapping[str, str]) -> None:
        saved.append(dict(secret))

    assert NETWORK.renew is not None
    renew = NETWORK.renew
    typed = {"login": f"@{city.handle}", "app_password": bluesky.app_password(city, "a"), "server": proxy.url}
    keeper = TokenKeeper(typed, lambda secret: renew(http, secret), save)
    for _ in range(2):
        channel = NETWORK.open(ChannelConfig(proxy.url, city.handle, secret=typed, tokens=keeper), http)
        assert (await channel.check()).note == ""
        await channel.fetch({})
    assert [nsid for _, nsid in proxy.requests].count("com.atproto.server.createSession") == 1
    (secret,) = saved
    assert secret["did"] == city.did and secret["server"] == proxy.url and secret["refresh_token"]
    # The refresh token has ended: the password still opens the door.
    renewed = await renew(http, {**secret, "refresh_token": secret["access_token"]})
    assert renewed["did"] == city.did and renewed["refresh_token"] != secret["refresh_token"]


async def test_a_form_is_checked_and_a_wrong_password_refused(
    city: Person, proxy: BlueskyProxy, http: Http
) -> None:
    async def check(password: str) -> str:
        secret = {"login": city.handle, "app_password": password}
        return (await NETWORK.open(ChannelConfig(proxy.url, secret=secret), http).check()).note

    assert "앱 비밀번호" in await check(PASSWORD)  # the account's own password: it works, with a warning
    with pytest.raises(AuthExpired):
        await check("xxxx-xxxx-xxxx-xxxx")
    second = {"error": "AuthFactorTokenRequired", "message": "A sign in code has been sent"}
    proxy.replace["com.atproto.server.createSession"] = [Reply(401, second)]
    with pytest.raises(Refused):
        await check("xxxx")


async def test_a_token_is_shown_to_its_own_server_only(
    proxy: BlueskyProxy, bluesky: Server, city: Person, http: Http
) -> None:
    secret = {"server": bluesky.url, "did": city.did, "access_token": city.token}
    channel = NETWORK.open(ChannelConfig(proxy.url, secret=secret), http)
    assert (await channel.check()).remote_id == city.did
    assert proxy.requests == []


async def test_a_suspended_account_is_said_in_words(proxy: BlueskyProxy, channel: Bluesky) -> None:
    off = Reply(400, {"error": "AccountTakedown", "message": "Account has been taken down"})
    proxy.replace["com.atproto.repo.listRecords"] = [off]
    with pytest.raises(Refused) as refused:
        await channel.fetch({})
    assert "정지했거나" in refused.value.reason


async def test_the_log_in_limit_is_obeyed(city: Person, proxy: BlueskyProxy, http: Http) -> None:
    headers = {"RateLimit-Remaining": "0", "RateLimit-Reset": "2000000000", "RateLimit-Policy": "30;w=300"}
    proxy.replace["com.atproto.server.createSession"] = [
        Reply(429, {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}, headers)
    ]
    channel = NETWORK.open(
        ChannelConfig(proxy.url, secret={"login": city.handle, "app_password": "xxxx-xxxx-xxxx-xxxx"}), http
    )
    for _ in range(2):
        with pytest.raises(RateLimited):
            await channel.check()
    assert len(proxy.requests) == 1


# --- in the browser ---------------------------------------------------------------------------------------


async def sign_in(http: Http, server: Server, city: Person, handle: str, *, allow: bool = True) -> Any:
    browser = Browser(server, city)
    pages: list[asyncio.Task[None]] = []

    def open_browser(url: str) -> None:
        assert "code_challenge" not in url  # everything was handed over behind the browser's back
        pages.append(asyncio.create_task(asyncio.to_thread(browser.allow if allow else browser.refuse, url)))

    assert NETWORK.sign_in is not None
    waiting = asyncio.ensure_future(NETWORK.sign_in(http, ChannelConfig(server.url, handle), open_browser))
    await asyncio.wait([waiting], timeout=60)
    for page in pages:
        await page
    return await waiting


async def test_signing_in_in_the_browser(bluesky: Server, city: Person, notice: str, http: Http) -> None:
    secret, who = await sign_in(http, bluesky, city, city.handle)
    assert (who.remote_id, who.handle) == (city.did, f"@{city.handle}")
    assert secret["issuer"] == bluesky.url and secret["refresh_token"] and secret["dpop_key"]
    bluesky.settle()
    channel = NETWORK.open(ChannelConfig(bluesky.url, city.handle, secret=secret), http)
    assert [post.remote_id for post in (await channel.fetch({})).posts] == [notice]
    assert NETWORK.renew is not None
    renewed = await NETWORK.renew(http, secret)
    assert renewed["access_token"] != secret["access_token"]
    assert renewed["refresh_token"] != secret["refresh_token"]
    channel = NETWORK.open(ChannelConfig(bluesky.url, city.handle, secret=renewed), http)
    assert (await channel.send(reply(notice, "브라우저로 로그인했습니다"))).post is not None
    # A refresh token that was used already ends the whole sign-in at the server.
    with pytest.raises(AuthExpired):
        await NETWORK.renew(http, secret)
    # A stolen token is worth nothing without its key.
    stolen = {**renewed, "dpop_key": ""}
    with pytest.raises(AuthExpired):
        await NETWORK.open(ChannelConfig(bluesky.url, city.handle, secret=stolen), http).check()


async def test_another_account_or_no_is_no_sign_in(
    bluesky: Server, city: Person, gildong: Person, http: Http
) -> None:
    with pytest.raises(Refused) as refused:
        await sign_in(http, bluesky, gildong, city.handle)
    assert refused.value.code == "other-account"
    with pytest.raises(Refused) as refused:
        await sign_in(http, bluesky, city, city.handle, allow=False)
    assert refused.value.code == "sign-in-cancelled"
