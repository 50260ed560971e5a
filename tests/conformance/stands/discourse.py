"""A Discourse forum as the conformance suite sees it: a fake held to the official API description."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_discourse import Entry, FakeDiscourse, seen

PUBLIC = "Posts in a forum's categories are public; its private messages are not read."

FACTS = Facts(
    network="discourse",
    server="fake, after the official OpenAPI description of Discourse",
    absent={
        "private_posts_are_marked": PUBLIC,
        "a_private_post_is_answered_in_private": PUBLIC,
        "a_spent_budget_is_not_overdrawn": "Answers of Discourse do not say how much of the budget is left.",
    },
    page=20,
    longest_text=32_000,
)


class DiscourseStand:
    facts = FACTS

    def __init__(self) -> None:
        self.server = FakeDiscourse(page=FACTS.page, min_post_length=1).start()

    async def aclose(self) -> None:
        self.server.stop()

    def config(self) -> ChannelConfig:
        return ChannelConfig(self.server.url, secret={"login": "hanbit", "api_key": self.server.key})

    # --- citizens, and the city in another program --------------------------------------------------------

    def _post(self, author: str, text: str, parent: str = "", at: float | None = None) -> str:
        username = "hanbit" if author == "" else f"user{sum(map(ord, author))}"
        self.server.user(username, author)
        return str(self.server.post(username, text, reply_to=int(parent) if parent else None, at=at))

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        return self._post(author, text, parent)

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [self._post("시민", text, at=1_795_300_000.0) for text in texts]

    async def write_held(self, text: str) -> str:
        raise NotImplementedError

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.edit(int(remote_id), text)

    async def delete(self, remote_id: str) -> None:
        self.server.posts[int(remote_id)].deleted = True

    async def own(self, text: str, *, parent: str) -> str:
        return self._post("", text, parent)

    async def with_media(self, text: str, alt: str) -> str:
        return self._post("시민", f"{text}\n\n![{alt}|690x388](upload://abc123)")

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        post = self.server.posts.get(int(remote_id))
        return None if post is None else self._shown(post)

    async def replies(self, parent: str) -> list[OnServer]:
        posts = [p for p in self.server.posts.values() if p.user is self.server.city and not p.deleted]
        return [one for one in map(self._shown, posts) if one.parent_id == parent]

    def _shown(self, post: Entry) -> OnServer:
        answered = [p.id for p in self.server.posts.values() if p.number == post.reply_to]
        state = "gone" if post.deleted else "hidden" if post.hidden else "published"
        liked = self.server.city.id in post.likes
        return OnServer(str(post.id), seen(post.raw), str(answered[0]) if answered else "", state, liked)

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind is Fault.BUDGET_SPENT:
            raise NotImplementedError
        self.server.order(kind)

    def heal(self) -> None:
        self.server.heal()


async def open_stand() -> DiscourseStand:
    return DiscourseStand()
