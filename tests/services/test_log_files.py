"""The log as a file: exactly what is filtered, counted, defused, hidden, whole or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from desktop.models import cases, events, log, members
from desktop.models.log import LogFilter
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store
from desktop.services import log_files, xlsx_reading
from desktop.services.table_files import TableFileError
from tests.models.conftest import blank, clock, store, workspace
from tests.models.helpers import ask, channel, do, id_of, merge, post

__all__ = ["blank", "clock", "store", "workspace"]

SECRET = "010-1234-5678"


@pytest.fixture
def logged(store: Store) -> Store:
    """A hundred lines: sorting by two people, a formula, a number, a line break."""
    merge(store, channel(store), post("a", f"전화 {SECRET}"), post("b"))
    a, b = id_of(store, "a"), id_of(store, "b")
    for number in range(48):
        do(store, cases.set_starred, [a], number % 2 == 0, actor="김")
        do(store, cases.set_starred, [b], number % 2 == 0, actor="이")
    do(store, events.record, "note", a, {}, {"text": "=cmd|' /C calc'!A0\n둘째 줄"}, actor="=김")
    do(store, events.record, "note", a, {}, {"text": f"전화 {SECRET}"}, actor="김")
    do(store, cases.set_status, [b], "done", actor="+이", step="s")
    do(store, cases.undo, "s", actor="김")
    return store


def lines(path: Path) -> list[list[str]]:
    """The rows of a file without its headings, all of them as texts."""
    if path.suffix == ".csv":
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))[1:]
    if path.suffix == ".xlsx":
        return [cells for _, cells in xlsx_reading.first_sheet(path.read_bytes())][1:]
    return [
        [str(value) for value in json.loads(line).values()] for line in path.read_text("utf-8").splitlines()
    ]


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_every_line_is_there_once_newest_first(logged: Store, tmp_path: Path, suffix: str) -> None:
    before = ask(logged, log.extent)
    done = log_files.export(logged, tmp_path / f"log{suffix}", actor="김")
    found = lines(done.path)
    assert done.lines == len(found) == before.count
    assert [int(row[0]) for row in found] == list(range(before.newest, 0, -1))


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_exactly_what_is_filtered(logged: Store, tmp_path: Path, suffix: str) -> None:
    wanted = LogFilter(actors=frozenset({"이"}), kinds=frozenset({"star"}), case_id=id_of(logged, "b"))
    done = log_files.export(logged, tmp_path / f"log{suffix}", wanted, actor="김")
    assert done.lines == 48
    assert {(row[2], row[3]) for row in lines(done.path)} == {("이", "star")}
    event = ask(logged, events.load, "kind = ?", log.EXPORT)[-1]
    assert event.after["lines"] == 48 and event.after["filter"]["actors"] == ["이"]
    assert event.after["unmasked"] is False and event.actor == "김"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_cell_is_a_formula(logged: Store, tmp_path: Path, suffix: str) -> None:
    done = log_files.export(logged, tmp_path / f"log{suffix}", actor="김")
    cells = [cell for row in lines(done.path) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=김" in cells and "'+이" in cells


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_personal_data_is_hidden_unless_wanted_and_that_is_noted(
    logged: Store, tmp_path: Path, suffix: str
) -> None:
    done = log_files.export(logged, tmp_path / f"log{suffix}", actor="김")
    assert SECRET not in str(lines(done.path)) and "010-****-****" in str(lines(done.path))
    assert ask(logged, events.load, "kind = 'unmask'") == []
    done = log_files.export(logged, tmp_path / f"log{suffix}", actor="김", unmasked=True)
    assert SECRET in str(lines(done.path))
    (event,) = ask(logged, events.load, "kind = 'unmask'")
    assert (event.actor, event.after["what"], event.about) == ("김", "log", "unmask:log")


def test_ids_stay_what_they_are(logged: Store, tmp_path: Path) -> None:
    """A number of sixteen digits is an id and no card, also where it would pass as one."""
    card = 4111111111111111
    do(logged, events.record, "order", card, {}, {"id": card}, actor="김")
    done = log_files.export(logged, tmp_path / "log.jsonl", actor="김")
    newest = json.loads(done.path.read_text("utf-8").splitlines()[0])
    assert newest["case"] == card and newest["after"] == {"id": card}


def test_what_comes_while_it_is_written_is_not_in_it(logged: Store, tmp_path: Path) -> None:
    whole = ask(logged, log.extent)

    def meanwhile(done: int, total: int) -> None:
        do(logged, cases.set_starred, [id_of(logged, "a")], bool(done % 2), actor="누구")

    log_files_page = log_files.PAGE
    try:
        log_files.PAGE = 10
        done = log_files.export(logged, tmp_path / "log.csv", actor="김", progress=meanwhile)
    finally:
        log_files.PAGE = log_files_page
    assert done.lines == whole.count


def test_a_stopped_export_leaves_nothing(logged: Store, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(log_files, "PAGE", 10)
    steps: list[int] = []
    with pytest.raises(log_files.ExportStopped):
        log_files.export(
            logged,
            tmp_path / "log.csv",
            actor="김",
            progress=lambda done, total: steps.append(done),
            stopped=lambda: len(steps) == 3,
        )
    assert steps == [10, 20, 30] and list(tmp_path.glob("*log*")) == []
    assert ask(logged, events.load, "kind = ?", log.EXPORT) == []


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_a_line_that_is_missing_is_noticed(
    logged: Store, tmp_path: Path, monkeypatch: Any, suffix: str
) -> None:
    target = tmp_path / f"log{suffix}"
    target.write_text("was here before")
    rows = log_files._rows
    monkeypatch.setattr(log_files, "_rows", lambda *args: list(rows(*args))[:-1])
    with pytest.raises(log_files.Miscounted):
        log_files.export(logged, target, actor="김")
    assert target.read_text() == "was here before"
    assert [path.name for path in tmp_path.glob("*log*")] == [target.name]


def test_a_folder_that_is_not_there_is_one_clear_failure(logged: Store, tmp_path: Path) -> None:
    with pytest.raises(TableFileError) as caught:
        log_files.export(logged, tmp_path / "no" / "log.csv", actor="김")
    assert caught.value.code == "file-unwritable"
    with pytest.raises(TableFileError) as caught:
        log_files.export(logged, tmp_path / "log.doc", actor="김")
    assert caught.value.code == "bad-export-file"


def test_who_may_not_takes_nothing_out(logged: Store, tmp_path: Path) -> None:
    do(logged, members.add, "최관리", "admin")
    do(logged, members.add, "media", "media")
    with pytest.raises(NotAllowed):
        log_files.export(logged, tmp_path / "log.csv", actor="nobody")
    with pytest.raises(NotAllowed):
        log_files.export(logged, tmp_path / "log.csv", actor="media", unmasked=True)
    assert list(tmp_path.glob("*log*")) == []
    assert log_files.export(logged, tmp_path / "log.csv", actor="media").lines > 0


def test_a_sheet_that_is_full_goes_on_in_the_next(logged: Store, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(log_files, "SHEET_ROWS", 40)
    done = log_files.export(logged, tmp_path / "log.xlsx", actor="김")
    assert done.lines == ask(logged, log.extent).count - 1  # the export itself came after
    assert len(lines(done.path)) == 40


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
@pytest.mark.parametrize("kind", log_files.SUFFIXES)
def test_a_full_disk_is_one_failure_and_no_second_one_afterwards(kind: str) -> None:
    import gc

    with pytest.raises(OSError), log_files._writing(kind, Path("/dev/full"), "ko") as write:
        for number in range(2000):
            write(
                {
                    **dict.fromkeys((name for name, _, _ in log_files.COLUMNS), ""),
                    "text": "글" * 50 + str(number),
                }
            )
    gc.collect()  # what complains when it is thrown away would end this test
