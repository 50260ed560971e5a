"""A whole channel over the fake city: what is asked, what is remembered, what comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    ConnectorError,
    Gone,
    Malformed,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.feed import NETWORK
from connectors.feed.client import FeedConnector, body_digest
from connectors.feed.reading import read_document
from connectors.http import Http
from tests.servers.fakecity import Board, FakeCity, Reply, Request, faults

DAY_S = 86_400


class Channel:
    """A feed that is asked again and again, the cursor going through JSON as it does in the database."""

    def __init__(self, http: Http, url: str, secret: Mapping[str, str] | None = None) -> None:
        self.now = 1_795_200_000.0
        self.cursor: Mapping[str, Any] = {}
        self.connector = FeedConnector(ChannelConfig(url, secret=secret), http, clock=lambda: self.now)

    async def fetch(self) -> Batch:
        batch = await self.connector.fetch(self.cursor)
        self.cursor = json.loads(json.dumps(batch.cursor))
        return batch


@pytest.fixture
def board(city: FakeCity) -> Board:
    board = Board(city, "/rss")
    board.fill(5)
    return board


@pytest.mark.parametrize("dialect", ["rss", "atom", "egov", "json"])
async def test_every_dialect_brings_new_and_edited_posts_once(
    city: FakeCity, http: Http, dialect: str
) -> None:
    board = Board(city, "/feed", dialect=dialect)
    board.fill(20)
    channel = Channel(http, board.url)
    channel.now = 4_000_000_000
    first = await channel.fetch()
    assert len(first.posts) == 20
    assert all(post.created_ms and post.url and post.text for post in first.posts)
    new = board.write("새 글이 왔어요", "본문입니다")
    board.edit(3, "고쳐 쓴 본문")
    second = await channel.fetch()
    before = {post.remote_id: post for post in first.posts}
    fresh = [post for post in second.posts if post.remote_id not in before]
    changed = [post for post in second.posts if post.remote_id in before and post != before[post.remote_id]]
    assert [post.text.partition("\n")[0].removesuffix(" & 협조") for post in fresh] == [new.title]
    assert [post.text.rpartition("\n")[2] for post in changed] == ["고쳐 쓴 본문"]


async def test_an_unchanged_feed_costs_one_question(city: FakeCity, http: Http, board: Board) -> None:
    channel = Channel(http, board.url)
    await channel.fetch()
    before = channel.cursor
    batch = await channel.fetch()
    assert (batch.posts, batch.more, channel.cursor) == ((), False, before)
    assert city.asked("/rss")[1].headers["if-none-match"].startswith('W/"')


async def test_without_validators_the_body_itself_tells(city: FakeCity, http: Http) -> None:
    clock = iter(range(100))

    def answer(_: Request) -> Reply:
        head = f"<lastBuildDate>{next(clock)}</lastBuildDate><pubDate>{next(clock)}</pubDate>"
        return Reply(
            200, f"<rss><channel>{head}<ttl>5</ttl><item><title>글</title></item></channel></rss>".encode()
        )

    channel = Channel(http, city.route("/now", answer))
    first = await channel.fetch()
    second = await channel.fetch()
    assert (len(first.posts), len(second.posts)) == (1, 0)
    assert first.next_after_s == second.next_after_s == 300


async def test_another_address_is_read_afresh(city: FakeCity, http: Http, board: Board) -> None:
    channel = Channel(http, board.url)
    await channel.fetch()
    other = Channel(http, board.url + "?row=50")
    other.cursor = channel.cursor
    assert len((await other.fetch()).posts) == 5
    assert "if-none-match" not in city.asked("/rss")[1].headers


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (faults.status(401), AuthExpired, "http-401"),
        (faults.status(404), Unreachable, "http-404"),
        (faults.status(410), Gone, "http-410"),
        (faults.status(429, retry_after="60"), RateLimited, "http-429"),
        (faults.status(200, body="<!doctype html><title>점검중</title>".encode()), Malformed, "html"),
        (faults.status(200, body=b""), Malformed, "empty"),
        (faults.status(200, body=b"\x00\xff\xfe" * 100), Malformed, "not-a-feed"),
        (faults.bomb(60), Malformed, "too-large"),
        (faults.truncated(), Unreachable, "broken"),
        (faults.silence(), Unreachable, "timeout"),
        (faults.redirect("file:///etc/passwd"), Unreachable, "redirect-refused"),
    ],
    ids=["401", "404", "410", "429", "html", "empty", "nonsense", "bomb", "truncated", "silence", "file"],
)
async def test_a_fault_leaves_the_cursor_and_the_next_round_is_whole(
    http: Http, impatient: Http, city: FakeCity, board: Board, fault: Any, kind: type, code: str
) -> None:
    channel = Channel(http, board.url)
    await channel.fetch()
    before = channel.cursor
    board.write("고장 뒤의 글")
    city.fault("/rss", fault, times=3)
    unlucky = Channel(impatient, board.url) if code == "timeout" else channel
    with pytest.raises(ConnectorError) as caught:
        await unlucky.fetch()
    assert (type(caught.value), caught.value.code) == (kind, code)
    assert channel.cursor == before
    city.mend()
    if kind is not RateLimited:
        assert len((await channel.fetch()).posts) == 6


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/octet-stream", "image/png", ""])
async def test_a_wrong_content_type_does_not_hide_a_feed(
    city: FakeCity, http: Http, board: Board, kind: str
) -> None:
    city.fault("/rss", faults.content_type(kind))
    assert len((await Channel(http, board.url).fetch()).posts) == 5


async def test_a_document_that_ends_too_early_is_read_and_marked(
    city: FakeCity, http: Http, board: Board
) -> None:
    city.fault("/rss", faults.cut_without_length(0.7))
    channel = Channel(http, board.url)
    batch = await channel.fetch()
    assert batch.damaged == "markup"
    assert 0 < len(batch.posts) <= 5
    city.fault("/rss", faults.cut_without_length(0.7))
    again = await channel.fetch()
    assert (again.posts, again.damaged) == ((), "markup"), "the same document is not well because it is known"
    city.mend()
    assert (await channel.fetch()).damaged == ""


async def test_a_permanent_redirect_is_learned_after_a_day(city: FakeCity, http: Http, board: Board) -> None:
    channel = Channel(http, city.route("/old", Reply(301, headers={"Location": "/rss"})))
    assert (await channel.fetch()).address == ""
    channel.now += DAY_S - 60
    assert (await channel.fetch()).address == ""
    channel.now += 120
    assert (await channel.fetch()).address == board.url


async def test_a_redirect_that_changes_its_mind_starts_anew(city: FakeCity, http: Http, board: Board) -> None:
    channel = Channel(http, city.route("/old", Reply(301, headers={"Location": "/rss"})))
    await channel.fetch()
    channel.now += DAY_S
    city.route("/old", Reply(301, headers={"Location": "/rss?new"}))
    assert (await channel.fetch()).address == ""
    city.route("/old", Reply(302, headers={"Location": "/rss"}))
    channel.now += DAY_S
    assert (await channel.fetch()).address == ""
    assert "moved" not in channel.cursor


@pytest.mark.parametrize(
    ("control", "wait_s"), [("max-age=600", 600), ("s-maxage=600", None), ("max-age=99999999", 3600)]
)
async def test_the_servers_wish_when_to_come_back(
    city: FakeCity, http: Http, board: Board, control: str, wait_s: float | None
) -> None:
    body = board.document()
    channel = Channel(http, city.route("/aged", Reply(200, body, {"Cache-Control": f"public, {control}"})))
    assert (await channel.fetch()).next_after_s == wait_s


async def test_a_gap_is_filled_from_older_pages(city: FakeCity, http: Http) -> None:
    def page(request: Request) -> Reply:
        number = int(request.query.get("paged", ["1"])[0])
        newest = city_state["newest"]
        shown = range(newest - (number - 1) * 3, max(0, newest - number * 3), -1)
        more = f'<link rel="next" href="/wp?paged={number + 1}"/>' if shown and shown[-1] > 1 else ""
        entries = "".join(f"<entry><id>tag:{n}</id><title>글 {n}</title></entry>" for n in shown)
        return Reply(200, f'<feed xmlns="http://www.w3.org/2005/Atom">{more}{entries}</feed>'.encode())

    city_state = {"newest": 4}
    channel = Channel(http, city.route("/wp", page))
    first = await channel.fetch()
    assert ([post.remote_id for post in first.posts], first.more) == (["tag:4", "tag:3", "tag:2"], False)
    city_state["newest"] = 11
    got: list[str] = []
    more = True
    while more:
        batch = await channel.fetch()
        got += [post.remote_id for post in batch.posts]
        more = batch.more
    assert got == [f"tag:{n}" for n in range(11, 2, -1)]
    assert "page" not in channel.cursor
    assert (await channel.fetch()).posts == ()


async def test_a_page_that_fails_does_not_cost_the_newest(city: FakeCity, http: Http) -> None:
    def answer(_: Request) -> Reply:
        entries = "".join(f"<entry><id>tag:{n}</id><title>글</title></entry>" for n in state)
        head = '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/gone"/>'
        return Reply(200, f"{head}{entries}</feed>".encode())

    state = [1]
    channel = Channel(http, city.route("/paged", answer))
    await channel.fetch()
    state[:] = [9]
    batch = await channel.fetch()
    assert batch.more
    batch = await channel.fetch()
    assert (batch.posts, batch.more) == ((), False)
    assert (await channel.fetch()).posts == ()


async def test_a_check_names_the_feed(http: Http, board: Board, city: FakeCity) -> None:
    identity = await Channel(http, board.url).connector.check()
    assert (identity.name, identity.url) == ("시민 자유게시판", city.url + "/")
    assert "5" in identity.note


async def test_a_feed_behind_a_password(city: FakeCity, http: Http, board: Board) -> None:
    await Channel(http, board.url, {"login": "a", "password": "b"}).fetch()
    assert city.asked("/rss")[0].headers["authorization"] == "Basic YTpi"


async def test_a_feed_can_only_be_read(http: Http, board: Board) -> None:
    connector = NETWORK.open(ChannelConfig(board.url), http)
    capabilities = await connector.capabilities()
    assert not any(capabilities.allows(action) for action in Action)
    assert not capabilities.stream
    outgoing = Outgoing("key", Action.REPLY, "1", "답글")
    with pytest.raises(Refused):
        await connector.send(outgoing)
    with pytest.raises(Refused):
        await anext(aiter(connector.stream()))
    assert await connector.look_up(outgoing) is None
    await connector.aclose()


def test_the_digest_ignores_the_dates_of_the_head_only() -> None:
    def digest(head: str, body: str) -> str:
        return body_digest(
            f"<rss><channel><lastBuildDate>{head}</lastBuildDate><item><pubDate>{body}</pubDate>".encode()
        )

    assert digest("1", "x") == digest("2", "x")
    assert digest("1", "x") != digest("1", "y")


# --- anything at all ------------------------------------------------------------------------------------

WORDS = (
    "<rss> </rss> <channel> </channel> <item> </item> <title> </title> <link> </link> <guid> </guid> "
    "<entry> </entry> </feed> <id> </id> <pubDate> </pubDate> <![CDATA[ ]]> & &lt; &#0; &#xD800; <!-- --> "
    "&a; 가로등 똠 2026-11-20 99999999999999 http://[ <content:encoded> ]} <p> </p> \0 \ud800 \ufffe"
)
PIECES = st.sampled_from(
    [
        *WORDS.split(" "),
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<!DOCTYPE rss [",
        "<!ENTITY a 'b'>",
        "<?xml ?>",
        "<media:content url='x'/>",
        '{"items": [',
        '{"id": 1e999}',
        "\r",
        " ",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(PIECES, max_size=60).map(lambda words: "".join(words).encode("utf-8", "surrogatepass"))
    | st.lists(PIECES, max_size=60).map(lambda words: "".join(words).encode("cp949", "replace"))
    | st.lists(PIECES, max_size=60).map(
        lambda words: f"<rss><channel>{''.join(words)}".encode("utf-16", "surrogatepass")
    ),
    st.sampled_from(["https://a.example/rss", "http://[::1]/", "https://한빛.kr/가 나"]),
)
@example(
    b'{"items": [{"id": 1e999, "attachments": {"a": 1}, "date_published": "x"}]}', "https://a.example/rss"
)
@example(b"<rss><channel><item><title>" + b"\xed\xa0\x80" * 10, "https://a.example/rss")
@example(b"<rss xmlns:a='b' a:a='1' a:a='2'><item/></rss>", "https://a.example/rss")
def test_no_bytes_make_it_fail_in_any_other_way(body: bytes, url: str) -> None:
    try:
        answer = read_document(body, url, "utf-8", None, 1_795_200_000_000)
    except ConnectorError:
        return
    json.dumps(answer.memory).encode()
    for post in answer.posts:
        for text in (post.remote_id, post.text, post.url, post.author.name, post.parent_id):
            text.encode()
            assert "\0" not in text
        assert post.remote_id and post.text
