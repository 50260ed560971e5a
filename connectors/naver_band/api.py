"""Requests to BAND's Open API: where it is, how a call is signed, and what its result codes mean.

HTTP's status is 200 even for errors: ``result_code`` decides everything (naver_band.md section 3). The token
is a parameter, as BAND describes it; addresses are never logged with their parameters.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from connectors.addresses import may_carry_secrets, origin, web_address
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, Response
from connectors.http_limits import wait_until_ms
from connectors.naver_band import parse

log = logging.getLogger(__name__)

OFFICIAL = "https://openapi.band.us"
OFFICIAL_SIGN_IN = "https://auth.band.us"
KST = timezone(timedelta(hours=9))

_ANSWERED = (301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410, 429, 500)
"""Looked at here: bodies say more than statuses, and a redirect would carry the token elsewhere."""

COOL_DOWN_S = 10.0
LONGEST_COOL_DOWN_S = 600.0
AFTER_MIDNIGHT_S = 300.0
RETRIES = 3
RETRY_PAUSE_S = 0.1

INSECURE = (
    "암호화되지 않은 주소(http)로는 토큰을 보내지 않습니다. https 주소를 적어 주세요. / "
    "The token is not sent to an address without encryption; please use https."
)
OTHER_SERVER = (
    "다른 서버에서 받은 액세스 토큰이라 이 주소로 보내지 않습니다. 다시 로그인해 주세요. / "
    "This access token was given for another server and is not sent to this address; please sign "
    "in again."
)
FORBIDDEN = (
    "이 계정에는 권한이 없다고 밴드가 답했습니다. 밴드 리더에게 확인해 주세요. / "
    "BAND says that this account may not do that; please ask the band's leader."
)
LEADER_ONLY = "밴드 리더만 할 수 있습니다. / Only the band's leader may do that."
NOT_A_MEMBER = (
    "이 계정이 가입하지 않은 밴드입니다. 먼저 밴드에 가입해 주세요. / "
    "The account is not a member of this band; please join it first."
)
TOO_LONG = "글이 너무 깁니다. 줄여서 다시 보내 주세요. / The text is too long. Please shorten it."
TOO_LARGE = (
    "사진이 너무 크거나 많아 밴드가 받지 않았습니다. / "
    "BAND says that there are too many or too large pictures."
)
GONE = "글이나 댓글이 지워졌습니다. / The post or comment has been deleted."
UNKNOWN_MEMBER = "밴드가 모르는 사용자라고 답했습니다. / BAND does not know this user."

_WORDS = {
    2142: LEADER_ONLY,
    60105: LEADER_ONLY,
    3001: TOO_LONG,
    3002: TOO_LARGE,
    3003: TOO_LARGE,
    10403: FORBIDDEN,
    60100: UNKNOWN_MEMBER,
    60101: UNKNOWN_MEMBER,
    60102: NOT_A_MEMBER,
}
_WRONG_CALL = frozenset({211, 212, 3000, 60000})
_SIGN_IN_LOST = frozenset({10401, 60103})
_QUOTAS = frozenset({1001, 1002})

NOT_DONE = "밴드가 요청을 받아들이지 않았습니다(번호 {}). / BAND did not accept the request (number {})."


class NotThere(Refused):
    """The post or comment does not exist any more (60104, 60200 and above)."""


class WrongCall(Refused):
    """The network calls a parameter or the path wrong."""


class Api:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        self._http = http
        self.server, _ = servers_of(config.url)
        self.token = secret.get("access_token", "")
        self.user_key = secret.get("user_key", "")
        self._given_for = secret.get("server", "") or self.server
        self._cool_downs = 0

    @property
    def signed_in(self) -> bool:
        return bool(self.token)

    async def get(self, path: str, params: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """The ``result_data`` of a reading call. BAND's own failure (2300) is asked again three times."""
        for attempt in range(RETRIES):
            try:
                return await self._call("GET", path, params or {})
            except Unreachable as error:
                if error.code != "band-2300":
                    raise
            await asyncio.sleep(RETRY_PAUSE_S * 2**attempt)
        return await self._call("GET", path, params or {})

    async def post(self, path: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """The ``result_data`` of a writing call. OutcomeUnknown: it may or may not have been carried out."""
        return await self._call("POST", path, fields)

    async def _call(self, method: str, path: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        if not self.token:
            raise AuthExpired("the channel has no access token", "not-signed-in")
        if self._given_for != self.server:
            raise Refused(OTHER_SERVER)
        if not may_carry_secrets(self.server):
            raise Refused(INSECURE, "insecure")
        reading = method == "GET"
        sent = {**fields, "access_token": self.token}
        response = await self._http.request(
            method,
            self.server + path,
            params=sent if reading else None,
            form=None if reading else sent,
            headers={"Accept": "application/json"},
            accept=_ANSWERED,
            budget=self._budget,
        )
        try:
            value = _envelope(response, path, reading=reading)
        except ConnectorError:
            if response.status != 429:
                raise
            # A gateway in front of BAND, which knows no result codes.
            until_ms = wait_until_ms(response.headers, int(time.time() * 1000), COOL_DOWN_S)
            raise self._hold(f"BAND: {path}: HTTP 429", "http-429", until_ms) from None
        code = parse.result_code(value)
        if code == 1:
            self._cool_downs = 0
            data = value.get("result_data")
            return data if isinstance(data, dict) else {}
        raise self._refusal(code, value, path, response.status, reading=reading)

    @property
    def _budget(self) -> str:
        return f"band {self.token}"  # only its digest is kept

    def _refusal(
        self, code: int, value: Mapping[str, Any], path: str, status: int, *, reading: bool
    ) -> ConnectorError:
        """The error that a result code means (naver_band.md section 6)."""
        what, name = f"BAND: {path}: result {code} (HTTP {status})", f"band-{code}"
        if code in _SIGN_IN_LOST:
            return AuthExpired(what, name)
        if code in _QUOTAS:
            return self._hold(what, name, next_day_ms())
        if code == 1003:
            pause_s = min(COOL_DOWN_S * 2**self._cool_downs, LONGEST_COOL_DOWN_S)
            self._cool_downs += 1
            return self._hold(what, name, int((time.time() + pause_s) * 1000))
        if code in _WORDS:
            return Refused(_WORDS[code], name)
        if code == 60104 or code >= 60200:
            return NotThere(GONE, name)
        if status == 429:
            return self._hold(what, name, int((time.time() + COOL_DOWN_S) * 1000))
        said = parse.message(value)
        if code in _WRONG_CALL:
            return WrongCall(said or NOT_DONE.format(code, code), name)
        if code == 2300 or status >= 500 or code <= 0:
            return Unreachable(what, name) if reading else OutcomeUnknown(what, name)
        return Refused(said or NOT_DONE.format(code, code), name)

    def _hold(self, what: str, name: str, until_ms: int) -> RateLimited:
        """Nothing more is asked until then, also by the next start of the program."""
        self._http.hold(self.server, self._budget, until_ms)
        return RateLimited(what, until_ms, name)


def _envelope(response: Response, path: str, *, reading: bool) -> Mapping[str, Any]:
    status, what = response.status, f"BAND: {path}: HTTP {response.status}"
    if 300 <= status < 400:
        raise Unreachable(f"{what}, a redirect that is not followed", "redirect-refused")
    try:
        value = response.json()
        if isinstance(value, dict) and "result_code" in value:
            return value
        problem = Malformed("an answer without a result code")
    except Malformed as error:
        problem = error
    if status == 401:
        raise AuthExpired(what, "http-401")
    if status == 403:
        raise Refused(FORBIDDEN, "http-403")
    if status in (404, 405):
        raise WrongCall(f"HTTP {status}", f"http-{status}")
    if not reading and (status < 400 or status >= 500):
        raise OutcomeUnknown(what, f"http-{status}")
    if status >= 400:
        raise Unreachable(what, f"http-{status}")
    raise problem


def next_day_ms() -> int:
    """When a day's quota is full again. No numbers are published: the next day in Korea is waited for."""
    now = datetime.fromtimestamp(time.time(), KST)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((midnight.timestamp() + AFTER_MIDNIGHT_S) * 1000)


def servers_of(url: str) -> tuple[str, str]:
    """(address of the API, address of the sign-in): BAND's own for an empty address or one at band.us, else
    that of a server which speaks for it. Raises Unreachable: not an address."""
    text = url.strip()
    if not text:
        return OFFICIAL, OFFICIAL_SIGN_IN
    parts = web_address(text)
    host = parts.hostname or ""
    if host == "band.us" or host.endswith(".band.us"):
        return OFFICIAL, OFFICIAL_SIGN_IN
    server = f"{origin(parts)}{parts.path.rstrip('/')}"
    return server, server
