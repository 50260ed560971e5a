"""The inbox of a Page or an Instagram account: its talks read, and answers sent into them.

Both networks use the Messenger Platform with nearly the same words (facebook.md sections 4 and 5,
instagram.md sections 3 and 4). A talk is no tree; each message is taken to answer the one before it, so that
question and answer stand together.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import (
    Action,
    Author,
    ConnectorError,
    LengthRule,
    Malformed,
    Media,
    OutcomeUnknown,
    Outgoing,
    Post,
    Refused,
    Sent,
    clean_id,
    clean_text,
)
from connectors.graph import Graph, identifier, moment_ms, next_place
from connectors.graph_parts import Denied
from connectors.graph_reading import TALK, Ask, Found, More
from connectors.json_values import mapping, one_line, string, web_address

log = logging.getLogger(__name__)

MESSAGE_FIELDS = "id,created_time,from,to,message,attachments"
MESSAGES_ALONG = 20
TALKS = 20
"""Of older messages of a talk the words are not shown (facebook.md section 4)."""

WINDOW_CLOSED = 2018278
SLACK_MS = 10 * 60 * 1000
"""By so much the clock of this PC may differ from the network's."""

WINDOW_SENTENCE = (
    "시민의 마지막 메시지 뒤 정해진 시간(보통 24시간)이 지나 보낼 수 없습니다. / "
    "Too much time has passed since the citizen's last message (usually 24 hours), so nothing can "
    "be sent."
)


POST_GONE = (
    "답변할 글이 지워졌거나 더 이상 보이지 않습니다. / "
    "The post to be answered has been deleted or is no longer visible."
)
TOO_LONG = "글이 너무 깁니다. 줄여서 다시 보내 주세요. / The text is too long. Please shorten it."
PUBLIC_ONLY = "메시지에는 할 수 없는 작업입니다. / This cannot be done with a message."


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where an account's talks are, and who we are in them."""

    path: str  # "/1234", below which conversations and messages are
    platform: str  # as the network spells it
    own: Collection[str]  # our ids and our user name
    nameless: str
    typed: bool = True  # messages say what they are ("messaging_type")

    def ask(self, of: str = "") -> Ask:
        """The talks, or those with one person."""
        fields = f"id,updated_time,participants,messages.limit({MESSAGES_ALONG}){{{MESSAGE_FIELDS}}}"
        person = {"user_id": of} if of else {}
        params = {"platform": self.platform, "fields": fields, "limit": TALKS, **person}
        return Ask(f"{self.path}/conversations", params)

    def ask_messages(self, talk: str) -> Ask:
        return Ask(f"/{talk}/messages", {"fields": MESSAGE_FIELDS, "limit": MESSAGES_ALONG})

    # --- reading ------------------------------------------------------------------------------------------

    def read_talk(self, item: Any) -> Found:
        number = identifier(mapping(item).get("id"))
        if not number:
            raise Malformed("a talk without a usable id", "unreadable")
        inner = item.get("messages")
        found = Found(TALK + number, [])
        if not isinstance(inner, dict):
            found.stamp = string(item.get("updated_time")) or "?"
            found.more = [More("messages", number, found.thread, "", {})]
            return found
        listed = inner.get("data")
        for one in listed if isinstance(listed, list) else ():
            try:
                found.posts.append(self.message(one))
            except Malformed:
                found.broken += 1
        found.posts = chained(found.posts)
        place = next_place(inner.get("paging"))
        found.whole = not place
        if place:
            found.more = [More("messages", number, found.thread, "", place)]
        return found

    def message(self, value: Any) -> Post:
        item = mapping(value)
        number, said = identifier(item.get("id")), item.get("message")
        if not number or (said is not None and not isinstance(said, str)):
            raise Malformed("a message that cannot be read", "unreadable")
        who = mapping(item.get("from"))
        name, user = one_line(who.get("name")), one_line(who.get("username"))
        author_id = identifier(who.get("id"))
        return Post(
            remote_id=number,
            text=clean_text(string(said)).strip(),
            author=Author(clean_id(author_id), name or user or self.nameless, f"@{user}" if user else ""),
            created_ms=moment_ms(item.get("created_time")),
            own=author_id in self.own or (bool(user) and user in self.own),
            private=True,
            media=tuple(_media(mapping(item.get("attachments")).get("data"))),
        )

    # --- sending ------------------------------------------------------------------------------------------

    async def send(self, graph: Graph, recipient: Mapping[str, str], text: str) -> str:
        """Send a message and give its id. Where the window for answers is closed, it is tried as a person's
        late answer, which an app may have been allowed (tag HUMAN_AGENT)."""
        body: dict[str, Any] = {"recipient": dict(recipient), "message": {"text": text}}
        answers = self.typed and "id" in recipient
        first = {**body, "messaging_type": "RESPONSE"} if answers else body
        answer = await graph.call("POST", f"{self.path}/messages", body=first)
        if answer.fault is not None and answer.fault.subcode == WINDOW_CLOSED and "id" in recipient:
            late = {**body, "messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
            answer = await graph.call("POST", f"{self.path}/messages", body=late)
            if answer.fault is not None and (
                answer.fault.subcode == WINDOW_CLOSED or answer.fault.no_permission
            ):
                raise Denied(WINDOW_SENTENCE, answer.fault)
        if answer.fault is not None:
            raise answer.fault.refusal()
        number = identifier(mapping(answer.value).get("message_id"))
        if not number:
            raise OutcomeUnknown("the answer to a new message has no id", "outcome")
        return number

    async def sent_before(
        self, graph: Graph, person: str, text: str, after_ms: int, others: Collection[str]
    ) -> Post | None:
        """Our message to that person with this text, later than ``after_ms`` and none of ``others``."""
        for item in await self._talks_with(graph, person):
            try:
                talk = self.read_talk(item)
            except Malformed:
                continue
            posts = talk.posts
            if talk.stamp:
                follow = self.ask_messages(talk.thread.removeprefix(TALK))
                posts = [self.message(one) for one in (await graph.page(follow.path, follow.params)).items]
            for post in posts:
                late_enough = (post.created_ms or 0) >= after_ms and post.remote_id not in others
                if post.own and late_enough and same_text(post.text, text):
                    return post
        return None

    async def _talks_with(self, graph: Graph, person: str) -> list[Any]:
        """The talks with one person; among the newest ones where the server does not look for them."""
        ask = self.ask(person)
        try:
            return (await graph.page(ask.path, ask.params)).items
        except Denied as error:
            if not (error.fault.missing or error.fault.code == 100):
                raise
        ask = self.ask()
        try:
            newest = (await graph.page(ask.path, ask.params)).items
        except Denied as error:
            if not (error.fault.missing or error.fault.code == 100):
                raise
            return []
        return [talk for talk in newest if person in _people(talk)]

    async def one(self, graph: Graph, number: str) -> Post | None:
        """One message; None where it is gone or not shown."""
        answer = await graph.call("GET", f"/{number}", {"fields": MESSAGE_FIELDS})
        if answer.fault is not None:
            if answer.fault.missing or answer.fault.code == 100:
                return None
            raise answer.fault.refusal()
        return self.message(answer.value)

    async def person_of(self, graph: Graph, number: str, known: str) -> str:
        """To whom an answer to that message goes."""
        if known and known not in self.own:
            return known
        post = await self.one(graph, number)
        if post is None or post.own or not post.author.remote_id:
            raise Refused(
                "이 메시지를 보낸 사람을 알 수 없습니다. / It is not known who sent this message.", "no-post"
            )
        return post.author.remote_id


class Letters:
    """Messages as actions of a channel: answers to messages, and private answers to public posts."""

    def __init__(self, graph: Graph, inbox: Inbox, claimed: dict[str, str], rule: LengthRule) -> None:
        self._graph = graph
        self._inbox = inbox
        self._claimed = claimed
        self._rule = rule

    async def send(self, outgoing: Outgoing, target: str, *, public: Mapping[str, str]) -> Sent:
        """``public``: the recipient where a public post is answered in private, {} for a message."""
        if outgoing.action not in (Action.REPLY, Action.PRIVATE_REPLY):
            raise Refused(PUBLIC_ONLY, "not-possible")
        text = clean_text(outgoing.text).strip()
        if self._rule.over(text):
            raise Refused(TOO_LONG, "too-long")
        recipient = dict(public)
        if not public:
            # Where the message is gone, its author took it back.
            if await self._inbox.one(self._graph, target) is None:
                raise Refused(POST_GONE, "graph-100")
            recipient = {"id": await self._inbox.person_of(self._graph, target, _author(outgoing))}
        if earlier := await self.look_up(outgoing, target, public=bool(public)):
            return earlier
        number = await self._inbox.send(self._graph, recipient, text)
        self._claimed[number] = outgoing.key
        try:
            post = await self._inbox.one(self._graph, number)
        except ConnectorError as error:
            log.warning("a message was sent and could not be read back: %s", error)
            post = None
        return Sent(number, post=post._replace(parent_id=target) if post is not None else None)

    async def look_up(self, outgoing: Outgoing, target: str, *, public: bool) -> Sent | None:
        after_ms = self._graph.not_after(outgoing.written_ms - SLACK_MS) if outgoing.written_ms else 0
        person = _author(outgoing)
        if not public:
            answered = await self._inbox.one(self._graph, target)
            if answered is None:
                return None
            after_ms = max(after_ms, answered.created_ms or 0)
            person = await self._inbox.person_of(self._graph, target, person)
        if not person:
            return None
        others = [number for number, key in self._claimed.items() if key != outgoing.key]
        post = await self._inbox.sent_before(self._graph, person, outgoing.text, after_ms, others)
        return Sent(post.remote_id, post=post._replace(parent_id=target)) if post is not None else None


def _author(outgoing: Outgoing) -> str:
    return identifier(outgoing.target.get("author_id"))


def chained(posts: Iterable[Post]) -> list[Post]:
    """Messages of a talk, each as the answer to the one before it, in whatever order they came."""
    ordered = sorted(posts, key=lambda post: post.created_ms or 0, reverse=True)
    # Messages of the same second stay in the order of the list, which is the newest first.
    older = [*(post.remote_id for post in ordered[1:]), ""]
    return [post._replace(parent_id=parent) for post, parent in zip(ordered, older, strict=True)]


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for blanks, which servers tidy up."""
    return " ".join(clean_text(one).split()) == " ".join(clean_text(other).split())


def _people(talk: Any) -> set[str]:
    """Ids of those who are in a talk."""
    said = mapping(mapping(talk).get("messages")).get("data")
    lists = [mapping(mapping(talk).get("participants"))]
    for message in said if isinstance(said, list) else ():
        lists += [{"data": [mapping(message).get("from")]}, mapping(mapping(message).get("to"))]
    people = [one for listed in lists for one in (listed.get("data") or ()) if isinstance(one, dict)]
    return {identifier(one.get("id")) for one in people}


def _media(items: Any) -> list[Media]:
    found = []
    for item in items if isinstance(items, list) else ():
        one = mapping(item)
        picture = web_address(mapping(one.get("image_data")).get("url"))
        film = web_address(mapping(one.get("video_data")).get("url"))
        url = picture or film or web_address(one.get("file_url"))
        kind = "image" if picture else "video" if film else "file"
        if string(one.get("mime_type")).startswith("audio/"):
            kind = "audio"
        if url:
            found.append(Media(kind, url, "" if picture else one_line(one.get("name"))))
    return found
