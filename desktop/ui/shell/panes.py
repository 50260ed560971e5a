"""F6: walks through the parts of the window and remembers where the focus was in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.reading_order import stops


def first_focusable(pane: QWidget) -> QWidget | None:
    """The first control in a pane that Tab would reach."""
    return next(stops(pane), None)


class Panes:
    """``parts`` gives (name, widget) of what is on screen now, in reading order."""

    def __init__(self, parts: Callable[[], Sequence[tuple[str, QWidget]]]) -> None:
        self._parts = parts
        self._last: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()

    def step(self, by: int) -> None:
        parts = [(n, p) for n, p in self._parts() if p.isVisible() and first_focusable(p) is not None]
        if not parts:
            return
        focused = QApplication.focusWidget()
        at = next((i for i, (_, p) in enumerate(parts) if focused and p.isAncestorOf(focused)), -1)
        if at >= 0 and focused is not None:
            self._last[parts[at][1]] = focused
        name, pane = parts[(at + by) % len(parts)] if at >= 0 else parts[0]
        goal = self._last.get(pane)
        if goal not in stops(pane):
            goal = first_focusable(pane)
        if goal is not None:
            goal.setFocus(Qt.FocusReason.ShortcutFocusReason)
            announce(pane, name)
