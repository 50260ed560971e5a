"""Sites as they are in the field: firewalls, broken plugins, lost answers. A fake plays them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

from connectors.base import (
    Action,
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http
from connectors.wordpress.client import WordPress
from tests.servers.tiny_http import Reply, Request, TinyServer

HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json; charset=UTF-8"}
PARENT = {
    "id": 7,
    "post": 3,
    "parent": 0,
    "author": 0,
    "author_name": "홍길동",
    "status": "approved",
    "date_gmt": "2026-11-20T02:11:09",
    "content": {"rendered": "<p>질문</p>", "raw": "질문"},
}
MINE = {**PARENT, "id": 8, "parent": 7, "author": 2, "content": {"rendered": "<p>답</p>", "raw": "답"}}
ME = {"id": 2, "name": "소통팀", "slug": "editor", "capabilities": {"moderate_comments": True}}
ROOT = {"name": "누리집", "namespaces": ["oembed/1.0", "wp/v2"]}

Answer = Reply | Callable[[Request], Reply]


class Site:
    """Answers by (method, path below the API); everything else is a page that is not found."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Answer] = {
            ("GET", "/"): Reply(200, b"<html>Hi</html>", HTML),
            ("GET", "/wp-json/"): Reply(200, ROOT),
            ("GET", "/wp-json/wp/v2/users/me"): Reply(200, ME),
            ("GET", "/wp-json/wp/v2/comments"): Reply(200, [PARENT]),
            ("GET", "/wp-json/wp/v2/comments/7"): Reply(200, PARENT),
            ("GET", "/wp-json/wp/v2/comments/8"): Reply(200, MINE),
            ("POST", "/wp-json/wp/v2/comments"): Reply(201, MINE),
        }
        self.seen: list[Request] = []
        self.server = TinyServer(self._handle)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    async def _handle(self, request: Request) -> Reply | None:
        self.seen.append(request)
        answer = self.answers.get((request.method, request.path), Reply(404, b"<html>404</html>", HTML))
        if not isinstance(answer, Reply):
            return answer(request)
        if answer.status == 0:
            request.writer.transport.abort()
            return None
        return answer


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.server.start()
    yield site
    site.server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def channel(site: Site, http: Http, *, signed_in: bool = True) -> WordPress:
    secret = {"login": "editor", "password": "abcd EFGH"} if signed_in else None
    return WordPress(ChannelConfig(url=site.url, secret=secret), http)


REPLY = Outgoing("key", Action.REPLY, "7", "답")


async def test_the_fake_site_is_enough_to_read_and_answer(site: Site, http: Http) -> None:
    connector = channel(site, http)
    assert [p.text for p in (await connector.fetch({})).posts] == ["질문"]
    sent = await connector.send(REPLY)
    assert sent.remote_id == "8" and sent.post is not None and sent.post.own
    posted = [json.loads(r.body) for r in site.seen if r.method == "POST"]
    assert posted == [{"post": 3, "parent": 7, "content": "답"}]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(403, b"<html>Blocked by firewall</html>", HTML), Unreachable),
        (Reply(401, b"<html>Please log in</html>", HTML), AuthExpired),
        (Reply(401, {"code": "rest_not_logged_in", "message": "no"}), AuthExpired),
        (Reply(400, {"code": "rest_forbidden_param", "message": "no"}), AuthExpired),
        (Reply(403, {"code": "rest_forbidden", "message": "막힘"}), Refused),
        (Reply(404, {"code": "rest_no_route", "message": "no route"}), Refused),
        (Reply(500, {"code": "internal_server_error", "message": "x"}), Unreachable),
        (Reply(500, b"<html>Error</html>", HTML), Unreachable),
        (Reply(502, b"", HTML), Unreachable),
        (Reply(503, b"<html>Maintenance</html>", {**HTML, "Retry-After": "120"}), RateLimited),
        (Reply(429, b"slow down", HTML), RateLimited),
        (Reply(200, b"<html>Coming soon</html>", HTML), Malformed),
        (Reply(200, b"[{", JSON), Malformed),
        (Reply(200, {"no": "list"}), Malformed),
        (Reply(200, [{"id": None}, 7]), Malformed),
        (Reply(0), Unreachable),
    ],
)
async def test_failures_of_reading_keep_their_meaning(
    site: Site, http: Http, reply: Reply, error: type[ConnectorError]
) -> None:
    connector = channel(site, http)
    cursor = (await connector.fetch({})).cursor
    site.answers["GET", "/wp-json/wp/v2/comments"] = reply
    with pytest.raises(error):
        await connector.fetch(cursor)
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, [PARENT])
    if error is not RateLimited:
        assert (await connector.fetch(cursor)).posts == ()


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(0), OutcomeUnknown),
        (Reply(500, b"<html>Fatal error</html>", HTML), OutcomeUnknown),
        (Reply(500, {"code": "internal_server_error", "message": "x"}), OutcomeUnknown),
        (Reply(502, b"", HTML), OutcomeUnknown),
        (Reply(201, b"<html>Thanks</html>", HTML), OutcomeUnknown),
        (Reply(201, {"id": "none"}), OutcomeUnknown),
        (Reply(500, {"code": "rest_comment_failed_create", "message": "nicht gespeichert"}), Refused),
        (Reply(403, {"code": "rest_comment_closed", "message": "닫혔습니다."}), Refused),
        (Reply(403, b"<html>Blocked by firewall</html>", HTML), Unreachable),
        (Reply(401, {"code": "rest_comment_login_required", "message": "no"}), AuthExpired),
        (Reply(409, {"code": "comment_duplicate", "message": "이미 보낸 댓글입니다."}), Refused),
        (Reply(429, b"", HTML), RateLimited),
    ],
)
async def test_failures_of_sending_say_whether_it_may_have_been_sent(
    site: Site, http: Http, reply: Reply, error: type[ConnectorError]
) -> None:
    site.answers["POST", "/wp-json/wp/v2/comments"] = reply
    connector = channel(site, http)
    with pytest.raises(error):
        await connector.send(REPLY)
    assert sum(r.method == "POST" for r in site.seen) == 1


async def test_a_reply_that_cannot_be_read_back_is_sent_all_the_same(site: Site, http: Http) -> None:
    site.answers["GET", "/wp-json/wp/v2/comments/8"] = Reply(502, b"", HTML)
    sent = await channel(site, http).send(REPLY)
    assert (sent.remote_id, sent.post) == ("8", None)


async def test_a_reply_that_is_there_already_counts_as_sent(site: Site, http: Http) -> None:
    site.answers["POST", "/wp-json/wp/v2/comments"] = Reply(
        409, {"code": "comment_duplicate", "message": "x"}
    )
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, [MINE])
    sent = await channel(site, http).send(REPLY)
    assert sent.remote_id == "8"
    asked = [r for r in site.seen if r.path == "/wp-json/wp/v2/comments" and r.method == "GET"][-1]
    assert (asked.one("author"), asked.one("post"), asked.one("parent")) == ("2", "3", "7")


async def test_warnings_of_php_before_the_answer_do_no_harm(site: Site, http: Http) -> None:
    noise = b"\xef\xbb\xbf\nWarning: Undefined variable $x in /plugins/old.php on line 3\n"
    body = noise + json.dumps([PARENT], ensure_ascii=False).encode()
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, body, JSON)
    assert [p.text for p in (await channel(site, http).fetch({})).posts] == ["질문"]


async def test_damaged_comments_are_said_to_be(site: Site, http: Http) -> None:
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, [PARENT, {"id": "?"}])
    batch = await channel(site, http).fetch({})
    assert len(batch.posts) == 1 and "1" in batch.damaged


async def test_a_title_that_cannot_be_had_keeps_no_comment_away(site: Site, http: Http) -> None:
    for reply in (Reply(500, {}), Reply(403, b"<html>", HTML), Reply(200, {"x": 1}), Reply(0)):
        site.answers["GET", "/wp-json/wp/v2/posts"] = reply
        batch = await channel(site, http).fetch({})
        assert [(p.text, p.context) for p in batch.posts] == [("질문", "")]


async def test_the_password_stays_on_the_site_that_was_named(site: Site, http: Http) -> None:
    other = Site()
    other.server.start()
    try:
        link = f'<{other.url}/wp-json/>; rel="https://api.w.org/"'
        site.answers["GET", "/"] = Reply(200, b"", {**HTML, "Link": link})
        with pytest.raises(Refused) as refused:
            await channel(site, http).check()
        assert refused.value.code == "elsewhere"
        site.answers["GET", "/"] = Reply(302, b"", {"Location": other.url + "/"})
        with pytest.raises(Refused):
            await channel(site, http).check()
        assert not any("authorization" in request.headers for request in other.seen)
        # Without a password to lose, a site may move.
        assert (await channel(site, http, signed_in=False).check()).name == "누리집"
    finally:
        other.server.stop()


async def test_the_page_itself_is_asked_for_without_the_password(site: Site, http: Http) -> None:
    await channel(site, http).check()
    asked = {request.path: "authorization" in request.headers for request in site.seen}
    assert asked["/"] is False and asked["/wp-json/wp/v2/comments"] is True


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, {"name": "another program"}),
        Reply(200, b"<html>Hi</html>", HTML),
        Reply(404, b"<html>404</html>", HTML),
        Reply(200, [1, 2]),
    ],
)
async def test_what_is_no_wordpress_is_said_to_be_none(site: Site, http: Http, reply: Reply) -> None:
    site.answers["GET", "/wp-json/"] = reply
    with pytest.raises(ConnectorError) as error:
        await channel(site, http).check()
    assert isinstance(error.value, Malformed | Unreachable)


async def test_deletions_are_believed_only_when_confirmed(site: Site, http: Http) -> None:
    connector = channel(site, http)
    cursor = (await connector.fetch({})).cursor
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, [])
    batch = await connector.fetch(cursor)
    assert batch.gone == () and "7" in batch.cursor["seen"]  # the list was wrong: the comment is there
    site.answers["GET", "/wp-json/wp/v2/comments/7"] = Reply(500, {})
    with pytest.raises(Unreachable):
        await connector.fetch(cursor)
    gone = Reply(404, {"code": "rest_comment_invalid_id", "message": "x"})
    site.answers["GET", "/wp-json/wp/v2/comments/7"] = gone
    batch = await connector.fetch(cursor)
    assert batch.gone == ("7",) and "7" not in batch.cursor["seen"]


async def test_a_page_of_html_is_no_proof_of_a_deletion(site: Site, http: Http) -> None:
    connector = channel(site, http)
    cursor = (await connector.fetch({})).cursor
    site.answers["GET", "/wp-json/wp/v2/comments"] = Reply(200, [])
    site.answers["GET", "/wp-json/wp/v2/comments/7"] = Reply(404, b"<html>404</html>", HTML)
    with pytest.raises(Unreachable):
        await connector.fetch(cursor)


async def test_a_list_that_never_ends_is_left_page_by_page(site: Site, http: Http) -> None:
    """A broken cache gives the same full page for ever: each fetch ends, and none repeats a post."""

    def same_page(request: Request) -> Reply:
        return Reply(200, [{**PARENT, "id": 500 - n} for n in range(100)])

    site.answers["GET", "/wp-json/wp/v2/comments"] = same_page
    connector = channel(site, http)
    batch = await connector.fetch({})
    assert len(batch.posts) == 100
    state: dict[str, Any] = dict(batch.cursor)
    for _ in range(5):
        batch = await connector.fetch(state)
        state = dict(batch.cursor)
        assert batch.posts == ()
    assert batch.more is False
