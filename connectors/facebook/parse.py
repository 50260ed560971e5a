"""Facebook's JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was read before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from connectors.base import Author, Malformed, Media, Post, clean_id, clean_text
from connectors.graph import identifier, moment_ms
from connectors.json_values import mapping, one_line, string, web_address

_ATTACHMENT = "media_type,type,media,url,title,description"
POST_FIELDS = (
    "id,message,story,from,created_time,updated_time,permalink_url,status_type,is_hidden,"
    f"attachments{{{_ATTACHMENT},subattachments}}"
)
COMMENT_FIELDS = (
    "id,message,from,created_time,parent{id},permalink_url,is_hidden,is_private,can_reply_privately,"
    "can_comment,can_hide,can_remove,can_like,like_count,comment_count,user_likes,attachment,message_tags"
)
"""facebook.md section 4, row "comments of a post"."""

NAMELESS = "Facebook 이용자"
"""Without the Page's own token, or by a person's settings, there is no author (facebook.md section 0)."""

_KINDS = {"photo": "image", "album": "image", "sticker": "image", "video": "video", "animated_image": "image"}


def post(value: Any, page_id: str) -> Post:
    """A post on the Page, its own or a visitor's, or one that tags it."""
    item = _object(value)
    return Post(
        remote_id=_required(item),
        text=_text(item.get("message")) or _text(item.get("story")),
        author=author(item.get("from")),
        created_ms=moment_ms(item.get("created_time")),
        url=web_address(item.get("permalink_url")),
        own=_is(item.get("from"), page_id),
        state="hidden" if item.get("is_hidden") is True else "published",
        media=tuple(_media_of(mapping(item.get("attachments")).get("data"))),
    )


def bare(value: Any) -> Post:
    """A post of which nothing but the id can be read."""
    number = identifier(mapping(value).get("id"))
    if not number:
        raise Malformed("something without a usable id", "unreadable")
    return Post(number, "", Author("", NAMELESS))


def comment(value: Any, page_id: str, thread: str, context: str = "") -> Post:
    """A comment below the post ``thread``; one that answers no other answers the post itself."""
    item = _object(value)
    return Post(
        remote_id=_required(item),
        text=_text(item.get("message")),
        author=author(item.get("from")),
        created_ms=moment_ms(item.get("created_time")),
        url=web_address(item.get("permalink_url")),
        parent_id=identifier(mapping(item.get("parent")).get("id")) or thread,
        context=context,
        own=_is(item.get("from"), page_id),
        private=item.get("is_private") is True,
        state="hidden" if item.get("is_hidden") is True else "published",
        media=tuple(_media_of([item["attachment"]] if "attachment" in item else [])),
    )


def title(thread: Post) -> str:
    """What a comment is on: the first line of the post, in short."""
    return one_line(thread.text.partition("\n")[0], 100)


def author(value: Any) -> Author:
    who = mapping(value)
    return Author(clean_id(identifier(who.get("id"))), one_line(who.get("name")) or NAMELESS)


def _text(value: Any) -> str:
    # Messages are plain text already: a "<b>" in them is what somebody typed.
    return clean_text(string(value)).strip()


def _media_of(items: Any) -> list[Media]:
    found: list[Media] = []
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        below = mapping(item.get("subattachments")).get("data")
        if isinstance(below, list) and below:
            found += _media_of(below)[:50]
        elif media := _media(item):
            found.append(media)
    return found


def _media(item: Mapping[str, Any]) -> Media | None:
    kind = string(item.get("media_type")) or string(item.get("type"))
    kind = next((ours for word, ours in _KINDS.items() if word in kind), "file")
    shown = mapping(item.get("media"))
    url = web_address(shown.get("source")) if kind == "video" else ""
    url = url or web_address(mapping(shown.get("image")).get("src")) or web_address(item.get("url"))
    if kind == "file":
        url = web_address(item.get("url")) or url
    alt = _text(item.get("description")) or _text(item.get("title"))
    return Media(kind, url, alt[:5000]) if url else None


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Malformed("an object was expected", "unreadable")
    return value


def _required(item: Mapping[str, Any]) -> str:
    number = identifier(item.get("id"))
    if not number:
        raise Malformed("something without a usable id", "unreadable")
    for name in ("message", "story"):
        if item.get(name) is not None and not isinstance(item[name], str):
            raise Malformed(f"{name} is no text", "unreadable")
    return number


def _is(value: Any, page_id: str) -> bool:
    return bool(page_id) and identifier(mapping(value).get("id")) == page_id
