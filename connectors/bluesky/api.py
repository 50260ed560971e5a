"""Calls to the account's own server: how they are signed, and what refusals mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    Refused,
    Tokens,
    Unreachable,
)
from connectors.bluesky import session
from connectors.bluesky.dpop import ANSWERED, Prover
from connectors.http import Http
from connectors.http_parts import error_sentence
from connectors.oauth import TokenKeeper

NOT_SIGNED_IN = "the channel has no sign-in"

TOKEN_ERRORS = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired", "BadJwt"})
"""The access token does not count (any more); the first of them comes with status 400 (section 3)."""

SUSPENDED = frozenset({"AccountTakedown", "AccountDeactivated", "AccountSuspended"})

NO_PERMISSION = (
    "이 로그인에는 필요한 권한이 없습니다. 다시 로그인해 주세요. / "
    "This sign-in lacks a permission that is needed. Please sign in again."
)
ACCOUNT_OFF = (
    "블루스카이가 이 계정을 정지했거나 계정이 비활성화되었습니다. / "
    "Bluesky has suspended this account, or it was deactivated."
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any  # None where the answer is no JSON
    error: str  # the protocol's name of what went wrong
    reason: str

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class _Fixed:
    """The sign-in of a channel whose tokens nobody keeps: used as it is, never renewed."""

    def __init__(self, secret: Mapping[str, str]) -> None:
        self.secret = secret

    async def token(self, refused: str = "") -> str:
        if refused:
            raise AuthExpired("the session has ended", "token-ended")
        return self.secret.get("access_token", "")


async def _nowhere(secret: Mapping[str, str]) -> None:
    """A session that was made from the app password for this channel alone is not kept."""


def tokens_of(config: ChannelConfig, http: Http) -> Tokens | None:
    """The sign-in of a channel; None where it has none."""
    held: Mapping[str, str] = (config.tokens.secret if config.tokens is not None else config.secret) or {}
    if not held.get("access_token") and not held.get("app_password"):
        return None
    if config.tokens is not None and (held.get("access_token") or held.get("server") or not config.url):
        return config.tokens
    if held.get("access_token") and not held.get("app_password"):
        return _Fixed(held)
    secret = {
        "login_server": session.login_server(held.get("login_server") or held.get("server") or config.url)
    }
    return TokenKeeper({**held, **secret}, partial(session.renew, http), _nowhere)


class Api:
    """One account. ``server()`` is where it lives, which is known after the first sign-in."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self.http = http
        self.tokens = tokens_of(config, http)
        self._typed = config.url
        self._prover: Prover | None = None

    @property
    def signed_in(self) -> bool:
        return self.tokens is not None

    @property
    def secret(self) -> Mapping[str, str]:
        return self.tokens.secret if self.tokens is not None else {}

    def server(self) -> str:
        """A token is shown to the server that gave it and no other, whatever the channel's address says."""
        if self.tokens is None:
            return session.PUBLIC if session.is_official(self._typed) else session.origin(self._typed)
        found = session.origin(self.secret.get("server") or self._typed or session.ENTRYWAY)
        if session.is_official(found) and "bsky.app" in found:
            return session.ENTRYWAY
        return found

    async def call(
        self,
        method: str,
        nsid: str,
        params: Mapping[str, Any] | None = None,
        body: Any = None,
    ) -> Answer:
        """One call. Refusals are returned; ``demand`` raises them. A write whose answer is lost raises
        OutcomeUnknown. A session that has ended is renewed once."""
        token = await self.tokens.token() if self.tokens is not None else ""
        answer = await self._once(method, nsid, params, body, token)
        if self.tokens is not None and not answer.ok and answer.error in TOKEN_ERRORS:
            token = await self.tokens.token(refused=token)
            answer = await self._once(method, nsid, params, body, token)
            if answer.error in TOKEN_ERRORS and not answer.ok:
                raise AuthExpired(f"Bluesky: {answer.status} {answer.error}", answer.error)
        return answer

    async def demand(
        self, method: str, nsid: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Any:
        answer = await self.call(method, nsid, params, body)
        if not answer.ok:
            raise self.refusal(answer, reading=method == "GET")
        return answer.value

    async def get(self, nsid: str, **params: Any) -> Any:
        return await self.demand("GET", nsid, params)

    def refusal(self, answer: Answer, *, reading: bool) -> ConnectorError:
        """The error that a refused call means."""
        code = answer.error or f"http-{answer.status}"
        if answer.error in TOKEN_ERRORS or (answer.status == 401 and answer.error not in SUSPENDED):
            return AuthExpired(f"Bluesky: {answer.status} {answer.error}", code)
        if answer.error in SUSPENDED:
            return Refused(ACCOUNT_OFF, code)
        if answer.status == 403 and answer.value is None:
            return Unreachable("Bluesky: 403 without an explanation", f"http-{answer.status}")
        if answer.status == 403:
            return Refused(NO_PERMISSION, code)
        if reading:
            return Unreachable(f"Bluesky: {answer.status} {answer.error} {answer.reason}".strip(), code)
        return Refused(answer.reason or answer.error or f"HTTP {answer.status}", code)

    async def _once(
        self, method: str, nsid: str, params: Mapping[str, Any] | None, body: Any, token: str
    ) -> Answer:
        server = self.server()
        if token and not may_carry_secrets(server):
            raise Refused(INSECURE, "insecure")
        url = f"{server}/xrpc/{nsid}"
        given: dict[str, Any] = {"params": params, "json": body, "headers": {"Accept": "application/json"}}
        if token:
            # A token lives two hours; what is held against the account outlives it.
            given["budget"] = f"bluesky {self.secret.get('did') or token}"
        key = self.secret.get("dpop_key", "")
        if token and key:
            if self._prover is None:
                self._prover = Prover(key)
            response = await self._prover.request(self.http, method, url, token=token, **given)
        else:
            auth = f"Bearer {token}" if token else None
            response = await self.http.request(method, url, auth=auth, accept=ANSWERED, **given)
        value = response.json_or_none(writing=method != "GET")
        name = value.get("error") if isinstance(value, dict) and response.status >= 300 else ""
        name = name[:60] if isinstance(name, str) else ""
        said = error_sentence(response.body) if response.status >= 300 else ""
        return Answer(response.status, value, name, said)
