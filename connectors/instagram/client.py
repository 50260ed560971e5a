"""One Instagram account as a channel: comments, photo tags and direct messages in; answers and moderation
out.

Owns what the channel offers; how lists are asked for is in ``reading.py``, what is sent in ``writing.py``.
"""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    Identity,
    Outgoing,
    Refused,
    Sent,
)
from connectors.graph import moment_ms
from connectors.graph_reading import Reading
from connectors.http import Http
from connectors.instagram import CAPABILITIES, MENTIONS, WHY_NOT
from connectors.instagram.account import Account, Accounts
from connectors.instagram.reading import NO_MESSAGES, AccountSource
from connectors.instagram.writing import Writing
from connectors.json_values import mapping, one_line

ALARM_S = 7 * 24 * 3600
NOBODY = 110
"""The code for a name that nobody has, or nobody with a professional account."""


class Instagram:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._config = config
        self._accounts = Accounts(config, http)
        self._messages = config.options.get("messages", "on") != "off"

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(WHY_NOT["stream"], "no-stream")
        yield Batch()

    async def check(self) -> Identity:
        account = await self._accounts.account(fresh=True)
        graph = account.graph
        await graph.page(f"/{account.id}/media", {"fields": "id", "limit": 1})
        notes = [MENTIONS]
        inbox = account.inbox.ask()
        if self._messages and not await graph.may_read(inbox.path, inbox.params):
            notes.append(NO_MESSAGES)
        if self._ends_soon():
            notes.append("토큰이 7일 안에 만료됩니다. / The token expires within 7 days.")
        handle = f"@{account.username}" if account.username else ""
        return Identity(account.id, account.name, handle, account.url, _together(notes))

    def _ends_soon(self) -> bool:
        tokens = self._config.tokens
        secret = tokens.secret if tokens is not None else self._config.secret or {}
        try:
            return float(secret["ends_at"]) - time.time() < ALARM_S
        except (KeyError, ValueError):
            return False

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor is that of ``graph_reading.Reading``."""
        account = await self._accounts.account()
        return await Reading(AccountSource(account, messages=self._messages), cursor, account.id).run()

    async def send(self, outgoing: Outgoing) -> Sent:
        if not CAPABILITIES.allows(outgoing.action):
            raise Refused(WHY_NOT[outgoing.action.value], "not-possible")
        return await Writing(await self._accounts.account(), self._accounts.claimed).send(outgoing)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        return await Writing(await self._accounts.account(), self._accounts.claimed).look_up(outgoing)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        account = await self._accounts.account()
        return [await self._activity(account, handle) for handle in handles or [f"@{account.username}"]]

    async def _activity(self, account: Account, handle: str) -> Activity:
        """One account's figures; those of others as far as they are professional (instagram.md section 6)."""
        name = handle.strip().rstrip("/").rpartition("/")[2].removeprefix("@")
        if not re.fullmatch(r"[A-Za-z0-9._]{1,30}", name):
            return Activity(handle, "missing")
        fields = "username,name,followers_count,media_count"
        if name in account.own:
            facts = mapping(await account.graph.demand("GET", f"/{account.id}", {"fields": fields}))
            newest = await account.graph.page(f"/{account.id}/media", {"fields": "timestamp", "limit": 1})
            return _figures(handle, facts, newest.items)
        asked = f"business_discovery.username({name}){{{fields},media.limit(1){{timestamp,permalink}}}}"
        answer = await account.graph.call("GET", f"/{account.id}", {"fields": asked})
        if answer.fault is not None:
            if answer.fault.code in (100, NOBODY) or answer.fault.missing:
                return Activity(handle, "missing")
            raise answer.fault.refusal()
        facts = mapping(mapping(answer.value).get("business_discovery"))
        if not facts:
            return Activity(handle, "missing")
        listed = mapping(facts.get("media")).get("data")
        return _figures(handle, facts, listed if isinstance(listed, list) else [])


def _figures(handle: str, facts: Mapping[str, Any], newest: Sequence[Any]) -> Activity:
    times = [moment_ms(mapping(item).get("timestamp")) for item in newest]
    return Activity(
        handle,
        last_post_ms=max((at for at in times if at is not None), default=None),
        posts=_count(facts.get("media_count")),
        followers=_count(facts.get("followers_count")),
        name=one_line(facts.get("name")),
        url=f"https://www.instagram.com/{one_line(facts.get('username'))}/",
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _together(notes: Sequence[str]) -> str:
    """Several sentences in both languages as one pair."""
    pairs = [note.partition(" / ") for note in notes]
    return " ".join(pair[0] for pair in pairs) + " / " + " ".join(pair[2] for pair in pairs)
