"""What new posts mean for those they answer or repeat, whichever of the two arrives first.

- An answer of ours belongs to the case of the post that it answers, and that case is answered.
- A citizen's answer to our post belongs to our post's case, which is unread and open again.
- A citizen's answer to another citizen stays a case of its own.
- A repost is counted at its original and opens nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from desktop.models.events import record
from desktop.models.sql import rows_in, update_in
from desktop.models.store import Tx


@dataclass(frozen=True, slots=True)
class New:
    """A post that was just stored."""

    id: int
    remote_id: str
    parent_remote_id: str
    repost_of: str
    own: bool


@dataclass(slots=True)
class _Node:
    id: int
    own: bool
    case_id: int | None
    parent_id: int | None


def link(tx: Tx, channel_id: int, new: list[New], quiet: Container[int] = ()) -> None:
    """Connect new posts of one channel with their parents, children, originals and reposts. What ``quiet``
    posts mean for the status of their case is told by the outbox."""
    id_of = {post.remote_id: post.id for post in new}
    children = _with_parent(tx, channel_id, new, id_of)
    if children:
        tx.db.connection().executemany(
            "UPDATE post SET parent_id = ? WHERE id = ?", [(parent, child) for child, parent in children]
        )
        settle_cases(tx, [child for child, _ in children], quiet)
    reposts = _with_original(tx, channel_id, new, id_of)
    if reposts:
        tx.db.connection().executemany(
            "UPDATE post SET repost_of_id = ? WHERE id = ?",
            [(original, repost) for repost, original in reposts],
        )
        _recount(tx, {original for _, original in reposts})


def settle_cases(tx: Tx, children: Iterable[int], quiet: Container[int] = ()) -> None:
    """Put posts whose parent is known now into the case where they belong, and then what answers them."""
    # Older first: an answer to an answer finds its parent settled.
    waiting = sorted(set(children))
    seen: set[int] = set()
    touched: dict[int, int] = {}  # case -> the post that came into it last
    while waiting:
        nodes = _nodes(tx, waiting)
        parents = _nodes(tx, [n.parent_id for n in nodes.values() if n.parent_id is not None])
        moved: list[int] = []
        for child_id in waiting:
            seen.add(child_id)
            node = nodes[child_id]
            parent = nodes.get(node.parent_id or 0) or parents.get(node.parent_id or 0)
            if parent is None or parent.case_id is None or parent.case_id == node.case_id:
                continue
            if node.own and node.case_id is None:
                tx.db.execute_sql("UPDATE post SET case_id = ? WHERE id = ?", (parent.case_id, node.id))
            elif not node.own and parent.own and _untouched(tx, node):
                _join(tx, node.id, parent.case_id)
            else:
                continue
            node.case_id = parent.case_id
            if node.id not in quiet:
                touched[parent.case_id] = node.id
            touched.pop(node.id, None)
            tx.changes.post(node.id)
            moved.append(node.id)
        rows = rows_in(tx.db, "SELECT id FROM post WHERE parent_id IN (%s) ORDER BY id", moved)
        waiting = sorted({row[0] for row in rows} - seen)
    for case_id, post_id in touched.items():
        derive_status(tx, case_id, post_id)


def derive_status(tx: Tx, case_id: int, post_id: int) -> None:
    """Set what the thread itself says after ``post_id`` came into a case: answered, or open again because the
    citizen wrote back. It depends on the posts only and not on the order in which they arrived."""
    rows = tx.db.execute_sql("SELECT id, own, parent_id FROM post WHERE case_id = ?", (case_id,)).fetchall()
    ours = {row[0]: row[2] for row in rows if row[1]}
    if not ours:
        return
    came_back = [(row[0], row[2]) for row in rows if not row[1] and row[2] in ours]
    open_again = any(
        not any(own != parent and (own > post or answers == post) for own, answers in ours.items())
        for post, parent in came_back
    )
    status = tx.db.execute_sql("SELECT status FROM case_ WHERE id = ?", (case_id,)).fetchone()[0]
    derived = "open" if open_again else "done" if status == "done" else "answered"
    tx.changes.case(case_id)
    if derived != status:
        tx.db.execute_sql(
            "UPDATE case_ SET status = ?, changed_ms = ? WHERE id = ?", (derived, tx.now_ms, case_id)
        )
        kind = "reply" if derived == "answered" else "status"
        record(tx, kind, case_id, {"status": status}, {"status": derived}, post=post_id)
        from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

        clocks.follow_status(tx, [case_id], derived)


def recount_reposts_of(tx: Tx, post_ids: list[int]) -> None:
    """To be called when posts were deleted or came back: some may be reposts."""
    rows = rows_in(
        tx.db,
        "SELECT DISTINCT repost_of_id FROM post WHERE repost_of_id IS NOT NULL AND id IN (%s)",
        post_ids,
    )
    _recount(tx, {row[0] for row in rows})


def _with_parent(tx: Tx, channel_id: int, new: list[New], id_of: dict[str, int]) -> list[tuple[int, int]]:
    """(child, parent) of which at least one is new."""
    wanted = {post.parent_remote_id for post in new if post.parent_remote_id}
    parent_of = _ids_of(tx, channel_id, wanted - id_of.keys()) | id_of
    pairs = {
        (post.id, parent_of[post.parent_remote_id])
        for post in new
        if post.parent_remote_id in parent_of and post.parent_remote_id != post.remote_id
    }
    waiting = rows_in(
        tx.db,
        "SELECT id, parent_remote_id FROM post WHERE channel_id = ? AND parent_id IS NULL"
        " AND parent_remote_id != '' AND parent_remote_id IN (%s)",
        list(id_of),
        channel_id,
    )
    pairs.update((child, id_of[parent]) for child, parent in waiting if child != id_of[parent])
    return sorted(pairs)


def _with_original(tx: Tx, channel_id: int, new: list[New], id_of: dict[str, int]) -> list[tuple[int, int]]:
    wanted = {post.repost_of for post in new if post.repost_of}
    original_of = _ids_of(tx, channel_id, wanted - id_of.keys()) | id_of
    pairs = {
        (post.id, original_of[post.repost_of])
        for post in new
        if post.repost_of in original_of and post.repost_of != post.remote_id
    }
    waiting = rows_in(
        tx.db,
        "SELECT id, repost_of FROM post WHERE channel_id = ? AND repost_of_id IS NULL"
        " AND repost_of != '' AND repost_of IN (%s)",
        list(id_of),
        channel_id,
    )
    pairs.update((repost, id_of[original]) for repost, original in waiting if repost != id_of[original])
    return sorted(pairs)


def _ids_of(tx: Tx, channel_id: int, remote_ids: set[str]) -> dict[str, int]:
    rows = rows_in(
        tx.db,
        "SELECT remote_id, id FROM post WHERE channel_id = ? AND remote_id IN (%s)",
        sorted(remote_ids),
        channel_id,
    )
    return {row[0]: row[1] for row in rows}


def _nodes(tx: Tx, post_ids: Iterable[int]) -> dict[int, _Node]:
    rows = rows_in(
        tx.db, "SELECT id, own, case_id, parent_id FROM post WHERE id IN (%s)", sorted(set(post_ids))
    )
    return {row[0]: _Node(row[0], bool(row[1]), row[2], row[3]) for row in rows}


def _recount(tx: Tx, originals: set[int]) -> None:
    update_in(
        tx.db,
        "UPDATE post SET repost_count = (SELECT count(*) FROM post r WHERE r.repost_of_id = post.id"
        " AND r.deleted_ms IS NULL) WHERE id IN (%s)",
        sorted(originals),
    )
    tx.changes.posts.update(originals)


def _untouched(tx: Tx, post: _Node) -> bool:
    """Whether no person has done anything yet with the case that this post opened: only then may it be joined
    to another one without asking."""
    if post.case_id != post.id:
        return False
    row = tx.db.execute_sql(
        "SELECT 1 FROM case_ c WHERE c.id = ? AND c.track = 'new' AND c.merged_into IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.\"case\" = c.id AND e.actor <> '')"
        " AND NOT EXISTS (SELECT 1 FROM note n WHERE n.case_id = c.id)",
        (post.case_id,),
    ).fetchone()
    return row is not None


def _join(tx: Tx, post_id: int, case_id: int) -> None:
    """Move the case that a post opened, with all that has come into it, into another case."""
    # Taking apart finds the way back by the ids: a case's id is the id of the post that opened it.
    tx.db.execute_sql("UPDATE post SET case_id = ? WHERE case_id = ?", (case_id, post_id))
    tx.db.execute_sql(
        "UPDATE case_ SET merged_into = ?, changed_ms = ? WHERE id = ? OR merged_into = ?",
        (case_id, tx.now_ms, post_id, post_id),
    )
    # As it was opened, should somebody take the two apart: nobody but the program has touched it.
    tx.db.execute_sql("UPDATE case_ SET status = 'open', post_count = 1 WHERE id = ?", (post_id,))
    tx.db.execute_sql("UPDATE case_ SET unread = ?, changed_ms = ? WHERE id = ?", (True, tx.now_ms, case_id))
    recount_posts(tx, [case_id])
    tx.changes.cases.update((case_id, post_id))


def recount_posts(tx: Tx, case_ids: Iterable[int]) -> None:
    """``post_count`` is how many posts of citizens a case holds."""
    update_in(
        tx.db,
        "UPDATE case_ SET post_count = (SELECT count(*) FROM post p WHERE p.case_id = case_.id AND NOT p.own)"
        " WHERE id IN (%s)",
        sorted(set(case_ids)),
    )
