"""What me2day says, as values of the program. Pure: plain values in, posts out; one that is broken is
counted and left out.

Ids are opaque and not ordered, times come in four forms of which one lies (me2day.md section 5).
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from connectors.base import Activity, Author, Malformed, Media, Post, clean_id, clean_text
from connectors.json_values import string

KST = timezone(timedelta(hours=9))
LONGEST_CONTEXT = 120
LONGEST_WITH_LINKS = 10_000
"""Characters of a body whose links are looked at one by one; real ones have a few hundred."""

UNCOUNTED = -1
"""Comments below a post where the server does not say how many."""

_CLOSED = ("me2day.net", "me2day.com")
_USER_ID = re.compile(r"[A-Za-z0-9_-]{1,50}")
_LINK = re.compile(r'"([^"\n]{1,500})":(https?://\S{1,2000})')
_ANCHOR = re.compile(r"""<a\b[^<>]*?\bhref=(["'])([^"'<>]*)\1[^<>]*>([^<>]*)</a>""", re.I)
_LINE_END = re.compile(r"<br\s*/?>\n?|</(?:p|div|li)>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CLOCK = re.compile(r"#(\d\d:\d\d:\d\d)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A post of the account. ``kst``: its server calls Korean time UTC, so its comments do too."""

    post: Post
    comments: int
    kst: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """``plain`` is the text as it is counted and compared, ``summons`` the id that it begins by naming,
    ``home`` the address that a summons of its author has, ``kst`` as in Entry."""

    post: Post
    plain: str
    summons: str
    home: str
    kst: bool


@dataclass(frozen=True, slots=True)
class Comments:
    found: tuple[Comment, ...]
    broken: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose posts are read, and at which server: both say what is ours and which links name people."""

    own: str = ""
    server: str = ""

    # --- posts --------------------------------------------------------------------------------------------

    def posts(self, value: Any) -> tuple[list[Entry], int]:
        """(posts, how many could not be read) of a list as get_posts gives it."""
        if isinstance(value, dict) and isinstance(value.get("posts"), list):
            value = value["posts"]
        if not isinstance(value, list):
            raise Malformed("a list of posts was expected")
        entries, broken = [], 0
        for item in value:
            try:
                entries.append(self.entry(item))
            except Malformed:
                broken += 1
        return entries, broken

    def entry(self, value: Any) -> Entry:
        if not isinstance(value, dict):
            raise Malformed("a post that is none")
        remote_id = post_key(value)
        permalink = string(value.get("permalink"))
        created_ms, kst = moment_ms(value.get("pubDate"), permalink)
        author = self.author(value.get("author"))
        if not remote_id or not any(isinstance(value.get(key), str) for key in ("body", "textBody")):
            raise Malformed("a post without an id or a text")
        post = Post(
            remote_id=remote_id,
            text=self._text(value),
            author=author,
            created_ms=created_ms,
            url=living_address(value.get("plink")) or living_address(permalink),
            context=_tags(value),
            own=bool(self.own) and author.remote_id == self.own,
            media=_media(value),
        )
        # Where a server does not count, the comments are read once; later ones come with what is tracked.
        counted = _number(value.get("commentsCount"))
        return Entry(post, UNCOUNTED if counted is None else counted, kst)

    # --- comments -----------------------------------------------------------------------------------------

    def comments(self, value: Any, post_id: str, context: str = "", *, kst: bool = False) -> Comments:
        """One page of a post's comments. Who answers whom is told by their summonses: the network itself
        knows no answers to comments."""
        if isinstance(value, list):
            value = {"comments": value}
        if not isinstance(value, dict) or not isinstance(value.get("comments"), list):
            raise Malformed("a list of comments was expected")
        found: list[Comment] = []
        broken = 0
        for item in value["comments"]:
            try:
                found.append(self.comment(item, post_id, context, kst=kst))
            except Malformed:
                broken += 1
        pages, total = count(value.get("totalPage")), count(value.get("totalCount"))
        if not pages and (each := count(value.get("itemsPerPage"))):
            pages = -(-total // each)
        pages = max(1, pages)
        return Comments(tuple(_with_parents(found)), broken, pages, max(total, len(found) + broken))

    def comment(self, value: Any, post_id: str, context: str = "", *, kst: bool = False) -> Comment:
        if not isinstance(value, dict):
            raise Malformed("a comment that is none")
        remote_id = clean_id(named(value.get("commentId")))
        body = linked(string(value.get("body")) or html.escape(string(value.get("textBody"))))
        if not remote_id or (not body and value.get("body") != ""):
            raise Malformed("a comment without an id or a text")
        whose = value.get("author")
        author = self.author(whose)
        image = living_address(value.get("imageUrl"))
        post = Post(
            remote_id=remote_id,
            text=self._text(value),
            author=author,
            created_ms=moment_ms(value.get("pubDate"), kst=kst)[0],
            parent_id=post_id,
            context=context,
            own=bool(self.own) and author.remote_id == self.own,
            media=(Media("image", image),) if image else (),
        )
        short = body[:LONGEST_WITH_LINKS]
        first = _ANCHOR.match(short.lstrip())
        summons = self._person(first[2]) if first else ""
        words = normal(as_text(_ANCHOR.sub(r"\3", short)))
        home = string(whose.get("me2dayHome")) if isinstance(whose, dict) else ""
        return Comment(post, words, summons, home, kst)

    def tracks(self, value: Any) -> tuple[list[Comment], int]:
        """(new comments on our posts, how many could not be read) of track_comments."""
        if not isinstance(value, dict):
            raise Malformed("tracked comments were expected")
        items = value.get("comment_to_mes") or []
        if not isinstance(items, list):
            raise Malformed("tracked comments were expected")
        found, broken = [], 0
        for item in items:
            post = item.get("post") if isinstance(item, dict) else None
            try:
                if not isinstance(post, dict) or not post_key(post):
                    raise Malformed("a tracked comment without its post")
                kst = moment_ms(post.get("pubDate"), string(post.get("permalink")))[1]
                context = one_line(self._text(post))
                found.append(self.comment(item.get("comment"), post_key(post), context, kst=kst))
            except Malformed:
                broken += 1
        return found, broken

    # --- people -------------------------------------------------------------------------------------------

    def author(self, value: Any) -> Author:
        if not isinstance(value, dict):
            return Author("", "")
        user = user_id(value.get("id"))
        name = one_line(string(value.get("nickname"))) or user
        return Author(user, name, user, living_address(value.get("me2dayHome")))

    def _person(self, address: str) -> str:
        """The id of whom a link leads to; "" where it leads somewhere else."""
        try:
            parts = urlsplit(address.strip())
            own = urlsplit(self.server).netloc.lower()
        except ValueError:
            return ""
        if parts.netloc.lower() != own and not is_closed(address):
            return ""
        path = parts.path.strip("/")
        return path if _USER_ID.fullmatch(path) else ""

    def _text(self, value: Mapping[str, Any]) -> str:
        body = linked(string(value.get("body")))
        if not body:
            return clean_text(string(value.get("textBody"))).strip()
        if len(body) <= LONGEST_WITH_LINKS:
            body = _ANCHOR.sub(self._link, body)
        return clean_text(as_text(body))

    def _link(self, found: re.Match[str]) -> str:
        """The words of a link, and its address where it leads to something else than a person."""
        address, words = html.unescape(found[2]).strip(), found[3]
        if self._person(address) or not living_address(address) or html.unescape(words).strip() == address:
            return words
        return f"{words} ({found[2].strip()})"


def person(value: Any, handle: str) -> Activity:
    """How much an account writes, by get_person. Mail address and telephone are left where they are."""
    if not isinstance(value, dict) or not user_id(value.get("id")):
        raise Malformed("a person was expected")
    return Activity(
        handle=handle,
        last_post_ms=moment_ms(value.get("updated"))[0],
        posts=_number(value.get("totalPosts")),
        followers=_number(value.get("friendsCount")),
        name=one_line(string(value.get("nickname"))),
        url=living_address(value.get("me2dayHome")),
    )


def problem(value: Any) -> tuple[int, str] | None:
    """(code, the server's words) of a refusal; None where it is none. 0 is success (section 3)."""
    if isinstance(value, dict) and isinstance(value.get("error"), dict):
        value = value["error"]
    if not isinstance(value, dict) or "code" not in value:
        return None
    try:
        code = int(value["code"])
    except (TypeError, ValueError):
        code = -1
    words = [one_line(as_text(string(value.get(key)))) for key in ("message", "description")]
    return (code, " ".join(dict.fromkeys(w for w in words if w))[:500]) if code else None


def _with_parents(found: list[Comment]) -> list[Comment]:
    """A comment that begins by summoning somebody answers that person's newest comment before it."""
    order = sorted(range(len(found)), key=lambda i: (found[i].post.created_ms or 0, i))
    newest: dict[str, str] = {}  # person → their newest comment so far
    out = list(found)
    for i in order:
        comment = found[i]
        answered = newest.get(comment.summons, "")
        if comment.summons and answered:
            post = comment.post._replace(parent_id=answered)
            out[i] = replace(comment, post=post)
        newest[comment.post.author.remote_id] = comment.post.remote_id
    return out


# --- text -------------------------------------------------------------------------------------------------


def as_text(body: str) -> str:
    """A body as lines of text. The server escapes what people type, so markup is its own, and what was typed
    is opened exactly once."""
    text = _TAG.sub("", _LINE_END.sub("\n", body.replace("\r\n", "\n")))
    return html.unescape(text).replace("\xa0", " ").strip()


def linked(body: str) -> str:
    """A body whose links the server left as they were typed, with links as the service made them."""
    return _LINK.sub(r"<a href='\2'>\1</a>", body) if '":http' in body[:LONGEST_WITH_LINKS] else body


def plain(text: str) -> str:
    """What of a typed text is shown and counted: a link ``"label":http://address`` is its label."""
    return _LINK.sub(r"\1", text)


def summons(name: str, home: str) -> str:
    """The link in front of an answer that tells the citizen of it."""
    label = " ".join(name.replace('"', "").split())
    return f'"{label}":{home} ' if label else ""


def normal(text: str) -> str:
    return " ".join(clean_text(text).split())


def one_line(text: str) -> str:
    return " ".join(clean_text(text[:2000]).split())[:LONGEST_CONTEXT]


def _tags(value: Mapping[str, Any]) -> str:
    if string(value.get("tagText")):
        return one_line(string(value["tagText"]))
    tags = value.get("tags")
    names = [string(t.get("name")) for t in tags if isinstance(t, dict)] if isinstance(tags, list) else []
    return one_line(" ".join(names))


def _media(value: Mapping[str, Any]) -> tuple[Media, ...]:
    """The picture or film of a post; without an address where it lay on the closed hosts."""
    media = value.get("media")
    if not isinstance(media, dict) or not media:
        return ()
    kind = "video" if "video" in string(media.get("type")) else "image"
    return (Media(kind, living_address(media.get("photoUrl"))),)


# --- small things -----------------------------------------------------------------------------------------


def moment_ms(value: Any, permalink: str = "", *, kst: bool = False) -> tuple[int | None, bool]:
    """(moment, whether its "Z" meant Korean time). Old XML says Z and means KST: the clock in the post's own
    address tells (section 5). Times without any zone are Korean."""
    text = string(value).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, False
    false_z = False
    if text.endswith(("Z", "z")):
        clock = _CLOCK.search(permalink)
        false_z = clock[1] == moment.strftime("%H:%M:%S") if clock else kst
    if false_z or moment.tzinfo is None:
        moment = moment.replace(tzinfo=KST)
    try:
        return int(moment.astimezone(UTC).timestamp() * 1000), false_z
    except (ValueError, OverflowError):
        return None, false_z


def post_key(value: Mapping[str, Any]) -> str:
    """Posts of 2007 have no post_id: then the address is the key (section 4)."""
    return clean_id(named(value.get("post_id"))) or clean_id(string(value.get("permalink")))


def user_id(value: Any) -> str:
    text = named(value).strip()
    return text if _USER_ID.fullmatch(text) else ""


def named(value: Any) -> str:
    """An id, also where a server writes one of digits as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else string(value)


def count(value: Any) -> int:
    return _number(value) or 0


def _number(value: Any) -> int | None:
    """A count; some answers have them as strings."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def is_closed(address: str) -> bool:
    """Whether an address lies at the hosts of the service that ended, which may be anybody's today."""
    try:
        host = urlsplit(address.strip() if "://" in address else f"http://{address.strip()}").hostname or ""
    except ValueError:
        return False
    host = host.lower().rstrip(".")
    return any(host == name or host.endswith("." + name) for name in _CLOSED)


def living_address(value: Any) -> str:
    """An http(s) address that may be offered as a link; "" where it leads to the closed hosts."""
    url = clean_text(string(value)).strip()
    usable = url[:8].lower().startswith(("http://", "https://")) and len(url) <= 4000
    return url if usable and not is_closed(url) else ""
