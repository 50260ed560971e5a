from __future__ import annotations

import pytest

from desktop.models import cases, departments, forwarding
from desktop.models.deadlines import clocks
from desktop.models.forwarding import TooManyHops
from desktop.models.store import Store
from tests.models.forwarding.desk import at, case, prepare, refused, sent, state, undo
from tests.models.helpers import Clock, ask, do, one, rows


@pytest.fixture
def desk(store: Store, clock: Clock) -> list[int]:
    return prepare(store, clock)


def test_sending_sorts_names_the_department_and_starts_the_clocks(store: Store, desk: list[int]) -> None:
    first, second, _ = desk
    do(store, forwarding.send, [first, second], "bus", supporting=["road"], note="급합니다", actor="kim")
    for case_id in (first, second):
        assert case(store, case_id) == ("forward", "bus", "open")
        lead, support = ask(store, forwarding.of_case, case_id)
        assert (lead.department, lead.part, lead.state, lead.hop) == ("bus", "lead", "sent", 1)
        assert (lead.note, lead.sent_by, lead.sent_ms) == ("급합니다", "kim", at("2026-11-23 10:00"))
        assert (support.department, support.part) == ("road", "supporting")
        answer = ask(store, clocks.get, case_id)
        assert lead.due_ms == support.due_ms == answer.due_ms is not None
        assert ask(store, clocks.get, case_id, clocks.RECEIVE).due_ms == at("2026-11-23 14:00")


def test_sending_again_to_who_has_it_changes_nothing(store: Store, desk: list[int]) -> None:
    sent(store, desk[0])
    events = one(store, "SELECT count(*) FROM event")
    do(store, forwarding.send, [desk[0]], "bus")
    assert one(store, "SELECT count(*) FROM event") == events


def test_another_lead_takes_the_case_from_the_one_before(store: Store, desk: list[int]) -> None:
    bus = sent(store, desk[0], supporting=["road"])
    taxi = sent(store, desk[0], "taxi")
    assert (state(store, bus), state(store, taxi)) == ("withdrawn", "sent")
    assert case(store, desk[0])[1] == "taxi"
    # What was taken back before anybody received it was no hop.
    assert ask(store, forwarding.get, taxi).hop == 1
    assert [row.department for row in ask(store, forwarding.of_case, desk[0]) if row.open] == ["road", "taxi"]


def test_a_supporting_department_can_become_the_lead(store: Store, desk: list[int]) -> None:
    sent(store, desk[0], supporting=["road"])
    sent(store, desk[0], "road")
    open_now = [row for row in ask(store, forwarding.of_case, desk[0]) if row.open]
    assert [(row.department, row.part) for row in open_now] == [("road", "lead")]


def test_the_deputy_of_an_absent_department_gets_its_cases(store: Store, desk: list[int]) -> None:
    do(store, departments.edit, "bus", absent=True, deputy="taxi")
    row = ask(store, forwarding.get, sent(store, desk[0]))
    assert (row.department, row.meant_for) == ("taxi", "bus")
    assert case(store, desk[0])[1] == "taxi"


def test_where_nobody_is_nothing_is_sent(store: Store, desk: list[int]) -> None:
    do(store, departments.edit, "bus", absent=True)
    assert refused(store, forwarding.send, [desk[0]], "bus") == "nobody-there"
    assert refused(store, forwarding.send, [desk[0]], "moon") == "no-such-department"
    assert refused(store, forwarding.send, [desk[0]], "road", supporting=["bus"]) == "nobody-there"
    assert refused(store, forwarding.send, [desk[0]], "road", supporting=["road"]) == "supporting-is-lead"
    assert case(store, desk[0]) == ("new", "", "open")
    assert rows(store, "SELECT 1 FROM forwarding") == []


def test_undo_takes_the_case_out_of_the_inbox_and_redo_puts_it_back(store: Store, desk: list[int]) -> None:
    before = rows(store, "SELECT id, track, rank, department, status FROM case_ ORDER BY id")
    step = do(store, forwarding.send, desk, "bus", supporting=["road"])
    after = rows(store, "SELECT id, track, rank, department, status FROM case_ ORDER BY id")
    undone = undo(store, step)
    assert rows(store, "SELECT id, track, rank, department, status FROM case_ ORDER BY id") == before
    assert ask(store, forwarding.inbox, ["bus", "road"]) == []
    assert rows(store, "SELECT 1 FROM case_clock") == []
    undo(store, undone)
    assert rows(store, "SELECT id, track, rank, department, status FROM case_ ORDER BY id") == after
    assert len(ask(store, forwarding.inbox, ["bus", "road"])) == 6
    assert {row.key[0] for row in ask(store, forwarding.inbox, ["bus"])} == {
        ask(store, clocks.get, desk[0]).due_ms
    }


def test_looking_does_not_hinder_an_undo_and_receiving_does(store: Store, desk: list[int]) -> None:
    step = do(store, forwarding.send, desk[:1], "bus")
    (row,) = ask(store, forwarding.inbox, ["bus"])
    do(store, forwarding.seen, [row.forwarding.id])
    again = undo(store, undo(store, step))
    assert ask(store, forwarding.get, row.forwarding.id).seen_ms is not None
    do(store, forwarding.receive, row.forwarding.id, actor="park")
    assert refused(store, cases.undo, again) == "conflict"


def test_leaving_the_column_withdraws_in_the_same_step(store: Store, desk: list[int]) -> None:
    lead = sent(store, desk[0], supporting=["road"])
    step = do(store, cases.move, [desk[0]], "opinion")
    assert {row.state for row in ask(store, forwarding.of_case, desk[0])} == {"withdrawn"}
    assert ask(store, clocks.get, desk[0], clocks.RECEIVE) is None
    undo(store, step)
    assert {row.state for row in ask(store, forwarding.of_case, desk[0])} == {"sent"}
    assert ask(store, forwarding.get, lead).due_ms == ask(store, clocks.get, desk[0]).due_ms
    assert case(store, desk[0]) == ("forward", "bus", "open")


def test_withdrawing_leaves_the_case_without_a_department(store: Store, desk: list[int]) -> None:
    lead = sent(store, desk[0], supporting=["road"])
    step = do(store, forwarding.withdraw, lead, "잘못 보냄")
    assert case(store, desk[0]) == ("forward", "", "open")
    assert ask(store, forwarding.get, lead).reason == "잘못 보냄"
    assert refused(store, forwarding.withdraw, lead) == "wrong-state"
    undo(store, step)
    assert case(store, desk[0])[1] == "bus" and state(store, lead) == "sent"


def test_at_the_third_hop_triage_must_name_the_owner(store: Store, desk: list[int]) -> None:
    for department in ("bus", "taxi"):
        do(store, forwarding.give_back, sent(store, desk[0], department), "우리 일이 아님")
    with pytest.raises(TooManyHops) as error:
        do(store, forwarding.send, [desk[1], desk[0]], "road")
    assert (error.value.case_ids, error.value.departments) == ((desk[0],), ("bus", "taxi"))
    assert case(store, desk[1])[0] == "new"
    assert refused(store, forwarding.name_owner, desk[0], "road", " ", ["버스"]) == "reason-missing"
    do(store, forwarding.name_owner, desk[0], "road", "노면 때문", ["늦어요", "버스"], actor="kim")
    last = ask(store, forwarding.of_case, desk[0])[-1]
    assert (last.department, last.hop, last.note) == ("road", 3, "노면 때문")


def test_a_ruling_is_the_first_suggestion_for_texts_with_all_its_words(store: Store, desk: list[int]) -> None:
    before = ask(store, forwarding.suggestions, "버스가 너무 늦어요")
    assert [(likely.code, likely.ruled) for likely in before][:1] == [("bus", False)]
    step = do(store, cases.move, [desk[2]], "new")
    do(store, forwarding.name_owner, desk[0], "road", "노면 때문", ["늦어요", "버스"], step)
    first, second, *_ = ask(store, forwarding.suggestions, "버스가 너무 늦어요")
    assert (first.code, first.ruled, first.words) == ("road", True, ("늦어요", "버스"))
    assert (second.code, second.ruled) == ("bus", False)
    assert ask(store, forwarding.suggestions, "버스가 왔어요")[0].code == "bus"
    undo(store, step)
    assert ask(store, forwarding.rulings) == []
    assert ask(store, forwarding.suggestions, "버스가 너무 늦어요")[0].code == "bus"


def test_a_ruling_that_was_retired_is_offered_no_more(store: Store, desk: list[int]) -> None:
    ruling = do(store, forwarding.name_owner, desk[0], "road", "노면", ["버스"])
    step = cases.new_step()
    do(store, forwarding.retire, ruling, step=step)
    assert ask(store, forwarding.rulings) == []
    undo(store, step)
    assert [found.id for found in ask(store, forwarding.rulings)] == [ruling]
