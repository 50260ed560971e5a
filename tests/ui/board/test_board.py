"""The board: what the hand and the keys do to cases, and that nothing jumps under them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.models import cases
from desktop.models.filters import Filter
from desktop.ui.board.screen import BoardScreen
from desktop.ui.lists.model import Role
from tests.ui.lists.desk import Desk, drop_on, press, quiet, until

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Board:
    """The board in a window, with short names for what tests look at."""

    def __init__(self, desk: Desk, screen: BoardScreen) -> None:
        self.desk = desk
        self.screen = screen
        self.new, self.forward, self.idea, self.opinion = screen.columns

    def keys(self, column: Any) -> list[int]:
        return [card.key for card in column.model.cards()]

    def choose(self, *case_ids: int) -> None:
        view = self.new.view
        view.setFocus()
        view.select_keys(list(case_ids))

    async def rest(self) -> None:
        await quiet(self.desk)


@pytest.fixture
async def board(desk: Desk) -> AsyncIterator[Board]:
    screen = BoardScreen(desk.bridge)
    desk.bridge.commands.add_all(screen.commands(), screen, "board")
    screen.resize(1200, 760)
    screen.show()
    screen.activateWindow()
    screen.activate()
    await quiet(desk)
    yield Board(desk, screen)
    screen.hide()
    await quiet(desk)
    screen.deleteLater()


async def with_posts(board: Board, count: int) -> list[int]:
    ids = board.desk.arrive(*(f"글 {number}" for number in range(count)))
    await board.rest()
    return ids


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
    await until(lambda: board.new.live.held() == 0 and board.new.model.rowCount() == 200)


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
    assert "도시교통실로 옮겼습니다" in board.desk.toasts[-1]
    assert [chip.text for chip in board.forward.model.card_of(ids[0]).chips] == ["도시교통실"]
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
    from tests.ui.lists.desk import compose

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

    for part in board.screen.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible():
            assert part.accessibleName() or part.objectName().startswith("qt_"), part
