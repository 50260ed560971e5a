"""Signing in with a Google account in the browser, and renewing its token.

An installed program with PKCE on a loopback port (youtube.md section 2). Google gives its client secret to
desktop programs too, asks for it at the token address, and does not take it for a secret.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import ChannelConfig, Identity, Malformed, OutcomeUnknown, Refused, Unreachable
from connectors.http import Http
from connectors.oauth import ask_token, authorize, refresh, with_query
from connectors.youtube.api import OFFICIAL, server_of

SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
"""The only scope that comments can be read and written with."""

NO_APP = (
    "클라이언트 ID와 클라이언트 시크릿을 적어 주세요. / Please enter the Client ID and the Client Secret."
)
NOT_ALLOWED = (
    "댓글 관리 권한이 허용되지 않아 로그인하지 못했습니다. 다시 로그인하고 모두 허용해 주세요. / "
    "Managing comments was not allowed, so nobody was signed in; please try again and allow it."
)
NO_RENEWAL = (
    "로그인을 유지할 토큰을 받지 못했습니다. Google 계정의 '연결된 앱'에서 이 앱을 "
    "지우고 다시 로그인해 주세요. / "
    "Google gave no token that keeps the sign-in; please remove this app under “Third-party apps” "
    "of the Google account and sign in again."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the channel that was chosen in the browser.

    The secret holds "server", "access_token", "refresh_token", "expires_at", "client_id", "client_secret"
    and "channel_id".
    """
    from connectors.youtube.client import YouTube

    given = config.secret or {}
    client = {name: given.get(name, "").strip() for name in ("client_id", "client_secret")}
    if not all(client.values()):
        raise Refused(NO_APP, "missing-field")
    server = server_of(config.url)
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    grant = await authorize(
        open_browser,
        lambda request: with_query(
            _authorize_url(server),
            {
                **request.parameters(client["client_id"], SCOPE),
                "access_type": "offline",
                "prompt": "consent",
            },
        ),
        path="/",
    )
    asked_at = time.time()
    value = await ask_token(
        http,
        token_url(server),
        {
            "grant_type": "authorization_code",
            "code": grant.code,
            "code_verifier": grant.verifier,
            "redirect_uri": grant.redirect_uri,
            **client,
        },
    )
    scope = value.get("scope")
    if isinstance(scope, str) and SCOPE not in scope.split():
        raise Refused(NOT_ALLOWED, "insufficientPermissions")
    if not isinstance(value.get("refresh_token"), str) or not value["refresh_token"]:
        raise Refused(NO_RENEWAL, "no-refresh-token")
    secret = {
        "server": server,
        "access_token": str(value["access_token"]),
        "refresh_token": str(value["refresh_token"]),
        **client,
    }
    seconds = value.get("expires_in")
    if isinstance(seconds, int | float) and not isinstance(seconds, bool):
        secret["expires_at"] = str(int(asked_at + seconds))
    connector = YouTube(ChannelConfig(url=config.url, options=config.options, secret=secret), http)
    try:
        identity = await connector.signed_in_as()
    finally:
        await connector.aclose()
    return {**secret, "channel_id": identity.remote_id}, identity


async def renew(http: Http, secret: Mapping[str, str]) -> Mapping[str, str]:
    """The secret with a new token. AuthExpired: ``invalid_grant``, only a new sign-in helps."""
    server = server_of(secret.get("server", ""))
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    client = {name: secret.get(name, "") for name in ("client_id", "client_secret")}
    try:
        return await refresh(http, token_url(server), client, secret)
    except OutcomeUnknown as error:
        # Google's refresh tokens are not used up, so nothing is lost and asking again is safe.
        raise Unreachable(str(error), error.code) from None
    except Malformed as error:
        raise Unreachable(str(error), error.code) from None


def _authorize_url(server: str) -> str:
    host = "https://accounts.google.com" if server == OFFICIAL else server
    return f"{host}/o/oauth2/v2/auth"


def token_url(server: str) -> str:
    host = "https://oauth2.googleapis.com" if server == OFFICIAL else server
    return f"{host}/token"
