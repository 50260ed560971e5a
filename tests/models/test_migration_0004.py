"""To version 4: the log is chained as if it had always been, and members come."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.models import log_chain, opening
from desktop.models.store import Store
from tests.models.test_migration_0002 import at_version, tables

BEFORE = json.dumps({"note": "「가」 😀"}, ensure_ascii=False)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of version 3 with a log that has a gap in its numbers."""
    path = tmp_path / "workspace.db"
    at_version(3, path, tmp_path / "third", monkeypatch)
    connection = sqlite3.connect(path)
    row = 'INSERT INTO event (id, at_ms, actor, kind, "case", post, before, after, step, undoes) VALUES'
    row += " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    connection.execute(row, (1, 1000, "김주무관", "move", 5, None, BEFORE, "{}", "a", None))
    connection.execute(row, (2, 2000, "", "reply", 5, 7, "{}", '{"status": "answered"}', "", None))
    connection.execute(row, (9, 3000, "김주무관", "move", 5, None, "{}", BEFORE, "b", 1))
    connection.commit()
    connection.close()
    return path


def test_the_log_stays_as_it_was_and_is_chained(old: Path) -> None:
    connection = sqlite3.connect(old)
    before = connection.execute("SELECT * FROM event ORDER BY id").fetchall()
    connection.close()
    with Store.open(old) as store:
        verified = store.read(log_chain.verify).result()
    assert (verified.count, verified.broken_at) == (3, None)
    connection = sqlite3.connect(old)
    after = connection.execute("SELECT * FROM event ORDER BY id").fetchall()
    indexes = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    connection.close()
    assert [row[:10] for row in after] == before
    assert {row[10] for row in after} == {""}
    assert after[-1][11] == verified.head
    assert {"event_case", "event_step"} <= indexes
    assert "member" in tables(old)


def test_an_upgrade_that_stops_in_the_log_changes_nothing(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    for file in sorted(Path(opening.MIGRATIONS).glob("[0-9]*.py"))[:4]:
        shutil.copy(file, folder)
    fourth = folder / "0004_people_and_log.py"
    text = fourth.read_text(encoding="utf-8")
    broken = text.replace("    copy(db)\n", "    copy(db)\n    raise RuntimeError('half-way')\n", 1)
    assert broken != text
    fourth.write_text(broken, encoding="utf-8")
    with monkeypatch.context() as then:
        then.setattr(opening, "MIGRATIONS", str(folder))
        then.setattr(opening, "SCHEMA_VERSION", 4)
        with pytest.raises(RuntimeError, match="half-way"):
            opening.open_workspace(str(old))
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (3,)
    connection.close()


def test_an_upgraded_workspace_is_built_like_a_new_one(old: Path, tmp_path: Path) -> None:
    Store.open(old).close()
    new = tmp_path / "new.db"
    Store.open(new).close()

    def built(path: Path) -> dict[str, str]:
        connection = sqlite3.connect(path)
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        connection.close()
        return dict(rows)

    assert built(old) == built(new)
