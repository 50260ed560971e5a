"""An Instagram account on the fake of Meta's servers. Citizens comment below a post of the city."""

from __future__ import annotations

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts
from tests.conformance.stands.facebook import GraphStand
from tests.servers.fake_graph_state import IG, Node

FACTS = Facts(
    "instagram",
    "fake, after the machine-readable description of the Instagram API (v25.0)",
    absent={
        "an_edit_is_learned": "Comments on Instagram cannot be changed by anybody.",
        "pictures_arrive_with_their_description": "Comments have no pictures, and the description of a "
        "picture in which the city is tagged is not told.",
    },
    page=20,
    longest_text=2200,
)


class Stand(GraphStand):
    facts = FACTS
    account = IG

    def make_notice(self) -> str:
        return str(self.server.state.media("내일 단수 안내").id)

    def config(self) -> ChannelConfig:
        # Without ``tokens``: a token that has ended cannot be renewed (instagram.md section 2).
        return ChannelConfig(self.server.url, secret={"access_token": self.server.ig_token})

    def comment(self, on: str, text: str, author: str, alt: str = "") -> Node:
        return self.server.state.ig_comment(on, text, author)

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError


async def open_stand() -> Stand:
    return Stand()
