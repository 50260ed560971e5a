"""From version 1 to 2: rules, days off and clocks come; everything else stays, and a whole copy is left."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.models import opening

NEW = {"deadline_rule", "holiday", "case_clock"}


def at_version(number: int, path: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Open (make or upgrade) a workspace as the program of that version did."""
    folder.mkdir(exist_ok=True)
    for file in sorted(Path(opening.MIGRATIONS).glob("[0-9]*.py"))[:number]:
        if file.parent != folder:
            shutil.copy(file, folder)
    with patch.context() as then:
        then.setattr(opening, "MIGRATIONS", str(folder))
        then.setattr(opening, "SCHEMA_VERSION", number)
        opening.open_workspace(str(path))


def tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return found


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "workspace.db"
    at_version(1, path, tmp_path / "first", monkeypatch)
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO case_ (id, channel_id, track, rank, department, status, assignee, starred, post_count,"
        " unread, opened_ms, changed_ms) VALUES (5, 1, 'idea', 5120, '', 'open', '', 0, 1, 1, 1, 1)"
    )
    connection.commit()
    connection.close()
    return path


def test_the_tables_come_and_the_rest_stays(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(old)
    assert before & NEW == set()
    at_version(2, old, tmp_path / "second", monkeypatch)
    assert tables(old) == before | NEW
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("SELECT track FROM case_ WHERE id = 5").fetchall() == [("idea",)]
    connection.execute("PRAGMA foreign_keys = 1")
    clock = "INSERT INTO case_clock (case_id, purpose, kind, rule, started_ms, pauses, extension,"
    clock += (
        " extension_reason, state, changed_ms) VALUES (?, 'answer', '', 'X', 1, '[]', 0, '', 'running', 1)"
    )
    connection.execute(clock, (5,))
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(clock, (5,))  # one clock for each purpose
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(clock, (6,))  # of a case that is not there
    connection.close()
    (copy,) = tmp_path.glob("workspace.before-upgrade-1-*.db")
    assert tables(copy) == before


def test_an_upgrade_that_stops_half_way_leaves_version_1(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    for file in sorted(Path(opening.MIGRATIONS).glob("[0-9]*.py"))[:2]:
        shutil.copy(file, folder)
    second = folder / "0002_clocks.py"
    text = second.read_text(encoding="utf-8")
    second.write_text(
        text.replace(
            "    db.create_tables(tables(db), safe=False)\n",
            "    db.create_tables(tables(db), safe=False)\n    raise RuntimeError('half-way')\n",
        ),
        encoding="utf-8",
    )
    before = tables(old)
    with monkeypatch.context() as then:
        then.setattr(opening, "MIGRATIONS", str(folder))
        then.setattr(opening, "SCHEMA_VERSION", 2)
        with pytest.raises(RuntimeError, match="half-way"):
            opening.open_workspace(str(old))
    assert tables(old) == before
    at_version(2, old, tmp_path / "second", monkeypatch)
    assert tables(old) == before | NEW
