"""Everything. The models are frozen copies: later changes of ``schema.py`` must not change this file.

On SQLite the search index is a contentless FTS5 table: it holds bigrams only, its rowid is the id of the
post, and ``detail=none`` keeps it at a third of the size (whole words are checked on the text itself).
"""

from __future__ import annotations

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

INDEX = """
CREATE VIRTUAL TABLE post_search USING fts5(
    body, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 0"
)
"""


def up(migrator: Any, db: Any) -> None:
    db.create_tables(tables(db), safe=False)
    sqlite: bool = isinstance(db, SqliteDatabase)
    if sqlite:
        db.execute_sql(INDEX)
        # Bytes that are collected in memory: a piece that is written out twice costs a fifth more.
        db.execute_sql("INSERT INTO post_search (post_search, rank) VALUES ('hashsize', 8000000)")


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Meta(Table):
        key = CharField(primary_key=True)
        value = TextField()

    class Account(Table):
        uid = CharField(unique=True)
        network = CharField()
        server = TextField(default="")
        remote_id = TextField(default="")
        name = TextField(default="")
        handle = TextField(default="")
        state = CharField(default="connected")
        voice = CharField(default="official")
        created_ms = BigIntegerField()

    class Channel(Table):
        network = CharField()
        name = TextField()
        url = TextField(default="")
        handle = TextField(default="")
        owner = TextField(default="")
        options = TextField(default="{}")
        account = ForeignKeyField(Account, null=True, backref="channels", on_delete="SET NULL")
        enabled = BooleanField(default=True)
        removed_ms = BigIntegerField(null=True)
        created_ms = BigIntegerField()
        cursor = TextField(default="{}")
        capabilities = TextField(default="{}")
        health = CharField(default="new")
        health_since_ms = BigIntegerField(null=True)
        health_detail = TextField(default="")
        failures = IntegerField(default=0)
        last_success_ms = BigIntegerField(null=True)
        last_attempt_ms = BigIntegerField(null=True)
        next_due_ms = BigIntegerField(null=True)
        limited_until_ms = BigIntegerField(null=True)

    class Author(Table):
        network = CharField()
        key = CharField(max_length=600)
        name = TextField()
        handle = TextField(default="")
        url = TextField(default="")

        class Meta:
            indexes = ((("network", "key"), True),)

    class Case(Table):
        id = BigIntegerField(primary_key=True)
        channel_id = BigIntegerField()
        track = CharField(default="new")
        rank = BigIntegerField()
        merged_into = BigIntegerField(null=True)
        department = TextField(default="")
        status = CharField(default="open")
        assignee = TextField(default="")
        starred = BooleanField(default=False)
        post_count = IntegerField(default=1)
        unread = BooleanField(default=True)
        opened_ms = BigIntegerField()
        changed_ms = BigIntegerField()

        class Meta:
            table_name = "case_"
            indexes = (
                (
                    (
                        "track",
                        "merged_into",
                        "rank",
                        "status",
                        "channel_id",
                        "department",
                        "unread",
                        "starred",
                    ),
                    False,
                ),
            )

    Case.add_index(Case.index(Case.merged_into, name="case_merged", where=Case.merged_into.is_null(False)))

    class Post(Table):
        id = BigIntegerField(primary_key=True)
        channel = ForeignKeyField(Channel, index=False)
        remote_id = CharField(max_length=600)
        author = ForeignKeyField(Author, null=True)
        case = ForeignKeyField(Case, null=True)
        digest = CharField()
        url = TextField(default="")
        context = TextField(default="")
        parent_remote_id = CharField(default="", max_length=600)
        parent_id = BigIntegerField(null=True)
        repost_of = CharField(default="", max_length=600)
        repost_of_id = BigIntegerField(null=True)
        repost_count = IntegerField(default=0)
        own = BooleanField(default=False)
        private = BooleanField(default=False)
        state = CharField(default="published")
        media = TextField(default="")
        created_ms = BigIntegerField()
        dated = BooleanField(default=True)
        first_seen_ms = BigIntegerField(index=True)
        edited_ms = BigIntegerField(null=True)
        deleted_ms = BigIntegerField(null=True)
        preview = TextField(null=True)
        text = TextField()

        class Meta:
            indexes = ((("channel", "remote_id"), True), (("channel", "id"), False))

    Post.add_index(Post.index(Post.parent_id, name="post_parent", where=Post.parent_id.is_null(False)))
    Post.add_index(
        Post.index(Post.repost_of_id, name="post_original", where=Post.repost_of_id.is_null(False))
    )
    Post.add_index(
        Post.index(
            Post.channel,
            Post.parent_remote_id,
            name="post_waiting_parent",
            where=(Post.parent_id.is_null()) & (Post.parent_remote_id != ""),
        )
    )
    Post.add_index(
        Post.index(
            Post.channel,
            Post.repost_of,
            name="post_waiting_original",
            where=(Post.repost_of_id.is_null()) & (Post.repost_of != ""),
        )
    )

    class PostVersion(Table):
        post = ForeignKeyField(Post, backref="versions")
        text = TextField()
        url = TextField(default="")
        state = CharField(default="published")
        seen_ms = BigIntegerField()

    class Event(Table):
        at_ms = BigIntegerField()
        actor = TextField()
        kind = CharField()
        case = BigIntegerField(index=True)
        post = BigIntegerField(null=True)
        before = TextField(default="{}")
        after = TextField(default="{}")
        step = CharField(default="", index=True)
        undoes = BigIntegerField(null=True)

    class Note(Table):
        case = ForeignKeyField(Case, index=True)
        author = TextField()
        text = TextField()
        written_ms = BigIntegerField()

    class Draft(Table):
        post = ForeignKeyField(Post)
        kind = CharField()
        user = TextField()
        text = TextField()
        channel_id = BigIntegerField(null=True)
        changed_ms = BigIntegerField()

        class Meta:
            indexes = ((("post", "kind", "user"), True),)

    class Outbox(Table):
        key = CharField(unique=True)
        post = ForeignKeyField(Post)
        case_id = BigIntegerField(null=True)
        channel = ForeignKeyField(Channel, index=False)
        action = CharField()
        text = TextField(default="")
        stage = CharField(default="final")
        actor = TextField(default="")
        state = CharField(index=True)
        send_after_ms = BigIntegerField()
        attempts = IntegerField(default=0)
        remote_id = CharField(default="", max_length=600)
        url = TextField(default="")
        reason = TextField(default="")
        created_ms = BigIntegerField()
        tried_ms = BigIntegerField(null=True)
        sent_ms = BigIntegerField(null=True)

        class Meta:
            indexes = ((("channel", "remote_id"), False),)

    class SavedView(Table):
        name = TextField()
        screen = CharField()
        filter = TextField()  # type: ignore[assignment]
        position = IntegerField(default=0)

    class ReadPosition(Table):
        view = CharField()
        user = TextField()
        post_id = BigIntegerField()
        at_ms = BigIntegerField()

        class Meta:
            indexes = ((("view", "user"), True),)

    class Department(Table):
        code = CharField(unique=True)
        name = TextField()
        parent = TextField(default="")
        duties = TextField(default="")
        active = BooleanField(default=True)

    class RateLimit(Table):
        key = CharField(primary_key=True)
        until_ms = BigIntegerField()

    class SearchQueue(Table):
        post_id = BigIntegerField(primary_key=True)
        old_text = TextField(null=True)

    return [
        Meta,
        Account,
        Channel,
        Author,
        Case,
        Post,
        PostVersion,
        Event,
        Note,
        Draft,
        Outbox,
        SavedView,
        ReadPosition,
        Department,
        RateLimit,
        SearchQueue,
    ]
