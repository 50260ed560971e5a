"""What a channel remembers between two rounds: the newest posts and their versions, a bounded number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from connectors.bluesky.parse import POST, View, optional_uri, place

REMEMBERED = 500
"""Posts whose version is remembered. Those behind them are reported again when a long round meets them, which
changes nothing."""

LISTED, OWN, OTHER = "n", "o", "t"
"""Where a post was met first: in the notifications, among our own, or in a thread or search."""


class Memory:
    """``entries``: short address → [version, replies that were read, milliseconds, where it was met]."""

    def __init__(self, state: Mapping[str, Any]) -> None:
        found = state.get("seen")
        self.entries: dict[str, list[Any]] = {
            key: list(entry)
            for key, entry in (found.items() if isinstance(found, dict) else ())
            if isinstance(entry, list) and len(entry) == 4 and isinstance(entry[2], int)
        }

    def as_json(self) -> dict[str, list[Any]]:
        newest = sorted(self.entries.items(), key=lambda item: item[1][2], reverse=True)
        return dict(newest[:REMEMBERED])

    def knows(self, uri: str, cid: str) -> bool:
        """Whether that very version has been reported, in whatever state it was."""
        entry = self.entries.get(short(uri))
        return entry is not None and str(entry[0]).startswith(cid[-8:] + ".")

    def remember(self, view: View, met: str, listed_ms: int | None = None) -> bool:
        """Whether the post is new, or another version or state of it than before."""
        key, version = short(view.ref.uri), f"{view.ref.cid[-8:]}.{view.post.state[:1]}"
        entry = self.entries.get(key)
        if entry is None:
            moment = listed_ms if listed_ms is not None else view.post.created_ms or 0
            self.entries[key] = [version, 0, moment, met]
            return True
        if met == LISTED and listed_ms is not None:
            entry[2], entry[3] = listed_ms, LISTED
        changed = bool(entry[0] != version)
        entry[0] = version
        return changed

    def unread(self, view: View) -> bool:
        """Whether the post has more answers than were read below it."""
        entry = self.entries.get(short(view.ref.uri))
        return entry is not None and view.replies > int(entry[1])

    def has_read(self, view: View) -> None:
        entry = self.entries.get(short(view.ref.uri))
        if entry is not None:
            entry[1] = view.replies

    def forget(self, uris: Iterable[str]) -> None:
        for uri in uris:
            self.entries.pop(short(uri), None)

    def newest(self, count: int) -> list[str]:
        keys = sorted(self.entries, key=lambda key: int(self.entries[key][2]), reverse=True)
        return [whole(key) for key in keys[:count]]

    def listed_between(self, low_ms: int, high_ms: int | None) -> list[str]:
        """What a list of notifications must hold between two moments, both excluded."""
        return [
            whole(key)
            for key, (_, _, moment, met) in self.entries.items()
            if met == LISTED and moment > low_ms and (high_ms is None or moment < high_ms)
        ]

    def own(self) -> list[str]:
        return [whole(key) for key, entry in self.entries.items() if entry[3] == OWN]


def short(uri: str) -> str:
    """An address without what all of them have in common."""
    return uri.removeprefix("at://").replace(f"/{POST}/", "/", 1)


def whole(key: str) -> str:
    if key.count("/") == 1:
        did, _, rkey = key.partition("/")
        return f"at://{did}/{POST}/{rkey}"
    return f"at://{key}"


def rkey_of(uri: str) -> str:
    return place(uri).rkey if optional_uri(uri) else ""
