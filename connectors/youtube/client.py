"""One YouTube channel: comments of its videos in, held ones too; replies and moderation out.

Owns which channel is meant, what is sent, and how a lost answer is looked up. What is read and when is in
``reading``, what it may cost in ``quota``.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Action,
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Refused,
    Sent,
    clean_text,
    unread,
)
from connectors.http import Http
from connectors.youtube import READ_ONLY, SIGNED_IN, parse
from connectors.youtube.api import COMMENT_GONE, OFFICIAL, Answer, Api, server_of
from connectors.youtube.memory import Memory
from connectors.youtube.parse import Channel, Comment
from connectors.youtube.quota import now_ms
from connectors.youtube.reading import Reading
from connectors.youtube.survey import survey

log = logging.getLogger(__name__)

CHANNEL_PARTS = "id,snippet,statistics,contentDetails"
CLOCKS_DIFFER_MS = 120_000
"""How far this PC's clock may be from Google's when a lost reply is looked for."""

NO_CHANNEL = (
    "이 채널을 찾을 수 없습니다. 핸들(@이름)이나 채널 주소를 확인해 주세요. / "
    "There is no such channel; please check the handle (@name) or the channel's address."
)
WHICH_CHANNEL = (
    "API 키로 읽을 때는 채널의 핸들(@이름)이나 주소를 적어 주세요. / "
    "With an API key, please give the handle (@name) or the address of the channel."
)
NO_OWN_CHANNEL = "이 Google 계정에는 유튜브 채널이 없습니다. / This Google account has no YouTube channel."
NOT_POSSIBLE = "유튜브에서는 할 수 없는 작업입니다. / YouTube has no way to do this."

_STATUS = {
    Action.APPROVE: "published",
    Action.HOLD: "heldForReview",
    Action.REJECT: "rejected",
}


class YouTube:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._reading = Reading(self._api)
        self._answers = self._api.for_answers()
        self._asking = Reading(self._answers)  # what has to be known for an answer
        handle = config.handle.strip()
        if self._api.signed_in and not handle.startswith(("@", "UC", "http")):
            handle = ""  # a name that somebody gave the channel; the sign-in says which one is meant
        self._named = parse.named_channel(handle, elsewhere=self._api.server != OFFICIAL)
        if not self._named[0] and server_of(config.url) == OFFICIAL:
            self._named = parse.named_channel(config.url)
        self._own_id = (config.secret or {}).get("channel_id", "") if self._api.signed_in else ""
        self._channel_id = self._named[1] if self._named[0] == "id" else ""
        self._sent: dict[str, Sent] = {}  # key → what was sent since this connector was opened

    async def capabilities(self) -> Capabilities:
        return SIGNED_IN if self._api.signed_in else READ_ONLY

    async def check(self) -> Identity:
        channel = await self._describe()
        own = ""
        if self._api.signed_in:
            own = (await self._own()).id
        if not self._api.signed_in:
            note = "공개된 댓글만 읽습니다. / Only published comments are read."
        elif own == channel.id:
            note = (
                "승인 대기 댓글도 읽고 답변할 수 있습니다. / Held comments are read too, and can be answered."
            )
        else:
            note = (
                "로그인한 채널과 달라 공개된 댓글만 읽습니다. / "
                "Another channel is signed in, so only published comments are read."
            )
        # One page, so that a channel whose comments are closed is found out before it is added.
        await self._answers.read(
            "commentThreads",
            {"part": "snippet", "allThreadsRelatedToChannelId": channel.id, "maxResults": 1},
        )
        return _identity(channel, note)

    async def signed_in_as(self) -> Identity:
        """The channel that the sign-in gives access to."""
        return _identity(await self._own(), "")

    async def aclose(self) -> None:
        self._api.close()

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(SIGNED_IN.why_not["stream"], "no-stream")
        yield Batch()

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``; the cursor is a ``Memory``. One step of the round's plan a call."""
        self._api.quota.recall(self._api.channel, cursor.get("quota"))
        channel, owner = await self._which()
        memory = Memory(cursor, channel)
        name, quota = self._api.channel, self._api.quota
        before = quota.left(name)
        if not memory.plan:
            memory.spent = 0
            self._reading.plan(memory, owner, now_ms())
        found = await self._reading.step(memory)
        posts = await self._reading.with_titles(found.comments)
        memory.spent += max(0, before - quota.left(name))
        memory.quota = quota.note(name)
        more = bool(memory.plan)
        return Batch(
            posts,
            tuple(found.gone),
            memory.state(),
            more=more,
            damaged=unread(found.broken, "댓글", "comments"),
            next_after_s=None if more else quota.pace_s(name, memory.spent),
        )

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        if handles:
            return await survey(self._api, handles)
        return await survey(self._api, [(await self._which())[0]], own=True)

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        granted = await self.capabilities()
        if not granted.allows(outgoing.action):
            raise Refused(granted.why_not.get(outgoing.action.value, NOT_POSSIBLE), "not-possible")
        self._api.need_sign_in()
        if outgoing.key in self._sent:
            return self._sent[outgoing.key]
        target = _target(outgoing)
        await self._which()
        if outgoing.action is Action.REPLY:
            sent = await self._reply(outgoing, target)
        elif outgoing.action is Action.EDIT:
            sent = await self._edit(outgoing, target)
        elif outgoing.action is Action.DELETE:
            answer = await self._answers.write("DELETE", "comments", {"id": target})
            if not answer.ok and not answer.missing:
                raise self._api.refusal(answer)
            sent = Sent(target)
        else:
            sent = await self._moderate(outgoing, target)
        if outgoing.action is Action.REPLY:
            self._sent[outgoing.key] = sent
        return sent

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._api.need_sign_in()
        target = _target(outgoing)
        await self._which()
        if outgoing.action is Action.REPLY:
            if outgoing.key in self._sent:
                return self._sent[outgoing.key]
            question = await self._one(target)
            text = None if question is None else _as_reply(outgoing.text, question)
            return await self._own_reply(outgoing, _top(outgoing, target), text)
        if outgoing.action in _STATUS:
            return await self._moderated(outgoing, target)
        comment = await self._one(target)
        if outgoing.action is Action.DELETE:
            return Sent(target) if comment is None else None
        if outgoing.action is Action.EDIT and comment is not None:
            done = comment.post.text == clean_text(outgoing.text).strip()
            return await self._as_sent(comment, outgoing) if done else None
        return None

    async def _reply(self, outgoing: Outgoing, target: str) -> Sent:
        question = await self._one(target)
        if question is None:
            raise Refused(COMMENT_GONE, "commentNotFound")
        top = question.post.parent_id or target
        text = _as_reply(outgoing.text, question)
        earlier = await self._own_reply(outgoing, top, text)
        if earlier is not None:
            return earlier  # no key keeps YouTube from taking the same reply twice
        body = {"snippet": {"parentId": top, "textOriginal": text}}
        answer = await self._answers.write("POST", "comments", {"part": "snippet"}, body)
        if answer.reason == "processingFailure":  # Google's own word for "once more, please"
            answer = await self._answers.write("POST", "comments", {"part": "snippet"}, body)
        if not answer.ok:
            raise self._api.refusal(answer)
        try:
            made = parse.comment(answer.value, self._asking.own, "published", question.video)
        except Malformed as error:
            raise OutcomeUnknown(f"sent, but {error}", "outcome") from None
        return await self._read_back(made, outgoing)

    async def _edit(self, outgoing: Outgoing, target: str) -> Sent:
        comment = await self._one(target)
        if comment is None:
            raise Refused(COMMENT_GONE, "commentNotFound")
        text = clean_text(outgoing.text).strip()
        if comment.post.text == text:
            return await self._as_sent(comment, outgoing)
        body = {"id": target, "snippet": {"textOriginal": text}}
        answer = await self._answers.write("PUT", "comments", {"part": "snippet"}, body)
        if not answer.ok:
            raise self._api.refusal(answer)
        edited = comment.post._replace(text=text)
        return await self._read_back(parse.marked(edited, comment.video), outgoing)

    async def _moderate(self, outgoing: Outgoing, target: str) -> Sent:
        status = _STATUS[outgoing.action]
        answer = await self._answers.write(
            "POST", "comments/setModerationStatus", {"id": target, "moderationStatus": status}
        )
        if answer.missing and outgoing.action is Action.REJECT:
            return Sent(target)  # nobody sees it any more
        if not answer.ok:
            raise self._api.refusal(answer)
        try:
            comment = await self._one(target)
        except ConnectorError as error:
            log.warning("comment %s was moderated and could not be read back: %s", target, error)
            comment = None
        if comment is None:
            return Sent(target)
        # a list by ids does not say the state; Google has just taken this one
        return await self._as_sent(parse.in_state(comment, parse.STATES[status]), outgoing)

    async def _moderated(self, outgoing: Outgoing, target: str) -> Sent | None:
        """Whether a comment surely has this state. Where it is not sure it is asked for once more, which does
        no harm."""
        if outgoing.action is Action.REJECT:
            # No list shows rejected ones: it is neither published nor in a queue.
            if await self._one(target) is not None or await self._asking.may_wait(target):
                return None
            return Sent(target)
        comment = await self._listed(_STATUS[outgoing.action], target)
        return None if comment is None else await self._as_sent(comment, outgoing)

    async def _listed(self, status: str, target: str) -> Comment | None:
        top = parse.top_of(target)
        if top != target and status == "published":
            return _find(await self._asking.replies(top), target, "published")
        return _find(await self._asking.newest_of(status), target, parse.STATES[status])

    async def _own_reply(self, outgoing: Outgoing, top: str, text: str | None) -> Sent | None:
        """Our reply in that thread with this text, written since the outbox first tried it. ``text`` None:
        nobody can be asked any more whose name stands in front, so any name will do."""
        replies = await self._asking.replies(top)  # their answer tells Google's time as well
        since = outgoing.written_ms - CLOCKS_DIFFER_MS if outgoing.written_ms else 0
        since = self._api.http.not_after(self._api.server, since) if since else 0
        for reply in reversed(replies):
            fresh = not since or (reply.post.created_ms or since) >= since
            same = _same(reply, outgoing.text) if text is None else parse.same_text(reply.post.text, text)
            if reply.post.own and fresh and same:
                return await self._as_sent(reply, outgoing)
        return None

    async def _read_back(self, made: Comment, outgoing: Outgoing) -> Sent:
        """What was sent as YouTube now shows it; it may take a moment until it does."""
        try:
            return await self._as_sent(await self._one(made.id) or made, outgoing)
        except ConnectorError as error:
            log.warning("comment %s was sent and could not be read back: %s", made.id, error)
            return Sent(made.id, made.post.url, made.post)

    async def _as_sent(self, comment: Comment, outgoing: Outgoing) -> Sent:
        """What is known of it, with its video: only lists of threads say below which one a comment stands."""
        post = comment.post
        try:
            video = comment.video or parse.video_in(outgoing.target.get("url"))
            video = video or await self._asking.video_of(parse.top_of(comment.id))
            post = (await self._asking.with_titles([parse.with_video(comment, video)]))[0]
        except ConnectorError as error:
            log.warning("the video of comment %s is not known: %s", comment.id, error)
        return Sent(post.remote_id, post.url, post)

    async def _one(self, number: str) -> Comment | None:
        found = await self._asking.by_ids([number])
        return _find(found, number)

    # --- which channel ------------------------------------------------------------------------------------

    async def _which(self) -> tuple[str, bool]:
        """(id of the channel that is read, whether it is the one that is signed in)."""
        own = await self._own_channel() if self._api.signed_in else ""
        if not self._channel_id:
            self._channel_id = (await self._describe()).id if self._named[0] or not own else own
        # With a key alone nobody is signed in; what the channel itself writes is the city's all the same.
        for reading in (self._reading, self._asking):
            reading.channel, reading.own = self._channel_id, own or self._channel_id
        return self._channel_id, bool(own) and own == self._channel_id

    async def _describe(self) -> Channel:
        if not self._named[0]:
            if not self._api.signed_in:
                self._need_any_sign_in()
                raise Refused(WHICH_CHANNEL, "no-channel")
            return await self._own()
        found = await self._channels({self._named[0]: self._named[1]})
        if found is None:
            raise Refused(NO_CHANNEL, "channelNotFound")
        return found

    def _need_any_sign_in(self) -> None:
        if not self._api.has_key:
            self._api.need_sign_in()

    async def _own_channel(self) -> str:
        if not self._own_id:
            await self._own()
        return self._own_id

    async def _own(self) -> Channel:
        found = await self._channels({"mine": True})
        if found is None:
            raise Refused(NO_OWN_CHANNEL, "ineligibleAccount")
        self._own_id = found.id
        return found

    async def _channels(self, which: Mapping[str, Any]) -> Channel | None:
        answer: Answer = await self._answers.get("channels", {"part": CHANNEL_PARTS, **which})
        if answer.status == 404:
            return None
        if not answer.ok:
            raise self._api.refusal(answer)
        items = parse.page(answer.value).items
        return parse.channel(items[0]) if items else None


def _identity(channel: Channel, note: str) -> Identity:
    url = f"https://www.youtube.com/channel/{channel.id}"
    return Identity(channel.id, channel.title or channel.handle, channel.handle, url, note)


def _target(outgoing: Outgoing) -> str:
    number = parse.optional_identifier(outgoing.target_id)
    if not number:
        raise Refused(COMMENT_GONE, "commentNotFound")
    return number


def _top(outgoing: Outgoing, target: str) -> str:
    return parse.optional_identifier(outgoing.target.get("parent_id")) or parse.top_of(target)


def _as_reply(text: str, question: Comment) -> str:
    """The text as it goes out. Replies are one flat list below the first comment, so one to another reply
    begins with the name of whom it answers."""
    text = clean_text(text).strip()
    handle = question.post.author.handle
    if not question.post.parent_id or not handle.startswith("@") or handle.casefold() in text.casefold():
        return text
    return f"{handle} {text}"


def _same(comment: Comment, text: str) -> bool:
    """Whether a comment of ours says this, with or without the name in front of it."""
    said = comment.post.text
    if parse.same_text(said, text):
        return True
    name, _, rest = said.partition(" ")
    return name.startswith("@") and parse.same_text(rest, text)


def _find(comments: Sequence[Comment], number: str, state: str = "") -> Comment | None:
    return next((c for c in comments if c.id == number and (not state or c.post.state == state)), None)
