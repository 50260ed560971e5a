"""Replies, messages and what the city does with posts of others (x.md section 5).

X has no key against doubles: before a text goes out, what we wrote below that post is looked through. On top
of that X refuses the same text twice.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from connectors.base import (
    Action,
    ConnectorError,
    OutcomeUnknown,
    Outgoing,
    Post,
    Refused,
    Sent,
    clean_text,
)
from connectors.json_values import mapping
from connectors.x import parse
from connectors.x.api import Answer, Api, refusal
from connectors.x.problems import names_place

log = logging.getLogger(__name__)

EARLY_MS = 15 * 60 * 1000
"""Our clock and X's may differ by so much."""

LOOK_BACK_PAGES = 5

POST_GONE = (
    "답변할 글이 지워졌거나 더 이상 보이지 않습니다. / "
    "The post to be answered has been deleted or is no longer visible."
)
NO_AUTHOR = "쪽지를 받을 사람을 알 수 없습니다. / It is not known to whom the message should go."
NOT_DONE = "X가 요청대로 하지 않았습니다. / X did not do what was asked."
NOT_TAKEN_BACK = "보낸 쪽지는 X에서 되돌릴 수 없습니다. / A message that was sent cannot be taken back on X."
NOT_OURS = "시 계정이 쓴 글만 지울 수 있습니다. / Only posts of the city's own account can be deleted."
NOT_FOR_MESSAGES = "쪽지에는 할 수 없는 작업입니다. / This cannot be done with a direct message."
NOT_SUMMONED = (
    "X는 시 계정을 부르거나 인용한 글에만 답글을 허용합니다. 브라우저에서 답변해 주세요. / "
    "X only allows replies to posts that name or quote our account; please answer in the browser."
)

SAID_BEFORE = (
    "X는 시 계정이 방금 쓴 것과 똑같은 글을 받지 않습니다. 문장을 조금 바꿔 다시 보내 주세요. / "
    "X does not take the very words that our account wrote just before; please change the text a little "
    "and send it again."
)

_SUMMONED = re.compile(r"\b(?:summon|mention|engaged)|not allowed to reply|reply\b.* not allowed", re.I)


class Sending:
    def __init__(self, api: Api, me: str) -> None:
        self._api = api
        self._me = me

    async def send(self, outgoing: Outgoing) -> Sent:
        number = target_of(outgoing)
        private = bool(outgoing.target.get("private"))
        if outgoing.action is Action.PRIVATE_REPLY or (outgoing.action is Action.REPLY and private):
            return await self._message(outgoing, number)
        if private:
            reason = NOT_TAKEN_BACK if outgoing.action is Action.DELETE else NOT_FOR_MESSAGES
            raise Refused(reason, "not-possible")
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, number)
        if outgoing.action is Action.DELETE:
            return await self._delete(number)
        if outgoing.action in (Action.HIDE, Action.UNHIDE):
            return await self._hide(number, outgoing.action is Action.HIDE)
        body = {"tweet_id": number}
        _expect(await self._api.call("POST", f"/2/users/{self._me}/likes", body=body), "liked", True)
        return Sent(number)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        """Hiding and liking leave no trace to be read; doing them again does no harm."""
        number = target_of(outgoing)
        private = bool(outgoing.target.get("private"))
        if outgoing.action is Action.PRIVATE_REPLY or (outgoing.action is Action.REPLY and private):
            return await self._own_message(outgoing, number)
        if outgoing.action is Action.REPLY:
            return await self._own_reply(outgoing, number, sure=True)
        if outgoing.action is Action.DELETE and not private:
            return Sent(number) if await self._post(number) is None else None
        return None

    # --- public -------------------------------------------------------------------------------------------

    async def _reply(self, outgoing: Outgoing, number: str) -> Sent:
        found = await self._own_reply(outgoing, number)
        if found is not None:
            return found
        text = clean_text(outgoing.text).strip()
        body = {"text": text, "reply": {"in_reply_to_tweet_id": number}}
        answer = await self._api.call("POST", "/2/tweets", body=body)
        if not answer.ok and any(problem.duplicate for problem in answer.problems):
            found = await self._own_reply(outgoing, number, sure=True)
            if found is not None:
                return found
            if answer.status == 403:
                raise Refused(f"{SAID_BEFORE} (X: {answer.reason})", "said-before")
        if answer.missing:
            raise Refused(answer.reason or POST_GONE, f"http-{answer.status}")
        if answer.status == 403 and _SUMMONED.search(answer.reason):
            raise Refused(f"{NOT_SUMMONED} (X: {answer.reason})", "not-summoned")
        if not answer.ok:
            raise refusal(answer, reading=False, fallback=NOT_SUMMONED if answer.status == 403 else NOT_DONE)
        sent = _sent_id(answer, "id")
        return await self._read_back(sent, "post", number)

    async def _own_reply(self, outgoing: Outgoing, number: str, *, sure: bool = False) -> Sent | None:
        """Our post that answers that one with this text. ``sure``: from the post on that it answers, whatever
        the clock of this PC says; reading that much costs more."""
        params: dict[str, Any] = {"max_results": 100, "exclude": "retweets"}
        first = parse.id_at(self._api.not_after(outgoing.written_ms - EARLY_MS)) if not sure else ""
        first = first or parse.earlier(number, EARLY_MS)
        if first:
            params["since_id"] = first
        for _ in range(LOOK_BACK_PAGES):
            answer = await self._api.read(f"/2/users/{self._me}/tweets", "post", **params)
            if answer.status == 400 and names_place(answer.problems) and params.pop("since_id", ""):
                continue  # our clock is ahead of X's
            if not answer.ok:
                raise refusal(answer, reading=True)
            page = parse.page(answer.value, self._me)
            for found in page.found:
                if found.post.parent_id == number and parse.same_text(found.post.text, outgoing.text):
                    return _sent(found.post)
            if not page.next_token:
                break
            params["pagination_token"] = page.next_token
        return None

    async def _hide(self, number: str, hidden: bool) -> Sent:
        """X shows nobody which replies are hidden: what we did is all that is known."""
        answer = await self._api.call("PUT", f"/2/tweets/{number}/hidden", body={"hidden": hidden})
        if answer.missing:
            raise Refused(answer.reason or POST_GONE, f"http-{answer.status}")
        _expect(answer, "hidden", hidden)
        sent = await self._read_back(number, "post")
        if sent.post is None:
            return sent
        return _sent(sent.post._replace(state="hidden" if hidden else "published"))

    async def _delete(self, number: str) -> Sent:
        found = await self._post(number)
        if found is None:
            return Sent(number)
        if not found.post.own:
            raise Refused(NOT_OURS, "not-ours")
        answer = await self._api.call("DELETE", f"/2/tweets/{number}")
        if not answer.missing:
            _expect(answer, "deleted", True)
        return Sent(number)

    async def _post(self, number: str) -> parse.Found | None:
        answer = await self._api.read(f"/2/tweets/{number}", "post")
        if answer.missing:
            return None
        if not answer.ok:
            raise refusal(answer, reading=True)
        return parse.single(answer.value, self._me)

    # --- private ------------------------------------------------------------------------------------------

    async def _message(self, outgoing: Outgoing, number: str) -> Sent:
        path = await self._conversation(outgoing, number)
        found = await self._message_in(path, outgoing, number)
        if found is not None:
            return found
        text = clean_text(outgoing.text).strip()
        answer = await self._api.call("POST", f"{path}/messages", body={"text": text})
        if not answer.ok:
            raise refusal(answer, reading=False)
        return await self._read_back(_sent_id(answer, "dm_event_id"), "dm", number)

    async def _own_message(self, outgoing: Outgoing, number: str) -> Sent | None:
        return await self._message_in(await self._conversation(outgoing, number), outgoing, number)

    async def _message_in(self, path: str, outgoing: Outgoing, number: str) -> Sent | None:
        """Our message of this text in a conversation, younger than what it answers."""
        params = {"max_results": 20, "event_types": "MessageCreate"}
        answer = await self._api.read(f"{path}/dm_events", "dm", **params)
        if answer.missing:
            return None
        if not answer.ok:
            raise refusal(answer, reading=True)
        # the same words may be said twice in a conversation
        earliest_ms = self._api.not_after(outgoing.written_ms - EARLY_MS)
        for found in parse.page(answer.value, self._me, "dm").found:
            younger = (
                int(found.version) > int(number) and (found.post.created_ms or earliest_ms) >= earliest_ms
            )
            if found.post.own and younger and parse.same_text(found.post.text, outgoing.text):
                return _sent(found.post._replace(parent_id=number))
        return None

    async def _conversation(self, outgoing: Outgoing, number: str) -> str:
        """Where a message goes: into the group it came from, else to the author alone."""
        private = bool(outgoing.target.get("private"))
        match = re.search(r"/messages/([0-9]{15,19})\Z", str(outgoing.target.get("url") or ""))
        if private and match:
            return f"/2/dm_conversations/{match.group(1)}"
        author = parse.identifier(outgoing.target.get("author_id"))
        if not author:
            author = await self._author_of(number, private)
        if not author or author == self._me:
            raise Refused(NO_AUTHOR, "no-author")
        return f"/2/dm_conversations/with/{author}"

    async def _author_of(self, number: str, private: bool) -> str:
        kind, path = ("dm", f"/2/dm_events/{number}") if private else ("post", f"/2/tweets/{number}")
        answer = await self._api.read(path, kind)
        if answer.missing:
            raise Refused(POST_GONE, "http-404")
        if not answer.ok:
            raise refusal(answer, reading=True)
        found = parse.single(answer.value, self._me, kind)
        return found.post.author.remote_id if found else ""

    # --- parts --------------------------------------------------------------------------------------------

    async def _read_back(self, number: str, kind: str, parent: str = "") -> Sent:
        """It is done whatever happens now; the next round shows it as X has it."""
        path = f"/2/dm_events/{number}" if kind == "dm" else f"/2/tweets/{number}"
        try:
            answer = await self._api.read(path, kind)
            found = parse.single(answer.value, self._me, kind) if answer.ok else None
        except ConnectorError as error:
            log.warning("%s was carried out and could not be read back: %s", number, error)
            return Sent(number)
        if found is None:
            return Sent(number)
        return _sent(found.post._replace(parent_id=parent) if parent else found.post)


def target_of(outgoing: Outgoing) -> str:
    number = parse.identifier(outgoing.target_id)
    if not number:
        raise Refused(POST_GONE, "http-404")
    return number


def _expect(answer: Answer, name: str, value: bool) -> None:
    """X answers some requests with "ok" and does not do them."""
    if not answer.ok:
        raise refusal(answer, reading=False)
    data = mapping(mapping(answer.value).get("data"))
    if data.get(name, value) is not value:
        raise Refused(answer.reason or NOT_DONE, "not-done")


def _sent_id(answer: Answer, name: str) -> str:
    data = mapping(mapping(answer.value).get("data"))
    number = parse.identifier(data.get(name))
    if not number:
        raise OutcomeUnknown("sent, but the answer has no id", "outcome")
    return number


def _sent(post: Post) -> Sent:
    return Sent(post.remote_id, post.url, post)
