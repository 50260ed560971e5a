"""What was heard or read elsewhere, as a post. Pure; knows neither the database nor a network."""

from __future__ import annotations

import uuid
from urllib.parse import urlsplit

from connectors.base import Author, Post, Refused, clean_id, clean_text

LONGEST_NAME = 200
"""Characters of a typed name or source that are kept."""


def make_post(
    network_name: str,
    author: str,
    text: str,
    created_ms: int | None,
    url: str = "",
    *,
    remote_id: str = "",
    private: bool = False,
) -> Post:
    """A post taken down by hand.

    ``network_name`` is where it came from in the words of the person who noted it ("전화", "카카오톡 채널",
    "네이버 블로그"); it becomes the post's context. ``author`` may be empty (an unnamed caller),
    ``created_ms`` None (not known when). ``url`` is kept only if it is an http(s) address, because it is
    opened with one click. ``remote_id`` is given to change an earlier entry; otherwise the entry gets a
    new one of its own, because two calls with the same words are two calls. Refused: there is no text.
    """
    text = clean_text(text).strip()
    if not text:
        raise Refused("내용이 비어 있습니다. / There is no text.")
    name = _one_line(author)
    source = _one_line(network_name)
    return Post(
        remote_id=clean_id(remote_id) or f"manual:{uuid.uuid4()}",
        text=text,
        # The same name at the same source is shown as one citizen; without a name nothing is known of them.
        author=Author(remote_id=clean_id(f"{source}/{name}") if name else "", name=name),
        created_ms=created_ms,
        url=_web_address(url),
        context=source,
        private=private,
    )


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())[:LONGEST_NAME]


def _web_address(url: str) -> str:
    url = clean_text(url).strip()
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    return url if usable else ""
