"""The inbox of a department: its order, its pages, its counts, and that a page is one short walk."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models import cases, forwarding
from desktop.models.current import database
from desktop.models.deadlines import clocks, days_off, recomputing
from desktop.models.forwarding import inboxes
from desktop.models.store import Store
from tests.models.forwarding.desk import at, prepare, sent
from tests.models.helpers import Clock, ask, do, one, rows


@pytest.fixture
def desk(store: Store, clock: Clock) -> list[int]:
    return prepare(store, clock, ("하나", "둘", "셋", "넷", "다섯", "여섯"))


def texts(store: Store, *departments: str, **more: object) -> list[str]:
    return [row.text for row in ask(store, forwarding.inbox, departments, **more)]


def test_the_most_urgent_is_first_and_what_has_no_due_time_last(store: Store, desk: list[int]) -> None:
    one_, two, three, four, *_ = desk
    do(store, forwarding.send, [one_, two, three, four], "bus")
    do(store, clocks.switch, two, "chat")
    do(store, clocks.pause, three, "보완")
    do(store, clocks.extend, one_, 3, "현장 확인")
    assert texts(store, "bus") == ["둘", "넷", "하나", "셋"]
    do(store, clocks.resume, three)
    assert texts(store, "bus")[-1] == "하나"
    do(store, clocks.remove, four)
    assert texts(store, "bus")[-1] == "넷"


def test_a_new_day_off_moves_what_is_in_the_inbox(store: Store, desk: list[int], clock: Clock) -> None:
    lead = sent(store, desk[0])
    before = ask(store, forwarding.get, lead).due_ms
    do(store, days_off.add_day, date(2026, 11, 24), "임시")
    do(store, recomputing.recompute_some)
    after = ask(store, forwarding.get, lead).due_ms
    assert after == ask(store, clocks.get, desk[0]).due_ms > before
    assert ask(store, forwarding.inbox, ["bus"])[0].key == (after, lead)


def test_closed_ones_are_read_the_latest_first(store: Store, desk: list[int], clock: Clock) -> None:
    for case_id in desk[:3]:
        lead = sent(store, case_id)
        clock.forward()
        do(store, forwarding.give_back, lead, "아님")
    assert texts(store, "bus", states=("returned",)) == ["셋", "둘", "하나"]
    assert texts(store, "bus") == []
    sent(store, desk[5])
    assert texts(store, "bus", states=forwarding.STATES)[0] == "여섯"


def test_pages_by_key_leave_nothing_out(store: Store, desk: list[int]) -> None:
    do(store, forwarding.send, desk[:4], "bus", supporting=["road"])
    do(store, forwarding.send, desk[4:], "road")
    do(store, forwarding.receive, ask(store, forwarding.inbox, ["bus"])[1].forwarding.id)
    whole = [row.key for row in ask(store, forwarding.inbox, ["bus", "road"])]
    assert len(whole) == 10 and whole == sorted(whole)
    pages, after = [], None
    while page := ask(store, forwarding.inbox, ["bus", "road"], after=after, limit=3):
        pages += [row.key for row in page]
        after = page[-1].key
    assert pages == whole


def test_counts_are_of_seouls_day(store: Store, desk: list[int], clock: Clock) -> None:
    do(store, forwarding.send, desk[:4], "bus")
    do(store, forwarding.receive, ask(store, forwarding.inbox, ["bus"])[0].forwarding.id)
    do(store, clocks.switch, desk[1], "chat")
    at_noon = ask(store, forwarding.inbox_counts, ["bus", "bus"], at("2026-11-23 12:00"))
    assert (at_noon.new, at_noon.working, at_noon.due_today, at_noon.late) == (3, 1, 1, 0)
    at_night = ask(store, forwarding.inbox_counts, ["bus"], at("2026-11-23 23:00"))
    assert (at_night.due_today, at_night.late) == (0, 1)
    assert ask(store, forwarding.inbox_counts, ["park"], at("2026-11-23 12:00")).new == 0


def test_a_row_tells_all_that_a_list_shows(store: Store, desk: list[int]) -> None:
    lead = sent(store, desk[0], supporting=["road", "park"], note="급함")
    do(store, forwarding.answer, lead, "확인 중", "first")
    (row,) = ask(store, forwarding.inbox, ["bus"])
    assert (row.case_id, row.text, row.author, row.network) == (desk[0], "하나", "김시민", "feed")
    assert (row.first, row.final, row.clock, row.extended) == ("submitted", "", "running", False)
    assert (row.lead, row.supporting, row.forwarding.note) == ("bus", ("road", "park"), "급함")
    assert ask(store, forwarding.row, lead) == row
    assert ask(store, forwarding.row, 99_999) is None


def test_a_grouped_case_is_shown_as_the_one_it_stands_in(store: Store, desk: list[int]) -> None:
    sent(store, desk[1])
    do(store, cases.group, [desk[0], desk[1]])
    (row,) = ask(store, forwarding.inbox, ["bus"])
    assert (row.case_id, row.text) == (desk[0], "하나")
    assert [found.department for found in ask(store, forwarding.of_case, desk[0])] == ["bus"]


def test_a_page_is_a_walk_down_the_index(store: Store, desk: list[int]) -> None:
    """However many a department has: no sorting, no table that is read through."""

    def plan(sql: str, *values: object) -> str:
        return " / ".join(
            str(row[3]) for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        )

    page = ask(store, plan, inboxes.WALK, "bus", "sent", -1, -1, 200)
    assert "USING COVERING INDEX" in page and "department=? AND state=?" in page
    assert "TEMP B-TREE" not in page and "SCAN" not in page
    details = ask(store, plan, inboxes._ROWS.replace("%s", "?"), 1)
    assert "SCAN" not in details
    hook = ask(store, plan, "SELECT id FROM forwarding WHERE case_id = ? AND open", 1)
    assert "SEARCH forwarding USING INDEX" in hook


def test_every_open_row_is_due_with_its_case(store: Store, desk: list[int]) -> None:
    do(store, forwarding.send, desk, "bus", supporting=["road"])
    do(store, clocks.pause, desk[0], "보완")
    do(store, cases.set_status, desk[1:3], "done")
    wrong = rows(
        store,
        "SELECT f.id FROM forwarding f JOIN case_clock t ON t.case_id = f.case_id AND t.purpose = 'answer'"
        " WHERE f.open AND f.due_ms IS NOT CASE WHEN t.state = 'running' THEN t.due_ms END",
    )
    assert wrong == []
    assert one(store, "SELECT count(*) FROM forwarding WHERE due_ms IS NULL") == 6


def test_the_shipped_rules_know_how_long_receiving_may_take(store: Store, desk: list[int]) -> None:
    sent(store, desk[0])
    assert ask(store, clocks.get, desk[0], clocks.RECEIVE).rule == "LAW-MOVE2"


def test_personal_data_is_hidden_in_the_inbox(store: Store, clock: Clock) -> None:
    case_id = prepare(store, clock, ("010-2345-6789로 전화 주세요",))[0]
    sent(store, case_id)
    assert "2345" not in texts(store, "bus")[0]
