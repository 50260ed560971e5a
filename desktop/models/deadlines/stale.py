"""Whether due times may be out of date: what they are counted with has changed and they were not all computed
anew since. Kept in the workspace, so that a program that ends in between goes on at its next start."""

from __future__ import annotations

from desktop.models import meta
from desktop.models.store import Tx

_KEY = "due_times_stale"


def mark(tx: Tx) -> None:
    """Days, hours or rules have changed."""
    tx.look_again()
    meta.count_up(tx, _KEY)


def mark_of() -> str:
    """ "" where all due times are right; else what ``clear`` wants to know."""
    return meta.get(_KEY) or ""


def clear(tx: Tx, mark: str) -> None:
    """All were computed anew; what changed since ``mark_of`` was read still counts."""
    if mark_of() == mark:
        meta.drop(tx, _KEY)
