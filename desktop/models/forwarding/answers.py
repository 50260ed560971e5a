"""What departments write for the citizen, and what triage or the spokesperson makes of it.

submitted → accepted | sent-back; one that was taken back, or that its department replaced, is withdrawn. A
lead department's answer goes to the citizen through the outbox when it is accepted. What supporting
departments write is for the lead department and triage and is never sent by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from connectors.base import Action, clean_text
from desktop.models import cases, outbox
from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.forwarding import keeping, working
from desktop.models.forwarding.errors import AnswerRefused
from desktop.models.forwarding.keeping import ANSWERED, WORKING, Forwarding
from desktop.models.store import Tx

STAGES = ("first", "final")
_REPLIES = (Action.REPLY, Action.PRIVATE_REPLY)
LONGEST_ANSWER = 20_000
"""In letters, far more than an answer to a citizen has: whoever hands in more has taken the wrong file."""
SUBMITTED, ACCEPTED, SENT_BACK, WITHDRAWN = "submitted", "accepted", "sent-back", "withdrawn"


@dataclass(frozen=True, slots=True)
class Answer:
    """``came_by``: program, mail or by-hand. ``outbox_id``: what was sent of it, perhaps with changes."""

    id: int
    forwarding_id: int
    stage: str
    text: str
    state: str
    came_by: str
    written_ms: int
    written_by: str
    decided_ms: int | None
    decided_by: str
    comment: str
    outbox_id: int | None


_COLUMNS = tuple(field.name for field in fields(Answer))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM department_answer"
_KEPT = ("state", "decided_ms", "decided_by", "comment", "outbox_id")
"""What of an answer changes; its text never does."""


def get_answer(answer_id: int) -> Answer:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (answer_id,)).fetchone()
    if row is None:
        raise Missing(f"no answer {answer_id}")
    return Answer(*row)


def answers_of(case_id: int) -> list[Answer]:
    """All answers to the forwardings of a case, the oldest first; also the withdrawn."""
    found = [answer for row in keeping.of_case(case_id) for answer in _of_forwarding(row.id)]
    return sorted(found, key=lambda answer: answer.id)


def answer(
    tx: Tx,
    forwarding_id: int,
    text: str,
    stage: str = "final",
    *,
    came_by: str = "program",
    written_by: str = "",
    step: str = "",
) -> int:
    """A department hands in an answer, in place of one of the same stage that nobody has decided on; its id.
    ``written_by`` where that is not who works here (a mail). Raises AnswerRefused for a text that is empty
    or longer than LONGEST_ANSWER."""
    if stage not in STAGES:
        raise ValueError(f"no stage {stage!r}")
    row = keeping.get(forwarding_id)
    keeping.may(tx, "forwarding.answer", row)
    text = clean_text(text).strip()
    if not text:
        raise AnswerRefused("nothing was written", code="answer-empty")
    if len(text) > LONGEST_ANSWER:
        raise AnswerRefused(f"{len(text)} letters", code="answer-too-long")
    step = step or cases.new_step()
    for earlier in _of_forwarding(row.id):
        if earlier.stage == stage and earlier.state == SUBMITTED:
            _decide(tx, row, earlier, WITHDRAWN, "forward-replace", step)
    found = tx.db.execute_sql(
        "INSERT INTO department_answer (forwarding_id, stage, text, state, came_by, written_ms, written_by,"
        " decided_by, comment) VALUES (?, ?, ?, ?, ?, ?, ?, '', '') RETURNING id",
        (row.id, stage, text, SUBMITTED, came_by, tx.now_ms, written_by or tx.actor),
    ).fetchone()
    new = get_answer(int(found[0]))
    row = working.taken_up(tx, row, "forward-begin", step)
    keeping.change(
        tx, row, "forward-answer", step,
        {"stage": stage, "came_by": came_by, **({"by": written_by} if written_by else {})},
        more={"department_answer": (_state(new, withdrawn=True), _state(new))},
        # A supporting department is done with its final answer; the lead one when it has been accepted.
        **({} if row.lead or stage == "first" else _ended(tx)),
    )  # fmt: skip
    return new.id


def accept(
    tx: Tx,
    answer_id: int,
    *,
    text: str = "",
    channel_id: int | None = None,
    action: str = Action.REPLY,
    undo_s: float = 10.0,
    send: bool = True,
    step: str = "",
    **speaking: Any,
) -> int | None:
    """Take an answer as it is or with ``text`` in its place. That of a lead department is put into the outbox
    as the reply to the citizen, from ``channel_id`` (None: where the citizen wrote); the id of its row there.
    With its final answer the department is done. ``send`` False: the citizen was told elsewhere (a channel
    that takes no answers), so with the final answer the case is answered at once. Raises AnswerRefused, and
    what ``outbox.enqueue`` does; ``speaking`` is handed on to that."""
    found = get_answer(answer_id)
    row = keeping.get(found.forwarding_id)
    keeping.may(tx, "forwarding.judge", row)
    _undecided(found)
    step = step or cases.new_step()
    outbox_id = None
    if row.lead and send:
        (case_id,) = cases.resolved(tx, [row.case_id])
        outbox_id = _send(tx, case_id, found, text, channel_id, action, undo_s, speaking)
    ended = _ended(tx) if row.open and found.stage == "final" else {}
    edited = bool(text.strip()) and clean_text(text).strip() != found.text
    _decide(
        tx, row, found, ACCEPTED, "forward-accept", step, ended, outbox_id=outbox_id,
        facts={"edited": edited} if edited else {},
    )  # fmt: skip
    if row.lead and not send and found.stage == "final":
        cases.set_status(tx, [row.case_id], "answered", step=step)
    return outbox_id


def send_back(tx: Tx, answer_id: int, comment: str, *, step: str = "") -> str:
    """Ask the department for a better one; the comment says what is missing."""
    found = get_answer(answer_id)
    row = keeping.get(found.forwarding_id)
    keeping.may(tx, "forwarding.judge", row)
    _undecided(found)
    if not comment.strip():
        raise AnswerRefused("the department must know why", code="answer-no-comment")
    step = step or cases.new_step()
    _decide(tx, row, found, SENT_BACK, "forward-send-back", step, _open_again(row), comment=comment.strip())
    return step


def reply_cancelled(tx: Tx, outbox_id: int) -> None:
    """A reply was taken out of the outbox: the answer that it was made of waits for a decision again."""
    rows = tx.db.execute_sql(f"{_SELECT} WHERE outbox_id = ? AND state = ?", (outbox_id, ACCEPTED)).fetchall()
    for found in (Answer(*row) for row in rows):
        row = keeping.get(found.forwarding_id)
        again = _open_again(row) if found.stage == "final" and row.state == ANSWERED else {}
        _decide(tx, row, found, SUBMITTED, "forward-accept-cancelled", "", again)


def reply_sent(tx: Tx, case_id: int, outbox_id: int, stage: str, by: str) -> None:
    """A reply to the citizen was read back from its network. Where somebody wrote it by hand instead of
    accepting what the department handed in, that counts as accepted; after a final answer no department has
    anything left to do."""
    for row in keeping.of_case(case_id):
        if not row.open:
            continue
        ended = _ended(tx) if stage == "final" else {}
        waiting = [
            found for found in _of_forwarding(row.id)
            if row.lead and found.stage == stage and found.state == SUBMITTED
        ]  # fmt: skip
        for found in waiting:
            _decide(
                tx, row, found, ACCEPTED, "forward-accept", "", ended,
                outbox_id=outbox_id, by=by, facts={"by": by},
            )  # fmt: skip
        if ended and not waiting:
            keeping.change(tx, row, "forward-end", "", {"by": by}, **ended)


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put an answer back as an event describes it; for undo. What was put into the outbox is taken out of it.
    Raises AnswerRefused where that has gone out, and for doing an acceptance again: the text is looked at
    anew."""
    now = get_answer(state["id"])
    if state["state"] == ACCEPTED and now.state != ACCEPTED and state["outbox_id"] is not None:
        raise AnswerRefused("accept it anew", code="answer-again")
    _write(tx, replace(now, **{name: state[name] for name in _KEPT}))
    if now.outbox_id is not None and state["outbox_id"] is None:
        row = outbox.get_outbox(now.outbox_id)
        if row.state != "cancelled" and not outbox.cancel(tx, row.id):
            raise AnswerRefused(row.state, code="answer-sent")


def _send(
    tx: Tx,
    case_id: int,
    found: Answer,
    text: str,
    channel_id: int | None,
    action: str,
    undo_s: float,
    speaking: Mapping[str, Any],
) -> int:
    on_their_way = [
        row for row in outbox.rows_for_case(case_id)
        if row.state in ("waiting", "sending", "unknown") and row.action in _REPLIES
    ]  # fmt: skip
    if on_their_way:
        raise AnswerRefused("another reply to this case", code="answer-on-its-way")
    post = tx.db.execute_sql("SELECT channel_id FROM post WHERE id = ?", (case_id,)).fetchone()
    where = post[0] if channel_id is None else channel_id
    words = text.strip() or found.text
    return outbox.enqueue(tx, case_id, where, action, words, stage=found.stage, undo_s=undo_s, **speaking).id


def _undecided(found: Answer) -> None:
    if found.state != SUBMITTED:
        raise AnswerRefused(found.state, code="answer-decided")


def _ended(tx: Tx) -> dict[str, Any]:
    return {"state": ANSWERED, "ended_ms": tx.now_ms, "ended_by": tx.actor}


def _open_again(row: Forwarding) -> dict[str, Any]:
    """A department has to go on, unless the case has gone elsewhere since."""
    return {"state": WORKING, "ended_ms": None, "ended_by": ""} if keeping.can_open(row) else {}


def _decide(
    tx: Tx,
    row: Forwarding,
    found: Answer,
    state: str,
    kind: str,
    step: str,
    of_forwarding: Mapping[str, Any] | None = None,
    *,
    outbox_id: int | None = None,
    comment: str = "",
    by: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    undecided = state == SUBMITTED
    after = replace(
        found, state=state, outbox_id=outbox_id, comment=comment,
        decided_ms=None if undecided else tx.now_ms, decided_by="" if undecided else by or tx.actor,
    )  # fmt: skip
    _write(tx, after)
    keeping.change(
        tx, row, kind, step,
        {"stage": found.stage, **({"reason": comment} if comment else {}), **(facts or {})},
        more={"department_answer": (_state(found), _state(after))}, **(of_forwarding or {}),
    )  # fmt: skip


def _write(tx: Tx, row: Answer) -> None:
    tx.db.execute_sql(
        f"UPDATE department_answer SET {', '.join(f'{name} = ?' for name in _KEPT)} WHERE id = ?",
        (*(getattr(row, name) for name in _KEPT), row.id),
    )


def _state(row: Answer, *, withdrawn: bool = False) -> dict[str, Any]:
    """What an event keeps of an answer. Taking back that it was handed in leaves it there, withdrawn."""
    kept: dict[str, Any] = {"id": row.id, **{name: getattr(row, name) for name in _KEPT}}
    return kept | {"state": WITHDRAWN} if withdrawn else kept


def _of_forwarding(forwarding_id: int) -> list[Answer]:
    rows = database.execute_sql(f"{_SELECT} WHERE forwarding_id = ? ORDER BY id", (forwarding_id,)).fetchall()
    return [Answer(*row) for row in rows]
