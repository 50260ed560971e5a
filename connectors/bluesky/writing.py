"""What the city does: answers, likes, hides and shows replies in its own threads, deletes its own posts.

Every record gets a key that is made of the action's own key and is written with ``putRecord``, so that a
repeat writes the same record once more instead of a second one (bluesky.md section 7).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from connectors.base import Action, ConnectorError, Malformed, Outgoing, Post, Refused, Sent, clean_text
from connectors.bluesky import CAPABILITIES, facets, parse
from connectors.bluesky.api import Api
from connectors.bluesky.collecting import own_view
from connectors.bluesky.ids import record_key
from connectors.bluesky.parse import POST, View
from connectors.bluesky.reading import THREADGATE, Reading

log = logging.getLogger(__name__)

LIKE = "app.bsky.feed.like"
MOST_HIDDEN = 300
SWAPS = 4
"""So often a thread's rules are written again where another program changed them in between."""

POST_GONE = "이 글은 지워졌거나 더 이상 보이지 않습니다. / The post has been deleted or is no longer visible."
BLOCKED = (
    "이 글을 쓴 사람과 시 계정 사이에 차단이 있어 할 수 없습니다. / "
    "There is a block between this post's author and the city's account."
)
CLOSED = (
    "이 대화에는 시작한 사람이 정한 사람만 답할 수 있습니다. / "
    "Only people chosen by this thread's owner may answer."
)
NOT_OURS = (
    "블루스카이에서는 시 계정이 시작한 대화의 답글만 숨길 수 있습니다. / "
    "On Bluesky only replies in threads that the city began can be hidden."
)
NOT_A_REPLY = (
    "답글만 숨길 수 있습니다. 시의 글은 지울 수 있습니다. / "
    "Only replies can be hidden; the city's own posts can be deleted."
)
TOO_MANY = (
    "한 대화에서 숨길 수 있는 답글은 300개까지입니다. / No more than 300 replies can be hidden in one thread."
)
FOREIGN = "시 계정의 글만 지울 수 있습니다. / Only posts of the city's own account can be deleted."
EMPTY = "내용이 비어 있습니다. / There is no text."


class Writing:
    def __init__(
        self, api: Api, reading: Reading, me: str, author: Callable[[], Awaitable[Mapping[str, Any]]]
    ) -> None:
        self._api = api
        self._reading = reading
        self._me = me
        self._author = author

    async def send(self, outgoing: Outgoing) -> Sent:
        target = target_of(outgoing)
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, target)
        if outgoing.action is Action.LIKE:
            return await self._like(outgoing, target)
        if outgoing.action in (Action.HIDE, Action.UNHIDE):
            return await self._hide(target, outgoing.action is Action.HIDE)
        return await self._delete(target)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        target = target_of(outgoing)
        if outgoing.action is Action.REPLY:
            return await self._own_reply(outgoing)
        if outgoing.action is Action.LIKE:
            record = await self._reading.record(self._uri(LIKE, record_key(outgoing.key, "like")))
            return Sent(target) if record is not None else None
        if outgoing.action is Action.DELETE:
            return Sent(target) if await self._reading.record(target) is None else None
        if outgoing.action in (Action.HIDE, Action.UNHIDE):
            await self._reading.read_hidden(self._me)
            hidden = target in self._reading.hidden
            return Sent(target) if hidden == (outgoing.action is Action.HIDE) else None
        return None

    # --- replies ------------------------------------------------------------------------------------------

    async def _reply(self, outgoing: Outgoing, target: str) -> Sent:
        earlier = await self._own_reply(outgoing)
        if earlier is not None:
            return earlier
        text = clean_text(outgoing.text).strip()
        if not text:
            raise Refused(EMPTY, "empty")
        parent = await self._shown(target)
        if parent.closed:
            raise Refused(CLOSED, "reply-disabled")
        record: dict[str, Any] = {
            "$type": POST,
            "text": text,
            "createdAt": parse.as_moment(_when(outgoing)),
            "langs": ["ko"],
            "reply": {"root": parent.root.as_json(), "parent": parent.ref.as_json()},
        }
        marked = await self._facets(text)
        if marked:
            record["facets"] = marked
        rkey = record_key(outgoing.key)
        await self._put(POST, rkey, record)
        try:
            sent = await self._own_reply(outgoing)
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands on the server.
            log.warning("record %s was written and could not be read back: %s", rkey, error)
            sent = None
        return sent or Sent(self._uri(POST, rkey))

    async def _own_reply(self, outgoing: Outgoing) -> Sent | None:
        record = await self._reading.record(self._uri(POST, record_key(outgoing.key)))
        if record is None:
            return None
        try:
            post = own_view(record, await self._author(), self._me).post
        except Malformed:
            return Sent(self._uri(POST, record_key(outgoing.key)))
        return _sent(post)

    async def _facets(self, text: str) -> list[dict[str, Any]]:
        """Marks of a text. A name that nobody has stays plain text: a mention needs the account's DID."""
        marked = []
        for found in facets.find(text):
            did = await self._did_of(found.value) if found.kind == "mention" else ""
            if found.kind != "mention" or did:
                marked.append(found.as_json(did))
        return marked

    async def _did_of(self, handle: str) -> str:
        answer = await self._api.call("GET", "com.atproto.identity.resolveHandle", {"handle": handle})
        if answer.status == 401:
            raise self._api.refusal(answer, reading=True)
        return parse.optional_did(answer.value.get("did")) if isinstance(answer.value, dict) else ""

    # --- everything else ----------------------------------------------------------------------------------

    async def _like(self, outgoing: Outgoing, target: str) -> Sent:
        view = await self._shown(target)
        if not view.like:
            record = {"subject": view.ref.as_json(), "createdAt": parse.as_moment(_when(outgoing))}
            await self._put(LIKE, record_key(outgoing.key, "like"), {"$type": LIKE, **record})
        return Sent(target)

    async def _delete(self, target: str) -> Sent:
        where = parse.place(target)
        if where.did != self._me:
            raise Refused(FOREIGN, "not-possible")
        body = {"repo": self._me, "collection": where.collection, "rkey": where.rkey}
        await self._api.demand("POST", "com.atproto.repo.deleteRecord", body=body)
        return Sent(target)

    async def _hide(self, target: str, hide: bool) -> Sent:
        """Write the hidden replies of one of our threads, without losing what others write into the list."""
        view = await self._shown(target)
        root = parse.place(view.root.uri)
        if view.root.uri == target:
            raise Refused(NOT_A_REPLY if root.did == self._me else NOT_OURS, "not-possible")
        if root.did != self._me:
            raise Refused(NOT_OURS, "not-possible")
        for attempt in range(SWAPS):
            gate = await self._reading.record(self._uri(THREADGATE, root.rkey))
            value = gate.get("value") if gate is not None else None
            rules = dict(value) if isinstance(value, dict) else {}
            listed = rules.get("hiddenReplies")
            hidden = [uri for uri in (listed if isinstance(listed, list) else ()) if isinstance(uri, str)]
            if (target in hidden) == hide:
                break
            if hide and len(hidden) >= MOST_HIDDEN:
                raise Refused(TOO_MANY, "too-many")
            rules = {
                "$type": THREADGATE,
                "post": view.root.uri,
                "createdAt": parse.as_moment(_now_ms()),
                **rules,
            }
            rules["hiddenReplies"] = [*hidden, target] if hide else [uri for uri in hidden if uri != target]
            try:
                await self._put(THREADGATE, root.rkey, rules, swap=gate.get("cid") if gate else None)
                break
            except Refused as refused:
                if refused.code != "InvalidSwap" or attempt == SWAPS - 1:
                    raise
        return _sent(view.post._replace(state="hidden" if hide else "published"))

    async def _put(self, collection: str, rkey: str, record: Mapping[str, Any], **swap: Any) -> None:
        body: dict[str, Any] = {"repo": self._me, "collection": collection, "rkey": rkey, "record": record}
        if "swap" in swap:
            body["swapRecord"] = swap["swap"]  # null: there must be none yet
        await self._api.demand("POST", "com.atproto.repo.putRecord", body=body)

    async def _shown(self, uri: str) -> View:
        """A post as it is now. Refused: it is gone, or not shown to us."""
        view = await self._reading.post(uri, self._me)
        if view is None:
            gone = await self._reading.record(uri) is None
            raise Refused(POST_GONE, "gone") if gone else Refused(BLOCKED, "blocked")
        return view

    def _uri(self, collection: str, rkey: str) -> str:
        return f"at://{self._me}/{collection}/{rkey}"


def target_of(outgoing: Outgoing) -> str:
    """The address of the post that is meant; whatever cannot be one never reaches the server."""
    reason = CAPABILITIES.why_not.get(outgoing.action.value)
    if reason:
        raise Refused(reason, "not-possible")
    if not parse.optional_uri(outgoing.target_id):
        raise Refused(POST_GONE, "gone")
    return outgoing.target_id


def _when(outgoing: Outgoing) -> int:
    """When the action was first tried, so that a repeat writes the very same record."""
    return outgoing.written_ms if 0 < outgoing.written_ms <= _now_ms() else _now_ms()


def _sent(post: Post) -> Sent:
    return Sent(post.remote_id, post.url, post)


def _now_ms() -> int:
    return int(time.time() * 1000)
