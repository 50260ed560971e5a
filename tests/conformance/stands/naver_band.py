"""Naver BAND as the conformance suite sees it: a fake held to the official description of its Open API.

Citizens write posts in the band, and comments below them where they answer something.
"""

from __future__ import annotations

import html
import time
from collections.abc import Sequence

from connectors.base import ChannelConfig
from connectors.naver_band.parse import keys_of, remote_id
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_naver_band import CITY, FakeComment, FakeNaverBand, FakePost

NO_PRIVACY = "BAND's API neither reads nor sends private messages."
NO_LIMIT = "BAND does not publish how long a comment may be."

FACTS = Facts(
    network="naver_band",
    server="fake, after the official description of BAND's Open API",
    absent={
        "pictures_arrive_with_their_description": "Pictures in a band have no description.",
        "private_posts_are_marked": NO_PRIVACY,
        "a_private_post_is_answered_in_private": NO_PRIVACY,
        "a_text_of_exactly_the_limit_goes_out": NO_LIMIT,
        "one_character_more_is_refused": NO_LIMIT,
        "a_spent_budget_is_not_overdrawn": "BAND's answers do not say how much of the quota is left.",
    },
    page=20,
)


class NaverBandStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeNaverBand(page=FACTS.page).start()
        self.band = self.server.band

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        return ChannelConfig(url=self.server.url, secret={"access_token": self.server.token})

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        if not parent:
            return self._id(self.server.post(text, author=author))
        post = self._post(parent)
        assert post is not None
        return self._id(post, self.server.comment(post, text, author=author))

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        at = time.time()
        return [self._id(self.server.post(text, at=at)) for text in texts]

    async def write_held(self, text: str) -> str:
        raise NotImplementedError

    async def edit(self, remote_id: str, text: str) -> None:
        post, comment = self._find(remote_id)
        assert post is not None
        self.server.edit(comment or post, text)

    async def delete(self, remote_id: str) -> None:
        post, comment = self._find(remote_id)
        assert post is not None
        if comment is not None:
            self.server.delete_comment(post, comment)
        else:
            self.server.delete_post(post)

    async def own(self, text: str, *, parent: str) -> str:
        post = self._post(parent)
        assert post is not None
        return self._id(post, self.server.comment(post, text, own=True))

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    def _id(self, post: FakePost, comment: FakeComment | None = None) -> str:
        keys = (self.band.key, post.key, *([comment.key] if comment else []))
        return remote_id(*keys)

    def _post(self, number: str) -> FakePost | None:
        keys = keys_of(number)
        return None if keys is None else self.band.posts.get(keys[1])

    def _find(self, number: str) -> tuple[FakePost | None, FakeComment | None]:
        keys = keys_of(number)
        post = self._post(number)
        if keys is None or post is None or not keys[2]:
            return post, None
        comment = next((one for one in post.comments if one.key == keys[2]), None)
        return (post, comment) if comment is not None else (None, None)

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        post, comment = self._find(remote_id)
        if post is None:
            return None
        held = comment or post
        return OnServer(remote_id, html.unescape(held.content), self._id(post) if comment else "")

    async def replies(self, parent: str) -> list[OnServer]:
        post = self._post(parent)
        below = post.comments if post is not None else []
        return [
            OnServer(self._id(post, one), html.unescape(one.content), parent)
            for one in below
            if post is not None and one.author == CITY
        ]

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind is Fault.BUDGET_SPENT:
            raise NotImplementedError
        if kind is Fault.DEAD:
            self.server.leave()
        self.server.fault = kind

    def heal(self) -> None:
        kind, self.server.fault = self.server.fault, None
        if kind is Fault.DEAD:
            self.server.come_back()


async def open_stand() -> NaverBandStand:
    return NaverBandStand()
