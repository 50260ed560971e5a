"""What is said of due times on cards, and how the history tells of them."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.models.deadlines.calendar import ms_of
from desktop.models.filters import DUE
from desktop.ui import i18n
from desktop.ui.deadlines.history import clock_words
from desktop.ui.deadlines.words import due_of_card, filter_words, moment
from desktop.ui.lists.rows import Context, prepare
from tests.ui.lists.test_rows import Row


def at(text: str) -> int:
    return ms_of(datetime.fromisoformat(text))


NOW = at("2026-11-23 10:00")


@pytest.fixture(autouse=True)
def korean(qapp: object) -> None:
    i18n.install("ko")


@pytest.mark.parametrize(
    ("clock", "due", "text", "tone"),
    [
        ("running", "2026-11-23 12:00", "2시간 남음", "warning"),
        ("running", "2026-11-23 11:29", "1시간 29분 남음", "warning"),
        ("running", "2026-11-23 10:00", "1분 남음", "warning"),
        ("running", "2026-11-23 12:01", "오늘 12:01까지", ""),
        ("running", "2026-11-24 00:00", "내일 00:00까지", ""),
        ("running", "2026-11-30 18:00", "11. 30.(월)까지", ""),
        ("running", "2027-01-04 18:00", "2027. 1. 4.까지", ""),
        ("running", "2026-11-23 09:59", "지남 1분", "danger"),
        ("running", "2026-11-23 03:10", "지남 6시간", "danger"),
        ("running", "2026-11-21 18:00", "지남 1일", "danger"),
        ("running", "", "기간 미정", "warning"),
        ("paused", "", "기한 보류", ""),
    ],
)
def test_a_card_says_until_when(clock: str, due: str, text: str, tone: str) -> None:
    said = due_of_card(clock, at(due) if due else None, NOW)
    assert said is not None and (said.text, said.tone) == (text, tone) and said.icon


@pytest.mark.parametrize("clock", ["", "stopped"])
def test_what_is_not_due_says_nothing(clock: str) -> None:
    assert due_of_card(clock, NOW, NOW) is None


def test_times_are_those_of_seoul_wherever_the_pc_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert moment(at("2026-11-24 15:05"), NOW) == "11. 24.(화) 15:05"
        assert moment(at("2027-01-01 00:00"), NOW) == "2027. 1. 1.(금) 00:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_each_filter_has_its_words() -> None:
    assert list(filter_words()) == list(DUE) and len(set(filter_words().values())) == 4


# --- on cards


class Due(Row):
    """A row with a clock."""

    clock = "running"
    due_ms: int | None = at("2026-11-23 13:00")


def card(**values: Any) -> Any:
    return prepare(
        Due(track="forward", department="a", **values), Context(NOW, {"a": "도시교통실"}), by_case=True
    )


def chips(made: Any) -> list[str]:
    return [chip.text for chip in made.chips]


def test_the_due_chip_stands_behind_the_department_until_it_is_urgent() -> None:
    made = card()
    assert chips(made) == ["도시교통실", "오늘 13:00까지"]
    assert made.grow_older(at("2026-11-23 11:30"))
    assert chips(made) == ["도시교통실", "1시간 30분 남음"]
    late = prepare(
        Due(track="forward", department="a"),
        Context(at("2026-11-23 14:00"), {"a": "도시교통실"}),
        by_case=True,
    )
    assert chips(late) == ["지남 1시간", "도시교통실"] and late.chips[0].tone == "danger"


def test_the_words_on_a_card_grow_older_with_the_clock() -> None:
    made = card(created_ms=at("2026-01-01 10:00"))  # its age reads the same for a long time
    made.layouts["kept"] = object()
    assert not made.grow_older(NOW + 30_000) and made.layouts
    assert made.grow_older(at("2026-11-23 13:05")) and not made.layouts
    assert "지남 5분" in chips(made) and "지남 5분" in made.sentence()


@pytest.mark.parametrize("values", [{"track": "new"}, {"track": "forward", "status": "done"}])
def test_what_is_unsorted_or_done_has_no_due_chip(values: dict[str, Any]) -> None:
    made = prepare(Due(**values), Context(NOW), by_case=True)
    assert made.due is None and not any("까지" in text for text in chips(made))


# --- in the history


def clock(**values: Any) -> dict[str, Any]:
    return {
        "purpose": "answer", "kind": "general", "rule": "MSG-GENERAL", "amount": None, "started_ms": NOW,
        "pauses": [], "extension": 0, "extension_reason": "", "due_ms": at("2026-11-30 10:00"),
        "state": "running", "stopped_ms": None, **values,
    }  # fmt: skip


def told(before: Any, after: Any, what: str = "") -> str:
    sides = ({"clock": {"purpose": "answer", "was": was}} for was in (before, after))
    first, second = sides
    return clock_words(SimpleNamespace(kind="clock", before=first, after={**second, "what": what}))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, {}, "기한을 정함: 일반민원 · 2026. 11. 30.(월) 10:00"),
        ({"kind": "chat"}, {}, "처리 종류를 바꿈: 소통민원 → 일반민원 · 2026. 11. 30.(월) 10:00"),
        ({}, {"state": "paused", "pauses": [{"reason": "주소"}]}, "보완을 기다려 기한을 멈춤: 주소"),
        ({"state": "paused"}, {}, "보완을 받아 기한이 다시 감 · 2026. 11. 30.(월) 10:00"),
        (
            {},
            {"extension": 2, "extension_reason": "현장 확인"},
            "기한을 연장함: 현장 확인 · 2026. 11. 30.(월) 10:00",
        ),
        ({}, {"state": "stopped"}, "처리를 마쳐 기한이 끝남"),
        ({"state": "stopped"}, {}, "다시 열려 기한이 다시 감 · 2026. 11. 30.(월) 10:00"),
    ],
)
def test_the_history_tells_what_became_of_a_due_time(before: Any, after: Any, expected: str) -> None:
    assert told(None if before is None else clock(**before), clock(**after)) == expected


def test_the_clock_of_a_department_that_has_yet_to_receive_is_told_as_such() -> None:
    waiting = clock(kind="", rule="LAW-MOVE2", purpose="receive")
    assert told(None, waiting) == "부서의 접수 기한을 정함 · 2026. 11. 30.(월) 10:00"
    assert told(waiting, {**waiting, "state": "stopped"}) == "부서의 접수 기한이 끝남"
    assert told(waiting, None) == "부서의 접수 기한을 없앰"


def test_the_history_tells_of_groups_rules_days_and_hours() -> None:
    assert told(clock(), clock(state="stopped"), "grouped") == "다른 건과 묶여 기한이 끝남"
    assert told(clock(), None) == "기한을 없앰"
    rule = {"rule": {"name_ko": "소통민원", "name_en": "opinion"}, "edited": True}
    for was, now, expected in (
        (None, rule, "기한 규칙을 더함: 소통민원"),
        (rule, rule, "기한 규칙을 고침: 소통민원"),
        (rule, {**rule, "edited": False}, "기한 규칙을 처음 값으로 되돌림: 소통민원"),
        (rule, None, "기한 규칙을 없앰: 소통민원"),
    ):
        event = SimpleNamespace(
            kind="rule", before={"rule": {"code": "X", "was": was}}, after={"rule": {"code": "X", "was": now}}
        )
        assert clock_words(event) == expected
    day = {"off": True, "name_ko": "임시공휴일", "name_en": ""}
    for state, expected in (
        (day, "쉬는 날을 더함: 2026. 11. 25.(수) 임시공휴일"),
        ({**day, "off": False}, "근무하는 날로 바꿈: 2026. 11. 25.(수) 임시공휴일"),
        (None, "휴일을 처음으로 되돌림: 2026. 11. 25.(수)"),
    ):
        after = {"days_off": {"day": "2026-11-25", "was": state}}
        assert clock_words(SimpleNamespace(kind="days-off", before={}, after=after)) == expected
    hours = {"hours": {"opens": 600, "lunch_begins": 720, "lunch_ends": 780, "closes": 1080}}
    event = SimpleNamespace(kind="days-off", before={}, after={"days_off": hours})
    assert clock_words(event) == "근무 시간을 바꿈: 10:00~18:00"
