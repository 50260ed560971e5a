"""Ideas and the meetings that decide on them. The models are frozen copies, as in 0001.

Cases that were sorted to "idea" before there were meetings are ideas as well.
"""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)
    db.execute_sql(
        "INSERT INTO idea (case_id, title, state, filed_ms, supporters, review, reason, owner, planned,"
        " progress, reconsidered, changed_ms)"
        " SELECT c.id, '', 'pool', coalesce((SELECT min(p.created_ms) FROM post p WHERE p.case_id = c.id"
        " AND NOT p.own), c.opened_ms), 0, '', '', '', '', 0, ?, c.changed_ms FROM case_ c"
        " WHERE c.track = 'idea'",
        (False,),
    )


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Case(Table):
        id = BigIntegerField(primary_key=True)

        class Meta:
            table_name = "case_"

    class Idea(Table):
        case = ForeignKeyField(Case, primary_key=True)
        title = TextField(default="")
        state = CharField(default="pool")
        filed_ms = BigIntegerField()
        supporters = IntegerField(default=0)
        review = TextField(default="")
        decided_ms = BigIntegerField(null=True)
        reason = TextField(default="")
        owner = CharField(default="")
        planned = CharField(default="", max_length=10)
        progress = IntegerField(default=0)
        told_ms = BigIntegerField(null=True)
        reconsider_until_ms = BigIntegerField(null=True)
        reconsidered = BooleanField(default=False)
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("state", "filed_ms", "case"), False),)

    class Meeting(Table):
        number = IntegerField()
        title = TextField(default="")
        at_ms = BigIntegerField()
        place = TextField(default="")
        state = CharField(default="planned")
        note = TextField(default="")
        created_by = TextField(default="")
        changed_ms = BigIntegerField()

    class Attendee(Table):
        meeting = ForeignKeyField(Meeting, index=True)
        name = TextField()
        title = TextField(default="")
        present = BooleanField(default=True)
        position = IntegerField(default=0)

    class AgendaItem(Table):
        meeting = ForeignKeyField(Meeting, index=False)
        case = ForeignKeyField(Case, index=True)
        position = IntegerField(default=0)
        decision = CharField(default="")
        reason = TextField(default="")
        owner = CharField(default="")
        planned = CharField(default="", max_length=10)
        decided_ms = BigIntegerField(null=True)
        decided_by = TextField(default="")

        class Meta:
            indexes = ((("meeting", "case"), True),)

    return [Idea, Meeting, Attendee, AgendaItem]
