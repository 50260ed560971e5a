"""The case beside the list: it follows what is chosen, is looked at by that, and takes an answer.

Owns when the panel reads and writes; the panel only shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.models import forwarding
from desktop.ui.departments import reading
from desktop.ui.departments.acts import InboxActs
from desktop.ui.departments.panel import CasePanel
from desktop.ui.widgets.soon import Reading

translate = QCoreApplication.translate

FOLLOW_MS = 90
"""How long a selection rests before the panel follows it: holding J must not load every case on the way."""

SEEN_AFTER_MS = 1_500
"""A case that was on show this long has been looked at; holding J past it has not looked."""


class Beside(QObject):
    """``done`` when an answer was handed in or put away: the list goes on. ``row`` gives the row that is
    chosen in the list, or None."""

    done = Signal()

    def __init__(self, bridge: Any, panel: CasePanel, acts: InboxActs, row: Callable[[], Any]) -> None:
        super().__init__(panel)
        self._bridge = bridge
        self._panel = panel
        self._acts = acts
        self._row = row
        self._wanted: int | None = None
        self._handed_in: int | None = None  # its answer is put away when the case is shown anew
        self._reading = Reading(bridge, self._load, "inbox case")
        self._follow = QTimer(self, interval=FOLLOW_MS, singleShot=True)
        self._follow.timeout.connect(self.load)
        self._seen = QTimer(self, interval=SEEN_AFTER_MS, singleShot=True)
        self._seen.timeout.connect(self.mark_seen)
        panel.box.submitted.connect(self._hand_in)

    # --- what is on show ------------------------------------------------------------------------------

    def shown_id(self) -> int | None:
        return None if self._panel.loaded is None else int(self._panel.loaded.row.forwarding.id)

    def follow(self) -> None:
        """Something was chosen in the list."""
        row = self._row()
        if row is not None and row.forwarding.id != self._wanted:
            self._wanted = row.forwarding.id
            self._seen.stop()
            self._follow.start()

    def clear(self) -> None:
        self._wanted = None
        self._follow.stop()
        self._seen.stop()
        self._panel.clear()

    def load(self) -> None:
        """Read what is wanted, once more if it is there; several wishes at once become one reading."""
        if self._wanted is not None:
            self._reading.ask()

    async def show(self, forwarding_id: int) -> None:
        """Show this one, and return when it is on show."""
        self._follow.stop()
        self._wanted = forwarding_id
        await self._reading.now()

    async def _load(self) -> None:
        wanted = self._wanted
        await self.flush()
        if wanted is None:
            return
        loaded = await self._bridge.read(reading.load, wanted, self._bridge.user)
        if self._wanted == wanted:
            self._show(loaded)

    def _show(self, loaded: Any) -> None:
        if loaded is None:
            self._panel.clear(translate("Inbox", "이 건을 찾을 수 없습니다."))
            return
        handed_in, self._handed_in = self._handed_in, None
        if handed_in == loaded.row.forwarding.id:
            self._panel.fold_answer()
        self._panel.show_case(loaded)
        if loaded.row.forwarding.seen_ms is None and self._panel.isVisible():
            self._seen.start()

    def mark_seen(self) -> None:
        """Somebody has looked at what is on show."""
        loaded, store = self._panel.loaded, self._bridge.store
        if loaded is None or not self._panel.isVisible() or store is None or store.read_only:
            return
        if loaded.row.forwarding.seen_ms is None:
            self._bridge.spawn(self._bridge.write(forwarding.seen, [loaded.row.forwarding.id]), "seen")

    def rest(self) -> None:
        """The screen is hidden."""
        self._seen.stop()
        self._panel.box.save()

    # --- answering ------------------------------------------------------------------------------------

    async def flush(self) -> None:
        """Have what is being typed stored."""
        if self._panel.box.keeper is not None:
            await self._panel.box.keeper.kept()

    def write(self, stage: str = "") -> None:
        """Put the cursor into the answer to what is chosen."""
        row = self._row()
        if row is not None and self.shown_id() != row.forwarding.id:
            self._bridge.spawn(self._show_and_write(row.forwarding.id, stage), "answer")
        else:
            self._panel.write_answer(stage)

    async def _show_and_write(self, forwarding_id: int, stage: str) -> None:
        await self.show(forwarding_id)
        if self.shown_id() == forwarding_id:
            self._panel.write_answer(stage)

    def _hand_in(self, stage: str, text: str) -> None:
        loaded = self._panel.loaded
        if loaded is not None:
            self._bridge.spawn(self._handing_in(loaded.row, stage, text), "hand in")

    async def _handing_in(self, row: Any, stage: str, text: str) -> None:
        box = self._panel.box
        box.set_busy(True)
        try:
            stored = await self._acts.hand_in(row, stage, text)
        finally:
            box.set_busy(False)
        if stored and self.shown_id() == row.forwarding.id:
            box.handed_in()
            self._handed_in = row.forwarding.id
            await self._reading.now()
            self.done.emit()
