"""Reading the whole log (처리 기록): pages by key, newest first, narrowed to who, what, when and what about.

Writing it is in ``events.py``, its proof in ``log_chain.py``. The log only grows, so pages that are read one
after the other belong together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.models import events, hiding, permissions
from desktop.models.current import database
from desktop.models.events import EventRow
from desktop.models.permissions import need
from desktop.models.sql import marks, rows_in
from desktop.models.store import Tx

EXPORT = "log-export"


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Empty means all. ``about`` is one thing ("member:kim") or all of a kind ("member"); ``case_id`` brings
    along what was grouped into it; times are ms, both included."""

    actors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    case_id: int | None = None
    about: str = ""
    since_ms: int | None = None
    until_ms: int | None = None

    def as_json(self) -> dict[str, Any]:
        """What differs from "all", for the event of an export."""
        values: dict[str, Any] = {
            "actors": sorted(self.actors), "kinds": sorted(self.kinds), "case": self.case_id,
            "about": self.about, "since_ms": self.since_ms, "until_ms": self.until_ms,
        }  # fmt: skip
        return {name: value for name, value in values.items() if value not in (None, "", [])}


ALL = LogFilter()


@dataclass(frozen=True, slots=True)
class LogRow:
    """An event and the beginning of the post that it is about ("" for none), personal data hidden.
    ``opens`` is the post to show for it."""

    event: EventRow
    opens: int | None
    text: str

    @property
    def id(self) -> int:
        return self.event.id


@dataclass(frozen=True, slots=True)
class Extent:
    """How many events pass a filter up to the newest of now."""

    count: int
    newest: int


def may_read(user: str) -> bool:
    return permissions.allowed(permissions.who_is(user).role, "log.read")


def page(
    f: LogFilter = ALL,
    before: int | None = None,
    limit: int = 200,
    *,
    after: int | None = None,
    upto: int | None = None,
) -> list[LogRow]:
    """Events newest first: the newest, those older than the event ``before``, or the nearest newer than
    ``after``; none newer than ``upto``."""
    where, values = _where(f)
    for sql, value in (("id < ?", before), ("id > ?", after), ("id <= ?", upto)):
        if value is not None:
            where += f" AND {sql}"
            values.append(value)
    order = "ASC" if after is not None else "DESC"
    found = database.execute_sql(
        f"SELECT id FROM event WHERE {where} ORDER BY id {order} LIMIT ?", (*values, limit)
    ).fetchall()
    ids = sorted((row[0] for row in found), reverse=True)
    if not ids:
        return []
    by_id = {event.id: event for event in events.load(f"id IN ({marks(len(ids))})", *ids)}
    return _with_posts([by_id[event_id] for event_id in ids])


def extent(f: LogFilter = ALL) -> Extent:
    where, values = _where(f)
    row = database.execute_sql(
        f"SELECT count(*), coalesce(max(id), 0) FROM event WHERE {where}", values
    ).fetchone()
    return Extent(int(row[0]), int(row[1]))


def count_newer(f: LogFilter, newest: int, limit: int = 1000) -> int:
    where, values = _where(f)
    row = database.execute_sql(
        f"SELECT count(*) FROM (SELECT 1 FROM event WHERE id > ? AND {where} LIMIT ?) newer",
        (newest, *values, limit),
    ).fetchone()
    return int(row[0])


def actors() -> list[str]:
    """Everybody whose deeds are in the log."""
    return [row[0] for row in database.execute_sql("SELECT DISTINCT actor FROM event ORDER BY actor")]


def kinds() -> list[str]:
    """The kinds of events that the log holds."""
    return [row[0] for row in database.execute_sql("SELECT DISTINCT kind FROM event ORDER BY kind")]


def check_export(tx: Tx) -> None:
    """Raises NotAllowed for whoever may not take the log out of the program."""
    need(tx, "log.export")


def record_export(tx: Tx, /, **facts: Any) -> None:
    """Note down that part of the log leaves the program: file, lines, what was narrowed to, whether personal
    data was hidden."""
    need(tx, "log.export")
    events.record(tx, EXPORT, 0, {}, facts, about="log")
    tx.changes.other("log")


# --- inside -----------------------------------------------------------------------------------------------


def _where(f: LogFilter) -> tuple[str, list[Any]]:
    rules: list[str] = []
    values: list[Any] = []

    def rule(sql: str, *more: Any) -> None:
        rules.append(sql)
        values.extend(more)

    for column, wanted in (("actor", f.actors), ("kind", f.kinds)):
        if wanted:
            rule(f"{column} IN ({marks(len(wanted))})", *sorted(wanted))
    if f.case_id is not None:
        rule('("case" = ? OR "case" IN (SELECT id FROM case_ WHERE merged_into = ?))', f.case_id, f.case_id)
    if ":" in f.about:
        rule("about = ?", f.about)
    elif f.about:
        rule("(about = ? OR (about > ? AND about < ?))", f.about, f"{f.about}:", f"{f.about};")
    if f.since_ms is not None:
        rule("at_ms >= ?", f.since_ms)
    if f.until_ms is not None:
        rule("at_ms <= ?", f.until_ms)
    return " AND ".join(rules) or "1 = 1", values


def _with_posts(rows: list[EventRow]) -> list[LogRow]:
    wanted = sorted({row.post_id or row.case_id for row in rows} - {0})
    sql = "SELECT id, own, substr(coalesce(preview, text), 1, 400) FROM post WHERE id IN (%s)"
    found = {row[0]: row[2] if row[1] else hiding.preview(row[2]) for row in rows_in(database, sql, wanted)}
    made = []
    for row in rows:
        post = row.post_id or row.case_id
        made.append(LogRow(row, post if post in found else None, " ".join(found.get(post, "").split())))
    return made
