"""Meetings: when and where, who comes, how they begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.models.current import database
from desktop.models.deadlines.calendar import FIRST_YEAR, KST, LAST_YEAR, moment_of, ms_of
from desktop.models.errors import Conflict
from desktop.models.events import record
from desktop.models.meetings import agenda
from desktop.models.meetings.errors import MeetingRefused
from desktop.models.meetings.rows import MEETING, Attendee, Item, Meeting, attendees, items, need_meeting
from desktop.models.permissions import need
from desktop.models.store import Tx

MOST_ATTENDEES = 300
_FIELDS = ("number", "title", "at_ms", "place", "note")


def add(
    tx: Tx,
    at_ms: int,
    *,
    place: str = "",
    title: str = "",
    number: int | None = None,
    note: str = "",
    people: Iterable[Attendee] = (),
    step: str = "",
) -> Meeting:
    """Plan a meeting. ``number`` None: the next of its year. Raises MeetingRefused."""
    need(tx, "meeting.plan", "planned")
    _check_time(at_ms)
    number = next_number(at_ms) if number is None else number
    _check_number(number, at_ms, 0)
    found = tx.db.execute_sql(
        "INSERT INTO meeting (number, title, at_ms, place, state, note, created_by, changed_ms)"
        " VALUES (?, ?, ?, ?, 'planned', ?, ?, ?) RETURNING id",
        (number, _line(title), at_ms, _line(place), note.strip(), tx.actor, tx.now_ms),
    ).fetchone()
    meeting = need_meeting(int(found[0]))
    _seat(tx, meeting.id, people)
    _record(tx, meeting.id, {"exists": False}, {"exists": True, **_whole(meeting)}, "add", step)
    return meeting


def edit(
    tx: Tx,
    meeting_id: int,
    *,
    at_ms: int | None = None,
    place: str | None = None,
    title: str | None = None,
    number: int | None = None,
    note: str | None = None,
    people: Sequence[Attendee] | None = None,
    step: str = "",
) -> Meeting:
    """Change what is given. A meeting that moves to another year gets the next number there."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.plan", meeting.state)
    given = {
        "at_ms": at_ms,
        "number": number,
        "place": None if place is None else _line(place),
        "title": None if title is None else _line(title),
        "note": None if note is None else note.strip(),
    }
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if at_ms is not None:
        _check_time(at_ms)
        if number is None and moment_of(at_ms).year != moment_of(meeting.at_ms).year:
            values["number"] = next_number(at_ms)
    if "number" in values:
        _check_number(values["number"], at_ms if at_ms is not None else meeting.at_ms, meeting_id)
    before: dict[str, Any] = {name: getattr(meeting, name) for name in values}
    if people is not None:
        before["people"] = _as_lists(attendees(meeting_id))
        values["people"] = _as_lists(people)
    different = {name: value for name, value in values.items() if value != before[name]}
    if different:
        _write(tx, meeting_id, different)
        _record(tx, meeting_id, {name: before[name] for name in different}, different, "edit", step)
        _announce(tx, meeting_id)
    return need_meeting(meeting_id)


def start(tx: Tx, meeting_id: int, *, step: str = "") -> Meeting:
    """It begins. Nothing happens to one that runs already."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.decide", meeting.state)
    return meeting if meeting.state == "running" else _set_state(tx, meeting, "running", "start", step)


def close(tx: Tx, meeting_id: int, *, step: str = "") -> list[Item]:
    """It ends. Ideas without a decision go back to the pool; which these were."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.close", meeting.state)
    left = [item for item in items(meeting_id) if not item.decision]
    for item in left:
        agenda.leave(tx, item, step=step)
    _set_state(tx, meeting, "closed", "close", step)
    return left


def remove(tx: Tx, meeting_id: int, *, step: str = "") -> None:
    """A meeting that was planned by mistake; its ideas go back to the pool. Raises MeetingRefused for one
    that has decided something: that stays on record."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.plan", meeting.state)
    planned = items(meeting_id)
    if meeting.state != "planned" or any(item.decision for item in planned):
        raise MeetingRefused(meeting.state, "meeting-began")
    for item in planned:
        agenda.take_off(tx, item, step=step)
    before = {"exists": True, **_whole(meeting)}
    _drop(tx, meeting_id)
    _record(tx, meeting_id, before, {"exists": False}, "remove", step)


def next_number(at_ms: int) -> int:
    """The next number in the year of that moment."""
    taken = _numbers(at_ms, 0)
    return max(taken, default=0) + 1


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a meeting back as an event holds it; for undo. Raises Conflict where it is in use meanwhile."""
    need(tx, "meeting.decide" if state.keys() == {"id", "state"} else "meeting.plan")
    meeting_id = state["id"]
    values = {name: value for name, value in state.items() if name not in ("id", "exists")}
    if state.get("exists") is False:
        if items(meeting_id):
            raise Conflict("", tx.now_ms, {})
        _drop(tx, meeting_id)
        return
    if state.get("exists"):
        names = [name for name in MEETING if name not in ("id", "changed_ms")]
        tx.db.execute_sql(
            f"INSERT INTO meeting (id, changed_ms, {', '.join(names)})"
            f" VALUES (?, ?, {', '.join('?' * len(names))})",
            (meeting_id, tx.now_ms, *(values[name] for name in names)),
        )
    _write(tx, meeting_id, values)
    _announce(tx, meeting_id)


# --- inside -----------------------------------------------------------------------------------------------


def _set_state(tx: Tx, meeting: Meeting, state: str, what: str, step: str) -> Meeting:
    _write(tx, meeting.id, {"state": state})
    _record(tx, meeting.id, {"state": meeting.state}, {"state": state}, what, step)
    _announce(tx, meeting.id)
    return need_meeting(meeting.id)


def _write(tx: Tx, meeting_id: int, values: Mapping[str, Any]) -> None:
    columns = [name for name in values if name in MEETING and name not in ("id", "changed_ms")]
    assignments = ", ".join(f"{name} = ?" for name in (*columns, "changed_ms"))
    tx.db.execute_sql(
        f"UPDATE meeting SET {assignments} WHERE id = ?",
        (*(values[name] for name in columns), tx.now_ms, meeting_id),
    )
    if "people" in values:
        _seat(tx, meeting_id, [Attendee(*person) for person in values["people"]])
    if "order" in values:
        agenda.set_order(tx, meeting_id, values["order"])
    tx.changes.other("meetings")


def _seat(tx: Tx, meeting_id: int, people: Iterable[Attendee]) -> None:
    seated = [person for person in people if person.name.strip()]
    if len(seated) > MOST_ATTENDEES:
        raise MeetingRefused(str(len(seated)), "meeting-attendees")
    tx.db.execute_sql("DELETE FROM attendee WHERE meeting_id = ?", (meeting_id,))
    tx.db.connection().executemany(
        "INSERT INTO attendee (meeting_id, name, title, present, position) VALUES (?, ?, ?, ?, ?)",
        [
            (meeting_id, _line(person.name), _line(person.title), person.present, place)
            for place, person in enumerate(seated)
        ],
    )


def _drop(tx: Tx, meeting_id: int) -> None:
    tx.db.execute_sql("DELETE FROM attendee WHERE meeting_id = ?", (meeting_id,))
    tx.db.execute_sql("DELETE FROM meeting WHERE id = ?", (meeting_id,))
    tx.changes.other("meetings")


def _whole(meeting: Meeting) -> dict[str, Any]:
    kept = {name: getattr(meeting, name) for name in MEETING if name not in ("id", "changed_ms")}
    return {**kept, "people": _as_lists(attendees(meeting.id))}


def _as_lists(people: Iterable[Attendee]) -> list[list[Any]]:
    return [[_line(p.name), _line(p.title), p.present] for p in people if p.name.strip()]


def _record(
    tx: Tx, meeting_id: int, before: Mapping[str, Any], after: Mapping[str, Any], what: str, step: str
) -> None:
    number = _number_of(meeting_id, before, after)
    record(
        tx, "meeting", 0, {"meeting": {"id": meeting_id, **before}},
        {"meeting": {"id": meeting_id, **after}, "what": what, "number": number},
        about=f"meeting:{meeting_id}", step=step,
    )  # fmt: skip
    tx.changes.other("meetings")


def _number_of(meeting_id: int, before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    """What the history calls the meeting, also when it is there no more."""
    known = after.get("number", before.get("number"))
    return int(known) if known is not None else need_meeting(meeting_id).number


def _announce(tx: Tx, meeting_id: int) -> None:
    """The cards of its ideas wear its date."""
    for item in items(meeting_id):
        tx.changes.case(item.case_id)


def _numbers(at_ms: int, but: int) -> set[int]:
    year = moment_of(at_ms).year
    first, after = ms_of(datetime(year, 1, 1, tzinfo=KST)), ms_of(datetime(year + 1, 1, 1, tzinfo=KST))
    rows = database.execute_sql(
        "SELECT number FROM meeting WHERE at_ms >= ? AND at_ms < ? AND id <> ?", (first, after, but)
    ).fetchall()
    return {row[0] for row in rows}


def _check_number(number: int, at_ms: int, but: int) -> None:
    if not 1 <= number <= 9999 or number in _numbers(at_ms, but):
        raise MeetingRefused(str(number), "meeting-number")


def _check_time(at_ms: int) -> None:
    try:
        year = moment_of(at_ms).year
    except OverflowError:
        year = 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise MeetingRefused(str(at_ms), "meeting-time")


def _line(text: str) -> str:
    return " ".join(text.split())[:200]
