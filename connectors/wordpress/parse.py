"""WordPress's JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was fetched before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.base import Author, Malformed, Post, clean_id, clean_text
from connectors.json_values import moment_ms, string, web_address
from connectors.text import to_text

COMMENT_FIELDS = (
    "id,post,parent,author,author_name,author_url,author_avatar_urls,date_gmt,content,link,status,type,_links"
)
"""What is asked for of a comment. Mail and IP address of a citizen are left on the server."""

STATES = {"approved": "published", "approve": "published", "hold": "held", "spam": "spam", "trash": "hidden"}
"""WordPress's words for ours. What lies in the trash can be brought back, so it is hidden and not gone."""

_UP = re.compile(r"/wp/v2/([A-Za-z0-9_-]{1,60})/(\d{1,18})(?:$|[?&])")
_AVATAR = re.compile(r"/avatar/([0-9a-f]{32,64})(?:$|[?&])")
_NOBODY = frozenset(digest.hexdigest() for digest in (hashlib.md5(usedforsecurity=False), hashlib.sha256()))
"""Digests of no mail address at all, which all who left theirs out would share."""

_LARGEST_ID = 2**63


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and what the connector needs to know of it beyond the post that it becomes."""

    id: int
    on: tuple[str, int]  # kind of page ("posts", "pages", ...) and its id; ("", 0): not said
    post: Post  # without context
    raw: str  # as it was written; "" where the server shows it to nobody
    trashed: bool

    def fingerprint(self) -> str:
        """Changes when text or state change. The parent is left out: WordPress forgets it when the parent is
        deleted, and we do not want to."""
        said = f"{self.post.text}\0{self.post.state}\0{self.post.author.name}"
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:8]


def comments(value: Any, own_user: int = 0) -> tuple[list[Comment], int]:
    """The comments of a list in its order, and how many of them could not be read."""
    value = as_list(value)
    if not isinstance(value, list):
        raise Malformed("a list of comments was expected", "not-wordpress")
    found: list[Comment] = []
    broken = 0
    for item in value:
        try:
            found.append(comment(item, own_user))
        except Malformed:
            broken += 1
    if broken and not found:
        raise Malformed("no comment of this list can be read", "not-wordpress")
    return found, broken


def as_list(value: Any) -> Any:
    """A list that a plugin has taken something out of comes as an object with numbers for names."""
    if isinstance(value, dict) and value and all(key.isascii() and key.isdigit() for key in value):
        return list(value.values())
    return value


def comment(value: Any, own_user: int = 0) -> Comment:
    """One comment. ``own_user`` is the id of the user we are signed in as; 0: nobody."""
    if not isinstance(value, dict):
        raise Malformed("a comment was expected", "not-wordpress")
    number = whole(value.get("id"))
    if number <= 0:
        raise Malformed("a comment without an id", "not-wordpress")
    content = value.get("content")
    content = content if isinstance(content, dict) else {"rendered": content}
    author = whole(value.get("author"))
    parent = whole(value.get("parent"))
    status = value.get("status")
    post = Post(
        remote_id=str(number),
        text=clean_text(to_text(string(content.get("rendered")))).strip(),
        author=_author(value, author),
        created_ms=moment_ms(value.get("date_gmt")),
        url=web_address(value.get("link")),
        parent_id=str(parent) if parent > 0 else "",
        own=own_user > 0 and author == own_user,
        # Anonymous answers may leave the status out; what the public can read is published.
        state=STATES.get(status, "published") if isinstance(status, str) else "published",
    )
    return Comment(number, _page(value), post, string(content.get("raw")), status == "trash")


def _author(value: Mapping[str, Any], user: int) -> Author:
    name = one_line(value.get("author_name"))
    if user > 0:
        remote_id = f"user:{user}"
    else:
        # The only thing public answers say of who an unregistered citizen is: the digest of the mail
        # address in the address of the picture. Without pictures the name has to do.
        avatars = value.get("author_avatar_urls")
        urls = avatars.values() if isinstance(avatars, dict) else ()
        digests = (_AVATAR.search(url) for url in urls if isinstance(url, str))
        digest = next((match.group(1) for match in digests if match), "")
        digest = "" if digest in _NOBODY else digest
        remote_id = f"mail:{digest}" if digest else f"name:{name}" if name else ""
    return Author(remote_id=clean_id(remote_id), name=name, url=web_address(value.get("author_url")))


def _page(value: Mapping[str, Any]) -> tuple[str, int]:
    """Which page a comment is on: the link says of what kind the page is, the field ``post`` only its id."""
    post = whole(value.get("post"))
    links = value.get("_links")
    up = links.get("up") if isinstance(links, dict) else None
    for link in up if isinstance(up, list) else ():
        href = link.get("href") if isinstance(link, dict) else None
        match = _UP.search(href) if isinstance(href, str) else None
        if match and int(match.group(2)) == post:
            return match.group(1), post
    return ("posts", post) if post > 0 else ("", 0)


def titles(value: Any) -> dict[int, str]:
    """Titles by id of a list of posts or pages."""
    if not isinstance(value, list):
        raise Malformed("a list of pages was expected", "not-wordpress")
    found: dict[int, str] = {}
    for item in value:
        if not isinstance(item, dict):
            continue
        number, title = whole(item.get("id")), item.get("title")
        rendered = title.get("rendered") if isinstance(title, dict) else title
        if number > 0 and isinstance(rendered, str):
            found[number] = " ".join(clean_text(to_text(rendered)).split())[:500]
    return found


@dataclass(frozen=True, slots=True)
class User:
    id: int
    name: str
    login: str
    url: str
    moderates: bool


def user(value: Any) -> User:
    """The user of ``users/me?context=edit``."""
    number = whole(value.get("id")) if isinstance(value, dict) else 0
    if number <= 0:
        raise Malformed("a user was expected", "not-wordpress")
    rights = value.get("capabilities")
    return User(
        id=number,
        name=one_line(value.get("name")),
        login=one_line(value.get("username") or value.get("slug")),
        url=web_address(value.get("link")),
        moderates=isinstance(rights, dict) and rights.get("moderate_comments") is True,
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """Why WordPress said no: its own code and its own sentence as plain text."""

    code: str
    reason: str


def problem(value: Any) -> Problem:
    """The error in an answer; both fields empty where the answer is of some other kind."""
    if not isinstance(value, dict):
        return Problem("", "")
    # Messages are HTML, escaped once more by some translations.
    reason = html.unescape(to_text(string(value.get("message"))))
    return Problem(string(value.get("code"))[:100], " ".join(clean_text(reason).split())[:500])


def speaks_wordpress(value: Any) -> bool:
    """Whether this is the root of a REST API that offers comments."""
    namespaces = value.get("namespaces") if isinstance(value, dict) else None
    return isinstance(namespaces, list) and "wp/v2" in namespaces


def site_name(value: Any) -> str:
    return one_line(value.get("name")) if isinstance(value, dict) else ""


def same_text(raw: str, text: str) -> bool:
    """Whether a comment says what we sent, however its line ends and entities came back."""
    return _plain(html.unescape(raw)) == _plain(text)


def looks_like(shown: str, text: str) -> bool:
    """As ``same_text`` where only the rendered text is known: WordPress prints other quotes, dashes and dots
    than were typed, so letters and digits decide where there are any."""
    one, other = ("".join(c for c in clean_text(t) if c.isalnum()) for t in (shown, text))
    return one == other if one or other else shown.split() == text.split()


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in clean_text(text).replace("\r\n", "\n").strip().split("\n"))


def as_content(text: str) -> str:
    """Plain text in the form in which it is sent. Staff may send any HTML, so none of theirs is let
    through."""
    return html.escape(clean_text(text).replace("\r\n", "\n").strip(), quote=False)


# --- small things -----------------------------------------------------------------------------------------


def whole(value: Any) -> int:
    """A whole number that a database can hold, also where it comes as a string of digits; else 0."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _LARGEST_ID:
        return 0
    return value


def one_line(value: Any) -> str:
    return " ".join(html.unescape(clean_text(string(value))).split())[:200]
