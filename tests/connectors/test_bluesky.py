"""Bluesky's own traps of reading and writing, against a real PDS and AppView."""

from __future__ import annotations

import re
import uuid

import pytest

from connectors.base import Action, Outgoing, Refused, Sent
from connectors.bluesky import parse, reading
from connectors.bluesky.client import Bluesky
from connectors.http import Http
from tests.connectors.bluesky_desk import (
    channel,
    city,
    gildong,
    mentioning,
    notice,
    open_channel,
    proxy,
    read,
    reply,
)
from tests.servers.atproto import POST, Person, now
from tests.servers.atproto import Bluesky as Server
from tests.servers.atproto_proxy import BlueskyProxy
from tests.servers.tiny_http import Reply

__all__ = ["channel", "city", "gildong", "notice", "proxy"]

THREADGATE = "app.bsky.feed.threadgate"
TIED = "2026-11-20T02:11:09.412Z"


# --- in ---------------------------------------------------------------------------------------------------


async def test_mentions_quotes_and_answers_to_answers_come_in(
    bluesky: Server, city: Person, gildong: Person, notice: str, channel: Bluesky
) -> None:
    mention = bluesky.post(gildong, **mentioning(city, "가로등이 꺼졌어요"))
    record = bluesky.record(notice)
    assert record is not None
    quoted = {"$type": "app.bsky.embed.record", "record": {"uri": notice, "cid": record["cid"]}}
    quote = bluesky.post(gildong, "이것 보세요", embed=quoted)
    first = bluesky.post(gildong, "언제 끝나나요?", reply_to=notice)
    second = bluesky.post(bluesky.citizen("도래"), "저도 궁금해요", reply_to=first)
    bluesky.settle()
    found = {post.remote_id: post for post in (await read(channel)).posts}
    assert set(found) == {notice, mention, quote, first, second}
    assert found[second].parent_id == first and found[notice].own
    assert not found[mention].own and found[mention].parent_id == ""


async def test_posts_of_one_instant_are_not_lost_between_pages(
    bluesky: Server, city: Person, gildong: Person, proxy: BlueskyProxy, channel: Bluesky
) -> None:
    """Mentions have no thread of ours to be found in, so this is the paging alone (section 4)."""
    proxy.page = 3
    at = [TIED] * 2 + ["2026-11-20T02:11:09.413Z"] * 2 + ["2026-11-20T02:11:09.414Z"] * 2
    sent = [bluesky.post(gildong, **mentioning(city, f"{n}"), created_at=when) for n, when in enumerate(at)]
    bluesky.settle()
    assert {post.remote_id for post in (await read(channel)).posts} == set(sent)


async def test_a_late_post_deep_in_the_list_is_found(
    bluesky: Server, city: Person, gildong: Person, proxy: BlueskyProxy, channel: Bluesky
) -> None:
    proxy.page = 3
    for number in range(4):
        bluesky.post(gildong, **mentioning(city, f"오늘 {number}"))
    bluesky.settle()
    batch = await read(channel)
    yesterday, last_week = (
        bluesky.post(gildong, **mentioning(city, "늦게 온 글"), created_at=parse.as_moment(moment))
        for moment in (batch.cursor["deep_ms"] - 30 * 3_600_000, batch.cursor["deep_ms"] - 9 * 86_400_000)
    )
    bluesky.settle()
    batch = await read(channel, batch.cursor)
    assert yesterday in [post.remote_id for post in batch.posts]
    found = {
        post.remote_id
        for post in (*batch.posts, *(await read(channel, {**batch.cursor, "deep_ms": 0})).posts)
    }
    assert last_week in found


async def test_a_quiet_round_costs_four_requests(
    bluesky: Server, gildong: Person, notice: str, proxy: BlueskyProxy, channel: Bluesky
) -> None:
    bluesky.post(gildong, "질문", reply_to=notice)
    bluesky.settle()
    batch = await read(channel)
    before = len(proxy.requests)
    again = await read(channel, batch.cursor)
    assert (again.posts, again.gone, again.cursor) == ((), (), batch.cursor)
    assert sorted(nsid for _, nsid in proxy.requests[before:]) == [
        "app.bsky.feed.getPosts",
        "app.bsky.notification.listNotifications",
        "com.atproto.repo.listRecords",
        "com.atproto.repo.listRecords",
    ]


async def test_what_the_list_does_not_name_is_found_below_our_posts(
    bluesky: Server, city: Person, notice: str, channel: Bluesky
) -> None:
    """An author whom somebody has muted in the app is in no notification."""
    loud = bluesky.person()
    bluesky.call("POST", "/xrpc/app.bsky.graph.muteActor", {"actor": loud.did}, city.token)
    bluesky.settle()
    question = bluesky.post(loud, "안 보이나요?", reply_to=notice)
    bluesky.settle()
    listed = bluesky.demand("app.bsky.notification.listNotifications?limit=100", token=city.token)
    assert listed["notifications"] == []
    assert question in [post.remote_id for post in (await read(channel)).posts]


async def test_a_blocked_author_is_not_a_deletion(
    bluesky: Server, city: Person, notice: str, channel: Bluesky
) -> None:
    loud = bluesky.person()
    question = bluesky.post(loud, "시끄러운 글", reply_to=notice)
    bluesky.settle()
    batch = await read(channel)
    assert question in [post.remote_id for post in batch.posts]
    bluesky.put(city, "app.bsky.graph.block", "3mzzzzzzzzz2a", {"subject": loud.did, "createdAt": now()})
    bluesky.settle()
    batch = await read(channel, {**batch.cursor, "again_ms": 0})
    assert batch.gone == ()
    with pytest.raises(Refused) as refused:
        await channel.send(reply(question, "답"))
    assert refused.value.code == "blocked"
    bluesky.delete(loud, question)
    bluesky.settle()
    assert (await read(channel, {**batch.cursor, "again_ms": 0})).gone == (question,)


async def test_what_the_phone_hides_and_deletes_is_learned(
    bluesky: Server, city: Person, gildong: Person, notice: str, channel: Bluesky
) -> None:
    question = bluesky.post(gildong, "욕설", reply_to=notice)
    ours = bluesky.post(city, "답", reply_to=question)
    bluesky.settle()
    batch = await read(channel)
    gate = {"post": notice, "createdAt": now(), "hiddenReplies": [question]}
    bluesky.put(city, THREADGATE, notice.rpartition("/")[2], gate)
    bluesky.delete(city, ours)
    bluesky.settle()
    batch = await read(channel, batch.cursor)
    assert [(post.remote_id, post.state) for post in batch.posts] == [(question, "hidden")]
    assert batch.gone == (ours,)
    # A channel that is opened now learns of it as well, although the list no longer names it.
    fresh = {post.remote_id: post.state for post in (await read(channel)).posts}
    assert fresh == {notice: "published", question: "hidden"}


async def test_an_edit_is_learned_in_the_next_round(
    bluesky: Server, city: Person, gildong: Person, notice: str, channel: Bluesky
) -> None:
    question = bluesky.post(gildong, "틀린 글", reply_to=notice)
    bluesky.settle()
    batch = await read(channel)
    bluesky.edit(gildong, question, "고친 글")
    bluesky.settle()
    assert [(p.remote_id, p.text) for p in (await read(channel, batch.cursor)).posts] == [
        (question, "고친 글")
    ]


async def test_replies_hidden_in_many_old_threads_stay_hidden(
    bluesky: Server, city: Person, gildong: Person, channel: Bluesky, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    hidden = []
    for number in range(3):
        notice = bluesky.post(city, f"공지 {number}")
        hidden.append(bluesky.post(gildong, "욕설", reply_to=notice))
        gate = {"post": notice, "createdAt": now(), "hiddenReplies": [hidden[-1]]}
        bluesky.put(city, THREADGATE, notice.rpartition("/")[2], gate)
    bluesky.settle()
    states = {post.remote_id: post.state for post in (await read(channel)).posts}
    assert [states[uri] for uri in hidden] == ["hidden"] * 3


async def test_a_server_that_cannot_say_whether_a_post_is_there_stops_no_round(
    bluesky: Server, gildong: Person, notice: str, proxy: BlueskyProxy, channel: Bluesky
) -> None:
    question = bluesky.post(gildong, "질문", reply_to=notice)
    bluesky.settle()
    batch = await read(channel)
    bluesky.delete(gildong, question)
    bluesky.settle()
    cannot = Reply(501, {"error": "MethodNotImplemented", "message": "Method Not Implemented"})
    proxy.replace["com.atproto.repo.getRecord"] = [cannot] * 20
    batch = await read(channel, batch.cursor)
    assert batch.gone == ()
    proxy.replace.clear()
    assert (await read(channel, batch.cursor)).gone == (question,)


async def test_words_are_searched_for(
    bluesky: Server, city: Person, gildong: Person, proxy: BlueskyProxy, http: Http
) -> None:
    word = f"한빛{uuid.uuid4().hex[:8]}"
    said = bluesky.post(gildong, f"{word} 도로가 파였어요")
    bluesky.settle()
    searching = open_channel(proxy.url, city, http, search=f"{word}, 없는말{uuid.uuid4().hex}")
    batch = await read(searching)
    assert [post.remote_id for post in batch.posts] == [said]
    assert (await read(searching, batch.cursor)).posts == ()


async def test_the_cursor_of_another_account_is_not_used(
    bluesky: Server, notice: str, proxy: BlueskyProxy, channel: Bluesky, http: Http
) -> None:
    bluesky.settle()
    batch = await read(channel)
    other = open_channel(proxy.url, bluesky.person(), http)
    found = await read(other, batch.cursor)
    assert found.posts == () and found.gone == () and found.cursor["who"] != batch.cursor["who"]


async def test_a_list_that_leads_nowhere_ends(gildong: Person, proxy: BlueskyProxy, channel: Bluesky) -> None:
    nowhere = {"notifications": [], "cursor": "always-the-same"}
    proxy.replace["app.bsky.notification.listNotifications"] = [Reply(200, nowhere) for _ in range(30)]
    await read(channel)
    assert len(proxy.replace["app.bsky.notification.listNotifications"]) > 20


# --- out --------------------------------------------------------------------------------------------------


async def test_an_answer_marks_links_names_and_tags(
    bluesky: Server, gildong: Person, notice: str, channel: Bluesky
) -> None:
    question = bluesky.post(gildong, "어디서 보나요?", reply_to=notice)
    bluesky.settle()
    text = f"👍 https://city.example/물 @{gildong.handle} @nobody-{uuid.uuid4().hex[:8]}.test #상수도"
    sent = await channel.send(reply(question, text))
    record = bluesky.record(sent.remote_id)
    assert record is not None
    value = record["value"]
    assert value["reply"]["root"]["uri"] == notice and value["reply"]["parent"]["uri"] == question
    raw = value["text"].encode()
    marked = {
        raw[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(): f["features"][0]
        for f in value["facets"]
    }
    assert {key: next(v for k, v in one.items() if k != "$type") for key, one in marked.items()} == {
        "https://city.example/물": "https://city.example/물",
        f"@{gildong.handle}": gildong.did,
        "#상수도": "상수도",
    }


async def test_a_repeat_writes_nothing_new(
    bluesky: Server, city: Person, gildong: Person, notice: str, channel: Bluesky
) -> None:
    question = bluesky.post(gildong, "질문", reply_to=notice)
    bluesky.settle()
    outgoing = reply(question, "한 번만", written_ms=1_795_140_000_000)
    first = await channel.send(outgoing)
    record = bluesky.record(first.remote_id)
    assert await channel.send(outgoing) == first == await channel.look_up(outgoing)
    assert bluesky.record(first.remote_id) == record
    assert len(bluesky.records(city, POST)) == 2
    assert record is not None and record["value"]["createdAt"] == "2026-11-20T02:00:00.000Z"


async def test_a_thread_that_is_closed_to_us_is_not_answered(
    bluesky: Server, gildong: Person, channel: Bluesky
) -> None:
    closed = bluesky.post(gildong, "혼잣말입니다")
    rules = {"post": closed, "createdAt": now(), "allow": []}
    bluesky.put(gildong, THREADGATE, closed.rpartition("/")[2], rules)
    bluesky.settle()
    with pytest.raises(Refused) as refused:
        await channel.send(reply(closed, "끼어들기"))
    assert refused.value.code == "reply-disabled"


async def test_hiding_keeps_what_others_wrote_into_the_rules(
    bluesky: Server, city: Person, gildong: Person, notice: str, proxy: BlueskyProxy, channel: Bluesky
) -> None:
    one, two = (bluesky.post(gildong, text, reply_to=notice) for text in ("욕설 하나", "욕설 둘"))
    rkey = notice.rpartition("/")[2]
    bluesky.put(
        city, THREADGATE, rkey, {"post": notice, "createdAt": TIED, "allow": [], "hiddenReplies": [one]}
    )
    bluesky.settle()
    # The first attempt was made with rules that have changed since.
    proxy.replace["com.atproto.repo.putRecord"] = [Reply(400, {"error": "InvalidSwap", "message": "x"})]
    hidden = await channel.send(Outgoing("h", Action.HIDE, two))
    assert hidden.post is not None and hidden.post.state == "hidden"
    record = bluesky.record(f"at://{city.did}/{THREADGATE}/{rkey}")
    assert record is not None
    assert record["value"]["hiddenReplies"] == [one, two] and record["value"]["allow"] == []
    await channel.send(Outgoing("h", Action.HIDE, two))
    assert bluesky.record(f"at://{city.did}/{THREADGATE}/{rkey}") == record
    assert await channel.look_up(Outgoing("h", Action.HIDE, two)) is not None
    await channel.send(Outgoing("u", Action.UNHIDE, one))
    assert await channel.look_up(Outgoing("u", Action.UNHIDE, one)) is not None
    assert await channel.look_up(Outgoing("h", Action.HIDE, one)) is None


async def test_only_replies_in_our_threads_can_be_hidden_and_only_ours_deleted(
    bluesky: Server, gildong: Person, notice: str, channel: Bluesky
) -> None:
    theirs = bluesky.post(gildong, "시민의 글")
    below = bluesky.post(bluesky.citizen("도래"), "그 답글", reply_to=theirs)
    bluesky.settle()
    for target in (theirs, below, notice):
        with pytest.raises(Refused) as refused:
            await channel.send(Outgoing("k", Action.HIDE, target))
        assert re.search("[가-힣].* / .*[a-z]", refused.value.reason)
    with pytest.raises(Refused):
        await channel.send(Outgoing("k", Action.DELETE, theirs))
    assert bluesky.record(theirs) is not None


async def test_a_like_is_there_once(
    bluesky: Server, city: Person, gildong: Person, notice: str, channel: Bluesky
) -> None:
    thanks = bluesky.post(gildong, "고맙습니다", reply_to=notice)
    bluesky.settle()
    outgoing = Outgoing("like", Action.LIKE, thanks)
    assert await channel.look_up(outgoing) is None
    await channel.send(outgoing)
    bluesky.settle()
    await channel.send(Outgoing("another key", Action.LIKE, thanks))
    assert len(bluesky.records(city, "app.bsky.feed.like")) == 1
    assert await channel.look_up(outgoing) == Sent(thanks)
