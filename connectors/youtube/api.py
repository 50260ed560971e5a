"""Requests to YouTube's Data API: where it is, what a call costs, how it is signed, what a refusal means."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets, origin, web_address
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
    clean_text,
)
from connectors.http import Http
from connectors.http_limits import wait_until_ms
from connectors.text import to_text
from connectors.youtube.quota import DAILY_UNITS, READ, WRITE, Quota, now_ms, project_of, quota_of

OFFICIAL = "https://youtube.googleapis.com"
_OWN_SITES = ("youtube.com", "youtu.be", "googleapis.com", "google.com")
_ANSWERED = (400, 401, 403, 404, 409, 410, 422, 429)
_LOST = (500, 502, 503, 504)

FIRST_BACK_OFF_S, LONGEST_BACK_OFF_S = 8, 64
QUOTA_REASONS = frozenset({"quotaExceeded", "dailyLimitExceeded"})
RATE_REASONS = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "concurrentLimitExceeded"})
MISSING_REASONS = frozenset({"commentNotFound", "parentCommentNotFound", "commentThreadNotFound"})
_SAME_AS = {
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": "insufficientPermissions",
    "SERVICE_DISABLED": "accessNotConfigured",
}
_BAD_KEY = frozenset({"keyInvalid", "keyExpired", "API_KEY_INVALID", "API_KEY_EXPIRED"})

NOT_SIGNED_IN = "the channel has no sign-in"
KEY_ONLY = (
    "API 키로는 읽기만 할 수 있습니다. 브라우저로 로그인해 주세요. / "
    "With an API key this channel can only be read; please sign in with the browser."
)
COMMENT_GONE = (
    "이 댓글은 지워졌거나 더 이상 보이지 않습니다. / The comment has been deleted or is no longer visible."
)
_SENTENCES = {
    "insufficientPermissions": "이 로그인에는 댓글 관리 권한이 없습니다. 다시 로그인하고 모두 허용해 "
    "주세요. / "
    "Managing comments was not allowed at the sign-in; please sign in again and allow it.",
    "forbidden": "이 계정에는 권한이 없습니다. 채널 소유자로 로그인했는지 확인해 주세요. / "
    "This account may not do that; please check that the owner of the channel is signed in.",
    "ineligibleAccount": "이 Google 계정에는 유튜브 채널이 없습니다. / "
    "This Google account has no YouTube channel.",
    "commentsDisabled": "이 영상은 댓글이 꺼져 있습니다. / Comments are turned off for this video.",
    "commentTextTooLong": "글이 너무 깁니다. 줄여서 다시 보내 주세요. / "
    "The text is too long. Please shorten it.",
    "commentTextRequired": "내용이 비어 있습니다. / There is no text.",
    "operationNotSupported": "이 댓글에는 답글을 달 수 없습니다. / This comment cannot be answered.",
    "parentCommentIsPrivate": "비공개 댓글에는 답글을 달 수 없습니다. / "
    "A private comment cannot be answered.",
    "commentNotFound": COMMENT_GONE,
    "parentCommentNotFound": COMMENT_GONE,
    "videoNotFound": "영상이 지워졌거나 비공개입니다. / The video has been deleted or is private.",
    "channelNotFound": "이 채널을 찾을 수 없습니다. / There is no such channel.",
    "accountDelegationForbidden": "이 계정으로는 이 채널을 관리할 수 없습니다. / "
    "This account may not act for the channel.",
    "authenticatedUserAccountClosed": "이 유튜브 계정은 닫혔습니다. / This YouTube account is closed.",
    "authenticatedUserAccountSuspended": "이 유튜브 계정은 정지되었습니다. / "
    "This YouTube account is suspended.",
    "accessNotConfigured": "Google Cloud 프로젝트에서 'YouTube Data API v3'를 켜 주세요. / "
    "Please enable “YouTube Data API v3” in the Google Cloud project.",
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any  # None where the answer is no JSON
    reason: str  # Google's word for a refusal
    message: str

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def missing(self) -> bool:
        return self.status == 404 and self.reason in MISSING_REASONS


class Api:
    """``channel`` names the channel in the books of the quota."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        self.http = http
        self._token = secret.get("access_token", "")
        # An account with nothing but an API key has a keeper of tokens too, with nothing to keep.
        self._tokens = config.tokens if self._token or secret.get("refresh_token") else None
        self._key = secret.get("api_key", "")
        # A sign-in is shown to the server that gave it and to no other, whatever the channel's address says.
        self.server = server_of(secret.get("server") or config.url)
        self.channel = f"{config.url.strip()} {config.handle.strip()}".strip() or "mine"
        self.quota: Quota = quota_of(http, self.server, secret.get("client_id") or self._key)
        self.quota.join(self, self.channel, daily_units(config.options))
        # Google counts for the project, whichever of its tokens or channels is asking.
        self._budget = "youtube " + project_of(secret.get("client_id") or self._key)
        self._refusals = 0
        self.answering = False

    def for_answers(self) -> Api:
        """The same sign-in for what a person waits for: it may use the units that are kept for answers."""
        other = copy.copy(self)
        other.answering = True
        return other

    @property
    def signed_in(self) -> bool:
        return bool(self._token) or self._tokens is not None

    @property
    def has_key(self) -> bool:
        return bool(self._key)

    def need_sign_in(self) -> None:
        if not self.signed_in:
            raise (
                Refused(KEY_ONLY, "not-signed-in")
                if self._key
                else AuthExpired(NOT_SIGNED_IN, "not-signed-in")
            )

    async def get(self, path: str, params: Mapping[str, Any]) -> Answer:
        """A read. Refusals that belong to the question are returned; all others are raised."""
        return await self._call("GET", path, params, None, READ)

    async def read(self, path: str, params: Mapping[str, Any]) -> Any:
        """The value of a read; a refusal is raised."""
        answer = await self.get(path, params)
        if not answer.ok:
            raise self.refusal(answer)
        return answer.value

    async def write(self, method: str, path: str, params: Mapping[str, Any], body: Any = None) -> Answer:
        self.need_sign_in()
        return await self._call(method, path, params, body, WRITE)

    async def _call(self, method: str, path: str, params: Mapping[str, Any], body: Any, units: int) -> Answer:
        if not may_carry_secrets(self.server):
            raise Refused(INSECURE, "insecure")
        if not self.signed_in and not self._key:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")
        token = await self._tokens.token() if self._tokens is not None else self._token
        answer = await self._once(method, path, params, body, units, token)
        if answer.status == 401 and self._tokens is not None:
            token = await self._tokens.token(refused=token)
            answer = await self._once(method, path, params, body, units, token)
        self._judge(answer)
        return answer

    async def _once(
        self, method: str, path: str, params: Mapping[str, Any], body: Any, units: int, token: str
    ) -> Answer:
        writing = method != "GET"
        self.quota.spend(self.channel, units, answering=writing or self.answering)
        response = await self.http.request(
            method,
            f"{self.server}/youtube/v3/{path}",
            params=dict(params) if token else {**params, "key": self._key},
            json=body,
            auth=f"Bearer {token}" if token else None,
            headers={"Accept": "application/json"},
            accept=(*_ANSWERED, *_LOST) if writing else _ANSWERED,
            budget=self._budget,
        )
        if response.status in _LOST:
            # "backendError" may come after the comment was written: it is looked for before another try
            raise OutcomeUnknown(f"YouTube: {method} {path}: {response.status}", f"http-{response.status}")
        if response.status == 204:
            return Answer(204, None, "", "")
        value = response.json_or_none(writing=writing)
        reason, message = ("", "") if response.status < 300 else reason_of(value)
        if response.status == 429 and reason not in QUOTA_REASONS:
            raise self._too_fast(f"YouTube: 429 {reason}", response.headers)
        return Answer(response.status, value, reason, message)

    def _judge(self, answer: Answer) -> None:
        """Raise what concerns the sign-in or the budget, whatever was asked."""
        if answer.ok:
            self._refusals = 0
            return
        where = f"YouTube: {answer.status} {answer.reason}"
        if answer.reason in QUOTA_REASONS:
            until = self.quota.stop()
            self.http.hold(self.server, self._budget, until)
            raise RateLimited(where, until, "quota")
        if answer.reason in RATE_REASONS:
            raise self._too_fast(where, {})
        if answer.status == 401 or answer.reason in _BAD_KEY:
            raise AuthExpired(where, "http-401")
        if answer.status == 403 and answer.value is None:
            raise Unreachable("YouTube: 403 without an explanation", "http-403")  # a firewall, not Google

    def _too_fast(self, where: str, headers: Mapping[str, str]) -> RateLimited:
        """As long as the answer says, else twice as long as the last time."""
        self._refusals += 1
        seconds = min(LONGEST_BACK_OFF_S, FIRST_BACK_OFF_S * 2 ** min(self._refusals - 1, 10))
        until = wait_until_ms(headers, now_ms(), seconds)
        self.http.hold(self.server, self._budget, until)
        return RateLimited(where, until)

    def refusal(self, answer: Answer) -> ConnectorError:
        """The error that a refused call means; the person is told in both languages where we know how."""
        code = answer.reason or f"http-{answer.status}"
        sentence = _SENTENCES.get(answer.reason) or answer.message or f"HTTP {answer.status}"
        return Refused(sentence, code)

    def close(self) -> None:
        self.quota.leave(self)


def reason_of(value: Any) -> tuple[str, str]:
    """(Google's word, its sentence in plain text) of an error answer (youtube.md section 7)."""
    error = value.get("error") if isinstance(value, dict) else None
    if not isinstance(error, dict):
        return "", ""
    reasons = []
    for name in ("errors", "details"):
        listed = error.get(name)
        for item in listed if isinstance(listed, list) else ():
            if isinstance(item, dict) and isinstance(item.get("reason"), str):
                reasons.append(clean_text(item["reason"])[:80])
    message = error.get("message")
    message = " ".join(clean_text(to_text(message)).split())[:500] if isinstance(message, str) else ""
    # the newer list of details names a bad key, where the older one only says "badRequest"
    known = [_SAME_AS.get(r, r) for r in reasons if r in _BAD_KEY or r in _SAME_AS]
    return (known or reasons or [""])[0], message


def server_of(url: str) -> str:
    """Where the API is: YouTube's own for an address on its site or none, else a server that speaks it."""
    text = url.strip()
    if "://" not in text:
        return OFFICIAL
    parts = web_address(text)
    host = parts.hostname or ""
    if any(host == site or host.endswith("." + site) for site in _OWN_SITES):
        return OFFICIAL
    path = parts.path.rstrip("/").removesuffix("/youtube/v3")
    return f"{origin(parts)}{path}"


def daily_units(options: Mapping[str, Any]) -> int:
    try:
        units = int(str(options.get("daily_units") or DAILY_UNITS).replace(",", "").strip())
    except ValueError:
        return DAILY_UNITS
    return units if 0 < units < 10**9 else DAILY_UNITS
