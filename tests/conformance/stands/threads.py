"""Threads as the conformance suite sees it: a fake after the official collection of requests.

Citizens write below a post of the city's; without the Graph's word for it nothing is private.
"""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import ChannelConfig
from connectors.threads import publishing
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_threads import CITY, FakeThreads, Item

FACTS = Facts(
    network="threads",
    server="fake, after Meta's collection of requests for the Threads API",
    absent={
        "private_posts_are_marked": "The Threads API has no private messages.",
        "a_private_post_is_answered_in_private": "The Threads API has no private messages.",
    },
    page=20,
    longest_text=500,
)


class ThreadsStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeThreads(page=FACTS.page).start()
        self._token = self.server.new_token()
        self._notice = self.server.write("무엇이든 물어보세요", by=CITY)
        self._names: dict[str, str] = {}
        self._pause, publishing.RACE_PAUSE_S = publishing.RACE_PAUSE_S, 0.0

    async def aclose(self) -> None:
        publishing.RACE_PAUSE_S = self._pause
        self.server.stop()

    def config(self) -> ChannelConfig:
        # No keeper of tokens: a Threads token is its own successor, so a dead one cannot be renewed.
        return ChannelConfig(self.server.url, secret={"server": self.server.url, "access_token": self._token})

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        return self.server.write(text, by=author, parent=parent or self._notice)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [self.server.write(text, parent=self._notice, at=1_795_300_000.0) for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(remote_id, text)

    async def delete(self, remote_id: str) -> None:
        self.server.delete(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        return self.server.write(text, by=CITY, parent=parent)

    async def with_media(self, text: str, alt: str) -> str:
        media = {"media_type": "IMAGE", "media_url": "https://cdn.example/1.jpg", "alt_text": alt}
        return self.server.write(text, parent=self._notice, **media)

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        item = self.server.items.get(remote_id)
        return None if item is None else _shown(item)

    async def replies(self, parent: str) -> list[OnServer]:
        found = list(self.server.items.values())
        return [_shown(item) for item in found if item.parent == parent and item.username == CITY]

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind is Fault.REVOKED:
            self.server.tokens.clear()
        if kind is Fault.DEAD:
            self.server.leave()
        self.server.fault = kind

    def heal(self) -> None:
        kind, self.server.fault = self.server.fault, None
        if kind is Fault.DEAD:
            self.server.come_back()
        if kind is Fault.REVOKED:
            self._token = self.server.new_token()  # the person pastes a new one


def _shown(item: Item) -> OnServer:
    return OnServer(item.id, item.text, item.parent, "hidden" if item.hidden else "published")


async def open_stand() -> ThreadsStand:
    return ThreadsStand()
