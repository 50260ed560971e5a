"""Accounts, posts and messages of the fake X, and how they look in an answer: only what was asked for."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from connectors.weighted import addresses
from tests.servers.x_rules import Words

EPOCH_MS = 1_288_834_974_657


@dataclass
class Account:
    id: str
    username: str
    name: str
    protected: bool = False
    suspended: bool = False


@dataclass
class Tweet:
    """All versions of one post: ``ids`` and ``texts`` from the first to the newest."""

    ids: list[str]
    texts: list[str]
    author: str
    answers: str = ""  # id of the post that it answers
    quotes: str = ""
    conversation: str = ""
    deleted: bool = False
    hidden: bool = False
    liked_by: set[str] = field(default_factory=set)
    media: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.ids[-1]


@dataclass
class Message:
    id: str
    text: str
    sender: str
    receiver: str
    kind: str = "MessageCreate"

    @property
    def conversation(self) -> str:
        return "-".join(sorted((self.sender, self.receiver), key=int))


class Ids:
    """Ids as X gives them: the moment and a number within it."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, moment_ms: int | None = None) -> str:
        moment = int(time.time() * 1000) if moment_ms is None else moment_ms
        self._last = max(self._last + 1, (moment - EPOCH_MS) << 22)
        return str(self._last)


def moment(number: str) -> str:
    """When an id was given, as X writes it."""
    stamp = ((int(number) >> 22) + EPOCH_MS) / 1000
    return datetime.fromtimestamp(stamp, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shown_text(text: str) -> tuple[str, list[dict[str, Any]]]:
    """A text with t.co in place of its addresses and with &, < and > escaped, and the entities for it."""
    shown, entities, position = "", [], 0
    for start, end in addresses(text):
        meant = text[start:end]
        short = "https://t.co/" + hashlib.sha256(meant.encode()).hexdigest()[:10]
        shown += _escaped(text[position:start])
        whole = meant if "://" in meant else f"http://{meant}"
        entities.append(
            {
                "start": len(shown),
                "end": len(shown) + len(short),
                "url": short,
                "expanded_url": whole,
                "display_url": meant.partition("://")[2] or meant,
            }
        )
        shown += short
        position = end
    return shown + _escaped(text[position:]), entities


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_event(message: Message, account: Account) -> dict[str, Any]:
    """A message in the older shape that the activity stream has kept for them."""
    created = {
        "target": {"recipient_id": message.receiver},
        "sender_id": message.sender,
        "message_data": {"text": message.text, "entities": {"urls": []}},
    }
    event = {"type": "message_create", "id": message.id, "message_create": created}
    user = {"id": account.id, "name": account.name, "username": account.username}
    return {"direct_message_events": [event], "users": {account.id: {"data": user}}}


class View:
    """How things look to one request, in the vocabulary ``words``."""

    def __init__(self, words: Words, query: dict[str, list[str]]) -> None:
        self.words = words

        def asked(name: str) -> set[str]:
            return set(query.get(name, [""])[0].split(",")) - {""}

        self.fields = asked(words.fields) | {"id", "text", words.history}
        self.message_fields = asked("dm_event.fields") or {"id", "text", "event_type"}
        self.expansions = asked("expansions")
        self.user_fields = asked("user.fields") | {"id", "name", "username"}
        self.media_fields = asked("media.fields") | {"media_key", "type"}
        # In the newer vocabulary these are no fields: asking for what they lead to brings them too.
        self.fields |= self.expansions & {"author_id", "in_reply_to_user_id", words.references}
        self.message_fields |= self.expansions & {"sender_id"}

    def post(self, tweet: Tweet, version: str, world: Any) -> dict[str, Any]:
        shown, urls = shown_text(tweet.texts[tweet.ids.index(version)])
        answered = world.find(tweet.answers)
        references = [("replied_to", tweet.answers), ("quoted", tweet.quotes)]
        if tweet.media:
            short = f"https://t.co/m{tweet.ids[0][-9:]}"
            page = f"https://x.com/i/status/{version}/photo/1"
            urls.append(
                {
                    "start": len(shown) + 1,
                    "end": len(shown) + 1 + len(short),
                    "url": short,
                    "expanded_url": page,
                    "display_url": "pic.twitter.com/example",
                    "media_key": tweet.media[0]["media_key"],
                }
            )
            shown += f" {short}"
        whole = {
            "id": version,
            "text": shown,
            self.words.history: list(tweet.ids),
            "created_at": moment(version),
            "author_id": tweet.author,
            "conversation_id": tweet.conversation,
            "in_reply_to_user_id": answered.author if answered else None,
            self.words.references: [{"type": t, "id": n} for t, n in references if n] or None,
            "entities": {"urls": urls} if urls else None,
            "attachments": {"media_keys": [m["media_key"] for m in tweet.media]} if tweet.media else None,
            "public_metrics": {"like_count": len(tweet.liked_by), "quote_count": world.quotes_of(tweet)},
            "reply_settings": "everyone",
            "lang": "ko",
        }
        return {name: one for name, one in whole.items() if name in self.fields and one is not None}

    def message(self, message: Message) -> dict[str, Any]:
        shown, urls = shown_text(message.text)
        whole = {
            "id": message.id,
            "event_type": message.kind,
            "text": shown if message.kind == "MessageCreate" else None,
            "sender_id": message.sender,
            "dm_conversation_id": message.conversation,
            "created_at": moment(message.id),
            "entities": {"urls": urls} if urls else None,
        }
        return {name: one for name, one in whole.items() if name in self.message_fields and one is not None}

    def user(self, account: Account, world: Any) -> dict[str, Any]:
        own = [t for t in world.tweets.values() if t.author == account.id and not t.deleted]
        newest = max((t.id for t in own), key=int, default=None)
        whole = {
            "id": account.id,
            "name": account.name,
            "username": account.username,
            "protected": account.protected,
            "created_at": "2012-03-01T00:00:00.000Z",
            "description": "",
            "verified_type": "government",
            "public_metrics": {
                "followers_count": 4321,
                "following_count": 12,
                self.words.count: len(own),
                "listed_count": 3,
            },
            self.words.newest: newest,
        }
        fields = self.user_fields | (self.expansions & {self.words.newest})
        return {name: one for name, one in whole.items() if name in fields and one is not None}

    def includes(self, tweets: Iterable[Tweet], world: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        tweets = list(tweets)
        if self.expansions & {"referenced_tweets.id", "referenced_posts"}:
            numbers = {n for t in tweets for n in (t.answers, t.quotes) if n}
            there = {n: one for n in numbers if (one := world.find(n)) is not None and not one.deleted}
            if there:
                found[self.words.included] = [self.post(t, n, world) for n, t in sorted(there.items())]
        if "author_id" in self.expansions:
            found["users"] = [
                self.user(world.accounts[n], world) for n in dict.fromkeys(t.author for t in tweets)
            ]
        if "attachments.media_keys" in self.expansions:
            media = [m for t in tweets for m in t.media]
            if media:
                found["media"] = [
                    {name: one for name, one in m.items() if name in self.media_fields} for m in media
                ]
        return {name: one for name, one in found.items() if one}
