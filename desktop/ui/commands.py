"""Every act of the program by name: one QAction each, from which palette, menus, keys and key sheet are made.

It runs handlers that others give it and knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui import keys, rights

EVERYWHERE = ""
"""The scope of commands that work on every screen."""


class Command(NamedTuple):
    """One act. ``text`` names it as a button would; ``enabled`` is asked when it is shown or pressed."""

    id: str
    text: str
    run: Callable[[], object]
    key: str = ""  # only where the table in keys.py has none
    icon: str = ""
    group: str = ""  # heading on the key sheet: "list", "sort", "answer" or "" (everywhere)
    in_palette: bool = True
    enabled: Callable[[], bool] | None = None

    def allowed(self) -> bool:
        return self.enabled is None or self.enabled()


class Commands(QObject):
    """The registry of one window. ``may(right)`` says what the person here may do; ``refused`` brings the
    right that a command was not run for."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[tuple[str, str], Command] = {}
        self._actions: dict[tuple[str, str], QAction] = {}
        self._own_keys: dict[str, str] = {}
        self.letters = True
        self.may: Callable[[str], bool] = lambda right: True
        self.on_run: Callable[[Command], None] | None = None

    def add(self, command: Command, owner: QWidget, scope: str = EVERYWHERE) -> QAction:
        """Register a command. Outside a list its key works while ``owner`` (or a child) has the focus."""
        right = rights.right_of(command.id)
        if right:
            command = command._replace(enabled=self._with_right(right, command.enabled))
        action = QAction(command.text, owner)
        action.setObjectName(command.id)
        action.triggered.connect(lambda: self.run(command.id, scope))
        context = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut if scope else Qt.ShortcutContext.WindowShortcut
        )
        action.setShortcutContext(context)
        self._commands[scope, command.id] = command
        self._actions[scope, command.id] = action
        self._set_key(scope, command)
        owner.addAction(action)
        self.changed.emit()
        return action

    def add_all(self, commands: Iterable[Command], owner: QWidget, scope: str) -> None:
        for command in commands:
            self.add(command, owner, scope)

    def key(self, command: Command | str) -> str:
        """The key of a command (or id) now, as the table writes it; ``""`` if it has none."""
        identity = command if isinstance(command, str) else command.id
        if identity in self._own_keys:
            return self._own_keys[identity]
        own = command.key if isinstance(command, Command) else ""
        return keys.DEFAULTS.get(identity, own)

    def action(self, identity: str, scope: str = EVERYWHERE) -> QAction | None:
        return self._actions.get((scope, identity)) or self._actions.get((EVERYWHERE, identity))

    def find(self, identity: str, scope: str = EVERYWHERE) -> Command | None:
        """The command of the screen ``scope``, else of the whole program."""
        return self._commands.get((scope, identity)) or self._commands.get((EVERYWHERE, identity))

    def of_scope(self, scope: str) -> list[Command]:
        """What can be done on a screen: its own commands first, then those of the whole program."""
        return self.of_scopes((scope,))

    def of_scopes(self, scopes: Iterable[str]) -> list[Command]:
        """As ``of_scope`` where several meet; of one act the first that is found."""
        found: dict[str, Command] = {}
        for scope in (*scopes, EVERYWHERE):
            for (registered, identity), command in self._commands.items():
                if registered == scope:
                    found.setdefault(identity, command)
        return list(found.values())

    def scopes_of(self, owner: QWidget) -> list[str]:
        """The scopes of the commands that ``owner`` registered."""
        found = (scope for (scope, _), action in self._actions.items() if action.parent() is owner)
        return [scope for scope in dict.fromkeys(found) if scope]

    def run(self, identity: str, scope: str = EVERYWHERE) -> bool:
        """Run a command if it is allowed now."""
        command = self.find(identity, scope)
        if command is None or not command.allowed():
            right = rights.right_of(identity) if command is not None else ""
            if right and not self.may(right):
                self.refused.emit(right)
            return False
        command.run()
        if self.on_run is not None:
            self.on_run(command)
        return True

    def press(self, key: str, scope: str) -> bool:
        """A list key was pressed in ``scope``; True if a command took it."""
        command = self._for_key(key, scope)
        return command is not None and self.run(command.id, scope)

    def begins(self, key: str, scope: str) -> bool:
        """Whether ``key`` is the first of a two-key command such as G then B."""
        return self.letters and any(self.key(c).startswith(f"{key}, ") for c in self.of_scope(scope))

    def remap(self, own_keys: Mapping[str, str], *, letters: bool = True) -> None:
        """Use the person's own keys (id → key, ``""`` for none) and switch single letters on or off."""
        self._own_keys = dict(own_keys)
        self.letters = letters
        for (scope, _), command in self._commands.items():
            self._set_key(scope, command)
        self.changed.emit()

    def _with_right(self, right: str, enabled: Callable[[], bool] | None) -> Callable[[], bool]:
        return lambda: self.may(right) and (enabled is None or enabled())

    def _for_key(self, key: str, scope: str) -> Command | None:
        if not self.letters and keys.is_letter_key(key):
            return None
        return next((c for c in self.of_scope(scope) if self.key(c) == key), None)

    def _set_key(self, scope: str, command: Command) -> None:
        key = self.key(command)
        action = self._actions[scope, command.id]
        sequences: list[QKeySequence] = []
        if key and not keys.is_list_key(key):
            sequences.append(QKeySequence(key))
            if key == "Ctrl+=":
                sequences.append(QKeySequence("Ctrl++"))
            if key.endswith("Return"):
                sequences.append(QKeySequence(key.replace("Return", "Enter")))
        action.setShortcuts(sequences)
