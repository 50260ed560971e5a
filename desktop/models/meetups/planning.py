"""Making a meet-up from posts: theme, place, time, seats, and which posts it comes from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.models import templates
from desktop.models.errors import Missing
from desktop.models.meetups.rows import NOT_OUT, MeetupRefused, get_meetup, get_post, posts_of
from desktop.models.meetups.saying import Said
from desktop.models.permissions import need
from desktop.models.records import Edit, new_step
from desktop.models.sql import rows_in
from desktop.models.store import Tx

LONGEST_THEME, LONGEST_PLACE, LONGEST_TEXT = 100, 200, 5000
MOST_SEATS, LONGEST_MINUTES = 10_000, 24 * 60
_LAST_MS = 253_402_300_799_999  # the last moment of the year 9999
SHOWN_IN_CALENDAR = ("theme", "at_ms", "minutes", "place")


def about(meetup_id: int) -> str:
    """What events about a meet-up say they are about."""
    return f"meetup:{meetup_id}"


def add_meetup(tx: Tx, *, post_ids: Sequence[int] = (), step: str = "", **values: Any) -> int:
    """A new meet-up from posts; its id. ``values``: theme and at_ms, and whatever else ``edit_meetup`` takes.
    The invitation is the usual template where none is given. Raises MeetupRefused, Missing."""
    need(tx, "meetup.plan", "planned")
    step = step or new_step()
    values = _checked(values)
    for name in ("theme", "at_ms"):
        if not values.get(name):
            raise MeetupRefused(f"no {name}", code="meetup-no-theme" if name == "theme" else "meetup-no-time")
    values = {"invitation": _usual("invitation"), "short_invitation": _usual("invitation-short"), **values}
    _check_times(values)
    columns: dict[str, Any] = {
        "minutes": 90, "place": "", "seats": 20, "state": "planned", "sign_up_until_ms": None, "seed": "",
        "seed_ms": None, "drawn_ms": None, "report": "", "answer": "", "version": 0, "uid": str(uuid.uuid4()),
        "created_by": tx.actor, "changed_ms": tx.now_ms,
    }  # fmt: skip
    edit = Edit(tx)
    meetup_id = edit.insert("meetup", **{**columns, **values})
    edit.record("meetup", about(meetup_id), step=step, what="add", theme=values["theme"])
    add_posts(tx, meetup_id, post_ids, step=step)
    return meetup_id


def edit_meetup(tx: Tx, meetup_id: int, *, step: str = "", **changes: Any) -> None:
    """Change theme, at_ms, minutes, place, seats, sign_up_until_ms, invitation, short_invitation or answer.
    Seats can be added after the draw (the waiting list moves up), never taken away from somebody."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.plan", meetup.state)
    values = _checked(changes)
    if not values.get("theme", "-"):
        raise MeetupRefused("no theme", code="meetup-no-theme")
    now = {"at_ms": meetup.at_ms, "sign_up_until_ms": meetup.sign_up_until_ms}
    if values.keys() & now.keys():
        _check_times({**now, **values})
    # More may have come than there were seats: what is not about seats can be changed all the same.
    if meetup.drawn_ms is not None and values.get("seats", meetup.seats) < min(meetup.seats, meetup.in_):
        raise MeetupRefused("fewer seats than guests", code="meetup-seats-taken")
    if any(name in values and values[name] != getattr(meetup, name) for name in SHOWN_IN_CALENDAR):
        values["version"] = meetup.version + 1
    edit = Edit(tx)
    edit.set("meetup", meetup_id, **values)
    if meetup.drawn_ms is not None and values.get("seats", 0) > meetup.seats:
        from desktop.models.meetups.guests import move_up

        move_up(edit, meetup_id, values["seats"])
    edit.record("meetup", about(meetup_id), step=step, what="edit", theme=values.get("theme", meetup.theme))


def add_posts(tx: Tx, meetup_id: int, post_ids: Iterable[int], *, step: str = "") -> int:
    """Put posts of citizens into a meet-up; how many were not in it yet. Posts of ours are left out."""
    meetup = get_meetup(meetup_id)
    wanted = list(dict.fromkeys(post_ids))
    if not wanted:
        return 0
    step = step or new_step()
    need(tx, "meetup.invite", meetup.state)
    known = {row.post_id for row in posts_of(meetup_id)}
    found = {
        row[0]: row for row in rows_in(tx.db, "SELECT id, case_id, own FROM post WHERE id IN (%s)", wanted)
    }
    added = 0
    for post_id in wanted:
        if post_id not in found:
            raise Missing(f"no post {post_id}")
        _, case_id, own = found[post_id]
        if post_id in known or own:
            continue
        edit = Edit(tx)
        edit.insert("meetup_post", meetup_id=meetup_id, post_id=post_id, case_id=case_id)
        edit.record(
            "meetup-post", about(meetup_id), case_id=case_id or 0, step=step, what="add", theme=meetup.theme
        )
        tx.changes.post(post_id)
        added += 1
    return added


def remove_post(tx: Tx, meetup_id: int, post_id: int, *, step: str = "") -> None:
    """Take a post out again. Raises MeetupRefused where its author was already invited."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.invite", meetup.state)
    row = next((row for row in posts_of(meetup_id) if row.post_id == post_id), None)
    if row is None:
        raise Missing(f"no post {post_id} in meet-up {meetup_id}")
    if row.sent not in NOT_OUT:
        raise MeetupRefused("invited", code="meetup-invited")
    edit = Edit(tx)
    edit.delete("meetup_post", row.id)
    edit.record(
        "meetup-post", about(meetup_id), case_id=row.case_id or 0, step=step, what="remove",
        theme=meetup.theme,
    )  # fmt: skip


def set_state(tx: Tx, meetup_id: int, state: str, *, step: str = "") -> None:
    """ "over": it has taken place; "cancelled": it will not; "open": back from these to where it was."""
    meetup = get_meetup(meetup_id)
    allowed = {"over": ("planned", "inviting", "drawn"), "cancelled": ("planned", "inviting", "drawn")}
    if state == "open":
        if meetup.state not in ("over", "cancelled"):
            raise MeetupRefused(meetup.state, code="meetup-open")
        need(tx, "meetup.plan", "planned")
        state = "drawn" if meetup.drawn_ms is not None else "inviting" if meetup.invited else "planned"
    elif meetup.state not in allowed.get(state, ()):
        raise MeetupRefused(f"{meetup.state} to {state}", code="meetup-ended")
    else:
        need(tx, "meetup.plan", meetup.state)
    edit = Edit(tx)
    edit.set("meetup", meetup_id, state=state, version=meetup.version + 1)
    edit.record("meetup-state", about(meetup_id), step=step, state=state, theme=meetup.theme)


def mark_invited(
    tx: Tx, meetup_id: int, meetup_post_id: int, said: Said | None = None, *, step: str = ""
) -> None:
    """An invitation is on its way (None: it was made by hand). Its author becomes a guest who was invited,
    and the meet-up takes sign-ups."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.invite", meetup.state)
    row = get_post(meetup_id, meetup_post_id)
    if row.sent not in NOT_OUT:
        raise MeetupRefused("invited", code="meetup-invited")
    edit = Edit(tx)
    if said is None:
        edit.set("meetup_post", row.id, by_hand_ms=tx.now_ms)
    else:
        edit.set("meetup_post", row.id, outbox_id=said.outbox_id, approval_id=said.approval_id)
    if meetup.state == "planned":
        edit.set("meetup", meetup_id, state="inviting")
    known = tx.db.execute_sql(
        "SELECT 1 FROM guest WHERE meetup_id = ? AND author_id = ?", (meetup_id, row.author_id)
    ).fetchone()
    if row.author_id is None or known is None:
        edit.insert(
            "guest", meetup_id=meetup_id, author_id=row.author_id, name=row.author_name or row.handle,
            contact="", state="invited", number=None, late=0, post_id=row.post_id, reply_id=None, seat=None,
            told="", note="", changed_ms=tx.now_ms,
        )  # fmt: skip
    edit.record(
        "meetup-invite", about(meetup_id), case_id=row.case_id or 0, step=step, theme=meetup.theme,
        by_hand=said is None,
    )  # fmt: skip


def mark_answered(tx: Tx, meetup_id: int, meetup_post_id: int, said: Said, *, step: str = "") -> None:
    """What came of the meet-up is on its way to the author of a post."""
    meetup = get_meetup(meetup_id)
    need(tx, "meetup.report", meetup.state)
    row = get_post(meetup_id, meetup_post_id)
    if row.answer_sent not in NOT_OUT:
        raise MeetupRefused("answered", code="meetup-answered")
    edit = Edit(tx)
    edit.set("meetup_post", row.id, answer_outbox_id=said.outbox_id, answer_approval_id=said.approval_id)
    edit.record("meetup-answer", about(meetup_id), case_id=row.case_id or 0, step=step, theme=meetup.theme)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    texts = {
        "theme": LONGEST_THEME, "place": LONGEST_PLACE, "invitation": LONGEST_TEXT,
        "short_invitation": LONGEST_TEXT, "answer": LONGEST_TEXT,
    }  # fmt: skip
    numbers = {
        "minutes": (1, LONGEST_MINUTES), "seats": (1, MOST_SEATS), "at_ms": (0, _LAST_MS),
        "sign_up_until_ms": (0, _LAST_MS),
    }  # fmt: skip
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name in texts:
            text = str(value).strip()
            checked[name] = (" ".join(text.split()) if name in ("theme", "place") else text)[: texts[name]]
        elif name in numbers:
            least, most = numbers[name]
            if value is not None and not least <= int(value) <= most:
                raise MeetupRefused(f"{name} {value}", code=f"meetup-{name.split('_')[0]}")
            checked[name] = None if value is None else int(value)
        else:
            raise TypeError(f"no column {name!r}")
    for name in ("invitation", "short_invitation", "answer"):
        strange = templates.unknown(checked.get(name, ""))
        if strange:
            raise templates.TemplateRefused("unknown place", "template-unknown", strange[0].name)
    return checked


def _check_times(values: Mapping[str, Any]) -> None:
    until = values.get("sign_up_until_ms")
    if until is not None and until > values["at_ms"]:
        raise MeetupRefused("sign-up after the beginning", code="meetup-sign-up-late")


def _usual(kind: str) -> str:
    row = templates.of_kind(kind)
    return row.text if row is not None else ""
