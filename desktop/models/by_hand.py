"""Posts that somebody took down by hand, kept in a channel for each place where such words are heard."""

from __future__ import annotations

from typing import NamedTuple

from connectors.base import Batch, Post
from desktop.models import channels, merge
from desktop.models.errors import DuplicateChannel
from desktop.models.permissions import need
from desktop.models.store import Tx

NETWORK = "manual"


class Kept(NamedTuple):
    """Where a post lies now."""

    channel_id: int
    post_id: int


def keep_post(tx: Tx, source: str, post: Post) -> Kept:
    """Store the post in its source's channel, which is made when it is first used."""
    need(tx, "post.keep")
    try:
        channel_id = channels.add_channel(tx, network=NETWORK, name=source, right="post.keep")
    except DuplicateChannel as known:
        channel_id = known.channel_id
    merge.merge_batch(tx, channel_id, Batch(posts=(post,)))
    channels.record_success(tx, channel_id)
    row = tx.db.execute_sql(
        "SELECT id FROM post WHERE channel_id = ? AND remote_id = ?", (channel_id, post.remote_id)
    ).fetchone()
    return Kept(channel_id, int(row[0]))
