"""Items of a feed to posts: which id an item keeps, what its text is, when it was written.

Pure. What must be remembered between two rounds is in ``Memory``, which the client keeps in the cursor.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from connectors.base import Author, Media, Post, clean_id, clean_text
from connectors.feed.dates import KST_S, Moment, parse_date
from connectors.feed.links import absolute, holds_session, normalised
from connectors.feed.parse import Feed, Item
from connectors.text import to_text

MOST_KNOWN = 1000
"""Items of the last document that are remembered with their ids."""

AHEAD_MS = 600_000
"""How far clocks may differ; a later date is not when something was written."""

# Every repetition has an end: a text of blanks must not be gone through once for each of them.
_COUNTERS = re.compile(
    r"(?:^|(?<=[\n|/·\[(]))[ \t]{0,99}(?:조회(?:\s?수)?|읽음|추천(?:\s?수)?|views?|hits?)"
    r"\s{0,99}[:：]?\s{0,99}[\d,]{1,20}\s{0,9}(?:회|번|명)?[ \t]{0,99}(?=$|[\n|/·\])])",
    re.I | re.M,
)
_COUNTER_WORDS = ("조회", "읽음", "추천", "view", "View", "VIEW", "hit", "Hit", "HIT")
_IMAGE = re.compile(r"""<img\b[^>]{0,500}?\bsrc\s*=\s*["']?([^"'\s>]{1,2000})""", re.I)
_MAIL_AND_NAME = re.compile(r"[^\s@()]{1,99}@[^\s()]{1,99}\s?\(([^()]{1,99})\)$")


@dataclass(slots=True)
class Memory:
    """What one round leaves for the next.

    ``known`` maps the digest of an item's link to the id that it was given, so that a feed which changes its
    guids does not bring everything twice. ``mode`` is "guid" or, once guids have proved useless, "link".
    """

    mode: str = "guid"
    known: dict[str, str] = field(default_factory=dict)
    edges: list[str] = field(default_factory=list)  # digests of the first and last ids of the document
    complete: list[str] = field(default_factory=list)  # all ids of a document that says it is complete
    gmt_is_local: bool = False

    @classmethod
    def load(cls, value: Any) -> Memory:
        """From a cursor; whatever does not fit is left out."""
        memory = cls()
        if isinstance(value, dict):
            memory.mode = "link" if value.get("mode") == "link" else "guid"
            known, ids, edges = value.get("known"), value.get("complete"), value.get("edges")
            if isinstance(known, dict):
                memory.known = {str(key): str(one) for key, one in known.items()}
            memory.edges = [str(one) for one in edges] if isinstance(edges, list) else []
            memory.complete = [str(one) for one in ids] if isinstance(ids, list) else []
            memory.gmt_is_local = value.get("gmt_is_local") is True
        return memory

    def dump(self) -> dict[str, Any]:
        found: dict[str, Any] = {"mode": self.mode, "known": self.known, "edges": self.edges}
        if self.complete:
            found["complete"] = self.complete
        if self.gmt_is_local:
            found["gmt_is_local"] = True
        return found


def to_posts(
    feed: Feed, memory: Memory, now_ms: int, *, korean: bool = False
) -> tuple[list[Post], list[str]]:
    """(posts in the document's order without repetitions, ids that are gone). ``memory`` is updated.

    ``korean``: the feed's own host ends in .kr.
    """
    ids = _identities(feed.items, memory)
    moments = [parse_date(item.date.strip()) if item.date else None for item in feed.items]
    shift_gmt = _means_local(moments, memory, now_ms, korean or ".kr/" in feed.link + "/")
    source = one_line(feed.title)
    _name_authors(feed.items)
    posts: dict[str, Post] = {}
    for item, remote_id, moment in zip(feed.items, ids, moments, strict=True):
        if remote_id not in posts:
            post = _post(item, remote_id, moment, now_ms, shift_gmt, source)
            if post is not None:
                posts[remote_id] = post
    memory.edges = [digest(one) for one in dict.fromkeys([*ids[:10], *ids[-10:]])]
    return list(posts.values()), _gone(feed, memory, ids)


# --- identity -------------------------------------------------------------------------------------------


def _identities(items: list[Item], memory: Memory) -> list[str]:
    links = [normalised(item.link) if item.link else "" for item in items]
    guids = [_stable_guid(item.guid) if item.guid else "" for item in items]
    link_count = Counter(links)
    # the same guid on different items names none of them; on one item that stands there twice it does
    pairs = {
        (guid, link, "" if link else item.title) for guid, link, item in zip(guids, links, items, strict=True)
    }
    guid_count = Counter(guid for guid, _, _ in pairs)
    shared = sum(count for guid, count in guid_count.items() if guid and count > 1)
    if shared > 1 and shared * 2 >= len(pairs):
        memory.mode = "link"

    marks = [digest(link) if link and link_count[link] == 1 else "" for link in links]
    if memory.mode == "guid":
        again = [(memory.known[d], g) for d, g in zip(marks, guids, strict=True) if d in memory.known and g]
        changed = sum(1 for old, new in again if old != new)
        if changed >= 2 and changed * 2 > len(again):
            memory.mode = "link"

    ids: list[str] = []
    known: dict[str, str] = {}
    for item, guid, link, mark in zip(items, guids, links, marks, strict=True):
        if memory.mode == "guid" and guid and guid_count[guid] == 1:
            remote_id = guid
        elif mark:
            remote_id = memory.known.get(mark) or clean_id("link:" + link)
        else:
            remote_id = _hash_id(item)
        ids.append(remote_id)
        if mark and len(known) < MOST_KNOWN:
            known[mark] = remote_id
    memory.known = known
    return ids


def _stable_guid(guid: str) -> str:
    return clean_id("link:" + normalised(guid) if holds_session(guid) else guid)


def digest(text: str) -> str:
    """Sixteen characters that tell one link or id from the others of a feed."""
    data = text.encode("utf-8", "replace")
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _hash_id(item: Item) -> str:
    text = f"{one_line(item.title)}\n{item.date.strip()}\n{' '.join(item.body.split())[:200]}"
    return "hash:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]


def _gone(feed: Feed, memory: Memory, ids: list[str]) -> list[str]:
    gone = [clean_id(ref) for ref in feed.deleted]
    if feed.complete and not feed.damaged and len(feed.items) < 5000:
        present = set(ids)
        if present:  # nothing at all is a fault far more often than a clearing out
            gone += [old for old in memory.complete if old not in present]
            memory.complete = sorted(present)
    else:
        memory.complete = []
    return list(dict.fromkeys(gone))


def _name_authors(items: list[Item]) -> None:
    """Boards write the address of the site or of its webmaster beside everybody's name: an address that
    several share names none of them, so the name has to come along."""
    names: dict[str, set[str]] = {}
    for item in items:
        if item.author_id:
            names.setdefault(item.author_id, set()).add(item.author)
    for item in items:
        if "@" in item.author_id or len(names.get(item.author_id, ())) > 1:
            item.author_id = f"{item.author_id} {' '.join(item.author.split())}"


# --- time -----------------------------------------------------------------------------------------------


def _means_local(moments: list[Moment | None], memory: Memory, now_ms: int, korean: bool) -> bool:
    """Whether this feed writes Korean time and calls it GMT: a Korean feed with "GMT" dates up to nine hours
    ahead of now does (rss_atom.md section 4). Once seen it is remembered, for older items do not show it."""
    if korean and not memory.gmt_is_local:
        limit = now_ms + KST_S * 1000 + AHEAD_MS
        memory.gmt_is_local = any(
            m is not None and m.says_gmt and now_ms + AHEAD_MS < m.ms <= limit for m in moments
        )
    return korean and memory.gmt_is_local


def _written_ms(moment: Moment | None, now_ms: int, shift_gmt: bool) -> int | None:
    if moment is None:
        return None
    ms = moment.ms - KST_S * 1000 if shift_gmt and moment.says_gmt else moment.ms
    return ms if 0 < ms <= now_ms + AHEAD_MS else None


# --- text -----------------------------------------------------------------------------------------------


def _post(
    item: Item, remote_id: str, moment: Moment | None, now_ms: int, shift_gmt: bool, source: str
) -> Post | None:
    line = _plain_line if item.plain else one_line
    title = line(item.title)
    body = item.body.strip() if item.plain_body else to_text(item.body, item.base, twice=True)
    body = clean_text(body)
    if any([word in body for word in _COUNTER_WORDS]):  # a plain list: a generator costs more than the search
        body = _COUNTERS.sub("", body).strip()
    text = _text(title, body) or item.link or (item.media[0].url if item.media else "")
    if not text:
        return None
    created = _written_ms(moment, now_ms, shift_gmt)
    updated = _written_ms(parse_date(item.updated.strip()), now_ms, shift_gmt) if item.updated else None
    if created is None and not item.date:
        created, updated = updated, None
    name = line(item.author) if item.author else ""
    if "@" in name and (found := _MAIL_AND_NAME.match(name)):
        name = found[1]
    return Post(
        remote_id=remote_id,
        text=text,
        author=Author(
            clean_id(item.author_id) if item.author_id else "",
            name or source,
            url=clean_text(item.author_url),
        ),
        created_ms=created,
        url=clean_text(item.link),
        parent_id=clean_id(item.parent) if item.parent else "",
        edited_ms=updated
        if updated is not None and created is not None and updated > created + 1000
        else None,
        media=_media(item),
    )


def _text(title: str, body: str) -> str:
    """Title, an empty line, body; without the title where the body begins with it."""
    if not title or not body:
        return title or body
    if body[0] != title[0]:
        return f"{title}\n\n{body}"
    start = " ".join(body[: len(title) * 2 + 20].split())
    if start.startswith(title):
        return body
    short = title.rstrip(".… ")
    if short != title and len(short) >= 10 and start.startswith(short):
        return body
    return f"{title}\n\n{body}"


def one_line(markup: str) -> str:
    """A title or a name: HTML out, entities opened, one line."""
    markup = markup.strip()
    if "<" in markup or "&" in markup:
        markup = to_text(markup, twice=True)
    return _plain_line(markup)


def _plain_line(text: str) -> str:
    return clean_text(" ".join(text.split()))


def _media(item: Item) -> tuple[Media, ...]:
    if not item.media and "<img" not in item.body:
        return ()
    found = [Media(one.kind, clean_text(one.url), clean_text(one.alt)) for one in item.media]
    if "<img" in item.body:
        seen = {one.url for one in found}
        for source in _IMAGE.findall(item.body[:200_000])[:10]:
            address = clean_text(absolute(source.replace("&amp;", "&"), item.base))
            if address and address not in seen:
                seen.add(address)
                found.append(Media("image", address))
    return tuple(found)
