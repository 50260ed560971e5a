"""Links, mentions and tags of a post: they stand beside the text and point into it by UTF-8 bytes.

The PDS takes any offsets, so they are checked when they are read (bluesky.md section 8). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from connectors.text import graphemes

LONGEST_TAG = 64

_LINK = re.compile(r"https?://[^\s<>\"“”‘’「」『』]+", re.I)
_MENTION = re.compile(
    r"(?<![\w@./])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]{0,61})"
)
_TAG = re.compile(r"(?<![\w&/])[#＃]([^\s#＃.,;:!?'\"()\[\]{}<>…。、·]+)")
_TRAILING = ".,!?;:'\"…。、"
_AFTER_LINK = re.compile(r"[가-힣]+\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a text that is to be marked: ``kind`` is "link", "mention" or "tag"."""

    kind: str
    value: str  # the address, the handle without "@", the tag without "#"
    start: int  # in bytes
    end: int

    def as_json(self, target: str = "") -> dict[str, Any]:
        """The facet; ``target`` is the DID of a mention."""
        kinds = {
            "link": {"$type": "app.bsky.richtext.facet#link", "uri": self.value},
            "mention": {"$type": "app.bsky.richtext.facet#mention", "did": target},
            "tag": {"$type": "app.bsky.richtext.facet#tag", "tag": self.value},
        }
        return {"index": {"byteStart": self.start, "byteEnd": self.end}, "features": [kinds[self.kind]]}


def find(text: str) -> list[Found]:
    """What has to be marked in a text that goes out, in its order and without overlaps."""
    found: list[tuple[str, str, int, int]] = []
    for match in _LINK.finditer(text):
        address = _end_of_link(match.group())
        if "." in address.partition("://")[2] or "localhost" in address:
            found.append(("link", address, match.start(), match.start() + len(address)))
    for match in _MENTION.finditer(text):
        found.append(("mention", match[1], match.start(), match.end()))
    for match in _TAG.finditer(text):
        if not match[1].isdigit() and graphemes(match[1]) <= LONGEST_TAG:
            found.append(("tag", match[1], match.start(), match.end()))
    kept: list[Found] = []
    last = 0
    for kind, value, start, end in sorted(found, key=lambda one: one[2]):
        if start >= last:
            kept.append(Found(kind, value, len(text[:start].encode()), len(text[:end].encode())))
            last = end
    return kept


def _end_of_link(address: str) -> str:
    """An address without the sentence that goes on right behind it: "https://a.kr에서" ends before "에서"."""
    host, slash, _ = address.partition("://")[2].partition("/")
    if not slash:
        address = address[: len(address) - len(host)] + _AFTER_LINK.sub("", host)
    address = address.rstrip(_TRAILING)
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(_TRAILING)
    return address


def shown_text(text: Any, facets: Any) -> str:
    """A post's text with the whole address wherever only a part of it, or another word, is shown."""
    if not isinstance(text, str):
        return ""
    if not isinstance(facets, list) or not facets:
        return text
    raw = text.encode("utf-8", "replace")
    pieces: list[bytes] = []
    last = 0
    for start, end, address in sorted(_links(facets)):
        if start < last or end > len(raw) or _inside(raw, start) or _inside(raw, end):
            continue
        said = raw[start:end].decode("utf-8", "replace")
        pieces.append(raw[last:start] + _with_address(said, address).encode("utf-8", "replace"))
        last = end
    return (b"".join(pieces) + raw[last:]).decode("utf-8", "replace")


def _with_address(said: str, address: str) -> str:
    short = said.strip().rstrip("….").lower()
    for whole in (address.lower(), re.sub(r"^https?://(?:www\.)?", "", address.lower())):
        if short and whole.startswith(short):
            return address  # a shortened address: the whole one says all of it
    return f"{said} ({address})"


def _links(facets: list[Any]) -> Iterator[tuple[int, int, str]]:
    for facet in facets:
        index = facet.get("index") if isinstance(facet, dict) else None
        features = facet.get("features") if isinstance(facet, dict) else None
        if not isinstance(index, dict) or not isinstance(features, list):
            continue
        start, end = index.get("byteStart"), index.get("byteEnd")
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            continue
        for feature in features:
            address = feature.get("uri") if isinstance(feature, Mapping) else None
            if isinstance(address, str) and address[:8].lower().startswith(("http://", "https://")):
                yield start, end, address[:4000]
                break


def _inside(raw: bytes, position: int) -> bool:
    """Whether a position lies within a character."""
    return position < len(raw) and raw[position] & 0xC0 == 0x80
