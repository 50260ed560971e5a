"""Who has asked us to wait, and until when. Part of ``connectors.http``; it sends nothing itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urlsplit

from connectors.base import RateLimited
from connectors.http_parts import host_of, mask

LONGEST_WAIT_S = 24 * 3600.0
"""No server may silence a channel for longer than a day with one header."""


REFUSALS_OF_A_HOST = 4
"""So many different addresses refused in a row mean that the host has had enough, not that they have."""


_BUDGETS = {"x-ratelimit": "host", "ratelimit": "host", "x-rate-limit": "address"}
"""Names of the headers that count a budget, and what the budget is for: Mastodon and Discourse, the IETF's
draft (Bluesky), and X, which counts every endpoint on its own."""


class LimitStore(Protocol):
    """Where it is written down until when a host has asked us to wait. Keys hold no secret."""

    def until_ms(self, key: str) -> int | None: ...

    def set_until(self, key: str, until_ms: int) -> None: ...


class MemoryLimits:
    """A LimitStore that forgets at the end of the program."""

    def __init__(self) -> None:
        self._until: dict[str, int] = {}

    def until_ms(self, key: str) -> int | None:
        return self._until.get(key)

    def set_until(self, key: str, until_ms: int) -> None:
        self._until[key] = until_ms


class Budget:
    """What may be asked now.

    A signed-in account waits as a whole on its host. Without a credential an address that is refused waits
    alone, so that one feed does not silence its neighbours; when several addresses in a row are refused and
    nothing on that host is answered in between, the whole host waits.
    """

    def __init__(self, store: LimitStore, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._in_a_row: dict[str, set[str]] = {}  # host → addresses refused since its last good answer

    def _now_ms(self) -> int:
        return int(self._clock() * 1000)

    def check(self, address: str, credential: str) -> None:
        """Raise RateLimited while the host or the address has to be left alone."""
        for key in wait_keys(address, credential):
            until = self._store.until_ms(key)
            if until is not None and until > self._now_ms():
                raise RateLimited(f"{mask(address)}: not asked, we were told to wait", until)

    def note(self, address: str, credential: str, headers: Mapping[str, str]) -> None:
        """Remember a budget that this answer says is used up."""
        host_key, address_key = wait_keys(address, credential)
        for name, key in _BUDGETS.items():
            spent = spent_until_ms(headers, self._now_ms(), name)
            if spent is not None:
                self._store.set_until(address_key if key == "address" else host_key, spent)

    def hold(self, address: str, credential: str, until_ms: int) -> None:
        """Leave a host alone until then: the connector read its own network's words for that."""
        self._store.set_until(budget_key(address, credential), until_ms)

    def answered(self, address: str, credential: str) -> None:
        """The host serves us: what it refused before was meant for single addresses."""
        if self._in_a_row:
            self._in_a_row.pop(budget_key(address, credential), None)

    def refused(self, address: str, credential: str, headers: Mapping[str, str], pause_s: float) -> int:
        """Remember a 429 or 503; until when it asks us to wait, in milliseconds since 1970."""
        until_ms = wait_until_ms(headers, self._now_ms(), pause_s)
        host_key, address_key = wait_keys(address, credential)
        if credential:
            self._store.set_until(host_key, until_ms)
            return until_ms
        refused = self._in_a_row.setdefault(host_key, set())
        refused.add(address_key)
        if len(refused) >= REFUSALS_OF_A_HOST:
            self._store.set_until(host_key, until_ms)
        self._store.set_until(address_key, until_ms)
        return until_ms


def budget_key(url: str, credential: str) -> str:
    """Name of the rate budget of this host and credential; the credential is only there as a digest."""
    host, port = host_of(url)
    digest = hashlib.sha256(credential.encode("utf-8", "replace")).hexdigest()[:16] if credential else "-"
    return f"{host}:{port}#{digest}"


def wait_keys(url: str, credential: str) -> tuple[str, str]:
    """(budget of the host and credential, budget of this one address without its query)."""
    host = budget_key(url, credential)
    return host, host + hashlib.sha256(urlsplit(url).path.encode("utf-8", "replace")).hexdigest()[:16]


def wait_until_ms(headers: Mapping[str, str], now_ms: int, default_s: float) -> int:
    """Until when a 429 or 503 asks us to wait, from Retry-After (seconds or HTTP-date), else from
    the reset time of one of the budgets (ISO 8601, epoch seconds or seconds from now), else the default."""
    until = _moment_ms(headers.get("retry-after", ""), now_ms, relative=True)
    for name in _BUDGETS:
        if until is None:
            until = _moment_ms(headers.get(f"{name}-reset", ""), now_ms, relative=False)
    if until is None:
        until = now_ms + int(default_s * 1000)
    return max(now_ms + 1000, min(until, now_ms + int(LONGEST_WAIT_S * 1000)))


class Clocks:
    """How far this PC's clock is ahead of each server's, as their answers say (``Date``)."""

    def __init__(self) -> None:
        self._ahead: dict[str, int] = {}

    def note(self, url: str, headers: Mapping[str, str], now_ms: int) -> None:
        theirs = _moment_ms(headers.get("date", ""), now_ms, relative=False)
        if theirs is not None:
            self._ahead[urlsplit(url).netloc] = now_ms - theirs

    def not_after(self, url: str, at_ms: int) -> int:
        """A moment of ours as one of that server's that is certainly not later: never moved forward."""
        return at_ms - max(self._ahead.get(urlsplit(url).netloc, 0), 0)


def spent_until_ms(headers: Mapping[str, str], now_ms: int, name: str = "x-ratelimit") -> int | None:
    """When a budget that this answer used up is filled again; None while something is left."""
    if str(headers.get(f"{name}-remaining", "")).strip() != "0":
        return None
    until = _moment_ms(headers.get(f"{name}-reset", ""), now_ms, relative=False)
    return None if until is None or until <= now_ms else min(until, now_ms + int(LONGEST_WAIT_S * 1000))


def _moment_ms(text: str, now_ms: int, *, relative: bool) -> int | None:
    text = text.strip()
    if re.fullmatch(r"\d{1,12}(\.\d+)?", text):
        seconds = float(text)
        # a number this small cannot be a date, whatever the header is called
        return now_ms + int(seconds * 1000) if relative or seconds < 1e9 else int(seconds * 1000)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        try:
            return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
        except (ValueError, OverflowError):
            continue
    return None
