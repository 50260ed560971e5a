"""Whatever triage and departments do, in whatever order: what must always hold, and that all of it can be
taken back."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models import cases, forwarding
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store
from tests.models.forwarding.desk import prepare
from tests.models.helpers import Clock, ask, copied, do, rows

DEPARTMENTS = st.sampled_from(["bus", "taxi", "road", "park"])
WHICH = st.integers(0, 9)  # which forwarding, or answer, of those there are
STEPS = st.one_of(
    st.tuples(st.just("send"), DEPARTMENTS, st.lists(DEPARTMENTS, max_size=2)),
    st.tuples(st.just("track"), st.sampled_from(["new", "idea", "opinion"])),
    st.tuples(st.just("status"), st.sampled_from(["open", "done"])),
    st.tuples(st.just("rule"), DEPARTMENTS),
    st.tuples(st.sampled_from(["receive", "begin", "return", "withdraw", "accept", "send_back"]), WHICH),
    st.tuples(st.just("answer"), WHICH, st.sampled_from(["first", "final"])),
    st.tuples(st.just("support"), WHICH, DEPARTMENTS),
    st.tuples(st.just("seen"), WHICH),
)


def carry_out(store: Store, case_id: int, what: str, args: tuple[Any, ...], step: str) -> None:
    """Raises WorkspaceError where it is not possible now."""
    if what == "send":
        do(store, forwarding.send, [case_id], args[0], supporting=args[1], step=step)
    elif what == "track":
        do(store, cases.move, [case_id], args[0], step=step)
    elif what == "status":
        do(store, cases.set_status, [case_id], args[0], step=step)
    elif what == "rule":
        do(store, forwarding.name_owner, case_id, args[0], "소관", ["늦어요"], step)
    elif what in ("accept", "send_back"):
        found = ask(store, forwarding.answers_of, case_id)
        if found:
            more = ["더"] if what == "send_back" else []
            do(store, getattr(forwarding, what), found[args[0] % len(found)].id, *more, step=step)
    else:
        found = ask(store, forwarding.of_case, case_id)
        if not found:
            return
        number = found[args[0] % len(found)].id
        if what == "seen":
            do(store, forwarding.seen, [number])
        elif what == "answer":
            do(store, forwarding.answer, number, "글", args[1], step=step)
        elif what == "support":
            do(store, forwarding.add_support, number, args[1], step=step)
        elif what == "return":
            do(store, forwarding.give_back, number, "아님", step=step)
        else:
            do(store, getattr(forwarding, what), number, step=step)


def holds(store: Store, case_id: int) -> None:
    track, department = rows(store, "SELECT track, department FROM case_ WHERE id = ?", case_id)[0]
    found = ask(store, forwarding.of_case, case_id)
    open_now = [row for row in found if row.open]
    leads = [row for row in open_now if row.lead]
    assert all(row.open == (row.state in forwarding.OPEN_STATES) for row in found)
    assert len({row.department for row in open_now}) == len(open_now)
    assert len(leads) <= 1
    if track != "forward":
        assert open_now == [] and department == ""
    if leads:
        assert department == leads[0].department
    for row in found:
        assert (row.received_ms is not None) or row.state not in ("received", "working")
        assert row.open == (row.ended_ms is None)
        if row.state == "returned":
            assert row.reason
    wrong = rows(
        store,
        "SELECT f.id FROM forwarding f LEFT JOIN case_clock t ON t.case_id = f.case_id"
        " AND t.purpose = 'answer' AND t.state = 'running' WHERE f.open AND f.due_ms IS NOT t.due_ms",
    )
    assert wrong == []
    listed = ask(store, forwarding.inbox, ["bus", "taxi", "road", "park"], states=forwarding.STATES)
    assert sorted(row.forwarding.id for row in listed) == [row.id for row in found]
    assert [row.key for row in listed] == sorted(row.key for row in listed)


def snapshot(store: Store) -> Any:
    """What undo has to bring back: the case, its clocks, who has it, and what waits for a decision."""
    return (
        rows(store, "SELECT id, track, rank, department, status, unread FROM case_ ORDER BY id"),
        rows(store, "SELECT purpose, rule, state, due_ms FROM case_clock ORDER BY case_id, purpose"),
        rows(
            store,
            "SELECT id, department, part, state, received_by, open, CASE WHEN open THEN due_ms END"
            " FROM forwarding"
            " WHERE state <> 'withdrawn' ORDER BY id",
        ),
        rows(store, "SELECT id, state FROM department_answer WHERE state <> 'withdrawn' ORDER BY id"),
        rows(store, "SELECT id FROM outbox WHERE state = 'waiting'"),
        rows(store, "SELECT id FROM ruling WHERE active"),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=14))
def test_whatever_is_done_holds_and_is_taken_back(blank: Path, steps: list[tuple[Any, ...]]) -> None:
    clock = Clock()
    with copied(blank, clock) as store:
        case_id = prepare(store, clock, ("버스가 늦어요",))[0]
        done = []
        for what, *args in steps:
            clock.forward()
            before, step = snapshot(store), cases.new_step()
            try:
                carry_out(store, case_id, what, tuple(args), step)
            except WorkspaceError:
                assert snapshot(store) == before
            else:
                done.append((before, step))
            holds(store, case_id)
        for before, step in reversed(done):
            do(store, cases.undo, step)
            assert snapshot(store) == before
        holds(store, case_id)


def test_two_programs_never_hand_one_case_to_two_leads(blank: Path) -> None:
    clock = Clock()
    with copied(blank, clock) as one_store:
        case_id = prepare(one_store, clock, ("버스가 늦어요",))[0]
        with Store.open(one_store.path, clock=clock) as other:
            ready = threading.Barrier(2)

            def hand_over(store: Store, department: str) -> None:
                ready.wait()
                do(store, forwarding.send, [case_id], department)

            threads = [
                threading.Thread(target=hand_over, args=pair)
                for pair in ((one_store, "bus"), (other, "taxi"))
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        holds(one_store, case_id)
        open_leads = [row for row in ask(one_store, forwarding.of_case, case_id) if row.open]
        assert len(open_leads) == 1


def test_of_two_who_receive_at_once_one_is_told(blank: Path) -> None:
    clock = Clock()
    with copied(blank, clock) as one_store:
        case_id = prepare(one_store, clock, ("버스가 늦어요",))[0]
        do(one_store, forwarding.send, [case_id], "bus")
        (row,) = ask(one_store, forwarding.of_case, case_id)
        with Store.open(one_store.path, clock=clock) as other:
            futures = [
                store.write(forwarding.receive, row.id, actor=user)
                for store, user in ((one_store, "park"), (other, "choi"))
            ]
            errors = [future.exception() for future in futures]
        assert sorted(type(error).__name__ for error in errors) == ["NoneType", "WrongState"]
