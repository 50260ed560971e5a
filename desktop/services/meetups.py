"""What goes out about a meet-up, and what comes back: invitations, notices, results; answers as they arrive.

Everything leaves through the outbox, as replies below citizens' posts, many in one gesture. What cannot be
sent is told with its reason, for somebody to do by hand.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from connectors.base import Action, LengthRule
from desktop.models import channels
from desktop.models.authors import server_of
from desktop.models.channels import ChannelRow
from desktop.models.current import database
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.errors import WorkspaceError
from desktop.models.meetups import guests, planning, replies, rows, texts
from desktop.models.meetups.rows import NOT_OUT
from desktop.models.meetups.saying import Said, say
from desktop.models.records import new_step
from desktop.models.speaking import commitments
from desktop.models.speaking.commitments import Proposed
from desktop.models.store import Changes, Store, Tx
from desktop.models.templates import of_kind, unfilled
from desktop.services.sendable import NotSendable, capabilities_of, prepare

log = logging.getLogger(__name__)

PAUSE_S = 0.5
"""Answers come in bursts: they are looked for this long after the first one."""

INITIATOR = "meetups"


@dataclass(frozen=True, slots=True)
class Message:
    """One text to one citizen. ``target`` is the row of the post or guest that it is for; ``why`` the code of
    what stands against sending it ("": nothing), ``over`` by how much it is too long; ``done`` as ``sent`` in
    MeetupPostRow."""

    target: int
    post_id: int | None
    name: str
    channel_id: int | None
    channel_name: str
    network: str
    text: str
    used: int
    limit: int | None
    unit: str
    over: int
    why: str
    done: str

    @property
    def sendable(self) -> bool:
        return not self.why and self.done in NOT_OUT


# --- what would be said -----------------------------------------------------------------------------------


def invitations(meetup_id: int) -> list[Message]:
    """For ``Store.read``: the invitation to the author of each post, one to each author."""
    meetup = rows.get_meetup(meetup_id)
    wordings = [meetup.invitation, meetup.short_invitation]
    known = _channels()
    seen: set[int] = set()
    made = []
    for row in rows.posts_of(meetup_id):
        values = texts.values_of(meetup, name=row.author_name)
        message = _message(row.id, row.post_id, row.author_name, wordings, values, row.sent, known)
        if row.author_id is not None and row.author_id in seen and row.sent in NOT_OUT:
            message = replace(message, why="meetup-same-author")
        if row.author_id is not None:
            seen.add(row.author_id)
        made.append(message)
    return made


def notices(meetup_id: int) -> list[Message]:
    """For ``Store.read``: how the draw came out, to each guest who does not know yet."""
    meetup = rows.get_meetup(meetup_id)
    known = _channels()
    wordings = {"in": _usual("seat"), "waiting": _usual("waiting")}
    made = []
    for guest in rows.guests_of(meetup_id):
        if guest.to_tell:
            values = texts.values_of(meetup, guest)
            done = guest.sent if guest.told == guest.state else ""
            made.append(
                _message(guest.id, guest.answer_to, guest.name, [wordings[guest.state]], values, done, known)
            )
    return made


def answers(meetup_id: int) -> list[Message]:
    """For ``Store.read``: what came of the meet-up, below each post from which it came."""
    meetup = rows.get_meetup(meetup_id)
    known = _channels()
    wordings = [_usual("report"), "{결과}"] if meetup.answer else []
    return [
        _message(
            row.id, row.post_id, row.author_name, wordings, texts.values_of(meetup, name=row.author_name),
            row.answer_sent, known,
        )
        for row in rows.posts_of(meetup_id)
    ]  # fmt: skip


# --- saying it --------------------------------------------------------------------------------------------


def send_invitations(
    tx: Tx, meetup_id: int, targets: Collection[int] | None = None, *, undo_s: float = 10.0, step: str = ""
) -> int:
    """For ``Store.write``: invite the authors of these posts (None: all who can be and were not yet); how
    many. All of them or none."""

    step = step or new_step()

    def mark(message: Message, said: Said) -> None:
        planning.mark_invited(tx, meetup_id, message.target, said, step=step)

    return _send(tx, invitations(meetup_id), targets, mark, stage="first", undo_s=undo_s, step=step)


def send_notices(
    tx: Tx, meetup_id: int, targets: Collection[int] | None = None, *, undo_s: float = 10.0, step: str = ""
) -> int:
    """For ``Store.write``: tell these guests (None: all who do not know yet) how the draw came out."""

    step = step or new_step()

    def mark(message: Message, said: Said) -> None:
        guests.mark_told(tx, message.target, said, step=step)

    return _send(tx, notices(meetup_id), targets, mark, stage="first", undo_s=undo_s, step=step)


def send_answers(
    tx: Tx, meetup_id: int, targets: Collection[int] | None = None, *, undo_s: float = 10.0, step: str = ""
) -> int:
    """For ``Store.write``: tell the authors of these posts what came of the meet-up."""

    step = step or new_step()

    def mark(message: Message, said: Said) -> None:
        planning.mark_answered(tx, meetup_id, message.target, said, step=step)

    messages = answers(meetup_id)
    # Every message brings the promise along, whichever goes out first makes it: the ledger takes it once.
    promised = commitments.proposed(rows.get_meetup(meetup_id).answer, today_in_seoul())
    return _send(tx, messages, targets, mark, stage="final", undo_s=undo_s, step=step, promises=promised)


def _send(
    tx: Tx,
    messages: Sequence[Message],
    targets: Collection[int] | None,
    mark: Callable[[Message, Said], None],
    *,
    stage: str,
    undo_s: float,
    step: str,
    promises: Sequence[Proposed] = (),
) -> int:
    count = 0
    for message in messages:
        if not message.sendable or (targets is not None and message.target not in targets):
            continue
        assert message.post_id is not None and message.channel_id is not None
        said = say(
            tx, message.post_id, message.channel_id, message.text, stage=stage, undo_s=undo_s, step=step,
            promises=promises,
        )  # fmt: skip
        mark(message, said)
        count += 1
    return count


# --- answers as they arrive -------------------------------------------------------------------------------


async def find_replies(store: Store) -> None:
    """Look for answers to invitations whenever posts have arrived, here or through another program; until it
    is cancelled."""
    if store.read_only:
        return
    loop = asyncio.get_running_loop()
    kicked = asyncio.Event()
    kicked.set()  # what came while no program was open

    def heard(changes: Changes) -> None:
        if changes.new_posts or (changes.posts and not changes.initiator):
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(kicked.set)

    unsubscribe = store.subscribe(heard)
    try:
        while True:
            await kicked.wait()
            await asyncio.sleep(PAUSE_S)
            kicked.clear()
            await look(store)
    finally:
        unsubscribe()


async def look(store: Store) -> int:
    """How many answers were found."""
    try:
        if not await asyncio.wrap_future(store.read(_any_open)):
            return 0
        return await asyncio.wrap_future(store.write(replies.find_new, initiator=INITIATOR))
    except WorkspaceError as error:
        log.warning("answers to invitations could not be looked for: %s", error)
        return 0


def _any_open() -> bool:
    sql = "SELECT 1 FROM meetup WHERE state IN ('inviting', 'drawn') LIMIT 1"
    return database.execute_sql(sql).fetchone() is not None


# --- inside -----------------------------------------------------------------------------------------------


def _message(
    target: int,
    post_id: int | None,
    name: str,
    wordings: Sequence[str],
    values: dict[str, str],
    done: str,
    known: dict[int, ChannelRow],
) -> Message:
    if post_id is None:
        text, _ = texts.fitted(list(wordings), values, LengthRule())
        return Message(target, None, name, None, "", "", text, len(text), None, "characters", 0,
                       "by-telephone", done)  # fmt: skip
    where, private, handle = database.execute_sql(
        "SELECT p.channel_id, p.private, coalesce(a.handle, '') FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    channel = _speaking(known[where], known)
    rule = capabilities_of(channel).length_of(Action.REPLY, private=bool(private))
    text, over = texts.fitted(list(wordings), values, rule, handle)
    why = ""
    try:
        prepare(post_id, channel.id, Action.REPLY, text)
        if channel.account_state != "connected":
            why = "not-signed-in"
    except NotSendable as refused:
        # The checks would stop an open place too, without saying what to do about it.
        why = "meetup-open-place" if unfilled(text) else refused.code
    return Message(
        target, post_id, name, channel.id, channel.name, channel.network, text, rule.count(text, handle),
        rule.limit, rule.unit, over, why, done,
    )  # fmt: skip


def _channels() -> dict[int, ChannelRow]:
    return {row.id: row for row in channels.list_channels(include_removed=True, counts=False)}


def _speaking(own: ChannelRow, known: dict[int, ChannelRow]) -> ChannelRow:
    """The channel whose account answers: the post's own, else one of the same server that is signed in."""
    if own.account_state == "connected" and own.enabled:
        return own
    others = (
        row
        for row in known.values()
        if row.network == own.network and server_of(row.url) == server_of(own.url) and row.enabled
        and row.removed_ms is None and row.account_state == "connected"
    )  # fmt: skip
    return next(others, own)


def _usual(kind: str) -> str:
    row = of_kind(kind)
    return row.text if row is not None else ""
