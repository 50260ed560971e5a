"""The program's only way to the network and the only importer of httpx and websockets.

It owns time limits, size limits, redirects, conditional requests, retries, rate budgets, certificates,
proxies and the mapping of every failure to ``connectors.base``. It knows no network's dialect and stores
nothing itself.

Codes of the errors raised here: "address" (not an http(s) address), "dns", "refused", "connect", "tls",
"proxy", "timeout" (no answer in time, or one that dripped too slowly), "broken" (the line ended within the
answer), "redirects" (endless or without a target), "redirect-refused" (to another scheme, or back to http),
"http-NNN" (the server's status), "rate-limited" (not even asked: still waiting), "too-large",
"broken-compression", "encoding", "html", "not-json", "closed" (a stream that ended).
"""

from __future__ import annotations

import asyncio
import importlib
import json as json_module
import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from connectors import http_parts as parts
from connectors.base import (
    AuthExpired,
    ConnectorError,
    Gone,
    Malformed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http_clients import Clients
from connectors.http_limits import Budget, Clocks, LimitStore, MemoryLimits
from connectors.http_parts import Headers, Response, basic, mask, tls_context

if TYPE_CHECKING:
    import httpx

__all__ = ["Headers", "Http", "LimitStore", "MemoryLimits", "Response", "Timeouts", "basic", "mask"]

log = logging.getLogger(__name__)

MAX_BYTES = 20_000_000
"""Largest answer that is read, on the wire and after decompression."""

MAX_HOPS = 5
MAX_LINE = 1_000_000

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_NEVER_SENT = frozenset({"address", "dns", "refused", "connect", "tls", "proxy"})
"""Codes of failures that happen before a request is on its way."""

_WORTH_A_RETRY = frozenset({"refused", "connect", "broken"})

Auth = str | tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. ``total`` ends an answer that drips for ever; ``pause`` is the wait after a timeless 429."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 90.0
    pause: float = 60.0


class Http:
    """One client for all channels. Every method raises ConnectorError only (and CancelledError)."""

    def __init__(
        self,
        user_agent: str = "",
        *,
        limits: LimitStore | None = None,
        clock: Callable[[], float] = time.time,
        timeouts: Timeouts | None = None,
        per_host: int = 6,
        retries: int = 2,
    ) -> None:
        self._user_agent = user_agent or default_user_agent()
        self._budget = Budget(limits if limits is not None else MemoryLimits(), clock)
        self.timeouts = timeouts or Timeouts()
        self._per_host = per_host
        self._retries = retries
        self._gates: dict[tuple[str, int], asyncio.Semaphore] = {}
        self._clients = Clients()
        self._clock = clock
        self._clocks = Clocks()

    async def prepare(self) -> None:
        """Import what the first request needs, in a thread, so that a window keeps painting."""
        await self._clients.prepare()

    # --- requests ---------------------------------------------------------------------------------------

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        auth: Auth = None,
        params: Mapping[str, Any] | None = None,
        validators: Mapping[str, str] | None = None,
        max_bytes: int = MAX_BYTES,
        total_s: float | None = None,
        accept: Collection[int] = (),
    ) -> Response:
        """One GET with redirects followed.

        ``auth`` is (login, password) for Basic or a whole Authorization value such as "Bearer …".
        ``validators`` are those of an earlier Response: the answer may then be status 304 with an empty body.
        Statuses in ``accept`` are returned where they would otherwise raise.
        """
        sent = dict(headers or {})
        for name, header in (("etag", "If-None-Match"), ("last_modified", "If-Modified-Since")):
            value = (validators or {}).get(name, "")
            if value and value.isascii() and value.isprintable():  # others could not be sent back at all
                sent[header] = value
        return await self.request(
            "GET",
            url,
            headers=sent,
            auth=auth,
            params=params,
            max_bytes=max_bytes,
            total_s=total_s,
            accept=accept,
        )

    async def get_json(self, url: str, **options: Any) -> tuple[Any, Response]:
        """(value, answer) of a GET with the options of ``get``. Raises Malformed where it is no JSON."""
        options["headers"] = {"Accept": "application/json", **(options.get("headers") or {})}
        response = await self.get(url, **options)
        return (None if response.status == 304 else response.json()), response

    async def request(
        self,
        method: str,
        url: str,
        *,
        json: Any = None,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: Auth = None,
        max_bytes: int = MAX_BYTES,
        total_s: float | None = None,
        accept: Collection[int] = (),
        budget: str = "",
    ) -> Response:
        """Any request. A write whose answer is lost raises OutcomeUnknown and is never repeated here.

        ``budget`` names whose rate budget this counts against, for networks whose sign-in is no header or
        another one each time; it is not sent."""
        address, sent, credential = self._prepare(url, headers, auth, params)
        credential = budget or credential
        body = content
        if json is not None:
            body = json_module.dumps(json, ensure_ascii=False).encode("utf-8", "replace")
            sent.setdefault("Content-Type", "application/json")
        elif form is not None:
            body = parts.encode_form(form)
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        method = method.upper()
        safe = method in _SAFE_METHODS
        deadline = total_s or self.timeouts.total
        attempt = 0
        while True:
            try:
                async with self._gate(address), asyncio.timeout(deadline):
                    return await self._exchange(method, address, sent, body, credential, max_bytes, accept)
            except TimeoutError:
                error: ConnectorError = Unreachable(
                    f"{method} {mask(address)}: no whole answer in {deadline:g} s", "timeout"
                )
            except Unreachable as unreachable:
                error = unreachable
            except Malformed as malformed:
                error = malformed
                safe = safe or malformed.code == "address"
            if not safe and error.code not in _NEVER_SENT and not _status_says_not_done(error.code):
                raise OutcomeUnknown(str(error), error.code) from None
            if not safe or attempt >= self._retries or error.code not in _WORTH_A_RETRY:
                raise error
            attempt += 1
            await asyncio.sleep(random.uniform(0.05, 0.25) * 2**attempt)

    async def _exchange(
        self,
        method: str,
        address: str,
        headers: dict[str, str],
        body: bytes | None,
        credential: str,
        max_bytes: int,
        accept: Collection[int],
    ) -> Response:
        permanent, still_permanent = "", True
        cookies: dict[str, str] = {}
        for _ in range(MAX_HOPS + 1):
            self._budget.check(address, credential)
            async with self._send(method, address, headers, body) as answer:
                location = answer.headers.get("location", "")
                if answer.status_code not in (301, 302, 303, 307, 308) or answer.status_code in accept:
                    got = Headers(answer.headers.multi_items())  # type: ignore[arg-type]
                    content = b"" if answer.status_code == 304 else await _read_body(answer, got, max_bytes)
                    response = Response(answer.status_code, got, content, address, permanent)
                    self._judge(method, response, credential, accept)
                    return response
                status, new_cookies = answer.status_code, answer.headers.get_list("set-cookie")
            if not location:
                raise Unreachable(f"{method} {mask(address)}: {status} without a target", "redirects")
            target = parts.next_hop(address, location)
            trusted = parts.may_keep_secrets(address, target)
            if method not in _SAFE_METHODS and (status not in (307, 308) or not trusted):
                # a write turned into a read, or shown to a stranger, is not what was asked for
                raise Unreachable(f"{method} {mask(address)}: {status} to {mask(target)}", "redirect-refused")
            if not trusted:
                credential = ""
                headers = {k: v for k, v in headers.items() if k.lower() in parts.KEPT_ON_NEW_HOST}
                cookies = {}
            # some boards redirect to themselves until their session cookie comes back
            cookies |= parts.cookie_pairs(new_cookies)
            if trusted and cookies:
                headers = {**headers, "Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}
            target, userinfo = parts.take_credentials(target)
            if userinfo:
                headers, credential = {**headers, "Authorization": userinfo}, userinfo
            still_permanent = still_permanent and status in (301, 308)
            permanent = target if still_permanent else permanent
            address = target
        raise Unreachable(f"{method} {mask(address)}: more than {MAX_HOPS} redirects", "redirects")

    @asynccontextmanager
    async def _send(
        self,
        method: str,
        address: str,
        headers: Mapping[str, str],
        body: bytes | None,
        read_s: float | None = None,
    ) -> AsyncIterator[httpx.Response]:
        client = await self._clients.of(address)
        import httpx

        limits = httpx.Timeout(
            self.timeouts.read if read_s is None else read_s, connect=self.timeouts.connect
        )
        try:
            request = client.build_request(method, address, headers=headers, content=body, timeout=limits)
        except (httpx.InvalidURL, ValueError) as error:
            raise Unreachable(f"{method} {mask(address)}: {type(error).__name__}", "address") from None
        try:
            answer = await client.send(request, stream=True)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            _fail(error, f"{method} {mask(address)}")
        try:
            yield answer
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            _fail(error, f"{method} {mask(address)}")
        finally:
            await answer.aclose()

    def _judge(self, method: str, response: Response, credential: str, accept: Collection[int]) -> None:
        """Raise what the status means; return where the answer is to be used."""
        status, where = response.status, f"{method} {mask(response.url)}: {response.status}"
        self._budget.note(response.url, credential, response.headers)
        self._clocks.note(response.url, response.headers, int(self._clock() * 1000))
        if 200 <= status < 300 or status == 304 or status in accept:
            self._budget.answered(response.url, credential)
            return
        code = f"http-{status}"
        if status == 429 or (status == 503 and response.headers.get("retry-after")):
            until = self._budget.refused(response.url, credential, response.headers, self.timeouts.pause)
            raise RateLimited(where, until, code)
        if status == 401 or (status == 403 and credential):
            raise AuthExpired(where, code)
        if status == 410:
            raise Gone(where, code)
        reason = parts.error_sentence(response.body)
        if 400 <= status < 500 and reason and method not in _SAFE_METHODS:
            raise Refused(reason, code)
        if 400 <= status < 500 and method not in _SAFE_METHODS:
            raise Refused(f"HTTP {status}", code)
        raise Unreachable(f"{where} {reason}".strip(), code)

    # --- streams ----------------------------------------------------------------------------------------

    async def lines(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        auth: Auth = None,
        params: Mapping[str, Any] | None = None,
        idle_s: float = 45.0,
    ) -> AsyncIterator[str]:
        """Lines of an answer without end (server-sent events), without their line ends.

        The first line is always "" and says that the line is open. Silence for ``idle_s`` seconds, an end or
        a break raises Unreachable; the caller connects again. Redirects are not followed.
        """
        address, sent, credential = self._prepare(url, headers, auth, params)
        sent |= {"Accept": "text/event-stream", "Accept-Encoding": "identity", "Cache-Control": "no-store"}
        self._budget.check(address, credential)
        async with self._send("GET", address, sent, None, read_s=idle_s) as answer:
            got = Headers(answer.headers.multi_items())  # type: ignore[arg-type]
            if answer.status_code != 200:
                if answer.is_redirect:
                    raise Unreachable(f"stream {mask(address)}: a redirect", "redirects")
                content = await _read_body(answer, got, 100_000)
                self._judge("GET", Response(answer.status_code, got, content, address), credential, ())
                raise Unreachable(
                    f"stream {mask(address)}: {answer.status_code}", f"http-{answer.status_code}"
                )
            if got.get("content-type", "").lower().startswith("text/html"):
                raise Malformed(f"stream {mask(address)}: a web page", "html")
            yield ""
            splitter = parts.LineSplitter(MAX_LINE)
            async for data in answer.aiter_raw():
                for line in splitter.feed(data):
                    yield line
        raise Unreachable(f"stream {mask(address)}: ended", "closed")

    async def websocket(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        auth: Auth = None,
        params: Mapping[str, Any] | None = None,
        idle_s: float = 45.0,
    ) -> AsyncIterator[str]:
        """Text frames of a WebSocket. The first is always "" and says that the line is open.

        ``http(s)`` addresses are taken as ``ws(s)``. The line is asked for a sign of life (ping) twice in
        ``idle_s``; silence, an end or a break raises Unreachable. Redirects are refused.
        """
        # Reading the library for WebSockets takes longer than a frame of the window.
        opened = await asyncio.to_thread(importlib.import_module, "connectors.http_websocket")
        address, sent, credential = self._prepare(url, headers, auth, params)
        self._budget.check(address, credential)
        sent.pop("User-Agent", None)
        try:
            line = opened.frames(
                address, sent, self._user_agent, idle_s=idle_s, open_s=self.timeouts.connect, tls=tls_context
            )
            # Closed here and not when memory is swept: by then the loop may have ended with the line open.
            async with aclosing(line):
                async for frame in line:
                    yield frame
        except parts.BadHandshake as refusal:
            self._judge(
                "GET", Response(refusal.status, refusal.headers, refusal.body, address), credential, ()
            )
            raise Unreachable(
                f"websocket {mask(address)}: {refusal.status}", f"http-{refusal.status}"
            ) from None

    def hold(self, url: str, credential: str, until_ms: int) -> None:
        """Ask nothing more of this host with this credential until then (a budget that only the network's
        own headers or bodies tell of). ``credential``: the Authorization header that is sent."""
        self._budget.hold(url, credential, until_ms)

    def check_budget(self, url: str, credential: str) -> None:
        """RateLimited while that host has to be left alone by that credential; for lines that are not HTTP,
        and for what is asked without a credential on its behalf."""
        self._budget.check(url, credential)

    def not_after(self, url: str, at_ms: int) -> int:
        """A moment of this PC's clock by the clock of a server that has answered before, to look for what was
        written since: a PC whose clock is ahead must not miss what it sent itself."""
        return self._clocks.not_after(url, at_ms)

    async def aclose(self) -> None:
        """Close all lines. The object may be used again afterwards."""
        await self._clients.aclose()

    # --- parts ------------------------------------------------------------------------------------------

    def _prepare(
        self, url: str, headers: Mapping[str, str] | None, auth: Auth, params: Mapping[str, Any] | None
    ) -> tuple[str, dict[str, str], str]:
        """(address, headers to send, credential that the rate budget belongs to)."""
        address, userinfo = parts.take_credentials(url)
        if params:
            address = parts.with_params(address, params)
        sent = {"User-Agent": self._user_agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        for name, value in (headers or {}).items():
            for old in [known for known in sent if known.lower() == name.lower()]:
                del sent[old]
            sent[name] = value
        given = basic(*auth) if isinstance(auth, tuple) else auth
        if given or userinfo:
            sent["Authorization"] = given or userinfo
        credential = next((v for k, v in sent.items() if k.lower() in ("authorization", "cookie")), "")
        return address, sent, credential

    @asynccontextmanager
    async def _gate(self, address: str) -> AsyncIterator[None]:
        host = parts.host_of(address)
        gate = self._gates.setdefault(host, asyncio.Semaphore(self._per_host))
        async with gate:
            yield


def default_user_agent(contact: str = "") -> str:
    """Name, version and how to reach us: some servers of public offices turn nameless clients away."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("seoul-smc")
    except PackageNotFoundError:
        number = "0"
    return f"seoul-smc/{number} (+{contact or 'social media desk of a city office'})"


async def _read_body(answer: httpx.Response, headers: Mapping[str, str], max_bytes: int) -> bytes:
    """The body within the cap, on the wire and opened."""
    encodings = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    encodings = [name for name in encodings if not parts.says_nothing(name)]
    if len(encodings) > 1 or (encodings and encodings[0] not in ("gzip", "x-gzip", "deflate")):
        raise Malformed(f"a compression that was not asked for: {encodings[0][:20]}", "broken-compression")
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > max_bytes:
        raise Malformed(f"{length} bytes announced, {max_bytes} are the most", "too-large")
    inflater = parts.Inflater(encodings[0]) if encodings else None
    pieces: list[bytes] = []
    wire = size = 0
    async for data in answer.aiter_raw():
        if inflater is not None and wire == 0 and encodings[0] != "deflate" and data[:1] != b"\x1f":
            inflater = None  # says gzip and is not
        wire += len(data)
        if wire > max_bytes:
            raise Malformed(f"more than {max_bytes} bytes", "too-large")
        if inflater is None:
            pieces.append(data)
            continue
        for piece in inflater.feed(data):
            size += len(piece)
            if size > max_bytes:
                raise Malformed(f"more than {max_bytes} bytes when opened", "too-large")
            pieces.append(piece)
            if len(piece) == parts.Inflater.PIECE:
                await asyncio.sleep(0)  # opening a bomb must not hold the window up
    if inflater is not None and not inflater.finished:
        raise Unreachable("the compressed answer was cut off", "broken")
    return b"".join(pieces)


def _status_says_not_done(code: str) -> bool:
    """Whether a write that failed with this code has certainly not been carried out."""
    return code in ("redirects", "redirect-refused", "http-503") or code.startswith(("http-3", "http-4"))


def _fail(error: BaseException, what: str) -> NoReturn:
    """Raise the connector error that a failure of the line means. Chains nothing: httpx quotes addresses."""
    import httpx

    kind, code = type(error).__name__, "broken"
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError)):
        code = "redirect-refused"  # the address itself was fine: httpx looks at the target of a redirect
    elif isinstance(error, httpx.ProxyError):
        code = "proxy"
    elif isinstance(error, httpx.TimeoutException):
        code = "connect" if isinstance(error, httpx.ConnectTimeout) else "timeout"
    elif isinstance(error, httpx.ConnectError):
        code = parts.connect_code(error)
    raise Unreachable(f"{what}: {kind}", code) from None
