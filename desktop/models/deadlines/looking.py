"""What a case's clock is and could become, for whoever looks at it and decides. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.models.deadlines import clocks, days_off, explain, notice, rules
from desktop.models.deadlines.calendar import Calendar, OutOfCalendar
from desktop.models.deadlines.clocks import ANSWER, Clock
from desktop.models.deadlines.rules import Rule, RuleRefused

EXTENSION_RULES = {"chat": "MSG-EXT", "general": "MSG-EXT", "field": "MSG-EXT", "formal": "LAW-EXT"}
"""The row that says what an extension is, by what the case is taken as."""


@dataclass(frozen=True, slots=True)
class Look:
    """A clock with its rule (as counted: with the clock's own length) and why it is due when it is.
    ``notice_ms``: until when the citizen is next told that it takes longer, ``noticed_ms`` when they were
    told last. ``extension``: the row on those."""

    clock: Clock
    rule: Rule
    lines: tuple[explain.Line, ...]
    notice_ms: int | None
    noticed_ms: int | None
    extension: Rule | None


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a case could be taken as, and until when it were due then (None: not known)."""

    kind: str
    rule: Rule
    due_ms: int | None
    chosen: bool


def look(case_id: int, purpose: str = ANSWER, *, days: explain.DayWords = explain.day_words) -> Look | None:
    """None for a case without a clock, or one whose rule makes no sense any more. ``days`` writes a date."""
    clock = clocks.get(case_id, purpose)
    if clock is None:
        return None
    calendar = days_off.calendar()
    try:
        rule = rules.need_rule(clock.rule).with_amount(clock.amount)
        lines = explain.explain(rule, clock.started_ms, calendar, clock.pauses, clock.extension, days)
        told = notice.sent_ms(case_id)
        due = notice.due_ms(clock, calendar, told)
    except (RuleRefused, OutOfCalendar):
        return None
    extension = rules.get_rule(EXTENSION_RULES.get(clock.kind, "LAW-EXT"))
    return Look(clock, rule, tuple(lines), due, told, extension)


def options(case_id: int, amount: int | None = None, purpose: str = ANSWER) -> list[Option]:
    """All that a case can be taken as, in the order of the kinds, each with the due time it would have.
    ``amount``: the length to try where the rule has none (현장민원)."""
    clock = clocks.get(case_id, purpose)
    if clock is None:
        return []
    calendar = days_off.calendar()
    found: list[Option] = []
    for rule in rules.list_rules():
        if rule.kind not in rules.KINDS:
            continue
        chosen = rule.code == clock.rule
        own = clock.amount if chosen and amount is None else amount
        tried = rule.with_amount(own) if rule.amount is None and rule.unit != "none" else rule
        changed = replace(clock, kind=rule.kind, rule=rule.code, amount=None, extension=0)
        found.append(Option(rule.kind, tried, _due(changed, tried, calendar), chosen))
    found.sort(key=lambda option: rules.KINDS.index(option.kind))
    return found


def extended(case_id: int, amount: int, purpose: str = ANSWER) -> int | None:
    """Until when a case were due with an extension; None where that cannot be said (it is paused)."""
    clock = clocks.get(case_id, purpose)
    if clock is None:
        return None
    rule = rules.need_rule(clock.rule).with_amount(clock.amount)
    return _due(replace(clock, extension=amount), rule, days_off.calendar())


def _due(clock: Clock, rule: Rule, calendar: Calendar) -> int | None:
    try:
        return clocks.due_of(clock, rule, calendar)
    except OutOfCalendar:
        return None
