"""Whose inbox somebody looks into, and pages of it in both directions."""

from __future__ import annotations

import pytest

from desktop.models import cases, forwarding
from desktop.models.current import database
from desktop.models.forwarding import places
from desktop.models.store import Store
from tests.models.forwarding.desk import prepare, sent
from tests.models.helpers import Clock, ask, do


@pytest.fixture
def desk(store: Store, clock: Clock) -> list[int]:
    return prepare(store, clock, tuple(f"글 {number}" for number in range(9)))


def test_only_departments_that_were_ever_sent_something_are_looked_into(
    store: Store, desk: list[int]
) -> None:
    assert ask(store, places.used) == [] and ask(store, places.within, "transport") == ["transport"]
    for case_id, code in zip(desk, ("bus", "taxi", "road", "bus"), strict=False):
        sent(store, case_id, code)
    assert ask(store, places.used) == ["bus", "road", "taxi"]
    assert ask(store, places.within, "transport") == ["transport", "bus", "taxi"]
    assert ask(store, places.within, "road") == ["road"]


def test_departments_with_the_most_new_come_first(store: Store, desk: list[int]) -> None:
    for case_id in desk[:3]:
        sent(store, case_id, "bus")
    do(store, forwarding.receive, sent(store, desk[3], "taxi"))
    sent(store, desk[4], "road")
    do(store, forwarding.give_back, sent(store, desk[5], "park"), "아님")
    found = [(place.code, place.name, place.new, place.working) for place in ask(store, places.waiting)]
    assert found == [("bus", "버스정책과", 3, 0), ("road", "도로관리과", 1, 0), ("taxi", "택시정책과", 0, 1)]


def test_pages_downward_and_upward_hold_every_row_once(store: Store, desk: list[int]) -> None:
    for number, case_id in enumerate(desk):
        sent(store, case_id, ("bus", "taxi")[number % 2])
    whole = [row.key for row in ask(store, places.page, ["bus", "taxi"])]
    assert whole == sorted(whole) and len(whole) == 9
    down: list[tuple[int, int]] = []
    while page := ask(store, places.page, ["bus", "taxi"], after=down[-1] if down else None, limit=4):
        down += [row.key for row in page]
    assert down == whole
    up: list[tuple[int, int]] = [whole[-1]]
    while page := ask(store, places.page, ["taxi", "bus"], before=up[0], limit=4):
        up = [*(row.key for row in page), *up]
    assert up == whole


def test_a_span_of_due_times_is_kept_in_both_directions(store: Store, desk: list[int]) -> None:
    for case_id in desk[:6]:
        sent(store, case_id)
    do(store, lambda tx: tx.db.execute_sql("UPDATE forwarding SET urgency = urgency + id * 1000"))
    keys = [row.key for row in ask(store, places.page, ["bus"])]
    low, high = keys[1][0], keys[4][0]
    assert low < high
    inside = [row.key for row in ask(store, places.page, ["bus"], low=low, high=high)]
    assert inside == [key for key in keys if low <= key[0] < high]
    above = ask(store, places.page, ["bus"], low=low, high=high, before=inside[-1])
    assert [row.key for row in above] == inside[:-1]


def test_forwardings_of_grouped_cases_are_found_by_the_case_that_was_kept(
    store: Store, desk: list[int]
) -> None:
    first, second = sent(store, desk[0], "bus"), sent(store, desk[1], "taxi")
    do(store, cases.group, desk[:2])
    kept = ask(store, forwarding.row, first).case_id
    assert {row.forwarding.id for row in ask(store, places.of_cases, [kept])} >= {first, second}


def test_a_page_and_the_places_are_walks_down_an_index(store: Store, desk: list[int]) -> None:
    def plan(sql: str, *values: object) -> str:
        return str(database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall())

    up = (
        "SELECT urgency, id FROM forwarding WHERE department = ? AND state = ? AND (urgency, id) < (?, ?)"
        " AND urgency >= ? ORDER BY urgency DESC, id DESC LIMIT ?"
    )
    told = ask(store, plan, up, "bus", "sent", 1, 1, 0, 10)
    assert "COVERING INDEX" in told and "TEMP B-TREE" not in told
    told = ask(store, plan, "SELECT min(department) FROM forwarding WHERE department > ?", "bus")
    assert "SEARCH" in told and "INDEX" in told
