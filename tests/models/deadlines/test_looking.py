"""What a case could become, shown before it is decided, and what then comes of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from connectors.base import Action, Sent
from desktop.models import cases, departments, outbox
from desktop.models.deadlines import allowed, clocks, looking, notice
from desktop.models.deadlines.calendar import ms_of
from desktop.models.store import Store
from desktop.services import deadlines
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post


def at(text: str) -> int:
    return ms_of(datetime.fromisoformat(text))


@pytest.fixture
def desk(store: Store, clock: Clock) -> Store:
    clock.at_ms = at("2026-11-23 10:00")
    do(store, deadlines.seed)
    do(store, departments.seed, [("bus", "버스정책과", "", "버스")])
    merge(store, channel(store), post("a", created_ms=clock.at_ms))
    do(store, cases.move, [id_of(store, "a")], "forward", department="bus")
    return store


@pytest.fixture
def case(desk: Store) -> int:
    return id_of(desk, "a")


def test_every_option_says_until_when_and_keeps_its_word(desk: Store, case: int) -> None:
    offered = ask(desk, looking.options, case, 3)
    assert [option.kind for option in offered] == [
        "chat", "general", "field", "formal", "formal", "formal", "formal", "proposal",
    ]  # fmt: skip
    assert [option.rule.code for option in offered if option.chosen] == ["MSG-GENERAL"]
    for option in offered:
        amount = 3 if option.kind == "field" else None
        made = do(desk, clocks.switch, case, option.kind, rule=option.rule.code, amount=amount)
        assert made.due_ms == option.due_ms is not None, option.rule.code


def test_a_length_of_its_own_is_offered_as_it_is(desk: Store, case: int) -> None:
    do(desk, clocks.switch, case, "field", amount=5)
    (chosen,) = [option for option in ask(desk, looking.options, case) if option.chosen]
    assert (chosen.rule.amount, chosen.due_ms) == (5, ask(desk, clocks.get, case).due_ms)
    (chosen,) = [option for option in ask(desk, looking.options, case, 2) if option.chosen]
    assert (chosen.rule.amount, chosen.due_ms) == (2, at("2026-11-25 10:00"))


def test_an_extension_says_until_when_and_keeps_its_word(desk: Store, case: int) -> None:
    said = ask(desk, looking.extended, case, 2)
    assert do(desk, clocks.extend, case, 2, "현장 확인").due_ms == said == at("2026-12-02 10:00")


def test_a_look_has_the_lines_the_notice_and_the_row_on_extensions(desk: Store, case: int) -> None:
    look = ask(desk, looking.look, case)
    assert look.clock == ask(desk, clocks.get, case)
    assert look.lines == tuple(ask(desk, clocks.explained, case))
    assert look.notice_ms == at("2026-12-23 18:00")
    assert look.extension.code == "MSG-EXT"
    do(desk, clocks.switch, case, "formal", rule="LAW-Q1")
    assert ask(desk, looking.look, case).extension.code == "LAW-EXT"
    do(desk, clocks.stop, case)
    assert ask(desk, looking.look, case).notice_ms is None


def test_without_a_clock_there_is_nothing_to_look_at(desk: Store) -> None:
    assert ask(desk, looking.look, 99) is None
    assert ask(desk, looking.options, 99) == []
    assert ask(desk, looking.extended, 99, 1) is None


@pytest.mark.parametrize(
    ("reason", "good"),
    [
        ("현장을 더 확인해야 합니다", True),
        ("site visit", True),
        ("", False),
        ("  ", False),
        ("workload", False),
        ("업무 과다", False),
        ("담당자 휴가로 늦어짐", False),
        ("늦은 배정 때문", False),
    ],
)
def test_reasons_that_the_law_takes(reason: str, good: bool) -> None:
    assert allowed.lawful(reason) is good


def test_why_not_is_said_before_it_is_tried(desk: Store, case: int, clock: Clock) -> None:
    look = ask(desk, looking.look, case)
    assert allowed.why_no_extension(look.clock, look.rule, clock.at_ms) == ""
    assert allowed.why_no_extension(look.clock, look.rule, at("2026-12-24 10:00")) == "clock-overdue"
    assert allowed.why_no_pause(look.clock, at("2026-12-24 10:00")) == "clock-overdue"
    assert allowed.why_no_pause(look.clock, clock.at_ms) == ""
    do(desk, clocks.extend, case, 1, "현장 확인")
    look = ask(desk, looking.look, case)
    assert allowed.why_no_extension(look.clock, look.rule, clock.at_ms) == "clock-extended"


def test_the_words_of_a_notice_name_day_department_and_until_when(desk: Store, case: int) -> None:
    text = ask(desk, notice.draft, case)
    assert "11. 23.(월)에 남겨 주신 의견을 버스정책과에서" in text
    assert text.endswith("11. 30.(월)까지 답변드리겠습니다.")
    do(desk, clocks.pause, case, "주소")
    assert "까지" not in ask(desk, notice.draft, case)
    assert ask(desk, notice.draft, 99) == ""


def send(desk: Store, clock: Clock, case: int, stage: str, text: str) -> None:
    """An answer goes out now."""
    where = one(desk, "SELECT channel_id FROM post WHERE id = ?", case)
    row = do(desk, outbox.enqueue, case, where, Action.REPLY, text, stage=stage, undo_s=0)
    do(desk, outbox.claim, row.id)
    do(desk, outbox.mark_sent, row.id, Sent(f"r-{text}"))


def test_a_notice_that_was_sent_is_known_and_the_next_one_asked_for(
    desk: Store, case: int, clock: Clock
) -> None:
    send(desk, clock, case, "first", "현장을 확인하겠습니다")
    assert ask(desk, looking.look, case).noticed_ms is None
    clock.at_ms = at("2026-12-22 10:00")
    send(desk, clock, case, notice.NOTICE, "살펴보고 있습니다")
    found = ask(desk, looking.look, case)
    assert (found.noticed_ms, found.notice_ms) == (clock.at_ms, at("2027-01-22 18:00"))
    assert one(desk, "SELECT status FROM case_ WHERE id = ?", case) == "open"
    assert found.clock.state == "running"
    send(desk, clock, case, "final", "마쳤습니다")
    found = ask(desk, looking.look, case)
    assert (found.noticed_ms, found.notice_ms) == (at("2026-12-22 10:00"), None)


def test_a_notice_that_was_not_sent_stays_due(desk: Store, case: int, clock: Clock) -> None:
    clock.at_ms = at("2027-03-02 10:00")
    assert ask(desk, looking.look, case).notice_ms == at("2026-12-23 18:00")
    send(desk, clock, case, notice.NOTICE, "늦게 알립니다")
    assert ask(desk, looking.look, case).notice_ms > at("2027-03-23 18:00")
