"""Requests to one site's REST API: finding it, signing them, and turning its refusals into connector
errors."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from connectors.addresses import may_carry_secrets, web_address
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
from connectors.http import Headers, Http, Response, basic
from connectors.wordpress import parse

_ANSWERED = (400, 401, 403, 404, 409, 410, 413, 500, 501)
"""Statuses whose body says more than the status."""

_API_LINK = re.compile(r"<([^<>]{1,2000})>\s*;\s*rel=\"?https://api\.w\.org/\"?", re.IGNORECASE)

_SIGN_IN_LOST = frozenset(
    {
        "rest_not_logged_in",
        "rest_forbidden_context",
        "rest_forbidden_param",
        "rest_comment_login_required",
        "incorrect_password",
        "invalid_username",
        "invalid_email",
        "invalid_application_password",
        "application_passwords_disabled",
        "application_passwords_disabled_for_user",
    }
)
"""Codes of a call that would have been answered had the password counted (wordpress.md section 2)."""

FLOOD_S = 16.0
"""WordPress waits this long between two comments of one ordinary user (wordpress.md section 4)."""

_NO_RIGHT = frozenset({"rest_forbidden_context", "rest_forbidden_param"})
"""With 401 the password no longer counts; with 403 it does, and the user's role was lowered."""

INSECURE = (
    "암호화되지 않은 주소(http)로는 비밀번호를 보내지 않습니다. https 주소를 적어 주세요. / "
    "A password is not sent to an address without encryption; please use https."
)
ELSEWHERE = (
    "이 주소는 다른 서버로 넘어갑니다. 비밀번호를 보내지 않았습니다. 실제 주소를 적어 주세요. / "
    "This address leads to another server. The password was not sent; please enter the real address."
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    value: Any
    headers: Headers

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """WordPress's code of the refusal; "" where the call succeeded."""
        return "" if self.ok else parse.problem(self.value).code

    def total(self) -> int:
        """How many items the whole list has, by X-WP-Total; -1 where the server does not say."""
        text = str(self.headers.get("x-wp-total", ""))
        return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else -1


class Api:
    """One site. The address of its API is looked for once, before the first call."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._http = http
        self.site = site_address(config.url)
        secret = config.secret or {}
        login, password = secret.get("login", ""), secret.get("password", "")
        self.auth: tuple[str, str] | None = (login, password) if login and password else None
        self._root = ""
        self._named = ""

    @property
    def signed_in(self) -> bool:
        return self.auth is not None

    async def site_name(self) -> str:
        await self._find_root()
        return self._named

    async def call(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Answer:
        """One call, e.g. ``call("GET", "/wp/v2/comments", {"per_page": 100})``. Refusals that carry a code
        are returned; ``demand`` raises them. A write whose answer is lost raises OutcomeUnknown."""
        root = await self._find_root()
        response = await self._http.request(
            method,
            root + path,
            params=params,
            json=body,
            auth=self.auth,
            accept=_ANSWERED,
            headers={"Accept": "application/json"},
        )
        try:
            answer = self._answer(response)
        except (Malformed, Unreachable) as error:
            if method != "GET" and (response.status < 400 or response.status >= 500):
                raise OutcomeUnknown(str(error), error.code) from None
            raise
        if method != "GET" and answer.status >= 500 and not answer.code.startswith("rest_"):
            # A crash of PHP may come after the comment was stored; only the API's own refusals are certain.
            raise OutcomeUnknown(f"WordPress: {answer.status} {answer.code}", f"http-{answer.status}")
        return answer

    async def demand(
        self, method: str, path: str, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Answer:
        answer = await self.call(method, path, params, body)
        if not answer.ok:
            raise self.refusal(answer, reading=method == "GET")
        return answer

    async def feed(self, validators: Mapping[str, str]) -> Response:
        """The site's feed of comments, 304 while no new one has been approved. Asked without the password:
        the feed is public, and caches keep signed-in answers apart."""
        await self._find_root()
        return await self._http.get(
            self.site + "/comments/feed/", validators=validators, accept=(403, 404, 410)
        )

    def refusal(self, answer: Answer, *, reading: bool) -> ConnectorError:
        """The error that a refused call means."""
        said = parse.problem(answer.value)
        what = f"WordPress: {answer.status} {said.code}"
        if said.code == "comment_flood":  # nothing was stored; users who do not moderate write every 15 s
            return RateLimited(what, int((time.time() + FLOOD_S) * 1000), said.code)
        lowered = answer.status == 403 and said.code in _NO_RIGHT
        if answer.status == 401 or (said.code in _SIGN_IN_LOST and not lowered):
            return AuthExpired(what, said.code or "http-401")
        if answer.status >= 500 and reading:
            return Unreachable(what, f"http-{answer.status}")
        return Refused(said.reason or f"HTTP {answer.status}", said.code or f"http-{answer.status}")

    def _answer(self, response: Response) -> Answer:
        try:
            value = response.json()
        except Malformed:
            # A page instead of JSON: a firewall, a login page, a site without the API.
            if response.status == 401:
                raise AuthExpired("the site asks for another sign-in", "http-401") from None
            if response.status >= 400:
                raise Unreachable(
                    f"a page instead of the API: {response.status}", f"http-{response.status}"
                ) from None
            raise
        return Answer(response.status, value, response.headers)

    # --- finding the API ----------------------------------------------------------------------------------

    async def _find_root(self) -> str:
        if not self._root:
            self._root = await self._look_for_root()
        return self._root

    async def _look_for_root(self) -> str:
        if self.signed_in and not may_carry_secrets(self.site):
            raise Refused(INSECURE, "insecure")
        if self.auth is not None:  # the pages that are looked at here are public, but it is this account
            self._http.check_budget(self.site, basic(*self.auth))
        page = await self._http.get(self.site + "/", accept=(401, 403, 404, 500))
        self._stay_on_site(page.url)
        link = _API_LINK.search(str(page.headers.get("link", "")))
        candidates: list[str] = [str(urljoin(page.url, link.group(1)))] if link else []
        home = site_address(page.url)
        for base in dict.fromkeys((home, self.site)):
            candidates += [f"{base}/wp-json", f"{base}/index.php?rest_route="]
        problem: ConnectorError | None = None
        for candidate in dict.fromkeys(candidates):
            root = candidate.rstrip("/")
            if root.endswith("rest_route="):
                address = root + "/"
            else:
                address = root + "/" if "?" not in root else root
            try:
                self._stay_on_site(address)
                found = await self._http.get(
                    address, accept=_ANSWERED, headers={"Accept": "application/json"}, max_bytes=5_000_000
                )
                self._stay_on_site(found.url)
                answer = self._answer(found)
            except (Unreachable, Malformed) as error:
                problem = problem or error
                continue
            if answer.ok and parse.speaks_wordpress(answer.value):
                self._named = parse.site_name(answer.value)
                self.site = home if _same_site(home, root) else self.site
                return root
            if answer.code and not answer.ok:
                problem = self.refusal(answer, reading=True)
        if problem is not None and not isinstance(problem, Malformed):
            raise problem
        raise Malformed("there is no WordPress REST API at this address", "not-wordpress")

    def _stay_on_site(self, url: str) -> None:
        """Where a password would go along, the API must be on the server that the user named."""
        if not self.signed_in:
            return
        if not may_carry_secrets(url):
            raise Refused(INSECURE, "insecure")
        if not _same_site(self.site, url):
            raise Refused(ELSEWHERE, "elsewhere")


def site_address(url: str) -> str:
    """The address a person typed, as scheme, host and folder without a slash at the end."""
    url = url.strip()
    parts = web_address(url)
    path = re.sub(r"/(?:wp-json(?:/.*)?|wp-admin(?:/.*)?|[^/]*\.php)?$", "", parts.path).rstrip("/")
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2]}{path}"


def _same_site(one: str, other: str) -> bool:
    """The same host and port, "www." apart and http moved up to https."""
    try:
        a, b = urlsplit(one), urlsplit(other)
        ports = (a.port, b.port)
    except ValueError:
        return False
    hosts = [(parts.hostname or "").removeprefix("www.") for parts in (a, b)]
    return hosts[0] == hosts[1] and ports[0] == ports[1]
