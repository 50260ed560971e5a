"""Lists narrowed to what is due, and a column in the order of it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from desktop.models import cases, filters, queries
from desktop.models.deadlines import clocks
from desktop.models.filters import DUE, Filter, due_span, fits_due
from desktop.models.store import Store
from desktop.services import deadlines
from tests.models.helpers import MINUTE, NOON, Clock, ask, channel, do, id_of, merge, post

HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE


def set_due(store: Store, case: int, due_ms: int | None, state: str = "running") -> None:
    do(
        store,
        lambda tx: tx.db.execute_sql(
            "UPDATE case_clock SET due_ms = ?, state = ? WHERE case_id = ?", (due_ms, state, case)
        ),
    )


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(filters, "now_ms", lambda: NOON)
    monkeypatch.setattr(queries, "now_ms", lambda: NOON)
    do(store, deadlines.seed)
    names = [f"p{number}" for number in range(12)]
    here = channel(store)
    merge(store, here, *(post(name, minutes_ago=100 - n) for n, name in enumerate(names)))
    do(store, cases.move, [id_of(store, name) for name in names[:10]], "forward")
    dues: list[tuple[int | None, str]] = [
        (NOON - DAY, "running"),
        (NOON - 1, "running"),
        (NOON, "running"),
        (NOON + HOUR, "running"),
        (NOON + HOUR, "running"),
        (NOON + 3 * DAY, "running"),
        (None, "running"),
        (None, "paused"),
        (NOON - DAY, "stopped"),
        (None, "paused"),
    ]
    for name, (due_ms, state) in zip(names, dues, strict=False):
        set_due(store, id_of(store, name), due_ms, state)
    return store


def names(store: Store, cards: list[Any]) -> list[str]:
    found = {id_of(store, f"p{number}"): f"p{number}" for number in range(12)}
    return [found[card.id] for card in cards]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("late", {"p0", "p1"}),
        ("soon", {"p2", "p3", "p4"}),
        ("today", {"p2"}),  # in Seoul it is a quarter past eleven at night
        ("paused", {"p7", "p9"}),
        ("", {f"p{number}" for number in range(10)}),
    ],
)
def test_a_list_is_narrowed_to_what_is_due(desk: Store, due: str, expected: set[str]) -> None:
    wanted = Filter(due=due)
    assert set(names(desk, ask(desk, queries.board_page, "forward", wanted))) == expected
    assert ask(desk, queries.board_counts, wanted)["forward"][0] == len(expected)
    if due:
        assert set(names(desk, ask(desk, queries.timeline_page, wanted))) == expected
    for row in ask(desk, queries.board_page, "forward"):
        (name,) = names(desk, [row])
        assert fits_due(due, row.clock, row.due_ms, NOON) == (name in expected)


def test_the_same_with_a_search(desk: Store) -> None:
    from tests.models.helpers import index_all

    index_all(desk)
    wanted = Filter(text="버스", due="late")
    assert set(names(desk, ask(desk, queries.board_page, "forward", wanted))) == {"p0", "p1"}
    assert set(names(desk, ask(desk, queries.timeline_page, wanted))) == {"p0", "p1"}
    page = ask(desk, queries.board_page_by_due, "forward", Filter(text="버스"))
    assert names(desk, page)[:3] == ["p0", "p1", "p2"]
    rest = ask(desk, queries.board_page_by_due, "forward", Filter(text="버스"), queries.due_order(page[2]), 2)
    assert names(desk, rest) == names(desk, page)[3:5]


def test_today_ends_at_midnight_in_seoul() -> None:
    low, high = due_span("today", NOON)
    assert low == NOON and (high + 9 * HOUR) % DAY == 0 and 0 < high - NOON <= DAY
    assert due_span("today", high)[1] == high + DAY


def test_a_saved_view_keeps_what_is_due_and_an_unknown_word_is_left_out() -> None:
    for due in DUE:
        assert Filter.from_json(Filter(due=due).to_json()) == Filter(due=due)
    assert Filter.from_json('{"due": "yesterday", "unread": true}') == Filter(unread=True)
    assert Filter.from_json('{"starred": true}') == Filter(starred=True)


def test_the_order_of_urgency_page_by_page(desk: Store) -> None:
    page = ask(desk, queries.board_page_by_due, "forward")
    assert names(desk, page)[:6] == ["p0", "p1", "p2", "p4", "p3", "p5"]
    # What is due at no time keeps the order of the column.
    ranked = names(desk, ask(desk, queries.board_page, "forward"))
    assert names(desk, page)[6:] == [name for name in ranked if name in ("p6", "p7", "p8", "p9")]
    places = [queries.due_order(card) for card in page]
    assert places == sorted(places, reverse=True) and len(set(places)) == 10
    for size in (1, 2, 3, 7):
        assert ids(walk(desk, size)) == ids(page)
        assert ids(walk(desk, size, above=True)) == ids(page)[:-1]


def ids(cards: list[Any]) -> list[int]:
    return [card.id for card in cards]


def walk(store: Store, size: int, *, above: bool = False) -> list[Any]:
    """All pages of a column, from the top down or from its last card up."""
    found: list[Any] = []
    whole = ask(store, queries.board_page_by_due, "forward")
    beyond = queries.due_order(whole[-1]) if above else None
    while True:
        page = ask(store, queries.board_page_by_due, "forward", Filter(), beyond, size, above=above)
        if not page:
            return found
        found = [*page, *found] if above else [*found, *page]
        beyond = queries.due_order(page[0] if above else page[-1])


def test_nobodys_place_changes_by_looking_in_another_order(desk: Store) -> None:
    before = [(card.id, card.rank) for card in ask(desk, queries.board_page, "forward")]
    ask(desk, queries.board_page_by_due, "forward")
    assert [(card.id, card.rank) for card in ask(desk, queries.board_page, "forward")] == before


def test_the_order_is_that_of_the_filter_too(desk: Store) -> None:
    page = ask(desk, queries.board_page_by_due, "forward", Filter(due="soon"))
    assert names(desk, page) == ["p2", "p4", "p3"]
    assert ask(desk, queries.board_page_by_due, "forward", Filter(tracks=frozenset({"idea"}))) == []


def test_the_status_line_counts(desk: Store) -> None:
    assert ask(desk, queries.due_counts) == queries.DueCounts(late=2, soon=3, today=1)
    do(desk, clocks.stop, id_of(desk, "p0"))
    assert ask(desk, queries.due_counts, NOON + 2 * HOUR).late == 4


def test_rows_know_their_clock(desk: Store, clock: Clock) -> None:
    rows = {name: row for row in ask(desk, queries.rows_by_id, [id_of(desk, "p1"), id_of(desk, "p11")])
            for name in names(desk, [row])}  # fmt: skip
    assert (rows["p1"].clock, rows["p1"].due_ms) == ("running", NOON - 1)
    assert (rows["p11"].clock, rows["p11"].due_ms) == ("", None)


def test_any_dues_in_any_order(desk: Store) -> None:
    chance = random.Random(3)
    all_ids = [card.id for card in ask(desk, queries.board_page, "forward")]
    for _ in range(6):
        for case in all_ids:
            due_ms = chance.choice([None, NOON, NOON + HOUR, NOON + chance.randrange(DAY)])
            set_due(desk, case, due_ms, chance.choice(["running", "running", "paused", "stopped"]))
        whole = ask(desk, queries.board_page_by_due, "forward")
        assert sorted(ids(whole)) == sorted(all_ids)
        assert ids(walk(desk, 3)) == ids(whole) and ids(walk(desk, 2, above=True)) == ids(whole)[:-1]
