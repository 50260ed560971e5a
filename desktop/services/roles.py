"""Which program collects and sends on a workspace: exactly one, by a lock file beside it.

The lock belongs to the process and vanishes with it, however it ends. Knows nothing of what the holder does.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


class RoleLock:
    """The lock ``<workspace>.lock``. ``take`` never waits."""

    def __init__(self, workspace: str | os.PathLike[str]) -> None:
        self.path = Path(str(workspace) + ".lock")
        self._lock: Any = None

    @property
    def held(self) -> bool:
        return self._lock is not None and bool(self._lock.is_locked)

    def take(self) -> bool:
        """True: this program holds the role now. Raises OSError where the folder cannot be written."""
        if self.held:
            return True
        from filelock import FileLock, Timeout

        if self._lock is None:
            # thread_local would make the lock forget that it is held when another thread asks.
            self._lock = FileLock(self.path, thread_local=False)
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        if self.held:
            self._lock.release()
