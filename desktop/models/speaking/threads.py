"""What somebody has seen of a conversation, and what happened in it since.

An answer is written on a thread as it was on screen. Before it goes out the thread is looked at once more:
a new post, an edit, a deletion or another answer of ours stops it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError

_REPLIES = "('reply', 'private_reply')"
_ON_THEIR_WAY = "('waiting', 'sending', 'unknown', 'sent')"


class StaleThread(WorkspaceError):
    """The thread is not what it was when this answer was written; ``changes`` says how."""

    code = "stale-thread"

    def __init__(self, changes: Changes) -> None:
        super().__init__(f"changed meanwhile: {changes}")
        self.changes = changes
        self.n = changes.count


@dataclass(frozen=True, slots=True)
class Seen:
    """``posts``: id, last edit (0: none) and whether it was deleted; ``answers``: rows of the outbox that
    others put on their way to the post."""

    posts: frozenset[tuple[int, int, bool]]
    answers: frozenset[int] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Any], answers: Iterable[int] = ()) -> Seen:
        """From rows of posts as lists hold them."""
        return cls(
            frozenset((r.id, r.edited_ms or 0, r.deleted_ms is not None) for r in rows), frozenset(answers)
        )

    def as_json(self) -> str:
        return json.dumps([sorted([list(post) for post in self.posts]), sorted(self.answers)])

    @classmethod
    def from_json(cls, text: str) -> Seen:
        posts, answers = json.loads(text)
        return cls(frozenset((p, e, bool(gone)) for p, e, gone in posts), frozenset(answers))


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of posts, and of outbox rows of others' answers."""

    new: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    deleted: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.new) + len(self.edited) + len(self.deleted) + len(self.answers)

    def __bool__(self) -> bool:
        return self.count > 0


def changed(before: Seen, now: Seen) -> Changes:
    """What happened between two looks, each kind in the order of time."""
    old = {post: (edited, gone) for post, edited, gone in before.posts}
    new, edited, deleted = [], [], []
    for post, edit, gone in sorted(now.posts):
        if post not in old:
            if not gone:
                new.append(post)
            continue
        was_edit, was_gone = old[post]
        if gone and not was_gone:
            deleted.append(post)
        elif edit != was_edit:
            edited.append(post)
    return Changes(tuple(new), tuple(edited), tuple(deleted), tuple(sorted(now.answers - before.answers)))


def look(post_id: int, user: str, *, at_ms: int | None = None) -> Seen:
    """The thread of a post as ``user`` finds it now: what they sent themselves is not counted. ``at_ms``: as
    far as the workspace knew it at that moment. Raises Missing."""
    from desktop.models.detail import thread  # only here: it reads the outbox, which asks this package

    if database.execute_sql("SELECT 1 FROM post WHERE id = ?", (post_id,)).fetchone() is None:
        raise Missing(f"no post {post_id}")
    mine = {
        row[0]
        for row in database.execute_sql(
            "SELECT p.id FROM outbox o JOIN post p ON p.channel_id = o.channel_id"
            " AND p.remote_id = o.remote_id WHERE o.post_id = ? AND o.remote_id <> '' AND o.actor = ?",
            (post_id, user),
        ).fetchall()
    }
    posts = []
    for item in thread(post_id):
        row = item.row
        if row.id in mine:
            continue
        edited, gone = row.edited_ms or 0, row.deleted_ms is not None
        if at_ms is not None:
            first_seen, noticed = _times(row.id)
            if first_seen > at_ms:
                continue
            edited = edited if noticed <= at_ms else -1
            gone = row.deleted_ms is not None and row.deleted_ms <= at_ms
        posts.append((row.id, edited, gone))
    answers = others_answers(post_id, user, until_ms=at_ms)
    return Seen(frozenset(posts), frozenset(answers))


def others_answers(post_id: int, user: str, *, until_ms: int | None = None) -> list[int]:
    """Answers to this post that others put on their way, also those that have arrived."""
    rows = database.execute_sql(
        f"SELECT id FROM outbox WHERE post_id = ? AND action IN {_REPLIES} AND state IN {_ON_THEIR_WAY}"
        " AND actor <> ? AND created_ms <= ?",
        (post_id, user, 2**62 if until_ms is None else until_ms),
    ).fetchall()
    return [row[0] for row in rows]


def _times(post_id: int) -> tuple[int, int]:
    """When a post was first seen, and when its latest edit was noticed (0: never)."""
    row = database.execute_sql(
        "SELECT first_seen_ms, coalesce((SELECT max(seen_ms) FROM post_version WHERE post_id = p.id), 0)"
        " FROM post p WHERE id = ?",
        (post_id,),
    ).fetchone()
    return int(row[0]), int(row[1])


# --- as a word that can be typed ---------------------------------------------------------------------------


def state_of(seen: Seen, at_ms: int) -> str:
    """A short word for what was seen and when, for the command line: "1790000000000-3f9a0c12"."""
    return f"{at_ms}-{_digest(seen)}"


def since_state(post_id: int, user: str, state: str) -> Changes | None:
    """What happened since a ``state_of``; None: nothing. Empty changes: something that cannot be told any
    more. Raises ValueError for what is no such word."""
    moment, sign, digest = state.partition("-")
    if not sign or not moment.isdigit() or len(moment) > 15:
        raise ValueError(f"no state {state[:40]!r}")
    now = look(post_id, user)
    if _digest(now) == digest:
        return None
    return changed(look(post_id, user, at_ms=int(moment)), now)


def _digest(seen: Seen) -> str:
    import hashlib  # only here: it brings OpenSSL, and the first list does not wait for that

    return hashlib.sha256(seen.as_json().encode()).hexdigest()[:12]
