"""Where an account lives, and the sessions of its sign-in: from an app password or from OAuth.

A secret holds "server" (where the account lives), "did", "handle", "access_token", "refresh_token" and
"expires_at"; with an app password also "login" and "app_password", after a sign-in in the browser
"dpop_key", "client_id", "issuer" and "token_endpoint". Sessions are kept, not made anew: an account may log
in 30 times in five minutes and 300 times a day (bluesky.md section 3).
"""

from __future__ import annotations

import base64
import json
import re
import time
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from connectors import addresses, json_values
from connectors.addresses import INSECURE, may_carry_secrets, web_address
from connectors.base import AuthExpired, ConnectorError, Malformed, Refused, Unreachable
from connectors.bluesky import parse
from connectors.http import Http
from connectors.http_parts import error_sentence
from connectors.json_values import string

ENTRYWAY = "https://bsky.social"
PUBLIC = "https://public.api.bsky.app"
DIRECTORY = "https://plc.directory"

OFFICIAL = ("bsky.app", "bsky.social", "bsky.network")
"""Hosts of the network's own company; an address there means the one network that everybody knows."""

LASTS_S = 3600.0
"""How long a session is taken to last whose token does not say; the PDS gives two hours."""

TWO_FACTOR = (
    "계정 비밀번호에는 이메일 확인 코드가 필요합니다. 설정에서 만든 앱 비밀번호를 적어 주세요. / "
    "The account's own password needs a code sent by mail; please use an app password from the "
    "settings."
)


def is_official(url: str) -> bool:
    """Whether an address means the public network and not a server of somebody's own."""
    host = (urlsplit(url if "://" in url else f"https://{url}").hostname or "") if url.strip() else ""
    return not host or any(host == name or host.endswith(f".{name}") for name in OFFICIAL)


def origin(url: str) -> str:
    """Scheme, host and port of an address. Raises Unreachable."""
    return addresses.origin(web_address(url))


def login_server(url: str) -> str:
    """Where a password is shown: the entryway of the public network, or the city's own server."""
    server = ENTRYWAY if is_official(url) else origin(url)
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    return server


def typed_name(text: str) -> str:
    """A handle or DID out of what people type and copy: "@name", an address of a profile, or itself. The app
    wraps handles that are copied from it in signs that nobody sees."""
    text = "".join(c for c in text if unicodedata.category(c) != "Cf").strip().removeprefix("@")
    found = re.fullmatch(r"(?:https?://[^/]+|at:/)/(?:profile/)?([^/?#]+).*", text)
    return found[1].removeprefix("@") if found else text


def identifier_of(login: str, server: str) -> str:
    """What a server is told of who signs in. On the public network a name without a dot is one of the
    company's own, as its app takes it."""
    name = typed_name(login)
    if server == ENTRYWAY and re.fullmatch(r"[A-Za-z0-9-]{1,63}", name):
        return f"{name}.bsky.social"
    return name


async def log_in(http: Http, server: str, login: str, password: str) -> dict[str, str]:
    """A new session by password, as the parts of a secret."""
    response = await http.request(
        "POST",
        f"{server}/xrpc/com.atproto.server.createSession",
        json={"identifier": identifier_of(login, server), "password": password.strip()},
        headers={"Accept": "application/json"},
        accept=(400, 401, 403),
    )
    value = _json(response)
    if response.status >= 300:
        name = string(value.get("error"))
        if name == "AuthFactorTokenRequired":
            raise Refused(TWO_FACTOR, name)
        if name == "AccountTakedown":
            raise Refused(error_sentence(response.body) or name, name)
        raise AuthExpired(f"the password was refused: {response.status} {name}", name or "bad-password")
    return {**_session(value), "server": await _home(http, server, value)}


async def renew(http: Http, secret: Mapping[str, str]) -> dict[str, str]:
    """The secret with a new session. AuthExpired: somebody has to sign in again."""
    if secret.get("dpop_key"):
        from connectors.bluesky.signin import renew_grant

        return await renew_grant(http, secret)
    if secret.get("refresh_token"):
        try:
            return {**secret, **await _refresh(http, secret)}
        except AuthExpired:
            if not secret.get("app_password"):
                raise
    if not secret.get("app_password"):
        raise AuthExpired("the session has ended and cannot be renewed", "token-ended")
    server = login_server(secret.get("login_server") or secret.get("server", ""))
    session = await log_in(http, server, secret.get("login", ""), secret["app_password"])
    return {**secret, **session, "login_server": server}


async def _refresh(http: Http, secret: Mapping[str, str]) -> dict[str, str]:
    """A new pair of tokens. The old refresh token counts for two more hours and leads to the same new one, so
    a lost answer does no harm (bluesky.md section 3)."""
    server = origin(secret.get("server") or ENTRYWAY)
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    response = await http.request(
        "POST",
        f"{server}/xrpc/com.atproto.server.refreshSession",
        auth=f"Bearer {secret['refresh_token']}",
        headers={"Accept": "application/json"},
        accept=(400, 401, 403),
    )
    value = _json(response)
    if response.status >= 300:
        name = string(value.get("error"))
        if name == "AccountTakedown":
            raise Refused(error_sentence(response.body) or name, name)
        raise AuthExpired(f"the session was refused: {response.status} {name}", name or "token-ended")
    session = _session(value)
    if secret.get("did") and session["did"] != secret["did"]:
        raise Malformed("the session of another account", "not-bluesky")
    return session


def _json(response: Any) -> Mapping[str, Any]:
    try:
        value = response.json()
    except Malformed:
        if response.status < 300:
            raise
        raise Unreachable(f"Bluesky: {response.status} without an explanation", "html") from None
    return value if isinstance(value, dict) else {}


def _session(value: Mapping[str, Any]) -> dict[str, str]:
    access, refresh = string(value.get("accessJwt")), string(value.get("refreshJwt"))
    did = parse.optional_did(value.get("did"))
    if not access or not refresh or not did:
        raise Malformed("a session without its tokens", "not-bluesky")
    return {
        "did": did,
        "handle": parse.handle_of(value.get("handle")).removeprefix("@"),
        "access_token": access,
        "refresh_token": refresh,
        "expires_at": str(int(ends_at(access))),
    }


def ends_at(token: str) -> float:
    """When a token ends, in seconds since 1970, by its own words (a JWT that is only looked into)."""
    part = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        end = claims.get("exp") if isinstance(claims, dict) else None
    except (ValueError, RecursionError):
        end = None
    return float(end) if isinstance(end, int) and 0 < end < 10**11 else time.time() + LASTS_S


# --- where an account lives -------------------------------------------------------------------------------


async def _home(http: Http, server: str, value: Mapping[str, Any]) -> str:
    """The account's own server. On the public network it is named in the account's document; a server that
    somebody typed in is taken as it is."""
    if not is_official(server):
        return server
    found = service_of(value.get("didDoc"))
    if not found:
        try:
            found = service_of(await document(http, string(value.get("did"))))
        except ConnectorError:
            found = ""
    return found or server


def service_of(doc: Any) -> str:
    """The address of the repository's server in a DID document; "" where there is none that may be used."""
    services = doc.get("service") if isinstance(doc, dict) else None
    for service in services if isinstance(services, list) else ():
        if isinstance(service, dict) and str(service.get("id", "")).endswith("#atproto_pds"):
            address = json_values.web_address(service.get("serviceEndpoint"))
            if address.startswith("https://"):
                return origin(address)
    return ""


def names_of(doc: Any) -> tuple[str, ...]:
    """The handles that a DID document claims."""
    known = doc.get("alsoKnownAs") if isinstance(doc, dict) else None
    names = [string(name) for name in (known if isinstance(known, list) else ())]
    return tuple(name[5:].lower() for name in names if name.startswith("at://"))


async def document(http: Http, did: str) -> Any:
    """The DID document of an account of the public network."""
    if did.startswith("did:plc:"):
        address = f"{DIRECTORY}/{did}"
    elif did.startswith("did:web:") and ":" not in did[8:] and "/" not in did:
        address = f"https://{quote(did[8:], safe='.')}/.well-known/did.json"
    else:
        raise Malformed("an account of an unknown kind", "not-bluesky")
    value, _ = await http.get_json(address, max_bytes=200_000)
    return value
