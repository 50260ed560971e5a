"""What the fake me2day is made of: its methods with their parameters, what it holds, and small shapes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

KST = timezone(timedelta(hours=9))

METHODS: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str], bool]] = {
    # method → (HTTP methods, parameters, those that must be there, signed in)
    "noop": (frozenset({"GET"}), frozenset(), frozenset(), True),
    "get_posts": (
        frozenset({"GET", "POST"}),
        frozenset({"count", "offset", "from", "to", "scope", "post_id"}),
        frozenset(),
        False,
    ),
    "get_comments": (
        frozenset({"GET", "POST"}),
        frozenset({"post_id", "page", "items_per_page"}),
        frozenset({"post_id"}),
        False,
    ),
    "track_comments": (frozenset({"GET", "POST"}), frozenset({"scope", "count"}), frozenset({"scope"}), True),
    "get_person": (frozenset({"GET"}), frozenset(), frozenset(), False),
    "create_comment": (
        frozenset({"POST", "GET"}),
        frozenset({"post_id", "body"}),
        frozenset({"post_id", "body"}),
        True,
    ),
    "delete_comment": (
        frozenset({"GET", "POST", "DELETE"}),
        frozenset({"comment_id"}),
        frozenset({"comment_id"}),
        True,
    ),
}
SIGNED = frozenset({"uid", "ukey", "akey"})
_MARKUP = re.compile(r'"([^"\n]+)":(https?://\S+)')


@dataclass
class FakeComment:
    id: str
    post: str
    author: str
    typed: str
    at: float
    image: str = ""


@dataclass
class FakePost:
    id: str
    author: str
    typed: str
    at: float
    tags: str = ""
    comments: list[FakeComment] = field(default_factory=list)
    photo: str = ""


def korean_of(at: float) -> datetime:
    return datetime.fromtimestamp(int(at), KST)


def plain_of(typed: str) -> str:
    return _MARKUP.sub(r"\1", typed)


def html_of(typed: str) -> str:
    text = html.escape(typed, quote=False)
    text = re.sub(r'"([^"\n]+)":(https?://\S+)', r"<a href='\2'>\1</a>", text)
    return text.replace("\r\n", "\n").replace("\n", "<br />")


def code_of(code: int, message: str, description: str) -> dict[str, Any]:
    return {"code": code, "message": message, "description": description}
