"""Changes of whole rows as events that can be taken back: meet-ups, guests, templates.

An ``Edit`` changes rows and keeps what each was before and after; ``record`` writes that into the log under
the key "records". Taking it back puts every row back, unless one has become something else meanwhile: then
nothing is changed. So two people may work on different guests of one meet-up and each take back their own.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from desktop.models.errors import Conflict, Missing
from desktop.models.events import effective, load, record
from desktop.models.permissions import need
from desktop.models.store import Tx

KEY = "records"

TABLES: dict[str, tuple[str, str]] = {
    "meetup": ("meetups", "meetup.plan"),
    "meetup_post": ("meetups", "meetup.plan"),
    "guest": ("meetups", "meetup.plan"),
    "meetup_reply": ("meetups", "meetup.plan"),
    "template": ("templates", "template.edit"),
    "refused_mail": ("department-mail", "mail.judge"),
    "approval": ("approvals", "reply.write"),
    "spoken_promise": ("promises", "promise.edit"),
}
"""Table → what listeners are told has changed, and the right that taking a change back needs."""

_STAMPS = ("changed_ms", "changed_by")
"""Who touched a row and when does not make it another one."""

Row = dict[str, Any]


class Edit:
    """Rows that one gesture changes. ``record`` must be called at the end of it."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self._before: dict[str, Row | None] = {}
        self._touched: dict[str, tuple[str, int]] = {}

    def get(self, table: str, row_id: int) -> Row:
        """A row as it is now. Raises Missing."""
        row = _row(self._tx, table, row_id)
        if row is None:
            raise Missing(f"no {table} {row_id}")
        return row

    def insert(self, table: str, **values: Any) -> int:
        row_id = _insert(self._tx, table, values)
        self._keep(table, row_id, None)
        return row_id

    def set(self, table: str, row_id: int, **values: Any) -> None:
        """Change columns of a row; nothing differs: nothing happens."""
        row = self.get(table, row_id)
        different = {name: value for name, value in values.items() if row[name] != value}
        if not different:
            return
        self._keep(table, row_id, row)
        stamps = {"changed_ms": self._tx.now_ms, "changed_by": self._tx.actor}
        _update(self._tx, table, row_id, different | {n: v for n, v in stamps.items() if n in row})

    def delete(self, table: str, row_id: int) -> None:
        self._keep(table, row_id, self.get(table, row_id))
        self._tx.db.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def __bool__(self) -> bool:
        return bool(self._touched)

    def record(self, kind: str, about: str, *, case_id: int = 0, step: str = "", **facts: Any) -> None:
        """Write the event, with ``facts`` for the sentence in the history; without a ``step`` it is a gesture
        of its own. Nothing changed: no event."""
        if not self:
            return
        step = step or new_step()
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for key, (table, row_id) in self._touched.items():
            was, now = self._before[key], _row(self._tx, table, row_id)
            before[key], after[key] = {"row": was, "over": now}, {"row": now, "over": was}
            self._tx.changes.other(TABLES[table][0])
        record(self._tx, kind, case_id, {KEY: before}, {**facts, KEY: after}, step=step, about=about)
        if case_id:
            self._tx.changes.case(case_id)

    def _keep(self, table: str, row_id: int, row: Row | None) -> None:
        key = f"{table}:{row_id}"
        self._before.setdefault(key, row)
        self._touched[key] = (table, row_id)


def new_step() -> str:
    """A name for one gesture, as ``cases.new_step`` (which knows this module)."""
    return uuid.uuid4().hex


def restore(tx: Tx, case_id: int, state: Mapping[str, Any]) -> None:
    """Put rows back as an event describes them; for undo. Raises Conflict where one has changed since."""
    for right in sorted({TABLES[key.partition(":")[0]][1] for key in state}):
        need(tx, right)
    for key in sorted(state, key=lambda key: _order(key, state[key]["row"])):
        kept = state[key]
        table, _, number = key.partition(":")
        row_id = int(number)
        now = _row(tx, table, row_id)
        if not _same(now, kept["over"]):
            raise _conflict(key)
        wanted = kept["row"]
        for name in ("outbox_id", "answer_outbox_id"):
            sending = (now or {}).get(name)
            if sending and (wanted or {}).get(name) != sending:
                _take_back_sending(tx, sending)
        if wanted is None:
            tx.db.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        elif now is None:
            _insert(tx, table, wanted)
        else:
            _update(tx, table, row_id, wanted)
        tx.changes.other(TABLES[table][0])
        sent = (wanted or {}).get("outbox_id")
        if sent and table == "approval" and sent != (now or {}).get("outbox_id"):
            _send_after_all(tx, sent)


def _order(key: str, wanted: Row | None) -> tuple[bool, int]:
    """Rows that go away before those that others point at; rows that come back after those they point at."""
    place = tuple(TABLES).index(key.partition(":")[0])
    return (True, place) if wanted is not None else (False, -place)


def _take_back_sending(tx: Tx, outbox_id: int) -> None:
    """Taking back what was put into the outbox works until it is on its way."""
    from desktop.models import outbox

    row = outbox.get_outbox(outbox_id)
    if row.state != "cancelled" and not outbox.cancel(tx, outbox_id):
        raise Conflict(row.actor, row.tried_ms or row.created_ms, {"outbox": row.state})


def _send_after_all(tx: Tx, outbox_id: int) -> None:
    """Done again: what was taken out of the outbox goes back into it."""
    from desktop.models import outbox

    if not outbox.send_after_all(tx, outbox_id):
        row = outbox.get_outbox(outbox_id)
        raise Conflict(row.actor, row.tried_ms or row.created_ms, {"outbox": row.state})


def _same(one: Row | None, other: Mapping[str, Any] | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    return all(one[name] == value for name, value in other.items() if name not in _STAMPS)


def _conflict(key: str) -> Conflict:
    events = effective(load("after LIKE ?", f'%"{key}"%'))
    later = [event for event in events if key in event.after.get(KEY, ())]
    return Conflict(later[-1].actor, later[-1].at_ms, {}) if later else Conflict("", 0, {})


def _row(tx: Tx, table: str, row_id: int) -> Row | None:
    cursor = tx.db.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    row = cursor.fetchone()
    return None if row is None else dict(zip((c[0] for c in cursor.description), row, strict=True))


def _insert(tx: Tx, table: str, values: Mapping[str, Any]) -> int:
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id"
    return int(tx.db.execute_sql(sql, tuple(values.values())).fetchone()[0])


def _update(tx: Tx, table: str, row_id: int, values: Mapping[str, Any]) -> None:
    changed = ", ".join(f"{name} = ?" for name in values)
    tx.db.execute_sql(f"UPDATE {table} SET {changed} WHERE id = ?", (*values.values(), row_id))
