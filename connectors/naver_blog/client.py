"""The city's blogs and what others write about the city, as one channel that can only be read."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    Malformed,
    Outgoing,
    RateLimited,
    Refused,
    Sent,
    Unreachable,
)
from connectors.http import Http
from connectors.naver.api import Api, Site, is_home, site_of
from connectors.naver.links import blog_name, split_name
from connectors.naver.reading import NOTHING_TO_READ, Reading, open_feed
from connectors.naver.search import Page, read_page, words_of
from connectors.naver_blog import CAPABILITIES, NO_API, NO_STREAM, parse

FEEDS = "https://rss.blog.naver.com"
MOST_BLOGS = 5
MOST_ACCOUNTS = 100


class NaverBlog:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._http = http
        address = config.url.strip()
        blogs = parse.names_of(config.handle)
        if address and is_home(address):
            blogs = list(dict.fromkeys([*parse.names_of(address), *blogs]))
        elif address and not blogs:
            address, name = split_name(address, blog_name)
            blogs = [name] if name else []
        self._site = site_of(address)
        self._blogs = blogs[:MOST_BLOGS]
        self._words = words_of(config.options)
        self._api = Api(self._site, http, config.secret or {})
        self._reading = Reading(
            http,
            {name: feed_address(self._site, name) for name in self._blogs},
            self._words,
            self._search if self._api.has_keys else None,
            parse.feed_post,
            self._api.may_search,
        )

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def check(self) -> Identity:
        """Each feed and the search are asked once."""
        name, note = await self._reading.check()
        if self._api.has_keys and not self._words:
            await self._api.search("blog", "네이버", display=1)  # are the keys right?
        blog = self._blogs[0] if self._blogs else ""
        return Identity(
            remote_id=blog or "search",
            name=name or blog or ", ".join(self._words),
            handle=", ".join(self._blogs),
            url=f"https://blog.naver.com/{blog}" if blog else "",
            note=note,
        )

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        return await self._reading.fetch(cursor)

    async def _search(self, word: str, start: int) -> Page:
        now_ms = int(time.time() * 1000)
        value = await self._api.search("blog", word, start)
        return read_page(value, lambda item: parse.search_post(item, self._blogs, now_ms))

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "no-stream")
        yield Batch()

    async def send(self, outgoing: Outgoing) -> Sent:
        raise Refused(NO_API, "not-possible")

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        return None  # nothing was ever sent

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """From the feed of each blog: it lists about fifty posts, so only the newest date is certain."""
        asked = list(handles)[:MOST_ACCOUNTS] or self._blogs
        if not asked:
            raise Refused(NOTHING_TO_READ, "nothing-to-read")
        return [await self._active(handle) for handle in asked]

    async def _active(self, handle: str) -> Activity:
        name = (parse.names_of(handle) or [""])[0]
        if not name:
            return Activity(handle, "missing")
        url = f"https://blog.naver.com/{name}"
        try:
            batch = await open_feed(feed_address(self._site, name), self._http).fetch({})
        except RateLimited:
            raise
        except Malformed:
            return Activity(handle, "private", url=url)  # a page: the feed is switched off
        except Unreachable as error:
            if error.code != "http-404":
                raise
            return Activity(handle, "missing", url=url)
        except ConnectorError:
            return Activity(handle, "private", url=url)
        dates = [post.created_ms for post in batch.posts if post.created_ms is not None]
        names = [post.author.name for post in batch.posts]
        return Activity(
            handle, last_post_ms=max(dates, default=None), name=names[0] if names else name, url=url
        )

    async def aclose(self) -> None:
        return None


def feed_address(site: Site, blog: str) -> str:
    return f"{site.feeds or FEEDS}/{blog}.xml"
