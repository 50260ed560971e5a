"""Records and views of the AT Protocol to posts. Pure: payload in, values out.

Whatever a server sends, these functions give values or raise ``Malformed`` (bluesky.md sections 4 to 8).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from connectors.base import Author, Malformed, Media, Post, clean_id, clean_text
from connectors.bluesky.facets import shown_text
from connectors.json_values import mapping, moment_ms, one_line, string, web_address

POST = "app.bsky.feed.post"
SITE = "https://bsky.app"

_DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]{1,200}")
_URI = re.compile(
    r"at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/([A-Za-z0-9.-]{3,200})/([A-Za-z0-9._~:-]{1,200})"
)
_CID = re.compile(r"[A-Za-z0-9+/=_-]{1,200}")
_HANDLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}")

HIDDEN_LABELS = frozenset({"!hide", "!takedown", "!suspend"})


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of an at:// address."""

    did: str
    collection: str
    rkey: str


@dataclass(frozen=True, slots=True)
class Ref:
    """One version of a record."""

    uri: str
    cid: str

    def as_json(self) -> dict[str, str]:
        return {"uri": self.uri, "cid": self.cid}


@dataclass(frozen=True, slots=True)
class View:
    """A post as the network shows it, and what the connector must know of it beyond that."""

    post: Post
    ref: Ref
    root: Ref
    replies: int = 0
    like: str = ""  # address of our own like, or ""
    closed: bool = False  # the thread's owner lets us not answer


@dataclass(frozen=True, slots=True)
class Notification:
    uri: str
    cid: str
    listed_ms: int | None  # its place in the list: min(createdAt, when it was indexed)
    record: Mapping[str, Any]
    author: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    notifications: tuple[Notification, ...]
    cursor: str
    broken: int
    size: int  # entries on the page, whatever they are


def page(value: Any) -> Page:
    """One page of app.bsky.notification.listNotifications."""
    items = value.get("notifications") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise Malformed("a list of notifications was expected", "not-bluesky")
    found: list[Notification] = []
    broken = 0
    for item in items:
        try:
            one = _notification(item)
        except Malformed:
            broken += 1
            continue
        if one is not None:
            found.append(one)
    return Page(tuple(found), string(value.get("cursor")), broken, len(items))


def _notification(item: Any) -> Notification | None:
    if not isinstance(item, dict):
        raise Malformed("a notification was expected", "not-bluesky")
    if item.get("reason") not in ("reply", "mention", "quote"):
        return None  # likes, follows and reposts carry no words
    record, author = item.get("record"), item.get("author")
    if (
        not isinstance(record, dict)
        or not isinstance(author, dict)
        or not isinstance(record.get("text"), str)
    ):
        raise Malformed("a notification without a record", "not-bluesky")
    place(item.get("uri"))
    _did(author.get("did"))
    return Notification(
        item["uri"], identifier(item.get("cid")), moment_ms(item.get("indexedAt")), record, author
    )


def view(value: Any, own: str, hidden: frozenset[str] = frozenset()) -> View:
    """One app.bsky.feed.defs#postView. ``own`` is the city's DID, ``hidden`` the replies that it hides."""
    if not isinstance(value, dict):
        raise Malformed("a post was expected", "not-bluesky")
    record, author = value.get("record"), value.get("author")
    if not isinstance(record, dict) or not isinstance(author, dict):
        raise Malformed("a post without a record", "not-bluesky")
    ref = reference(value)
    viewer = mapping(value.get("viewer"))
    made = post(ref.uri, record, author, own, indexed=value.get("indexedAt"), embed=value.get("embed"))
    state = "hidden" if ref.uri in hidden else _state(value.get("labels"))
    replies = value.get("replyCount")
    return View(
        made._replace(state=state),
        ref,
        root_of(record) or ref,
        replies if isinstance(replies, int) and not isinstance(replies, bool) else 0,
        string(viewer.get("like")),
        viewer.get("replyDisabled") is True,
    )


def views(
    value: Any, own: str, hidden: frozenset[str] = frozenset(), key: str = "posts"
) -> tuple[list[View], int]:
    """The posts of a list that can be read, and how many cannot."""
    items = value.get(key) if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise Malformed("a list of posts was expected", "not-bluesky")
    found: list[View] = []
    broken = 0
    for item in items:
        try:
            found.append(view(item, own, hidden))
        except Malformed:
            broken += 1
    return found, broken


def thread(value: Any, own: str, hidden: frozenset[str]) -> list[View]:
    """Everything below the post of an app.bsky.feed.getPostThread, without it; what cannot be read is left
    out, because a later round asks for it again."""
    found: list[View] = []
    waiting = [mapping(mapping(value).get("thread"))]
    first = True
    while waiting and len(found) < 2000:
        node = waiting.pop()
        if not first:
            try:
                found.append(view(node.get("post"), own, hidden))
            except Malformed:
                continue
        first = False
        replies = node.get("replies")
        waiting += [mapping(reply) for reply in (replies if isinstance(replies, list) else ())]
    return found


def post(
    uri: str,
    record: Mapping[str, Any],
    author: Mapping[str, Any],
    own: str,
    *,
    indexed: Any = None,
    embed: Any = None,
) -> Post:
    """A record of a post with its author. ``embed`` is the view of what is embedded, where one is known."""
    did = _did(author.get("did"))
    where = place(uri)
    handle = handle_of(author.get("handle"))
    who = handle.removeprefix("@") or did
    parent = mapping(mapping(record.get("reply")).get("parent"))
    # A clock that goes wrong, or a lie, may put a post into the future; the server clamps it (section 4).
    moments = [m for m in (moment_ms(record.get("createdAt")), moment_ms(indexed)) if m is not None]
    words = clean_text(shown_text(record.get("text"), record.get("facets"))).strip()
    kept, more = _embedded(embed if isinstance(embed, dict) else record.get("embed"), did)
    return Post(
        remote_id=clean_id(uri),
        text="\n\n".join(part for part in (words, more) if part),
        author=Author(did, one_line(author.get("displayName")) or who, handle, f"{SITE}/profile/{who}"),
        created_ms=min(moments) if moments else None,
        url=f"{SITE}/profile/{who}/post/{where.rkey}",
        parent_id=optional_uri(parent.get("uri")),
        own=did == own,
        media=tuple(kept),
    )


def root_of(record: Mapping[str, Any]) -> Ref | None:
    """Where the thread of a record begins; None where it begins it itself."""
    try:
        return reference(mapping(record.get("reply")).get("root"))
    except Malformed:
        return None


def hidden_replies(value: Any) -> frozenset[str]:
    """What the threadgates of a listRecords hide."""
    found: set[str] = set()
    records = value.get("records") if isinstance(value, dict) else None
    for record in records if isinstance(records, list) else ():
        uris = mapping(mapping(record).get("value")).get("hiddenReplies")
        found |= {uri for uri in map(optional_uri, uris if isinstance(uris, list) else ()) if uri}
    return frozenset(found)


# --- what is embedded -------------------------------------------------------------------------------------


def _embedded(embed: Any, did: str) -> tuple[list[Media], str]:
    """(pictures and films, words) of an embed, whether it is a record's or a view's."""
    value = mapping(embed)
    media = mapping(value.get("media"))  # a quote with pictures holds both
    found: list[Media] = []
    items = (media or value).get("images") or (media or value).get("items")
    for item in items if isinstance(items, list) else ():
        url = web_address(mapping(item).get("fullsize")) or _blob(mapping(item).get("image"), did)
        if url:
            found.append(Media("image", url, clean_text(string(mapping(item).get("alt")))[:5000]))
    film = media or value
    playlist = web_address(film.get("playlist")) or _blob(film.get("video"), did, film=True)
    if playlist:
        found.append(Media("video", playlist, clean_text(string(film.get("alt")))[:5000]))
    external = mapping((media or value).get("external"))
    address = web_address(external.get("uri"))
    title = one_line(external.get("title"))
    return found, (f"{title} ({address})" if title and title != address else address)


def _blob(blob: Any, did: str, *, film: bool = False) -> str:
    """Where the public site shows an uploaded file, for records that come without a view."""
    link = string(mapping(mapping(blob).get("ref")).get("$link"))
    if not _CID.fullmatch(link):
        return ""
    if film:
        return f"https://video.bsky.app/watch/{did}/{link}/playlist.m3u8"
    return f"https://cdn.bsky.app/img/feed_fullsize/plain/{did}/{link}"


def _state(labels: Any) -> str:
    """What the network's moderators say of a post."""
    values = {string(mapping(label).get("val")) for label in (labels if isinstance(labels, list) else ())}
    if values & HIDDEN_LABELS:
        return "hidden"
    return "spam" if "spam" in values else "published"


# --- small things -----------------------------------------------------------------------------------------


def place(uri: Any) -> Place:
    """The parts of an at:// address. Raises Malformed."""
    match = _URI.fullmatch(uri) if isinstance(uri, str) else None
    if match is None:
        raise Malformed("something without a usable address", "not-bluesky")
    return Place(match[1], match[2], match[3])


def optional_uri(uri: Any) -> str:
    return uri if isinstance(uri, str) and _URI.fullmatch(uri) else ""


def reference(value: Any) -> Ref:
    found = mapping(value)
    place(found.get("uri"))
    return Ref(found["uri"], identifier(found.get("cid")))


def identifier(value: Any) -> str:
    if not isinstance(value, str) or not _CID.fullmatch(value):
        raise Malformed("a record without a usable cid", "not-bluesky")
    return value


def _did(value: Any) -> str:
    if not isinstance(value, str) or not _DID.fullmatch(value):
        raise Malformed("an account without a DID", "not-bluesky")
    return value


def optional_did(value: Any) -> str:
    return value if isinstance(value, str) and _DID.fullmatch(value) else ""


def handle_of(value: Any) -> str:
    """ "@name.example", or "" where the account has no handle that holds."""
    found = string(value)
    if not _HANDLE.fullmatch(found) or found == "handle.invalid":
        return ""
    return f"@{found.lower()}"


def as_moment(ms: int) -> str:
    """A moment as the protocol writes it."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
