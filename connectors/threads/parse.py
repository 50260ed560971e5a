"""Threads' JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was fetched before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import Author, Malformed, Media, Post, clean_text
from connectors.graph_parts import identifier, moment_ms
from connectors.json_values import mapping, one_line, string, web_address

_NOT_SHOWN = frozenset({"HIDDEN", "HUSHED", "BLOCKED", "RESTRICTED"})
_KINDS = {"IMAGE": "image", "VIDEO": "video", "AUDIO": "audio", "CAROUSEL_ALBUM": "image"}
_NAME = re.compile(r"[\w.]{1,100}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A post and what the connector needs to know beyond it."""

    post: Post
    root: str  # the post at the head of its thread: itself where it is one
    has_replies: bool  # or nobody says that it has none


@dataclass(frozen=True, slots=True)
class Profile:
    id: str
    username: str
    name: str


def entry(value: Any, own: str, root: str = "") -> Entry:
    """One post or reply. ``own``: our user name; ``root``: the head of the list that it stands in."""
    if not isinstance(value, dict):
        raise Malformed("a post was expected", "not-threads")
    number = identifier(value.get("id"))
    if not number:
        raise Malformed("a post without a usable id", "not-threads")
    name = user_name(value.get("username"))
    text = string(value.get("text")).replace("\r\n", "\n").replace("\r", "\n")
    parent = identifier(mapping(value.get("replied_to")).get("id"))
    head = identifier(mapping(value.get("root_post")).get("id"))
    post = Post(
        remote_id=number,
        text=clean_text(text).strip(),
        author=Author(
            name, name, f"@{name}" if name else "", f"https://www.threads.com/@{name}" if name else ""
        ),
        created_ms=moment_ms(value.get("timestamp")),
        url=web_address(value.get("permalink")),
        parent_id=parent or (head if head != number else ""),
        repost_of=identifier(mapping(value.get("reposted_post")).get("id")),
        own=value.get("is_reply_owned_by_me") is True or (bool(own) and name.casefold() == own.casefold()),
        state="hidden" if string(value.get("hide_status")) in _NOT_SHOWN else "published",
        media=_media(value),
    )
    return Entry(post, head or root or number, value.get("has_replies") is not False)


def entries(items: Any, own: str, root: str = "") -> tuple[list[Entry], int]:
    """The posts of a list in its order, and how many of them could not be read."""
    found: list[Entry] = []
    broken = 0
    for item in items:
        try:
            found.append(entry(item, own, root))
        except Malformed:
            broken += 1
    return found, broken


def profile(value: Any) -> Profile:
    said = mapping(value)
    number, name = identifier(said.get("id")), user_name(said.get("username"))
    if not number or not name:
        raise Malformed("a profile was expected", "not-threads")
    return Profile(number, name, one_line(said.get("name")) or name)


def user_name(value: Any) -> str:
    """A user name. It goes into addresses, so it may hold nothing but what names hold."""
    name = string(value).lstrip("@")
    return name if _NAME.fullmatch(name) else ""


def typed_name(text: str) -> str:
    """The user name in what a person typed: a name, a handle or an address of a profile."""
    match = re.search(r"(?:^|/)@([\w.]{1,100})", text.strip())
    return match[1] if match else user_name(text.strip())


def same_text(one: str, other: str) -> bool:
    return " ".join(clean_text(one).split()) == " ".join(clean_text(other).split())


def _media(value: Mapping[str, Any]) -> tuple[Media, ...]:
    """Pictures and films; the parts of an album where they came along, else what stands for it."""
    children = mapping(value.get("children")).get("data")
    parts = [child for child in children if isinstance(child, dict)] if isinstance(children, list) else []
    found = [media for part in parts for media in _one_media(part)]
    return tuple(found or _one_media(value))


def _one_media(value: Mapping[str, Any]) -> list[Media]:
    url = web_address(value.get("media_url")) or web_address(value.get("gif_url"))
    kind = _KINDS.get(string(value.get("media_type")), "image" if value.get("gif_url") else "file")
    return [Media(kind, url, clean_text(string(value.get("alt_text")))[:5000])] if url else []
