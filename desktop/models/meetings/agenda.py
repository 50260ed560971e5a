"""What is on the agenda of a meeting, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.models.errors import Conflict, Missing
from desktop.models.events import record
from desktop.models.meetings import keeping, telling
from desktop.models.meetings.errors import MeetingRefused
from desktop.models.meetings.rows import (
    ITEM,
    Item,
    Meeting,
    get_idea,
    get_item,
    items,
    need_idea,
    need_meeting,
    open_items,
)
from desktop.models.permissions import need
from desktop.models.store import Tx


def add(
    tx: Tx, meeting_id: int, case_ids: Iterable[int], *, at: int | None = None, step: str = ""
) -> list[int]:
    """Put ideas on an agenda in the order given, before the item that stands at place ``at`` (0 is the first;
    None: at the end). Those that are on it already stay where they are. The cases that came on. Raises
    MeetingRefused for ideas that are decided or on the agenda of another meeting."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.plan", meeting.state)
    here = [item.case_id for item in items(meeting_id)]
    found = {idea.case_id: idea for idea in map(need_idea, case_ids)}
    new = [case_id for case_id in found if case_id not in here]
    taken = open_items(new)
    for case_id in new:
        if case_id in taken:
            raise MeetingRefused(f"{case_id} is on {taken[case_id].meeting_id}", "idea-on-agenda")
        if found[case_id].state not in ("pool", "held"):
            raise MeetingRefused(f"{case_id} is {found[case_id].state}", "idea-decided")
    at = len(here) if at is None else max(0, min(at, len(here)))
    for place, case_id in enumerate(new):
        put_on(tx, meeting_id, case_id, at + place, step=step)
    _number(tx, meeting_id, [*here[:at], *new, *here[at:]])
    return new


def remove(tx: Tx, meeting_id: int, case_ids: Iterable[int], *, step: str = "") -> None:
    """Take ideas off an agenda, back to where they were. What is decided stays: raises MeetingRefused."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.plan", meeting.state)
    chosen = [need_item(meeting_id, case_id) for case_id in dict.fromkeys(case_ids)]
    if any(item.decision for item in chosen):
        raise MeetingRefused("decided", "agenda-decided")
    for item in chosen:
        take_off(tx, item, step=step)


def order(tx: Tx, meeting_id: int, case_ids: Sequence[int], *, step: str = "") -> None:
    """Give the agenda this order. Raises Conflict unless these are just the ideas that are on it."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.plan", meeting.state)
    before = [item.case_id for item in items(meeting_id)]
    if sorted(before) != sorted(case_ids):
        raise Conflict("", meeting.changed_ms, {"order": before})
    if before == list(case_ids):
        return
    _number(tx, meeting_id, case_ids)
    record(
        tx, "meeting", 0,
        {"meeting": {"id": meeting_id, "order": before}},
        {"meeting": {"id": meeting_id, "order": list(case_ids)}, "what": "order"},
        about=f"meeting:{meeting_id}", step=step,
    )  # fmt: skip


def move(tx: Tx, meeting_id: int, case_id: int, by: int, *, step: str = "") -> None:
    """Move an idea up (-1) or down (1) the agenda by so many places."""
    here = [item.case_id for item in items(meeting_id)]
    if case_id not in here:
        raise Missing(f"{case_id} is not on {meeting_id}")
    at = here.index(case_id)
    here.insert(max(0, min(at + by, len(here) - 1)), here.pop(at))
    order(tx, meeting_id, here, step=step)


# --- inside the package: nobody is asked ------------------------------------------------------------------


def need_item(meeting_id: int, case_id: int) -> Item:
    """Raises Missing."""
    item = get_item(meeting_id, case_id)
    if item is None:
        raise Missing(f"{case_id} is not on {meeting_id}")
    return item


def put_on(tx: Tx, meeting_id: int, case_id: int, position: int, *, step: str = "") -> None:
    idea = need_idea(case_id)
    item = Item(meeting_id, idea.case_id, position, "", "", "", "", None, "")
    _store(tx, item)
    keeping.change(
        tx, idea, {"state": "agenda"}, "add", kind="agenda", about=f"meeting:{meeting_id}", step=step,
        more=({"agenda": as_json(meeting_id, None)}, {"agenda": as_json(meeting_id, item)}),
    )  # fmt: skip


def leave(tx: Tx, item: Item, *, step: str = "") -> None:
    """The meeting is over and has not come to this idea: it waits for another one. That it was on the agenda
    stays on record."""
    idea = get_idea(item.case_id)
    assert idea is not None  # an item is only ever made of an idea
    state = keeping.resting_state(item.case_id) if idea.state == "agenda" else idea.state
    about = f"meeting:{item.meeting_id}"
    keeping.change(tx, idea, {"state": state}, "left", kind="agenda", about=about, step=step)


def take_off(tx: Tx, item: Item, *, step: str = "") -> None:
    idea = get_idea(item.case_id)
    assert idea is not None
    _delete(tx, item.meeting_id, item.case_id)
    state = keeping.resting_state(item.case_id) if idea.state == "agenda" else idea.state
    keeping.change(
        tx, idea, {"state": state}, "remove", kind="agenda", about=f"meeting:{item.meeting_id}", step=step,
        more=({"agenda": as_json(item.meeting_id, item)}, {"agenda": as_json(item.meeting_id, None)}),
    )  # fmt: skip


def replace(tx: Tx, item: Item) -> None:
    """Store an item that is on the agenda already."""
    _delete(tx, item.meeting_id, item.case_id)
    _store(tx, item)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a place on an agenda back as an event holds it; for undo. Raises Conflict where the meeting is not
    there any more or has ended."""
    meeting = _still(tx, state["meeting"])
    told_before = telling.texts(case_id)
    _delete(tx, meeting.id, case_id)
    if state["item"] is not None:
        _store(tx, Item(meeting_id=meeting.id, case_id=case_id, **state["item"]))
    telling.follow(tx, case_id, told_before)


def set_order(tx: Tx, meeting_id: int, case_ids: Sequence[int]) -> None:
    """For undo: those that came on since stand at the end."""
    here = [item.case_id for item in items(meeting_id)]
    known = [case_id for case_id in case_ids if case_id in here]
    _number(tx, meeting_id, [*known, *(case_id for case_id in here if case_id not in known)])


def as_json(meeting_id: int, item: Item | None) -> dict[str, Any]:
    """What an event keeps of a place on an agenda."""
    names = [name for name in ITEM if name not in ("meeting_id", "case_id")]
    kept = None if item is None else {name: getattr(item, name) for name in names}
    return {"meeting": meeting_id, "item": kept}


def _still(tx: Tx, meeting_id: int) -> Meeting:
    try:
        meeting = need_meeting(meeting_id)
    except Missing:
        raise Conflict("", tx.now_ms, {}) from None
    if meeting.state == "closed":
        raise MeetingRefused(f"{meeting_id} is closed", "meeting-closed")
    return meeting


def _store(tx: Tx, item: Item) -> None:
    tx.db.execute_sql(
        f"INSERT INTO agenda_item ({', '.join(ITEM)}) VALUES ({', '.join('?' * len(ITEM))})",
        tuple(getattr(item, name) for name in ITEM),
    )
    _changed(tx, item.meeting_id, item.case_id)


def _delete(tx: Tx, meeting_id: int, case_id: int) -> None:
    tx.db.execute_sql("DELETE FROM agenda_item WHERE meeting_id = ? AND case_id = ?", (meeting_id, case_id))
    _changed(tx, meeting_id, case_id)


def _number(tx: Tx, meeting_id: int, case_ids: Sequence[int]) -> None:
    tx.db.connection().executemany(
        "UPDATE agenda_item SET position = ? WHERE meeting_id = ? AND case_id = ?",
        [(place, meeting_id, case_id) for place, case_id in enumerate(case_ids)],
    )
    tx.changes.other("meetings")


def _changed(tx: Tx, meeting_id: int, case_id: int) -> None:
    tx.changes.case(case_id)
    tx.changes.other("meetings")
