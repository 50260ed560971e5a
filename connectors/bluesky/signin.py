"""Signing in to Bluesky in the browser: OAuth with PAR, PKCE and DPoP, without a server of our own.

The client id is the protocol's exception for loopback programs: it spells out its own metadata, so nothing
has to be hosted. Such sign-ins last two weeks (bluesky.md section 3).
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import AuthExpired, ChannelConfig, ConnectorError, Identity, Malformed, Refused
from connectors.bluesky import parse, session
from connectors.bluesky.dpop import Prover, new_key
from connectors.http import Http, Response
from connectors.http_parts import error_sentence
from connectors.json_values import string, web_address
from connectors.oauth import Grant, Request, authorize, with_query

SCOPE = "atproto transition:generic"
REDIRECT = "http://127.0.0.1/callback"
"""Declared without a port: servers ignore the port of an IP literal."""

CLIENT_ID = "http://localhost?" + urlencode({"redirect_uri": REDIRECT, "scope": SCOPE})

OTHER_ACCOUNT = (
    "브라우저에서 다른 계정으로 로그인했습니다. 적어 둔 계정으로 다시 로그인해 주세요. / "
    "Another account was used in the browser. Please sign in with the account that was typed."
)
WRONG_SERVER = (
    "로그인한 서버가 이 계정의 서버가 아닙니다. / The server that answered is not this account's server."
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """What an authorization server says of itself."""

    issuer: str
    par: str
    authorize: str
    token: str


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the account the user chose in the browser; the secret as in ``session``."""
    server = session.login_server(config.url)
    wanted = session.typed_name((config.secret or {}).get("login") or config.handle).lower()
    issuer = await _issuer(http, server)
    key = new_key()
    prover = Prover(key)
    asked: list[Request] = []

    def remember(request: Request) -> str:
        asked.append(request)
        return ""

    async def push_and_open(_: str) -> Any:
        opened = open_browser(await _push(http, prover, issuer, asked[0], wanted))
        return await opened if inspect.isawaitable(opened) else opened

    grant = await authorize(push_and_open, remember)
    if grant.issuer != issuer.issuer:
        raise Refused(WRONG_SERVER, "issuer")  # RFC 9207: the answer of another server
    token = await _exchange(http, prover, issuer, grant)
    secret = {
        **token,
        "dpop_key": key,
        "client_id": CLIENT_ID,
        "issuer": issuer.issuer,
        "token_endpoint": issuer.token,
        "server": server,
    }
    return await _whose(http, prover, secret, server, wanted)


async def renew_grant(http: Http, secret: Mapping[str, str]) -> dict[str, str]:
    """The secret with the next pair of tokens. The client id must be the one of the sign-in."""
    address = secret.get("token_endpoint", "")
    if not address or not may_carry_secrets(address):
        raise AuthExpired("the sign-in does not say where it is renewed", "token-ended")
    form = {
        "grant_type": "refresh_token",
        "refresh_token": secret.get("refresh_token", ""),
        "client_id": secret.get("client_id") or CLIENT_ID,
    }
    answer = await Prover(secret["dpop_key"]).request(http, "POST", address, form=form)
    token = _token(answer)
    if token["did"] != secret.get("did"):
        raise AuthExpired("the renewed sign-in belongs to another account", "other-account")
    return {**secret, **token}


async def _issuer(http: Http, server: str) -> Issuer:
    """Who signs accounts of this server in. The entryway is both at once and only says the second half."""
    name = server
    answer = await http.get(f"{server}/.well-known/oauth-protected-resource", accept=(400, 404))
    if answer.status == 200:
        value = answer.json()
        servers = value.get("authorization_servers") if isinstance(value, dict) else None
        if isinstance(servers, list) and servers and isinstance(servers[0], str):
            name = session.origin(servers[0])
    if not may_carry_secrets(name):
        raise Refused(INSECURE, "insecure")
    found, _ = await http.get_json(f"{name}/.well-known/oauth-authorization-server")
    value = found if isinstance(found, dict) else {}
    addresses = [
        web_address(value.get(field))
        for field in ("pushed_authorization_request_endpoint", "authorization_endpoint", "token_endpoint")
    ]
    if string(value.get("issuer")).rstrip("/") != name or not all(addresses):
        raise Malformed("an authorization server that does not describe itself", "not-bluesky")
    if not all(may_carry_secrets(address) for address in addresses):
        raise Refused(INSECURE, "insecure")
    return Issuer(string(value["issuer"]), *addresses)


async def _push(http: Http, prover: Prover, issuer: Issuer, request: Request, hint: str) -> str:
    """The address to open, after everything else was handed over behind the browser's back (RFC 9126)."""
    form = request.parameters(CLIENT_ID, SCOPE)
    if hint:
        form["login_hint"] = hint
    answer = await prover.request(http, "POST", issuer.par, form=form)
    if answer.status >= 300:
        raise Refused(error_sentence(answer.body) or f"HTTP {answer.status}", "sign-in-refused")
    value = answer.json()
    uri = string(value.get("request_uri")) if isinstance(value, dict) else ""
    if not uri:
        raise Malformed("a pushed request without its address", "not-bluesky")
    return with_query(issuer.authorize, {"client_id": CLIENT_ID, "request_uri": uri})


async def _exchange(http: Http, prover: Prover, issuer: Issuer, grant: Grant) -> dict[str, str]:
    form = {
        "grant_type": "authorization_code",
        "code": grant.code,
        "code_verifier": grant.verifier,
        "redirect_uri": grant.redirect_uri,
        "client_id": CLIENT_ID,
    }
    return _token(await prover.request(http, "POST", issuer.token, form=form))


def _token(answer: Response) -> dict[str, str]:
    value = answer.json()
    value = value if isinstance(value, dict) else {}
    if answer.status >= 300:
        name = string(value.get("error"))[:60]
        raise AuthExpired(f"token refused: {answer.status} {name}", name or f"http-{answer.status}")
    access, did = string(value.get("access_token")), parse.optional_did(value.get("sub"))
    if not access or not did or string(value.get("token_type")).lower() != "dpop":
        raise Malformed("a token answer without a token", "not-bluesky")
    if "atproto" not in string(value.get("scope")).split():
        raise Refused(
            "브라우저에서 권한을 모두 허용하지 않았습니다. 다시 로그인해 주세요. / "
            "Not every permission was allowed in the browser. Please sign in again.",
            "scope",
        )
    lasts = value.get("expires_in")
    seconds = lasts if isinstance(lasts, int) and 0 < lasts < 10**7 else int(session.LASTS_S)
    return {
        "access_token": access,
        "refresh_token": string(value.get("refresh_token")),
        "expires_at": str(int(time.time()) + seconds),
        "did": did,
    }


async def _whose(
    http: Http, prover: Prover, secret: dict[str, str], server: str, wanted: str
) -> tuple[Mapping[str, str], Identity]:
    """The account behind the token, after its own server has confirmed that this issuer may speak for it:
    anybody may run an authorization server and name somebody else's account."""
    did = secret["did"]
    if session.is_official(server):
        doc = await session.document(http, did)
        home = session.service_of(doc)
        if not home or (await _issuer(http, home)).issuer != secret["issuer"]:
            raise Refused(WRONG_SERVER, "issuer")
        secret["server"] = home
    value = await _session_at(http, prover, secret)
    handle = parse.handle_of(value.get("handle")).removeprefix("@")
    if value.get("did") != did:
        raise Refused(WRONG_SERVER, "issuer")
    if wanted and wanted not in (handle, did):
        raise Refused(OTHER_ACCOUNT, "other-account")
    secret["handle"] = handle
    name = handle or did
    return secret, Identity(did, name, f"@{handle}" if handle else "", f"{parse.SITE}/profile/{name}")


async def _session_at(http: Http, prover: Prover, secret: Mapping[str, str]) -> Mapping[str, Any]:
    answer = await prover.request(
        http,
        "GET",
        f"{secret['server']}/xrpc/com.atproto.server.getSession",
        token=secret["access_token"],
    )
    value = answer.json()
    if answer.status >= 300 or not isinstance(value, dict):
        error: ConnectorError = AuthExpired(f"the new token was refused: {answer.status}", "token-refused")
        raise error
    return value
