"""One page of the official backup of 2014 as a post and the comments below it (me2day.md section 6a).

The pages hold neither ids nor seconds: an id is made of what never changes, so that reading the same page
again gives the same ids.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from connectors.base import Author, Malformed, Media, Post, clean_text
from connectors.me2day.parse import KST, living_address, normal, one_line, user_id
from connectors.text import to_text

ORIGIN = "backup-html:"

ENCODING = "글자가 깨져 있습니다 / its characters are broken"
NO_POST = "글이 들어 있지 않습니다 / there is no post in it"
MISSING = "댓글이 {}개라고 적혀 있는데 {}개가 있습니다 / {} comments are announced and {} are there"
OUTSIDE = "백업 밖을 가리키는 파일 이름을 뺐습니다 / a name that leads out of the backup was left out"

_TIME = re.compile(r"(\d\d)\.(\d\d)\.(\d\d) (\d\d):(\d\d)")
_PROFILE = re.compile(r"/img/images/user/([^/]+)/profile\.")
_PICTURE = re.compile(r"(.+)_\d+[A-Za-z0-9]*_[A-Za-z]{2,5}")
_KOREAN = re.compile(
    rb"charset\s*=\s*[\"']?(?:euc-?kr|cp949|ms949|ks_c_5601)|encoding=[\"'](?:euc-?kr|cp949)", re.I
)
_DIGITS = re.compile(r"\d+")


def post_key(user: str, file_name: str) -> str:
    return ORIGIN + hashlib.sha1(f"{user}|{file_name}".encode(), usedforsecurity=False).hexdigest()


def comment_key(post: str, index: int, author: str, at_ms: int | None, text: str) -> str:
    whole = f"{post}|{index}|{author}|{at_ms}|{normal(text)}"
    return ORIGIN + hashlib.sha1(whole.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def page(data: bytes, user: str, file_name: str, note: Callable[[str, object], None]) -> list[Post]:
    """The post of a page and its comments. ``note`` is told what was left out. Raises Malformed."""
    source = _decoded(data)
    from selectolax.lexbor import LexborHTMLParser

    try:
        root = LexborHTMLParser(source).body
    except Exception:  # whatever the parser dislikes is one page less
        root = None
    body = root.css_first("p.post_body") if root is not None else None
    if root is None or body is None:
        raise Malformed(NO_POST)
    stamp = body.css_first("span.post_permalink") or root.css_first("span.post_permalink")
    at_ms = _moment_ms(_words(stamp))
    for span in body.css("span.post_permalink"):
        span.decompose()
    portrait = root.css_first("img.profile_img")
    folder, user = user, person_id(_attribute(portrait, "src")) or user  # people rename folders
    author = Author(user, one_line(_attribute(portrait, "alt")) or user, user)
    key = post_key(user, file_name)
    text = _text(body)
    place = one_line(_words(root.css_first("span.map_location_alt")))
    tags = one_line(_words(root.css_first("p.post_tag")))
    media, escaped = _media(root, folder)
    if escaped:
        note(file_name, OUTSIDE)
    post = Post(
        remote_id=key,
        text=text,
        author=author,
        created_ms=at_ms,
        context=" · ".join(part for part in (tags, place) if part),
        own=True,
        media=media,
    )
    comments = _comments(root, user, key, one_line(text))
    announced = _DIGITS.search(_words(root.css_first("div.second_section_notice strong")))
    if announced and int(announced[0][:6]) != len(comments):
        said = int(announced[0][:6])
        note(file_name, MISSING.format(said, len(comments), said, len(comments)))
    return [post, *comments]


def _decoded(data: bytes) -> str:
    """The pages are UTF-8; one that a program of its time saved again says so, in the Korean encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        if _KOREAN.search(data[:2000]):
            return data.decode("cp949")
    except UnicodeDecodeError:
        pass
    raise Malformed(ENCODING, "encoding")


def _comments(root: Any, user: str, key: str, context: str) -> list[Post]:
    found = []
    for index, item in enumerate(root.css("div.comment_item")):
        words = item.css_first("p.para")
        if words is None:
            continue
        name = one_line(_words(item.css_first("span.comment_author a")))
        writer = person_id(_attribute(item.css_first("a.comment_profile img"), "src"))
        at_ms = _moment_ms(_words(item.css_first("span.comment_time")))
        text = _text(words)
        found.append(
            Post(
                remote_id=comment_key(key, index, writer or name, at_ms, text),
                text=text,
                author=Author(writer, name or writer, writer),
                created_ms=at_ms,
                parent_id=key,
                context=context,
                own=bool(writer) and writer == user,
            )
        )
    return found


def person_id(source: str) -> str:
    """Whose portrait a picture is, by its place in the backup; ids may hold "_" and "-"."""
    if found := _PROFILE.search("/" + source.lstrip("./")):
        return user_id(found[1])
    parts = source.split("/")
    named = _PICTURE.fullmatch(parts[3]) if len(parts) > 3 else None
    return user_id(named[1]) if named else ""


def _media(root: Any, user: str) -> tuple[tuple[Media, ...], bool]:
    """(pictures and films, whether one pointed outside). They have no address; where they lie below the
    folder me2day is said in words."""
    found: list[Media] = []
    escaped = False
    places = [("image", f"{user}/post", one) for one in root.css("a.per_img.photo")]
    places += [("video", "", one) for one in root.css("div.embed_me2photo a")]
    for kind, folder, node in places:
        target = unquote(_attribute(node, "href")).strip()
        if not target:
            continue
        if "://" in target:
            found.append(Media(kind, living_address(target)))  # an address of the web, not of the backup
            continue
        place = posixpath.normpath(posixpath.join(folder, target.replace("\\", "/")))
        if place.startswith(("/", "../")) or place == ".." or ":" in place:
            escaped = True
            continue
        found.append(Media(kind, "", clean_text(place)[:500]))
    return tuple(found), escaped


def _text(node: Any) -> str:
    """The words of a paragraph. Names of people are links without an address there: only the name is kept."""
    return clean_text(to_text(node.html or ""))


def _moment_ms(text: str) -> int | None:
    """Korean time to the minute: "14.06.30 19:57"."""
    found = _TIME.search(text)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups())
    try:
        return int(datetime(2000 + year, month, day, hour, minute, tzinfo=KST).timestamp() * 1000)
    except ValueError:
        return None


def _words(node: Any) -> str:
    return " ".join((node.text() or "").split()) if node is not None else ""


def _attribute(node: Any, name: str) -> str:
    return (node.attributes.get(name) or "") if node is not None else ""
