"""What a department does with a case, and what it answers."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.base import Sent
from desktop.models import cases, departments, events, forwarding, outbox
from desktop.models.deadlines import clocks
from desktop.models.store import Store
from tests.models.forwarding.desk import at, case, prepare, refused, sent, state, undo
from tests.models.helpers import Clock, ask, do, merge, one, post, rows


@pytest.fixture
def desk(store: Store, clock: Clock) -> list[int]:
    return prepare(store, clock)


@pytest.fixture
def lead(store: Store, desk: list[int]) -> int:
    return sent(store, desk[0], supporting=["road"])


@pytest.fixture
def support(store: Store, lead: int, desk: list[int]) -> int:
    return ask(store, forwarding.of_case, desk[0])[-1].id


def members(store: Store, **roles: str) -> None:
    """user="role" or user="department:bus"."""
    for user, role in roles.items():
        name, _, department = role.partition(":")
        values = (user, user, name, department)
        do(
            store,
            lambda tx, values=values: tx.db.execute_sql(
                "INSERT INTO member (user, name, role, department, voices, active, changed_ms, changed_by)"
                " VALUES (?, ?, ?, ?, '', 1, 0, '')",
                values,
            ),
        )


def answered(store: Store, forwarding_id: int, text: str = "고치겠습니다", *stage: str) -> int:
    return do(store, forwarding.answer, forwarding_id, text, *stage)


def latest(store: Store, case_id: int) -> Any:
    return ask(store, forwarding.answers_of, case_id)[-1]


def kinds(store: Store, case_id: int) -> list[str]:
    return [event.kind for event in ask(store, events.history, case_id) if event.kind.startswith("forward")]


def test_a_department_changes_the_due_time_of_what_it_has_in_hand_only(store: Store, desk: list[int]) -> None:
    first = sent(store, desk[0], "bus")
    sent(store, desk[1], "road")
    members(store, kim="triage", park="department:transport")
    do(store, clocks.extend, desk[0], 1, "현장 확인", actor="park")  # of an office below its own
    for work, more in (
        (clocks.extend, (1, "현장 확인")),
        (clocks.pause, ("보완",)),
        (clocks.switch, ("formal",)),
    ):
        assert refused(store, work, desk[1], *more, actor="park") == "not-allowed"
    do(store, clocks.switch, desk[1], "formal", actor="kim")
    do(store, forwarding.give_back, first, "소관이 아님", actor="park")
    assert refused(store, clocks.switch, desk[0], "formal", actor="park") == "not-allowed"


# --- receiving


def test_receiving_is_seen_by_both_sides_and_stops_the_clock_of_receiving(
    store: Store, lead: int, desk: list[int], clock: Clock
) -> None:
    now = clock.forward()
    do(store, forwarding.receive, lead, actor="박주무관")
    row = ask(store, forwarding.get, lead)
    assert (row.state, row.received_ms, row.received_by, row.seen_ms) == ("received", now, "박주무관", now)
    assert ask(store, clocks.get, desk[0], clocks.RECEIVE).state == "stopped"
    assert refused(store, forwarding.receive, lead) == "wrong-state"


def test_receiving_is_undone_until_somebody_goes_on(store: Store, lead: int, desk: list[int]) -> None:
    step = do(store, forwarding.receive, lead)
    again = undo(store, undo(store, step))
    assert state(store, lead) == "received"
    answered(store, lead)
    assert refused(store, cases.undo, again) == "conflict"


def test_what_one_department_does_hinders_no_undo_of_another(store: Store, lead: int, support: int) -> None:
    step = do(store, forwarding.begin, lead)
    do(store, forwarding.begin, support)
    undo(store, step)
    assert (state(store, lead), state(store, support)) == ("sent", "working")


def test_looking_counts_once_and_only_for_the_department(store: Store, lead: int, clock: Clock) -> None:
    members(store, kim="triage", park="department:transport", lee="department:road")
    do(store, forwarding.seen, [lead], actor="kim")
    do(store, forwarding.seen, [lead], actor="lee")
    assert ask(store, forwarding.get, lead).seen_ms is None
    first = clock.forward()
    do(store, forwarding.seen, [lead], actor="park")
    clock.forward()
    do(store, forwarding.seen, [lead], actor="park")
    assert ask(store, forwarding.get, lead).seen_ms == first
    assert one(store, "SELECT count(*) FROM event WHERE kind = 'forward-seen'") == 1


def test_a_department_works_on_its_own_cases_and_those_of_its_divisions(store: Store, lead: int) -> None:
    members(store, kim="triage", lee="department:road", park="department:transport", choi="viewer")
    for user in ("lee", "choi"):
        assert refused(store, forwarding.receive, lead, actor=user) == "not-allowed"
        assert refused(store, forwarding.give_back, lead, "아님", actor=user) == "not-allowed"
    step = do(store, forwarding.receive, lead, actor="park")
    assert refused(store, cases.undo, step, actor="lee") == "not-allowed"
    undo(store, step, actor="park")
    assert refused(store, forwarding.send, [1], "bus", actor="park") == "not-allowed"


# --- giving back


def test_a_return_needs_a_reason_and_reaches_triage_at_once(store: Store, lead: int, desk: list[int]) -> None:
    do(store, cases.mark_read, [desk[0]])
    do(store, cases.order, desk[0], "bottom")
    assert refused(store, forwarding.give_back, lead, "  ") == "reason-missing"
    step = do(store, forwarding.give_back, lead, "택시 업무입니다")
    assert case(store, desk[0]) == ("forward", "", "open")
    assert one(store, "SELECT unread FROM case_ WHERE id = ?", desk[0]) == 1
    assert one(store, "SELECT id FROM case_ WHERE track = 'forward' ORDER BY rank DESC LIMIT 1") == desk[0]
    assert ask(store, clocks.get, desk[0], clocks.RECEIVE) is None
    card = ask(store, forwarding.for_cards, desk)[desk[0]]
    assert (card.department, card.state, card.reason, card.supporting) == (
        "bus", "returned", "택시 업무입니다", 1,
    )  # fmt: skip
    undo(store, step)
    assert case(store, desk[0])[1] == "bus" and state(store, lead) == "sent"


def test_a_department_may_take_its_own_return_back(store: Store, lead: int, desk: list[int]) -> None:
    members(store, kim="triage", park="department:bus")
    step = do(store, forwarding.give_back, lead, "우리 일 아님", actor="park")
    undo(store, step, actor="park")
    assert case(store, desk[0])[1] == "bus"


def test_a_supporting_department_that_gives_back_leaves_the_case_where_it_is(
    store: Store, support: int, desk: list[int]
) -> None:
    do(store, forwarding.give_back, support, "관련 없음")
    assert case(store, desk[0])[1] == "bus"


def test_hops_count_departments_that_had_the_case(store: Store, lead: int, desk: list[int]) -> None:
    do(store, forwarding.give_back, lead, "아님")
    taxi = sent(store, desk[0], "taxi")
    assert ask(store, forwarding.get, taxi).hop == 2
    assert ask(store, forwarding.for_cards, desk)[desk[0]].hop == 2


# --- support and more time


def test_support_is_asked_for_once(store: Store, lead: int, desk: list[int]) -> None:
    new = do(store, forwarding.add_support, lead, "park", "나무 확인")
    row = ask(store, forwarding.get, new)
    assert (row.department, row.part, row.note, row.state) == ("park", "supporting", "나무 확인", "sent")
    assert refused(store, forwarding.add_support, lead, "park") == "already-there"
    assert refused(store, forwarding.add_support, lead, "bus") == "already-there"
    do(store, departments.edit, "taxi", absent=True, deputy="park")
    assert refused(store, forwarding.add_support, lead, "taxi") == "already-there"


def test_more_time_is_that_of_the_case_and_the_inbox_follows(
    store: Store, lead: int, support: int, desk: list[int]
) -> None:
    before = ask(store, forwarding.get, lead).due_ms
    assert refused(store, forwarding.extend, support, 1, "현장 확인") == "no-lead"
    assert refused(store, forwarding.extend, lead, 1, "workload") == "clock-reason"
    step = do(store, forwarding.extend, lead, 2, "현장 확인이 필요합니다")
    after = ask(store, clocks.get, desk[0]).due_ms
    assert after > before
    assert {ask(store, forwarding.get, number).due_ms for number in (lead, support)} == {after}
    undo(store, step)
    assert ask(store, forwarding.get, lead).due_ms == before


# --- answers


def test_an_answer_may_be_long_and_no_longer(store: Store, lead: int, desk: list[int]) -> None:
    assert refused(store, forwarding.answer, lead, "가" * 20_001) == "answer-too-long"
    assert do(store, forwarding.answer, lead, "가" * 20_000 + "\n ")


def test_an_answer_waits_for_a_decision(store: Store, lead: int, desk: list[int]) -> None:
    assert refused(store, forwarding.answer, lead, " \n") == "answer-empty"
    step = cases.new_step()
    number = do(store, forwarding.answer, lead, "고치겠습니다", actor="park", step=step)
    row, found = ask(store, forwarding.get, lead), latest(store, desk[0])
    assert (row.state, row.received_by, row.open) == ("working", "park", True)
    assert (found.id, found.text, found.stage, found.state) == (number, "고치겠습니다", "final", "submitted")
    assert ask(store, forwarding.for_cards, desk)[desk[0]].state == "arrived"
    undo(store, step)
    assert (state(store, lead), latest(store, desk[0]).state) == ("sent", "withdrawn")


def test_a_better_answer_takes_the_place_of_one_nobody_decided_on(
    store: Store, lead: int, desk: list[int]
) -> None:
    answered(store, lead, "첫 글")
    answered(store, lead, "1차", "first")
    answered(store, lead, "나은 글")
    assert [(found.text, found.state) for found in ask(store, forwarding.answers_of, desk[0])] == [
        ("첫 글", "withdrawn"), ("1차", "submitted"), ("나은 글", "submitted"),
    ]  # fmt: skip


def test_an_accepted_answer_goes_to_the_citizen_where_the_citizen_wrote(
    store: Store, lead: int, desk: list[int], clock: Clock
) -> None:
    outbox_id = do(store, forwarding.accept, answered(store, lead), text="곧 고칩니다", actor="kim")
    row = ask(store, outbox.get_outbox, outbox_id)
    assert (row.post_id, row.text, row.stage, row.state, row.actor) == (
        desk[0], "곧 고칩니다", "final", "waiting", "kim",
    )  # fmt: skip
    assert row.channel_id == one(store, "SELECT channel_id FROM post WHERE id = ?", desk[0])
    assert (state(store, lead), case(store, desk[0])[2]) == ("answered", "open")
    found = latest(store, desk[0])
    assert (found.state, found.text, found.decided_by) == ("accepted", "고치겠습니다", "kim")
    clock.forward()
    do(store, outbox.claim, outbox_id)
    do(store, outbox.mark_sent, outbox_id, Sent("r1"))
    assert case(store, desk[0])[2] == "answered"
    assert ask(store, clocks.get, desk[0]).state == "stopped"
    assert refused(store, forwarding.accept, found.id) == "answer-decided"


def test_a_first_answer_leaves_the_department_at_work(store: Store, lead: int, desk: list[int]) -> None:
    outbox_id = do(store, forwarding.accept, answered(store, lead, "현장을 확인하겠습니다", "first"))
    assert ask(store, outbox.get_outbox, outbox_id).stage == "first"
    assert state(store, lead) == "working"
    final = answered(store, lead)
    assert refused(store, forwarding.accept, final) == "answer-on-its-way"
    assert latest(store, desk[0]).state == "submitted"


def test_an_acceptance_is_taken_back_until_it_has_gone_out(
    store: Store, lead: int, desk: list[int], clock: Clock
) -> None:
    number = answered(store, lead)
    step = cases.new_step()
    first = do(store, forwarding.accept, number, step=step)
    undone = undo(store, step)
    assert ask(store, outbox.get_outbox, first).state == "cancelled"
    assert (state(store, lead), latest(store, desk[0]).state) == ("working", "submitted")
    assert refused(store, cases.redo, undone) == "answer-again"
    step = cases.new_step()
    second = do(store, forwarding.accept, number, step=step)
    clock.forward()
    do(store, outbox.claim, second)
    assert refused(store, cases.undo, step) == "answer-sent"
    assert (state(store, lead), latest(store, desk[0]).state) == ("answered", "accepted")


def test_a_reply_taken_out_of_the_outbox_leaves_its_answer_to_decide(
    store: Store, lead: int, desk: list[int]
) -> None:
    outbox_id = do(store, forwarding.accept, answered(store, lead))
    assert do(store, outbox.cancel, outbox_id)
    assert (state(store, lead), latest(store, desk[0]).state) == ("working", "submitted")
    assert latest(store, desk[0]).outbox_id is None
    assert do(store, forwarding.accept, latest(store, desk[0]).id) is not None


def test_an_answer_is_sent_back_with_a_comment(store: Store, lead: int, desk: list[int]) -> None:
    number = answered(store, lead)
    assert refused(store, forwarding.send_back, number, "") == "answer-no-comment"
    step = do(store, forwarding.send_back, number, "날짜를 적어 주세요")
    assert ask(store, forwarding.row, lead).sent_back == "날짜를 적어 주세요"
    undo(store, step)
    assert latest(store, desk[0]).state == "submitted"


def test_what_a_supporting_department_writes_is_never_sent(
    store: Store, support: int, desk: list[int]
) -> None:
    number = answered(store, support, "확인했습니다")
    assert state(store, support) == "answered"
    assert do(store, forwarding.accept, number) is None
    assert rows(store, "SELECT 1 FROM outbox") == []
    other = do(store, forwarding.add_support, support_lead(store, desk[0]), "park")
    number = answered(store, other, "모름")
    do(store, forwarding.send_back, number, "더 자세히")
    assert state(store, other) == "working"


def support_lead(store: Store, case_id: int) -> int:
    return next(row.id for row in ask(store, forwarding.of_case, case_id) if row.lead)


def test_a_citizen_who_writes_back_lets_the_clock_go_on(
    store: Store, lead: int, desk: list[int], clock: Clock
) -> None:
    channel_id = one(store, "SELECT channel_id FROM post WHERE id = ?", desk[0])
    due = ask(store, forwarding.get, lead).due_ms
    outbox_id = do(store, forwarding.accept, answered(store, lead, "현장 확인", "first"))
    clock.forward()
    do(store, outbox.claim, outbox_id)
    do(store, outbox.mark_sent, outbox_id, Sent("r1"))
    assert ask(store, forwarding.get, lead).due_ms == due
    do(store, cases.set_status, [desk[0]], "done")
    assert ask(store, forwarding.get, lead).due_ms is None
    merge(store, channel_id, post("back", "아직입니다", created_ms=clock.at_ms, parent_id="r1"))
    assert case(store, desk[0])[2] == "open"
    assert ask(store, forwarding.get, lead).due_ms == due


def test_history_has_a_line_for_each_step(store: Store, lead: int, desk: list[int]) -> None:
    do(store, forwarding.seen, [lead])
    do(store, forwarding.receive, lead)
    do(store, forwarding.begin, lead)
    do(store, forwarding.send_back, answered(store, lead), "다시")
    do(store, forwarding.accept, answered(store, lead))
    assert kinds(store, desk[0]) == [
        "forward-send", "forward-support", "forward-seen", "forward-receive", "forward-begin",
        "forward-answer", "forward-send-back", "forward-answer", "forward-accept",
    ]  # fmt: skip
    assert at("2026-11-23 10:00") <= ask(store, events.history, desk[0])[-1].at_ms
