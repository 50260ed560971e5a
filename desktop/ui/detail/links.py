"""Addresses inside citizens' texts: which may be opened, and how they become clickable.

Owns the rule that only http and https addresses ever leave the window. It knows no posts and no database.
"""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

# Korean particles stick to an address without a space ("https://seoul.go.kr에서"), so Hangul ends it.
_ADDRESS = re.compile(r"https?://[^\s<>\"'「」『』“”‘’\uac00-\ud7a3\u3131-\u318e]+", re.IGNORECASE)
_TRAILING = ".,;:!?…·"


def web_url(address: str) -> QUrl | None:
    """The address as a URL that a browser may be given, or None for anything but http and https."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in ("http", "https") or not url.host():
        return None
    return url


def open_in_browser(address: str) -> bool:
    """Hand the address to the system's browser; False where it is not a web address or nobody took it."""
    url = web_url(address)
    return url is not None and QDesktopServices.openUrl(url)


def _trim(address: str) -> str:
    """Without the sentence's own marks at the end; a bracket stays where the address opened one."""
    while address:
        last = address[-1]
        if last in _TRAILING:
            address = address[:-1]
        elif last in ")]}" and address.count(last) > address.count({")": "(", "]": "[", "}": "{"}[last]):
            address = address[:-1]
        else:
            break
    return address


def find_addresses(text: str) -> list[tuple[int, int]]:
    """Start and end of every address in the text."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = _trim(match.group())
        if web_url(address) is not None:
            found.append((match.start(), match.start() + len(address)))
    return found


def escape(text: str) -> str:
    """Text that shows itself inside rich text, with its own line breaks and runs of blanks."""
    return html.escape(text, quote=True).replace("\r\n", "\n").replace("\n", "<br>")


def linked(text: str, colour: str) -> str:
    """Escaped text whose web addresses can be clicked. Nothing else of it is markup."""
    parts: list[str] = []
    done = 0
    for start, end in find_addresses(text):
        address = text[start:end]
        parts.append(escape(text[done:start]))
        parts.append(
            f'<a href="{html.escape(address, quote=True)}" style="color:{colour}">{escape(address)}</a>'
        )
        done = end
    parts.append(escape(text[done:]))
    return "".join(parts)
