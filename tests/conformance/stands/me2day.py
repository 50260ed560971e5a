"""me2day as the conformance suite sees it: a fake held to the recorded answers of the API of 2013.

Citizens only ever write comments below the city's posts, and an answer to a comment begins by summoning its
author; the stand writes as they did.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_me2day import FakeComment, FakeMe2day

NO_PRIVACY = "The API of me2day had no private messages."
NO_BUDGET = "The API of me2day had no budget that it told of; only HTTP's 429 is obeyed."

FACTS = Facts(
    network="me2day",
    server="fake, after answers of the API that were recorded in 2013",
    absent={
        "an_edit_is_learned": "Comments on me2day cannot be changed once they are written.",
        "pictures_arrive_with_their_description": "Pictures on me2day have no description.",
        "private_posts_are_marked": NO_PRIVACY,
        "a_private_post_is_answered_in_private": NO_PRIVACY,
        "an_ended_token_is_renewed_once": "A user key of me2day does not end; it can only be changed.",
        "a_spent_budget_is_not_overdrawn": NO_BUDGET,
        "a_used_up_quota_is_respected": NO_BUDGET,
    },
    page=20,
    longest_text=150,
)

OWN_POSTS = 26
"""More than a page of them, so that comments below older ones are there too."""


class Me2dayStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeMe2day(page=FACTS.page).start()
        start = time.time() - OWN_POSTS * 3600
        self._posts = [
            self.server.post(f"시정 소식 {n + 1}", tags="한빛시 소식", at=start + n * 3600)
            for n in range(OWN_POSTS)
        ]
        self._turn = 0

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        return ChannelConfig(url=self.server.url, secret={"login": "excity", "user_key": "00112233"})

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        return self._comment(text, parent, self.server.person(author))

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        at = time.time()
        return [self.server.comment(self._posts[-1], text, at=at) for text in texts]

    async def write_held(self, text: str) -> str:
        raise NotImplementedError

    async def edit(self, remote_id: str, text: str) -> None:
        raise NotImplementedError

    async def delete(self, remote_id: str) -> None:
        self.server.delete_comment(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        return self._comment(text, parent, "excity")

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    def _comment(self, text: str, parent: str, author: str) -> str:
        answered = self.server.find(parent)
        if answered is not None:
            text = self.server.summons(answered.author) + text
            return self.server.comment(answered.post, text, author=author)
        if not parent:
            self._turn += 1
            parent = self._posts[-1 - self._turn % len(self._posts)]
        return self.server.comment(parent, text, author=author)

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        comment = self.server.find(remote_id)
        return None if comment is None else self._shown(comment)

    async def replies(self, parent: str) -> list[OnServer]:
        answered = self.server.find(parent)
        number = answered.post if answered is not None else parent
        if number not in self.server.posts:
            number = "p" + parent.partition("-")[2]  # a comment that was deleted
        below = self.server.posts[number].comments
        start = below.index(answered) if answered in below else 0
        summons = self.server.summons(answered.author) if answered is not None else ""
        return [
            self._shown(comment, parent)
            for comment in below[start:]
            if comment.author == "excity" and comment.typed.startswith(summons)
        ]

    def _shown(self, comment: FakeComment, parent: str = "") -> OnServer:
        shown = self.server.shown(comment)
        return OnServer(comment.id, shown, parent or comment.post)

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind in (Fault.TOKEN_EXPIRED, Fault.QUOTA_USED_UP, Fault.BUDGET_SPENT):
            raise NotImplementedError
        if kind is Fault.DEAD:
            self.server.leave()
        self.server.fault = kind

    def heal(self) -> None:
        kind, self.server.fault = self.server.fault, None
        if kind is Fault.DEAD:
            self.server.come_back()


async def open_stand() -> Me2dayStand:
    return Me2dayStand()
