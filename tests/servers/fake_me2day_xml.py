"""The answers of the fake me2day in XML, in the shapes of me2day.md section 4."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

_ROOTS = {"get_posts": "posts", "get_person": "person"}
_ITEMS = {"posts": "post", "tags": "tag", "comments": "comment"}


def as_xml(method: str, value: Any) -> bytes:
    if isinstance(value, dict) and "code" in value:
        body = _element("error", value)
    elif method == "get_posts":
        body = "<posts>" + "".join(_element("post", _id_first(item)) for item in value) + "</posts>"
    elif method == "get_comments":
        rest = {key: one for key, one in value.items() if key != "comments"}
        items = "".join(_element("comment", item) for item in value["comments"])
        body = "<comments>" + _inside(rest) + items + "</comments>"
    elif method == "track_comments":
        both = (("comment_to_mes", "commentToMe"), ("comment_by_mes", "commentByMe"))
        items = "".join(_element(name, item) for key, name in both for item in value.get(key, []))
        body = f"<trackComments>{items}</trackComments>"
    else:
        body = _element("person", value)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + body).encode()


def _id_first(post: dict[str, Any]) -> dict[str, Any]:
    return {"post_id": post["post_id"], **post}


def _element(name: str, value: Any) -> str:
    if value is None or value == "":
        return f"<{name}/>"
    return f"<{name}>{_inside(value, name)}</{name}>"


def _inside(value: Any, name: str = "") -> str:
    if isinstance(value, dict):
        return "".join(_element(key, item) for key, item in value.items())
    if isinstance(value, list):
        return "".join(_element(_ITEMS.get(name, "item"), item) for item in value)
    return escape(str(value).lower() if isinstance(value, bool) else str(value))
