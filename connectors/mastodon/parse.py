"""Mastodon's JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was fetched before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from connectors.base import Activity, Author, LengthRule, Malformed, Media, Post, clean_id, clean_text
from connectors.json_values import mapping, moment_ms, one_line, string, web_address
from connectors.text import to_text

VISIBILITIES = ("public", "unlisted", "private", "direct")
"""From everybody to nobody but those who are named."""

MENTION_TYPES = ("mention", "quote")
"""Kinds of notifications that carry somebody's words to us; the others are counters."""

_MEDIA_KINDS = {"image": "image", "gifv": "video", "video": "video", "audio": "audio"}
_MENTION_LINK = re.compile(r"<a\b(?=[^<>]*\bclass=\"[^\"<>]*\bmention\b)[^<>]*>", re.IGNORECASE)
_ID = re.compile(r"[0-9A-Za-z_-]{1,400}")


@dataclass(frozen=True, slots=True)
class Status:
    """A status and what the connector needs to know of it beyond the post that it becomes."""

    post: Post
    account_id: str
    acct: str  # how the author is addressed: "name" here, "name@server" elsewhere
    visibility: str
    mentioned: tuple[tuple[str, str], ...]  # (account id, acct)
    spoiler: str
    liked: bool = False

    def concerns(self, account_id: str) -> bool:
        """Whether it was written by that account or names it."""
        return self.account_id == account_id or any(who == account_id for who, _ in self.mentioned)


@dataclass(frozen=True, slots=True)
class Notification:
    id: str
    type: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Instance:
    """What a server says of itself."""

    title: str
    version: str
    length: LengthRule
    streaming: str  # address of the streaming server, or ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a stream: ``name`` and, by name, what it carries."""

    name: str
    notification: Notification | None = None
    status: Status | None = None
    deleted: str = ""


def status(value: Any, own_account: str = "") -> Status:
    """One status. ``own_account`` is the id of the account we are signed in as."""
    if not isinstance(value, dict):
        raise Malformed("a status was expected", "not-mastodon")
    number = identifier(value.get("id"))
    account = value.get("account")
    account = account if isinstance(account, dict) else {}
    account_id = identifier(account.get("id"))
    reblog = value.get("reblog")
    said: Mapping[str, Any] = reblog if isinstance(reblog, dict) else value
    spoiler = clean_text(string(said.get("spoiler_text"))).strip()
    text = "\n\n".join(filter(None, (plain_text(string(said.get("content"))), _poll(said.get("poll")))))
    visibility = string(value.get("visibility"))
    post = Post(
        remote_id=number,
        text=f"{spoiler}\n\n{text}".strip() if spoiler else text,
        author=Author(
            remote_id=clean_id(account_id),
            name=one_line(account.get("display_name")) or one_line(account.get("username")),
            handle=_handle(account),
            url=web_address(account.get("url")),
        ),
        created_ms=moment_ms(value.get("created_at")),
        url=web_address(value.get("url")) or web_address(said.get("url")) or web_address(said.get("uri")),
        parent_id=optional_identifier(value.get("in_reply_to_id")),
        context=_quoted(said.get("quote")),
        repost_of=identifier(reblog.get("id")) if isinstance(reblog, dict) else "",
        edited_ms=moment_ms(value.get("edited_at")),
        own=bool(own_account) and account_id == own_account,
        private=visibility == "direct",
        media=_media(said.get("media_attachments")),
    )
    return Status(
        post=post,
        account_id=account_id,
        acct=_acct(account.get("acct")) or _acct(account.get("username")),
        # A visibility of another kind of server is taken for the narrowest, so that nothing leaks.
        visibility=visibility if visibility in VISIBILITIES else "direct",
        mentioned=_mentions(value.get("mentions")),
        spoiler=spoiler,
        liked=value.get("favourited") is True,
    )


def _quoted(value: Any) -> str:
    """The words that a status quotes, on one line; "" where they are not shown to us or stand in it."""
    inner = value.get("quoted_status") if isinstance(value, dict) else None
    return one_line(plain_text(string(inner.get("content")))) if isinstance(inner, dict) else ""


def _poll(value: Any) -> str:
    """What may be chosen in a poll. Not how many chose it: each vote would look like an edit."""
    options = value.get("options") if isinstance(value, dict) else None
    named = (one_line(option.get("title")) for option in options or () if isinstance(option, dict))
    return "\n".join(f"○ {title}" for title in named if title)


def statuses(value: Any, own_account: str = "") -> tuple[list[Status], int]:
    """The statuses of a list in its order, and how many of them could not be read."""
    if not isinstance(value, list):
        raise Malformed("a list of statuses was expected", "not-mastodon")
    found: list[Status] = []
    broken = 0
    for item in value:
        try:
            found.append(status(item, own_account))
        except Malformed:
            broken += 1
    return found, broken


def notification(value: Any, own_account: str = "") -> Notification:
    """One notification. Its status is None where it has none or is of a kind that brings us no words."""
    if not isinstance(value, dict):
        raise Malformed("a notification was expected", "not-mastodon")
    number = identifier(value.get("id"))
    kind = string(value.get("type"))
    inner = value.get("status")
    wanted = kind in MENTION_TYPES and inner is not None
    return Notification(number, kind, status(inner, own_account) if wanted else None)


def notifications(value: Any, own_account: str = "") -> tuple[list[Notification], int]:
    """The notifications of a page in its order, and how many of them carry a status that cannot be read.
    A notification without an id makes the page unusable, because the place to go on from would be lost."""
    if not isinstance(value, list):
        raise Malformed("a list of notifications was expected", "not-mastodon")
    found: list[Notification] = []
    broken = 0
    for item in value:
        try:
            found.append(notification(item, own_account))
        except Malformed:
            broken += 1
            number = item.get("id") if isinstance(item, dict) else None
            found.append(Notification(identifier(number), "", None))
    return found, broken


def event(name: str, payload: str, own_account: str = "") -> Event:
    """One event of a stream; ``payload`` is the text that came with it."""
    if name in ("delete",):
        return Event(name, deleted=identifier(payload.strip().strip('"')))
    if name in ("update", "status.update"):
        return Event(name, status=status(_json(payload), own_account))
    if name == "notification":
        return Event(name, notification=notification(_json(payload), own_account))
    return Event(name)


def frame(text: str, own_account: str = "") -> Event:
    """One text frame of a WebSocket: JSON whose payload is JSON once more, as a string."""
    value = _json(text)
    if not isinstance(value, dict):
        raise Malformed("a frame of a stream was expected", "not-mastodon")
    if "error" in value:
        raise Malformed(f"the stream says: {one_line(value.get('error'))}", "stream-refused")
    payload = value.get("payload")
    return event(
        string(value.get("event")), payload if isinstance(payload, str) else json.dumps(payload), own_account
    )


def instance(value: Any, default: LengthRule) -> Instance:
    """A server's own description, of API version 2 or 1; what it does not say is as by default."""
    if not isinstance(value, dict):
        raise Malformed("a description of a server was expected", "not-mastodon")
    configuration = mapping(value.get("configuration"))
    rules = mapping(configuration.get("statuses"))
    urls = mapping(configuration.get("urls")) or mapping(value.get("urls"))
    limit = rules.get("max_characters", value.get("max_toot_chars"))
    reserved = rules.get("characters_reserved_per_url")
    length = LengthRule(
        limit=limit if _positive(limit) else default.limit,
        unit="graphemes",
        url_length=reserved if _positive(reserved) else default.url_length,
        names_author=True,
    )
    streaming = string(urls.get("streaming")) or string(urls.get("streaming_api"))
    try:
        parts = urlsplit(streaming)
        usable = parts.scheme in ("wss", "ws", "https", "http") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    return Instance(
        title=one_line(value.get("title")),
        version=one_line(value.get("version")),
        length=length,
        streaming=streaming.rstrip("/") if usable else "",
    )


@dataclass(frozen=True, slots=True)
class Account:
    id: str
    name: str
    acct: str
    url: str


def account(value: Any) -> Account:
    if not isinstance(value, dict):
        raise Malformed("an account was expected", "not-mastodon")
    acct = _acct(value.get("acct")) or _acct(value.get("username"))
    return Account(
        id=identifier(value.get("id")),
        name=one_line(value.get("display_name")) or acct,
        acct=acct,
        url=web_address(value.get("url")),
    )


def activity(value: Any, handle: str) -> Activity:
    """How much an account writes. ``last_status_at`` is a day without a time (mastodon.md section 5)."""
    found = account(value)
    assert isinstance(value, dict)
    state = "suspended" if value.get("suspended") is True else "ok"
    return Activity(
        handle,
        state,
        last_post_ms=moment_ms(value.get("last_status_at")),
        posts=_count(value.get("statuses_count")),
        followers=_count(value.get("followers_count")),
        name=found.name,
        url=found.url,
    )


def usable_acct(text: str) -> bool:
    return bool(_acct(text))


# --- text -------------------------------------------------------------------------------------------------


def plain_text(content: str) -> str:
    """A status's HTML as lines. The address behind "@name" and "#tag" is left out; that of links is kept."""
    return clean_text(to_text(_MENTION_LINK.sub("<span>", content))).strip()


# --- small things -----------------------------------------------------------------------------------------


def identifier(value: Any) -> str:
    """An id as the opaque string it is; it goes into addresses, so nothing else is let through."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        value = str(value)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Malformed("something without a usable id", "not-mastodon")
    return value


def optional_identifier(value: Any) -> str:
    try:
        return identifier(value)
    except Malformed:
        return ""


def newer(one: str, other: str) -> bool:
    """Whether an id is above another: by length, then letter by letter (mastodon.md section 8)."""
    return (len(one), one) > (len(other), other)


def _handle(account: Mapping[str, Any]) -> str:
    acct = _acct(account.get("acct")) or _acct(account.get("username"))
    return f"@{acct}" if acct else ""


def _acct(value: Any) -> str:
    """An address of an account. It is written into replies, so it may hold nothing but what names hold."""
    text = string(value)
    return text if re.fullmatch(r"[\w.-]{1,200}(?:@[\w.:-]{1,250})?", text) else ""


def _mentions(value: Any) -> tuple[tuple[str, str], ...]:
    found = []
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict):
            number, acct = optional_identifier(item.get("id")), _acct(item.get("acct"))
            if number and acct:
                found.append((number, acct))
    return tuple(found)


def _media(value: Any) -> tuple[Media, ...]:
    found = []
    for item in value if isinstance(value, list) else ():
        if not isinstance(item, dict):
            continue
        url = web_address(item.get("url")) or web_address(item.get("remote_url"))
        if url:
            kind = _MEDIA_KINDS.get(string(item.get("type")), "file")
            found.append(Media(kind, url, clean_text(string(item.get("description")))[:5000]))
    return tuple(found)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("not JSON", "not-json") from None


def _count(value: Any) -> int | None:
    """A number of things; some servers hide it as -1."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else None


def _positive(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9
