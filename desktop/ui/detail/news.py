"""Which of the posts that have just arrived concern the post on show: its thread, its case, its citizen.

While many channels pour in, most do not: looking at their ids is far less than reading a post with everything
around it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from desktop.models.detail import concerned
from desktop.ui.widgets.soon import Reading


class News:
    """Calls ``reload`` when one of the posts it was told of concerns the post on show."""

    def __init__(self, bridge: Any, reload: Callable[[], None]) -> None:
        self._bridge = bridge
        self._reload = reload
        self._waiting: set[int] = set()
        self._thread: frozenset[int] = frozenset()
        self._coming: set[int] = set()  # they concern it, and may not be read yet: answers to them do as well
        self._row: Any = None
        self._reading = Reading(bridge, self._look, "new posts")

    def follow(self, row: Any, thread: Collection[int]) -> None:
        """This post is on show, with this thread."""
        if self._row is None or self._row.id != row.id:
            self._waiting.clear()
            self._coming.clear()
        self._row = row
        self._thread = frozenset(thread)

    def told(self, post_ids: Collection[int]) -> None:
        self._waiting.update(post_ids)
        self._reading.ask()

    async def _look(self) -> None:
        waiting, self._waiting, row = self._waiting, set(), self._row
        known = self._thread | self._coming
        found = await self._bridge.read(concerned, waiting, known, row.case_id, row.author_id)
        if found and row.id == self._row.id:
            self._coming |= found
            self._reload()
