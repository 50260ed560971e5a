"""What Meta's Graph API understands, for the fake: nodes and their fields, edges and their parameters, how
fields are written, and how refusals look.

After api_specs v25.0 of facebook-business-sdk-codegen (Page, PagePost, Comment, UnifiedThread, IGUser,
IGMedia, IGComment), rewritten by hand and cut down; what is not listed is refused as the Graph refuses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.servers.tiny_http import Reply

NODES: dict[str, str] = {
    "User": "id name",
    "Page": "about access_token category fan_count followers_count id instagram_business_account "
    "is_published link name username verification_status website tasks",
    "Post": "attachments can_reply_privately created_time from full_picture id is_hidden is_published "
    "message parent_id permalink_url shares status_type story updated_time message_tags comments",
    "Comment": "attachment can_comment can_hide can_like can_remove can_reply_privately comment_count "
    "created_time from id is_hidden is_private like_count message message_tags object parent permalink_url "
    "user_likes comments",
    "UnifiedThread": "can_reply id link message_count messages participants snippet unread_count "
    "updated_time",
    "Message": "attachments created_time from id message to",
    "IGUser": "biography followers_count follows_count id user_id media_count name profile_picture_url "
    "username website business_discovery",
    "IGMedia": "alt_text caption comments comments_count id is_comment_enabled like_count media_product_type "
    "media_type media_url owner permalink shortcode thumbnail_url timestamp username",
    "IGComment": "from hidden id like_count media parent_id replies text timestamp user username",
}
INNER = {
    "attachments": "media_type type media url title description subattachments target data",
    "instagram_business_account": "id username",
    "from": "id name username",
    "to": "id name username",
    "parent": "id",
    "object": "id",
    "media": "id permalink image source",
    "participants": "id name username",
}
"""Fields of values that are no nodes of the fake's."""

COMMENT_LIST = "filter order since live_filter"
EDGES: dict[tuple[str, str, str], str] = {
    ("GET", "User", "accounts"): "",
    ("GET", "Page", "feed"): "include_hidden show_expired with since until",
    ("GET", "Page", "visitor_posts"): "include_hidden show_expired with since until",
    ("GET", "Page", "published_posts"): "include_hidden show_expired with since until",
    ("GET", "Page", "tagged"): "since until",
    ("GET", "Page", "conversations"): "folder platform tags user_id",
    ("GET", "Post", "comments"): COMMENT_LIST,
    ("GET", "Comment", "comments"): COMMENT_LIST,
    ("GET", "UnifiedThread", "messages"): "source",
    ("GET", "IGUser", "media"): "since until",
    ("GET", "IGUser", "tags"): "",
    ("GET", "IGUser", "conversations"): "folder platform tags user_id",
    ("GET", "IGMedia", "comments"): "",
    ("GET", "IGComment", "replies"): "",
    ("POST", "Post", "comments"): "message attachment_id attachment_share_url attachment_url",
    ("POST", "Comment", "comments"): "message attachment_id attachment_share_url attachment_url",
    ("POST", "Post", ""): "message is_hidden is_published",
    ("POST", "Comment", ""): "message is_hidden attachment_id attachment_url",
    ("POST", "Post", "likes"): "",
    ("POST", "Comment", "likes"): "",
    ("DELETE", "Post", "likes"): "",
    ("DELETE", "Comment", "likes"): "",
    ("DELETE", "Post", ""): "",
    ("DELETE", "Comment", ""): "",
    ("POST", "Page", "messages"): "recipient message messaging_type tag notification_type reply_to",
    ("POST", "IGUser", "messages"): "recipient message messaging_type tag reply_to",
    ("POST", "IGMedia", "comments"): "message",
    ("POST", "IGComment", "replies"): "message",
    ("POST", "IGComment", ""): "hide",
    ("POST", "IGMedia", ""): "comment_enabled",
    ("DELETE", "IGComment", ""): "",
}
ALWAYS = "access_token appsecret_proof fields limit after before summary metadata pretty locale"
ENUMS = {
    "filter": ("stream", "toplevel"),
    "order": ("chronological", "reverse_chronological"),
    "messaging_type": ("MESSAGE_TAG", "RESPONSE", "UPDATE", "UTILITY"),
    "tag": ("HUMAN_AGENT",),
}


class GraphError(Exception):
    def __init__(self, message: str, code: int, subcode: int = 0, status: int = 400, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.error = {"message": message, "type": "OAuthException", "code": code, **more}
        if subcode:
            self.error["error_subcode"] = subcode
        self.error["fbtrace_id"] = "AbCdEfGhIjK"

    def reply(self, headers: dict[str, str] | None = None) -> Reply:
        return Reply(self.status, {"error": self.error}, headers or {})


def no_such(node: str, verb: str = "get") -> GraphError:
    return GraphError(
        f"Unsupported {verb} request. Object with ID '{node}' does not exist, cannot be loaded due to "
        "missing permissions, or does not support this operation.",
        100,
        33,
    )


def bad_param(text: str) -> GraphError:
    return GraphError(f"(#100) {text}", 100)


# --- fields -----------------------------------------------------------------------------------------------


@dataclass
class Wanted:
    """One field that is asked for: "comments.limit(5){id}" with what stands in its brackets."""

    name: str
    how: dict[str, str] = field(default_factory=dict)
    inner: list[Wanted] = field(default_factory=list)


_NAME = re.compile(r"[a-z_]+")
_HOW = re.compile(r"\.([a-z_]+)\(([^()]*)\)")


def read_fields(text: str) -> list[Wanted]:
    found, end = _fields(text, 0)
    if end != len(text):
        raise GraphError(f'Syntax error "Expected end of string" at character {end}: {text}', 2500)
    return found


def _fields(text: str, at: int) -> tuple[list[Wanted], int]:
    found: list[Wanted] = []
    while True:
        match = _NAME.match(text, at)
        if match is None:
            raise GraphError(f'Syntax error "Expected name" at character {at}: {text}', 2500)
        one = Wanted(match[0])
        at = match.end()
        while how := _HOW.match(text, at):
            one.how[how[1]] = how[2]
            at = how.end()
        if text[at : at + 1] == "{":
            one.inner, at = _fields(text, at + 1)
            if text[at : at + 1] != "}":
                raise GraphError(f'Syntax error "Expected }}" at character {at}: {text}', 2500)
            at += 1
        found.append(one)
        if text[at : at + 1] != ",":
            return found, at
        at += 1


def check_fields(kind: str, wanted: list[Wanted]) -> None:
    for one in wanted:
        if one.name not in NODES[kind].split():
            raise bad_param(f"Tried accessing nonexisting field ({one.name}) on node type ({kind})")
        if one.name in INNER and not one.how:
            for inner in one.inner:
                if inner.name not in INNER[one.name].split():
                    raise bad_param(f"Tried accessing nonexisting field ({inner.name}) on {one.name}")


def check_params(method: str, kind: str, edge: str, given: dict[str, str]) -> None:
    """Refuses an edge that the node does not have and parameters that the edge does not know."""
    allowed = EDGES.get((method, kind, edge))
    if allowed is None and (method, edge) == ("GET", ""):
        allowed = ""
    if allowed is None:
        if method == "GET":
            raise bad_param(f"Tried accessing nonexisting field ({edge}) on node type ({kind})")
        raise GraphError(f"Unsupported {method.lower()} request.", 100, 33)
    for name, value in given.items():
        if name not in [*allowed.split(), *ALWAYS.split()]:
            raise bad_param(f"The parameter {name} is not known here.")
        if name in ENUMS and value not in ENUMS[name]:
            raise bad_param(f"Param {name} must be one of {{{', '.join(ENUMS[name])}}}")
