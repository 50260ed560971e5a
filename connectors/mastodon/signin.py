"""Signing in at a Mastodon server: registers the program there, sends the browser, and asks for the token.

Mastodon has no central register of programs; each server gives a client id of its own (mastodon.md
section 2).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import ConnectorError, Identity, Malformed, Refused
from connectors.http import Http
from connectors.mastodon import parse
from connectors.mastodon.api import Api, server_of
from connectors.oauth import ask_token, authorize, with_query

log = logging.getLogger(__name__)

CLIENT_NAME = "서울소셜미디어센터"
REDIRECT = "http://127.0.0.1/callback"
"""Registered without a port: servers ignore the port of an IP literal (mastodon.md section 2)."""

SCOPES = (
    "read:accounts",
    "read:notifications",
    "read:statuses",
    "write:statuses",
    "write:favourites",
)
"""The least that reading mentions, streaming, answering, editing, deleting and liking needs."""


async def sign_in(
    http: Http, url: str, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the account the user chose in the browser.

    The secret holds "server", "access_token", "account_id", "client_id" and "client_secret". Refused: the
    user said no or the server does not let programs register; AuthExpired: the server did not accept the
    code.
    """
    server = server_of(url)
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    api = Api(server, http)
    scope = " ".join(SCOPES)
    client_id, client_secret = await _register(api, scope)
    grant = await authorize(
        open_browser,
        lambda request: with_query(
            f"{server}/oauth/authorize", {**request.parameters(client_id, scope), "lang": "ko"}
        ),
    )
    token = await ask_token(
        http,
        f"{server}/oauth/token",
        {
            "grant_type": "authorization_code",
            "code": grant.code,
            "client_id": client_id,
            "client_secret": client_secret,
            "redirect_uri": grant.redirect_uri,
            "code_verifier": grant.verifier,
            "scope": scope,
        },
    )
    signed_in = Api(server, http, str(token["access_token"]))
    account = parse.account((await signed_in.demand("GET", "/api/v1/accounts/verify_credentials")).value)
    secret = {
        "server": server,
        "access_token": signed_in.token,
        "account_id": account.id,
        "client_id": client_id,
        "client_secret": client_secret,
    }
    return secret, Identity(account.id, account.name, handle_of(account.acct, server), account.url)


def handle_of(acct: str, server: str) -> str:
    """The whole address of an account: the server itself leaves its own name out."""
    host = server.partition("://")[2]
    return f"@{acct}" if "@" in acct else f"@{acct}@{host}"


async def _register(api: Api, scope: str) -> tuple[str, str]:
    # A single address as a string is what servers of every version take.
    answer = await api.demand(
        "POST",
        "/api/v1/apps",
        body={"client_name": CLIENT_NAME, "redirect_uris": REDIRECT, "scopes": scope},
    )
    value = answer.value if isinstance(answer.value, dict) else {}
    client_id, client_secret = value.get("client_id"), value.get("client_secret")
    if not isinstance(client_id, str) or not isinstance(client_secret, str) or not client_id:
        raise Malformed("a registration without a client id", "not-mastodon")
    try:
        # Servers before 4.3 sweep away programs that never asked for a token.
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        await ask_token(api.http, f"{api.server}/oauth/token", form)
    except ConnectorError as error:
        log.info("no token for the program itself: %s", error)
    return client_id, client_secret
