"""A feed as the conformance suite sees it: the best that a feed can be, so that every part of it is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.atom_feed import AtomFeed

NONE_HERE = (
    Fault.TOKEN_EXPIRED,
    Fault.FORBIDDEN,
    Fault.QUOTA_USED_UP,
    Fault.BUDGET_SPENT,
    Fault.DOUBLED_PAGE,
    Fault.SHORT_PAGE,
    Fault.LOST_ANSWER,
    Fault.LOST_REQUEST,
)

FACTS = Facts(
    network="feed",
    server="our own server: an Atom feed with answers and announced deletions (RFC 4287, 4685, 6721) behind "
    "HTTP Basic",
    absent={
        "a_long_past_comes_in_pages": "A feed shows one window of its newest items.",
        "a_doubled_page_costs_nothing": "A feed shows one window of its newest items.",
        "a_page_that_is_empty_too_early_costs_nothing": "A feed shows one window of its newest items.",
        "private_posts_are_marked": "A feed holds what everybody may read.",
        "an_answer_from_another_program_is_ours": "A feed does not say which account the city's is.",
        "a_conversation_hangs_together": "A feed does not say which account the city's is.",
        "an_ended_token_is_renewed_once": "A feed has a password at most, and that does not end.",
        "a_spent_budget_is_not_overdrawn": "A feed does not say how often it may be asked.",
        "a_used_up_quota_is_respected": "A feed has no budget for a day.",
    },
)


class FeedStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = AtomFeed()

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        secret = {"login": self.server.login, "password": self.server.password}
        return ChannelConfig(url=self.server.url, secret=secret)

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        return self.server.write(text, author, parent).id

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        now = datetime.now(UTC)
        return [self.server.write(text, "시민", at=now).id for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(remote_id, text)

    async def delete(self, remote_id: str) -> None:
        self.server.delete(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        raise NotImplementedError

    async def with_media(self, text: str, alt: str) -> str:
        entry = self.server.write(text, "시민")
        entry.picture = ("https://city.example/pictures/1.png", alt)
        return entry.id

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        entry = self.server.entries.get(remote_id)
        return None if entry is None else OnServer(entry.id, entry.text, entry.parent)

    async def replies(self, parent: str) -> list[OnServer]:
        raise NotImplementedError

    def requests(self) -> int:
        return self.server.requests

    def fault(self, kind: Fault) -> None:
        if kind in NONE_HERE:
            raise NotImplementedError(kind)
        self.server.begin(kind.value)

    def heal(self) -> None:
        self.server.end()


async def open_stand() -> FeedStand:
    return FeedStand()
