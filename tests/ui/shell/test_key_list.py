"""Every act that a key does can be found without knowing the key: on the key list (F1) and in the palette."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel

from desktop.ui import keys
from desktop.ui.commands import EVERYWHERE, Command
from desktop.ui.screens import SCREENS
from desktop.ui.shell.keysheet import KeySheet
from tests.ui.shell.office import Office, filled, office, store

__all__ = ["filled", "office", "store"]


def with_key(office: Office, scope: str) -> list[Command]:
    commands = office.bridge.commands
    return [command for command in commands.of_scope(scope) if commands.key(command)]


def listed(office: Office) -> set[tuple[str, str]]:
    """(key, words) of the key list that F1 opens now."""
    office.window.show_keys()
    sheet = office.window.findChildren(KeySheet)[-1]
    words = [label.text() for label in sheet.findChildren(QLabel)]
    sheet.close()
    return set(pairwise(words))


def missing(office: Office, *scopes: str) -> list[str]:
    shown, commands = listed(office), office.bridge.commands
    wanted = {command.id: command for scope in reversed(scopes) for command in with_key(office, scope)}
    return [
        name for name, one in wanted.items() if (keys.shown(commands.key(one)), one.text) not in shown
    ]  # fmt: skip


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
async def test_the_key_list_of_a_screen_names_all_its_keys(office: Office, name: str) -> None:
    await office.go(name)
    assert missing(office, name) == []


async def test_the_key_list_beside_an_open_post_names_the_keys_of_answering(office: Office) -> None:
    """Ctrl+Enter is what somebody who writes looks for."""
    await office.go("board")
    assert ("Ctrl+Enter", "답변 보내기") in listed(office)
    office.window.open_post(office.post("mastodon"))
    await office.rest()
    assert missing(office, "detail", "board") == []


async def test_the_key_list_of_one_post_at_a_time_names_its_keys_alone(office: Office) -> None:
    await office.go("board")
    office.bridge.commands.run("quick.open")
    await office.rest()
    assert missing(office, "quick") == []
    assert ("1", "부서 이관으로 옮기기") not in listed(office)


TWINS = {
    "app.palette": "the search field in the top bar",
    "app.settings": "go.settings",
    "app.keys_here": "app.keys",
    "pane.next": "Tab",
    "pane.previous": "Tab",
    **{f"go.screen{number}": f"go.{entry.name}" for number, entry in enumerate(SCREENS, 1)},
}
"""What has a key and is not in the palette, and what does the same."""


@pytest.mark.parametrize("name", [EVERYWHERE, *(entry.name for entry in SCREENS)])
async def test_the_palette_has_every_act_that_a_key_does(office: Office, name: str) -> None:
    if name:
        await office.go(name)
    hidden = {command.id for command in with_key(office, name) if not command.in_palette}
    assert hidden <= set(TWINS)
