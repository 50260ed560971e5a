"""X as the conformance suite sees it: its servers are closed, so a fake after the official description."""

from __future__ import annotations

import functools
import time
from collections.abc import Mapping, Sequence

from connectors.base import ChannelConfig
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.x import NETWORK
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_x import FakeX
from tests.servers.x_things import Account, Message, Tweet

FACTS = Facts(
    network="x",
    server="fake, after X's OpenAPI description 2.167 and, for the older names, 2.166",
    page=20,
    longest_text=130,
)

_MODES = {
    Fault.FORBIDDEN: "forbidden",
    Fault.RATE_LIMITED: "limited",
    Fault.QUOTA_USED_UP: "capped",
    Fault.BUDGET_SPENT: "budget",
    Fault.SERVER_ERROR: "error",
    Fault.SLOW: "slow",
    Fault.UNREADABLE: "page",
    Fault.DAMAGED: "damaged",
    Fault.DOUBLED_PAGE: "doubled",
    Fault.SHORT_PAGE: "short",
    Fault.REORDERED: "reordered",
}


class XStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeX(page=FACTS.page).start()
        self.http = Http()
        self._keeper: TokenKeeper | None = None
        self._dead = False

    async def aclose(self) -> None:
        self.server.stop()
        await self.http.aclose()

    def config(self) -> ChannelConfig:
        server, tokens = self.server, self.server.tokens
        if self._keeper is None:
            secret = {
                "server": server.url,
                "client_id": tokens.client_id,
                "access_token": tokens.access,
                "refresh_token": tokens.refresh,
                "expires_at": str(int(time.time()) + 7200),
                "scope": " ".join(sorted(tokens.scopes)),
                "account_id": server.city.id,
                "username": server.city.username,
                "name": server.city.name,
                "app_bearer": tokens.app,
            }
            assert NETWORK.renew is not None
            renew = functools.partial(NETWORK.renew, self.http)
            self._keeper = TokenKeeper(secret, renew, _save, clock=lambda: time.time())
        return ChannelConfig(
            url=server.url, options={"plan": "ppu"}, secret=self._keeper.secret, tokens=self._keeper
        )

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        citizen = self.server.citizen(author)
        if private:
            return self.server.message(citizen, text)
        return self.server.post(citizen, f"@hanbit {text}", answers=parent or self.server.notice.id)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        citizen, at_ms = self.server.citizen("시민"), int(time.time() * 1000)
        notice = self.server.notice.id
        return [self.server.post(citizen, f"@hanbit {t}", answers=notice, at_ms=at_ms) for t in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(remote_id, f"@hanbit {text}")

    async def delete(self, remote_id: str) -> None:
        self.server.delete(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        answered = self.server.find(parent)
        if answered is None:
            return self.server.message(self.server.city, text, self._citizen_of(parent))
        name = self.server.accounts[answered.author].username
        return self.server.post(self.server.city, f"@{name} {text}", answers=parent)

    async def with_media(self, text: str, alt: str) -> str:
        picture = {
            "media_key": "3_2100000000000000777",
            "type": "photo",
            "url": "https://pbs.twimg.com/media/example.jpg",
            "alt_text": alt,
            "width": 800,
            "height": 600,
        }
        citizen = self.server.citizen("시민")
        return self.server.post(citizen, f"@hanbit {text}", media=[picture], answers=self.server.notice.id)

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        tweet = self.server.find(remote_id)
        if tweet is not None:
            return _on_server(tweet, self.server.city)
        found = [m for m in self.server.messages if m.id == remote_id]
        return _private(found[0]) if found else None

    async def replies(self, parent: str) -> list[OnServer]:
        city, answered = self.server.city, self.server.find(parent)
        ids = answered.ids if answered is not None else [parent]
        public = [t for t in self.server.tweets.values() if t.author == city.id and t.answers in ids]
        citizen = self.server.accounts[answered.author] if answered else self._citizen_of(parent)
        private = [
            m
            for m in self.server.messages
            if m.sender == city.id and m.receiver == citizen.id and int(m.id) > int(parent)
        ]
        return [*(_on_server(t, city) for t in public), *map(_private, private)]

    def requests(self) -> int:
        return len(self.server.requests)

    def _citizen_of(self, number: str) -> Account:
        (message,) = [m for m in self.server.messages if m.id == number]
        return self.server.accounts[message.sender]

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind in _MODES:
            self.server.mode = _MODES[kind]
        elif kind is Fault.TOKEN_EXPIRED:
            self.server.tokens.ended.add(self.server.tokens.access)
        elif kind is Fault.REVOKED:
            self.server.tokens.revoked = True
        elif kind is Fault.DEAD:
            self.server.server.leave()
            self._dead = True
        else:
            self.server.lose = "answer" if kind is Fault.LOST_ANSWER else "request"

    def heal(self) -> None:
        self.server.mode = self.server.lose = ""
        self.server.tokens.revoked = False
        if self._dead:
            self.server.server.come_back()
            self._dead = False


def _on_server(tweet: Tweet, city: Account) -> OnServer:
    state = "gone" if tweet.deleted else "hidden" if tweet.hidden else "published"
    return OnServer(tweet.ids[0], tweet.texts[-1], tweet.answers, state, city.id in tweet.liked_by)


def _private(message: Message) -> OnServer:
    return OnServer(message.id, message.text, private=True)


async def _save(secret: Mapping[str, str]) -> None:
    """The keeper itself is the keyring here."""


async def open_stand() -> XStand:
    return XStand()
