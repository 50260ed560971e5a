"""The parts of ``fake_youtube`` that need none of its comments: what a request may hold by Google's own
description, how an error is written, and Google's side of a sign-in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.servers.tiny_http import Reply, Request

SPEC: dict[str, Any] = json.loads(
    (Path(__file__).parent / "specs" / "youtube_v3.json").read_text(encoding="utf-8")
)
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
WRITABLE = {
    "POST /youtube/v3/comments": {"snippet": {"parentId", "textOriginal"}},
    "PUT /youtube/v3/comments": {"id": set(), "snippet": {"textOriginal"}},
}
_STATUS = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND"}


def error(code: int, reason: str, message: str = "", domain: str = "youtube.comment") -> Reply:
    """Google's way to say no; the sentence may hold HTML."""
    said = message or f'The request failed: <a href="/youtube/v3/docs">{reason}</a>'
    return Reply(
        code,
        {
            "error": {
                "code": code,
                "message": said,
                "errors": [{"message": said, "domain": domain, "reason": reason}],
                "status": _STATUS.get(code, "INTERNAL"),
            }
        },
    )


def bad_key() -> Reply:
    reply = error(400, "badRequest", "API key not valid. Please pass a valid API key.", "global")
    reply.value["error"]["details"] = [
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
    ]
    return reply


def objection(request: Request) -> Reply | None:
    """Why Google would not take this request, by the description alone."""
    name = f"{request.method} {request.path}"
    method = SPEC["methods"].get(name)
    if method is None:
        return Reply(
            404, b"<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>", {"Content-Type": "text/html"}
        )
    for key, values in request.query.items():
        rule = method["parameters"].get(key) or SPEC["parameters"].get(key)
        if rule is None:
            return error(400, "invalid", f'Unknown name "{key}": Cannot bind query parameter.', "global")
        if len(values) > 1 and not rule.get("repeated"):
            return error(400, "invalidParameter", f"{key} is not repeated", "global")
        for value in values:
            if said := _wrong_value(rule, value):
                return error(400, "invalidParameter", f"Invalid value for {key}: {said}", "global")
    for key, rule in method["parameters"].items():
        if rule.get("required") and not request.one(key):
            return error(400, "missingRequiredParameter", f"Required parameter: {key}", "global")
    return _filters(request) or _body(request, name)


def _wrong_value(rule: Mapping[str, Any], value: str) -> str:
    if "enum" in rule and value not in rule["enum"]:
        return f"not one of {rule['enum']}"
    if rule["type"] == "boolean" and value not in ("true", "false"):
        return "not a boolean"
    if rule["type"] == "integer":
        if not re.fullmatch(r"-?\d+", value):
            return "not a number"
        if not int(rule.get("minimum", 0)) <= int(value) <= int(rule.get("maximum", 2**31)):
            return "out of range"
    return ""


_FILTERS = {
    "/youtube/v3/commentThreads": ("allThreadsRelatedToChannelId", "channelId", "id", "videoId"),
    "/youtube/v3/comments": ("id", "parentId"),
    "/youtube/v3/channels": ("categoryId", "forHandle", "forUsername", "id", "managedByMe", "mine"),
    "/youtube/v3/videos": ("chart", "id", "myRating"),
    "/youtube/v3/playlistItems": ("id", "playlistId"),
}
_NOT_WITH_ID = ("maxResults", "pageToken", "moderationStatus", "order", "searchTerms")


def _filters(request: Request) -> Reply | None:
    if request.method != "GET":
        return None
    given = [name for name in _FILTERS[request.path] if name in request.query]
    if not given:
        return error(400, "missingRequiredParameter", "No filter selected.", "youtube.parameter")
    if len(given) > 1:
        return error(400, "incompatibleParameters", f"Not together: {given}", "youtube.parameter")
    if given == ["id"] and any(name in request.query for name in _NOT_WITH_ID):
        return error(400, "incompatibleParameters", "id stands alone", "youtube.parameter")
    if given == ["id"] and len(request.one("id").split(",")) > 50:
        return error(400, "invalidFilters", "Too many ids", "youtube.parameter")
    return None


def _body(request: Request, name: str) -> Reply | None:
    shape = WRITABLE.get(name)
    if shape is None:
        return error(400, "invalid", "A body was not expected.", "global") if request.body else None
    if "application/json" not in request.headers.get("content-type", ""):
        return error(400, "parseError", "This API does not support parsing form-encoded input.", "global")
    try:
        value = json.loads(request.body)
    except ValueError:
        return error(400, "parseError", "Parse Error", "global")
    if not isinstance(value, dict) or not isinstance(value.get("snippet"), dict):
        return error(400, "processingFailure")
    known = SPEC["schemas"]["Comment"], SPEC["schemas"]["CommentSnippet"]
    for part, names in zip((value, value["snippet"]), known, strict=True):
        for key in part:
            if key not in names:
                return error(400, "invalid", f'Unknown name "{key}": Cannot find field.', "global")
    said = value["snippet"]
    if "id" in shape and not isinstance(value.get("id"), str):
        return error(400, "commentIdMissing")
    if "parentId" in shape["snippet"] and not isinstance(said.get("parentId"), str):
        return error(400, "parentIdMissing")
    text = said.get("textOriginal")
    if not isinstance(text, str) or not text.strip():
        return error(400, "commentTextRequired")
    return error(400, "commentTextTooLong") if len(text) > 10_000 else None


def quota_error() -> Reply:
    said = 'The request cannot be completed because you have exceeded your <a href="/quota">quota</a>.'
    return error(403, "quotaExceeded", said, "youtube.quota")


def parts(value: dict[str, Any], request: Request) -> dict[str, Any]:
    """Only the parts that were asked for."""
    wanted = {"kind", "id", *request.one("part").split(",")}
    return {name: part for name, part in value.items() if name in wanted}


def tagged(value: dict[str, Any]) -> dict[str, Any]:
    return {"etag": hashlib.sha1(json.dumps(value, sort_keys=True).encode()).hexdigest()[:20], **value}


def rfc3339(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class SignIn:
    """Clients, codes and tokens, checked as Google checks desktop programs."""

    def __init__(self) -> None:
        self.client_id = "1234-made-up.apps.googleusercontent.com"
        self.client_secret = "GOCSPX-made-up-client-secret"
        self.tokens: set[str] = set()  # access tokens that count
        self.refresh_tokens: set[str] = set()
        self.scope = SCOPE  # what the person allows
        self._codes: dict[str, dict[str, str]] = {}

    def new_token(self) -> str:
        token = "ya29." + secrets.token_urlsafe(32)
        self.tokens.add(token)
        return token

    def new_refresh_token(self) -> str:
        token = "1//" + secrets.token_urlsafe(32)
        self.refresh_tokens.add(token)
        return token

    def authorize(self, request: Request) -> Reply:
        """The browser of somebody who chooses the city's channel and says yes at once."""
        one = {name: values[0] for name, values in request.query.items()}
        redirect = one.get("redirect_uri", "")
        if one.get("client_id") != self.client_id:
            return Reply(401, b"Error 401: invalid_client", {"Content-Type": "text/html"})
        if not re.fullmatch(r"http://(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(/[^?#]*)?", redirect):
            return Reply(400, b"Error 400: redirect_uri_mismatch", {"Content-Type": "text/html"})
        wanted = {"response_type": "code", "code_challenge_method": "S256", "access_type": "offline"}
        if any(one.get(name) != value for name, value in wanted.items()) or one.get("scope") != SCOPE:
            return Reply(400, b"Error 400: invalid_request", {"Content-Type": "text/html"})
        code = "4/" + secrets.token_urlsafe(24)
        self._codes[code] = {"challenge": one.get("code_challenge", ""), "redirect": redirect}
        query = urlencode({"state": one.get("state", ""), "code": code, "scope": self.scope})
        return Reply(302, b"", {"Location": f"{redirect}?{query}"})

    def give_token(self, request: Request) -> Reply:
        if request.method != "POST" or "form" not in request.headers.get("content-type", ""):
            return Reply(400, {"error": "invalid_request"})
        fields = request.fields()
        if (fields.get("client_id"), fields.get("client_secret")) != (self.client_id, self.client_secret):
            return Reply(
                401, {"error": "invalid_client", "error_description": "The OAuth client was not found."}
            )
        answer = {"expires_in": 3599, "scope": self.scope, "token_type": "Bearer"}
        if fields.get("grant_type") == "refresh_token":
            if fields.get("refresh_token") not in self.refresh_tokens:
                gone = "Token has been expired or revoked."
                return Reply(400, {"error": "invalid_grant", "error_description": gone})
            return Reply(200, {"access_token": self.new_token(), **answer})
        if fields.get("grant_type") != "authorization_code":
            return Reply(400, {"error": "unsupported_grant_type"})
        code = self._codes.pop(fields.get("code", ""), None)
        digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if code is None or code["challenge"] != challenge or code["redirect"] != fields.get("redirect_uri"):
            return Reply(400, {"error": "invalid_grant", "error_description": "Bad Request"})
        refresh = self.new_refresh_token()
        return Reply(200, {"access_token": self.new_token(), "refresh_token": refresh, **answer})
