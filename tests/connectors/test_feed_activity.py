"""How much a feed writes, and that its name and password stay with it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from connectors.base import AuthExpired, ChannelConfig, Malformed, Unreachable
from connectors.feed.client import FeedConnector
from connectors.http import Http
from tests.servers.atom_feed import AtomFeed
from tests.servers.fakecity import Board, FakeCity, Reply, faults


async def test_the_newest_item_and_their_number_are_told(city: FakeCity, http: Http) -> None:
    board = Board(city, "/board", "자유게시판")
    board.fill(7)
    newest = max(entry.written for entry in board.entries)
    gone = city.route("/gone", Reply(410))
    connector = FeedConnector(ChannelConfig(board.url), http)
    (own,) = await connector.activity([])
    assert (own.handle, own.state, own.posts, own.name) == (board.url, "ok", 7, "자유게시판")
    assert own.last_post_ms == int(newest.replace(microsecond=0).timestamp() * 1000)
    found = await connector.activity([gone, board.url, city.url + "/missing", "이름뿐"])
    assert [one.state for one in found] == ["missing", "ok", "missing", "missing"]
    assert found[1].posts == 7
    city.fault("/board", faults.status(500), times=None)
    with pytest.raises(Unreachable):
        await connector.activity([])
    with pytest.raises(Malformed):
        await connector.activity([city.route("/page", Reply(200, b"<!doctype html><html></html>"))])


async def test_other_feeds_are_not_shown_the_password(city: FakeCity, http: Http) -> None:
    board = Board(city, "/open")
    board.fill(1)
    feed = AtomFeed()
    try:
        feed.write("글", "시민", at=datetime(2026, 11, 20, tzinfo=UTC))
        secret = {"login": feed.login, "password": feed.password}
        connector = FeedConnector(ChannelConfig(feed.url, secret=secret), http)
        own, other = await connector.activity([feed.url, board.url])
        assert (own.posts, other.posts) == (1, 1)
        assert all("authorization" not in request.headers for request in city.asked("/open"))
        with pytest.raises(AuthExpired):
            await FeedConnector(ChannelConfig(feed.url), http).activity([])
    finally:
        feed.stop()
