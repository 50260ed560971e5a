"""What a failure means for a channel: its lamp, why, and when it is asked again. Pure; knows no database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from connectors.base import AuthExpired, ConnectorError, Gone, Malformed, RateLimited, Refused, Unreachable
from desktop.services import messages, pace
from desktop.services.vault import VaultError

RETRY_LOCKED_S = 60.0
USED_UP = frozenset({"quota", "usage-capped"})
"""What was bought or granted is used up: waiting alone may not help, so the lamp says so."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``pause_s`` None: not again until somebody signs in, changes the channel or asks for it."""

    health: str
    detail: str
    pause_s: float | None
    until_ms: int | None = None
    line: bool = False  # the kind of failure that a PC without internet has


def judge(
    error: BaseException,
    failures: int,
    now_ms: int,
    random: Callable[[], float],
    *,
    signed_in: bool = True,
) -> Verdict:
    """``failures``: how many in a row, this one included. ``signed_in``: whether the channel has an account,
    whose sign-in can expire."""
    detail = messages.code_of(error)
    pause = pace.pause_after(failures, random)
    if isinstance(error, AuthExpired):
        never = detail == "not-signed-in" or not signed_in
        return Verdict("auth", "not-signed-in" if never else "auth", None)
    if isinstance(error, VaultError):
        return Verdict("auth", error.code, pace.jitter(RETRY_LOCKED_S, random))
    if detail == "no-secret":
        return Verdict("auth", detail, None)
    if isinstance(error, RateLimited):
        wait = max((error.until_ms - now_ms) / 1000, 1.0)
        why = "quota" if error.code in USED_UP else "resting" if error.code == "http-503" else "limited"
        return Verdict("limited", why, wait, max(error.until_ms, now_ms + 1000))
    if isinstance(error, Gone):
        return Verdict("gone", "gone", None)
    if isinstance(error, Refused):
        return Verdict("down", messages.reason_of(error), max(pause, pace.FIRST_PAUSE_S * 10))
    if isinstance(error, Unreachable):
        return Verdict("down", detail, pause, line=str(getattr(error, "code", "")) in pace.LINE_CODES)
    if isinstance(error, Malformed | ConnectorError | TimeoutError):
        return Verdict("down", detail, pause)
    if detail == "unknown-network":
        return Verdict("down", detail, None)
    return Verdict("down", "internal", pause)
