"""The BAND connector against a fake that is as strict as the official description."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from connectors import naver_band
from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    ConnectorError,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, MemoryLimits
from connectors.naver_band import NETWORK, api, client, signin
from connectors.naver_band.client import NaverBand
from connectors.naver_band.parse import remote_id
from tests.servers.fake_naver_band import FakeNaverBand, FakePost
from tests.servers.tiny_http import Reply

HOUR_S = 3600.0


class Clock:
    def __init__(self, now: float | None = None) -> None:
        self.now = time.time() if now is None else now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
def server() -> Iterator[FakeNaverBand]:
    server = FakeNaverBand().start()
    yield server
    server.stop()


def channel(server: FakeNaverBand, http: Http, **options: str) -> NaverBand:
    return NaverBand(ChannelConfig(server.url, options=options, secret={"access_token": server.token}), http)


async def everything(
    connector: NaverBand, cursor: dict[str, Any] | None = None
) -> tuple[list[Batch], dict[str, Any]]:
    state: dict[str, Any] = dict(cursor or {})
    batches = []
    while True:
        batch = await connector.fetch(state)
        batches.append(batch)
        state = json.loads(json.dumps(dict(batch.cursor)))
        if not batch.more:
            return batches, state


def posts(batches: list[Batch]) -> dict[str, Post]:
    return {post.remote_id: post for batch in batches for post in batch.posts}


def gone(batches: list[Batch]) -> set[str]:
    return {number for batch in batches for number in batch.gone}


def of(server: FakeNaverBand, post: FakePost, comment: Any = None) -> str:
    return remote_id(server.band.key, post.key, *([comment.key] if comment else []))


def reply(target: str, text: str, action: Action = Action.REPLY) -> Outgoing:
    return Outgoing(str(uuid.uuid4()), action, target, text, {}, int(time.time() * 1000))


def asked(server: FakeNaverBand, path: str) -> int:
    return sum(path == one for _, one in server.requests)


# --- result codes -----------------------------------------------------------------------------------------


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
    _, cursor = await everything(connector)
    server.delete_post(lost)
    server.not_found = code
    batches, _ = await everything(connector, cursor)
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
    _, cursor = await everything(connector)
    clock.now += 2 * HOUR_S
    later = server.post("나중 글")
    batches, _ = await everything(connector, cursor)
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


# --- bands ------------------------------------------------------------------------------------------------


async def test_all_joined_bands_are_read_or_the_one_that_is_named(server: FakeNaverBand, http: Http) -> None:
    other = server.add_band("청년 밴드")
    server.add_band("남의 밴드").joined = False
    one, two = server.post("하나"), server.post("둘", band=other)
    both = {of(server, one), remote_id(other.key, two.key)}
    assert set(posts((await everything(channel(server, http)))[0])) == both
    for name in ("청년 밴드", other.key):
        found = posts((await everything(channel(server, http, band=name)))[0])
        assert set(found) == {remote_id(other.key, two.key)}
        assert next(iter(found.values())).context == "청년 밴드"
    with pytest.raises(Refused) as refused:
        await channel(server, http, band="남의 밴드").fetch({})
    assert refused.value.reason == client.NO_SUCH_BAND


async def test_a_band_that_shuts_us_out_does_not_keep_the_others_away(
    server: FakeNaverBand, http: Http
) -> None:
    other = server.add_band("청년 밴드")
    connector = channel(server, http)
    _, cursor = await everything(connector)
    server.band.joined = False
    number = server.post("그래도 옵니다", band=other)
    batches, _ = await everything(connector, cursor)
    assert remote_id(other.key, number.key) in posts(batches) and any(b.damaged for b in batches)
    assert gone(batches) == set()


async def test_an_older_path_for_the_bands_works_too(
    server: FakeNaverBand, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.servers import fake_naver_band

    paths = dict(fake_naver_band.PATHS)
    paths["/v2/bands"] = paths.pop("/v2.1/bands")
    monkeypatch.setattr(fake_naver_band, "PATHS", paths)
    assert "한빛시 주민 밴드" in (await channel(server, http).check()).note


# --- reading ----------------------------------------------------------------------------------------------


async def test_the_token_of_a_pages_place_is_not_kept(server: FakeNaverBand, http: Http) -> None:
    for number in range(45):
        server.post(f"글 {number}")
    batch = await channel(server, http).fetch({})
    assert batch.more and "after" in json.dumps(dict(batch.cursor))
    assert server.token not in json.dumps(dict(batch.cursor)) and "access_token" not in json.dumps(
        batch.cursor
    )


async def test_a_quiet_round_asks_once(server: FakeNaverBand, http: Http) -> None:
    for number in range(45):
        server.post(f"글 {number}")
    connector = channel(server, http)
    _, cursor = await everything(connector)
    before = len(server.requests)
    batches, _ = await everything(connector, cursor)
    assert posts(batches) == {} and server.requests[before:] == [("GET", "/v2/band/posts")]


async def test_an_old_post_that_is_edited_rises_and_is_read_again(
    server: FakeNaverBand, http: Http, clock: Clock
) -> None:
    old = [server.post(f"글 {number}", at=clock.now - 30 * 86_400 + number) for number in range(60)]
    connector = channel(server, http)
    _, cursor = await everything(connector)
    clock.now += 60
    server.edit(old[0], "고친 글")
    batches, _ = await everything(connector, cursor)
    assert {p.text for p in posts(batches).values()} == {"고친 글"}


@pytest.mark.parametrize("raises", [True, False])
async def test_comments_are_found_whether_or_not_they_move_a_post_up(
    server: FakeNaverBand, clock: Clock, raises: bool
) -> None:
    """Whether a comment is a change is not described: young posts are asked for one by one (section 4)."""
    server.comments_raise = raises
    young = [server.post(f"글 {number}", at=clock.now - 86_400 + number) for number in range(30)]
    http = Http(clock=clock)
    connector = channel(server, http)
    _, cursor = await everything(connector)
    comment = server.comment(young[0], "맨 아래 글의 댓글")
    found: dict[str, Post] = {}
    for _ in range(1 if raises else 10):
        clock.now += 60 if raises else HOUR_S
        batches, cursor = await everything(connector, cursor)
        found |= posts(batches)
    assert of(server, young[0], comment) in found
    await http.aclose()


async def test_more_than_a_round_may_read_is_read_by_the_next_ones(server: FakeNaverBand, http: Http) -> None:
    server.post("처음")
    connector = channel(server, http)
    _, cursor = await everything(connector)
    written = {of(server, server.post(f"글 {number}")) for number in range(170)}
    found: set[str] = set()
    before = asked(server, "/v2/band/posts")
    batches, cursor = await everything(connector, cursor)
    found |= set(posts(batches))
    assert asked(server, "/v2/band/posts") - before == 5, "five pages a round"
    assert len(found) == 100
    for _ in range(3):
        batches, cursor = await everything(connector, cursor)
        found |= set(posts(batches))
    assert found == written


async def test_a_place_that_no_longer_counts_begins_the_walk_anew(server: FakeNaverBand, http: Http) -> None:
    written = {of(server, server.post(f"글 {number}")) for number in range(65)}
    connector = channel(server, http)
    batch = await connector.fetch({})
    cursor = json.loads(json.dumps(dict(batch.cursor)))
    cursor["bands"][server.band.key]["walk"]["params"]["after"] = "ended"
    batches, cursor = await everything(connector, cursor)
    again, _ = await everything(connector, cursor)
    assert set(posts([batch, *batches, *again])) == written


async def test_a_post_that_is_deleted_takes_its_comments_along(server: FakeNaverBand, http: Http) -> None:
    kept, lost = server.post("남을 글"), server.post("지울 글")
    below = server.comment(lost, "댓글")
    connector = channel(server, http)
    _, cursor = await everything(connector)
    server.delete_post(lost)
    batches, cursor = await everything(connector, cursor)
    assert gone(batches) == {of(server, lost), of(server, lost, below)}
    assert gone((await everything(connector, cursor))[0]) == set()
    assert kept.key in json.dumps(cursor)


async def test_of_a_long_thread_only_the_newest_comments_are_read(server: FakeNaverBand, http: Http) -> None:
    post = server.post("긴 글")
    old = [server.comment(post, f"댓글 {number}") for number in range(95)]
    connector = channel(server, http)
    batches, cursor = await everything(connector)
    assert len(posts(batches)) == 96
    new = server.comment(post, "새 댓글")
    before = asked(server, "/v2/band/post/comments")
    batches, cursor = await everything(connector, cursor)
    assert set(posts(batches)) == {of(server, post, new)}
    assert asked(server, "/v2/band/post/comments") - before <= 2, "not all five pages"
    server.delete_comment(post, old[3])
    server.comment(post, "그리고 하나 더")
    server.comment(post, "둘 더")
    batches, cursor = await everything(connector, cursor)
    assert len(posts(batches)) == 2 and gone(batches) == {of(server, post, old[3])}


async def test_own_posts_and_answers_are_ours_even_without_user_keys(
    server: FakeNaverBand, http: Http
) -> None:
    server.user_keys = False
    post = server.post("질문", author="김한빛")
    own = server.comment(post, "답", own=True)
    found = posts((await everything(channel(server, http)))[0])
    assert found[of(server, post, own)].own and not found[of(server, post)].own
    assert found[of(server, post)].author.name == "김한빛"


async def test_pictures_come_with_their_addresses(server: FakeNaverBand, http: Http) -> None:
    post = server.post("사진", photos=("https://phinf.example/a.jpg",))
    comment = server.comment(post, "저도", photo="https://phinf.example/b.jpg")
    found = posts((await everything(channel(server, http)))[0])
    assert [m.url for m in found[of(server, post)].media] == ["https://phinf.example/a.jpg"]
    assert [m.url for m in found[of(server, post, comment)].media] == ["https://phinf.example/b.jpg"]


# --- writing ----------------------------------------------------------------------------------------------


async def test_an_answer_to_a_comment_names_the_citizen(server: FakeNaverBand, http: Http) -> None:
    post = server.post("글", author="이도래")
    comment = server.comment(post, "언제요?", author="김한빛")
    connector = channel(server, http)
    sent = await connector.send(reply(of(server, post, comment), "내일입니다"))
    assert post.comments[-1].content == "@김한빛 내일입니다"
    assert sent.post is not None and sent.post.parent_id == of(server, post, comment)
    found = posts((await everything(connector))[0])
    assert found[sent.remote_id].parent_id == of(server, post, comment)
    await connector.send(reply(of(server, post, comment), "김한빛 님, 모레입니다"))
    assert post.comments[-1].content == "김한빛 님, 모레입니다"
    server.delete_comment(post, comment)
    with pytest.raises(Refused):
        await connector.send(reply(of(server, post, comment), "없는 댓글에"))


@pytest.mark.parametrize("names_comment", [True, False])
async def test_an_answer_is_found_whether_or_not_its_key_is_given(
    server: FakeNaverBand, http: Http, names_comment: bool
) -> None:
    server.names_comment = names_comment
    post = server.post("글")
    sent = await channel(server, http).send(reply(of(server, post), "답입니다"))
    assert sent.remote_id == of(server, post, post.comments[0])
    assert sent.post is not None and sent.post.own


async def test_rights_that_are_missing_are_said_before_anything_is_sent(
    server: FakeNaverBand, http: Http
) -> None:
    server.band.rights = ["posting"]
    post = server.post("글")
    connector = channel(server, http)
    granted = await connector.capabilities()
    assert not granted.reply and not granted.trash and granted.delete
    assert granted.why_not["reply"] == naver_band.NO_COMMENTING
    for action in (Action.REPLY, Action.TRASH):
        with pytest.raises(Refused) as refused:
            await connector.send(reply(of(server, post), "답", action))
        assert refused.value.reason in (naver_band.NO_COMMENTING, naver_band.NO_DELETING)
    assert not any(method == "POST" for method, _ in server.requests)
    server.band.rights = ["commenting"]
    await connector.send(reply(of(server, post), "이제 됩니다"))
    assert len(post.comments) == 1


async def test_posts_and_comments_are_deleted(server: FakeNaverBand, http: Http) -> None:
    post = server.post("광고")
    comment = server.comment(post, "광고 댓글")
    connector = channel(server, http)
    for thing in (of(server, post, comment), of(server, post)):
        outgoing = reply(thing, "", Action.TRASH)
        assert await connector.look_up(outgoing) is None
        await connector.send(outgoing)
        assert await connector.look_up(outgoing) is not None
        await connector.send(outgoing)  # once more does no harm
    assert server.band.posts == {}


async def test_activity_of_joined_bands_only(server: FakeNaverBand, http: Http) -> None:
    server.post("글")
    connector = channel(server, http)
    (own,) = await connector.activity([])
    assert (own.handle, own.followers) == ("한빛시 주민 밴드", 120) and own.last_post_ms is not None
    known, other = await connector.activity([server.band.key, "모르는 밴드"])
    assert (known.state, other.state) == ("ok", "missing")


# --- signing in -------------------------------------------------------------------------------------------


@pytest.fixture
def any_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signin, "CALLBACK_PORTS", (0,))


def browser(opened: list[str]) -> Any:
    """Follows the redirect back, as a browser does."""

    async def follow(url: str) -> None:
        opened.append(url)

        def walk() -> None:
            from urllib.request import urlopen

            with urlopen(url, timeout=10) as page:
                page.read()

        task = asyncio.get_running_loop().run_in_executor(None, walk)
        await asyncio.sleep(0)
        task.add_done_callback(lambda done: done.exception())

    return follow


async def test_a_whole_sign_in(server: FakeNaverBand, http: Http, any_port: None) -> None:
    opened: list[str] = []
    given = {"client_id": server.client[0], "client_secret": server.client[1]}
    secret, identity = await signin.sign_in(http, ChannelConfig(server.url, secret=given), browser(opened))
    assert dict(secret) == {"server": server.url, "access_token": server.token, "user_key": "Ucity"}
    assert (identity.remote_id, identity.name) == ("Ucity", "한빛시")
    assert "state=" not in urlsplit(opened[0]).query and server.client[1] not in opened[0]
    connector = NaverBand(ChannelConfig(server.url, secret=secret), http)
    assert (await connector.check()).remote_id == "Ucity"


async def test_a_sign_in_that_cannot_succeed(server: FakeNaverBand, http: Http, any_port: None) -> None:
    wrong = {"client_id": server.client[0], "client_secret": "wrong"}
    with pytest.raises(AuthExpired):
        await signin.sign_in(http, ChannelConfig(server.url, secret=wrong), browser([]))
    server.gateway = Reply(200, {"result_code": 10401, "result_data": {"message": "Unauthorized"}})
    with pytest.raises(AuthExpired):
        await signin.sign_in(http, ChannelConfig(server.url, secret=wrong), browser([]))
    for config in (ChannelConfig(server.url), ChannelConfig("http://relay.city.example", secret=wrong)):
        with pytest.raises(Refused):
            await signin.sign_in(http, config, browser([]))


def test_the_network_says_all_that_a_person_needs() -> None:
    assert not NETWORK.needs_url and NETWORK.sign_in is not None and NETWORK.min_interval_s >= 180
    assert len(NETWORK.steps_ko) == len(NETWORK.steps_en) and NETWORK.advise is not None
    assert NETWORK.advise("", {}, {}) == () and all(" / " in one for one in NETWORK.advise("답", {}, {}))
