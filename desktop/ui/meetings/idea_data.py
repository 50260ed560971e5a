"""Everything that is shown of one idea, read in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import departments, hiding, queries
from desktop.models.current import database
from desktop.models.departments import DepartmentIndex, Suggestion
from desktop.models.errors import Missing
from desktop.models.meetings import lists, rows, telling, twins
from desktop.models.rows import PostRow

RESTS_S = 0.09
"""How long an idea is on show before similar ones are looked for: holding J must not look for all."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """``text`` is whole, with personal data hidden. ``item`` is its place on the agenda that was asked
    about. ``twins`` are found afterwards: they take longer, and nobody waits for them."""

    row: lists.IdeaRow
    text: str
    posts: Sequence[PostRow]
    twins: Sequence[twins.Twin]
    telling: telling.Telling
    item: rows.Item | None
    departments: DepartmentIndex
    suggested: Sequence[Suggestion]

    @property
    def names(self) -> Mapping[str, str]:
        return self.departments.names


def load(case_id: int, meeting_id: int | None = None) -> Loaded | None:
    """None where there is no such idea (any more)."""
    found = lists.rows_by_id([case_id])
    if not found:
        return None
    (row,) = found
    text = database.execute_sql("SELECT text FROM post WHERE id = ?", (case_id,)).fetchone()[0]
    posts = database.execute_sql(
        "SELECT id FROM post WHERE case_id = ? AND NOT own AND repost_of = ''"
        " ORDER BY created_ms, id LIMIT 50",
        (case_id,),
    ).fetchall()
    item = None if meeting_id is None else rows.get_item(meeting_id, case_id)
    return Loaded(
        row=row,
        text=hiding.shown(text),
        posts=queries.rows_by_id(post for (post,) in posts if post != case_id),
        twins=(),
        telling=telling.telling(case_id),
        item=item,
        departments=departments.index(),
        suggested=departments.suggestions(text[:2000]),
    )


async def find_twins(bridge: Any, page: Any) -> None:
    """Bring what is similar to the idea on a page that somebody rests on."""
    import asyncio

    loaded = page.loaded
    await asyncio.sleep(RESTS_S)
    if loaded is not None and page.loaded is loaded:
        found = await bridge.read(twins.twins, loaded.row.case_id)
        page.show_twins(loaded.row.case_id, found)


def load_meeting(meeting_id: int) -> lists.Whole | None:
    try:
        return lists.whole(meeting_id)
    except Missing:
        return None
