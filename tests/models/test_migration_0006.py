"""Cases that were sorted to "idea" before there were meetings are ideas as well."""

from __future__ import annotations

import importlib
import sqlite3
from pathlib import Path

from peewee import SqliteDatabase

from desktop.models import cases
from desktop.models.store import Store
from tests.models.helpers import channel, do, id_of, merge, post


def test_old_ideas_get_their_row_with_the_time_of_the_first_post(workspace: Path) -> None:
    with Store.open(workspace) as store:
        here = channel(store)
        merge(store, here, post("a", minutes_ago=50), post("b", minutes_ago=90), post("c"))
        a, b, c = (id_of(store, name) for name in "abc")
        do(store, cases.group, [a, b])
        do(store, cases.move, [a, c], "idea")
    old = sqlite3.connect(workspace)
    filed = old.execute("SELECT created_ms FROM post WHERE id = ?", (b,)).fetchone()[0]
    for table in ("idea", "meeting", "attendee", "agenda_item"):
        old.execute(f"DROP TABLE {table}")
    old.commit()
    old.close()
    database = SqliteDatabase(str(workspace))
    importlib.import_module("desktop.models.migrations.0006_meetings").up(None, database)
    rows = database.execute_sql("SELECT case_id, state, filed_ms FROM idea ORDER BY case_id").fetchall()
    database.close()
    assert {row[0] for row in rows} == {a, c} and {row[1] for row in rows} == {"pool"}
    assert dict((row[0], row[2]) for row in rows)[a] == filed
