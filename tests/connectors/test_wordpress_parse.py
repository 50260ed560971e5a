"""What WordPress may send, and what it never should."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.base import ChannelConfig, ConnectorError, Malformed, Post, RateLimited, Unreachable
from connectors.http import Headers, Http
from connectors.wordpress import parse
from connectors.wordpress.api import Answer, Api, site_address

COMMENT: dict[str, Any] = {
    "id": 812,
    "post": 44,
    "parent": 0,
    "author": 0,
    "author_name": "홍길동 &amp; 김시민",
    "author_url": "javascript:alert(1)",
    "date": "2026-11-20T11:11:09",
    "date_gmt": "2026-11-20T02:11:09",
    "content": {"rendered": "<p>언제 <b>복구</b>되나요?<br />\n급합니다 &#038; 끝</p>\n", "raw": ""},
    "link": "https://city.example/notice/#comment-812",
    "status": "approved",
    "type": "comment",
    "_links": {"up": [{"href": "https://city.example/wp-json/wp/v2/pages/44"}]},
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
hostile_comments = st.fixed_dictionaries({}, optional={name: json_values for name in COMMENT})


def fits(post: Post) -> None:
    """A database, a window and a network can hold it."""
    for text in (
        post.remote_id,
        post.text,
        post.url,
        post.parent_id,
        post.author.name,
        post.author.remote_id,
    ):
        text.encode()
        assert "\0" not in text
    assert len(post.remote_id) <= 500 and len(post.author.remote_id) <= 500
    assert post.url == "" or post.url.lower().startswith("http")
    assert post.created_ms is None or isinstance(post.created_ms, int)


def test_a_comment_is_read() -> None:
    found = parse.comment(COMMENT)
    assert found.post.text == "언제 복구되나요?\n급합니다 & 끝"
    assert found.post.created_ms == 1_795_140_669_000
    assert found.post.author.name == "홍길동 & 김시민" and found.post.author.url == ""
    assert found.on == ("pages", 44) and not found.trashed


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-11-20T02:11:09", 1_795_140_669_000),
        ("2026-11-20T11:11:09+09:00", 1_795_140_669_000),
        ("0000-00-00T00:00:00", None),
        ("", None),
        (7, None),
        ("9999-12-31T23:59:59", 253_402_300_799_000),
    ],
)
def test_times_are_utc(date: Any, expected: int | None) -> None:
    assert parse.comment({**COMMENT, "date_gmt": date}).post.created_ms == expected


@pytest.mark.parametrize(
    ("status", "state"),
    [("approved", "published"), ("hold", "held"), ("spam", "spam"), ("trash", "hidden"), (None, "published")],
)
def test_states_are_ours(status: Any, state: str) -> None:
    assert parse.comment({**COMMENT, "status": status}).post.state == state


def test_a_broken_comment_does_not_hide_its_neighbours() -> None:
    found, broken = parse.comments([COMMENT, {"id": "x"}, None])
    assert [c.id for c in found] == [812] and broken == 2
    with pytest.raises(Malformed):
        parse.comments([{"id": -1}])
    with pytest.raises(Malformed):
        parse.comments({"code": "rest_forbidden"})


def test_whoever_left_out_the_mail_address_is_not_everybody_who_did() -> None:
    nobody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    for digest in ("d41d8cd98f00b204e9800998ecf8427e", nobody):
        urls = {"48": f"https://secure.gravatar.com/avatar/{digest}?s=48"}
        row = {**COMMENT, "author": 0, "author_name": "김시민", "author_avatar_urls": urls}
        assert parse.comment(row).post.author.remote_id == "name:김시민"


def test_a_list_and_a_text_that_a_plugin_has_changed_are_read() -> None:
    found, broken = parse.comments({"0": COMMENT, "2": {**COMMENT, "id": 811, "content": "<p>한 줄</p>"}})
    assert [(c.id, c.post.text.split("\n")[-1]) for c in found] == [(812, "급합니다 & 끝"), (811, "한 줄")]
    assert broken == 0


def test_the_fingerprint_follows_text_and_state_only() -> None:
    one = parse.comment(COMMENT).fingerprint()
    assert parse.comment({**COMMENT, "parent": 7, "link": "https://new.example/"}).fingerprint() == one
    for change in ({"status": "hold"}, {"content": {"rendered": "anders"}}, {"author_name": "다른 이"}):
        assert parse.comment({**COMMENT, **change}).fingerprint() != one


def test_problems_are_plain_sentences() -> None:
    said = parse.problem({"code": "rest_comment_closed", "message": "Sorry, <b>closed</b> &amp;#8211; now."})
    assert (said.code, said.reason) == ("rest_comment_closed", "Sorry, closed – now.")
    assert parse.problem(["x"]) == parse.Problem("", "")


@given(hostile_comments | json_values)
@settings(max_examples=300)
def test_hostile_comments_are_read_or_refused(value: Any) -> None:
    for own in (0, 7):
        try:
            found = parse.comment(value, own)
        except ConnectorError:
            continue
        fits(found.post)
        assert found.fingerprint()


@given(
    st.fixed_dictionaries(
        {"id": st.integers(1, 10**18)}, optional={n: json_values for n in COMMENT if n != "id"}
    )
)
@settings(max_examples=300)
def test_a_comment_with_an_id_is_always_read(value: dict[str, Any]) -> None:
    fits(parse.comment(value).post)


@given(json_values | st.lists(hostile_comments, max_size=4))
def test_whole_answers_are_read_or_refused(value: Any) -> None:
    for read in (parse.comments, parse.titles, parse.user):
        try:
            read(value)
        except ConnectorError:
            pass
    parse.problem(value)
    parse.speaks_wordpress(value)
    parse.site_name(value)


@given(st.text())
def test_what_is_sent_is_what_is_meant(text: str) -> None:
    sent = parse.as_content(text)
    assert "<" not in sent and ">" not in sent
    assert parse.same_text(sent, text)
    assert parse.same_text(sent.replace("\n", "\r\n"), text)


@given(st.text())
def test_any_typed_address_is_taken_or_refused(text: str) -> None:
    try:
        found = site_address(text)
    except Unreachable:
        return
    assert found.startswith(("http://", "https://")) and "@" not in found.split("/")[2]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("city.example", "https://city.example"),
        (" https://city.example/blog/ ", "https://city.example/blog"),
        ("https://city.example/wp-admin/edit.php?x=1", "https://city.example"),
        ("https://city.example/blog/wp-json/wp/v2/comments", "https://city.example/blog"),
        ("https://name:secret@city.example/index.php", "https://city.example"),
        ("HTTP://127.0.0.1:8099/", "http://127.0.0.1:8099"),
    ],
)
def test_addresses_as_people_type_them(typed: str, expected: str) -> None:
    assert site_address(typed) == expected


async def test_writing_too_fast_is_a_wait_and_no_refusal() -> None:
    """wordpress.md section 4: an ordinary user's second comment within 15 seconds."""
    said = {"code": "comment_flood", "message": "You are posting comments too quickly. Slow down."}
    api = Api(ChannelConfig("https://city.example"), Http())
    error = api.refusal(Answer(400, {**said, "data": {"status": 400}}, Headers()), reading=False)
    assert isinstance(error, RateLimited)
    assert 14_000 < error.until_ms - time.time() * 1000 < 17_000
