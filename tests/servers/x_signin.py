"""Codes and tokens of the fake X: PKCE, callbacks letter by letter, refresh tokens that count once."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import parse_qs, urlencode

from tests.servers.tiny_http import Reply, Request

SCOPES = (
    "tweet.read tweet.write tweet.moderate.write users.read dm.read dm.write like.read like.write "
    "offline.access"
).split()


class Tokens:
    """``access`` and ``refresh`` are those of the city's account, ``app`` is the app's own."""

    def __init__(self, account: str) -> None:
        self.account = account
        self.client_id = "Q2xpZW50SWRPZlRoZUNpdHk"
        self.callbacks: list[str] = []
        self.app = "app-" + secrets.token_urlsafe(24)
        self.access = "user-" + secrets.token_urlsafe(24)
        self.refresh = "again-" + secrets.token_urlsafe(24)
        self.scopes = set(SCOPES)
        self.ended: set[str] = set()
        self.revoked = False
        self.renewals = 0
        self._codes: dict[str, dict[str, str]] = {}

    def scopes_of(self, token: str) -> set[str]:
        return self.scopes if token == self.access and token not in self.ended and not self.revoked else set()

    def authorize(self, request: Request) -> Reply:
        """The browser of somebody who is signed in and says yes at once."""
        names = ("response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge")
        given = {name: request.one(name) for name in names}
        wrong = (
            not all(given.values())
            or given["response_type"] != "code"
            or given["client_id"] != self.client_id
            or given["redirect_uri"] not in self.callbacks
            or len(given["state"]) > 500
            or request.one("code_challenge_method") != "S256"
            or not set(given["scope"].split()) <= set(SCOPES)
        )
        if wrong:
            return Reply(400, b"Something went wrong", {"Content-Type": "text/html"})
        code = secrets.token_urlsafe(16)
        self._codes[code] = given
        query = urlencode({"code": code, "state": given["state"]})
        return Reply(302, b"", {"Location": f"{given['redirect_uri']}?{query}"})

    def give(self, request: Request) -> Reply:
        fields = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
        kind = fields.pop("grant_type", "")
        wanted = {
            "authorization_code": {"code", "client_id", "redirect_uri", "code_verifier"},
            "refresh_token": {"refresh_token", "client_id"},
        }
        if fields.keys() != wanted.get(kind, {""}) or fields["client_id"] != self.client_id:
            return _refused("Missing required parameter or unknown client")
        if self.revoked:
            return _refused("Value passed for the token was invalid.")
        if kind == "refresh_token":
            if fields["refresh_token"] != self.refresh:
                return _refused("Value passed for the token was invalid.")
            self.renewals += 1
            return self._new(self.scopes)
        given = self._codes.pop(fields["code"], {})
        digest = hashlib.sha256(fields["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            not given
            or challenge != given["code_challenge"]
            or fields["redirect_uri"] != given["redirect_uri"]
        ):
            return _refused("Value passed for the authorization code was invalid.")
        return self._new(set(given["scope"].split()))

    def _new(self, scopes: set[str]) -> Reply:
        self.ended.add(self.access)
        self.access = "user-" + secrets.token_urlsafe(24)
        self.scopes = scopes
        value: dict[str, Any] = {
            "token_type": "bearer",
            "expires_in": 7200,
            "access_token": self.access,
            "scope": " ".join(sorted(scopes)),
        }
        if "offline.access" in scopes:
            self.refresh = "again-" + secrets.token_urlsafe(24)
            value["refresh_token"] = self.refresh
        return Reply(200, value)


def _refused(why: str) -> Reply:
    return Reply(400, {"error": "invalid_request", "error_description": why})
