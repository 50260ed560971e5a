"""What goes out of a Page: comments, messages, hiding, likes. Facebook has no key against doubles, so each
answer is looked for before it is sent (facebook.md section 5)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
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
from connectors.facebook import COMMENT_LENGTH, MESSAGE_LENGTH, parse
from connectors.facebook.page import Page
from connectors.graph import identifier
from connectors.graph_inbox import POST_GONE, SLACK_MS, TOO_LONG, Letters, same_text
from connectors.graph_parts import DUPLICATE, Answer, Fault
from connectors.json_values import mapping

log = logging.getLogger(__name__)

LOOKED_THROUGH = 5
"""Pages of comments, the newest first, among which an answer of ours is looked for."""

NOT_DONE = "페이스북이 요청대로 하지 않았습니다. / Facebook did not do what was asked."
NOT_OURS = (
    "시 계정의 글만 고치거나 지울 수 있습니다. / "
    "Only posts of the city's own account can be changed or deleted."
)
_OBJECT = re.compile(r"\d+(_\d+)*")


class Writing:
    def __init__(self, page: Page, claimed: dict[str, str]) -> None:
        self._page = page
        self._graph = page.graph
        self._claimed = claimed
        self._letters = Letters(page.graph, page.inbox, claimed, MESSAGE_LENGTH)

    async def send(self, outgoing: Outgoing) -> Sent:
        target = _target(outgoing)
        if is_message(target):
            return await self._letters.send(outgoing, target, public={})
        if outgoing.action is Action.PRIVATE_REPLY:
            kind = "post_id" if self._is_post(target, outgoing) else "comment_id"
            return await self._letters.send(outgoing, target, public={kind: target})
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, target)
        if outgoing.action is Action.EDIT:
            return await self._edit(outgoing, target)
        if outgoing.action is Action.DELETE:
            return await self._delete(outgoing, target)
        if outgoing.action is Action.LIKE:
            await self._write("POST", f"/{target}/likes")
            return Sent(target)
        hidden = outgoing.action is Action.HIDE
        await self._write("POST", f"/{target}", {"is_hidden": hidden})
        return await self._read_back(target, outgoing)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        target = _target(outgoing)
        if outgoing.action is Action.PRIVATE_REPLY or is_message(target):
            return await self._letters.look_up(outgoing, target, public=not is_message(target))
        if outgoing.action is Action.REPLY:
            return await self._reply_before(outgoing, target)
        if outgoing.action is Action.LIKE:
            answer = await self._graph.call("GET", f"/{target}", {"fields": "id,user_likes"})
            return Sent(target) if mapping(answer.value).get("user_likes") is True else None
        post = await self._one(target, outgoing)
        if outgoing.action is Action.DELETE:
            return Sent(target) if post is None else None
        if post is None:
            return None
        if outgoing.action is Action.EDIT:
            done = same_text(post.text, outgoing.text)
        else:
            done = (post.state == "hidden") is (outgoing.action is Action.HIDE)
        return Sent(target, post.url, post) if done else None

    # --- comments -----------------------------------------------------------------------------------------

    async def _reply(self, outgoing: Outgoing, target: str) -> Sent:
        text = _text(outgoing, COMMENT_LENGTH.limit)
        if earlier := await self._reply_before(outgoing, target, gone_is_refused=True):
            return earlier
        answer = await self._graph.call("POST", f"/{target}/comments", form={"message": text})
        if answer.fault is not None and answer.fault.code == DUPLICATE:
            if earlier := await self._reply_before(outgoing, target):
                return earlier
        number = self._made(answer)
        self._claimed[number] = outgoing.key
        return await self._read_back(number, outgoing)

    async def _reply_before(
        self, outgoing: Outgoing, target: str, *, gone_is_refused: bool = False
    ) -> Sent | None:
        """Our comment below the target with this text. An answer to an answer stands below the comment on
        top, among others of ours perhaps: there it has to be as new as the action too."""
        there, above = await self._place_of(target)
        if not there:
            if gone_is_refused:
                raise Refused(POST_GONE, "graph-100")
            return None
        for place in [target, above] if above else [target]:
            after_ms = self._graph.not_after(outgoing.written_ms - SLACK_MS) if place == above else 0
            if found := await self._own_below(place, outgoing, after_ms):
                return Sent(found.remote_id, found.url, found)
        return None

    async def _place_of(self, target: str) -> tuple[bool, str]:
        """(whether it is there, the comment on top that it answers, "" for that one itself and for posts)."""
        asked = await self._graph.call("GET", f"/{target}", {"fields": "id,parent{id}"})
        if asked.fault is not None and asked.fault.code == 100 and not asked.fault.missing:
            asked = await self._graph.call("GET", f"/{target}", {"fields": "id"})  # a post has no parent
        if asked.fault is not None:
            if asked.fault.missing or asked.fault.code == 100:
                return False, ""
            raise asked.fault.refusal()
        return True, identifier(mapping(mapping(asked.value).get("parent")).get("id"))

    async def _own_below(self, place: str, outgoing: Outgoing, after_ms: int) -> Post | None:
        params: Mapping[str, Any] = {
            "filter": "stream",
            "order": "reverse_chronological",
            "fields": parse.COMMENT_FIELDS,
            "limit": 100,
        }
        further: Mapping[str, str] = {}
        for _ in range(LOOKED_THROUGH):
            page = await self._graph.page(f"/{place}/comments", params, further)
            for item in page.items:
                try:
                    post = parse.comment(item, self._page.id, place)
                except Malformed:
                    continue
                claimed = self._claimed.get(post.remote_id, outgoing.key) != outgoing.key
                late_enough = (post.created_ms or 0) >= after_ms
                # The stream holds answers to other comments too.
                here = post.parent_id == place
                if post.own and here and late_enough and not claimed and same_text(post.text, outgoing.text):
                    return post
            if not page.place or page.place == further:
                return None
            further = page.place
        return None

    async def _edit(self, outgoing: Outgoing, target: str) -> Sent:
        text = _text(outgoing, COMMENT_LENGTH.limit)
        post = await self._one(target, outgoing)
        if post is None:
            raise Refused(POST_GONE, "graph-100")
        _need_own(post)
        if not same_text(post.text, text):
            await self._write("POST", f"/{target}", {"message": text})
        return await self._read_back(target, outgoing)

    async def _delete(self, outgoing: Outgoing, target: str) -> Sent:
        post = await self._one(target, outgoing)
        if post is not None:
            _need_own(post)
            await self._write("DELETE", f"/{target}", gone_is_done=True)
        return Sent(target)

    # --- parts --------------------------------------------------------------------------------------------

    def _is_post(self, number: str, outgoing: Outgoing) -> bool:
        """Comments always have a parent; ids of posts begin with that of the Page (facebook.md section 3)."""
        return not outgoing.target.get("parent_id") and number.startswith(f"{self._page.id}_")

    async def _one(self, number: str, outgoing: Outgoing) -> Post | None:
        """One comment or post; None where it is gone or not shown to us."""
        is_post = self._is_post(number, outgoing)
        for _ in range(2):
            fields = parse.POST_FIELDS if is_post else parse.COMMENT_FIELDS
            answer = await self._graph.call("GET", f"/{number}", {"fields": fields})
            if answer.fault is None:
                if is_post:
                    return parse.post(answer.value, self._page.id)
                return parse.comment(answer.value, self._page.id, _parent(outgoing))
            if answer.fault.code != 100 and not answer.fault.missing:
                raise answer.fault.refusal()
            if answer.fault.missing:
                return None
            is_post = not is_post  # asked for the fields of the other kind
        return None

    async def _write(
        self, method: str, path: str, form: Mapping[str, Any] | None = None, *, gone_is_done: bool = False
    ) -> None:
        answer = await self._graph.call(method, path, form=form)
        if answer.fault is None:
            said = answer.value.get("success") if isinstance(answer.value, dict) else answer.value
            if said is False:
                raise Refused(NOT_DONE, "not-done")
            return
        if answer.fault.missing:
            if gone_is_done:
                return
            raise Refused(POST_GONE, answer.fault.name)
        raise answer.fault.refusal()

    def _made(self, answer: Answer) -> str:
        fault: Fault | None = answer.fault
        if fault is not None:
            if fault.missing:
                raise Refused(POST_GONE, fault.name)
            raise fault.refusal()
        number = identifier(mapping(answer.value).get("id"))
        if not number:
            raise OutcomeUnknown("the answer to a new comment has no id", "outcome")
        return number

    async def _read_back(self, number: str, outgoing: Outgoing) -> Sent:
        try:
            if outgoing.action is Action.REPLY:
                made = await self._graph.demand("GET", f"/{number}", {"fields": parse.COMMENT_FIELDS})
                post: Post | None = parse.comment(made, self._page.id, outgoing.target_id)
            else:
                post = await self._one(number, outgoing)
        except ConnectorError as error:
            # It is done whatever happens now; the next round shows it as it stands at Facebook.
            log.warning("%s was written and could not be read back: %s", number, error)
            return Sent(number)
        return Sent(number) if post is None else Sent(number, post.url, post)


def is_message(number: str) -> bool:
    """Messages have letters in their ids ("m_…"), comments and posts only digits and lines."""
    return _OBJECT.fullmatch(number) is None


def _target(outgoing: Outgoing) -> str:
    number = identifier(outgoing.target_id)
    if not number:
        raise Refused(POST_GONE, "graph-100")
    return number


def _text(outgoing: Outgoing, limit: int | None) -> str:
    text = clean_text(outgoing.text).strip()
    if limit is not None and len(text) > limit:
        raise Refused(TOO_LONG, "too-long")
    return text


def _parent(outgoing: Outgoing) -> str:
    return identifier(outgoing.target.get("parent_id"))


def _need_own(post: Post) -> None:
    if not post.own:
        raise Refused(NOT_OURS, "not-ours")
