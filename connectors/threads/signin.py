"""Keeping a pasted token alive: Threads has no refresh token; a token is exchanged for its successor.

A token lasts 60 days, and can be exchanged from its second day on for as long as it lives (threads.md
section 2). A dead one cannot: then somebody has to make a new one.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping

from connectors.addresses import may_carry_secrets
from connectors.base import AuthExpired, ChannelConfig, ConnectorError, Refused
from connectors.graph_parts import TOKEN_DEAD, dead, read_fault
from connectors.http import Http
from connectors.threads.api import INSECURE, base_of

log = logging.getLogger(__name__)

AGAIN_S = 3600
RENEWED_EVERY_S = 7 * 86_400
YOUNG_S = 25 * 3600
"""A token of the first day cannot be exchanged yet: it is tried again after this."""


async def renew(http: Http, secret: Mapping[str, str]) -> Mapping[str, str]:
    """The secret with the successor of its token. ``expires_at`` is when it is to be renewed again, long
    before it ends. AuthExpired: the token is dead."""
    token = token_of(secret)
    if not token:
        raise AuthExpired("the channel has no sign-in", "not-signed-in")
    server = base_of(ChannelConfig("", secret=secret)).rpartition("/")[0]
    if not may_carry_secrets(server):
        raise Refused(INSECURE, "insecure")
    asked_at = time.time()
    later = _with(secret, token, asked_at + AGAIN_S)
    try:
        response = await http.request(
            "GET",
            f"{server}/refresh_access_token",
            params={"grant_type": "th_refresh_token", "access_token": token},
            headers={"Accept": "application/json"},
            accept=(400, 401, 403, 404),
        )
        value = response.json()
    except ConnectorError as error:
        # The token that there is may well be good: it is no reason to leave the channel alone.
        log.info("a Threads token is renewed later: %s", error)
        return later
    fault = read_fault(response.status, value, token)
    dies = fault is not None and fault.code in TOKEN_DEAD
    if fault is not None and dies and (fault.subcode or token == secret.get("access_token")):
        raise dead(fault)
    following = value.get("access_token") if isinstance(value, dict) else None
    if fault is not None or not isinstance(following, str) or not following:
        # Pasted today perhaps: it is good all the same, or the next call says that it is not.
        return _with(secret, token, asked_at + YOUNG_S) if fault is not None and fault.code else later
    seconds = value.get("expires_in")
    lasts = seconds if isinstance(seconds, int) and not isinstance(seconds, bool) and seconds > 0 else 0
    return _with(secret, following, asked_at + min(RENEWED_EVERY_S, lasts / 2 or RENEWED_EVERY_S))


def token_of(secret: Mapping[str, str]) -> str:
    """The living token: the one that was renewed last, else the one that was pasted."""
    return secret.get("access_token", "") or secret.get("app_password", "")


def _with(secret: Mapping[str, str], token: str, again_at: float) -> dict[str, str]:
    # The keeper asks for a refresh token; on Threads the token is its own.
    return {**secret, "access_token": token, "refresh_token": token, "expires_at": str(int(again_at))}
