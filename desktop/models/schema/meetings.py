"""정책 아이디어: what was proposed, where it was decided and what became of it; see ``meetings/``."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from desktop.models.schema.base import Table
from desktop.models.schema.core import Case


class Idea(Table):
    """A case on track "idea" as the meetings see it. Made when it is sorted there, kept when it leaves."""

    case = ForeignKeyField(Case, primary_key=True)
    title = TextField(default="")  # "": the first sentence of the post
    state = CharField(default="pool")  # pool | agenda | adopted | held | rejected
    filed_ms = BigIntegerField()  # of the citizen's post: the first filer has precedence
    supporters = IntegerField(default=0)  # counted by hand; what the networks tell comes on top
    review = TextField(default="")  # what the department thinks of it: cost, effect
    decided_ms = BigIntegerField(null=True)
    reason = TextField(default="")
    owner = CharField(default="")  # code of the department that carries it out
    planned = CharField(default="", max_length=10)  # "2027-03-01"
    progress = IntegerField(default=0)  # percent
    told_ms = BigIntegerField(null=True)  # the proposer was told of the decision
    reconsider_until_ms = BigIntegerField(null=True)
    reconsidered = BooleanField(default=False)  # asked for once
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("state", "filed_ms", "case"), False),)


class Meeting(Table):
    """제안 회의. ``number`` is the how many-eth it is."""

    number = IntegerField()
    title = TextField(default="")
    at_ms = BigIntegerField()
    place = TextField(default="")
    state = CharField(default="planned")  # planned | running | closed
    note = TextField(default="")
    created_by = TextField(default="")
    changed_ms = BigIntegerField()


class Attendee(Table):
    meeting = ForeignKeyField(Meeting, index=True)
    name = TextField()
    title = TextField(default="")  # 직위
    present = BooleanField(default=True)
    position = IntegerField(default=0)


class AgendaItem(Table):
    """An idea on a meeting's agenda, and what was decided of it there."""

    meeting = ForeignKeyField(Meeting, index=False)
    case = ForeignKeyField(Case, index=True)
    position = IntegerField(default=0)
    decision = CharField(default="")  # "" | adopted | held | rejected
    reason = TextField(default="")
    owner = CharField(default="")
    planned = CharField(default="", max_length=10)
    decided_ms = BigIntegerField(null=True)
    decided_by = TextField(default="")

    class Meta:
        indexes = ((("meeting", "case"), True),)
