"""Actions on their way to a network. The row is the truth of what was sent.

waiting (undo window, or a pause before the next try) → sending → sent (read back) | refused | unknown (the
answer was lost: it is looked up before anything is sent again). Only ``claim`` leads to sending, and what is
found on the network already is never claimed again; so nothing is sent twice.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from connectors.base import Action, Sent, clean_text
from desktop.models import meta
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.permissions import need
from desktop.models.speaking import gate
from desktop.models.store import Tx

if TYPE_CHECKING:
    from desktop.models.speaking.commitments import Proposed
    from desktop.models.speaking.gate import Writing


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """``send_after_ms`` is the end of the undo window, or of the pause before the next try. ``reason`` is the
    network's own sentence (refused) or a code (waiting again, unknown)."""

    id: int
    key: str
    post_id: int
    case_id: int | None
    channel_id: int
    action: str
    text: str
    stage: str
    actor: str
    state: str
    send_after_ms: int
    attempts: int
    remote_id: str
    url: str
    reason: str
    created_ms: int
    tried_ms: int | None
    sent_ms: int | None


ASK_PERSON = "ask-person"
"""Reason of an unknown action whose network cannot be asked whether it arrived."""

_SELECT = (
    "SELECT id, key, post_id, case_id, channel_id, action, text, stage, actor, state, send_after_ms,"
    " attempts, remote_id, url, reason, created_ms, tried_ms, sent_ms FROM outbox"
)


REPEAT_MS = 10_000
"""The same words to the same post within the undo time are one gesture made twice."""


class Repeated(WorkspaceError):
    """These very words went into the outbox a moment ago."""

    code = "repeated"


class SampleCannotSend(WorkspaceError):
    """Nothing ever leaves a sample workspace."""

    code = "sample"


def enqueue(
    tx: Tx,
    post_id: int,
    channel_id: int,
    action: str,
    text: str = "",
    *,
    stage: str = "final",
    undo_s: float = 10.0,
    approved: bool = False,
    writing: Writing | None = None,
    promises: Sequence[Proposed] = (),
    again: bool = False,
) -> OutboxRow:
    """Put an action on its way; it may be taken back for ``undo_s`` seconds. ``approved``: a second person
    has agreed to it (``approvals.approve`` alone says so); ``writing``: how somebody came to write it;
    ``promises`` open when it has been sent; ``again``: the same words a second time are meant. Raises
    SampleCannotSend, Missing, Repeated, and what ``speaking.gate.let_through`` raises where it may not be
    said."""
    need(tx, "reply.write" if gate.speaks(action) else "post.moderate")
    if meta.is_sample():
        raise SampleCannotSend("a sample workspace sends nothing")
    text = clean_text(text)
    post = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
    if post is None:
        raise Missing(f"no post {post_id}")
    gate.let_through(tx, post_id, channel_id, action, approved=approved, writing=writing)
    if text and not again:
        _refuse_twin(tx, post_id, channel_id, action, text)
    cursor = tx.db.execute_sql(
        "INSERT INTO outbox (key, post_id, case_id, channel_id, action, text, stage, actor, state,"
        " send_after_ms, attempts, remote_id, url, reason, created_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0, '', '', '', ?) RETURNING id",
        (
            str(uuid.uuid4()), post_id, post[0], channel_id, str(action), text, stage, tx.actor,
            tx.now_ms + int(undo_s * 1000), tx.now_ms,
        ),
    )  # fmt: skip
    row = _get(tx, int(cursor.fetchone()[0]))
    if promises:
        from desktop.models.speaking import ledger  # only here: reading the outbox does without

        ledger.prepare(tx, row.id, post_id, promises)
    _changed(tx, row)
    return row


def send_after_all(tx: Tx, outbox_id: int, *, undo_s: float = 10.0) -> bool:
    """Put an action back that was taken out before it was ever tried; False if it was not."""
    need(tx, "reply.write")
    cursor = tx.db.execute_sql(
        "UPDATE outbox SET state = 'waiting', send_after_ms = ? WHERE id = ? AND state = 'cancelled'"
        " AND remote_id = '' AND attempts = 0",
        (tx.now_ms + int(undo_s * 1000), outbox_id),
    )
    if not cursor.rowcount:
        return False
    _changed(tx, _get(tx, outbox_id))
    return True


def cancel(tx: Tx, outbox_id: int) -> bool:
    """Take an action back that has not been tried yet; False if it is too late."""
    need(tx, "reply.write")
    cursor = tx.db.execute_sql(
        "UPDATE outbox SET state = 'cancelled', reason = '' WHERE id = ? AND remote_id = ''"
        " AND (state = 'waiting' OR state = 'refused')",
        (outbox_id,),
    )
    if not cursor.rowcount:
        return False
    _changed(tx, _get(tx, outbox_id))
    from desktop.models.forwarding import answers  # only here: it puts what was accepted into the outbox

    answers.reply_cancelled(tx, outbox_id)
    return True


def due(now_ms: int) -> list[OutboxRow]:
    """What waits and may go now, the oldest first."""
    return _rows("state = 'waiting' AND send_after_ms <= ? ORDER BY id", now_ms)


def next_due_ms() -> int | None:
    """When the next waiting action may go; None if none waits."""
    row = database.execute_sql("SELECT min(send_after_ms) FROM outbox WHERE state = 'waiting'").fetchone()
    return None if row[0] is None else int(row[0])


def get_outbox(outbox_id: int) -> OutboxRow:
    """Raises Missing."""
    row = database.execute_sql(_SELECT + " WHERE id = ?", (outbox_id,)).fetchone()
    if row is None:
        raise Missing(f"no outbox row {outbox_id}")
    return OutboxRow(*row)


def claim(tx: Tx, outbox_id: int) -> OutboxRow | None:
    """Take a waiting action to send it now; None if it was taken back, is not due, or somebody else has
    it."""
    cursor = tx.db.execute_sql(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1, reason = '',"
        " tried_ms = coalesce(tried_ms, ?)"
        " WHERE id = ? AND state = 'waiting' AND remote_id = '' AND send_after_ms <= ?",
        (tx.now_ms, outbox_id, tx.now_ms),
    )
    if not cursor.rowcount:
        return None
    row = _get(tx, outbox_id)
    _changed(tx, row)
    return row


def mark_sent(tx: Tx, outbox_id: int, sent: Sent) -> int | None:
    """The action was carried out. What it made is stored as a post of ours in the same case (its id)."""
    row = _get(tx, outbox_id)
    remote_id = sent.remote_id or row.remote_id
    tx.db.execute_sql(
        "UPDATE outbox SET state = 'sent', remote_id = ?, url = ?, reason = '', sent_ms = ? WHERE id = ?",
        (remote_id, sent.url or row.url, tx.now_ms, outbox_id),
    )
    _changed(tx, row)
    from desktop.models import carried_out  # only here: reading the outbox does without

    if row.action in (Action.REPLY, Action.PRIVATE_REPLY):
        from desktop.models.speaking import ledger

        stored = carried_out.store_reply(tx, row, sent, remote_id)
        ledger.answer_sent(tx, row.id, stored)
        return stored
    carried_out.apply(tx, row, sent)
    return None


def mark_refused(tx: Tx, outbox_id: int, reason: str) -> None:
    """The network understood and said no. The text stays; it is not tried again by itself."""
    _close(tx, outbox_id, "refused", reason)


def mark_unknown(tx: Tx, outbox_id: int, reason: str = "") -> None:
    """The answer was lost. If the merge has seen the result meanwhile, it is sent."""
    _close(tx, outbox_id, "unknown", reason)


def mark_waiting_again(tx: Tx, outbox_id: int, send_after_ms: int, reason: str = "") -> None:
    """Nothing was carried out for sure, and it may be tried again later."""
    _close(tx, outbox_id, "waiting", reason, send_after_ms)


def retry(tx: Tx, outbox_id: int) -> bool:
    """A person wants a refused or waiting action tried now; False if it is neither. It asks for what sending
    it anew would ask for: raises NotAllowed, VoiceRefused, NeedsApproval, Missing."""
    need(tx, "reply.write")
    row = _get(tx, outbox_id)
    if row.state not in ("refused", "waiting"):
        return False
    if not gate.speaks(row.action):
        need(tx, "post.moderate")
    gate.let_again(tx, row.id, row.channel_id, row.action)
    if row.remote_id:
        # The merge has seen it on the network while we thought otherwise.
        mark_sent(tx, outbox_id, Sent(row.remote_id, row.url))
        return True
    tx.db.execute_sql(
        "UPDATE outbox SET state = 'waiting', send_after_ms = ?, reason = '' WHERE id = ?",
        (tx.now_ms, outbox_id),
    )
    _changed(tx, row)
    return True


def signed_in(tx: Tx, channel_id: int) -> None:
    """A channel has a new sign-in: what waited for one may go now. What the network asked to be kept back, or
    is still in its undo time, waits on."""
    _due_now(tx, channel_id, "reason NOT IN ('', 'waiting-limit', 'waiting-answer')")


def go_on(tx: Tx, channel_id: int) -> None:
    """A channel answers again: what waits because it did not is due now."""
    _due_now(tx, channel_id, "reason = 'waiting-answer'")


def _due_now(tx: Tx, channel_id: int, rule: str) -> None:
    rows = tx.db.execute_sql(
        "UPDATE outbox SET send_after_ms = ? WHERE channel_id = ? AND state = 'waiting' AND send_after_ms > ?"
        f" AND {rule} RETURNING id",
        (tx.now_ms, channel_id, tx.now_ms),
    ).fetchall()
    for (outbox_id,) in rows:
        _changed(tx, _get(tx, outbox_id))


def settle(tx: Tx, outbox_id: int, arrived: bool) -> None:
    """A person has looked whether an unknown action arrived: then it is sent, else it may be tried anew."""
    need(tx, "reply.write")
    if _get(tx, outbox_id).state != "unknown":
        return
    if arrived:
        mark_sent(tx, outbox_id, Sent(""))
    else:
        mark_refused(tx, outbox_id, "not-arrived")


def orphaned(tx: Tx) -> list[OutboxRow]:
    """At the start: what was being sent when the program ended has an unknown outcome now. All rows that have
    to be looked up."""
    for (outbox_id,) in tx.db.execute_sql("SELECT id FROM outbox WHERE state = 'sending'").fetchall():
        mark_unknown(tx, outbox_id, "interrupted")
    rows = tx.db.execute_sql(_SELECT + " WHERE state = 'unknown' ORDER BY id").fetchall()
    return [OutboxRow(*row) for row in rows]


def unknown_rows() -> list[OutboxRow]:
    """What has to be looked up."""
    return _rows("state = 'unknown' ORDER BY id")


def unfinished() -> list[OutboxRow]:
    """What still asks for attention: refused and unknown first, then what waits; the oldest first in each."""
    return _rows(
        "state IN ('refused', 'unknown', 'waiting', 'sending')"
        " ORDER BY CASE WHEN state IN ('refused', 'unknown') THEN 0 ELSE 1 END, id"
    )


def rows_for_case(case_id: int) -> list[OutboxRow]:
    """All actions on posts that are in a case now, the oldest first."""
    return _rows("post_id IN (SELECT id FROM post WHERE case_id = ?) ORDER BY id", case_id)


def rows_for_post(post_id: int) -> list[OutboxRow]:
    return _rows("post_id = ? ORDER BY id", post_id)


def counts() -> dict[str, int]:
    """How many actions are in each state that asks for attention: waiting, sending, refused, unknown."""
    found = dict.fromkeys(("waiting", "sending", "refused", "unknown"), 0)
    rows = database.execute_sql(
        "SELECT state, count(*) FROM outbox WHERE state IN ('waiting', 'sending', 'refused', 'unknown')"
        " GROUP BY state"
    ).fetchall()
    found.update(dict(rows))
    return found


# --- inside -----------------------------------------------------------------------------------------------


def _rows(where: str, *values: int) -> list[OutboxRow]:
    rows = database.execute_sql(f"{_SELECT} WHERE {where}", values).fetchall()
    return [OutboxRow(*row) for row in rows]


def _refuse_twin(tx: Tx, post_id: int, channel_id: int, action: str, text: str) -> None:
    """A second press, or two programs at once, must not say the same thing twice to a citizen."""
    twin = tx.db.execute_sql(
        "SELECT 1 FROM outbox WHERE post_id = ? AND channel_id = ? AND action = ? AND text = ?"
        " AND state NOT IN ('cancelled', 'refused') AND created_ms > ? LIMIT 1",
        (post_id, channel_id, str(action), text, tx.now_ms - REPEAT_MS),
    ).fetchone()
    if twin is not None:
        raise Repeated(f"post {post_id} has this very answer")


def _get(tx: Tx, outbox_id: int) -> OutboxRow:
    row = tx.db.execute_sql(_SELECT + " WHERE id = ?", (outbox_id,)).fetchone()
    if row is None:
        raise Missing(f"no outbox row {outbox_id}")
    return OutboxRow(*row)


def _changed(tx: Tx, row: OutboxRow) -> None:
    tx.changes.outbox_row(row.id)
    tx.changes.post(row.post_id)
    case = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (row.post_id,)).fetchone()
    if case is not None and case[0] is not None:
        tx.changes.case(case[0])


def _close(tx: Tx, outbox_id: int, state: str, reason: str, send_after_ms: int | None = None) -> None:
    row = _get(tx, outbox_id)
    if row.state in ("sent", "cancelled"):
        return
    if row.remote_id:
        # The merge has seen it on the network while we thought otherwise.
        mark_sent(tx, outbox_id, Sent(row.remote_id, row.url))
        return
    tx.db.execute_sql(
        "UPDATE outbox SET state = ?, reason = ?, send_after_ms = coalesce(?, send_after_ms) WHERE id = ?",
        (state, reason, send_after_ms, outbox_id),
    )
    _changed(tx, row)
