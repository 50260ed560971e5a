"""Requests to one Mastodon server: where it is, how a call is signed, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets, origin, web_address
from connectors.base import AuthExpired, ConnectorError, Refused, Unreachable
from connectors.http import Headers, Http
from connectors.http_parts import error_sentence

_ANSWERED = (400, 401, 403, 404, 405, 406, 410, 422)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any  # None where the answer is no JSON
    reason: str
    headers: Headers

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def missing(self) -> bool:
        return self.status in (404, 410)


class Api:
    """``server`` is the origin, e.g. "https://social.example"; ``token`` may be "" for public calls."""

    def __init__(self, server: str, http: Http, token: str = "") -> None:
        self.server = server
        self.http = http
        self.token = token

    @property
    def auth(self) -> str | None:
        return f"Bearer {self.token}" if self.token else None

    async def call(
        self,
        method: str,
        path: str,
        params: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One call. Refusals are returned; ``demand`` raises them. A write whose answer is lost raises
        OutcomeUnknown. The token goes nowhere but to the server itself."""
        if self.token and not may_carry_secrets(self.server):
            raise Refused(INSECURE, "insecure")
        response = await self.http.request(
            method,
            self.server + path,
            params=params,
            json=body,
            auth=self.auth,
            accept=_ANSWERED,
            headers={"Accept": "application/json", **(headers or {})},
        )
        value = response.json_or_none(writing=method != "GET")
        return Answer(response.status, value, error_sentence(response.body), response.headers)

    async def demand(
        self,
        method: str,
        path: str,
        params: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        answer = await self.call(method, path, params, body, headers)
        if not answer.ok:
            raise self.refusal(answer, reading=method == "GET")
        return answer

    def refusal(self, answer: Answer, *, reading: bool) -> ConnectorError:
        """The error that a refused call means."""
        code = f"http-{answer.status}"
        if answer.status == 401:
            return AuthExpired(f"Mastodon: 401 {answer.reason}", code)
        if reading and answer.missing:
            return Unreachable(f"Mastodon: {answer.status} {answer.reason}", code)
        if answer.status == 403 and reading and answer.value is None:
            return Unreachable("Mastodon: 403 without an explanation", code)  # a firewall, not the server
        return Refused(answer.reason or f"HTTP {answer.status}", code)


def server_of(url: str, handle: str = "") -> str:
    """The origin of a server from an address on it, or from a handle such as "@city@social.example"."""
    text = url.strip()
    if not text and handle.count("@") and "." in handle.rpartition("@")[2]:
        text = handle.rpartition("@")[2].strip()
    if text.startswith("@") and "://" not in text:
        text = text.rpartition("@")[2]
    parts = web_address(text)
    return origin(parts)
