"""One account as a channel: what citizens say to it comes in, answers go out.

Puts the parts together: ``collecting`` reads, ``writing`` writes, ``api`` talks to the account's server.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Activity,
    AuthExpired,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Outgoing,
    Refused,
    Sent,
    Unreachable,
)
from connectors.bluesky import CAPABILITIES, LENGTH, parse
from connectors.bluesky.api import NOT_SIGNED_IN, SUSPENDED, Api
from connectors.bluesky.collecting import Round
from connectors.bluesky.reading import Reading
from connectors.bluesky.session import typed_name
from connectors.bluesky.writing import Writing, target_of
from connectors.http import Http
from connectors.json_values import moment_ms, one_line, string

log = logging.getLogger(__name__)

MOST_WORDS = 5
"""Searches of one channel; each is a request a round."""

FEED_PAGE = 10

NEEDS_SIGN_IN = "로그인하지 않은 채널입니다. / This channel is not signed in."
NO_STREAM = CAPABILITIES.why_not["stream"]
MAIN_PASSWORD = (
    "계정 비밀번호로 로그인했습니다. 설정에서 만든 앱 비밀번호가 더 안전합니다. / "
    "The account's own password was used; an app password from the settings is safer."
)
_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}")


class Bluesky:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._reading = Reading(self._api)
        self._handle = config.handle.strip().removeprefix("@")
        self._words = words_of(config.options)
        self._did = ""
        self._profile: Mapping[str, Any] = {}
        self._reads = asyncio.Lock()

    async def capabilities(self) -> Capabilities:
        if self._api.signed_in:
            return CAPABILITIES
        reasons = dict.fromkeys(("reply", "delete", "hide", "unhide", "like"), NEEDS_SIGN_IN)
        return Capabilities(
            thread=True, activity=True, length=LENGTH, why_not={**CAPABILITIES.why_not, **reasons}
        )

    async def check(self) -> Identity:
        self._need_sign_in()
        value = await self._api.get("com.atproto.server.getSession")
        session = value if isinstance(value, dict) else {}
        did = parse.optional_did(session.get("did"))
        if not did:
            raise AuthExpired("the session is nobody's", "not-bluesky")
        self._did = did
        author = await self._author()
        handle = parse.handle_of(author.get("handle")) or parse.handle_of(session.get("handle"))
        name = one_line(author.get("displayName")) or handle.removeprefix("@") or did
        password = self._api.secret.get("app_password", "").strip()
        note = MAIN_PASSWORD if password and not _APP_PASSWORD.fullmatch(password) else ""
        return Identity(did, name, handle, f"{parse.SITE}/profile/{handle.removeprefix('@') or did}", note)

    async def aclose(self) -> None:
        return None

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``who``, ``seen`` (versions of the newest posts),
        ``hidden``, ``deep_ms`` and ``again_ms`` (when the last thirty days and the newest posts were read
        again) and, while the list is read, ``walk``."""
        self._need_sign_in()
        me = await self._me()
        # One round at a time: the replies that are hidden are read at its beginning and used until its end.
        async with self._reads:
            return await Round(self._reading, me, await self._author(), cursor, self._words).run()

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "no-stream")
        yield Batch()

    async def send(self, outgoing: Outgoing) -> Sent:
        self._need_sign_in()
        return await (await self._writing(outgoing)).send(outgoing)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_sign_in()
        return await (await self._writing(outgoing)).look_up(outgoing)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """Works without a sign-in too, at the public network's own reading service."""
        asked = list(handles) or [self._handle or await self._me()]
        return [await self._activity(handle) for handle in asked]

    async def _activity(self, handle: str) -> Activity:
        actor = actor_of(handle)
        if not actor:
            return Activity(handle, "missing")
        answer = await self._api.call("GET", "app.bsky.actor.getProfile", {"actor": actor})
        if answer.error in SUSPENDED:
            return Activity(handle, "suspended")
        if answer.status in (400, 404) and answer.error in ("InvalidRequest", "NotFound"):
            return Activity(handle, "missing")
        if not answer.ok or not isinstance(answer.value, dict):
            raise self._api.refusal(answer, reading=True)
        profile = answer.value
        name = parse.handle_of(profile.get("handle")).removeprefix("@") or string(profile.get("did"))
        return Activity(
            handle,
            "ok",
            await self._last_post(parse.optional_did(profile.get("did")) or actor),
            parse.count(profile.get("postsCount")),
            parse.count(profile.get("followersCount")),
            one_line(profile.get("displayName")) or name,
            f"{parse.SITE}/profile/{name}",
        )

    async def _last_post(self, did: str) -> int | None:
        """When the account last wrote something itself; what it only passed on does not count."""
        answer = await self._api.call(
            "GET",
            "app.bsky.feed.getAuthorFeed",
            {"actor": did, "limit": FEED_PAGE, "filter": "posts_with_replies"},
        )
        if answer.error in ("BlockedActor", "BlockedByActor"):
            return None
        if not answer.ok:
            raise self._api.refusal(answer, reading=True)
        feed = answer.value.get("feed") if isinstance(answer.value, dict) else None
        for item in feed if isinstance(feed, list) else ():
            post = item.get("post") if isinstance(item, dict) and "reason" not in item else None
            moment = moment_ms(post.get("indexedAt")) if isinstance(post, dict) else None
            if moment is not None:
                return moment
        return None

    # --- parts --------------------------------------------------------------------------------------------

    async def _me(self) -> str:
        if not self._did:
            self._did = parse.optional_did(self._api.secret.get("did"))
        if not self._did:
            value = await self._api.get("com.atproto.server.getSession")
            self._did = parse.optional_did(value.get("did") if isinstance(value, dict) else None)
        if not self._did:
            raise AuthExpired("the session is nobody's", "not-bluesky")
        return self._did

    async def _writing(self, outgoing: Outgoing) -> Writing:
        target_of(outgoing)  # what is not possible is not asked for
        return Writing(self._api, Reading(self._api), await self._me(), self._author)

    async def _author(self) -> Mapping[str, Any]:
        """The city's account as the author of its posts."""
        if not self._profile:
            try:
                answer = await self._api.call("GET", "app.bsky.actor.getProfile", {"actor": await self._me()})
            except Unreachable as error:
                # Only the name is missing; a server whose reading service is down still takes answers.
                log.warning("the profile of the account cannot be read: %s", error)
                return {"did": self._did, "handle": self._api.secret.get("handle", "")}
            if answer.ok and isinstance(answer.value, dict):
                self._profile = {**answer.value, "did": self._did}
            elif answer.status == 401 or answer.error in SUSPENDED:
                raise self._api.refusal(answer, reading=True)
        return self._profile or {"did": self._did, "handle": self._api.secret.get("handle", "")}

    def _need_sign_in(self) -> None:
        if not self._api.signed_in:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")


def words_of(options: Mapping[str, Any]) -> list[str]:
    """What a channel searches for, from its option."""
    found = str(options.get("search") or "").replace("\n", ",").split(",")
    return list(dict.fromkeys(word.strip()[:100] for word in found if word.strip()))[:MOST_WORDS]


def actor_of(handle: str) -> str:
    """A DID or handle from what people write: "@name", an address of a profile, or itself."""
    text = typed_name(handle)
    return text if parse.optional_did(text) or parse.handle_of(text) else ""
