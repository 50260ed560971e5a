"""Menus of commands: each with its key, its icon, and why it cannot be done by the person here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui import keys, rights
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme


def menu_of(parent: QWidget) -> QMenu:
    """An empty menu that goes away with its first use and shows why something is off."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    return menu


def fill(menu: QMenu, bridge: Any, identities: Iterable[str], scope: str) -> dict[str, QAction]:
    """Add these commands of a screen, as far as they exist; their entries by id."""
    commands, made = bridge.commands, {}
    for identity in identities:
        command = commands.find(identity, scope)
        if command is None:
            continue
        key = keys.shown(commands.key(command))
        action = made[identity] = menu.addAction(f"{command.text}\t{key}" if key else command.text)
        action.setToolTip(command.text)
        action.setEnabled(command.allowed())
        rights.mark(action, bridge, rights.right_of(identity))
        if command.icon:
            action.setIcon(icons.icon(command.icon, theme().tokens.subtle, theme().px(16)))
        action.triggered.connect(lambda _=False, identity=identity: commands.run(identity, scope))
    return made


def show(parent: QWidget, bridge: Any, identities: Iterable[str], scope: str, at: QPoint) -> QMenu:
    """Open a menu of these commands at a place of the screen."""
    menu = menu_of(parent)
    fill(menu, bridge, identities, scope)
    menu.popup(at)
    return menu
