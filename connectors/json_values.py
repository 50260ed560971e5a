"""Values out of what a network answers in JSON: of the expected kind, or empty. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from connectors.base import clean_text

LONGEST_LINE = 200
LONGEST_ADDRESS = 4000


def string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def whole(value: Any) -> int:
    """A whole number; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def one_line(value: Any, longest: int = LONGEST_LINE) -> str:
    return " ".join(clean_text(string(value)).split())[:longest]


def web_address(value: Any) -> str:
    """An http(s) address; anything else is dropped, because addresses are opened with one click."""
    url = clean_text(string(value)).strip()
    return url if url[:8].lower().startswith(("http://", "https://")) and len(url) <= LONGEST_ADDRESS else ""


def moment_ms(value: Any) -> int | None:
    """A moment as ISO 8601 writes it; UTC where it does not say so."""
    try:
        moment = datetime.fromisoformat(string(value))
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return round(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
