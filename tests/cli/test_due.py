from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.models.deadlines import clocks, days_off, rules
from desktop.models.store import Store
from desktop.services import deadlines
from desktop.services.paths import resource
from tests.cli.conftest import Smc, one_line
from tests.models.helpers import channel, id_of, merge, post

MONDAY = "2026-11-23T10:00"


def shipped_codes() -> list[str]:
    with open(resource("deadline_rules.csv"), encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file)]


def answer(smc: Smc, *arguments: str) -> dict[str, Any]:
    done = smc("due", *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def office(tmp_path: Path) -> int:
    """A workspace w.db with a case and its clock; the case."""
    with Store.open(tmp_path / "w.db") as store:
        store.write(deadlines.seed).result()
        merge(store, channel(store), post("a"))
        case = id_of(store, "a")
        store.write(clocks.start, case, "general", from_ms=1_795_395_600_000).result()
    return case


def test_a_due_time_without_any_workspace(smc: Smc, tmp_path: Path) -> None:
    done = smc("due", "--rule", "MSG-CHAT", "--from", "2026-11-20T17:30")
    assert done.stdout == "MSG-CHAT 소통민원(단순 의견·문의): 2026-11-23(월) 11:30\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_the_answer_as_json(smc: Smc) -> None:
    found = answer(smc, "--rule", "law-griev", "--from", "2026-02-12T23:00")
    assert found["due"] == "2026-02-25T18:00:00+09:00"
    assert (found["due_date"], found["due_ms"]) == ("2026-02-25", 1_772_010_000_000)
    assert (found["rule"], found["from"]) == ("LAW-GRIEV", "2026-02-12T23:00:00+09:00")
    assert (found["amount"], found["unit"], found["counted_in"]) == (7, "day", "working_day")
    assert found["certainty"] == "counting" and "기억" in found["certainty_text"]
    assert "explain" not in found


def test_the_explanation_in_both_languages(smc: Smc) -> None:
    korean = smc("due", "--rule", "MSG-CHAT", "--from", "2026-02-13T16:00", "--explain").stdout
    for line in (
        "2026-02-13(금): 16:00~18:00 2시간 셈, 남은 시간 1시간",
        "2026-02-14(토): 토요일, 세지 않음",
        "2026-02-17(화): 설날, 세지 않음",
        "2026-02-19(목): 09:00~10:00 1시간 셈, 남은 시간 0분",
        "기한: 2026-02-19(목) 10:00",
    ):
        assert line in korean.splitlines()
    english = answer(smc, "--lang", "en", "--rule", "MSG-CHAT", "--from", "2026-02-13T16:00", "--explain")
    assert "Tue 2026-02-17: Korean New Year, not counted" in english["explain"]
    assert "Due: Thu 2026-02-19 10:00" in english["explain"]


def test_every_rule_answers(smc: Smc) -> None:
    listed = [json.loads(line) for line in smc("due", "--list", "--json").stdout.splitlines()]
    assert [rule["code"] for rule in listed] == shipped_codes()
    without = {"MSG-FIELD", "MSG-EXT", "MSG-FORWARD", "MSG-NOTICE", "MSG-JUNK", "MSG-REPEAT", "LAW-EXT"}
    without |= {"LAW-CALC5", "LAW-CALC6"}
    for code in ("MSG-FIELD", "MSG-FORWARD", "LAW-CALC5", "PROP-DECIDE"):
        found = answer(smc, "--rule", code, "--from", MONDAY, "--explain")
        assert (found["due"] is None) == (code in without)
        assert found["explain"]


def test_what_is_from_memory_or_missing_says_so(smc: Smc) -> None:
    said = smc("due", "--rule", "LAW-MOVE1", "--from", MONDAY).stdout
    assert "기억에 따른 값입니다" in said
    said = smc("--lang", "en", "due", "--rule", "MSG-FIELD", "--from", MONDAY).stdout
    assert "not obtained" in said and "--length" in said


def test_lengths_extensions_and_pauses(smc: Smc) -> None:
    field = ("--rule", "MSG-FIELD", "--from", MONDAY)
    assert answer(smc, *field, "--length", "3")["due"] == "2026-11-26T10:00:00+09:00"
    griev = ("--rule", "LAW-GRIEV", "--from", MONDAY)
    assert answer(smc, *griev, "--extend", "7")["due_date"] == "2026-12-10"
    paused = ("--pause", "2026-11-24T10:00/2026-11-26T15:00")
    assert answer(smc, *griev, *paused)["due_date"] == "2026-12-03"
    still = answer(smc, *griev, "--pause", "2026-11-24/")
    assert (still["due"], still["paused"]) == (None, True)


@pytest.mark.parametrize(
    "time", ["2026-11-23 10:00", "2026-11-23T10:00+09:00", "2026-11-23T01:00Z", "2026.11.23 10:00"]
)
def test_times_are_those_of_seoul(smc: Smc, time: str) -> None:
    done = smc("due", "--rule", "MSG-CHAT", "--from", time, "--json", env={"TZ": "America/New_York"})
    assert json.loads(done.stdout)["due"] == "2026-11-23T14:00:00+09:00"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--rule", "MSG-CHAT"],
        ["--rule", "NO", "--from", MONDAY],
        ["--rule", "MSG-CHAT", "--from", "soon"],
        ["--rule", "MSG-CHAT", "--from", "2026-02-29", "--explain"],
        ["--rule", "MSG-CHAT", "--from", "2150-01-01"],
        ["--rule", "PROP-DECIDE", "--from", "2099-12-31", "--json"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--length", "0"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--length", "99999"],
        ["--rule", "MSG-EXT", "--from", MONDAY, "--length", "3"],
        ["--rule", "MSG-EXT", "--from", MONDAY, "--extend", "3"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--extend", "4"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--pause", "2026-11-24"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--pause", "2026-11-24/2026-11-23"],
        ["--rule", "MSG-CHAT", "--from", MONDAY, "--workspace", "typo.db"],
    ],
)
def test_wrong_input_is_one_sentence_and_exit_2(smc: Smc, arguments: list[str]) -> None:
    lang = "ko" if len(arguments) % 2 else "en"
    done = smc("--lang", lang, "due", *arguments)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    assert one_line(done.stderr)
    assert any("가" <= c <= "힣" for c in done.stderr) == (lang == "ko")


def test_the_rules_and_days_of_a_workspace_count(smc: Smc, tmp_path: Path, office: int) -> None:
    with Store.open(tmp_path / "w.db") as store:
        store.write(rules.edit, "MSG-CHAT", amount=2).result()
        store.write(days_off.add_day, date(2026, 11, 23), "임시공휴일").result()
    found = answer(smc, "--rule", "MSG-CHAT", "--from", MONDAY, "--workspace", "w.db", "--explain")
    assert found["due"] == "2026-11-24T11:00:00+09:00"
    assert "2026-11-23(월): 임시공휴일, 세지 않음" in found["explain"]
    assert found["certainty"] == "office"


def test_an_empty_workspace_answers_by_the_shipped_rules(smc: Smc, tmp_path: Path) -> None:
    Store.open(tmp_path / "w.db").close()
    assert answer(smc, "--rule", "MSG-CHAT", "--from", MONDAY, "--workspace", "w.db")["due"]


def test_days_off_are_listed_added_and_taken_away(smc: Smc, tmp_path: Path, office: int) -> None:
    listed = smc("holidays", "list", "--year", "2026", "--json")
    assert {"date": "2026-09-25", "name": "추석", "name_en": "Chuseok", "source": "library", "off": True} in [
        json.loads(line) for line in listed.stdout.splitlines()
    ]
    here = ("--workspace", "w.db", "--json")
    added = smc("holidays", "add", "2026-11-25", "--name", "임시공휴일", *here)
    (moved,) = json.loads(added.stdout)["moved"]
    assert moved["case"] == office and moved["after_ms"] - moved["before_ms"] == 86_400_000
    assert smc("holidays", "list", "--year", "2026", *here).stdout.count('"office"') == 1
    removed = smc("holidays", "remove", "2026-11-25", *here)
    assert json.loads(removed.stdout)["moved"][0]["after_ms"] == moved["before_ms"]
    assert "1건" in smc("holidays", "add", "2026.11.26", "--name", "쉼", "--workspace", "w.db").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--year", "1800"],
        ["add", "2026-02-30", "--name", "x"],
        ["add", "2026-11-25"],
        ["add", "2026-11-25", "--name", " "],
        ["remove", "2026-11-25"],
        ["remove", "x"],
        ["remove", "0001-01-01"],
        ["add", "2026-11-25", "--name", "x", "--workspace", "typo.db"],
    ],
)
def test_wrong_days_are_one_sentence_and_exit_2(smc: Smc, office: int, arguments: list[str]) -> None:
    done = smc("--workspace", "w.db", "holidays", *arguments)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    assert one_line(done.stderr)
