"""The lines between a post's head and its thread: what becomes of its case (deadline, departments, ...).

Each kind of line is a Strip in a module of its own, named in STRIPS. What it shows is read together with the
post, so that all of the pane agrees; a strip with nothing to say hides itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.commands import Command

STRIPS: tuple[tuple[str, str], ...] = (
    ("desktop.ui.deadlines.strip", "DueStrip"),
    ("desktop.ui.forwarding.strip", "ForwardingStrip"),
    ("desktop.ui.department_mail.strip", "MailStrip"),
    ("desktop.ui.speaking.strips", "LeaseStrip"),
    ("desktop.ui.speaking.strips", "ApprovalStrip"),
    ("desktop.ui.speaking.strips", "PromiseStrip"),
    ("desktop.ui.meetings.strip", "IdeaStrip"),
    ("desktop.ui.meetups.strip", "MeetupStrip"),
)
"""(module, class) from the top down."""


class Strip(QWidget):
    """One line. Made with the bridge; wishes are carried out by the strip itself."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.hide()

    @staticmethod
    def read(case_id: int) -> Any:
        """What the line shows of a case; runs on a reader thread. None: nothing."""
        raise NotImplementedError

    def commands(self) -> Sequence[Command]:
        """What can be done from this line; part of the pane's commands."""
        return ()

    def show_case(self, loaded: Any, value: Any) -> None:
        """Show what ``read`` found for the case of this post (``data.Loaded``)."""
        raise NotImplementedError


class Strips(QWidget):
    """All lines of the pane."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[str, Strip] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for module, name in STRIPS:
            strip: Strip = getattr(import_module(module), name)(bridge, self)
            self._strips[name] = strip
            layout.addWidget(strip)
        self.hide()

    def readers(self) -> Mapping[str, Callable[[int], Any]]:
        """What has to be read, by the name of the strip."""
        return {name: strip.read for name, strip in self._strips.items()}

    def commands(self) -> list[Command]:
        return [command for strip in self._strips.values() for command in strip.commands()]

    def named(self, name: str) -> Strip:
        return self._strips[name]

    def show_case(self, loaded: Any) -> None:
        """Show the lines of the case of a post that was read."""
        for name, strip in self._strips.items():
            value = loaded.strips.get(name)
            if value is None:
                strip.hide()
            else:
                strip.show_case(loaded, value)
        self.setVisible(any(not strip.isHidden() for strip in self._strips.values()))
