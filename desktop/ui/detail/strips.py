"""The lines between a post's head and its thread: what becomes of its case (deadline, departments, ...).

Each kind of line is a Strip in a module of its own, named in STRIPS. What it shows is read together with the
post, so that all of the pane agrees; a strip with nothing to say hides itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.commands import Command
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, focus_home
from desktop.ui.widgets.labels import ElidedLabel, restyle

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

FOLDING = ("PromiseStrip", "IdeaStrip", "MeetupStrip")
"""The last lines: in a low window they wait until somebody asks for them, the answer needs the room."""


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


class LineStrip(Strip):
    """One sentence on a band, a picture or a lamp before it, and at most three buttons behind it."""

    def __init__(self, bridge: Any, parent: QWidget | None = None, kind: str = "") -> None:
        super().__init__(bridge, parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.line = QFrame(self)
        self.line.setProperty("kind", "banner")
        whole.addWidget(self.line)
        self.row = QHBoxLayout(self.line)
        self.row.setContentsMargins(12, 4, 6, 4)
        self.row.setSpacing(8)
        self.text = ElidedLabel("", kind, self.line)
        self.row.addWidget(self.text, 1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A line that goes away with its button gives the focus to what is written or chosen beside it."""
        return focus_home(self) or super().focusNextPrevChild(forward)

    def add(self, text: str, *, kind: str = "") -> Button:
        button = Button(text, self.line, kind=kind)
        self.row.addWidget(button)
        return button

    def put_mark(self, icon: str, color: Callable[[], str]) -> None:
        """A picture before the sentence, in the colour that ``color`` gives for the theme of the moment."""
        self._mark = QLabel(self.line)
        self._mark_of = icon, color
        self.row.insertWidget(0, self._mark)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        icon, color = self._mark_of
        self._mark.setPixmap(icons.pixmap(icon, color(), theme().px(18)))

    def say(self, text: str, tone: str) -> None:
        self.text.setText(text)
        self.line.setAccessibleName(text)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        if self.line.property("tone") != tone:
            self.line.setProperty("tone", tone)
            for part in (self.line, *self.line.findChildren(QLabel)):
                restyle(part)

    def screen(self, name: str) -> Any:
        """Bring the screen to the front where the rest of it is; None where the window has none."""
        self.bridge.go.emit(name)
        window = self.window()
        return window.screen_named(name) if hasattr(window, "screen_named") else None


class Strips(QWidget):
    """All lines of the pane. ``folded`` tells how many of them are put away."""

    folded = Signal(int)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[str, Strip] = {}
        self._low = self._all = False
        self._case_id: int | None = None
        self._rest = QWidget(self)
        layout, rest = QVBoxLayout(self), QVBoxLayout(self._rest)
        for lines in (layout, rest):
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(6)
        for module, name in STRIPS:
            strip: Strip = getattr(import_module(module), name)(bridge, self)
            self._strips[name] = strip
            (rest if name in FOLDING else layout).addWidget(strip)
        layout.addWidget(self._rest)
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
        if loaded.detail.row.case_id != self._case_id:
            self._case_id, self._all = loaded.detail.row.case_id, False
        self._fold()

    def set_low(self, low: bool) -> None:
        """Whether the window is so low that the answer needs the room of the last lines."""
        if low != self._low:
            self._low = low
            self._fold()

    def show_all(self) -> None:
        """Somebody wants to see every line of this case."""
        self._all = True
        self._fold()

    def _fold(self) -> None:
        said = [name for name, strip in self._strips.items() if not strip.isHidden()]
        rest = [name for name in said if name in FOLDING]
        away = len(rest) if self._low and not self._all and len(said) > 2 else 0
        self._rest.setVisible(bool(rest) and not away)
        self.setVisible(len(said) > away)
        self.folded.emit(away)
