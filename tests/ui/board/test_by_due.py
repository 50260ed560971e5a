"""A column by due time: the most urgent first, nobody's place changed, and back again."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models import cases
from desktop.models.filters import Filter
from desktop.services import deadlines
from desktop.ui.widgets.buttons import IconButton
from tests.ui.board.table import Board, board, with_posts

__all__ = ["board"]

HOUR = 3_600_000


def set_due(board: Board, case: int, due_ms: int, *, many: bool = False) -> None:
    def work(tx: Any) -> None:
        tx.db.execute_sql("UPDATE case_clock SET due_ms = ? WHERE case_id = ?", (due_ms, case))
        if many:
            tx.changes.other("clocks")
        else:
            tx.changes.case(case)

    board.desk.store.write(work).result()


async def opinions(board: Board, *due_in_hours: int) -> list[int]:
    board.desk.store.write(deadlines.seed).result()
    ids = await with_posts(board, len(due_in_hours))
    board.desk.store.write(cases.move, ids, "opinion").result()
    for case, hours in zip(ids, due_in_hours, strict=True):
        set_due(board, case, board.desk.now_ms + hours * HOUR)
    await board.rest()
    return ids


def ranks(board: Board) -> list[Any]:
    return board.desk.rows("SELECT id, rank FROM case_ ORDER BY id")


async def test_the_most_urgent_first_and_back(board: Board) -> None:
    a, b, c = await opinions(board, 30, 10, 20)
    before, usual = ranks(board), board.keys(board.opinion)
    board.opinion.view.setFocus()
    board.opinion.view.go_to_row(0)
    assert board.desk.bridge.commands.run("column.by_due", "board")
    await board.rest()
    assert board.keys(board.opinion) == [b, c, a] and board.opinion.order.isChecked()
    board.opinion.order.click()
    await board.rest()
    assert board.keys(board.opinion) == usual and ranks(board) == before
    assert "기한 순" in board.opinion.order.accessibleName()


async def test_a_due_time_that_moves_moves_its_card(board: Board) -> None:
    a, b, c = await opinions(board, 30, 10, 20)
    board.screen._set_order(board.opinion, True)
    await board.rest()
    set_due(board, a, board.desk.now_ms + HOUR)
    await board.rest()
    assert board.keys(board.opinion) == [a, b, c]
    set_due(board, c, board.desk.now_ms + 2 * HOUR, many=True)  # as one of thousands
    await board.rest()
    assert board.keys(board.opinion) == [a, c, b]


async def test_places_are_not_changed_by_hand_meanwhile(board: Board) -> None:
    a, b, c = await opinions(board, 30, 10, 20)
    board.screen._set_order(board.opinion, True)
    await board.rest()
    before = ranks(board)
    board.opinion.view.setFocus()
    board.opinion.view.go_to_row(1)
    board.desk.bridge.commands.run("card.up", "board")
    board.screen._drop([a], "opinion", b)
    await board.rest()
    assert ranks(board) == before and "기한 순으로 보는 열입니다" in board.desk.toasts[-1]
    assert c


async def test_a_card_dropped_into_it_stands_where_its_due_time_says(board: Board) -> None:
    a, b = await opinions(board, 30, 10)
    (new,) = await with_posts(board, 1)
    board.screen._set_order(board.opinion, True)
    await board.rest()
    board.screen._drop([new], "opinion", b)
    await board.rest()
    set_due(board, new, board.desk.now_ms + 20 * HOUR)
    await board.rest()
    assert board.keys(board.opinion) == [b, new, a]


async def test_unsorted_posts_have_no_such_order(board: Board) -> None:
    await with_posts(board, 1)
    board.new.view.setFocus()
    assert not board.new.order.isVisibleTo(board.screen)
    assert not board.desk.bridge.commands.run("column.by_due", "board")


async def test_a_board_narrowed_to_what_is_late_lets_go_of_what_is_not(board: Board) -> None:
    a, b = await opinions(board, -2, 10)
    board.screen.show_filter(Filter(due="late"))
    await board.rest()
    assert board.keys(board.opinion) == [a]
    (chip,) = board.screen.filter_bar._chips
    assert chip.accessibleName() == "기한: 지남"
    set_due(board, a, board.desk.now_ms + HOUR)
    set_due(board, b, board.desk.now_ms - HOUR)
    await board.rest()
    assert board.keys(board.opinion) == [b]


async def test_time_alone_makes_a_case_late(board: Board) -> None:
    a, b = await opinions(board, -2, 10)
    board.screen.show_filter(Filter(due="late"))
    await board.rest()
    board.desk.store.write(
        lambda tx: tx.db.execute_sql("UPDATE case_clock SET due_ms = 1 WHERE case_id = ?", (b,))
    ).result()  # nobody is told, as when a minute passes
    board.screen.feed._time_passed()
    await board.rest()
    assert set(board.keys(board.opinion)) == {a, b}


async def test_the_menu_has_the_acts_on_due_times(board: Board) -> None:
    (a,) = await opinions(board, 5)
    board.opinion.view.setFocus()
    board.opinion.view.select_keys([a])
    menu = board.screen.actions_.menu("board")
    (due,) = [action.menu() for action in menu.actions() if action.text() == "기한"]
    texts = [action.text() for action in due.actions()]
    assert [text.split("\t")[1] for text in texts] == ["Alt+D", "Alt+K", "Alt+P", "Alt+X", "Alt+N"]
    assert all(action.isEnabled() for action in due.actions())
    menu.deleteLater()


@pytest.mark.parametrize("wide", [700, 800, 900, 1100])
async def test_large_numbers_stand_whole_beside_the_name_of_their_column(board: Board, wide: int) -> None:
    board.screen.resize(wide, 700)
    QApplication.processEvents()
    for column in board.screen.columns:
        column.set_count(135_003, 1_760_000_000_000)
        QApplication.processEvents()
        name, number = column._title.geometry(), column.count.geometry()
        assert number.width() >= column.count.sizeHint().width()
        assert number.left() > name.right() and number.right() < column.width()
        for button in column.findChildren(IconButton):
            assert button.isHidden() or button.geometry().left() > number.right()
