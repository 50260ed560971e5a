"""Signing in through the user's own browser: authorization code with PKCE on a loopback port (RFC 8252,
RFC 7636).

Owns the little server that waits for the browser to come back, and renewing tokens behind one lock. It
knows no network and stores nothing; whoever calls it decides where the result goes.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import hmac
import inspect
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from connectors.base import AuthExpired, Malformed, Refused, clean_text
from connectors.http import Http

log = logging.getLogger(__name__)

LONGEST_REQUEST = 16 * 1024
"""Bytes of a request to the loopback port that are read; a browser's are far shorter."""

SLOWEST_REQUEST_S = 10.0
MOST_AT_ONCE = 20
RENEW_BEFORE_S = 60.0

CANCELLED = "브라우저에서 로그인을 취소했습니다. / The sign-in was cancelled in the browser."
TIMED_OUT = (
    "정해진 시간 안에 브라우저에서 로그인하지 않았습니다. 다시 시도해 주세요. / "
    "Nobody signed in in the browser in time. Please try again."
)
NO_BROWSER = (
    "브라우저를 열 수 없습니다. 기본 브라우저를 확인해 주세요. / "
    "The browser could not be opened. Please check the default browser."
)

NO_PORT = (
    "로그인을 받을 포트가 모두 사용 중입니다. 다른 프로그램을 닫고 다시 시도해 주세요. / "
    "Every port that could take the sign-in is in use. Please close other programs and try again."
)

_PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>body{{font:18px/1.6 sans-serif;margin:15vh auto;
max-width:32em;padding:0 1em;text-align:center}}p+p{{color:#667}}</style></head>
<body><p>{korean}</p><p lang="en">{english}</p></body></html>"""

_DONE = ("로그인을 마쳤습니다. 이 창을 닫아도 됩니다.", "You are signed in. You may close this window.")
_NOT_DONE = (
    "로그인하지 않았습니다. 이 창을 닫아도 됩니다.",
    "You are not signed in. You may close this window.",
)
_NOTHING = ("여기에는 아무것도 없습니다.", "There is nothing here.")


@dataclass(frozen=True, slots=True)
class Grant:
    """What the browser brought back. All of it is needed once, to ask for the token."""

    code: str = field(repr=False)
    verifier: str = field(repr=False)
    redirect_uri: str
    issuer: str = ""  # "iss" of RFC 9207, where the network sends it


@dataclass(frozen=True, slots=True)
class Request:
    """What goes into the address that the browser opens."""

    redirect_uri: str
    state: str
    challenge: str

    def parameters(self, client_id: str, scope: str) -> dict[str, str]:
        """The query of an authorization address (RFC 6749 section 4.1.1 with RFC 7636 section 4.3)."""
        return {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": self.redirect_uri,
            "scope": scope,
            "state": self.state,
            "code_challenge": self.challenge,
            "code_challenge_method": "S256",
        }


def challenge_of(verifier: str) -> str:
    """The S256 challenge of a verifier (RFC 7636 section 4.2)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def with_query(address: str, parameters: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"


async def authorize(
    open_browser: Callable[[str], Any],
    build_url: Callable[[Request], str],
    *,
    path: str = "/callback",
    ports: Sequence[int] = (0,),
    timeout_s: float = 300.0,
    echoes_state: bool = True,
    answer_name: str = "code",
) -> Grant:
    """Send the user's browser to sign in and wait until it comes back to a port of this machine.

    ``build_url`` makes the address to open; ``open_browser`` opens it (it may be a coroutine function)
    and may return False where there is no browser. ``ports`` are tried in their order, for networks where
    the port of the address has to be registered; 0 is any free one. ``answer_name``: the parameter that
    brings the grant, where a network does not call it "code". Requests that are not ours (a favicon,
    a port scan, an answer with another state) are turned away and do not end the waiting. For networks that
    do not give the state back (``echoes_state``) it is part of the path, where nobody can guess it either.

    Refused: the user said no ("sign-in-cancelled"), let the time pass ("sign-in-timeout"), there is no
    browser ("no-browser") or no free port ("no-port"), or the network refused for the reason it gives
    ("sign-in-refused").
    """
    verifier = secrets.token_urlsafe(48)
    state = secrets.token_urlsafe(24)
    answer: asyncio.Future[Mapping[str, str]] = asyncio.get_running_loop().create_future()
    waiting = _Waiting(path, state, answer, answer_name)
    if not echoes_state:
        path = f"{path}/{state}"
        waiting = _Waiting(path, "", answer, answer_name)
    # Only the IP literal: servers ignore the port of 127.0.0.1, but want "localhost" letter by letter.
    server = await _listen(waiting.serve, ports)
    port = server.sockets[0].getsockname()[1]
    redirect_uri = f"http://127.0.0.1:{port}{path}"
    try:
        opened = open_browser(build_url(Request(redirect_uri, state, challenge_of(verifier))))
        if inspect.isawaitable(opened):
            opened = await opened
        if opened is False:
            raise Refused(NO_BROWSER, "no-browser")
        async with asyncio.timeout(timeout_s):
            found = await answer
    except TimeoutError:
        raise Refused(TIMED_OUT, "sign-in-timeout") from None
    finally:
        server.close()
        await waiting.aclose()
        await server.wait_closed()
    if found.get("error"):
        if found["error"] == "access_denied":
            raise Refused(CANCELLED, "sign-in-cancelled")
        reason = " ".join(clean_text(found.get("error_description") or found["error"]).split())[:300]
        raise Refused(reason, "sign-in-refused")
    return Grant(found[answer_name], verifier, redirect_uri, found.get("iss", ""))


async def _listen(serve: Callable[..., Any], ports: Sequence[int]) -> asyncio.Server:
    for port in ports:
        try:
            return await asyncio.start_server(serve, "127.0.0.1", port, limit=LONGEST_REQUEST)
        except OSError as error:
            log.info("port %d cannot be used for the sign-in: %s", port, error)
    raise Refused(NO_PORT, "no-port")


class _Waiting:
    """Answers the requests that reach the loopback port until the right one is there."""

    def __init__(
        self, path: str, state: str, answer: asyncio.Future[Mapping[str, str]], answer_name: str = "code"
    ) -> None:
        self._answer_name = answer_name
        self._path = path
        self._state = state
        self._answer = answer
        self._open: set[asyncio.Task[Any]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._open) >= MOST_AT_ONCE:
            writer.close()
            return
        self._open.add(task)
        found: Mapping[str, str] | None = None
        try:
            async with asyncio.timeout(SLOWEST_REQUEST_S):
                head = await reader.readuntil(b"\r\n\r\n")
                status, page, found = self._judge(head)
                writer.write(_response(status, page))
                await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            log.debug("a stray connection to the sign-in port")
        except asyncio.CancelledError:
            pass  # only aclose cancels; a server's own task must not report that as a failure
        finally:
            self._open.discard(task)
            with contextlib.suppress(OSError):
                writer.close()
            # Only now, so that the browser has its page before the server is closed.
            if found is not None and not self._answer.done():
                self._answer.set_result(found)

    def _judge(self, head: bytes) -> tuple[int, tuple[str, str], Mapping[str, str] | None]:
        method, _, rest = head.partition(b"\r\n")[0].decode("latin-1").partition(" ")
        target = rest.partition(" ")[0]
        try:
            parts = urlsplit(target)
            query = parse_qs(parts.query, max_num_fields=50)
        except ValueError:
            return 400, _NOTHING, None
        if not hmac.compare_digest(parts.path.encode(), self._path.encode()):
            return 404, _NOTHING, None
        if method != "GET":
            return 405, _NOTHING, None
        found = {name: values[0] for name, values in query.items()}
        given = found.get("state", "") if self._state else ""  # else the path was the secret
        if not hmac.compare_digest(given.encode(), self._state.encode()):
            log.warning("an answer to a sign-in with another state was turned away")
            return 400, _NOTHING, None
        if found.get("error"):
            return 200, _NOT_DONE, found
        if not found.get(self._answer_name):
            return 400, _NOTHING, None
        return 200, _DONE, found

    async def aclose(self) -> None:
        open_tasks = list(self._open)
        for task in open_tasks:
            task.cancel()
        if open_tasks:
            await asyncio.wait(open_tasks, timeout=2)


def _response(status: int, page: tuple[str, str]) -> bytes:
    names = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}
    body = _PAGE.format(title="서울소셜미디어센터", korean=page[0], english=page[1]).encode()
    return (
        f"HTTP/1.1 {status} {names[status]}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
        "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    ).encode() + body


# --- tokens -----------------------------------------------------------------------------------------------


async def ask_token(http: Http, address: str, form: Mapping[str, str]) -> dict[str, Any]:
    """One request to a token address (RFC 6749 section 5). AuthExpired: the code or token does not count."""
    response = await http.request(
        "POST", address, form=form, headers={"Accept": "application/json"}, accept=(400, 401, 403)
    )
    value = response.json()
    if not isinstance(value, dict):
        raise Malformed("a token answer was expected", "not-json")
    if response.status >= 400:
        error = value.get("error")
        code = clean_text(error)[:60] if isinstance(error, str) else f"http-{response.status}"
        raise AuthExpired(f"token refused: {response.status} {code}", code)
    if not isinstance(value.get("access_token"), str) or not value["access_token"]:
        raise Malformed("a token answer without a token", "not-json")
    return value


class TokenKeeper:
    """A token that is renewed when it is about to end, by one caller at a time.

    ``secret`` holds "access_token" and, where the network's tokens end, "refresh_token" and "expires_at"
    (seconds since 1970, as a string). ``renew(secret)`` gives the new secret, ``save(secret)`` puts it
    into the keyring before anybody uses it: a refresh token that was used up and lost means a new sign-in.
    Where it holds an "app_password", ``renew`` gives the first token too.
    """

    def __init__(
        self,
        secret: Mapping[str, str],
        renew: Callable[[Mapping[str, str]], Awaitable[Mapping[str, str]]],
        save: Callable[[Mapping[str, str]], Awaitable[None]],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._secret = dict(secret)
        self._renew = renew
        self._save = save
        self._clock = clock
        self._lock = asyncio.Lock()
        self._renewing: asyncio.Future[None] | None = None

    @property
    def secret(self) -> Mapping[str, str]:
        """As it was last renewed."""
        return self._secret

    async def token(self, refused: str = "") -> str:
        """The token to use now. ``refused`` is one that the network has just turned down: if it is still
        ours, it is renewed, so that ten calls which fail together renew once. AuthExpired: it cannot be
        renewed."""
        async with self._lock:
            if self._renewing is None:
                held = self._secret.get("access_token", "")
                password = self._secret.get("app_password")
                first = bool(password) and not held
                if not first and not (refused and refused == held) and not self._ends_soon():
                    return held
                if not password and not self._secret.get("refresh_token"):
                    raise AuthExpired("the token has ended and cannot be renewed", "token-ended")
                self._renewing = asyncio.ensure_future(self._renew_and_save())
            try:
                # Not to be torn apart: a token that was renewed and not saved is lost. Where the caller is
                # cancelled, the next one finds the renewal still under way.
                await asyncio.shield(self._renewing)
            finally:
                if self._renewing.done():
                    self._renewing = None
            return self._secret.get("access_token", "")

    async def _renew_and_save(self) -> None:
        secret = dict(await self._renew(self._secret))
        await self._save(secret)
        self._secret = secret

    def _ends_soon(self) -> bool:
        try:
            return float(self._secret["expires_at"]) - RENEW_BEFORE_S <= self._clock()
        except (KeyError, ValueError):
            return False


async def refresh(
    http: Http, address: str, client: Mapping[str, str], secret: Mapping[str, str]
) -> dict[str, str]:
    """``secret`` with a new token from a refresh token. ``client`` holds client_id and, if any,
    client_secret."""
    asked_at = time.time()
    form = {"grant_type": "refresh_token", "refresh_token": secret.get("refresh_token", ""), **client}
    value = await ask_token(http, address, form)
    renewed = {**secret, "access_token": str(value["access_token"])}
    if isinstance(value.get("refresh_token"), str):
        renewed["refresh_token"] = value["refresh_token"]
    renewed.pop("expires_at", None)
    if isinstance(value.get("expires_in"), int | float) and not isinstance(value["expires_in"], bool):
        renewed["expires_at"] = str(int(asked_at + value["expires_in"]))
    return renewed
