"""Carries letters to departments that work without the program, each of them once (부서 메일).

A letter is claimed in the database with its Message-ID before anything goes out. Whether one that was cut off
is under way is asked of the folder of sent mails; where that cannot say, a person decides. Answers come in
with the ordinary collecting (``models/forwarding_mail/replies.py``). Knows no widget.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from connectors import letters as values
from connectors.base import AuthExpired, ConnectorError, OutcomeUnknown, RateLimited, Refused
from desktop.models.departments import get_department
from desktop.models.departments.addresses import addresses_of
from desktop.models.errors import WorkspaceError
from desktop.models.forwarding_mail import sending, settings
from desktop.models.forwarding_mail.sending import Letter
from desktop.models.store import Changes, Store
from desktop.services import messages, pace
from desktop.services.carrier import SEND_LIMIT_S, Carrier
from desktop.services.channel_loop import write_failure
from desktop.services.connections import Connections, NoSecret, UnknownNetwork
from desktop.services.tasks import Tasks
from desktop.services.vault import VaultError
from desktop.services.verdict import Verdict

log = logging.getLogger(__name__)

INITIATOR = "department-mail"
LOOK_EVERY_S = 300.0
"""How often it is looked whether somebody has to be reminded."""

BLOCKED_S = 60.0
MOST_ATTEMPTS = 8
"""With the pauses in between that is more than an hour: then a person has to know."""


class DepartmentMails(Carrier):
    """``look`` is called by the command line too, which holds the role then."""

    name = "department mail"
    initiator = INITIATOR

    def __init__(self, store: Store, connections: Connections, tasks: Tasks, **more: Any) -> None:
        super().__init__(store, connections, tasks, **more)
        self._recovered = False
        self._remind_ms = 0  # when it is looked next who has to be reminded

    def concerns(self, changes: Changes) -> bool:
        return "department-mail" in changes.others

    # --- rounds

    async def look(self) -> float:
        """Send what is due, one after the other; seconds until something else will be."""
        if not self._recovered:
            await self._recover()
            self._recovered = True
        if self.status.get("online") == "offline":
            return 15.0
        await self._remind()
        due, _ = await self._read(sending.pending, self._now_ms())
        for letter in due:
            await self._carry(letter)
        due, later = await self._read(sending.pending, self._now_ms())
        if due:
            return 1.0
        pause = LOOK_EVERY_S if later is None else (later - self._now_ms()) / 1000
        return min(max(pause, 0.05), LOOK_EVERY_S)

    async def _remind(self) -> None:
        if self._now_ms() < self._remind_ms:
            return
        wanted = await self._read(settings.get_settings)
        if wanted.remind_hours:
            await self._write(sending.remind, wanted.remind_hours)
            self._remind_ms = self._now_ms() + int(LOOK_EVERY_S * 1000)

    async def finish(self) -> None:
        """Send what is due and what becomes due within the undo time, then return; for the command line,
        which holds the role."""
        if self.store.sample or self.store.read_only:
            return
        until_ms = self._now_ms() + sending.UNDO_MS
        while True:
            pause = await self.look()
            _, later = await self._read(sending.pending, self._now_ms())
            if later is None or later > until_ms:
                return
            await asyncio.sleep(min(pause, 1.0))

    async def _recover(self) -> None:
        """What was being sent when the program ended: was it?"""
        for letter in await self._write(sending.interrupted):
            await self._look_up(letter)

    async def _carry(self, letter: Letter) -> None:
        box = await self._read(settings.mailbox)
        if box is None:
            await self._blocked(letter, sending.NO_MAILBOX)
            return
        connector = await self._connector(letter, box.channel_id)
        if connector is None:
            return
        try:
            message_id = letter.message_id or connector.letter_id(letter.key)
        except Refused as error:
            await self._patiently(sending.mark_failed, letter.id, messages.reason_of(error))
            return
        try:
            claimed = await self._write(sending.claim, letter.id, box.channel_id, message_id)
        except WorkspaceError as error:
            log.warning("letter %s cannot be claimed: %s", letter.id, error)
            return
        if claimed is not None:
            await self._send(claimed, connector)

    async def _send(self, letter: Letter, connector: values.Letters) -> None:
        """The letter is claimed. Every way out of here writes what is known of it."""
        try:
            async with asyncio.timeout(SEND_LIMIT_S):
                if letter.attempts > 1 and await connector.letter_sent(letter.message_id):
                    await self._patiently(sending.mark_sent, letter.id)
                    return
                outgoing = await self._read(_outgoing, letter)
                await self._patiently(sending.handing_over, letter.id)
                await connector.send_letter(outgoing)
        except Refused as error:
            await self._patiently(sending.mark_failed, letter.id, messages.reason_of(error))
        except AuthExpired as error:
            log.warning("letter %s: sign-in refused: %s", letter.id, error)
            assert letter.channel_id is not None
            await self.connections.forget(letter.channel_id)
            await self._patiently(write_failure, letter.channel_id, Verdict("auth", "auth", None), None)
            await self._blocked(letter, "waiting-auth")
        except RateLimited as error:
            await self._patiently(
                sending.mark_waiting, letter.id, error.until_ms, "waiting-limit", counts=False
            )
        except (OutcomeUnknown, TimeoutError) as error:
            log.warning("letter %s: outcome unknown: %s", letter.id, error)
            await asyncio.sleep(self.settle_s)
            await self._look_up(letter)
        except ConnectorError as error:
            log.warning("letter %s: %s", letter.id, error)
            await self._again(letter)
        except Exception:
            log.exception("letter %s: a fault in the program", letter.id)
            await self._look_up(letter)
        else:
            await self._patiently(sending.mark_sent, letter.id)

    async def _look_up(self, letter: Letter) -> None:
        """The server may have it: the folder of sent mails says so, or a person has to."""
        sent: bool | None = None
        if letter.channel_id is not None:
            try:
                opened = await self.connections.get(letter.channel_id)
                async with asyncio.timeout(SEND_LIMIT_S):
                    sent = await _letters_of(opened.connector).letter_sent(letter.message_id)
            except (
                ConnectorError,
                TimeoutError,
                VaultError,
                NoSecret,
                UnknownNetwork,
                WorkspaceError,
            ) as error:
                log.warning("letter %s cannot be looked for: %s", letter.id, error)
        if sent:
            await self._patiently(sending.mark_sent, letter.id)
        elif sent is False:
            await self._again(letter)
        else:
            await self._patiently(sending.mark_failed, letter.id, sending.UNKNOWN)

    async def _again(self, letter: Letter) -> None:
        if letter.attempts >= MOST_ATTEMPTS:
            await self._patiently(sending.mark_failed, letter.id, "mail-gave-up")
            return
        pause = pace.pause_after(letter.attempts, self.random)
        due_ms = self._now_ms() + int(pause * 1000)
        await self._patiently(sending.mark_waiting, letter.id, due_ms, "waiting-answer")

    async def _blocked(self, letter: Letter, reason: str) -> None:
        """It was not even tried: nobody chose a mailbox, or its sign-in has ended."""
        due_ms = self._now_ms() + int(BLOCKED_S * 1000)
        tried = letter.state == sending.SENDING
        await self._patiently(sending.mark_waiting, letter.id, due_ms, reason, counts=not tried)

    async def _connector(self, letter: Letter, channel_id: int) -> values.Letters | None:
        try:
            opened = await self.connections.get(channel_id)
        except (VaultError, NoSecret, UnknownNetwork) as error:
            await self._blocked(letter, error.code)
            return None
        if opened.row.account_state == "expired":
            await self._blocked(letter, "waiting-auth")
            return None
        return _letters_of(opened.connector)


def _letters_of(connector: Any) -> values.Letters:
    """Only channels of networks that carry letters are chosen."""
    found: values.Letters = connector
    return found


def _outgoing(letter: Letter) -> values.Letter:
    """For ``Store.read``: a letter as the mailbox sends it, in the thread of those before it."""
    from desktop.models.forwarding import get

    before = sending.of_forwardings([letter.forwarding_id]).get(letter.forwarding_id, [])
    references = tuple(one.message_id for one in before if one.id < letter.id and one.message_id)
    code = get(letter.forwarding_id).department
    department = get_department(code)
    return values.Letter(
        message_id=letter.message_id,
        recipients=addresses_of(letter.address),
        recipient_name=department.name if department is not None else "",
        subject=letter.subject,
        text=letter.text,
        written_ms=letter.created_ms,
        references=references,
    )
