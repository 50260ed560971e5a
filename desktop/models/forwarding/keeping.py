"""Rows of forwardings: how they are read, stored, put in order, and put back.

The id of a forwarding is the number of the event that made it: numbers of the log are never used twice, so a
row that an event names is always that one.

``urgency`` is the order of an inbox, least first: what is open by its due time, then what is open without
one, then what is closed, the latest first. It is kept in the row so that a page is one short walk down an
index; ``follow_clock`` keeps it true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.models import departments
from desktop.models.current import database
from desktop.models.errors import Conflict, Missing
from desktop.models.events import record, record_many
from desktop.models.forwarding_mail import sending as letters
from desktop.models.log_chain import last
from desktop.models.permissions import NotAllowed, Who, need
from desktop.models.sql import rows_in
from desktop.models.store import Tx

LEAD, SUPPORTING = "lead", "supporting"
SENT, RECEIVED, WORKING = "sent", "received", "working"
ANSWERED, RETURNED, WITHDRAWN = "answered", "returned", "withdrawn"
OPEN_STATES = (SENT, RECEIVED, WORKING)
CLOSED_STATES = (ANSWERED, RETURNED, WITHDRAWN)
STATES = (*OPEN_STATES, *CLOSED_STATES)

NO_DUE = 10**15
CLOSED = 10**16


@dataclass(frozen=True, slots=True)
class Forwarding:
    """A case in the hands of a department. ``meant_for``: the absent department that this one is the deputy
    of. ``due_ms`` None: no clock runs. ``hop``: the how many-eth lead department of the case this is."""

    id: int
    case_id: int
    department: str
    meant_for: str
    part: str
    state: str
    note: str
    hop: int
    sent_ms: int
    sent_by: str
    seen_ms: int | None
    received_ms: int | None
    received_by: str
    ended_ms: int | None
    ended_by: str
    reason: str
    due_ms: int | None
    open: bool

    @property
    def lead(self) -> bool:
        return self.part == LEAD


COLUMNS = tuple(field.name for field in fields(Forwarding))
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM forwarding"
_NOT_IN_EVENTS = ("id", "case_id", "seen_ms", "due_ms")
"""Who has looked and when it is due are facts that no undo changes."""


# --- reading ----------------------------------------------------------------------------------------------


def get(forwarding_id: int) -> Forwarding:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (forwarding_id,)).fetchone()
    if row is None:
        raise Missing(f"no forwarding {forwarding_id}")
    return from_row(row)


def of_case(case_id: int) -> list[Forwarding]:
    """All of a case and of those grouped into it, the oldest first."""
    return of_cases([case_id])[case_id]


def of_cases(case_ids: Sequence[int]) -> dict[int, list[Forwarding]]:
    """The same of each of several cases."""
    grouped = rows_in(database, "SELECT id, merged_into FROM case_ WHERE merged_into IN (%s)", case_ids)
    kept = {case_id: case_id for case_id in case_ids} | dict(grouped)
    found: dict[int, list[Forwarding]] = {case_id: [] for case_id in case_ids}
    rows = rows_in(database, f"{_SELECT} WHERE case_id IN (%s)", list(kept))
    for row in sorted((from_row(row) for row in rows), key=lambda row: row.id):
        found[kept[row.case_id]].append(row)
    return found


def kept_case(case_id: int) -> int:
    """The case that this one stands in now: itself, or the one that it was grouped into. Raises Missing."""
    row = database.execute_sql(
        "SELECT coalesce(merged_into, id) FROM case_ WHERE id = ?", (case_id,)
    ).fetchone()
    if row is None:
        raise Missing(f"no case {case_id}")
    return int(row[0])


def open_of_cases(case_ids: Sequence[int]) -> list[Forwarding]:
    rows = rows_in(database, f"{_SELECT} WHERE open AND case_id IN (%s)", list(case_ids))
    return sorted((from_row(row) for row in rows), key=lambda row: row.id)


def from_row(row: Sequence[Any]) -> Forwarding:
    values = dict(zip(COLUMNS, row, strict=True))
    values["open"] = bool(values["open"])
    return Forwarding(**values)


# --- storing ----------------------------------------------------------------------------------------------


def add_all(tx: Tx, rows: Sequence[Forwarding], kind: str, step: str) -> list[Forwarding]:
    """Store new forwardings, each with its event; ``id`` and ``due_ms`` of the rows do not count."""
    if not rows:
        return []
    due: dict[int, int | None] = dict(rows_in(tx.db, _DUE_OF, [row.case_id for row in rows]))
    made = [
        replace(row, id=event_id, due_ms=due.get(row.case_id))
        for event_id, row in enumerate(rows, last(tx.db)[0] + 1)
    ]
    tx.db.connection().executemany(_UPSERT, [_values(tx, row) for row in made])
    record_many(
        tx, kind, ((row.case_id, *_event_of(None, row)) for row in made), step=step, makes="forwarding"
    )
    letters.follow_new(tx, made)
    for row in made:
        _tell(tx, row.case_id)
    return made


def change(tx: Tx, row: Forwarding, kind: str, step: str, /, facts: Mapping[str, Any] | None = None,
           more: Mapping[str, tuple[Any, Any]] | None = None, **values: Any) -> Forwarding:  # fmt: skip
    """Change a forwarding, with its event. ``more``: what else the event holds, by key: (before, after)."""
    changed = replace(row, **values)
    changed = replace(changed, open=changed.state in OPEN_STATES)
    if changed.open and not row.open:
        changed = replace(changed, due_ms=_due_ms(tx, row.case_id))
    _write(tx, changed)
    _record(tx, row, changed, kind, step, facts or {}, more or {})
    return changed


def look(tx: Tx, row: Forwarding) -> None:
    """Somebody of the department looks for the first time: an event, but nothing to take back."""
    tx.db.execute_sql("UPDATE forwarding SET seen_ms = ? WHERE id = ?", (tx.now_ms, row.id))
    record(tx, "forward-seen", row.case_id, {}, {"to": row.department}, about=f"forwarding:{row.id}")
    _tell(tx, row.case_id)


def follow_clock(tx: Tx, case_ids: Iterable[int]) -> None:
    """The clocks of these cases have changed: their open forwardings are due with them."""
    for case_id in case_ids:
        rows = tx.db.execute_sql(
            "SELECT id FROM forwarding WHERE case_id = ? AND open", (case_id,)
        ).fetchall()
        if rows:
            due_ms = _due_ms(tx, case_id)
            tx.db.execute_sql(
                "UPDATE forwarding SET due_ms = ?, urgency = ? WHERE case_id = ? AND open",
                (due_ms, NO_DUE if due_ms is None else due_ms, case_id),
            )
            _tell(tx, case_id)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a forwarding back as an event describes it; for undo. One that was not there before stays in the
    list as withdrawn: the department may have seen it."""
    now = get(state["id"])
    who = need(tx, "forwarding.undo")
    _only_its_own(who, "forwarding.undo", now)
    if state["was"] is None:
        row = replace(now, state=WITHDRAWN, open=False, ended_ms=tx.now_ms, ended_by=tx.actor)
    else:
        row = replace(now, **state["was"])
        if row.open:
            row = replace(row, due_ms=_due_ms(tx, row.case_id))
        if row.open and not now.open and (other := _instead(row)) is not None:
            raise Conflict(other.sent_by, other.sent_ms, {"department": other.department})
    _write(tx, row)
    letters.follow(tx, row)
    _tell(tx, case_id)


def can_open(row: Forwarding) -> bool:
    """Whether a closed forwarding may be opened again: its case still waits for it."""
    if row.open or _instead(row) is not None:
        return False
    track, department = database.execute_sql(
        "SELECT track, department FROM case_ WHERE id = ?", (row.case_id,)
    ).fetchone()
    return track == "forward" and (not row.lead or department == row.department)


def _instead(row: Forwarding) -> Forwarding | None:
    """An open forwarding of the case that this one cannot be open beside."""
    others = (other for other in open_of_cases([row.case_id]) if other.id != row.id)
    return next((o for o in others if o.department == row.department or (o.lead and row.lead)), None)


def may(tx: Tx, right: str, row: Forwarding) -> Who:
    """Raise NotAllowed or WrongState unless who works may do this to this forwarding now. Somebody of a
    department only works on what their department, or one below it, was sent."""
    who = need(tx, right, row.state)
    _only_its_own(who, right, row)
    return who


def _only_its_own(who: Who, right: str, row: Forwarding) -> None:
    if who.role == "department" and not covers(who.department, row.department):
        raise NotAllowed(right, who.role)


def covers(department: str, other: str) -> bool:
    """Whether ``other`` is this department or belongs to it."""
    known = departments.index().by_code
    seen: set[str] = set()
    while other and other not in seen:
        if other == department:
            return True
        seen.add(other)
        row = known.get(other)
        other = row.parent_code if row else ""
    return False


_WRITTEN = (*COLUMNS, "urgency", "changed_ms")
_UPSERT = (
    f"INSERT INTO forwarding ({', '.join(_WRITTEN)}) VALUES ({', '.join('?' * len(_WRITTEN))})"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _WRITTEN[1:])}"
)


def _write(tx: Tx, row: Forwarding) -> None:
    tx.db.execute_sql(_UPSERT, _values(tx, row))


def _values(tx: Tx, row: Forwarding) -> tuple[Any, ...]:
    if not row.open:
        urgency = CLOSED - (row.ended_ms or 0)
    else:
        urgency = NO_DUE if row.due_ms is None else row.due_ms
    return (*(getattr(row, name) for name in COLUMNS), urgency, tx.now_ms)


def _record(
    tx: Tx,
    before: Forwarding | None,
    after: Forwarding,
    kind: str,
    step: str,
    facts: Mapping[str, Any],
    more: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    others = more or {}
    was, now = _event_of(before, after)
    record(
        tx, kind, after.case_id,
        {**was, **{key: pair[0] for key, pair in others.items()}},
        {**facts, **now, **{key: pair[1] for key, pair in others.items()}},
        step=step, about=f"forwarding:{after.id}",
    )  # fmt: skip
    letters.follow(tx, after, kind, str(facts.get("reason", "")))
    _tell(tx, after.case_id)


def _event_of(before: Forwarding | None, after: Forwarding) -> tuple[dict[str, Any], dict[str, Any]]:
    """Before and after of an event."""
    now = {"to": after.department, "part": after.part, "forwarding": _state(after.id, after)}
    return {"forwarding": _state(after.id, before)}, now


def _state(row_id: int, row: Forwarding | None) -> dict[str, Any]:
    if row is None:
        return {"id": row_id, "was": None}
    was = {name: getattr(row, name) for name in COLUMNS if name not in _NOT_IN_EVENTS}
    return {"id": row_id, "was": was}


def _tell(tx: Tx, case_id: int) -> None:
    tx.changes.case(case_id)
    tx.changes.other("forwardings")


_DUE_OF = (
    "SELECT case_id, due_ms FROM case_clock WHERE purpose = 'answer' AND state = 'running'"
    " AND case_id IN (%s)"
)


def _due_ms(tx: Tx, case_id: int) -> int | None:
    row = tx.db.execute_sql(_DUE_OF % "?", (case_id,)).fetchone()
    return None if row is None else row[1]
