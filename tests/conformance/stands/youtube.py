"""YouTube as the conformance suite sees it: a fake held to Google's description of the Data API."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import ChannelConfig
from connectors.http import Http
from connectors.oauth import TokenKeeper
from connectors.youtube import NETWORK
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_youtube import CITY, Comment, FakeYouTube

FACTS = Facts(
    network="youtube",
    server="fake, after Google's discovery document of the YouTube Data API v3",
    absent={
        "pictures_arrive_with_their_description": "Comments on YouTube have no pictures with a description.",
        "private_posts_are_marked": "YouTube has no private messages.",
        "a_private_post_is_answered_in_private": "YouTube has no private messages.",
        "a_spent_budget_is_not_overdrawn": "YouTube's answers do not say how much of the budget is left.",
    },
    page=20,
    longest_text=10_000,
)

_STATES = {"published": "published", "heldForReview": "held", "likelySpam": "spam", "rejected": "hidden"}


class YouTubeStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeYouTube(page=FACTS.page).start()
        self._http = Http()
        self._keeper = self._sign_in()

    def _sign_in(self) -> TokenKeeper:
        assert NETWORK.renew is not None
        renew = NETWORK.renew

        async def save(secret: object) -> None:
            return None

        return TokenKeeper(self.server.secret(), lambda secret: renew(self._http, secret), save)

    async def aclose(self) -> None:
        await self._http.aclose()
        self.server.stop()

    def config(self) -> ChannelConfig:
        return ChannelConfig(url=self.server.url, secret=dict(self._keeper.secret), tokens=self._keeper)

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        return self.server.comment(text, parent=parent, author=author)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [self.server.comment(text, at=1_795_000_000.0) for text in texts]

    async def write_held(self, text: str) -> str:
        return self.server.comment(text, status="heldForReview")

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(remote_id, text)

    async def delete(self, remote_id: str) -> None:
        self.server.delete(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        return self.server.comment(text, parent=parent, own=True)

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        comment = self.server.comments.get(remote_id)
        return None if comment is None else _shown(comment)

    async def replies(self, parent: str) -> list[OnServer]:
        return [_shown(c) for c in self.server.replies(parent, published=False) if c.author == CITY]

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind is Fault.BUDGET_SPENT:
            raise NotImplementedError
        if kind in (Fault.TOKEN_EXPIRED, Fault.REVOKED):
            self.server.sign_in.tokens.clear()
        if kind is Fault.REVOKED:
            self.server.sign_in.refresh_tokens.clear()
        if kind is Fault.DEAD:
            self.server.leave()
        self.server.fault = kind

    def heal(self) -> None:
        kind, self.server.fault = self.server.fault, None
        if kind is Fault.DEAD:
            self.server.come_back()
        if kind is Fault.REVOKED:
            self._keeper = self._sign_in()  # the person signs in again


def _shown(comment: Comment) -> OnServer:
    return OnServer(comment.id, comment.text, comment.parent, _STATES[comment.status])


async def open_stand() -> YouTubeStand:
    return YouTubeStand()
