"""Many clocks at once: what would move, what moves, and what goes on after a program that ended early."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from desktop.models import cases, members
from desktop.models.deadlines import clocks, days_off, recomputing, rules, stale
from desktop.models.deadlines.calendar import DayOff, OfficeHours, moment_of, ms_of
from desktop.models.deadlines.days_off import DayRefused
from desktop.models.deadlines.recomputing import Change
from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.models.errors import Conflict
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store, Tx
from desktop.services import deadlines
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post, rows

WEDNESDAY = date(2026, 11, 25)
OWN = Rule("OWN", "우리 규칙", "ours", "", 2, "working_day", True, True, "", "", "office", "", "")


def at(text: str) -> int:
    return ms_of(datetime.fromisoformat(text))


@pytest.fixture
def desk(store: Store, clock: Clock) -> Store:
    """The shipped rules, Monday 2026-11-23 at ten, three cases: general, chat, and one that nobody sorted."""
    clock.at_ms = at("2026-11-23 10:00")
    do(store, deadlines.seed)
    here = channel(store)
    merge(store, here, *(post(name, created_ms=clock.at_ms) for name in "abc"))
    do(store, cases.move, [id_of(store, "a")], "forward")
    do(store, cases.move, [id_of(store, "b")], "opinion")
    deadlines.recompute_now(store)
    return store


def dues(store: Store) -> dict[str, str]:
    found = rows(
        store,
        "SELECT p.remote_id, k.due_ms FROM case_clock k JOIN post p ON p.id = k.case_id ORDER BY 1",
    )
    return {name: moment_of(due_ms).strftime("%m-%d %H:%M") for name, due_ms in found if due_ms is not None}


def events(store: Store) -> int:
    return int(one(store, "SELECT count(*) FROM event"))


CHANGES: list[tuple[Change, Any, tuple[Any, ...]]] = [
    (Change(days={WEDNESDAY: DayOff("임시공휴일", "off")}), days_off.add_day, (WEDNESDAY, "임시공휴일")),
    (
        Change(hours=OfficeHours(600, 720, 780, 1080)),
        days_off.set_office_hours,
        (OfficeHours(600, 720, 780, 1080),),
    ),
]


@pytest.mark.parametrize(("change", "work", "values"), CHANGES)
def test_what_would_move_is_what_then_moves_and_comes_back(
    desk: Store, change: Change, work: Any, values: tuple[Any, ...]
) -> None:
    before, count = dues(desk), events(desk)
    expected = asyncio.run(deadlines.would_move(desk, change))
    assert expected and (dues(desk), events(desk)) == (before, count)
    step = cases.new_step()
    do(desk, work, *values, step=step)
    assert deadlines.recompute_now(desk) == expected
    assert dues(desk) != before
    do(desk, cases.undo, step)
    deadlines.recompute_now(desk)
    assert dues(desk) == before
    do(desk, cases.redo, step)
    assert deadlines.recompute_now(desk) == expected


def test_a_changed_rule_would_move_what_it_then_moves(desk: Store) -> None:
    shorter = replace(ask(desk, rules.need_rule, "MSG-GENERAL"), amount=4, certainty="office")
    (expected,) = asyncio.run(deadlines.would_move(desk, Change(rules=(shorter,))))
    step = cases.new_step()
    do(desk, rules.edit, "MSG-GENERAL", amount=4, step=step)
    assert deadlines.recompute_now(desk) == [expected]
    assert ask(desk, rules.edited_codes) == {"MSG-GENERAL"}
    do(desk, cases.undo, step)
    assert ask(desk, rules.edited_codes) == set()
    assert [m.after_ms for m in deadlines.recompute_now(desk)] == [expected.before_ms]


def test_a_rule_goes_back_to_what_it_was_shipped_as(desk: Store) -> None:
    shipped = next(rule for rule in deadlines.shipped() if rule.code == "MSG-CHAT")
    do(desk, rules.edit, "MSG-CHAT", amount=2, name_ko="빨리")
    do(desk, rules.put_back, shipped)
    assert ask(desk, rules.get_rule, "MSG-CHAT") == shipped
    assert ask(desk, rules.edited_codes) == set()
    do(desk, rules.seed, deadlines.shipped())  # a newer program reaches it again
    assert ask(desk, rules.get_rule, "MSG-CHAT") == shipped


def test_a_rule_of_the_office_comes_and_goes_unless_it_is_used(desk: Store) -> None:
    do(desk, rules.add, OWN)
    step = cases.new_step()
    do(desk, rules.remove, "OWN", step=step)
    assert ask(desk, rules.get_rule, "OWN") is None
    do(desk, cases.undo, step)
    assert ask(desk, rules.get_rule, "OWN") == OWN
    do(desk, clocks.switch, id_of(desk, "a"), "", rule="OWN")
    with pytest.raises(RuleRefused) as error:
        do(desk, rules.remove, "OWN")
    assert error.value.code == "rule-in-use"


def test_a_later_change_of_the_same_rule_is_not_taken_back_by_an_earlier_undo(desk: Store) -> None:
    first, other = cases.new_step(), cases.new_step()
    do(desk, rules.edit, "MSG-CHAT", amount=2, step=first)
    do(desk, rules.edit, "LAW-Q1", amount=12, step=other)
    do(desk, rules.edit, "MSG-CHAT", amount=1, step=cases.new_step(), actor="이주무관")
    with pytest.raises(Conflict) as error:
        do(desk, cases.undo, first)
    assert error.value.who == "이주무관"
    do(desk, cases.undo, other)
    assert ask(desk, rules.need_rule, "LAW-Q1").amount == 14


def test_a_day_of_the_office_is_taken_away(desk: Store) -> None:
    do(desk, days_off.remove_day, date(2026, 12, 25))
    assert ask(desk, days_off.own_day, date(2026, 12, 25))["off"] is False
    step = cases.new_step()
    do(desk, days_off.put_back, date(2026, 12, 25), step=step)
    assert ask(desk, days_off.own_day, date(2026, 12, 25)) is None
    do(desk, cases.undo, step)
    assert ask(desk, days_off.own_day, date(2026, 12, 25))["off"] is False
    with pytest.raises(DayRefused) as error:
        do(desk, days_off.put_back, WEDNESDAY)
    assert error.value.code == "no-own-day"


def test_only_who_may_changes_rules_days_and_clocks(desk: Store) -> None:
    do(desk, members.add, "대표", "admin", actor="")
    do(desk, members.add, "구경", "viewer", actor="")
    case, before = id_of(desk, "a"), events(desk)
    for work, *values in (
        (rules.edit, "MSG-CHAT"),
        (days_off.add_day, WEDNESDAY, "쉼"),
        (days_off.set_office_hours, OfficeHours(600, 720, 780, 1080)),
        (clocks.pause, case, "보완"),
        (clocks.extend, case, 1, "현장 확인"),
        (clocks.switch, case, "chat"),
    ):
        with pytest.raises(NotAllowed):
            do(desk, work, *values, actor="구경")
    assert events(desk) == before


# --- what is out of date


def test_a_change_counts_until_all_was_computed_anew(desk: Store) -> None:
    assert ask(desk, stale.mark_of) == ""
    do(desk, days_off.add_day, WEDNESDAY, "임시공휴일")
    begun = ask(desk, stale.mark_of)
    assert begun
    do(desk, recomputing.recompute_some)
    do(desk, days_off.add_day, date(2026, 11, 26), "또")
    do(desk, stale.clear, begun)  # a change came in between: it is not forgotten
    assert ask(desk, stale.mark_of)
    deadlines.recompute_now(desk)
    assert ask(desk, stale.mark_of) == ""


async def test_a_program_that_ended_in_between_goes_on_at_its_next_start(store: Store, clock: Clock) -> None:
    clock.at_ms = at("2026-11-23 10:00")
    await deadlines.prepare(store)
    merge(store, channel(store), post("a", created_ms=at("2026-11-23 10:00")))
    do(store, cases.move, [id_of(store, "a")], "forward")
    do(store, days_off.add_day, WEDNESDAY, "임시공휴일")
    assert dues(store) == {"a": "11-30 10:00"}
    moved = await deadlines.prepare(store)
    assert [m.case_id for m in moved] == [id_of(store, "a")]
    assert dues(store) == {"a": "12-01 10:00"}
    assert await deadlines.prepare(store) == []


async def test_two_who_count_anew_at_once_do_it_once(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.at_ms = at("2026-11-23 10:00")
    await deadlines.prepare(store)
    merge(store, channel(store), post("a", created_ms=at("2026-11-23 10:00")))
    do(store, cases.move, [id_of(store, "a")], "forward")
    do(store, days_off.add_day, WEDNESDAY, "임시공휴일")
    pieces: list[int] = []
    work = recomputing.recompute_some

    def counted(tx: Tx, after: int, limit: int) -> recomputing.Piece:
        pieces.append(after)
        return work(tx, after, limit)

    monkeypatch.setattr(recomputing, "recompute_some", counted)
    first, second = await asyncio.gather(deadlines.recompute(store), deadlines.recompute(store))
    assert [moved.case_id for moved in first] == [id_of(store, "a")] and second == []
    assert pieces == [0] and dues(store) == {"a": "12-01 10:00"}


# --- cases that were sorted before there were rules


async def test_what_was_sorted_before_the_rules_gets_its_clock(store: Store, clock: Clock) -> None:
    clock.at_ms = at("2026-11-23 10:00")
    merge(store, channel(store), *(post(name, created_ms=clock.at_ms) for name in "abcdef"))
    a, b, c, d, e, f = (id_of(store, name) for name in "abcdef")
    do(store, cases.move, [a, d], "forward")
    do(store, cases.move, [b], "opinion")
    do(store, cases.move, [e, f], "idea")
    do(store, cases.set_status, [d], "done")
    do(store, cases.group, [e, f])
    assert ask(store, clocks.of_cases, [a, b, c, d, e, f]) == {}
    await deadlines.prepare(store)
    made = ask(store, clocks.of_cases, [a, b, c, d, e, f])
    assert {case: found.kind for case, found in made.items()} == {a: "general", b: "chat", e: "proposal"}
    assert dues(store)["a"] == "11-30 10:00"
    (event,) = [found for found in ask(store, cases.history, a) if found.kind == "clock"]
    assert (event.actor, event.step, event.after["what"]) == ("", "", "start")
    await deadlines.prepare(store)
    assert len(rows(store, "SELECT * FROM case_clock")) == 3


def test_a_case_from_before_the_known_years_is_left_without(desk: Store) -> None:
    merge(desk, channel(desk, "옛날"), post("old", created_ms=at("2026-11-20 10:00")))
    old = id_of(desk, "old")
    do(
        desk,
        lambda tx: tx.db.execute_sql("UPDATE case_ SET track = 'idea', opened_ms = 0 WHERE id = ?", (old,)),
    )
    assert ask(desk, recomputing.without_clock) == [old]
    assert do(desk, recomputing.start_missing, [old]) == 0


def test_many_moves_are_told_as_one_and_not_case_by_case(desk: Store) -> None:
    told: list[Any] = []
    desk.subscribe(told.append)
    do(desk, days_off.add_day, WEDNESDAY, "임시공휴일")
    deadlines.recompute_now(desk)
    desk.data_version()  # the writer has told all before it answers
    assert [changes.cases for changes in told] == [set()] * len(told)
    assert {"holidays", "clocks"} <= set().union(*(changes.others for changes in told))


# --- what stops a clock by itself


def test_what_is_answered_or_done_is_due_no_more(desk: Store, clock: Clock) -> None:
    a = id_of(desk, "a")
    step = cases.new_step()
    clock.at_ms = at("2026-11-24 10:00")
    do(desk, cases.set_status, [a], "done", step=step)
    assert ask(desk, clocks.get, a).state == "stopped"
    do(desk, cases.set_status, [a], "open")
    assert (ask(desk, clocks.get, a).state, dues(desk)["a"]) == ("running", "11-30 10:00")
    do(desk, cases.set_status, [a], "answered")
    assert not ask(desk, clocks.get, a).late_at(at("2030-01-01 00:00"))


def test_done_and_taken_back(desk: Store) -> None:
    a, step = id_of(desk, "a"), cases.new_step()
    do(desk, cases.set_status, [a], "done", step=step)
    do(desk, cases.undo, step)
    assert ask(desk, clocks.get, a).state == "running"


def test_a_grouped_case_is_due_once(desk: Store) -> None:
    a, b, step = id_of(desk, "a"), id_of(desk, "b"), cases.new_step()
    do(desk, cases.group, [a, b], step=step)
    found = ask(desk, clocks.of_cases, [a, b])
    assert (found[a].state, found[b].state) == ("running", "stopped")
    do(desk, cases.take_apart, a)
    assert ask(desk, clocks.get, b).state == "running"


def test_finishing_does_not_fail_where_the_rule_makes_no_sense_any_more(desk: Store) -> None:
    a = id_of(desk, "a")
    do(desk, clocks.switch, a, "field", amount=3)
    do(desk, rules.edit, "MSG-FIELD", unit="none", amount=None)
    deadlines.recompute_now(desk)
    do(desk, cases.set_status, [a], "done")
    do(desk, cases.set_status, [a], "open")
    assert (ask(desk, clocks.get, a).state, ask(desk, clocks.get, a).due_ms) == ("running", None)
