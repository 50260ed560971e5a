"""The live line: X's activity stream, which is open to apps with a bearer token of their own (x.md 4.2).

Events of the account have to be subscribed to once, as the account; the line is then opened as the app. It
carries mentions, direct replies, quotes, messages and our own posts; the rounds bring everything else.
"""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

from connectors.base import Batch, Malformed, Post, Refused, Unreachable
from connectors.json_values import mapping, string
from connectors.x import parse
from connectors.x.api import Api, refusal
from connectors.x.problems import problems

log = logging.getLogger(__name__)

SILENCE_S = 25.0
"""X gives a sign of life at least every 20 s."""

TAG = "seoul-smc"
POST_EVENTS = ("post.mention.create", "post.reply.create", "post.quote.create", "post.create")
EVENTS = (*POST_EVENTS, "post.delete", "dm.received")
NO_EVENTS = "X가 이 앱에 실시간 이벤트를 허용하지 않습니다. / X does not allow this app any live events."


async def batches(api: Api, me: str) -> AsyncGenerator[Batch, None]:
    """See ``Connector.stream``."""
    await _subscribe(api, me)
    lines = api.http.lines(
        f"{api.server}/2/activity/stream", auth=f"Bearer {api.app_bearer}", idle_s=SILENCE_S
    )
    first = True
    async with aclosing(cast("AsyncGenerator[str, None]", lines)) as open_lines:
        async for line in open_lines:
            if first:
                first = False
                yield Batch()
            elif line.strip():
                try:
                    batch = event(line, me)
                except Malformed as error:
                    log.warning("an event of X cannot be read: %s", error)
                    continue
                if batch.posts or batch.gone:
                    yield batch


async def _subscribe(api: Api, me: str) -> None:
    """Events that are subscribed to already stay so: the list is asked first."""
    answer = await api.call_as_app("GET", "/2/activity/subscriptions", {"max_results": 1000})
    if not answer.ok:
        raise refusal(answer, reading=True)
    there = set()
    data = mapping(answer.value).get("data")
    for one in data if isinstance(data, list) else ():
        entry = mapping(one)
        if mapping(entry.get("filter")).get("user_id") == me:
            there.add(string(entry.get("event_type")))
    refused = ""
    for kind in EVENTS:
        if kind not in there:
            body = {"event_type": kind, "filter": {"user_id": me}, "tag": TAG}
            answer = await api.call("POST", "/2/activity/subscriptions", body=body)
            if answer.ok or answer.status == 409:
                there.add(kind)
            else:
                refused = answer.reason
                log.warning("X does not allow events of the kind %s: %d", kind, answer.status)
    if not there & set(EVENTS):
        raise Refused(refused or NO_EVENTS, "no-events")


def event(line: str, me: str) -> Batch:
    """What one line of the stream says. Unreachable: it says that the line ends."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise Malformed("not JSON", "not-json") from None
    value = mapping(value)
    data = mapping(value.get("data"))
    if not data:
        if problems(value):
            raise Unreachable("X ends the stream", "closed")
        raise Malformed("an event was expected", "not-x")
    kind, payload = string(data.get("event_type")), mapping(data.get("payload"))
    included = parse.Included(data.get("includes"))
    if kind in POST_EVENTS:
        found = parse.post(payload, included, me)
        own = [one.post for one in parse.own_posts(included, me) if one.post.author.handle]
        return Batch((*own, found.post)) if not found.stale and not found.post.repost_of else Batch()
    if kind == "post.delete":
        return Batch(gone=(parse.need_identifier(payload.get("id")),))
    if kind == "dm.received":
        return Batch(tuple(_messages(payload, me)))
    return Batch()


def _messages(payload: Any, me: str) -> list[Post]:
    """Messages in the older shape that the stream has kept for them."""
    users = []
    for number, one in mapping(payload.get("users")).items():
        account = mapping(one)
        account = mapping(account.get("data")) or account
        users.append({**account, "id": number})
    included = parse.Included({"users": users})
    found = []
    events = payload.get("direct_message_events")
    for one in events if isinstance(events, list) else ():
        message = mapping(mapping(one).get("message_create"))
        said = mapping(message.get("message_data"))
        sender = parse.identifier(message.get("sender_id"))
        receiver = parse.identifier(mapping(message.get("target")).get("recipient_id"))
        pair = sorted((sender, receiver), key=int) if sender and receiver else []
        value = {
            "id": mapping(one).get("id"),
            "text": said.get("text"),
            "entities": said.get("entities"),
            "sender_id": sender,
            "dm_conversation_id": "-".join(pair),
        }
        try:
            read = parse.message(value, included, me)
        except Malformed as error:
            log.warning("a message of X's stream cannot be read: %s", error)
            continue
        if read is not None:
            found.append(read.post)
    return found
