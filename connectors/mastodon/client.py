"""One account as a channel: mentions and replies in, live and by catching up; replies out.

Owns what is asked when; what is sent is in ``writing.py``. A place in the list of notifications is kept as
the id of the last one read; what was changed or deleted meanwhile is found by asking for the newest statuses
again.
"""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from connectors.base import (
    Activity,
    AuthExpired,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Outgoing,
    Post,
    Refused,
    Sent,
    unread,
)
from connectors.http import Http
from connectors.mastodon import CAPABILITIES, DEFAULT_LENGTH, SIGNED_OUT, parse, streaming
from connectors.mastodon.api import Api, server_of
from connectors.mastodon.parse import Status
from connectors.mastodon.signin import handle_of
from connectors.mastodon.writing import OWN_PAGE, Writing

log = logging.getLogger(__name__)

PAGE = 80
"""Notifications asked for at once; older servers give fewer (mastodon.md section 4)."""

READ_AGAIN_EVERY_S = 300.0
REMEMBERED = 100
"""The newest statuses that are asked for again, for edits and deletions."""

STATUSES_AT_ONCE = 20
SINGLE_AT_ONCE = 20
FACTS_LAST_S = 3600.0

NOT_SIGNED_IN = "the channel has no sign-in"


class Mastodon:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        server = server_of(config.url or secret.get("server", ""), config.handle)
        # A token is shown to the server that gave it and to no other, whatever the channel's address says.
        token = secret.get("access_token", "")
        if token and server_of(secret.get("server") or server) != server:
            server = server_of(secret["server"])
        self._api = Api(server, http, token)
        self._account = secret.get("account_id", "")
        self._facts: parse.Instance | None = None
        self._facts_until = 0.0
        self._writing = Writing(self._api, self._me, self._status)

    async def capabilities(self) -> Capabilities:
        facts = await self._instance()
        if not self._api.token:
            return Capabilities(length=facts.length, why_not=SIGNED_OUT)
        return dataclasses.replace(CAPABILITIES, length=facts.length)

    async def check(self) -> Identity:
        self._need_token()
        account = parse.account((await self._get("/api/v1/accounts/verify_credentials")).value)
        self._account = account.id
        facts = await self._instance()
        filtered = await self._filtering()
        note = f"{facts.title} (Mastodon {facts.version})".strip()
        return Identity(
            account.id,
            account.name,
            handle_of(account.acct, self._api.server),
            account.url,
            f"{note}. {filtered}" if filtered else note,
        )

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """Counts of these accounts and the day of their last status: servers tell no more with one question
        (mastodon.md section 5)."""
        self._need_token()
        if not handles:
            own = await self._get("/api/v1/accounts/verify_credentials")
            return [parse.activity(own.value, handle_of(parse.account(own.value).acct, self._api.server))]
        return [await self._activity_of(handle) for handle in handles]

    async def _activity_of(self, handle: str) -> Activity:
        name, _, host = handle.strip().lstrip("@").partition("@")
        acct = name if host.lower() == self._api.server.partition("://")[2] or not host else f"{name}@{host}"
        if not parse.usable_acct(acct):
            return Activity(handle, "missing")
        answer = await self._api.call("GET", "/api/v1/accounts/lookup", {"acct": acct})
        if answer.missing:
            return Activity(handle, "missing")
        if not answer.ok:
            raise self._api.refusal(answer, reading=True)
        return parse.activity(answer.value, handle)

    async def aclose(self) -> None:
        return None

    async def _filtering(self) -> str:
        """A warning where the account's settings keep strangers' mentions from it: those that are dropped
        never reach any program (mastodon.md section 4)."""
        answer = await self._api.call("GET", "/api/v2/notifications/policy")
        value = answer.value if answer.ok and isinstance(answer.value, dict) else {}
        if "drop" in [value.get(key) for key in value if isinstance(key, str) and key.startswith("for_")]:
            return (
                "계정 설정이 일부 시민의 멘션을 버리고 있습니다(환경설정 → 알림). / "
                "This account's settings drop mentions of some citizens (Preferences → Notifications)."
            )
        return ""

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``min_id`` (the newest notification read), while the past
        is read ``max_id`` (the oldest one), ``own_id`` (the newest own status), ``recent`` (the newest
        statuses of citizens and our own) and ``again_ms`` (when they were last asked for again)."""
        self._need_token()
        me = await self._me()
        state = dict(cursor)
        if state.get("account") != me:
            state = {"account": me}  # ids of one account's list mean nothing in another's
        if "min_id" not in state:
            return await self._first(state)
        if "max_id" in state:
            return await self._past(state)
        page, broken = await self._notifications(min_id=state["min_id"])
        if any(not parse.newer(n.id, state["min_id"]) for n in page):
            # The server does not know our place any more and began from its oldest: begin anew as well.
            return await self._first({"account": me, "recent": state.get("recent", [])})
        if page:
            state["min_id"] = _ids(page)[0]
            return self._batch(state, _posts_of(page), more=True, broken=broken)
        posts = await self._own_statuses(state)
        gone: list[str] = []
        now_ms = _now_ms()
        if not 0 <= now_ms - _number(state.get("again_ms")) < READ_AGAIN_EVERY_S * 1000:
            again, gone = await self._read_again(state)
            posts = [*posts, *(post for post in again if post.remote_id not in {p.remote_id for p in posts})]
            state["again_ms"] = now_ms
        return self._batch(state, posts, gone=gone)

    async def _first(self, state: dict[str, Any]) -> Batch:
        """The newest page of an account that was never read, or whose place was lost."""
        page, broken = await self._notifications()
        # An empty list has no newest: "0" is below every id.
        state["min_id"] = _ids(page)[0] if page else "0"
        state["again_ms"] = _now_ms()
        if page:
            state["max_id"] = _ids(page)[-1]
        return self._batch(state, _posts_of(page), more=True, broken=broken)

    async def _past(self, state: dict[str, Any]) -> Batch:
        page, broken = await self._notifications(max_id=state["max_id"])
        # Only ever downwards: a server that answers with something else must not keep us here for ever.
        page = [n for n in page if parse.newer(state["max_id"], n.id)]
        if page:
            state["max_id"] = _ids(page)[-1]
        else:
            del state["max_id"]
        return self._batch(state, _posts_of(page), more=True, broken=broken)

    def _batch(
        self,
        state: dict[str, Any],
        posts: list[Post],
        *,
        more: bool = False,
        gone: list[str] | None = None,
        broken: int = 0,
    ) -> Batch:
        lost = set(gone or ())
        recent = dict.fromkeys([*(p.remote_id for p in posts), *state.get("recent", [])])
        kept = sorted(
            (key for key in recent if key not in lost), key=lambda key: (len(key), key), reverse=True
        )
        state["recent"] = kept[:REMEMBERED]
        damaged = unread(broken, "알림", "notifications")
        return Batch(tuple(posts), tuple(gone or ()), state, more=more, damaged=damaged)

    async def _notifications(self, **place: str) -> tuple[list[parse.Notification], int]:
        answer = await self._get(
            "/api/v1/notifications",
            {"types[]": list(parse.MENTION_TYPES), "limit": PAGE, "include_filtered": True, **place},
        )
        # A page of eighty is work for longer than a frame of the window.
        return await asyncio.to_thread(parse.notifications, answer.value, await self._me())

    async def _own_statuses(self, state: dict[str, Any]) -> list[Post]:
        """What the city wrote since the last time, here or in any other program, so that threads are whole
        and a question that was answered elsewhere does not look open."""
        me = await self._me()
        place = {"min_id": state["own_id"]} if state.get("own_id") else {}
        answer = await self._get(f"/api/v1/accounts/{me}/statuses", {"limit": OWN_PAGE, **place})
        found, _ = parse.statuses(answer.value, me)
        for status in found:
            if not state.get("own_id") or parse.newer(status.post.remote_id, state["own_id"]):
                state["own_id"] = status.post.remote_id
        return [status.post for status in found]

    async def _read_again(self, state: Mapping[str, Any]) -> tuple[list[Post], list[str]]:
        """The remembered statuses as they are now, and those that are gone."""
        me = await self._me()
        recent = [key for key in state.get("recent", []) if parse.optional_identifier(key)]
        posts: list[Post] = []
        missing: list[str] = []
        single = False
        for start in range(0, len(recent), STATUSES_AT_ONCE):
            part = recent[start : start + STATUSES_AT_ONCE]
            answer = await self._api.call("GET", "/api/v1/statuses", {"id[]": part})
            if answer.status == 401:
                raise self._api.refusal(answer, reading=True)
            if not answer.ok or not isinstance(answer.value, list):
                single = True  # servers before 4.3 can be asked for one at a time only
                break
            found, _ = parse.statuses(answer.value, me)
            posts += [status.post for status in found]
            there = {status.post.remote_id for status in found}
            missing += [key for key in part if key not in there]
        gone: list[str] = []
        for key in (recent if single else missing)[:SINGLE_AT_ONCE]:
            status = await self._status(key)
            if status is None:
                gone.append(key)
            else:
                posts.append(status.post)
        return posts, gone

    # --- live ---------------------------------------------------------------------------------------------

    async def stream(self) -> AsyncIterator[Batch]:
        self._need_token()
        me = await self._me()
        facts = await self._instance()
        async with aclosing(streaming.events(self._api, facts.streaming, me)) as events:
            async for event in events:
                if event is streaming.OPEN or event.name == "notifications_merged":
                    yield Batch()  # the caller reads the list
                elif event.deleted:
                    yield Batch(gone=(event.deleted,))
                elif event.notification is not None and event.notification.status is not None:
                    yield Batch((event.notification.status.post,))
                elif event.status is not None and self._wanted(event, me):
                    yield Batch((event.status.post,))

    @staticmethod
    def _wanted(event: parse.Event, me: str) -> bool:
        """The stream carries the whole home timeline; ours is what we wrote, and changes of what names us."""
        status = event.status
        assert status is not None
        return status.account_id == me or (event.name == "status.update" and status.concerns(me))

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        if reason := CAPABILITIES.why_not.get(outgoing.action.value):
            raise Refused(reason, "not-possible")
        self._need_token()
        return await self._writing.send(outgoing, (await self._instance()).length)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_token()
        return await self._writing.look_up(outgoing)

    # --- parts --------------------------------------------------------------------------------------------

    async def _get(self, path: str, params: Mapping[str, Any] | None = None) -> Any:
        return await self._api.demand("GET", path, params)

    async def _status(self, number: str) -> Status | None:
        """One status; None where it is gone or no longer shown to us."""
        answer = await self._api.call("GET", f"/api/v1/statuses/{number}")
        if answer.missing and answer.value is not None:
            return None
        if not answer.ok:
            raise self._api.refusal(answer, reading=True)
        return parse.status(answer.value, await self._me())

    async def _me(self) -> str:
        if not self._account:
            self._account = parse.account((await self._get("/api/v1/accounts/verify_credentials")).value).id
        return self._account

    async def _instance(self) -> parse.Instance:
        if self._facts is None or time.monotonic() > self._facts_until:
            answer = await self._api.call("GET", "/api/v2/instance")
            if not answer.ok:
                answer = await self._get("/api/v1/instance")
            self._facts = parse.instance(answer.value, DEFAULT_LENGTH)
            self._facts_until = time.monotonic() + FACTS_LAST_S
        return self._facts

    def _need_token(self) -> None:
        if not self._api.token:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")


def _ids(page: list[parse.Notification]) -> list[str]:
    """The ids of a page, the newest first, in whatever order they came."""
    return sorted((n.id for n in page), key=lambda number: (len(number), number), reverse=True)


def _posts_of(page: list[parse.Notification]) -> list[Post]:
    return [n.status.post for n in page if n.status is not None]


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _now_ms() -> int:
    return int(time.time() * 1000)
