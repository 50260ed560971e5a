"""Addresses in feeds: made whole, freed of session ids, and brought to one form for comparing."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_PASSING = frozenset(
    "sid sessionid session_id phpsessid jsessionid timestamp _ rnd random nocache fbclid gclid".split()
)
_SESSION = re.compile(r";jsessionid=[^?#/;]*", re.I)
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_BARE_HOST = re.compile(
    r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:kr|com|net|org|io|한국))(?::\d+)?(?:[/?#]|$)", re.I
)


def absolute(link: str, base: str) -> str:
    """The http(s) address that a link means, without session id; "" where it means none."""
    link = link.strip()
    if "\n" in link or "\r" in link:  # wrapped by an editor
        link = "".join(line.strip() for line in link.splitlines())
    if not link or link.startswith("#"):
        return ""
    if not link.startswith(("http://", "https://")):
        try:
            if _BARE_HOST.match(link):
                link = f"{urlsplit(base).scheme or 'https'}://{link}"
            elif not _ABSOLUTE.match(link):
                link = urljoin(base, link)
        except ValueError:
            return ""
        if not link.lower().startswith(("http://", "https://")):
            return ""
    if ";" in link:
        link = _SESSION.sub("", link)
    return link.replace(" ", "%20") if " " in link else link


def normalised(link: str) -> str:
    """One form for all spellings of an address: host in small letters, keys in order, nothing that passes.

    Keys that sessions, campaigns and clocks add are dropped; everything else may be what names the item.
    """
    link = link.partition("#")[0]
    scheme, found, rest = link.partition("://")
    if not found:
        return link
    path, _, query = rest.partition("?")
    host, _, path = path.partition("/")
    if ";" in path:
        path = _SESSION.sub("", path)
    if query:
        kept = sorted(pair for pair in query.replace("&amp;", "&").split("&") if pair and not _passing(pair))
        query = "&".join(kept)
    host = host.lower()
    if scheme == "http" and host.endswith(":80"):
        host = host[:-3]
    elif scheme == "https" and host.endswith(":443"):
        host = host[:-4]
    # the same item is served under both schemes while a site moves
    return f"{host}/{path}" + (f"?{query}" if query else "")


def _passing(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _PASSING or name.startswith("utm_")


def holds_session(text: str) -> bool:
    """Whether an id is an address with a session in it: then it changes with every visit."""
    lowered = text.lower()
    return "://" in text and ("sessid=" in lowered or "sessionid=" in lowered)
