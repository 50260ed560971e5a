"""Signing in at Gmail and Microsoft 365 in the browser, and renewing what came of it.

Both take the token at IMAP and SMTP by XOAUTH2 (email_imap_smtp.md section 2).
"""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from connectors.base import ChannelConfig, Identity, Refused
from connectors.http import Http
from connectors.mail import providers
from connectors.mail.providers import OAuth, Provider
from connectors.oauth import ask_token, authorize, refresh, with_query

NOT_IN_BROWSER = (
    "브라우저 로그인은 Gmail과 Microsoft 365에서만 됩니다. 다른 메일은 비밀번호로 로그인해 "
    "주세요. / "
    "Only Gmail and Microsoft 365 sign in with the browser; please use a password for other "
    "mailboxes."
)
NO_ADDRESS = (
    "로그인한 메일 주소를 알 수 없습니다. 메일 주소를 적고 다시 로그인해 주세요. / "
    "The address of the mailbox is not known; please type it and sign in again."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity). The mailbox is the one that was typed (a shared one, for example), else that of the
    account chosen in the browser. The token was tried at the mail server before it is kept."""
    from connectors.mail.client import MailChannel

    provider = providers.provider_of(config)
    if provider is None or provider.oauth is None:
        raise Refused(NOT_IN_BROWSER, "no-sign-in")
    asked = config.secret or {}
    client = _client(asked)
    tenant = asked.get("tenant") or "organizations"
    oauth = provider.oauth
    grant = await authorize(
        open_browser,
        lambda request: with_query(
            _at(oauth.authorize, tenant),
            {**request.parameters(client["client_id"], oauth.scope), **oauth.extra, **_hint(config)},
        ),
    )
    asked_at = time.time()
    answer = await ask_token(
        http,
        _at(oauth.token, tenant),
        {
            "grant_type": "authorization_code",
            "code": grant.code,
            "redirect_uri": grant.redirect_uri,
            "code_verifier": grant.verifier,
            **client,
        },
    )
    login = asked.get("login") or providers.own_address(config) or _address_in(answer.get("id_token"))
    if not providers.is_mail_address(login):
        raise Refused(NO_ADDRESS, "no-address")
    secret = {
        "provider": provider.name,
        "server": providers.imap_server(config).url,
        "login": login,
        "tenant": tenant,
        "access_token": str(answer["access_token"]),
        **client,
    }
    if isinstance(answer.get("refresh_token"), str):
        secret["refresh_token"] = answer["refresh_token"]
    if isinstance(answer.get("expires_in"), int) and not isinstance(answer["expires_in"], bool):
        secret["expires_at"] = str(int(asked_at + answer["expires_in"]))
    channel = MailChannel(
        ChannelConfig(config.url, config.handle, {**config.options, "provider": provider.name}, secret),
        http,
    )
    try:
        return secret, await channel.check()
    finally:
        await channel.aclose()


async def renew(http: Http, secret: Mapping[str, str]) -> Mapping[str, str]:
    """The secret with a new token. AuthExpired: the refresh token counts no longer."""
    provider: Provider | None = providers.PROVIDERS.get(secret.get("provider", ""))
    oauth: OAuth | None = provider.oauth if provider is not None else None
    if oauth is None:
        raise Refused(NOT_IN_BROWSER, "no-sign-in")
    return await refresh(http, _at(oauth.token, secret.get("tenant", "")), _client(secret), secret)


def _client(secret: Mapping[str, str]) -> dict[str, str]:
    return {name: secret[name] for name in ("client_id", "client_secret") if secret.get(name)}


def _at(address: str, tenant: str) -> str:
    safe = "".join(c for c in tenant if c.isascii() and (c.isalnum() or c in ".-"))
    return address.replace("{tenant}", safe or "organizations")


def _hint(config: ChannelConfig) -> dict[str, str]:
    """Which account the browser should offer; another mailbox may be opened with it."""
    address = providers.own_address(config)
    return {"login_hint": address} if address else {}


def _address_in(id_token: object) -> str:
    """The mail address in an ID token. It came straight from the token address over TLS, so its signature
    need not be checked (OpenID Connect Core 3.1.3.7)."""
    middle = id_token.split(".")[1] if isinstance(id_token, str) and id_token.count(".") == 2 else ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    except (binascii.Error, ValueError):
        return ""
    if not isinstance(claims, dict):
        return ""
    found = claims.get("email") or claims.get("preferred_username") or ""
    return found if isinstance(found, str) else ""
