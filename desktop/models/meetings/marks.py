"""What the card of an idea wears. Light: the window's first list brings it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.models.current import database
from desktop.models.sql import rows_in


class IdeaMark(NamedTuple):
    """The state of an idea, and when the meeting is whose agenda it is on (ms)."""

    state: str
    at_ms: int | None


def for_cards(case_ids: Sequence[int]) -> dict[int, IdeaMark]:
    """By case, for those of these cases that are ideas."""
    if not case_ids:
        return {}
    rows = rows_in(
        database,
        "SELECT i.case_id, i.state, (SELECT m.at_ms FROM agenda_item a JOIN meeting m ON m.id = a.meeting_id"
        " WHERE a.case_id = i.case_id AND m.state <> 'closed' LIMIT 1) FROM idea i WHERE i.case_id IN (%s)",
        case_ids,
    )
    return {case: IdeaMark(state, at_ms if state == "agenda" else None) for case, state, at_ms in rows}
