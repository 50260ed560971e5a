"""Work that is done in a thread while the window is put on screen: opening a workspace, imports.

It needs neither services nor an event loop: at the start both are imported when the first list can be seen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.models.store import Store


class Aside(QObject):
    """Runs ``work()`` in a thread of its own. ``done`` comes in the thread that made this object, when
    ``result`` or ``error`` is set."""

    done = Signal()

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self.result: Any = None
        self.error: Exception | None = None
        self.finished = False
        self._waiting: QEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="aside", daemon=True)
        self.done.connect(self._note)

    def start(self) -> None:
        self._thread.start()

    def wait(self, most_s: float | None = None) -> None:
        """Block until the work has ended, or for so many seconds."""
        self._thread.join(most_s)

    def handle_events(self, most_ms: int = 0) -> None:
        """Let the window work until this is done, or for ``most_ms``. Only before the event loop runs."""
        if self.finished:
            return
        waiting = self._waiting = QEventLoop()
        if most_ms:
            QTimer.singleShot(most_ms, waiting, waiting.quit)
        waiting.exec()
        self._waiting = None

    def _note(self) -> None:
        self.finished = True
        if self._waiting is not None:
            self._waiting.quit()

    def _run(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:
            self.error = error
        self.done.emit()


def open_and_read(url: str, read: Future[Callable[[], Any]]) -> tuple[Store, Any]:
    """Open a workspace; with it what was read on one of its reader threads, None where that failed. ``read``
    may come while the workspace is being opened."""
    from desktop.models.store import Store

    store = Store.open(url)
    reading = store.read(read.result())
    return store, (reading.result() if reading.exception() is None else None)


def import_asyncio() -> None:
    """Not qasync, which makes classes of Qt's: those are imported in the main thread only."""
    import asyncio  # noqa: F401
