"""A Facebook Page on the fake of Meta's servers. Citizens comment below a notice of the city."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fake_graph import FakeGraph
from tests.servers.fake_graph_state import PAGE, Node

FACTS = Facts(
    "facebook",
    "fake, after the Graph API's machine-readable description (v25.0)",
    page=20,
    longest_text=8000,
)


class GraphStand:
    """What the stands of both networks share."""

    facts = FACTS
    account = PAGE

    def __init__(self) -> None:
        self.server = FakeGraph().start()
        self.server.page_size = FACTS.page
        self.notice = self.make_notice()

    async def aclose(self) -> None:
        self.server.stop()

    def make_notice(self) -> str:
        return str(self.server.state.post("내일 단수 안내").id)

    def config(self) -> ChannelConfig:
        return ChannelConfig(self.server.url, secret={"access_token": self.server.page_token})

    def comment(self, on: str, text: str, author: str, alt: str = "") -> Node:
        return self.server.state.comment(on, text, author, alt=alt)

    # --- citizens -----------------------------------------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        return str(self.server.do(self._write, text, parent, author, private))

    def _write(self, text: str, parent: str, author: str, private: bool) -> str:
        state = self.server.state
        person = state.person(author)
        if private:
            return state.message(self.account, person, text, person).id
        return self.comment(parent or self.notice, text, person).id

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return [str(number) for number in self.server.do(self._write_together, texts)]

    def _write_together(self, texts: Sequence[str]) -> list[str]:
        made = [self.comment(self.notice, text, self.server.state.person("시민")) for text in texts]
        for one in made:
            one.created = made[0].created
        return [one.id for one in made]

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.state.nodes[remote_id].text = text

    async def delete(self, remote_id: str) -> None:
        self.server.do(self.server.state.remove, remote_id)

    async def own(self, text: str, *, parent: str) -> str:
        return self.server.do(self.comment, parent, text, self.account).id

    async def with_media(self, text: str, alt: str) -> str:
        person = self.server.state.person("시민")
        return self.server.do(self.comment, self.notice, text, person, alt).id

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        node = self.server.state.nodes.get(remote_id)
        return None if node is None else shown(node)

    async def replies(self, parent: str) -> list[OnServer]:
        return self.server.do(self._replies, parent)

    def _replies(self, parent: str) -> list[OnServer]:
        state = self.server.state
        ours = [node for node in state.nodes.values() if node.author == self.account]
        below = [n for n in ours if parent in (n.parent, n.about) or (n.thread == parent and not n.parent)]
        asked = state.nodes.get(parent)
        if asked is not None and asked.kind == "Message":
            below += [n for n in ours if n.thread == asked.thread and n.number > asked.number]
        return [shown(node) for node in below]

    def requests(self) -> int:
        return len(self.server.requests)

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind is Fault.DEAD:
            self.server.leave()
        self.server.fault = kind

    def heal(self) -> None:
        kind, self.server.fault = self.server.fault, None
        if kind is Fault.DEAD:
            self.server.come_back()


def shown(node: Node) -> OnServer:
    return OnServer(
        node.id,
        node.text,
        node.parent or (node.thread if node.kind != "Message" else ""),
        "hidden" if node.hidden else "published",
        node.liked,
        node.kind == "Message",
    )


async def open_stand() -> GraphStand:
    return GraphStand()
