"""What a list shows: the one filter that board, timeline, search, command line and saved views share."""

from __future__ import annotations

import dataclasses
import json
import time
from dataclasses import dataclass
from typing import Any

from desktop.models.current import database
from desktop.models.ids import ceil_id, floor_id
from desktop.models.sql import marks

_NOBODY = -1

DUE = ("late", "soon", "today", "paused")
"""What a list can be narrowed to by due time: overdue; within two hours; later today; paused."""
SOON_MS = 2 * 3_600_000
_DAY_MS = 86_400_000
_SEOUL_MS = 9 * 3_600_000


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty sets and None mean "all". ``since_ms`` and ``until_ms`` are times of the posts, both included.
    ``own`` adds what the city itself wrote. ``text`` is a search. ``due`` is one of DUE, as of now."""

    channels: frozenset[int] = frozenset()
    networks: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    since_ms: int | None = None
    until_ms: int | None = None
    text: str = ""
    author_id: int | None = None
    unread: bool | None = None
    starred: bool | None = None
    deleted: bool | None = None
    own: bool = False
    due: str = ""

    def to_json(self) -> str:
        """Only what differs from "all", so that filters saved by older programs stay readable."""
        values: dict[str, Any] = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                values[field.name] = sorted(value) if isinstance(value, frozenset) else value
        return json.dumps(values, ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Filter:
        """Unknown or broken parts are left out: a saved view must never keep the window from opening."""
        try:
            values = json.loads(text)
        except ValueError:
            return Filter()
        if not isinstance(values, dict):
            return Filter()
        known: dict[str, Any] = {}
        for name, value in values.items():
            if name in ("channels", "networks", "tracks", "departments", "status") and isinstance(
                value, list
            ):
                kind: type = int if name == "channels" else str
                known[name] = frozenset(v for v in value if type(v) is kind)
            elif name in ("since_ms", "until_ms", "author_id") and type(value) is int:
                known[name] = value
            elif name in ("unread", "starred", "deleted", "own") and type(value) is bool:
                known[name] = value
            elif name == "text" and isinstance(value, str):
                known[name] = value
            elif name == "due" and value in DUE:
                known[name] = value
        return Filter(**known)


ALL = Filter()
"""Everything that citizens wrote."""


@dataclass(slots=True)
class Conditions:
    """SQL over ``post p`` and ``case_ c``, kept apart so that a list can start from either table."""

    post: list[str] = dataclasses.field(default_factory=list)
    post_values: list[Any] = dataclasses.field(default_factory=list)
    case: list[str] = dataclasses.field(default_factory=list)
    case_values: list[Any] = dataclasses.field(default_factory=list)
    channels: list[int] | None = None  # None: all

    def on_post(self, sql: str, *values: Any) -> None:
        self.post.append(sql)
        self.post_values += values

    def on_case(self, sql: str, *values: Any) -> None:
        self.case.append(sql)
        self.case_values += values


def conditions(f: Filter) -> Conditions:
    """The filter as SQL, but for ``text`` (``search.py``), time and channels, which each list puts where its
    index wants them."""
    found = Conditions(channels=channel_ids(f))
    if f.author_id is not None:
        found.on_post("p.author_id = ?", f.author_id)
    if f.deleted is not None:
        found.on_post("p.deleted_ms IS NOT NULL" if f.deleted else "p.deleted_ms IS NULL")
    for column, values in (("track", f.tracks), ("department", f.departments), ("status", f.status)):
        if values:
            found.on_case(f"c.{column} IN ({marks(len(values))})", *sorted(values))
    if f.unread is not None:
        found.on_case("c.unread" if f.unread else "NOT c.unread")
    if f.starred is not None:
        found.on_case("c.starred" if f.starred else "NOT c.starred")
    if f.due == "paused":
        found.on_case(f"c.id IN ({_CLOCKS} AND state = 'paused')")
    elif f.due:
        low, high = due_span(f.due, now_ms())
        found.on_case(f"c.id IN ({_CLOCKS} AND state = 'running' AND due_ms >= ? AND due_ms < ?)", low, high)
    return found


_CLOCKS = "SELECT case_id FROM case_clock WHERE purpose = 'answer'"


def now_ms() -> int:
    return int(time.time() * 1000)


def due_span(due: str, now: int) -> tuple[int, int]:
    """From when (included) until when (not included) due times fit: "late", "soon" or "today", which ends at
    midnight in Seoul. None of them are in two of "late" and "today"."""
    tomorrow = ((now + _SEOUL_MS) // _DAY_MS + 1) * _DAY_MS - _SEOUL_MS
    return {"late": (-(2**62), now), "soon": (now, now + SOON_MS), "today": (now, tomorrow)}[due]


def fits_due(due: str, clock: str, due_ms: int | None, now: int) -> bool:
    """The same for one row: the state of its clock and until when it is due."""
    if due in ("", "paused"):
        return not due or clock == "paused"
    low, high = due_span(due, now)
    return clock == "running" and due_ms is not None and low <= due_ms < high


def channel_ids(f: Filter) -> list[int] | None:
    """The channels that a filter lets through, or None for all."""
    if not f.networks:
        return sorted(f.channels) if f.channels else None
    rows = database.execute_sql(
        f"SELECT id FROM channel WHERE network IN ({marks(len(f.networks))})", sorted(f.networks)
    ).fetchall()
    found = {row[0] for row in rows}
    return sorted(found & f.channels if f.channels else found) or [_NOBODY]


def id_range(f: Filter) -> tuple[int | None, int | None]:
    """The ids between which posts of the filter's time are, both included."""
    low = None if f.since_ms is None else floor_id(f.since_ms)
    high = None if f.until_ms is None else ceil_id(f.until_ms)
    return low, high
