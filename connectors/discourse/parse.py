"""Discourse's JSON and cooked HTML to posts, and plain text to its Markdown. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

from connectors.base import Author, Malformed, Media, Post, clean_text
from connectors.json_values import moment_ms, one_line, string
from connectors.text import to_text

WRITTEN = (1, 2)
"""post_type of what people write, and of what staff writes in its colour; small actions ("closed the topic")
are others."""

LIKE = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A post and what the connector must know of it beyond that."""

    id: int
    topic: int
    number: int
    answers: int  # number of the post in the same topic that it answers; 0 for the topic's first post
    post: Post
    raw: str
    version: int
    category: int
    gone: bool
    regular: bool
    liked: bool
    can_edit: bool
    can_delete: bool


def item(value: Any, site: str, login: str) -> Item:
    """One post. Raises Malformed. ``login`` is the user name of the city's account."""
    if not isinstance(value, dict):
        raise Malformed("a post was expected", "not-discourse")
    number, topic, place = (
        whole(value.get("id")),
        whole(value.get("topic_id")),
        whole(value.get("post_number")),
    )
    if number <= 0 or topic <= 0 or place <= 0 or not isinstance(value.get("cooked"), str):
        raise Malformed("a post without id, topic or text", "not-discourse")
    username = one_line(value.get("username"))
    mine = value.get("yours") is True or (bool(login) and username.casefold() == login.casefold())
    text, media = cooked_text(value["cooked"], site)
    made, changed = moment_ms(value.get("created_at")), moment_ms(value.get("updated_at"))
    version = whole(value.get("version"))
    liked = False
    actions = value.get("actions_summary")
    for action in actions if isinstance(actions, list) else ():
        if isinstance(action, dict) and action.get("id") == LIKE:
            liked = action.get("acted") is True
    answered = whole(value.get("reply_to_post_number"))
    post = Post(
        remote_id=str(number),
        text=text,
        author=Author(
            str(whole(value.get("user_id"))) if whole(value.get("user_id")) else username.casefold(),
            one_line(value.get("name")) or one_line(value.get("display_username")) or username,
            f"@{username}" if username else "",
            f"{site}/u/{quote(username, safe='')}" if username else "",
        ),
        created_ms=made,
        url=f"{site}/t/{topic}/{place}",
        context=one_line(value.get("topic_title")),
        edited_ms=changed if version > 1 else None,
        own=mine,
        state="hidden" if value.get("hidden") is True else "published",
        media=media,
    )
    return Item(
        id=number,
        topic=topic,
        number=place,
        answers=0 if place == 1 else answered if 0 < answered != place else 1,
        post=post,
        raw=string(value.get("raw")),
        version=version,
        category=whole(value.get("category_id")),
        gone=bool(value.get("deleted_at")) or value.get("user_deleted") is True,
        regular=whole(value.get("post_type", WRITTEN[0])) in WRITTEN,
        liked=liked,
        can_edit=value.get("can_edit") is True,
        can_delete=value.get("can_delete") is True,
    )


def items(value: Any, site: str, login: str) -> tuple[list[Item], int]:
    """The posts of a list that can be read, and how many cannot."""
    if not isinstance(value, list):
        raise Malformed("a list of posts was expected", "not-discourse")
    found: list[Item] = []
    broken = 0
    for entry in value:
        try:
            found.append(item(entry, site, login))
        except Malformed:
            broken += 1
    return found, broken


def latest(value: Any, site: str, login: str) -> tuple[list[Item], int]:
    return items(value.get("latest_posts") if isinstance(value, dict) else None, site, login)


# --- text in ----------------------------------------------------------------------------------------------


def cooked_text(cooked: str, site: str) -> tuple[str, tuple[Media, ...]]:
    """(lines of plain text, pictures) of a post as the forum shows it."""
    media: list[Media] = []
    if "<img" in cooked or "lightbox" in cooked:
        cooked, media = _without_pictures(cooked, site)
    return clean_text(to_text(cooked, site + "/")).strip(), tuple(media)


def _without_pictures(cooked: str, site: str) -> tuple[str, list[Media]]:
    from selectolax.lexbor import LexborHTMLParser

    try:
        tree = LexborHTMLParser(cooked.encode("utf-8", "replace").decode("utf-8"))
        media = []
        for node in tree.css("img"):
            attributes = node.attributes
            classes = (attributes.get("class") or "").split()
            alt = clean_text(attributes.get("alt") or "")
            if "emoji" in classes:
                node.replace_with(alt)
                continue
            url = _address(attributes.get("src") or "", site)
            if url and "avatar" not in classes and "site-icon" not in classes:
                media.append(Media("image", url, alt[:5000]))
            node.decompose()
        for node in tree.css("div.meta"):
            node.decompose()  # name and size below a picture
        for node in tree.css("a.lightbox"):
            node.decompose()
        return (tree.body.html or "") if tree.body is not None else "", media
    except Exception:  # whatever the parser dislikes, the words are worth more than the pictures
        return cooked, []


def _address(src: str, site: str) -> str:
    try:
        url = urljoin(f"{site}/", src)
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) and len(url) <= 4000 else ""


# --- text out ---------------------------------------------------------------------------------------------

_LINK = re.compile(r"https?://[^\s<>\"]+", re.I)
_MARKS = re.compile(r"([\\`*_\[\]<>|$]|&(?=#?\w+;)|~(?=~)|(?<=~)~)")
_LINE_MARK = re.compile(r"^([ \t]*)([#+=\-])", re.M)
_NUMBERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)", re.M)
_INDENT = re.compile(r"^[ \t]{4,}", re.M)


def as_markdown(text: str) -> str:
    """Plain text so that Discourse shows it as it was typed; addresses stay links."""
    text = clean_text(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    pieces: list[str] = []
    last = 0
    for match in _LINK.finditer(text):
        pieces += [_escaped(text[last : match.start()]), match.group()]
        last = match.end()
    pieces.append(_escaped(text[last:]))
    joined = _LINE_MARK.sub(r"\1\\\2", "".join(pieces))
    return _INDENT.sub("   ", _NUMBERED.sub(r"\1\\\2", joined))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def same_text(one: str, other: str) -> bool:
    return " ".join(clean_text(one).split()) == " ".join(clean_text(other).split())


# --- small things -----------------------------------------------------------------------------------------


def whole(value: Any) -> int:
    """A number as it is, or from a string of digits; 0 where it is neither."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,15}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else 0
