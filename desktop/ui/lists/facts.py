"""Channels, departments and saved views as the lists need them, read in the background."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.lists.sources import Names

if TYPE_CHECKING:  # it comes with the first reading, not with the window
    from desktop.models.departments import DepartmentIndex

AGAIN_MS = 400
"""Channels change with every round of collecting; they are read again at most this often ..."""

SHARE = 10
"""... and so that the reading takes at most one part in this many of a reader thread's time."""


@dataclass(slots=True)
class Read:
    """One reading."""

    channels: list[Any] = field(default_factory=list)  # models.channels.ChannelRow
    views: list[Any] = field(default_factory=list)  # models.views: id, name, screen, filter
    departments: DepartmentIndex | None = None


def read_facts(counts: bool) -> Read:
    """Runs in a reader thread. Counting what is unread takes long in a workspace of many years."""
    from desktop.models import channels, departments, views

    return Read(list(channels.list_channels(counts=counts)), list(views.list_views()), departments.index())


class Facts(QObject):
    """The latest reading. ``names`` is one mapping for ever, so that readers of cards may keep it."""

    changed = Signal()

    def __init__(self, bridge: Any, *, counts: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._counts = counts
        self.channels: list[Any] = []
        self.known = False  # whether they have been read at all
        self.departments: DepartmentIndex | None = None
        self.views: list[Any] = []
        self.names = Names()
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.read)
        self._active = False
        self._stale = False
        bridge.changed.connect(self._notice)

    def set_active(self, active: bool) -> None:
        """A hidden screen only remembers that something changed."""
        self._active = active
        if not active:
            self._stale = self._stale or self._timer.isActive()
            self._timer.stop()
        elif self._stale:
            self._stale = False
            self._timer.start()

    def read(self) -> None:
        self._bridge.spawn(self._read())

    async def _read(self) -> None:
        begun = time.perf_counter()
        found: Read = await self._bridge.read(read_facts, self._counts)
        took_ms = (time.perf_counter() - begun) * 1000
        self._timer.setInterval(max(AGAIN_MS, round(took_ms * SHARE)))
        self.channels = found.channels
        self.known = True
        self.departments = found.departments
        self.views = found.views
        if found.departments is not None:
            self.names.update(found.departments.names)
        self.changed.emit()

    def channel_name(self, channel_id: int) -> str:
        return next((c.name for c in self.channels if c.id == channel_id), str(channel_id))

    def _notice(self, changes: Any) -> None:
        if not (changes.channels or changes.others or changes.cases):
            return
        if not self._active:
            self._stale = True
        elif not self._timer.isActive():
            self._timer.start()
