"""Mailboxes that take tokens: signing in in the browser, renewal, and where a token may go."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Action, AuthExpired, ChannelConfig, Refused
from connectors.http import Http
from connectors.mail import NETWORK, providers
from connectors.oauth import TokenKeeper
from tests.connectors.mail_desk import Desk
from tests.servers.dovecot import Dovecot
from tests.servers.mail import mail, open_city


class Issuer:
    """Gives tokens, and tells Dovecot which of them count (RFC 7662)."""

    def __init__(self) -> None:
        self.good: set[str] = set()
        self.users: dict[str, str] = {}
        self.asked: list[dict[str, str]] = []
        self.given = 0

    async def start(self) -> Issuer:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"
        return self

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from urllib.parse import parse_qsl

        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
        except asyncio.IncompleteReadError:
            writer.close()
            return
        size = next(
            (int(r.split(":")[1]) for r in head.splitlines() if r.lower().startswith("content-length")), 0
        )
        form = dict(parse_qsl((await reader.readexactly(size)).decode()))
        if "/introspect" in head.split("\r\n")[0]:
            token = form.get("token", "")
            found: dict[str, Any] = {"active": token in self.good, "username": self.users.get(token, "")}
        else:
            found = self._grant(form)
        body = json.dumps(found).encode()
        status = b"400 Bad Request" if "error" in found else b"200 OK"
        writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Type: application/json\r\nConnection: close\r\n")
        writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    def _grant(self, form: dict[str, str]) -> dict[str, Any]:
        self.asked.append(form)
        if form.get("refresh_token") == "withdrawn":
            return {"error": "invalid_grant"}
        self.given += 1
        token = f"access-{self.given}"
        self.good.add(token)
        self.users[token] = self.user
        claims = base64.urlsafe_b64encode(json.dumps({"email": self.user}).encode())
        return {
            "access_token": token,
            "refresh_token": f"refresh-{self.given}",
            "expires_in": 3600,
            "id_token": f"x.{claims.decode().rstrip('=')}.x",
        }

    user = ""


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    issuer = await Issuer().start()
    yield issuer
    issuer.server.close()


@pytest.fixture
async def oauth_desk(
    issuer: Issuer, tmp_path: Path, http: Http, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Desk, Issuer]]:
    """A mailbox that takes tokens of Google's kind, its provider's addresses all on this machine."""
    server = Dovecot(tmp_path / "dovecot", introspection=f"{issuer.url}/introspect").start()
    city = await open_city(server, domain="@hanbit.example")
    issuer.user = city.user
    city.smtp.tokens = issuer.good
    real = providers.PROVIDERS["gmail"]
    oauth = providers.OAuth(f"{issuer.url}/authorize", f"{issuer.url}/token", "https://mail.google.com/", {})
    fake = providers.Provider(
        "gmail",
        providers.Server("127.0.0.1", city.proxy.port, "plain"),
        providers.Server("127.0.0.1", city.smtp.port, "plain"),
        real.domains,
        files_sent=True,
        oauth=oauth,
    )
    monkeypatch.setattr(providers, "PROVIDERS", {"gmail": fake})
    desk = Desk(city, http)
    yield desk, issuer
    await desk.channel.aclose()
    await city.close()
    server.stop()


async def test_sign_in_in_the_browser_renewal_and_the_end(oauth_desk: tuple[Desk, Issuer]) -> None:
    desk, issuer = oauth_desk
    assert NETWORK.sign_in is not None and NETWORK.renew is not None
    asked = ChannelConfig("", "", {"provider": "gmail"}, {"client_id": "id-1"})
    opened: list[str] = []

    async def browser(address: str) -> bool:
        from urllib.parse import parse_qs, urlsplit

        opened.append(address)
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        back = urlsplit(query["redirect_uri"])
        reader, writer = await asyncio.open_connection("127.0.0.1", back.port)
        writer.write(f"GET {back.path}?code=c1&state={query['state']} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        await reader.read()
        writer.close()
        return True

    secret, identity = await NETWORK.sign_in(desk.http, asked, browser)  # the ID token tells the address
    assert "code_challenge" in opened[0] and issuer.asked[0]["code_verifier"]
    assert identity.handle == desk.city.address and secret["refresh_token"] == "refresh-1"

    saved: list[dict[str, str]] = []

    async def save(new: Any) -> None:
        saved.append(dict(new))

    async def renew(old: Any) -> Any:
        assert NETWORK.renew is not None
        return await NETWORK.renew(desk.http, old)

    keeper = TokenKeeper(secret, renew, save)
    channel = NETWORK.open(
        ChannelConfig("", desk.city.address, {"provider": "gmail"}, secret, keeper), desk.http
    )
    desk.city.box.put(mail("토큰으로 읽습니다"))
    (post,) = (await channel.fetch({})).posts
    issuer.good.clear()  # the token ends on all servers at once
    desk.city.proxy.cut()
    await channel.send(desk.out(Action.REPLY, post, "토큰으로 답합니다"))
    assert len(desk.city.smtp.sent) == 1 and [one["access_token"] for one in saved] == ["access-2"]

    issuer.good.clear()
    keeper._secret["refresh_token"] = "withdrawn"
    desk.city.proxy.cut()
    with pytest.raises(AuthExpired):
        await channel.fetch({})
    await channel.aclose()


async def test_a_token_is_shown_to_no_other_server(oauth_desk: tuple[Desk, Issuer]) -> None:
    desk, _ = oauth_desk
    secret = {
        "login": desk.city.user,
        "access_token": "t",
        "provider": "gmail",
        "server": "imaps://imap.gmail.com",
    }
    channel = NETWORK.open(ChannelConfig(desk.config.url, desk.city.address, {}, secret), desk.http)
    before = desk.city.proxy.lines
    with pytest.raises(Refused):
        await channel.fetch({})
    assert desk.city.proxy.lines == before


async def test_only_two_providers_sign_in_in_the_browser(http: Http) -> None:
    assert NETWORK.sign_in is not None
    with pytest.raises(Refused):
        await NETWORK.sign_in(http, ChannelConfig("", "a@naver.com"), lambda address: True)
