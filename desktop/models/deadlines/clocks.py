"""The clocks of cases: since when, by which rule, what stopped them, and until when.

Every change is an event in the same transaction and, with a step, undone like any other. A clock holds all
that its due time is computed from, so it can be computed anew when a day off or a rule changes
(``recomputing``), and can always explain itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from desktop.models.current import database
from desktop.models.deadlines import allowed, counting, days_off, explain, rules
from desktop.models.deadlines.calendar import Calendar, OutOfCalendar
from desktop.models.deadlines.counting import Pause
from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.events import record, record_many
from desktop.models.sql import rows_in, update_in
from desktop.models.store import Tx

ANSWER, RECEIVE = "answer", "receive"
RUNNING, PAUSED, STOPPED = "running", "paused", "stopped"
TRACK_KINDS = {"forward": "general", "idea": "proposal", "opinion": "chat"}
"""What a case is taken as when it is sorted; people switch it where it is something else."""


class ClockRefused(WorkspaceError):
    """What the clock does not allow now; the code says which rule of clocks forbids it."""

    code = "clock-refused"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of a case. ``due_ms`` None: it is paused, or its rule has no length."""

    id: int
    case_id: int
    purpose: str
    kind: str
    rule: str
    amount: int | None
    started_ms: int
    pauses: tuple[Pause, ...]
    extension: int
    extension_reason: str
    due_ms: int | None
    state: str
    stopped_ms: int | None

    def late_at(self, now_ms: int) -> bool:
        """Whether it is overdue, or was when it stopped."""
        at = self.stopped_ms if self.stopped_ms is not None else now_ms
        return self.due_ms is not None and at > self.due_ms


# --- changing ---------------------------------------------------------------------------------------------


def start(
    tx: Tx,
    case_id: int,
    kind: str,
    *,
    rule: str = "",
    amount: int | None = None,
    from_ms: int | None = None,
    purpose: str = ANSWER,
    step: str = "",
) -> Clock:
    """Start a clock for a purpose, anew where there was one. ``rule`` "": the usual one of the kind.
    ``from_ms`` None: when the case was opened."""
    opened = _opened_ms(tx, case_id)
    chosen = rules.need_rule(rule) if rule else rules.rule_for(kind)
    before = _find(tx, case_id, purpose)
    clock = Clock(
        before.id if before else 0, case_id, purpose, kind, chosen.code, amount,
        opened if from_ms is None else from_ms, (), 0, "", None, RUNNING, None,
    )  # fmt: skip
    return _save(tx, before, clock, "start", step)


def pause(
    tx: Tx, case_id: int, reason: str, *, at_ms: int | None = None, purpose: str = ANSWER, step: str = ""
) -> Clock:
    """A supplement was asked for: the clock stands still until ``resume``."""
    allowed.need_clock(tx, case_id)
    clock = _need(tx, case_id, purpose)
    at = tx.now_ms if at_ms is None else at_ms
    if code := allowed.why_no_pause(clock, at):
        raise ClockRefused(f"{clock.state} at {at}", code=code)
    pauses = (*clock.pauses, Pause(at, None, reason))
    return _save(tx, clock, replace(clock, pauses=pauses, state=PAUSED), "pause", step)


def resume(tx: Tx, case_id: int, *, at_ms: int | None = None, purpose: str = ANSWER, step: str = "") -> Clock:
    """The supplement has come."""
    allowed.need_clock(tx, case_id)
    clock = _need(tx, case_id, purpose)
    at = tx.now_ms if at_ms is None else at_ms
    if clock.state != PAUSED:
        raise ClockRefused(clock.state, code="clock-not-paused")
    last = clock.pauses[-1]
    if at < last.from_ms:
        raise ClockRefused("before the pause", code="clock-order")
    pauses = (*clock.pauses[:-1], replace(last, until_ms=at))
    return _save(tx, clock, replace(clock, pauses=pauses, state=RUNNING), "resume", step)


def extend(tx: Tx, case_id: int, amount: int, reason: str, *, purpose: str = ANSWER, step: str = "") -> Clock:
    """Once, by at most the rule's own length, with a lawful reason (in words or a code)."""
    allowed.need_clock(tx, case_id)
    clock = _need(tx, case_id, purpose)
    rule = _rule_in(tx, clock)
    if code := allowed.why_no_extension(clock, rule, tx.now_ms):
        raise ClockRefused(clock.state, code=code)
    if not allowed.lawful(reason):
        raise ClockRefused(reason[:100], code="clock-reason")
    if not 1 <= amount <= allowed.longest_extension(rule):
        raise ClockRefused(f"{amount} of {rule.amount}", code="clock-extension-length")
    changed = replace(clock, extension=amount, extension_reason=reason.strip())
    return _save(tx, clock, changed, "extend", step)


def switch(
    tx: Tx,
    case_id: int,
    kind: str,
    *,
    rule: str = "",
    amount: int | None = None,
    from_ms: int | None = None,
    purpose: str = ANSWER,
    step: str = "",
) -> Clock:
    """Take a case as something else: another rule from the same beginning (or a new one), with the pauses it
    had. An extension was one of the old period and ends with it; its reason stays, for there is no second
    one. Raises RuleRefused where rule or length are not for this kind."""
    allowed.need_clock(tx, case_id)
    clock = _need(tx, case_id, purpose)
    chosen = rules.need_rule(rule) if rule else rules.rule_for(kind)
    allowed.need_fitting(chosen, kind, amount)
    changed = replace(
        clock, kind=kind, rule=chosen.code, amount=amount, extension=0,
        started_ms=clock.started_ms if from_ms is None else from_ms,
    )  # fmt: skip
    return _save(tx, clock, changed, "switch", step)


def follow_track(
    tx: Tx, case_ids: Iterable[int], track: str, *, purpose: str = ANSWER, step: str = ""
) -> None:
    """Sorted cases get the clock of their track, those that have one another; what is taken back to the
    unsorted loses it. One that was taken as something else by hand (정식민원) stays that on "forward".
    Without a rule for the track (a workspace that was just made) there is no clock yet."""
    kind = TRACK_KINDS.get(track, "")
    rule = rules.usual_rule(kind) if kind else None
    if kind and rule is None:
        return
    wanted = list(case_ids)
    had = of_cases(wanted, purpose)
    if rule is None:
        _remove_all(tx, had.values(), step)
        return
    opened = dict(rows_in(tx.db, "SELECT id, opened_ms FROM case_ WHERE id IN (%s)", wanted))
    begins, switches = [], []
    for case_id in wanted:
        before = had.get(case_id)
        if before is None:
            begins.append((None, _counted(tx, begun(case_id, kind, rule, opened[case_id], purpose))))
        elif before.state != STOPPED and _kind_changes(before.kind, track, kind):
            clock = replace(before, kind=kind, rule=rule.code, amount=None, extension=0)
            switches.append((before, _counted(tx, clock)))
    _store_all(tx, begins, "start", step)
    _store_all(tx, switches, "switch", step)


def follow_status(tx: Tx, case_ids: Iterable[int], status: str, *, step: str = "") -> None:
    """What is answered or done with is due no more; what is open again is due as if it had never stopped."""
    wanted = list(case_ids)
    if status == "open":
        stopped = [clock for clock in of_cases(wanted).values() if clock.state == STOPPED]
        _store_all(tx, [(clock, _going_on(tx, clock)) for clock in stopped], "reopen", step)
        return
    for purpose in (ANSWER, RECEIVE):
        going = [clock for clock in of_cases(wanted, purpose).values() if clock.state != STOPPED]
        _store_all(
            tx,
            [(clock, replace(clock, state=STOPPED, stopped_ms=tx.now_ms)) for clock in going],
            "stop",
            step,
        )


def follow_group(tx: Tx, others: Sequence[int], *, step: str = "") -> None:
    """Of cases that became one only the clock of the one that is kept goes on."""
    going = [clock for clock in of_cases(others).values() if clock.state != STOPPED]
    _store_all(
        tx, [(clock, replace(clock, state=STOPPED, stopped_ms=tx.now_ms)) for clock in going], "grouped", step
    )


def follow_ungroup(tx: Tx, case_ids: Sequence[int], *, step: str = "") -> None:
    """Cases of their own again: those that are open are due as if they had never been grouped."""
    sql = "SELECT id FROM case_ WHERE status = 'open' AND id IN (%s)"
    follow_status(tx, [row[0] for row in rows_in(tx.db, sql, case_ids)], "open", step=step)


def follow_sending(tx: Tx, case_ids: Sequence[int], rule: Rule, *, step: str = "") -> None:
    """Cases were handed to a department: it has so long to receive them."""
    had = of_cases(case_ids, RECEIVE)
    pairs = []
    for case_id in case_ids:
        before = had.get(case_id)
        clock = begun(case_id, "", rule, tx.now_ms, RECEIVE)
        pairs.append((before, _counted(tx, replace(clock, id=before.id) if before else clock)))
    _store_all(tx, pairs, "start", step)


def remove(tx: Tx, case_id: int, *, purpose: str = ANSWER, step: str = "") -> None:
    """There is no due time any more."""
    _remove_all(tx, [_need(tx, case_id, purpose)], step)


def drop(tx: Tx, case_ids: Sequence[int], *, purpose: str = ANSWER, step: str = "") -> None:
    """The same of several, where there may be none."""
    _remove_all(tx, of_cases(case_ids, purpose).values(), step)


def stop(tx: Tx, case_id: int, *, at_ms: int | None = None, purpose: str = ANSWER, step: str = "") -> Clock:
    """It is done. Whether that was in time stays readable."""
    clock = _need(tx, case_id, purpose)
    if clock.state == STOPPED:
        return clock
    at = tx.now_ms if at_ms is None else at_ms
    stopped = replace(clock, state=STOPPED, stopped_ms=at)
    return _store(tx, clock, stopped, "stop", step)  # its due time stays what it was


def reopen(tx: Tx, case_id: int, *, purpose: str = ANSWER, step: str = "") -> Clock:
    """It was not done after all: the clock goes on as if it had never stopped."""
    clock = _need(tx, case_id, purpose)
    if clock.state != STOPPED:
        return clock
    return _store(tx, clock, _going_on(tx, clock), "reopen", step)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put a clock back as an event describes it; for undo. Its due time is computed by the rules and days of
    today."""
    before = _find(tx, case_id, state["purpose"])
    was = state["was"]
    if was is None:
        if before is not None:
            _delete(tx, before)
        return
    pauses = tuple(Pause(**span) for span in was["pauses"])
    clock = Clock(
        **{**was, "pauses": pauses, "id": before.id if before else 0, "case_id": case_id, "due_ms": None}
    )
    _write(tx, replace(clock, due_ms=_due_or_none(tx, clock)))


# --- looking ----------------------------------------------------------------------------------------------


def get(case_id: int, purpose: str = ANSWER) -> Clock | None:
    row = database.execute_sql(f"{_SELECT} WHERE case_id = ? AND purpose = ?", (case_id, purpose)).fetchone()
    return None if row is None else _clock(row)


def of_cases(case_ids: Sequence[int], purpose: str = ANSWER) -> dict[int, Clock]:
    """The clocks of several cases, for a list."""
    rows = rows_in(database, f"{_SELECT} WHERE purpose = ? AND case_id IN (%s)", list(case_ids), purpose)
    return {row[1]: _clock(row) for row in rows}


def explained(case_id: int, purpose: str = ANSWER) -> list[explain.Line]:
    """Why a case is due when it is, line by line; empty without a clock."""
    clock = get(case_id, purpose)
    if clock is None:
        return []
    calendar = days_off.calendar()
    return explain.explain(_rule_of(clock), clock.started_ms, calendar, clock.pauses, clock.extension)


def open_after(after: int, limit: int) -> list[Clock]:
    """Clocks that are not stopped, by id: a piece of all of them."""
    rows = database.execute_sql(
        f"{_SELECT} WHERE id > ? AND state <> 'stopped' ORDER BY id LIMIT ?", (after, limit)
    ).fetchall()
    return [_clock(row) for row in rows]


def begun(case_id: int, kind: str, rule: Rule, from_ms: int, purpose: str = ANSWER) -> Clock:
    """A clock that has just begun, not counted yet."""
    return Clock(0, case_id, purpose, kind, rule.code, None, from_ms, (), 0, "", None, RUNNING, None)


def due_of(clock: Clock, rule: Rule, calendar: Calendar) -> int | None:
    """Until when, by a rule with the clock's own length put into it. Raises OutOfCalendar."""
    return counting.due(rule.term, clock.started_ms, calendar, clock.pauses, clock.extension).at_ms


def counted(clock: Clock, rule: Rule, calendar: Calendar) -> Clock:
    """The clock with its due time by a rule. Raises OutOfCalendar."""
    return replace(clock, due_ms=due_of(clock, rule, calendar))


# --- inside -----------------------------------------------------------------------------------------------

_COLUMNS = tuple(field.name for field in fields(Clock))
_PAUSES = _COLUMNS.index("pauses")
_IN_EVENTS = tuple(name for name in _COLUMNS if name not in ("id", "case_id"))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM case_clock"
_WRITTEN = (*_COLUMNS[1:], "changed_ms")
_UPSERT = (
    f"INSERT INTO case_clock ({', '.join(_WRITTEN)}) VALUES ({', '.join('?' * len(_WRITTEN))})"
    " ON CONFLICT (case_id, purpose) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _WRITTEN if name not in ("case_id", "purpose"))
)


def _kind_changes(kind: str, track: str, wanted: str) -> bool:
    return kind != wanted and not (track == "forward" and kind in ("general", "field", "formal"))


def _save(tx: Tx, before: Clock | None, clock: Clock, what: str, step: str) -> Clock:
    if clock.kind not in ("", *rules.KINDS):
        raise ValueError(f"no kind {clock.kind!r}")
    return _store(tx, before, _counted(tx, clock), what, step)


def _counted(tx: Tx, clock: Clock) -> Clock:
    try:
        return counted(clock, _rule_in(tx, clock), _calendar_in(tx))
    except OutOfCalendar as error:
        raise ClockRefused(str(error), code="clock-out-of-calendar") from error


def _going_on(tx: Tx, clock: Clock) -> Clock:
    """A stopped clock as if it had never stopped."""
    state = PAUSED if clock.pauses and clock.pauses[-1].until_ms is None else RUNNING
    opened = replace(clock, state=state, stopped_ms=None)
    return replace(opened, due_ms=_due_or_none(tx, opened))


def _store(tx: Tx, before: Clock | None, clock: Clock, what: str, step: str) -> Clock:
    clock = _write(tx, clock)
    record(tx, "clock", clock.case_id, *_change(before, clock, what), step=step)
    tx.changes.case(clock.case_id)
    return clock


def _write(tx: Tx, clock: Clock) -> Clock:
    found = tx.db.execute_sql(f"{_UPSERT} RETURNING id", _row_of(tx, clock)).fetchone()
    tell_departments(tx, [clock.case_id])
    return replace(clock, id=int(found[0]))


def _store_all(tx: Tx, pairs: Sequence[tuple[Clock | None, Clock]], what: str, step: str) -> None:
    """Store many (before, now), each with its event."""
    if not pairs:
        return
    case_ids = [clock.case_id for _, clock in pairs]
    tx.db.connection().executemany(_UPSERT, [_row_of(tx, clock) for _, clock in pairs])
    tell_departments(tx, case_ids)
    changes = ((clock.case_id, *_change(before, clock, what)) for before, clock in pairs)
    record_many(tx, "clock", changes, step=step)
    tx.changes.cases.update(case_ids)


def _remove_all(tx: Tx, clocks: Iterable[Clock], step: str) -> None:
    gone = list(clocks)
    if not gone:
        return
    case_ids = [clock.case_id for clock in gone]
    update_in(tx.db, "DELETE FROM case_clock WHERE id IN (%s)", [clock.id for clock in gone])
    tell_departments(tx, case_ids)
    changes = (
        (
            clock.case_id,
            {"clock": {"purpose": clock.purpose, "was": _as_json(clock)}},
            {"clock": {"purpose": clock.purpose, "was": None}, "what": "remove"},
        )
        for clock in gone
    )
    record_many(tx, "clock", changes, step=step)
    tx.changes.cases.update(case_ids)


def _delete(tx: Tx, clock: Clock) -> None:
    tx.db.execute_sql("DELETE FROM case_clock WHERE id = ?", (clock.id,))
    tell_departments(tx, [clock.case_id])


def tell_departments(tx: Tx, case_ids: Iterable[int]) -> None:
    """Due times have changed: a department that has the case finds it by them in its inbox."""
    sql = "SELECT DISTINCT case_id FROM forwarding WHERE open AND case_id IN (%s)"
    forwarded = [row[0] for row in rows_in(tx.db, sql, list(case_ids))]
    if forwarded:
        from desktop.models.forwarding import keeping  # only here: the first list does not wait for it

        keeping.follow_clock(tx, forwarded)


def store_many(tx: Tx, made: Sequence[Clock]) -> None:
    """Store new clocks that the program began by itself, each with its event."""
    tx.db.connection().executemany(_UPSERT, [_row_of(tx, clock) for clock in made])
    tell_departments(tx, [clock.case_id for clock in made])
    record_many(tx, "clock", ((clock.case_id, *_change(None, clock, "start")) for clock in made))


def _row_of(tx: Tx, clock: Clock) -> tuple[Any, ...]:
    pauses = json.dumps([asdict(span) for span in clock.pauses], ensure_ascii=False) if clock.pauses else "[]"
    values = [pauses if name == "pauses" else getattr(clock, name) for name in _COLUMNS[1:]]
    return (*values, tx.now_ms)


def _change(before: Clock | None, clock: Clock, what: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Before and after of an event."""
    was = {"clock": {"purpose": clock.purpose, "was": _as_json(before)}}
    return was, {"clock": {"purpose": clock.purpose, "was": _as_json(clock)}, "what": what}


def _due_or_none(tx: Tx, clock: Clock) -> int | None:
    """None also where the rule was changed so that the clock makes no sense any more: what somebody finishes
    or takes back must not fail because of it."""
    try:
        return due_of(clock, _rule_in(tx, clock), _calendar_in(tx))
    except (RuleRefused, OutOfCalendar):
        return None


def _rule_of(clock: Clock) -> Rule:
    return rules.need_rule(clock.rule).with_amount(clock.amount)


def _rule_in(tx: Tx, clock: Clock) -> Rule:
    return tx.once(("rule", clock.rule), lambda: rules.need_rule(clock.rule)).with_amount(clock.amount)


def _calendar_in(tx: Tx) -> Calendar:
    return tx.once("calendar", days_off.calendar)


def _opened_ms(tx: Tx, case_id: int) -> int:
    row = tx.db.execute_sql("SELECT opened_ms FROM case_ WHERE id = ?", (case_id,)).fetchone()
    if row is None:
        raise Missing(f"no case {case_id}")
    return int(row[0])


def _find(tx: Tx, case_id: int, purpose: str) -> Clock | None:
    row = tx.db.execute_sql(f"{_SELECT} WHERE case_id = ? AND purpose = ?", (case_id, purpose)).fetchone()
    return None if row is None else _clock(row)


def _need(tx: Tx, case_id: int, purpose: str) -> Clock:
    clock = _find(tx, case_id, purpose)
    if clock is None:
        raise ClockRefused(f"case {case_id} has no clock {purpose!r}", code="clock-missing")
    return clock


def _clock(row: tuple[Any, ...]) -> Clock:
    text = row[_PAUSES]
    pauses = () if text == "[]" else tuple(Pause(**span) for span in json.loads(text))
    values: list[Any] = [*row[:_PAUSES], pauses, *row[_PAUSES + 1 :]]
    return Clock(*values)


def _as_json(clock: Clock | None) -> dict[str, Any] | None:
    """What an event keeps of a clock: all but what the row itself says."""
    if clock is None:
        return None
    kept = {name: getattr(clock, name) for name in _IN_EVENTS}
    return {**kept, "pauses": [asdict(span) for span in clock.pauses]}
