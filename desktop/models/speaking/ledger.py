"""The promise ledger (약속): what answers of ours committed the city to, until when, and whether it was kept.

A promise is prepared when its answer goes into the outbox and opens when the answer has been sent: nobody is
held to words that nobody read. Days are ISO dates of the city's calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from connectors.base import clean_text
from desktop.models.current import database
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.permissions import need
from desktop.models.records import Edit
from desktop.models.speaking.commitments import Proposed
from desktop.models.sql import rows_in
from desktop.models.store import Tx

TABLE = "spoken_promise"
PREPARED, OPEN, KEPT, DROPPED = "prepared", "open", "kept", "dropped"
SHOWN = ("open", "late", "kept", "dropped")
"""What lists are asked for; "late" is open after its day."""


class PromiseRefused(WorkspaceError):
    """A promise as it was given cannot be stored; ``code`` says why."""

    code = "promise-refused"


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """``post_id`` is our answer, None for one that was written down by hand."""

    id: int
    case_id: int | None
    post_id: int | None
    outbox_id: int | None
    text: str
    owner: str
    due: str
    state: str
    note: str
    made_ms: int
    made_by: str
    closed_ms: int | None
    closed_by: str

    def late(self, today: date) -> bool:
        return self.state == OPEN and bool(self.due) and self.due < today.isoformat()


_COLUMNS = tuple(field.name for field in fields(PromiseRow))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM spoken_promise"


# --- with an answer ---------------------------------------------------------------------------------------


def prepare(tx: Tx, outbox_id: int, post_id: int, promises: Iterable[Proposed], *, by: str = "") -> None:
    """Remember what an answer in the outbox promises. Raises PromiseRefused."""
    case = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
    for promise in promises:
        text, due = _checked(promise.text, promise.due)
        tx.db.execute_sql(
            "INSERT INTO spoken_promise (case_id, outbox_id, text, owner, due, state, note, made_ms, made_by,"
            " closed_by) VALUES (?, ?, ?, ?, ?, 'prepared', '', ?, ?, '')",
            (
                None if case is None else case[0], outbox_id, text, promise.owner.strip(), due, tx.now_ms,
                by or tx.actor,
            ),
        )  # fmt: skip


def answer_sent(tx: Tx, outbox_id: int, post_id: int | None) -> None:
    """The answer is out: its promises count from now on. What a meet-up promises to everybody who is told
    stands once, with the first answer that went out."""
    rows = tx.db.execute_sql(
        "SELECT id, case_id, text FROM spoken_promise WHERE outbox_id = ? AND state = 'prepared' ORDER BY id",
        (outbox_id,),
    ).fetchall()
    if not rows:
        return
    from desktop.models.meetups import saying  # only here: it knows this module

    beside = saying.told_beside(outbox_id)
    for promise_id, case_id, text in rows:
        if _made_beside(tx, beside, text):
            tx.db.execute_sql("DELETE FROM spoken_promise WHERE id = ?", (promise_id,))
            continue
        edit = Edit(tx)
        edit.set(TABLE, promise_id, state=OPEN, post_id=post_id, made_ms=tx.now_ms)
        edit.record("promise", f"promise:{promise_id}", case_id=case_id or 0, what="made")


def prepared(outbox_id: int) -> list[Proposed]:
    """What an answer that has not gone out yet would promise."""
    rows = database.execute_sql(
        "SELECT text, due, owner FROM spoken_promise WHERE outbox_id = ? AND state = 'prepared' ORDER BY id",
        (outbox_id,),
    ).fetchall()
    return [Proposed(*row) for row in rows]


# --- by hand ----------------------------------------------------------------------------------------------


def add(
    tx: Tx, case_id: int | None, text: str, *, due: str = "", owner: str = "", step: str = ""
) -> tuple[PromiseRow, str]:
    """Write a promise down that was made elsewhere, or was overlooked. Raises PromiseRefused, Missing."""
    need(tx, "promise.edit")
    if case_id is not None:
        found = tx.db.execute_sql(
            "SELECT coalesce(merged_into, id) FROM case_ WHERE id = ?", (case_id,)
        ).fetchone()
        if found is None:
            raise Missing(f"no case {case_id}")
        case_id = int(found[0])
    text, due = _checked(text, due)
    step = step or _new_step()
    changing = Edit(tx)
    promise_id = changing.insert(
        TABLE, case_id=case_id, post_id=None, outbox_id=None, text=text, owner=owner.strip(), due=due,
        state=OPEN, note="", made_ms=tx.now_ms, made_by=tx.actor, closed_ms=None, closed_by="",
    )  # fmt: skip
    changing.record("promise", f"promise:{promise_id}", case_id=case_id or 0, step=step, what="made")
    return need_promise(promise_id), step


def edit(
    tx: Tx,
    promise_id: int,
    *,
    text: str | None = None,
    due: str | None = None,
    owner: str | None = None,
    note: str | None = None,
    step: str = "",
) -> tuple[PromiseRow, str]:
    """Change what is given. Raises PromiseRefused, Missing, NotAllowed."""
    row = need_promise(promise_id)
    need(tx, "promise.edit", row.state)
    new_text, new_due = _checked(row.text if text is None else text, row.due if due is None else due)
    return _change(
        tx, row, "edit", step, text=new_text, due=new_due,
        owner=row.owner if owner is None else owner.strip(),
        note=row.note if note is None else clean_text(note).strip(),
    )  # fmt: skip


def close(tx: Tx, promise_id: int, state: str, *, note: str = "", step: str = "") -> tuple[PromiseRow, str]:
    """It was kept, or is dropped; that needs a note which says why. Raises PromiseRefused, WrongState."""
    if state not in (KEPT, DROPPED):
        raise ValueError(f"no way to close a promise {state!r}")
    row = need_promise(promise_id)
    need(tx, "promise.close", row.state)
    note = clean_text(note).strip() or row.note
    if state == DROPPED and not note:
        raise PromiseRefused("no note", code="promise-note")
    return _change(tx, row, state, step, state=state, note=note, closed_ms=tx.now_ms, closed_by=tx.actor)


def reopen(tx: Tx, promise_id: int, *, step: str = "") -> tuple[PromiseRow, str]:
    """It was not over after all."""
    row = need_promise(promise_id)
    need(tx, "promise.edit", row.state)
    return _change(tx, row, "reopen", step, state=OPEN, closed_ms=None, closed_by="")


# --- looking ----------------------------------------------------------------------------------------------


def need_promise(promise_id: int) -> PromiseRow:
    """Raises Missing."""
    row = database.execute_sql(f"{_SELECT} WHERE id = ? AND state <> 'prepared'", (promise_id,)).fetchone()
    if row is None:
        raise Missing(f"no promise {promise_id}")
    return PromiseRow(*row)


def list_promises(
    shown: str = "",
    *,
    today: date | None = None,
    owner: str = "",
    text: str = "",
    case_id: int | None = None,
    after: PromiseRow | None = None,
    limit: int = 200,
) -> list[PromiseRow]:
    """One page, the most urgent first, those without a day last; from after the row ``after``. ``shown`` is
    one of SHOWN or "" for all; ``owner`` a part of the owner, ``text`` of the sentence or its note."""
    if shown and shown not in SHOWN:
        raise ValueError(f"no list {shown!r}")
    rules, values = _filter(shown, today or today_in_seoul())
    for column, wanted in (("owner", owner), ("text || ' ' || note", text)):
        if wanted.strip():
            rules.append(f"{column} LIKE ? ESCAPE '\\'")
            values.append(f"%{_like(wanted.strip())}%")
    if case_id is not None:
        rules.append("case_id IN (SELECT id FROM case_ WHERE id = ? OR merged_into = ?)")
        values += [case_id, case_id]
    if after is not None:
        rules.append(f"({_ORDER_DUE}, id) > (?, ?)")
        values += [after.due or _NEVER, after.id]
    rows = database.execute_sql(
        f"{_SELECT} WHERE {' AND '.join(rules)} ORDER BY {_ORDER_DUE}, id LIMIT ?", (*values, limit)
    ).fetchall()
    return [PromiseRow(*row) for row in rows]


def of_case(case_id: int) -> list[PromiseRow]:
    """The open promises of a case, the most urgent first."""
    return list_promises("open", case_id=case_id)


def counts(today: date | None = None) -> dict[str, int]:
    """How many are open (the late ones among them), late, kept and dropped."""
    now = (today or today_in_seoul()).isoformat()
    found = dict(
        database.execute_sql(
            "SELECT state, count(*) FROM spoken_promise WHERE state <> 'prepared' GROUP BY state"
        ).fetchall()
    )
    late = database.execute_sql(
        "SELECT count(*) FROM spoken_promise WHERE state = 'open' AND due <> '' AND due < ?", (now,)
    ).fetchone()[0]
    return {"open": found.get(OPEN, 0), "late": late, "kept": found.get(KEPT, 0),
            "dropped": found.get(DROPPED, 0)}  # fmt: skip


# --- inside -----------------------------------------------------------------------------------------------


def _made_beside(tx: Tx, outbox_ids: Sequence[int], text: str) -> bool:
    """Whether one of these answers has made this promise already."""
    found = rows_in(
        tx.db,
        "SELECT id FROM spoken_promise WHERE text = ? AND state <> 'prepared' AND outbox_id IN (%s)",
        outbox_ids,
        text,
    )
    return bool(found)


_NEVER = "9999-12-31"
_ORDER_DUE = f"CASE WHEN due = '' THEN '{_NEVER}' ELSE due END"


def _filter(shown: str, today: date) -> tuple[list[str], list[Any]]:
    if shown == "late":
        return ["state = 'open'", "due <> ''", "due < ?"], [today.isoformat()]
    return (["state = ?"], [shown]) if shown else (["state <> 'prepared'"], [])


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _checked(text: str, due: str) -> tuple[str, str]:
    text, due = clean_text(text).strip(), due.strip()
    if not text:
        raise PromiseRefused("no text", code="promise-text")
    if due:
        try:
            due = date.fromisoformat(due).isoformat()
        except ValueError as error:
            raise PromiseRefused(f"no date {due!r}", code="promise-date") from error
    return text, due


def _change(tx: Tx, row: PromiseRow, what: str, step: str, **values: Any) -> tuple[PromiseRow, str]:
    step = step or _new_step()
    edit = Edit(tx)
    edit.set(TABLE, row.id, **values)
    edit.record("promise", f"promise:{row.id}", case_id=row.case_id or 0, step=step, what=what)
    return need_promise(row.id), step


def _new_step() -> str:
    from desktop.models.cases import new_step  # only here: it knows this module for undo

    return new_step()
