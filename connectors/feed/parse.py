"""A feed's document to a list of plain items: every dialect's fields by name, nothing decided yet.

Pure: bytes in, values out. Which id an item gets and what it becomes as a post is ``posts.py``'s business.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from connectors.base import Malformed, Media
from connectors.feed import decode, jsonfeed
from connectors.feed.links import absolute

MOST_ITEMS = 5000
MOST_MEDIA = 20
MOST_BYTES = 20_000_000
_GZIP = b"\x1f\x8b\x08"

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MEDIA_SPACE = "http://search.yahoo.com/mrss"
_ITUNES_SPACE = "http://www.itunes.com/dtds/"

# What each element means, by its name in small letters. Of two names for one field the lower number wins;
# those with -1 have parts of their own.
_FIELDS: dict[str, tuple[str, int]] = {
    "title": ("title", 0),
    "guid": ("guid", 0),
    "id": ("guid", 1),
    "encoded": ("body", 0),
    "content": ("body", 1),
    "description": ("body", 2),
    "summary": ("body", 3),
    "pubdate": ("date", 0),
    "published": ("date", 1),
    "issued": ("date", 2),
    "date": ("date", 3),
    "created": ("date", 4),
    "frst_register_pnttm": ("date", 5),
    "regdate": ("date", 6),
    "updated": ("updated", 0),
    "modified": ("updated", 1),
    "creator": ("author", 0),
    "author": ("author", 1),
    "department": ("author", 2),
    "dept": ("author", 3),
    "writer": ("author", 4),
    "link": ("link", -1),
    "enclosure": ("media", -1),
    "in-reply-to": ("reply", -1),
}


@dataclass(slots=True)
class Item:
    """One entry as the document has it; ``title`` and ``body`` are HTML unless they say so."""

    title: str = ""
    body: str = ""
    guid: str = ""
    guid_is_link: bool = False
    link: str = ""
    link_is_page: bool = False  # and no other format of the same
    date: str = ""
    updated: str = ""
    author: str = ""
    author_id: str = ""
    author_url: str = ""
    base: str = ""
    parent: str = ""
    plain: bool = False  # title and author are plain text
    plain_body: bool = False
    media: list[Media] = field(default_factory=list)


@dataclass(slots=True)
class Feed:
    """A whole document. ``complete``: it lists everything there is (RFC 5005), so what is missing is gone."""

    title: str = ""
    link: str = ""
    items: list[Item] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    complete: bool = False
    wait_s: float | None = None
    skip_hours: frozenset[int] = frozenset()
    next_page: str = ""
    damaged: str = ""


def parse(body: bytes, url: str, charset: str = "") -> Feed:
    """Any feed. Raises Malformed: "empty", "html", "not-a-feed", "not-json"."""
    if body.startswith(_GZIP):  # a file that was packed once, on a server that does not say so
        body = _opened(body)
    body, damage = decode.to_utf8(body, charset)
    if body.lstrip()[:1] == b"{":
        from_json: Feed = jsonfeed.parse(body, url, Feed, Item)
        return from_json
    root, markup_damage = decode.to_tree(body)
    feed = _Reader(root, url).feed
    feed.damaged = damage or markup_damage
    if markup_damage and len(feed.items) > 1 and decode.is_cut_off(body):
        feed.items.pop()  # half a text, perhaps half an id: it comes whole with the next answer
    return feed


def _opened(body: bytes) -> bytes:
    from connectors.http_parts import Inflater  # only here: the helper starts without it

    pieces, size = [], 0
    for piece in Inflater("gzip").feed(body):
        size += len(piece)
        if size > MOST_BYTES:
            raise Malformed(f"more than {MOST_BYTES} bytes when opened", "too-large")
        pieces.append(piece)
    return b"".join(pieces)


class _Reader:
    """Walks the tree once. Names are worked out once for each tag, because every item repeats them."""

    def __init__(self, root: Any, url: str) -> None:
        self._names: dict[str, tuple[str, int] | None] = {}
        self._whole = Item()  # what is said of all items at once
        self.feed = Feed()
        self._url = url
        kind = decode.local_name(root.tag).lower()
        channel = root
        if kind == "rss":
            named = ((decode.local_name(child.tag).lower(), child) for child in root)
            channel = next((child for name, child in named if name == "channel"), root)
        self._base = urljoin_safe(url, root.get(_XML_BASE) or "")
        for child in channel:
            self._channel_child(child, decode.local_name(child.tag).lower())
        if kind != "feed":
            for child in root:  # RSS 1.0 has its items beside the channel, and so have some broken 2.0 feeds
                name = decode.local_name(child.tag).lower()
                if name == "item" and channel is not root:
                    self._take(child)
                elif name == "channel" and channel is root:
                    for below in child:
                        self._channel_child(below, decode.local_name(below.tag).lower())
        self._obey_period()
        self.feed.link = absolute(self.feed.link, self._base)
        base = self.feed.link if self.feed.link and kind != "feed" else self._base
        for item in self.feed.items:
            self._finish(item, base)
            if not item.author and kind == "feed":  # Atom: who wrote the feed wrote what names nobody
                whole = self._whole
                item.author, item.author_id, item.author_url = whole.author, whole.author_id, whole.author_url

    def _channel_child(self, child: Any, name: str) -> None:
        feed = self.feed
        if name in ("item", "entry"):
            self._take(child)
        elif name == "title" and not feed.title:
            feed.title = _inner(child)
        elif name == "link":
            self._channel_link(child)
        elif name == "ttl":
            feed.wait_s = _number(child.text, 60.0)
        elif name == "updateperiod":
            self._period = (child.text or "").strip().lower()
        elif name == "updatefrequency":
            self._frequency = _number(child.text, 1.0) or 1.0
        elif name == "skiphours":
            hours = (_number(hour.text, 1.0) for hour in child)
            feed.skip_hours = frozenset(int(hour) % 24 for hour in hours if hour is not None)
        elif name == "complete":
            feed.complete = True
        elif name == "author" and not self._whole.author:
            self._whole.author = _author(self._whole, child)
        elif name == "deleted-entry" and child.get("ref"):
            feed.deleted.append(child.get("ref"))

    _period = ""
    _frequency = 1.0

    def _obey_period(self) -> None:
        each = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
        # "hourly" once is what WordPress writes into every feed without anybody having wished it
        if self._period in each and (self._period, self._frequency) != ("hourly", 1.0):
            self.feed.wait_s = max(self.feed.wait_s or 0.0, each[self._period] / max(self._frequency, 0.01))

    def _channel_link(self, child: Any) -> None:
        href, rel = child.get("href"), child.get("rel", "alternate")
        if href is None:
            self.feed.link = self.feed.link or (child.text or "").strip()
        elif rel == "alternate" and child.get("type", "text/html").endswith("html"):
            self.feed.link = self.feed.link or href
        elif rel == "next":
            self.feed.next_page = absolute(href, self._base)

    def _name(self, tag: Any) -> tuple[str, int] | None:
        try:
            return self._names[tag]
        except KeyError:
            known = None
            if isinstance(tag, str) and not tag.startswith(("{" + _MEDIA_SPACE, "{" + _ITUNES_SPACE)):
                known = _FIELDS.get(decode.local_name(tag).lower())
            elif isinstance(tag, str) and decode.local_name(tag) in ("content", "thumbnail", "group"):
                known = ("media", -1)
            self._names[tag] = known
            return known

    def _take(self, element: Any) -> None:
        if len(self.feed.items) >= MOST_ITEMS:
            return
        item = Item(base=element.get(_XML_BASE) or "")
        names, ranks = self._names, dict[str, int]()
        for child in element:
            tag = child.tag
            known = names[tag] if tag in names else self._name(tag)
            if known is None:
                continue
            name, rank = known
            if rank < 0:
                self._special(item, child, name)
            elif rank < ranks.get(name, 99):
                text = child.text if not len(child) else self._inside(item, child, name)
                if name == "body" and "/" in child.get("type", ""):
                    text = _of_type(text, child)
                if text and not text.isspace():
                    ranks[name] = rank
                    setattr(item, name, text)
                    if name == "body":
                        item.plain_body = False
                    if name == "guid":
                        item.guid_is_link = rank == 0 and child.get("isPermaLink", "true").lower() != "false"
        self.feed.items.append(item)

    def _special(self, item: Item, child: Any, name: str) -> None:
        if name == "link":
            self._item_link(item, child)
        elif name == "media":
            _media(item.media, child)
            words = child.findtext(f"{{{_MEDIA_SPACE}/}}description")
            if words and not item.body:  # YouTube: what is written under a film stands nowhere else
                item.body, item.plain_body = words, True
        else:
            item.parent = child.get("ref") or ""

    def _inside(self, item: Item, child: Any, name: str) -> str:
        return _author(item, child) if name == "author" else _inner(child)

    def _item_link(self, item: Item, child: Any) -> None:
        href, rel = child.get("href"), child.get("rel", "alternate")
        if href is None:
            item.link = item.link or (child.text or "").strip()
            item.link_is_page = bool(item.link)
        elif rel == "alternate" and (not item.link or (not item.link_is_page and _is_page(child))):
            item.link = href  # the first address for people; further ones are other languages and formats
            item.link_is_page = _is_page(child)
        elif rel == "enclosure" and len(item.media) < MOST_MEDIA:
            item.media.append(Media(media_kind(child.get("type", ""), href), href, child.get("title") or ""))

    def _finish(self, item: Item, base: str) -> None:
        if item.base:
            base = urljoin_safe(base, item.base)
        item.base = base
        item.guid = item.guid.strip()
        link = item.link or (item.guid if item.guid_is_link and "/" in item.guid else "")
        item.link = absolute(link, base)
        if item.media:
            whole = [Media(one.kind, absolute(one.url, base), one.alt) for one in item.media]
            item.media = [one for one in whole if one.url]


def _is_page(link: Any) -> bool:
    return "html" in link.get("type", "html")


def _of_type(text: str | None, element: Any) -> str | None:
    """The words of Atom's content that says it is of such a kind; None for a picture or a file."""
    kind = element.get("type").strip().lower()
    if not kind.startswith("text/") and "xml" not in kind:
        return None
    if element.get("mode") != "base64":  # Atom 0.3
        return text
    try:
        return decode.to_utf8(base64.b64decode(text or ""))[0].decode("utf-8", "replace")
    except ValueError:
        return None


def urljoin_safe(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return base


def _inner(element: Any) -> str:
    """What stands in an element, as HTML where it has elements of its own (XHTML, or tags nobody escaped)."""
    if not len(element):
        return element.text or ""
    try:
        parts = [element.text or ""]
        parts += [etree.tostring(child, method="html", encoding="unicode") for child in element]
    except (UnicodeError, etree.LxmlError, RecursionError):
        return "".join(element.itertext())
    return "".join(parts)


def _author(item: Item, element: Any) -> str:
    """Atom's person: name, uri, email."""
    name = ""
    for child in element:
        kind, text = decode.local_name(child.tag), (child.text or "").strip()
        if kind == "name":
            name = text
        elif kind in ("uri", "url") and text.startswith(("http://", "https://")):
            item.author_url = text
            item.author_id = text
        elif kind == "email" and not item.author_id:
            item.author_id = text
    return name or "".join(element.itertext()).strip()


def _media(found: list[Media], element: Any) -> None:
    if decode.local_name(element.tag) == "group":
        for child in element:
            if decode.local_name(child.tag) in ("content", "thumbnail"):
                _media(found, child)
        return
    url = element.get("url") or element.get("href")
    if url and len(found) < MOST_MEDIA and all(one.url != url for one in found):
        kind = element.get("medium") or ("image" if decode.local_name(element.tag) == "thumbnail" else "")
        found.append(Media(media_kind(element.get("type") or kind, url), url))


def media_kind(mime: str, url: str) -> str:
    """ "image", "video", "audio" or "file", by what is said of it or else by the address."""
    kind = mime.lower().partition("/")[0]
    if kind in ("image", "video", "audio"):
        return kind
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    if ending in ("jpg", "jpeg", "png", "gif", "webp"):
        return "image"
    return "video" if ending in ("mp4", "mov", "webm") else "audio" if ending in ("mp3", "m4a") else "file"


def _number(text: str | None, unit: float) -> float | None:
    text = (text or "").strip()
    return float(text) * unit if text.isascii() and text.isdigit() and len(text) < 9 else None
