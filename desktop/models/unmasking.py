"""Looking at personal data that screens hide: only with the right to it, and never without an event.

The event says who looked at which post and what kinds of data it held, and not the data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import Media
from desktop.models import detail, hiding
from desktop.models.current import database
from desktop.models.errors import Missing
from desktop.models.events import record
from desktop.models.notes import NoteRow, list_notes
from desktop.models.permissions import need
from desktop.models.store import Tx

KIND = "unmask"


@dataclass(frozen=True, slots=True)
class Revealed:
    """A post as the citizen wrote it. ``kinds``: how many places of each kind of personal data it holds."""

    post_id: int
    author_name: str
    handle: str
    text: str
    context: str
    versions: tuple[detail.Version, ...]
    media: tuple[Media, ...]
    notes: tuple[NoteRow, ...]
    kinds: Mapping[str, int]


def unmask(tx: Tx, post_id: int) -> Revealed:
    """Show one post as it is and note down who looked. Raises NotAllowed, Missing. Where nothing is hidden
    there is nothing to note down."""
    need(tx, "case.unmask")
    row = tx.db.execute_sql(
        "SELECT p.text, p.context, p.media, p.own, p.case_id, coalesce(a.name, ''), coalesce(a.handle, ''),"
        " ch.network FROM post p JOIN channel ch ON ch.id = p.channel_id"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    if row is None:
        raise Missing(f"no post {post_id}")
    text, context, media, own, case_id, name, handle, network = row
    versions = detail.versions(post_id)
    attached = detail.media_of(media, own=True)
    notes = tuple(list_notes(case_id)) if case_id is not None else ()
    texts = [text, context, *(v.text for v in versions), *(m.alt for m in attached)]
    kinds = Counter(kind for each in texts for kind in hiding.kinds(each))
    for one in (name, handle):
        if hiding.name(one, network) != one:
            kinds.update(hiding.kinds(one))
    of_notes = Counter(kind for note in notes for kind in hiding.kinds(note.text))
    if (kinds and not own) or of_notes:
        total = (kinds if not own else Counter()) + of_notes
        record(tx, KIND, case_id or 0, {}, {"kinds": dict(sorted(total.items()))}, post=post_id)
        if case_id is not None:
            tx.changes.case(case_id)
        tx.changes.other("log")
    return Revealed(post_id, name, handle, text, context, versions, attached, notes, kinds)


def unmask_many(tx: Tx, /, what: str, **facts: Any) -> None:
    """Note down that somebody takes many posts or the log out of the program with nothing hidden. ``what``
    names what: "posts", "case", "log"; ``facts``: which. Raises NotAllowed."""
    need(tx, "case.unmask")
    record(tx, KIND, 0, {}, {"what": what, **facts}, about=f"unmask:{what}")
    tx.changes.other("log")


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody and how often they looked: in all, since a moment, and the last time (ms)."""

    actor: str
    total: int
    lately: int
    last_ms: int


def lookers(since_ms: int) -> list[Looker]:
    """Who looked at personal data, the latest first."""
    rows = database.execute_sql(
        "SELECT actor, count(*), coalesce(sum(at_ms >= ?), 0), max(at_ms) FROM event WHERE kind = ?"
        " GROUP BY actor ORDER BY max(id) DESC",
        (since_ms, KIND),
    ).fetchall()
    return [Looker(*row) for row in rows]
