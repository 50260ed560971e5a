"""Carries replies and other actions to the networks, each of them once.

A row of the outbox is claimed in the database before anything goes out, so a program that is killed leaves a
row in ``sending``. Such a row, and every one whose answer was lost, is ``unknown``: it is looked up on the
network first and sent again, with the same key, only if it is surely not there. Knows no network, no widget.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from typing import Any

from connectors.base import (
    Action,
    AuthExpired,
    ConnectorError,
    Gone,
    Outgoing,
    RateLimited,
    Refused,
    Unreachable,
)
from desktop.models import authors, outbox
from desktop.models.current import database
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.speaking import approvals
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.gate import Writing
from desktop.models.store import Changes, Store
from desktop.services import messages, pace
from desktop.services.carrier import SEND_LIMIT_S, Carrier
from desktop.services.channel_loop import write_failure
from desktop.services.connections import Connections, NoSecret, Opened, UnknownNetwork
from desktop.services.rounds import INITIATOR as ROUNDS
from desktop.services.sendable import NotSendable, prepare
from desktop.services.tasks import Tasks
from desktop.services.vault import VaultError
from desktop.services.verdict import Verdict

log = logging.getLogger(__name__)

INITIATOR = "sender"
AT_ONCE = 4
AUTH_RECHECK_S = 60.0
STOP_LIMIT_S = 5.0

__all__ = ["NotSendable", "Sender"]


class Sender(Carrier):
    """``user`` stands in the history beside every action; the rest as in ``Carrier``."""

    name = "sender"
    initiator = INITIATOR

    def __init__(
        self, store: Store, connections: Connections, tasks: Tasks, *, user: str = "", **more: Any
    ) -> None:
        super().__init__(store, connections, tasks, **more)
        self.user = user
        self._look_after: dict[int, int] = {}  # unknown row → when it is looked up next
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._begun = False  # orphans of an earlier run have been found
        self._busy: set[int] = set()  # channels with an action on its way: one at a time keeps their order
        self._working: set[asyncio.Task[Any]] = set()

    # --- what the window and the command line ask for

    async def reply(
        self,
        post_id: int,
        channel_id: int | None,
        text: str,
        stage: str = "final",
        undo_s: float = 10.0,
        *,
        private: bool = False,
        writing: Writing | None = None,
        promises: Sequence[Proposed] = (),
        again: bool = False,
    ) -> outbox.OutboxRow:
        """Put a reply into the outbox; it goes out after ``undo_s`` seconds unless it is cancelled.

        ``channel_id``: the channel whose account answers; None: the one where the post came in. ``private``:
        to the author of a public post alone. ``writing``, ``promises`` and ``again`` as in
        ``outbox.enqueue``. Raises NotSendable where nothing may or can be sent, WorkspaceError.
        """
        action = Action.PRIVATE_REPLY if private else Action.REPLY
        return await self._put(
            post_id, channel_id, action, text, stage, undo_s, writing=writing, promises=promises, again=again
        )

    async def approve(self, approval_id: int, digest: str, undo_s: float = 10.0) -> approvals.Decided:
        """Agree to a text that somebody else asked for, and send it. Raises as ``reply``, and as
        ``approvals.approve``."""
        if self.store.sample:
            raise NotSendable("sample")
        row = await self._read(approvals.need_approval, approval_id)
        await self._read(prepare, row.post_id, row.channel_id, Action(row.action), row.text)
        decided: approvals.Decided = await self._write(
            approvals.approve, approval_id, digest, undo_s=undo_s, actor=self.user
        )
        self._kicked.set()
        return decided

    async def act(self, post_id: int, action: Action, *, undo_s: float = 0.0) -> outbox.OutboxRow:
        """An action without a text on a post of its network (``Action``). Raises as ``reply``."""
        return await self._put(post_id, None, action, "", "final", undo_s)

    async def cancel(self, outbox_id: int) -> bool:
        """Take an action back. False: too late, it is on its way or out."""
        return bool(await self._write(outbox.cancel, outbox_id, actor=self.user))

    async def retry(self, outbox_id: int) -> None:
        """Try a refused or waiting action again now; look an unknown one up now. Raises as ``reply``."""
        await self._write(outbox.retry, outbox_id, actor=self.user)
        self._look_after.pop(outbox_id, None)
        self._kicked.set()

    async def settle(self, outbox_id: int, arrived: bool) -> None:
        """A person has looked at the network, where it cannot be asked whether an action arrived."""
        await self._write(outbox.settle, outbox_id, arrived, actor=self.user)
        self._look_after.pop(outbox_id, None)
        self._kicked.set()

    def channel_is_back(self, channel_id: int) -> None:
        """What waits because this channel did not answer does not wait out its pause."""
        self.tasks.spawn(f"outbox of channel {channel_id}", self._go_on(channel_id))

    async def _go_on(self, channel_id: int) -> None:
        await self._write(outbox.go_on, channel_id)
        for row in await self._read(outbox.unknown_rows):
            if row.channel_id == channel_id and row.reason != outbox.ASK_PERSON:
                self._look_after.pop(row.id, None)
        self._kicked.set()

    # --- life

    async def start(self) -> None:
        """Begin as soon as the role is held; returns at once. A sample workspace never sends."""
        if self.store.sample:
            self.status.set("sample", "sample")
            return
        await super().start()

    async def stop(self) -> None:
        """Let what is on its way arrive (5 s), then end. What is cut off is looked up next time."""
        await super().stop()
        self._begun = False
        if self._working:
            _, late = await asyncio.wait(self._working, timeout=STOP_LIMIT_S)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    def concerns(self, changes: Changes) -> bool:
        """Also of channels: a new sign-in lets waiting rows go. That one was asked and is well does not."""
        return bool(changes.outbox or (changes.channels and changes.initiator != ROUNDS))

    async def _recover(self) -> None:
        # Only the holder of the role may do this: elsewhere a row in ``sending`` is on its way right now.
        orphans = await self._patiently(outbox.orphaned)
        settled_ms = self._now_ms() + int(self.settle_s * 1000)
        self._look_after.update((row.id, settled_ms) for row in orphans)
        self._begun = True

    async def finish_due(self, *, limit_s: float = 60.0) -> None:
        """Send what is due and look up what is unknown, then return; for the command line, which holds the
        role. What cannot be settled within ``limit_s`` waits for the next time."""
        await self.start()
        if self._main is None:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit_s):
                while await self._unsettled():  # noqa: ASYNC110 (another program may settle it too)
                    await asyncio.sleep(0.05)

    async def _unsettled(self) -> bool:
        if self._working or not self._begun:
            return True
        now_ms = self._now_ms()
        unknown, due, _ = await self._read(_pending, now_ms)
        soon_ms = now_ms + int(self.settle_s * 1000)
        return bool(due) or any(self._look_after.get(row.id, 0) <= soon_ms for row in unknown)

    async def look(self) -> float:
        """Start what is due; returns seconds until something else will be."""
        if not self._begun:
            await self._recover()
        if self.status.get("online") == "offline":
            return 15.0
        now_ms = self._now_ms()
        unknown, due, later = await self._read(_pending, now_ms)
        when = [(self._look_after.get(row.id, 0), row) for row in unknown]
        for row in [row for look_ms, row in when if look_ms <= now_ms] + due:
            # One at a time in a channel: answers keep their order, and none overtakes one that is looked up.
            if row.channel_id not in self._busy:
                self._busy.add(row.channel_id)
                task = self.tasks.spawn(f"outbox {row.id}", self._carry(row))
                self._working.add(task)
                task.add_done_callback(self._working.discard)
        moments = [look_ms for look_ms, _ in when if look_ms > now_ms] + ([later] if later else [])
        # Whatever is busy kicks this loop when it ends.
        return min(max((min(moments) - now_ms) / 1000, 0.01), 3600.0) if moments else 3600.0

    # --- one row

    async def _carry(self, row: outbox.OutboxRow) -> None:
        try:
            async with self._gate:
                await self._one(row)
        except WorkspaceError as error:
            # The row stays as it is in the database; an action that went out is looked up.
            log.warning("outbox %s: the workspace cannot be written: %s", row.id, error)
            await asyncio.sleep(5.0)
        finally:
            self._busy.discard(row.channel_id)
            self._kicked.set()

    async def _one(self, row: outbox.OutboxRow) -> None:
        try:
            opened = await self.connections.get(row.channel_id)
        except (VaultError, NoSecret, UnknownNetwork) as error:
            await self._wait_again(row, error.code, AUTH_RECHECK_S)
            return
        if opened.row.account_state == "expired":
            await self._wait_again(row, "waiting-auth", AUTH_RECHECK_S)
            return
        if row.state == "unknown":
            await self._look_up(row, opened)
            return
        claimed = await self._write(outbox.claim, row.id)
        if claimed is not None:
            await self._send(claimed, opened)
            return
        current = await self._read(outbox.get_outbox, row.id)
        if current.state == "waiting" and current.send_after_ms <= self._now_ms():
            # The clock was set back, or the merge has seen it: looked at again later, not at once for ever.
            await self._wait_again(current, current.reason, 5.0)

    async def _send(self, row: outbox.OutboxRow, opened: Opened) -> None:
        """The row is claimed. Every way out of here writes what is known of the action."""
        try:
            outgoing = await self._outgoing(row)
            async with asyncio.timeout(SEND_LIMIT_S):
                sent = await opened.connector.send(outgoing)
        except Refused as error:
            await self._patiently(outbox.mark_refused, row.id, messages.reason_of(error))
        except Gone:
            await self._patiently(outbox.mark_refused, row.id, "gone")
        except AuthExpired as error:
            await self._sign_in_expired(row, error)
        except RateLimited as error:
            await self._patiently(outbox.mark_waiting_again, row.id, error.until_ms, "waiting-limit")
        except Unreachable:
            pause = pace.pause_after(row.attempts, self.random)
            await self._patiently(
                outbox.mark_waiting_again, row.id, self._now_ms() + int(pause * 1000), "waiting-answer"
            )
        except asyncio.CancelledError:
            # The program ends: the database is told before it closes, the network is asked next time.
            self.store.write(outbox.mark_unknown, row.id, "unknown", initiator=INITIATOR)
            raise
        except Exception as error:  # OutcomeUnknown, Malformed, a time-out, or a fault of ours
            if not isinstance(error, ConnectorError | TimeoutError):
                log.exception("outbox %s: a fault in the program", row.id)
            log.warning("outbox %s: outcome unknown: %s", row.id, error)
            await self._unknown(row, self.settle_s)
        else:
            await self._patiently(outbox.mark_sent, row.id, sent)

    async def _look_up(self, row: outbox.OutboxRow, opened: Opened) -> None:
        try:
            outgoing = await self._outgoing(row)
            async with asyncio.timeout(SEND_LIMIT_S):
                sent = await opened.connector.look_up(outgoing)
        except AuthExpired as error:
            await self._channel_expired(row, error)
            await self._unknown(row, AUTH_RECHECK_S)
        except RateLimited as error:
            await self._unknown(row, max((error.until_ms - self._now_ms()) / 1000, 1.0))
        except Refused as error:
            # The network will not say: a person has to look, so it is never sent again by itself.
            log.warning("outbox %s: cannot be looked up: %s", row.id, error)
            await self._unknown(row, pace.LONGEST_PAUSE_S, outbox.ASK_PERSON)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            if not isinstance(error, ConnectorError | TimeoutError):
                log.exception("outbox %s: a fault in the program", row.id)
            await self._unknown(row, pace.pause_after(row.attempts, self.random))
        else:
            if sent is not None:
                await self._patiently(outbox.mark_sent, row.id, sent)
            else:
                # Surely not there: it goes out again under the same key.
                await self._patiently(outbox.mark_waiting_again, row.id, self._now_ms(), "")

    async def _outgoing(self, row: outbox.OutboxRow) -> Outgoing:
        outgoing: Outgoing = await self._read(outgoing_of, row)
        return outgoing

    async def _unknown(self, row: outbox.OutboxRow, pause_s: float, reason: str = "unknown") -> None:
        self._look_after[row.id] = self._now_ms() + int(pause_s * 1000)
        await self._patiently(outbox.mark_unknown, row.id, reason)

    async def _wait_again(self, row: outbox.OutboxRow, reason: str, pause_s: float) -> None:
        due_ms = self._now_ms() + int(pause_s * 1000)
        if row.state == "unknown":
            await self._unknown(row, pause_s)
        else:
            await self._patiently(outbox.mark_waiting_again, row.id, due_ms, reason)

    async def _sign_in_expired(self, row: outbox.OutboxRow, error: AuthExpired) -> None:
        await self._channel_expired(row, error)
        due_ms = self._now_ms() + int(AUTH_RECHECK_S * 1000)
        await self._patiently(outbox.mark_waiting_again, row.id, due_ms, "waiting-auth")

    async def _channel_expired(self, row: outbox.OutboxRow, error: AuthExpired) -> None:
        log.warning("outbox %s: sign-in refused: %s", row.id, error)
        await self.connections.forget(row.channel_id)
        await self._patiently(write_failure, row.channel_id, Verdict("auth", "auth", None), None)

    # --- the workspace

    async def _put(
        self,
        post_id: int,
        channel_id: int | None,
        action: Action,
        text: str,
        stage: str,
        undo_s: float,
        **more: Any,
    ) -> outbox.OutboxRow:
        if self.store.sample:
            raise NotSendable("sample")
        ready = await self._read(prepare, post_id, channel_id, action, text)
        row: outbox.OutboxRow = await self._write(
            outbox.enqueue,
            post_id,
            ready.channel_id,
            action,
            ready.text,
            stage=stage,
            undo_s=undo_s,
            actor=self.user,
            **more,
        )
        self._kicked.set()
        return row


def _pending(now_ms: int) -> tuple[list[outbox.OutboxRow], list[outbox.OutboxRow], int | None]:
    """(to be looked up, due now, when the next one will be due)."""
    later = database.execute_sql(
        "SELECT min(send_after_ms) FROM outbox WHERE state = 'waiting' AND send_after_ms > ?", (now_ms,)
    ).fetchone()[0]
    return outbox.unknown_rows(), outbox.due(now_ms), later


def outgoing_of(row: outbox.OutboxRow) -> Outgoing:
    """For ``Store.read``: what a connector needs to carry out a row. Raises Missing."""
    found = database.execute_sql(
        "SELECT p.remote_id, p.private, p.parent_remote_id, p.context, p.url, p.text, a.handle, a.key"
        " FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (row.post_id,),
    ).fetchone()
    if found is None:
        raise Missing(f"no post {row.post_id}")
    remote_id, private, parent_id, context, url, text, handle, author_key = found
    return Outgoing(
        key=row.key,
        action=Action(row.action),
        target_id=remote_id,
        text=row.text,
        target={
            "handle": handle or "",
            "author_id": authors.remote_id_of(author_key or ""),
            "private": bool(private),
            "parent_id": parent_id,
            "context": context,
            "url": url,
            "text": text,
        },
        written_ms=row.tried_ms or row.created_ms,
    )
