"""Safe speaking: who may say what in whose name, and what was promised; see ``speaking/``."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, TextField

from desktop.models.schema.base import Table
from desktop.models.schema.core import Channel, Post


class Approval(Table):
    """A text that somebody must agree to before it is sent. It is bound to exactly this text."""

    post = ForeignKeyField(Post, index=True)
    case_id = BigIntegerField(null=True)
    channel = ForeignKeyField(Channel, index=False)
    action = CharField(default="reply")
    stage = CharField(default="final")
    voice = CharField()
    text = TextField()
    digest = CharField()  # of post, channel, action, stage and text
    seen = TextField(default="")  # JSON of the thread as whoever asked had seen it
    promises = TextField(default="[]")  # JSON of what it commits the city to
    state = CharField(default="asked", index=True)  # asked | spent | sent-back | stale | withdrawn
    asked_ms = BigIntegerField()
    asked_by = TextField(default="")
    decided_ms = BigIntegerField(null=True)
    decided_by = TextField(default="")
    comment = TextField(default="")
    outbox_id = BigIntegerField(null=True)


class Lease(Table):
    """Somebody writes an answer to this case now; runs out by itself."""

    case_id = BigIntegerField(primary_key=True)
    user = TextField()
    place = CharField(default="")  # tells two windows of one person apart
    since_ms = BigIntegerField()
    until_ms = BigIntegerField()


class SpokenPromise(Table):
    """A commitment in an answer of ours (약속)."""

    case_id = BigIntegerField(null=True, index=True)
    post = ForeignKeyField(Post, null=True, index=False)  # our answer
    outbox_id = BigIntegerField(null=True)
    text = TextField()  # the sentence
    owner = TextField(default="")  # department's code or a person
    due = CharField(default="", max_length=10)  # "2026-12-31"
    state = CharField(default="open", index=True)  # prepared (not sent yet) | open | kept | dropped
    note = TextField(default="")
    made_ms = BigIntegerField()
    made_by = TextField(default="")
    closed_ms = BigIntegerField(null=True)
    closed_by = TextField(default="")


class Template(Table):
    """An answer to start from, with variables such as {이름} (서식)."""

    name = TextField()
    text = TextField()
    kind = CharField(default="")  # what it is the usual text of: of templates.KINDS
    track = CharField(default="")  # "": for all
    voice = CharField(default="")
    network = CharField(default="")  # for its length only
    position = BigIntegerField(default=0)
    active = BooleanField(default=True)
    changed_ms = BigIntegerField()
    changed_by = TextField(default="")
