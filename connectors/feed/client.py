"""Asks one feed and remembers what makes the next question cheap. The reading itself happens off the loop."""

from __future__ import annotations

import asyncio
import functools
import hashlib
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

from connectors.base import (
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    Gone,
    Identity,
    Malformed,
    Outgoing,
    Refused,
    Sent,
    Unreachable,
)
from connectors.feed import CAPABILITIES, NO_STREAM, ONE_WAY
from connectors.feed.reading import Answer, prepare, read_document
from connectors.helper import helper
from connectors.http_parts import may_keep_secrets

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.1"
)
DAY_MS = 86_400_000
LONGEST_WISH_S = 3600.0
"""A feed may ask to be left alone for an hour at most: citizens write to it all day."""

MOST_PAGES = 5
"""Further pages that are read where everything in the first one is new."""

_VOLATILE = re.compile(rb"<(lastBuildDate|pubDate|updated|dc:date|generator)\b[^>]*>[^<]*<")


SHORT = 50_000
"""Bytes of a document that is read here at once: sending it to the helper would take longer."""


@functools.cache
def _reader() -> ThreadPoolExecutor:
    """One thread reads all short feeds: several would only take turns with the window at the interpreter."""
    return ThreadPoolExecutor(1, "feed-reader")


class FeedConnector:
    """One feed. The cursor holds: url, validators, hash of the body, memory of ids, what a 301 announced."""

    def __init__(self, config: ChannelConfig, http: Any, clock: Callable[[], float] = time.time) -> None:
        self._config = config
        self._http = http
        self._clock = clock
        secret = config.secret or {}
        self._auth = (
            (secret["login"], secret["password"]) if secret.get("login") and "password" in secret else None
        )

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def check(self) -> Identity:
        """Read the feed once. Raises Malformed with code "html" where a web page stands there."""
        response = await self._http.get(self._config.url, headers={"Accept": ACCEPT}, auth=self._auth)
        answer = await self._read(response, {})
        return Identity(
            remote_id=response.url,
            name=answer.title or urlsplit(response.url).hostname or "",
            url=answer.link,
            note=f"글 {len(answer.posts)}개를 읽을 수 있습니다. / {len(answer.posts)} posts can be read.",
        )

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """The newest item and how many there are; ``handles`` are addresses of feeds."""
        return [await self._activity_of(address) for address in handles or (self._config.url,)]

    async def _activity_of(self, address: str) -> Activity:
        try:
            auth = self._page_auth(address)
            response = await self._http.get(address, headers={"Accept": ACCEPT}, auth=auth)
        except Gone:
            return Activity(address, "missing")
        except Unreachable as error:
            if error.code in ("http-404", "address"):
                return Activity(address, "missing")
            raise
        answer = await self._read(response, {})
        moments = [post.created_ms for post in answer.posts if post.created_ms is not None]
        return Activity(
            address,
            last_post_ms=max(moments, default=None),
            posts=len(answer.posts),
            name=answer.title,
            url=answer.link,
        )

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """What is new, changed or announced as deleted. Leaving the window is no deletion."""
        page = cursor.get("page") if isinstance(cursor.get("page"), str) else ""
        if page:
            return await self._fetch_page(page, cursor)
        if not cursor:
            helper().prepare(prepare)
        same_address = cursor.get("url") == self._config.url
        validators = cursor.get("validators") if same_address else None
        response = await self._http.get(
            self._config.url,
            headers={"Accept": ACCEPT},
            auth=self._auth,
            validators=validators if isinstance(validators, Mapping) else None,
        )
        moved, address = self._moved(cursor, response.permanent_url)
        wish = _max_age_s(response.headers)
        if response.status == 304:
            return Batch(
                cursor=_with_moved(cursor, moved),
                address=address,
                next_after_s=_within(wish, _wait_s(cursor)),
            )
        digest = await _on_reader(body_digest, response.body)
        damaged = _damaged(cursor)
        kept = {
            "url": self._config.url,
            "hash": digest,
            "validators": {} if damaged and cursor.get("hash") == digest else response.validators,
        }
        if same_address and cursor.get("hash") == digest:
            return Batch(
                cursor=_with_moved({**cursor, **kept}, moved),
                damaged=damaged,
                address=address,
                next_after_s=_within(wish, _wait_s(cursor)),
            )
        answer = await self._read(response, cursor)
        fresh: dict[str, Any] = {**kept, "memory": answer.memory}
        if answer.wait_s:
            fresh["wait_s"] = answer.wait_s
        if answer.damaged:
            # Perhaps only this answer was cut short: a 304 must not say that we have it all.
            fresh |= {"damaged": answer.damaged, "validators": {}}
        # everything in the window is new: there was a gap, and the older pages may hold what fell out of it
        gap = (
            bool(cursor.get("memory"))
            and not answer.overlaps
            and bool(answer.posts)
            and bool(answer.next_page)
        )
        if gap:
            fresh |= {"page": answer.next_page, "pages": 1, "before": cursor.get("memory")}
        return Batch(
            posts=answer.posts,
            gone=answer.gone,
            cursor=_with_moved(fresh, moved),
            more=gap,
            damaged=answer.damaged,
            address=address,
            next_after_s=_within(wish, answer.wait_s),
        )

    async def _fetch_page(self, page: str, cursor: Mapping[str, Any]) -> Batch:
        """An older page (RFC 5005), until one touches what was known before or enough have been read."""
        rest = {key: value for key, value in cursor.items() if key not in ("page", "pages", "before")}
        try:
            response = await self._http.get(page, headers={"Accept": ACCEPT}, auth=self._page_auth(page))
            answer = await self._read(response, {"memory": cursor.get("before")})
        except (Malformed, Unreachable):
            return Batch(cursor=rest)  # the newest page is safe; older ones are a kindness
        pages = cursor.get("pages")
        pages = pages if isinstance(pages, int) else MOST_PAGES
        if answer.overlaps or not answer.posts or not answer.next_page or pages >= MOST_PAGES:
            return Batch(posts=answer.posts, cursor=rest)
        return Batch(
            posts=answer.posts, cursor={**cursor, "page": answer.next_page, "pages": pages + 1}, more=True
        )

    def _page_auth(self, page: str) -> tuple[str, str] | None:
        return self._auth if may_keep_secrets(self._config.url, page) else None

    async def _read(self, response: Any, cursor: Mapping[str, Any]) -> Answer:
        charset = re.search(r"charset=[\"']?([\w.-]{1,40})", response.headers.get("content-type", ""), re.I)
        read = functools.partial(
            read_document,
            response.body,
            response.url,
            charset[1] if charset else "",
            cursor.get("memory"),
            int(self._clock() * 1000),
        )
        if len(response.body) > SHORT:
            return await helper().run(read)
        answer: Answer = await _on_reader(read)
        return answer

    def _moved(self, cursor: Mapping[str, Any], target: str) -> tuple[dict[str, Any] | None, str]:
        """(what to remember of a permanent redirect, the new address once it is certain).

        It is certain when the same answer comes again a day later: a misconfigured firewall redirects
        everything for an hour.
        """
        if not target or target == self._config.url:
            return None, ""
        now_ms = int(self._clock() * 1000)
        before = cursor.get("moved")
        if (
            isinstance(before, Mapping)
            and before.get("to") == target
            and isinstance(before.get("since"), int)
        ):
            if now_ms - before["since"] >= DAY_MS:
                return None, target
            return dict(before), ""
        return {"to": target, "since": now_ms}, ""

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "one-way")
        yield Batch()

    async def send(self, outgoing: Outgoing) -> Sent:
        raise Refused(ONE_WAY, "one-way")

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        return None

    async def aclose(self) -> None:
        """Nothing is held open."""


async def _on_reader(work: Callable[..., Any], *arguments: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(_reader(), work, *arguments)


def body_digest(body: bytes) -> str:
    """Digest of a document without the dates of its head, which many servers set to now."""
    ends = [at for mark in (b"<item", b"<entry", b'"items"') if (at := body.find(mark)) >= 0]
    head = min(ends, default=0)
    digest = hashlib.blake2b(_VOLATILE.sub(b"<", body[: min(head, 100_000)]), digest_size=16)
    tail = body[min(head, 100_000) :]
    if len(tail) < 2_000_000:
        tail = re.sub(rb"<lastBuildDate>[^<]*<", b"<", tail) if b"<lastBuildDate>" in tail else tail
    digest.update(tail)
    return digest.hexdigest()


def _with_moved(cursor: Mapping[str, Any], moved: dict[str, Any] | None) -> Mapping[str, Any]:
    if moved == cursor.get("moved"):
        return cursor
    kept = {key: value for key, value in cursor.items() if key != "moved"}
    return {**kept, "moved": moved} if moved else kept


def _max_age_s(headers: Mapping[str, str]) -> float | None:
    found = re.search(r"(?<![\w-])max-age=(\d{1,9})", headers.get("cache-control", ""))
    return float(found[1]) if found else None


def _damaged(cursor: Mapping[str, Any]) -> str:
    """What was broken in a document that has not changed since."""
    damaged = cursor.get("damaged")
    return damaged if isinstance(damaged, str) else ""


def _wait_s(cursor: Mapping[str, Any]) -> float | None:
    wait = cursor.get("wait_s")
    return float(wait) if isinstance(wait, int | float) else None


def _within(*wishes: float | None) -> float | None:
    """The longest of the feed's wishes, as far as it may go; None where it has none."""
    longest = max((wish for wish in wishes if wish), default=0.0)
    return min(longest, LONGEST_WISH_S) if longest > 0 else None
