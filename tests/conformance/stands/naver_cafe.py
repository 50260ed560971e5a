"""Naver Cafe on our own fake, written after Naver's guide: a cafe of the city that still has a feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from connectors.base import ChannelConfig
from connectors.http import Http
from connectors.naver_cafe import NETWORK
from connectors.oauth import TokenKeeper
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_naver import FakeNaver

_ONE_CALL = "Naver's only call writes a new article: nothing can be asked of it or of the question."
_NO_COMMENTS = "Naver Cafe has no API for comments; only articles are read."

FACTS = Facts(
    network="naver_cafe",
    server="fake, after Naver's official guide",
    page=100,
    absent={
        "the_answered_post_is_known": _NO_COMMENTS,
        "pictures_arrive_with_their_description": "A feed's pictures have no description.",
        "private_posts_are_marked": "Only public articles can be found.",
        "a_deletion_is_learned": "A search result that vanished proves nothing.",
        "an_answer_from_another_program_is_ours": "Nothing tells who wrote an article in the browser.",
        "the_same_key_posts_once": "Naver has no key against doubling: a lost answer stays with a person.",
        "a_lost_request_is_sent_again": "An article that is not found proves nothing.",
        "another_answer_is_not_taken_for_ours": "Not found is said as unknown, and stays with a person.",
        "a_server_error_never_doubles_a_reply": "It stays unknown until a person has looked.",
        "a_deleted_post_is_not_answered": _ONE_CALL,
        "a_private_post_is_answered_in_private": "Every article is public or for the members of the cafe.",
        "a_text_of_exactly_the_limit_goes_out": "Naver publishes no limit.",
        "one_character_more_is_refused": "Naver publishes no limit.",
        "an_ended_token_is_renewed_once": "Reading needs no token; it is renewed when an answer is sent.",
        "a_spent_budget_is_not_overdrawn": "Naver sends no headers about budgets.",
    },
)


class NaverCafeStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeNaver().start()
        self._dead = False
        self._http = Http()
        access, refresh = self.server.sign_in()
        self.secret: dict[str, str] = {
            "server": self.server.url,
            "client_id": self.server.client_id,
            "client_secret": self.server.client_secret,
            "access_token": access,
            "refresh_token": refresh,
        }

    async def aclose(self) -> None:
        await self._http.aclose()
        self.server.stop()

    def config(self) -> ChannelConfig:
        async def renew(secret: Mapping[str, str]) -> Mapping[str, str]:
            assert NETWORK.renew is not None
            return await NETWORK.renew(self._http, secret)

        async def save(secret: Mapping[str, str]) -> None:
            self.secret = dict(secret)

        options: dict[str, Any] = {"words": "한빛시", "club_id": self.server.club.number, "menu_id": "1"}
        tokens = TokenKeeper(self.secret, renew, save)
        return ChannelConfig(self.server.url, self.server.club.name, options, self.secret, tokens)

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if parent or private:
            raise NotImplementedError
        return self._id(self.server.article(text, author=author))

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [await self.write(text) for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        self._article(remote_id).content = text

    async def delete(self, remote_id: str) -> None:
        self._article(remote_id).gone = True

    async def own(self, text: str, *, parent: str) -> str:
        raise NotImplementedError

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    async def holds(self, remote_id: str) -> OnServer | None:
        found = self.server.articles.get(remote_id.rpartition("/")[2])
        if found is None or not remote_id.startswith(self.server.club.name + "/"):
            return None
        return OnServer(remote_id, found.text, state="gone" if found.gone else "published")

    async def replies(self, parent: str) -> list[OnServer]:
        url = self._article(parent).url
        return [
            OnServer(self._id(one.number), one.text, parent)
            for one in self.server.articles.values()
            if one.own and f"질문: {url}\n" in one.text
        ]

    def requests(self) -> int:
        return len(self.server.requests)

    def fault(self, kind: Fault) -> None:
        if kind in (Fault.BUDGET_SPENT,):
            raise NotImplementedError
        self.heal()
        if kind is Fault.DEAD:
            self.server.leave()
            self._dead = True
        elif kind in (Fault.LOST_ANSWER, Fault.LOST_REQUEST):
            self.server.drop = kind.value.removeprefix("lost-")
        elif kind is Fault.TOKEN_EXPIRED:
            self.server.end_tokens()
        elif kind is Fault.REVOKED:
            self.server.end_tokens()
            self.server.fault = kind.value
        else:
            self.server.fault = kind.value

    def heal(self) -> None:
        revoked = self.server.fault == Fault.REVOKED.value
        self.server.fault = self.server.drop = ""
        if self._dead:
            self.server.come_back()
            self._dead = False
        if revoked:
            access, refresh = self.server.sign_in()
            self.secret = {**self.secret, "access_token": access, "refresh_token": refresh}

    def _id(self, number: str) -> str:
        return f"{self.server.club.name}/{number}"

    def _article(self, remote_id: str) -> Any:
        return self.server.articles[remote_id.rpartition("/")[2]]


async def open_stand() -> NaverCafeStand:
    return NaverCafeStand()
