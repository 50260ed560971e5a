"""부서 이관: cases handed to departments, what the departments answered, and the mail that stands in for the
program where a department has none; see ``forwarding/``."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from desktop.models.schema.base import Table
from desktop.models.schema.core import Case


class Forwarding(Table):
    """A case handed to a department (이관). Several stand beside each other: one lead, the rest support."""

    case = ForeignKeyField(Case, index=False)
    department = CharField()  # code
    part = CharField(default="lead")  # lead | supporting
    state = CharField(default="sent")  # sent | received | working | answered | returned | withdrawn
    note = TextField(default="")  # from triage to the department
    hop = IntegerField(default=1)  # the how many-eth lead department of the case this is
    sent_ms = BigIntegerField()
    sent_by = TextField(default="")
    seen_ms = BigIntegerField(null=True)  # first looked at by somebody of the department
    received_ms = BigIntegerField(null=True)
    received_by = TextField(default="")
    ended_ms = BigIntegerField(null=True)  # answered, returned or withdrawn
    ended_by = TextField(default="")
    reason = TextField(default="")  # of the return
    due_ms = BigIntegerField(null=True)  # of the case's clock, kept here for the inbox in order of urgency
    open = BooleanField(default=True)
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("case", "id"), False), (("department", "open", "due_ms", "id"), False))


class DepartmentAnswer(Table):
    """What a department wrote for the citizen, or for the lead department. Sent through the outbox."""

    forwarding = ForeignKeyField(Forwarding, index=True)
    stage = CharField(default="final")  # first | final
    text = TextField()
    state = CharField(default="submitted")  # submitted | accepted | sent-back
    came_by = CharField(default="program")  # program | mail | by-hand
    written_ms = BigIntegerField()
    written_by = TextField(default="")
    decided_ms = BigIntegerField(null=True)
    decided_by = TextField(default="")
    comment = TextField(default="")  # why it was sent back
    outbox_id = BigIntegerField(null=True)


class Ruling(Table):
    """Who owns a matter, named by triage when a case was handed round too often (소관 결정)."""

    words = TextField()  # ";"-separated: a text with all of them is of this matter
    department = CharField()
    reason = TextField(default="")
    case_id = BigIntegerField(null=True)
    made_ms = BigIntegerField()
    made_by = TextField(default="")
    active = BooleanField(default=True)


class DepartmentMail(Table):
    """A forwarding on its way to a department by mail. ``token`` stands in the subject."""

    forwarding = ForeignKeyField(Forwarding, index=True)
    token = CharField(unique=True)
    message_id = CharField(index=True)
    address = TextField()
    state = CharField(default="waiting")  # waiting | sending | sent | failed
    reason = TextField(default="")
    attempts = IntegerField(default=0)
    send_after_ms = BigIntegerField()
    created_ms = BigIntegerField()
    sent_ms = BigIntegerField(null=True)


class RefusedMail(Table):
    """A mail that claimed to answer a forwarding and was not believed: listed, never attached."""

    message_id = CharField(unique=True, max_length=600)
    sender = TextField(default="")
    subject = TextField(default="")
    reason = CharField()  # unknown-token | wrong-sender | closed | ...
    at_ms = BigIntegerField()
    post_id = BigIntegerField(null=True)
