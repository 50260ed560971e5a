"""Bluesky as the conformance suite sees it: a real PDS and AppView, and a proxy for what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from connectors.base import ChannelConfig
from connectors.bluesky import NETWORK
from connectors.http import Http
from connectors.oauth import TokenKeeper
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.atproto import POST, Bluesky, Person
from tests.servers.atproto_proxy import BlueskyProxy
from tests.servers.fixtures import running_bluesky

FACTS = Facts(
    network="bluesky",
    server="real: PDS 0.5 and AppView 0.0.280 of @atproto/dev-env 0.6.7",
    absent=dict.fromkeys(
        ("private_posts_are_marked", "a_private_post_is_answered_in_private"),
        "Posts on Bluesky are public; its direct messages are not read.",
    ),
    page=20,
    longest_text=300,
)

LIKE = "app.bsky.feed.like"
THREADGATE = "app.bsky.feed.threadgate"
TIED = "2026-11-20T02:11:09.412Z"


class BlueskyStand:
    """A city and posts of its own on the one server of the run."""

    facts = FACTS

    def __init__(self, server: Bluesky) -> None:
        self.server = server
        self.city = server.person(display_name="한빛시")
        self.root = server.post(self.city, "상수도 공사를 알려 드립니다")
        self.proxy = BlueskyProxy(server.url, page=FACTS.page).start()
        self._writers: dict[str, Person] = {}
        self._http = Http()
        session = {"access_token": self.city.token, "refresh_token": self.city.refresh_token}
        self._keeper = self._sign_in(did=self.city.did, handle=self.city.handle, **session)

    def _sign_in(self, **session: str) -> TokenKeeper:
        """The first session is the one that came with the account: logging in takes the server long."""
        assert NETWORK.renew is not None
        renew = NETWORK.renew

        async def save(secret: Mapping[str, str]) -> None:
            return None

        return TokenKeeper(
            {"server": self.proxy.url, **session}, lambda known: renew(self._http, known), save
        )

    async def aclose(self) -> None:
        await self._http.aclose()
        self.proxy.stop()

    def config(self) -> ChannelConfig:
        keeper = self._keeper
        return ChannelConfig(self.proxy.url, self.city.handle, secret=dict(keeper.secret), tokens=keeper)

    # --- citizens, and the city in another program --------------------------------------------------------

    def _post(self, name: str, text: str, parent: str = "", **fields: Any) -> str:
        person = self.server.citizen(name) if name else self.city
        uri = self.server.post(person, text, reply_to=parent or self.root, **fields)
        self._writers[uri] = person
        return uri

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        uri = self._post(author, text, parent)
        self.server.settle()
        return uri

    async def write_many(self, texts: Sequence[str]) -> list[str]:
        uris = [self._post("시민", text) for text in texts]
        self.server.settle()
        return uris

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        """The list's order is that of ``createdAt``, which the writer's program sets."""
        uris = [self._post("시민", text, created_at=TIED) for text in texts]
        self.server.settle()
        return uris

    async def write_held(self, text: str) -> str:
        raise NotImplementedError

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(self._writers[remote_id], remote_id, text)
        self.server.settle()

    async def delete(self, remote_id: str) -> None:
        self.server.delete(self._writers[remote_id], remote_id)
        self.server.settle()

    async def own(self, text: str, *, parent: str) -> str:
        uri = self._post("", text, parent)
        self.server.settle()
        return uri

    async def with_media(self, text: str, alt: str) -> str:
        picture = self.server.picture(self.server.citizen("시민"), alt)
        uri = self._post("시민", text, embed=picture)
        self.server.settle()
        return uri

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        record = self.server.record(remote_id)
        return None if record is None else self._shown(record)

    async def replies(self, parent: str) -> list[OnServer]:
        found = [self._shown(record) for record in self.server.records(self.city, POST)]
        return [one for one in found if one.parent_id == parent]

    def _shown(self, record: dict[str, Any]) -> OnServer:
        uri, value = record["uri"], record["value"]
        gates = self.server.records(self.city, THREADGATE)
        hidden = {one for gate in gates for one in gate["value"].get("hiddenReplies", [])}
        likes = {like["value"]["subject"]["uri"] for like in self.server.records(self.city, LIKE)}
        return OnServer(
            uri,
            value["text"],
            value.get("reply", {}).get("parent", {}).get("uri", ""),
            "hidden" if uri in hidden else "published",
            uri in likes,
        )

    def requests(self) -> int:
        return len(self.proxy.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        self.proxy.order(kind)

    def heal(self) -> None:
        revoked = self.proxy.fault is Fault.REVOKED
        self.proxy.heal()
        if revoked:
            # The person signs in again, this time with an app password.
            password = self.server.app_password(self.city, "smc")
            self._keeper = self._sign_in(login=self.city.handle, app_password=password)


async def open_stand() -> BlueskyStand:
    return BlueskyStand(running_bluesky())
