"""What somebody is typing, kept so that no power cut loses it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models import meta
from desktop.models.current import database
from desktop.models.permissions import need
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class DraftRow:
    post_id: int
    kind: str  # reply | note | decision (the reason of one)
    user: str
    text: str
    channel_id: int | None
    changed_ms: int
    case_id: int | None


_SELECT = (
    'SELECT d.post_id, d.kind, d."user", d.text, d.channel_id, d.changed_ms, p.case_id'
    " FROM draft d JOIN post p ON p.id = d.post_id"
)


def save_draft(tx: Tx, post_id: int, kind: str, user: str, text: str, channel_id: int | None = None) -> None:
    """Keep a draft; an empty one is dropped."""
    need(tx, "case.note" if kind == "note" else "reply.write")
    if not text.strip():
        drop_draft(tx, post_id, kind, user)
        return
    tx.db.execute_sql(
        'INSERT INTO draft (post_id, kind, "user", text, channel_id, changed_ms) VALUES (?, ?, ?, ?, ?, ?)'
        ' ON CONFLICT (post_id, kind, "user") DO UPDATE SET text = excluded.text,'
        " channel_id = excluded.channel_id, changed_ms = excluded.changed_ms",
        (post_id, kind, user, text, channel_id, tx.now_ms),
    )
    _changed(tx, post_id)


def drop_draft(tx: Tx, post_id: int, kind: str, user: str) -> None:
    cursor = tx.db.execute_sql(
        'DELETE FROM draft WHERE post_id = ? AND kind = ? AND "user" = ?', (post_id, kind, user)
    )
    if cursor.rowcount:
        _changed(tx, post_id)


def load_draft(post_id: int, kind: str, user: str) -> DraftRow | None:
    row = database.execute_sql(
        _SELECT + ' WHERE d.post_id = ? AND d.kind = ? AND d."user" = ?', (post_id, kind, user)
    ).fetchone()
    return None if row is None else DraftRow(*row)


def list_drafts(user: str) -> list[DraftRow]:
    """A user's drafts of answers and notes, the latest first."""
    wanted = " WHERE d.kind IN ('reply', 'note') AND d.\"user\" = ? ORDER BY d.changed_ms DESC, d.id DESC"
    rows = database.execute_sql(_SELECT + wanted, (user,)).fetchall()
    return [DraftRow(*row) for row in rows]


def drafts_of_kind(user: str, kind: str) -> list[DraftRow]:
    """A user's drafts whose kind begins so ("department:"), the latest first."""
    rows = database.execute_sql(
        _SELECT + ' WHERE substr(d.kind, 1, ?) = ? AND d."user" = ? ORDER BY d.changed_ms DESC, d.id DESC',
        (len(kind), kind, user),
    ).fetchall()
    return [DraftRow(*row) for row in rows]


# --- of things that are no post ----------------------------------------------------------------------------


def keep_text(tx: Tx, place: str, user: str, text: str | None) -> None:
    """Keep what somebody types in a place ("meetup:12:report"); None: it is stored there, or given up. An
    empty text is kept: somebody has taken everything out."""
    need(tx, "reply.write")
    key = _key(place, user)
    if text is None:
        meta.drop(tx, key)
    else:
        meta.put(tx, key, text)
    tx.changes.other("drafts")


def kept_text(place: str, user: str) -> str | None:
    return meta.get(_key(place, user))


def _key(place: str, user: str) -> str:
    return f"draft:{place}:{user}"


# --- inside ------------------------------------------------------------------------------------------------


def _changed(tx: Tx, post_id: int) -> None:
    # No case is announced: a card would be drawn anew at every pause while somebody types.
    tx.changes.other("drafts")
