"""Articles of cafes in, answers as new articles out.

Naver's API for cafes has two calls, joining and writing a new article. What citizens write is found by the
search and by a cafe's feed where it still has one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Sent,
    clean_text,
)
from connectors.http import Http
from connectors.http_parts import Response
from connectors.naver.api import PER_PAGE, Api, is_home, site_of
from connectors.naver.links import cafe_article, cafe_name, web_address
from connectors.naver.reading import NOTHING_TO_READ, Reading, joined, open_feed
from connectors.naver.search import Page, read_page, words_of
from connectors.naver.signin import identity
from connectors.naver_cafe import CAPABILITIES, NO_API, NO_BOARD, NO_SIGN_IN, NO_STREAM, WHY_NOT, parse

FEEDS = "https://cafe.rss.naver.com"
MOST_ACCOUNTS = 100
AROUND_MS = 600_000
"""How far Naver's clock and ours may differ."""

LOOKED_AT = 60
"""Characters of an answer that an excerpt surely shows."""

NO_TEXT = "내용이 비어 있습니다. / There is no text."
NO_QUESTION = (
    "질문의 주소를 알 수 없어 답변 글에 연결할 수 없습니다. / "
    "The address of the question is not known, so the answer cannot link to it."
)
NOT_CERTAIN = (
    "글이 올라갔는지 확인할 수 없습니다. 카페에서 직접 확인해 주세요. / "
    "It cannot be found out whether the article was posted; please look in the cafe."
)


class NaverCafe:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._config = config
        self._http = http
        address = config.url.strip()
        cafe = cafe_name(config.handle)
        if address and is_home(address):
            cafe = cafe or cafe_name(address)
        self._site = site_of(address)
        self._cafe = cafe
        self._words = words_of(config.options)
        self._club, self._menu = _digits(config.options, "club_id"), _digits(config.options, "menu_id")
        self._clubs = {self._club: cafe} if self._club and cafe else {}
        self._api = Api(self._site, http, self._secret)
        self._reading = Reading(
            http,
            {cafe: self._feed(cafe)} if cafe else {},
            self._words,
            self._search if self._api.has_keys else None,
            lambda name, post: parse.feed_post(name, post, self._clubs),
            self._api.may_search,
        )

    @property
    def _secret(self) -> Mapping[str, str]:
        if self._config.tokens is not None:
            return self._config.tokens.secret
        return self._config.secret or {}

    def _feed(self, cafe: str) -> str:
        return f"{self._site.feeds or FEEDS}/{cafe}"

    async def capabilities(self) -> Capabilities:
        why = NO_BOARD if not (self._club and self._menu) else ""
        if not self._secret.get("access_token") and not self._secret.get("refresh_token"):
            why = NO_SIGN_IN
        if why:
            return dataclasses.replace(CAPABILITIES, reply=False, why_not={**WHY_NOT, "reply": why})
        return CAPABILITIES

    async def check(self) -> Identity:
        """The feed, the search and the sign-in are asked once, as far as they are there."""
        name, note = await self._reading.check()
        if self._api.has_keys and not self._words:
            await self._api.search("cafearticle", "네이버", display=1)  # are the keys right?
        account = Identity("", "")
        if self._secret.get("access_token"):
            account = await self._signed_in()
        return Identity(
            remote_id=account.remote_id or self._cafe or "search",
            name=name or self._cafe or ", ".join(self._words),
            handle=self._cafe,
            url=f"https://cafe.naver.com/{self._cafe}" if self._cafe else "",
            note=joined([note, account.name]),
        )

    async def aclose(self) -> None:
        return None

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        return await self._reading.fetch(cursor)

    async def _search(self, word: str, start: int) -> Page:
        return await self._find(word, start, PER_PAGE)

    async def _find(self, word: str, start: int, display: int) -> Page:
        value = await self._api.search("cafearticle", word, start, display)
        return read_page(value, lambda item: parse.search_post(item, self._clubs))

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "no-stream")
        yield Batch()

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """When the newest article of a cafe was written, where its feed tells; else nothing is known."""
        asked = list(handles)[:MOST_ACCOUNTS] or [self._cafe]
        if not any(asked):
            raise Refused(NOTHING_TO_READ, "nothing-to-read")
        return [await self._active(handle) for handle in asked]

    async def _active(self, handle: str) -> Activity:
        cafe = cafe_name(handle)
        if not cafe:
            return Activity(handle, "missing")
        url = f"https://cafe.naver.com/{cafe}"
        try:
            batch = await open_feed(self._feed(cafe), self._http).fetch({})
        except RateLimited:
            raise
        except ConnectorError as error:
            # Without a feed a cafe cannot be told from one that does not exist.
            if error.code not in ("http-404", "http-403", "html", "not-a-feed", "empty"):
                raise
            return Activity(handle, "private", url=url)
        dates = [post.created_ms for post in batch.posts if post.created_ms is not None]
        return Activity(handle, last_post_ms=max(dates, default=None), name=cafe, url=url)

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        """A new article with a link to the question. Nothing keeps Naver from taking it twice: where the
        answer is lost, a person has to look."""
        if outgoing.action is not Action.REPLY:
            raise Refused(NO_API, "not-possible")
        if not (self._club and self._menu):
            raise Refused(NO_BOARD, "no-board")
        title, content, _ = _article(outgoing)
        fields = {"openyn": "true"} if self._config.options.get("open") == "all" else {}
        body = parse.form_of(
            fields,
            {"subject": title, "content": parse.as_html(content)},
            twice=self._config.options.get("encoding") != "single",
        )
        path = f"/v1/cafe/{self._club}/menu/{self._menu}/articles"
        response, token = await self._write(path, body)
        value = response.json_or_none(writing=True)
        code, sentence = parse.refused(value)
        if code and response.status not in (401, 429):
            raise Refused(sentence, f"naver-{code}")
        if response.status >= 500:
            raise OutcomeUnknown(f"Naver: {response.status}", f"http-{response.status}")
        if response.status >= 300:
            raise self._api.refusal(response, token)
        number, url = parse.written(value)
        if not number:
            raise OutcomeUnknown("accepted, but the answer names no article", "outcome")
        # Articles cannot be read: this is what was accepted; the feed or the search shows it later.
        author = Author("", self._config.handle or self._cafe)
        return Sent(
            number,
            url,
            Post(
                number,
                f"{title}\n\n{content}",
                author,
                url=url,
                parent_id=outgoing.target_id,
                own=True,
            ),
        )

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        """There is no call for it: the feed and the search may show the article. Not found proves nothing,
        so it is never sent again by itself: OutcomeUnknown, until somebody has looked."""
        if outgoing.action is not Action.REPLY:
            raise Refused(NO_API, "not-possible")
        title, _, link = _article(outgoing)
        question = parse.answered(f"{parse.ANSWER} {parse.ORIGINAL} {link}", self._clubs)
        for post in await self._candidates(title):
            if _is_answer(post, outgoing, title, question):
                return Sent(post.remote_id, post.url, post)
        raise OutcomeUnknown(NOT_CERTAIN, "outcome")

    async def _candidates(self, title: str) -> list[Post]:
        found: list[Post] = []
        if self._cafe:
            try:
                batch = await open_feed(self._feed(self._cafe), self._http).fetch({})
                found += [parse.feed_post(self._cafe, post, self._clubs) for post in batch.posts]
            except RateLimited:
                raise
            except ConnectorError:
                pass  # most cafes have no feed
        if self._api.has_keys:
            found += (await self._find(title, 1, PER_PAGE)).posts
        # What the feed says of an article counts: the search knows no dates.
        return list({post.remote_id: post for post in reversed(found)}.values())

    async def _write(self, path: str, body: bytes) -> tuple[Response, str]:
        """(answer, token it was signed with). A token that has ended is renewed once; a write that was
        refused for it was not carried out."""
        token = await self._token()
        for again in (True, False):
            response = await self._api.ask(
                "POST", path, content=body, headers={"Content-Type": parse.FORM}, token=token
            )
            renewable = self._config.tokens is not None and self._secret.get("refresh_token")
            if response.status != 401 or not again or not renewable:
                break
            token = await self._token(refused=token)
        return response, token

    async def _signed_in(self) -> Identity:
        token = await self._token()
        try:
            return await identity(self._api, token)
        except AuthExpired:
            if self._config.tokens is None:
                raise
            return await identity(self._api, await self._token(refused=token))

    async def _token(self, refused: str = "") -> str:
        if self._config.tokens is not None:
            token = await self._config.tokens.token(refused)
        else:
            token = self._secret.get("access_token", "")
        if not token:
            raise AuthExpired("no token for writing", "not-signed-in")
        return token


def _article(outgoing: Outgoing) -> tuple[str, str, str]:
    """(title, content, link to the question) of an answer; the same each time."""
    if not outgoing.text.strip():
        raise Refused(NO_TEXT, "empty")
    question, link = outgoing.target.get("text"), outgoing.target.get("url")
    link = web_address(clean_text(link)) if isinstance(link, str) else ""
    named = cafe_article(f"https://cafe.naver.com/{outgoing.target_id}")
    if not link and named is not None and "/".join(named) == outgoing.target_id:
        link = f"https://cafe.naver.com/{outgoing.target_id}"
    if not link or any(char.isspace() for char in link):
        raise Refused(NO_QUESTION, "no-question")
    title = parse.title_for(question if isinstance(question, str) else "")
    return title, parse.content_for(outgoing.text, link), link


def _is_answer(post: Post, outgoing: Outgoing, title: str, question: str) -> bool:
    """Whether an article that was found is this answer: its title, its link, its words and its time."""
    if not post.text.startswith(title.rstrip("…")) or post.parent_id != question:
        return False
    if post.created_ms is not None and post.created_ms < outgoing.written_ms - AROUND_MS:
        return False
    rest = " ".join(post.text[len(title) :].split())
    return " ".join(clean_text(outgoing.text).split())[:LOOKED_AT] in rest


def _digits(options: Mapping[str, Any], name: str) -> str:
    value = str(options.get(name) or "").strip()
    return value if value.isascii() and value.isdecimal() and len(value) <= 20 else ""
