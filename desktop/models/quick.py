"""빠른 답변: which opinions wait for a word of the mayor or the spokesperson, and short thanks.

What waits is read from the cases themselves; there is no list of its own that could go wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import Action
from desktop.models import cases, outbox
from desktop.models.current import database
from desktop.models.errors import Conflict
from desktop.models.events import record
from desktop.models.outbox import OutboxRow
from desktop.models.store import Tx

_WAITING = """
FROM case_ c WHERE c.track = 'opinion' AND c.merged_into IS NULL AND c.status = 'open'
    AND NOT EXISTS (SELECT 1 FROM outbox o JOIN post p ON p.id = o.post_id WHERE p.case_id = c.id
        AND o.state IN ('waiting', 'sending', 'unknown'))
    AND NOT EXISTS (SELECT 1 FROM approval a JOIN post p ON p.id = a.post_id WHERE p.case_id = c.id
        AND a.state = 'asked')
    AND NOT EXISTS (SELECT 1 FROM meetup_post x JOIN meetup m ON m.id = x.meetup_id
        JOIN post p ON p.id = x.post_id WHERE p.case_id = c.id
        AND m.state IN ('planned', 'inviting', 'drawn'))
"""


def waiting(limit: int = 500) -> list[int]:
    """Opinions that nobody has answered, sent on or put into a meet-up, the oldest first: ids of cases,
    which are those of their posts."""
    rows = database.execute_sql(f"SELECT c.id {_WAITING} ORDER BY c.id LIMIT ?", (limit,)).fetchall()
    return [row[0] for row in rows]


def count() -> int:
    return int(database.execute_sql(f"SELECT count(*) {_WAITING}").fetchone()[0])


def thank(
    tx: Tx, post_id: int, channel_id: int, text: str, *, undo_s: float = 10.0, step: str = ""
) -> OutboxRow:
    """Send a short thanks as the final answer (with no text: a like, and the case is done). Taking the step
    back takes it out of the outbox, as long as it is there. Raises what ``outbox.enqueue`` raises."""
    step = step or cases.new_step()
    action = Action.REPLY if text.strip() else Action.LIKE
    row = outbox.enqueue(tx, post_id, channel_id, action, text, undo_s=undo_s)
    sent = {"outbox": row.id}
    record(
        tx, "thanks", row.case_id or 0, {"sent": {**sent, "out": False}},
        {"sent": {**sent, "out": True}, "action": str(action)}, post=post_id, step=step,
    )  # fmt: skip
    if action is Action.LIKE and row.case_id is not None:
        cases.set_status(tx, [row.case_id], "done", step=step)
    return row


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Take a thanks out of the outbox, or put it back; for undo. Raises Conflict where it is on its way."""
    number = int(state["outbox"])
    row = outbox.get_outbox(number)
    done = outbox.send_after_all(tx, number) if state["out"] else outbox.cancel(tx, number)
    if not done and row.state != ("waiting" if state["out"] else "cancelled"):
        raise Conflict(row.actor, row.tried_ms or row.created_ms, {"outbox": row.state})
