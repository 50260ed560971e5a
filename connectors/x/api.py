"""Requests to X: where it is, how a call is signed, which vocabulary it takes, and what its refusals mean."""

from __future__ import annotations

import logging
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
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, Response
from connectors.http_limits import spent_until_ms, wait_until_ms
from connectors.x.problems import Problem, names_place, problems, reason_of
from connectors.x.words import fields

log = logging.getLogger(__name__)

OFFICIAL = "https://api.x.com"
AUTHORIZE = "https://x.com/i/oauth2/authorize"
_ANSWERED = (400, 401, 402, 403, 404, 405, 409, 410, 422, 429)
_OWN_SITES = ("x.com", "twitter.com")

PAUSE_S = 60.0
CAPPED_PAUSE_S = 3600.0
"""A used-up plan is asked again after an hour: refused calls cost nothing, and credit is soon bought."""

NOT_ALLOWED = (
    "X가 이 앱이나 요금제에 이 기능을 허용하지 않습니다. / X does not allow this for this app or its plan."
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any  # None where the answer is no JSON
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def missing(self) -> bool:
        return self.status in (404, 410) or (not self.ok and any(p.missing for p in self.problems))

    @property
    def reason(self) -> str:
        return reason_of(self.problems)


class Api:
    """One sign-in on one server: X itself, or a server that speaks its API at the channel's address."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        self.http = http
        self.server = server_of(config.url)
        self.app_bearer = secret.get("app_bearer", "")
        self.renamed: set[str] = set()  # kinds of things that this server only knows by their new names
        self._secret = secret
        given = secret.get("server", "")
        # Renewing sees the secret only: one that does not say whose it is would be shown to X itself.
        renewable = bool(given) or self.server == OFFICIAL
        self._tokens = config.tokens if renewable else None
        self._other_server = bool(given) and server_of(given) != self.server

    @property
    def secret(self) -> Mapping[str, str]:
        """As it was last renewed."""
        return self._tokens.secret if self._tokens is not None else self._secret

    @property
    def signed_in(self) -> bool:
        return bool(self.secret.get("access_token"))

    async def read(self, path: str, kind: str = "", **params: Any) -> Answer:
        """A GET; ``kind`` ("post", "dm" or "user") adds what is asked of every such thing.

        A server that does not know the names we use is asked once more with the other ones."""
        answer = await self._read_with_names(path, kind, params)
        if kind and answer.status == 400 and not names_place(answer.problems):
            self.renamed ^= {kind}
            other = await self._read_with_names(path, kind, params)
            if other.status != 400 or names_place(other.problems):
                return other
            self.renamed ^= {kind}  # it was not the names
        return answer

    async def _read_with_names(self, path: str, kind: str, params: Mapping[str, Any]) -> Answer:
        names = fields(kind, renamed=kind in self.renamed) if kind else {}
        return await self.call("GET", path, {**params, **names})

    async def demand(self, path: str, kind: str = "", **params: Any) -> Any:
        """The value of a GET that has to succeed."""
        answer = await self.read(path, kind, **params)
        if not answer.ok:
            raise refusal(answer, reading=True)
        return answer.value

    async def call(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Answer:
        """One call as the account; refusals are returned. A token that has ended is renewed once."""
        token = await self._token()
        answer = await self._once(method, path, params, body, token)
        if answer.status == 401 and self._tokens is not None:
            renewed = await self._token(token)
            if renewed and renewed != token:
                answer = await self._once(method, path, params, body, renewed)
        if answer.status == 401 or any(p.sign_in for p in answer.problems if not answer.ok):
            raise AuthExpired(f"X: {answer.status} {_slug(answer)}", f"http-{answer.status}")
        return answer

    def not_after(self, at_ms: int) -> int:
        """See ``Http.not_after``."""
        return self.http.not_after(self.server, at_ms)

    async def call_as_app(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Answer:
        """One call as the app itself (the activity stream is not open to accounts)."""
        answer = await self._once(method, path, params, body, self.app_bearer)
        if answer.status == 401:
            raise AuthExpired(f"X: 401 for the app {_slug(answer)}", "http-401")
        return answer

    async def _once(
        self, method: str, path: str, params: Mapping[str, Any] | None, body: Any, token: str
    ) -> Answer:
        self._guard()
        auth = f"Bearer {token}"
        response = await self.http.request(
            method,
            self.server + path,
            params=params,
            json=body,
            auth=auth,
            accept=_ANSWERED,
            headers={"Accept": "application/json"},
        )
        if response.status == 204:
            return Answer(response.status, {}, ())
        value = response.json_or_none(writing=method != "GET")
        answer = Answer(response.status, value, problems(value))
        if answer.status in (402, 429) or (not answer.ok and any(p.capped for p in answer.problems)):
            raise self._limited(answer, response, auth)
        return answer

    def _limited(self, answer: Answer, response: Response, auth: str) -> RateLimited:
        """Every endpoint has a budget of its own; a plan that is used up ends everything (x.md section 7)."""
        now_ms = int(time.time() * 1000)
        where = f"X: {answer.status} {_slug(answer)} {urlsplit(response.url).path}"
        if answer.status == 402 or any(p.capped for p in answer.problems):
            until_ms = now_ms + int(CAPPED_PAUSE_S * 1000)
            self.http.hold(response.url, auth, until_ms)
            return RateLimited(where, until_ms, "usage-capped")
        until_ms = wait_until_ms(response.headers, now_ms, PAUSE_S)
        if spent_until_ms(response.headers, now_ms, "x-rate-limit") is None:
            self.http.hold(response.url, auth, until_ms)  # it does not say which budget: all of them wait
        return RateLimited(where, until_ms, "http-429")

    def _guard(self) -> None:
        """A token is shown to the server that it was given for, and to nobody on the way."""
        if self._other_server:
            raise AuthExpired("the sign-in is for another server", "other-server")
        if not may_carry_secrets(self.server):
            raise Refused(INSECURE, "insecure")

    async def _token(self, refused: str = "") -> str:
        self._guard()
        if not self.signed_in:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")
        if self._tokens is None:
            return self._secret["access_token"]
        try:
            return await self._tokens.token(refused)
        except OutcomeUnknown as error:
            # What is unknown is whether the token was renewed; what we were asked to do was not begun.
            raise Unreachable(str(error), error.code) from None


def refusal(answer: Answer, *, reading: bool, fallback: str = NOT_ALLOWED) -> ConnectorError:
    """The error that a refused call means."""
    code = f"http-{answer.status}"
    if reading and answer.value is None:
        return Unreachable(f"X: {answer.status} without an explanation", code)  # a proxy, not X
    if reading and answer.status != 403:
        return Unreachable(f"X: {answer.status} {_slug(answer)}", code)
    return Refused(answer.reason or fallback, code)


def _slug(answer: Answer) -> str:
    return next((p.slug or p.title for p in answer.problems if p.slug or p.title), "")[:80]


def server_of(url: str) -> str:
    """Where the API is for a channel's address: X's own for the empty one, a name or an address at X."""
    text = url.strip()
    if not text or text.startswith("@") or ("://" not in text and "." not in text and ":" not in text):
        return OFFICIAL
    parts = web_address(text)
    host = parts.hostname or ""
    if host in _OWN_SITES or host.endswith(tuple(f".{site}" for site in _OWN_SITES)):
        return OFFICIAL
    path = parts.path.rstrip("/").removesuffix("/2")
    return f"{origin(parts)}{path}"
