from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import cases, drafts, queries
from desktop.models.errors import Missing
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import MINUTE, NOON, Clock, ask, channel, do, id_of, merge, post


@pytest.fixture
def busy(store: Store) -> Store:
    """Three channels whose posts alternate."""
    for number in range(3):
        source = channel(store, f"채널{number}", network="feed" if number else "mastodon")
        merge(store, source, *(post(f"{number}-{i}", f"글 {i}", i * 3 + number) for i in range(20)))
    return store


def test_pages_by_key_show_every_post_once(busy: Store) -> None:
    for f in (
        Filter(),
        Filter(channels=frozenset({1, 3})),
        Filter(networks=frozenset({"feed"})),
        Filter(unread=True),
    ):
        everything = [row.id for row in ask(busy, queries.timeline_page, f, limit=1000)]
        assert everything == sorted(everything, reverse=True) and len(everything) in (60, 40)
        paged: list[int] = []
        while page := ask(busy, queries.timeline_page, f, before=paged[-1] if paged else None, limit=7):
            paged += [row.id for row in page]
        assert paged == everything
        upwards = ask(busy, queries.timeline_page, f, after=everything[10], limit=4)
        assert [row.id for row in upwards] == everything[6:10]


def test_the_board_pages_by_rank_in_both_directions(busy: Store) -> None:
    everything = ask(busy, queries.board_page, "new", limit=1000)
    below = ask(busy, queries.board_page, "new", below_rank=everything[9].rank, limit=5)
    assert below == everything[10:15]
    above = ask(busy, queries.board_page, "new", above_rank=everything[9].rank, limit=5)
    assert above == everything[4:9]


def test_few_cases_among_many_posts_are_found_from_their_side(busy: Store) -> None:
    chosen = [id_of(busy, name) for name in ("0-3", "1-19", "2-0")]
    do(busy, cases.move, chosen, "idea")
    for f in (
        Filter(tracks=frozenset({"idea"})),
        Filter(tracks=frozenset({"idea"}), channels=frozenset({1, 2, 3})),
    ):
        ids = [row.id for row in ask(busy, queries.timeline_page, f)]
        assert ids == sorted(chosen, reverse=True)
        assert [row.id for row in ask(busy, queries.timeline_page, f, before=ids[0])] == ids[1:]
        assert [row.id for row in ask(busy, queries.timeline_page, f, after=ids[-1])] == ids[:-1]
    # Too many to start from the cases: the other way gives the same.
    for f in (Filter(tracks=frozenset({"new"})), Filter(status=frozenset({"open"}), author_id=1)):
        narrow = ask(busy, queries.timeline_page, f)
        few, queries._FEW_CASES = queries._FEW_CASES, 0
        try:
            assert ask(busy, queries.timeline_page, f) == narrow
        finally:
            queries._FEW_CASES = few


def test_times_are_included_on_both_ends(busy: Store) -> None:
    f = Filter(since_ms=NOON - 5 * MINUTE, until_ms=NOON - 2 * MINUTE)
    shown = [row.created_ms for row in ask(busy, queries.timeline_page, f)]
    assert shown == [NOON - minutes * MINUTE for minutes in (2, 3, 4, 5)]
    assert ask(busy, queries.board_counts, f)["new"] == (4, NOON - 5 * MINUTE)


def test_the_pill_counts_what_is_newer_or_came_later_and_passes_the_filter(busy: Store, clock: Clock) -> None:
    newest = ask(busy, queries.timeline_page)[0].id
    seen = clock.at_ms
    clock.forward()
    merge(busy, 1, post("new", "새 글", 0), post("late", "늦게 온 옛 글", 999))
    merge(busy, 2, post("other", "버스", 0), post("r", repost_of="new"), post("mine", own=True))
    assert ask(busy, queries.count_newer, Filter(), newest) == 2
    assert ask(busy, queries.count_newer, Filter(), first_seen_after=seen) == 3
    assert ask(busy, queries.count_newer, Filter(channels=frozenset({1})), first_seen_after=seen) == 2
    assert ask(busy, queries.count_newer, Filter(text="버스"), first_seen_after=seen) == 1
    assert ask(busy, queries.count_newer, Filter(unread=True), limit=2) == 2


def test_rows_come_in_the_order_asked_for_without_what_is_not_there(busy: Store) -> None:
    ids = [id_of(busy, name) for name in ("2-5", "0-0", "1-7")]
    assert [row.id for row in ask(busy, queries.rows_by_id, [*ids, 5])] == ids
    do(busy, cases.group, ids[:2])
    assert [card.id for card in ask(busy, queries.cards_by_id, ids)] == [ids[0], ids[2]]


def test_a_card_says_that_somebody_is_writing_an_answer(busy: Store) -> None:
    target = id_of(busy, "0-0")
    do(busy, drafts.save_draft, target, "reply", "김주무관", "안녕")
    assert ask(busy, queries.cards_by_id, [target])[0].draft
    do(busy, drafts.save_draft, target, "reply", "김주무관", " ")
    assert not ask(busy, queries.cards_by_id, [target])[0].draft


def test_whole_posts_are_streamed_in_pages_without_loss(busy: Store) -> None:
    whole = list(queries.iterate_full(busy, Filter(), page=7))
    assert [row["id"] for row in whole] == [row.id for row in ask(busy, queries.timeline_page)]
    assert len(list(queries.iterate_full(busy, Filter(), limit=10, page=7))) == 10
    assert set(whole[0]) == {
        "id", "channel", "channel_id", "network", "author", "author_handle", "created_at", "first_seen_at",
        "edited", "deleted", "url", "parent", "parent_remote_id", "remote_id", "repost_of", "own", "state",
        "track", "case", "department", "status", "title", "text", "due_at", "clock", "forwarding", "idea",
    }  # fmt: skip
    assert (whole[0]["created_at"], whole[0]["edited"], whole[0]["own"]) == (
        "2026-09-21T14:13:20.000Z",
        None,
        False,
    )


def test_whole_posts_have_their_title_where_there_is_one(store: Store) -> None:
    mail = channel(store, "메일", "mail")
    merge(store, mail, post("m", "본문", context="버스 문의 010-1234-5678"), post("n", "제목 없는 메일"))
    feed = channel(store, "새소식")
    merge(store, feed, post("f", "가로등 정비\n\n본문입니다"), post("t", "제목만"))
    found = {row["remote_id"]: row["title"] for row in queries.iterate_full(store, Filter())}
    assert found == {"m": "버스 문의 010-****-****", "n": "", "f": "가로등 정비", "t": "제목만"}
    (bare,) = [r for r in queries.iterate_full(store, Filter(), unmasked=True) if r["remote_id"] == "m"]
    assert bare["title"] == "버스 문의 010-1234-5678"


def test_what_does_not_exist_is_said(store: Store) -> None:
    with pytest.raises(Missing):
        ask(store, queries.post_detail, 1)


FILTERS = st.builds(
    Filter,
    channels=st.frozensets(st.integers(1, 99)),
    networks=st.frozensets(st.sampled_from(["feed", "manual"])),
    tracks=st.frozensets(st.sampled_from(queries.TRACKS)),
    departments=st.frozensets(st.text(max_size=5)),
    status=st.frozensets(st.sampled_from(["open", "done"])),
    since_ms=st.none() | st.integers(0, 2**50),
    until_ms=st.none() | st.integers(0, 2**50),
    text=st.text(max_size=10),
    author_id=st.none() | st.integers(0, 99),
    unread=st.none() | st.booleans(),
    starred=st.none() | st.booleans(),
    deleted=st.none() | st.booleans(),
    own=st.booleans(),
)


@given(FILTERS)
def test_a_filter_survives_being_saved(f: Filter) -> None:
    assert Filter.from_json(f.to_json()) == f


@given(
    st.text() | st.sampled_from(['{"channels": "x", "own": 1}', "[]", "null", '{"tracks": [1, null, "new"]}'])
)
def test_a_broken_saved_filter_is_no_error(text: str) -> None:
    f = Filter.from_json(text)
    assert replace(f, tracks=frozenset()) == Filter() and f.tracks <= {"new"}
