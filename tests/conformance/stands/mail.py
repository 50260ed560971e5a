"""Mail as the conformance suite sees it: a real Dovecot behind a proxy, and aiosmtpd for what goes out."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence

from connectors.base import ChannelConfig
from connectors.mail import parse
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.dovecot import PASSWORD, running_dovecot
from tests.servers.mail import City, id_of, mail, open_city

_MODES = {
    Fault.SERVER_ERROR: "server-error",
    Fault.RATE_LIMITED: "rate-limited",
    Fault.SLOW: "slow",
    Fault.UNREADABLE: "unreadable",
    Fault.DAMAGED: "damaged",
}
_HIDDEN = "&wiiuNA- &ulTHfA-"
_FOLDERS = {"INBOX": "published", _HIDDEN: "hidden", "Trash": "hidden", "Junk": "spam", "Sent": "published"}

_RANGES = "Pages are ranges of numbers that the server never gives twice and never in another order."
_NO_LENGTH = "Mail has no limit for a text; a server's limit in bytes is told when it refuses."

FACTS = Facts(
    network="mail",
    server="real: Dovecot 2.3 from Debian 12 and aiosmtpd 1.4",
    absent={
        "an_edit_is_learned": "A mail cannot be changed once it was sent.",
        "pictures_arrive_with_their_description": "Attachments are named; they have no address in the web.",
        "private_posts_are_marked": "All mail is private, so there is no other kind to tell it from.",
        "a_doubled_page_costs_nothing": _RANGES,
        "a_page_that_is_empty_too_early_costs_nothing": _RANGES,
        "another_order_costs_nothing": _RANGES,
        "a_text_of_exactly_the_limit_goes_out": _NO_LENGTH,
        "one_character_more_is_refused": _NO_LENGTH,
        "an_ended_token_is_renewed_once": "Passwords do not end; tokens of Gmail and Microsoft 365 do, which "
        "is tested against Dovecot's own XOAUTH2.",
        "a_spent_budget_is_not_overdrawn": "Mail servers do not say how often they may be asked.",
        "a_used_up_quota_is_respected": "Reading mail has no budget for a day.",
    },
    page=50,
    longest_text=1_000_000,
)


class MailStand:
    facts = FACTS

    def __init__(self, city: City) -> None:
        self.city = city
        self._starting: asyncio.Task[object] | None = None
        self._kind: Fault | None = None

    async def aclose(self) -> None:
        await self._up()
        await self.city.close()

    async def _up(self) -> None:
        if self._starting is not None:
            await self._starting
            self._starting = None

    def config(self) -> ChannelConfig:
        city = self.city
        return ChannelConfig(
            f"imap://127.0.0.1:{city.proxy.port}",
            city.address,
            {"smtp_host": "127.0.0.1", "smtp_port": str(city.smtp.port), "from_name": "한빛시 민원실"},
            {"login": city.user, "password": PASSWORD},
        )

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        await self._up()
        name = hashlib.sha256(author.encode()).hexdigest()[:8]
        data = mail(text, sender=f"{author} <{name}@mail.example>", to=self.city.address, parent=parent)
        self.city.box.put(data)
        return id_of(data)

    async def write_many(self, texts: Sequence[str]) -> list[str]:
        return [await self.write(text) for text in texts]

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        """Mails of one second: INTERNALDATE knows nothing shorter."""
        return await self.write_many(texts)

    async def edit(self, remote_id: str, text: str) -> None:
        raise NotImplementedError

    async def write_held(self, text: str) -> str:
        raise NotImplementedError

    async def delete(self, remote_id: str) -> None:
        self.city.box.delete(self.city.box.find(remote_id))

    async def own(self, text: str, *, parent: str) -> str:
        data = mail(text, sender=f"민원실 <{self.city.address}>", to="hong@mail.example", parent=parent)
        self.city.box.put(data, "Sent", "(\\Seen)")
        return id_of(data)

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        known = b" ".join(self.city.box.folders()).decode()
        for folder, state in _FOLDERS.items():
            uid = self.city.box.find(remote_id, folder) if folder in known else 0
            if uid:
                return _shown(self.city.box.whole(uid), state)
        return None

    async def replies(self, parent: str) -> list[OnServer]:
        """What citizens got, each copy that reached them."""
        found = [_shown(one.data, "published") for one in self.city.smtp.sent]
        return [one for one in found if one.parent_id == parent]

    def requests(self) -> int:
        return self.city.proxy.lines + self.city.smtp.connections

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        city = self.city
        if kind in _MODES:
            city.proxy.mode = _MODES[kind]
        elif kind is Fault.DEAD:
            city.proxy.close()
        elif kind is Fault.REVOKED:
            city.dovecot.allow(city.user, None)
            city.smtp.users.clear()
            city.proxy.cut()
        elif kind is Fault.FORBIDDEN:
            city.smtp.replies["MAIL"] = "553 5.7.1 Sender address rejected: not owned by user"
        elif kind in (Fault.LOST_ANSWER, Fault.LOST_REQUEST):
            city.smtp.lose = kind.value.removeprefix("lost-")
        else:
            raise NotImplementedError(kind)
        self._kind = kind

    def heal(self) -> None:
        city, kind, self._kind = self.city, self._kind, None
        city.proxy.mode = city.smtp.lose = ""
        city.smtp.replies.clear()
        if kind is Fault.SLOW:
            city.proxy.cut()
        if kind is Fault.DEAD:
            self._starting = asyncio.ensure_future(city.proxy.start())
        if kind is Fault.REVOKED:
            city.dovecot.allow(city.user, PASSWORD)
            city.smtp.users[city.user] = PASSWORD


def _shown(data: bytes, state: str) -> OnServer:
    found = parse.from_bytes(data)
    parent = found.parents[0] if found.parents else ""
    return OnServer(found.remote_id, found.text, parent, state, private=True)


async def open_stand() -> MailStand:
    return MailStand(await open_city(running_dovecot()))
