"""Prolongs an Instagram token before it ends, without the app's secret (instagram.md section 2).

A token is good for 60 days and can be prolonged from its second day on. One that has ended cannot; then only
a new sign-in helps. A Facebook Page's token has no end."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping

from connectors.base import AuthExpired, ChannelConfig, ConnectorError
from connectors.graph import VERSION, Graph, base_of
from connectors.http import Http
from connectors.instagram import HOME, OWN_HOSTS
from connectors.json_values import mapping, string

log = logging.getLogger(__name__)

DAY_S = 24 * 3600
EARLY_S = 30 * DAY_S
"""So long before its end a token is prolonged: a PC may be off for a holiday."""

AGAIN_S = 3600

USE_CASES = frozenset({"instagram", "pages", "messenger"})
"""Budgets that count; those of advertising do not."""


async def renew(http: Http, secret: Mapping[str, str]) -> dict[str, str]:
    """``secret`` with a token that is good for longer. "expires_at" is when this is to be asked for next,
    "ends_at" when the token really ends (seconds since 1970). AuthExpired: it does not count any more."""
    token = secret.get("access_token") or secret.get("app_password", "")
    renewed = {**secret, "access_token": token}
    renewed.pop("expires_at", None)
    if is_facebook(token):
        return renewed
    base = base_of(ChannelConfig(secret.get("server", "")), HOME, OWN_HOSTS, VERSION)
    config = ChannelConfig("", secret={"access_token": token})
    graph = Graph(http, base.removesuffix(f"/{VERSION}"), config, use_cases=USE_CASES)
    # The token is asked for in the address too: this one call knows no other way.
    ask = {"grant_type": "ig_refresh_token", "access_token": token}
    now = time.time()
    try:
        answer = await graph.call("GET", "/refresh_access_token", ask)
    except AuthExpired:
        raise
    except ConnectorError as error:
        log.info("an Instagram token is prolonged later: %s", error)
        return {**renewed, "expires_at": str(int(now + AGAIN_S))}
    value = mapping(answer.value)
    fresh, lasts_s = string(value.get("access_token")), value.get("expires_in")
    if answer.fault is not None or not fresh:
        # Too young to be prolonged: it is good until then.
        return {**renewed, "expires_at": str(int(now + DAY_S))}
    lasts_s = lasts_s if isinstance(lasts_s, int) and not isinstance(lasts_s, bool) else 60 * DAY_S
    next_s = max(lasts_s - EARLY_S, min(DAY_S, lasts_s))
    return {
        **renewed,
        "access_token": fresh,
        "expires_at": str(int(now + next_s)),
        "ends_at": str(int(now + lasts_s)),
    }


def is_facebook(token: str) -> bool:
    """Tokens of Facebook Login begin with these letters, those of Instagram Login with "IG"."""
    return token.startswith("EAA")
