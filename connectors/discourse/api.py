"""Requests to one forum: where it is, how a call is signed, and what its refusals mean.

A key that does not count and a thing that is not allowed are both answered with 403 "invalid_access"
(discourse.md section 6): what any key may do tells one from the other.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from connectors.addresses import INSECURE, may_carry_secrets, origin, web_address
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
    clean_text,
)
from connectors.http import Http, Response
from connectors.http_limits import wait_until_ms
from connectors.text import to_text

_ANSWERED = (400, 401, 403, 404, 405, 409, 410, 422, 429)
LONGEST_WAIT_S = 24 * 3600
PAUSE_S = 60.0

_PAGES = frozenset(
    "t c u p g latest new unread hot top categories login signup posts tag tags about faq admin my search "
    "session user-api-key review site".split()
)
"""First parts of addresses within a forum; what stands before them is the folder it lives in."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any  # None where the answer is no JSON
    error_type: str
    reason: str

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def missing(self) -> bool:
        return self.status in (404, 410)


class Api:
    """``site`` is the forum's address without a slash at its end; a forum may live in a folder."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        self.http = http
        self.site = site_of(config.url or secret.get("server", ""))
        self._headers: dict[str, str] = {}
        self.login = ""
        # A key is shown to the forum that gave it and to no other, whatever the channel's address says.
        given_by = secret.get("server", "")
        if (secret.get("api_key") or secret.get("user_api_key")) and given_by:
            self.site = site_of(given_by)
        if secret.get("user_api_key"):
            self.login = secret.get("login", "")
            self._headers = {
                "User-Api-Key": secret["user_api_key"],
                "User-Api-Client-Id": secret.get("client_id", ""),
            }
        elif secret.get("api_key"):
            self.login = secret.get("login", "").strip().removeprefix("@")
            self._headers = {"Api-Key": secret["api_key"].strip(), "Api-Username": self.login}

    @property
    def _budget(self) -> str:
        """Whose rate budget the calls count against: a key's, or that of everybody at this PC."""
        return f"discourse {sorted(self._headers.items())}" if self._headers else ""

    @property
    def signed_in(self) -> bool:
        return bool(self._headers)

    async def call(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Answer:
        """One call. Refusals are returned, all but being asked to wait; a write whose answer is lost raises
        OutcomeUnknown."""
        if self._headers and not may_carry_secrets(self.site):
            raise Refused(INSECURE, "insecure")
        if any(not value.isascii() or not value.isprintable() for value in self._headers.values()):
            raise AuthExpired("a key that no forum has given", "bad-key")
        response = await self.http.request(
            method,
            self.site + path,
            params=params,
            json=body,
            headers={"Accept": "application/json", **self._headers},
            accept=_ANSWERED,
            budget=self._budget,
        )
        if response.status == 429:
            raise self._waiting(response)
        try:
            value = response.json() if response.body.strip() else None
        except Malformed as error:
            if _asks_for_sign_in(response, self.site):
                raise AuthExpired("the forum asks for a sign-in", "login-page") from None
            if response.status < 300 and method == "GET":
                raise
            if response.status < 300:
                raise OutcomeUnknown(str(error), error.code) from None
            value = None
        return Answer(response.status, value, *_said(value))

    async def demand(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Any:
        answer = await self.call(method, path, params, body)
        if not answer.ok:
            raise await self.refusal(answer, reading=method == "GET")
        return answer.value

    async def refusal(self, answer: Answer, *, reading: bool) -> ConnectorError:
        """The error that a refused call means."""
        code = answer.error_type or f"http-{answer.status}"
        if answer.status == 401 or (answer.status == 403 and answer.value is not None and reading):
            return AuthExpired(f"Discourse: {answer.status} {answer.error_type}", code)
        if answer.status == 403 and answer.value is None:
            return Unreachable("Discourse: 403 without an explanation", "http-403")
        if reading:
            return Unreachable(f"Discourse: {answer.status} {answer.reason}".strip(), code)
        if answer.status == 403 and not await self.key_counts():
            return AuthExpired(f"Discourse: {answer.status} {answer.error_type}", code)
        return Refused(answer.reason or f"HTTP {answer.status}", code)

    async def key_counts(self) -> bool:
        """Whether our key may still do what any key may: a right that is missing is answered like a key that
        does not count."""
        return (await self.call("GET", "/posts.json", {"before": 1})).status not in (401, 403)

    def _waiting(self, response: Response) -> RateLimited:
        """How long to wait: in the body, in Retry-After, or not said at all (section 6)."""
        now_ms = int(time.time() * 1000)
        until_ms = wait_until_ms(response.headers, now_ms, PAUSE_S)
        try:
            value = response.json()
        except Malformed:
            value = None
        extras = value.get("extras") if isinstance(value, dict) else None
        seconds = extras.get("wait_seconds") if isinstance(extras, dict) else None
        if isinstance(seconds, int | float) and math.isfinite(seconds) and seconds > 0:
            until_ms = now_ms + int(min(seconds, LONGEST_WAIT_S) * 1000)
        self.http.hold(self.site, self._budget, until_ms)
        return RateLimited("Discourse: 429", until_ms, "http-429")


def _asks_for_sign_in(response: Response, site: str) -> bool:
    """Whether a page that came instead of an answer is the forum's own form to sign in (section 6)."""
    parts = urlsplit(response.url)
    if parts.path.rstrip("/").endswith("/login"):
        return True
    page = response.body[:200_000].lower()
    form = any(word in page for word in (b'type="password"', b"login-required", b"log in", "로그인".encode()))
    return response.status == 200 and parts.netloc == urlsplit(site).netloc and form


def _said(value: Any) -> tuple[str, str]:
    """(error_type, the forum's own words) of an answer."""
    if not isinstance(value, dict):
        return "", ""
    errors = value.get("errors")
    words = [error for error in (errors if isinstance(errors, list) else ()) if isinstance(error, str)]
    kind = value.get("error_type")
    reason = " ".join(clean_text(to_text(" ".join(words))).split())[:500]
    return (clean_text(kind)[:60] if isinstance(kind, str) else ""), reason


def site_of(url: str) -> str:
    """A forum's address from any address that people copy from it. Raises Unreachable."""
    text = url.strip()
    parts = web_address(text)
    folder: list[str] = []
    for name in parts.path.split("/"):
        if name.removesuffix(".json") in _PAGES:
            break
        if name:
            folder.append(name)
    path = "".join(f"/{name}" for name in folder)
    return f"{origin(parts)}{path}"
