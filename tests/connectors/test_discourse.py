"""Discourse's own traps, against a fake forum that is held to the official description."""

from __future__ import annotations

import asyncio
import json
import re
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import (
    Action,
    AuthExpired,
    Batch,
    ChannelConfig,
    Malformed,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.discourse import NETWORK, parse
from connectors.discourse.api import site_of
from connectors.discourse.signin import sign_in
from connectors.http import Http
from tests.servers.fake_discourse import FakeDiscourse, seen
from tests.servers.process import free_port
from tests.servers.tiny_http import Reply

LONG = "자세한 것은 도로과에서 알려 드리겠습니다."


@pytest.fixture
def forum() -> Iterator[FakeDiscourse]:
    forum = FakeDiscourse().start()
    forum.user("gildong", "길동")
    yield forum
    forum.stop()


@pytest.fixture
def channel(forum: FakeDiscourse, http: Http) -> Any:
    return opened(forum, http)


def opened(forum: FakeDiscourse, http: Http, key: str = "", **options: str) -> Any:
    secret = {"login": "hanbit", "api_key": key or forum.key}
    return NETWORK.open(ChannelConfig(f"{forum.url}/latest", options=options, secret=secret), http)


async def read(channel: Any, cursor: Mapping[str, Any] | None = None) -> Batch:
    posts, gone = [], []
    state = dict(cursor or {})
    for _ in range(60):
        batch = await channel.fetch(json.loads(json.dumps(state)))
        posts += batch.posts
        gone += batch.gone
        state = dict(batch.cursor)
        if not batch.more:
            return Batch(tuple(posts), tuple(gone), state)
    raise AssertionError("paging does not end")


def reply(number: int, text: str = LONG, key: str = "k") -> Outgoing:
    return Outgoing(key, Action.REPLY, str(number), text, {"context": "상수도 공사 안내"})


# --- in ---------------------------------------------------------------------------------------------------


async def test_a_forum_with_a_wide_gap_is_read_to_its_floor(forum: FakeDiscourse, channel: Any) -> None:
    """A stretch of ids that nobody may see gives empty pages, with more below them."""
    forum.page = 5
    first = [forum.post("gildong", f"앞의 글 {n}") for n in range(6)]
    batch = await read(channel)
    assert {str(n) for n in first} <= {post.remote_id for post in batch.posts}
    hidden = [forum.post("gildong", "광고") for _ in range(120)]
    for number in hidden:
        forum.posts[number].deleted = True
    later = [forum.post("gildong", f"뒤의 글 {n}") for n in range(7)]
    batch = await read(channel, batch.cursor)
    assert {post.remote_id for post in batch.posts} == {str(n) for n in later}


async def test_a_long_past_is_not_read_whole(forum: FakeDiscourse, channel: Any) -> None:
    forum.page = 5
    old = [forum.post("gildong", f"옛 글 {n}", at=1_500_000_000.0 + n) for n in range(40)]
    new = forum.post("gildong", "새 글")
    found = {post.remote_id for post in (await read(channel)).posts}
    assert str(new) in found and str(old[0]) not in found


async def test_an_answer_to_a_post_far_up_finds_it(forum: FakeDiscourse, http: Http) -> None:
    """Answers name a number within the topic; the parent's id is looked up in the stream."""
    early = forum.post("gildong", "아주 앞의 글")
    for number in range(60):
        forum.post("gildong", f"사이의 글 {number}", at=1_500_000_000.0)
    forum.posts[forum.notice].deleted = True  # places are kept although the stream has a post less
    late = forum.post("dorae", "그 글에 답합니다", reply_to=early)
    top = forum.post("dorae", "글타래에 답합니다")
    channel = opened(forum, http)
    forum.page = 2
    batch = await channel.fetch({})
    found = {post.remote_id: post for post in batch.posts}
    assert found[str(late)].parent_id == str(early)
    assert found[str(top)].parent_id == "" and found[str(top)].context == "상수도 공사 안내"
    before = len(forum.requests)
    await channel.fetch({})
    assert [path for _, path in forum.requests[before:]].count("/t/77.json") == 1


async def test_stubs_and_what_staff_still_sees_are_gone(forum: FakeDiscourse, channel: Any) -> None:
    numbers = [forum.post("gildong", f"지울 글 {n}") for n in range(3)]
    batch = await read(channel)
    forum.posts[numbers[0]].deleted = True  # staff still gets it, with deleted_at
    forum.posts[numbers[1]].user_deleted = True
    forum.posts[numbers[2]].hidden = True
    batch = await read(channel, batch.cursor)
    assert set(batch.gone) == {str(numbers[0]), str(numbers[1])}
    assert [(post.remote_id, post.state) for post in batch.posts] == [(str(numbers[2]), "hidden")]


async def test_a_change_within_the_first_minutes_is_found(forum: FakeDiscourse, channel: Any) -> None:
    """A forum does not count it as a new version."""
    number = forum.post("gildong", "틀린 글")
    batch = await read(channel)
    forum.posts[number].raw = "고친 글"
    (post,) = (await read(channel, batch.cursor)).posts
    assert (post.remote_id, post.text) == (str(number), "고친 글")


async def test_a_change_of_an_older_post_is_found_after_a_while(forum: FakeDiscourse, channel: Any) -> None:
    forum.page = 3
    old = forum.post("gildong", "틀린 글")
    for number in range(4):
        forum.post("gildong", f"새 글 {number}")
    batch = await read(channel)
    forum.edit(old, "고친 글")
    assert (await read(channel, batch.cursor)).posts == ()
    (post,) = (await read(channel, {**batch.cursor, "again_ms": 0})).posts
    assert (post.remote_id, post.text) == (str(old), "고친 글") and post.edited_ms


async def test_a_quiet_round_is_one_request(forum: FakeDiscourse, channel: Any) -> None:
    batch = await read(channel)
    before = len(forum.requests)
    again = await read(channel, batch.cursor)
    assert again.posts == () and again.cursor == batch.cursor
    assert forum.requests[before:] == [("GET", "/posts.json")]


async def test_only_the_wanted_categories_are_read(forum: FakeDiscourse, http: Http) -> None:
    forum.topics[78] = ("맛집", 9)
    road, food = forum.post("gildong", "도로"), forum.post("gildong", "떡볶이", topic=78)
    found = await read(opened(forum, http, categories="roads/5"))
    numbers = {post.remote_id for post in found.posts}
    assert str(road) in numbers and str(food) not in numbers


async def test_a_public_forum_is_read_without_a_key(forum: FakeDiscourse, http: Http) -> None:
    public = NETWORK.open(ChannelConfig(forum.url), http)
    assert (await public.check()).name == "한빛시 시민 포럼"
    assert len((await read(public)).posts) == 1
    granted = await public.capabilities()
    assert not granted.reply and granted.why_not["reply"]
    with pytest.raises(Refused):
        await public.send(reply(forum.notice))
    forum.login_required = True
    with pytest.raises(AuthExpired):
        await public.fetch({})


# --- out --------------------------------------------------------------------------------------------------


async def test_what_was_posted_before_is_not_posted_again(forum: FakeDiscourse, channel: Any) -> None:
    question = forum.post("gildong", "언제 끝나나요?")
    first = await channel.send(reply(question))
    assert await channel.send(reply(question)) == first == await channel.look_up(reply(question))
    assert first.post.parent_id == str(question) and first.post.context == "상수도 공사 안내"
    assert sum(p.user is forum.city for p in forum.posts.values()) == 2
    # The same words to somebody else: the forum calls it too similar, and it is not there.
    other = forum.post("gildong", "저도요")
    with pytest.raises(Refused) as refused:
        await channel.send(reply(other))
    assert "too similar" in refused.value.reason
    assert await channel.look_up(reply(other)) is None


async def test_an_old_answer_is_found_in_its_topic(forum: FakeDiscourse, channel: Any) -> None:
    question = forum.post("gildong", "언제 끝나나요?")
    sent = await channel.send(reply(question))
    forum.page = 2
    forum.topics[78] = ("맛집", 9)
    for number in range(12):
        forum.post("gildong", f"다른 이야기 {number}", topic=78)
    assert await channel.look_up(reply(question)) == sent


async def test_the_forum_says_itself_what_is_too_short(forum: FakeDiscourse, channel: Any) -> None:
    with pytest.raises(Refused) as refused:
        await channel.send(reply(forum.notice, "네"))
    assert "too short" in refused.value.reason


async def test_staff_takes_away_and_others_do_not(forum: FakeDiscourse, http: Http) -> None:
    spam = forum.post("gildong", "광고입니다")
    take_away = Outgoing("k", Action.TRASH, str(spam))
    forum.city.moderator = False
    member = opened(forum, http)
    granted = await member.capabilities()
    assert not granted.trash and re.search("[가-힣].* / .*[a-z]", granted.why_not["trash"])
    with pytest.raises(Refused):
        await member.send(take_away)
    for action in (Action.DELETE, Action.EDIT):
        with pytest.raises(Refused):
            await member.send(Outgoing("k", action, str(spam), LONG))
    assert not forum.posts[spam].deleted
    forum.city.moderator = True
    staff = opened(forum, http)
    assert (await staff.capabilities()).trash
    await staff.send(take_away)
    assert forum.posts[spam].deleted and await staff.look_up(take_away) is not None


# --- accounts ---------------------------------------------------------------------------------------------


async def test_a_key_that_does_not_count_and_a_right_that_is_missing(
    forum: FakeDiscourse, http: Http, channel: Any
) -> None:
    found = await channel.check()
    assert (found.name, found.handle) == ("한빛시", "@hanbit") and "한빛시 시민 포럼" in found.note
    with pytest.raises(AuthExpired):
        await opened(forum, http, key="0" * 64).check()
    with pytest.raises(AuthExpired):
        await opened(forum, http, key="열쇠").check()
    forum.read_only = True
    with pytest.raises(Refused) as refused:
        await channel.send(reply(forum.notice))
    assert "not permitted" in refused.value.reason


async def test_a_post_that_we_may_not_see_is_no_end_of_the_key(
    forum: FakeDiscourse, http: Http, channel: Any
) -> None:
    number = forum.post("gildong", "신고되어 숨긴 글")
    forum.city.moderator = False
    forum.posts[number].hidden = True
    with pytest.raises(Refused) as refused:
        await channel.send(reply(number))
    assert refused.value.code == "not_found"
    assert await channel.look_up(Outgoing("k", Action.LIKE, str(number))) is None
    with pytest.raises(AuthExpired):
        await opened(forum, http, key="0" * 64).send(reply(number))


async def test_a_forum_that_looks_at_answers_first_gets_them_once(
    forum: FakeDiscourse, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[object] = []

    def create(request: Any, who: Any) -> Reply:
        waiting.append(request.fields())
        return Reply(200, {"success": True, "action": "enqueued", "pending_post": {"id": 1}})

    monkeypatch.setattr(forum, "_create", create)
    with pytest.raises(Refused) as refused:
        await channel.send(reply(forum.notice))
    assert refused.value.code == "enqueued" and len(waiting) == 1


async def test_a_form_to_sign_in_is_no_broken_answer(forum: FakeDiscourse, channel: Any) -> None:
    page = b"<!doctype html><html><body class='login-required'>Welcome</body></html>"
    forum.fail_next = [Reply(200, page, {"Content-Type": "text/html"})]
    with pytest.raises(AuthExpired):
        await channel.fetch({})
    forum.fail_next = [Reply(200, b"<!doctype html><html>maintenance</html>", {"Content-Type": "text/html"})]
    with pytest.raises(Malformed):
        await channel.fetch({})


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (Reply(429, {"errors": ["x"], "error_type": "rate_limit", "extras": {"wait_seconds": 17}}), 17),
        (Reply(429, b"Slow down", {"Content-Type": "text/plain", "Retry-After": "33"}), 33),
        (Reply(429, b"Slow down", {"Content-Type": "text/plain"}), 60),
        (Reply(429, {"extras": {"wait_seconds": float("inf")}}), 60),
    ],
)
async def test_every_way_to_ask_for_patience_is_understood(
    forum: FakeDiscourse, channel: Any, answer: Reply, seconds: int
) -> None:
    forum.fail_next = [answer]
    before = len(forum.requests)
    with pytest.raises(RateLimited) as first:
        await channel.fetch({})
    with pytest.raises(RateLimited) as second:
        await channel.send(reply(forum.notice))
    assert first.value.until_ms == second.value.until_ms and len(forum.requests) == before + 1
    import time

    assert abs(first.value.until_ms / 1000 - time.time() - seconds) < 30


async def test_signing_in_in_the_browser(forum: FakeDiscourse, http: Http) -> None:
    pages: list[asyncio.Task[Any]] = []

    def visit(url: str, **how: str) -> None:
        parts = urlsplit(url)
        assert parts.path == "/user-api-key/new"
        back = forum.approve(parse_qs(parts.query), **how)
        pages.append(asyncio.create_task(asyncio.to_thread(urllib.request.urlopen, back)))

    config = ChannelConfig(f"{forum.url}/t/77")
    secret, who = await sign_in(http, config, visit, (free_port(),))
    assert who.handle == "@hanbit" and secret["server"] == forum.url and "BEGIN" not in str(secret)
    channel = NETWORK.open(ChannelConfig(forum.url, secret=secret), http)
    assert (await channel.send(reply(forum.notice))).post is not None
    with pytest.raises(Refused):  # the answer to somebody else's question
        await sign_in(http, config, lambda url: visit(url, nonce="0" * 32), (free_port(),))
    for page in pages:
        (await page).close()


async def test_a_key_is_shown_to_its_own_forum_only(forum: FakeDiscourse, http: Http) -> None:
    secret = {"server": forum.url, "login": "hanbit", "user_api_key": "x", "client_id": "y"}
    assert NETWORK.open(ChannelConfig("http://127.0.0.1:9/", secret=secret), http)._api.site == forum.url  # type: ignore[attr-defined]
    with pytest.raises(Refused):
        plain = ChannelConfig("http://forum.example", secret={"login": "a", "api_key": "b"})
        await NETWORK.open(plain, http).check()


async def test_how_much_members_write(forum: FakeDiscourse, channel: Any) -> None:
    forum.post("gildong", "씁니다", at=1_700_000_000.0)
    found = await channel.activity(["@gildong", "nobody", "../x y", ".."])
    assert [one.state for one in found] == ["ok", "missing", "missing", "missing"]
    assert (found[0].name, found[0].last_post_ms) == ("길동", 1_700_000_000_000)
    assert (await channel.activity([]))[0].handle == "hanbit"


# --- texts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 & <b>굵게</b> <script>alert(1)</script> &amp; 끝",
        "**별** _밑줄_ `코드` ~~취소~~ [링크](http://a.example) \\ 역슬래시 |표|",
        "가\n나\n\n다",
        "https://city.example/a_b*c?d=e_f&g=h#i 를 보세요",
    ],
)
def test_texts_are_shown_as_they_were_typed(text: str) -> None:
    assert seen(parse.as_markdown(text)) == text


def test_signs_that_mean_nothing_stay_as_they_are() -> None:
    """What staff sees in the forum's editor is the text as it was typed, as far as possible."""
    assert parse.as_markdown("9시~18시 R&D (도로과) & 문의") == "9시~18시 R&D (도로과) & 문의"
    assert parse.as_markdown("~~지움~~ &lt;") == "\\~\\~지움\\~\\~ \\&lt;"


def test_lines_that_would_be_lists_headings_or_code() -> None:
    raw = parse.as_markdown("# 제목\n- 하나\n1. 둘\n=====\n    칸\n2026. 11. 22.")
    assert raw == "\\# 제목\n\\- 하나\n1\\. 둘\n\\=====\n   칸\n2026\\. 11. 22."


@given(st.text(max_size=60))
def test_any_text_survives_the_forum(text: str) -> None:
    raw = parse.as_markdown(text)
    assert parse.same_text(raw, parse.as_markdown(text))
    raw.encode()


def test_pictures_emoji_and_mentions() -> None:
    cooked = (
        '<p>안녕 <img src="/images/emoji/smile.png" title=":smile:" class="emoji" alt="😄"> '
        '<a class="mention" href="/u/gildong">@gildong</a></p>'
        '<p><img src="//cdn.example/a.png" alt="등"><img src="javascript:x" alt="나쁨"></p>'
    )
    text, media = parse.cooked_text(cooked, "https://forum.example")
    assert text == "안녕 😄 @gildong"
    assert media == (parse.Media("image", "https://cdn.example/a.png", "등"),)


def test_addresses_that_people_copy() -> None:
    for address in ("forum.example", "https://Forum.example/", "https://forum.example/t/slug/77/3?u=x"):
        assert site_of(address) == "https://forum.example"
    for page in ("latest", "latest.json", "admin/api/keys", "my/preferences", "posts.json", "search?q=a"):
        assert site_of(f"https://city.example/forum/{page}") == "https://city.example/forum"
    with pytest.raises(Unreachable):
        site_of("ftp://forum.example")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
ENTRY = {
    "id": 9001,
    "topic_id": 77,
    "post_number": 4,
    "reply_to_post_number": 2,
    "username": "gildong",
    "created_at": "2026-11-20T02:11:09.412Z",
    "updated_at": "2026-11-20T02:11:09.412Z",
    "version": 1,
    "cooked": "<p>언제 복구되나요?</p>",
    "actions_summary": [{"id": 2, "count": 1, "acted": True}],
    "yours": False,
}


@given(st.sampled_from(sorted(ENTRY)), JSON)
def test_any_value_gives_a_post_or_malformed(key: str, value: object) -> None:
    try:
        found = parse.item({**ENTRY, key: value}, "https://forum.example", "hanbit")
    except Malformed:
        return
    found.post.text.encode()
    assert found.id > 0 and found.post.remote_id == str(found.id)


@given(JSON)
def test_any_answer_gives_posts_or_malformed(value: object) -> None:
    for read_list in (parse.latest, parse.items, parse.item):
        for one in (value, {"latest_posts": value}):
            try:
                read_list(one, "https://forum.example", "")
            except Malformed:
                pass
