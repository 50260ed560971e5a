"""What people paste as an address of a channel, made whole. Text only; it must not know Qt."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import urlsplit

_HANDLE = re.compile(r"@?([\w.\-]+)@([\w\-]+(?:\.[\w\-]+)+(?::\d+)?)$")


def complete_address(text: str, schemes: Collection[str] = ("http", "https")) -> str:
    """An address from what was pasted ("www.seoul.go.kr/rss" gets https://), or ""."""
    text = text.strip()
    if not text or any(c.isspace() for c in text):
        return ""
    if "://" not in text:
        text = f"{'https' if 'https' in schemes else next(iter(schemes))}://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in schemes or not host or port == 0:
        return ""
    if "." not in host and host != "localhost" and ":" not in host:
        return ""
    return text


def split_handle(text: str) -> tuple[str, str]:
    """("https://social.example", "@city@social.example") from a handle; ("", "") where it is none."""
    found = _HANDLE.match(text.strip())
    if found is None:
        return "", ""
    user, server = found.groups()
    return f"https://{server}", f"@{user}@{server}"


def read_address(text: str, needs_url: bool, schemes: Collection[str]) -> tuple[str, str]:
    """(address, handle) of what was typed for a network. Where a network has one home a mere name is an
    account of it; elsewhere an account has its server in it. ("", "") where it is neither."""
    text = text.strip()
    if needs_url:
        url, handle = split_handle(text) if "https" in schemes else ("", "")
        return (url, handle) if url else (complete_address(text, schemes), "")
    if "://" in text or "/" in text:
        return complete_address(text, schemes), ""
    return "", ("" if any(c.isspace() for c in text) else text)


def _same(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip().casefold()
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.casefold()}{parts.path.rstrip('/')}{query}"


def find_same(known: Iterable[Any], network: str, url: str, handle: str) -> Any:
    """The channel that is this one already, or None. The database decides; this only spares a sign-in."""
    for row in known:
        if row.network != network:
            continue
        if url and _same(row.url) == _same(url) and (not handle or not row.handle or row.handle == handle):
            return row
        if not url and handle and row.handle.lstrip("@").casefold() == handle.lstrip("@").casefold():
            return row
    return None
