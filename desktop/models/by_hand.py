"""Posts that somebody took down by hand, kept in a channel for each place where such words are heard."""

from __future__ import annotations

from connectors.base import Batch, Post
from desktop.models import channels, merge
from desktop.models.errors import DuplicateChannel
from desktop.models.permissions import need
from desktop.models.store import Tx

NETWORK = "manual"


def keep_post(tx: Tx, source: str, post: Post) -> int:
    """Store the post in its source's channel, which is made when it is first used; the id of that channel."""
    need(tx, "post.keep")
    try:
        channel_id = channels.add_channel(tx, network=NETWORK, name=source, right="post.keep")
    except DuplicateChannel as known:
        channel_id = known.channel_id
    merge.merge_batch(tx, channel_id, Batch(posts=(post,)))
    channels.record_success(tx, channel_id)
    return channel_id


def find_post(tx: Tx, channel_id: int, remote_id: str) -> int:
    """The number of a post that was just kept."""
    row = tx.db.execute_sql(
        "SELECT id FROM post WHERE channel_id = ? AND remote_id = ?", (channel_id, remote_id)
    ).fetchone()
    return int(row[0])
