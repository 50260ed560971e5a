"""Whether an action may go out at all: asked before it is put into the outbox. Reads, never writes."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.base import Action, Capabilities, clean_text
from desktop.models.channels import ChannelRow
from desktop.models.current import database
from desktop.services.connections import UnknownNetwork, find_network, row_of


class NotSendable(Exception):
    """Nothing was put into the outbox; ``code`` says why (``messages.sentence``)."""

    def __init__(self, code: str, n: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.n = n


@dataclass(frozen=True, slots=True)
class Ready:
    channel_id: int
    text: str


def capabilities_of(row: ChannelRow) -> Capabilities:
    """As the server said, else as its network promises."""
    if row.capabilities is not None:
        return row.capabilities
    try:
        return find_network(row.network).capabilities
    except UnknownNetwork:
        return Capabilities(poll=False)


def prepare(post_id: int, channel_id: int | None, action: Action, text: str) -> Ready:
    """For ``Store.read``. ``channel_id`` None: the channel where the post came in. Raises NotSendable."""
    post = database.execute_sql(
        "SELECT p.channel_id, p.deleted_ms, p.private, a.handle FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    if post is None:
        raise NotSendable("no-post")
    where, deleted_ms, private, answered = post
    row = row_of(where if channel_id is None else channel_id)
    refusal = "cannot-reply" if action is Action.REPLY else "cannot-act"
    if not capabilities_of(row).allows(action):
        raise NotSendable(refusal)
    if row.id != where and row_of(where).network != row.network:
        raise NotSendable(refusal)
    if row.removed_ms is not None or not row.enabled:
        raise NotSendable("channel-off")
    if not action.has_text:
        return Ready(row.id, "")
    if deleted_ms is not None:
        raise NotSendable("post-deleted")
    text = clean_text(text).strip()
    if not text:
        raise NotSendable("empty-text")
    rule = capabilities_of(row).length_of(action, private=bool(private))
    over = rule.over(text, answered or "")
    if over:
        raise NotSendable("too-long", over)
    return Ready(row.id, text)
