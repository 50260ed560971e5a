"""The last syllable: nothing that is being composed may be lost, and everybody sees it at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.ui.widgets.editors import PreeditTextEdit, SearchLine, take_text


def compose(editor: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


@pytest.mark.parametrize(
    "make", [lambda: PreeditTextEdit("글"), QPlainTextEdit, QTextEdit, lambda: SearchLine("찾기")]
)
def test_take_text_finishes_the_syllable(qtbot: object, make: Callable[[], QWidget]) -> None:
    editor = make()
    compose(editor, "", "서")
    compose(editor, "울")
    assert take_text(editor) == "서울"  # type: ignore[arg-type]
    assert take_text(editor) == "서울"  # type: ignore[arg-type]


def test_take_text_in_the_middle_of_a_text(qtbot: object) -> None:
    editor = PreeditTextEdit("글")
    editor.setPlainText("시장 가로등")
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    compose(editor, "님")
    assert editor.text_now() == "시장님 가로등"
    assert editor.toPlainText() == "시장 가로등"
    assert take_text(editor) == "시장님 가로등"


def test_counters_see_every_syllable_while_it_is_typed(qtbot: object) -> None:
    editor = PreeditTextEdit("글")
    seen: list[str] = []
    editor.typed.connect(seen.append)
    for step in ("ㅅ", "서"):
        compose(editor, step)
    compose(editor, "우", "서")
    assert seen[:2] == ["ㅅ", "서"]
    assert seen[-1] == "서우"


def test_search_sees_the_syllable_being_typed(qtbot: object) -> None:
    line = SearchLine("찾기")
    found: list[str] = []
    line.searched.connect(found.append)
    compose(line, "", "버")
    compose(line, "스")
    assert line.text_now() == "버스"
    qtbot.waitUntil(lambda: found == ["버스"])  # type: ignore[attr-defined]


def test_plain_line(qtbot: object) -> None:
    line = QLineEdit("이름")
    assert take_text(line) == "이름"


def test_tab_leaves_the_editor(qtbot: object) -> None:
    assert PreeditTextEdit("글").tabChangesFocus()
