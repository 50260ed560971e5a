"""Answers and dump files of me2day as plain values: JSON as it is, XML in the shape its JSON twin has.

Nothing of a document is ever loaded from elsewhere, and one that declares entities is refused.
"""

from __future__ import annotations

import re
from typing import Any

from connectors.base import Malformed
from connectors.http_parts import parse_json
from connectors.text import looks_like_html

_LISTS = frozenset({"posts", "tags", "metoos", "friends", "icons", "multimedia"})
_TRACKS = {"commentToMe": "comment_to_mes", "commentByMe": "comment_by_mes"}
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def read(body: bytes, content_type: str = "") -> Any:
    """The value of an answer or a file, whichever of the two formats it is in. Raises Malformed."""
    head = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") and not looks_like_html(head.decode("utf-8", "replace")):
        return read_xml(body)
    return parse_json(body, content_type)


def read_xml(body: bytes) -> Any:
    from lxml import etree

    if _DECLARES.search(body):
        raise Malformed("XML with declarations of its own")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Malformed("XML that cannot be read") from None
    return _document(root)


def _document(root: Any) -> Any:
    name = _name(root)
    if name in _LISTS:
        return [_value(child) for child in _children(root)]
    if name == "post":
        return [_value(root)]
    if name == "comment":
        return {"comments": [_value(root)]}
    if name == "comments":
        found = [_value(child) for child in _children(root) if _name(child) == "comment"]
        return {**_scalars(root), "comments": found}
    tracks: dict[str, list[Any]] = {}
    for child in root.iter():
        key = _TRACKS.get(_name(child))
        if key:
            tracks.setdefault(key, []).append(_value(child))
    if tracks:
        return tracks
    value = _value(root)
    return value if isinstance(value, dict) else {}


def _value(element: Any) -> Any:
    children = _children(element)
    name = _name(element)
    if name in _LISTS:
        return [_value(child) for child in children]
    if not children:
        return element.text or ""
    return {_name(child): _value(child) for child in children}


def _scalars(element: Any) -> dict[str, str]:
    return {_name(c): c.text or "" for c in _children(element) if not _children(c)}


def _children(element: Any) -> list[Any]:
    return [child for child in element if isinstance(child.tag, str)]


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
