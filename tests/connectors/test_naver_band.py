"""Reading BAND and signing in, against a fake that is as strict as the official description."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from connectors.base import AuthExpired, ChannelConfig, Post, Refused
from connectors.http import Http
from connectors.naver_band import NETWORK, client, signin
from connectors.naver_band.client import NaverBand
from connectors.naver_band.parse import remote_id
from tests.connectors.naver_band_desk import HOUR_S, Clock, asked, channel, clock, gone, of, posts, server
from tests.connectors.rounds import all_batches
from tests.servers.fake_naver_band import FakeNaverBand
from tests.servers.tiny_http import Reply

__all__ = ["clock", "server"]


# --- bands ------------------------------------------------------------------------------------------------


async def test_all_joined_bands_are_read_or_the_one_that_is_named(server: FakeNaverBand, http: Http) -> None:
    other = server.add_band("청년 밴드")
    server.add_band("남의 밴드").joined = False
    one, two = server.post("하나"), server.post("둘", band=other)
    both = {of(server, one), remote_id(other.key, two.key)}
    assert set(posts((await all_batches(channel(server, http)))[0])) == both
    for name in ("청년 밴드", other.key):
        found = posts((await all_batches(channel(server, http, band=name)))[0])
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
    _, cursor = await all_batches(connector)
    server.band.joined = False
    number = server.post("그래도 옵니다", band=other)
    batches, _ = await all_batches(connector, cursor)
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
    _, cursor = await all_batches(connector)
    before = len(server.requests)
    batches, _ = await all_batches(connector, cursor)
    assert posts(batches) == {} and server.requests[before:] == [("GET", "/v2/band/posts")]


async def test_an_old_post_that_is_edited_rises_and_is_read_again(
    server: FakeNaverBand, http: Http, clock: Clock
) -> None:
    old = [server.post(f"글 {number}", at=clock.now - 30 * 86_400 + number) for number in range(60)]
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    clock.now += 60
    server.edit(old[0], "고친 글")
    batches, _ = await all_batches(connector, cursor)
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
    _, cursor = await all_batches(connector)
    comment = server.comment(young[0], "맨 아래 글의 댓글")
    found: dict[str, Post] = {}
    for _ in range(1 if raises else 10):
        clock.now += 60 if raises else HOUR_S
        batches, cursor = await all_batches(connector, cursor)
        found |= posts(batches)
    assert of(server, young[0], comment) in found
    await http.aclose()


async def test_more_than_a_round_may_read_is_read_by_the_next_ones(server: FakeNaverBand, http: Http) -> None:
    server.post("처음")
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    written = {of(server, server.post(f"글 {number}")) for number in range(170)}
    found: set[str] = set()
    before = asked(server, "/v2/band/posts")
    batches, cursor = await all_batches(connector, cursor)
    found |= set(posts(batches))
    assert asked(server, "/v2/band/posts") - before == 5, "five pages a round"
    assert len(found) == 100
    for _ in range(3):
        batches, cursor = await all_batches(connector, cursor)
        found |= set(posts(batches))
    assert found == written


async def test_a_place_that_no_longer_counts_begins_the_walk_anew(server: FakeNaverBand, http: Http) -> None:
    written = {of(server, server.post(f"글 {number}")) for number in range(65)}
    connector = channel(server, http)
    batch = await connector.fetch({})
    cursor = json.loads(json.dumps(dict(batch.cursor)))
    cursor["bands"][server.band.key]["walk"]["params"]["after"] = "ended"
    batches, cursor = await all_batches(connector, cursor)
    again, _ = await all_batches(connector, cursor)
    assert set(posts([batch, *batches, *again])) == written


async def test_a_post_that_is_deleted_takes_its_comments_along(server: FakeNaverBand, http: Http) -> None:
    kept, lost = server.post("남을 글"), server.post("지울 글")
    below = server.comment(lost, "댓글")
    connector = channel(server, http)
    _, cursor = await all_batches(connector)
    server.delete_post(lost)
    batches, cursor = await all_batches(connector, cursor)
    assert gone(batches) == {of(server, lost), of(server, lost, below)}
    assert gone((await all_batches(connector, cursor))[0]) == set()
    assert kept.key in json.dumps(cursor)


async def test_of_a_long_thread_only_the_newest_comments_are_read(server: FakeNaverBand, http: Http) -> None:
    post = server.post("긴 글")
    old = [server.comment(post, f"댓글 {number}") for number in range(95)]
    connector = channel(server, http)
    batches, cursor = await all_batches(connector)
    assert len(posts(batches)) == 96
    new = server.comment(post, "새 댓글")
    before = asked(server, "/v2/band/post/comments")
    batches, cursor = await all_batches(connector, cursor)
    assert set(posts(batches)) == {of(server, post, new)}
    assert asked(server, "/v2/band/post/comments") - before <= 2, "not all five pages"
    server.delete_comment(post, old[3])
    server.comment(post, "그리고 하나 더")
    server.comment(post, "둘 더")
    batches, cursor = await all_batches(connector, cursor)
    assert len(posts(batches)) == 2 and gone(batches) == {of(server, post, old[3])}


async def test_own_posts_and_answers_are_ours_even_without_user_keys(
    server: FakeNaverBand, http: Http
) -> None:
    server.user_keys = False
    post = server.post("질문", author="김한빛")
    own = server.comment(post, "답", own=True)
    found = posts((await all_batches(channel(server, http)))[0])
    assert found[of(server, post, own)].own and not found[of(server, post)].own
    assert found[of(server, post)].author.name == "김한빛"


async def test_pictures_come_with_their_addresses(server: FakeNaverBand, http: Http) -> None:
    post = server.post("사진", photos=("https://phinf.example/a.jpg",))
    comment = server.comment(post, "저도", photo="https://phinf.example/b.jpg")
    found = posts((await all_batches(channel(server, http)))[0])
    assert [m.url for m in found[of(server, post)].media] == ["https://phinf.example/a.jpg"]
    assert [m.url for m in found[of(server, post, comment)].media] == ["https://phinf.example/b.jpg"]


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
