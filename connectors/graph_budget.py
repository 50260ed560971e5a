"""How much of Meta's budgets an answer says is used up. Pure; part of ``connectors.graph``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

SLOW_DOWN_AT = 75.0
STOP_AT = 95.0
PAUSE_S = 300.0
"""How long nothing is asked where a budget is used up and nobody says for how long."""

SLOW_ROUND_S = 900.0
"""The wish for the next round while more than three quarters are used up (facebook.md section 7)."""

_COUNTS = ("call_count", "total_time", "total_cputime")
_HEADERS = ("x-app-usage", "x-page-usage", "x-business-use-case-usage")


def use_of(headers: Mapping[str, str], use_cases: frozenset[str] = frozenset()) -> tuple[float, float]:
    """(percent used up, seconds to wait) from the headers; the wait is 0 while something is left.

    The budget of a business use case counts where its type is in ``use_cases``, or where none are named."""
    percent = wait_s = 0.0
    for name in _HEADERS:
        for entry in _entries(headers.get(name, "")):
            kind = entry.get("type")
            if use_cases and isinstance(kind, str) and kind not in use_cases:
                continue
            used = max((_number(entry.get(count)) for count in _COUNTS), default=0.0)
            percent = max(percent, used)
            regain_s = _number(entry.get("estimated_time_to_regain_access")) * 60  # it is in minutes
            if used >= STOP_AT and not regain_s:
                regain_s = PAUSE_S
            wait_s = max(wait_s, regain_s)
    return percent, wait_s


def wish_s(percent: float) -> float | None:
    """When to be asked again, for ``Batch.next_after_s``."""
    return SLOW_ROUND_S if percent >= SLOW_DOWN_AT else None


def _entries(text: str) -> Iterator[Mapping[str, Any]]:
    """The budgets in a header: one object, or lists of them by the id that they belong to."""
    if not text:
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    if not isinstance(value, dict):
        return
    yield value
    for lists in value.values():
        for entry in lists if isinstance(lists, list) else ():
            if isinstance(entry, dict):
                yield entry


def _number(value: Any) -> float:
    good = isinstance(value, int | float) and not isinstance(value, bool)
    return max(0.0, min(float(value), 1e6)) if good else 0.0
