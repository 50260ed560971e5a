"""Letters to departments that work by mail: who gets one, and how far each has come.

waiting → sending → sent, or failed (a person looks at it), or cancelled (the matter was taken back before it
left). The row is written in the transaction that forwards the case, and the Message-ID before the first
attempt; a letter that the server may have is looked for among the sent ones and never sent again by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from connectors.letters import new_token
from desktop.models import meta
from desktop.models.current import database
from desktop.models.departments import DepartmentRow, get_department, index
from desktop.models.departments.addresses import addresses_of
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.sql import rows_in
from desktop.models.store import Tx

FORWARD, SENT_BACK, WITHDRAWN, REMINDER = "forward", "sent-back", "withdrawn", "reminder"
WAITING, SENDING, SENT, FAILED, CANCELLED = "waiting", "sending", "sent", "failed", "cancelled"
UNDO_MS = 10_000
"""A letter leaves this long after the case was forwarded: until then taking that back is enough."""

NO_MAILBOX, UNKNOWN = "mail-no-mailbox", "mail-unknown"


class MailRefused(WorkspaceError):
    """There is nothing to do with this letter now; nothing was changed. mail-no-address, mail-not-open,
    mail-on-its-way, mail-not-failed."""

    code = "mail-not-failed"


@dataclass(frozen=True, slots=True)
class Letter:
    """``address`` is that of the department; all of them, with commas between, where it has several.
    ``reason`` is a code or the server's own words (waiting again, failed). ``handed_ms``: since then the
    server may have it."""

    id: int
    forwarding_id: int
    kind: str
    token: str
    message_id: str
    channel_id: int | None
    address: str
    subject: str
    text: str
    note: str
    state: str
    reason: str
    attempts: int
    handed_ms: int | None
    send_after_ms: int
    created_ms: int
    created_by: str
    sent_ms: int | None

    @property
    def key(self) -> str:
        """What its Message-ID is made of."""
        return self.token if self.sent_ms is None else f"{self.token}:{self.sent_ms}"


_COLUMNS = tuple(field.name for field in fields(Letter))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM department_mail"


# --- reading ----------------------------------------------------------------------------------------------


def get(letter_id: int) -> Letter:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ?", (letter_id,)).fetchone()
    if row is None:
        raise Missing(f"no letter {letter_id}")
    return Letter(*row)


def of_forwardings(forwarding_ids: Sequence[int]) -> dict[int, list[Letter]]:
    """The letters of each forwarding, the oldest first; without those that were cancelled."""
    found: dict[int, list[Letter]] = {}
    rows = rows_in(
        database, f"{_SELECT} WHERE state <> 'cancelled' AND forwarding_id IN (%s)", list(forwarding_ids)
    )
    for letter in sorted((Letter(*row) for row in rows), key=lambda one: one.id):
        found.setdefault(letter.forwarding_id, []).append(letter)
    return found


def by_token(token: str) -> Letter | None:
    row = database.execute_sql(f"{_SELECT} WHERE token = ?", (token,)).fetchone() if token else None
    return None if row is None else Letter(*row)


def by_message_id(message_id: str) -> Letter | None:
    row = None
    if message_id:
        row = database.execute_sql(f"{_SELECT} WHERE message_id = ?", (message_id,)).fetchone()
    return None if row is None else Letter(*row)


def pending(now_ms: int) -> tuple[list[Letter], int | None]:
    """(due now, the oldest first; when the next one will be)."""
    rows = database.execute_sql(
        f"{_SELECT} WHERE state = 'waiting' AND send_after_ms <= ? ORDER BY send_after_ms, id", (now_ms,)
    ).fetchall()
    later = database.execute_sql(
        "SELECT min(send_after_ms) FROM department_mail WHERE state = 'waiting' AND send_after_ms > ?",
        (now_ms,),
    ).fetchone()[0]
    return [Letter(*row) for row in rows], later


def works_by_mail(code: str) -> str:
    """The address or addresses that a department's letters go to (``Letter.address``); "" where it has none,
    or where somebody of it works with the program."""
    from desktop.models.forwarding.keeping import covers

    address = _address_of(code)
    if not address:
        return ""
    members = database.execute_sql("SELECT department FROM member WHERE active AND role = 'department'")
    return "" if any(covers(row[0], code) for row in members.fetchall()) else address


def _address_of(code: str) -> str:
    department = get_department(code)
    return "" if department is None else ", ".join(addresses_of(department.mail))


def by_mail() -> frozenset[str]:
    """The codes of all departments that ``works_by_mail``, at once for thousands of them."""
    members = database.execute_sql("SELECT department FROM member WHERE active AND role = 'department'")
    working = {row[0] for row in members.fetchall()}
    every = index()
    return frozenset(
        row.code
        for row in every.rows
        if row.mail
        and addresses_of(row.mail)
        and working.isdisjoint((row.code, *_above(row.code, every.by_code)))
    )


def _above(code: str, known: Mapping[str, DepartmentRow]) -> set[str]:
    """The codes of all that a department belongs to."""
    found: set[str] = set()
    row = known.get(code)
    while row is not None and row.parent_code and row.parent_code not in found:
        found.add(row.parent_code)
        row = known.get(row.parent_code)
    return found


# --- what forwarding leads to -----------------------------------------------------------------------------


def follow(tx: Tx, row: Any, kind: str = "", reason: str = "") -> None:
    """A forwarding (``forwarding.keeping.Forwarding``) was stored: send what its department has to know of
    it. ``kind`` is that of its event, "" where it was put back by undo."""
    letters = of_forwardings([row.id]).get(row.id, [])
    if not letters and kind:
        return
    if not kind:
        # Taken back before it left: what was to be said of it is not said.
        _cancel(
            tx,
            [one for one in letters if one.kind == SENT_BACK and one.state == WAITING and not one.attempts],
        )
        letters = of_forwardings([row.id]).get(row.id, [])
    last = letters[-1] if letters else None
    told = any(one.kind == FORWARD for one in letters)
    if not row.open:
        _cancel(tx, [one for one in letters if one.state in (WAITING, FAILED) and one.kind != WITHDRAWN])
        if row.state == "withdrawn" and last is not None and last.kind != WITHDRAWN:
            if any(one.state in (SENT, SENDING) or one.reason == UNKNOWN for one in letters):
                _queue(tx, row, WITHDRAWN, last.address)
    elif last is not None and last.kind == WITHDRAWN:
        if last.state == WAITING and not last.attempts:
            _close(tx, last.id, CANCELLED, "")
        else:
            _queue(tx, row, FORWARD, works_by_mail(row.department))
    elif not told and (kind or _was_cancelled(tx, row.id)):
        _queue(tx, row, FORWARD, works_by_mail(row.department))
    elif kind == "forward-send-back" and last is not None:
        _queue(tx, row, SENT_BACK, works_by_mail(row.department), note=reason)


def follow_new(tx: Tx, rows: Sequence[Any]) -> None:
    """Forwardings were just made: send the departments that work by mail what they have to know."""
    addresses = {code: works_by_mail(code) for code in {row.department for row in rows}}
    for row in rows:
        _queue(tx, row, FORWARD, addresses[row.department])


def send_now(tx: Tx, forwarding_id: int) -> int:
    """Somebody wants the letter of an open forwarding sent, though the department got none (its address came
    later) or once more; its id. Raises MailRefused."""
    from desktop.models.forwarding.keeping import get as get_forwarding

    need(tx, "mail.send")
    row = get_forwarding(forwarding_id)
    if not row.open:
        raise MailRefused(row.state, code="mail-not-open")
    letters = of_forwardings([row.id]).get(row.id, [])
    if any(one.state in (WAITING, SENDING) for one in letters):
        raise MailRefused("a letter is on its way", code="mail-on-its-way")
    address = _address_of(row.department)
    if not address or meta.is_sample():
        raise MailRefused(row.department, code="sample" if address else "mail-no-address")
    return _queue(tx, row, FORWARD, address)


def remind(tx: Tx, hours: int) -> list[int]:
    """Queue the one reminder of each open forwarding whose case is due within so many hours; ids of new
    letters. For the program itself."""
    from desktop.models.forwarding.keeping import get as get_forwarding

    if hours <= 0:
        return []
    rows = tx.db.execute_sql(
        "SELECT f.id FROM forwarding f WHERE f.open AND f.due_ms > ? AND f.due_ms <= ?"
        " AND EXISTS (SELECT 1 FROM department_mail m WHERE m.forwarding_id = f.id AND m.kind = 'forward'"
        " AND m.state = 'sent')"
        " AND NOT EXISTS (SELECT 1 FROM department_mail m WHERE m.forwarding_id = f.id"
        " AND m.kind = 'reminder')"
        " AND NOT EXISTS (SELECT 1 FROM department_answer a WHERE a.forwarding_id = f.id"
        " AND a.stage = 'final' AND a.state IN ('submitted', 'accepted'))"
        " ORDER BY f.id",
        (tx.now_ms, tx.now_ms + hours * 3_600_000),
    ).fetchall()
    made = []
    for (forwarding_id,) in rows:
        row = get_forwarding(forwarding_id)
        address = works_by_mail(row.department)
        if address:
            made.append(_queue(tx, row, REMINDER, address, wait_ms=0))
    return [one for one in made if one]


# --- on its way -------------------------------------------------------------------------------------------


def claim(tx: Tx, letter_id: int, channel_id: int, message_id: str) -> Letter | None:
    """Take a waiting letter to send it now, with its words; None if it was taken back or is not due. What is
    written once stays: the same letter goes out however often it is tried."""
    from desktop.models.forwarding_mail import writing

    letter = get(letter_id)
    if letter.state != WAITING or letter.send_after_ms > tx.now_ms:
        return None
    subject, text = (letter.subject, letter.text) if letter.text else writing.write(letter, tx.now_ms)
    tx.db.execute_sql(
        "UPDATE department_mail SET state = 'sending', attempts = attempts + 1, reason = '', channel_id = ?,"
        " message_id = CASE WHEN message_id = '' THEN ? ELSE message_id END, subject = ?, text = ?"
        " WHERE id = ?",
        (channel_id, message_id, subject, text, letter_id),
    )
    _tell(tx, letter.forwarding_id)
    return get(letter_id)


def handing_over(tx: Tx, letter_id: int) -> None:
    """From now on the server may have it."""
    tx.db.execute_sql("UPDATE department_mail SET handed_ms = ? WHERE id = ?", (tx.now_ms, letter_id))


def mark_sent(tx: Tx, letter_id: int) -> None:
    letter = get(letter_id)
    if letter.state == SENT:
        return
    tx.db.execute_sql(
        "UPDATE department_mail SET state = 'sent', reason = '', sent_ms = ? WHERE id = ?",
        (tx.now_ms, letter_id),
    )
    _record(tx, letter, SENT, "")


def mark_waiting(tx: Tx, letter_id: int, send_after_ms: int, reason: str, *, counts: bool = True) -> None:
    """It surely has not gone out and is tried again later. ``counts`` False: it was not even tried."""
    letter = get(letter_id)
    if letter.state in (SENT, CANCELLED):
        return
    attempts = letter.attempts if counts else max(letter.attempts - 1, 0)
    tx.db.execute_sql(
        "UPDATE department_mail SET state = 'waiting', reason = ?, send_after_ms = ?, attempts = ?,"
        " handed_ms = NULL WHERE id = ?",
        (reason, send_after_ms, attempts, letter_id),
    )
    if reason != letter.reason:
        _tell(tx, letter.forwarding_id)
    follow_closed(tx, letter_id)


def mark_failed(tx: Tx, letter_id: int, reason: str) -> None:
    """Also of a letter that was sent: the other server gave it back (a bounce)."""
    letter = get(letter_id)
    if letter.state == FAILED and letter.reason == reason:
        return
    tx.db.execute_sql(
        "UPDATE department_mail SET state = 'failed', reason = ? WHERE id = ?", (reason[:1000], letter_id)
    )
    _record(tx, letter, FAILED, reason[:300])


def follow_closed(tx: Tx, letter_id: int) -> None:
    """A letter that waits again while its forwarding was taken back meanwhile goes nowhere."""
    letter = get(letter_id)
    row = tx.db.execute_sql("SELECT open FROM forwarding WHERE id = ?", (letter.forwarding_id,)).fetchone()
    if letter.state == WAITING and letter.kind != WITHDRAWN and not row[0]:
        _close(tx, letter_id, CANCELLED, "")


def interrupted(tx: Tx) -> list[Letter]:
    """At the start: what was being sent when the program ended. What had not been handed over waits again;
    the others have to be looked for."""
    rows = tx.db.execute_sql(f"{_SELECT} WHERE state = 'sending' ORDER BY id").fetchall()
    found = [Letter(*row) for row in rows]
    for letter in found:
        if letter.handed_ms is None:
            mark_waiting(tx, letter.id, tx.now_ms, "", counts=False)
    return [letter for letter in found if letter.handed_ms is not None]


def retry(tx: Tx, letter_id: int) -> None:
    """A person wants a failed letter sent again, at once; to where the department is reached now. Raises
    MailRefused."""
    need(tx, "mail.send")
    letter = get(letter_id)
    if letter.state == WAITING:
        mark_waiting(tx, letter_id, tx.now_ms, letter.reason)
        _tell(tx, letter.forwarding_id)
        return
    if letter.state != FAILED:
        raise MailRefused(letter.state)
    row = tx.db.execute_sql(
        "SELECT department, open FROM forwarding WHERE id = ?", (letter.forwarding_id,)
    ).fetchone()
    if not row[1] and letter.kind != WITHDRAWN:
        raise MailRefused("closed", code="mail-not-open")
    address = _address_of(row[0])
    if not address:
        raise MailRefused(row[0], code="mail-no-address")
    # One that came back is among the sent ones under its old name: it goes out under a new one.
    tx.db.execute_sql(
        "UPDATE department_mail SET state = 'waiting', reason = '', attempts = 0, handed_ms = NULL,"
        " message_id = CASE WHEN sent_ms IS NULL THEN message_id ELSE '' END,"
        " send_after_ms = ?, address = ? WHERE id = ?",
        (tx.now_ms, address, letter_id),
    )
    _record(tx, letter, WAITING, "")


def cancel(tx: Tx, letter_id: int) -> None:
    """A person gives a failed or waiting letter up: the department is told in another way. Raises
    MailRefused."""
    need(tx, "mail.send")
    if get(letter_id).state not in (FAILED, WAITING):
        raise MailRefused("on its way", code="mail-on-its-way")
    _close(tx, letter_id, CANCELLED, "")


# --- inside -----------------------------------------------------------------------------------------------


def _queue(tx: Tx, row: Any, kind: str, address: str, *, note: str = "", wait_ms: int = UNDO_MS) -> int:
    if not address or meta.is_sample():
        return 0
    found = tx.db.execute_sql(
        "INSERT INTO department_mail (forwarding_id, kind, token, message_id, address, subject, text, note,"
        " state, reason, attempts, send_after_ms, created_ms, created_by)"
        " VALUES (?, ?, ?, '', ?, '', '', ?, 'waiting', '', 0, ?, ?, ?) RETURNING id",
        (row.id, kind, new_token(), address, note, tx.now_ms + wait_ms, tx.now_ms, tx.actor),
    ).fetchone()
    _tell(tx, row.id)
    return int(found[0])


def _cancel(tx: Tx, letters: Sequence[Letter]) -> None:
    for letter in letters:
        _close(tx, letter.id, CANCELLED, "")


def _was_cancelled(tx: Tx, forwarding_id: int) -> bool:
    row = tx.db.execute_sql(
        "SELECT 1 FROM department_mail WHERE forwarding_id = ? AND state = 'cancelled' LIMIT 1",
        (forwarding_id,),
    ).fetchone()
    return row is not None


def _close(tx: Tx, letter_id: int, state: str, reason: str) -> None:
    letter = get(letter_id)
    tx.db.execute_sql(
        "UPDATE department_mail SET state = ?, reason = ? WHERE id = ?", (state, reason, letter_id)
    )
    if letter.attempts:
        _record(tx, letter, state, reason)
    _tell(tx, letter.forwarding_id)


def _record(tx: Tx, letter: Letter, state: str, reason: str) -> None:
    case_id, department = tx.db.execute_sql(
        "SELECT case_id, department FROM forwarding WHERE id = ?", (letter.forwarding_id,)
    ).fetchone()
    record(
        tx, "department-mail", case_id, {"mail": letter.state},
        {
            "mail": state, "letter": letter.kind, "to": department, "address": letter.address,
            **({"reason": reason} if reason else {}),
        },
        about=f"department-mail:{letter.id}",
    )  # fmt: skip
    _tell(tx, letter.forwarding_id)


def _tell(tx: Tx, forwarding_id: int) -> None:
    row = tx.db.execute_sql("SELECT case_id FROM forwarding WHERE id = ?", (forwarding_id,)).fetchone()
    tx.changes.case(row[0])
    tx.changes.other("department-mail")
