"""Ideas and meetings as values, and how single ones are read. Lists of many are in ``lists.py``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.sql import rows_in

STATES = ("pool", "agenda", "adopted", "held", "rejected")
DECISIONS = ("adopted", "held", "rejected")
SETTLED = ("adopted", "rejected")
"""What ends the period of a proposal; a held idea still waits for its decision."""

OPEN_MEETINGS = ("planned", "running")
LONGEST_TITLE = 80
_SENTENCE = re.compile(r"(?<=[^\d\s][.?!。…])\s+")
"""Between two sentences; "1. " is a number in a list."""
_GREETING = re.compile(r"(?:시장님|안녕하|수고하|고생하|반갑)\S*(?:\s+(?:시장님|안녕하|수고|많)\S*)*,?\Z")


@dataclass(frozen=True, slots=True)
class Idea:
    """The row of an idea. ``title`` "": nobody has written one, so it is the first sentence of the post."""

    case_id: int
    title: str
    state: str
    filed_ms: int
    supporters: int
    review: str
    decided_ms: int | None
    reason: str
    owner: str
    planned: str
    progress: int
    told_ms: int | None
    reconsider_until_ms: int | None
    reconsidered: bool
    changed_ms: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """``number`` counts within the year of ``at_ms`` (Seoul)."""

    id: int
    number: int
    title: str
    at_ms: int
    place: str
    state: str
    note: str
    created_by: str
    changed_ms: int


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    title: str = ""  # 직위
    present: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """An idea on an agenda. ``decision`` "": none yet."""

    meeting_id: int
    case_id: int
    position: int
    decision: str
    reason: str
    owner: str
    planned: str
    decided_ms: int | None
    decided_by: str


IDEA = tuple(field.name for field in fields(Idea))
MEETING = tuple(field.name for field in fields(Meeting))
ITEM = tuple(field.name for field in fields(Item))
_IDEA = f"SELECT {', '.join(IDEA)} FROM idea"
_MEETING = f"SELECT {', '.join(MEETING)} FROM meeting"
_ITEM = f"SELECT {', '.join(ITEM)} FROM agenda_item"


def first_sentence(text: str) -> str:
    """What stands for a title where nobody has written one: the first sentence that is no greeting."""
    words = ""
    for sentence in _sentences(text):
        words = words or sentence
        if not _GREETING.match(sentence):
            words = sentence
            break
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for part in _SENTENCE.split(line):
            words = " ".join(part.split()).rstrip(".?!。…~ ")
            if words:
                yield words


def get_idea(case_id: int) -> Idea | None:
    row = database.execute_sql(f"{_IDEA} WHERE case_id = ?", (case_id,)).fetchone()
    return None if row is None else _idea(row)


def need_idea(case_id: int) -> Idea:
    """The idea of a case, or of the case that it was grouped into. Raises Missing."""
    row = database.execute_sql("SELECT merged_into, track FROM case_ WHERE id = ?", (case_id,)).fetchone()
    if row is not None and row[0] is not None and row[0] != case_id:
        return need_idea(int(row[0]))
    found = get_idea(case_id) if row is not None and row[1] == "idea" else None
    if found is None:
        raise Missing(f"no idea {case_id}")
    return found


def ideas(case_ids: Sequence[int]) -> dict[int, Idea]:
    rows = rows_in(database, f"{_IDEA} WHERE case_id IN (%s)", list(case_ids))
    return {row[0]: _idea(row) for row in rows}


def need_meeting(meeting_id: int) -> Meeting:
    """Raises Missing."""
    row = database.execute_sql(f"{_MEETING} WHERE id = ?", (meeting_id,)).fetchone()
    if row is None:
        raise Missing(f"no meeting {meeting_id}")
    return Meeting(*row)


def attendees(meeting_id: int) -> tuple[Attendee, ...]:
    rows = database.execute_sql(
        "SELECT name, title, present FROM attendee WHERE meeting_id = ? ORDER BY position, id", (meeting_id,)
    ).fetchall()
    return tuple(Attendee(name, title, bool(present)) for name, title, present in rows)


def items(meeting_id: int) -> list[Item]:
    """The agenda of a meeting in its order."""
    rows = database.execute_sql(
        f"{_ITEM} WHERE meeting_id = ? ORDER BY position, id", (meeting_id,)
    ).fetchall()
    return [Item(*row) for row in rows]


def get_item(meeting_id: int, case_id: int) -> Item | None:
    row = database.execute_sql(
        f"{_ITEM} WHERE meeting_id = ? AND case_id = ?", (meeting_id, case_id)
    ).fetchone()
    return None if row is None else Item(*row)


def open_items(case_ids: Iterable[int]) -> dict[int, Item]:
    """For ideas that wait for their decision on the agenda of a meeting (planned or running): that place."""
    rows = rows_in(
        database,
        f"SELECT {', '.join(f'a.{name}' for name in ITEM)} FROM agenda_item a"
        " JOIN meeting m ON m.id = a.meeting_id"
        " WHERE m.state IN ('planned', 'running') AND a.decision = '' AND a.case_id IN (%s)",
        list(case_ids),
    )
    return {row[1]: Item(*row) for row in rows}


def last_decided(case_id: int) -> Item | None:
    """Where an idea was decided the last time."""
    row = database.execute_sql(
        f"{_ITEM} WHERE case_id = ? AND decision <> '' ORDER BY decided_ms DESC, id DESC LIMIT 1", (case_id,)
    ).fetchone()
    return None if row is None else Item(*row)


def titles(case_ids: Sequence[int]) -> dict[int, str]:
    """What ideas are called: as somebody wrote it, else the first sentence of the post."""
    rows = rows_in(
        database,
        "SELECT p.id, coalesce(i.title, ''), coalesce(p.preview, p.text) FROM post p"
        " LEFT JOIN idea i ON i.case_id = p.id WHERE p.id IN (%s)",
        list(case_ids),
    )
    return {case_id: title or first_sentence(text) for case_id, title, text in rows}


def _idea(row: Sequence[Any]) -> Idea:
    values = list(row)
    values[IDEA.index("reconsidered")] = bool(values[IDEA.index("reconsidered")])
    return Idea(*values)
