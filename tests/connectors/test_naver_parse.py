"""Naver's addresses, entries and budgets, without a server."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Author, ConnectorError, Malformed, Post
from connectors.http import Headers
from connectors.http_parts import Response
from connectors.naver import links
from connectors.naver.api import error_of, midnight_ms, site_of
from connectors.naver.search import Page, Place, mark_of, read_page, split_marks, words_of
from connectors.naver.signin import seconds_of
from connectors.naver_blog import parse as blog
from connectors.naver_cafe import parse as cafe

NOW_MS = int(datetime(2026, 11, 20, 3, 0, tzinfo=UTC).timestamp() * 1000)  # noon in Korea

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


# --- addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        "https://blog.naver.com/ExCity/224000000001",
        "http://blog.naver.com/excity/224000000001?fromRss=true&trackingCode=rss",
        "https://m.blog.naver.com/excity/224000000001",
        "https://blog.naver.com/PostView.naver?blogId=excity&logNo=224000000001&redirect=Dlog",
        "https://m.blog.naver.com/PostView.nhn?blogId=excity&logNo=224000000001",
        "https://blog.naver.com/excity?Redirect=Log&logNo=224000000001",
        "http://excity.blog.me/224000000001",
    ],
)
def test_a_post_of_a_blog_has_one_name(link: str) -> None:
    assert links.blog_post(link) == ("excity", "224000000001")


@pytest.mark.parametrize(
    "link",
    [
        "https://blog.naver.com/excity",
        "https://blog.naver.com/excity/guestbook",
        "https://evil.example/blog.naver.com/excity/1",
        "https://blog.naver.com.evil.example/excity/1",
        "https://city.tistory.com/12",
        "ftp://blog.naver.com/excity/1",
        "http://[",
        "",
    ],
)
def test_other_addresses_are_no_post_of_a_blog(link: str) -> None:
    assert links.blog_post(link) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("excity", "excity"),
        ("@ExCity", "excity"),
        ("https://blog.naver.com/excity", "excity"),
        ("blog.naver.com/excity/224000000001", "excity"),
        ("https://rss.blog.naver.com/excity.xml", "excity"),
        ("https://blog.naver.com/PostList.naver?blogId=excity", "excity"),
        ("excity.blog.me", "excity"),
        ("한빛시", ""),
        ("https://city.example/excity", ""),
    ],
)
def test_a_blog_is_meant_in_many_ways(typed: str, name: str) -> None:
    assert links.blog_name(typed) == name


@pytest.mark.parametrize(
    "link",
    [
        "https://cafe.naver.com/excafe/12345",
        "http://m.cafe.naver.com/ExCafe/12345?art=abc",
        "https://cafe.naver.com/f-e/cafes/28339939/articles/12345?menuid=1",
        "https://m.cafe.naver.com/ca-fe/web/cafes/28339939/articles/12345",
        "https://cafe.naver.com/ArticleRead.nhn?clubid=28339939&articleid=12345",
    ],
)
def test_an_article_has_one_name(link: str) -> None:
    assert links.cafe_article(link, {"28339939": "excafe"}) == ("excafe", "12345")


def test_an_article_of_an_unknown_club_keeps_its_number() -> None:
    assert links.cafe_article("https://cafe.naver.com/f-e/cafes/7/articles/9") == ("club-7", "9")
    assert links.cafe_article("https://cafe.naver.com/excafe") is None
    assert links.cafe_name("https://cafe.naver.com/excafe/12") == "excafe"
    assert links.cafe_name("city.example") == "city.example" and links.cafe_name("한빛") == ""


def test_links_that_lead_on_are_named_by_their_words() -> None:
    one = links.link_id("http://openapi.naver.com/l?AAAB1", "카페\n제목")
    again = links.link_id("http://openapi.naver.com/l?AAAC2", "카페\n제목")
    other = links.link_id("http://openapi.naver.com/l?AAAB1", "카페\n다른 제목")
    assert one == again != other
    tistory = links.link_id("https://city.tistory.com/3?utm_source=x", "")
    assert tistory == links.link_id("http://city.tistory.com/3", "")


@pytest.mark.parametrize("url", ["", "https://cafe.naver.com/excafe", "blog.naver.com/x", "http://naver.com"])
def test_naver_has_one_home(url: str) -> None:
    assert site_of(url).official


def test_another_address_is_a_server_there() -> None:
    found = site_of("https://Relay.city.example/naver/")
    assert found.api == found.login == found.feeds == "https://relay.city.example/naver"
    assert not site_of("https://naver.com.evil.example").official
    with pytest.raises(ConnectorError):
        site_of("ftp://relay.example")


# --- entries ----------------------------------------------------------------------------------------------

BLOG_ITEM = {
    "title": "<b>예시시</b> 도서관 후기 &amp; 주차",
    "link": "https://blog.naver.com/exuser/224000000123",
    "description": "주차가 5 &lt; 6 &quot;대&quot; …",
    "bloggername": "예시 블로그",
    "bloggerlink": "blog.naver.com/exuser",
    "postdate": "20261118",
}


def test_an_entry_of_the_blog_search() -> None:
    post = blog.search_post(BLOG_ITEM, (), NOW_MS)
    assert post == Post(
        "exuser/224000000123",
        '예시시 도서관 후기 & 주차\n\n주차가 5 < 6 "대" …',
        Author("exuser", "예시 블로그", "exuser", "https://blog.naver.com/exuser"),
        int(datetime(2026, 11, 17, 15, tzinfo=UTC).timestamp() * 1000),
        "https://blog.naver.com/exuser/224000000123",
    )
    assert blog.search_post(BLOG_ITEM, ("exuser",), NOW_MS) is None  # the city's own: its feed says more


def test_blogs_elsewhere_are_known_by_their_address() -> None:
    item = BLOG_ITEM | {"link": "https://city.tistory.com/9", "bloggerlink": "https://city.tistory.com/"}
    post = blog.search_post(item, (), NOW_MS)
    assert post is not None and post.remote_id == "link:city.tistory.com/9"
    assert post.author == Author("city.tistory.com", "예시 블로그", "", "https://city.tistory.com/")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20261118", "2026-11-17T15:00:00+00:00"),
        (20261118, "2026-11-17T15:00:00+00:00"),
        ("20261120", None),  # today: when it was found is nearer to the truth
        ("20261121", None),
        ("20261301", None),
        ("2026-11-18", None),
        ("00000000", None),
        ("", None),
        (None, None),
        (True, None),
    ],
)
def test_days_in_korea(value: Any, expected: str | None) -> None:
    found = blog.day_ms(value, NOW_MS)
    assert found == (None if expected is None else int(datetime.fromisoformat(expected).timestamp() * 1000))


def test_an_entry_of_the_cafe_search_has_neither_author_nor_date() -> None:
    item = {
        "title": "<b>예시시</b> 버스 노선 건의",
        "link": "https://cafe.naver.com/excafe/12345",
        "description": "정류장이 …",
        "cafename": "예시 맘카페",
        "cafeurl": "https://cafe.naver.com/excafe",
    }
    post = cafe.search_post(item, {})
    assert (post.remote_id, post.context, post.own) == ("excafe/12345", "예시 맘카페", False)
    assert post.text == "예시시 버스 노선 건의\n\n정류장이 …"
    assert post.created_ms is None and post.author == Author("", "")


def test_our_own_answers_are_known_again() -> None:
    text = "[답변] 버스\n\n질문: https://cafe.naver.com/excafe/12\n\n내일 고칩니다."
    assert cafe.answered(text, {}) == "excafe/12"
    assert cafe.answered(text.removeprefix("[답변] "), {}) == ""
    assert cafe.answered("[답변] 버스\n\n링크가 없는 글", {}) == ""


@given(st.dictionaries(st.sampled_from([*BLOG_ITEM, "cafename", "cafeurl"]), anything))
def test_whatever_an_entry_holds(item: dict[str, Any]) -> None:
    for read in (lambda i: blog.search_post(i, (), NOW_MS), lambda i: cafe.search_post(i, {})):
        try:
            post = read(item)
        except ConnectorError:
            continue
        assert post is not None and post.text and post.remote_id and len(post.remote_id) <= 500
        for value in (post.text, post.remote_id, post.url, post.author.name, post.context):
            value.encode()
            assert "\0" not in value


@given(anything)
def test_whatever_a_search_answers(value: Any) -> None:
    try:
        page = read_page(value, lambda item: cafe.search_post(item, {}))
    except Malformed:
        return
    assert page.entries <= 100


@given(st.text())
def test_whatever_address_somebody_writes(link: str) -> None:
    for text in (link, "https://blog.naver.com/" + link, "https://cafe.naver.com/" + link):
        links.blog_post(text)
        links.cafe_article(text)
        assert len(links.blog_name(text)) <= 60 and len(links.cafe_name(text)) <= 60
        assert links.link_id(text, "")


def test_words_to_search_for() -> None:
    assert words_of({"words": " 한빛시 , 한빛  시청\n한빛시;가로등"}) == ["한빛시", "한빛 시청", "가로등"]
    assert len(words_of({"words": ",".join("abcdefghij")})) == 5
    assert words_of({}) == words_of({"words": 7}) == []


# --- paging -----------------------------------------------------------------------------------------------


def page_of(numbers: range, total: int = 1000) -> Page:
    posts = tuple(Post(str(n), "글", Author("", "")) for n in numbers)
    return Page(total, posts, entries=len(posts))


def test_a_round_ends_where_everything_was_known() -> None:
    seen = {mark_of(str(n)) for n in range(100, 400)}
    place = Place()
    assert place.turn(page_of(range(50, 150)), seen)
    assert place.start == 91
    assert not place.turn(page_of(range(140, 240)), seen)
    deep = Place(deep=True)
    assert deep.turn(page_of(range(140, 240)), seen)


def test_a_repeated_page_is_not_taken_for_the_known_ones() -> None:
    place = Place()
    assert place.turn(page_of(range(100)), set()) and place.turn(page_of(range(100)), set())


def test_paging_ends_whatever_the_total_is() -> None:
    for total in (10**9, -1, 0, 1000):
        place = Place(deep=True)
        pages = 1
        while place.turn(Page(total, ()), set()):
            pages += 1
        assert pages <= 12


def test_an_empty_page_before_the_end_is_remembered() -> None:
    place = Place(deep=True)
    place.turn(Page(500, ()), set())
    assert Place.load(json.loads(json.dumps(place.dump()))).short
    place = Place(deep=True)
    place.turn(Page(0, ()), set())
    assert not place.short


@given(anything)
def test_a_place_is_read_from_whatever_is_stored(value: Any) -> None:
    place = Place.load({"start": value, "deep": value, "fresh": value})
    assert 1 <= place.start <= 1000
    assert all(len(mark) == 8 for mark in split_marks(value))


# --- refusals and budgets ---------------------------------------------------------------------------------


def answer(body: bytes, content_type: str = "application/json") -> Response:
    return Response(401, Headers({"content-type": content_type}), body, "https://openapi.naver.com/v1")


def test_errors_are_read_from_json_and_from_xml() -> None:
    words = "Authentication failed (인증에 실패하였습니다.)"
    value = json.dumps({"errorMessage": words, "errorCode": "024"}).encode()
    assert error_of(answer(value)) == ("024", words)
    xml = (
        f'<?xml version="1.0"?><result><errorMessage><![CDATA[{words}]]></errorMessage>'
        "<errorCode><![CDATA[024]]></errorCode></result>"
    )
    assert error_of(answer(xml.encode(), "text/xml")) == ("024", words)
    assert error_of(answer(b"<html>no</html>", "text/html")) == ("", "")
    assert error_of(answer(b"[]")) == error_of(answer(b'{"errorCode": 24}')) == ("", "")


def test_the_day_ends_at_midnight_in_korea() -> None:
    midnight = int(datetime(2026, 11, 20, 15, 0, tzinfo=UTC).timestamp() * 1000)
    assert midnight_ms(NOW_MS) == midnight
    assert midnight_ms(midnight - 1) == midnight
    assert midnight_ms(midnight) == midnight + 24 * 3_600_000


def test_the_seconds_of_a_token_may_be_text() -> None:
    assert seconds_of("3600") == seconds_of(3600) == seconds_of(3600.0) == 3600
    assert [seconds_of(value) for value in ("", "x", None, True, -1, "nan", [], "1e99")] == [None] * 8


# --- articles out -----------------------------------------------------------------------------------------


def test_the_title_is_made_from_the_question() -> None:
    assert cafe.title_for("버스 노선 건의\n\n정류장이 …") == "[답변] 버스 노선 건의"
    assert cafe.title_for("[답변] [답변] 버스") == "[답변] 버스"
    assert cafe.title_for(" \n ") == "[답변] 문의하신 내용"
    long = cafe.title_for("가" * 200)
    assert long.endswith("…") and len(long) == len("[답변] ") + 60


def test_what_is_typed_is_escaped() -> None:
    content = cafe.as_html(cafe.content_for('1 < 2 & "a"\n\n<script>', "https://cafe.naver.com/excafe/1"))
    assert content == (
        "질문: https://cafe.naver.com/excafe/1<br><br>1 &lt; 2 &amp; &quot;a&quot;<br><br>&lt;script&gt;"
    )


def test_the_encoding_of_naver_s_own_sample() -> None:
    """URLEncoder twice: the second time only the percent and plus signs change (naver_cafe.md section 4)."""
    body = cafe.form_of({"openyn": "true"}, {"subject": "가 나", "content": "a+b"}, twice=True)
    assert body == b"openyn=true&subject=%25EA%25B0%2580%2B%25EB%2582%2598&content=a%252Bb"
    once = cafe.form_of({}, {"subject": "가 나", "content": "a+b"}, twice=False)
    assert once == b"subject=%EA%B0%80+%EB%82%98&content=a%2Bb"


@given(st.text())
def test_every_text_survives_both_encodings(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for twice in (True, False):
        value = cafe.form_of({}, {"subject": text}, twice=twice).decode("ascii").partition("=")[2]
        for _ in range(1 + twice):
            value = unquote_plus(value)
        assert value == text


@given(anything)
def test_whatever_a_cafe_answers(value: Any) -> None:
    for whole in (value, {"message": value}, {"message": {"result": value, "error": value}}):
        cafe.written(whole)
        code, sentence = cafe.refused(whole)
        assert bool(code) == bool(sentence)


def test_an_accepted_article_is_named() -> None:
    result = {"cafeUrl": "ExCafe", "articleId": 4, "articleUrl": "https://cafe.naver.com/ExCafe/4"}
    expected = ("excafe/4", "https://cafe.naver.com/ExCafe/4")
    assert cafe.written({"message": {"result": result}}) == expected
    del result["articleUrl"]
    assert cafe.written({"message": {"result": result}}) == ("excafe/4", "https://cafe.naver.com/excafe/4")
    assert cafe.written({"message": {"result": {"msg": "Success"}}}) == ("", "")
