"""Posts, cases and all that was there from the beginning: what is collected, decided and sent."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from desktop.models.schema.base import Table


class Meta(Table):
    """Facts about the workspace itself: "workspace_id", "sample" ("1" in a sample workspace), ..."""

    key = CharField(primary_key=True)
    value = TextField()


class Account(Table):
    """A sign-in on one server. The secret itself is only in the OS keyring, under ``uid``."""

    uid = CharField(unique=True)
    network = CharField()
    server = TextField(default="")
    remote_id = TextField(default="")
    name = TextField(default="")
    handle = TextField(default="")
    state = CharField(default="connected")  # connected | expired
    voice = CharField(default="official")  # mayor | spokesperson | official | department
    created_ms = BigIntegerField()


class Channel(Table):
    """One account or board of the city on one network (채널)."""

    network = CharField()
    name = TextField()
    url = TextField(default="")
    handle = TextField(default="")
    owner = TextField(default="")  # the office that looks after it
    options = TextField(default="{}")  # JSON, e.g. {"interval_s": 300}
    account = ForeignKeyField(Account, null=True, backref="channels", on_delete="SET NULL")
    enabled = BooleanField(default=True)
    removed_ms = BigIntegerField(null=True)  # a removed channel stays readable
    created_ms = BigIntegerField()
    # where collecting stands
    cursor = TextField(default="{}")
    capabilities = TextField(default="{}")  # JSON of connectors.base.Capabilities as last seen
    health = CharField(default="new")  # new | ok | slow | partial | limited | auth | down | damaged | gone
    health_since_ms = BigIntegerField(null=True)
    health_detail = TextField(default="")  # code the window turns into a sentence, e.g. "http-503"
    failures = IntegerField(default=0)
    last_success_ms = BigIntegerField(null=True)  # "fresh as of"
    last_attempt_ms = BigIntegerField(null=True)
    next_due_ms = BigIntegerField(null=True)
    limited_until_ms = BigIntegerField(null=True)


class Author(Table):
    """A citizen (시민), per network and server."""

    network = CharField()
    key = CharField(max_length=600)  # server + remote id
    name = TextField()
    handle = TextField(default="")
    url = TextField(default="")

    class Meta:
        indexes = ((("network", "key"), True),)


class Case(Table):
    """건: one or more posts about the same matter. Its id is the id of the post it was opened for.

    Every incoming post opens a case of its own. Grouping points the posts at another case and marks this one
    ``merged_into``; taking apart points them back. So grouping is a link and always reversible.
    """

    id = BigIntegerField(primary_key=True)
    channel_id = BigIntegerField()  # of the post it was opened for: columns are counted without the posts
    track = CharField(default="new")  # new | forward | idea | opinion
    rank = BigIntegerField()  # order in its column, greatest first; id * 1024 until somebody moves it
    merged_into = BigIntegerField(null=True)
    department = TextField(default="")  # code of the department on track forward
    status = CharField(default="open")  # open | answered | done
    assignee = TextField(default="")
    starred = BooleanField(default=False)
    post_count = IntegerField(default=1)
    unread = BooleanField(default=True)
    opened_ms = BigIntegerField()
    changed_ms = BigIntegerField()

    class Meta:
        table_name = "case_"  # CASE is a word of SQL
        # One index answers the pages and the counts of a column without touching the table.
        indexes = (
            (
                ("track", "merged_into", "rank", "status", "channel_id", "department", "unread", "starred"),
                False,
            ),
        )


# Few cases are grouped into another one.
Case.add_index(Case.index(Case.merged_into, name="case_merged", where=Case.merged_into.is_null(False)))


class Post(Table):
    """글. ``own`` marks what the city itself wrote; such a post never opens a case."""

    id = BigIntegerField(primary_key=True)
    channel = ForeignKeyField(Channel, index=False)
    remote_id = CharField(max_length=600)
    author = ForeignKeyField(Author, null=True)
    case = ForeignKeyField(Case, null=True)
    digest = CharField()  # of text, url and state: tells an edit from a repeat
    url = TextField(default="")
    context = TextField(default="")
    parent_remote_id = CharField(default="", max_length=600)
    parent_id = BigIntegerField(null=True)  # filled when the parent is known
    repost_of = CharField(default="", max_length=600)
    repost_of_id = BigIntegerField(null=True)
    repost_count = IntegerField(default=0)
    own = BooleanField(default=False)
    private = BooleanField(default=False)
    state = CharField(default="published")  # published | held | spam | hidden
    media = TextField(default="")  # JSON list of {kind, url, alt}
    created_ms = BigIntegerField()  # as the network says (first_seen_ms where it does not)
    dated = BooleanField(default=True)  # False: the network did not say when
    first_seen_ms = BigIntegerField(index=True)
    edited_ms = BigIntegerField(null=True)
    deleted_ms = BigIntegerField(null=True)
    # The long columns come last: a list that stops before them never reads a text of a megabyte.
    preview = TextField(null=True)  # the beginning, only where the text is long
    text = TextField()

    class Meta:
        indexes = ((("channel", "remote_id"), True), (("channel", "id"), False))


# Most posts are neither answers nor reposts, so these indexes leave them out.
Post.add_index(Post.index(Post.parent_id, name="post_parent", where=Post.parent_id.is_null(False)))
Post.add_index(Post.index(Post.repost_of_id, name="post_original", where=Post.repost_of_id.is_null(False)))
# Answers and reposts whose parent or original has not arrived yet: found when it does.
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
    """What a post said before an edit; ``seen_ms`` is when the edit was noticed."""

    post = ForeignKeyField(Post, backref="versions")
    text = TextField()
    url = TextField(default="")
    state = CharField(default="published")
    seen_ms = BigIntegerField()


class Event(Table):
    """Append-only: every change of a case, in the transaction that made it."""

    at_ms = BigIntegerField()
    actor = TextField()
    kind = CharField()  # move | order | department | status | star | group | ungroup | note | reply | ...
    case = BigIntegerField(index=True)  # 0: it is about something else than a case
    post = BigIntegerField(null=True)
    before = TextField(default="{}")  # JSON
    after = TextField(default="{}")  # JSON
    step = CharField(default="", index=True)  # events of one gesture share it; undone together
    undoes = BigIntegerField(null=True)  # the event that this one takes back
    about = CharField(default="")  # what it is about besides the case: "meeting:12", "member:kim"
    hash = CharField(default="")  # over this row and the hash of the row before, see ``log_chain.py``


# Few events take one back, or are about something else than a case.
Event.add_index(Event.index(Event.undoes, name="event_undoes", where=Event.undoes.is_null(False)))
Event.add_index(Event.index(Event.about, name="event_about", where=Event.about != ""))


class Note(Table):
    """An internal note (내부 메모). It has no channel, no account and no way out."""

    case = ForeignKeyField(Case, index=True)
    author = TextField()
    text = TextField()
    written_ms = BigIntegerField()


class Draft(Table):
    """What somebody is typing, saved while typing. One per answered post, kind and user."""

    post = ForeignKeyField(Post)
    kind = CharField()  # reply | note
    user = TextField()
    text = TextField()
    channel_id = BigIntegerField(null=True)  # the account chosen to answer from
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("post", "kind", "user"), True),)


class Outbox(Table):
    """One action on its way to a network. The row is the truth of what was sent; see ``outbox.py``."""

    key = CharField(unique=True)  # the idempotency key
    post = ForeignKeyField(Post)
    case_id = BigIntegerField(null=True)
    channel = ForeignKeyField(Channel, index=False)
    action = CharField()
    text = TextField(default="")
    stage = CharField(default="final")  # first | final answer | notice (how it stands)
    actor = TextField(default="")
    state = CharField(index=True)  # waiting | sending | sent | refused | unknown | cancelled
    send_after_ms = BigIntegerField()  # end of the undo window, or of the pause before the next try
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
    screen = CharField()  # board | timeline
    filter = TextField()  # type: ignore[assignment]  # JSON of queries.Filter
    position = IntegerField(default=0)


class ReadPosition(Table):
    """Up to which post a user has read a view, and when."""

    view = CharField()
    user = TextField()
    post_id = BigIntegerField()
    at_ms = BigIntegerField()

    class Meta:
        indexes = ((("view", "user"), True),)


class Department(Table):
    """Who owns a matter (부서): offices, their divisions and teams, agencies and districts; see
    ``departments/``."""

    code = CharField(unique=True)
    name = TextField()
    parent = TextField(default="")  # name of what it belongs to
    duties = TextField(default="")  # ";"-separated
    active = BooleanField(default=True)
    parent_code = CharField(default="")  # "": at the top, or below something that is no department (시장)
    kind = CharField(default="")  # bureau | division | team | office | corp | district | ...
    contact = TextField(default="")
    mail = TextField(default="")
    deputy = CharField(default="")  # code of the department that stands in for it (대직)
    absent = BooleanField(default=False)
    official_code = TextField(default="")  # 행정표준기관코드
    source = TextField(default="")  # where its row comes from


class RateLimit(Table):
    """Until when a host and credential may not be asked; survives a restart. Key holds no secret."""

    key = CharField(primary_key=True)
    until_ms = BigIntegerField()


class SearchQueue(Table):
    """Posts that were merged and are not in the search index yet."""

    post_id = BigIntegerField(primary_key=True)
    old_text = TextField(null=True)  # what the index holds of it now, where it was indexed before


class DeadlineRule(Table):
    """How long something may take (기한 규칙): data that the office may change, see ``deadlines/``."""

    code = CharField(unique=True)  # "MSG-CHAT"
    name_ko = TextField()
    name_en = TextField()
    kind = CharField(default="")  # the kind of case that it is the usual rule of: chat | general | ...
    amount = IntegerField(null=True)  # None: no length is known, or none is meant
    unit = CharField()  # of deadlines.rules.UNITS
    first_day = BooleanField(default=False)  # whether the day of receipt counts (days and months)
    moves_on = BooleanField(default=True)  # whether a last day that is off moves on to the next working day
    basis = TextField(default="")  # the paragraph
    source = TextField(default="")  # where it was read
    certainty = CharField()  # sourced | secondary | memory | missing | office
    note_ko = TextField(default="")
    note_en = TextField(default="")
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    edited_ms = BigIntegerField(null=True)  # the office's own row: a newer program leaves it alone
    edited_by = TextField(default="")


class Holiday(Table):
    """A day off, or (``off`` False) one that is worked after all. The office's row beats the shipped one."""

    day = CharField(max_length=10)  # "2026-11-22"
    source = CharField()  # library | office
    off = BooleanField(default=True)
    name_ko = TextField()
    name_en = TextField(default="")
    changed_ms = BigIntegerField()
    changed_by = TextField(default="")

    class Meta:
        indexes = ((("day", "source"), True),)


class CaseClock(Table):
    """Until when a case has to be done with, and why. ``due_ms`` can be computed anew from the rest."""

    case = ForeignKeyField(Case, index=False)
    purpose = CharField(default="answer")  # what is due: a case may have a clock for each purpose
    kind = CharField(default="")  # chat | general | field | formal | proposal
    rule = CharField()  # code of the rule
    amount = IntegerField(null=True)  # a length of its own instead of the rule's (현장민원)
    started_ms = BigIntegerField()
    pauses = TextField(default="[]")  # JSON list of {from_ms, until_ms | null, reason}
    extension = IntegerField(default=0)  # in the rule's unit; once only
    extension_reason = TextField(default="")
    due_ms = BigIntegerField(null=True)  # None: paused, or the rule has no length
    state = CharField(default="running")  # running | paused | stopped
    stopped_ms = BigIntegerField(null=True)
    changed_ms = BigIntegerField()

    class Meta:
        indexes = ((("case", "purpose"), True), (("state", "purpose", "due_ms"), False))
