"""Citizens' answers to an invitation: found in its thread as they arrive, and proposed to a person.

Nothing is decided here: a proposal says what the words seem to mean, and a person takes it or leaves it.
"""

from __future__ import annotations

import re

from desktop.models.errors import Missing
from desktop.models.meetups import guests
from desktop.models.meetups.planning import about
from desktop.models.meetups.rows import ReplyRow, get_meetup, replies_of
from desktop.models.permissions import need
from desktop.models.records import Edit, new_step
from desktop.models.store import Tx

DEEPEST = 20
"""How many answers below an invitation are followed."""

_NO = re.compile(
    r"못\s*(?:가|갑|갈|감|간|참|하|합|해|할|됩|되|올|옵|뵙)|안\s*(?:가|갑|갈|되|됩|될|할래)|불참|취소|포기"
    r"|(?:어렵|힘들)|(?:갈|할|참석|참가|시간을?\s*낼)\s*수(?:가|는|도)?\s*없|빠지|빠질|다음에|다음\s*기회"
)
_YES = re.compile(
    r"신청|참석|참가|참여|갈게|갈께|가겠|갑니다|가요(?![?])|가고\s*싶|갈래|저요|저도|할게요|하겠습니다"
    r"|함께\s*하|꼭\s*(?:가|갈|뵙)|뵙겠|그때\s*봬"
)
_QUESTION = re.compile(
    r"\?|？|(?:나요|까요|가요|는지요|은지요|을까|ㄹ까|인가|는가)\s*[.~!]*\s*\Z|어떻게|얼마나|무료|주차"
)
_NOT_TAKEN_BACK = re.compile(r"취소\s*(?:안|하지\s*않)|(?:어렵|힘들)지\s*(?:만|않)")


def meaning_of(text: str) -> str:
    """ "yes", "no", "question" or "unclear": what an answer seems to say. No is stronger than yes: 참석 못
    합니다 is a no."""
    plain = " ".join(text.split())
    if _NO.search(_NOT_TAKEN_BACK.sub(" ", plain)):
        return "no"
    asks = _QUESTION.search(plain) is not None
    if _YES.search(plain):
        return (
            "question"
            if asks and not re.search(r"신청(?:합|할게|해요)|갈게|가겠|참석합|참가합", plain)
            else "yes"
        )
    return "question" if asks else "unclear"


def find_new(tx: Tx) -> int:
    """Note the answers to invitations that have arrived and were not noted yet; how many there were.

    What counts: posts of citizens below a post whose author was invited, written since the invitation.
    """
    rows = tx.db.execute_sql(
        """
WITH RECURSIVE thread (id, meetup_id, since_ms, depth) AS (
    SELECT x.post_id, x.meetup_id, coalesce(x.by_hand_ms, o.created_ms), 0
    FROM meetup_post x JOIN meetup m ON m.id = x.meetup_id LEFT JOIN approval k ON k.id = x.approval_id
        LEFT JOIN outbox o ON o.id = coalesce(x.outbox_id, k.outbox_id)
    WHERE m.state IN ('inviting', 'drawn')
        AND (x.by_hand_ms IS NOT NULL OR o.state NOT IN ('cancelled', 'refused'))
    UNION
    SELECT p.id, t.meetup_id, t.since_ms, t.depth + 1 FROM post p JOIN thread t ON p.parent_id = t.id
    WHERE t.depth < ?
)
SELECT DISTINCT t.meetup_id, p.id, p.text FROM thread t JOIN post p ON p.id = t.id
WHERE t.depth > 0 AND NOT p.own AND p.deleted_ms IS NULL AND p.first_seen_ms >= t.since_ms
    AND p.created_ms >= t.since_ms - 60000
    AND NOT EXISTS (SELECT 1 FROM meetup_reply r WHERE r.meetup_id = t.meetup_id AND r.post_id = p.id)
ORDER BY p.id
""",
        (DEEPEST,),
    ).fetchall()
    for meetup_id, post_id, text in rows:
        tx.db.execute_sql(
            "INSERT INTO meetup_reply (meetup_id, post_id, meaning, state, changed_ms)"
            " VALUES (?, ?, ?, 'open', ?)",
            (meetup_id, post_id, meaning_of(text), tx.now_ms),
        )
    if rows:
        tx.changes.other("meetups")
    return len(rows)


def take(tx: Tx, reply_id: int, *, coming: bool | None = None, step: str = "") -> int:
    """A person agrees: whoever wrote it signs up (``coming``; None: as it seems to say) or declines; the
    guest. Raises Missing, MeetupRefused."""
    reply = _open(tx, reply_id)
    step = step or new_step()
    coming = reply.meaning != "no" if coming is None else coming
    if coming:
        guest_id = guests.sign_up(
            tx, reply.meetup_id, guest_id=reply.guest_id, name=reply.author_name, author_id=reply.author_id,
            post_id=reply.post_id, reply_id=reply.post_id, step=step,
        )  # fmt: skip
    else:
        guest_id = reply.guest_id or _stranger(tx, reply, step)
        guests.decline(tx, guest_id, step=step)
    _close(tx, reply, "taken", step)
    return guest_id


def leave(tx: Tx, reply_id: int, *, step: str = "") -> None:
    """It says nothing about coming."""
    _close(tx, _open(tx, reply_id), "left", step)


def _open(tx: Tx, reply_id: int) -> ReplyRow:
    row = tx.db.execute_sql("SELECT meetup_id FROM meetup_reply WHERE id = ?", (reply_id,)).fetchone()
    reply = next((r for r in replies_of(row[0]) if r.id == reply_id), None) if row is not None else None
    if reply is None:
        raise Missing(f"no open reply {reply_id}")
    need(tx, "meetup.plan", get_meetup(reply.meetup_id).state)
    return reply


def _close(tx: Tx, reply: ReplyRow, state: str, step: str) -> None:
    edit = Edit(tx)
    edit.set("meetup_reply", reply.id, state=state)
    edit.record("meetup-reply", about(reply.meetup_id), step=step, what=state, name=reply.author_name)


def _stranger(tx: Tx, reply: ReplyRow, step: str) -> int:
    """Somebody who was not invited writes that they cannot come: kept all the same."""
    edit = Edit(tx)
    guest_id = edit.insert(
        "guest", meetup_id=reply.meetup_id, author_id=reply.author_id, name=reply.author_name, contact="",
        state="invited", number=None, late=0, post_id=reply.post_id, reply_id=reply.post_id, seat=None,
        told="", note="", changed_ms=tx.now_ms,
    )  # fmt: skip
    edit.record("guest", about(reply.meetup_id), step=step, what="add", name=reply.author_name)
    return guest_id
