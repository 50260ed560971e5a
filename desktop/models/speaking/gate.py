"""What is asked before words go out in somebody's name, in the transaction that puts them into the outbox."""

from __future__ import annotations

import json
from dataclasses import dataclass

from connectors.base import Action
from desktop.models.errors import WorkspaceError
from desktop.models.speaking import leases, threads, voices
from desktop.models.speaking.threads import Seen, StaleThread
from desktop.models.store import Tx


class NeedsApproval(WorkspaceError):
    """In this voice a second person has to agree first."""

    code = "needs-approval"

    def __init__(self, voice: str) -> None:
        super().__init__(f"{voice} needs approval")
        self.voice = voice


@dataclass(frozen=True, slots=True)
class Writing:
    """How an answer came about, from whoever wrote it by hand. ``seen``: the thread as it was on their screen
    (None: they did not look); ``place`` is that of their lease; ``despite``: they know that somebody else
    writes too."""

    seen: Seen | None = None
    place: str = ""
    despite: bool = False


def speaks(action: str) -> bool:
    """Whether an action says something in the account's name; hiding and approving do not."""
    known = Action(action)
    return known.has_text or known is Action.LIKE


def digest_of(post_id: int, channel_id: int, action: str, stage: str, text: str) -> str:
    """What an approval is bound to."""
    import hashlib  # only here: it brings OpenSSL, and the first list does not wait for that

    whole = json.dumps([post_id, channel_id, str(action), stage, text], ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def let_through(
    tx: Tx, post_id: int, channel_id: int, action: str, *, approved: bool, writing: Writing | None
) -> None:
    """Raise unless whoever does this transaction may say this now: NotAllowed, VoiceRefused, NeedsApproval,
    StaleThread, BeingWritten, Missing. What the program does by itself passes."""
    if not tx.actor or not speaks(action):
        return
    if not approved:
        voice, standing = voices.need_voice(tx, channel_id)
        if standing == "ask":
            raise NeedsApproval(voice)
    if writing is None:
        return
    case = tx.db.execute_sql("SELECT case_id FROM post WHERE id = ?", (post_id,)).fetchone()
    if case is not None and case[0] is not None and not writing.despite:
        now = leases.holder(case[0], tx.now_ms)
        if now is not None and now.user != tx.actor:
            raise leases.BeingWritten(now)
    if writing.seen is not None:
        found = threads.changed(writing.seen, threads.look(post_id, tx.actor))
        if found:
            raise StaleThread(found)


def let_again(tx: Tx, outbox_id: int, channel_id: int, action: str) -> None:
    """Raise unless whoever does this transaction may have these words of the outbox tried once more; what was
    agreed to once needs no second approval. Raises as ``let_through``."""
    if not tx.actor or not speaks(action):
        return
    voice, standing = voices.need_voice(tx, channel_id)
    if standing == "ask":
        agreed = tx.db.execute_sql(
            "SELECT 1 FROM approval WHERE outbox_id = ? AND state = 'spent'", (outbox_id,)
        ).fetchone()
        if agreed is None:
            raise NeedsApproval(voice)
