"""The rate limits that servers have set us, kept in the workspace so that a restart obeys them too.

A ``connectors.http.LimitStore``: reads come from memory, writes go to memory at once and to the
database behind it.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import Any

from desktop.models.current import database
from desktop.models.schema import RateLimit
from desktop.models.store import Store, Tx

log = logging.getLogger(__name__)


class DbLimits:
    def __init__(self, store: Store, known: dict[str, int]) -> None:
        self._store = store
        self._until = known

    def until_ms(self, key: str) -> int | None:
        return self._until.get(key)

    def set_until(self, key: str, until_ms: int) -> None:
        self._until[key] = until_ms
        if not self._store.read_only:
            self._store.write(_save, key, until_ms, initiator="limits").add_done_callback(_log_failure)


def load() -> dict[str, int]:
    """For ``Store.read``."""
    return dict(database.execute_sql("SELECT key, until_ms FROM rate_limit").fetchall())


def _save(tx: Tx, key: str, until_ms: int) -> None:
    RateLimit.delete().where(RateLimit.until_ms < tx.now_ms - 86_400_000).execute()
    RateLimit.replace(key=key, until_ms=until_ms).execute()


def _log_failure(future: Future[Any]) -> None:
    error = None if future.cancelled() else future.exception()
    if error is not None:
        log.warning("a rate limit was not stored: %s", error)
