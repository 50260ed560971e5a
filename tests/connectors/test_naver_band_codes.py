"""What BAND's result codes, quotas and addresses mean."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, MemoryLimits
from connectors.naver_band import api, client
from connectors.naver_band.client import NaverBand
from tests.connectors.naver_band_desk import HOUR_S, Clock, channel, clock, gone, of, posts, reply, server
from tests.connectors.rounds import all_batches
from tests.servers.fake_naver_band import FakeNaverBand
from tests.servers.tiny_http import Reply

__all__ = ["clock", "server"]


@pytest.mark.parametrize(
    ("code", "error", "name"),
    [
        (211, Refused, "band-211"),
        (212, Refused, "band-212"),
        (60000, Refused, "band-60000"),
        (3000, Refused, "band-3000"),
        (2142, Refused, "band-2142"),
        (2300, Unreachable, "band-2300"),
        (10401, AuthExpired, "band-10401"),
        (10403, Refused, "band-10403"),
        (60102, Refused, "band-60102"),
        (60103, AuthExpired, "band-60103"),
        (99, Refused, "band-99"),
        (1001, RateLimited, "band-1001"),
        (1002, RateLimited, "band-1002"),
        (1003, RateLimited, "band-1003"),
    ],
)
async def test_the_result_code_decides_whatever_http_says(
    server: FakeNaverBand,
    http: Http,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    error: type[ConnectorError],
    name: str,
) -> None:
    monkeypatch.setattr(api, "RETRY_PAUSE_S", 0.001)
    server.code = code
    with pytest.raises(error) as raised:
        await channel(server, http).fetch({})
    assert type(raised.value) is error or isinstance(raised.value, api.WrongCall)
    assert raised.value.code == name and server.token not in str(raised.value)
    if code == 2300:
        assert len(server.requests) == 4, "asked again three times"


async def test_a_quota_is_waited_for_until_the_next_day_in_korea(server: FakeNaverBand, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 1, 14, 59, 0, tzinfo=UTC).timestamp()  # 23:59 in Korea
    limits = MemoryLimits()
    http = Http(limits=limits, clock=clock)
    server.code = 1002
    with pytest.raises(RateLimited) as limited:
        await channel(server, http).fetch({})
    assert limited.value.until_ms == int(datetime(2026, 3, 1, 15, 5, tzinfo=UTC).timestamp() * 1000)
    await http.aclose()
    server.code, before = 0, len(server.requests)
    http = Http(limits=limits, clock=clock)
    with pytest.raises(RateLimited):
        await channel(server, http).check()
    assert len(server.requests) == before and server.token not in str(vars(limits))
    clock.now += 400
    await channel(server, http).check()
    await http.aclose()


@pytest.mark.parametrize("reading", [True, False])
async def test_a_gateway_that_says_429_is_obeyed(server: FakeNaverBand, http: Http, reading: bool) -> None:
    connector = channel(server, http)
    post = of(server, server.post("글"))
    await connector.check()
    server.gateway = Reply(429, b"<html>slow down</html>", {"Content-Type": "text/html", "Retry-After": "90"})
    with pytest.raises(RateLimited) as limited:
        await (connector.fetch({}) if reading else connector.send(reply(post, "네")))
    assert 80_000 < limited.value.until_ms - time.time() * 1000 <= 90_000
    asked = len(server.requests)
    with pytest.raises(RateLimited):
        await connector.fetch({})
    assert len(server.requests) == asked


@pytest.mark.parametrize("code", [60104, 60200, 60201, 60300])
async def test_a_deleted_post_is_gone_by_any_code_of_its_range(
    server: FakeNaverBand, http: Http, code: int
) -> None:
    connector = channel(server, http)
    kept, lost = server.post("남는 글"), server.post("지울 글")
    _, cursor = await all_batches(connector)
    server.delete_post(lost)
    server.not_found = code
    batches, _ = await all_batches(connector, cursor)
    assert gone(batches) == {of(server, lost)}
    assert await connector.look_up(reply(of(server, lost), "", Action.DELETE)) is not None
    assert await connector.look_up(reply(of(server, kept), "", Action.DELETE)) is None


async def test_a_cool_down_doubles(server: FakeNaverBand, clock: Clock) -> None:
    http = Http(clock=clock)
    connector = channel(server, http)
    server.code = 1003
    waits = []
    for _ in range(4):
        with pytest.raises(RateLimited) as limited:
            await connector.fetch({})
        waits.append(round(limited.value.until_ms / 1000 - clock.now))
        clock.now += waits[-1] + 1
    assert waits == [10, 20, 40, 80]
    server.code = 0
    await connector.fetch({})
    server.code = 1003
    with pytest.raises(RateLimited) as limited:
        await connector.fetch({})
    assert round(limited.value.until_ms / 1000 - clock.now) == 10
    await http.aclose()


async def test_a_failure_of_a_write_is_an_unknown_outcome_and_too_long_is_said(
    server: FakeNaverBand, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = of(server, server.post("질문"))
    connector = channel(server, http)
    with pytest.raises(Refused) as refused:
        await connector.send(reply(target, "가" * 2001))
    assert refused.value.code == "band-3001" and " / " in refused.value.reason
    whole = server._answer

    def fail(request: Any) -> Any:
        from tests.servers.fake_naver_band import Problem

        if request.path.endswith("/create"):
            raise Problem(2300, "Invalid response")
        return whole(request)

    monkeypatch.setattr(server, "_answer", fail)
    with pytest.raises(OutcomeUnknown):
        await connector.send(reply(target, "답"))


async def test_a_redirect_does_not_carry_the_token_away(server: FakeNaverBand, http: Http) -> None:
    from tests.servers.tiny_http import Reply, Request, TinyServer

    async def away(request: Request) -> Reply:
        return Reply(302, b"", {"Location": server.url + "/v2/profile"})

    other = TinyServer(away)
    other.start()
    try:
        config = ChannelConfig(f"http://127.0.0.1:{other.port}", secret={"access_token": server.token})
        with pytest.raises(Unreachable):
            await NaverBand(config, http).check()
        assert server.requests == []
    finally:
        other.stop()


@pytest.mark.parametrize("url", ["", "https://www.band.us/band/12345", "https://openapi.band.us"])
def test_addresses_at_bands_own_site_mean_its_api(url: str) -> None:
    assert api.servers_of(url) == ("https://openapi.band.us", "https://auth.band.us")


@pytest.mark.parametrize(
    ("url", "band"),
    [
        ("https://www.band.us/band/12345/post/6", "https://band.us/band/12345"),
        ("band.us/band/AAA-key", "AAA-key"),
        ("https://band.us/home", ""),
        ("https://relay.city.example/band/AAA", ""),
        ("", ""),
    ],
)
def test_an_address_of_a_band_names_it(url: str, band: str) -> None:
    assert client._band_in(url) == band


async def test_calls_that_a_relay_does_not_have_are_done_without(
    server: FakeNaverBand, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.servers import fake_naver_band

    paths = dict(fake_naver_band.PATHS)
    del paths["/v2/band/permissions"], paths["/v2.1/band/post"]
    monkeypatch.setattr(fake_naver_band, "PATHS", paths)
    http = Http(clock=clock)
    connector = channel(server, http)
    post = server.post("글")
    _, cursor = await all_batches(connector)
    clock.now += 2 * HOUR_S
    later = server.post("나중 글")
    batches, _ = await all_batches(connector, cursor)
    assert of(server, later) in posts(batches) and gone(batches) == set()
    assert (await connector.send(reply(of(server, post), "답"))).remote_id
    await http.aclose()


async def test_a_token_goes_over_https_and_to_its_own_server_only(server: FakeNaverBand, http: Http) -> None:
    for url, secret, reason in (
        ("http://relay.city.example", {"access_token": "t-1"}, api.INSECURE),
        (server.url, {"access_token": server.token, "server": "https://openapi.band.us"}, api.OTHER_SERVER),
    ):
        with pytest.raises(Refused) as refused:
            await NaverBand(ChannelConfig(url, secret=secret), http).check()
        assert refused.value.reason == reason
    with pytest.raises(AuthExpired):
        await NaverBand(ChannelConfig(server.url), http).fetch({})
    assert server.requests == []
