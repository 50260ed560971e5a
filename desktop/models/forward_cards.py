"""What the cards on the board say about departments; apart from ``forwarding`` because cards come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.models.current import database
from desktop.models.sql import rows_in

ARRIVED = "arrived"


class CardState(NamedTuple):
    """How the latest lead department stands to a case. ``state`` is that of the forwarding, or "arrived": an
    answer of the lead waits for a decision. ``hop`` is shown from 2 on; ``supporting``: how many help now."""

    department: str
    state: str
    seen: bool
    hop: int
    reason: str
    supporting: int
    forwarding: int = 0  # its number


def for_cards(case_ids: Sequence[int]) -> dict[int, CardState]:
    """Those that no lead department ever had are left out."""
    states: dict[int, CardState] = {}
    supporting: dict[int, int] = {}
    found = rows_in(
        database,
        "SELECT f.case_id, f.id, f.department, f.part, f.state, f.seen_ms, f.hop, f.reason, f.open,"
        " EXISTS (SELECT 1 FROM department_answer a WHERE a.forwarding_id = f.id AND a.state = 'submitted')"
        " FROM forwarding f WHERE f.case_id IN (%s)",
        list(case_ids),
    )
    for case_id, number, code, part, state, seen_ms, hop, reason, is_open, arrived in sorted(found):
        if part != "lead":
            supporting[case_id] = supporting.get(case_id, 0) + bool(is_open)
        else:
            shown = ARRIVED if arrived else state
            states[case_id] = CardState(code, shown, seen_ms is not None, hop, reason, 0, number)
    return {case_id: card._replace(supporting=supporting.get(case_id, 0)) for case_id, card in states.items()}
