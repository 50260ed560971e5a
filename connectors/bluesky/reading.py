"""What is asked of the server for one round: pages of notifications, posts by their address, own records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from connectors.bluesky import parse
from connectors.bluesky.api import Api
from connectors.bluesky.parse import View
from connectors.json_values import string

PAGE = 100
POSTS_AT_ONCE = 25
GATE_PAGES = 20
"""So many pages of threads with rules: two thousand threads."""

THREADGATE = "app.bsky.feed.threadgate"

REASONS = ("reply", "mention", "quote")


class Reading:
    """Reads as one account. ``hidden`` are the replies that the city's own threads hide, as last read."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.hidden: frozenset[str] = frozenset()

    async def notifications(self, cursor: str) -> parse.Page:
        place = {"cursor": cursor} if cursor else {}
        return parse.page(
            await self._api.get(
                "app.bsky.notification.listNotifications", limit=PAGE, reasons=list(REASONS), **place
            )
        )

    async def posts(self, uris: Iterable[str], own: str) -> tuple[dict[str, View], int]:
        """Posts as they are now, by their address; those that are gone or not shown to us are missing."""
        wanted = list(dict.fromkeys(uris))
        found: dict[str, View] = {}
        broken = 0
        for start in range(0, len(wanted), POSTS_AT_ONCE):
            value = await self._api.get("app.bsky.feed.getPosts", uris=wanted[start : start + POSTS_AT_ONCE])
            views, bad = parse.views(value, own, self.hidden)
            found |= {view.ref.uri: view for view in views}
            broken += bad
        return found, broken

    async def post(self, uri: str, own: str) -> View | None:
        found, _ = await self.posts([uri], own)
        return found.get(uri)

    async def record(self, uri: str) -> Mapping[str, Any] | None:
        """A record by its address; None is the proof that it is deleted, whoever has blocked whom."""
        where = parse.place(uri)
        answer = await self._api.call(
            "GET",
            "com.atproto.repo.getRecord",
            {"repo": where.did, "collection": where.collection, "rkey": where.rkey},
        )
        if answer.ok and isinstance(answer.value, dict):
            return answer.value
        # An account that is gone takes its posts along; that error has no name of its own.
        if answer.error == "RecordNotFound" or answer.reason.startswith("Could not find repo"):
            return None
        raise self._api.refusal(answer, reading=True)

    async def records(self, own: str, collection: str, pages: int = 1) -> list[Mapping[str, Any]]:
        """The newest records of a kind of the city's own."""
        found: list[Mapping[str, Any]] = []
        place: dict[str, str] = {}
        for _ in range(pages):
            value = await self._api.get(
                "com.atproto.repo.listRecords", repo=own, collection=collection, limit=PAGE, **place
            )
            records = value.get("records") if isinstance(value, dict) else None
            page = [r for r in (records if isinstance(records, list) else ()) if isinstance(r, dict)]
            found += page
            cursor = string(value.get("cursor")) if isinstance(value, dict) else ""
            if len(page) < PAGE or not cursor or cursor == place.get("cursor"):
                break
            place = {"cursor": cursor}
        return found

    async def read_hidden(self, own: str) -> None:
        """Which replies are hidden now, here or in any other program: threadgates are our own records, and
        those of old threads count as well."""
        records = await self.records(own, THREADGATE, GATE_PAGES)
        self.hidden = parse.hidden_replies({"records": records})

    async def below(self, uri: str, own: str) -> list[View]:
        """The replies below a post."""
        answer = await self._api.call(
            "GET", "app.bsky.feed.getPostThread", {"uri": uri, "depth": 10, "parentHeight": 0}
        )
        if answer.error == "NotFound":
            return []
        if not answer.ok:
            raise self._api.refusal(answer, reading=True)
        return parse.thread(answer.value, own, self.hidden)

    async def search(self, words: str, own: str, cursor: str = "") -> tuple[list[View], str, int]:
        place = {"cursor": cursor} if cursor else {}
        value = await self._api.get("app.bsky.feed.searchPosts", q=words, sort="latest", limit=PAGE, **place)
        views, broken = parse.views(value, own, self.hidden)
        return views, string(value.get("cursor")) if isinstance(value, dict) else "", broken
