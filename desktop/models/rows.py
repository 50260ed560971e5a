"""The rows that lists show. Values only: nothing here can reach the database again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.forward_cards import CardState, for_cards
from desktop.models.meetings import marks
from desktop.models.meetings.marks import IdeaMark
from desktop.models.sql import rows_in

PREVIEW_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post in a list. ``text`` is at most its first 400 characters; times are ms UTC. Personal data of
    citizens is hidden in all texts (see ``hiding.py``).

    ``track``, ``department``, ``status``, ``unread`` and ``starred`` are those of its case; of posts without
    one (our own announcements) they are "", "", "", False, False. ``outbox_state`` is "" or how the latest
    answer to this post stands (waiting, sending, sent, refused, unknown). ``clock`` is the state of its
    case's clock (running, paused, stopped; "": it has none), ``due_ms`` until when, where that is known.
    ``url`` of a comment without an address of its own (Instagram gives none) is that of what it stands below.
    """

    id: int
    channel_id: int
    channel_name: str
    network: str
    author_id: int | None
    author_name: str
    handle: str
    text: str
    created_ms: int
    dated: bool
    edited_ms: int | None
    deleted_ms: int | None
    url: str
    context: str
    parent_id: int | None
    case_id: int | None
    track: str
    department: str
    status: str
    unread: bool
    starred: bool
    own: bool
    private: bool
    state: str
    repost_count: int
    media_count: int
    due_ms: int | None
    clock: str
    outbox_state: str
    outbox_reason: str


@dataclass(frozen=True, slots=True)
class CardRow(PostRow):
    """A case on the board, shown by the post that it was opened for (so ``id`` equals ``case_id``).
    ``forwarded``: how its department stands to it, where it is on track "forward" and was handed over.
    ``idea``: how it stands as an idea, on track "idea"."""

    rank: int
    post_count: int
    draft: bool
    forwarded: CardState | None = None
    idea: IdeaMark | None = None


_NOTHING_SENT = ("", "")
_COLUMNS = """
SELECT p.id, p.channel_id, ch.name, ch.network, p.author_id, coalesce(a.name, ''), coalesce(a.handle, ''),
    coalesce(p.preview, substr(p.text, 1, 400)), p.created_ms, p.dated, p.edited_ms, p.deleted_ms,
    CASE WHEN p.url <> '' OR p.parent_id IS NULL THEN p.url ELSE coalesce(
        (SELECT nullif(q.url, '') FROM post q WHERE q.id = p.parent_id),
        (SELECT nullif(r.url, '') FROM post q JOIN post r ON r.id = q.parent_id WHERE q.id = p.parent_id),
        '') END,
    p.context, p.parent_id, p.case_id, coalesce(c.track, ''), coalesce(c.department, ''),
    coalesce(c.status, ''), c.unread, c.starred, p.own, p.private, p.state, p.repost_count, p.media,
    k.due_ms, coalesce(k.state, '')
"""
_JOINS = """
FROM post p JOIN channel ch ON ch.id = p.channel_id LEFT JOIN author a ON a.id = p.author_id
    LEFT JOIN case_ c ON c.id = p.case_id
    LEFT JOIN case_clock k ON k.case_id = p.case_id AND k.purpose = 'answer'
"""
_POSTS = _COLUMNS + _JOINS + "WHERE p.id IN (%s)"
_CARDS = _COLUMNS + ", c.rank, c.post_count" + _JOINS + "WHERE p.id IN (%s) AND c.id = p.id"


def rows_by_id(post_ids: Iterable[int]) -> list[PostRow]:
    """Posts in the order of the ids; ids that do not exist are left out."""
    wanted = list(post_ids)
    sent = _outbox_of_posts(wanted)
    found = {
        row[0]: PostRow(*_values(row, sent.get(row[0], _NOTHING_SENT)))
        for row in rows_in(database, _POSTS, wanted)
    }
    return [found[post_id] for post_id in wanted if post_id in found]


def cards_by_id(case_ids: Iterable[int]) -> list[CardRow]:
    """Cases in the order of the ids; those that do not exist or were merged into another are left out."""
    wanted = list(case_ids)
    sent = _outbox_of_cases(wanted)
    drafts = {
        row[0]
        for row in rows_in(
            database,
            "SELECT DISTINCT p.case_id FROM draft d JOIN post p ON p.id = d.post_id"
            " WHERE d.kind = 'reply' AND d.text <> '' AND p.case_id IN (%s)",
            wanted,
        )
    }
    rows = rows_in(database, _CARDS, wanted)
    forwarded = for_cards([row[0] for row in rows if row[16] == "forward"])
    ideas = marks.for_cards([row[0] for row in rows if row[16] == "idea"])
    found = {
        row[0]: CardRow(
            *_values(
                row[:-2],
                sent.get(row[0], _NOTHING_SENT),
                [*row[-2:], row[0] in drafts, forwarded.get(row[0]), ideas.get(row[0])],
            )
        )
        for row in rows
    }
    return [found[case_id] for case_id in wanted if case_id in found]


def _values(row: Sequence[Any], sent: tuple[str, str], more: Sequence[Any] = ()) -> list[Any]:
    """The fields of a PostRow from the columns and what was sent; then those of a CardRow."""
    values = list(row)
    for place in (9, 19, 20, 21, 22):  # dated, unread, starred, own, private
        values[place] = bool(values[place])
    if not values[21]:  # what the city itself published is public
        network = values[3]
        values[5], values[6] = hiding.name(values[5], network), hiding.name(values[6], network)
        values[7], values[13] = hiding.preview(values[7]), hiding.shown(values[13])
    values[25] = values[25].count('{"kind":') if values[25] else 0
    return [*values, *sent, *more]


def _outbox_of_posts(post_ids: list[int]) -> dict[int, tuple[str, str]]:
    return _latest(
        rows_in(
            database,
            "SELECT o.id, o.post_id, o.state, o.reason FROM outbox o"
            " WHERE o.state <> 'cancelled' AND o.post_id IN (%s)",
            post_ids,
        )
    )


def _outbox_of_cases(case_ids: list[int]) -> dict[int, tuple[str, str]]:
    return _latest(
        rows_in(
            database,
            "SELECT o.id, p.case_id, o.state, o.reason FROM outbox o JOIN post p ON p.id = o.post_id"
            " WHERE o.state <> 'cancelled' AND p.case_id IN (%s)",
            case_ids,
        )
    )


def _latest(rows: list[tuple[Any, ...]]) -> dict[int, tuple[str, str]]:
    return {target: (state, reason) for _, target, state, reason in sorted(rows)}
