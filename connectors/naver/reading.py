"""A round through a channel's feeds and search words, one page of the search a call.

Feeds are read by ``connectors.feed``. The cursor holds ``feeds`` (the cursor of each), ``off`` (feeds that
were found switched off, and when), ``words`` (what of each word was seen), ``fed`` (what the
feeds brought) and, within a round, ``round``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from connectors.base import (
    AuthExpired,
    Batch,
    ChannelConfig,
    ConnectorError,
    Gone,
    Malformed,
    Post,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.feed.client import FeedConnector
from connectors.http import Http
from connectors.naver.search import DEEP_EVERY_MS, REMEMBERED, Page, Place, mark_of, split_marks

log = logging.getLogger(__name__)

ROUND_LASTS_MS = 600_000
"""A round that was left longer ago begins anew, so that feeds do not wait for a search that fails."""

OFF_LASTS_MS = 24 * 3_600_000
"""A feed that is switched off is asked for again after a day (naver_cafe.md section 6)."""

FED = 300
"""Entries of feeds that are remembered, so that the search does not bring them again."""

_OFF_CODES = ("http-404", "http-403", "html", "not-a-feed", "empty")

FEED_OFF = (
    "{name}: RSS가 꺼져 있거나 공개되지 않았습니다. / {name}: its RSS feed is switched off or not open."
)
FEED_FAILED = "{name}: RSS를 읽지 못했습니다. / {name}: its RSS feed could not be read."
BROKEN = "항목 {count}개를 읽지 못했습니다. / {count} entries could not be read."
NO_KEYS = (
    "클라이언트 ID와 클라이언트 시크릿이 없어 검색하지 않습니다. / "
    "There is no Client ID and Client Secret, so nothing is searched for."
)
NOTHING_TO_READ = (
    "읽을 주소나 검색어를 적어 주세요. / Please give an address to read or a word to search for."
)

Search = Callable[[str, int], Awaitable[Page]]
"""``await search(word, start)``"""


def open_feed(url: str, http: Http) -> FeedConnector:
    return FeedConnector(ChannelConfig(url=url), http, lambda: time.time())


class Reading:
    """``feeds`` maps a name to the address of its feed; ``own_post(name, post)`` turns an entry of a feed
    into the post it is for this network. Without ``search`` the words are left alone; ``may_search`` raises
    RateLimited while it has to wait."""

    def __init__(
        self,
        http: Http,
        feeds: Mapping[str, str],
        words: Sequence[str],
        search: Search | None,
        feed_post: Callable[[str, Post], Post],
        may_search: Callable[[], None] = lambda: None,
    ) -> None:
        self._feeds = {name: open_feed(url, http) for name, url in feeds.items()}
        self._words = list(words) if search is not None else []
        self._search = search
        self._may_search = may_search
        self._unasked = bool(words) and search is None
        self._feed_post = feed_post

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``."""
        if not self._feeds and not self._words:
            if self._unasked:
                raise AuthExpired("no client id", "not-signed-in")
            raise Refused(NOTHING_TO_READ, "nothing-to-read")
        state = _state_of(cursor, list(self._feeds), self._words)
        running = state.pop("round", None)
        now_ms = _now_ms()
        if self._words:
            self._may_search()
        if self._goes_on(running, now_ms):
            return await self._page(state, running)
        posts, damaged, failure, read = await self._read_feeds(state, now_ms)
        if not self._words:
            if failure is not None:
                raise failure
            if self._unasked:
                damaged.append(NO_KEYS)
            return Batch(tuple(posts), cursor=state, damaged=joined(damaged))
        begun = {"ms": now_ms, "word": 0, **self._begin(state, self._words[0], now_ms).dump()}
        before = {name: value for name, value in state.items() if name != "words"}
        before["words"] = dict(state["words"])
        try:
            batch = await self._page(state, begun)
        except ConnectorError as error:
            if not read:
                raise
            # The feeds were read: what they brought is not thrown away because the search fails. A sign-in
            # that ended and a wait are told with the next call, once that is stored.
            told = isinstance(error, AuthExpired | RateLimited)
            if told and (not posts or _recently(cursor.get("kept_ms"), now_ms)):
                raise
            if not told:
                damaged.append(_search_failed(error))
            kept = {**before, "kept_ms": now_ms} if told else before
            return Batch(tuple(posts), cursor=kept, more=told, damaged=joined(damaged))
        return Batch(
            (*posts, *batch.posts),
            cursor=batch.cursor,
            more=batch.more,
            damaged=joined([*damaged, batch.damaged]),
        )

    async def check(self) -> tuple[str, str]:
        """(title of a feed, what can be read, in words). Raises what stands in the way where nothing can."""
        if not self._feeds and not self._words and not self._unasked:
            raise Refused(NOTHING_TO_READ, "nothing-to-read")
        title, notes = "", []
        failure: ConnectorError = AuthExpired("no client id", "not-signed-in")
        works = False
        for name, feed in self._feeds.items():
            try:
                found = await feed.check()
            except RateLimited:
                raise
            except ConnectorError as error:
                failure = error
                notes.append(FEED_FAILED.format(name=name))
            else:
                title, works = title or found.name, True
                korean, _, english = found.note.partition(" / ")
                notes.append(f"RSS {name}: {korean} / RSS {name}: {english}")
        if self._words and self._search is not None:
            page = await self._search(self._words[0], 1)
            works = True
            notes.append(f"검색 결과가 {page.total}개입니다. / The search has {page.total} results.")
        elif self._unasked:
            notes.append(NO_KEYS)
        if not works:
            raise failure
        return title, joined(notes)

    # --- feeds --------------------------------------------------------------------------------------------

    async def _read_feeds(
        self, state: dict[str, Any], now_ms: int
    ) -> tuple[list[Post], list[str], ConnectorError | None, int]:
        """(posts, what is to be said, the failure where no feed could be read, how many could)."""
        posts: list[Post] = []
        damaged: list[str] = []
        failure: ConnectorError | None = None
        read = 0
        for name, feed in self._feeds.items():
            off_ms = state["off"].get(name)
            if self._words and off_ms is not None and 0 <= now_ms - off_ms < OFF_LASTS_MS:
                continue
            try:
                batch = await feed.fetch({**state["feeds"].get(name, {}), "page": ""})
            except AuthExpired as error:
                failure = Unreachable(str(error), "http-403")  # a feed has no sign-in
            except (Unreachable, Malformed, Gone) as error:
                failure = error
            except ConnectorError as error:
                failure = error
                damaged.append(FEED_FAILED.format(name=name))
                continue
            else:
                read += 1
                posts += self._take(state, name, batch)
                if batch.damaged:
                    damaged.append(f"{name}: {batch.damaged}")
                continue
            if failure.code not in _OFF_CODES:
                damaged.append(FEED_FAILED.format(name=name))
            elif off_ms is None:
                damaged.append(FEED_OFF.format(name=name))  # said once
            if failure.code in _OFF_CODES:
                state["off"][name] = now_ms
            log.info("feed of %s cannot be read: %s", name, failure)
        return posts, damaged, None if read else failure, read

    def _take(self, state: dict[str, Any], name: str, batch: Batch) -> list[Post]:
        """The posts of a feed that was read; the state learns where it is and that a search need not bring
        them again."""
        state["off"].pop(name, None)
        state["feeds"][name] = {k: v for k, v in batch.cursor.items() if k not in ("page", "pages", "before")}
        posts = [self._feed_post(name, post) for post in batch.posts]
        fed = [*(mark_of(post.remote_id) for post in posts), *split_marks(state["fed"])]
        state["fed"] = "".join(list(dict.fromkeys(fed))[:FED])
        return posts

    # --- words --------------------------------------------------------------------------------------------

    def _goes_on(self, running: Any, now_ms: int) -> bool:
        """Whether a round that was begun is to be finished."""
        if not isinstance(running, dict):
            return False
        word, begun_ms = running.get("word"), running.get("ms")
        return (
            isinstance(word, int)
            and 0 <= word < len(self._words)
            and isinstance(begun_ms, int)
            and 0 <= now_ms - begun_ms < ROUND_LASTS_MS
        )

    @staticmethod
    def _begin(state: Mapping[str, Any], word: str, now_ms: int) -> Place:
        deep_ms = state["words"].get(word, {}).get("deep_ms")
        recently = isinstance(deep_ms, int) and 0 <= now_ms - deep_ms < DEEP_EVERY_MS
        return Place(deep=not recently)

    async def _page(self, state: dict[str, Any], running: dict[str, Any]) -> Batch:
        """One page of the word that a round has come to."""
        assert self._search is not None
        now_ms = _now_ms()
        index = running["word"]
        word = self._words[index]
        place = Place.load(running)
        page = await self._search(word, place.start)
        known = {*place.fresh, *split_marks(state["fed"])}
        for kept in state["words"].values():
            known.update(split_marks(kept.get("seen")))
        # The search shows another cutting of a text for each word, and a feed shows more of it: what is
        # known is not brought again.
        posts = tuple(post for post in page.posts if mark_of(post.remote_id) not in known)
        mine = state["words"].get(word, {})
        seen = split_marks(mine.get("seen"))
        if place.turn(page, set(seen)):
            state["round"] = {"ms": running["ms"], "word": index, **place.dump()}
        else:
            kept_marks = list(dict.fromkeys([*place.fresh, *seen]))[:REMEMBERED]
            state["words"][word] = {
                "seen": "".join(kept_marks),
                # An empty page with more behind it: what it held back is looked for again.
                "deep_ms": 0 if place.short else now_ms if place.deep else mine.get("deep_ms", 0),
            }
            if index + 1 < len(self._words):
                place = self._begin(state, self._words[index + 1], now_ms)
                state["round"] = {"ms": running["ms"], "word": index + 1, **place.dump()}
        damaged = BROKEN.format(count=page.broken) if page.broken else ""
        return Batch(_once(posts), cursor=state, more="round" in state, damaged=damaged)


def joined(sentences: Sequence[str]) -> str:
    """Several sentences "한국어. / English." as one of the same form."""
    halves = [sentence.partition(" / ") for sentence in sentences if sentence]
    if not halves:
        return ""
    korean, english = [one[0] for one in halves], [one[2] or one[0] for one in halves]
    return " / ".join("; ".join(half).replace(".; ", ". ") for half in (korean, english))


def _recently(stamp_ms: Any, now_ms: int) -> bool:
    """Whether posts were kept a moment ago: a feed that changes with every look must not hold us here."""
    return isinstance(stamp_ms, int) and 0 <= now_ms - stamp_ms < 60_000


def _search_failed(error: ConnectorError) -> str:
    why = error.reason if isinstance(error, Refused) else error.code
    korean, _, english = why.partition(" / ")
    return f"검색하지 못했습니다: {korean} / The search failed: {english or korean}"


def _once(posts: Sequence[Post]) -> tuple[Post, ...]:
    return tuple({post.remote_id: post for post in posts}.values())


def _state_of(cursor: Mapping[str, Any], feeds: list[str], words: list[str]) -> dict[str, Any]:
    """The cursor's parts that still mean something; whatever does not fit is left out."""
    kept_feeds, off, kept_words = cursor.get("feeds"), cursor.get("off"), cursor.get("words")
    state: dict[str, Any] = {
        "feeds": {k: v for k, v in _pairs(kept_feeds) if k in feeds and isinstance(v, dict)},
        "off": {k: v for k, v in _pairs(off) if k in feeds and isinstance(v, int)},
        "fed": cursor["fed"] if isinstance(cursor.get("fed"), str) else "",
        "words": {k: v for k, v in _pairs(kept_words) if k in words and isinstance(v, dict)},
    }
    if isinstance(cursor.get("round"), dict) and cursor.get("asked", words) == words:
        state["round"] = dict(cursor["round"])
    state["asked"] = words
    return state


def _pairs(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _now_ms() -> int:
    return int(time.time() * 1000)
