"""One forum as a channel: its newest posts come in, answers, changes and deletions go out."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    OutcomeUnknown,
    Outgoing,
    Refused,
    Sent,
)
from connectors.discourse import CAPABILITIES, LENGTH, parse
from connectors.discourse.api import Api
from connectors.discourse.collecting import Round, topic_posts
from connectors.discourse.parse import Item
from connectors.http import Http
from connectors.json_values import mapping, moment_ms, one_line

log = logging.getLogger(__name__)

LOOK_UP_PAGES = 3

NEEDS_SIGN_IN = (
    "로그인하지 않은 채널은 읽기만 할 수 있습니다. / A channel without a sign-in can only be read."
)
STAFF_ONLY = (
    "시 계정이 이 포럼의 운영진이 아니어서 다른 사람의 글을 지울 수 없습니다. / "
    "The city's account is not staff of this forum and cannot delete other people's posts."
)
POST_GONE = "이 글은 지워졌거나 더 이상 보이지 않습니다. / The post has been deleted or is no longer visible."
WAITS = (
    "포럼이 답변을 받았지만 운영진이 승인해야 보입니다. 다시 보내지 말고 포럼의 검토 화면을 확인해 주세요. / "
    "The forum took this answer and shows it when its staff approves it. Do not send it again; please look "
    "at the forum's review page."
)
FOREIGN = (
    "시 계정의 글만 고치거나 지울 수 있습니다. / "
    "Only posts of the city's own account can be changed or deleted."
)
_USERNAME = re.compile(r"[^\s/?#%\\]{1,60}")


class Discourse:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._handle = config.handle.strip().removeprefix("@")
        found = re.findall(r"\d{1,9}", str(config.options.get("categories") or ""))
        self._categories = frozenset(int(number) for number in found)
        self._user: Mapping[str, Any] | None = None

    async def capabilities(self) -> Capabilities:
        if not self._api.signed_in:
            names = ("reply", "edit", "delete", "trash", "like")
            reasons = {**CAPABILITIES.why_not, **dict.fromkeys(names, NEEDS_SIGN_IN)}
            return Capabilities(thread=True, activity=True, length=LENGTH, why_not=reasons)
        if await self._staff():
            return CAPABILITIES
        reasons = {**CAPABILITIES.why_not, "trash": STAFF_ONLY}
        return dataclasses.replace(CAPABILITIES, trash=False, why_not=reasons)

    async def check(self) -> Identity:
        answer = await self._api.call("GET", "/site/basic-info.json")
        title = one_line(mapping(answer.value).get("title")) if answer.ok else ""
        title = title or self._api.site.partition("://")[2]
        if not self._api.signed_in:
            await self._api.demand("GET", "/posts.json")
            return Identity("", title, url=self._api.site, note=NEEDS_SIGN_IN)
        self._user = None
        user = await self._me()
        login = one_line(user.get("username"))
        number = str(parse.whole(user.get("id")) or login)
        url = f"{self._api.site}/u/{quote(login, safe='')}"
        note = title if await self._staff() else f"{title}. {STAFF_ONLY}"
        return Identity(number, one_line(user.get("name")) or login, f"@{login}", url, note)

    async def aclose(self) -> None:
        return None

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``who`` (as whom the list was read), ``max`` (all ids up
        to it have been read), ``seen`` (versions of the newest posts), ``places`` (ids by topic and number),
        ``again_ms`` and, while the list is walked down, ``walk``."""
        who = f"{self._api.site}#{self._api.login.casefold()}#{sorted(self._categories)}"
        return await Round(self._api, who, cursor, self._categories).run()

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(CAPABILITIES.why_not["stream"], "no-stream")
        yield Batch()

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        number = self._target(outgoing)
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, number)
        item = await self._item(number)
        if outgoing.action in (Action.DELETE, Action.TRASH):
            return await self._delete(outgoing, number, item)
        if item is None or item.gone:
            raise Refused(POST_GONE, "not_found")
        if outgoing.action is Action.LIKE:
            if not item.liked:
                await self._api.demand(
                    "POST", "/post_actions.json", body={"id": number, "post_action_type_id": parse.LIKE}
                )
            return Sent(str(number))
        if not item.post.own:
            raise Refused(FOREIGN, "not-possible")
        raw = parse.as_markdown(outgoing.text)
        if not parse.same_text(item.raw, raw):
            await self._api.demand("PUT", f"/posts/{number}.json", body={"post": {"raw": raw}})
            item = await self._item(number) or item
        return self._sent(item, outgoing, item.post.parent_id)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        number = self._target(outgoing)
        item = await self._item(number)
        if outgoing.action in (Action.DELETE, Action.TRASH):
            return Sent(str(number)) if item is None or item.gone else None
        if item is None:
            return None
        if outgoing.action is Action.REPLY:
            return await self._own_reply(outgoing, item)
        if outgoing.action is Action.LIKE:
            return Sent(str(number)) if item.liked else None
        done = parse.same_text(item.raw, parse.as_markdown(outgoing.text))
        return self._sent(item, outgoing, item.post.parent_id) if done else None

    async def _reply(self, outgoing: Outgoing, number: int) -> Sent:
        item = await self._item(number)
        if item is None or item.gone:
            raise Refused(POST_GONE, "not_found")
        # A forum has no key for a repeat, so whether it is there already is asked before (section 5).
        earlier = await self._own_reply(outgoing, item)
        if earlier is not None:
            return earlier
        body = {
            "topic_id": item.topic,
            "raw": parse.as_markdown(outgoing.text),
            "reply_to_post_number": item.number,
        }
        answer = await self._api.call("POST", "/posts.json", body=body)
        if not answer.ok:
            if answer.status == 422:  # "too similar": it may be this very answer
                earlier = await self._own_reply(outgoing, item)
                if earlier is not None:
                    return earlier
            raise await self._api.refusal(answer, reading=False)
        made = parse.whole(mapping(answer.value).get("id"))
        if made <= 0 and mapping(answer.value).get("action") == "enqueued":
            # It has no id yet, and sending it again would let it wait twice.
            raise Refused(WAITS, "enqueued")
        if made <= 0:
            raise OutcomeUnknown("the answer to a new post has no id", "outcome")
        try:
            written = await self._item(made)
        except ConnectorError as error:
            log.warning("post %d was sent and could not be read back: %s", made, error)
            written = None
        return Sent(str(made)) if written is None else self._sent(written, outgoing, str(number))

    async def _own_reply(self, outgoing: Outgoing, parent: Item) -> Sent | None:
        """Our own answer to that post with this text, among the newest of the forum and of the topic."""
        raw = parse.as_markdown(outgoing.text)
        before = 0
        for _ in range(LOOK_UP_PAGES):
            value = await self._api.demand("GET", "/posts.json", {"before": before} if before else None)
            items, _ = parse.latest(value, self._api.site, self._api.login)
            for item in items:
                if _answers(item, parent) and parse.same_text(item.raw, raw):
                    return self._sent(item, outgoing, outgoing.target_id)
            before = min((item.id for item in items), default=0)
            if before <= max(parent.id, 1):
                return None  # an answer has a higher id than what it answers
        for found in await topic_posts(self._api, parent.topic, 10**6):
            item_now = await self._item(found.id) if _answers(found, parent) else None
            if item_now is not None and parse.same_text(item_now.raw, raw):
                return self._sent(item_now, outgoing, outgoing.target_id)
        return None

    async def _delete(self, outgoing: Outgoing, number: int, item: Item | None) -> Sent:
        if item is not None and not item.gone:
            if outgoing.action is Action.DELETE and not item.post.own:
                raise Refused(FOREIGN, "not-possible")
            if outgoing.action is Action.TRASH and not item.can_delete:
                raise Refused(STAFF_ONLY, "not-possible")
            answer = await self._api.call("DELETE", f"/posts/{number}.json")
            if not answer.ok and not answer.missing:
                raise await self._api.refusal(answer, reading=False)
        return Sent(str(number))

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """Works without a sign-in too, where the forum shows its members."""
        asked = list(handles) or [self._api.login or self._handle]
        return [await self._activity(handle) for handle in asked]

    async def _activity(self, handle: str) -> Activity:
        name = handle.strip().rstrip("/").rpartition("/")[2].removeprefix("@")
        if not _USERNAME.fullmatch(name) or set(name) <= {"."}:
            return Activity(handle, "missing")
        answer = await self._api.call("GET", f"/u/{quote(name, safe='')}.json")
        if answer.missing:
            return Activity(handle, "missing")
        if answer.status == 403:
            return Activity(handle, "private")
        if not answer.ok:
            raise await self._api.refusal(answer, reading=True)
        user = mapping(mapping(answer.value).get("user"))
        state = "suspended" if user.get("suspended_till") else "ok"
        state = "private" if user.get("profile_hidden") is True else state
        posts = user.get("post_count")
        return Activity(
            handle,
            state,
            moment_ms(user.get("last_posted_at")),
            posts if isinstance(posts, int) and not isinstance(posts, bool) and posts >= 0 else None,
            None,
            one_line(user.get("name")) or name,
            f"{self._api.site}/u/{quote(name, safe='')}",
        )

    # --- parts --------------------------------------------------------------------------------------------

    def _target(self, outgoing: Outgoing) -> int:
        reason = CAPABILITIES.why_not.get(outgoing.action.value)
        if reason:
            raise Refused(reason, "not-possible")
        if not self._api.signed_in:
            raise Refused(NEEDS_SIGN_IN, "not-signed-in")
        number = parse.whole(outgoing.target_id)
        if number <= 0:
            raise Refused(POST_GONE, "not_found")
        return number

    async def _item(self, number: int) -> Item | None:
        """One post; None where it is gone or no longer shown to us."""
        answer = await self._api.call("GET", f"/posts/{number}.json")
        if answer.missing:
            return None
        if answer.status == 403 and answer.value is not None and await self._api.key_counts():
            return None  # hidden, or moved to where we may not look
        if not answer.ok:
            raise await self._api.refusal(answer, reading=True)
        return parse.item(answer.value, self._api.site, self._api.login)

    async def _me(self) -> Mapping[str, Any]:
        if self._user is None:
            login = self._api.login
            if not _USERNAME.fullmatch(login) or set(login) <= {"."}:
                raise AuthExpired("the sign-in names no user", "no-user")
            answer = await self._api.call("GET", f"/u/{quote(login, safe='')}.json")
            if answer.missing:
                raise AuthExpired("the forum has no such user", "no-user")
            if not answer.ok:
                raise await self._api.refusal(answer, reading=True)
            self._user = mapping(mapping(answer.value).get("user"))
        return self._user

    async def _staff(self) -> bool:
        user = await self._me()
        return user.get("moderator") is True or user.get("admin") is True

    def _sent(self, item: Item, outgoing: Outgoing, parent: str) -> Sent:
        """What was written, with what only the list says of it: its topic's title and what it answers."""
        context = item.post.context or str(outgoing.target.get("context") or "")
        if outgoing.action is Action.EDIT:
            parent = str(outgoing.target.get("parent_id") or "")
        post = item.post._replace(parent_id=parent, context=context)
        return Sent(post.remote_id, post.url, post)


def _answers(item: Item, parent: Item) -> bool:
    return item.post.own and not item.gone and item.topic == parent.topic and item.answers == parent.number
