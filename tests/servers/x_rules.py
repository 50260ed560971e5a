"""What X's API takes, endpoint by endpoint, in our own words after its description 2.167 and, for the names
of fields, 2.166 as well. ``problem_of`` finds what is wrong with a request; X refuses exactly that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TYPES = "https://api.x.com/2/problems/"
ID = r"[0-9]{1,19}"
NAME = r"[A-Za-z0-9_]{1,15}"
TOKEN = r".{16,}"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"

MEDIA_FIELDS = frozenset(
    "alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url "
    "promoted_metrics public_metrics type url variants width".split()
)
_USER = (
    "confirmed_email connection_status created_at description entities id is_identity_verified location name "
    "parody profile_banner_url profile_image_url protected public_metrics receives_your_dm subscription "
    "subscription_type url username verified verified_followers_count verified_type withheld"
)
_POST = (
    "article attachments card_uri community_id context_annotations conversation_id created_at "
    "display_text_range edit_controls entities geo id lang matched_media_notes media_metadata "
    "non_public_metrics note_request_suggestions organic_metrics paid_partnership possibly_sensitive "
    "promoted_metrics public_metrics reply_settings scopes source suggested_source_links "
    "suggested_source_links_with_counts text withheld"
)
_EXPANSIONS = (
    "article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet "
    "attachments.poll_ids author_id entities.mentions.username geo.place_id in_reply_to_user_id"
)


@dataclass(frozen=True)
class Words:
    """One of the two vocabularies."""

    fields: str  # name of the parameter
    post: frozenset[str]
    expansions: frozenset[str]
    user: frozenset[str]
    user_expansions: frozenset[str]
    message: frozenset[str]
    message_expansions: frozenset[str]
    history: str
    references: str
    included: str
    newest: str
    count: str


TWEETS = Words(
    "tweet.fields",
    frozenset(
        f"{_POST} author_id edit_history_tweet_ids in_reply_to_user_id note_tweet referenced_tweets".split()
    ),
    frozenset(
        f"{_EXPANSIONS} edit_history_tweet_ids entities.note.mentions.username referenced_tweets.id "
        "referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id".split()
    ),
    frozenset(f"{_USER} affiliation most_recent_tweet_id pinned_tweet_id".split()),
    frozenset("affiliation.user_id most_recent_tweet_id pinned_tweet_id".split()),
    frozenset(
        "attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets "
        "sender_id text".split()
    ),
    frozenset("attachments.media_keys participant_ids referenced_tweets.id sender_id".split()),
    "edit_history_tweet_ids",
    "referenced_tweets",
    "tweets",
    "most_recent_tweet_id",
    "tweet_count",
)
POSTS = Words(
    "post.fields",
    frozenset(f"{_POST} article_title note_post".split()),
    frozenset(f"{_EXPANSIONS} edit_history_post_ids referenced_posts username".split()),
    frozenset(f"{_USER} subscribes_to_you".split()),
    frozenset("affiliation most_recent_post_id pinned_post_id".split()),
    frozenset("attachments created_at dm_conversation_id entities event_type id text".split()),
    frozenset("attachments.media_keys participant_ids referenced_posts sender_id".split()),
    "edit_history_post_ids",
    "referenced_posts",
    "posts",
    "most_recent_post_id",
    "post_count",
)


def whole(least: int, most: int) -> Any:
    return lambda text: text.isdigit() and least <= int(text) <= most


def like(pattern: str) -> Any:
    return lambda text: re.fullmatch(pattern, text) is not None


def listed(pattern: str, most: int = 100) -> Any:
    one = like(pattern)
    return lambda text: 1 <= len(text.split(",")) <= most and all(map(one, text.split(",")))


def some_of(*values: str) -> Any:
    return lambda text: (
        len(set(text.split(","))) == len(text.split(",")) and set(text.split(",")) <= {*values}
    )


_PLACE = {
    "pagination_token": like(".+"),
    "start_time": like(MOMENT),
    "end_time": like(MOMENT),
    "since_id": like(ID),
    "until_id": like(ID),
}
_OWN = {"max_results": whole(5, 100), **_PLACE, "exclude": some_of("replies", "retweets")}
_SEARCH = {
    "query": lambda text: 1 <= len(text) <= 512,
    "max_results": whole(10, 100),
    "next_token": like(".+"),
    "sort_order": like("recency|relevancy"),
    **_PLACE,
}
_QUOTES = {
    "max_results": whole(10, 100),
    "pagination_token": like(".+"),
    "exclude": some_of("replies", "retweets"),
}
_MESSAGES = {
    "max_results": whole(1, 100),
    "pagination_token": like(TOKEN),
    "event_types": some_of("MessageCreate", "ParticipantsJoin", "ParticipantsLeave"),
}


@dataclass(frozen=True)
class Endpoint:
    method: str
    path: str  # a pattern with the names of its parts
    kind: str = ""  # whose fields may be asked for: "post", "message" or "user"
    params: Mapping[str, Any] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ("tweet.read", "users.read")
    app: bool = False  # also open to the app's bearer token
    user: bool = True
    body: Mapping[str, Any] | None = None
    needed: tuple[str, ...] = ()  # in the body


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(ID, value) is not None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_reply(value: Any) -> bool:
    known = {"in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata"}
    return isinstance(value, dict) and value.keys() <= known and _is_id(value.get("in_reply_to_tweet_id"))


def _is_filter(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= {"user_id", "keyword", "direction"}


EVENTS = frozenset(
    "post.create post.delete post.mention.create post.reply.create post.quote.create post.repost.create "
    "like.create dm.received dm.sent dm.read follow.follow follow.unfollow".split()
)

_WRITE = ("tweet.read", "tweet.write", "users.read")
_DM = ("dm.read", "tweet.read", "users.read")
_DM_WRITE = ("dm.write", "tweet.read", "users.read")
_MESSAGE = {"text": _is_text, "attachments": lambda value: isinstance(value, list)}

ENDPOINTS = (
    Endpoint(
        "GET", f"/2/users/(?P<id>{ID})/mentions", "post", {"max_results": whole(5, 100), **_PLACE}, app=True
    ),
    Endpoint("GET", f"/2/users/(?P<id>{ID})/tweets", "post", _OWN, app=True),
    Endpoint("GET", "/2/tweets/search/recent", "post", _SEARCH, ("query",), app=True),
    Endpoint("GET", "/2/tweets", "post", {"ids": listed(ID)}, ("ids",), app=True),
    Endpoint(
        "POST",
        "/2/tweets",
        scopes=_WRITE,
        body={"text": _is_text, "reply": _is_reply, "quote_tweet_id": _is_id},
    ),
    Endpoint("GET", f"/2/tweets/(?P<id>{ID})", "post", app=True),
    Endpoint("DELETE", f"/2/tweets/(?P<id>{ID})", scopes=_WRITE),
    Endpoint("GET", f"/2/tweets/(?P<id>{ID})/quote_tweets", "post", _QUOTES, app=True),
    Endpoint(
        "PUT",
        f"/2/tweets/(?P<id>{ID})/hidden",
        scopes=("tweet.read", "tweet.moderate.write", "users.read"),
        body={"hidden": lambda value: isinstance(value, bool)},
        needed=("hidden",),
    ),
    Endpoint(
        "POST",
        f"/2/users/(?P<id>{ID})/likes",
        scopes=("like.write", "tweet.read", "users.read"),
        body={"tweet_id": _is_id},
        needed=("tweet_id",),
    ),
    Endpoint("GET", "/2/users/me", "user"),
    Endpoint("GET", "/2/users/by", "user", {"usernames": listed(NAME)}, ("usernames",), app=True),
    Endpoint("GET", "/2/dm_events", "message", _MESSAGES, scopes=_DM),
    Endpoint("GET", f"/2/dm_events/(?P<id>{ID})", "message", scopes=_DM),
    Endpoint("GET", f"/2/dm_conversations/with/(?P<id>{ID})/dm_events", "message", _MESSAGES, scopes=_DM),
    Endpoint("POST", f"/2/dm_conversations/with/(?P<id>{ID})/messages", scopes=_DM_WRITE, body=_MESSAGE),
    Endpoint(
        "GET",
        f"/2/dm_conversations/(?P<id>{ID}-{ID}|[0-9]{{15,19}})/dm_events",
        "message",
        _MESSAGES,
        scopes=_DM,
    ),
    Endpoint(
        "POST",
        f"/2/dm_conversations/(?P<id>{ID}-{ID}|[0-9]{{15,19}})/messages",
        scopes=_DM_WRITE,
        body=_MESSAGE,
    ),
    Endpoint(
        "GET",
        "/2/activity/subscriptions",
        params={"max_results": whole(1, 1000), "pagination_token": like(TOKEN)},
        scopes=("like.read", "tweet.read"),
        app=True,
    ),
    Endpoint(
        "POST",
        "/2/activity/subscriptions",
        scopes=(),
        app=True,
        body={
            "event_type": lambda value: value in EVENTS,
            "filter": _is_filter,
            "tag": lambda value: _is_text(value) and len(value) <= 200,
            "webhook_id": _is_id,
        },
        needed=("event_type", "filter"),
    ),
    Endpoint(
        "GET",
        "/2/activity/stream",
        params={"backfill_minutes": whole(0, 5), "start_time": like(MOMENT), "end_time": like(MOMENT)},
        app=True,
        user=False,
    ),
)


def endpoint_of(method: str, path: str) -> tuple[Endpoint, str] | None:
    """The endpoint and the id in its path."""
    for endpoint in ENDPOINTS:
        match = re.fullmatch(endpoint.path, path)
        if match and endpoint.method == method:
            return endpoint, match.groupdict().get("id", "")
    return None


def problem_of(endpoint: Endpoint, query: Mapping[str, list[str]], body: bytes, words: Words) -> Any:
    """The body of X's 400, or None where the request is as described."""
    fields = {"media.fields": some_of(*MEDIA_FIELDS), "user.fields": some_of(*words.user)}
    if endpoint.kind == "post":
        fields |= {words.fields: some_of(*words.post), "expansions": some_of(*words.expansions)}
    elif endpoint.kind == "message":
        fields |= {"dm_event.fields": some_of(*words.message), words.fields: some_of(*words.post)}
        fields["expansions"] = some_of(*words.message_expansions)
    elif endpoint.kind == "user":
        fields = {"user.fields": fields["user.fields"], words.fields: some_of(*words.post)}
        fields["expansions"] = some_of(*words.user_expansions)
    else:
        fields = {}
    known = {**endpoint.params, **fields}
    for name, values in query.items():
        if name not in known:
            return invalid(
                name, values, f"The query parameter [{name}] is not one of [{','.join(sorted(known))}]"
            )
        if len(values) != 1 or not known[name](values[0]):
            return invalid(name, values, f"The `{name}` query parameter value [{values[0]}] is not valid")
    for name in endpoint.required:
        if name not in query:
            return invalid(name, [], f"The `{name}` query parameter can not be empty")
    return None if endpoint.body is None else _body_problem(endpoint, body)


def _body_problem(endpoint: Endpoint, body: bytes) -> Any:
    assert endpoint.body is not None
    try:
        value = json.loads(body)
    except ValueError:
        return invalid("body", [], "Requests with bodies must have content-type of application/json.")
    if not isinstance(value, dict):
        return invalid("body", [], "$: is missing but it is required")
    for name, one in value.items():
        if name not in endpoint.body:
            return invalid(
                name, [], f"$.{name}: is not defined in the schema and the schema does not allow it"
            )
        if not endpoint.body[name](one):
            return invalid(name, [], f"$.{name}: does not match the schema")
    for name in endpoint.needed:
        if name not in value:
            return invalid(name, [], f"$.{name}: is missing but it is required")
    if not endpoint.needed and not value:
        return invalid("text", [], "$.text: is missing but it is required")
    return None


def invalid(name: str, values: list[str], message: str) -> dict[str, Any]:
    """Two shapes at once, as X sends them: a problem and a list of what is wrong."""
    return {
        "errors": [{"parameters": {name: values}, "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": TYPES + "invalid-request",
    }


def problem(slug: str, title: str, detail: str, status: int, **more: Any) -> dict[str, Any]:
    kind = TYPES + slug if slug else "about:blank"
    return {"title": title, "detail": detail, "type": kind, "status": status, **more}


def not_found(number: str, kind: str = "tweet", parameter: str = "id") -> dict[str, Any]:
    return {
        "value": number,
        "detail": f"Could not find {kind} with {parameter}: [{number}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": number,
        "type": TYPES + "resource-not-found",
    }
