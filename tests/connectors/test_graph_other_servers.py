"""Servers that speak the Graph's language with another accent than our fake: they leave out what may be left
out, know fewer fields and lists, want the token elsewhere, rank their comments (facebook.md section 4)."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from connectors.base import Action, ChannelConfig, Outgoing, Post
from connectors.facebook.client import Facebook
from connectors.graph_memory import REMEMBERED, Memory
from connectors.graph_parts import moment_ms, next_place, read_fault, read_page, without_field
from connectors.http import Http
from connectors.instagram.client import Instagram
from connectors.threads.client import Threads
from connectors.threads.signin import renew
from tests.connectors.test_graph import error, post
from tests.servers.tiny_http import Reply, Request, TinyServer

TOKEN = "page-token-of-another-server"


class Other:
    """Answers what stands under "METHOD /path" in ``says``: a value, or a function of the parameters. What
    does not stand there is not found, without a word of the Graph's."""

    def __init__(self) -> None:
        self.says: dict[str, Any] = {}
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.server = TinyServer(self._handle)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    async def _handle(self, request: Request) -> Reply:
        path = request.path.removeprefix("/v26.0").removeprefix("/v1.0")
        given = {name: values[0] for name, values in request.query.items()}
        given |= request.fields() if request.body else {}
        said = self.says.get(f"{request.method} {path}")
        self.asked.append((f"{request.method} {path}", given))
        if callable(said):
            said = said(given)
        if said is None:
            return Reply(404, b"not found", {"Content-Type": "text/plain"})
        return Reply(400 if isinstance(said, dict) and "error" in said else 200, said)


@pytest.fixture
def other() -> Iterator[Other]:
    other = Other()
    other.server.start()
    yield other
    other.server.stop()


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http(retries=0)
    yield http
    await http.aclose()


async def read(
    connector: Facebook | Instagram | Threads, cursor: Mapping[str, Any] | None = None
) -> tuple[dict[str, Post], dict[str, Any], str]:
    state, found, damaged = dict(cursor or {}), dict[str, Post](), ""
    for _ in range(60):
        batch = await connector.fetch(state)
        state = json.loads(json.dumps(dict(batch.cursor)))
        found |= {post.remote_id: post for post in batch.posts}
        damaged = damaged or batch.damaged
        if not batch.more:
            return found, state, damaged
    raise AssertionError("paging does not end")


def moment(age_s: float = 0) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+0000", time.gmtime(time.time() - age_s))


def words(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"1_{number}", "message": f"댓글 {number}", "created_time": moment(10_000 - number), **more}


def a_page(other: Other, http: Http) -> Facebook:
    other.says["GET /me"] = {"id": "1", "name": "한빛시"}
    other.says["GET /1"] = {"id": "1", "name": "한빛시", "category": "City"}
    return Facebook(ChannelConfig(other.url, secret={"access_token": TOKEN}), http)


# --- Facebook ---------------------------------------------------------------------------------------------


async def test_lists_that_a_server_does_not_have_keep_nothing_away(other: Other, http: Http) -> None:
    connector = a_page(other, http)
    other.says["GET /1/feed"] = {"data": [words(5, comments={"data": [words(6)]})]}
    found, _, damaged = await read(connector)
    assert set(found) == {"1_5", "1_6"} and not damaged
    other.says["GET /1/conversations"] = error(100, message="(#100) Unsupported platform")
    found, _, damaged = await read(connector)
    assert set(found) == {"1_5", "1_6"} and "graph-100" in damaged


async def test_a_field_that_a_server_does_not_have_is_left_out(other: Other, http: Http) -> None:
    connector = a_page(other, http)

    def feed(given: dict[str, Any]) -> Any:
        for name in ("title", "is_private", "message_tags"):
            if name in given["fields"]:
                return error(100, message=f"(#100) Tried accessing nonexisting field ({name}) on node type")
        return {"data": [words(5, comments={"data": [words(6)]})]}

    other.says["GET /1/feed"] = feed
    found, cursor, _ = await read(connector)
    assert set(found) == {"1_5", "1_6"}
    asked = len(other.asked)
    await read(connector, cursor)
    assert [what for what, _ in other.asked[asked:]].count("GET /1/feed") == 1  # it is remembered
    other.says["GET /1/feed"] = error(100, message="(#100) Tried accessing nonexisting field (id)")
    with pytest.raises(Exception, match="nonexisting"):
        await connector.fetch(cursor)  # and asked no more than once where nothing is left to leave out


def test_fields_are_left_out_wherever_they_stand() -> None:
    assert without_field("id,message,from", "message") == "id,from"
    assert without_field("id,attachments{media,title}", "title") == "id,attachments{media}"
    assert without_field("id,parent{id},text", "parent") == "id,text"
    assert without_field("text,id", "text") == "id"
    assert without_field("id,a.limit(2){text,id},texts", "text") == "id,a.limit(2){id},texts"


async def test_a_server_that_looks_for_the_token_in_the_address(other: Other, http: Http) -> None:
    connector = a_page(other, http)

    def me(given: dict[str, Any]) -> Any:
        if given.get("access_token") == TOKEN:
            return {"id": "1", "name": "한빛시", "category": "City"}
        said = "An active access token must be used to query information about the current user."
        return error(2500, message=said)

    other.says["GET /me"] = other.says["GET /1"] = me
    other.says["GET /1/feed"] = {}
    other.says["GET /1/conversations"] = {"data": []}
    identity = await connector.check()
    assert identity.name == "한빛시"
    other.says["GET /me"] = error(2500, message="An active access token must be used")
    with pytest.raises(Exception, match="active access token"):
        await connector.check()  # and not asked for ever


async def test_a_page_that_says_little_of_itself_is_one(other: Other, http: Http) -> None:
    connector = a_page(other, http)
    other.says["GET /1"] = {"id": "1", "name": "한빛시"}
    other.says["GET /me/accounts"] = {"data": []}
    other.says["GET /1/feed"] = {"data": []}
    assert (await connector.check()).remote_id == "1"
    other.says["GET /1"] = error(100, message="(#100) nonexisting field (category)")
    other.says["GET /me/accounts"] = {"data": [{"id": "7", "name": "한빛시청", "access_token": "p"}]}
    other.says["GET /7/feed"] = {"data": []}
    named = ChannelConfig(other.url, handle="@hanbit", secret={"access_token": TOKEN})
    assert (await Facebook(named, http).check()).remote_id == "7"  # the only one


async def test_a_new_comment_that_is_ranked_low_is_found_by_the_count(other: Other, http: Http) -> None:
    connector = a_page(other, http)
    ranked = [words(number) for number in range(100, 160)]

    def along() -> Any:
        head = words(5)
        paging = {"cursors": {"after": "25"}, "next": "https://x/?after=25"}
        head["comments"] = {"data": ranked[:25], "paging": paging, "summary": {"total_count": len(ranked)}}
        return {"data": [head]}

    def comments(given: dict[str, Any]) -> Any:
        start = int(given["after"])
        after = str(start + 15)
        paging = {"cursors": {"after": after}, "next": f"https://x/?after={after}"}
        return {"data": ranked[start : start + 15], "paging": paging if start + 15 < len(ranked) else {}}

    other.says["GET /1/feed"] = lambda given: along()
    other.says["GET /1_5/comments"] = comments
    found, cursor, _ = await read(connector)
    assert len(found) == 61
    ranked.insert(50, words(999))
    found, cursor, _ = await read(connector, cursor)
    assert set(found) == {"1_999"}
    asked = len(other.asked)
    found, _, _ = await read(connector, cursor)
    assert not found and not any("/comments" in what for what, _ in other.asked[asked:])


async def test_a_flood_of_comments_arrives_whole(other: Other, http: Http) -> None:
    """More at once than are remembered: what is let go of on the way is not taken for the past."""
    connector = a_page(other, http)
    listed: list[dict[str, Any]] = [words(number) for number in range(REMEMBERED + 100)][::-1]

    def comments(given: dict[str, Any], size: int = 100) -> Any:
        start = int(given.get("after", 0))
        end = start + size
        paging = {"cursors": {"after": str(end)}, "next": "https://x/"} if end < len(listed) else {}
        return {"data": listed[start:end], "paging": paging}

    other.says["GET /1/feed"] = lambda given: {"data": [words(9_999, comments=comments({}, 25))]}
    other.says["GET /1_9999/comments"] = comments
    _, cursor, _ = await read(connector)
    new = [words(number) for number in range(1000, 1000 + 2 * REMEMBERED)]
    listed[:0] = new[::-1]
    found, cursor, _ = await read(connector, cursor)
    assert {one["id"] for one in new} <= set(found)
    assert not (await read(connector, cursor))[0]


def test_the_floor_waits_for_the_end_of_a_round() -> None:
    memory = Memory({}, 0, [], 10, first=False)
    memory.take([post(number) for number in range(1000, 1000 + REMEMBERED + 9)], "t")
    kept = json.loads(json.dumps(memory.stored(over=False)))
    memory = Memory(kept["known"], kept["floor"], [], 11, first=False, later_s=kept["later"])
    assert memory.take([post(999)], "t")[1] == 1
    assert memory.stored()["floor"] == 1008


async def test_talks_are_looked_through_where_nobody_is_looked_for(other: Other, http: Http) -> None:
    connector = a_page(other, http)
    ours = {"id": "m_2", "message": "답", "created_time": moment(), "from": {"id": "1"}}
    asked = {"id": "m_1", "message": "묻습니다", "created_time": moment(60), "from": {"id": "70"}}
    strange = {**ours, "id": "m_9"}

    def conversations(given: dict[str, Any]) -> Any:
        if "user_id" in given:
            return error(100, message="(#100) Unknown parameter user_id")
        other_talk = {"id": "t_2", "messages": {"data": [strange]}, "participants": {"data": [{"id": "71"}]}}
        return {"data": [other_talk, {"id": "t_1", "messages": {"data": [ours, asked]}}]}

    other.says["GET /1/conversations"] = conversations
    other.says["GET /m_1"] = asked
    target = {"author_id": "70", "private": True}
    outgoing = Outgoing(str(uuid.uuid4()), Action.REPLY, "m_1", "답", target, int(time.time() * 1000))
    sent = await connector.look_up(outgoing)
    assert sent is not None and sent.remote_id == "m_2"


# --- Instagram --------------------------------------------------------------------------------------------


async def test_a_page_is_told_from_an_account_by_what_it_says(other: Other, http: Http) -> None:
    linked = {"id": "5", "name": "한빛시", "instagram_business_account": {"id": "9", "username": "hanbit"}}

    def me(given: dict[str, Any]) -> Any:
        return linked if "instagram_business_account" in given["fields"] else {"id": "5", "name": "한빛시"}

    other.says["GET /me"] = me
    other.says["GET /9/media"] = {"data": []}
    other.says["GET /5/conversations"] = {"data": []}
    connector = Instagram(ChannelConfig(other.url, secret={"app_password": TOKEN}), http)
    assert (await connector.check()).handle == "@hanbit"


async def test_our_own_comment_is_ours_by_its_name_too(other: Other, http: Http) -> None:
    other.says["GET /me"] = {"user_id": "9", "username": "hanbit"}
    mine = {"id": "22", "text": "확인하겠습니다", "timestamp": moment(), "username": "hanbit"}
    mine["from"] = {"id": "a-number-for-this-app-only".replace("-", ""), "username": "hanbit"}
    other.says["GET /9/media"] = {"data": [{"id": "21", "timestamp": moment(), "comments": {"data": [mine]}}]}
    found, _, _ = await read(Instagram(ChannelConfig(other.url, secret={"app_password": TOKEN}), http))
    assert found["22"].own
    assert found["21"].own and found["21"].author.handle == "@hanbit"  # a post need not say whose it is


async def test_an_answer_to_an_old_comment_is_found_by_the_count(other: Other, http: Http) -> None:
    other.says["GET /me"] = {"user_id": "9", "username": "hanbit"}

    def comment(number: int, **more: Any) -> dict[str, Any]:
        return {
            "id": str(number),
            "text": "댓글",
            "timestamp": moment(9000 - number),
            "username": "u",
            **more,
        }

    listed = [comment(number) for number in range(300, 200, -1)]

    def comments(given: dict[str, Any]) -> Any:
        end = (start := int(given["after"])) + 50
        paging = {"cursors": {"after": str(end)}, "next": "https://x/"} if end < len(listed) else {}
        return {"data": listed[start:end], "paging": paging}

    def media(given: dict[str, Any]) -> Any:
        paging = {"cursors": {"after": "25"}, "next": "https://x/"}
        count = sum(1 + len(one.get("replies", {}).get("data", [])) for one in listed)
        along = {"data": listed[:25], "paging": paging}
        return {"data": [{"id": "21", "timestamp": moment(), "comments_count": count, "comments": along}]}

    other.says["GET /9/media"] = media
    other.says["GET /21/comments"] = comments
    connector = Instagram(ChannelConfig(other.url, secret={"app_password": TOKEN}), http)
    found, cursor, _ = await read(connector)
    assert len(found) == 101
    listed[80]["replies"] = {"data": [comment(901, parent_id=listed[80]["id"])]}
    found, _, _ = await read(connector, cursor)
    assert set(found) == {"901"}


# --- Threads ----------------------------------------------------------------------------------------------


async def test_a_cursor_is_followed_where_next_is_never_said(other: Other, http: Http) -> None:
    other.says["GET /me"] = {"id": "9", "username": "hanbit"}
    own = {"id": "100", "text": "공지", "timestamp": moment(500), "username": "hanbit"}
    replies = [
        {"id": str(number), "text": "답글", "timestamp": moment(400 - number), "username": "u"}
        | {"replied_to": {"id": "100"}, "root_post": {"id": "100"}}
        for number in range(200, 160, -1)
    ]

    def conversation(given: dict[str, Any]) -> Any:
        start = int(given.get("after", 0))
        if start >= len(replies):
            return error(100, message="Invalid cursor")
        return {"data": replies[start : start + 25], "paging": {"cursors": {"after": str(start + 25)}}}

    other.says["GET /me/threads"] = {"data": [own]}
    other.says["GET /me/replies"] = other.says["GET /me/mentions"] = {"data": []}
    other.says["GET /100/conversation"] = conversation
    connector = Threads(ChannelConfig(other.url, secret={"access_token": TOKEN}), http)
    found, cursor, _ = await read(connector)
    assert len(found) == 41  # and "has_replies" was not said either
    asked = len(other.asked)
    assert not (await read(connector, cursor))[0]
    conversations = [given for what, given in other.asked[asked:] if what.endswith("/conversation")]
    assert len(conversations) == 1  # nothing new: no further


async def test_a_token_is_used_where_it_cannot_be_renewed(other: Other, http: Http) -> None:
    pasted = {"server": other.url, "app_password": TOKEN}
    for said in (None, error(2), error(190), b"<!doctype html>"):
        other.says["GET /refresh_access_token"] = said
        renewed = await renew(http, pasted)
        assert renewed["access_token"] == TOKEN and float(renewed["expires_at"]) > time.time() + 3000


# --- words ------------------------------------------------------------------------------------------------


def test_other_spellings_are_read() -> None:
    fault = read_fault(400, {"error": {"message": "x", "code": "190", "error_subcode": "463"}})
    assert fault is not None and (fault.code, fault.subcode) == (190, 463)
    assert moment_ms("1763600000") == moment_ms(1_763_600_000) == 1_763_600_000_000
    assert read_page({}).items == read_page({"paging": {}}).items == read_page({"data": None}).items == []
    assert next_place({"cursors": {"after": "x"}}) == {}


def test_what_will_pass_is_told_from_what_stays() -> None:
    def temporary(status: int, code: int, **more: Any) -> bool:
        fault = read_fault(status, error(code, **more))
        return fault is not None and fault.temporary

    assert temporary(400, 2) and temporary(500, 1, is_transient=False)
    assert not temporary(400, 1, is_transient=False)
    assert temporary(400, 100, is_transient=True) and not temporary(400, 100)
    assert not temporary(400, 190, is_transient=True) and not temporary(403, 10, is_transient=True)
