"""Deadlines: the rules, the days off, and the clocks of cases. The models are frozen copies, as in 0001."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Case(Table):
        id = BigIntegerField(primary_key=True)

        class Meta:
            table_name = "case_"

    class DeadlineRule(Table):
        code = CharField(unique=True)
        name_ko = TextField()
        name_en = TextField()
        kind = CharField(default="")
        amount = IntegerField(null=True)
        unit = CharField()
        first_day = BooleanField(default=False)
        moves_on = BooleanField(default=True)
        basis = TextField(default="")
        source = TextField(default="")
        certainty = CharField()
        note_ko = TextField(default="")
        note_en = TextField(default="")
        position = IntegerField(default=0)
        active = BooleanField(default=True)
        edited_ms = BigIntegerField(null=True)
        edited_by = TextField(default="")

    class Holiday(Table):
        day = CharField(max_length=10)
        source = CharField()
        off = BooleanField(default=True)
        name_ko = TextField()
        name_en = TextField(default="")
        changed_ms = BigIntegerField()
        changed_by = TextField(default="")

        class Meta:
            indexes = ((("day", "source"), True),)

    class CaseClock(Table):
        case = ForeignKeyField(Case, index=False)
        purpose = CharField(default="answer")
        kind = CharField(default="")
        rule = CharField()
        amount = IntegerField(null=True)
        started_ms = BigIntegerField()
        pauses = TextField(default="[]")
        extension = IntegerField(default=0)
        extension_reason = TextField(default="")
        due_ms = BigIntegerField(null=True)
        state = CharField(default="running")
        stopped_ms = BigIntegerField(null=True)
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("case", "purpose"), True), (("state", "due_ms"), False))

    return [DeadlineRule, Holiday, CaseClock]
