"""Departments' answers among the mails that are collected: recognised, checked, and attached to the case.

Whatever claims to answer a letter of ours opens no case (``claiming``). It is believed only if it bears the
secret token of a letter (or names the letter as what it answers), comes from an address of that very
department, and was written by a person while the case is still with them. All else is listed as refused and
touches nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from connectors import letters
from connectors.base import Post
from desktop.models import cases
from desktop.models.departments import get_department
from desktop.models.departments.addresses import is_of
from desktop.models.errors import WorkspaceError
from desktop.models.forwarding import answer, get, give_back
from desktop.models.forwarding.answers import LONGEST_ANSWER
from desktop.models.forwarding.keeping import Forwarding
from desktop.models.forwarding_mail import refused, sending
from desktop.models.forwarding_mail.cutting import Said, read
from desktop.models.forwarding_mail.sending import Letter
from desktop.models.notes import add_note
from desktop.models.store import Tx

_AUTOMATIC = ("auto", "list", "receipt", "bounce")


@dataclass(frozen=True, slots=True)
class Claim:
    """A mail that claims to answer a letter; ``post_id`` is its row."""

    post_id: int
    message_id: str
    sender: str
    subject: str
    text: str
    parent_id: str
    doubt: str
    media: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The mail that something was said in; ``post_id`` is its row (0: it has none), ``files`` are names."""

    message_id: str
    post_id: int
    sender: str
    files: Sequence[str] = ()


def take_in(tx: Tx, posts: Sequence[tuple[int, Post]]) -> None:
    """To be called when they are stored, in the same transaction."""
    for post_id, post in posts:
        if letters.MARK in post.remote_id:
            continue  # a copy of our own letter, from a backup
        media = json.dumps([m.alt or m.url for m in post.media], ensure_ascii=False) if post.media else ""
        claim = Claim(
            post_id, post.remote_id, post.author.handle, post.context, post.text, post.parent_id, post.doubt,
            media,
        )  # fmt: skip
        _take(tx, claim)


def accept_refused(tx: Tx, refused_id: int, text: str, *, step: str = "") -> str:
    """A person has looked at a refused mail and takes it as the answer of the department after all, with
    ``text`` as its words. The step. Raises RefusedMailError."""
    row, letter = refused.open_row(tx, refused_id)
    if letter is None or row.reason not in refused.ACCEPTABLE:
        raise refused.RefusedMailError(row.reason, code="refused-mail-not-acceptable")
    forwarding = get(letter.forwarding_id)
    if not forwarding.open:
        raise refused.RefusedMailError(forwarding.state, code="refused-mail-closed")
    source = Source(row.message_id, row.post_id or 0, row.sender)
    return refused.close(
        tx, refused_id, "answer", step or cases.new_step(),
        lambda name: _attach(tx, letter, forwarding, read(text), source, name),
    )  # fmt: skip


# --- one mail ---------------------------------------------------------------------------------------------


def _take(tx: Tx, claim: Claim) -> None:
    by_parent = sending.by_message_id(claim.parent_id)
    if claim.doubt == "bounce" and by_parent is not None:
        sending.mark_failed(tx, by_parent.id, _reason_of_bounce(claim.text))
        return
    token = letters.token_of(claim.subject)
    letter = sending.by_token(token) if letters.has_token(claim.subject) else by_parent
    if _taken(tx, claim.message_id):
        return
    reason = _refusal(claim, letter, by_parent)
    if not reason and letter is not None:
        said = read(claim.text, letter.text)
        reason = _unfit(claim, said)
        if not reason:
            forwarding = get(letter.forwarding_id)
            source = Source(claim.message_id, claim.post_id, claim.sender, _files(claim.media))
            try:
                with tx.db.atomic():
                    _attach(tx, letter, forwarding, said, source, "")
            except (WorkspaceError, ValueError) as error:
                reason = getattr(error, "code", "") or "not-possible"
    if reason:
        refused.add(
            tx, claim.message_id, claim.sender, claim.subject, reason, claim.post_id,
            letter.id if letter is not None else None,
        )  # fmt: skip


def _refusal(claim: Claim, letter: Letter | None, by_parent: Letter | None) -> str:
    """Why a mail is not believed; "" where it is."""
    if letter is None:
        return "unknown-token"
    if by_parent is not None and by_parent.forwarding_id != letter.forwarding_id:
        return "other-token"
    if claim.doubt in _AUTOMATIC:
        return "automatic"
    if claim.doubt:
        return claim.doubt  # form, forged
    forwarding = get(letter.forwarding_id)
    department = get_department(forwarding.department)
    if department is None or not is_of(claim.sender, department.mail):
        return "wrong-sender"
    return "" if forwarding.open else "closed"


def _unfit(claim: Claim, said: Said) -> str:
    """Why the words of a mail cannot be an answer; a mail without words has its subject for a text."""
    if not said.text or " ".join(claim.text.split()) == " ".join(claim.subject.split()):
        return "no-reason" if said.kind == "return" else "empty"
    return "too-long" if len(said.text) > LONGEST_ANSWER else ""


def _attach(tx: Tx, letter: Letter, forwarding: Forwarding, said: Said, source: Source, step: str) -> None:
    answer_id = None
    if said.kind == "return":
        give_back(tx, forwarding.id, said.text, by=source.sender, step=step)
    else:
        answer_id = answer(
            tx, forwarding.id, said.text, said.kind, came_by="mail", written_by=source.sender, step=step
        )
    if source.files:
        # Files are never opened here; whoever decides on the answer has to know of them.
        names = ", ".join(source.files)[:500]
        add_note(
            tx,
            forwarding.case_id,
            f"부서의 회신 메일에 첨부 파일이 있습니다. 메일함에서 확인해 주세요: {names}",
        )
    tx.db.execute_sql(
        "INSERT INTO department_reply (message_id, mail_id, post_id, kind, answer_id, at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (message_id) DO UPDATE SET kind = excluded.kind,"
        " answer_id = excluded.answer_id, at_ms = excluded.at_ms",  # taken again after an undo
        (source.message_id, letter.id, source.post_id, said.kind, answer_id, tx.now_ms),
    )
    tx.changes.other("department-mail")


def _taken(tx: Tx, message_id: str) -> bool:
    """Whether the same mail was taken before, from another mailbox perhaps."""
    sql = "SELECT 1 FROM department_reply WHERE message_id = ?"
    return tx.db.execute_sql(sql, (message_id,)).fetchone() is not None


def _reason_of_bounce(text: str) -> str:
    """The other server's words; the first line is ours."""
    return text.partition("\n")[2].strip() or "mail-bounced"


def _files(media: str) -> list[str]:
    return [str(name) for name in json.loads(media)] if media else []
