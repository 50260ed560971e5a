"""The parts of ``fake_threads`` that need none of its posts: which requests, parameters and fields there are,
how a no is written, and how long a text is."""

from __future__ import annotations

import re
import secrets
from typing import Any

from tests.servers.tiny_http import Reply

CITY, CITY_ID = "ex_city", "17841400000000001"
SCOPES = frozenset(
    {
        "threads_basic",
        "threads_read_replies",
        "threads_manage_replies",
        "threads_content_publish",
        "threads_manage_mentions",
        "threads_delete",
        "threads_profile_discovery",
    }
)
_POST = (
    "id media_product_type media_type media_url gif_url permalink owner username text timestamp shortcode "
    "thumbnail_url children is_quote_post quoted_post reposted_post has_replies alt_text link_attachment_url "
    "poll_attachment location_id topic_tag is_verified profile_picture_url"
).split()
_REPLY = "is_reply is_reply_owned_by_me root_post replied_to hide_status reply_audience".split()
FIELDS = {
    "post": frozenset([*_POST, *_REPLY]),
    "profile": frozenset(
        "id username name is_verified threads_profile_picture_url threads_biography".split()
    ),
    "container": frozenset("id status error_message".split()),
    "quota": frozenset(
        "quota_usage config reply_quota_usage reply_config delete_quota_usage delete_config".split()
    ),
}
_PAGED = frozenset("fields since until limit before after".split())
ROUTES: tuple[tuple[str, str, str, frozenset[str]], ...] = (
    ("GET", r"/me", "profile", frozenset({"fields"})),
    ("GET", r"/me/threads", "own_posts", _PAGED),
    ("GET", r"/me/replies", "own_replies", _PAGED),
    ("GET", r"/me/mentions", "mentions", _PAGED),
    ("GET", r"/me/threads_publishing_limit", "quota", frozenset({"fields"})),
    ("POST", r"/me/threads", "make", frozenset(
        "text media_type reply_control reply_to_id link_attachment topic_tag auto_publish_text".split())),
    ("POST", r"/me/threads_publish", "publish", frozenset({"creation_id"})),
    ("GET", r"/profile_lookup", "lookup", frozenset({"username"})),
    ("GET", r"/profile_posts", "posts_of", frozenset({"username", "fields"})),
    ("GET", r"/(\d+)/conversation", "conversation", frozenset({"fields", "reverse", "before", "after"})),
    ("POST", r"/(\d+)/manage_reply", "manage", frozenset({"hide"})),
    ("GET", r"/(\d+)", "one", frozenset({"fields"})),
    ("DELETE", r"/(\d+)", "delete", frozenset()),
)  # fmt: skip
_EMOJI = re.compile("[\u200d\u20e3\ufe0f\u2190-\u2bff\U0001f000-\U0001faff\U000e0020-\U000e007f]")
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"


def error(code: int, message: str, subcode: int = 0, status: int = 400, **more: Any) -> Reply:
    said: dict[str, Any] = {"message": message, "type": "THApiException", "code": code, "is_transient": False}
    if subcode:
        said["error_subcode"] = subcode
    return Reply(status, {"error": {**said, **more, "fbtrace_id": "A" + secrets.token_hex(6)}})


def not_there(number: str) -> Reply:
    return error(
        100,
        f"Unsupported get request. Object with ID '{number}' does not exist, cannot be loaded due to missing "
        "permissions, or does not support this operation",
        33,
    )


def length(text: str) -> int:
    """As the documents count: an emoji is as long as its bytes in UTF-8."""
    return sum(len(char.encode()) if _EMOJI.match(char) else 1 for char in text)


def chosen(value: dict[str, Any], fields: dict[str, str], kind: str, default: str) -> Reply:
    """Only the fields that were asked for; one that there is not is refused."""
    wanted = fields.get("fields", default).split(",")
    if unknown := [name for name in wanted if name not in FIELDS[kind]]:
        return error(100, f"Tried accessing nonexisting field ({unknown[0]})")
    return Reply(200, {name: value[name] for name in ["id", *wanted] if name in value})
