"""Everything there is to say about an answer before it goes out: voice, checks, promises, preview, thread.

For window and command line alike; what refuses an answer in the end is the workspace itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from connectors.base import Action, clean_text
from desktop.models import hiding, outbox, queries
from desktop.models.current import database
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.detail import versions
from desktop.models.speaking import checks, commitments, leases, threads, voices
from desktop.models.speaking.checks import Around, Finding
from desktop.models.speaking.commitments import Commitment
from desktop.models.speaking.leases import LeaseRow
from desktop.models.speaking.threads import Changes, Seen
from desktop.models.speaking.voices import Standing
from desktop.services import sendable
from desktop.services.connections import row_of
from desktop.services.preview import Preview, preview


@dataclass(frozen=True, slots=True)
class Review:
    """``state`` is the thread as a word that can be typed; ``writing`` somebody else at work on the case;
    ``answered`` whether an answer of this stage is there or on its way."""

    text: str
    channel_id: int
    voice: str
    standing: Standing
    findings: tuple[Finding, ...]
    promises: tuple[Commitment, ...]
    preview: Preview
    seen: Seen
    state: str
    writing: LeaseRow | None
    answered: bool


def review(
    post_id: int,
    channel_id: int | None,
    text: str,
    user: str,
    now_ms: int,
    *,
    action: Action = Action.REPLY,
    stage: str = "final",
    today: date | None = None,
) -> Review:
    """For ``Store.read``. Raises Missing, NotSendable("no-post")."""
    detail = queries.post_detail(post_id)
    row = row_of(detail.row.channel_id if channel_id is None else channel_id)
    text = clean_text(text).strip()
    target = {
        "handle": detail.row.handle or "",
        "text": detail.text,
        "context": detail.row.context or "",
        "url": detail.row.url or "",
    }
    seen = threads.look(post_id, user)
    holder = None if detail.row.case_id is None else leases.holder(detail.row.case_id, now_ms)
    return Review(
        text=text,
        channel_id=row.id,
        voice=voices.voice_of(row.id),
        standing=voices.standing_of(user, row.id),
        findings=tuple(checks.check(text, sendable.around(post_id, row.id, action))),
        promises=tuple(commitments.find(text, today or today_in_seoul())),
        preview=preview(
            text,
            row,
            sendable.capabilities_of(row),
            action=action,
            handle=detail.row.handle or "",
            private=bool(detail.row.private),
            target=target,
        ),
        seen=seen,
        state=threads.state_of(seen, now_ms),
        writing=holder if holder is not None and holder.user != user else None,
        answered=stage != "notice"
        and any(
            sent.post_id == post_id
            and sent.action in (Action.REPLY, Action.PRIVATE_REPLY)
            and sent.stage == stage
            and sent.state in ("waiting", "sending", "unknown", "sent")
            for sent in detail.outbox
        ),
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window needs to know while somebody writes from one account; ``now_ms`` is when it was read."""

    channel_id: int
    around: Around
    voice: str
    standing: Standing
    holder: LeaseRow | None
    now_ms: int


def desk(
    post_id: int, channel_id: int, case_id: int | None, user: str, now_ms: int, action: Action = Action.REPLY
) -> Desk:
    """For ``Store.read``. Raises Missing, NotSendable("no-post")."""
    return Desk(
        channel_id,
        sendable.around(post_id, channel_id, action),
        voices.voice_of(channel_id),
        voices.standing_of(user, channel_id),
        None if case_id is None else leases.holder(case_id, now_ms),
        now_ms,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened in a thread: "new", "edited", "deleted" or "answer". ``before`` is what an
    edited post said."""

    kind: str
    author: str
    text: str
    before: str = ""
    at_ms: int | None = None


def told(changes: Changes) -> list[Told]:
    """For ``Store.read``: what happened, with the words of it; personal data in them is hidden."""
    found = []
    for kind, ids in (("new", changes.new), ("edited", changes.edited), ("deleted", changes.deleted)):
        for post_id in ids:
            row = database.execute_sql(
                "SELECT coalesce(nullif(a.handle, ''), a.name, ''), p.text, p.first_seen_ms, c.network"
                " FROM post p JOIN channel c ON c.id = p.channel_id"
                " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
                (post_id,),
            ).fetchone()
            if row is not None:
                earlier = versions(post_id) if kind == "edited" else ()
                before = hiding.shown(earlier[-1].text) if earlier else ""
                found.append(Told(kind, hiding.name(row[0], row[3]), hiding.shown(row[1]), before, row[2]))
    for outbox_id in changes.answers:
        sent = outbox.get_outbox(outbox_id)
        found.append(Told("answer", sent.actor, sent.text, at_ms=sent.created_ms))
    return found
