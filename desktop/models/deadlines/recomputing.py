"""Many clocks at once: what a changed day, hour or rule would move, moving it, and clocks for the cases that
have none yet. All in pieces, so that other work gets its turn in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.models.current import database
from desktop.models.deadlines import clocks, days_off, rules
from desktop.models.deadlines.calendar import Calendar, DayOff, OfficeHours, OutOfCalendar
from desktop.models.deadlines.clocks import Clock
from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.models.events import record_many
from desktop.models.sql import marks, rows_in
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class Moved:
    """A due time that came out otherwise."""

    case_id: int
    purpose: str
    before_ms: int | None
    after_ms: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the work: what moved, and after which clock to go on (None: all is done)."""

    looked_at: int
    moved: tuple[Moved, ...]
    go_on_after: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody thinks of changing. ``days``: None as its value takes the office's own row away."""

    rules: tuple[Rule, ...] = ()
    days: Mapping[date, DayOff | None] = field(default_factory=dict)
    hours: OfficeHours | None = None


def recompute_some(tx: Tx, after: int = 0, limit: int = 1000, *, calendar: Calendar | None = None) -> Piece:
    """Compute the due times of some open clocks anew, in the order of their ids: call it until
    ``go_on_after`` is None. Each piece is a transaction of its own."""
    found, moved = _computed(after, limit, calendar or days_off.calendar(), rules.by_code())
    tx.db.connection().executemany(
        "UPDATE case_clock SET due_ms = ?, changed_ms = ? WHERE id = ?",
        [(at, tx.now_ms, clock.id) for clock, at in moved],
    )
    clocks.tell_departments(tx, [clock.case_id for clock, _ in moved])
    record_many(
        tx,
        "clock-moved",
        (
            (clock.case_id, {"due_ms": clock.due_ms}, {"due_ms": at, "purpose": clock.purpose})
            for clock, at in moved
        ),
    )
    if moved:
        tx.changes.other("clocks")  # lists look at what they show, not at thousands of cases
    return _piece(found, moved, limit)


def would_move(change: Change, after: int = 0, limit: int = 1000) -> Piece:
    """What of the same piece would move if something were changed; nothing is. Raises OutOfCalendar."""
    known = rules.by_code() | {rule.code: rule for rule in change.rules}
    calendar = days_off.calendar(change.hours, change.days)
    return _piece(*_computed(after, limit, calendar, known), limit)


def count_open() -> int:
    """How many clocks there are to compute."""
    return int(database.execute_sql("SELECT count(*) FROM case_clock WHERE state <> 'stopped'").fetchone()[0])


def without_clock() -> list[int]:
    """Open cases that were sorted and have no clock: before there were rules, or by an older program."""
    tracks = list(clocks.TRACK_KINDS)
    rows = database.execute_sql(
        f"SELECT c.id FROM case_ c WHERE c.track IN ({marks(len(tracks))}) AND c.merged_into IS NULL"
        " AND c.status = 'open' AND NOT EXISTS"
        " (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.purpose = ?)",
        (*tracks, clocks.ANSWER),
    ).fetchall()
    return [row[0] for row in rows]


def start_missing(tx: Tx, case_ids: Sequence[int]) -> int:
    """Give these of them their clocks, unless somebody was faster; how many. Nobody's gesture."""
    known = {kind: rules.usual_rule(kind) for kind in clocks.TRACK_KINDS.values()}
    rows = rows_in(
        tx.db,
        "SELECT c.id, c.track, c.opened_ms FROM case_ c WHERE c.merged_into IS NULL AND c.status = 'open'"
        " AND NOT EXISTS (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.purpose = 'answer')"
        " AND c.id IN (%s)",
        case_ids,
    )
    calendar = days_off.calendar()
    made: list[Clock] = []
    for case_id, track, opened_ms in rows:
        kind = clocks.TRACK_KINDS.get(track, "")
        rule = known.get(kind)
        if rule is None:
            continue
        clock = clocks.begun(case_id, kind, rule, opened_ms)
        try:
            made.append(clocks.counted(clock, rule, calendar))
        except OutOfCalendar:
            continue  # older than the days off that are known: no due time can be said
    clocks.store_many(tx, made)
    if made:
        tx.changes.other("clocks")
    return len(made)


# --- inside -----------------------------------------------------------------------------------------------


def _computed(
    after: int, limit: int, calendar: Calendar, known: Mapping[str, Rule]
) -> tuple[list[Clock], list[tuple[Clock, int | None]]]:
    found = clocks.open_after(after, limit)
    moved: list[tuple[Clock, int | None]] = []
    for clock in found:
        try:
            at = clocks.due_of(clock, known[clock.rule].with_amount(clock.amount), calendar)
        except (RuleRefused, OutOfCalendar, KeyError):
            at = None  # a rule that was changed so that the clock makes no sense any more
        if at != clock.due_ms:
            moved.append((clock, at))
    return found, moved


def _piece(found: Sequence[Clock], moved: Iterable[tuple[Clock, int | None]], limit: int) -> Piece:
    return Piece(
        len(found),
        tuple(Moved(clock.case_id, clock.purpose, clock.due_ms, at) for clock, at in moved),
        found[-1].id if len(found) == limit else None,
    )
