"""One feed's document, all the way from bytes to posts: pure, and made to run in the helper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from connectors.base import Post


@dataclass(frozen=True, slots=True)
class Answer:
    """What one document means, worked out on the reader's thread."""

    title: str
    link: str
    posts: tuple[Post, ...]
    gone: tuple[str, ...]
    memory: dict[str, Any]
    damaged: str
    wait_s: float | None
    next_page: str
    overlaps: bool  # at least one item was there the last time


def prepare() -> None:
    """Import what ``read_document`` needs."""
    from connectors.feed import parse, posts  # noqa: F401


def read_document(body: bytes, url: str, charset: str, memory_value: Any, now_ms: int) -> Answer:
    """The whole way from bytes to posts; pure, and made to run on a thread. Raises Malformed."""
    from connectors.feed.parse import parse
    from connectors.feed.posts import Memory, digest, one_line, to_posts

    feed = parse(body, url, charset)
    memory = Memory.load(memory_value)
    before = set(memory.edges)
    host = urlsplit(url).hostname or ""
    posts, gone = to_posts(feed, memory, now_ms, korean=host.endswith(".kr"))
    wait_s = feed.wait_s
    hour, into_hour_s = (now_ms // 3_600_000) % 24, (now_ms % 3_600_000) / 1000
    if hour in feed.skip_hours:
        wait_s = max(wait_s or 0.0, 3600 - into_hour_s)
    return Answer(
        title=one_line(feed.title),
        link=feed.link,
        posts=tuple(posts),
        gone=tuple(gone),
        memory=memory.dump(),
        damaged=feed.damaged,
        wait_s=wait_s,
        next_page=feed.next_page,
        overlaps=not feed.next_page or not before.isdisjoint(digest(post.remote_id) for post in posts),
    )
