"""What me2day says, as values: the traps of its times, ids and texts, and whatever JSON or XML may come."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import ConnectorError, Malformed, Media
from connectors.http import basic
from connectors.me2day import LENGTH, parse, shapes
from connectors.me2day.api import server_of, ukey
from connectors.me2day.parse import Reader, as_text, is_closed, moment_ms, plain

READER = Reader("excity", "https://me2.city.example")

POST: dict[str, Any] = {
    "permalink": "http://me2day.net/excity/2012/11/05#09:10:11",
    "plink": "http://me2day.net/excity/2012/11/05/p5xx000-zz",
    "body": "<a href='http://ex.kr/'>제설</a> 안내",
    "textBody": "제설 안내",
    "tagText": "제설 겨울",
    "pubDate": "2012-11-05T09:10:11+0900",
    "commentsCount": "2",
    "author": {"id": "excity", "nickname": "예시시", "me2dayHome": "http://me2day.net/excity"},
    "media": {"type": "me2photo", "photoUrl": "http://photo.example/a.jpg?type=w500"},
    "post_id": "p5xx000-zz",
}


def comment(number: str, body: str, author: str, minute: int) -> dict[str, Any]:
    return {
        "commentId": number,
        "body": body,
        "pubDate": f"2012-11-05T09:{minute:02}:00+0900",
        "author": {"id": author, "nickname": {"excity": "예시시", "exuser": "시민"}.get(author, author)},
    }


def utc(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp() * 1000)  # type: ignore[arg-type, misc]


def test_a_key_is_signed_as_the_service_did() -> None:
    """me2day.md section 7."""
    signed = ukey("00112233", "0a1b2c3d")
    assert signed == "0a1b2c3d984940ec3c792cd54633598be94b3b29"
    value = "ZXhjaXR5OjBhMWIyYzNkOTg0OTQwZWMzYzc5MmNkNTQ2MzM1OThiZTk0YjNiMjk="
    assert basic("excity", signed) == f"Basic {value}"
    nonces = {ukey("00112233")[:8] for _ in range(20)}
    assert len(nonces) > 15 and all(len(n) == 8 and int(n, 16) >= 0 for n in nonces)


def test_a_post_has_all_that_is_known_of_it() -> None:
    entry = READER.entry(POST)
    post = entry.post
    assert (post.remote_id, post.own, entry.comments) == ("p5xx000-zz", True, 2)
    assert post.text == "제설 (http://ex.kr/) 안내"
    assert post.created_ms == utc(2012, 11, 5, 0, 10, 11)
    assert post.context == "제설 겨울"
    assert post.media == (Media("image", "http://photo.example/a.jpg?type=w500"),)
    assert post.url == "" and post.author.url == "", "links to the closed hosts are not offered"


def test_a_post_of_2007_is_known_by_its_address() -> None:
    old = {key: value for key, value in POST.items() if key != "post_id"}
    assert READER.entry(old).post.remote_id == POST["permalink"]


@pytest.mark.parametrize(
    ("text", "permalink", "kst", "expected"),
    [
        ("2012-11-05T09:10:11+0900", "", False, utc(2012, 11, 5, 0, 10, 11)),
        ("2012-11-05T00:40:00+00:00", "", False, utc(2012, 11, 5, 0, 40, 0)),
        ("2012-11-05T04:24:37Z", "http://x/2012/11/05#13:24:37", False, utc(2012, 11, 5, 4, 24, 37)),
        ("2012-11-05T13:03:34Z", "http://x/2012/11/05#13:03:34", False, utc(2012, 11, 5, 4, 3, 34)),
        ("2012-11-05T13:03:34Z", "", False, utc(2012, 11, 5, 13, 3, 34)),
        ("2012-11-05T13:03:34Z", "", True, utc(2012, 11, 5, 4, 3, 34)),
        ("2012-01-02 03:04:05", "", False, utc(2012, 1, 1, 18, 4, 5)),
        ("어제", "", False, None),
        ("0001-01-01T00:00:00+0900", "", False, None),
    ],
)
def test_the_four_forms_of_a_time(text: str, permalink: str, kst: bool, expected: int | None) -> None:
    """The clock in the post's own address tells a Z that means Korean time (section 5)."""
    assert moment_ms(text, permalink, kst=kst)[0] == expected


def test_comments_below_a_lying_post_lie_too() -> None:
    false_z = READER.entry({**POST, "pubDate": "2012-11-05T09:10:11Z"})
    assert false_z.kst and false_z.post.created_ms == utc(2012, 11, 5, 0, 10, 11)
    item = {**comment("c1-5xx000-zz", "네", "exuser", 0), "pubDate": "2012-11-05T09:30:00Z"}
    page = READER.comments({"comments": [item]}, "p5xx000-zz", kst=false_z.kst)
    assert page.found[0].post.created_ms == utc(2012, 11, 5, 0, 30, 0)


def test_who_answers_whom_is_told_by_the_summons() -> None:
    link = "<a href='http://me2day.net/{}'>{}</a> "
    page = READER.comments(
        {
            "comments": [
                comment("c1", "언제 하나요", "exuser", 1),
                comment("c2", "저도요", "other", 2),
                comment("c3", "여기도요", "exuser", 3),
                comment("c4", link.format("exuser", "시민") + "내일 합니다", "excity", 4),
                comment("c5", link.format("excity", "예시시") + "고맙습니다", "exuser", 5),
                comment("c6", link.format("nobody", "누구") + "에게", "excity", 6),
                comment("c7", "<a href='http://ex.kr/exuser'>시민</a> 링크일 뿐", "excity", 7),
            ][::-1]
        },
        "p1",
    )
    parents = {c.post.remote_id: c.post.parent_id for c in page.found}
    assert parents == {"c1": "p1", "c2": "p1", "c3": "p1", "c4": "c3", "c5": "c4", "c6": "p1", "c7": "p1"}
    texts = {c.post.remote_id: c.post.text for c in page.found}
    assert texts["c4"] == "시민 내일 합니다" and "http://ex.kr/exuser" in texts["c7"]
    assert {c.post.remote_id for c in page.found if c.post.own} == {"c4", "c6", "c7"}


def test_one_damaged_entry_costs_only_itself() -> None:
    page = READER.comments({"comments": [{"commentId": 3}, comment("c1", "네", "exuser", 1), "?"]}, "p1")
    assert [c.post.remote_id for c in page.found] == ["c1"] and page.broken == 2
    posts, broken = READER.posts([POST, {"post_id": "p2"}, None])
    assert len(posts) == 1 and broken == 2


def test_links_count_with_their_label_only() -> None:
    typed = '"시민":http://me2day.net/exuser "안내":https://city.example/' + "a" * 300 + " 를 보세요"
    assert plain(typed) == "시민 안내 를 보세요"
    assert len(plain('"가":http://a.b ' + "나" * 148)) == 150
    assert LENGTH.limit == 150 and LENGTH.count("가나다", "exuser") == len("exuser 가나다")


def test_what_people_typed_is_opened_exactly_once() -> None:
    typed = "1 &lt; 2 &amp;amp; &lt;b&gt;굵게&lt;/b&gt;<br />둘째 줄<br />\n<br />넷째 줄"
    assert as_text(typed) == "1 < 2 &amp; <b>굵게</b>\n둘째 줄\n\n넷째 줄"


@pytest.mark.parametrize(
    ("address", "closed"),
    [
        ("http://me2day.net/excity", True),
        ("https://www.me2day.com:8443/", True),
        ("ME2DAY.NET.", True),
        ("me2day.net", True),
        ("https://me2day.net.city.example", False),
        ("https://notme2day.net", False),
        ("https://city.example/me2day.net", False),
    ],
)
def test_the_closed_hosts_are_known(address: str, closed: bool) -> None:
    assert is_closed(address) is closed


def test_addresses_of_servers() -> None:
    assert server_of("") == ""
    assert server_of(" Me2.City.example/old/api/ ".lower()) == "https://me2.city.example/old"
    assert server_of("http://user:pass@127.0.0.1:8000/") == "http://127.0.0.1:8000"
    for text in ("ftp://x", "http://", "http://x:99999"):
        with pytest.raises(ConnectorError):
            server_of(text)


# --- XML --------------------------------------------------------------------------------------------------


def test_xml_has_the_shape_of_its_json_twin() -> None:
    xml = """<?xml version="1.0" encoding="UTF-8"?>
    <posts><post><post_id>p5xx000-zz</post_id><permalink>http://me2day.net/excity/2012/11/05#09:10:11</permalink>
    <body>&lt;a href='http://ex.kr/'&gt;제설&lt;/a&gt; 안내</body><tags><tag><name>제설</name><url/></tag>
    <tag><name>겨울</name></tag></tags><pubDate>2012-11-05T09:10:11Z</pubDate><commentsCount>2</commentsCount>
    <author><id>excity</id><nickname>예시시</nickname><homepage/></author></post></posts>"""
    (entry,), broken = READER.posts(shapes.read(xml.encode()))
    assert broken == 0 and entry.kst and entry.comments == 2
    expected = READER.entry({**POST, "media": {}}).post
    assert entry.post == expected._replace(author=entry.post.author)
    post = b"<post><post_id>p1</post_id></post>"
    comment = b"<comment><commentId>c1</commentId><body/></comment>"
    tracks = shapes.read(b"<x><commentToMe>" + post + comment + b"</commentToMe></x>")
    assert tracks == {
        "comment_to_mes": [{"post": {"post_id": "p1"}, "comment": {"commentId": "c1", "body": ""}}]
    }
    assert parse.problem(
        shapes.read(b"<error><code>1001</code><message>no</message><description/></error>")
    ) == (
        1001,
        "no",
    )


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE posts [<!ENTITY a "aaaa">]><posts>&a;</posts>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><posts/>',
        b"<posts><post>",
        b"<a>" * 400 + b"</a>" * 400,
    ],
)
def test_xml_that_is_broken_or_declares_things_is_refused(document: bytes) -> None:
    with pytest.raises(Malformed):
        shapes.read(document)


# --- anything ---------------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = (
    "post_id permalink body textBody pubDate author tags media commentId comments comment_to_mes post "
    "comment id nickname code error totalPage me2dayHome"
).split()
NEARLY = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8),
    max_leaves=15,
)


@given(NEARLY)
def test_any_value_becomes_posts_or_a_connector_error(value: Any) -> None:
    for read in (
        READER.posts,
        READER.tracks,
        lambda v: READER.comments(v, "p1"),
        lambda v: parse.person(v, "x"),
        parse.problem,
    ):
        try:
            read(value)
        except ConnectorError:
            continue


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda t: b"<posts><post>" + t.encode("utf-8", "replace"))
)
def test_any_bytes_become_a_value_or_a_connector_error(body: bytes) -> None:
    try:
        shapes.read(body)
    except ConnectorError:
        pass


def test_what_a_server_leaves_out_keeps_nothing_away() -> None:
    bare = {"post_id": 5, "textBody": "제설 <안내>"}
    entry = READER.entry(bare)
    assert (entry.post.remote_id, entry.post.text, entry.post.author.name) == ("5", "제설 <안내>", "")
    assert entry.comments == parse.UNCOUNTED
    page = READER.comments({"comments": [{"commentId": 7, "textBody": "<b>네"}]}, "5")
    (one,) = page.found
    assert (one.post.remote_id, one.post.text, one.plain, page.pages) == ("7", "<b>네", "<b>네", 1)
    assert READER.comments({"comments": [], "totalCount": "250", "itemsPerPage": 100}, "5").pages == 3


def test_a_link_that_a_server_leaves_as_it_was_typed_is_a_link() -> None:
    """Otherwise an answer of ours would not be found again, and would go out twice."""
    typed = '"시민":http://me2day.net/exuser 곧 고칩니다'
    made = "<a href='http://me2day.net/exuser'>시민</a> 곧 고칩니다"
    both = [READER.comment(comment("c1-5", body, "excity", 1), "p5") for body in (typed, made)]
    assert both[0] == both[1]
    assert (both[0].plain, both[0].summons) == ("시민 곧 고칩니다", "exuser")
    assert both[0].plain == parse.normal(plain(typed))
