"""X's JSON as it comes and as it should not come."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Batch, ConnectorError, Malformed, Media
from connectors.x import parse
from connectors.x.api import OFFICIAL, server_of
from connectors.x.memory import Memory
from connectors.x.problems import Problem, names_place, problems, reason_of
from connectors.x.streaming import event
from connectors.x.words import fields
from tests.servers.x_rules import POSTS, TWEETS, endpoint_of, problem_of

ME = "800000001"
PAGE = {
    "data": [
        {
            "id": "2100000000000000301",
            "text": "@exampleCity 가로등이 꺼졌어요 https://t.co/abc https://t.co/abcd https://t.co/pic",
            "author_id": "900000001",
            "created_at": "2026-11-20T01:02:03.000Z",
            "conversation_id": "2100000000000000100",
            "referenced_tweets": [{"type": "replied_to", "id": "2100000000000000100"}],
            "edit_history_tweet_ids": ["2100000000000000301"],
            "attachments": {"media_keys": ["3_1", "7_2", "9_9"]},
            "entities": {
                "urls": [
                    {
                        "url": "https://t.co/abc",
                        "expanded_url": "https://example.go.kr/1",
                        "start": 0,
                        "end": 1,
                    },
                    {"url": "https://t.co/abcd", "expanded_url": "https://example.go.kr/\\1", "start": 0},
                    {"url": "https://t.co/pic", "display_url": "pic.twitter.com/x", "media_key": "3_1"},
                    {"url": 5},
                    "?",
                ]
            },
        }
    ],
    "includes": {
        "users": [{"id": "900000001", "name": "시민 예시", "username": "ex_citizen"}],
        "media": [
            {"media_key": "3_1", "type": "photo", "url": "https://pbs.example/1.jpg", "alt_text": "가로등"},
            {
                "media_key": "7_2",
                "type": "video",
                "variants": [
                    {"content_type": "application/x-mpegURL", "url": "https://v.example/a.m3u8"},
                    {"content_type": "video/mp4", "bit_rate": 1, "url": "https://v.example/small.mp4"},
                    {"content_type": "video/mp4", "bit_rate": 9, "url": "https://v.example/large.mp4"},
                ],
            },
        ],
    },
    "meta": {"result_count": 1, "next_token": "tok1"},
}


def renamed(value: Any) -> Any:
    """The same in the newer vocabulary."""
    text = json.dumps(value)
    for old, new in (
        ("edit_history_tweet_ids", "edit_history_post_ids"),
        ("referenced_tweets", "referenced_posts"),
        ("note_tweet", "note_post"),
        ('"tweets"', '"posts"'),
    ):
        text = text.replace(old, new)
    return json.loads(text)


def test_both_vocabularies_say_the_same() -> None:
    page = parse.page(PAGE, ME)
    assert page == parse.page(renamed(PAGE), ME)
    (found,) = page.found
    assert found.post.text == (
        "@exampleCity 가로등이 꺼졌어요 https://example.go.kr/1 https://example.go.kr/\\1"
    )
    assert found.post.url == "https://x.com/ex_citizen/status/2100000000000000301"
    assert found.post.parent_id == found.conversation == "2100000000000000100"
    assert found.post.media == (
        Media("image", "https://pbs.example/1.jpg", "가로등"),
        Media("video", "https://v.example/large.mp4"),
    )
    assert page.next_token == "tok1" and page.damaged == ()


def test_a_long_post_is_whole() -> None:
    note = {"text": "아주 긴 글 &lt;3 https://t.co/x", "entities": {"urls": [{"url": "https://t.co/x"}]}}
    value = {"id": "5", "text": "아주 긴…", "note_tweet": note}
    for one in (value, renamed(value)):
        assert parse.post(one, parse.Included({}), ME).post.text == "아주 긴 글 <3 https://t.co/x"


def test_ids_tell_the_time_and_are_numbers() -> None:
    assert parse.time_of("2080765813578191303") == 1784928203373  # 2026-07-24T21:23:23.373Z
    assert parse.id_at(1784928203373) <= "2080765813578191303"
    assert parse.time_of(parse.id_at(1784928203373)) == 1784928203373
    place = Memory({}, ME).places["mentions"]
    page = parse.page({"data": [{"id": "999", "text": "a"}, {"id": "1000", "text": "b"}]}, ME)
    place.read(page, 9)
    assert place.since == "1000" and place.from_id == ""
    assert parse.earlier("2080765813578191303", 600_000) == str(2080765813578191303 - (600_000 << 22))
    assert [parse.identifier(v) for v in ("0", "1/2", "1" * 20, "", None, True, 12)] == [""] * 6 + ["12"]


def test_an_edit_keeps_the_first_id_and_so_do_answers_to_it() -> None:
    history = {"edit_history_tweet_ids": ["100", "205", "99"]}
    value = {
        "data": [
            {"id": "205", "text": "새 글", **history},
            {"id": "100", "text": "옛 글", **history},
            {"id": "300", "text": "답", "referenced_tweets": [{"type": "replied_to", "id": "205"}]},
        ],
        "includes": {"tweets": [{"id": "205", "text": "새 글", **history}]},
    }
    newest, old, answer = parse.page(value, ME).found
    assert newest.post.remote_id == old.post.remote_id == answer.post.parent_id == "99"
    assert not newest.stale and old.stale and newest.post.edited_ms == parse.time_of("205")


def test_damaged_entries_cost_only_themselves() -> None:
    value = {"data": [{"id": "1", "text": "좋은 글"}, {"id": "2", "text": 5}, None, {"text": "?"}]}
    page = parse.page(value, ME)
    assert [found.version for found in page.found] == ["1"] and page.damaged == ("2", "", "")


THREE_SHAPES = [
    {
        "title": "t",
        "detail": "왜냐하면",
        "type": "https://api.x.com/2/problems/client-forbidden",
        "status": 403,
    },
    {"errors": [{"detail": "왜냐하면", "type": "https://api.twitter.com/2/problems/client-forbidden"}]},
    {"errors": [{"code": 88, "message": "왜냐하면"}]},
    {
        "errors": [{"parameters": {"x": []}, "message": "왜냐하면"}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": "https://api.x.com/2/problems/invalid-request",
    },
]


@pytest.mark.parametrize("body", THREE_SHAPES)
def test_every_shape_of_an_error_says_why(body: Any) -> None:
    assert reason_of(problems(body)) == "왜냐하면"


def test_what_is_wrong_is_told_apart() -> None:
    missing = {"resource_id": "7", "type": "https://api.x.com/2/problems/resource-not-found"}
    hidden = {"value": "8", "type": "https://api.x.com/2/problems/not-authorized-for-resource"}
    page = parse.page({"errors": [missing, hidden, {"code": 1}]}, ME)
    assert page.missing == ("7", "8")
    assert names_place(problems({"errors": [{"parameters": {"pagination_token": []}, "message": "?"}]}))
    assert not names_place(problems({"detail": "The query parameter [post.fields] is not one of [id]"}))
    assert names_place(problems({"detail": "'since_id' must be a tweet id created after ..."}))
    assert Problem(code=32).sign_in and Problem(code=144).missing and Problem(code=187).duplicate
    assert Problem(title="CreditsDepleted").capped and not Problem(title="Forbidden").capped


@pytest.mark.parametrize("kind", ["post", "dm", "user"])
def test_what_we_ask_for_is_what_x_describes(kind: str) -> None:
    path = {"post": "/2/users/1/mentions", "dm": "/2/dm_events", "user": "/2/users/me"}[kind]
    found = endpoint_of("GET", path)
    assert found is not None
    for words, other, new in ((TWEETS, POSTS, False), (POSTS, TWEETS, True)):
        query = {name: [value] for name, value in fields(kind, renamed=new).items()}
        assert problem_of(found[0], query, b"", words) is None
        refused = problem_of(found[0], query, b"", other)
        assert refused is not None or (kind == "dm" and new)  # those are known to both
        assert not names_place(problems(refused))


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("", OFFICIAL),
        ("@hanbit", OFFICIAL),
        ("hanbit", OFFICIAL),
        ("https://x.com/hanbit", OFFICIAL),
        ("twitter.com/hanbit", OFFICIAL),
        ("http://mobile.twitter.com/hanbit", OFFICIAL),
        ("https://api.x.com/2/", OFFICIAL),
        ("https://notx.com", "https://notx.com"),
        ("https://Relay.example/x/", "https://relay.example/x"),
        ("http://127.0.0.1:8080/2", "http://127.0.0.1:8080"),
        ("https://user:pass@x.com.evil.example", "https://x.com.evil.example"),
    ],
)
def test_addresses_lead_to_x_or_to_a_server_of_the_city(url: str, server: str) -> None:
    assert server_of(url) == server


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    (
        "id text author_id created_at referenced_tweets referenced_posts edit_history_tweet_ids entities "
        "attachments note_tweet public_metrics type url media_keys urls data includes meta errors users "
        "media tweets sender_id event_type dm_conversation_id payload direct_message_events message_create "
        "next_token parameters code"
    ).split()
)
LIKELY = st.recursive(
    JSON | st.sampled_from(["1", "2100000000000000301", "replied_to", "post.create", "dm.received", ME]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=25,
)


@given(LIKELY, st.sampled_from(["post", "dm"]))
def test_any_answer_is_read_or_refused(value: Any, kind: str) -> None:
    try:
        page = parse.page(value, ME, kind)
    except Malformed:
        return
    for found in page.found:
        assert found.post.remote_id and isinstance(found.post.text, str)
        assert found.post.text.encode("utf-8")


@given(LIKELY)
def test_any_event_is_read_or_refused(value: Any) -> None:
    try:
        assert isinstance(event(json.dumps({"data": value}), ME), Batch)
    except ConnectorError:
        pass
    reason_of(problems(value))


@given(LIKELY, LIKELY)
def test_any_cursor_can_be_gone_on_from(value: Any, more: Any) -> None:
    known = value if isinstance(value, dict) else {}
    names = ("mentions", "dms", "recent", "watched", "edited", "hidden", "asked", "quoted", "queue", "off")
    cursor = {**known, **dict.fromkeys(names, more), "account": ME}
    memory = Memory(cursor, ME)
    again = Memory(json.loads(json.dumps(memory.as_cursor())), ME)
    assert again.as_cursor() == memory.as_cursor()
    memory.due(1_800_000_000_000)


def test_a_cursor_stays_small_however_much_is_said() -> None:
    memory = Memory({}, ME)
    now_ms = 1_800_000_000_000
    for n in range(3000):
        number = str(int(parse.id_at(now_ms)) + n)
        versions = (number, str(int(number) + 10**6))
        post = parse.post({"id": number, "text": "글"}, parse.Included({}), ME).post
        assert memory.take(parse.Found(post, versions[1], versions), now_ms) is not None
        memory.hide(number, True)
        memory.asked[f"{n}-{n}"] = number
        memory.damaged.append(number)
    assert len(json.dumps(memory.as_cursor())) < 80_000


def test_a_list_without_entries_may_say_so_as_null() -> None:
    assert parse.page({"data": None, "meta": {"result_count": 0}}, ME).found == ()
