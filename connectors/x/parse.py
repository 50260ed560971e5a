"""X's JSON to posts. Pure: payload in, values out; takes either vocabulary (x.md sections 3, 6 and 8).

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import Activity, Author, Malformed, Media, Post, clean_id, clean_text
from connectors.json_values import mapping, moment_ms, one_line, string, web_address
from connectors.x.problems import Problem, problems

SITE = "https://x.com"
_EPOCH_MS = 1_288_834_974_657
_ID = re.compile(r"[1-9][0-9]{0,18}")
_USERNAME = re.compile(r"[A-Za-z0-9_]{1,15}")
_MEDIA_KINDS = {"photo": "image", "video": "video", "animated_gif": "video"}
_LEADING_NAMES = re.compile(r"\A(?:\s*@[A-Za-z0-9_]{1,15}(?=\s|\Z))+\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """A post and what the connector has to know beyond it. An edit has a new id; ours stays the first."""

    post: Post
    version: str  # the id under which X gave it
    versions: tuple[str, ...]  # oldest first; the last one is the newest
    quotes: int | None = None  # how often it was quoted, where X says so
    conversation: str = ""

    @property
    def stale(self) -> bool:
        return self.version != self.versions[-1]


@dataclass(frozen=True, slots=True)
class Page:
    found: tuple[Found, ...]  # in the order of the answer
    related: tuple[Found, ...]  # our own posts that those refer to
    damaged: tuple[str, ...]  # of entries that could not be read: their ids, "" where even that is missing
    next_token: str
    problems: tuple[Problem, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids that X no longer shows."""
        return tuple(p.resource for p in self.problems if p.missing and _ID.fullmatch(p.resource))


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str
    username: str
    activity: Activity


class Included:
    """What came along with an answer, by id."""

    def __init__(self, value: Any) -> None:
        value = mapping(value)
        self.users = {
            number: one for one in _entries(value, "users") if (number := identifier(one.get("id")))
        }
        self.media = {string(one.get("media_key")): one for one in _entries(value, "media")}
        self.posts = {
            number: one
            for key in ("tweets", "posts")
            for one in _entries(value, key)
            if (number := identifier(one.get("id")))
        }


def page(value: Any, me: str, kind: str = "post") -> Page:
    """One page of posts (or of direct messages, ``kind`` "dm"). Raises Malformed where it is none."""
    if not isinstance(value, dict):
        raise Malformed("a page of posts was expected", "not-x")
    data = value.get("data")
    data = [] if data is None else data
    if isinstance(data, dict):
        data = [data]
    if not isinstance(data, list) or not ({"data", "meta", "errors"} & value.keys()):
        raise Malformed("a page of posts was expected", "not-x")
    included = Included(value.get("includes"))
    read = message if kind == "dm" else post
    found: list[Found] = []
    damaged: list[str] = []
    for item in data:
        try:
            one = read(item, included, me)
        except Malformed:
            damaged.append(identifier(mapping(item).get("id")))
            continue
        if one is not None:
            found.append(one)
    token = mapping(value.get("meta")).get("next_token")
    return Page(
        tuple(found),
        tuple(own_posts(included, me)) if kind == "post" else (),
        tuple(damaged),
        clean_text(token)[:1000] if isinstance(token, str) else "",
        problems(value),
    )


def own_posts(included: Included, me: str) -> Iterator[Found]:
    """Posts of ours among those that came along; what is broken there is left out."""
    for value in included.posts.values():
        if me and identifier(value.get("author_id")) == me:
            try:
                yield post(value, included, me)
            except Malformed:
                continue


def post(value: Any, included: Included, me: str) -> Found:
    """One post. ``me`` is the id of the account we are signed in as."""
    if not isinstance(value, dict):
        raise Malformed("a post was expected", "not-x")
    version = need_identifier(value.get("id"))
    versions = _versions(value, version)
    author = _author(value, included)
    note = mapping(value.get("note_tweet") or value.get("note_post"))
    longer = isinstance(note.get("text"), str)
    said = note if longer else value
    if not isinstance(said.get("text"), str):
        raise Malformed("a post without a text", "not-x")
    references = _references(value)
    quoted = included.posts.get(references.get("quoted", ""), {})
    quotes_us = bool(me) and identifier(quoted.get("author_id")) == me
    parent = references.get("replied_to") or (references["quoted"] if quotes_us else "")
    return Found(
        Post(
            remote_id=versions[0],
            text=_text(said, included, value),
            author=author,
            created_ms=(moment_ms(value.get("created_at")) if len(versions) == 1 else None)
            or time_of(versions[0]),
            url=f"{SITE}/{author.handle.lstrip('@') or 'i'}/status/{version}",
            parent_id=_root(parent, included),
            repost_of=_root(references.get("retweeted", ""), included),
            context="" if quotes_us else one_line(quoted.get("text")),
            edited_ms=time_of(versions[-1]) if len(versions) > 1 else None,
            own=bool(me) and author.remote_id == me,
            media=_media(value, included),
        ),
        version,
        versions,
        _whole(mapping(value.get("public_metrics")).get("quote_count")),
        identifier(value.get("conversation_id")),
    )


def message(value: Any, included: Included, me: str) -> Found | None:
    """One direct message; None for what else happens in a conversation."""
    if not isinstance(value, dict):
        raise Malformed("a message was expected", "not-x")
    if value.get("event_type", "MessageCreate") != "MessageCreate":
        return None
    number = need_identifier(value.get("id"))
    if not isinstance(value.get("text") or "", str):
        raise Malformed("a message without a text", "not-x")
    sender = {"author_id": value.get("sender_id")}
    author = _author(sender, included)
    conversation = string(value.get("dm_conversation_id"))
    conversation = conversation if re.fullmatch(r"[0-9]{1,19}(?:-[0-9]{1,19})?", conversation) else ""
    found = Post(
        remote_id=number,
        text=_text(value, included, value),
        author=author,
        created_ms=moment_ms(value.get("created_at")) or time_of(number),
        url=f"{SITE}/messages/{conversation}" if conversation else "",
        own=bool(me) and author.remote_id == me,
        private=True,
        media=_media(value, included),
    )
    return Found(found, number, (number,), conversation=conversation)


def single(value: Any, me: str, kind: str = "post") -> Found | None:
    """The one post of an answer; None where X says that it is gone."""
    answer = page(value, me, kind)
    return answer.found[0] if answer.found else None


def user(value: Any, handle: str = "") -> User:
    """An account as ``/2/users/…`` describes it."""
    if not isinstance(value, dict):
        raise Malformed("an account was expected", "not-x")
    number = need_identifier(value.get("id"))
    username = string(value.get("username"))
    username = username if _USERNAME.fullmatch(username) else ""
    metrics = mapping(value.get("public_metrics"))
    newest = identifier(value.get("most_recent_tweet_id") or value.get("most_recent_post_id"))
    name = one_line(value.get("name")) or username
    count = metrics.get("tweet_count", metrics.get("post_count"))
    said = Activity(
        handle=handle or f"@{username}",
        state="private" if value.get("protected") is True else "ok",
        last_post_ms=time_of(newest) if newest else None,
        posts=_whole(count),
        followers=_whole(metrics.get("followers_count")),
        name=name,
        url=f"{SITE}/{username}" if username else "",
    )
    return User(number, name, username, said)


# --- ids and times ----------------------------------------------------------------------------------------


def identifier(value: Any) -> str:
    """An id, or "" for what is none; ids go into addresses, so nothing else is let through."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**19:
        value = str(value)
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def need_identifier(value: Any) -> str:
    number = identifier(value)
    if not number:
        raise Malformed("something without a usable id", "not-x")
    return number


def time_of(number: str) -> int:
    """When an id was given, in milliseconds since 1970 (x.md section 6)."""
    return (int(number) >> 22) + _EPOCH_MS


def id_at(moment: int) -> str:
    """The lowest id of that moment; "" where X had no ids yet."""
    return str((moment - _EPOCH_MS) << 22) if moment > _EPOCH_MS else ""


def earlier(number: str, by_ms: int) -> str:
    """An id so many milliseconds before another; "" where that is before the first one."""
    before = int(number) - (by_ms << 22)
    return str(before) if before > 0 else ""


def username_of(text: str) -> str:
    """The name of an account from "@name", "name" or its address; "" for anything else."""
    text = text.strip()
    match = re.match(r"(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter)\.com/@?([^/?#\s]+)", text, re.I)
    text = (match.group(1) if match else text).removeprefix("@")
    return text if _USERNAME.fullmatch(text) else ""


def same_text(one: str, other: str) -> bool:
    """Whether two replies say the same, whatever names X put in front and however it wrote out addresses."""
    return _flat(one) == _flat(other)


def _flat(text: str) -> str:
    words = re.sub(r"https?://", "", _LEADING_NAMES.sub("", clean_text(text)), flags=re.I).split()
    return " ".join(word.rstrip("/") for word in words)


# --- parts ------------------------------------------------------------------------------------------------


def _text(said: Mapping[str, Any], included: Included, value: Mapping[str, Any]) -> str:
    """The words with the addresses that were meant instead of t.co, and without those of the pictures.

    Addresses are replaced by what they are: which unit their places are counted in is not documented."""
    text = string(said.get("text"))
    has_media = bool(_media_keys(value))
    entities = mapping(said.get("entities")) or mapping(value.get("entities"))
    for entity in _entries(entities, "urls"):
        short, meant = string(entity.get("url")), web_address(entity.get("expanded_url"))
        if not short.startswith(("http://", "https://")):
            continue
        own_media = bool(entity.get("media_key")) or "pic.twitter.com/" in string(entity.get("display_url"))
        if own_media and has_media:
            text = text.replace(short, "")
        elif meant:
            text = meant.join(re.split(re.escape(short) + r"(?![A-Za-z0-9])", text))
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")  # X escapes these three
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _versions(value: Mapping[str, Any], version: str) -> tuple[str, ...]:
    history = value.get("edit_history_tweet_ids") or value.get("edit_history_post_ids")
    numbers = {
        number for one in (history if isinstance(history, list) else ()) if (number := identifier(one))
    }
    return tuple(sorted({*numbers, version}, key=int)[-50:])


def _references(value: Mapping[str, Any]) -> dict[str, str]:
    """Kind → id of the posts that one refers to."""
    found: dict[str, str] = {}
    for key in ("referenced_tweets", "referenced_posts"):
        for one in _entries(value, key):
            number, kind = identifier(one.get("id")), string(one.get("type"))
            if number and kind in ("replied_to", "quoted", "retweeted"):
                found.setdefault(kind, number)
    answered = identifier(value.get("in_reply_to_tweet_id") or value.get("in_reply_to_post_id"))
    if answered:
        found.setdefault("replied_to", answered)
    return found


def _root(number: str, included: Included) -> str:
    """The first version of a post that somebody referred to, where it came along."""
    return _versions(included.posts[number], number)[0] if number in included.posts else number


def _author(value: Mapping[str, Any], included: Included) -> Author:
    number = identifier(value.get("author_id"))
    account = included.users.get(number, {})
    username = string(account.get("username") or value.get("username"))
    username = username if _USERNAME.fullmatch(username) else ""
    return Author(
        remote_id=clean_id(number),
        name=one_line(account.get("name")) or username,
        handle=f"@{username}" if username else "",
        url=f"{SITE}/{username}" if username else "",
    )


def _media_keys(value: Mapping[str, Any]) -> list[str]:
    keys = mapping(value.get("attachments")).get("media_keys")
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def _media(value: Mapping[str, Any], included: Included) -> tuple[Media, ...]:
    found = []
    for key in _media_keys(value):
        one = included.media.get(key, {})
        url = web_address(one.get("url")) or _film(one) or web_address(one.get("preview_image_url"))
        if url:
            kind = _MEDIA_KINDS.get(string(one.get("type")), "file")
            found.append(Media(kind, url, clean_text(string(one.get("alt_text")))[:5000]))
    return tuple(found)


def _film(value: Mapping[str, Any]) -> str:
    """The best version of a film that a browser plays."""
    films = [one for one in _entries(value, "variants") if one.get("content_type") == "video/mp4"]
    films.sort(key=lambda one: _whole(one.get("bit_rate")) or 0, reverse=True)
    return next((url for one in films if (url := web_address(one.get("url")))), "")


def _entries(value: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a list; the activity stream wraps some of them in "data"."""
    listed = value.get(key)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            yield one["data"] if isinstance(one.get("data"), dict) else one


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
