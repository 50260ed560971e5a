from __future__ import annotations

import json

import pytest

from connectors.base import Author, Batch, Media
from desktop.models import channels, merge, queries
from desktop.models.errors import Missing
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import (
    MINUTE,
    NOON,
    Clock,
    ask,
    channel,
    do,
    id_of,
    index_all,
    one,
    post,
    rows,
)
from tests.models.helpers import (
    merge as merge_in,
)


def test_a_post_opens_a_case_of_its_own_without_an_event(store: Store) -> None:
    merged = merge_in(store, channel(store), post("a"))
    assert merged == merge.Merged(new=1)
    post_id = id_of(store, "a")
    case = one(store, "SELECT id, track, rank, status, unread, post_count, merged_into FROM case_")
    assert case == (post_id, "new", post_id * 1024, "open", 1, 1, None)
    assert rows(store, "SELECT * FROM event") == []


def test_the_same_batch_twice_changes_nothing(store: Store) -> None:
    source = channel(store)
    batch = [post(str(i), f"글 {i}", i) for i in range(1, 30)]
    merge_in(store, source, *batch)
    before = rows(store, "SELECT * FROM post ORDER BY id")
    assert merge_in(store, source, *batch) == merge.Merged(unchanged=29)
    assert rows(store, "SELECT * FROM post ORDER BY id") == before


def test_posts_without_time_keep_the_order_of_the_document(store: Store) -> None:
    merge_in(store, channel(store), *(post(name, minutes_ago=None) for name in ("first", "second", "third")))
    shown = ask(store, queries.timeline_page)
    assert [row.url or ask_remote(store, row.id) for row in shown] == ["first", "second", "third"]
    assert not shown[0].dated and shown[0].created_ms == NOON


def ask_remote(store: Store, post_id: int) -> str:
    return str(one(store, "SELECT remote_id FROM post WHERE id = ?", post_id))


def test_a_future_date_sorts_as_now_and_is_kept(store: Store, clock: Clock) -> None:
    source = channel(store)
    merge_in(store, source, post("future", created_ms=NOON + 10**9))
    clock.forward()
    merge_in(store, source, post("later", created_ms=clock.at_ms))
    assert [ask_remote(store, row.id) for row in ask(store, queries.timeline_page)] == ["later", "future"]
    assert one(store, "SELECT created_ms FROM post WHERE remote_id = 'future'") == NOON + 10**9


@pytest.mark.parametrize("created_ms", [-(2**70), 2**70, 0, -1, 253_402_300_800_000])
def test_no_date_is_too_odd_to_be_stored_and_listed(store: Store, created_ms: int) -> None:
    merge_in(store, channel(store), post("odd", created_ms=created_ms))
    (row,) = ask(store, queries.posts_full)
    assert row["created_at"].endswith("Z")


def test_the_first_of_two_with_one_id_wins_and_none_without_id_is_stored(store: Store) -> None:
    merged = merge_in(store, channel(store), post("a", "새 글"), post("a", "옛 글"), post("", "무명"))
    assert merged.new == 1
    assert rows(store, "SELECT remote_id, text FROM post") == [("a", "새 글")]


def test_an_edit_keeps_what_was_said_before(store: Store, clock: Clock) -> None:
    source = channel(store)
    merge_in(store, source, post("a", "처음", url="u1"))
    clock.forward()
    assert merge_in(store, source, post("a", "나중", url="u2")) == merge.Merged(edited=1)
    assert one(store, "SELECT text, url, state, seen_ms FROM post_version") == (
        "처음", "u1", "published", clock.at_ms,
    )  # fmt: skip
    assert one(store, "SELECT text, url, edited_ms FROM post") == ("나중", "u2", clock.at_ms)


def test_an_edit_without_a_title_keeps_the_title_that_is_known(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a", "처음", context="버스 노선 개편"))
    merge_in(store, source, post("a", "나중"))
    assert one(store, "SELECT text, context FROM post") == ("나중", "버스 노선 개편")
    merge_in(store, source, post("a", "끝", context="버스 노선"))
    assert one(store, "SELECT context FROM post") == "버스 노선"


def test_the_networks_own_time_of_an_edit_is_kept(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a", "처음"))
    merge_in(store, source, post("a", "나중", edited_ms=NOON - 7))
    assert one(store, "SELECT edited_ms FROM post") == NOON - 7


def test_approval_is_a_change_of_state_and_no_edit_of_the_text(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a", state="held"))
    assert merge_in(store, source, post("a", state="published")).edited == 1
    assert one(store, "SELECT state FROM post_version") == "held"
    assert one(store, "SELECT state, edited_ms FROM post") == ("published", None)


def test_a_deleted_post_stays_readable_and_may_come_back(store: Store, clock: Clock) -> None:
    source = channel(store)
    merge_in(store, source, post("a", "지워질 글"), post("b"))
    clock.forward()
    assert merge_in(store, source, gone=("a", "unknown", "a")) == merge.Merged(deleted=1)
    assert one(store, "SELECT text, deleted_ms FROM post WHERE remote_id = 'a'") == ("지워질 글", clock.at_ms)
    assert merge_in(store, source, gone=("a",)).deleted == 0
    assert merge_in(store, source, post("a", "지워질 글")).edited == 1
    assert one(store, "SELECT deleted_ms FROM post WHERE remote_id = 'a'") is None


def test_one_channels_ids_mean_nothing_on_another(store: Store) -> None:
    first, second = channel(store, "가"), channel(store, "나")
    merge_in(store, first, post("1"))
    assert merge_in(store, second, post("1")).new == 1
    merge_in(store, first, gone=("1",))
    assert one(store, "SELECT count(*) FROM post WHERE deleted_ms IS NULL") == 1


def test_cursor_and_posts_are_stored_together_or_not_at_all(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a"), cursor={"page": 2})
    assert json.loads(one(store, "SELECT cursor FROM channel")) == {"page": 2}

    def broken(tx: object) -> None:
        merge.merge_batch(tx, source, Batch((post("b"),), cursor={"page": 3}))  # type: ignore[arg-type]
        raise RuntimeError("the power went out")

    with pytest.raises(RuntimeError):
        do(store, broken)
    assert json.loads(one(store, "SELECT cursor FROM channel")) == {"page": 2}
    assert rows(store, "SELECT remote_id FROM post") == [("a",)]


def test_an_author_first_seen_in_a_failed_transaction_is_stored_by_the_next(store: Store) -> None:
    source = channel(store)
    someone = post("a", author=Author("new", "이시민"))

    def broken(tx: object) -> None:
        merge.merge_batch(tx, source, Batch((someone,)))  # type: ignore[arg-type]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        do(store, broken)
    merge_in(store, source, post("b", author=Author("other", "박시민")), someone)
    names = rows(
        store, "SELECT p.remote_id, a.name FROM post p JOIN author a ON a.id = p.author_id ORDER BY 1"
    )
    assert names == [("a", "이시민"), ("b", "박시민")]


def test_an_empty_cursor_leaves_the_stored_one(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, cursor={"since": "x"})
    merge_in(store, source, post("streamed"))
    assert ask(store, channels.get_channel, source).cursor == {"since": "x"}


def test_a_new_address_is_learned_and_the_name_is_not(store: Store) -> None:
    source = channel(store, "우리 이름")
    merge_in(store, source, address="https://new.example/feed")
    row = ask(store, channels.get_channel, source)
    assert (row.url, row.name) == ("https://new.example/feed", "우리 이름")


def test_an_unknown_channel_is_refused(store: Store) -> None:
    with pytest.raises(Missing):
        merge_in(store, 99, post("a"))


def test_a_renamed_author_is_one_author_and_found_by_the_new_name_only(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a", author=Author("7", "옛이름", "old")))
    index_all(store)
    merge_in(store, source, post("b", author=Author("7", "새이름", "new")))
    index_all(store)
    assert one(store, "SELECT name, handle FROM author") == ("새이름", "new")
    assert len(ask(store, queries.timeline_page, Filter(text="새이름"))) == 2
    assert ask(store, queries.timeline_page, Filter(text="옛이름")) == []


def test_a_batch_without_the_name_does_not_take_it_away(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("a", author=Author("7", "김시민", "kim")))
    merge_in(store, source, post("b", author=Author("7", "")))
    assert one(store, "SELECT name, handle FROM author") == ("김시민", "kim")


def test_same_remote_author_on_two_servers_is_two_people(store: Store) -> None:
    merge_in(store, channel(store, "가"), post("a", author=Author("1", "가나")))
    merge_in(store, channel(store, "나"), post("b", author=Author("1", "다라")))
    assert one(store, "SELECT count(DISTINCT author_id) FROM post") == 2


def test_a_long_text_is_whole_and_its_preview_short(store: Store) -> None:
    long = "가나다라마" * 20_000
    merge_in(store, channel(store), post("a", long, media=(Media("image", "https://x/1.png", "사진"),)))
    (row,) = ask(store, queries.timeline_page)
    assert row.text == long[:400] and row.media_count == 1
    detail = ask(store, queries.post_detail, row.id)
    assert detail.text == long and detail.media == (Media("image", "https://x/1.png", "사진"),)


def test_reposts_are_counted_at_their_original_and_shown_nowhere(store: Store) -> None:
    source = channel(store)
    merged = merge_in(
        store, source, post("r1", repost_of="a"), post("a", minutes_ago=9), post("r2", repost_of="a")
    )
    assert (merged.new, merged.reposts) == (1, 2)
    merge_in(store, source, post("r3", repost_of="a"))
    (row,) = ask(store, queries.timeline_page)
    assert (row.id, row.repost_count) == (id_of(store, "a"), 3)
    assert one(store, "SELECT count(*) FROM case_") == 1
    merge_in(store, source, gone=("r1",))
    assert ask(store, queries.timeline_page)[0].repost_count == 2


def test_a_repost_that_comes_before_its_original_is_counted_when_that_arrives(store: Store) -> None:
    source = channel(store)
    merge_in(store, source, post("r", repost_of="a"))
    merge_in(store, source, post("a", minutes_ago=20))
    assert ask(store, queries.timeline_page)[0].repost_count == 1


def test_listeners_hear_after_the_commit_what_changed_and_who_did_it(store: Store) -> None:
    source = channel(store)
    heard = []
    stop = store.subscribe(lambda changes: heard.append((changes, one_in_writer())))

    def one_in_writer() -> int:
        import sqlite3

        connection = sqlite3.connect(store.path)
        try:
            return int(connection.execute("SELECT count(*) FROM post").fetchone()[0])
        finally:
            connection.close()

    store.write(merge.merge_batch, source, Batch((post("a"),)), initiator="me").result()
    post_id = id_of(store, "a")
    ((changes, visible),) = heard
    assert changes.new_posts == {post_id} and changes.cases == {post_id} and changes.initiator == "me"
    assert visible == 1
    stop()
    merge_in(store, source, post("b"))
    assert len(heard) == 1


def test_a_failing_listener_harms_neither_the_write_nor_the_others(store: Store) -> None:
    heard = []

    def broken(changes: object) -> None:
        raise RuntimeError("a listener's own mistake")

    store.subscribe(broken)
    store.subscribe(heard.append)
    assert merge_in(store, channel(store), post("a")).new == 1
    assert len(heard) == 2


def test_posts_of_one_moment_from_many_channels_all_find_room(store: Store) -> None:
    sources = [channel(store, str(i)) for i in range(5)]
    for source in sources:
        merge_in(store, source, *(post(f"{source}-{i}", created_ms=NOON - MINUTE) for i in range(1000)))
    assert one(store, "SELECT count(*), count(DISTINCT id) FROM post") == (5000, 5000)
