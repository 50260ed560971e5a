"""Signing in at X in the browser as a public client, and renewing what ends after two hours (x.md 2)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import ChannelConfig, Identity, Refused
from connectors.http import Http
from connectors.json_values import mapping
from connectors.oauth import ask_token, authorize, refresh, with_query
from connectors.x import PORTS, parse
from connectors.x.api import AUTHORIZE, OFFICIAL, Api, server_of

SCOPES = (
    "tweet.read",
    "tweet.write",
    "tweet.moderate.write",
    "users.read",
    "dm.read",
    "dm.write",
    "offline.access",
)
"""The least that reading, answering, hiding and messages need; media are not sent."""

LIKE_SCOPES = ("like.read", "like.write")

NO_CLIENT_ID = (
    "X 개발자 콘솔에서 만든 앱의 클라이언트 ID를 적어 주세요. / "
    "Please enter the Client ID of your app in X's developer console."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the account the user chose in the browser.

    The secret holds "server", "client_id", "access_token", "refresh_token", "expires_at", "scope",
    "account_id", "username", "name" and, where one was given, "app_bearer".
    """
    typed = config.secret or {}
    client_id = typed.get("client_id", "").strip()
    if not client_id:
        raise Refused(NO_CLIENT_ID, "no-client-id")
    server = server_of(config.url)
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    scope = " ".join((*SCOPES, *(LIKE_SCOPES if config.options.get("plan") == "enterprise" else ())))
    page = AUTHORIZE if server == OFFICIAL else f"{server}/i/oauth2/authorize"
    grant = await authorize(
        open_browser,
        lambda request: with_query(page, request.parameters(client_id, scope)),
        ports=PORTS,
    )
    asked_at = time.time()
    token = await ask_token(
        http,
        f"{server}/2/oauth2/token",
        {
            "grant_type": "authorization_code",
            "code": grant.code,
            "client_id": client_id,
            "redirect_uri": grant.redirect_uri,
            "code_verifier": grant.verifier,
        },
    )
    secret = {"server": server, "client_id": client_id, "access_token": str(token["access_token"])}
    for name in ("refresh_token", "scope"):
        if isinstance(token.get(name), str):
            secret[name] = token[name]
    ends = token.get("expires_in")
    if isinstance(ends, int | float) and not isinstance(ends, bool):
        secret["expires_at"] = str(int(asked_at + ends))
    if typed.get("app_bearer", "").strip():
        secret["app_bearer"] = typed["app_bearer"].strip()
    account = await who(Api(ChannelConfig(url=config.url, secret=secret), http))
    secret |= {"account_id": account.id, "username": account.username, "name": account.name}
    return secret, identity_of(account)


async def renew(http: Http, secret: Mapping[str, str]) -> Mapping[str, str]:
    """See ``Network.renew``. The refresh token is taken to count once."""
    server = server_of(secret.get("server", ""))
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    client = {"client_id": secret["client_id"]} if secret.get("client_id") else {}
    return await refresh(http, f"{server}/2/oauth2/token", client, secret)


async def who(api: Api) -> parse.User:
    """The account that we are signed in as."""
    value = await api.demand("/2/users/me", "user")
    return parse.user(mapping(value).get("data"))


def identity_of(account: parse.User, note: str = "") -> Identity:
    return Identity(account.id, account.name, account.activity.handle, account.activity.url, note)
