"""The first steps: five, each can be skipped, the place is remembered, what is chosen works at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from desktop.ui.bridge import Bridge
from desktop.ui.firstrun.page import FirstRun
from desktop.ui.settings.prefs import Prefs
from tests.ui.conftest import nameless


@pytest.fixture
def page(bridge: Bridge, qtbot: object) -> FirstRun:
    made = FirstRun(bridge)
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def test_five_steps_all_skipped(page: FirstRun, prefs: Prefs) -> None:
    ended: list[int] = []
    page.finished.connect(lambda: ended.append(1))
    titles = set()
    for _ in range(5):
        titles.add(page.steps[page.at].title)
        assert nameless(page) == []
        page.skip()
    assert len(titles) == 5 and ended == [1]
    assert prefs.flag("first_run_done", False)


def test_it_goes_on_where_it_was_left(page: FirstRun, bridge: Bridge, qtbot: object) -> None:
    page.next()
    page.next()
    page.back()
    again = FirstRun(bridge)
    qtbot.addWidget(again)  # type: ignore[attr-defined]
    assert again.at == 1


def test_it_can_be_ended_at_once(page: FirstRun, prefs: Prefs) -> None:
    page.skip_all.click()
    assert prefs.flag("first_run_done", False)
    assert prefs.number("first_run_step", -1) == 0


def test_the_name_is_kept_when_going_on(page: FirstRun, prefs: Prefs) -> None:
    page.show_step(1)
    page.steps[1].name.setText("  이주무관 ")  # type: ignore[attr-defined]
    page.next()
    assert prefs.user == "이주무관"


def test_language_and_size_apply_while_choosing(page: FirstRun, prefs: Prefs) -> None:
    boxes = page.steps[0].findChildren(QComboBox)
    size = next(b for b in boxes if b.findData("150") >= 0)
    size.setCurrentIndex(size.findData("150"))
    size.activated.emit(size.currentIndex())
    assert prefs.scale == 150


@pytest.mark.parametrize(
    ("state", "words"), [("ok", "쓸 수 있습니다"), ("locked", "잠겨"), ("missing", "찾을 수 없")]
)
def test_the_keyring_is_told_in_words(page: FirstRun, state: str, words: str) -> None:
    page.steps[2].show_state(state)  # type: ignore[attr-defined]
    assert words in page.steps[2].lamp.text()  # type: ignore[attr-defined]


def test_adding_a_channel_leads_to_the_channels(page: FirstRun, bridge: Bridge) -> None:
    went: list[str] = []
    bridge.go.connect(went.append)
    ended: list[int] = []
    page.finished.connect(lambda: ended.append(1))
    page.show_step(3)
    add = next(b for b in page.steps[3].findChildren(QPushButton) if b.text() == "채널 추가하기")
    add.click()
    assert went == ["channels"] and ended == [1]
