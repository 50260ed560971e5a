"""What a department finds in its inbox.

A page is one short walk down an index for each department and state, merged; so it costs the same whether a
department has a hundred cases or a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.deadlines.calendar import day_of, start_of
from desktop.models.forwarding import keeping
from desktop.models.forwarding.keeping import LEAD, OPEN_STATES, SUPPORTING, Forwarding
from desktop.models.rows import PREVIEW_CHARACTERS
from desktop.models.sql import marks, rows_in

Key = tuple[int, int]
"""Place of a row in an inbox (urgency, id): what ``after`` takes."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A forwarding with what a list shows of its case. ``case_id`` is the case that it stands in now (it may
    have been grouped); ``text`` is at most the first 400 characters of the citizen's post, with personal data
    hidden as in all lists. ``clock`` is "" (none), running, paused or stopped. ``first`` and ``final`` are
    the states of the latest answer of each stage, "" without one; ``sent_back`` is why one was sent back that
    none has followed. ``lead`` and ``supporting`` are the codes of who else has the case now."""

    key: Key
    forwarding: Forwarding
    case_id: int
    status: str
    text: str
    author: str
    handle: str
    channel_id: int
    channel: str
    network: str
    created_ms: int
    post_count: int
    private: bool
    deleted: bool
    clock: str
    extended: bool
    first: str
    final: str
    sent_back: str
    lead: str
    supporting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """``new`` is what was sent and not received; ``working`` what was received; ``due_today`` and ``late``
    count both."""

    new: int
    working: int
    due_today: int
    late: int


def inbox(
    departments: Sequence[str],
    *,
    states: Sequence[str] = OPEN_STATES,
    after: Key | None = None,
    limit: int = 200,
) -> list[InboxRow]:
    """A page of what departments have, in order of urgency: open ones by their due time, those without one
    behind, then closed ones, the latest first."""
    keys = islice(merge(*_walks(departments, states, after, limit)), limit)
    return rows(list(keys))


def inbox_counts(departments: Sequence[str], now_ms: int) -> Counts:
    """Days are Seoul's."""
    tomorrow = start_of(day_of(now_ms) + 1)
    new = working = today = late = 0
    for state, number, is_late, is_today in rows_in(
        database,
        "SELECT state, count(*), sum(urgency < ?), sum(urgency >= ? AND urgency < ?) FROM forwarding"
        f" WHERE state IN ({marks(len(OPEN_STATES))}) AND department IN (%s) GROUP BY state",
        list(dict.fromkeys(departments)), now_ms, now_ms, tomorrow, *OPEN_STATES,
    ):  # fmt: skip
        new += number if state == "sent" else 0
        working += number if state != "sent" else 0
        late += is_late
        today += is_today
    return Counts(new, working, today, late)


def rows(keys: Sequence[Key]) -> list[InboxRow]:
    """Inbox rows by key, in that order; what does not exist is left out."""
    found = {row[0]: row for row in rows_in(database, _ROWS, [key[1] for key in keys])}
    case_ids = {row[1] for row in found.values()}
    others = _others(sorted(case_ids))
    answers = _answers([key[1] for key in keys])
    return [
        _row(key, found[key[1]], others.get(found[key[1]][1], []), answers.get(key[1], {}))
        for key in keys if key[1] in found
    ]  # fmt: skip


def row(forwarding_id: int) -> InboxRow | None:
    """One row, wherever it stands now."""
    place = database.execute_sql("SELECT urgency FROM forwarding WHERE id = ?", (forwarding_id,)).fetchone()
    return None if place is None else rows([(int(place[0]), forwarding_id)])[0]


# --- inside -----------------------------------------------------------------------------------------------

_ROWS = f"""
SELECT f.id, coalesce(c.merged_into, c.id), {", ".join(f"f.{name}" for name in keeping.COLUMNS)},
    k.status, coalesce(p.preview, substr(p.text, 1, {PREVIEW_CHARACTERS})), coalesce(a.name, ''),
    coalesce(a.handle, ''), ch.id, ch.name, ch.network, p.created_ms, k.post_count, p.private,
    p.deleted_ms IS NOT NULL, coalesce(t.state, ''), coalesce(t.extension, 0)
FROM forwarding f JOIN case_ c ON c.id = f.case_id JOIN case_ k ON k.id = coalesce(c.merged_into, c.id)
    JOIN post p ON p.id = k.id JOIN channel ch ON ch.id = p.channel_id
    LEFT JOIN author a ON a.id = p.author_id
    LEFT JOIN case_clock t ON t.case_id = f.case_id AND t.purpose = 'answer'
WHERE f.id IN (%s)
"""

WALK = (
    "SELECT urgency, id FROM forwarding WHERE department = ? AND state = ? AND (urgency, id) > (?, ?)"
    " ORDER BY urgency, id LIMIT ?"
)


def _walks(
    departments: Sequence[str], states: Sequence[str], after: Key | None, limit: int
) -> list[list[Key]]:
    urgency, last = (-1, -1) if after is None else after
    return [
        database.execute_sql(WALK, (code, state, urgency, last, limit)).fetchall()
        for code in dict.fromkeys(departments)
        for state in states
    ]


def _others(case_ids: Sequence[int]) -> dict[int, list[tuple[int, str, str]]]:
    """Case → (forwarding, department, part) of all who have it now."""
    found: dict[int, list[tuple[int, str, str]]] = {}
    for case_id, *rest in sorted(
        rows_in(
            database,
            "SELECT coalesce(c.merged_into, c.id), f.id, f.department, f.part FROM forwarding f"
            " JOIN case_ c ON c.id = f.case_id WHERE f.open AND f.case_id IN (%s)",
            case_ids,
        )
    ):
        found.setdefault(case_id, []).append((rest[0], rest[1], rest[2]))
    return found


def _answers(forwarding_ids: Sequence[int]) -> dict[int, dict[str, tuple[str, str]]]:
    """Forwarding → stage → (state, comment) of its latest answer."""
    latest: dict[int, dict[str, tuple[str, str]]] = {}
    for _, forwarding_id, stage, state, comment in sorted(
        rows_in(
            database,
            "SELECT id, forwarding_id, stage, state, comment FROM department_answer"
            " WHERE state <> 'withdrawn' AND forwarding_id IN (%s)",
            forwarding_ids,
        )
    ):
        latest.setdefault(forwarding_id, {})[stage] = (state, comment)
    return latest


def _row(
    key: Key,
    values: Sequence[Any],
    others: Sequence[tuple[int, str, str]],
    answers: dict[str, tuple[str, str]],
) -> InboxRow:
    width = len(keeping.COLUMNS)
    forwarding = keeping.from_row(values[2 : 2 + width])
    (
        status, text, author, handle, channel_id, channel, network, created_ms, post_count, private, deleted,
        clock, extension,
    ) = values[2 + width :]  # fmt: skip
    first, final = answers.get("first", ("", "")), answers.get("final", ("", ""))
    return InboxRow(
        key=key, forwarding=forwarding, case_id=values[1], status=status, text=hiding.preview(text),
        author=hiding.name(author, network), handle=hiding.name(handle, network), channel_id=channel_id,
        channel=channel, network=network, created_ms=created_ms,
        post_count=post_count, private=bool(private), deleted=bool(deleted), clock=clock,
        extended=bool(extension), first=first[0], final=final[0],
        sent_back=next((comment for state, comment in (final, first) if state == "sent-back"), ""),
        lead=next((code for _, code, part in others if part == LEAD), ""),
        supporting=tuple(code for _, code, part in others if part == SUPPORTING),
    )  # fmt: skip
