"""Where the focus goes when what has it goes away."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.detail.strips import LineStrip
from desktop.ui.settings.prefs import Prefs
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.toast import Toasts


@pytest.mark.parametrize("gone", [Button.hide, lambda button: button.setEnabled(False)])
@pytest.mark.parametrize("home", [QListWidget, QPlainTextEdit])
def test_a_button_that_goes_away_gives_the_focus_to_what_it_belongs_to(
    qtbot: Any, prefs: Prefs, gone: Any, home: type[QWidget]
) -> None:
    """Else the next Enter could press whatever comes next in the window, such as a message's way back."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    page = QWidget(window)
    below = QVBoxLayout(page)
    place, button, after = home(page), Button("추첨하기", page), Button("실행 취소", window)
    for part in (place, button):
        below.addWidget(part)
    for part in (page, after):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    gone(button)
    assert window.focusWidget() is place


def test_a_line_that_goes_away_gives_the_focus_to_the_text_beside_it(qtbot: Any, prefs: Prefs) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    strip, rows, text = LineStrip(None, window), QListWidget(window), QPlainTextEdit(window)
    after = LineStrip(None, window)
    after.add("고쳐 쓰기")
    take = strip.add("이어받기")
    for part in (strip, after, rows, text):
        column.addWidget(part)
        part.show()
    window.show()
    window.activateWindow()
    take.setFocus()
    qtbot.waitUntil(take.hasFocus)
    strip.hide()
    assert window.focusWidget() is text


def test_a_message_whose_button_was_pressed_gives_the_focus_back_to_the_work(
    qtbot: Any, prefs: Prefs
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, worked_in = QPlainTextEdit(window), QListWidget(window)
    for part in (first, worked_in):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    worked_in.setFocus()
    qtbot.waitUntil(worked_in.hasFocus)
    message = Toasts(window).show("1건을 옮겼습니다", "실행 취소", lambda: None)
    message.findChildren(Button)[0].setFocus()
    message.findChildren(Button)[0].click()
    assert window.focusWidget() is worked_in
