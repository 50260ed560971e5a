"""What Threads may send."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors.base import ChannelConfig, Malformed
from connectors.graph import Graph
from connectors.http import Http
from connectors.threads import parse
from connectors.threads.reading import Reading

REPLY: dict[str, Any] = {
    "id": "18000000000000001",
    "text": "@ex_city 버스 정보가\r\n안 떠요",
    "timestamp": "2026-11-20T01:02:03+0000",
    "username": "ex_user",
    "permalink": "https://www.threads.com/@ex_user/post/AAA",
    "media_type": "CAROUSEL_ALBUM",
    "media_url": "https://cdn.example/0.jpg",
    "children": {"data": [{"id": "1"}, {"media_type": "VIDEO", "media_url": "https://cdn.example/1.mp4"}]},
    "root_post": {"id": "18000000000000000"},
    "replied_to": {"id": "18000000000000000"},
    "hide_status": "HIDDEN",
    "has_replies": False,
    "alt_text": "꺼진 화면",
    "gif_url": None,
    "reposted_post": None,
    "is_reply_owned_by_me": False,
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
hostile = json_values | st.fixed_dictionaries({}, optional={name: json_values for name in REPLY})


def test_a_reply_is_read() -> None:
    found = parse.entry(REPLY, "ex_city")
    post = found.post
    assert post.text == "@ex_city 버스 정보가\n안 떠요" and post.state == "hidden" and not post.own
    assert post.created_ms == 1_795_136_523_000 and post.parent_id == found.root == "18000000000000000"
    assert [m.kind for m in post.media] == ["video"]
    alone = parse.entry({**REPLY, "children": {"data": [{"id": "1"}]}}, "EX_USER").post
    assert alone.own and alone.media[0].alt == "꺼진 화면"


@given(hostile)
def test_any_json_gives_values_or_malformed(value: Any) -> None:
    try:
        post = parse.entry(value, "ex_city").post
    except Malformed:
        return
    for text in (post.remote_id, post.text, post.url, post.parent_id, *post.author):
        text.encode()
        assert "\0" not in text
    for url in (post.url, post.author.url, *(m.url for m in post.media)):
        assert url == "" or url.startswith("http")
    parse.entries([value, REPLY], "ex_city")


@given(st.dictionaries(st.sampled_from(["jobs", "known", "watched", "doubt", "again", "first"]), json_values))
def test_any_cursor_is_gone_on_with(cursor: dict[str, Any]) -> None:
    graph = Graph(Http(), "https://graph.example/v1.0", ChannelConfig(""))
    reading = Reading(graph, {"account": "1", **cursor}, parse.Profile("1", "x", "x"), 1)
    json.dumps(dict(reading._batch().cursor))
