"""Up to where somebody has read a view: the line "여기까지 읽었습니다 · 어제 22:10".

The line stands where reading ended the last time. It stays there until it has been in sight: then everything
above it counts as read, and the next visit begins below a line at what is newest now.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from desktop.models import views
from desktop.ui import fmt
from desktop.ui.lists.view import CardView
from desktop.ui.timeline.read_line import ReadLine

translate = QCoreApplication.translate

LONGEST_KEY = 200


class ReadingPosition(QObject):
    """Keeps the line of one list for the view that it shows."""

    def __init__(self, bridge: Any, view: CardView, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view = view
        self.line = ReadLine(view)
        self._key = ""
        self._post_id: int | None = None
        self._passed = False
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.look())
        view.cards().batch_ends.connect(self.look)
        view.cards().modelReset.connect(self.look)

    def begin(self, key: str) -> None:
        """Another view is shown, or the same one anew; ``key`` "" remembers nothing (searches)."""
        self._key = key if len(key) <= LONGEST_KEY else ""
        self._post_id = None
        self._passed = True  # until it is known where the line stands nothing can be passed
        self.line.show(None)
        if self._key:
            self._bridge.spawn(self._read(self._key))

    async def _read(self, key: str) -> None:
        position = await self._bridge.read(views.read_position, key, self._bridge.user)
        if key != self._key:
            return
        self._passed = False
        if position is not None:
            self._post_id = position.post_id
            words = translate("Timeline", "여기까지 읽었습니다 · {time}").format(
                time=fmt.short(position.at_ms)
            )
            self.line.show(position.post_id, words)
        self.look()

    def look(self) -> None:
        """Store the new position as soon as the line has come in sight."""
        model = self._view.cards()
        newest = model.card(0)
        if self._passed or not self._key or newest is None or model.has_newer or not self._view.isVisible():
            return
        if self._post_id is not None and not self._in_sight():
            return
        self._passed = True
        if newest.key != self._post_id:
            self._bridge.spawn(self._store(self._key, newest.key))

    def _in_sight(self) -> bool:
        if self.line.row() is not None:
            return True
        newest = self._view.cards().card(0)
        return newest is not None and self._post_id is not None and newest.key <= self._post_id

    async def _store(self, key: str, post_id: int) -> None:
        await self._bridge.write(views.set_read_position, key, self._bridge.user, post_id)
