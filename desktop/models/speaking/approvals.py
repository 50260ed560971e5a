"""Texts that a second person agrees to before they go out (승인).

asked → spent (agreed to, and in the outbox: once, and exactly this text) | sent-back (with a comment)
| stale (the thread changed, or another text was asked for instead) | withdrawn. An approval is bound to post,
channel, action, stage and text by a digest, and to the thread as whoever asked had seen it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from connectors.base import clean_text
from desktop.models import hiding, outbox
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.permissions import WrongState, need
from desktop.models.records import Edit
from desktop.models.speaking import gate, ledger, threads, voices
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.threads import Changes, Seen
from desktop.models.store import Tx

TABLE = "approval"
ASKED, SPENT, SENT_BACK, STALE, WITHDRAWN = "asked", "spent", "sent-back", "stale", "withdrawn"


class OwnRequest(WorkspaceError):
    """Whoever asked cannot agree to it themselves."""

    code = "own-request"


class OtherText(WorkspaceError):
    """What is agreed to is not what stands there now."""

    code = "other-text"


class CommentMissing(WorkspaceError):
    """Sent back without a word on what should be different."""

    code = "comment-missing"


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """``promises`` go into the ledger when the answer has been sent."""

    id: int
    post_id: int
    case_id: int | None
    channel_id: int
    action: str
    stage: str
    voice: str
    text: str
    digest: str
    seen: str
    promises: str
    state: str
    asked_ms: int
    asked_by: str
    decided_ms: int | None
    decided_by: str
    comment: str
    outbox_id: int | None

    def thread(self) -> Seen:
        return Seen.from_json(self.seen)


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of agreeing: ``row`` is "spent" with its outbox row, or "stale" because of ``changes``."""

    row: ApprovalRow
    changes: Changes
    step: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the list: the request, whom it answers (personal data hidden), and what happened in the
    thread since."""

    row: ApprovalRow
    post_text: str
    author: str
    handle: str
    channel: str
    network: str
    changes: Changes


_COLUMNS = tuple(field.name for field in fields(ApprovalRow))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM approval"


def ask(
    tx: Tx,
    post_id: int,
    channel_id: int,
    action: str,
    text: str,
    *,
    stage: str = "final",
    seen: Seen | None = None,
    promises: Sequence[Proposed] = (),
    step: str = "",
) -> tuple[ApprovalRow, str]:
    """Ask for a second person's consent: (the request, its step). What the same person asked for this post
    before is replaced. Raises VoiceRefused, NotAllowed, StaleThread, Missing."""
    voice, _ = voices.need_voice(tx, channel_id)
    text = clean_text(text).strip()
    now = threads.look(post_id, tx.actor)
    if seen is not None and (found := threads.changed(seen, now)):
        raise threads.StaleThread(found)
    step = step or _new_step()
    for (earlier,) in tx.db.execute_sql(
        "SELECT id FROM approval WHERE post_id = ? AND asked_by = ? AND state = 'asked'", (post_id, tx.actor)
    ).fetchall():
        _change(tx, need_approval(earlier), "replaced", step, state=STALE)
    case = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
    case_id = None if case is None else case[0]
    edit = Edit(tx)
    approval_id = edit.insert(
        TABLE, post_id=post_id, case_id=case_id, channel_id=channel_id, action=str(action), stage=stage,
        voice=voice, text=text, digest=gate.digest_of(post_id, channel_id, action, stage, text),
        seen=now.as_json(),
        promises=json.dumps([asdict(promise) for promise in promises], ensure_ascii=False),
        state=ASKED, asked_ms=tx.now_ms, asked_by=tx.actor, decided_ms=None, decided_by="", comment="",
        outbox_id=None,
    )  # fmt: skip
    edit.record(
        "approval", f"approval:{approval_id}", case_id=case_id or 0, step=step, what="asked", voice=voice
    )
    return need_approval(approval_id), step


def ask_again(tx: Tx, approval_id: int, *, step: str = "") -> tuple[ApprovalRow, str]:
    """The same text once more, on the thread as it is now, by whoever looked at it. Raises WrongState."""
    row = need_approval(approval_id)
    if row.state not in (STALE, SENT_BACK, WITHDRAWN):
        raise WrongState("reply.write", row.state)
    promises = [Proposed(**promise) for promise in json.loads(row.promises)]
    return ask(
        tx, row.post_id, row.channel_id, row.action, row.text, stage=row.stage, promises=promises, step=step
    )


def approve(tx: Tx, approval_id: int, digest: str, *, undo_s: float = 10.0, step: str = "") -> Decided:
    """Agree to the text with this digest and put it into the outbox, in the asker's name. If the thread has
    changed since it was asked nothing goes out and the request is stale. Raises NotAllowed, WrongState,
    OwnRequest, OtherText, and what ``outbox.enqueue`` raises."""
    row = need_approval(approval_id)
    need(tx, "reply.approve", row.state)
    if row.asked_by == tx.actor:
        raise OwnRequest(f"approval {approval_id} was asked by {tx.actor!r}")
    bound = gate.digest_of(row.post_id, row.channel_id, row.action, row.stage, row.text)
    if row.digest != digest or row.digest != bound:
        raise OtherText(f"approval {approval_id} holds another text")
    step = step or _new_step()
    changes = changes_since(row)
    if changes:
        stale = _change(tx, row, "stale", step, state=STALE, decided_ms=tx.now_ms)
        return Decided(stale, changes, step)
    sent = outbox.enqueue(
        tx, row.post_id, row.channel_id, row.action, row.text, stage=row.stage, undo_s=undo_s, approved=True
    )
    # It is the answer of whoever wrote it; who agreed stands in the event beside it.
    tx.db.execute_sql("UPDATE outbox SET actor = ? WHERE id = ?", (row.asked_by, sent.id))
    promises = [Proposed(**promise) for promise in json.loads(row.promises)]
    ledger.prepare(tx, sent.id, row.post_id, promises, by=row.asked_by)
    spent = _change(
        tx, row, "approved", step,
        state=SPENT, decided_ms=tx.now_ms, decided_by=tx.actor, outbox_id=sent.id,
    )  # fmt: skip
    return Decided(spent, changes, step)


def send_back(tx: Tx, approval_id: int, comment: str, *, step: str = "") -> tuple[ApprovalRow, str]:
    """Say what should be different. Raises NotAllowed, WrongState, CommentMissing."""
    row = need_approval(approval_id)
    need(tx, "reply.approve", row.state)
    if not comment.strip():
        raise CommentMissing("no comment")
    step = step or _new_step()
    sent_back = _change(
        tx, row, "sent-back", step,
        state=SENT_BACK, decided_ms=tx.now_ms, decided_by=tx.actor, comment=clean_text(comment).strip(),
    )  # fmt: skip
    return sent_back, step


def withdraw(tx: Tx, approval_id: int, *, step: str = "") -> tuple[ApprovalRow, str]:
    """Whoever asked does not want it any more. Raises WrongState, OtherText for somebody else's."""
    row = need_approval(approval_id)
    need(tx, "reply.write")
    if row.state != ASKED:
        raise WrongState("reply.write", row.state)
    if row.asked_by != tx.actor:
        raise OwnRequest(f"approval {approval_id} was asked by {row.asked_by!r}", code="not-own-request")
    step = step or _new_step()
    return _change(tx, row, "withdrawn", step, state=WITHDRAWN, decided_ms=tx.now_ms), step


# --- looking ----------------------------------------------------------------------------------------------


def need_approval(approval_id: int) -> ApprovalRow:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (approval_id,)).fetchone()
    if row is None:
        raise Missing(f"no approval {approval_id}")
    return ApprovalRow(*row)


def changes_since(row: ApprovalRow) -> Changes:
    """What happened in the thread since it was asked; a post that is gone counts as deleted."""
    try:
        return threads.changed(row.thread(), threads.look(row.post_id, row.asked_by))
    except Missing:
        return Changes(deleted=(row.post_id,))


def list_approvals(
    states: Sequence[str] = (ASKED,), *, after: int = 0, limit: int = 200, asked_by: str = ""
) -> list[Waiting]:
    """Requests in these states, the oldest first, from after the request ``after``."""
    marks = ",".join("?" * len(states))
    rule, values = ("", ()) if not asked_by else (" AND a.asked_by = ?", (asked_by,))
    columns = ", ".join(f"a.{name}" for name in _COLUMNS)
    rows = database.execute_sql(
        f"SELECT {columns}, p.text, coalesce(w.name, ''), coalesce(w.handle, ''), c.name, c.network"
        " FROM approval a JOIN post p ON p.id = a.post_id JOIN channel c ON c.id = a.channel_id"
        " LEFT JOIN author w ON w.id = p.author_id"
        f" WHERE a.state IN ({marks}) AND a.id > ?{rule} ORDER BY a.id LIMIT ?",
        (*states, after, *values, limit),
    ).fetchall()
    found = []
    for row in rows:
        approval = ApprovalRow(*row[: len(_COLUMNS)])
        changes = changes_since(approval) if approval.state == ASKED else Changes()
        text, name, handle, channel, network = row[len(_COLUMNS) :]
        shown = (hiding.shown(text), hiding.name(name, network), hiding.name(handle, network))
        found.append(Waiting(approval, *shown, channel, network, changes))
    return found


def of_case(case_id: int) -> ApprovalRow | None:
    """The latest request on a case that still says something: asked, sent back or stale."""
    row = database.execute_sql(
        f"{_SELECT} WHERE post_id IN (SELECT id FROM post WHERE case_id = ?) ORDER BY id DESC LIMIT 1",
        (case_id,),
    ).fetchone()
    if row is None:
        return None
    found = ApprovalRow(*row)
    return found if found.state in (ASKED, SENT_BACK, STALE) else None


def count_asked() -> int:
    return int(database.execute_sql("SELECT count(*) FROM approval WHERE state = 'asked'").fetchone()[0])


def returned_to(user: str) -> list[int]:
    """Posts of open cases whose last request ``user`` made, and got back; what came back first is first."""
    rows = database.execute_sql(
        "SELECT a.post_id FROM approval a JOIN post p ON p.id = a.post_id JOIN case_ c ON c.id = p.case_id"
        " WHERE a.state IN (?, ?) AND a.asked_by = ? AND c.status = 'open' AND NOT EXISTS (SELECT 1"
        " FROM approval b JOIN post q ON q.id = b.post_id WHERE q.case_id = p.case_id AND b.id > a.id)"
        " ORDER BY a.decided_ms, a.id",
        (SENT_BACK, STALE, user),
    ).fetchall()
    return [row[0] for row in rows]


# --- inside -----------------------------------------------------------------------------------------------


def _change(tx: Tx, row: ApprovalRow, what: str, step: str, **values: Any) -> ApprovalRow:
    edit = Edit(tx)
    edit.set(TABLE, row.id, **values)
    edit.record(
        "approval", f"approval:{row.id}", case_id=row.case_id or 0, step=step, what=what, voice=row.voice
    )
    return need_approval(row.id)


def _new_step() -> str:
    from desktop.models.cases import new_step  # only here: it knows this module for undo

    return new_step()
