"""What the window and the command line show of letters and of mails that were not believed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.forwarding_mail.cutting import new_words
from desktop.models.forwarding_mail.refused import RefusedRow, refused_mails

ATTENTION = ("failed", "waiting", "sending")


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter with what a list says of it. ``gist`` is the beginning of the citizen's post."""

    id: int
    forwarding_id: int
    case_id: int
    department: str
    kind: str
    address: str
    state: str
    reason: str
    attempts: int
    send_after_ms: int
    created_ms: int
    created_by: str
    sent_ms: int | None
    gist: str


@dataclass(frozen=True, slots=True)
class RefusedMail:
    """A refused mail with the mail itself: all of its text, what an answer would be made of it, and the names
    of its files. ``department`` and ``case_id`` are those of the letter whose token it bears ("" and 0
    without one); ``open``: that department still has the case."""

    row: RefusedRow
    text: str
    words: str
    files: tuple[str, ...]
    department: str
    case_id: int
    open: bool
    at_ms: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Letters that wait or are on their way, letters that failed, mails that nobody has decided on."""

    waiting: int
    failed: int
    refused: int


_LETTERS = """
SELECT m.id, m.forwarding_id, coalesce(c.merged_into, c.id), coalesce(d.name, f.department), m.kind,
    m.address, m.state, m.reason, m.attempts, m.send_after_ms, m.created_ms, m.created_by, m.sent_ms,
    coalesce(p.preview, substr(p.text, 1, 400))
FROM department_mail m JOIN forwarding f ON f.id = m.forwarding_id JOIN case_ c ON c.id = f.case_id
    JOIN post p ON p.id = coalesce(c.merged_into, c.id) LEFT JOIN department d ON d.code = f.department
"""


def letter_rows(
    states: Sequence[str] = ATTENTION, *, before: int | None = None, limit: int = 200
) -> list[LetterRow]:
    """The newest first; ``before``: older than the one of that id."""
    rule, values = f"m.state IN ({','.join('?' * len(states))})", list[Any](states)
    if before is not None:
        rule, values = f"{rule} AND m.id < ?", [*values, before]
    rows = database.execute_sql(
        f"{_LETTERS} WHERE {rule} ORDER BY m.id DESC LIMIT ?", (*values, limit)
    ).fetchall()
    return [LetterRow(*(*row[:-1], hiding.preview(row[-1]))) for row in rows]


def of_case(case_id: int) -> list[LetterRow]:
    """The letters of a case that were not given up, the newest first; of closed forwardings only those that
    still have something to say."""
    rows = database.execute_sql(
        f"{_LETTERS} WHERE f.case_id IN (SELECT id FROM case_ WHERE id = ? OR merged_into = ?)"
        " AND m.state <> 'cancelled' AND (f.open OR m.state <> 'sent') ORDER BY m.id DESC",
        (case_id, case_id),
    ).fetchall()
    return [LetterRow(*(*row[:-1], hiding.preview(row[-1]))) for row in rows]


def refused_rows(
    *, include_done: bool = False, before: int | None = None, limit: int = 200
) -> list[RefusedMail]:
    """The newest first. Personal data is hidden as in every list."""
    return [_with_mail(row) for row in refused_mails(include_done=include_done, before=before, limit=limit)]


def counts() -> Counts:
    states = dict(
        database.execute_sql(
            "SELECT state, count(*) FROM department_mail WHERE state IN ('waiting', 'sending', 'failed')"
            " GROUP BY state"
        ).fetchall()
    )
    (refused,) = database.execute_sql("SELECT count(*) FROM refused_mail WHERE done = ''").fetchone()
    return Counts(states.get("waiting", 0) + states.get("sending", 0), states.get("failed", 0), refused)


def words_of(refused_id: int) -> str:
    """What an answer would be made of a refused mail, as it came."""
    row = database.execute_sql(
        "SELECT p.text, coalesce(m.text, '') FROM refused_mail r JOIN post p ON p.id = r.post_id"
        " LEFT JOIN department_mail m ON m.id = r.mail_id WHERE r.id = ?",
        (refused_id,),
    ).fetchone()
    return "" if row is None else new_words(row[0], row[1])


def _with_mail(row: RefusedRow) -> RefusedMail:
    post = database.execute_sql(
        "SELECT text, media, created_ms FROM post WHERE id = ?", (row.post_id,)
    ).fetchone()
    letter = database.execute_sql(
        "SELECT coalesce(d.name, f.department), coalesce(c.merged_into, c.id), f.open, m.text"
        " FROM department_mail m JOIN forwarding f ON f.id = m.forwarding_id"
        " JOIN case_ c ON c.id = f.case_id LEFT JOIN department d ON d.code = f.department WHERE m.id = ?",
        (row.mail_id,),
    ).fetchone()
    text, media, at_ms = post or ("", "", row.at_ms)
    department, case_id, is_open, ours = letter or ("", 0, False, "")
    files = tuple(str(file.get("alt") or file.get("url")) for file in json.loads(media)) if media else ()
    return RefusedMail(
        row, hiding.shown(text), hiding.shown(new_words(text, ours)), files, department, case_id,
        bool(is_open), at_ms,
    )  # fmt: skip
