"""One account on X as a channel: mentions, replies, quotes and messages in; replies and messages out.

Owns which part does what; what is asked is in ``reading.py``, what is sent in ``sending.py``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Malformed,
    Outgoing,
    Post,
    Refused,
    Sent,
)
from connectors.http import Http
from connectors.json_values import mapping, one_line
from connectors.x import CAPABILITIES, NO_BEARER, parse, streaming
from connectors.x.api import Api, refusal
from connectors.x.memory import STEPS, Memory
from connectors.x.reading import Reading
from connectors.x.sending import Sending, target_of
from connectors.x.signin import identity_of, who

NAMES_AT_ONCE = 100

NO_SCOPE = (
    "이 로그인에는 필요한 권한이 없습니다. 다시 로그인해 주세요. / "
    "This sign-in lacks a permission that is needed. Please sign in again."
)
PROTECTED = (
    "비공개 계정이라 시민이 글을 볼 수 없습니다. / This account is protected: citizens cannot see its posts."
)
_NEEDED = {
    "reply": "tweet.write",
    "delete": "tweet.write",
    "hide": "tweet.moderate.write",
    "unhide": "tweet.moderate.write",
    "private_reply": "dm.write",
    "like": "like.write",
}


class X:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._enterprise = config.options.get("plan") == "enterprise"
        self._me: Author | None = None
        self._failed = False  # the last page could not be read
        self._changed: list[Post] = []  # hidden and shown again by us, to be told with the next page

    async def capabilities(self) -> Capabilities:
        can: dict[str, Any] = {"like": self._enterprise, "stream": bool(self._api.app_bearer)}
        why_not = dict(CAPABILITIES.why_not)
        if not can["stream"]:
            why_not["stream"] = NO_BEARER
        granted = self._api.secret.get("scope", "").split()
        for name, scope in _NEEDED.items():
            able = can.get(name, getattr(CAPABILITIES, name))
            if able and granted and scope not in granted:
                can[name] = False
                why_not[name] = NO_SCOPE
        found = dataclasses.replace(CAPABILITIES, **can)
        return dataclasses.replace(
            found, why_not={name: why for name, why in why_not.items() if not getattr(found, name)}
        )

    async def check(self) -> Identity:
        account = await who(self._api)
        return identity_of(account, PROTECTED if account.activity.state == "private" else "")

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``; what the cursor holds is said in ``memory.py``."""
        me = await self._account()
        memory = Memory(cursor, me.remote_id)
        self._api.renamed |= set(memory.renamed)
        if self._failed:
            memory.step = STEPS[0]  # not again at the list that failed before the mentions were read
        changed = list(self._changed)
        self._failed = True
        batch = await Reading(self._api, me, memory).batch(changed)
        self._failed = False
        self._changed = self._changed[len(changed) :]
        return batch

    async def stream(self) -> AsyncIterator[Batch]:
        if not self._api.app_bearer:
            raise Refused(NO_BEARER, "not-possible")
        me = await self._account()
        async with aclosing(streaming.batches(self._api, me.remote_id)) as batches:
            async for batch in batches:
                yield batch

    async def send(self, outgoing: Outgoing) -> Sent:
        can = await self.capabilities()
        if not can.allows(outgoing.action):
            raise Refused(can.why_not[outgoing.action.value], "not-possible")
        target_of(outgoing)
        me = await self._account()
        sent = await Sending(self._api, me.remote_id).send(outgoing)
        if outgoing.action in (Action.HIDE, Action.UNHIDE) and sent.post is not None:
            self._changed.append(sent.post)
        return sent

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        target_of(outgoing)
        me = await self._account()
        return await Sending(self._api, me.remote_id).look_up(outgoing)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """One question for a hundred accounts; the newest post's id says when it was written (section 5)."""
        if not handles:
            return [(await who(self._api)).activity]
        names = {handle: parse.username_of(handle) for handle in handles}
        wanted = sorted({name.lower() for name in names.values() if name})
        known: dict[str, Activity] = {}
        suspended: set[str] = set()
        for start in range(0, len(wanted), NAMES_AT_ONCE):
            part = ",".join(wanted[start : start + NAMES_AT_ONCE])
            answer = await self._api.read("/2/users/by", "user", usernames=part)
            if not answer.ok and not answer.missing:
                raise refusal(answer, reading=True)
            data = mapping(answer.value).get("data")
            for value in data if isinstance(data, list) else ():
                try:
                    account = parse.user(value)
                except Malformed:
                    continue
                known[account.username.lower()] = account.activity
            suspended |= {problem.resource.lower() for problem in answer.problems if problem.suspended}
        found = []
        for handle, name in names.items():
            state = "suspended" if name.lower() in suspended and name else "missing"
            one = known.get(name.lower()) if name else None
            found.append(dataclasses.replace(one, handle=handle) if one else Activity(handle, state))
        by_handle = {one.handle: one for one in found}
        return [by_handle[handle] for handle in handles]

    async def aclose(self) -> None:
        return None

    async def _account(self) -> Author:
        """Whom we are signed in as; the sign-in remembers it, because asking costs money."""
        if not self._api.signed_in:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")
        if self._me is None:
            secret = self._api.secret
            number, name = parse.identifier(secret.get("account_id")), secret.get("username", "")
            if number and name and parse.username_of(name) == name:
                shown = one_line(secret.get("name")) or name
                self._me = Author(number, shown, f"@{name}", f"{parse.SITE}/{name}")
            else:
                account = await who(self._api)
                url = account.activity.url
                self._me = Author(account.id, account.name, account.activity.handle, url)
        return self._me
