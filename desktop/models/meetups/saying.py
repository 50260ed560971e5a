"""Saying something to a citizen about a meet-up: into the outbox, or to whoever has to agree first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from connectors.base import Action
from desktop.models import outbox
from desktop.models.current import database
from desktop.models.speaking import approvals, ledger
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.gate import NeedsApproval
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class Said:
    """One of the two is set: the row of the outbox, or the request for consent."""

    outbox_id: int | None
    approval_id: int | None


def say(
    tx: Tx,
    post_id: int,
    channel_id: int,
    text: str,
    *,
    stage: str,
    undo_s: float,
    promises: Sequence[Proposed] = (),
    step: str = "",
) -> Said:
    """Raises what ``outbox.enqueue`` raises, except that consent is asked for where it is needed."""
    try:
        row = outbox.enqueue(tx, post_id, channel_id, Action.REPLY, text, stage=stage, undo_s=undo_s)
    except NeedsApproval:
        asked, _ = approvals.ask(
            tx, post_id, channel_id, Action.REPLY, text, stage=stage, promises=promises, step=step
        )
        return Said(None, asked.id)
    ledger.prepare(tx, row.id, post_id, promises)
    return Said(row.id, None)


def told_beside(outbox_id: int) -> list[int]:
    """The other answers in the outbox that tell what came of the same meet-up."""
    rows = database.execute_sql(_BESIDE, (outbox_id,)).fetchall()
    return [int(other) for (other,) in rows if other != outbox_id]


_BESIDE = """
SELECT DISTINCT coalesce(y.answer_outbox_id, ky.outbox_id)
FROM outbox o JOIN meetup_post x ON x.post_id = o.post_id
    LEFT JOIN approval kx ON kx.id = x.answer_approval_id
    JOIN meetup_post y ON y.meetup_id = x.meetup_id
    LEFT JOIN approval ky ON ky.id = y.answer_approval_id
WHERE o.id = ? AND coalesce(x.answer_outbox_id, kx.outbox_id) = o.id
    AND coalesce(y.answer_outbox_id, ky.outbox_id) IS NOT NULL
"""
