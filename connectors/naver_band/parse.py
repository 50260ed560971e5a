"""What BAND says, as values of the program. Pure: plain values in, posts out; one that is broken is counted
and left out.

Keys are opaque and not ordered. A post is known as ``band/post``, a comment as ``band/post/comment``, each
part escaped, so that no two of them meet and all can be taken apart again.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote

from connectors.base import Author, Malformed, Media, Post, clean_id, clean_text
from connectors.json_values import web_address

LONGEST_KEY = 120
LONGEST_PARAMETER = 1000
MOST_PARAMETERS = 10
_MILLISECONDS = 10**12
"""Larger numbers are milliseconds, smaller ones seconds: the description only says "epoch" (section 3)."""

_REFER = re.compile(r"<band:refer\b([^<>]*)>([^<>]*)</band:refer>", re.I)
_HASHTAG = re.compile(r"<band:hashtag\b[^<>]*>([^<>]*)</band:hashtag>", re.I)
_PSEUDO = re.compile(r"</?band:[a-z_]{1,30}\b[^<>]*>", re.I)
_USER_KEY = re.compile(r"\buser_key\s*=\s*[\"']([^\"'<>]{1,200})[\"']", re.I)


@dataclass(frozen=True, slots=True)
class Band:
    key: str
    name: str
    members: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post. ``words`` and ``latest`` are fingerprints of what it says and of the last comments shown with
    it."""

    key: str
    post: Post
    comments: int
    words: str
    latest: str


@dataclass(frozen=True, slots=True)
class Comment:
    """``summons``: the user key, or for our own ones the name, that it begins with."""

    key: str
    post: Post
    words: str
    summons: str


@dataclass(frozen=True, slots=True)
class Page:
    """``following`` are the parameters of the next page without the token; None at the end."""

    items: tuple[Any, ...]
    broken: int
    following: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Me:
    """The account in whose name everything is read."""

    key: str
    name: str

    def wrote(self, author: Author) -> bool:
        """Some answers leave the user key of authors out; then the name has to do."""
        if author.remote_id:
            return bool(self.key) and author.remote_id == self.key
        return bool(self.name) and author.name == self.name


# --- ids --------------------------------------------------------------------------------------------------


def remote_id(*keys: str) -> str:
    return "/".join(quote(key, safe="") for key in keys)


def keys_of(number: str) -> tuple[str, str, str] | None:
    """(band, post, comment or "") of a remote id; None where it is none of ours."""
    parts = number.split("/")
    keys = [unquote(part) for part in parts]
    if len(keys) not in (2, 3) or not all(keys) or remote_id(*keys) != number or clean_id(number) != number:
        return None
    return keys[0], keys[1], keys[2] if len(keys) == 3 else ""


# --- answers ----------------------------------------------------------------------------------------------


def result_code(value: Mapping[str, Any]) -> int:
    """1 is success; 0 where there is no number at all."""
    code = value.get("result_code")
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) < 10:
        return int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else 0


def message(value: Mapping[str, Any]) -> str:
    """BAND's own words for a refusal."""
    data = value.get("result_data")
    for place in (data if isinstance(data, dict) else {}, value):
        for name in ("message", "detail", "description"):
            if one_line(place.get(name)):
                return one_line(place.get(name))[:300]
    return ""


def me(value: Any) -> Me:
    if not isinstance(value, dict) or not (text_of(value.get("user_key")) or one_line(value.get("name"))):
        raise Malformed("a profile was expected")
    return Me(clean_id(text_of(value.get("user_key"))), one_line(value.get("name")))


def bands(value: Any) -> list[Band]:
    items = value.get("bands") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise Malformed("a list of bands was expected")
    found = []
    for item in items:
        key = usable_key(item.get("band_key")) if isinstance(item, dict) else ""
        if key:
            url = web_address(item.get("band_url"))
            found.append(Band(key, one_line(item.get("name")) or key, number(item.get("member_count")), url))
    return found


def permissions(value: Mapping[str, Any]) -> frozenset[str] | None:
    """The rights that are granted; the sample calls the list "permission" and the text "permissions"."""
    for name in ("permission", "permissions"):
        if isinstance(value.get(name), list):
            return frozenset(one for one in value[name] if isinstance(one, str))
    return None


def posts(value: Mapping[str, Any], band: Band, who: Me) -> Page:
    found: list[Entry] = []
    items = _items(value)
    for item in items:
        try:
            found.append(entry(item, band, who))
        except Malformed:
            continue
    return Page(tuple(found), len(items) - len(found), following(value))


def entry(value: Any, band: Band, who: Me) -> Entry:
    key = usable_key(value.get("post_key")) if isinstance(value, dict) else ""
    content = value.get("content") if isinstance(value, dict) else None
    pictures = media(value) if isinstance(value, dict) else ()
    # Who left a band is no author any more, and a picture needs no words.
    if not key or not (isinstance(content, str) or (content is None and pictures)):
        raise Malformed("a post without a key or a text")
    writer = author(value.get("author"))
    post = Post(
        remote_id=remote_id(band.key, key),
        text=as_text(content or ""),
        author=writer,
        created_ms=moment_ms(value.get("created_at")),
        url=web_address(value.get("url")),
        context=band.name,
        own=who.wrote(writer),
        media=pictures,
    )
    latest = value.get("latest_comments")
    shown = [
        (text_of(one.get("body")), text_of(one.get("content")), str(one.get("created_at")))
        for one in (latest if isinstance(latest, list) else ())
        if isinstance(one, dict)
    ]
    words = fingerprint(post.text, post.media, post.author.name)
    return Entry(
        key, post, number(value.get("comment_count")) or 0, words, fingerprint(shown) if shown else ""
    )


def comments(value: Mapping[str, Any], band: Band, post_key: str, context: str, who: Me) -> Page:
    found: list[Comment] = []
    items = _items(value)
    for item in items:
        try:
            found.append(comment(item, band, post_key, context, who))
        except Malformed:
            continue
    return Page(tuple(found), len(items) - len(found), following(value))


def comment(value: Any, band: Band, post_key: str, context: str, who: Me) -> Comment:
    key = usable_key(value.get("comment_key")) if isinstance(value, dict) else ""
    if not key:
        raise Malformed("a comment without a key")
    content = value.get("content", value.get("body"))
    if content is None and media(value):
        content = ""
    if not isinstance(content, str):
        raise Malformed("a comment without a text")
    writer = author(value.get("author"))
    text = as_text(content)
    post = Post(
        remote_id=remote_id(band.key, post_key, key),
        text=text,
        author=writer,
        created_ms=moment_ms(value.get("created_at")),
        parent_id=remote_id(band.key, post_key),
        context=context,
        own=who.wrote(writer),
        media=media(value),
    )
    named = _REFER.match(html.unescape(content).lstrip())
    summons = ""
    if named is not None and (found := _USER_KEY.search(named[1])):
        summons = found[1]
    elif post.own and text.startswith("@"):
        summons = text[:200]
    return Comment(key, post, fingerprint(text, post.media), summons)


def with_parents(found: list[Comment]) -> list[Comment]:
    """BAND gives no parent of a comment (section 1): one that begins by naming somebody answers that person's
    newest comment before it."""
    order = sorted(range(len(found)), key=lambda i: (found[i].post.created_ms or 0, i))
    newest: dict[str, Comment] = {}
    out = list(found)
    for i in order:
        one = found[i]
        answered = newest.get(one.summons) if one.summons else None
        if answered is None and one.summons.startswith("@"):
            named = [c for c in newest.values() if one.summons.startswith(f"@{c.post.author.name} ")]
            answered = max(
                named, key=lambda c: (len(c.post.author.name), c.post.created_ms or 0), default=None
            )
        if answered is not None:
            out[i] = replace(one, post=one.post._replace(parent_id=answered.post.remote_id))
        newest[one.post.author.remote_id or one.post.author.name] = one
    return out


def following(value: Mapping[str, Any]) -> dict[str, str] | None:
    """The parameters of the next page as they came, without the token: they are kept in the cursor."""
    paging = value.get("paging")
    params = paging.get("next_params") if isinstance(paging, dict) else None
    if not isinstance(params, dict) or not params:
        return None
    kept = {
        name: str(one)
        for name, one in params.items()
        if name != "access_token" and isinstance(one, str | int) and not isinstance(one, bool)
    }
    usable = len(kept) <= MOST_PARAMETERS and all(len(one) <= LONGEST_PARAMETER for one in kept.values())
    return kept if kept and usable else None


def _items(value: Mapping[str, Any]) -> list[Any]:
    items = value.get("items")
    if not isinstance(items, list):
        raise Malformed("a list was expected")
    return items


# --- small things -----------------------------------------------------------------------------------------


def author(value: Any) -> Author:
    if not isinstance(value, dict):
        return Author("", "")
    name = one_line(value.get("name"))
    return Author(clean_id(text_of(value.get("user_key"))), name)


def as_text(content: str) -> str:
    """Plain text: BAND's own tags become what they show, and what people typed is opened exactly once."""
    text = _without_tags(content) if "<" in content else content
    if "&" in text:
        text = html.unescape(text)
        if "band:" in text:
            text = _without_tags(text)
    return clean_text(text.replace("\r\n", "\n").replace("\xa0", " ")).strip()


def _without_tags(text: str) -> str:
    text = _REFER.sub(lambda m: f"@{m[2].removeprefix('@')}", text)
    text = _HASHTAG.sub(lambda m: f"#{m[1].removeprefix('#')}", text)
    return _PSEUDO.sub("", text)


def media(value: Mapping[str, Any]) -> tuple[Media, ...]:
    photos = value.get("photos")
    given = [*(photos if isinstance(photos, list) else ()), value.get("photo")]
    found = []
    for one in given:
        url = web_address(one.get("url")) if isinstance(one, dict) else ""
        if url:
            found.append(Media("video" if one.get("is_video_thumbnail") is True else "image", url))
    if value.get("is_audio_included") is True:
        found.append(Media("audio", ""))
    return tuple(found)


def moment_ms(value: Any) -> int | None:
    moment = number(value)
    if moment is None or moment <= 0:
        return None
    return moment if moment > _MILLISECONDS else moment * 1000


def number(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15 else None


def usable_key(value: Any) -> str:
    """A key as the opaque string that it is; "" where it is none or could not be kept in an id."""
    key = str(value) if isinstance(value, int) and not isinstance(value, bool) else text_of(value)
    return key if key and len(key) <= LONGEST_KEY and key.isascii() and key.isprintable() else ""


def text_of(value: Any) -> str:
    return value if isinstance(value, str) else ""


def one_line(value: Any) -> str:
    return " ".join(clean_text(as_text(text_of(value)[:2000])).split())[:200]


def normal(text: str) -> str:
    return " ".join(clean_text(text).split())


def fingerprint(*parts: Any) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:8]
