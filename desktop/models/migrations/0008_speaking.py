"""Approvals, leases, promises and templates. The models are frozen copies, as in 0001."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Channel(Table):
        pass

    class Post(Table):
        id = BigIntegerField(primary_key=True)

    class Approval(Table):
        post = ForeignKeyField(Post, index=True)
        case_id = BigIntegerField(null=True)
        channel = ForeignKeyField(Channel, index=False)
        action = CharField(default="reply")
        stage = CharField(default="final")
        voice = CharField()
        text = TextField()
        digest = CharField()
        seen = TextField(default="")
        promises = TextField(default="[]")
        state = CharField(default="asked", index=True)
        asked_ms = BigIntegerField()
        asked_by = TextField(default="")
        decided_ms = BigIntegerField(null=True)
        decided_by = TextField(default="")
        comment = TextField(default="")
        outbox_id = BigIntegerField(null=True)

    class Lease(Table):
        case_id = BigIntegerField(primary_key=True)
        user = TextField()
        place = CharField(default="")
        since_ms = BigIntegerField()
        until_ms = BigIntegerField()

    class SpokenPromise(Table):
        case_id = BigIntegerField(null=True, index=True)
        post = ForeignKeyField(Post, null=True, index=False)
        outbox_id = BigIntegerField(null=True)
        text = TextField()
        owner = TextField(default="")
        due = CharField(default="", max_length=10)
        state = CharField(default="open", index=True)
        note = TextField(default="")
        made_ms = BigIntegerField()
        made_by = TextField(default="")
        closed_ms = BigIntegerField(null=True)
        closed_by = TextField(default="")

    class Template(Table):
        name = TextField()
        text = TextField()
        kind = CharField(default="")
        track = CharField(default="")
        voice = CharField(default="")
        network = CharField(default="")
        position = BigIntegerField(default=0)
        active = BooleanField(default=True)
        changed_ms = BigIntegerField()
        changed_by = TextField(default="")

    return [Approval, Lease, SpokenPromise, Template]
