"""What a community program made of the official pages: ``.repo/{Post,People,Comment}.json`` (section 6c).

Each file is one object of many; they are read one after the other, so that a file of any size takes little
memory. Ids are made as those of the pages, so that both kinds of backup may be read.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Any

from connectors.base import Author, Malformed, Media, Post, clean_text
from connectors.json_values import string
from connectors.me2day.backup_html import ORIGIN, comment_key, post_key
from connectors.me2day.parse import moment_ms, one_line, user_id
from connectors.me2day.tree import BROKEN, TOO_LARGE, TOO_MANY, UNREADABLE, Hostile, Tree
from connectors.text import to_text

CHUNK = 256 * 1024
LARGEST_ENTRY = 2_000_000
MOST_ENTRIES = 500_000
POSTS_AT_ONCE = 100

NOT_JSON = "JSON이 깨져 있습니다 / its JSON is broken"

_Place = tuple[str, int, str, str]
"""Key of the post, place among its comments, the post's first words, whose backup it is."""


def pieces(tree: Tree, folder: str, note: Callable[[str, object], None]) -> Iterator[list[Post]]:
    names = {
        key: one_line(string(value.get("nickname"))) for key, value in _each(tree, folder, "People", note)
    }
    places: dict[str, _Place] = {}
    waiting: list[Post] = []
    for number, value in _each(tree, folder, "Post", note):
        post = _post(number, value, names)
        waiting.append(post)
        below = value.get("commentIdList")
        for index, key in enumerate(below if isinstance(below, list) else ()):
            places[str(key)] = (post.remote_id, index, one_line(post.text), post.author.remote_id)
        if len(places) > MOST_ENTRIES:
            raise Hostile(TOO_MANY)
        if len(waiting) >= POSTS_AT_ONCE:
            yield waiting
            waiting = []
    yield waiting
    waiting = []
    for number, value in _each(tree, folder, "Comment", note):
        place = places.get(number)
        if place is None:
            note("Comment.json", f"{number}: 글이 없습니다 / it has no post")
            continue
        waiting.append(_comment(value, place, names))
        if len(waiting) >= POSTS_AT_ONCE:
            yield waiting
            waiting = []
    yield waiting


def _post(number: str, value: dict[str, Any], names: dict[str, str]) -> Post:
    writer = user_id(value.get("writerId"))
    path = string(value.get("resourcePath")) or string(value.get("fileName"))
    file_name = path.replace("\\", "/").rpartition("/")[2]
    return Post(
        remote_id=post_key(writer, file_name) if file_name else f"{ORIGIN}repo-{writer}-{number}"[:400],
        text=_text(value),
        author=Author(writer, names.get(writer) or writer, writer),
        created_ms=_moment_ms(value),
        context=_context(value),
        own=True,
        media=_media(value),
    )


def _context(value: dict[str, Any]) -> str:
    place = value.get("location")
    parts = (value.get("rawTag"), place.get("name") if isinstance(place, dict) else "")
    return " · ".join(one for part in parts if (one := one_line(string(part))))


def _media(value: dict[str, Any]) -> tuple[Media, ...]:
    """Pictures and the film, by their place below the folder me2day as the pages give it."""
    pictures, film = value.get("imageList"), value.get("video")
    given = [("image", one.get("original")) for one in _objects(pictures)]
    given += [("video", one.get("src")) for one in _objects([film])]
    places = [(kind, string(place).replace("\\", "/")) for kind, place in given]
    return tuple(
        Media(kind, "", clean_text(one.rpartition("/me2day/")[2])[:500]) for kind, one in places if one
    )


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _moment_ms(value: dict[str, Any]) -> int | None:
    """UTC as JavaScript writes it, or the milliseconds behind it."""
    stamp = value.get("timestamp")
    if isinstance(stamp, int) and not isinstance(stamp, bool):
        return stamp if 0 < stamp < 10**14 else None
    return moment_ms(stamp)[0]


def _comment(value: dict[str, Any], place: _Place, names: dict[str, str]) -> Post:
    key, index, context, owner = place
    writer = user_id(value.get("writerId"))
    at_ms = _moment_ms(value)
    text = _text(value)
    return Post(
        remote_id=comment_key(key, index, writer, at_ms, text),
        text=text,
        author=Author(writer, names.get(writer) or writer, writer),
        created_ms=at_ms,
        parent_id=key,
        context=context,
        own=bool(writer) and writer == owner,
    )


def _text(value: dict[str, Any]) -> str:
    raw = string(value.get("rawContent"))
    return clean_text(" ".join(raw.split()) or to_text(string(value.get("content"))))


def _each(
    tree: Tree, folder: str, name: str, note: Callable[[str, object], None]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of one file. What is not an object is noted and left out; a file that breaks off ends
    there."""
    try:
        with tree.open(f"{folder}{name}.json") as file:
            for count, (key, value) in enumerate(entries(iter(lambda: file.read(CHUNK), b""))):
                if count > MOST_ENTRIES:
                    raise Hostile(TOO_MANY)
                if isinstance(value, dict):
                    yield key, value
                else:
                    note(f"{name}.json", f"{key[:50]}: {NOT_JSON}")
    except KeyError:
        note(f"{name}.json", UNREADABLE)
    except BROKEN:
        note(f"{name}.json", UNREADABLE)
    except Hostile:
        raise
    except Malformed as error:
        note(f"{name}.json", error)


def entries(chunks: Iterator[bytes]) -> Iterator[tuple[str, Any]]:
    """(key, value) of one JSON object, of which never more than a few entries are in memory."""
    decoder = json.JSONDecoder()
    text = codecs.getincrementaldecoder("utf-8-sig")("strict")
    buffer, begun, ended = "", False, False

    def more() -> bool:
        nonlocal buffer, ended
        if len(buffer) > LARGEST_ENTRY:
            raise Malformed(TOO_LARGE, "too-large")
        chunk = next(chunks, b"")
        ended = not chunk
        try:
            buffer += text.decode(chunk, final=ended)
        except UnicodeDecodeError:
            raise Malformed(NOT_JSON, "encoding") from None
        return not ended

    while True:
        buffer = buffer.lstrip(" \t\r\n," if begun else " \t\r\n")
        if not buffer:
            if not more() and not buffer:
                raise Malformed(NOT_JSON, "not-json")
            continue
        if not begun:
            if buffer[0] != "{":
                raise Malformed(NOT_JSON, "not-json")
            buffer, begun = buffer[1:], True
            continue
        if buffer[0] == "}":
            return
        try:
            key, end = decoder.raw_decode(buffer)
            rest = buffer[end:].lstrip()
            if not isinstance(key, str) or (rest and rest[0] != ":"):
                raise Malformed(NOT_JSON, "not-json")
            rest = rest[1:].lstrip()
            value, end = decoder.raw_decode(rest)
            if end == len(rest) and rest[0] not in '{["':
                raise ValueError  # a number may go on in the next piece
        except (ValueError, RecursionError):
            if ended or not more():
                raise Malformed(NOT_JSON, "not-json") from None
            continue
        yield key, value
        buffer = rest[end:]
