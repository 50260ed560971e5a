from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from peewee import SqliteDatabase

from desktop.models import opening, schema
from desktop.models.errors import ReadOnlyWorkspace
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, index_all, merge, post, rows

SECOND = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column("channel", "colour", TextField(default="blue")))
    {then}
"""


def tables_of(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'post_search%'"
        " AND name NOT LIKE 'schema_migration%'"
    ).fetchall()
    connection.close()
    return dict(found)


def test_the_migrations_lead_to_the_tables_of_the_schema(blank: Path, tmp_path: Path) -> None:
    database = SqliteDatabase(str(tmp_path / "models.db"))
    models = [
        model for model in vars(schema).values()
        if isinstance(model, type) and issubclass(model, schema.Table) and model is not schema.Table
    ]  # fmt: skip
    with database.bind_ctx(models):
        database.create_tables(models)
    database.close()
    assert tables_of(blank) == tables_of(tmp_path / "models.db")


def test_the_version_is_the_number_of_the_newest_migration(blank: Path) -> None:
    numbers = sorted(int(path.name[:4]) for path in Path(opening.MIGRATIONS).glob("[0-9]*.py"))
    assert numbers == list(range(1, opening.SCHEMA_VERSION + 1))
    connection = sqlite3.connect(blank)
    assert connection.execute("PRAGMA user_version").fetchone() == (opening.SCHEMA_VERSION,)
    assert connection.execute("PRAGMA application_id").fetchone() == (opening.APPLICATION_ID,)
    assert connection.execute("SELECT count(*) FROM schema_migration").fetchone() == (opening.SCHEMA_VERSION,)
    connection.close()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workspace as version 1 of the program wrote it, in use."""
    path = tmp_path / "workspace.db"
    with pytest.MonkeyPatch.context() as patch:
        first = tmp_path / "first"
        first.mkdir()
        shutil.copy(Path(opening.MIGRATIONS) / "0001_everything.py", first)
        patch.setattr(opening, "MIGRATIONS", str(first))
        patch.setattr(opening, "SCHEMA_VERSION", 1)
        opening.open_workspace(str(path))
    connection = sqlite3.connect(path)
    connection.executescript(
        """
        INSERT INTO channel (id, network, name, url, handle, owner, options, enabled, created_ms, cursor,
            capabilities, health, health_detail, failures)
        VALUES (1, 'feed', '게시판', 'https://x', '', '', '{}', 1, 1, '{}', '{}', 'ok', '', 0);
        INSERT INTO case_ (id, channel_id, track, rank, department, status, assignee, starred, post_count,
            unread, opened_ms, changed_ms)
        VALUES (5, 1, 'new', 5120, '', 'open', '', 0, 1, 1, 1, 1);
        INSERT INTO post (id, channel_id, remote_id, case_id, digest, url, context, parent_remote_id,
            repost_of, repost_count, own, private, state, media, created_ms, dated, first_seen_ms, text)
        VALUES (5, 1, 'a', 5, 'd', '', '', '', '', 0, 0, 0, 'published', '', 1, 1, 1, '버스가 늦어요');
        INSERT INTO search_queue (post_id) VALUES (5);
        """
    )
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pretend that the program has one more migration."""

    def prepare(then: str = "") -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(opening.MIGRATIONS, folder)
        number = opening.SCHEMA_VERSION + 1
        (folder / f"{number:04}_colour.py").write_text(SECOND.format(then=then))
        monkeypatch.setattr(opening, "MIGRATIONS", str(folder))
        monkeypatch.setattr(opening, "SCHEMA_VERSION", number)

    return prepare


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("workspace.before-upgrade-*.db"))


def test_the_program_of_today_opens_a_workspace_of_version_1(old: Path) -> None:
    from desktop.models import queries, search

    with Store.open(old) as store:
        index_all(store)
        assert [row.text for row in ask(store, search.search, "버스")] == ["버스가 늦어요"]
        assert ask(store, queries.board_counts)["new"][0] == 1
        assert merge(store, 1, post("b")).new == 1


def test_an_upgrade_keeps_everything_and_leaves_a_whole_copy(old: Path, upgrade: Any) -> None:
    upgrade()
    with Store.open(old) as store:
        assert rows(store, "SELECT name, colour FROM channel") == [("게시판", "blue")]
        assert id_of(store, "a") == 5
    assert backups(old)
    connection = sqlite3.connect(backups(old)[0])
    assert connection.execute("SELECT text FROM post").fetchall() == [("버스가 늦어요",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    Store.open(old).close()
    assert len(backups(old)) == 1  # nothing to upgrade any more, nothing to copy


def test_an_upgrade_that_fails_changes_nothing(
    old: Path, upgrade: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = (opening.MIGRATIONS, opening.SCHEMA_VERSION)
    upgrade(then="raise RuntimeError('half-way')")
    with pytest.raises(RuntimeError):
        Store.open(old)
    monkeypatch.setattr(opening, "MIGRATIONS", today[0])
    monkeypatch.setattr(opening, "SCHEMA_VERSION", today[1])
    with Store.open(old) as store:
        assert id_of(store, "a") == 5
        assert "colour" not in rows(store, "SELECT sql FROM sqlite_master WHERE name = 'channel'")[0][0]


def test_an_old_workspace_that_may_not_be_written_says_so(old: Path, upgrade: Any) -> None:
    upgrade()
    with pytest.raises(ReadOnlyWorkspace):
        Store.open(old, read_only=True)
    assert backups(old) == []


def test_a_sample_stays_one(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.db", sample=True).close()
    with Store.open(tmp_path / "s.db") as store:
        assert store.sample
        do(store, lambda tx: None)
        channel(store)


def test_departments_of_version_1_become_a_tree(old: Path) -> None:
    connection = sqlite3.connect(old)
    connection.executemany(
        "INSERT INTO department (code, name, parent, duties, active) VALUES (?, ?, ?, ?, ?)",
        [
            ("N11", "도시교통실", "행정2부시장", "교통", 1),
            ("N11-03", "버스정책과", "도시교통실", "버스;정류소", 1),
            ("N90", "총무과", "본부", "", 0),
            ("N91", "본부", "", "", 1),
            ("N92", "본부", "본부", "", 1),
        ],
    )
    connection.commit()
    connection.close()
    with Store.open(old) as store:
        assert rows(
            store, "SELECT code, parent_code, kind, duties, active, absent FROM department ORDER BY code"
        ) == [
            ("N11", "", "bureau", "교통", 1, 0),
            ("N11-03", "N11", "division", "버스;정류소", 1, 0),
            ("N90", "", "", "", 0, 0),  # two are called 본부
            ("N91", "", "", "", 1, 0),
            ("N92", "", "", "", 1, 0),
        ]
