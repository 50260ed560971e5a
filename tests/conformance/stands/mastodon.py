"""Mastodon as the conformance suite sees it: no real server of it can be installed from a package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_mastodon_faults import FaultyMastodon

FACTS = Facts(
    network="mastodon",
    server="fake, after the official documentation and the source of Mastodon 4.4; "
    "what it can do is also tested against mastodon_mock 0.6.1",
    absent={
        "an_ended_token_is_renewed_once": "Tokens of Mastodon do not end.",
        "a_used_up_quota_is_respected": "Mastodon has no budget for a day.",
        "a_page_that_is_empty_too_early_costs_nothing": (
            "Mastodon's lists say only by an empty page that they have ended."
        ),
    },
    page=10,
    longest_text=480,
)


class MastodonStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FaultyMastodon()
        self.server.page_size = FACTS.page
        self.server.start()

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        secret = {
            "server": self.server.url,
            "access_token": self.server.token,
            "account_id": self.server.city.id,
        }
        return ChannelConfig(url=self.server.url, secret=secret)

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        more: dict[str, Any] = {"reply_to": parent, "visibility": "direct" if private else "public"}
        return self.server.post(self._citizen(author), f"@hanbit {text}", **more)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [self.server.mention(text, created_at="2026-11-20T02:11:09.412Z") for text in texts]

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(remote_id, f"@hanbit {text}")

    async def delete(self, remote_id: str) -> None:
        self.server.delete(remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        return self.server.post(self.server.city, f"@gildong@forum.example {text}", reply_to=parent)

    async def with_media(self, text: str, alt: str) -> str:
        picture = {
            "id": "22348641",
            "type": "image",
            "url": "https://files.forum.example/original/22348641.png",
            "preview_url": "https://files.forum.example/small/22348641.png",
            "remote_url": None,
            "description": alt,
        }
        return self.server.mention(text, media_attachments=[picture])

    def _citizen(self, name: str) -> Any:
        for account in self.server.accounts.values():
            if account.display_name == name:
                return account
        username = f"citizen{len(self.server.accounts)}"
        return self.server.add_account(username, name, f"{username}@forum.example")

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        status = self.server.statuses.get(remote_id)
        if status is None:
            return None
        return OnServer(
            remote_id,
            status["_source"],
            status["in_reply_to_id"] or "",
            liked=self.server.city.id in self.server.likes.get(remote_id, ()),
            private=status["visibility"] == "direct",
        )

    async def replies(self, parent: str) -> list[OnServer]:
        ours = [
            status["id"]
            for status in self.server.statuses.values()
            if status["in_reply_to_id"] == parent and status["account"]["id"] == self.server.city.id
        ]
        return [one for one in [await self.holds(number) for number in ours] if one is not None]

    def requests(self) -> int:
        return len(self.server.requests)

    def fault(self, kind: Fault) -> None:
        self.server.begin(kind)

    def heal(self) -> None:
        self.server.end()


async def open_stand() -> MastodonStand:
    return MastodonStand()
