"""Addresses of posts and articles at Naver, brought to the one form that names them. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from connectors.base import clean_id
from connectors.feed.links import normalised

_BLOG_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
_CAFE_ID = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_NUMBER = re.compile(r"[0-9]{1,20}")
_NOT_BLOGS = frozenset({"postview", "postlist", "prologue", "rss", "section", "naverblog"})
_NOT_CAFES = frozenset({"ca-fe", "f-e", "articleread", "articlelist", "mycafeintro", "storyphoto"})
_CLUB = re.compile(
    r"/(?:ca-fe/(?:web/)?|f-e/)?cafes/([0-9]{1,20})(?:/(?:menus/[0-9]+/)?articles/([0-9]{1,20}))?"
)


def blog_post(link: str) -> tuple[str, str] | None:
    """(blog, number of the post) of any spelling of a post's address (naver_blog.md section 2)."""
    host, path, query = _parts(link)
    if host.endswith(".blog.me"):
        name, number = host.removesuffix(".blog.me"), path.strip("/")
    elif host in ("blog.naver.com", "m.blog.naver.com"):
        steps = path.strip("/").split("/")
        if "logNo" in query:
            name, number = query.get("blogId", steps[0]), query["logNo"]
        else:
            name, number = steps[0], steps[1] if len(steps) > 1 else ""
    else:
        return None
    if not _is_blog(name) or not _NUMBER.fullmatch(number):
        return None
    return name.lower(), number


def blog_name(text: str) -> str:
    """The blog that a person means with a name or any address of the blog or its feed; "" for none."""
    text = text.strip().lstrip("@")
    if "/" not in text and not text.lower().endswith((".blog.me", ".naver.com")):
        return text.lower() if _is_blog(text) else ""
    host, path, query = _parts(text if "://" in text else "https://" + text)
    if host.endswith(".blog.me"):
        name = host.removesuffix(".blog.me")
    elif host in ("blog.naver.com", "m.blog.naver.com", "rss.blog.naver.com"):
        name = query.get("blogId") or re.sub(r"\.xml$", "", path.strip("/").split("/")[0], flags=re.I)
    else:
        return ""
    return name.lower() if _is_blog(name) else ""


def cafe_article(link: str, clubs: dict[str, str] | None = None) -> tuple[str, str] | None:
    """(cafe, number of the article). ``clubs`` maps numbers of cafes to their names, where they are known."""
    host, path, query = _parts(link)
    if host not in ("cafe.naver.com", "m.cafe.naver.com"):
        return None
    club = query.get("clubid", "")
    number = query.get("articleid", "")
    if found := _CLUB.match(path):
        club, number = found[1], found[2] or number
    if club:
        name = (clubs or {}).get(club, f"club-{club}")
    else:
        steps = path.strip("/").split("/")
        name, number = steps[0], steps[1] if len(steps) > 1 else number
    if not _is_cafe(name) or not _NUMBER.fullmatch(number):
        return None
    return name.lower(), number


def cafe_name(text: str) -> str:
    """The cafe that a person means with its name or its address; "" for none."""
    text = text.strip().lstrip("@")
    if "/" not in text and not text.lower().endswith(".naver.com"):
        return text.lower() if _is_cafe(text) else ""
    host, path, _ = _parts(text if "://" in text else "https://" + text)
    if host not in ("cafe.naver.com", "m.cafe.naver.com", "cafe.rss.naver.com"):
        return ""
    name = path.strip("/").split("/")[0]
    return name.lower() if _is_cafe(name) else ""


def link_id(link: str, words: str) -> str:
    """The id of something that is only known by its address.

    Old answers of the search hold a link that leads on ("openapi.naver.com/l?AAAB…") and may be another one
    each time: there ``words``, what else is known of it, is its name.
    """
    host, path, _ = _parts(link)
    if host == "openapi.naver.com" and path == "/l":
        return "hash:" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:40]
    return clean_id("link:" + normalised(link))


def split_name(address: str, name_of: Callable[[str], str]) -> tuple[str, str]:
    """(address of a server that is not Naver's, what its last step names): "http://relay/excity" is the blog
    "excity" at "http://relay"."""
    base, _, last = address.rstrip("/").rpartition("/")
    name = name_of(re.sub(r"\.xml$", "", last, flags=re.I))
    if "://" in base and not base.endswith("/") and name:
        return base, name
    return address, ""


def web_address(link: str) -> str:
    """An http(s) address that can be opened; Naver leaves the scheme out here and there."""
    link = link.strip()
    if link and "://" not in link and re.match(r"[\w-]+(\.[\w-]+)+(?:[/?#]|$)", link):
        link = "https://" + link
    return link if _parts(link)[0] else ""


def _parts(link: str) -> tuple[str, str, dict[str, str]]:
    try:
        found = urlsplit(link.strip())
        host = (found.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return "", "", {}
    if found.scheme.lower() not in ("http", "https"):
        return "", "", {}
    try:
        query = {name: values[0] for name, values in parse_qs(found.query, max_num_fields=50).items()}
    except ValueError:
        query = {}
    return host, found.path, query


def _is_blog(name: str) -> bool:
    return bool(_BLOG_ID.fullmatch(name)) and name.lower() not in _NOT_BLOGS


def _is_cafe(name: str) -> bool:
    return bool(_CAFE_ID.fullmatch(name)) and name.lower().partition(".")[0] not in _NOT_CAFES
