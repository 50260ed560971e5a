"""What can be taken back: the last hundred gestures of this window, by the step their events carry.

The database decides whether a step may still be undone; this module only remembers which steps there were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.ui.bridge import Bridge

LONGEST = 100


class Step(NamedTuple):
    """One gesture: the step of its events, and the sentence that told it."""

    step: str
    text: str


class Undo(QObject):
    """The steps of one window, newest last."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._busy = False

    def push(self, step: str, text: str) -> None:
        """Remember a gesture that has just been stored."""
        self._done.append(Step(step, text))
        del self._done[:-LONGEST]
        self._undone.clear()
        self.changed.emit()

    def adopt(self, other: Undo) -> None:
        """Go on with the steps of another window (after a change of language)."""
        self._done, self._undone = list(other._done), list(other._undone)
        self.changed.emit()

    def can_undo(self) -> bool:
        return bool(self._done) and not self._busy

    def can_redo(self) -> bool:
        return bool(self._undone) and not self._busy

    def last(self) -> Step | None:
        return self._done[-1] if self._done else None

    def steps(self) -> list[Step]:
        return list(reversed(self._done))

    def undo(self) -> None:
        if self.can_undo():
            self._bridge.spawn(self._take_back())

    def redo(self) -> None:
        if self.can_redo():
            self._bridge.spawn(self._bring_back())

    async def _take_back(self) -> None:
        from desktop.models import cases

        step = self._done.pop()
        if await self._run(cases.undo, step, self._undone):
            self._bridge.undone.emit(step.text)

    async def _bring_back(self) -> None:
        from desktop.models import cases

        step = self._undone.pop()
        if await self._run(cases.redo, step, self._done):
            self._bridge.redone.emit(step.text)

    async def _run(self, work: object, step: Step, kept: list[Step]) -> bool:
        self._busy = True
        self.changed.emit()
        try:
            made = await self._bridge.write(work, step.step)
        except Exception as error:
            # A step that somebody else has built upon can never be undone: it is dropped with its reason.
            self._bridge.failed(error)
            return False
        else:
            kept.append(Step(str(made), step.text))
            return True
        finally:
            self._busy = False
            self.changed.emit()
