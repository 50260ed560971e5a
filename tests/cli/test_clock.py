"""Clocks, rules and hours on the command line, as the window does it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.models import cases
from desktop.models.store import Store
from tests.cli.conftest import Smc
from tests.models.helpers import channel, id_of, merge, post

HERE = ("--workspace", "w.db")


@pytest.fixture
def case(tmp_path: Path) -> int:
    """An unsorted case in a workspace that no window has opened yet."""
    import time

    with Store.open(tmp_path / "w.db") as store:
        merge(store, channel(store), post("a", created_ms=int(time.time() * 1000)))
        return id_of(store, "a")


def asked(smc: Smc, *arguments: Any) -> dict[str, Any]:
    done = smc(*map(str, arguments), *HERE, "--json")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_sorting_without_any_window_starts_the_clock(smc: Smc, case: int) -> None:
    assert asked(smc, "cases", "clock", case)["due_ms"] is None
    asked(smc, "cases", "sort", case, "--track", "opinion")
    found = asked(smc, "cases", "clock", case)
    assert (found["rule"], found["state"], found["kind"]) == ("MSG-CHAT", "running", "chat")
    assert found["due"].endswith("+09:00")


def test_a_clock_is_switched_paused_resumed_and_extended(smc: Smc, case: int, tmp_path: Path) -> None:
    asked(smc, "cases", "sort", case, "--track", "opinion")
    switched = asked(smc, "cases", "clock", case, "--kind", "formal", "--rule", "LAW-Q1")
    assert (switched["rule"], switched["kind"]) == ("LAW-Q1", "formal") and switched["step"]
    paused = asked(smc, "--user", "김주무관", "cases", "clock", case, "--pause", "주소를 여쭘")
    assert (paused["state"], paused["due"], paused["pauses"][0]["reason"]) == ("paused", None, "주소를 여쭘")
    assert asked(smc, "cases", "clock", case, "--resume")["state"] == "running"
    extended = asked(smc, "cases", "clock", case, "--extend", 7, "--reason", "현장 확인", "--explain")
    assert (extended["extension"], extended["extension_reason"]) == (7, "현장 확인")
    assert any("연장: 7일 더함" in line for line in extended["explain"])
    with Store.open(tmp_path / "w.db") as store:
        store.write(cases.undo, extended["step"]).result()
        (actor,) = {
            e.actor for e in store.read(cases.history, case).result() if e.after.get("what") == "pause"
        }
    assert actor == "김주무관"
    assert asked(smc, "cases", "clock", case)["extension"] == 0
    english = smc("--lang", "en", "cases", "clock", str(case), *HERE).stdout
    assert english.startswith("due: ") and "question about what a law means" in english


def test_lists_by_due_time(smc: Smc, case: int, tmp_path: Path) -> None:
    asked(smc, "cases", "sort", case, "--track", "forward")
    for due in ("late", "soon", "today", "paused"):
        assert smc("cases", "list", "--due", due, *HERE).stdout == ""
    asked(smc, "cases", "clock", case, "--pause", "주소")
    listed = asked(smc, "cases", "list", "--due", "paused")
    assert (listed["case"], listed["clock"], listed["due_at"]) == (case, "paused", None)


def test_rules_and_hours_are_changed_after_a_look(smc: Smc, case: int) -> None:
    asked(smc, "cases", "sort", case, "--track", "forward")
    before = asked(smc, "cases", "clock", case)["due_ms"]
    looked = asked(smc, "rules", "edit", "msg-general", "--length", "4", "--dry-run")
    assert looked["dry_run"] and [m["case"] for m in looked["moved"]] == [case]
    assert asked(smc, "cases", "clock", case)["due_ms"] == before
    changed = asked(
        smc, "rules", "edit", "msg-general", "--length", "4", "--unit", "day", "--first-day", "no"
    )
    assert changed["moved"] == looked["moved"] and changed["step"]
    assert asked(smc, "cases", "clock", case)["due_ms"] == looked["moved"][0]["after_ms"]
    assert asked(smc, "rules", "reset", "MSG-GENERAL")["moved"][0]["after_ms"] == before
    hours = asked(smc, "rules", "hours")
    assert hours == {"opens": "09:00", "lunch_begins": "12:00", "lunch_ends": "13:00", "closes": "18:00"}
    asked(smc, "rules", "hours", "--close", "17:00", "--lunch", "-")
    assert asked(smc, "rules", "hours") == {
        **hours,
        "lunch_begins": "12:00",
        "lunch_ends": "12:00",
        "closes": "17:00",
    }
    assert "점심 없음" in smc("rules", "hours", *HERE).stdout
    codes = [json.loads(line)["code"] for line in smc("rules", "list", *HERE, "--json").stdout.splitlines()]
    assert "MSG-CHAT" in codes


def test_a_day_of_the_office_is_taken_away(smc: Smc, case: int) -> None:
    asked(smc, "holidays", "add", "2026-11-25", "--name", "임시공휴일")
    assert asked(smc, "holidays", "reset", "2026-11-25")["step"]
    assert '"office"' not in smc("holidays", "list", "--year", "2026", *HERE, "--json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["cases", "clock", "99"],
        ["cases", "clock", "CASE", "--pause", "주소"],
        ["cases", "clock", "CASE", "--kind", "chat"],
        ["cases", "clock", "CASE", "--kind", "nonsense"],
        ["cases", "clock", "CASE", "--rule", "LAW-Q1"],
        ["cases", "clock", "CASE", "--reason", "왜"],
        ["cases", "clock", "CASE", "--resume", "--kind", "chat"],
        ["cases", "list", "--due", "yesterday"],
        ["rules", "edit", "MSG-CHAT"],
        ["rules", "edit", "NO", "--length", "3"],
        ["rules", "edit", "MSG-CHAT", "--length", "many"],
        ["rules", "edit", "MSG-CHAT", "--length", "0"],
        ["rules", "hours", "--open", "9"],
        ["rules", "hours", "--open", "20:00"],
        ["rules", "hours", "--lunch", "12:00"],
        ["holidays", "reset", "2026-11-25"],
    ],
)
def test_wrong_input_is_one_sentence_and_exit_2(smc: Smc, case: int, arguments: list[str]) -> None:
    lang = "ko" if len(arguments) % 2 else "en"
    given = [str(case) if word == "CASE" else word for word in arguments]
    done = smc("--lang", lang, *given, *HERE)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    assert done.stderr.count("\n") == 1
    assert any("가" <= c <= "힣" for c in done.stderr) == (lang == "ko"), done.stderr
