"""Requests to Meta's Graph API, for every network that lives there: how a call is signed, whose budget it
uses up, what its errors mean, and how its lists are paged.

Owns what facebook.md sections 2, 3 and 7 say of all of them; it knows no network's fields. The HTTP status
is not to be believed (throttling comes with 400 and 403), so the error's own code decides. Addresses of next
pages hold the token: only the cursor in them is ever kept.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Mapping
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
from connectors.graph_budget import PAUSE_S, use_of, wish_s
from connectors.graph_parts import (
    THROTTLED,
    TOKEN_DEAD,
    Answer,
    Denied,
    Fault,
    Page,
    dead,
    fingerprint,
    identifier,
    moment_ms,
    next_place,
    read_fault,
    read_page,
    without_field,
)
from connectors.http import Http
from connectors.http_limits import LONGEST_WAIT_S, wait_until_ms
from connectors.http_parts import Response, mask
from connectors.json_values import whole

__all__ = [
    "VERSION",
    "Answer",
    "Denied",
    "Fault",
    "Graph",
    "Page",
    "base_of",
    "fingerprint",
    "identifier",
    "is_own",
    "may_carry_secrets",
    "moment_ms",
    "next_place",
    "read_page",
    "whole",
    "wish_s",
]

VERSION = "v26.0"
"""Of Facebook and Instagram; in one place, because versions end (facebook.md section 0)."""

_ANSWERED = frozenset(range(400, 600))
"""Statuses that are judged here and not by ``connectors.http``."""

INSECURE = (
    "암호화되지 않은 주소(http)로는 토큰을 보내지 않습니다. https 주소를 적어 주세요. / "
    "The token is not sent to an address without encryption; please use https."
)

# --- calls ------------------------------------------------------------------------------------------------


class Graph:
    """One account at one server. ``base`` is the address with the version, "https://…/v26.0".

    ``use_cases`` are the kinds of business budget that count for this network ("pages", "instagram"); those
    of advertising do not. ``config.tokens`` renews the token where the network's tokens end; before it has
    done so the first time, a token that was pasted stands in "app_password".
    """

    def __init__(
        self,
        http: Http,
        base: str,
        config: ChannelConfig,
        *,
        use_cases: frozenset[str] = frozenset(),
        token: str = "",
    ) -> None:
        secret = config.secret or {}
        self.http = http
        self.base = base
        self.strain = 0.0  # percent of the budget that the last answers said is used up
        self._use_cases = use_cases
        self._tokens = None if token else config.tokens
        self._token = token or secret.get("access_token", "") or secret.get("app_password", "")
        self._app_secret = secret.get("app_secret", "")
        self._token_in_address = False  # this server looks for it nowhere else
        self._not_there: set[tuple[str, str]] = set()  # fields that a list does not have on this server

    @property
    def signed_in(self) -> bool:
        return bool(self._token)

    def with_token(self, token: str) -> Graph:
        """The same server for another token (a Page's, that was found with a person's)."""
        config = ChannelConfig("", secret={"access_token": token, "app_secret": self._app_secret})
        return Graph(self.http, self.base, config, use_cases=self._use_cases, token=token)

    async def call(
        self,
        method: str,
        path: str,
        params: Mapping[str, Any] | None = None,
        *,
        form: Mapping[str, Any] | None = None,
        body: Any = None,
    ) -> Answer:
        """One call to ``path`` below the version. Refusals are returned; ``demand`` raises them.

        Raises AuthExpired, RateLimited, Unreachable, Malformed, and OutcomeUnknown for a write of which
        nobody knows whether it was carried out."""
        if not may_carry_secrets(self.base):
            raise Refused(INSECURE, "insecure")
        token = await self._living()
        answer = self._judge(method, token, await self._ask(token, method, path, params, form, body))
        if answer.fault is not None and answer.fault.wants_token_in_address and not self._token_in_address:
            self._token_in_address = True
            answer = self._judge(method, token, await self._ask(token, method, path, params, form, body))
        if answer.fault is not None and answer.fault.code in TOKEN_DEAD:
            if self._tokens is None:
                raise dead(answer.fault)
            token = await self._tokens.token(refused=token)
            answer = self._judge(method, token, await self._ask(token, method, path, params, form, body))
            if answer.fault is not None and answer.fault.code in TOKEN_DEAD:
                raise dead(answer.fault)
        return answer

    def not_after(self, at_ms: int) -> int:
        """See ``Http.not_after``."""
        return self.http.not_after(self.base, at_ms)

    async def entry(self, number: str, params: Mapping[str, Any]) -> Answer:
        """One entry by its id. A server's plain 404 without a word of the Graph's says nothing of the entry;
        its fault is of no kind, so that the entry is kept and the round goes on."""
        try:
            return await self.call("GET", f"/{number}", params)
        except Unreachable as error:
            if error.code != "http-404":
                raise
            return Answer(fault=Fault(404))

    async def demand(self, method: str, path: str, params: Mapping[str, Any] | None = None) -> Any:
        """The value of a call that has to be answered."""
        answer = await self.call(method, path, params)
        if answer.fault is not None:
            raise _as_reading(answer.fault)
        return answer.value

    async def page(
        self, path: str, params: Mapping[str, Any], place: Mapping[str, str] | None = None
    ) -> Page:
        """One page of a list. Where the network says that this is too much at once, less is asked for; where
        it does not have a field, the others are."""
        wanted, edge = {**params, **(place or {})}, path.rpartition("/")[2]
        for there, name in self._not_there:
            if there == edge:
                wanted["fields"] = without_field(str(wanted.get("fields", "")), name)
        while True:
            answer = await self.call("GET", path, wanted)
            if answer.fault is None:
                return read_page(answer.value)
            unknown = answer.fault.unknown_field
            if unknown not in ("", "id") and (edge, unknown) not in self._not_there:
                self._not_there.add((edge, unknown))
                wanted["fields"] = without_field(str(wanted.get("fields", "")), unknown)
                continue
            limit = whole(wanted.get("limit"))
            if not answer.fault.too_much or limit <= 1:
                raise _as_reading(answer.fault)
            wanted["limit"] = limit // 2

    async def may_read(self, path: str, params: Mapping[str, Any]) -> bool:
        """Whether a list that may be closed to us, or missing on this server, is open."""
        try:
            await self.page(path, {**params, "fields": "id", "limit": 1})
        except Denied:
            return False
        except Unreachable as error:
            if error.code != "http-404":
                raise
            return False
        return True

    async def _living(self) -> str:
        if self._tokens is not None:
            self._token = await self._tokens.token()
        if not self._token:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")
        return self._token

    async def _ask(
        self,
        token: str,
        method: str,
        path: str,
        params: Mapping[str, Any] | None,
        form: Mapping[str, Any] | None,
        body: Any,
    ) -> Response:
        query = dict(params or {})
        if self._app_secret:
            query["appsecret_proof"] = proof(self._app_secret, token)
        if self._token_in_address:
            query.setdefault("access_token", token)
        return await self.http.request(
            method,
            self.base + path,
            params=query,
            form=form,
            json=body,
            auth=f"Bearer {token}",
            headers={"Accept": "application/json"},
            accept=_ANSWERED,
        )

    def _judge(self, method: str, token: str, response: Response) -> Answer:
        reading = method == "GET"
        where = f"{method} {mask(response.url)}: {response.status}"
        try:
            value = response.json()
        except Malformed as error:
            value = None
            if response.status < 300:
                self._note(token, response, None)
                raise error if reading else OutcomeUnknown(f"{where}, {error}", error.code) from None
        fault = read_fault(response.status, value, token)
        self._note(token, response, fault)
        if fault is None:
            return Answer(value)
        where = f"{where} {fault.name} {fault.message}".strip()
        if fault.too_much and reading:
            return Answer(fault=fault)
        if fault.temporary:
            raise Unreachable(where, "http-503") if reading else OutcomeUnknown(where, fault.name)
        if not fault.code and not fault.uncoded_missing:
            _judge_status(response.status, where, reading)
        return Answer(fault=fault)

    def _note(self, token: str, response: Response, fault: Fault | None) -> None:
        """Remember what the answer says of the budget. Raises RateLimited where it refuses for that."""
        now_ms = _now_ms()
        percent, wait_s = use_of(response.headers, self._use_cases)
        self.strain = percent
        later = response.status == 429 or (response.status == 503 and "retry-after" in response.headers)
        refused = fault is not None and (fault.code in THROTTLED or later)
        if refused and not wait_s:
            wait_s = (wait_until_ms(response.headers, now_ms, PAUSE_S) - now_ms) / 1000
        if not wait_s:
            return
        until_ms = now_ms + int(min(wait_s, LONGEST_WAIT_S) * 1000)
        self.http.hold(self.base, f"Bearer {token}", until_ms)
        if refused and fault is not None:
            raise RateLimited(f"{mask(response.url)}: {fault.name} {fault.message}", until_ms, fault.name)


def _judge_status(status: int, where: str, reading: bool) -> None:
    """Errors without the network's own word: of a proxy, or of a server that is no Graph at all."""
    code = f"http-{status}"
    if status == 401:
        raise AuthExpired(where, code)
    if status >= 500 and status != 503 and not reading:
        raise OutcomeUnknown(where, code)
    if reading or status >= 500:
        raise Unreachable(where, code)


def _as_reading(fault: Fault) -> ConnectorError:
    return Unreachable(f"{fault.name} {fault.message}", "http-503") if fault.too_much else fault.refusal()


def proof(app_secret: str, token: str) -> str:
    """``appsecret_proof`` (facebook.md section 2)."""
    return hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()


# --- addresses ---------------------------------------------------------------------------


def base_of(config: ChannelConfig, home: str, own_hosts: tuple[str, ...], version: str) -> str:
    """The address with the version that calls go to: ``home``, unless the channel's address is that of
    another server. A token that was given for one server ("server" in the secret) goes to no other."""
    server = ((config.secret or {}).get("server", "") or config.url).strip()
    if "://" not in server:
        return f"{home}/{version}"  # a name at the network, or nothing
    parts = web_address(server)
    if is_own(parts.hostname or "", own_hosts):
        return f"{home}/{version}"
    path = re.sub(r"/v\d+\.\d+$", "", parts.path.rstrip("/"))
    return f"{origin(parts)}{path}/{version}"


def is_own(host: str, own_hosts: tuple[str, ...]) -> bool:
    """Whether a host is one of the network's own."""
    return any(host.lower() == own or host.lower().endswith(f".{own}") for own in own_hosts)


def _now_ms() -> int:
    return int(time.time() * 1000)
