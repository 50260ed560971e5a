"""Cards moved by mouse and by its keyboard twin, and the department they go to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models import cases
from tests.ui.board.table import Board, with_posts
from tests.ui.lists.desk import compose, drop_on, press, until

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


# --- mouse -------------------------------------------------------


async def test_a_drop_moves_many_to_the_place_where_they_were_dropped(board: Board) -> None:
    ids = await with_posts(board, 6)
    board.desk.store.write(cases.move, ids[:3], "idea").result()
    await board.rest()
    there = board.keys(board.idea)
    row = board.screen.paints.row_height
    event = drop_on(board.idea.view, [ids[4], ids[5]], row + 5)  # the gap under the first card
    assert event.isAccepted() and event.dropAction() == Qt.DropAction.MoveAction
    await board.rest()
    assert board.keys(board.idea) == [there[0], ids[5], ids[4], *there[1:]]
    assert len(board.desk.bridge.undo.steps()) == 1
    board.desk.bridge.undo.undo()
    await board.rest()
    assert board.keys(board.idea) == there
    assert board.keys(board.new) == [ids[5], ids[4], ids[3]]


async def test_a_drop_at_the_top_and_at_the_end(board: Board) -> None:
    ids = await with_posts(board, 5)
    board.desk.store.write(cases.move, ids[:2], "opinion").result()
    await board.rest()
    there = board.keys(board.opinion)
    drop_on(board.opinion.view, [ids[3]], 1)
    await board.rest()
    drop_on(board.opinion.view, [ids[4]], board.opinion.view.viewport().height() - 5)
    await board.rest()
    assert board.keys(board.opinion) == [ids[3], *there, ids[4]]


async def test_a_drop_in_the_same_column_is_an_order(board: Board) -> None:
    ids = await with_posts(board, 4)
    drop_on(board.new.view, [ids[0]], 1)
    await board.rest()
    assert board.keys(board.new) == [ids[0], ids[3], ids[2], ids[1]]
    assert board.desk.one("SELECT count(*) FROM event WHERE kind = 'move'") == 0


async def test_the_gap_is_shown_and_taken_away(board: Board) -> None:
    from PySide6.QtGui import QDragLeaveEvent

    await with_posts(board, 3)
    view = board.new.view
    drop_on(view, [2**60], 10)  # a case that does not exist: the drop must not harm anything
    await board.rest()
    assert view._gap is None and board.new.model.rowCount() == 3
    view.show_gap(1)
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert view._gap is None


async def test_a_click_on_the_icon_picks_the_card(board: Board, qtbot: Any) -> None:
    from desktop.ui.lists.delegate import icon_rect

    ids = await with_posts(board, 3)
    view = board.new.view
    for row in (0, 2):
        at = view.visualRect(board.new.model.index(row)).topLeft() + icon_rect(board.screen.paints).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [card.key for card in view.selected_cards()] == [ids[2], ids[0]]


# --- the keyboard twin of the drag -------------------------------


async def test_carrying_by_keyboard_does_what_the_mouse_does(board: Board) -> None:
    ids = await with_posts(board, 4)
    board.desk.store.write(cases.move, ids[:2], "idea").result()
    await board.rest()
    there = board.keys(board.idea)
    board.choose(ids[3])
    view = board.new.view
    press(view, Key.Key_Space, " ", SHIFT)
    assert board.screen.carry.carrying()
    press(view, Key.Key_Right)
    press(view, Key.Key_Right)
    press(view, Key.Key_Down)
    press(view, Key.Key_Return, "\r")
    assert not board.screen.carry.carrying()
    await board.rest()
    assert board.keys(board.idea) == [there[0], ids[3], there[1]]


async def test_carrying_can_be_cancelled(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.choose(ids[1])
    press(board.new.view, Key.Key_Space, " ", SHIFT)
    press(board.new.view, Key.Key_Right)
    press(board.new.view, Key.Key_3, "3")  # means nothing while a card is carried
    press(board.new.view, Key.Key_Escape)
    await board.rest()
    assert not board.screen.carry.carrying()
    assert board.desk.track(ids[1]) == "new"
    assert not board.new.model.card_of(ids[1]).pending


# --- departments -------------------------------------------------


async def test_one_then_enter_takes_the_suggested_department(board: Board) -> None:
    ids = board.desk.arrive("버스 정류장 의자가 부서졌어요")
    await board.rest()
    board.choose(ids[0])
    press(board.new.view, Key.Key_1, "1")
    picker = board.screen.actions_.picker
    assert picker.isVisible()
    press(picker.line, Key.Key_Return, "\r")  # before the suggestion is even known
    await board.rest()
    assert not picker.isVisible()
    assert board.desk.rows("SELECT track, department FROM case_") == [("forward", "transport")]
    assert "도시교통실로 이관했습니다" in board.desk.toasts[-1]
    chips = [chip.text for chip in board.forward.model.card_of(ids[0]).chips]
    assert chips == ["도시교통실", "읽지 않음"]
    board.desk.bridge.undo.undo()  # both are one gesture
    await board.rest()
    assert board.desk.rows("SELECT track, department FROM case_") == [("new", "")]


async def test_escape_leaves_the_department_open(board: Board) -> None:
    ids = board.desk.arrive("버스 글")
    await board.rest()
    board.choose(ids[0])
    press(board.new.view, Key.Key_1, "1")
    picker = board.screen.actions_.picker
    press(picker.line, Key.Key_Escape)
    await board.rest()
    assert not picker.isVisible()
    assert board.desk.rows("SELECT track, department FROM case_") == [("forward", "")]
    assert [chip.text for chip in board.forward.model.card_of(ids[0]).chips] == ["부서 미정"]


async def test_the_picker_finds_by_a_syllable_under_composition(board: Board) -> None:
    ids = board.desk.arrive("아무 말")
    await board.rest()
    board.choose(ids[0])
    press(board.new.view, Key.Key_1, "1")
    await board.rest()
    picker = board.screen.actions_.picker
    press(picker.line, Key.Key_Return, "\r")  # nothing is suggested and nothing searched: nothing is taken
    assert picker.isVisible()
    compose(picker.line, "주택")
    await until(lambda: picker.list.count() == 1)
    assert "주택정책실" in picker.list.item(0).text()
    press(picker.line, Key.Key_Return, "\r")
    assert picker.isVisible()  # the first Enter belongs to the syllable
    compose(picker.line, "")
    picker.line.setText("주택")
    press(picker.line, Key.Key_Return, "\r")
    await board.rest()
    assert board.desk.rows("SELECT department FROM case_") == [("housing",)]


async def test_a_drop_on_forward_asks_for_the_department(board: Board) -> None:
    ids = board.desk.arrive("가로등이 꺼졌어요")
    await board.rest()
    drop_on(board.forward.view, ids, 20)
    picker = board.screen.actions_.picker
    assert picker.isVisible()
    await board.rest()
    press(picker.line, Key.Key_Return, "\r")
    await board.rest()
    assert board.desk.rows("SELECT track, department FROM case_") == [("forward", "safety")]
