"""The parts of ``fake_mastodon`` that need none of its state: text, paging, and the server's side of a
sign-in."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from tests.servers.tiny_http import Reply, Request

LIMIT = 500


@dataclass
class Account:
    id: str
    username: str
    display_name: str
    acct: str
    notifications: list[dict[str, Any]] = field(default_factory=list)  # oldest first


def as_html(text: str, accounts: Iterable[Account], url: str) -> str:
    """As Mastodon writes it: names and addresses become links, addresses are shortened by invisible
    parts."""
    lines = html.escape(text, quote=False)
    for account in sorted(accounts, key=lambda a: -len(a.acct)):
        lines = re.sub(
            rf"(?<![\w@/])@{re.escape(account.acct)}(?![\w.@-])",
            f'<span class="h-card" translate="no"><a href="{url}/@{account.username}" '
            f'class="u-url mention">@<span>{account.username}</span></a></span>',
            lines,
        )
    lines = re.sub(
        r"(?<![\"\w])(https?://)([^\s<]{1,30})([^\s<]*)",
        lambda m: (
            f'<a href="{m[0]}" rel="nofollow noopener" target="_blank"><span class="invisible">{m[1]}'
            f'</span><span class="{"ellipsis" if m[3] else ""}">{m[2]}</span>'
            f'<span class="invisible">{m[3]}</span></a>'
        ),
        lines,
    )
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in lines.split("\n\n"))


def problem(text: str, spoiler: str) -> str:
    """Why Mastodon would not take this text; "" where it would. Addresses count as 23 characters."""
    if not text.strip():
        return "Text can't be blank"
    counted = re.sub(r"https?://[^\s]+", "x" * 23, spoiler + text)
    counted = re.sub(r"@([\w-]+)@[\w.-]+\w", r"@\1", counted)
    length = characters(counted)
    return f"Text character limit of {LIMIT} exceeded" if length > LIMIT else ""


def characters(text: str) -> int:
    """What a reader counts as characters (UAX 29), by Qt's own rules: Mastodon's are Ruby's."""
    if text.isascii():
        return len(text)
    from PySide6.QtCore import QTextBoundaryFinder

    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


def paged(items: list[dict[str, Any]], request: Request, most: int) -> list[dict[str, Any]]:
    """The page that is asked for, newest first (mastodon.md section 4, paging semantics)."""
    limit = max(1, min(int(request.one("limit", "40")), most))
    items = sorted(items, key=lambda item: int(item["id"]))
    if max_id := request.one("max_id"):
        items = [item for item in items if int(item["id"]) < int(max_id)]
    if since := request.one("since_id"):
        items = [item for item in items if int(item["id"]) > int(since)]
    if min_id := request.one("min_id"):
        items = [item for item in items if int(item["id"]) > int(min_id)][:limit]
    return items[::-1][:limit]


def public(status: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in status.items() if not key.startswith("_")}


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class SignIn:
    """Registered programs, codes and tokens, checked as strictly as Mastodon 4.3 does. ``new_token`` makes a
    token for the account that everybody signs in as."""

    def __init__(self, new_token: Callable[[], str]) -> None:
        self._new_token = new_token
        self._apps: dict[str, dict[str, Any]] = {}
        self._codes: dict[str, dict[str, Any]] = {}

    def register(self, request: Request) -> Reply:
        fields = request.fields()
        redirects = fields.get("redirect_uris", "")
        app = {
            "client_id": secrets.token_hex(8),
            "client_secret": secrets.token_hex(8),
            "redirect_uris": redirects.split("\n") if isinstance(redirects, str) else redirects,
            "scopes": str(fields.get("scopes", "read")).split(),
        }
        self._apps[app["client_id"]] = app
        return Reply(
            200, {"id": "1", "name": fields.get("client_name"), **app, "client_secret_expires_at": 0}
        )

    def authorize(self, request: Request) -> Reply:
        """The browser of somebody who is signed in and says yes at once."""
        app = self._apps.get(request.one("client_id"))
        redirect = request.one("redirect_uri")
        # as Doorkeeper does: the port does not matter for an IP literal
        bare = re.sub(r"^http://127\.0\.0\.1:\d+/", "http://127.0.0.1/", redirect)
        if app is None or (redirect not in app["redirect_uris"] and bare not in app["redirect_uris"]):
            return Reply(400, b"The redirect uri included is not valid.", {"Content-Type": "text/html"})
        if not set(request.one("scope").split()) <= set(app["scopes"]):
            return Reply(
                302, b"", {"Location": f"{redirect}?error=invalid_scope&state={request.one('state')}"}
            )
        code = secrets.token_urlsafe(16)
        self._codes[code] = {
            "challenge": request.one("code_challenge"),
            "redirect": redirect,
            "client_id": request.one("client_id"),
        }
        query = urlencode({"code": code, "state": request.one("state")})
        return Reply(302, b"", {"Location": f"{redirect}?{query}"})

    def give_token(self, request: Request) -> Reply:
        fields = request.fields()
        app = self._apps.get(fields.get("client_id", ""))
        if app is None or fields.get("client_secret") != app["client_secret"]:
            return Reply(401, {"error": "invalid_client"})
        if fields.get("grant_type") == "client_credentials":
            return Reply(
                200, {"access_token": "app", "token_type": "Bearer", "scope": "read", "created_at": 1}
            )
        code = self._codes.pop(fields.get("code", ""), None)
        digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if code is None or code["challenge"] != challenge or code["redirect"] != fields.get("redirect_uri"):
            return Reply(400, {"error": "invalid_grant"})
        token = self._new_token()
        return Reply(
            200,
            {"access_token": token, "token_type": "Bearer", "scope": fields.get("scope"), "created_at": 1},
        )
