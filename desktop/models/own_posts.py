"""Recognising what we wrote ourselves, so that it never stands among citizens' posts.

Answers that the network sends back: normally ``outbox.mark_sent`` has stored the answer under its remote id
and the merge simply knows it. This module is for the other ways it goes: the network is quicker than the
answer to our request, the answer was lost, or the network gave no id. And what the city had written before
it signed in: until then nobody knew whose it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from connectors.base import Author, Post, Sent
from desktop.models import threads
from desktop.models.authors import key_of, server_of
from desktop.models.events import record
from desktop.models.sql import rows_in, update_in
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


# --- written before we signed in --------------------------------------------------------------------------


def recognise(tx: Tx, channel_id: int, author_id: str) -> int:
    """The channel speaks for the account that the network calls ``author_id``: what that very account wrote
    there is ours. How many posts became so; they are noted in the log."""
    channel = tx.db.execute_sql(
        "SELECT network, url, name FROM channel WHERE id = ?", (channel_id,)
    ).fetchone()
    if channel is None or not author_id:
        return 0
    network, url, name = channel
    rows = tx.db.execute_sql(
        "SELECT p.id FROM post p JOIN author a ON a.id = p.author_id"
        " WHERE p.channel_id = ? AND NOT p.own AND a.network = ? AND a.key = ?",
        (channel_id, network, key_of(server_of(url), Author(author_id, ""))),
    ).fetchall()
    count = become_own(tx, [row[0] for row in rows])
    if count and tx.actor:
        record(tx, "own-posts", 0, {}, {"count": count, "name": name}, about=f"channel:{channel_id}")
    return count


def become_own(tx: Tx, post_ids: Iterable[int]) -> int:
    """Posts that were taken for citizens' are ours. The case that one of them opened ends with that, unless
    people have done something with it: then it stays where they put it, and only says who wrote."""
    wanted = sorted(set(post_ids))
    if not wanted:
        return 0
    update_in(tx.db, "UPDATE post SET own = ? WHERE id IN (%s)", wanted, True)
    opened = [
        row[0]
        for row in rows_in(
            tx.db,
            "SELECT c.id FROM case_ c WHERE c.track = 'new' AND c.merged_into IS NULL AND NOT c.starred"
            # Making room for a neighbour is not work on the case, and a mere look is no event.
            " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.\"case\" = c.id AND e.actor <> ''"
            " AND e.kind <> 'order')"
            " AND NOT EXISTS (SELECT 1 FROM note n WHERE n.case_id = c.id)"
            " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id)"
            " AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.post_id = c.id AND d.text <> '')"
            " AND NOT EXISTS (SELECT 1 FROM case_ g WHERE g.merged_into = c.id)"
            " AND NOT EXISTS (SELECT 1 FROM post p WHERE p.case_id = c.id AND NOT p.own)"
            " AND c.id IN (%s)",
            wanted,
        )
    ]
    homeless = [row[0] for row in rows_in(tx.db, "SELECT id FROM post WHERE case_id IN (%s)", opened)]
    update_in(tx.db, "UPDATE post SET case_id = NULL WHERE id IN (%s)", homeless)
    update_in(tx.db, "DELETE FROM case_ WHERE id IN (%s)", opened)
    kept = {
        row[0]
        for row in rows_in(tx.db, "SELECT case_id FROM post WHERE case_id IS NOT NULL AND id IN (%s)", wanted)
    }
    threads.recount_posts(tx, kept)
    tx.changes.posts.update(wanted, homeless)
    tx.changes.cases.update(opened, kept)
    children = [
        row[0] for row in rows_in(tx.db, "SELECT id FROM post WHERE parent_id IN (%s)", [*wanted, *homeless])
    ]
    threads.settle_cases(tx, [*wanted, *homeless, *children])
    return len(wanted)
