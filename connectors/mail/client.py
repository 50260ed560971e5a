"""One mailbox as a channel: citizens' mail in, live where the server can; answers out in the same thread.

Owns the order of things: what a round is, how an answer is sent, filed and marked, and what happened to a
mail that was moved. Reading itself is in ``reading``, the protocols in ``imap`` and ``smtp``.
"""

from __future__ import annotations

import dataclasses
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Sent,
    clean_id,
)
from connectors.http import Http
from connectors.letters import Letter
from connectors.mail import CAPABILITIES, NO_IDLE, NOT_SIGNED_IN, compose, parse, providers
from connectors.mail.fetching import Found
from connectors.mail.mailbox import Folder, Mailbox, searchable
from connectors.mail.parse import Mail
from connectors.mail.reading import Reading
from connectors.mail.session import DEFAULT_HIDDEN, Session
from connectors.mail.words import quotable, quote

log = logging.getLogger(__name__)

IDLE_S = 300.0
"""IDLE is begun anew this often: a quiet line is cut by many offices' routers after some minutes."""

MOST_LOOKED_AT = 200
"""Mails of one writer that are looked at to find one without a usable Message-ID."""

NO_SENDER = (
    "보내는 주소를 알 수 없습니다. 채널의 계정에 메일 주소를 적어 주세요. / "
    "The sender's address is not known; please type the mail address as the channel's account."
)
NO_RECIPIENT = (
    "답변을 받을 주소가 없는 메일입니다. / This mail has no address that an answer could be sent to."
)
MAIL_GONE = "이 메일은 메일함에 없습니다. / This mail is no longer in the mailbox."

BAD_ADDRESS = "받는 메일 주소가 올바르지 않습니다. / The recipient's address is not a mail address."
OWN_ADDRESS = (
    "받는 주소가 이 메일함의 주소와 같습니다. / The recipient's address is that of this very mailbox."
)

_WANTED = {Action.HIDE: "hidden", Action.TRASH: "trash", Action.UNHIDE: "inbox"}


class MailChannel:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._config = config
        self._session = Session(config, http)
        self._reading: Reading | None = None
        self._latest: Mapping[str, Any] = {}
        self._streams: set[Mailbox] = set()

    async def capabilities(self) -> Capabilities:
        if not self._session.signed_in:
            return Capabilities(thread=True, why_not=NOT_SIGNED_IN)
        async with self._session.use() as box:
            if box.imap.can("IDLE"):
                return CAPABILITIES
        reasons = {**CAPABILITIES.why_not, "stream": NO_IDLE}
        return dataclasses.replace(CAPABILITIES, stream=False, why_not=reasons)

    async def check(self) -> Identity:
        async with self._session.use() as box:
            selected = await box.select(await box.inbox())
            sent = await box.folder("sent")
        korean = f"메일 {selected.exists}통을 읽을 수 있습니다."
        english = f"{selected.exists} mails can be read."
        try:
            await self._smtp().check()
        except ConnectorError as error:
            log.warning("the server for outgoing mail: %s", error)
            korean += " 보내는 서버(SMTP)에 연결하지 못해 답변을 보낼 수 없습니다."
            english += " The server for outgoing mail (SMTP) does not let us in, so answers cannot be sent."
        if sent is None:
            korean += " 보낸 메일 폴더가 없습니다."
            english += " There is no folder of sent mails."
        address = providers.own_address(self._config) or providers.login_of(self._config)
        name = self._sender_name() or address
        # Anybody can write the office's address into a mail's "From", and its own web forms do.
        return Identity(address.lower(), name, address, "", f"{korean} / {english}", author_id="")

    async def aclose(self) -> None:
        for box in list(self._streams):
            box.imap.close()
        await self._session.aclose()

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        async with self._session.use() as box:
            batch = await self._reader().round(box, cursor)
        self._latest = batch.cursor
        return batch

    async def stream(self) -> AsyncIterator[Batch]:
        """IDLE on a line of its own. What a change was is found out by a round that begins where the last
        ``fetch`` ended; its cursor stays in memory."""
        box = await self._session.opened()
        self._streams.add(box)
        try:
            if not box.imap.can("IDLE"):
                raise Refused(NO_IDLE, "no-stream")
            cursor: Mapping[str, Any] = await self._reader().now(box)
            await box.select(await box.inbox())
            yield Batch()
            while True:
                if not await box.imap.idle(IDLE_S):
                    continue
                cursor, more = _newer(cursor, self._latest), True
                while more:
                    batch = await self._reader().round(box, cursor)
                    cursor, more = batch.cursor, batch.more
                    if batch.posts or batch.gone:
                        yield dataclasses.replace(batch, cursor={}, more=False)
                await box.select(await box.inbox())
        finally:
            self._streams.discard(box)
            box.imap.close()

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing)
        if outgoing.action not in _WANTED:
            raise Refused(CAPABILITIES.why_not.get(outgoing.action.value, "?"), "not-possible")
        return await self._put_into(outgoing, _WANTED[outgoing.action])

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        async with self._session.use() as box:
            if outgoing.action is Action.REPLY:
                return await self._already_sent(box, outgoing)
            role = _WANTED.get(outgoing.action)
            folder = await box.folder(role) if role else None
            found = await self._find(box, outgoing, [folder]) if folder is not None else None
            return self._moved(found[1], outgoing, role or "") if found else None

    async def _reply(self, outgoing: Outgoing) -> Sent:
        sender = providers.own_address(self._config)
        if not providers.is_mail_address(sender):
            raise Refused(NO_SENDER, "no-sender")
        own_id = self._own_id(outgoing)
        async with self._session.use() as box:
            earlier = await self._already_sent(box, outgoing)
            if earlier is not None:
                return earlier
            found = await self._find(box, outgoing, await _everywhere(box))
        if found is None:
            raise Refused(MAIL_GONE, "gone")
        folder, answered = found
        data, recipient = self._compose(outgoing, sender, own_id, answered)
        await self._hand_over(sender, [recipient], data)
        # It is sent, whatever happens to our copy of it.
        post = parse.post_of(parse.from_bytes(data), parent_id=clean_id(outgoing.target_id), own=True)
        try:
            async with self._session.use() as box:
                await self._file(box, own_id, data)
                await box.select(folder, read_only=False)
                await box.mark(answered.uid, "\\Answered")
                kept = await self._already_sent(box, outgoing)
        except ConnectorError as error:
            log.warning("a mail was sent and could not be filed: %s", error)
            return Sent(own_id, "", post)
        return kept or Sent(own_id, "", post)

    async def _hand_over(self, sender: str, recipients: Sequence[str], data: bytes) -> None:
        server, login = providers.smtp_server(self._config), providers.login_of(self._config)
        http, budget = self._session.http, f"https://{server.address}"
        http.check_budget(budget, login)
        try:
            to = [compose.domain_in_ascii(one) for one in recipients]
            await self._smtp().send(compose.domain_in_ascii(sender), to, data)
        except RateLimited as error:
            http.hold(budget, login, error.until_ms)
            raise

    def _compose(self, outgoing: Outgoing, sender: str, own_id: str, found: Found) -> tuple[bytes, str]:
        """(the mail, its recipient). An answer to our own mail goes to whom that went."""
        assert found.mail is not None
        mail, us = found.mail, sender.lower()
        others = tuple(one for one in mail.reply_to if one.address != us)
        to = others or (mail.to if mail.author.address == us else ()) or (mail.author,)
        recipient = to[0].address
        if not providers.is_mail_address(recipient) or recipient == us:
            raise Refused(NO_RECIPIENT, "no-recipient")
        data = compose.reply(
            message_id=own_id,
            sender=compose.domain_in_ascii(sender),
            sender_name=self._sender_name(),
            recipients=[compose.domain_in_ascii(recipient)],
            recipient_name=to[0].name,
            subject=parse.reply_subject(mail.subject),
            text=outgoing.text,
            written_ms=outgoing.written_ms or int(time.time() * 1000),
            parent=mail.message_id,
            references=parse.ids(found.head.get("references") or found.head.get("in-reply-to") or ()),
        )
        return data, recipient

    async def _file(self, box: Mailbox, own_id: str, data: bytes) -> None:
        """Our copy, unless the provider has put one there itself."""
        if self._files_itself():
            return
        folder = await box.made("sent", "Sent")
        await box.select(folder)
        if not await box.find([own_id]):
            await box.append(folder, data)

    def _files_itself(self) -> bool:
        """Whether the server puts what it sends into the folder of sent mails."""
        provider = providers.provider_of(self._config)
        choice = providers.option(self._config, "sent_copy")
        return choice == "provider" or (choice != "append" and provider is not None and provider.files_sent)

    async def _already_sent(self, box: Mailbox, outgoing: Outgoing) -> Sent | None:
        own_id = self._own_id(outgoing)
        for role in ("sent", "all"):
            folder = await box.folder(role)
            if folder is None:
                continue
            await box.select(folder)
            uid = (await box.find([own_id])).get(own_id)
            for one in await box.read([uid]) if uid else []:
                if one.mail is not None:
                    post = self._post(one, one.mail, own_id, own=True)
                    return Sent(own_id, post.url, post._replace(parent_id=clean_id(outgoing.target_id)))
        return None

    async def _put_into(self, outgoing: Outgoing, role: str) -> Sent:
        """Move the mail. One that is there already has been moved before."""
        async with self._session.use() as box:
            if role == "inbox":
                target = await box.inbox()
            else:
                target = await box.made(role, self._hidden_name() if role == "hidden" else "Trash")
            found = await self._find(box, outgoing, [target, *await _everywhere(box)])
            if found is None:
                raise Refused(MAIL_GONE, "gone")
            folder, one = found
            if folder.raw != target.raw:
                await box.select(folder, read_only=False)
                await box.move(one.uid, target)
            again = await self._find(box, outgoing, [target])
            return self._moved(again[1] if again else one, outgoing, role)

    def _moved(self, one: Found, outgoing: Outgoing, role: str) -> Sent:
        assert one.mail is not None
        own = one.mail.author.address == providers.own_address(self._config).lower()
        post = self._post(one, one.mail, outgoing.target_id, own=own)
        state = "published" if role == "inbox" else "hidden"
        parent = str(outgoing.target.get("parent_id") or post.parent_id)
        return Sent(outgoing.target_id, post.url, post._replace(state=state, parent_id=parent))

    async def _find(
        self, box: Mailbox, outgoing: Outgoing, folders: Sequence[Folder | None]
    ) -> tuple[Folder, Found] | None:
        """The mail itself, by its Message-ID; one without any among the mails of its writer. A mail that is
        only marked as deleted counts last."""
        target, handle = outgoing.target_id, str(outgoing.target.get("handle") or "")
        for folder in dict.fromkeys(folders):
            if folder is None or not await box.select_if_possible(folder):
                continue
            if searchable(target):
                uids = list((await box.find([target])).values())
            elif handle and quotable(handle):
                uids = (await box.search(f"FROM {quote(handle)}"))[-MOST_LOOKED_AT:]
            else:
                uids = (await box.search("ALL"))[-MOST_LOOKED_AT:]
            for one in await box.read(uids):
                if one.mail is not None and target in (one.mail.remote_id, one.mail.digest):
                    if one.state == "hidden" and folder.role == "inbox":
                        continue  # a copy of it lies elsewhere
                    return folder, one
        return None

    # --- letters ------------------------------------------------------------------------------------------

    def letter_id(self, key: str) -> str:
        return parse.letter_id(key, self._domain())

    async def send_letter(self, letter: Letter) -> None:
        sender = providers.own_address(self._config)
        if not providers.is_mail_address(sender):
            raise Refused(NO_SENDER, "no-sender")
        if not letter.recipients or not all(
            providers.is_mail_address(one) and one.isprintable() for one in letter.recipients
        ):
            raise Refused(BAD_ADDRESS, "bad-address")
        if any(one.lower() == sender.lower() for one in letter.recipients):
            raise Refused(OWN_ADDRESS, "own-address")
        in_ascii = compose.domain_in_ascii(sender)
        data = compose.reply(
            message_id=letter.message_id,
            sender=in_ascii,
            sender_name=self._sender_name(),
            recipients=[compose.domain_in_ascii(one) for one in letter.recipients],
            recipient_name=letter.recipient_name,
            subject=letter.subject,
            text=letter.text,
            written_ms=letter.written_ms,
            parent=letter.references[-1] if letter.references else "",
            references=letter.references[:-1],
            reply_to=in_ascii,
        )
        await self._hand_over(sender, letter.recipients, data)
        try:
            async with self._session.use() as box:
                await self._file(box, letter.message_id, data)
        except ConnectorError as error:
            log.warning("a letter was sent and could not be filed: %s", error)

    async def letter_sent(self, message_id: str) -> bool | None:
        async with self._session.use() as box:
            for role in ("sent", "all"):
                folder = await box.folder(role)
                if folder is None:
                    continue
                await box.select(folder)
                if await box.find([message_id]):
                    return True
        return False if self._files_itself() else None

    # --- activity -----------------------------------------------------------------------------------------

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """Of the own mailbox only: how many mails it sent, and when it sent the last one."""
        own = providers.own_address(self._config) or providers.login_of(self._config)
        found: list[Activity] = []
        for handle in handles or [own]:
            if handle.strip().lstrip("@").lower() != own.lower():
                found.append(Activity(handle, "private"))
                continue
            async with self._session.use() as box:
                folder = await box.folder("sent")
                if folder is None:
                    found.append(Activity(handle, name=self._sender_name()))
                    continue
                selected = await box.select(folder)
                last = await box.received_ms(selected) if selected.exists else None
            found.append(Activity(handle, "ok", last, selected.exists, name=self._sender_name()))
        return found

    # --- parts --------------------------------------------------------------------------------------------

    def _reader(self) -> Reading:
        if self._reading is None:
            self._reading = Reading(self._config)
        return self._reading

    def _smtp(self) -> Any:
        from connectors.mail.smtp import Smtp

        if not self._session.signed_in:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")
        server = providers.smtp_server(self._config)
        secret, timeouts = self._session.secret, self._session.http.timeouts
        providers.check_secret(secret, providers.imap_server(self._config), server)
        login = providers.login_of(self._config)
        return Smtp(server, login, secret.get("password", ""), self._session.token, timeouts)

    def _own_id(self, outgoing: Outgoing) -> str:
        return parse.our_id(outgoing.key, self._domain())

    def _domain(self) -> str:
        domain = compose.domain_in_ascii(providers.own_address(self._config)).rpartition("@")[2].lower()
        return domain if domain.isascii() else ""

    def _sender_name(self) -> str:
        return providers.option(self._config, "from_name")

    def _hidden_name(self) -> str:
        return providers.option(self._config, "hidden_folder") or DEFAULT_HIDDEN

    def _post(self, one: Found, mail: Mail, remote_id: str, *, own: bool) -> Post:
        return parse.post_of(
            mail,
            remote_id=remote_id,
            received_ms=one.received_ms,
            parent_id=mail.parents[0] if mail.parents else "",
            own=own,
            state=one.state,
            url=providers.web_address(providers.provider_of(self._config), mail.message_id),
        )


async def _everywhere(box: Mailbox) -> list[Folder]:
    """The watched folder first, then where a mail may have been moved to."""
    inbox = await box.inbox()
    others = [one for one in await box.folders() if one.role not in ("inbox", "drafts", "all")]
    every = [one for one in await box.folders() if one.role == "all"]
    others.sort(key=lambda one: one.role in ("trash", "junk", "sent"))
    return [inbox, *others, *every]


def _newer(mine: Mapping[str, Any], fetched: Mapping[str, Any]) -> Mapping[str, Any]:
    """The place that has read further of the same folder."""

    def place(cursor: Mapping[str, Any]) -> tuple[int, int]:
        folder = cursor.get("in") or {}
        return int(folder.get("next") or 0), int(folder.get("modseq") or 0)

    if any("down" in (fetched.get(key) or {"down": 0}) for key in ("in", "sent")):
        return mine  # still on its way through the past, or nothing was fetched at all
    other = (mine.get("in") or {}).get("validity") != (fetched.get("in") or {}).get("validity")
    return fetched if other or place(fetched) >= place(mine) else mine
