"""One post with everything around it, and whole posts for export. Personal data is hidden in all of it; who
may look at it asks ``unmasking``, which leaves an event."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from connectors.base import Media
from desktop.models import hiding
from desktop.models.authors import is_identity
from desktop.models.cases import EventRow, history
from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.filters import ALL, Filter
from desktop.models.notes import NoteRow, list_notes
from desktop.models.outbox import OutboxRow, rows_for_case, rows_for_post
from desktop.models.rows import PostRow, rows_by_id
from desktop.models.sql import rows_in

if TYPE_CHECKING:
    from desktop.models.forward_cards import CardState
    from desktop.models.meetings.rows import Idea
    from desktop.models.store import Store

_LONGEST_THREAD = 500
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Version:
    """What a post said before an edit that was noticed at ``seen_ms``."""

    text: str
    url: str
    state: str
    seen_ms: int


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """A post in its conversation; ``depth`` 0 is the beginning. ``text`` is whole. ``hidden``: kinds of
    personal data that are hidden in it (``personal.KINDS``), one for each place."""

    depth: int
    row: PostRow
    text: str
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostDetail:
    """``thread`` holds the post itself too. ``case_posts`` are all posts of its case, oldest first;
    ``author_history`` what the same citizen wrote besides, newest first (empty where only a name is
    known)."""

    row: PostRow
    text: str
    versions: tuple[Version, ...]
    media: tuple[Media, ...]
    thread: tuple[ThreadItem, ...]
    case_posts: tuple[PostRow, ...]
    author_history: tuple[PostRow, ...]
    author_url: str
    notes: tuple[NoteRow, ...]
    events: tuple[EventRow, ...]
    outbox: tuple[OutboxRow, ...]
    remote_id: str
    first_seen_ms: int


def post_detail(post_id: int, *, history_limit: int = 50) -> PostDetail:
    """Raises Missing."""
    rows = rows_by_id([post_id])
    if not rows:
        raise Missing(f"no post {post_id}")
    row = rows[0]
    text, media, remote_id, first_seen_ms = database.execute_sql(
        "SELECT text, media, remote_id, first_seen_ms FROM post WHERE id = ?", (post_id,)
    ).fetchone()
    earlier, address = _of_author(row, history_limit)
    return PostDetail(
        row=row,
        text=text if row.own else hiding.shown(text),
        versions=tuple(_hidden(version, row) for version in versions(post_id)),
        media=media_of(media, own=row.own),
        thread=thread(post_id),
        case_posts=tuple(case_posts(row.case_id)) if row.case_id is not None else (row,),
        author_history=tuple(earlier),
        author_url=address,
        notes=notes_of(row.case_id) if row.case_id is not None else (),
        events=tuple(history(row.case_id)) if row.case_id is not None else (),
        outbox=tuple(rows_for_case(row.case_id) if row.case_id is not None else rows_for_post(post_id)),
        remote_id=remote_id,
        first_seen_ms=first_seen_ms,
    )


def concerned(
    new_ids: Collection[int], thread_ids: Collection[int], case_id: int | None, author_id: int | None
) -> set[int]:
    """Which of these posts stand in a thread (below it, or as what its first post answers), are of a case, or
    by an author."""
    rows = rows_in(
        database, "SELECT id, parent_id, case_id, author_id FROM post WHERE id IN (%s)", sorted(new_ids)
    )
    found = {
        row[0]
        for row in rows
        if (case_id is not None and row[2] == case_id) or (author_id is not None and row[3] == author_id)
    }
    above = rows_in(
        database, "SELECT parent_id FROM post WHERE parent_id IS NOT NULL AND id IN (%s)", list(thread_ids)
    )
    found |= {row[0] for row in above}.intersection(new_ids)
    answered = {*thread_ids, *found}
    while below := {row[0] for row in rows if row[1] in answered} - found:
        found |= below
        answered |= below
    return found


def _hidden(version: Version, row: PostRow) -> Version:
    return version if row.own else replace(version, text=hiding.shown(version.text))


def media_of(stored: str, *, own: bool) -> tuple[Media, ...]:
    """What is attached to a post, from its column; descriptions hide personal data of citizens."""
    found = (Media(m["kind"], m["url"], m.get("alt", "")) for m in json.loads(stored or "[]"))
    return tuple(m if own else Media(m.kind, m.url, hiding.shown(m.alt)) for m in found)


def notes_of(case_id: int) -> tuple[NoteRow, ...]:
    """The notes of a case as they are shown."""
    return tuple(replace(note, text=hiding.shown(note.text)) for note in list_notes(case_id))


def versions(post_id: int) -> tuple[Version, ...]:
    """What the post said before, oldest first and nothing hidden; what it says now is in the post."""
    rows = database.execute_sql(
        "SELECT text, url, state, seen_ms FROM post_version WHERE post_id = ? ORDER BY id", (post_id,)
    ).fetchall()
    return tuple(Version(*row) for row in rows)


def case_posts(case_id: int) -> list[PostRow]:
    rows = database.execute_sql("SELECT id FROM post WHERE case_id = ? ORDER BY id", (case_id,)).fetchall()
    return rows_by_id(row[0] for row in rows)


def thread(post_id: int) -> tuple[ThreadItem, ...]:
    """The whole conversation in which a post stands, each answer under what it answers, older first."""
    root = post_id
    seen = {root}
    for _ in range(_DEEPEST):
        row = database.execute_sql("SELECT parent_id FROM post WHERE id = ?", (root,)).fetchone()
        # Networks have been seen to send posts that answer each other in a circle.
        if row is None or row[0] is None or row[0] in seen:
            break
        root = row[0]
        seen.add(root)
    children: dict[int, list[int]] = {}
    level, found = [root], {root}
    while level and len(found) < _LONGEST_THREAD:
        rows = rows_in(database, "SELECT id, parent_id FROM post WHERE parent_id IN (%s)", level)
        level = []
        for child, parent in sorted(rows):
            if child not in found and len(found) < _LONGEST_THREAD:
                children.setdefault(parent, []).append(child)
                found.add(child)
                level.append(child)
    order: list[tuple[int, int]] = []
    waiting = [(root, 0)]
    while waiting:
        current, depth = waiting.pop()
        order.append((current, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(current, []))]
    texts = dict(rows_in(database, "SELECT id, text FROM post WHERE id IN (%s)", [item for item, _ in order]))
    rows_of = {row.id: row for row in rows_by_id(item for item, _ in order)}
    return tuple(_item(depth, rows_of[item], texts[item]) for item, depth in order if item in rows_of)


def _item(depth: int, row: PostRow, text: str) -> ThreadItem:
    shown = text if row.own else hiding.shown(text)
    hidden = () if shown == text else hiding.kinds(text)
    if hiding.is_hidden_name(row.handle) or hiding.is_hidden_name(row.author_name):
        hidden = (*hidden, "mail")
    return ThreadItem(depth, row, shown, hidden)


def _of_author(row: PostRow, limit: int) -> tuple[list[PostRow], str]:
    if row.author_id is None:
        return [], ""
    key, url = database.execute_sql("SELECT key, url FROM author WHERE id = ?", (row.author_id,)).fetchone()
    if not is_identity(key):
        return [], url
    found = database.execute_sql(
        "SELECT id FROM post WHERE author_id = ? AND id <> ? AND repost_of = '' ORDER BY id DESC LIMIT ?",
        (row.author_id, row.id, limit),
    ).fetchall()
    return rows_by_id(item[0] for item in found), url


# --- whole posts ------------------------------------------------------------------------------------------

_FULL = """
SELECT p.id, ch.name, p.channel_id, ch.network, coalesce(a.name, ''), coalesce(a.handle, ''), p.created_ms,
    p.first_seen_ms, p.edited_ms, p.deleted_ms, p.url, p.parent_id, p.parent_remote_id, p.remote_id,
    p.repost_of, p.own, p.state, c.track, p.case_id, coalesce(c.department, ''),
    coalesce(c.status, ''), p.context, p.text, k.due_ms, coalesce(k.state, '')
FROM post p JOIN channel ch ON ch.id = p.channel_id LEFT JOIN author a ON a.id = p.author_id
    LEFT JOIN case_ c ON c.id = p.case_id
    LEFT JOIN case_clock k ON k.case_id = p.case_id AND k.purpose = 'answer'
WHERE p.id IN (%s)
"""
_FULL_NAMES = (
    "id", "channel", "channel_id", "network", "author", "author_handle", "created_at", "first_seen_at",
    "edited", "deleted", "url", "parent", "parent_remote_id", "remote_id", "repost_of", "own",
    "state", "track", "case", "department", "status", "title", "text", "due_at", "clock",
)  # fmt: skip
_TITLE_FIRST = frozenset({"feed", "naver_blog"})
"""Networks whose texts begin with their title in a line of its own."""

_LONGEST_TITLE = 300
_TIMES = ("created_at", "first_seen_at", "edited", "deleted", "due_at")


def posts_full(
    f: Filter = ALL, limit: int = 500, *, before: int | None = None, unmasked: bool = False
) -> list[dict[str, Any]]:
    """One page of whole posts as ``posts --json`` prints them, newest first, older than the post ``before``.
    ``unmasked`` shows personal data: whoever asks for it has let ``unmasking`` note it down."""
    from desktop.models.queries import timeline_ids

    wanted = timeline_ids(f, before=before, limit=limit)
    found = {row[0]: _as_dict(row, unmasked) for row in rows_in(database, _FULL, wanted)}
    taken = on_their_track({post["case"]: post["track"] for post in found.values() if post["track"]})
    for post in found.values():
        post.update(taken.get(post["case"], OFF_TRACK))
    return [found[post_id] for post_id in wanted]


OFF_TRACK: dict[str, Any] = {"forwarding": None, "idea": None}


def on_their_track(tracks: Mapping[int, str]) -> dict[int, dict[str, Any]]:
    """How cases stand on their way to the answer, for the command line: by case, of those that were handed to
    a department or are ideas. ``tracks``: the track of each case."""
    from desktop.models import forward_cards
    from desktop.models.meetings import rows

    handed = forward_cards.for_cards([case for case, track in tracks.items() if track == "forward"])
    ideas = rows.ideas([case for case, track in tracks.items() if track == "idea"])
    return {
        **{case: OFF_TRACK | {"forwarding": _handed(card)} for case, card in handed.items()},
        **{case: OFF_TRACK | {"idea": _decided(idea)} for case, idea in ideas.items()},
    }


def _handed(card: CardState) -> dict[str, Any]:
    return {
        "id": card.forwarding,
        "department": card.department,
        "state": card.state,
        "seen": card.seen,
        "hop": card.hop,
        "supporting": card.supporting,
        "reason": hiding.shown(card.reason),
    }


def _decided(idea: Idea) -> dict[str, Any]:
    return {
        "state": idea.state,
        "decided_at": iso(idea.decided_ms),
        "reason": hiding.shown(idea.reason),
        "owner": idea.owner,
        "planned": idea.planned,
        "progress": idea.progress,
        "told_at": iso(idea.told_ms),
        "reconsider_until": iso(idea.reconsider_until_ms),
    }


def iterate_full(
    store: Store, f: Filter = ALL, limit: int | None = None, page: int = 500, *, unmasked: bool = False
) -> Iterator[dict[str, Any]]:
    """All such posts, read in pages, so that any number fits into memory. To be called outside of a work."""
    before: int | None = None
    left = limit
    while left is None or left > 0:
        size = page if left is None else min(page, left)
        rows = store.read(posts_full, f, size, before=before, unmasked=unmasked).result()
        yield from rows
        if len(rows) < size:
            return
        before = rows[-1]["id"]
        left = None if left is None else left - len(rows)


def iso(at_ms: int | None) -> str | None:
    """A time as ISO 8601 in UTC with "Z"; None for none and for times that no calendar holds."""
    if at_ms is None:
        return None
    try:
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)
    except OverflowError:
        return None
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _as_dict(row: tuple[Any, ...], unmasked: bool) -> dict[str, Any]:
    values = dict(zip(_FULL_NAMES, row, strict=True))
    for name in _TIMES:
        values[name] = iso(values[name])
    values["own"] = bool(values["own"])
    values["track"] = values["track"] or ""
    if not values["title"] and values["network"] in _TITLE_FIRST:
        values["title"] = values["text"].partition("\n\n")[0].partition("\n")[0][:_LONGEST_TITLE]
    if not values["own"] and not unmasked:
        for name in ("title", "text"):
            values[name] = hiding.shown(values[name])
        for name in ("author", "author_handle"):
            values[name] = hiding.name(values[name], values["network"])
    return values
