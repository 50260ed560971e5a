"""What goes out of an Instagram account: answers to comments and messages, hiding, deleting our own. There is
no key against doubles, so each answer is looked for before it is sent (instagram.md section 4)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import (
    Action,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Post,
    Refused,
    Sent,
    clean_text,
)
from connectors.graph import Fault, identifier
from connectors.graph_inbox import POST_GONE, SLACK_MS, TOO_LONG, Letters, same_text
from connectors.instagram import COMMENT_LENGTH, MESSAGE_LENGTH, parse
from connectors.instagram.account import Account
from connectors.json_values import mapping, one_line

log = logging.getLogger(__name__)

LOOKED_THROUGH = 5
"""Pages of answers, the newest first, among which one of ours is looked for."""

NOT_OURS = "시 계정의 댓글만 지울 수 있습니다. / Only comments of the city's own account can be deleted."
TAGGED_ONLY = (
    "시 계정을 태그한 다른 사람의 게시물에는 댓글을 달 수 없습니다. / "
    "Other people's posts that only tag the account cannot be commented on."
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: below ``id`` by ``edge``; ``name`` is whom it has to name to reach them."""

    id: str
    edge: str
    name: str = ""


class Writing:
    def __init__(self, account: Account, claimed: dict[str, str]) -> None:
        self._account = account
        self._graph = account.graph
        self._claimed = claimed
        self._letters = Letters(account.graph, account.inbox, claimed, MESSAGE_LENGTH)

    async def send(self, outgoing: Outgoing) -> Sent:
        target = _target(outgoing)
        if _is_message(outgoing, target):
            return await self._letters.send(outgoing, target, public={})
        if outgoing.action is Action.PRIVATE_REPLY:
            return await self._letters.send(outgoing, target, public={"comment_id": target})
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, target)
        if outgoing.action is Action.DELETE:
            return await self._delete(target)
        await self._write("POST", f"/{target}", {"hide": outgoing.action is Action.HIDE})
        return await self._read_back(target, outgoing)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        target = _target(outgoing)
        message = _is_message(outgoing, target)
        if message or outgoing.action is Action.PRIVATE_REPLY:
            return await self._letters.look_up(outgoing, target, public=not message)
        if outgoing.action is Action.REPLY:
            place = await self._place(target)
            return await self._reply_before(place, outgoing, target) if place is not None else None
        post = await self._one(target, _parent(outgoing))
        if outgoing.action is Action.DELETE:
            return Sent(target) if post is None else None
        done = post is not None and (post.state == "hidden") is (outgoing.action is Action.HIDE)
        return Sent(target, post=post) if done else None

    # --- comments -----------------------------------------------------------------------------------------

    async def _reply(self, outgoing: Outgoing, target: str) -> Sent:
        place = await self._place(target)
        if place is None:
            raise Refused(POST_GONE, "graph-100")
        text = _named(clean_text(outgoing.text).strip(), place.name)
        if COMMENT_LENGTH.over(text):
            raise Refused(TOO_LONG, "too-long")
        if earlier := await self._reply_before(place, outgoing, target):
            return earlier
        answer = await self._graph.call("POST", f"/{place.id}/{place.edge}", form={"message": text})
        if answer.fault is not None:
            raise _refusal(answer.fault)
        number = identifier(mapping(answer.value).get("id"))
        if not number:
            raise OutcomeUnknown("the answer to a new comment has no id", "outcome")
        self._claimed[number] = outgoing.key
        return await self._read_back(number, outgoing, thread=place.id)

    async def _place(self, target: str) -> Place | None:
        """Where an answer to the target goes; None where it is gone. Only comments at the top take answers:
        one to an answer stands below the comment on top and names whom it is for."""
        answer = await self._graph.call("GET", f"/{target}", {"fields": "id,username,parent_id"})
        if answer.fault is not None and answer.fault.code == 100 and not answer.fault.missing:
            return await self._below_media(target)  # a post has no parent
        if _gone(answer.fault):
            return None
        if answer.fault is not None:
            raise answer.fault.refusal()
        item = mapping(answer.value)
        if top := identifier(item.get("parent_id")):
            return Place(top, "replies", one_line(item.get("username")))
        return Place(target, "replies")

    async def _below_media(self, target: str) -> Place | None:
        answer = await self._graph.call("GET", f"/{target}", {"fields": "id,username"})
        if answer.fault is not None and (answer.fault.missing or answer.fault.code == 100):
            return None
        if answer.fault is not None:
            raise answer.fault.refusal()
        username = one_line(mapping(answer.value).get("username"))
        if username and username not in self._account.own:
            raise Refused(TAGGED_ONLY, "not-possible")
        return Place(target, "comments")

    async def _reply_before(self, place: Place, outgoing: Outgoing, target: str) -> Sent | None:
        """Our answer in that place with this text. Among the answers to several people it has to be as new as
        the action too."""
        wanted = (clean_text(outgoing.text), _named(clean_text(outgoing.text).strip(), place.name))
        after_ms = self._graph.not_after(outgoing.written_ms - SLACK_MS) if place.id != target else 0
        ask = {"fields": parse.REPLY_FIELDS, "limit": 50}
        further: Mapping[str, str] = {}
        for _ in range(LOOKED_THROUGH):
            page = await self._graph.page(f"/{place.id}/{place.edge}", ask, further)
            for item in page.items:
                try:
                    post = parse.comment(item, self._account.own, place.id)
                except Malformed:
                    continue
                claimed = self._claimed.get(post.remote_id, outgoing.key) != outgoing.key
                late_enough = (post.created_ms or 0) >= after_ms
                if post.own and late_enough and not claimed and any(same_text(post.text, w) for w in wanted):
                    return Sent(post.remote_id, post=post)
            if not page.place or page.place == further:
                return None
            further = page.place
        return None

    async def _delete(self, target: str) -> Sent:
        post = await self._one(target, "")
        if post is not None:
            if not post.own:
                raise Refused(NOT_OURS, "not-ours")
            await self._write("DELETE", f"/{target}", None)
        return Sent(target)

    # --- parts --------------------------------------------------------------------------------------------

    async def _one(self, number: str, thread: str) -> Post | None:
        answer = await self._graph.call("GET", f"/{number}", {"fields": parse.REPLY_FIELDS})
        if _gone(answer.fault):
            return None
        if answer.fault is not None:
            raise answer.fault.refusal()
        return parse.comment(answer.value, self._account.own, thread)

    async def _write(self, method: str, path: str, form: Mapping[str, Any] | None) -> None:
        answer = await self._graph.call(method, path, form=form)
        if _gone(answer.fault) and method == "DELETE":
            return
        if answer.fault is not None:
            raise _refusal(answer.fault)
        if isinstance(answer.value, dict) and answer.value.get("success") is False:
            raise Refused("Instagram: success = false", "refused")

    async def _read_back(self, number: str, outgoing: Outgoing, thread: str = "") -> Sent:
        try:
            post = await self._one(number, thread or _parent(outgoing))
        except ConnectorError as error:
            # It is done whatever happens now; the next round shows it as it stands at Instagram.
            log.warning("%s was written and could not be read back: %s", number, error)
            return Sent(number)
        return Sent(number, post=post)


def _is_message(outgoing: Outgoing, number: str) -> bool:
    """Comments have numbers; messages have letters in their ids, and are always private."""
    return outgoing.target.get("private") is True or re.fullmatch(r"\d+(_\d+)*", number) is None


def _named(text: str, name: str) -> str:
    """The text with the name of whom it is for, without which they are not told."""
    return f"@{name} {text}" if name and f"@{name}".casefold() not in text.casefold() else text


def _gone(fault: Fault | None) -> bool:
    return fault is not None and fault.missing


def _refusal(fault: Fault) -> Refused:
    return Refused(POST_GONE, fault.name) if fault.missing else fault.refusal()


def _parent(outgoing: Outgoing) -> str:
    return identifier(outgoing.target.get("parent_id"))


def _target(outgoing: Outgoing) -> str:
    number = identifier(outgoing.target_id)
    if not number:
        raise Refused(POST_GONE, "graph-100")
    return number
