"""Posts taken down by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Action, ChannelConfig, Outgoing, Refused
from connectors.http import Http
from connectors.manual import NETWORK, make_post


def test_what_was_heard_becomes_a_post() -> None:
    post = make_post("전화", " 홍길동 ", "가로등이\n꺼졌대요 ", 1_700_000_000_000, "https://band.example/7")
    assert post.text == "가로등이\n꺼졌대요"
    assert (post.author.name, post.context, post.url) == ("홍길동", "전화", "https://band.example/7")
    assert post.created_ms == 1_700_000_000_000 and not post.own
    other = make_post("전화", "홍길동", "다른 일", None)
    assert other.created_ms is None
    assert other.remote_id != post.remote_id and other.author.remote_id == post.author.remote_id
    assert make_post("방문", "홍길동", "다른 일", None).author.remote_id != post.author.remote_id
    assert make_post("전화", "", "이름 없는 민원", None).author.remote_id == ""
    assert make_post("전화", "홍길동", "고친 글", None, remote_id=post.remote_id).remote_id == post.remote_id


@pytest.mark.parametrize("text", ["", "  \n ", "\0\x07"])
def test_without_text_there_is_no_post(text: str) -> None:
    with pytest.raises(Refused):
        make_post("전화", "홍길동", text, None)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "그냥 글"]
)
def test_only_addresses_of_pages_are_kept(url: str) -> None:
    assert make_post("전화", "", "글", None, url).url == ""


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_typed_can_be_stored(network: str, author: str, text: str, url: str) -> None:
    try:
        post = make_post(network, author, text, None, url)
    except Refused:
        return
    for value in (post.text, post.author.name, post.context, post.url, post.remote_id, post.author.remote_id):
        value.encode()
        assert "\0" not in value
    assert len(post.remote_id) <= 500 and "\n" not in post.author.name + post.context


async def test_nothing_is_fetched_and_nothing_goes_out() -> None:
    http = Http()
    connector = NETWORK.open(ChannelConfig(url=""), http)
    can = await connector.capabilities()
    assert not can.poll and not any(can.allows(action) for action in Action)
    batch = await connector.fetch({"kept": 1})
    assert (batch.posts, batch.gone, batch.more, dict(batch.cursor)) == ((), (), False, {"kept": 1})
    outgoing = Outgoing("key", Action.REPLY, "manual:1", "답")
    with pytest.raises(Refused):
        await connector.send(outgoing)
    assert await connector.look_up(outgoing) is None
    with pytest.raises(Refused):
        await anext(connector.stream())
    await http.aclose()
