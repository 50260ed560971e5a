"""Lists of ideas and meetings, in pages by key. For reader threads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.deadlines import clocks
from desktop.models.deadlines.calendar import KST, moment_of
from desktop.models.filters import Filter
from desktop.models.meetings.rows import (
    OPEN_MEETINGS,
    Attendee,
    Idea,
    Item,
    Meeting,
    attendees,
    first_sentence,
    ideas,
    items,
    need_meeting,
)
from desktop.models.sql import marks, rows_in

VIEWS: dict[str, tuple[str, ...]] = {
    "open": ("pool", "held"),
    "agenda": ("agenda",),
    "held": ("held",),
    "adopted": ("adopted",),
    "late": ("adopted",),
    "rejected": ("rejected",),
    "untold": ("adopted", "rejected", "held"),
    "all": ("pool", "agenda", "held", "adopted", "rejected"),
}
"""What can be looked at, and which states that takes in. "late": adopted, its date is over and it is not
done. "untold": decided, and the proposer does not know yet."""

ORDERS = ("filed", "newest", "support")
"""First filed first, newest first, most support first."""

MOST_HITS = 1000
MOST_MEETINGS = 500

Key = tuple[int, int]
"""Where an idea stands in its list: (value of the order, case id); the greatest comes first."""


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """An idea in a list. ``title`` and ``text`` (its beginning) have personal data hidden. ``support`` adds
    ``shares`` on networks, further ``posts`` of the case and what was counted by hand. ``meeting``: the one
    to come, or the last one that it was on."""

    idea: Idea
    key: Key
    title: str
    text: str
    network: str
    channel: str
    author: str
    author_handle: str
    posts: int
    shares: int
    due_ms: int | None
    clock: str
    meeting: Meeting | None

    @property
    def case_id(self) -> int:
        return self.idea.case_id

    @property
    def support(self) -> int:
        return self.idea.supporters + self.shares + self.posts - 1


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list, with how many ideas are on its agenda and how many of them are decided."""

    meeting: Meeting
    count: int
    decided: int


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An idea on an agenda. ``left``: the meeting ended without having come to it."""

    item: Item
    row: IdeaRow
    owner: str  # name of the department
    left: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """A meeting with everything on it."""

    meeting: Meeting
    people: tuple[Attendee, ...]
    agenda: tuple[AgendaRow, ...]

    @property
    def undecided(self) -> int:
        return sum(not row.item.decision for row in self.agenda)


def ideas_page(
    view: str = "open",
    order: str = "filed",
    *,
    text: str = "",
    after: Key | None = None,
    before: Key | None = None,
    limit: int = 100,
    now_ms: int | None = None,
) -> list[IdeaRow]:
    """Ideas of a view from the top of the list, or those below the key ``after``, or the nearest above
    ``before``; always from the top down."""
    if view not in VIEWS or order not in ORDERS:
        raise ValueError(f"{view!r}, {order!r}")
    if text.strip():
        return _search_page(view, order, text, after, before, limit, now_ms)
    found: list[int] = []
    for state in VIEWS[view]:
        found += _of_state(view, order, state, after, before, limit, now_ms)
    rows = sorted(rows_of(found, order), key=lambda row: row.key, reverse=True)
    return rows[:limit] if before is None else rows[-limit:]


def counts() -> dict[str, int]:
    """How many ideas each state holds; "late" and "untold" besides."""
    rows = database.execute_sql(
        "SELECT i.state, count(*), sum(i.told_ms IS NULL), sum(i.planned < ? AND i.progress < 100)"
        " FROM idea i CROSS JOIN case_ c ON c.id = i.case_id"
        " WHERE c.track = 'idea' AND c.merged_into IS NULL GROUP BY i.state",
        (today(None),),
    ).fetchall()
    found = {name: sum(row[1] for row in rows if row[0] in states) for name, states in VIEWS.items()}
    found["late"] = sum(row[3] for row in rows if row[0] == "adopted")
    found["untold"] = sum(row[2] for row in rows if row[0] in VIEWS["untold"])
    return found


def rows_by_id(case_ids: Iterable[int], order: str = "filed") -> list[IdeaRow]:
    """Ideas by their cases, in the order given; what is no idea (any more) is left out."""
    wanted = list(case_ids)
    sql = "SELECT id FROM case_ WHERE track = 'idea' AND merged_into IS NULL AND id IN (%s)"
    still = {row[0] for row in rows_in(database, sql, wanted)}
    return rows_of([case_id for case_id in wanted if case_id in still], order)


def rows_of(wanted: Sequence[int], order: str = "filed") -> list[IdeaRow]:
    """The rows of these ideas in the order given, also of those that are none any more: old agendas name
    them."""
    posts = {
        row[0]: row[1:]
        for row in rows_in(
            database,
            "SELECT p.id, coalesce(p.preview, substr(p.text, 1, 400)), ch.network, ch.name,"
            " coalesce(a.name, ''), coalesce(a.handle, ''), c.post_count,"
            " (SELECT coalesce(sum(o.repost_count), 0) FROM post o WHERE o.case_id = c.id AND NOT o.own)"
            " FROM post p JOIN channel ch ON ch.id = p.channel_id LEFT JOIN author a ON a.id = p.author_id"
            " JOIN case_ c ON c.id = p.id WHERE p.id IN (%s)",
            wanted,
        )
    }
    known, due, last = ideas(wanted), clocks.of_cases(wanted), _last_meetings(wanted)
    made = []
    for case_id in wanted:
        if case_id not in known or case_id not in posts:
            continue
        text, network, channel, author, handle, count, shares = posts[case_id]
        clock, idea = due.get(case_id), known[case_id]
        support = idea.supporters + shares + count - 1
        made.append(
            IdeaRow(
                idea=idea,
                key=_key(order, case_id, idea.filed_ms, support),
                title=hiding.shown(idea.title or first_sentence(text)),
                text=hiding.preview(text),
                network=network,
                channel=channel,
                author=hiding.name(author, network),
                author_handle=hiding.name(handle, network),
                posts=count,
                shares=shares,
                due_ms=clock.due_ms if clock else None,
                clock=clock.state if clock else "",
                meeting=last.get(case_id),
            )
        )
    return made


def meetings(*, open_only: bool = False, limit: int = MOST_MEETINGS) -> list[MeetingRow]:
    """Meetings, the latest first."""
    rule = f" WHERE m.state IN ({marks(len(OPEN_MEETINGS))})" if open_only else ""
    names = ", ".join(f"m.{name}" for name in _MEETING)
    rows = database.execute_sql(
        f"SELECT {names}, (SELECT count(*) FROM agenda_item a WHERE a.meeting_id = m.id),"
        " (SELECT count(*) FROM agenda_item a WHERE a.meeting_id = m.id AND a.decision <> '')"
        f" FROM meeting m{rule} ORDER BY m.at_ms DESC, m.id DESC LIMIT ?",
        (*(OPEN_MEETINGS if open_only else ()), limit),
    ).fetchall()
    return [MeetingRow(Meeting(*row[:-2]), row[-2], row[-1]) for row in rows]


def whole(meeting_id: int) -> Whole:
    """A meeting as its screen shows it. Raises Missing."""
    meeting = need_meeting(meeting_id)
    agenda = items(meeting_id)
    rows = {row.case_id: row for row in rows_of([item.case_id for item in agenda])}
    owners = sorted({item.owner for item in agenda if item.owner})
    names = dict(rows_in(database, "SELECT code, name FROM department WHERE code IN (%s)", owners))
    return Whole(
        meeting,
        attendees(meeting_id),
        tuple(
            AgendaRow(
                item, rows[item.case_id], names.get(item.owner, item.owner),
                meeting.state == "closed" and not item.decision,
            )
            for item in agenda
            if item.case_id in rows
        ),
    )  # fmt: skip


# --- inside -------------------------------------------------------------------------------------------------

_MEETING = tuple(Meeting.__dataclass_fields__)
_TABLES = "idea i CROSS JOIN case_ c ON c.id = i.case_id"
# CROSS JOIN: SQLite has to walk the index of the ideas, which gives them in order.
_STILL = "c.track = 'idea' AND c.merged_into IS NULL"
_SHARED = (
    "SELECT p.case_id AS shared, sum(p.repost_count) AS shares FROM post p WHERE NOT p.own AND p.id IN"
    " (SELECT r.repost_of_id FROM post r WHERE r.repost_of_id IS NOT NULL) GROUP BY p.case_id"
)
# Few posts are reposts: they are counted at once, not idea by idea.


def _key(order: str, case_id: int, filed_ms: int, support: int) -> Key:
    """Of two that were filed at the same moment, or have the same support, the older one stands first."""
    if order == "newest":
        return filed_ms, case_id
    return (-filed_ms if order == "filed" else support), -case_id


def _of_state(
    view: str,
    order: str,
    state: str,
    after: Key | None,
    before: Key | None,
    limit: int,
    now_ms: int | None,
) -> list[int]:
    """The cases of one state next to a key, on either side of it."""
    rule, values = _narrowed(view, now_ms)
    if order == "support":
        sql = (
            "SELECT id, value FROM (SELECT i.case_id AS id,"
            f" i.supporters + c.post_count - 1 + coalesce(shares, 0) AS value FROM {_TABLES}"
            f" LEFT JOIN ({_SHARED}) s ON shared = i.case_id WHERE {_STILL} AND i.state = ?{rule}) counted"
            " WHERE 1 = 1"
        )
        name, case = "value", "id"
    else:
        sql = f"SELECT i.case_id, i.filed_ms FROM {_TABLES} WHERE {_STILL} AND i.state = ?{rule}"
        name, case = "i.filed_ms", "i.case_id"
    values = [state, *values]
    value_rises, case_rises = order == "filed", order != "newest"
    if before is not None:
        value_rises, case_rises = not value_rises, not case_rises
    key = after if before is None else before
    if key is not None:
        value, case_id = key if order == "newest" else (key[0] * (-1 if order == "filed" else 1), -key[1])
        than, tie = ">" if value_rises else "<", ">" if case_rises else "<"
        sql += f" AND {name} {than}= ? AND ({name} {than} ? OR {case} {tie} ?)"
        values += [value, value, case_id]
    ways = [f"{name} {'ASC' if value_rises else 'DESC'}", f"{case} {'ASC' if case_rises else 'DESC'}"]
    rows = database.execute_sql(f"{sql} ORDER BY {', '.join(ways)} LIMIT ?", (*values, limit)).fetchall()
    return [row[0] for row in rows]


def _search_page(
    view: str, order: str, text: str, after: Key | None, before: Key | None, limit: int, now_ms: int | None
) -> list[IdeaRow]:
    """The same among the ideas that hold all words: in a post of theirs, or in their title."""
    from desktop.models.search import search_ids

    posts = search_ids(text, Filter(tracks=frozenset({"idea"})), None, MOST_HITS)
    cases = {row[0] for row in rows_in(database, "SELECT case_id FROM post WHERE id IN (%s)", posts)}
    named = " AND ".join(["title LIKE ? ESCAPE '!'"] * len(text.split()))
    words = [f"%{_escaped(word)}%" for word in text.split()]
    sql = f"SELECT case_id FROM idea WHERE title <> '' AND {named} LIMIT ?"
    cases |= {row[0] for row in database.execute_sql(sql, (*words, MOST_HITS)).fetchall()}
    rule, values = _narrowed(view, now_ms)
    states = VIEWS[view]
    sql = (
        f"SELECT i.case_id, i.filed_ms, i.supporters + c.post_count - 1 FROM {_TABLES}"
        f" WHERE {_STILL}{rule} AND i.state IN ({marks(len(states))}) AND i.case_id IN (%s)"
    )
    found = rows_in(database, sql, sorted(cases), *values, *states)
    shared: dict[int, int] = {}
    if order == "support":
        shared = dict(database.execute_sql(_SHARED).fetchall())
    keys = {_key(order, case, filed, support + shared.get(case, 0)): case for case, filed, support in found}
    fitting = sorted(keys, reverse=True)
    if after is not None:
        fitting = [key for key in fitting if key < after]
    fitting = [key for key in fitting if key > before][-limit:] if before is not None else fitting[:limit]
    return rows_of([keys[key] for key in fitting], order)


def _narrowed(view: str, now_ms: int | None) -> tuple[str, list[Any]]:
    if view == "late":
        return " AND i.planned < ? AND i.progress < 100", [today(now_ms)]
    return (" AND i.told_ms IS NULL", []) if view == "untold" else ("", [])


def today(now_ms: int | None = None) -> str:
    """The date in Seoul, as planned dates are kept."""
    now = datetime.now(KST) if now_ms is None else moment_of(now_ms)
    return now.date().isoformat()


def _escaped(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _last_meetings(case_ids: Sequence[int]) -> dict[int, Meeting]:
    """For each idea the meeting to come that it is on, else the latest one that it was on."""
    names = ", ".join(f"m.{name}" for name in _MEETING)
    rows = rows_in(
        database,
        f"SELECT a.case_id, {names} FROM agenda_item a JOIN meeting m ON m.id = a.meeting_id"
        " WHERE a.case_id IN (%s)",
        case_ids,
    )
    found = sorted(rows, key=lambda row: (row[6] != "closed", row[4], row[1]))
    return {row[0]: Meeting(*row[1:]) for row in found}
