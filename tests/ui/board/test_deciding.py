"""What keys do to cases on the board, also while Hangul is on, and what happens when it fails."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.models import cases
from tests.ui.board.table import Board, with_posts
from tests.ui.lists.desk import press, until

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


# --- deciding by keys --------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "track"),
    [(Key.Key_2, "2", "idea"), (Key.Key_3, "3", "opinion"), (Key.Key_1, "1", "forward")],
)
async def test_a_number_sorts_and_the_next_card_is_chosen(
    board: Board, key: Key, text: str, track: str
) -> None:
    ids = await with_posts(board, 4)
    board.choose(ids[2])
    press(board.new.view, key, text)
    assert board.new.view.current_card().key == ids[1]  # at once, before the database has answered
    assert board.new.model.card_of(ids[2]).pending
    await board.rest()
    assert board.desk.track(ids[2]) == track
    assert ids[2] not in board.keys(board.new)
    assert board.keys(board.screen._column_of(track)) == [ids[2]]
    assert len(board.desk.bridge.undo.steps()) == 1


async def test_one_key_sorts_many_as_one_step_and_undo_brings_all_back(board: Board) -> None:
    ids = await with_posts(board, 6)
    board.choose(*ids[1:4])
    press(board.new.view, Key.Key_3, "3")
    await board.rest()
    assert [board.desk.track(i) for i in ids] == ["new", "opinion", "opinion", "opinion", "new", "new"]
    assert any("3건을 단순 의견으로 옮겼습니다" in toast for toast in board.desk.toasts)
    assert board.desk.one("SELECT count(DISTINCT step) FROM event WHERE kind = 'move'") == 1
    board.desk.bridge.undo.undo()
    await board.rest()
    assert board.keys(board.new) == ids[::-1]
    assert board.opinion.model.rowCount() == 0
    board.desk.bridge.undo.redo()
    await board.rest()
    assert board.opinion.model.rowCount() == 3


async def test_keys_work_while_hangul_is_on(board: Board) -> None:
    """A remote desktop may send the jamo that lies on the key."""
    ids = await with_posts(board, 3)
    board.choose(ids[2])
    press(board.new.view, Key(0), "ㅓ")  # J
    assert board.new.view.current_card().key == ids[1]
    press(board.new.view, Key(0), "ㅏ")  # K
    assert board.new.view.current_card().key == ids[2]
    press(board.new.view, Key(0), "ㄴ")  # S
    await until(lambda: board.new.model.card_of(ids[2]).starred)
    assert not board.new.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


async def test_letters_can_be_switched_off(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.desk.bridge.commands.remap({}, letters=False)
    board.choose(ids[1])
    press(board.new.view, Key.Key_3, "3")
    await board.rest()
    assert board.desk.track(ids[1]) == "new"
    press(board.new.view, Key.Key_Right, "", ALT)
    board.desk.bridge.commands.run("card.right", "board")
    await board.rest()
    assert board.desk.track(ids[1]) == "forward"


async def test_x_picks_cards_one_by_one_while_j_goes_on(board: Board) -> None:
    ids = await with_posts(board, 5)
    board.choose(ids[4])
    view = board.new.view
    press(view, Key.Key_X, "x")
    press(view, Key.Key_J, "j")
    press(view, Key.Key_J, "j")
    press(view, Key.Key_X, "x")
    assert [card.key for card in view.selected_cards()] == [ids[4], ids[2]]
    press(view, Key.Key_2, "2")
    await board.rest()
    assert [board.desk.track(i) for i in ids] == ["new", "new", "idea", "new", "idea"]


async def test_escape_lets_everything_go(board: Board) -> None:
    ids = await with_posts(board, 3)
    board.choose(ids[0], ids[1])
    press(board.new.view, Key.Key_Escape)
    assert not board.new.view.selectionModel().hasSelection()


async def test_moving_aside_and_along_by_alt_and_arrows(board: Board) -> None:
    ids = await with_posts(board, 3)
    run = board.desk.bridge.commands.run
    board.choose(ids[2])
    assert run("card.right", "board")
    await board.rest()
    board.screen.actions_.picker.leave()
    assert board.desk.track(ids[2]) == "forward"
    board.choose(ids[1])
    run("card.down", "board")
    await board.rest()
    assert board.keys(board.new) == [ids[0], ids[1]]
    run("card.up", "board")
    await board.rest()
    assert board.keys(board.new) == [ids[1], ids[0]]


async def test_left_and_right_go_from_column_to_column(board: Board) -> None:
    ids = await with_posts(board, 3)
    board.desk.store.write(cases.move, ids[:1], "idea").result()
    await board.rest()
    board.choose(ids[2])
    press(board.new.view, Key.Key_Right)
    press(QApplication.focusWidget(), Key.Key_Right)
    assert board.screen.current_column() is board.idea
    assert board.idea.view.current_card().key == ids[0]


async def test_marks(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.choose(ids[1])
    view = board.new.view
    press(view, Key.Key_U, "u")
    await until(lambda: not board.new.model.card_of(ids[1]).unread)
    press(view, Key.Key_S, "s")
    await until(lambda: board.new.model.card_of(ids[1]).starred)
    press(view, Key.Key_C, "c")
    assert QGuiApplication.clipboard().text() == "https://example.org/2"
    press(view, Key.Key_E, "e")
    await until(lambda: board.new.model.card_of(ids[1]).row.status == "done")


async def test_opening_tells_the_window_and_marks_as_read(board: Board) -> None:
    ids = await with_posts(board, 2)
    opened: list[int] = []
    answered: list[tuple[int, str]] = []
    board.screen.opened.connect(opened.append)
    board.desk.bridge.compose.connect(lambda post, stage: answered.append((post, stage)))
    board.choose(ids[1])
    press(board.new.view, Key.Key_Return, "\r")
    press(board.new.view, Key.Key_R, "r")
    press(board.new.view, Key.Key_F, "f")
    assert opened == [ids[1]]
    assert answered == [(ids[1], "final"), (ids[1], "first")]
    await until(lambda: not board.new.model.card_of(ids[1]).unread)


async def test_an_address_that_is_not_of_the_web_is_never_opened(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QDesktopServices

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    ids = await with_posts(board, 2)
    board.choose(ids[1])
    board.new.model.card_of(ids[1]).url = "file:///bin/sh"
    press(board.new.view, Key.Key_O, "o")
    assert opened == [] and "원문 주소" in board.desk.toasts[-1]
    board.new.model.card_of(ids[1]).url = "https://example.org/1"
    press(board.new.view, Key.Key_O, "o")
    assert opened == ["https://example.org/1"]


async def test_peek_shows_the_whole_post_and_follows(board: Board) -> None:
    long = "가" * 900
    ids = board.desk.arrive("짧은 글", long)
    await board.rest()
    board.choose(ids[1])
    press(board.new.view, Key.Key_Space, " ")
    peek = board.screen.actions_.peek
    await until(lambda: peek._text.text() == long)
    press(board.new.view, Key.Key_J, "j")
    await until(lambda: peek._text.text() == "짧은 글")
    press(board.new.view, Key.Key_Escape)
    assert not peek.isVisible()
    assert board.new.view.selectionModel().hasSelection()


# --- grouping ----------------------------------------------------


async def test_grouping_and_taking_apart(board: Board) -> None:
    ids = await with_posts(board, 4)
    board.choose(ids[1], ids[2], ids[3])
    assert board.desk.bridge.commands.run("case.group", "board")
    await board.rest()
    assert board.new.model.rowCount() == 2
    kept = next(card for card in board.new.model.cards() if card.key != ids[0])
    assert "묶음 3건" in [chip.text for chip in kept.chips]
    board.choose(kept.key)
    board.desk.bridge.commands.run("case.take_apart", "board")
    await board.rest()
    assert board.keys(board.new) == ids[::-1]
    board.desk.bridge.undo.undo()
    await board.rest()
    assert board.new.model.rowCount() == 2


async def test_grouping_one_card_says_what_to_do(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.choose(ids[0])
    board.desk.bridge.commands.run("case.group", "board")
    assert "두 개 이상" in board.desk.toasts[-1]


# --- failing -----------------------------------------------------


async def test_a_write_that_fails_leaves_the_card_where_it_was(
    board: Board, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await with_posts(board, 2)

    def broken(*_args: Any, **_named: Any) -> str:
        raise ValueError("no")

    monkeypatch.setattr(cases, "move", broken)
    board.choose(ids[1])
    press(board.new.view, Key.Key_3, "3")
    await board.rest()
    assert board.keys(board.new) == ids[::-1]
    assert not board.new.model.card_of(ids[1]).pending
    assert board.desk.toasts and not board.desk.bridge.undo.steps()
