"""Instagram's JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was read before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from connectors.base import Author, Malformed, Media, Post, clean_id, clean_text
from connectors.graph import identifier, moment_ms
from connectors.json_values import mapping, one_line, string, web_address

MEDIA_FIELDS = (
    "id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,timestamp,username,"
    "comments_count,is_comment_enabled,alt_text"
)
TAG_FIELDS = "id,caption,username,permalink,timestamp,media_type,media_url"
REPLY_FIELDS = "id,text,timestamp,username,from{id,username},hidden,like_count,parent_id"
"""instagram.md section 3."""

NAMELESS = "Instagram 이용자"
_KINDS = {"IMAGE": "image", "CAROUSEL_ALBUM": "image", "VIDEO": "video"}


def media(value: Any, own: Collection[str], *, tagged: bool = False) -> Post:
    """One of our own posts, or somebody's in which we are ``tagged``."""
    item = _object(value, "caption")
    username = one_line(item.get("username"))
    return Post(
        remote_id=_required(item),
        text=_text(item.get("caption")),
        author=Author("", username or NAMELESS, _handle(username)),
        created_ms=moment_ms(item.get("timestamp")),
        url=web_address(item.get("permalink")),
        own=not tagged and (not username or username in own),
        media=_media(item),
    )


def comment(value: Any, own: Collection[str], thread: str, context: str = "") -> Post:
    """A comment below our post ``thread``, or an answer to one."""
    item = _object(value, "text")
    number = _required(item)
    who = mapping(item.get("from"))
    username = one_line(who.get("username")) or one_line(item.get("username"))
    author_id = identifier(who.get("id"))
    return Post(
        remote_id=number,
        text=_text(item.get("text")),
        author=Author(clean_id(author_id), username or NAMELESS, _handle(username)),
        created_ms=moment_ms(item.get("timestamp")),
        parent_id=identifier(item.get("parent_id")) or thread,
        context=context,
        own=(bool(author_id) and author_id in own) or (bool(username) and username in own),
        state="hidden" if item.get("hidden") is True else "published",
    )


def title(post: Post) -> str:
    """What a comment is on: the first line of the caption, in short."""
    return one_line(post.text.partition("\n")[0], 100)


def _handle(username: str) -> str:
    return f"@{username}" if username else ""


def _text(value: Any) -> str:
    # Captions and comments are plain text already: a "<b>" in them is what somebody typed.
    return clean_text(string(value)).strip()


def _media(item: Mapping[str, Any]) -> tuple[Media, ...]:
    kind = _KINDS.get(string(item.get("media_type")), "file")
    url = web_address(item.get("media_url")) or web_address(item.get("thumbnail_url"))
    return (Media(kind, url, _text(item.get("alt_text"))[:5000]),) if url else ()


def _object(value: Any, words: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Malformed("an object was expected", "unreadable")
    if value.get(words) is not None and not isinstance(value[words], str):
        raise Malformed(f"{words} is no text", "unreadable")
    return value


def _required(item: Mapping[str, Any]) -> str:
    number = identifier(item.get("id"))
    if not number:
        raise Malformed("something without a usable id", "unreadable")
    return number
