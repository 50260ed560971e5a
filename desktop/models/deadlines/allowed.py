"""Who may change a running period and what the law lets be done with it: pausing it for a supplement, and
extending it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.deadlines.rules import Rule, RuleRefused
from desktop.models.permissions import NotAllowed, need
from desktop.models.store import Tx

if TYPE_CHECKING:
    from desktop.models.deadlines.clocks import Clock

UNLAWFUL_REASONS = ("workload", "late-assignment", "absence")
"""Too much work, assigned too late, somebody away: the law takes none of these as a reason to extend."""
_UNLAWFUL_WORDS = (
    "업무과다", "업무량과다", "업무폭주", "늦은배정", "늦게배정", "배정지연", "담당자부재", "담당자휴가",
    "담당자출장", "업무가많", "업무가너무많", "일이많", "일이너무많", "업무량증가", "업무증가", "인력부족",
    "인원부족", "일손부족", "담당자가없", "담당자병가", "담당자연가", "담당자교육", "담당자변경",
    "담당자교체", "인사이동", "toomuchwork", "heavyworkload", "ofworkload", "staffshortage", "shortofstaff",
    "understaffed", "assignedlate", "lateassignment", "onleave", "onvacation",
)  # fmt: skip
"""The same as people write them, without spaces, in small letters."""


def need_clock(tx: Tx, case_id: int) -> None:
    """Raise NotAllowed unless who works may change the clock of a case. Somebody of a department only changes
    that of what their department, or one below it, has in hand."""
    who = need(tx, "case.clock")
    if who.role != "department":
        return
    from desktop.models.forwarding import keeping  # only here: the first list does not wait for it

    grouped = tx.db.execute_sql("SELECT id FROM case_ WHERE merged_into = ?", (case_id,)).fetchall()
    in_hand = keeping.open_of_cases([case_id, *(row[0] for row in grouped)])
    if not any(keeping.covers(who.department, row.department) for row in in_hand):
        raise NotAllowed("case.clock", who.role)


def need_fitting(rule: Rule, kind: str, amount: int | None) -> None:
    """Raise RuleRefused where a case of this kind is not counted by this rule, or the rule has a length and
    another one is wanted: only for nuisances on the spot the office's own table says how long each takes."""
    if rule.kind != kind:
        raise RuleRefused(f"{rule.code} is not for {kind!r}", code="rule-other-kind")
    if amount is not None and rule.amount is not None and rule.kind != "field":
        raise RuleRefused(f"{rule.code} has its length", code="rule-has-length")


def why_no_pause(clock: Clock, at_ms: int) -> str:
    """Why it cannot be paused at that moment, as the code of a sentence; "" where it can."""
    if clock.state != "running":
        return f"clock-{clock.state}"
    if at_ms < clock.started_ms or any(p.until_ms is not None and at_ms < p.until_ms for p in clock.pauses):
        return "clock-order"
    return "clock-overdue" if clock.due_ms is not None and at_ms > clock.due_ms else ""


def why_no_extension(clock: Clock, rule: Rule, now_ms: int) -> str:
    """Why it cannot be extended now, whatever the reason and length; "" where it can."""
    if clock.state == "stopped":
        return "clock-stopped"
    if clock.extension or clock.extension_reason:  # also under the rule that it was counted by before
        return "clock-extended"
    if not longest_extension(rule):
        return "clock-extension-length"
    overdue = clock.state == "running" and clock.due_ms is not None and now_ms > clock.due_ms
    return "clock-overdue" if overdue else ""


def longest_extension(rule: Rule) -> int:
    """At most the period itself (민원처리법 시행령); 0: it cannot be extended."""
    return 0 if rule.term.counted_in in ("none", "quarter") else rule.amount or 0


def lawful(reason: str) -> bool:
    """Whether a reason to extend is one; in words or a code."""
    text = reason.strip()
    together = "".join(text.casefold().split())
    return (
        bool(text) and text not in UNLAWFUL_REASONS and not any(word in together for word in _UNLAWFUL_WORDS)
    )
