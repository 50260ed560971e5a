"""What a department does with a case that it was sent: looking, receiving, beginning, giving it back, asking
for more time."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.models import cases
from desktop.models.deadlines import clocks
from desktop.models.forwarding import keeping
from desktop.models.forwarding.errors import ForwardRefused
from desktop.models.forwarding.keeping import RECEIVED, RETURNED, SENT, WORKING, Forwarding
from desktop.models.permissions import who_is
from desktop.models.store import Tx


def seen(tx: Tx, forwarding_ids: Iterable[int]) -> None:
    """Somebody looks at forwardings. It counts for those that are their own department's (in a workspace
    without members: for all) and is told to whoever sent them. Nothing to take back."""
    who = who_is(tx.actor)
    if who.role not in ("", "department"):
        return
    for forwarding_id in forwarding_ids:
        row = keeping.get(forwarding_id)
        if row.seen_ms is None and (not who.role or keeping.covers(who.department, row.department)):
            keeping.look(tx, row)


def receive(tx: Tx, forwarding_id: int, *, step: str = "") -> str:
    """접수: the department takes the case as its own."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.receive", row)
    step = step or cases.new_step()
    _receive(tx, row, "forward-receive", RECEIVED, step)
    return step


def begin(tx: Tx, forwarding_id: int, *, step: str = "") -> str:
    """Somebody has begun to work on it; what was not received yet is by that."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.work", row)
    step = step or cases.new_step()
    taken_up(tx, row, "forward-begin", step)
    return step


def taken_up(tx: Tx, row: Forwarding, kind: str, step: str) -> Forwarding:
    """Put what was sent or received to "working" and let the clock of receiving stop."""
    if row.state == SENT:
        return _receive(tx, row, kind, WORKING, step)
    return keeping.change(tx, row, kind, step, state=WORKING) if row.state == RECEIVED else row


def give_back(tx: Tx, forwarding_id: int, reason: str, *, by: str = "", step: str = "") -> str:
    """재지정 요청: it is not this department's matter. The case of a lead department waits for another one,
    unread on top of its column. ``by`` where that is not who works here (a mail). Raises ForwardRefused
    without a reason."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.return", row)
    if not reason.strip():
        raise ForwardRefused("a return needs a reason", code="reason-missing")
    step = step or cases.new_step()
    keeping.change(
        tx, row, "forward-return", step, {"reason": reason.strip(), **({"by": by} if by else {})},
        state=RETURNED, reason=reason.strip(), ended_ms=tx.now_ms, ended_by=by or tx.actor,
        seen_ms=row.seen_ms or tx.now_ms,
    )  # fmt: skip
    if row.lead:
        clocks.drop(tx, [row.case_id], purpose=clocks.RECEIVE, step=step)
        cases.give_back(tx, row.case_id, step=step)
    return step


def extend(tx: Tx, forwarding_id: int, amount: int, reason: str, *, step: str = "") -> str:
    """기한 연장: once, by at most the length of the rule, in its unit, for a lawful reason. Raises
    ClockRefused. Only the lead department's matter: the clock is that of the whole case."""
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.extend", row)
    if not row.lead:
        raise ForwardRefused("the lead department extends", code="no-lead")
    step = step or cases.new_step()
    clocks.extend(tx, row.case_id, amount, reason, step=step)
    return step


def _receive(tx: Tx, row: Forwarding, kind: str, state: str, step: str) -> Forwarding:
    if row.lead and clocks.get(row.case_id, clocks.RECEIVE) is not None:
        clocks.stop(tx, row.case_id, purpose=clocks.RECEIVE, step=step)
    return keeping.change(
        tx, row, kind, step,
        state=state, received_ms=tx.now_ms, received_by=tx.actor, seen_ms=row.seen_ms or tx.now_ms,
    )  # fmt: skip
