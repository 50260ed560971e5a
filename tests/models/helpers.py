"""Short ways to say what the tests of the models say often."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from connectors.base import Author, Batch, Post
from desktop.models import channels
from desktop.models.merge import Merged, merge_batch
from desktop.models.schema import database
from desktop.models.search import index_some
from desktop.models.store import Store

NOON = 1_790_000_000_000
"""The moment at which the tests begin (ms)."""

MINUTE = 60_000


class Clock:
    """A clock that stands still until it is told otherwise; in seconds, like time.time."""

    def __init__(self, at_ms: int = NOON) -> None:
        self.at_ms = at_ms

    def __call__(self) -> float:
        return self.at_ms / 1000

    def forward(self, ms: int = MINUTE) -> int:
        self.at_ms += ms
        return self.at_ms


def do(store: Store, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return store.write(work, *args, **kwargs).result()


def ask(store: Store, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return store.read(work, *args, **kwargs).result()


def rows(store: Store, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return ask(store, lambda: database.execute_sql(sql, values).fetchall())


def one(store: Store, sql: str, *values: Any) -> Any:
    """The only value of the only row."""
    (row,) = rows(store, sql, *values)
    return row[0] if len(row) == 1 else row


def channel(store: Store, name: str = "시청 게시판", network: str = "feed", **more: Any) -> int:
    more.setdefault("url", f"https://{name}.example/feed")
    return do(store, channels.add_channel, network=network, name=name, **more)


def post(remote_id: str, text: str = "버스가 늦어요", minutes_ago: float | None = 5, **more: Any) -> Post:
    created = None if minutes_ago is None else NOON - int(minutes_ago * MINUTE)
    more.setdefault("author", Author("u1", "김시민", "kim"))
    return Post(remote_id, text, created_ms=more.pop("created_ms", created), **more)


def merge(store: Store, channel_id: int, *posts: Post, **batch: Any) -> Merged:
    return do(store, merge_batch, channel_id, Batch(posts=posts, **batch))


def id_of(store: Store, remote_id: str) -> int:
    return one(store, "SELECT id FROM post WHERE remote_id = ?", remote_id)


def index_all(store: Store) -> None:
    while do(store, index_some):
        pass


@contextmanager
def copied(blank: Path, clock: Clock | None = None) -> Iterator[Store]:
    """A store of its own, for one example of many."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.db"
        shutil.copy(blank, path)
        with Store.open(path, clock=clock or Clock()) as store:
            yield store
