"""What a WordPress user may do and see, and how much a site writes: against a real WordPress."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator

import pytest

from connectors.base import Action, ChannelConfig, Outgoing, Refused
from connectors.http import Http
from connectors.wordpress.client import WordPress
from tests.servers.wordpress import User, WordPressServer

pytestmark = pytest.mark.real


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


@pytest.fixture
def site(wordpress: WordPressServer) -> WordPressServer:
    wordpress.sql("delete from wp.wp_comments")
    wordpress.option("comment_moderation", "0")
    wordpress.option("tests_block_rest", "")
    return wordpress


def channel(site: WordPressServer, http: Http, user: User | None = None) -> WordPress:
    secret = {"login": user.login, "password": user.password} if user else None
    return WordPress(ChannelConfig(url=site.url, secret=secret), http)


def action(kind: Action, target: int) -> Outgoing:
    return Outgoing(key=str(uuid.uuid4()), action=kind, target_id=str(target))


async def test_a_hidden_comment_is_shown_again_wherever_it_lies(site: WordPressServer, http: Http) -> None:
    connector = channel(site, http, site.editor)
    comment = site.comment(site.new_post("게시판"), "숨겼다 보일 글")
    for away, status in ((Action.HIDE, "hold"), (Action.HOLD, "hold"), (Action.TRASH, "trash")):
        await connector.send(action(away, comment))
        assert site.get_comment(comment)["status"] == status
        assert await connector.look_up(action(Action.UNHIDE, comment)) is None
        sent = await connector.send(action(Action.UNHIDE, comment))
        assert site.get_comment(comment)["status"] == "approved"
        assert sent.post is not None and sent.post.state == "published"
        assert await connector.look_up(action(Action.UNHIDE, comment)) is not None


async def test_a_writer_and_a_stranger_learn_why_they_may_not_moderate(
    site: WordPressServer, http: Http
) -> None:
    for user, why in ((site.author, "권한"), (None, "로그인")):
        granted = await channel(site, http, user).capabilities()
        assert granted.reply == (user is not None)
        for kind in (Action.HIDE, Action.APPROVE, Action.TRASH):
            assert not granted.allows(kind) and why in granted.why_not[kind.value]


async def test_a_lowered_role_is_no_lost_sign_in(site: WordPressServer, http: Http) -> None:
    """The password still counts: what is refused is said, and the next round reads what may be read."""
    page = site.new_post("게시판")
    site.comment(page, "모두가 읽는 글")
    connector = channel(site, http, site.editor)
    before = await connector.fetch({})
    path = f"/wp/v2/users/{site.editor.id}"
    site.rest("POST", path, {"roles": ["author"]})
    try:
        with pytest.raises(Refused) as refused:
            await connector.fetch(before.cursor)
        assert refused.value.reason
        after = await connector.fetch(before.cursor)
        assert [post.text for post in after.posts] == ["모두가 읽는 글"] and after.gone == ()
        assert not (await connector.capabilities()).hide
    finally:
        site.rest("POST", path, {"roles": ["editor"]})


async def test_how_much_a_site_and_its_writers_publish(site: WordPressServer, http: Http) -> None:
    connector = channel(site, http)
    site.new_post("글 하나")
    (before,) = await connector.activity([])
    site.rest("POST", "/wp/v2/posts", {"title": "글 둘", "status": "publish"}, login="author")
    (after,) = await connector.activity([])
    assert after.posts == (before.posts or 0) + 1 and after.name and after.url == site.url
    assert after.last_post_ms is not None and after.last_post_ms >= (before.last_post_ms or 0)
    author, nobody = await connector.activity(["@author", "nobody"])
    assert (author.handle, author.state, author.name) == ("@author", "ok", "author")
    assert author.posts is not None and 1 <= author.posts < after.posts
    assert (nobody.state, nobody.posts) == ("missing", None)
