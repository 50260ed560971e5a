"""Naver Blog on our own fake, written after Naver's guide: other people's posts by the search."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_naver import FakeNaver

_NO_COMMENTS = "Naver Blog has no API for comments; only posts are read."
_DAY_ONLY = "The search tells the day of a post, not its time."
_NO_SIGNAL = "The search shows another excerpt for each word, and deletions show nowhere."

FACTS = Facts(
    network="naver_blog",
    server="fake, after Naver's official guide",
    page=100,
    absent={
        "the_answered_post_is_known": _NO_COMMENTS,
        "times_are_utc": _DAY_ONLY,
        "pictures_arrive_with_their_description": "The search gives no pictures.",
        "private_posts_are_marked": "Only public posts can be found.",
        "an_edit_is_learned": _NO_SIGNAL,
        "a_deletion_is_learned": _NO_SIGNAL,
        "an_answer_from_another_program_is_ours": _NO_COMMENTS,
        "an_ended_token_is_renewed_once": "The keys of an application do not end.",
        "a_spent_budget_is_not_overdrawn": "Naver sends no headers about budgets.",
    },
)

_NONE = (
    Fault.TOKEN_EXPIRED,
    Fault.BUDGET_SPENT,
    Fault.LOST_ANSWER,
    Fault.LOST_REQUEST,
)


class NaverBlogStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeNaver().start()
        self.server.own_post("겨울 제설을 시작합니다.", title="겨울 제설 안내 & 연락처")
        self._dead = False

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        secret = {
            "server": self.server.url,
            "client_id": self.server.client_id,
            "client_secret": self.server.client_secret,
        }
        return ChannelConfig(self.server.url, "hanbit", {"words": "한빛시"}, secret)

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if parent or private:
            raise NotImplementedError
        return self._number(self.server.blog_post(text, author=author).url)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [await self.write(text) for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        raise NotImplementedError

    async def delete(self, remote_id: str) -> None:
        raise NotImplementedError

    async def own(self, text: str, *, parent: str) -> str:
        raise NotImplementedError

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    async def holds(self, remote_id: str) -> OnServer | None:
        for one in self.server.found:
            if self._number(one.url) == remote_id:
                return OnServer(remote_id, one.text)
        return None

    async def replies(self, parent: str) -> list[OnServer]:
        raise NotImplementedError

    def requests(self) -> int:
        return len(self.server.requests)

    def fault(self, kind: Fault) -> None:
        if kind in _NONE:
            raise NotImplementedError
        self.heal()
        if kind is Fault.DEAD:
            self.server.leave()
            self._dead = True
        else:
            self.server.fault = kind.value

    def heal(self) -> None:
        self.server.fault = ""
        if self._dead:
            self.server.come_back()
            self._dead = False

    @staticmethod
    def _number(url: str) -> str:
        return "/".join(url.rsplit("/", 2)[1:])


async def open_stand() -> NaverBlogStand:
    return NaverBlogStand()
