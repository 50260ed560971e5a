"""JSON Feed 1.0 and 1.1 (jsonfeed.org) to the same items as the XML dialects. Pure."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

from connectors.base import Malformed, Media
from connectors.feed.links import absolute


def parse(body: bytes, url: str, make_feed: Callable[[], Any], make_item: Callable[[], Any]) -> Any:
    """The document as a ``parse.Feed``. Raises Malformed: "not-json", "not-a-feed"."""
    try:
        value = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise Malformed("JSON that cannot be read", "not-json") from None
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        raise Malformed("JSON without items", "not-a-feed")
    feed = make_feed()
    feed.title = html.escape(_text(value.get("title")))
    feed.link = absolute(_text(value.get("home_page_url")), url)
    feed.next_page = absolute(_text(value.get("next_url")), url)
    authors = value.get("authors") or value.get("author")
    base = feed.link or url
    for entry in value["items"][:5000]:
        if isinstance(entry, dict):
            feed.items.append(_item(entry, authors, base, make_item()))
    return feed


def _item(entry: dict[str, Any], authors: Any, base: str, item: Any) -> Any:
    number = entry.get("id")
    item.guid = str(number) if isinstance(number, int | float | str) else ""
    item.link = absolute(_text(entry.get("url")) or _text(entry.get("external_url")), base)
    item.title = _text(entry.get("title"))
    item.plain = True
    item.body = _text(entry.get("content_html"))
    if not item.body:
        item.body = _text(entry.get("content_text")) or _text(entry.get("summary"))
        item.plain_body = True
    item.date = _text(entry.get("date_published"))
    item.updated = _text(entry.get("date_modified"))
    item.base = base
    person = entry.get("authors") or entry.get("author") or authors
    person = person[0] if isinstance(person, list) and person else person
    if isinstance(person, dict):
        item.author = _text(person.get("name"))
        item.author_url = absolute(_text(person.get("url")), base)
        item.author_id = item.author_url
    pictures = [entry.get("image"), entry.get("banner_image")]
    item.media = [Media("image", address) for one in pictures if (address := absolute(_text(one), base))]
    attachments = entry.get("attachments")
    for attached in attachments[:20] if isinstance(attachments, list) else ():
        address = absolute(_text(attached.get("url")), base) if isinstance(attached, dict) else ""
        if address:
            kind = _text(attached.get("mime_type")).partition("/")[0]
            kind = kind if kind in ("image", "video", "audio") else "file"
            item.media.append(Media(kind, address, _text(attached.get("title"))))
    return item


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
