"""Who wants to come, who may, who waits, and who came."""

from __future__ import annotations

from typing import Any

from desktop.models import notes
from desktop.models.errors import Missing
from desktop.models.meetups.planning import about
from desktop.models.meetups.rows import (
    GuestRow,
    MeetupRefused,
    MeetupRow,
    get_guest,
    get_meetup,
    guests_of,
)
from desktop.models.meetups.saying import Said
from desktop.models.permissions import need
from desktop.models.records import Edit
from desktop.models.store import Tx

LONGEST_NAME, LONGEST_CONTACT, LONGEST_NOTE = 100, 200, 2000
SIGN_UP_STATES = ("planned", "inviting", "drawn")


def sign_up(
    tx: Tx,
    meetup_id: int,
    *,
    guest_id: int | None = None,
    name: str = "",
    contact: str = "",
    author_id: int | None = None,
    post_id: int | None = None,
    reply_id: int | None = None,
    step: str = "",
) -> int:
    """Somebody wants to come: a guest who was invited, or somebody new by name (telephone); the guest's id.

    Before the seed is fixed they take part in the draw; later they go to the end of the waiting list, so that
    nobody who knows the seed can choose a number. Whoever signs up twice is one guest.
    """
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.plan", meetup.state)
    if meetup.state not in SIGN_UP_STATES:
        raise MeetupRefused(meetup.state, code="meetup-ended")
    guest = _known(meetup_id, guest_id, author_id)
    edit = Edit(tx)
    if guest is None:
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name:
            raise MeetupRefused("no name", code="guest-no-name")
        new = edit.insert(
            "guest", meetup_id=meetup_id, author_id=author_id, name=name,
            contact=contact.strip()[:LONGEST_CONTACT], state="invited", number=None, late=0, post_id=post_id,
            reply_id=reply_id, seat=None, told="", note="", changed_ms=tx.now_ms,
        )  # fmt: skip
        guest = get_guest(new)
    if guest.state in ("invited", "declined"):
        values: dict[str, Any] = {"number": guest.number or _next_number(tx, meetup_id), "told": ""}
        if reply_id is not None:
            values["reply_id"] = reply_id
        if meetup.seed_ms is None:
            values |= {"state": "signed-up", "seat": None}
        else:
            values |= {"late": 1, "state": "waiting", "seat": _next_seat(meetup_id, meetup)}
        edit.set("guest", guest.id, **values)
        if meetup.state == "planned":
            edit.set("meetup", meetup_id, state="inviting")  # whoever signs up first opens it
        if meetup.drawn_ms is not None:
            move_up(edit, meetup_id, meetup.seats)
    edit.record("guest", about(meetup_id), case_id=_case_of(tx, guest), step=step, what="sign-up",
                name=guest.name, theme=meetup.theme)  # fmt: skip
    return guest.id


def decline(tx: Tx, guest_id: int, *, step: str = "") -> list[int]:
    """Somebody cannot come. After the draw the first of the waiting list gets the seat: ids of those who
    moved up."""
    guest = get_guest(guest_id)
    meetup = get_meetup(guest.meetup_id)
    need(tx, "meetup.plan", meetup.state)
    if guest.state in ("came", "absent"):
        raise MeetupRefused(guest.state, code="guest-was-there")
    edit = Edit(tx)
    edit.set("guest", guest_id, state="declined", seat=None, late=0, told="")
    moved = move_up(edit, meetup.id, meetup.seats) if meetup.drawn_ms is not None else []
    edit.record("guest", about(meetup.id), case_id=_case_of(tx, guest), step=step, what="decline",
                name=guest.name, theme=meetup.theme)  # fmt: skip
    return moved


def move_up(edit: Edit, meetup_id: int, seats: int) -> list[int]:
    """Give free seats to the first of the waiting list; ids of those who moved up."""
    guests = guests_of(meetup_id)
    taken = sum(guest.state in ("in", "came", "absent") for guest in guests)
    waiting = sorted((g for g in guests if g.state == "waiting"), key=lambda g: (g.late, g.seat or 0, g.id))
    moved = waiting[: max(seats - taken, 0)]
    for guest in moved:
        edit.set("guest", guest.id, state="in")
    return [guest.id for guest in moved]


def remove_guest(tx: Tx, guest_id: int, *, step: str = "") -> None:
    """Somebody who was put in by mistake, before the draw."""
    guest = get_guest(guest_id)
    meetup = get_meetup(guest.meetup_id)
    need(tx, "meetup.plan", meetup.state)
    if meetup.seed_ms is not None:
        raise MeetupRefused("the list is closed", code="meetup-list-closed")
    edit = Edit(tx)
    edit.delete("guest", guest_id)
    edit.record("guest", about(meetup.id), step=step, what="remove", name=guest.name, theme=meetup.theme)


def attend(tx: Tx, guest_id: int, came: bool | None, *, step: str = "") -> None:
    """왔음 (True), 안 옴 (False), or not known (None)."""
    guest = get_guest(guest_id)
    meetup = get_meetup(guest.meetup_id)
    need(tx, "meetup.report", meetup.state)
    if guest.state not in ("in", "came", "absent", "waiting") or (guest.state == "waiting" and not came):
        raise MeetupRefused(guest.state, code="guest-no-seat")
    edit = Edit(tx)
    edit.set("guest", guest_id, state={True: "came", False: "absent", None: "in"}[came])
    edit.record("guest", about(meetup.id), case_id=_case_of(tx, guest), step=step,
                what={True: "came", False: "absent", None: "open"}[came], name=guest.name,
                theme=meetup.theme)  # fmt: skip


def mark_told(tx: Tx, guest_id: int, said: Said | None = None, *, step: str = "") -> None:
    """The notice how the draw came out is on its way (None: told by telephone)."""
    guest = get_guest(guest_id)
    meetup = get_meetup(guest.meetup_id)
    need(tx, "meetup.plan", meetup.state)
    if not guest.to_tell:
        raise MeetupRefused(guest.state, code="guest-told")
    edit = Edit(tx)
    edit.set(
        "guest", guest_id, told=guest.state, outbox_id=said.outbox_id if said else None,
        approval_id=said.approval_id if said else None,
    )  # fmt: skip
    edit.record("guest", about(meetup.id), case_id=_case_of(tx, guest), step=step, what="told",
                name=guest.name, theme=meetup.theme)  # fmt: skip


def write_report(tx: Tx, meetup_id: int, report: str, *, step: str = "") -> None:
    """What was said there, for the office."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.report", meetup.state)
    edit = Edit(tx)
    edit.set("meetup", meetup_id, report=report.strip())
    edit.record("meetup", about(meetup_id), step=step, what="report", theme=meetup.theme)


def note_on_case(tx: Tx, meetup_id: int, guest_id: int, text: str, *, step: str = "") -> int:
    """What a guest said there becomes an internal note on the case of their post; the case."""
    guest = get_guest(guest_id)
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.report", meetup.state)
    case_id = _case_of(tx, guest)
    if not case_id:
        raise MeetupRefused("no case", code="guest-no-case")
    if not text.strip():
        raise MeetupRefused("nothing said", code="note-empty")
    notes.add_note(tx, case_id, f"번개팅 「{meetup.theme}」 · {guest.name}: {text.strip()}")
    edit = Edit(tx)
    whole = "\n".join(part for part in (guest.note, text.strip()) if part)
    edit.set("guest", guest_id, note=whole[:LONGEST_NOTE])
    edit.record("guest", about(meetup_id), case_id=case_id, step=step, what="note", name=guest.name,
                theme=meetup.theme)  # fmt: skip
    return case_id


def _known(meetup_id: int, guest_id: int | None, author_id: int | None) -> GuestRow | None:
    if guest_id is not None:
        guest = get_guest(guest_id)
        if guest.meetup_id != meetup_id:
            raise Missing(f"no guest {guest_id} in meet-up {meetup_id}")
        return guest
    if author_id is None:
        return None
    return next((guest for guest in guests_of(meetup_id) if guest.author_id == author_id), None)


def _case_of(tx: Tx, guest: GuestRow) -> int:
    """The case of the post that a guest is here for; 0 where there is none."""
    for post_id in (guest.post_id, guest.reply_id):
        if post_id is not None:
            row = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
            if row is not None and row[0] is not None:
                return int(row[0])
    return 0


def _next_number(tx: Tx, meetup_id: int) -> int:
    """Whoever declines keeps theirs, so that no number in use is given twice."""
    row = tx.db.execute_sql(
        "SELECT coalesce(max(number), 0) FROM guest WHERE meetup_id = ?", (meetup_id,)
    ).fetchone()
    return int(row[0]) + 1


def _next_seat(meetup_id: int, meetup: MeetupRow) -> int | None:
    """Before the draw nobody has a place; those who come late line up behind it."""
    if meetup.drawn_ms is None:
        return None
    return max((guest.seat or 0 for guest in guests_of(meetup_id)), default=0) + 1
