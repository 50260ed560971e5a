"""The decision on an idea: adopted, held or rejected, each with its reason."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.deadlines import clocks
from desktop.models.deadlines.calendar import moment_of
from desktop.models.errors import Conflict
from desktop.models.events import history
from desktop.models.meetings import agenda, ideas, keeping, planning
from desktop.models.meetings.errors import IdeaRefused
from desktop.models.meetings.rows import DECISIONS, SETTLED, Idea, need_idea, need_meeting
from desktop.models.permissions import need
from desktop.models.store import Tx

LONGEST_REASON = 4000


def decide(
    tx: Tx,
    meeting_id: int,
    case_id: int,
    decision: str,
    reason: str,
    *,
    owner: str = "",
    planned: str = "",
    seen_ms: int | None = None,
    step: str = "",
) -> Idea:
    """Decide on an idea of the agenda: "adopted" (with the date until when it shall be done and, if known,
    the code of the department), "held" or "rejected". As long as the meeting runs a decision can be replaced.
    The first one starts the meeting. Adopting and rejecting stop the clock; the answer to the proposer is
    written as a draft. ``seen_ms``: ``changed_ms`` of what the person saw. Raises IdeaRefused, Conflict."""
    meeting = need_meeting(meeting_id)
    need(tx, "meeting.decide", meeting.state)
    idea = need_idea(case_id)
    item = agenda.need_item(meeting_id, idea.case_id)
    reason = reason.strip()
    if decision != "adopted":
        owner = planned = ""
    _check(tx, idea, decision, reason, planned)
    ideas.check_owner(owner)
    if seen_ms is not None and idea.changed_ms > seen_ms:
        last = history(idea.case_id)[-1]
        raise Conflict(last.actor, idea.changed_ms, {"state": idea.state})
    if meeting.state == "planned":
        planning.start(tx, meeting_id, step=step)
    decided = replace(
        item, decision=decision, reason=reason, owner=owner, planned=planned, decided_ms=tx.now_ms,
        decided_by=tx.actor,
    )  # fmt: skip
    agenda.replace(tx, decided)
    _follow_clock(tx, idea.case_id, decision, step)
    values = {
        "state": decision, "decided_ms": tx.now_ms, "reason": reason, "owner": owner, "planned": planned,
        "progress": 0, "told_ms": None,
        "reconsider_until_ms": ideas.reconsider_until(tx.now_ms) if decision == "rejected" else None,
    }  # fmt: skip
    return keeping.change(
        tx, idea, values, "decide", kind="decision", about=f"meeting:{meeting_id}", step=step,
        more=(
            {"agenda": agenda.as_json(meeting_id, item)},
            {"agenda": agenda.as_json(meeting_id, decided), "decision": decision},
        ),
    )  # fmt: skip


def _check(tx: Tx, idea: Idea, decision: str, reason: str, planned: str) -> None:
    """Whether this can be decided of an idea at all."""
    if decision not in DECISIONS:
        raise ValueError(f"no decision {decision!r}")
    if not reason:
        raise IdeaRefused("no reason", "idea-reason")
    if len(reason) > LONGEST_REASON:
        raise IdeaRefused(f"{len(reason)} characters", "idea-reason-long")
    if idea.told_ms is not None and idea.state in SETTLED:
        raise IdeaRefused("the proposer was told", "idea-told")
    if decision == "adopted":
        ideas.check_day(planned)
        if planned < moment_of(tx.now_ms).date().isoformat():
            raise IdeaRefused(planned, "idea-planned-past")


def _follow_clock(tx: Tx, case_id: int, decision: str, step: str) -> None:
    """What is held still waits for its decision, so its period goes on."""
    clock = clocks.get(case_id)
    if clock is None:
        return
    if decision in SETTLED:
        clocks.stop(tx, case_id, step=step)
    elif clock.state == clocks.STOPPED:
        clocks.reopen(tx, case_id, step=step)
