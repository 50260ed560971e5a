"""Meet-ups, their posts and guests as lists show them. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.sql import rows_in

OPEN = ("planned", "inviting", "drawn")
STATES = (*OPEN, "over", "cancelled")
HERE = ("in", "came", "absent")
"""States of guests who have a seat, or had one."""


NOT_OUT = ("", "cancelled", "refused", "not-approved")
"""States of something to be said that did not go out, so that it may be said anew."""


class MeetupRefused(WorkspaceError):
    """What a meet-up does not allow; the code says what."""

    code = "meetup-refused"


@dataclass(frozen=True, slots=True)
class MeetupRow:
    """``invited`` … ``in_`` are counts of posts and guests; ``replies`` wait for a person's decision."""

    id: int
    theme: str
    at_ms: int
    minutes: int
    place: str
    seats: int
    state: str
    sign_up_until_ms: int | None
    invitation: str
    short_invitation: str
    seed: str
    seed_ms: int | None
    drawn_ms: int | None
    report: str
    answer: str
    uid: str
    version: int
    created_by: str
    changed_ms: int
    posts: int
    invited: int
    signed_up: int
    in_: int
    waiting: int
    replies: int

    @property
    def end_ms(self) -> int:
        return self.at_ms + self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class MeetupPostRow:
    """``sent`` is how the invitation stands: "" (none), a state of the outbox, "asked" or "not-approved"
    where somebody has to agree first, or "by-hand"; ``answer_sent`` the same of what came of the meet-up.
    ``post_deleted``: the citizen took the post away. Personal data is hidden."""

    id: int
    meetup_id: int
    post_id: int
    case_id: int | None
    author_id: int | None
    author_name: str
    handle: str
    channel_id: int
    channel_name: str
    network: str
    text: str
    created_ms: int
    post_deleted: bool
    own: bool
    outbox_id: int | None
    by_hand_ms: int | None
    sent: str
    sent_reason: str
    answer_sent: str


@dataclass(frozen=True, slots=True)
class GuestRow:
    """``sent`` is how the notice of the result stands, as in MeetupPostRow; ``told`` what it says."""

    id: int
    meetup_id: int
    author_id: int | None
    name: str
    contact: str
    state: str
    number: int | None
    late: bool
    post_id: int | None
    reply_id: int | None
    seat: int | None
    outbox_id: int | None
    told: str
    note: str
    changed_ms: int
    channel_name: str
    network: str
    sent: str
    ticket: str

    @property
    def answer_to(self) -> int | None:
        """The post below which this guest is told something."""
        return self.reply_id or self.post_id

    @property
    def to_tell(self) -> bool:
        """Whether they do not know yet how the draw came out for them."""
        return self.state in ("in", "waiting") and (
            self.told != self.state or self.sent in ("cancelled", "refused", "not-approved")
        )


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """What somebody wrote below an invitation, and what it seems to mean."""

    id: int
    meetup_id: int
    post_id: int
    meaning: str
    state: str
    author_id: int | None
    author_name: str
    text: str
    created_ms: int
    channel_name: str
    network: str
    guest_id: int | None
    guest_state: str


def ticket_of(meetup_id: int, number: int) -> str:
    """The sign-up number as it is published: it names nobody, and the draw goes by it."""
    return f"{meetup_id}-{number}"


_COLUMNS = (
    "m.id, m.theme, m.at_ms, m.minutes, m.place, m.seats, m.state, m.sign_up_until_ms, m.invitation,"
    " m.short_invitation, m.seed, m.seed_ms, m.drawn_ms, m.report, m.answer, m.uid, m.version, m.created_by,"
    " m.changed_ms"
)
_COUNTS = """,
 (SELECT count(*) FROM meetup_post x WHERE x.meetup_id = m.id),
 (SELECT count(*) FROM meetup_post x LEFT JOIN approval k ON k.id = x.approval_id
    LEFT JOIN outbox o ON o.id = coalesce(x.outbox_id, k.outbox_id) WHERE x.meetup_id = m.id
    AND (x.by_hand_ms IS NOT NULL OR o.state NOT IN ('cancelled', 'refused') OR k.state = 'asked')),
 (SELECT count(*) FROM guest g WHERE g.meetup_id = m.id AND g.state = 'signed-up'),
 (SELECT count(*) FROM guest g WHERE g.meetup_id = m.id AND g.state IN ('in', 'came', 'absent')),
 (SELECT count(*) FROM guest g WHERE g.meetup_id = m.id AND g.state = 'waiting'),
 (SELECT count(*) FROM meetup_reply r WHERE r.meetup_id = m.id AND r.state = 'open')
"""


def list_meetups(
    *, from_ms: int | None = None, until_ms: int | None = None, state: str = ""
) -> list[MeetupRow]:
    """Those that begin in a span of time, the earliest first."""
    rules, values = ["1 = 1"], []
    for rule, value in (("m.at_ms >= ?", from_ms), ("m.at_ms < ?", until_ms), ("m.state = ?", state or None)):
        if value is not None:
            rules.append(rule)
            values.append(value)
    rows = database.execute_sql(
        f"SELECT {_COLUMNS}{_COUNTS} FROM meetup m WHERE {' AND '.join(rules)} ORDER BY m.at_ms, m.id", values
    ).fetchall()
    return [MeetupRow(*row) for row in rows]


def get_meetup(meetup_id: int) -> MeetupRow:
    """Raises Missing."""
    row = database.execute_sql(
        f"SELECT {_COLUMNS}{_COUNTS} FROM meetup m WHERE m.id = ?", (meetup_id,)
    ).fetchone()
    if row is None:
        raise Missing(f"no meet-up {meetup_id}")
    return MeetupRow(*row)


def choosable() -> list[MeetupRow]:
    """Meet-ups that posts can still be put into, the latest changed first."""
    rows = [row for row in list_meetups() if row.state in ("planned", "inviting")]
    return sorted(rows, key=lambda row: -row.changed_ms)


_POSTS = """
SELECT x.id, x.meetup_id, p.id, p.case_id, p.author_id, coalesce(a.name, ''), coalesce(a.handle, ''), ch.id,
    ch.name, ch.network, coalesce(p.preview, substr(p.text, 1, 400)), p.created_ms, p.deleted_ms IS NOT NULL,
    p.own, coalesce(x.outbox_id, k.outbox_id), x.by_hand_ms, coalesce(o.state, k.state, ''),
    coalesce(o.reason, ''), coalesce(o2.state, k2.state, '')
FROM meetup_post x JOIN post p ON p.id = x.post_id JOIN channel ch ON ch.id = p.channel_id
    LEFT JOIN author a ON a.id = p.author_id LEFT JOIN approval k ON k.id = x.approval_id
    LEFT JOIN outbox o ON o.id = coalesce(x.outbox_id, k.outbox_id)
    LEFT JOIN approval k2 ON k2.id = x.answer_approval_id
    LEFT JOIN outbox o2 ON o2.id = coalesce(x.answer_outbox_id, k2.outbox_id)
"""


def posts_of(meetup_id: int) -> list[MeetupPostRow]:
    """Its posts in the order in which they were put in."""
    rows = database.execute_sql(_POSTS + " WHERE x.meetup_id = ? ORDER BY x.id", (meetup_id,)).fetchall()
    return [_post(row) for row in rows]


def get_post(meetup_id: int, meetup_post_id: int) -> MeetupPostRow:
    """Raises Missing."""
    row = database.execute_sql(_POSTS + " WHERE x.id = ? AND x.meetup_id = ?", (meetup_post_id, meetup_id))
    found = row.fetchone()
    if found is None:
        raise Missing(f"no post {meetup_post_id} in meet-up {meetup_id}")
    return _post(found)


def _post(row: Any) -> MeetupPostRow:
    values = list(row)
    values[5], values[6] = hiding.name(values[5], values[9]), hiding.name(values[6], values[9])
    values[10] = hiding.preview(values[10])
    values[12], values[13] = bool(values[12]), bool(values[13])
    values[16] = "by-hand" if values[15] is not None else _state(values[16])
    values[18] = _state(values[18])
    return MeetupPostRow(*values)


def _state(state: str) -> str:
    """What did not find consent may be asked for anew."""
    return "not-approved" if state in ("sent-back", "stale", "withdrawn") else state


_GUESTS = """
SELECT g.id, g.meetup_id, g.author_id, g.name, g.contact, g.state, g.number, g.late, g.post_id, g.reply_id,
    g.seat, coalesce(g.outbox_id, k.outbox_id), g.told, g.note, g.changed_ms, coalesce(ch.name, ''),
    coalesce(ch.network, ''), coalesce(o.state, k.state, '')
FROM guest g LEFT JOIN post p ON p.id = coalesce(g.reply_id, g.post_id)
    LEFT JOIN channel ch ON ch.id = p.channel_id LEFT JOIN approval k ON k.id = g.approval_id
    LEFT JOIN outbox o ON o.id = coalesce(g.outbox_id, k.outbox_id)
"""


def guests_of(meetup_id: int) -> list[GuestRow]:
    """Seats first, then the waiting list, then sign-ups in their order, then who was only invited or
    declined."""
    rows = database.execute_sql(_GUESTS + " WHERE g.meetup_id = ?", (meetup_id,)).fetchall()
    order = {"in": 0, "came": 0, "absent": 0, "waiting": 1, "signed-up": 2, "invited": 3, "declined": 4}
    return sorted(
        (_guest(row) for row in rows),
        key=lambda g: (order[g.state], g.late, g.seat or 1 << 30, g.number or 1 << 30, g.id),
    )


def get_guest(guest_id: int) -> GuestRow:
    """Raises Missing."""
    row = database.execute_sql(_GUESTS + " WHERE g.id = ?", (guest_id,)).fetchone()
    if row is None:
        raise Missing(f"no guest {guest_id}")
    return _guest(row)


def _guest(row: Any) -> GuestRow:
    ticket = "" if row[6] is None else ticket_of(row[1], row[6])
    values: list[Any] = [*row[:7], bool(row[7]), *row[8:], ticket]
    values[17] = _state(values[17])
    return GuestRow(*values)


def replies_of(meetup_id: int, *, everything: bool = False) -> list[ReplyRow]:
    """What waits for a decision, the oldest first; with ``everything`` what was decided too."""
    rule = "" if everything else " AND r.state = 'open'"
    rows = database.execute_sql(
        "SELECT r.id, r.meetup_id, p.id, r.meaning, r.state, p.author_id, coalesce(a.name, ''),"
        " coalesce(p.preview, substr(p.text, 1, 400)), p.created_ms, ch.name, ch.network,"
        " (SELECT min(g.id) FROM guest g WHERE g.meetup_id = r.meetup_id AND g.author_id = p.author_id)"
        " FROM meetup_reply r JOIN post p ON p.id = r.post_id JOIN channel ch ON ch.id = p.channel_id"
        f" LEFT JOIN author a ON a.id = p.author_id WHERE r.meetup_id = ?{rule} ORDER BY p.created_ms, p.id",
        (meetup_id,),
    ).fetchall()
    ids = [row[11] for row in rows if row[11] is not None]
    states = dict(rows_in(database, "SELECT id, state FROM guest WHERE id IN (%s)", ids))
    made: list[list[Any]] = [
        [*row[:6], hiding.name(row[6], row[10]), hiding.preview(row[7]), *row[8:], states.get(row[11], "")]
        for row in rows
    ]
    return [ReplyRow(*values) for values in made]


def of_case(case_id: int) -> list[tuple[MeetupRow, list[GuestRow]]]:
    """The meet-ups that posts of a case are in, the latest first, with the guests who wrote these posts."""
    found = database.execute_sql(
        "SELECT DISTINCT x.meetup_id FROM meetup_post x JOIN post p ON p.id = x.post_id WHERE p.case_id = ?"
        " ORDER BY x.meetup_id DESC",
        (case_id,),
    ).fetchall()
    made = []
    for (meetup_id,) in found:
        authors = {
            row[0]
            for row in database.execute_sql(
                "SELECT author_id FROM post WHERE case_id = ? AND author_id IS NOT NULL", (case_id,)
            ).fetchall()
        }
        guests = [guest for guest in guests_of(meetup_id) if guest.author_id in authors]
        made.append((get_meetup(meetup_id), guests))
    return made
