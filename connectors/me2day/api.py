"""Requests to one server that speaks the me2day API: where it is, how a call is signed, what it refuses.

The closed hosts are never called, redirects are not followed (they could lead there), and a key goes to
https or to this very machine only.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from connectors.addresses import may_carry_secrets, origin, web_address
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    ConnectorError,
    Malformed,
    OutcomeUnknown,
    Refused,
    Unreachable,
)
from connectors.http import Http, Response, basic
from connectors.me2day import parse, shapes

_ANSWERED = (301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410, 422, 500)
"""Statuses that are looked at here: the body says more than they do, and a redirect is not followed."""

LARGEST_ANSWER = 8_000_000
NO_PERMISSION_CODE = 1001
FAILED_CODE = 1027

CLOSED = (
    "me2day.net과 me2day.com은 2014년에 문을 닫아 연결하지 않습니다. API가 같은 다른 서버의 "
    "주소를 적어 주세요. 주소를 비우면 백업을 읽어 들일 수 있습니다. / "
    "me2day.net and me2day.com closed in 2014 and are never called. Enter another server that "
    "speaks the API, or leave the address empty and read a backup."
)
INSECURE = (
    "암호화되지 않은 주소(http)로는 사용자 키를 보내지 않습니다. https 주소를 적어 주세요. / "
    "The user key is not sent to an address without encryption; please use https."
)
NO_PERMISSION = (
    "이 계정에는 권한이 없다고 서버가 답했습니다. 계정의 권한을 확인해 주세요. / "
    "The server says that this account has no permission for it."
)
NO_SERVER = (
    "서버 주소가 없는 채널입니다. 백업만 읽어 들일 수 있습니다. / "
    "This channel has no server; only backups can be read into it."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """``code`` is the server's own; 0 where the call succeeded, -1 where it failed without saying more."""

    status: int
    value: Any
    code: int = 0
    reason: str = ""

    @property
    def ok(self) -> bool:
        return self.code == 0

    @property
    def missing(self) -> bool:
        return self.status in (404, 410)


class Api:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._http = http
        secret = config.secret or {}
        self.server = server_of(config.url)
        # Where a key was given for a certain server, it is shown to that one only.
        given_for = server_of(secret.get("server", "")) or self.server
        self._key = secret.get("user_key", "") if given_for == self.server else ""
        self._app_key = secret.get("app_key", "") if given_for == self.server else ""
        self.user = parse.user_id(secret.get("login", "") or config.handle.strip().lstrip("@"))
        style = config.options.get("auth", "auto")
        self._style = style if style in ("basic", "query") else ""  # "": not known yet
        self._format = "xml" if config.options.get("format") == "xml" else "json"

    @property
    def signed_in(self) -> bool:
        return bool(self.user and self._key)

    def may_be_called(self) -> None:
        """Refused: there is no server, or it is one of those that closed."""
        if not self.server:
            raise Refused(NO_SERVER)
        if parse.is_closed(self.server):
            raise Refused(CLOSED)

    async def call(
        self, method: str, name: str, user: str = "", params: Mapping[str, Any] | None = None
    ) -> Answer:
        """One call of a method of the API. Refusals of the server are returned; ``demand`` raises them.

        ``params`` go into the query of a GET and into the form of a POST. AuthExpired: the key is refused.
        A write whose outcome is not certain raises OutcomeUnknown.
        """
        self.may_be_called()
        if (self._key or self._app_key) and not may_carry_secrets(self.server):
            raise Refused(INSECURE, "insecure")
        path = f"/api/{name}" + (f"/{quote(user, safe='')}" if user else "") + f".{self._format}"
        # Basic first: it keeps the key out of addresses, which servers write into their logs.
        styles = [self._style] if self._style else ["basic", "query"]
        for style in styles if self.signed_in else [""]:
            answer = await self._once(method, path, params or {}, style)
            if answer.status != 401:
                if style and answer.ok and answer.status < 300:
                    self._style = style
                return answer
        raise AuthExpired(f"me2day: {name}: 401 {answer.code}", "http-401")

    async def demand(
        self, method: str, name: str, user: str = "", params: Mapping[str, Any] | None = None
    ) -> Any:
        """The value of a call that must succeed."""
        answer = await self.call(method, name, user, params)
        if not answer.ok:
            raise refusal(answer, name, reading=method == "GET")
        return answer.value

    async def _once(self, method: str, path: str, params: Mapping[str, Any], style: str) -> Answer:
        headers = {"Accept": "application/xml" if self._format == "xml" else "application/json"}
        if self._app_key:
            headers["me2_application_key"] = self._app_key
        fields = dict(params)
        auth = None
        if style == "basic":
            auth = basic(self.user, ukey(self._key))
        elif style == "query":
            fields |= {"uid": self.user, "ukey": ukey(self._key)}
        reading = method == "GET"
        response = await self._http.request(
            method,
            self.server + path,
            params=fields if reading and fields else None,
            form=None if reading else fields,
            headers=headers,
            auth=auth,
            accept=_ANSWERED,
            max_bytes=LARGEST_ANSWER,
            budget=f"me2day {self.user}" if style else "",
        )
        return _answer(response, path, reading=reading)


def _answer(response: Response, path: str, *, reading: bool) -> Answer:
    status, what = response.status, f"me2day: {path}: {response.status}"
    if 300 <= status < 400:
        raise Unreachable(f"{what}, a redirect that is not followed", "redirect-refused")
    try:
        value = shapes.read(response.body, response.content_type)
    except Malformed as error:
        if status < 400 and not reading:
            raise OutcomeUnknown(str(error), error.code) from None
        if status < 400:
            raise
        value = None
    said = parse.problem(value)
    if status < 400:
        code, reason = said or (0, "")
    else:
        code, reason = said or (-1, "")
    if not reading and (code == FAILED_CODE or (code == -1 and status >= 500)):
        # "Connection reset" of a server behind the server: the comment may have been stored.
        raise OutcomeUnknown(what, f"http-{status}")
    return Answer(status, value, code, reason)


def refusal(answer: Answer, name: str, *, reading: bool) -> ConnectorError:
    """The error that a refused call means. HTTP's status says less than the code: old servers answer 500 to
    everything (me2day.md section 3)."""
    what = f"me2day: {name}: {answer.status} code {answer.code}"
    if answer.code == NO_PERMISSION_CODE or (answer.code == -1 and answer.status == 403):
        return Refused(NO_PERMISSION)
    if reading and answer.code in (-1, FAILED_CODE):
        return Unreachable(what, f"http-{answer.status}")
    return Refused(answer.reason or f"HTTP {answer.status}", f"me2day-{answer.code}")


def ukey(user_key: str, nonce: str = "") -> str:
    """Nonce and digest by which a call is signed (section 1). The nonce always has eight digits."""
    nonce = nonce or secrets.token_hex(4)
    return nonce + hashlib.md5((nonce + user_key).encode(), usedforsecurity=False).hexdigest()


def server_of(url: str) -> str:
    """Scheme, host and folder of a server; "" for an empty address. Raises Unreachable: no address."""
    text = url.strip()
    if not text:
        return ""
    parts = web_address(text)
    path = parts.path.rstrip("/").removesuffix("/api").rstrip("/")
    return f"{origin(parts)}{path}"
