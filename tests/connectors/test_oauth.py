"""Signing in through the browser, with a browser of our own and with unfriendly visitors on the port."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors import oauth
from connectors.base import AuthExpired, ConnectorError, Malformed, OutcomeUnknown, Refused
from connectors.http import Http
from connectors.mastodon.signin import sign_in
from connectors.oauth import Request, TokenKeeper, authorize, challenge_of, with_query
from tests.servers.fake_mastodon import FakeMastodon
from tests.servers.tiny_http import Reply, TinyServer


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    http = Http()
    yield http
    await http.aclose()


def address(request: Request) -> str:
    return with_query("https://social.example/oauth/authorize", request.parameters("id", "read write"))


async def raw(port: int, data: bytes) -> bytes:
    """What the loopback port answers to these bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(data)
        await writer.drain()
        writer.write_eof()
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def get(url: str) -> bytes:
    parts = urlsplit(url)
    assert parts.port is not None
    return await raw(parts.port, f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())


class Browser:
    """Opens the address, and then does what ``then`` says with the place to return to and the state."""

    def __init__(self, then: Callable[[str, str], Awaitable[Any]]) -> None:
        self.then = then
        self.query: dict[str, str] = {}
        self.pages: list[bytes] = []
        self.task: asyncio.Task[Any] | None = None

    def __call__(self, url: str) -> None:
        self.query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}

        async def run() -> None:
            await self.then(self.query["redirect_uri"], self.query["state"])

        self.task = asyncio.get_running_loop().create_task(run())


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


async def test_the_code_comes_back_with_its_verifier() -> None:
    pages: list[bytes] = []

    async def agree(back: str, state: str) -> None:
        pages.append(await get(f"{back}?{urlencode({'code': 'c0de', 'state': state})}"))

    browser = Browser(agree)
    grant = await authorize(browser, address)
    assert browser.task is not None
    await browser.task
    assert grant.code == "c0de"
    assert browser.query["code_challenge"] == challenge_of(grant.verifier)
    assert browser.query["code_challenge_method"] == "S256"
    assert grant.redirect_uri == browser.query["redirect_uri"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/callback", grant.redirect_uri)
    assert "이 창을 닫아도 됩니다".encode() in pages[0] and b"You may close this window" in pages[0]
    assert "c0de" not in repr(grant) and grant.verifier not in repr(grant)


async def test_where_no_state_comes_back_the_path_cannot_be_guessed() -> None:
    seen: list[bytes] = []

    async def agree(back: str, _: str) -> None:
        folder, _, last = back.rpartition("/")
        seen.append(await get(f"{folder}?code=evil"))
        seen.append(await get(f"{folder}/{last[:-1]}?code=evil"))
        seen.append(await get(f"{back}?code=c0de"))

    browser = Browser(agree)
    grant = await authorize(browser, address, echoes_state=False)
    assert browser.task is not None
    await browser.task
    assert grant.code == "c0de" and grant.redirect_uri.endswith("/callback/" + browser.query["state"])
    assert len(browser.query["state"]) >= 32
    assert [page.split(b" ")[1] for page in seen] == [b"404", b"404", b"200"]


async def test_strangers_and_strays_do_not_end_the_waiting() -> None:
    seen: list[bytes] = []

    async def crowd(back: str, state: str) -> None:
        port = urlsplit(back).port
        assert port is not None
        host = f"http://127.0.0.1:{port}"
        seen.append(await get(f"{host}/favicon.ico"))
        seen.append(await get(f"{back}?code=evil&state=wrong"))
        seen.append(await get(f"{back}?code=evil"))
        seen.append(await get(f"{back}?error=access_denied&state=wrong"))
        seen.append(await get(f"{back}?state={state}"))
        seen.append(await raw(port, f"POST /callback?code=evil&state={state} HTTP/1.1\r\n\r\n".encode()))
        for data in (b"", b"\x16\x03\x01\x02\x00", b"GET", b"A" * 100_000, b"GET  \r\n\r\n", b"\r\n\r\n"):
            await raw(port, data)
        await get(f"{back}?{urlencode({'code': 'good', 'state': state})}")

    browser = Browser(crowd)
    grant = await authorize(browser, address)
    assert browser.task is not None
    await browser.task
    assert grant.code == "good"
    assert [page.split(b" ", 2)[1] for page in seen] == [b"404", b"400", b"400", b"400", b"400", b"405"]
    assert not any(b"evil" in page for page in seen)


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_whatever_is_sent_to_the_port_is_only_turned_away(data: bytes) -> None:
    async def run() -> None:
        async def noise(back: str, state: str) -> None:
            port = urlsplit(back).port
            assert port is not None
            await raw(port, data)
            await raw(port, b"GET /callback?" + data + b" HTTP/1.1\r\n\r\n")
            await get(f"{back}?{urlencode({'code': 'good', 'state': state})}")

        browser = Browser(noise)
        assert (await authorize(browser, address)).code == "good"
        assert browser.task is not None
        await browser.task

    asyncio.run(run())


async def test_saying_no_in_the_browser_is_said_so() -> None:
    for error, code in (("access_denied", "sign-in-cancelled"), ("invalid_scope", "sign-in-refused")):

        async def refuse(back: str, state: str, error: str = error) -> None:
            page = await get(f"{back}?{urlencode({'error': error, 'state': state})}")
            assert "로그인하지 않았습니다".encode() in page

        browser = Browser(refuse)
        with pytest.raises(Refused) as refused:
            await authorize(browser, address)
        assert browser.task is not None
        await browser.task
        assert refused.value.code == code


async def test_the_waiting_ends_by_itself_or_when_it_is_cancelled() -> None:
    ports: list[int] = []

    def look(url: str) -> None:
        ports.append(urlsplit(parse_qs(urlsplit(url).query)["redirect_uri"][0]).port or 0)

    with pytest.raises(Refused) as refused:
        await authorize(look, address, timeout_s=0.01)
    assert refused.value.code == "sign-in-timeout"
    opened = asyncio.Event()

    async def open_browser(url: str) -> None:
        look(url)
        opened.set()

    task = asyncio.create_task(authorize(open_browser, address))
    await opened.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for port in ports:
        with pytest.raises(OSError):
            await asyncio.open_connection("127.0.0.1", port)


async def test_without_a_browser_it_says_so() -> None:
    with pytest.raises(Refused) as refused:
        await authorize(lambda url: False, address)
    assert refused.value.code == "no-browser"


# --- a whole sign-in --------------------------------------------------------------------------------------


async def test_a_whole_sign_in_at_a_server_that_checks_everything(
    fake_mastodon: FakeMastodon, http: Http
) -> None:
    tasks = []

    def browser(url: str) -> None:
        tasks.append(asyncio.get_running_loop().create_task(http.get(url)))

    secret, identity = await sign_in(http, fake_mastodon.url, browser)
    page = await tasks[0]
    assert "이 창을 닫아도 됩니다".encode() in page.body
    assert secret["access_token"] in fake_mastodon.tokens
    assert (identity.remote_id, identity.name) == (fake_mastodon.city.id, "한빛시")
    assert secret["account_id"] == fake_mastodon.city.id and secret["server"] == fake_mastodon.url
    assert sum(len(value) for value in secret.values()) < 1000


async def test_a_sign_in_that_cannot_begin(fake_mastodon: FakeMastodon, http: Http) -> None:
    with pytest.raises(Refused) as refused:
        await sign_in(http, "http://social.example", lambda url: None)
    assert refused.value.code == "insecure"
    fake_mastodon.fail_next("/api/v1/apps", 403, {"error": "Registrations are closed"})
    with pytest.raises(Refused) as refused:
        await sign_in(http, fake_mastodon.url, lambda url: None)
    assert refused.value.reason == "Registrations are closed"
    fake_mastodon.fail_next("/api/v1/apps", 200, {"client_id": 7})
    with pytest.raises(Malformed):
        await sign_in(http, fake_mastodon.url, lambda url: None)


# --- tokens -----------------------------------------------------------------------------------------------


def keeper(
    renew: Callable[[Mapping[str, str]], Awaitable[Mapping[str, str]]], **secret: str
) -> tuple[TokenKeeper, list[Mapping[str, str]]]:
    saved: list[Mapping[str, str]] = []

    async def save(value: Mapping[str, str]) -> None:
        saved.append(value)

    return TokenKeeper(
        {"access_token": "old", "refresh_token": "r1", **secret}, renew, save, lambda: 1000.0
    ), saved


async def test_ten_callers_renew_once() -> None:
    renewed = 0

    async def renew(secret: Mapping[str, str]) -> Mapping[str, str]:
        nonlocal renewed
        renewed += 1
        await asyncio.sleep(0)
        return {"access_token": f"new{renewed}", "refresh_token": "r2", "expires_at": "9000"}

    tokens, saved = keeper(renew)
    assert await tokens.token() == "old"  # no end is known, and nobody has refused it
    assert set(await asyncio.gather(*(tokens.token("old") for _ in range(10)))) == {"new1"}
    assert renewed == 1 and [dict(s)["access_token"] for s in saved] == ["new1"]
    assert await tokens.token("old") == "new1"  # a late caller was refused with one that is long gone
    ending, _ = keeper(renew, expires_at="1030")
    assert await ending.token() == "new2"


async def test_an_app_password_gets_its_first_token_and_every_other_one_from_renew() -> None:
    async def renew(secret: Mapping[str, str]) -> Mapping[str, str]:
        return {**secret, "access_token": f"{secret.get('access_token', '')}t"}

    tokens, saved = keeper(renew, access_token="", refresh_token="", app_password="made-up")
    assert [await tokens.token(), await tokens.token(), await tokens.token("t")] == ["t", "t", "tt"]
    assert [dict(s)["access_token"] for s in saved] == ["t", "tt"]


async def test_a_cancelled_caller_does_not_lose_the_renewed_token() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    renewed = 0

    async def renew(secret: Mapping[str, str]) -> Mapping[str, str]:
        nonlocal renewed
        renewed += 1
        begun.set()
        await go_on.wait()
        return {"access_token": "new", "refresh_token": "r2"}

    tokens, saved = keeper(renew)
    caller = asyncio.create_task(tokens.token("old"))
    await begun.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    second = asyncio.create_task(tokens.token("old"))
    go_on.set()
    assert await second == "new"
    assert renewed == 1 and len(saved) == 1


async def test_a_token_that_cannot_be_renewed_asks_for_a_sign_in() -> None:
    async def refuse(secret: Mapping[str, str]) -> Mapping[str, str]:
        raise AuthExpired("invalid_grant")

    tokens, saved = keeper(refuse)
    for _ in range(2):
        with pytest.raises(AuthExpired):
            await tokens.token("old")
    without, _ = keeper(refuse, refresh_token="")
    with pytest.raises(AuthExpired):
        await without.token("old")
    assert saved == []


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(400, {"error": "invalid_grant"}), AuthExpired),
        (Reply(401, {"error": 7}), AuthExpired),
        (Reply(200, {"token_type": "Bearer"}), Malformed),
        (Reply(200, {"access_token": ["x"]}), Malformed),
        (Reply(200, []), Malformed),
        (Reply(200, b"<html>", {"Content-Type": "text/html"}), Malformed),
        (Reply(500, {}), OutcomeUnknown),
    ],
)
async def test_token_answers_of_every_kind(http: Http, reply: Reply, error: type[ConnectorError]) -> None:
    async def answer(request: Any) -> Reply:
        return reply

    server = TinyServer(answer)
    server.start()
    try:
        with pytest.raises(error):
            await oauth.refresh(
                http, f"http://127.0.0.1:{server.port}/token", {"client_id": "c"}, {"refresh_token": "r"}
            )
    finally:
        server.stop()


async def test_a_refresh_keeps_what_the_answer_leaves_out(http: Http) -> None:
    asked: list[dict[str, Any]] = []

    async def answer(request: Any) -> Reply:
        asked.append(request.fields())
        return Reply(200, {"access_token": "new", "expires_in": 3600})

    server = TinyServer(answer)
    server.start()
    try:
        secret = {"access_token": "old", "refresh_token": "r", "account_id": "7", "expires_at": "1"}
        renewed = await oauth.refresh(
            http, f"http://127.0.0.1:{server.port}/token", {"client_id": "c"}, secret
        )
    finally:
        server.stop()
    assert asked == [{"grant_type": "refresh_token", "refresh_token": "r", "client_id": "c"}]
    assert (renewed["access_token"], renewed["refresh_token"], renewed["account_id"]) == ("new", "r", "7")
    assert int(renewed["expires_at"]) > 1_700_000_000
