"""Naver Blog against our own fake: feeds and the search in one channel."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    Malformed,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.naver_blog import NETWORK
from connectors.naver_blog.client import NaverBlog
from tests.servers.fake_naver import FakeNaver


@pytest.fixture
def naver() -> Iterator[FakeNaver]:
    server = FakeNaver().start()
    yield server
    server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def keys(naver: FakeNaver) -> dict[str, str]:
    return {"client_id": naver.client_id, "client_secret": naver.client_secret}


def channel(
    naver: FakeNaver,
    http: Http,
    *,
    blogs: str = "hanbit",
    words: str = "한빛시",
    secret: Mapping[str, str] | None = None,
) -> NaverBlog:
    config = ChannelConfig(naver.url, blogs, {"words": words}, keys(naver) if secret is None else secret)
    return NaverBlog(config, http)


async def read(
    connector: Any, cursor: Mapping[str, Any] | None = None
) -> tuple[list[Post], dict[str, Any], list[str]]:
    """(posts of a whole round, cursor, what was said of damage)"""
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


async def test_the_city_s_own_posts_come_from_its_feed(naver: FakeNaver, http: Http) -> None:
    one = naver.own_post("올겨울 제설을 시작합니다.", title="겨울 제설 안내 & 연락처")
    posts, _, said = await read(channel(naver, http, words="", secret={}))
    (post,) = posts
    assert post.remote_id == f"hanbit/{one.number}" and post.own
    assert post.text == "겨울 제설 안내 & 연락처\n\n올겨울 제설을 시작합니다."
    assert post.url == f"https://blog.naver.com/hanbit/{one.number}"
    assert post.author.remote_id == post.author.handle == "hanbit"
    assert post.created_ms is not None and abs(post.created_ms - time.time() * 1000) < 60_000
    assert said == []


async def test_an_edit_of_an_own_post_is_seen(naver: FakeNaver, http: Http) -> None:
    one = naver.own_post("처음 글")
    connector = channel(naver, http, words="", secret={})
    _, cursor, _ = await read(connector)
    one.content = "고친 글"
    posts, _, _ = await read(connector, cursor)
    assert [(post.remote_id, "고친 글" in post.text) for post in posts] == [(f"hanbit/{one.number}", True)]


async def test_several_blogs_and_words_are_one_channel(naver: FakeNaver, http: Http) -> None:
    naver.own_post("한빛시 소식")
    naver.own_post("문화 소식", blog="culture")
    both = naver.blog_post("한빛시청 주차장", title="한빛시 나들이")
    hall = naver.blog_post("한빛시청 뒷길", title="나들이")
    connector = channel(naver, http, blogs="hanbit, https://blog.naver.com/culture", words="한빛시, 한빛시청")
    posts, cursor, _ = await read(connector)
    numbers = [post.remote_id for post in posts]
    assert len(numbers) == len(set(numbers)) == 4  # found by both words, brought once
    assert {post.remote_id for post in posts if not post.own} == {
        "/".join(one.url.rsplit("/", 2)[1:]) for one in (both, hall)
    }
    asked = len(naver.queries)
    assert (await read(connector, cursor))[0] == []
    assert len(naver.queries) - asked == 2  # one page for each word while nothing is new


async def test_own_posts_are_not_brought_by_the_search_too(naver: FakeNaver, http: Http) -> None:
    naver.own_post("한빛시 소식을 전합니다")
    posts, _, _ = await read(channel(naver, http))
    assert [post.own for post in posts] == [True]


async def test_only_what_is_new_is_asked_for_later(naver: FakeNaver, http: Http) -> None:
    for number in range(250):
        naver.blog_post(f"한빛시 {number}번째 이야기")
    connector = channel(naver, http)
    posts, cursor, _ = await read(connector)
    assert len({post.remote_id for post in posts}) == 250
    assert [query["start"] for query in naver.queries] == ["1", "91", "181"]
    for number in range(120):
        naver.blog_post(f"한빛시 새 {number}번째 이야기")
    posts, cursor, _ = await read(connector, cursor)
    assert len(posts) == 120
    assert [query["start"] for query in naver.queries[3:]] == ["1", "91", "181"]
    assert {query["sort"] for query in naver.queries} == {"date"}


async def test_posts_that_were_found_late_are_brought_by_a_thorough_round(
    naver: FakeNaver, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(150):
        naver.blog_post(f"한빛시 {number}번째 이야기")
    connector = channel(naver, http)
    _, cursor, _ = await read(connector)
    late = naver.blog_post("한빛시 지난주 이야기", when=time.time() - 7 * 86_400)
    assert (await read(connector, cursor))[0] == []
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 7 * 3600)
    posts, _, _ = await read(connector, cursor)
    assert [post.url for post in posts] == [late.url]


async def test_a_round_goes_on_where_it_was_interrupted(naver: FakeNaver, http: Http) -> None:
    for number in range(250):
        naver.blog_post(f"한빛시 {number}번째 이야기")
    first = await channel(naver, http).fetch({})
    assert first.more and len(first.posts) == 100
    rest, _, _ = await read(channel(naver, http), json.loads(json.dumps(first.cursor)))
    assert len({post.remote_id for post in (*first.posts, *rest)}) == 250
    feeds = [path for _, path in naver.requests if path.endswith(".xml")]
    assert len(feeds) == 1  # not again within the same round


async def test_other_words_begin_anew(naver: FakeNaver, http: Http) -> None:
    for number in range(150):
        naver.blog_post(f"한빛시 가로등 {number}")
    first = await channel(naver, http).fetch({})
    posts, _, _ = await read(channel(naver, http, words="가로등"), json.loads(json.dumps(first.cursor)))
    assert len({post.remote_id for post in posts}) == 150


async def test_a_feed_that_is_off_is_said_once_and_tried_again_after_a_day(
    naver: FakeNaver, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    naver.feeds_on = False
    naver.own_post("소식")
    found = naver.blog_post("한빛시 이야기")
    connector = channel(naver, http)
    posts, cursor, said = await read(connector)
    assert [post.url for post in posts] == [found.url]
    assert len(said) == 1 and "RSS" in said[0] and " / " in said[0]
    before = len(naver.requests)
    _, cursor, said = await read(connector, cursor)
    assert said == [] and len(naver.requests) == before + 1  # the feed was left alone
    naver.feeds_on = True
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 25 * 3600)
    posts, _, said = await read(connector, cursor)
    assert [post.own for post in posts] == [True] and said == []


async def test_a_feed_alone_that_is_off_is_an_error(naver: FakeNaver, http: Http) -> None:
    naver.feeds_on = False
    with pytest.raises(Unreachable) as failed:
        await channel(naver, http, words="").fetch({})
    assert failed.value.code == "http-404"
    naver.fault = "unreadable"
    with pytest.raises(Malformed):
        await channel(naver, http, words="").fetch({})


async def test_one_dead_feed_does_not_stop_the_other(naver: FakeNaver, http: Http) -> None:
    naver.own_post("소식")
    posts, _, said = await read(channel(naver, http, blogs="nobody hanbit", words=""))
    assert len(posts) == 1 and "nobody" in said[0]


async def test_a_search_that_is_down_does_not_stop_the_feeds(naver: FakeNaver, http: Http) -> None:
    naver.own_post("소식")
    naver.fault = "forbidden"
    posts, cursor, said = await read(channel(naver, http))
    assert len(posts) == 1 and "API" in said[0] and " / " in said[0]
    naver.fault = ""
    naver.blog_post("한빛시 이야기")
    assert len((await read(channel(naver, http), cursor))[0]) == 1


async def test_a_damaged_entry_costs_itself_only(naver: FakeNaver, http: Http) -> None:
    naver.blog_post("한빛시 하나")
    naver.blog_post("한빛시 둘")
    naver.fault = "damaged"
    posts, cursor, said = await read(channel(naver, http))
    assert len(posts) == 1 and said
    naver.fault = ""
    posts, _, said = await read(channel(naver, http), cursor)
    assert len(posts) == 1 and not said


async def test_wrong_keys_are_an_ended_sign_in(naver: FakeNaver, http: Http) -> None:
    connector = channel(naver, http, secret={"client_id": "x", "client_secret": "y" * 10})
    for call in (connector.check, lambda: connector.fetch({})):
        with pytest.raises(AuthExpired) as expired:
            await call()
        assert "y" * 10 not in str(expired.value)
    no_words = channel(naver, http, words="", secret={"client_id": "x", "client_secret": "y"})
    naver.own_post("소식")
    with pytest.raises(AuthExpired):
        await no_words.check()


async def test_words_without_keys(naver: FakeNaver, http: Http) -> None:
    with pytest.raises(AuthExpired) as missing:
        await channel(naver, http, blogs="", secret={}).fetch({})
    assert missing.value.code == "not-signed-in"
    naver.own_post("소식")
    posts, _, said = await read(channel(naver, http, secret={}))
    assert len(posts) == 1 and "ID" in said[0]
    with pytest.raises(Refused):
        await channel(naver, http, blogs="", words="").fetch({})
    with pytest.raises(Refused):
        await channel(naver, http, blogs="", words="").check()


async def test_the_day_s_budget_lasts_until_midnight_in_korea(naver: FakeNaver, http: Http) -> None:
    naver.fault = "quota-used-up"
    connector = channel(naver, http, blogs="")
    with pytest.raises(RateLimited) as limited:
        await connector.fetch({})
    until_ms = limited.value.until_ms
    assert (until_ms + 9 * 3_600_000) % 86_400_000 == 0
    assert 0 < until_ms - time.time() * 1000 <= 86_400_000
    before = len(naver.requests)
    with pytest.raises(RateLimited):
        await connector.fetch({})
    assert len(naver.requests) == before


async def test_too_many_calls_in_a_second_cost_seconds(naver: FakeNaver, http: Http) -> None:
    naver.fault = "rate-limited"
    with pytest.raises(RateLimited) as limited:
        await channel(naver, http, blogs="").fetch({})
    assert limited.value.until_ms - time.time() * 1000 < 10_000


@pytest.mark.parametrize(("fault", "error"), [("revoked", AuthExpired), ("rate-limited", RateLimited)])
async def test_what_feeds_brought_is_stored_before_a_failed_search_is_told(
    naver: FakeNaver, http: Http, fault: str, error: type[Exception]
) -> None:
    naver.own_post("겨울 제설을 시작합니다.", title="제설")
    naver.fault = fault
    connector = channel(naver, http)
    batch = await connector.fetch({})
    assert len(batch.posts) == 1 and batch.more
    with pytest.raises(error):
        await connector.fetch(batch.cursor)
    # A feed that looks new each time holds nobody here.
    with pytest.raises(error):
        await connector.fetch({"kept_ms": batch.cursor["kept_ms"]})


async def test_the_search_s_budget_is_not_that_of_the_feeds(naver: FakeNaver, http: Http) -> None:
    """A relay may serve both under one address."""
    naver.own_post("겨울 제설을 시작합니다.", title="제설")
    naver.fault = "quota-used-up"
    with pytest.raises(RateLimited):
        await channel(naver, http, blogs="").fetch({})
    assert len((await read(channel(naver, http, words="")))[0]) == 1
    asked = len(naver.requests)
    with pytest.raises(RateLimited):
        await channel(naver, http).fetch({})
    assert len(naver.requests) == asked


async def test_keys_go_to_the_server_they_were_given_for(naver: FakeNaver, http: Http) -> None:
    other = FakeNaver().start()
    try:
        naver.blog_post("한빛시 이야기")
        config = ChannelConfig(other.url, "", {"words": "한빛시"}, {**keys(naver), "server": naver.url})
        posts, _, _ = await read(NaverBlog(config, http))
        assert len(posts) == 1 and other.requests == []
    finally:
        other.stop()


async def test_no_keys_without_encryption(http: Http) -> None:
    secret = {"client_id": "x", "client_secret": "y"}
    connector = NaverBlog(ChannelConfig("http://relay.example", "", {"words": "한빛시"}, secret), http)
    with pytest.raises(Refused) as refused:
        await connector.fetch({})
    assert refused.value.code == "insecure"


async def test_a_check_says_what_is_read(naver: FakeNaver, http: Http) -> None:
    naver.own_post("소식")
    naver.blog_post("한빛시 이야기")
    found = await channel(naver, http).check()
    assert found.name == "hanbit님의 블로그" and found.handle == "hanbit"
    assert "1" in found.note and found.url == "https://blog.naver.com/hanbit"
    assert ";" not in found.note and found.note.endswith("results.")
    alone = await channel(naver, http, blogs="").check()
    assert alone.name == "한빛시"


async def test_the_blog_may_be_the_last_step_of_a_server_s_address(naver: FakeNaver, http: Http) -> None:
    naver.own_post("소식")
    for address in (f"{naver.url}/hanbit", f"{naver.url}/hanbit.xml"):
        posts, _, _ = await read(NaverBlog(ChannelConfig(address), http))
        assert len(posts) == 1


async def test_how_much_blogs_write(naver: FakeNaver, http: Http) -> None:
    naver.own_post("소식")
    naver.blogs["silent"] = []
    found = await channel(naver, http).activity(["hanbit", "silent", "nobody", "한빛시"])
    assert [one.state for one in found] == ["ok", "ok", "missing", "missing"]
    assert found[0].last_post_ms is not None and found[1].last_post_ms is None
    naver.fault = "unreadable"
    assert [one.state for one in await channel(naver, http).activity([])] == ["private"]
    with pytest.raises(Refused):
        await channel(naver, http, blogs="").activity([])


async def test_nothing_can_be_sent(naver: FakeNaver, http: Http) -> None:
    connector = channel(naver, http)
    outgoing = Outgoing("k", Action.REPLY, "exuser/1", "답")
    with pytest.raises(Refused) as refused:
        await connector.send(outgoing)
    assert "댓글 API" in refused.value.reason
    assert await connector.look_up(outgoing) is None and naver.requests == []
    granted = await connector.capabilities()
    assert not any(granted.allows(action) for action in Action)
    assert all(" / " in granted.why_not[action.value] for action in Action)
    assert NETWORK.advise is not None and NETWORK.advise("답", {}, {})
