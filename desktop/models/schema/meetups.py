"""번개팅: the mayor meets citizens who wrote; see ``meetups/``."""

from __future__ import annotations

from peewee import BigIntegerField, CharField, ForeignKeyField, IntegerField, TextField

from desktop.models.schema.base import Table
from desktop.models.schema.core import Author, Case, Post


class Meetup(Table):
    theme = TextField()
    at_ms = BigIntegerField()
    minutes = IntegerField(default=90)
    place = TextField(default="")
    seats = IntegerField(default=20)
    state = CharField(default="planned")  # planned | inviting | drawn | over | cancelled
    sign_up_until_ms = BigIntegerField(null=True)
    invitation = TextField(default="")  # with variables
    short_invitation = TextField(default="")  # for channels on which the other one is too long
    seed = TextField(default="")  # of the lottery, published before it
    seed_ms = BigIntegerField(null=True)  # since when the seed is fixed
    drawn_ms = BigIntegerField(null=True)
    report = TextField(default="")  # notes afterwards
    answer = TextField(default="")  # what came of it, for everybody who was invited
    uid = CharField(unique=True)  # of its calendar entry
    version = IntegerField(default=0)  # of its calendar entry
    created_by = TextField(default="")
    changed_ms = BigIntegerField()


class MeetupPost(Table):
    """A post from which the theme came, and whose author is invited."""

    meetup = ForeignKeyField(Meetup, index=False)
    post = ForeignKeyField(Post, index=True)
    case = ForeignKeyField(Case, null=True, index=False)
    outbox_id = BigIntegerField(null=True)  # of the invitation
    approval_id = BigIntegerField(null=True)  # where somebody has to agree to it first
    by_hand_ms = BigIntegerField(null=True)  # invited by telephone, on the page, ...
    answer_outbox_id = BigIntegerField(null=True)  # of what came of it
    answer_approval_id = BigIntegerField(null=True)

    class Meta:
        indexes = ((("meetup", "post"), True),)


class Guest(Table):
    """Somebody who was invited or wants to come."""

    meetup = ForeignKeyField(Meetup, index=False)
    author = ForeignKeyField(Author, null=True)  # None: signed up by phone
    name = TextField()
    contact = TextField(default="")
    state = CharField(default="invited")  # invited | signed-up | in | waiting | declined | came | absent
    number = IntegerField(null=True)  # of the sign-up, never given twice; what the draw goes by
    late = IntegerField(default=0)  # 1: signed up after the seed was fixed, so at the end of the queue
    post = ForeignKeyField(Post, null=True, index=False)  # the post that they are here for
    reply_id = BigIntegerField(null=True)  # the post with which they signed up
    seat = IntegerField(null=True)  # place in the draw: 1 … seats are in, the rest wait
    outbox_id = BigIntegerField(null=True)  # of the notice of the result
    approval_id = BigIntegerField(null=True)
    told = CharField(default="")  # the state that they were told of: in | waiting | ""
    note = TextField(default="")
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("meetup", "author"), False),)


class MeetupReply(Table):
    """What somebody wrote below an invitation: a proposal until a person has decided."""

    meetup = ForeignKeyField(Meetup, index=False)
    post = ForeignKeyField(Post, index=False)
    meaning = CharField()  # yes | no | question | unclear
    state = CharField(default="open")  # open | taken | left
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("meetup", "post"), True),)
