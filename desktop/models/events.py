"""The append-only log of what happened to cases. Rows are written in the transaction of the change itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from desktop.models.current import database
from desktop.models.errors import WorkspaceError
from desktop.models.log_chain import CHAINED, last, link
from desktop.models.sql import marks, rows_in
from desktop.models.store import Tx

_INSERT = f"INSERT INTO event ({CHAINED}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class LogDamaged(WorkspaceError):
    """An event cannot be read: it was written past the program. ``log_chain.verify`` says which one."""

    code = "log-damaged"


def record(
    tx: Tx,
    kind: str,
    case_id: int,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    post: int | None = None,
    step: str = "",
    undoes: int | None = None,
    about: str = "",
) -> int:
    """Write one event; its id. ``case_id`` 0 and ``about`` ("meeting:12"): of something else than a case."""
    newest, previous = last(tx.db)
    values = (
        newest + 1, tx.now_ms, tx.actor, kind, case_id, post, _as_json(before), _as_json(after), step, undoes,
        about,
    )  # fmt: skip
    tx.db.execute_sql(_INSERT, (*values, link(previous, values)))
    return newest + 1


def record_many(
    tx: Tx,
    kind: str,
    rows: Iterable[tuple[int, Mapping[str, Any], Mapping[str, Any]]],
    *,
    step: str = "",
    makes: str = "",
) -> None:
    """Write the same kind of event of many cases (case, before, after). ``makes`` ("forwarding"): each event
    is about a new thing of this kind that has the number of the event."""
    newest, previous = last(tx.db)
    written = []
    for event_id, (case_id, before, after) in enumerate(rows, newest + 1):
        values = (
            event_id, tx.now_ms, tx.actor, kind, case_id, None, _as_json(before), _as_json(after), step, None,
            f"{makes}:{event_id}" if makes else "",
        )  # fmt: skip
        previous = link(previous, values)
        written.append((*values, previous))
    tx.db.connection().executemany(_INSERT, written)


class EventRow(NamedTuple):
    """One change of a case. ``undoes`` is the event that this one took back; ``undone``: it was taken
    back."""

    id: int
    at_ms: int
    actor: str
    kind: str
    case_id: int
    post_id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    step: str
    undoes: int | None
    undone: bool = False
    about: str = ""


class StepRow(NamedTuple):
    """One gesture as the history panel lists it."""

    step: str
    at_ms: int
    actor: str
    kind: str
    case_ids: tuple[int, ...]
    after: Mapping[str, Any]  # of its main event: where to, which department, ...
    is_undo: bool
    undone: bool


def load(where: str, *values: Any) -> list[EventRow]:
    """Events by a condition in SQL, the oldest first, and with them those that took one of them back. Raises
    LogDamaged."""
    rows = database.execute_sql(f"{_SELECT} WHERE {where}", values).fetchall()
    found = {row[0]: row for row in rows}
    asked = list(found)
    while asked:
        later = rows_in(database, f"{_SELECT} WHERE undoes IN (%s)", asked)
        asked = [row[0] for row in later if row[0] not in found]
        found.update((row[0], row) for row in later)
    cancelled = _cancelled((row[0], row[9]) for row in found.values())
    return [
        EventRow(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            _object(row[6]),
            _object(row[7]),
            row[8],
            row[9],
            row[0] in cancelled,
            row[10],
        )
        for _, row in sorted(found.items())
    ]


def effective(events: Iterable[EventRow]) -> list[EventRow]:
    """Events that still hold: neither taken back, nor merely taking back another one of these events."""
    rows = list(events)
    cancelled = _cancelled((row.id, row.undoes) for row in rows)
    ids = {row.id for row in rows}
    return [row for row in rows if row.id not in cancelled and row.undoes not in ids]


def history(case_id: int) -> list[EventRow]:
    """What happened to a case and to those grouped into it, the oldest first."""
    rows = load('"case" = ? OR "case" IN (SELECT id FROM case_ WHERE merged_into = ?)', case_id, case_id)
    return rows


def recent_steps(limit: int = 100, actor: str | None = None) -> list[StepRow]:
    """The latest gestures, newest first; ``actor``: of one person only."""
    rule, values = ("", ()) if actor is None else (" AND actor = ?", (actor,))
    rows = database.execute_sql(
        f"SELECT step FROM event WHERE step <> ''{rule} GROUP BY step ORDER BY max(id) DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
    names = [row[0] for row in rows]
    if not names:
        return []
    by_step: dict[str, list[EventRow]] = {}
    for event in load(f"step IN ({marks(len(names))})", *names):
        by_step.setdefault(event.step, []).append(event)
    return [step_row(by_step[name]) for name in names]


def step_row(events: list[EventRow]) -> StepRow:
    """The gesture that these events are, of one step."""
    # Cards that made room are part of the gesture and not what it is about.
    main = next((event for event in events if event.kind not in ("order", "group")), events[-1])
    return StepRow(
        main.step, main.at_ms, main.actor, main.kind,
        tuple(dict.fromkeys(event.case_id for event in events if event.kind == main.kind)), main.after,
        main.undoes is not None, all(event.undone for event in events),
    )  # fmt: skip


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (TypeError, ValueError) as error:
        raise LogDamaged(str(error)) from error
    if not isinstance(value, dict):
        raise LogDamaged(f"{type(value).__name__} where an event has its fields")
    return value


def _cancelled(events: Iterable[tuple[int, int | None]]) -> set[int]:
    cancelled: set[int] = set()
    for event_id, undoes in sorted(events, reverse=True):
        if undoes is not None and event_id not in cancelled:
            cancelled.add(undoes)
    return cancelled


_SELECT = 'SELECT id, at_ms, actor, kind, "case", post, before, after, step, undoes, about FROM event'
