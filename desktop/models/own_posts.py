"""Recognising our own answers when the network sends them back, so that they never become new posts.

Normally ``outbox.mark_sent`` has stored the answer under its remote id and the merge simply knows it. This
module is for the other ways it goes: the network is quicker than the answer to our request, the answer was
lost, or the network gave no id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from connectors.base import Post, Sent
from desktop.models.sql import rows_in
from desktop.models.store import Tx

MAKESHIFT = "outbox:"
"""Beginning of the remote id of an own post whose network gave none."""


@dataclass(slots=True)
class Adopted:
    """``own``: remote ids of posts from the outbox. ``known``: those whose row existed under a makeshift
    id."""

    own: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    confirmed: list[int] = field(default_factory=list)  # outbox rows that nobody else will close


@dataclass(slots=True)
class _Waiting:
    id: int
    key: str
    state: str
    letters: str
    target_remote_id: str


def adopt(tx: Tx, channel_id: int, fresh: Sequence[Post]) -> Adopted:
    """Find out which of these new posts are answers from the outbox, and tell the outbox that they
    arrived."""
    adopted = Adopted()
    if not tx.db.execute_sql("SELECT 1 FROM outbox WHERE channel_id = ? LIMIT 1", (channel_id,)).fetchone():
        return adopted
    rows = rows_in(
        tx.db,
        "SELECT remote_id FROM outbox WHERE channel_id = ? AND remote_id IN (%s)",
        [post.remote_id for post in fresh],
        channel_id,
    )
    adopted.own.update(row[0] for row in rows)
    adopted.own.update(post.remote_id for post in fresh if post.remote_id.startswith(MAKESHIFT))
    waiting = _unconfirmed(tx, channel_id)
    for post in fresh:
        if not waiting:
            break
        if post.remote_id in adopted.own or not post.parent_id:
            continue
        row = _match(post, waiting)
        if row is None:
            continue
        waiting.remove(row)
        adopted.own.add(post.remote_id)
        if _confirm(tx, channel_id, row, post):
            adopted.known.add(post.remote_id)
        # A row in state "sending" is closed by the sender, which is about to hear the same from the network.
        if row.state in ("unknown", "waiting"):
            adopted.confirmed.append(row.id)
    return adopted


def close_confirmed(tx: Tx, adopted: Adopted) -> None:
    """To be called when the posts are stored."""
    from desktop.models.outbox import mark_sent

    for outbox_id in adopted.confirmed:
        mark_sent(tx, outbox_id, Sent(""))


def letters_of(text: str) -> str:
    """A text without what networks change on the way: case, spaces, quotes, dashes."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _unconfirmed(tx: Tx, channel_id: int) -> list[_Waiting]:
    rows = tx.db.execute_sql(
        "SELECT o.id, o.key, o.state, o.text, p.remote_id FROM outbox o JOIN post p ON p.id = o.post_id"
        " WHERE o.channel_id = ? AND o.action = 'reply' AND o.remote_id = ''"
        " AND (o.state IN ('sending', 'unknown', 'sent') OR (o.state = 'waiting' AND o.attempts > 0))"
        " ORDER BY o.id",
        (channel_id,),
    ).fetchall()
    return [_Waiting(row[0], row[1], row[2], letters_of(row[3]), row[4]) for row in rows]


def _match(post: Post, waiting: list[_Waiting]) -> _Waiting | None:
    letters = letters_of(post.text)
    for row in waiting:
        if row.target_remote_id != post.parent_id or not row.letters:
            continue
        # Networks put the name of the person answered in front.
        if letters == row.letters or (post.own and letters.endswith(row.letters)):
            return row
    return None


def _confirm(tx: Tx, channel_id: int, row: _Waiting, post: Post) -> bool:
    """Write into the outbox what the network shows; True if the post's row exists under a makeshift id."""
    tx.db.execute_sql(
        "UPDATE outbox SET remote_id = ?, url = ? WHERE id = ?", (post.remote_id, post.url, row.id)
    )
    tx.changes.outbox_row(row.id)
    if row.state != "sent":
        return False
    cursor = tx.db.execute_sql(
        "UPDATE post SET remote_id = ?, url = CASE WHEN url = '' THEN ? ELSE url END"
        " WHERE channel_id = ? AND remote_id = ?",
        (post.remote_id, post.url, channel_id, MAKESHIFT + row.key),
    )
    return bool(cursor.rowcount)
