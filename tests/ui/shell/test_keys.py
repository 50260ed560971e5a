"""Keys of lists: letters, jamo, two-key commands, switching off and giving other keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.ui import keys
from desktop.ui.commands import Command, Commands
from tests.ui.conftest import press


@pytest.fixture
def done(qtbot: object) -> list[str]:
    return []


@pytest.fixture
def registry(done: list[str], qapp: object) -> Commands:
    made = Commands()
    owner = QWidget()
    made.owner_kept = owner  # type: ignore[attr-defined]
    for name in ("list.next", "track.forward", "app.keys_here", "go.board", "list.open"):
        made.add(Command(name, name, lambda name=name: done.append(name)), owner, "board")
    made.add(Command("app.palette", "팔레트", lambda: done.append("app.palette")), owner)
    return made


@pytest.fixture
def view(registry: Commands) -> QListWidget:
    made = QListWidget()
    keys.attach(made, registry, "board")
    return made


@pytest.mark.parametrize(
    ("key", "text", "command"),
    [
        (Qt.Key.Key_J, "j", "list.next"),
        (Qt.Key.Key_J, "J", "list.next"),
        (0x1000000 | 0x3153, "ㅓ", "list.next"),
        (Qt.Key.Key_1, "1", "track.forward"),
        (Qt.Key.Key_Question, "?", "app.keys_here"),
        (Qt.Key.Key_Return, "\r", "list.open"),
        (Qt.Key.Key_Enter, "\r", "list.open"),
    ],
)
def test_a_letter_runs_its_command(
    view: QListWidget, done: list[str], key: Qt.Key | int, text: str, command: str
) -> None:
    press(view, key, text)  # type: ignore[arg-type]
    assert done == [command]


def test_every_letter_key_has_its_jamo() -> None:
    for key in keys.DEFAULTS.values():
        if keys.is_letter_key(key) and key[0].isalpha():
            letters = [part.strip() for part in key.split(",")]
            assert all(letter in keys.LETTER_OF_JAMO.values() for letter in letters)
    assert keys.LETTER_OF_JAMO["ㅓ"] == "J" and keys.LETTER_OF_JAMO["ㅏ"] == "K"


def test_g_then_b_goes_to_the_board(view: QListWidget, done: list[str]) -> None:
    press(view, Qt.Key.Key_G, "g")
    assert done == []
    press(view, Qt.Key.Key_B, "b")
    assert done == ["go.board"]


def test_g_then_something_else_does_nothing(view: QListWidget, done: list[str]) -> None:
    press(view, Qt.Key.Key_G, "g")
    press(view, Qt.Key.Key_J, "j")
    assert done == []
    press(view, Qt.Key.Key_J, "j")
    assert done == ["list.next"]


def test_letters_can_be_switched_off(view: QListWidget, registry: Commands, done: list[str]) -> None:
    registry.remap({}, letters=False)
    press(view, Qt.Key.Key_J, "j")
    press(view, Qt.Key.Key_G, "g")
    press(view, Qt.Key.Key_B, "b")
    press(view, Qt.Key.Key_Return, "\r")
    assert done == ["list.open"]


def test_keys_can_be_changed(view: QListWidget, registry: Commands, done: list[str]) -> None:
    registry.remap({"list.next": "V", "track.forward": "Ctrl+Alt+1"})
    press(view, Qt.Key.Key_J, "j")
    press(view, Qt.Key.Key_1, "1")
    press(view, Qt.Key.Key_V, "v")
    assert done == ["list.next"]
    action = registry.action("track.forward", "board")
    assert action is not None and action.shortcut() == QKeySequence("Ctrl+Alt+1")


def test_keys_with_ctrl_become_shortcuts_and_letters_do_not(registry: Commands) -> None:
    palette, letter = registry.action("app.palette"), registry.action("list.next", "board")
    assert palette is not None and palette.shortcut() == QKeySequence("Ctrl+K")
    assert letter is not None and letter.shortcut().isEmpty()


EVERYWHERE = "app go pane"
SCREENS = (
    "list post track case card forward clock column reply approvals promises",
    "list inbox clock reply",
    "agenda idea decision meeting",
    "meetup meetups",
    "list post track quick reply",
    "log",
)
"""What stands before the dot in the ids of the commands that meet on one screen. Elsewhere the same key may
mean something else: A receives a case in an inbox and puts an idea on an agenda."""


def test_every_default_key_can_be_read_by_qt_and_means_one_thing_on_each_screen() -> None:
    known = {prefix for screen in (EVERYWHERE, *SCREENS) for prefix in screen.split()}
    assert {name.split(".")[0] for name in keys.DEFAULTS} <= known
    for screen in SCREENS:
        seen: dict[str, str] = {}
        for name, key in keys.DEFAULTS.items():
            assert not QKeySequence(key).isEmpty(), name
            if name.split(".")[0] in f"{EVERYWHERE} {screen}".split():
                assert key not in seen, (name, seen.get(key))
                seen[key] = name


def test_a_disabled_command_does_not_run(done: list[str], qapp: object) -> None:
    registry, owner = Commands(), QWidget()
    registry.add(Command("x", "x", lambda: done.append("x"), enabled=lambda: False), owner)
    assert not registry.run("x")
    assert done == []


def test_a_screens_command_comes_before_the_programs(done: list[str], qapp: object) -> None:
    registry, owner = Commands(), QWidget()
    registry.add(Command("x", "of all", lambda: done.append("all")), owner)
    registry.add(Command("x", "of the board", lambda: done.append("board")), owner, "board")
    registry.run("x", "board")
    registry.run("x", "timeline")
    assert done == ["board", "all"]
    assert [c.text for c in registry.of_scope("board")] == ["of the board"]


def test_key_names(qapp: object) -> None:
    def name(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> str:
        return keys.name_of(QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text))

    assert name(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier, " ") == "Shift+Space"
    assert name(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "") == "Alt+Left"
    assert name(Qt.Key.Key_Period, Qt.KeyboardModifier.KeypadModifier, ".") == "."
    assert keys.shown("Ctrl+Shift+Return") == "Ctrl+Shift+Enter"
    assert keys.shown("G, B") == "G B"
