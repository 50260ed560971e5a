"""How long to wait before a channel is asked again. Pure arithmetic; knows no channel and no clock.

All values are seconds. Randomness is passed in, so that the tests can hold it still.
"""

from __future__ import annotations

from collections.abc import Callable

SLOWEST_S = 3600.0
QUIETEST = 4.0  # a quiet channel is asked at most this many times more rarely than its normal interval
FIRST_PAUSE_S = 30.0
LONGEST_PAUSE_S = 1800.0
JITTER = 0.1

LINE_CODES = frozenset({"dns", "connect", "timeout"})
"""Failures that every channel has when this PC has no line at all."""


def base_interval(wish: object, network_default: float, network_min: float) -> float:
    """A channel's interval: the staff's wish (``options.interval_s``) or the network's, within limits."""
    interval = (
        float(wish) if isinstance(wish, int | float) and not isinstance(wish, bool) else network_default
    )
    if interval != interval or interval <= 0:
        interval = network_default
    return min(max(interval, network_min), SLOWEST_S)


def next_interval(base: float, quiet_rounds: int, source_wish: float | None, *, fixed: bool) -> float:
    """Seconds until the next poll after a round that went well.

    ``quiet_rounds`` in a row brought nothing new; ``fixed``: staff have chosen the interval, so it does not
    grow. A source may wish to be asked more rarely (ttl, Cache-Control), never more often.
    """
    interval = base
    if not fixed and quiet_rounds > 2:
        interval = base * min(QUIETEST, 1.25 ** min(quiet_rounds - 2, 50))
    if source_wish is not None and source_wish == source_wish:
        interval = max(interval, source_wish)
    return min(interval, max(base, SLOWEST_S))


def pause_after(failures: int, random: Callable[[], float]) -> float:
    """Seconds until the next try after ``failures`` in a row: 30 s, doubling up to half an hour."""
    doubled: float = FIRST_PAUSE_S * 2.0 ** min(max(failures, 1) - 1, 10)
    return jitter(min(doubled, LONGEST_PAUSE_S), random)


def reconnect_after(breaks: int, random: Callable[[], float]) -> float:
    """Seconds until a broken stream is opened again: 1, 2, 4 … 60 (mastodon.md 6)."""
    return jitter(min(2.0 ** min(max(breaks, 1) - 1, 6), 60.0), random)


def jitter(seconds: float, random: Callable[[], float]) -> float:
    """``seconds`` ± 10 %, so that 37 channels do not all knock at once."""
    return seconds * (1 - JITTER + 2 * JITTER * random())
