"""Signing in at Naver, and renewing the token of an hour (naver_cafe.md section 3).

Naver knows no PKCE; the application's secret is needed for every token, so the city registers its own
application and enters both here.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import (
    AuthExpired,
    ChannelConfig,
    Identity,
    Malformed,
    OutcomeUnknown,
    Refused,
    Unreachable,
    clean_text,
)
from connectors.http import Http
from connectors.naver.api import Api, Site, site_of
from connectors.oauth import Request, authorize, with_query

log = logging.getLogger(__name__)

PORTS = (18573, 18574, 18575)
"""Each has to be registered as http://127.0.0.1:PORT/callback at Naver Developers."""

NO_APP = (
    "클라이언트 ID와 클라이언트 시크릿을 적어 주세요. / Please enter the Client ID and the Client Secret."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the account that the user chose in the browser."""
    given = config.secret or {}
    site = site_of(config.url)
    if not may_carry_secrets(site.login):
        raise Refused(INSECURE, "insecure")
    app = {name: given.get(name, "").strip() for name in ("client_id", "client_secret")}
    if not all(app.values()):
        raise Refused(NO_APP, "no-app")
    states: list[str] = []

    def address(request: Request) -> str:
        states.append(request.state)
        return with_query(
            f"{site.login}/oauth2.0/authorize",
            {
                "response_type": "code",
                "client_id": app["client_id"],
                "redirect_uri": request.redirect_uri,
                "state": request.state,
            },
        )

    grant = await authorize(open_browser, address, ports=PORTS)
    form = {"grant_type": "authorization_code", **app, "code": grant.code, "state": states[-1]}
    token = await _ask(http, site, form)
    secret = {**app, "server": site.api, **token}
    return secret, await identity(Api(site, http, secret), secret["access_token"])


async def identity(api: Api, token: str) -> Identity:
    """Whose token it is, as far as the application may know that. AuthExpired: the token does not count."""
    try:
        value = await api.call("GET", "/v1/nid/me", token=token)
    except AuthExpired:
        raise
    except (Refused, Malformed, Unreachable) as error:
        log.info("the profile cannot be read: %s", error.code)
        return Identity("", "네이버 로그인")
    found = value.get("response") if isinstance(value, dict) else None
    found = found if isinstance(found, dict) else {}
    number, name = found.get("id"), found.get("nickname") or found.get("name")
    return Identity(
        clean_text(number)[:200] if isinstance(number, str) else "",
        " ".join(clean_text(name).split())[:200] if isinstance(name, str) and name else "네이버 로그인",
    )


async def renew(http: Http, secret: Mapping[str, str]) -> Mapping[str, str]:
    """The secret with a new access token; the refresh token stays what it was."""
    if not secret.get("refresh_token"):
        raise AuthExpired("no refresh token", "token-ended")
    form = {
        "grant_type": "refresh_token",
        "client_id": secret.get("client_id", ""),
        "client_secret": secret.get("client_secret", ""),
        "refresh_token": secret["refresh_token"],
    }
    token = await _ask(http, site_of(secret.get("server", "")), form)
    kept = {name: value for name, value in secret.items() if name != "expires_at"}
    return {**kept, **token}


async def _ask(http: Http, site: Site, form: Mapping[str, str]) -> dict[str, str]:
    """The parts of a token answer that are kept. Naver says "error" with status 200 too, and the number of
    seconds may be a text."""
    if not may_carry_secrets(site.login):
        raise Refused(INSECURE, "insecure")
    asked_at = time.time()
    try:
        response = await http.request(
            "POST",
            f"{site.login}/oauth2.0/token",
            form=form,
            headers={"Accept": "application/json"},
            accept=(400, 401, 403),
        )
    except OutcomeUnknown as error:
        # Nothing was used up: the same refresh token may be shown again.
        raise Unreachable(str(error), error.code) from None
    try:
        value = response.json()
    except Malformed:
        if response.status < 400:
            raise
        value = {}
    if not isinstance(value, dict):
        raise Malformed("a token answer was expected", "not-json")
    error_code = value.get("error") or value.get("errorCode")
    if error_code or response.status >= 400:
        name = clean_text(str(error_code or f"http-{response.status}"))[:60]
        raise AuthExpired(f"token refused: {response.status} {name}", name)
    token = value.get("access_token")
    if not isinstance(token, str) or not token:
        raise Malformed("a token answer without a token", "not-json")
    found = {"access_token": token}
    if isinstance(value.get("refresh_token"), str) and value["refresh_token"]:
        found["refresh_token"] = value["refresh_token"]
    seconds = seconds_of(value.get("expires_in"))
    if seconds is not None:
        found["expires_at"] = str(int(asked_at + seconds))
    return found


def seconds_of(value: Any) -> float | None:
    """Of "3600" or 3600; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 < seconds < 10**9 else None
