"""KakaoTalk chats on a small relay of our own that keeps strictly to the relay's contract."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from connectors.base import ChannelConfig
from connectors.kakao_channel import parse
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.kakao_relay import KakaoRelay

_NOT_TOLD = "Kakao tells a relay neither edits nor deletions nor what was answered elsewhere."

FACTS = Facts(
    network="kakao_channel",
    server="a relay of our own, after the relay's contract; Kakao itself has no API",
    page=200,
    absent={
        "the_answered_post_is_known": "Kakao does not say which message another one answers.",
        "an_author_stays_the_same": "Kakao gives keys instead of names.",
        "private_posts_are_marked": "Every chat is private, there are no public posts to tell them from.",
        "an_edit_is_learned": _NOT_TOLD,
        "a_deletion_is_learned": _NOT_TOLD,
        "an_answer_from_another_program_is_ours": _NOT_TOLD,
        "a_reply_comes_back_once": "The relay hands out what citizens wrote, not our replies.",
        "a_lost_answer_is_looked_up": "No reply is found by its key; the same key sends nothing twice.",
        "a_deleted_post_is_not_answered": _NOT_TOLD,
        "a_spent_budget_is_not_overdrawn": "The relay's contract has no headers about budgets.",
        "a_used_up_quota_is_respected": "The relay's contract has no quota for a day.",
    },
)


class KakaoChannelStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = KakaoRelay().start()
        self._dead = False
        self._texts: dict[str, tuple[str, str]] = {}  # id → (chat, text)

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        secret = {"server": self.server.url, "access_token": self.server.token}
        return ChannelConfig(self.server.url, "한빛시", {"route": "bot"}, secret)

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        return self._put(text)

    def _put(self, text: str, picture: str = "", alt: str = "") -> str:
        message = self.server.write(text, picture=picture, alt=alt)
        number = parse.message_id(message.thread, message.external_id)
        self._texts[number] = (message.thread, text)
        return number

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [self._put(text) for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        raise NotImplementedError

    async def delete(self, remote_id: str) -> None:
        raise NotImplementedError

    async def own(self, text: str, *, parent: str) -> str:
        raise NotImplementedError

    async def with_media(self, text: str, alt: str) -> str:
        return self._put(text, "https://relay.example/files/1.jpg", alt)

    async def holds(self, remote_id: str) -> OnServer | None:
        if remote_id in self._texts:
            return OnServer(remote_id, self._texts[remote_id][1], private=True)
        for answer in self.server.answers.values():
            if parse.message_id(answer.thread, f"reply-{answer.task_id}") == remote_id:
                return OnServer(remote_id, answer.text, private=True)
        return None

    async def replies(self, parent: str) -> list[OnServer]:
        thread, _ = self._texts[parent]
        return [
            OnServer(parse.message_id(thread, f"reply-{one.task_id}"), one.text, parent, private=True)
            for one in self.server.answers.values()
            if one.thread == thread
        ]

    def requests(self) -> int:
        return len(self.server.requests)

    def fault(self, kind: Fault) -> None:
        if kind in (Fault.BUDGET_SPENT, Fault.QUOTA_USED_UP):
            raise NotImplementedError
        self.heal()
        if kind is Fault.DEAD:
            self.server.leave()
            self._dead = True
        elif kind in (Fault.LOST_ANSWER, Fault.LOST_REQUEST):
            self.server.drop = kind.value.removeprefix("lost-")
        else:
            self.server.fault = kind.value

    def heal(self) -> None:
        if self.server.fault == Fault.REVOKED.value:
            self.server.token = secrets.token_urlsafe(24)
        self.server.fault = self.server.drop = ""
        if self._dead:
            self.server.come_back()
            self._dead = False


async def open_stand() -> KakaoChannelStand:
    return KakaoChannelStand()
