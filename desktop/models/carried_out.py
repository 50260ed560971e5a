"""What an action that a network carried out leaves in the workspace: the answer as a post of ours with all
that follows from it, or the new state of the post that was hidden, approved, edited or removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from connectors.base import Action, Author, Post, Sent
from desktop.models import merge
from desktop.models.authors import server_of
from desktop.models.events import record
from desktop.models.own_posts import MAKESHIFT
from desktop.models.store import Tx

if TYPE_CHECKING:
    from desktop.models.outbox import OutboxRow


def store_reply(tx: Tx, row: OutboxRow, sent: Sent, remote_id: str) -> int:
    """The answer that went out stands in the thread as a post of ours; its id. Cases, clocks, forwardings and
    ideas learn that the citizen has heard."""
    (case_id,) = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (row.post_id,)).fetchone()
    known = _stored(tx, row, sent, remote_id)
    _leave_own_case(tx, known, case_id)
    # Answered from another channel than it was asked on: the remote parent is not there to be found.
    tx.db.execute_sql(
        "UPDATE post SET own = ?, parent_id = coalesce(parent_id, ?), case_id = coalesce(case_id, ?)"
        " WHERE id = ?",
        (True, row.post_id, case_id, known),
    )
    tx.changes.post(known)
    if case_id is not None:
        _answered(tx, row, case_id, known)
    return known


def _stored(tx: Tx, row: OutboxRow, sent: Sent, remote_id: str) -> int:
    """The post that an answer is, made of what was read back or else of what was sent."""
    known = _post_id(tx, row.channel_id, remote_id)
    if known is not None:
        return known
    target = tx.db.execute_sql(
        "SELECT remote_id, private, context FROM post WHERE id = ?", (row.post_id,)
    ).fetchone()
    read_back = sent.post
    post = Post(
        remote_id=remote_id or MAKESHIFT + row.key,
        text=read_back.text if read_back else row.text,
        author=_our_name(tx, row.channel_id, read_back),
        created_ms=(read_back.created_ms if read_back else None) or tx.now_ms,
        url=(read_back.url if read_back else "") or sent.url,
        parent_id=target[0],
        context=(read_back.context if read_back else "") or target[2],
        own=True,
        private=read_back.private if read_back else bool(target[1]) or row.action == Action.PRIVATE_REPLY,
        state=read_back.state if read_back else "published",
        media=read_back.media if read_back else (),
    )
    network, url = tx.db.execute_sql(
        "SELECT network, url FROM channel WHERE id = ?", (row.channel_id,)
    ).fetchone()
    merge.merge_posts(tx, row.channel_id, network, server_of(url), [post])
    known = _post_id(tx, row.channel_id, post.remote_id)
    assert known is not None
    return known


def _answered(tx: Tx, row: OutboxRow, case_id: int, known: int) -> None:
    before = tx.db.execute_sql("SELECT status FROM case_ WHERE id = ?", (case_id,)).fetchone()[0]
    after = "answered" if row.stage == "final" and before != "done" else before
    tx.db.execute_sql("UPDATE case_ SET status = ?, changed_ms = ? WHERE id = ?", (after, tx.now_ms, case_id))
    record(
        tx, "reply", case_id, {"status": before},
        {"status": after, "outbox": row.id, "stage": row.stage, "by": row.actor}, post=known,
    )  # fmt: skip
    if after == "answered":
        from desktop.models.deadlines import clocks  # only here: the first list does not wait for it

        clocks.follow_status(tx, [case_id], after)
    tx.changes.case(case_id)
    from desktop.models.forwarding import answers

    answers.reply_sent(tx, case_id, row.id, row.stage, row.actor)
    if row.stage == "final":
        from desktop.models.meetings import ideas  # only here: most answers are about no idea

        ideas.answered(tx, case_id)


def _leave_own_case(tx: Tx, post_id: int, case_id: int | None) -> None:
    """An answer of ours that came in unrecognised has opened a case as if a citizen had written it."""
    row = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
    if row[0] != post_id:
        return
    tx.db.execute_sql("UPDATE post SET case_id = ? WHERE case_id = ?", (case_id, post_id))
    tx.db.execute_sql(
        "UPDATE case_ SET merged_into = ?, changed_ms = ? WHERE id = ?",
        (post_id if case_id is None else case_id, tx.now_ms, post_id),
    )
    tx.changes.case(post_id)


def _our_name(tx: Tx, channel_id: int, read_back: Post | None) -> Author:
    if read_back is not None and (read_back.author.name or read_back.author.remote_id):
        return read_back.author
    account = tx.db.execute_sql(
        "SELECT a.remote_id, a.name, a.handle FROM channel c JOIN account a ON a.id = c.account_id"
        " WHERE c.id = ?",
        (channel_id,),
    ).fetchone()
    return Author(*account) if account else Author("", "")


def _post_id(tx: Tx, channel_id: int, remote_id: str) -> int | None:
    if not remote_id:
        return None
    row = tx.db.execute_sql(
        "SELECT id FROM post WHERE channel_id = ? AND remote_id = ?", (channel_id, remote_id)
    ).fetchone()
    return None if row is None else int(row[0])


_NEW_STATE: dict[str, str] = {
    Action.APPROVE: "published",
    Action.UNHIDE: "published",
    Action.HIDE: "hidden",
    Action.HOLD: "held",
}


def apply(tx: Tx, row: OutboxRow, sent: Sent) -> None:
    """Show at once what an approval, a removal or an edit did; the next round finds nothing new."""
    stored: Any = tx.db.execute_sql(
        "SELECT remote_id, text, url, context, state, channel_id FROM post WHERE id = ?", (row.post_id,)
    ).fetchone()
    if stored is None:
        return
    remote_id, text, url, context, state, channel_id = stored
    before = {"state": state}
    if row.action in (Action.DELETE, Action.TRASH, Action.REJECT):
        merge.bury(tx, channel_id, [remote_id])
        after: dict[str, Any] = {"deleted": True}
    else:
        if sent.post is not None:
            text, url, state = sent.post.text, sent.post.url, sent.post.state
        elif row.action == Action.EDIT:
            text = row.text
        else:
            state = _NEW_STATE.get(row.action, state)
        merge.merge_posts(
            tx,
            channel_id,
            "",
            "",
            [Post(remote_id, text, Author("", ""), url=url, context=context, state=state)],
        )
        after = {"state": state}
    if row.case_id is not None:
        record(
            tx,
            row.action,
            row.case_id,
            before,
            {**after, "outbox": row.id, "by": row.actor},
            post=row.post_id,
        )
