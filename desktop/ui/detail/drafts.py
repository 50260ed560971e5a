"""Keeps what somebody types, so that pulling the plug costs less than a second of it.

Owns when a draft is saved. It must not know how the text is edited: it is given a function that reads it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models import drafts

log = logging.getLogger(__name__)

PAUSE_MS = 500
"""Longest time a change waits for the disk. The clock runs from the first unsaved change, not from the last:
somebody who never stops typing is saved as well."""


class DraftKeeper(QObject):
    """One draft: of one post, kind and user. ``saved`` tells the moment in ms; ``failed`` gives the error."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self, bridge: Any, kind: str, read: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._read = read
        self._post_id: int | None = None
        self._channel_id: int | None = None
        self._stored = ""
        self.last: Future[Any] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def post_id(self) -> int | None:
        return self._post_id

    def open(self, post_id: int, text: str, channel_id: int | None) -> None:
        """From now on the text belongs to this post; ``text`` is what the database already holds."""
        self.flush()
        self._post_id = post_id
        self._channel_id = channel_id
        self._stored = text

    def close(self) -> None:
        """Save and let go of the post."""
        self.flush()
        self._post_id = None

    def touched(self) -> None:
        """The text may have changed."""
        if self._post_id is not None and not self._timer.isActive():
            self._timer.start()

    def set_channel(self, channel_id: int | None) -> None:
        if channel_id != self._channel_id:
            self._channel_id = channel_id
            if self._post_id is not None and self._stored:
                self._write(self._stored)

    def flush(self) -> None:
        """Hand the text to the writer now. It is not waited for: closing the workspace does that."""
        self._timer.stop()
        if self._post_id is None:
            return
        text = self._read()
        if text != self._stored:
            self._stored = text
            self._write(text)

    async def kept(self) -> None:
        """Save, and wait until what was typed can be read again."""
        self.flush()
        if self.last is not None and not self.last.done():
            waiting = asyncio.wrap_future(self.last)
            await asyncio.wait([waiting])
            if not waiting.cancelled():
                waiting.exception()  # ``failed`` has told it

    def drop(self) -> Future[Any] | None:
        """The text was sent or thrown away."""
        self._timer.stop()
        self._stored = ""
        return None if self._post_id is None else self._store("")

    def _write(self, text: str) -> None:
        self._store(text).add_done_callback(self._written)

    def _store(self, text: str) -> Future[Any]:
        """Hook: hand this text to the writer."""
        place = (self._post_id, self._kind, self._bridge.user)
        if not text.strip():
            return self._submit(drafts.drop_draft, *place)
        return self._submit(drafts.save_draft, *place, text, self._channel_id)

    def _submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
        # Kept until it is done: whoever reads drafts next waits for it.
        try:
            self.last = self._bridge.store.write(work, *args, actor=self._bridge.user)
        except RuntimeError as closed:
            log.warning("a draft came after the workspace had closed: %s", closed)
            self.last = Future()
            self.last.set_exception(closed)
        return self.last

    def _written(self, future: Future[Any]) -> None:
        # Runs on the writer thread; the signals are queued over to the window's thread.
        try:
            error = None if future.cancelled() else future.exception()
            if error is not None:
                log.warning("a draft could not be saved: %s", error)
                self.failed.emit(error)
            else:
                self.saved.emit(int(time.time() * 1000))
        except RuntimeError:
            # The widget went away while its last draft was on the way to the disk; the draft is safe.
            log.debug("a draft was saved after its window had closed")
