"""Saying something to a citizen about a meet-up: into the outbox, or to whoever has to agree first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from connectors.base import Action
from desktop.models import outbox
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
