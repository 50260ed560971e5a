"""Signing in to a forum in the browser: a user API key, locked with a key pair that lives as long as the
sign-in takes.

No administrator has to hand out a key for this, but the forum must allow the way back to this PC in its
setting allowed_user_api_auth_redirects (discourse.md section 2).
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from connectors.addresses import INSECURE, may_carry_secrets
from connectors.base import ChannelConfig, Identity, Malformed, Refused
from connectors.discourse.api import Api, site_of
from connectors.discourse.client import Discourse
from connectors.http import Http
from connectors.json_values import mapping, one_line, string
from connectors.oauth import Request, authorize, with_query

APPLICATION = "Seoul Social Media Center"
SCOPES = "read,write,session_info"
PORTS = (8425, 8426, 8427)
"""Fixed, because a forum allows addresses with their ports."""

NOT_OURS = (
    "포럼이 보낸 키를 열 수 없습니다. 다시 시도해 주세요. / "
    "The key that the forum sent cannot be opened. Please try again."
)


async def sign_in(
    http: Http, config: ChannelConfig, open_browser: Callable[[str], Any], ports: tuple[int, ...] = PORTS
) -> tuple[Mapping[str, str], Identity]:
    """(secret, identity); the secret holds "server", "user_api_key", "client_id" and "login"."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    site = site_of(config.url)
    if not may_carry_secrets(site):
        raise Refused(INSECURE, "insecure")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    client_id, nonce = str(uuid.uuid4()), secrets.token_hex(16)

    def address(request: Request) -> str:
        return with_query(
            f"{site}/user-api-key/new",
            {
                "application_name": APPLICATION,
                "client_id": client_id,
                "scopes": SCOPES,
                "public_key": public,
                "nonce": nonce,
                "auth_redirect": request.redirect_uri,
            },
        )

    grant = await authorize(open_browser, address, ports=ports, echoes_state=False, answer_name="payload")
    secret = {"server": site, "user_api_key": _opened(key, grant.code, nonce), "client_id": client_id}
    secret["login"] = await _whose(Api(ChannelConfig(site, secret=secret), http))
    identity = await Discourse(ChannelConfig(site, secret=secret), http).check()
    return secret, identity


def _opened(key: Any, payload: str, nonce: str) -> str:
    """The user API key out of what came back. Refused: it is not the answer to our question."""
    from cryptography.hazmat.primitives.asymmetric import padding

    try:
        sealed = base64.b64decode("".join(payload.replace(" ", "+").split()))
        value = json.loads(key.decrypt(sealed, padding.PKCS1v15()))
    except (ValueError, RecursionError):
        raise Refused(NOT_OURS, "sign-in-refused") from None
    found = mapping(value)
    if not hmac.compare_digest(string(found.get("nonce")).encode(), nonce.encode()):
        raise Refused(NOT_OURS, "sign-in-refused")
    opened = string(found.get("key"))
    if not opened:
        raise Refused(NOT_OURS, "sign-in-refused")
    return opened


async def _whose(api: Api) -> str:
    value = await api.demand("GET", "/session/current.json")
    login = one_line(mapping(mapping(value).get("current_user")).get("username"))
    if not login:
        raise Malformed("a session of nobody", "not-discourse")
    return login
