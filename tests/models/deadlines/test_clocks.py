from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from desktop.models import cases
from desktop.models.deadlines import allowed, clocks, days_off, explain, rules
from desktop.models.deadlines.calendar import OfficeHours, moment_of, ms_of
from desktop.models.deadlines.clocks import ClockRefused
from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.models.errors import Conflict, Missing
from desktop.models.store import Store
from desktop.services import deadlines
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post, rows


def at(text: str) -> int:
    return ms_of(datetime.fromisoformat(text))


@pytest.fixture
def desk(store: Store, clock: Clock) -> Store:
    """A workspace with the shipped rules, on Monday 2026-11-23 at ten, and three cases of that moment."""
    clock.at_ms = at("2026-11-23 10:00")
    do(store, deadlines.seed)
    here = channel(store)
    merge(store, here, *(post(name, created_ms=clock.at_ms) for name in "abc"))
    return store


@pytest.fixture
def case(desk: Store) -> int:
    return id_of(desk, "a")


def due(store: Store, case_id: int, purpose: str = "answer") -> str | None:
    found = ask(store, clocks.get, case_id, purpose)
    return None if found.due_ms is None else moment_of(found.due_ms).strftime("%Y-%m-%d %H:%M")


def refused(store: Store, work: Any, *args: Any, **more: Any) -> str:
    with pytest.raises((ClockRefused, RuleRefused)) as error:
        do(store, work, *args, **more)
    return error.value.code


# --- starting, pausing, extending


def test_a_clock_begins_when_the_case_was_opened(desk: Store, case: int, clock: Clock) -> None:
    clock.at_ms = at("2026-11-24 09:00")
    started = do(desk, clocks.start, case, "chat")
    assert (started.rule, started.state, started.kind) == ("MSG-CHAT", "running", "chat")
    assert due(desk, case) == "2026-11-23 14:00"
    assert started.late_at(clock.at_ms) and not started.late_at(at("2026-11-23 14:00"))


def test_a_case_may_have_a_clock_for_each_purpose(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "general")
    do(desk, clocks.start, case, "", rule="LAW-MOVE2", purpose="receive", from_ms=at("2026-11-23 17:00"))
    assert (due(desk, case), due(desk, case, "receive")) == ("2026-11-30 10:00", "2026-11-24 11:00")


def test_no_case_no_rule_no_clock(desk: Store, case: int) -> None:
    with pytest.raises(Missing):
        do(desk, clocks.start, 99, "chat")
    assert refused(desk, clocks.start, case, "chat", rule="NO") == "no-rule"
    assert refused(desk, clocks.pause, case, "왜") == "clock-missing"
    assert ask(desk, clocks.get, case) is None
    assert ask(desk, clocks.explained, case) == []
    assert rows(desk, "SELECT * FROM case_clock") == []


def test_what_is_paused_has_no_due_time_until_it_goes_on(desk: Store, case: int, clock: Clock) -> None:
    do(desk, clocks.start, case, "formal", rule="LAW-GRIEV")
    clock.at_ms = at("2026-11-24 10:00")
    do(desk, clocks.pause, case, "주소 보완")
    assert due(desk, case) is None
    assert "보완을 기다리는 동안 기한은 멈춰 있습니다" in [
        line.ko for line in ask(desk, clocks.explained, case)
    ]
    assert refused(desk, clocks.pause, case, "또") == "clock-paused"
    clock.at_ms = at("2026-11-26 15:00")
    assert refused(desk, clocks.resume, case, at_ms=at("2026-11-24 09:00")) == "clock-order"
    do(desk, clocks.resume, case)
    assert due(desk, case) == "2026-12-03 18:00"
    assert refused(desk, clocks.resume, case) == "clock-not-paused"
    assert refused(desk, clocks.pause, case, "뒤로", at_ms=at("2026-11-25 10:00")) == "clock-order"


def test_what_is_overdue_is_neither_paused_nor_extended(desk: Store, case: int, clock: Clock) -> None:
    do(desk, clocks.start, case, "chat")
    clock.at_ms = at("2026-11-23 14:01")
    assert refused(desk, clocks.pause, case, "보완") == "clock-overdue"
    assert refused(desk, clocks.extend, case, 1, "현장 확인") == "clock-overdue"


def test_an_extension_comes_once_with_a_reason_and_within_the_period(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "general")
    assert refused(desk, clocks.extend, case, 6, "현장 확인") == "clock-extension-length"
    assert refused(desk, clocks.extend, case, 0, "현장 확인") == "clock-extension-length"
    for reason in ("", " ", *allowed.UNLAWFUL_REASONS):
        assert refused(desk, clocks.extend, case, 3, reason) == "clock-reason"
    do(desk, clocks.extend, case, 3, "현장 확인")
    assert due(desk, case) == "2026-12-03 10:00"
    assert refused(desk, clocks.extend, case, 1, "한 번 더") == "clock-extended"


def test_what_has_no_length_cannot_be_extended(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "field")
    assert due(desk, case) is None
    assert refused(desk, clocks.extend, case, 1, "현장 확인") == "clock-extension-length"
    do(desk, clocks.start, case, "field", amount=3)
    assert due(desk, case) == "2026-11-26 10:00"


def test_a_case_that_is_taken_as_something_else(desk: Store, case: int, clock: Clock) -> None:
    do(desk, clocks.start, case, "chat")
    expected = {
        "general": "2026-11-30 10:00",
        "formal": "2026-12-01 18:00",
        "proposal": "2026-12-23 18:00",
        "chat": "2026-11-23 14:00",
    }
    for kind, when in expected.items():
        do(desk, clocks.switch, case, kind)
        assert due(desk, case) == when, kind
    do(desk, clocks.switch, case, "formal", rule="LAW-Q1")
    assert due(desk, case) == "2026-12-10 18:00"
    do(desk, clocks.extend, case, 14, "전문가 자문")
    clock.at_ms = at("2026-11-25 10:00")
    do(desk, clocks.pause, case, "보완")
    do(desk, clocks.resume, case, at_ms=at("2026-11-26 10:00"))
    # The pause stays with the case, the extension belonged to the period that is over.
    switched = do(desk, clocks.switch, case, "formal", rule="LAW-GRIEV")
    assert (due(desk, case), switched.extension) == ("2026-12-02 18:00", 0)
    later = do(desk, clocks.switch, case, "formal", from_ms=at("2026-11-27 09:00"))
    assert moment_of(later.due_ms).date() == date(2026, 12, 7)


def test_what_is_done_is_done_and_can_be_opened_again(desk: Store, case: int, clock: Clock) -> None:
    do(desk, clocks.start, case, "chat")
    clock.at_ms = at("2026-11-23 13:00")
    stopped = do(desk, clocks.stop, case)
    assert not stopped.late_at(at("2030-01-01 00:00"))
    assert refused(desk, clocks.pause, case, "보완") == "clock-stopped"
    assert refused(desk, clocks.extend, case, 1, "왜") == "clock-stopped"
    assert do(desk, clocks.stop, case).stopped_ms == clock.at_ms
    assert do(desk, clocks.reopen, case).state == "running"


def test_sorting_gives_each_track_its_clock(desk: Store, clock: Clock) -> None:
    ids = [id_of(desk, name) for name in "abc"]
    for track, rule in (("opinion", "MSG-CHAT"), ("idea", "PROP-DECIDE"), ("forward", "MSG-GENERAL")):
        do(desk, clocks.follow_track, ids, track)
        assert {c.rule for c in ask(desk, clocks.of_cases, ids).values()} == {rule}
    do(desk, clocks.switch, ids[0], "formal")
    do(desk, clocks.follow_track, ids, "forward")
    assert ask(desk, clocks.get, ids[0]).kind == "formal"
    do(desk, clocks.follow_track, ids, "new")
    assert ask(desk, clocks.of_cases, ids) == {}


# --- the log


def test_every_change_is_an_event_and_undone_like_any_other(desk: Store, case: int, clock: Clock) -> None:
    steps = [cases.new_step() for _ in range(4)]
    do(desk, clocks.start, case, "general", step=steps[0], actor="김주무관")
    do(desk, clocks.extend, case, 2, "현장 확인", step=steps[1])
    do(desk, clocks.pause, case, "보완", step=steps[2])
    events = ask(desk, cases.history, case)
    assert [(e.kind, e.after["what"]) for e in events] == [
        ("clock", "start"),
        ("clock", "extend"),
        ("clock", "pause"),
    ]
    assert events[0].actor == "김주무관"
    with pytest.raises(Conflict):
        do(desk, cases.undo, steps[1])
    taken = do(desk, cases.undo, steps[2])
    assert due(desk, case) == "2026-12-02 10:00"
    do(desk, cases.undo, steps[1])
    assert due(desk, case) == "2026-11-30 10:00"
    do(desk, cases.undo, steps[0])
    assert ask(desk, clocks.get, case) is None
    do(desk, cases.redo, steps[0])
    assert due(desk, case) == "2026-11-30 10:00"
    assert taken


def test_nothing_is_stored_of_a_change_that_fails(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "chat")
    before = one(desk, "SELECT count(*) FROM event")
    assert (
        refused(desk, clocks.start, case, "chat", from_ms=at("2105-01-01 00:00")) == "clock-out-of-calendar"
    )
    assert one(desk, "SELECT count(*) FROM event") == before
    assert due(desk, case) == "2026-11-23 14:00"


# --- days off


def test_a_day_off_of_the_office_moves_open_cases_and_tells_which(desk: Store, clock: Clock) -> None:
    a, b, c = (id_of(desk, name) for name in "abc")
    do(desk, clocks.start, a, "general")
    do(desk, clocks.start, b, "chat")
    do(desk, clocks.start, c, "general")
    do(desk, clocks.stop, c)
    clock.forward()
    assert do(desk, days_off.add_day, date(2026, 11, 25), "임시공휴일", "temporary day off")
    assert not do(desk, days_off.add_day, date(2026, 11, 25), "임시공휴일", "temporary day off")
    moved = deadlines.recompute_now(desk)
    assert [(m.case_id, moment_of(m.before_ms).day, moment_of(m.after_ms).day) for m in moved] == [(a, 30, 1)]
    (event,) = [e for e in ask(desk, cases.history, a) if e.kind == "clock-moved"]
    assert event.before["due_ms"] == moved[0].before_ms and event.after["due_ms"] == moved[0].after_ms
    lines = [line.ko for line in ask(desk, clocks.explained, a)]
    assert "2026. 11. 25.(수): 임시공휴일, 세지 않음" in lines
    do(desk, days_off.remove_day, date(2026, 11, 25))
    assert [m.after_ms for m in deadlines.recompute_now(desk)] == [moved[0].before_ms]
    assert deadlines.recompute_now(desk) == []


def test_undo_after_a_new_day_off_counts_with_it(desk: Store, case: int) -> None:
    step = cases.new_step()
    do(desk, clocks.start, case, "general")
    do(desk, clocks.extend, case, 2, "현장 확인", step=step)
    do(desk, days_off.add_day, date(2026, 11, 25), "임시공휴일")
    deadlines.recompute_now(desk)
    do(desk, cases.undo, step)
    assert due(desk, case) == "2026-12-01 10:00"


def test_a_day_of_the_library_can_be_worked(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "chat", from_ms=at("2026-12-24 17:00"))
    assert due(desk, case) == "2026-12-28 11:00"
    do(desk, days_off.remove_day, date(2026, 12, 25))
    (moved,) = deadlines.recompute_now(desk)
    assert due(desk, case) == "2026-12-25 11:00" and moved.case_id == case
    found = {row.day: row for row in ask(desk, days_off.list_days, 2026)}
    assert (found[date(2026, 12, 25)].off, found[date(2026, 12, 25)].source) == (False, "office")
    do(desk, days_off.add_day, date(2026, 12, 25), "쉬는 날")
    assert due(desk, case) == "2026-12-25 11:00"  # until it is computed anew
    deadlines.recompute_now(desk)
    assert due(desk, case) == "2026-12-28 11:00"


def test_days_that_make_no_sense_are_refused(desk: Store) -> None:
    for day, name in (
        (date(2026, 11, 25), " "),
        (date(1900, 1, 1), "옛날"),
        (date(2026, 11, 25), "가" * 101),
    ):
        with pytest.raises(days_off.DayRefused):
            do(desk, days_off.add_day, day, name)
    with pytest.raises(days_off.DayRefused) as error:
        do(desk, days_off.remove_day, date(2026, 11, 25))
    assert error.value.code == "no-day-off"
    assert rows(desk, "SELECT * FROM holiday") == []


def test_rows_of_the_library_are_taken_instead_of_it(desk: Store, case: int) -> None:
    years = {year: dict(days_off.library_days(year)) for year in (2026, 2027)}
    christmas = next(day for day, off in years[2026].items() if off.ko == "기독탄신일")
    del years[2026][christmas]
    assert do(desk, days_off.store_library, years, "0.110")
    assert do(desk, days_off.store_library, years, "0.110") == []
    do(desk, clocks.start, case, "chat", from_ms=at("2026-12-24 17:00"))
    assert due(desk, case) == "2026-12-25 11:00"
    # A PC with an older library does not take the day back, a newer one brings it.
    full = {year: days_off.library_days(year) for year in (2026, 2027)}
    assert do(desk, days_off.store_library, full, "0.109") == []
    assert do(desk, days_off.store_library, full, "0.111") == [date(2026, 12, 25)]
    assert [m.case_id for m in deadlines.recompute_now(desk)] == [case]
    assert ask(desk, days_off.cached) == (2026, 2027, "0.111")


def test_other_office_hours_move_due_times(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "chat")
    do(desk, days_off.set_office_hours, OfficeHours(540, 690, 780, 1080))
    deadlines.recompute_now(desk)
    assert due(desk, case) == "2026-11-23 14:30"


async def test_a_workspace_is_made_ready_once(store: Store) -> None:
    assert await deadlines.prepare(store) == []
    assert len(ask(store, rules.list_rules)) == len(deadlines.shipped())
    before = rows(store, "SELECT * FROM holiday")
    assert len(before) > 300
    assert await deadlines.prepare(store) == []
    assert rows(store, "SELECT * FROM holiday") == before
    assert {row.source for row in ask(store, days_off.list_days, 2026)} == {"library"}


# --- rules


def test_a_rule_that_the_office_changed_stays_changed(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "field")
    do(desk, rules.edit, "MSG-FIELD", amount=2)
    assert [m.case_id for m in deadlines.recompute_now(desk)] == [case]
    assert due(desk, case) == "2026-11-25 10:00"
    do(desk, rules.seed, deadlines.shipped())
    rule = ask(desk, rules.get_rule, "msg-field")
    assert (rule.amount, rule.certainty) == (2, "office")
    assert one(desk, "SELECT count(*) FROM deadline_rule") == len(deadlines.shipped())


def test_rules_that_make_no_sense_are_refused(desk: Store) -> None:
    assert refused(desk, rules.edit, "MSG-CHAT", amount=0) == "bad-rule"
    assert refused(desk, rules.edit, "MSG-CHAT", unit="week") == "bad-rule"
    assert refused(desk, rules.edit, "MSG-CHAT", kind="x") == "bad-rule"
    assert refused(desk, rules.edit, "NO", amount=1) == "no-rule"
    chat = ask(desk, rules.get_rule, "MSG-CHAT")
    assert refused(desk, rules.add, chat) == "rule-exists"
    own = Rule("OWN", "우리 규칙", "ours", "", 2, "working_day", True, True, "", "", "office", "", "")
    do(desk, rules.add, own)
    assert ask(desk, rules.get_rule, "OWN") == own


def test_each_kind_of_case_has_a_rule_and_each_rule_its_words(desk: Store) -> None:
    for kind in rules.KINDS:
        assert ask(desk, rules.rule_for, kind).kind == kind
    for rule in deadlines.shipped():
        assert rule.name_ko and rule.name_en and rule.basis and bool(rule.note_ko) == bool(rule.note_en)
        assert all(explain.amount_words(rule.amount, rule.unit))
        assert explain.certainty_words(rule.certainty)[0] != rule.certainty
        # What is from memory or has no source says so.
        assert rule.source or rule.certainty == "memory"


def test_one_extension_is_all_whatever_it_is_taken_as_afterwards(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "general")
    do(desk, clocks.extend, case, 3, "관계기관 협의")
    for kind in ("formal", "general"):
        do(desk, clocks.switch, case, kind)
        assert refused(desk, clocks.extend, case, 3, "관계기관 협의") == "clock-extended", kind
    do(desk, cases.move, [case], "opinion")
    assert refused(desk, clocks.extend, case, 1, "관계기관 협의") == "clock-extended"


@pytest.mark.parametrize(
    "reason", ["인력 부족", "일이 너무 많음", "담당자 병가로 지연", "Too much work", "we are understaffed"]
)
def test_what_the_law_takes_for_no_reason_in_other_words(desk: Store, case: int, reason: str) -> None:
    do(desk, clocks.start, case, "general")
    assert refused(desk, clocks.extend, case, 3, reason) == "clock-reason"


def test_a_period_is_not_made_longer_past_its_extension(desk: Store, case: int) -> None:
    do(desk, clocks.start, case, "general")
    before = due(desk, case)
    assert refused(desk, clocks.switch, case, "general", amount=300) == "rule-has-length"
    assert refused(desk, clocks.switch, case, "formal", rule="PROP-DECIDE") == "rule-other-kind"
    assert refused(desk, clocks.switch, case, "general", rule="LAW-EXT") == "rule-other-kind"
    assert due(desk, case) == before
    do(desk, clocks.switch, case, "field", amount=2)
    assert due(desk, case) == "2026-11-25 10:00"
