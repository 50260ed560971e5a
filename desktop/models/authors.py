"""Citizens as the networks name them: one row for each network, server and remote id."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from connectors.base import Author, clean_id
from desktop.models.search_queue import queue_for_search
from desktop.models.sql import rows_in
from desktop.models.store import Tx

_MOST_REMEMBERED = 50_000
_BY_NAME = "|name|"

Known = tuple[int, str, str, str]  # id, name, handle, url


def server_of(url: str) -> str:
    """The host that gives out the ids of authors; "" where a channel has no address."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def key_of(server: str, author: Author) -> str:
    """What an author is known by; "" for nobody. A mere name is kept for display and is not an identity."""
    if author.remote_id:
        return f"{server}|{clean_id(author.remote_id)}"
    if author.name or author.handle:
        return f"{server}{_BY_NAME}{clean_id(author.handle or author.name)}"
    return ""


def is_identity(key: str) -> bool:
    """False for an author of whom only a name is known: others may have the same one."""
    return _BY_NAME not in key


def remote_id_of(key: str) -> str:
    """The id that the network itself gave the author; "" where only a name is known."""
    return key.partition("|")[2] if is_identity(key) else ""


class Authors:
    """Finds, adds and updates the authors of a batch with a few statements, remembering them between
    batches."""

    def __init__(self, tx: Tx, network: str, server: str) -> None:
        self._tx = tx
        self._network = network
        self._server = server
        self._known: dict[tuple[str, str], Known] = tx.cache.setdefault("authors", {})
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()

    def ids_of(self, authors: Sequence[Author]) -> list[int | None]:
        keys = [key_of(self._server, author) for author in authors]
        wanted = dict(zip(keys, authors, strict=True))
        wanted.pop("", None)
        self._load([key for key in wanted if (self._network, key) not in self._known])
        missing = [key for key in wanted if (self._network, key) not in self._known]
        if missing:
            self._tx.db.connection().executemany(
                "INSERT INTO author (network, key, name, handle, url) VALUES (?, ?, ?, ?, ?)",
                [
                    (self._network, key, wanted[key].name, wanted[key].handle, wanted[key].url)
                    for key in missing
                ],
            )
            self._load(missing)
        for key, author in wanted.items():
            self._keep_current(key, author)
        return [self._known[self._network, key][0] if key else None for key in keys]

    def _load(self, keys: list[str]) -> None:
        if not keys:
            return
        rows = rows_in(
            self._tx.db,
            "SELECT key, id, name, handle, url FROM author WHERE network = ? AND key IN (%s)",
            keys,
            self._network,
        )
        for key, *rest in rows:
            self._known[self._network, key] = (rest[0], rest[1], rest[2], rest[3])

    def _keep_current(self, key: str, author: Author) -> None:
        author_id, name, handle, url = self._known[self._network, key]
        # A batch that does not know the name does not take it away.
        current = (author.name or name, author.handle or handle, author.url or url)
        if current == (name, handle, url):
            return
        if current[:2] != (name, handle):
            rows = self._tx.db.execute_sql("SELECT id FROM post WHERE author_id = ?", (author_id,)).fetchall()
            queue_for_search(self._tx, [row[0] for row in rows])
            self._tx.changes.posts.update(row[0] for row in rows)
        self._tx.db.execute_sql(
            "UPDATE author SET name = ?, handle = ?, url = ? WHERE id = ?", (*current, author_id)
        )
        self._known[self._network, key] = (author_id, *current)
