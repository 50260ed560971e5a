"""What goes out of one account: replies, changes of our own statuses, likes, and how each is found again."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from connectors.base import (
    Action,
    ConnectorError,
    LengthRule,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Refused,
    Sent,
    clean_text,
)
from connectors.mastodon import NO_RIGHT, parse, words
from connectors.mastodon.api import Answer, Api
from connectors.mastodon.parse import Status

log = logging.getLogger(__name__)

OWN_PAGE = 40
"""Own statuses that are looked through for one that was sent."""

POST_GONE = (
    "답변할 글이 지워졌거나 더 이상 보이지 않습니다. / "
    "The post to be answered has been deleted or is no longer visible."
)
NOT_ALONE = (
    "비공개 답글에 다른 계정 이름(@)이 있으면 그 계정도 읽게 됩니다. 이름을 빼 주세요. / "
    "Whoever is named (@) in a private reply can read it too; please leave other names out."
)
NO_SCOPE = (
    "이 로그인에는 필요한 권한이 없습니다. 다시 로그인해 주세요. / "
    "This sign-in lacks a permission that is needed. Please sign in again."
)


class Writing:
    """``me`` gives the own account's id, ``status`` one status or None where it is gone."""

    def __init__(
        self,
        api: Api,
        me: Callable[[], Awaitable[str]],
        status: Callable[[str], Awaitable[Status | None]],
    ) -> None:
        self._api = api
        self._me = me
        self._status = status

    async def send(self, outgoing: Outgoing, rule: LengthRule) -> Sent:
        target = _target(outgoing)
        if outgoing.action is Action.EDIT:
            return await self._edit(outgoing, target)
        if outgoing.action is Action.DELETE:
            # Of somebody else's post the server would say that it is not there, as of one that is deleted.
            there = await self._status(target)
            if there is not None and there.account_id != await self._me():
                raise Refused(NO_RIGHT, "not-possible")
            answer = await self._api.call("DELETE", f"/api/v1/statuses/{target}")
            if not answer.ok and not answer.missing:
                raise self._refusal(answer)
            return Sent(target)
        if outgoing.action is Action.LIKE:
            answer = await self._api.call("POST", f"/api/v1/statuses/{target}/favourite")
            if not answer.ok:
                raise Refused(POST_GONE, "http-404") if answer.missing else self._refusal(answer)
            return Sent(target)
        return await self._reply(outgoing, target, rule)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        target = _target(outgoing)
        if outgoing.action in (Action.REPLY, Action.PRIVATE_REPLY):
            return await self._own_reply(outgoing, target)
        status = await self._status(target)
        if outgoing.action is Action.DELETE:
            return Sent(target) if status is None else None
        if status is None:
            return None
        if outgoing.action is Action.LIKE:
            return Sent(target) if status.liked else None
        same = words.same_text(await self._source(status), outgoing.text)
        return _sent(status) if same else None

    async def _reply(self, outgoing: Outgoing, target: str, rule: LengthRule) -> Sent:
        me = await self._me()
        parent = await self._status(target)
        if parent is None:
            raise Refused(POST_GONE, "http-404")
        text = words.as_reply(outgoing.text, parent, me, rule)
        visibility = parent.visibility  # never wider than what is answered
        if outgoing.action is Action.PRIVATE_REPLY:
            visibility = "direct"
            if words.names_others(outgoing.text, parent.acct):
                raise Refused(NOT_ALONE, "names-others")
            text = words.as_private_reply(outgoing.text, parent)
        body: dict[str, Any] = {
            "status": text,
            "in_reply_to_id": target,
            "visibility": visibility,
            "language": "ko",
        }
        if parent.spoiler:
            body |= {"spoiler_text": parent.spoiler, "sensitive": True}
        answer = await self._api.call(
            "POST", "/api/v1/statuses", body=body, headers={"Idempotency-Key": outgoing.key}
        )
        if not answer.ok:
            raise self._refusal(answer)
        number = _identifier_of(answer.value)
        try:
            return await self._read_back(number)
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands on the server.
            log.warning("status %s was sent and could not be read back: %s", number, error)
            return Sent(number)

    async def _edit(self, outgoing: Outgoing, target: str) -> Sent:
        status = await self._status(target)
        if status is None:
            raise Refused(POST_GONE, "http-404")
        earlier = await self._source(status)
        names = words.leading_mentions(earlier)
        text = clean_text(outgoing.text).strip()
        if names and not words.leading_mentions(text):
            text = f"{names} {text}"  # without their names the citizens would no longer be told
        if text != earlier:
            body: dict[str, Any] = {"status": text, "language": "ko"}
            if status.spoiler:
                body |= {"spoiler_text": status.spoiler, "sensitive": True}
            answer = await self._api.call("PUT", f"/api/v1/statuses/{target}", body=body)
            if not answer.ok:
                raise self._refusal(answer)
        return await self._read_back(target)

    async def _own_reply(self, outgoing: Outgoing, target: str) -> Sent | None:
        """Our newest status that answers that one with this text, as openly as it was to be sent."""
        me = await self._me()
        answer = await self._api.demand("GET", f"/api/v1/accounts/{me}/statuses", {"limit": OWN_PAGE})
        found, _ = parse.statuses(answer.value, me)
        private = outgoing.action is Action.PRIVATE_REPLY or bool(outgoing.target.get("private"))
        for status in found:
            if status.post.parent_id != target or (outgoing.target and status.post.private != private):
                continue
            if words.same_text(await self._source(status), outgoing.text):
                return _sent(status)
        return None

    async def _source(self, status: Status) -> str:
        """An own status as it was typed; servers before 3.5 give only what it looks like."""
        answer = await self._api.call("GET", f"/api/v1/statuses/{status.post.remote_id}/source")
        value = answer.value if answer.ok and isinstance(answer.value, dict) else {}
        text = value.get("text")
        return text if isinstance(text, str) else status.post.text

    async def _read_back(self, number: str) -> Sent:
        status = await self._status(number)
        return Sent(number) if status is None else _sent(status)

    def _refusal(self, answer: Answer) -> ConnectorError:
        if answer.status == 403 and "scope" in answer.reason.lower():
            return Refused(NO_SCOPE, "http-403")
        return self._api.refusal(answer, reading=False)


def _sent(status: Status) -> Sent:
    return Sent(status.post.remote_id, status.post.url, status.post)


def _target(outgoing: Outgoing) -> str:
    number = parse.optional_identifier(outgoing.target_id)
    if not number:
        raise Refused(POST_GONE, "http-404")
    return number


def _identifier_of(value: Any) -> str:
    try:
        return parse.identifier(value.get("id") if isinstance(value, dict) else None)
    except Malformed as error:
        raise OutcomeUnknown(f"sent, but {error}", "outcome") from None
