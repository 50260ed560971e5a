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
    meant_for = CharField(default="")  # code: this department is the deputy of that one, which is absent
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
    due_ms = BigIntegerField(null=True)  # of the case's running clock, as ``clocks`` tells it
    urgency = BigIntegerField()  # order of the inbox, least first; see ``forwarding/keeping.py``
    open = BooleanField(default=True)
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("case", "id"), False), (("department", "state", "urgency", "id"), False))


class DepartmentAnswer(Table):
    """What a department wrote for the citizen, or for the lead department. Sent through the outbox."""

    forwarding = ForeignKeyField(Forwarding, index=True)
    stage = CharField(default="final")  # first | final
    text = TextField()
    state = CharField(default="submitted")  # submitted | accepted | sent-back | withdrawn
    came_by = CharField(default="program")  # program | mail | by-hand
    written_ms = BigIntegerField()
    written_by = TextField(default="")
    decided_ms = BigIntegerField(null=True)
    decided_by = TextField(default="")
    comment = TextField(default="")  # why it was sent back
    outbox_id = BigIntegerField(null=True, index=True)


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
    """A letter to a department that works by mail; see ``forwarding_mail/``. ``token`` stands in the subject
    and is the secret by which its answer is known."""

    forwarding = ForeignKeyField(Forwarding, index=True)
    kind = CharField(default="forward")  # forward | sent-back | withdrawn | reminder
    token = CharField(unique=True)
    message_id = CharField(default="", index=True)  # fixed before the first attempt
    channel_id = BigIntegerField(null=True)  # of the mailbox that it leaves from, as of the last attempt
    address = TextField()
    subject = TextField(default="")  # written for the first attempt, as is the text
    text = TextField(default="")
    note = TextField(default="")  # why an answer was sent back
    state = CharField(default="waiting")  # waiting | sending | sent | failed | cancelled
    reason = TextField(default="")
    attempts = IntegerField(default=0)
    handed_ms = BigIntegerField(null=True)  # from here on the server may have it
    send_after_ms = BigIntegerField()
    created_ms = BigIntegerField()
    created_by = TextField(default="")
    sent_ms = BigIntegerField(null=True)

    class Meta:
        indexes = ((("state", "send_after_ms"), False),)


class DepartmentReply(Table):
    """A mail that was taken as a department's word: each one once, however often it is collected."""

    message_id = CharField(unique=True, max_length=600)
    mail = ForeignKeyField(DepartmentMail, index=True)  # the letter that it answers
    post_id = BigIntegerField()
    kind = CharField()  # first | final | return
    answer_id = BigIntegerField(null=True)
    at_ms = BigIntegerField()


class RefusedMail(Table):
    """A mail that claimed to answer a forwarding and was not believed: listed, never attached."""

    message_id = CharField(unique=True, max_length=600)
    mail_id = BigIntegerField(null=True)  # the letter whose token it bears
    sender = TextField(default="")
    subject = TextField(default="")
    reason = CharField()  # of forwarding_mail.refused.REASONS
    at_ms = BigIntegerField()
    post_id = BigIntegerField(null=True)
    done = CharField(default="")  # "" | answer | post | dismissed
    done_ms = BigIntegerField(null=True)
    done_by = TextField(default="")

    class Meta:
        indexes = ((("done", "id"), False),)
