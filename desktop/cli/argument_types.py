"""Numbers as the command line takes them."""

from __future__ import annotations

import argparse


def number(text: str) -> int:
    """An id as the database can hold it."""
    if len(text) > 19 or abs(int(text)) >= 2**63:
        raise argparse.ArgumentTypeError(f"invalid number: {text[:20]!r}")
    return int(text)


def positive(text: str) -> int:
    wanted = number(text)
    if wanted < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return wanted
