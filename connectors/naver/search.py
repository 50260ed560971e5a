"""The search as a source: which page is asked for next, and what of it was seen before. Pure.

A search is a window over at most 1,000 results that moves while it is read. So pages overlap, everything that
was seen is remembered, and a round reads on until a whole page was known before the round began.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from connectors.base import ConnectorError, Malformed, Post, clean_text
from connectors.naver.api import PER_PAGE
from connectors.text import to_text

REACHABLE = 1000
"""Results of a search that can be asked for (naver_cafe.md section 2)."""

STEP = 90
"""Ten entries of a page are on the page before too: one that was deleted moves the others up."""

MOST_WORDS = 5
REMEMBERED = 1000
DEEP_EVERY_MS = 6 * 3_600_000
"""Now and then everything reachable is read: posts are found by the search days after they were written."""

_MARK = 8  # characters of a mark: 48 bits


def words_of(options: Mapping[str, Any]) -> list[str]:
    """What to search for, from the option "words": one a line or between commas."""
    value = options.get("words")
    text = clean_text(value) if isinstance(value, str) else ""
    found = (" ".join(one.split())[:100] for one in re.split(r"[,\n;]", text))
    return list(dict.fromkeys(one for one in found if one))[:MOST_WORDS]


@dataclass(frozen=True, slots=True)
class Page:
    total: int
    posts: tuple[Post, ...]
    broken: int = 0
    entries: int = 0  # with those that are broken or left out


def read_page(value: Any, read: Callable[[Mapping[str, Any]], Post | None]) -> Page:
    """An answer of the search; ``read`` makes a post of an entry, or None where it is left out. Raises
    Malformed where it is no answer of a search."""
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise Malformed("a search answer without items", "unreadable")
    total = value.get("total")
    if isinstance(total, str) and total.isdecimal() and len(total) < 12:
        total = int(total)
    # Without a number every page that can be reached is asked for.
    total = total if isinstance(total, int) and not isinstance(total, bool) else REACHABLE
    posts: list[Post] = []
    broken = 0
    for item in items[:PER_PAGE]:
        try:
            if not isinstance(item, dict):
                raise Malformed("not an entry")
            post = read(item)
        except ConnectorError:
            broken += 1
            continue
        if post is not None:
            posts.append(post)
    return Page(total, tuple(posts), broken, len(items))


def words_in(item: Mapping[str, Any], name: str) -> str:
    """A field of an entry as plain text: what was found is in <b>, entities are escaped (section 2).
    Raises Malformed where it is something else than text."""
    value = item.get(name, "")
    if not isinstance(value, str):
        raise Malformed(f"{name} is no text")
    return clean_text(" ".join(to_text(value).split()))


def mark_of(remote_id: str) -> str:
    digest = hashlib.blake2b(remote_id.encode("utf-8", "replace"), digest_size=6).digest()
    return base64.urlsafe_b64encode(digest).decode()


def split_marks(value: Any) -> list[str]:
    """Marks are kept as one string: a thousand of them have 8 KB."""
    text = value if isinstance(value, str) else ""
    return [text[at : at + _MARK] for at in range(0, len(text) - len(text) % _MARK, _MARK)]


@dataclass(slots=True)
class Place:
    """Where a round through one word stands."""

    start: int = 1
    deep: bool = False
    short: bool = False  # a page came empty although there was more
    fresh: list[str] = field(default_factory=list)  # marks of what this round has seen

    @classmethod
    def load(cls, value: Mapping[str, Any]) -> Place:
        start = value.get("start")
        if not isinstance(start, int) or not 1 <= start <= REACHABLE:
            start = 1
        deep, short = value.get("deep") is True, value.get("short") is True
        return cls(start, deep, short, split_marks(value.get("fresh")))

    def dump(self) -> dict[str, Any]:
        place: dict[str, Any] = {"start": self.start, "fresh": "".join(self.fresh)}
        return place | {name: True for name in ("deep", "short") if getattr(self, name)}

    def turn(self, page: Page, seen: set[str]) -> bool:
        """Take a page in; whether another one is to be asked for. ``seen``: marks of the rounds before."""
        marks = [mark_of(post.remote_id) for post in page.posts]
        self.fresh = list(dict.fromkeys([*self.fresh, *marks]))
        self.short = self.short or (not page.entries and self.start <= min(page.total, REACHABLE))
        all_known = bool(marks) and seen.issuperset(marks) and not self.deep
        self.start += STEP
        return not all_known and self.start <= min(page.total, REACHABLE)
