"""Handing cases to departments, and taking them back from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.models import cases, departments
from desktop.models.deadlines import clocks, rules
from desktop.models.forwarding import keeping, owners
from desktop.models.forwarding.errors import ForwardRefused, TooManyHops
from desktop.models.forwarding.keeping import LEAD, RETURNED, SENT, SUPPORTING, WITHDRAWN, Forwarding
from desktop.models.permissions import need
from desktop.models.store import Tx

RECEIVE_RULE = "LAW-MOVE2"
"""How long a department may take to receive a case, or to say that it is not its own."""

MOST_HOPS = 2
"""Lead departments that a case may have without a ruling on who owns it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A department that has cases now, and the absent one that it is the deputy of ("" where it is none)."""

    code: str
    meant_for: str


def target(code: str) -> Target:
    """Who gets what is meant for a department. Raises ForwardRefused for one that is not there, and for an
    absent one without a deputy."""
    found = departments.index().stand_in(code)
    if not found.code:
        raise ForwardRefused(code, code="nobody-there" if found.through else "no-such-department")
    return Target(found.code, code if found.through else "")


def send(
    tx: Tx,
    case_ids: Iterable[int],
    lead: str,
    *,
    supporting: Sequence[str] = (),
    note: str = "",
    step: str = "",
) -> str:
    """Hand cases to a lead department and supporting ones; the step, for undo. What is on another track is
    moved to "forward" first; another lead that still has the case loses it.
    A department that has it already is left alone. Raises ForwardRefused, TooManyHops."""
    need(tx, "forwarding.send")
    step = step or cases.new_step()
    _send(tx, list(cases.resolved(tx, case_ids)), lead, supporting, note, step, ruled=False)
    return step


def name_owner(
    tx: Tx, case_id: int, department: str, reason: str, words: Iterable[str], step: str = ""
) -> int:
    """Triage decides who owns a matter: the case goes there however often it went round, and later texts
    with all these words are offered for the same department first (no words: it counts for this case alone).
    The id of the ruling."""
    need(tx, "forwarding.rule")
    step = step or cases.new_step()
    (case_id,) = cases.resolved(tx, [case_id])
    if not reason.strip():
        raise ForwardRefused("a ruling needs a reason", code="reason-missing")
    target(department)
    ruling_id = owners.add(tx, department, reason.strip(), words, case_id, step)
    _send(tx, [case_id], department, (), reason.strip(), step, ruled=True)
    return ruling_id


def add_support(tx: Tx, forwarding_id: int, department: str, note: str = "", *, step: str = "") -> int:
    """Ask another department to help with a case; the id of its forwarding."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.support", row)
    found = target(department)
    if any(other.department == found.code for other in keeping.open_of_cases([row.case_id])):
        raise ForwardRefused(found.code, code="already-there")
    new = _new(tx, row.case_id, found, SUPPORTING, note, row.hop)
    (made,) = keeping.add_all(tx, [new], "forward-support", step or cases.new_step())
    return made.id


def withdraw(tx: Tx, forwarding_id: int, reason: str = "", *, step: str = "") -> str:
    """Take a case back from a department. Without its lead department the case waits for another one."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.withdraw", row)
    step = step or cases.new_step()
    _withdraw(tx, row, reason.strip(), step)
    if row.lead:
        clocks.drop(tx, [row.case_id], purpose=clocks.RECEIVE, step=step)
        cases.set_department(tx, [row.case_id], "", step=step)
    return step


def withdraw_all(tx: Tx, case_ids: Sequence[int], *, step: str = "") -> None:
    """Cases leave the track: no department has them any more. The caller has asked for the right."""
    for row in keeping.open_of_cases(case_ids):
        _withdraw(tx, row, "", step)
    clocks.drop(tx, case_ids, purpose=clocks.RECEIVE, step=step)


def _send(
    tx: Tx,
    case_ids: Sequence[int],
    lead: str,
    supporting: Sequence[str],
    note: str,
    step: str,
    *,
    ruled: bool,
) -> None:
    first = target(lead)
    helpers = list(dict.fromkeys(target(code) for code in supporting))
    if any(helper.code == first.code for helper in helpers):
        raise ForwardRefused(first.code, code="supporting-is-lead")
    have: dict[int, dict[str, Forwarding]] = {case_id: {} for case_id in case_ids}
    for row in keeping.open_of_cases(case_ids):
        have[row.case_id][row.department] = row
    to_send = [
        case_id for case_id in case_ids
        if first.code not in have[case_id] or not have[case_id][first.code].lead
    ]  # fmt: skip
    if not ruled:
        _stop_going_round(to_send, first)
    cases.move(tx, case_ids, "forward", department=first.code, step=step)
    rule = rules.get_rule(RECEIVE_RULE)
    for case_id in to_send:
        for row in have[case_id].values():
            if row.lead or row.department == first.code:
                _withdraw(tx, row, "", step)
    if rule is not None:
        clocks.follow_sending(tx, to_send, rule, step=step)
    had = _had(case_ids)
    leads = [_new(tx, case_id, first, LEAD, note, 1 + len(had[case_id])) for case_id in to_send]
    keeping.add_all(tx, leads, "forward-send", step)
    help_by = [
        _new(tx, case_id, helper, SUPPORTING, note, max(1, len(had[case_id])))
        for case_id in case_ids
        for helper in helpers
        if helper.code not in have[case_id]
    ]
    keeping.add_all(tx, help_by, "forward-support", step)


def _stop_going_round(case_ids: Sequence[int], to: Target) -> None:
    had = _had(case_ids)
    stopped = [
        case_id for case_id in case_ids
        if len(had[case_id]) >= MOST_HOPS and not owners.names_owner(case_id, to.meant_for or to.code)
    ]  # fmt: skip
    if stopped:
        raise TooManyHops(tuple(stopped), tuple(row.department for row in had[stopped[0]]))


def _had(case_ids: Sequence[int]) -> dict[int, list[Forwarding]]:
    """The lead departments that each case went on from: it was given back, or taken back after it had been
    received. One that answered owns the matter, and is asked again where the citizen writes back."""
    return {
        case_id: [
            row
            for row in found
            if row.lead
            and (row.state == RETURNED or (row.state == WITHDRAWN and row.received_ms is not None))
        ]
        for case_id, found in keeping.of_cases(case_ids).items()
    }


def _withdraw(tx: Tx, row: Forwarding, reason: str, step: str) -> None:
    keeping.change(
        tx, row, "forward-withdraw", step,
        state=WITHDRAWN, ended_ms=tx.now_ms, ended_by=tx.actor, reason=reason,
    )  # fmt: skip


def _new(tx: Tx, case_id: int, to: Target, part: str, note: str, hop: int) -> Forwarding:
    return Forwarding(
        0, case_id, to.code, to.meant_for, part, SENT, note.strip(), hop, tx.now_ms, tx.actor, None, None, "",
        None, "", "", None, True,
    )  # fmt: skip
