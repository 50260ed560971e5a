"""Mails that claimed to answer a letter and were not believed. A person decides what becomes of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from connectors.letters import without_token
from desktop.models import cases, ids
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.permissions import need
from desktop.models.records import Edit
from desktop.models.store import Tx

if TYPE_CHECKING:
    from desktop.models.forwarding_mail.sending import Letter

REASONS = (
    "unknown-token", "other-token", "wrong-sender", "forged", "form", "automatic", "closed", "empty",
    "no-reason", "too-long", "not-possible",
)  # fmt: skip
ACCEPTABLE = ("wrong-sender", "forged", "form", "automatic", "empty", "no-reason", "too-long")
"""What a person may take as the answer after all: it bears a token that only the department has seen."""


class RefusedMailError(WorkspaceError):
    """Nothing can be done with this mail, and nothing was changed. refused-mail-done,
    refused-mail-not-acceptable, refused-mail-closed, refused-mail-gone."""

    code = "refused-mail-done"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """``done``: "" (nobody has decided), answer, post or dismissed."""

    id: int
    message_id: str
    mail_id: int | None
    sender: str
    subject: str
    reason: str
    at_ms: int
    post_id: int | None
    done: str
    done_ms: int | None
    done_by: str


_SELECT = f"SELECT {', '.join(field.name for field in fields(RefusedRow))} FROM refused_mail"


def refused_mails(
    *, include_done: bool = False, before: int | None = None, limit: int = 200
) -> list[RefusedRow]:
    """The newest first; ``before``: older than the one of that id."""
    rules = [] if include_done else ["done = ''"]
    rules += [] if before is None else ["id < ?"]
    where = f" WHERE {' AND '.join(rules)}" if rules else ""
    values = (limit,) if before is None else (before, limit)
    return [
        RefusedRow(*row)
        for row in database.execute_sql(f"{_SELECT}{where} ORDER BY id DESC LIMIT ?", values).fetchall()
    ]


def get_refused(refused_id: int) -> RefusedRow:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (refused_id,)).fetchone()
    if row is None:
        raise Missing(f"no refused mail {refused_id}")
    return RefusedRow(*row)


def add(
    tx: Tx, message_id: str, sender: str, subject: str, reason: str, post_id: int, mail_id: int | None
) -> None:
    """List a mail; one that is listed already stays as it is."""
    tx.db.execute_sql(
        "INSERT INTO refused_mail (message_id, mail_id, sender, subject, reason, at_ms, post_id, done,"
        " done_by) VALUES (?, ?, ?, ?, ?, ?, ?, '', '') ON CONFLICT (message_id) DO NOTHING",
        (message_id, mail_id, sender, without_token(subject)[:1000], reason, tx.now_ms, post_id),
    )
    tx.changes.other("department-mail")


def open_row(tx: Tx, refused_id: int) -> tuple[RefusedRow, Letter | None]:
    """A mail that nobody has decided on, and the letter whose token it bears. Asks for the right."""
    from desktop.models.forwarding_mail import sending

    need(tx, "mail.judge")
    row = get_refused(refused_id)
    if row.done:
        raise RefusedMailError(row.done)
    return row, None if row.mail_id is None else sending.get(row.mail_id)


def close(tx: Tx, refused_id: int, done: str, step: str, work: Callable[[str], None] | None = None) -> str:
    """Note what became of a mail after ``work(step)`` has done it; the step. An empty one: this cannot be
    taken back."""
    row = get_refused(refused_id)
    if work is not None:
        work(step)
    edit = Edit(tx)
    edit.set("refused_mail", refused_id, done=done, done_ms=tx.now_ms, done_by=tx.actor)
    edit.record(
        "refused-mail", f"refused-mail:{refused_id}", step=step,
        done=done, sender=row.sender, subject=row.subject[:200], reason=row.reason,
    )  # fmt: skip
    return step


def dismiss(tx: Tx, refused_id: int, *, step: str = "") -> str:
    """Nothing is to be done about it. Raises RefusedMailError."""
    open_row(tx, refused_id)
    return close(tx, refused_id, "dismissed", step or cases.new_step())


def make_post(tx: Tx, refused_id: int) -> int:
    """It is a citizen's matter after all: a case is opened for it, as for any other mail; its id. Raises
    RefusedMailError."""
    row, _ = open_row(tx, refused_id)
    found = tx.db.execute_sql("SELECT channel_id, case_id FROM post WHERE id = ?", (row.post_id,)).fetchone()
    if found is None or row.post_id is None or found[1] is not None:
        raise RefusedMailError("no post without a case", code="refused-mail-gone")
    post_id = row.post_id
    tx.db.execute_sql(
        "INSERT INTO case_ (id, channel_id, track, rank, merged_into, department, status, assignee, starred,"
        " post_count, unread, opened_ms, changed_ms)"
        " VALUES (?, ?, 'new', ?, NULL, '', 'open', '', ?, 1, ?, ?, ?)",
        (post_id, found[0], post_id * ids.RANK_STEP, False, True, tx.now_ms, tx.now_ms),
    )
    tx.db.execute_sql("UPDATE post SET case_id = ? WHERE id = ?", (post_id, post_id))
    tx.db.execute_sql("INSERT INTO search_queue (post_id, old_text) VALUES (?, NULL)", (post_id,))
    tx.changes.new_post(post_id)
    tx.changes.case(post_id)
    close(tx, refused_id, "post", "")
    return post_id
