"""Forwardings to departments, their answers, rulings and mail. The models are frozen copies, as in 0001."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)
    # What is late is counted by purpose too.
    db.execute_sql('DROP INDEX "case_clock_state_due_ms"')
    columns = '("state", "purpose", "due_ms")'
    db.execute_sql(f'CREATE INDEX "case_clock_state_purpose_due_ms" ON "case_clock" {columns}')


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Case(Table):
        id = BigIntegerField(primary_key=True)

        class Meta:
            table_name = "case_"

    class Forwarding(Table):
        case = ForeignKeyField(Case, index=False)
        department = CharField()
        meant_for = CharField(default="")
        part = CharField(default="lead")
        state = CharField(default="sent")
        note = TextField(default="")
        hop = IntegerField(default=1)
        sent_ms = BigIntegerField()
        sent_by = TextField(default="")
        seen_ms = BigIntegerField(null=True)
        received_ms = BigIntegerField(null=True)
        received_by = TextField(default="")
        ended_ms = BigIntegerField(null=True)
        ended_by = TextField(default="")
        reason = TextField(default="")
        due_ms = BigIntegerField(null=True)
        urgency = BigIntegerField()
        open = BooleanField(default=True)
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("case", "id"), False), (("department", "state", "urgency", "id"), False))

    class DepartmentAnswer(Table):
        forwarding = ForeignKeyField(Forwarding, index=True)
        stage = CharField(default="final")
        text = TextField()
        state = CharField(default="submitted")
        came_by = CharField(default="program")
        written_ms = BigIntegerField()
        written_by = TextField(default="")
        decided_ms = BigIntegerField(null=True)
        decided_by = TextField(default="")
        comment = TextField(default="")
        outbox_id = BigIntegerField(null=True, index=True)

    class Ruling(Table):
        words = TextField()
        department = CharField()
        reason = TextField(default="")
        case_id = BigIntegerField(null=True)
        made_ms = BigIntegerField()
        made_by = TextField(default="")
        active = BooleanField(default=True)

    class DepartmentMail(Table):
        forwarding = ForeignKeyField(Forwarding, index=True)
        kind = CharField(default="forward")
        token = CharField(unique=True)
        message_id = CharField(default="", index=True)
        channel_id = BigIntegerField(null=True)
        address = TextField()
        subject = TextField(default="")
        text = TextField(default="")
        note = TextField(default="")
        state = CharField(default="waiting")
        reason = TextField(default="")
        attempts = IntegerField(default=0)
        handed_ms = BigIntegerField(null=True)
        send_after_ms = BigIntegerField()
        created_ms = BigIntegerField()
        created_by = TextField(default="")
        sent_ms = BigIntegerField(null=True)

        class Meta:
            indexes = ((("state", "send_after_ms"), False),)

    class DepartmentReply(Table):
        message_id = CharField(unique=True, max_length=600)
        mail = ForeignKeyField(DepartmentMail, index=True)
        post_id = BigIntegerField()
        kind = CharField()
        answer_id = BigIntegerField(null=True)
        at_ms = BigIntegerField()

    class RefusedMail(Table):
        message_id = CharField(unique=True, max_length=600)
        mail_id = BigIntegerField(null=True)
        sender = TextField(default="")
        subject = TextField(default="")
        reason = CharField()
        at_ms = BigIntegerField()
        post_id = BigIntegerField(null=True)
        done = CharField(default="")
        done_ms = BigIntegerField(null=True)
        done_by = TextField(default="")

        class Meta:
            indexes = ((("done", "id"), False),)

    return [Forwarding, DepartmentAnswer, Ruling, DepartmentMail, DepartmentReply, RefusedMail]
