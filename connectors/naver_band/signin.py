"""Signing in to BAND in the browser. The token that *My Apps* shows can be pasted instead; then none of this
is needed.

BAND documents neither PKCE nor that it gives a state back (naver_band.md section 2), so what proves that an
answer is ours is the path that it comes back to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from connectors.addresses import may_carry_secrets
from connectors.base import AuthExpired, ChannelConfig, Identity, Malformed, Refused, Unreachable
from connectors.http import Http
from connectors.naver_band import CALLBACK_PORTS, parse
from connectors.naver_band.api import INSECURE, servers_of
from connectors.oauth import authorize

NEEDS_CLIENT = (
    "클라이언트 ID와 클라이언트 시크릿을 적어 주세요. / Please enter the Client ID and the Client Secret."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity) of the account that agreed. The secret holds "server", "access_token" and
    "user_key"; the client's own secret is not kept. Refused: the person said no; AuthExpired: the code did
    not count."""
    api, gate = servers_of(config.url)
    if not may_carry_secrets(api) or not may_carry_secrets(gate):
        raise Refused(INSECURE, "insecure")
    client = config.secret or {}
    client_id, client_secret = client.get("client_id", ""), client.get("client_secret", "")
    if not client_id or not client_secret:
        raise Refused(NEEDS_CLIENT, "missing-field")

    def address(request: Any) -> str:
        asked = {"response_type": "code", "client_id": client_id, "redirect_uri": request.redirect_uri}
        return f"{gate}/oauth2/authorize?{urlencode(asked)}"

    grant = await authorize(open_browser, address, ports=CALLBACK_PORTS, echoes_state=False)
    response = await http.request(
        "GET",
        f"{gate}/oauth2/token",
        params={"grant_type": "authorization_code", "code": grant.code},
        auth=(client_id, client_secret),
        headers={"Accept": "application/json"},
        accept=(301, 302, 303, 307, 308, 400, 401, 403, 500),
    )
    if response.status >= 500:
        raise Unreachable(f"BAND: no token: {response.status}", f"http-{response.status}")
    if response.status != 200:
        raise AuthExpired(f"BAND: token refused: {response.status}", f"http-{response.status}")
    value = response.json()
    value = value if isinstance(value, dict) else {}
    token = parse.text_of(value.get("access_token"))
    if not token and ("result_code" in value or "error" in value):  # BAND says no with HTTP 200 too
        raise AuthExpired(f"BAND: token refused: {parse.result_code(value)}", "token-refused")
    if not token:
        raise Malformed("a token answer without a token")
    secret = {"server": api, "access_token": token, "user_key": parse.text_of(value.get("user_key"))}
    from connectors.naver_band.client import NaverBand

    connector = NaverBand(ChannelConfig(config.url, config.handle, config.options, secret), http)
    identity = await connector.check()
    return secret, identity
