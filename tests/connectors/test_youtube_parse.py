"""What YouTube may send, and what it never should; and the arithmetic of a day's units."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Malformed, Post, RateLimited
from connectors.http import Http
from connectors.youtube import LENGTH, parse, quota
from connectors.youtube.api import daily_units, reason_of
from connectors.youtube.memory import RECENT, THREADS, Memory
from connectors.youtube.quota import Quota, midnight_ms, pacific_day, quota_of

COMMENT: dict[str, Any] = {
    "kind": "youtube#comment",
    "id": "UgzMADEUP4AaABAg.9xREPLY",
    "snippet": {
        "parentId": "UgzMADEUP4AaABAg",
        "textDisplay": "저도요 <b>급해요</b>",
        "authorDisplayName": "@gildong",
        "authorChannelId": {"value": "UCcit"},
        "authorChannelUrl": "http://www.youtube.com/@gildong",
        "publishedAt": "2026-11-20T02:20:00Z",
        "updatedAt": "2026-11-20T02:25:00Z",
        "moderationStatus": "heldForReview",
        "imageUrl": "javascript:alert(1)",
    },
}
THREAD: dict[str, Any] = {
    "kind": "youtube#commentThread",
    "id": "UgzMADEUP4AaABAg",
    "snippet": {
        "channelId": "UChall",
        "videoId": "vid12345678",
        "totalReplyCount": 7,
        "topLevelComment": {"id": "UgzMADEUP4AaABAg", "snippet": {"textDisplay": "언제 복구되나요?"}},
    },
    "replies": {"comments": [COMMENT]},
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
snippets = json_values | st.fixed_dictionaries({}, optional={n: json_values for n in COMMENT["snippet"]})
comments = json_values | st.fixed_dictionaries(
    {}, optional={"id": json_values | st.just("Ugx.1"), "snippet": snippets}
)
threads = json_values | st.fixed_dictionaries(
    {},
    optional={
        "id": json_values,
        "snippet": st.fixed_dictionaries(
            {}, optional={"topLevelComment": comments, "totalReplyCount": json_values, "videoId": json_values}
        ),
        "replies": json_values | st.fixed_dictionaries({}, optional={"comments": st.lists(comments)}),
    },
)


def fits(post: Post) -> None:
    """A database, a window and a network can hold it."""
    for text in (post.remote_id, post.text, post.url, post.parent_id, *post.author):
        text.encode()
        assert "\0" not in text
    assert 0 < len(post.remote_id) <= 500
    for url in (post.url, post.author.url, *(m.url for m in post.media)):
        assert url == "" or url.lower().startswith("http")


def test_a_thread_is_read() -> None:
    thread = parse.thread(THREAD, "UChall")
    top, reply = thread.top.post, thread.replies[0].post
    assert (top.text, top.parent_id, top.edited_ms, top.state) == ("언제 복구되나요?", "", None, "published")
    assert top.url == "https://www.youtube.com/watch?v=vid12345678&lc=UgzMADEUP4AaABAg"
    assert reply.parent_id == "UgzMADEUP4AaABAg" and reply.state == "held" and not reply.own
    assert reply.text == "저도요 <b>급해요</b>"  # asked for as plain text, so this is what was typed
    assert reply.author == ("UCcit", "@gildong", "@gildong", "http://www.youtube.com/@gildong")
    assert reply.created_ms == 1_795_141_200_000 and reply.edited_ms == reply.created_ms + 300_000
    assert reply.media == () and not thread.whole


def test_the_first_comment_of_a_thread_answers_nothing_whatever_its_id_is() -> None:
    value = json.loads(json.dumps(THREAD))
    value["snippet"]["topLevelComment"]["id"] = "c1.x~2="
    assert parse.thread(value, "").top.post.parent_id == ""


def test_our_own_and_nameless_authors() -> None:
    assert parse.comment(COMMENT, "UCcit").post.own
    nameless = {"id": "x", "snippet": {"textOriginal": "말", "textDisplay": "<i>말</i>"}}
    post = parse.comment(nameless, "").post
    assert post.text == "말" and not post.own and post.author.remote_id == "" and post.created_ms is None


@given(comments | threads)
def test_any_json_gives_values_or_malformed(value: Any) -> None:
    for read in (lambda: parse.comment(value, "UC").post, lambda: parse.thread(value, "UC").top.post):
        try:
            fits(read())
        except Malformed:
            pass
    try:
        page = parse.page(value)
    except Malformed:
        return
    parse.threads(page.items, "UC")


@given(st.lists(json_values | threads, max_size=4))
def test_lists_keep_what_can_be_read(items: list[Any]) -> None:
    found, broken = parse.threads([*items, THREAD], "UC")
    assert found[-1].top.id == "UgzMADEUP4AaABAg" and broken >= 0
    parse.video_facts(items)
    parse.channels(items)
    parse.uploaded_ms(items)
    reason_of({"error": {"errors": items, "details": items, "message": items}})


@given(st.dictionaries(st.sampled_from(["recent", "threads", "videos", "plan", "due", "spent"]), json_values))
def test_any_cursor_is_opened(cursor: dict[str, Any]) -> None:
    state = Memory({"channel": "UC", **cursor}, "UC").state()
    assert json.loads(json.dumps(state)) == json.loads(json.dumps(Memory(state, "UC").state()))


def test_a_cursor_stays_small() -> None:
    memory = Memory({}, "UC")
    for n in range(3000):
        item = {**THREAD["snippet"], "topLevelComment": {"id": f"Ug{n}", "snippet": COMMENT["snippet"]}}
        thread = parse.thread({"id": f"Ug{n}", "snippet": {**item, "videoId": f"v{n}"}}, "UC")
        memory.remember_thread(thread)
        assert memory.changed(thread.top) and not memory.changed(thread.top)
    state = memory.state()
    assert len(state["threads"]) == THREADS and len(state["recent"]) == RECENT
    assert len(json.dumps(state)) < 60_000
    assert Memory(state, "UCother").newest() == []  # ids of another channel mean nothing here


def test_the_length_counts_characters() -> None:
    assert LENGTH.count("가나다 😀") == 5
    assert LENGTH.over("가" * 10_000) == 0 and LENGTH.over("가" * 10_001) == 1


# --- the day's units --------------------------------------------------------------------------------------


def test_midnight_in_california() -> None:
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        zone = zoneinfo.ZoneInfo("America/Los_Angeles")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("this system has no time zones")
    moment = datetime(2024, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2031:
        local = moment.astimezone(zone)
        following = datetime.combine(local.date() + timedelta(days=1), datetime.min.time(), zone)
        moment_ms = int(moment.timestamp() * 1000)
        assert pacific_day(moment_ms) == local.date()
        assert midnight_ms(moment_ms) == int(following.timestamp() * 1000)
        moment += timedelta(hours=5)


class Owner:
    pass


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    moment = [int(datetime(2026, 11, 22, 20, tzinfo=UTC).timestamp() * 1000)]
    monkeypatch.setattr(quota, "now_ms", lambda: moment[0])
    return moment


def test_channels_share_the_day_fairly(now: list[int]) -> None:
    shared, one, other = Quota(), Owner(), Owner()
    shared.join(one, "one", 1000)
    assert shared.left("one") == 800
    shared.join(other, "other", 1000)
    assert shared.left("one") == shared.left("other") == 400
    for _ in range(400):
        shared.spend("one", 1)
    with pytest.raises(RateLimited) as limited:
        shared.spend("one", 1)
    assert limited.value.until_ms == midnight_ms(now[0])
    assert shared.left("other") == 400  # one that reads much takes nothing from the others
    for _ in range(12):
        shared.spend("one", 50, answering=True)  # answers may use what nobody has read
    assert shared.left("other") == 0
    with pytest.raises(RateLimited):
        shared.spend("other", 50, answering=True)
    now[0] += 24 * 3600 * 1000
    assert shared.left("one") == 400
    shared.leave(other)
    assert shared.left("one") == 800


def test_a_forgotten_channel_gives_its_share_back(now: list[int]) -> None:
    shared, one = Quota(), Owner()
    shared.join(one, "one", 1000)
    other = Owner()
    shared.join(other, "other", 1000)
    del other
    assert shared.share() == 800


def test_a_restart_remembers_what_was_used(now: list[int]) -> None:
    before, one = Quota(), Owner()
    before.join(one, "one", 1000)
    before.spend("one", 50, answering=True)
    for _ in range(7):
        before.spend("one", 1)
    stored = before.note("one")
    after = Quota()
    after.join(one, "one", 1000)
    after.recall("one", stored)
    after.recall("one", stored)  # every round does
    assert after.used() == 57 and after.left("one") == 793
    now[0] += 24 * 3600 * 1000
    after.recall("one", stored)
    assert after.used() == 0
    for broken in (None, 7, {}, {"day": stored["day"], "reads": "x", "writes": -5}):
        after.recall("one", broken)
    assert after.used() == 0


def test_rounds_become_rarer_where_little_is_left(now: list[int]) -> None:
    shared, one = Quota(), Owner()
    shared.join(one, "one", 10_000)
    assert shared.pace_s("one", 3) < 60
    shared.join(one, "one", 100)
    assert shared.pace_s("one", 3) > 1000


async def test_one_budget_for_one_project_and_http() -> None:
    http, other = Http(), Http()
    assert quota_of(http, "https://a", "client") is quota_of(http, "https://a", "client")
    assert quota_of(http, "https://a", "client") is not quota_of(http, "https://a", "another")
    assert quota_of(http, "https://a", "client") is not quota_of(other, "https://a", "client")
    assert [daily_units({"daily_units": v}) for v in ("", "50,000", "x", "-1", 7)] == [
        10_000, 50_000, 10_000, 10_000, 7,
    ]  # fmt: skip
