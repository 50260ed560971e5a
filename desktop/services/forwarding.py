"""Accepting what a department wrote: checked as every answer is, then on its way to the citizen.

Where the voice of the channel needs a second person's consent, the text is handed to them instead; it counts
as accepted when it has been sent (``models.forwarding.answers.reply_sent``).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from connectors.base import Action
from desktop.models import cases, forwarding
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.speaking import approvals, commitments
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.gate import NeedsApproval
from desktop.models.store import Store, Tx
from desktop.services.sendable import NotSendable, Ready, prepare


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of it: a row in the outbox, a request for consent, or (a supporting department's answer, or
    one that was told elsewhere) neither."""

    outbox_id: int | None
    approval_id: int | None
    step: str


async def accept(
    store: Store,
    answer_id: int,
    *,
    user: str,
    text: str = "",
    channel_id: int | None = None,
    undo_s: float = 10.0,
    send: bool = True,
    promising: bool = True,
) -> Accepted:
    """Take an answer, with ``text`` in its place where somebody edited it, and send it from ``channel_id``
    (None: where the citizen wrote). ``send`` False: the citizen was told elsewhere.
    ``promising``: what it promises goes into the ledger. Raises NotSendable where
    it cannot go out from there, and what ``forwarding.accept`` raises."""
    ready = None
    if send:
        if store.sample:
            raise NotSendable("sample")
        ready = await asyncio.wrap_future(store.read(check, answer_id, channel_id, text))
    return await asyncio.wrap_future(
        store.write(_accept, answer_id, ready, text, undo_s, send, promising, actor=user)
    )


def check(answer_id: int, channel_id: int | None, text: str) -> Ready | None:
    """For ``Store.read``: what would go out; None for what a supporting department wrote, which is sent to
    nobody. Raises NotSendable."""
    answer = forwarding.get_answer(answer_id)
    row = forwarding.get(answer.forwarding_id)
    if not row.lead:
        return None
    kept = forwarding.kept_case(row.case_id)
    return prepare(kept, channel_id, Action.REPLY, text.strip() or answer.text)


def _accept(
    tx: Tx, answer_id: int, ready: Ready | None, text: str, undo_s: float, send: bool, promising: bool
) -> Accepted:
    step = cases.new_step()
    where: dict[str, Any] = {}
    promises: list[Proposed] = []
    if ready is not None:
        promises = _promises(answer_id, ready.text) if promising else []
        where = {"channel_id": ready.channel_id, "text": ready.text, "promises": promises}
    try:
        outbox_id = forwarding.accept(
            tx, answer_id, **({"text": text} | where), undo_s=undo_s, send=send, step=step
        )
    except NeedsApproval:
        if ready is None:
            raise
        answer = forwarding.get_answer(answer_id)
        kept = forwarding.kept_case(forwarding.get(answer.forwarding_id).case_id)
        asked, step = approvals.ask(
            tx, kept, ready.channel_id, Action.REPLY, ready.text, stage=answer.stage, promises=promises,
            step=step,
        )  # fmt: skip
        return Accepted(None, asked.id, step)
    return Accepted(outbox_id, None, step)


def _promises(answer_id: int, text: str) -> list[Proposed]:
    """What the department commits itself to; in the ledger, and in its hands, when it has been sent."""
    owner = forwarding.get(forwarding.get_answer(answer_id).forwarding_id).department
    return [Proposed(one.text, one.due, owner) for one in commitments.find(text, today_in_seoul())]
