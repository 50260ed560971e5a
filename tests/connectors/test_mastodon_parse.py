"""What Mastodon may send, and what it never should."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.base import ConnectorError, LengthRule, Malformed, Media, Post, Unreachable
from connectors.mastodon import parse, words
from connectors.mastodon.api import server_of
from connectors.mastodon.streaming import _trusted

STATUS: dict[str, Any] = {
    "id": "115580012345678901",
    "created_at": "2026-11-20T02:11:08.990Z",
    "edited_at": None,
    "in_reply_to_id": "115579990000000000",
    "in_reply_to_account_id": "55",
    "visibility": "public",
    "spoiler_text": "",
    "uri": "https://forum.example/users/gildong/statuses/77",
    "url": "https://forum.example/@gildong/77",
    "content": '<p><span class="h-card"><a href="https://social.example/@hanbit" class="u-url mention">'
    "@<span>hanbit</span></a></span> 가로등이 꺼졌어요<br>부탁합니다 "
    '<a href="https://social.example/tags/x" class="mention hashtag" rel="tag">#<span>민원</span></a></p>'
    "<p>둘째 문단</p>",
    "account": {"id": "1093", "username": "gildong", "acct": "gildong@forum.example", "display_name": "길동",
                "url": "https://forum.example/@gildong"},
    "mentions": [{"id": "55", "username": "hanbit", "url": "https://x.example/@hanbit", "acct": "hanbit"}],
    "media_attachments": [
        {"type": "image", "url": "https://files.example/1.png", "description": "꺼진 가로등"},
        {"type": "gifv", "url": "javascript:alert(1)"},
        {"type": "unknown", "url": None, "remote_url": "https://files.example/2.bin"},
    ],
    "reblog": None,
}  # fmt: skip
NOTIFICATION = {
    "id": "7710042",
    "type": "mention",
    "created_at": "2026-11-20T02:11:09.412Z",
    "status": STATUS,
}
RULE = LengthRule(limit=500, url_length=23, names_author=True)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
hostile_accounts = json_values | st.fixed_dictionaries(
    {}, optional={n: json_values for n in STATUS["account"]}
)
hostile_statuses = st.fixed_dictionaries(
    {},
    optional={
        **{name: json_values for name in STATUS},
        "id": json_values | st.integers(0, 10**18).map(str),
        "account": hostile_accounts,
        "reblog": json_values | st.just(STATUS),
        "mentions": st.lists(hostile_accounts, max_size=3),
    },
)


def fits(post: Post) -> None:
    """A database, a window and a network can hold it."""
    texts = [post.remote_id, post.text, post.url, post.parent_id, post.repost_of, post.author.name]
    for text in [*texts, post.author.remote_id, post.author.handle, *(m.alt for m in post.media)]:
        text.encode()
        assert "\0" not in text
    assert 0 < len(post.remote_id) <= 500
    for url in (post.url, post.author.url, *(m.url for m in post.media)):
        assert url == "" or url.lower().startswith("http")


def test_a_status_is_read() -> None:
    found = parse.status(STATUS, "55")
    post = found.post
    assert post.text == "@hanbit 가로등이 꺼졌어요\n부탁합니다 #민원\n\n둘째 문단"
    assert post.created_ms == 1_795_140_668_990 and post.edited_ms is None
    assert post.parent_id == "115579990000000000" and post.url == "https://forum.example/@gildong/77"
    assert post.media == (
        Media("image", "https://files.example/1.png", "꺼진 가로등"),
        Media("file", "https://files.example/2.bin"),
    )
    assert not post.own and not post.private and found.concerns("55") and not found.concerns("56")
    assert parse.status(STATUS, "1093").post.own


def test_times_of_other_servers_are_understood() -> None:
    for text in (
        "2026-11-20T02:11:08.990123+00:00",
        "2026-11-20T11:11:08.990+09:00",
        "2026-11-20T02:11:08.990Z",
    ):
        assert parse.status({**STATUS, "created_at": text}).post.created_ms == 1_795_140_668_990
    assert parse.status({**STATUS, "created_at": "gestern"}).post.created_ms is None


def test_a_boost_names_its_original() -> None:
    wrapper = {**STATUS, "id": "2", "content": "", "reblog": STATUS, "account": {"id": "7", "acct": "a"}}
    post = parse.status(wrapper).post
    assert post.repost_of == STATUS["id"] and post.text.startswith("@hanbit 가로등이")
    assert post.author.remote_id == "7"


def test_a_warning_stands_before_the_text() -> None:
    post = parse.status({**STATUS, "spoiler_text": "사진 주의", "content": "<p>본문</p>"}).post
    assert post.text == "사진 주의\n\n본문"


def test_what_a_status_quotes_is_what_it_is_about() -> None:
    quoted = {"state": "accepted", "quoted_status": {**STATUS, "content": "<p>버스가<br>안 와요</p>"}}
    post = parse.status({**STATUS, "content": "<p>저도요</p>", "quote": quoted}).post
    assert (post.text, post.context) == ("저도요", "버스가 안 와요")
    for nothing in (None, {}, {"state": "pending", "quoted_status": None}, {"quoted_status_id": "5"}):
        assert parse.status({**STATUS, "quote": nothing}).post.context == ""


def test_an_id_of_another_kind_of_server_is_kept_as_it_is() -> None:
    for number in ("01HABCDEFGHJKMNPQRSTVWXYZ0", "a-b_c", "9" * 300, 115555555555555555):
        assert parse.status({**STATUS, "id": number}).post.remote_id == str(number)
    for number in ("9" * 401, "../1", "1?a", "", None, True, 2**63):
        with pytest.raises(Malformed):
            parse.status({**STATUS, "id": number})


def test_what_a_poll_offers_is_part_of_the_text() -> None:
    options = [
        {"title": "찬성 👍🏽", "votes_count": 2},
        {"title": None},
        "x",
        {"title": "반대", "votes_count": None},
    ]
    for poll in ({"options": options}, {"options": [{**options[0], "votes_count": 9}, options[3]]}):  # type: ignore[dict-item]
        assert (
            parse.status({**STATUS, "content": "<p>설문</p>", "poll": poll}).post.text
            == "설문\n\n○ 찬성 👍🏽\n○ 반대"
        )
    for nothing in (None, {}, {"options": None}, []):
        assert parse.status({**STATUS, "content": "<p>설문</p>", "poll": nothing}).post.text == "설문"


def test_who_may_see_it() -> None:
    for visibility, private in (("public", False), ("unlisted", False), ("private", False), ("direct", True)):
        found = parse.status({**STATUS, "visibility": visibility})
        assert found.post.private is private and found.visibility == visibility
    assert parse.status({**STATUS, "visibility": "everybody"}).visibility == "direct"


def test_unknown_kinds_of_notifications_are_kept_as_places_only() -> None:
    found, broken = parse.notifications(
        [
            NOTIFICATION,
            {"id": "9", "type": "novelty", "status": {"id": 1}},
            {"id": "8", "type": "mention", "status": {}},
        ]
    )
    assert [n.id for n in found] == ["7710042", "9", "8"] and broken == 1
    assert [n.status is not None for n in found] == [True, False, False]
    with pytest.raises(Malformed):
        parse.notifications([{"type": "mention"}])


def test_frames_and_events() -> None:
    frame = {"stream": ["user"], "event": "notification", "payload": json.dumps(NOTIFICATION)}
    found = parse.frame(json.dumps(frame), "55")
    assert found.notification is not None and found.notification.id == "7710042"
    assert (
        parse.frame('{"stream":["user"],"event":"delete","payload":"115580012345678901"}').deleted
        == STATUS["id"]
    )
    assert parse.frame('{"event":"filters_changed"}').name == "filters_changed"
    with pytest.raises(Malformed) as refused:
        parse.frame('{"error":"Unknown stream type","status":400}')
    assert refused.value.code == "stream-refused"


def test_a_servers_own_rules() -> None:
    v2 = {"title": "한빛", "version": "4.4.0", "configuration": {
        "urls": {"streaming": "wss://streaming.social.example"},
        "statuses": {"max_characters": 5000, "characters_reserved_per_url": 23}}}  # fmt: skip
    found = parse.instance(v2, RULE)
    assert found.length == LengthRule(5000, "graphemes", 23, names_author=True)
    assert found.streaming == "wss://streaming.social.example"
    v1 = {
        "title": "Old",
        "version": "3.5.0",
        "urls": {"streaming_api": "wss://social.example/"},
        "max_toot_chars": 1000,
    }
    assert parse.instance(v1, RULE).length.limit == 1000
    assert parse.instance({}, RULE) == parse.Instance("", "", RULE, "")
    for streaming in ("file:///x", "wss://", "http://[", 7):
        assert parse.instance({"urls": {"streaming_api": streaming}}, RULE).streaming == ""


def test_the_names_of_a_reply() -> None:
    parent = parse.status(STATUS, "55")
    assert words.as_reply("네", parent, "55") == "@gildong@forum.example 네"
    assert words.as_reply("@Gildong@forum.example 네", parent, "55") == "@Gildong@forum.example 네"
    assert words.as_reply("네", parent, "1093") == "@hanbit 네"
    assert words.leading_mentions("@a @b@c.example 안녕 @d") == "@a @b@c.example"
    assert words.without_mentions("@a @b@c.example 안녕 @d") == "안녕 @d"
    assert words.same_text("@a  안녕\n하세요", "안녕 하세요") and not words.same_text("@a 안녕", "@a 안녕히")


@given(hostile_statuses | json_values)
@settings(max_examples=400)
def test_hostile_statuses_are_read_or_refused(value: Any) -> None:
    for own in ("", "55"):
        try:
            found = parse.status(value, own)
        except ConnectorError:
            continue
        fits(found.post)
        assert found.visibility in parse.VISIBILITIES
        reply = words.as_reply("답", found, own)
        assert "\n" not in reply and reply.endswith("답")


@given(
    json_values
    | st.lists(
        st.fixed_dictionaries({"id": json_values, "type": st.just("mention"), "status": hostile_statuses})
    )
)
def test_hostile_lists_are_read_or_refused(value: Any) -> None:
    for read in (parse.notifications, parse.statuses, parse.account, parse.notification):
        try:
            read(value)
        except ConnectorError:
            pass
    try:
        parse.instance(value, RULE)
    except ConnectorError:
        pass


@given(
    st.sampled_from(["update", "status.update", "delete", "notification", "x", ""]),
    st.text() | json_values.map(json.dumps),
)
def test_hostile_events_are_read_or_refused(name: str, payload: str) -> None:
    for read in (lambda: parse.event(name, payload), lambda: parse.frame(payload)):
        try:
            read()
        except ConnectorError:
            pass
    try:
        parse.frame(json.dumps({"event": name, "payload": payload}))
    except ConnectorError:
        pass


def test_json_nested_too_deeply_is_refused() -> None:
    with pytest.raises(Malformed):
        parse.frame("[" * 100_000)


@given(st.text(), st.text())
def test_any_typed_server_is_taken_or_refused(url: str, handle: str) -> None:
    try:
        found = server_of(url, handle)
    except Unreachable:
        return
    assert found.startswith(("http://", "https://")) and found.count("/") == 2


@pytest.mark.parametrize(
    ("url", "handle", "expected"),
    [
        ("social.example", "", "https://social.example"),
        ("https://social.example/@hanbit", "", "https://social.example"),
        ("", "@hanbit@social.example", "https://social.example"),
        ("@hanbit@social.example", "", "https://social.example"),
        ("http://127.0.0.1:3055/", "", "http://127.0.0.1:3055"),
    ],
)
def test_servers_as_people_type_them(url: str, handle: str, expected: str) -> None:
    assert server_of(url, handle) == expected


def test_the_token_streams_to_the_servers_own_names_only() -> None:
    own = "https://social.example"
    assert _trusted(own, "wss://streaming.social.example") == "https://streaming.social.example"
    assert _trusted("https://a.social.example", "wss://b.social.example") == "https://b.social.example"
    for foreign in ("wss://evil.example", "wss://social.example.evil.test", "wss://xsocial.example"):
        assert _trusted(own, foreign) == own
    assert _trusted("https://city.go.kr", "wss://evil.go.kr") == "https://city.go.kr"
    assert _trusted(own, "") == own
    with pytest.raises(ConnectorError):
        _trusted(own, "ws://social.example")
