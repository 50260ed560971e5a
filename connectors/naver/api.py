"""Requests to Naver's open API: where it is, how a call is signed, and what its refusals mean.

Naver has one home. A channel with another http(s) address talks to a server there that speaks the same API:
the city's relay, or a server for tests.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import (
    AuthExpired,
    ConnectorError,
    Malformed,
    RateLimited,
    Refused,
    Unreachable,
    clean_text,
)
from connectors.http import Http
from connectors.http_limits import wait_until_ms
from connectors.http_parts import Response, host_of, split_address

OPEN_API = "https://openapi.naver.com"
LOGIN = "https://nid.naver.com"
PER_PAGE = 100
"""Entries of a search asked for at once (naver_cafe.md section 2)."""

PAUSE_S = 3.0
"""Wait after too many calls in one second: other programs of the city may use the same application."""

APART_S = 0.1
"""Between two pages of a search: a first reading has fifty of them, and a second has a budget too."""

_HOMES = ("naver.com", "naver.me", "blog.me")
_KST = timedelta(hours=9)
_DAILY = "010"  # naver_cafe.md section 5
_BAD_SIGN_IN = ("024", "028")

NO_RIGHT = (
    "네이버 개발자센터에서 이 애플리케이션의 API 권한이 꺼져 있습니다. / "
    "This API is not switched on for the application at Naver Developers."
)


@dataclass(frozen=True, slots=True)
class Site:
    """Addresses without a slash at the end. ``feeds`` is empty at Naver itself, where each network has its
    own host for feeds."""

    api: str = OPEN_API
    login: str = LOGIN
    feeds: str = ""

    @property
    def official(self) -> bool:
        return self.api == OPEN_API


def site_of(url: str) -> Site:
    """Naver's own addresses for an empty address or one of theirs, else the server at that address."""
    url = url.strip()
    if not url or is_home(url):
        return Site()
    if "://" not in url:
        url = "https://" + url
    parts = split_address(url)
    if parts.scheme not in ("http", "https"):
        raise Unreachable("not an http(s) address", "address")
    base = f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{parts.path.rstrip('/')}"
    return Site(base, base, base)


def is_home(url: str) -> bool:
    """Whether an address is at Naver itself."""
    try:
        host = (urlsplit(url if "://" in url else "https://" + url).hostname or "").lower()
    except ValueError:
        return False
    return any(host == home or host.endswith("." + home) for home in _HOMES)


class Api:
    """One application's calls. ``secret`` holds "client_id", "client_secret" and "server", the address that
    it was given for: it is shown to no other."""

    def __init__(self, site: Site, http: Http, secret: Mapping[str, str]) -> None:
        if secret.get("server"):
            given_for = site_of(secret["server"])
            site = site if host_of(given_for.api) == host_of(site.api) else given_for
        self.site = site
        self.http = http
        self._id = secret.get("client_id", "").strip()
        self._secret = secret.get("client_secret", "").strip()
        self._free_s = 0.0  # when the next page may be asked for

    @property
    def has_keys(self) -> bool:
        return bool(self._id and self._secret)

    async def search(self, kind: str, word: str, start: int = 1, display: int = PER_PAGE) -> Any:
        """One page of a search, newest first; ``kind`` is "blog" or "cafearticle"."""
        if not self.has_keys:
            raise AuthExpired("no client id", "not-signed-in")
        await asyncio.sleep(max(0.0, self._free_s - time.monotonic()))
        self._free_s = time.monotonic() + APART_S
        return await self.call(
            "GET",
            f"/v1/search/{kind}.json",
            params={"query": word, "display": display, "start": start, "sort": "date"},
            headers={"X-Naver-Client-Id": self._id, "X-Naver-Client-Secret": self._secret},
        )

    def may_search(self) -> None:
        """RateLimited while the application's calls are used up: then the whole channel waits."""
        self.http.check_budget(self.site.api, self._budget(""))

    async def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        token: str = "",
    ) -> Any:
        """The JSON of a good answer; a refusal is raised."""
        response = await self.ask(method, path, params=params, headers=headers, content=content, token=token)
        if response.status < 300:
            return response.json()
        raise self.refusal(response, token)

    async def ask(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        token: str = "",
    ) -> Response:
        """One call, refusals returned. A write whose answer is lost raises OutcomeUnknown."""
        if not may_carry_secrets(self.site.api):
            raise Refused(INSECURE, "insecure")
        return await self.http.request(
            method,
            self.site.api + path,
            params=params,
            content=content,
            auth=f"Bearer {token}" if token else None,
            headers={"Accept": "application/json", **(headers or {})},
            accept=(400, 401, 403, 404, 405, 429, 500),
            budget=self._budget(token),
        )

    def _budget(self, token: str) -> str:
        """Whose calls are counted. Without a token the application's are, and not those of the feeds, which a
        relay may serve under the same address."""
        return f"Bearer {token}" if token else f"naver {self._id}"

    def refusal(self, response: Response, token: str) -> ConnectorError:
        """The error that a refused call means; a limit is remembered, so that nothing is asked before."""
        number, sentence = error_of(response)
        code = f"http-{response.status}"
        what = f"Naver: {response.status} {number}".strip()
        if response.status == 429 or number == _DAILY:
            now_ms = int(time.time() * 1000)
            # Naver sends no header: the day's budget begins again at midnight, that of a second at once.
            pause_s = PAUSE_S if number != _DAILY else (midnight_ms(now_ms) - now_ms) / 1000
            until_ms = wait_until_ms(response.headers, now_ms, pause_s)
            self.http.hold(response.url, self._budget(token), until_ms)
            return RateLimited(what, until_ms, code)
        if response.status == 403 or "scope status" in sentence.lower():
            return Refused(f"{NO_RIGHT} {sentence}".strip(), code)
        if response.status == 401 or number in _BAD_SIGN_IN:
            return AuthExpired(what, code)
        if response.status >= 500 or (response.status == 404 and not number):
            return Unreachable(what, code)
        return Refused(sentence or f"HTTP {response.status}", code)


def midnight_ms(now_ms: int) -> int:
    """The next midnight in Korea, when the budget of a day begins again."""
    korea = datetime.fromtimestamp(now_ms / 1000, UTC) + _KST
    tomorrow = (korea + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((tomorrow - _KST).timestamp() * 1000)


_XML_CODE = re.compile(r"<errorCode>\s*(?:<!\[CDATA\[)?\s*([A-Za-z0-9]{1,10})")
_XML_WORDS = re.compile(r"<errorMessage>\s*(?:<!\[CDATA\[)?([^<\]]{1,500})")


def error_of(response: Response) -> tuple[str, str]:
    """(Naver's number of the error, its sentence), from JSON or its twin in XML (naver_cafe.md section 5);
    both are empty where the answer is something else."""
    try:
        value = response.json()
    except Malformed:
        text = response.body[:5000].decode("utf-8", "replace")
        code, words = _XML_CODE.search(text), _XML_WORDS.search(text)
        return (code[1] if code else ""), (_line(words[1]) if words else "")
    if not isinstance(value, dict):
        return "", ""
    return _line(value.get("errorCode"))[:10], _line(value.get("errorMessage"))


def _line(value: Any) -> str:
    return " ".join(clean_text(value).split())[:500] if isinstance(value, str) else ""
