"""Which key does what, in one table, and how single letters reach a list even while Hangul is typed.

Commands name their id; the key comes from here or from what the person chose in the settings. A key without
Ctrl, Alt or a function key works only while a list has the focus (KWCAG 2.2, character key shortcuts), and
can be switched off. This module knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

if TYPE_CHECKING:
    from desktop.ui.commands import Commands

DEFAULTS: dict[str, str] = {
    # everywhere
    "app.palette": "Ctrl+K",
    "app.search": "Ctrl+F",
    "app.undo": "Ctrl+Z",
    "app.redo": "Ctrl+Y",
    "app.collect": "F5",
    "app.settings": "Ctrl+,",
    "app.keys": "F1",
    "app.keys_here": "?",
    "app.bigger": "Ctrl+=",
    "app.smaller": "Ctrl+-",
    "app.normal_size": "Ctrl+0",
    "app.back": "Esc",
    "app.quit": "Ctrl+Q",
    "pane.next": "F6",
    "pane.previous": "Shift+F6",
    "go.board": "G, B",
    "go.timeline": "G, T",
    "go.departments": "G, D",
    "go.meetings": "G, I",
    "go.meetups": "G, M",
    "go.channels": "G, C",
    "go.log": "G, L",
    "go.settings": "G, S",
    "approvals.open": "G, A",
    "promises.open": "G, P",
    # lists
    "list.next": "J",
    "list.previous": "K",
    "list.select": "X",
    "list.open": "Return",
    "list.peek": "Space",
    "list.show_new": ".",
    "post.read": "U",
    "post.star": "S",
    "post.original": "O",
    "post.copy_link": "C",
    "post.note": "N",
    "post.unmask": "Alt+U",
    # sorting
    "track.forward": "1",
    "track.idea": "2",
    "track.opinion": "3",
    "track.new": "0",
    "post.department": "D",
    "case.done": "E",
    "case.group": "Ctrl+G",
    "case.take_apart": "Ctrl+Shift+G",
    "card.left": "Alt+Left",
    "card.right": "Alt+Right",
    "card.up": "Alt+Up",
    "card.down": "Alt+Down",
    "card.pick_up": "Shift+Space",
    # departments
    "forward.answer": "Alt+A",
    "forward.withdraw": "Alt+W",
    # due times
    "clock.why": "Alt+D",
    "clock.kind": "Alt+K",
    "clock.pause": "Alt+P",
    "clock.extend": "Alt+X",
    "clock.notice": "Alt+N",
    "column.by_due": "Alt+S",
    # the inbox of a department
    "inbox.department": "I",
    "inbox.receive": "A",
    "inbox.begin": "W",
    "inbox.give_back": "B",
    "inbox.support": "H",
    "inbox.print": "Ctrl+P",
    "inbox.save": "Ctrl+Shift+S",
    # the log
    "log.export": "Ctrl+E",
    # meetings
    "agenda.add": "A",
    "agenda.remove": "Del",
    "idea.edit": "Ctrl+E",
    "idea.merge": "Ctrl+G",
    "decision.adopt": "Alt+1",
    "decision.hold": "Alt+2",
    "decision.reject": "Alt+3",
    "decision.save": "Ctrl+Return",
    "meeting.new": "Ctrl+N",
    "meeting.mode": "Alt+M",
    "meeting.present": "F11",
    # one post at a time
    "quick.open": "G, Q",
    "quick.thank": "L",
    # meet-ups
    "post.meetup": "B",
    "meetup.post": "Return",
    "meetup.way": "Alt+V",
    "meetups.add": "Ctrl+N",
    "meetups.edit": "Ctrl+E",
    "meetups.invite_one": "I",
    "meetups.by_hand": "H",
    "meetups.remove_post": "Del",
    "meetups.take": "Y",
    "meetups.no": "N",
    "meetups.leave": "L",
    "meetups.came": "1",
    "meetups.absent": "2",
    "meetups.unknown": "0",
    "meetups.save_report": "Ctrl+S",
    # answering
    "reply.open": "R",
    "reply.first": "F",
    "reply.template": "T",
    "reply.template_here": "Ctrl+T",
    "reply.send": "Ctrl+Return",
    "reply.send_next": "Ctrl+Shift+Return",
    "reply.account": "Ctrl+Shift+A",
    "reply.save": "Ctrl+S",
    "reply.split": "Ctrl+Shift+D",
}
"""Command id → key, as ``QKeySequence`` reads it. ``Ctrl+1`` … ``Ctrl+9`` go to the screens in rail order."""

_LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
LETTER_OF_JAMO = dict(zip(_JAMO, _LETTERS, strict=True)) | dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
"""The letter under each jamo of the two-set keyboard: a remote desktop may send ㅓ where J was pressed."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_list_key(key: str) -> bool:
    """Whether a key has no modifier and so belongs to lists only."""
    first = key.split(",")[0].strip()
    if not first or first in ("Esc", "Tab", "Backtab"):
        return False
    if any(first.startswith(held) for held in ("Ctrl+", "Alt+", "Meta+")):
        return False
    return not (first.split("+")[-1].startswith("F") and first.split("+")[-1][1:].isdigit())


def is_letter_key(key: str) -> bool:
    """Whether a key is a single printed character (these can be switched off)."""
    return is_list_key(key) and len(key.split(",")[0].strip()) == 1


def name_of(event: QKeyEvent) -> str:
    """The key of an event as written in the table: "J", "?", "Return", "Shift+Space"; ``""`` if none fits."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    text = event.text()
    plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if plain and text in LETTER_OF_JAMO:
        return LETTER_OF_JAMO[text]
    if plain and len(text) == 1 and text.isprintable() and not text.isspace():
        return text.upper()
    if plain and key in _ENTER:
        return "Shift+Return" if held else "Return"
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def shown(key: str) -> str:
    """A key as people read it: Ctrl+Return is "Ctrl+Enter", "G, B" is "G B"."""
    shown = key.replace("Return", "Enter").replace(", ", " ")
    for name, arrow in (("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓")):
        shown = shown.replace(f"+{name}", f"+{arrow}")
    return shown


class ListKeys(QObject):
    """Gives one list its single-letter keys. Kept alive by the list."""

    def __init__(self, view: QWidget, commands: Commands, scope: Callable[[], str]) -> None:
        super().__init__(view)
        self._commands = commands
        self._scope = scope
        self._begun = ""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = name_of(event)
        if not name or event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            return False
        if self._begun:
            name, self._begun = f"{self._begun}, {name}", ""
            return self._commands.press(name, self._scope()) or True
        if self._commands.begins(name, self._scope()):
            self._begun = name
            return True
        return self._commands.press(name, self._scope())


def attach(view: QWidget, commands: Commands, scope: str | Callable[[], str]) -> ListKeys:
    """Let ``view`` react to the list keys of ``scope`` (a screen's name) and of the whole program."""
    if isinstance(view, QAbstractItemView):
        # Editable items would switch the input method on and swallow letters in Hangul mode.
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    return ListKeys(view, commands, scope if callable(scope) else lambda: scope)
