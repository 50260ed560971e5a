"""What arrives on the board while people work at it: seen at once or held, and nothing jumps."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from desktop.models import cases
from desktop.models.filters import Filter
from desktop.ui.board.screen import BoardScreen
from desktop.ui.lists import view
from desktop.ui.lists.model import FIRST_PAGE, START_PAGE, Role
from tests.ui.board.table import Board, with_posts
from tests.ui.lists.desk import drop_on, press, until

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


# --- arriving ----------------------------------------------------


async def test_a_new_post_is_seen_at_once_while_the_list_is_at_its_top(board: Board) -> None:
    await with_posts(board, 30)
    (new,) = board.desk.arrive("막 들어온 글")
    await until(lambda: board.keys(board.new)[0] == new, "the new card")
    assert board.new.view.verticalScrollBar().value() == 0
    assert not board.new.pill.isVisible()


async def test_new_posts_wait_behind_the_pill_while_the_list_is_scrolled(board: Board) -> None:
    await with_posts(board, 60)
    bar = board.new.view.verticalScrollBar()
    bar.setValue(900)
    before = board.keys(board.new)
    new = board.desk.arrive("하나", "둘", "셋")
    await until(lambda: board.new.live.held() == 3)
    assert board.keys(board.new) == before
    assert bar.value() == 900
    assert "3" in board.new.pill.text() and board.new.pill.isVisible()
    board.new.view.setFocus()
    press(board.new.view, Key.Key_Period, ".")
    await until(lambda: board.keys(board.new)[:3] == new[::-1])
    assert bar.value() == 0
    assert not board.new.pill.isVisible()


async def test_new_posts_wait_while_something_is_chosen(board: Board) -> None:
    ids = await with_posts(board, 5)
    board.choose(ids[2])
    board.desk.arrive("새 글")
    await until(lambda: board.new.live.held() == 1)
    assert board.keys(board.new) == ids[::-1]


async def test_what_others_move_in_does_not_make_the_list_jump(board: Board) -> None:
    ids = await with_posts(board, 80)
    store = board.desk.store
    store.write(cases.move, ids[:40], "idea", actor="다른 사람").result()
    await board.rest()
    view = board.idea.view
    view.verticalScrollBar().setValue(1_237)
    shown = view.indexAt(QPoint(30, 60))
    key, top = shown.data(Role.KEY), view.visualRect(shown).top()
    store.write(cases.move, ids[40:60], "idea", actor="다른 사람").result()
    await until(lambda: board.idea.model.rowCount() == 60)
    assert view.visualRect(board.idea.model.index(board.idea.model.row_of(key))).top() == top
    store.write(cases.move, ids[40:60], "new", actor="다른 사람").result()
    await until(lambda: board.idea.model.rowCount() == 40)
    assert view.visualRect(board.idea.model.index(board.idea.model.row_of(key))).top() == top


async def test_a_flood_is_counted_without_reading_it_all(board: Board) -> None:
    await with_posts(board, 40)
    board.new.view.verticalScrollBar().setValue(500)
    board.desk.arrive(*(f"물난리 {number}" for number in range(900)))
    await until(lambda: board.new.live.held() == 900)
    await board.rest()
    assert board.new.model.rowCount() == 40
    board.new.live.show_held()
    await until(lambda: board.new.live.held() == 0 and board.new.model.rowCount() == FIRST_PAGE)


async def test_an_edit_is_seen_and_a_deletion_is_marked(board: Board) -> None:
    from connectors.base import Author, Batch, Post
    from desktop.models import merge

    ids = await with_posts(board, 2)
    edited = Post("p2", "고친 글", Author("a2", "시민2"), created_ms=board.desk.now_ms - 90_000_000)
    board.desk.store.write(
        merge.merge_batch, board.desk.channel, Batch(posts=(edited,), gone=("p1",))
    ).result()
    await until(lambda: board.new.model.card_of(ids[1]).text == "고친 글")
    await board.rest()
    assert "수정됨" in [chip.text for chip in board.new.model.card_of(ids[1]).chips]
    assert "삭제됨" in [chip.text for chip in board.new.model.card_of(ids[0]).chips]


# --- headers, filters, menu --------------------------------------


async def test_headers_count_and_name_the_oldest(board: Board) -> None:
    board.desk.arrive("오래된 글", age_ms=3 * 86_400_000)
    ids = await with_posts(board, 2)
    board.desk.store.write(cases.move, ids[:1], "idea").result()
    await until(lambda: board.new.count.text() == "2" and board.idea.count.text() == "1")
    assert "3일" in board.new.oldest.text()


async def test_a_filter_applies_to_all_columns_and_to_what_arrives(board: Board) -> None:
    other = board.desk.add_channel("다른 채널", "feed")
    await with_posts(board, 3)
    board.screen.show_filter(Filter(channels=frozenset({other})))
    await board.rest()
    assert board.new.model.rowCount() == 0
    assert board.new.empty.shown() is not None
    (wanted,) = board.desk.arrive("여기 글", channel=other)
    await until(lambda: board.keys(board.new) == [wanted])
    board.desk.arrive("저기 글")
    await board.rest()
    assert board.keys(board.new) == [wanted]


async def test_an_empty_board_says_why_and_still_takes_drops(board: Board) -> None:
    assert board.idea.empty.shown() is not None
    ids = await with_posts(board, 1)
    drop_on(board.idea.view, ids, 200)
    await board.rest()
    assert board.keys(board.idea) == ids
    assert board.idea.empty.shown() is None


async def test_the_menu_does_everything_that_keys_do(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.choose(ids[1])
    menu = board.screen.actions_.menu("board")
    texts: list[str] = []
    for action in menu.actions():
        texts += [a.text() for a in action.menu().actions()] if action.menu() else [action.text()]
    for wanted in (
        "부서 이관으로 옮기기\t1",
        "건 나누기",
        "하나의 건으로 묶기\tCtrl+G",
        "별표\tS",
        "오른쪽 열로 옮기기",
    ):
        assert any(wanted in text for text in texts), wanted
    idea = next(a for m in menu.actions() if m.menu() for a in m.menu().actions() if "정책" in a.text())
    idea.trigger()
    await board.rest()
    assert board.desk.track(ids[1]) == "idea"
    menu.deleteLater()


async def test_shift_and_arrow_extend_the_choice(board: Board) -> None:
    ids = await with_posts(board, 4)
    board.choose(ids[3])
    press(board.new.view, Key.Key_Down, "", SHIFT)
    press(board.new.view, Key.Key_Down, "", SHIFT)
    assert [card.key for card in board.new.view.selected_cards()] == [ids[3], ids[2], ids[1]]


async def test_a_hidden_board_catches_up_when_it_is_shown(board: Board) -> None:
    ids = await with_posts(board, 2)
    board.screen.hide()
    board.desk.store.write(cases.move, ids[:1], "opinion").result()
    new = board.desk.arrive("밤사이 글")
    await board.rest()
    board.screen.show()
    await until(lambda: board.keys(board.opinion) == ids[:1])
    await until(lambda: board.keys(board.new) == [*new, ids[1]])


async def test_every_focusable_part_has_a_name(board: Board) -> None:
    from PySide6.QtWidgets import QWidget

    parts = [
        part
        for part in board.screen.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible()
    ]
    assert {*(column.view for column in board.screen.columns)} <= {*parts}
    for part in parts:
        assert part.accessibleName() or part.objectName().startswith("qt_"), part


async def test_the_first_pages_come_from_outside_and_the_board_goes_on_from_there(board: Board) -> None:
    ids = await with_posts(board, 3)
    second = BoardScreen(board.desk.bridge)
    read = second.expect_first()
    second.activate()
    assert not second.columns[0].model.loading  # it waits for what was read while it was built
    second.take_first(board.desk.store.read(read).result())
    second.show()
    assert [card.key for card in second.columns[0].model.cards()] == ids[::-1]
    (late,) = board.desk.arrive("늦은 글")
    await until(lambda: second.columns[0].model.card_of(late))
    await until(lambda: second.columns[0].count.text() == "4")
    second.close()
    second.deleteLater()


async def test_first_pages_that_could_not_be_read_are_read_again(board: Board) -> None:
    ids = await with_posts(board, 2)
    second = BoardScreen(board.desk.bridge)
    second.expect_first()
    second.take_first(None)
    await until(lambda: len(second.columns[0].model.cards()) == len(ids))
    second.deleteLater()


async def test_a_board_without_channels_says_where_posts_come_from(board: Board) -> None:
    await until(lambda: board.screen.facts.known)
    board.screen.facts.channels = []
    board.screen.facts.changed.emit()
    panel = board.new.empty.shown()
    assert panel is not None and "아직 채널이 없습니다" in panel.accessibleName()


async def test_more_than_the_first_page_is_there_when_somebody_scrolls(board: Board) -> None:
    ids = await with_posts(board, START_PAGE + 5)
    second = BoardScreen(board.desk.bridge)
    read = second.expect_first()
    second.take_first(board.desk.store.read(read).result())
    column = second.columns[0]
    assert column.count.text() == ""  # nobody has counted yet
    assert len(column.model.cards()) == START_PAGE and column.model.has_older
    column.model.fetchMore(QModelIndex())
    await until(lambda: [card.key for card in column.model.cards()] == ids[::-1])
    assert not column.model.has_older
    second.deleteLater()


async def test_ages_are_right_when_the_board_comes_back(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody counts the minutes of a list that is not seen."""
    (post,) = board.desk.arrive("정류장 의자", age_ms=60_000)
    await until(lambda: board.keys(board.new) == [post])
    (card,) = board.new.model.cards()
    assert card.age == "1분 전"
    board.screen.hide()
    later = time.time() + 20 * 60
    monkeypatch.setattr(view, "time", SimpleNamespace(time=lambda: later))
    board.screen.show()
    assert card.age == "21분 전"
