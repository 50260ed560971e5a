"""Settings: stored, applied at once, found by their words, keys given away only once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop.ui import keys
from desktop.ui.bridge import Bridge
from desktop.ui.settings import about
from desktop.ui.settings.form import Row
from desktop.ui.settings.key_names import names
from desktop.ui.settings.keys_page import KeysPage
from desktop.ui.settings.prefs import Prefs
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.theme.style import theme
from tests.ui.conftest import nameless, press


@pytest.fixture
def screen(bridge: Bridge, qtbot: object) -> SettingsScreen:
    made = SettingsScreen(bridge)
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def box(screen: SettingsScreen, name: str) -> QComboBox:
    return next(b for b in screen.findChildren(QComboBox) if b.accessibleName() == name)


def choose(made: QComboBox, value: str) -> None:
    made.setCurrentIndex(made.findData(value))
    made.activated.emit(made.currentIndex())


def test_every_control_has_a_name(screen: SettingsScreen) -> None:
    assert nameless(screen) == []


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("화면 밝기", "dark", ("theme", "dark")),
        ("글자 크기", "150", ("text_size", "150")),
        ("카드 크기", "narrow", ("density", "narrow")),
        ("보내기 취소 시간", "30", ("undo_seconds", "30")),
        ("하는 일", "mayor", ("role", "mayor")),
        ("언어", "en", ("language", "en")),
    ],
)
def test_choices_are_stored_and_told(
    screen: SettingsScreen, prefs: Prefs, name: str, value: str, stored: tuple[str, str]
) -> None:
    told: list[str] = []
    prefs.changed.connect(told.append)
    choose(box(screen, name), value)
    assert prefs.text(stored[0]) == stored[1]
    assert told == [stored[0]]


def test_search_shows_only_what_fits(screen: SettingsScreen) -> None:
    screen.search("글자 크기")
    shown = [s.name for s in screen.sections if not s.isHidden()]
    assert "screen" in shown and "data" not in shown
    screen.search("없는낱말")
    assert all(s.isHidden() for s in screen.sections)
    screen.search("")
    assert not any(s.isHidden() for s in screen.sections)


def test_bad_values_in_the_file_fall_back(tmp_path: Path) -> None:
    made = Prefs(tmp_path)
    for name in ("theme", "text_size", "density", "undo_seconds", "language", "keys", "letter_keys"):
        made.put(name, "nonsense")
    assert (made.mode, made.scale, made.density, made.undo_seconds) == ("system", 100, "normal", 10)
    assert made.own_keys == {} and made.language in ("ko", "en")


def test_prefs_survive_and_tell_only_changes(tmp_path: Path) -> None:
    made, told = Prefs(tmp_path), []
    made.changed.connect(told.append)
    made.put("theme", "dark")
    made.put("theme", "dark")
    made.put_bytes("window/x", b"\x00\xff")
    made.save()
    assert told == ["theme", "window/x"]
    again = Prefs(tmp_path)
    assert again.mode == "dark" and again.bytes("window/x") == b"\x00\xff"


@pytest.fixture
def page(bridge: Bridge, qtbot: object) -> KeysPage:
    made = KeysPage(bridge)
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def test_every_key_has_a_name_in_words() -> None:
    assert set(names()) == set(keys.DEFAULTS) - {"app.back"}


def test_a_pressed_key_is_taken(page: KeysPage, prefs: Prefs) -> None:
    page.choose("list.next")
    press(page.field, Qt.Key.Key_V, "v")
    assert prefs.own_keys == {"list.next": "V"}
    press(page.field, Qt.Key.Key_J, "ㅓ")
    assert prefs.own_keys == {}


def test_a_key_is_given_only_once(page: KeysPage, prefs: Prefs) -> None:
    page.choose("list.next")
    press(page.field, Qt.Key.Key_K, "k")
    assert prefs.own_keys == {}
    assert "이전 글" in page.said.text()


def test_keys_can_be_removed_and_brought_back(page: KeysPage, prefs: Prefs) -> None:
    page.choose("app.quit")
    page.none.click()
    assert prefs.own_keys == {"app.quit": ""}
    page.all_default.click()
    assert prefs.own_keys == {}


def test_modifiers_alone_and_tab_are_no_keys(page: KeysPage, prefs: Prefs) -> None:
    page.choose("list.next")
    press(page.field, Qt.Key.Key_Shift, "", Qt.KeyboardModifier.ShiftModifier)
    press(page.field, Qt.Key.Key_Escape)
    assert prefs.own_keys == {}


def test_letters_switch(page: KeysPage, prefs: Prefs) -> None:
    page.letters.click()
    assert prefs.letters is False


def test_licences_hold_every_text() -> None:
    text = about.licences()
    assert "SIL OPEN FONT LICENSE" in text.upper() and "ISC" in text
    for name, licence, _ in about.PARTS:
        assert name in text and licence in text


def test_facts_name_versions_and_nobody() -> None:
    assert "SQLite" in about.facts() and "김주무관" not in about.facts()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_control_is_out_of_sight(screen: SettingsScreen, prefs: Prefs, qtbot: object, scale: int) -> None:
    theme().apply("light", scale, "normal")
    screen.resize(1024 - theme().px(84), 600)
    screen.show()

    def all_in_sight() -> None:
        view = screen._area.viewport()
        for row in screen.findChildren(Row):
            edge = row.control.mapTo(screen, row.control.rect().topRight()).x()
            assert edge <= view.mapTo(screen, view.rect().topRight()).x(), row.words

    qtbot.waitUntil(all_in_sight)  # type: ignore[attr-defined]
