"""What the law lets be done with a running period: pausing it for a supplement, and extending it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.deadlines.rules import Rule

if TYPE_CHECKING:
    from desktop.models.deadlines.clocks import Clock

UNLAWFUL_REASONS = ("workload", "late-assignment", "absence")
"""Too much work, assigned too late, somebody away: the law takes none of these as a reason to extend."""
_UNLAWFUL_WORDS = (
    "업무과다", "업무량과다", "업무폭주", "늦은배정", "늦게배정", "배정지연", "담당자부재", "담당자휴가",
    "담당자출장",
)  # fmt: skip
"""The same as people write them, without spaces."""


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
    if clock.extension:
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
    together = "".join(text.split())
    return (
        bool(text) and text not in UNLAWFUL_REASONS and not any(word in together for word in _UNLAWFUL_WORDS)
    )
