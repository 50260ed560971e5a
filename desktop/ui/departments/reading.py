"""Everything the panel shows of one forwarding, read in one go so that its parts agree with each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import channels, departments, drafts, forwarding, queries
from desktop.models.deadlines import looking
from desktop.models.errors import Missing


@dataclass(frozen=True, slots=True)
class Loaded:
    """``row`` is the ``InboxRow``, ``detail`` the citizen's post with its thread, ``look`` the clock (None:
    none). ``answers`` are those of all departments that have or had the case."""

    row: Any
    detail: Any
    look: Any
    answers: Sequence[Any]
    departments_of: Mapping[int, str]  # forwarding → department
    channel: Any
    draft: Any
    names: Mapping[str, str]


def draft_kind(forwarding_id: int) -> str:
    """Drafts lie beside the case; two departments that have the same case write their own."""
    return f"department:{forwarding_id}"


def load(forwarding_id: int, user: str) -> Loaded | None:
    """None where there is no such forwarding. Runs on a reader thread."""
    row = forwarding.row(forwarding_id)
    if row is None:
        return None
    try:
        detail = queries.post_detail(row.case_id, history_limit=1)
        channel = channels.get_channel(row.channel_id, counts=False)
    except Missing:
        return None
    return Loaded(
        row=row,
        detail=detail,
        look=looking.look(row.case_id),
        answers=[answer for answer in forwarding.answers_of(row.case_id) if answer.state != "withdrawn"],
        departments_of={one.id: one.department for one in forwarding.of_case(row.case_id)},
        channel=channel,
        draft=drafts.load_draft(row.case_id, draft_kind(forwarding_id), user),
        names=departments.index().names,
    )
