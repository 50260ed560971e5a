"""What the fake BAND is made of: its calls with their parameters, what it holds, and small shapes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

CITY = ("Ucity", "한빛시")

Rule = tuple[str, frozenset[str], frozenset[str]]
PATHS: dict[str, Rule] = {
    # path → (HTTP method, parameters that must be there, further ones)
    "/v2/profile": ("GET", frozenset(), frozenset({"band_key"})),
    "/v2.1/bands": ("GET", frozenset(), frozenset()),
    "/v2/band/posts": ("GET", frozenset({"band_key", "locale"}), frozenset({"after", "limit"})),
    "/v2.1/band/post": ("GET", frozenset({"band_key", "post_key"}), frozenset()),
    "/v2/band/post/comments": (
        "GET",
        frozenset({"band_key", "post_key"}),
        frozenset({"sort", "after", "limit"}),
    ),
    "/v2/band/permissions": ("GET", frozenset({"band_key", "permissions"}), frozenset()),
    "/v2/band/post/comment/create": ("POST", frozenset({"band_key", "post_key", "body"}), frozenset()),
    "/v2/band/post/comment/remove": (
        "POST",
        frozenset({"band_key", "post_key", "comment_key"}),
        frozenset(),
    ),
    "/v2/band/post/remove": ("POST", frozenset({"band_key", "post_key"}), frozenset()),
}


class Problem(Exception):
    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code, self.message = code, message


@dataclass
class FakeComment:
    key: str
    author: tuple[str, str]
    content: str  # as BAND stores it: escaped
    created: float
    changed: float
    photo: str = ""


@dataclass
class FakePost:
    key: str
    author: tuple[str, str]
    content: str
    created: float
    changed: float
    photos: list[str] = field(default_factory=list)
    comments: list[FakeComment] = field(default_factory=list)


@dataclass
class FakeBand:
    key: str
    name: str
    posts: dict[str, FakePost] = field(default_factory=dict)
    rights: list[str] = field(default_factory=lambda: ["posting", "commenting", "contents_deletion"])
    members: int = 120
    joined: bool = True


def person(name: str) -> tuple[str, str]:
    """A citizen of that name: always the same one."""
    return "U" + hashlib.sha256(name.encode()).hexdigest()[:10], name


def photo_json(url: str) -> dict[str, Any]:
    return {"url": url, "width": 640, "height": 480, "photo_key": "AAP", "is_video_thumbnail": False}


def name_of(path: str) -> str:
    """Which function answers a path: "/v2/band/post/comment/create" is ``_do_comment_create``."""
    words = [word for word in path.split("/")[2:] if word != "band"]
    return "_".join(words[1:] if words[:2] in (["post", "comment"], ["post", "comments"]) else words)
