"""Meet-ups and their guests. The models are frozen copies, as in 0001."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, CharField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Author(Table):
        pass

    class Case(Table):
        id = BigIntegerField(primary_key=True)

        class Meta:
            table_name = "case_"

    class Post(Table):
        id = BigIntegerField(primary_key=True)

    class Meetup(Table):
        theme = TextField()
        at_ms = BigIntegerField()
        minutes = IntegerField(default=90)
        place = TextField(default="")
        seats = IntegerField(default=20)
        state = CharField(default="planned")
        sign_up_until_ms = BigIntegerField(null=True)
        invitation = TextField(default="")
        short_invitation = TextField(default="")
        seed = TextField(default="")
        seed_ms = BigIntegerField(null=True)
        drawn_ms = BigIntegerField(null=True)
        report = TextField(default="")
        answer = TextField(default="")
        uid = CharField(unique=True)
        version = IntegerField(default=0)
        created_by = TextField(default="")
        changed_ms = BigIntegerField()

    class MeetupPost(Table):
        meetup = ForeignKeyField(Meetup, index=False)
        post = ForeignKeyField(Post, index=True)
        case = ForeignKeyField(Case, null=True, index=False)
        outbox_id = BigIntegerField(null=True)
        approval_id = BigIntegerField(null=True)
        by_hand_ms = BigIntegerField(null=True)
        answer_outbox_id = BigIntegerField(null=True)
        answer_approval_id = BigIntegerField(null=True)

        class Meta:
            indexes = ((("meetup", "post"), True),)

    class Guest(Table):
        meetup = ForeignKeyField(Meetup, index=False)
        author = ForeignKeyField(Author, null=True)
        name = TextField()
        contact = TextField(default="")
        state = CharField(default="invited")
        number = IntegerField(null=True)
        late = IntegerField(default=0)
        post = ForeignKeyField(Post, null=True, index=False)
        reply_id = BigIntegerField(null=True)
        seat = IntegerField(null=True)
        outbox_id = BigIntegerField(null=True)
        approval_id = BigIntegerField(null=True)
        told = CharField(default="")
        note = TextField(default="")
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("meetup", "author"), False),)

    class MeetupReply(Table):
        meetup = ForeignKeyField(Meetup, index=False)
        post = ForeignKeyField(Post, index=False)
        meaning = CharField()
        state = CharField(default="open")
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("meetup", "post"), True),)

    return [Meetup, MeetupPost, Guest, MeetupReply]
