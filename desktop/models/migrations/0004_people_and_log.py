"""Who works here, and a chain of hashes over the log. The models are frozen copies, as in 0001.

The table of events is made anew: what was in it stays in its order and is chained as if it had always been.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from peewee import BigIntegerField, BooleanField, CharField, Model, TextField

KEPT = 'at_ms, actor, kind, "case", post, before, after, step, undoes'


def up(migrator: Any, db: Any) -> None:
    db.execute_sql("DROP INDEX event_case")
    db.execute_sql("DROP INDEX event_step")
    db.execute_sql("ALTER TABLE event RENAME TO event_before")
    db.create_tables(tables(db), safe=False)
    copy(db)
    db.execute_sql("DROP TABLE event_before")


def copy(db: Any) -> None:
    insert = f"INSERT INTO event (id, {KEPT}, about, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)"
    previous = ""
    for event_id, *values in db.execute_sql(f"SELECT id, {KEPT} FROM event_before ORDER BY id"):
        whole = json.dumps([previous, event_id, *values, ""], ensure_ascii=False, separators=(",", ":"))
        previous = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        db.execute_sql(insert, (event_id, *values, previous))


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Event(Table):
        at_ms = BigIntegerField()
        actor = TextField()
        kind = CharField()
        case = BigIntegerField(index=True)
        post = BigIntegerField(null=True)
        before = TextField(default="{}")
        after = TextField(default="{}")
        step = CharField(default="", index=True)
        undoes = BigIntegerField(null=True)
        about = CharField(default="")
        hash = CharField(default="")

    Event.add_index(Event.index(Event.undoes, name="event_undoes", where=Event.undoes.is_null(False)))
    Event.add_index(Event.index(Event.about, name="event_about", where=Event.about != ""))

    class Member(Table):
        user = CharField(unique=True)
        name = TextField(default="")
        role = CharField()
        department = CharField(default="")
        voices = TextField(default="")
        active = BooleanField(default=True)
        changed_ms = BigIntegerField()
        changed_by = TextField(default="")

    return [Event, Member]
