"""The screen of the log over a real database: pages, chips, what is new, proving and taking out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.models import cases, log, members
from desktop.models.log import LogFilter
from desktop.ui.log.export import ExportDialog
from desktop.ui.log.filter_bar import conditions
from desktop.ui.log.model import COLUMNS
from desktop.ui.log.screen import PAGE, LogScreen
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, press

SECRET = "010-1234-5678"


async def open_log(desk: Desk) -> LogScreen:
    screen = LogScreen(desk.bridge)
    desk.bridge.commands.add_all(screen.commands(), screen, "log")
    desk.show(screen)
    screen.resize(1000, 700)
    screen.activate()
    await desk.quiet()
    return screen


def star(desk: Desk, case: int, times: int, actor: str = "김") -> None:
    for _ in range(times):
        now = bool(desk.one("SELECT starred FROM case_ WHERE id = ?", case))
        desk.write(cases.set_starred, [case], not now, actor=actor)


def texts(screen: LogScreen, column: str) -> list[str]:
    return [screen.model.text(row, column) for row in screen.model.rows]


async def test_it_shows_who_did_what_about_what_newest_first(desk: Desk) -> None:
    case = desk.arrive("a", f"가로등이 꺼졌어요 {SECRET}")
    star(desk, case, 2)
    desk.bridge.store.write(cases.move, [case], "opinion", actor="이").result()
    screen = await open_log(desk)
    assert texts(screen, "who")[:3] == ["이", "김", "김"]
    assert texts(screen, "what")[:3] == ["미분류 → 단순 의견", "별표를 뗌", "별표를 닮"]
    assert texts(screen, "about")[0] == "가로등이 꺼졌어요 010-****-****"
    assert SECRET not in screen.said.text() + screen.when.whole_text() + screen.details.whole_text()
    for part in (screen.filter, screen.table, screen.card, screen.verify_button, screen.export_button):
        assert nameless(part) == []


async def test_what_was_done_has_most_room_at_once_and_when_the_window_grows(desk: Desk) -> None:
    screen = await open_log(desk)
    for width in (900, 1300):
        screen.resize(width, 700)
        what, when = (screen.table.columnWidth(COLUMNS.index(name)) for name in ("what", "when"))
        assert when < what and what > (width - 300) // 3


async def test_keys_go_through_it_and_open_the_post(desk: Desk) -> None:
    case = desk.arrive("a", "가로등이 꺼졌어요")
    star(desk, case, 3)
    screen = await open_log(desk)
    opened: list[int] = []
    screen.opened.connect(opened.append)
    assert screen.table.currentIndex().row() == 0
    press(screen.table, Qt.Key.Key_J, "ㅓ")
    assert screen.table.currentIndex().row() == 1
    press(screen.table, Qt.Key.Key_K, "k")
    press(screen.table, Qt.Key.Key_Return)
    assert screen.table.currentIndex().row() == 0 and opened == [case]


async def test_older_lines_are_read_when_they_are_wanted(desk: Desk) -> None:
    case = desk.arrive("a", "가로등이 꺼졌어요")
    star(desk, case, PAGE + 30)
    screen = await open_log(desk)
    assert screen.model.rowCount() == PAGE
    screen.table.scrollToBottom()
    await desk.until(lambda: screen.model.rowCount() > PAGE, "older lines")
    await desk.quiet()
    ids = [row.id for row in screen.model.rows]
    assert ids == list(range(ids[0], 0, -1))


async def test_chips_narrow_it_and_backspace_takes_the_last_away(desk: Desk) -> None:
    a, b = desk.arrive("a", "하나"), desk.arrive("b", "둘")
    star(desk, a, 2)
    star(desk, b, 3, actor="이")
    screen = await open_log(desk)
    screen.filter.set_wanted(LogFilter(actors=frozenset({"이"}), kinds=frozenset({"star"})))
    await desk.quiet()
    assert texts(screen, "who") == ["이"] * 3
    assert [text for text, _, _ in conditions(screen.filter.wanted())] == ["누가: 이", "종류: 별표"]
    press(screen.table, Qt.Key.Key_Backspace)
    assert screen.filter.wanted() == LogFilter(actors=frozenset({"이"}))
    screen.only_case()
    await desk.quiet()
    assert screen.filter.wanted() == LogFilter(case_id=b)
    screen.filter.set_wanted(LogFilter(actors=frozenset({"아무도"})))
    await desk.quiet()
    assert screen.stack.currentWidget() is screen.empty
    screen.show_all()
    await desk.quiet()
    assert screen.model.rowCount() == 5 and screen.stack.currentWidget() is not screen.empty


async def test_the_menu_of_conditions_offers_what_is_there(desk: Desk) -> None:
    case = desk.arrive("a", "하나")
    star(desk, case, 1)
    screen = await open_log(desk)
    menu: QMenu = screen.filter.menu()
    names = [action.text() for action in menu.actions()]
    assert names == ["누가", "종류", "기간", "대상", "고른 줄과 같은 건만"]
    kinds = menu.actions()[1].menu()
    assert isinstance(kinds, QMenu)
    kinds.actions()[0].trigger()
    assert screen.filter.wanted().kinds == frozenset({"star"})


async def test_what_is_new_comes_on_top_and_never_moves_what_is_read(desk: Desk) -> None:
    case = desk.arrive("a", "하나")
    star(desk, case, 60)
    screen = await open_log(desk)
    star(desk, case, 1, actor="새")
    await desk.until(lambda: texts(screen, "who")[0] == "새", "the new line")
    bar = screen.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, before = bar.value(), screen.model.rowCount()
    star(desk, case, 2, actor="더")
    await desk.until(lambda: screen.pill.isVisible(), "the pill")
    assert (bar.value(), screen.model.rowCount()) == (place, before)
    assert "2" in screen.pill.text()
    press(screen.table, Qt.Key.Key_Period, ".")
    await desk.until(lambda: texts(screen, "who")[:2] == ["더", "더"], "the two lines")
    assert not screen.pill.isVisible()


async def test_proving_says_that_all_is_well_or_what_is_broken(desk: Desk) -> None:
    case = desk.arrive("a", "하나")
    star(desk, case, 4)
    screen = await open_log(desk)
    screen.verify()
    await desk.until(lambda: not screen.work.running() and screen.work.verdict.isVisible(), "the verdict")
    assert "4줄이 쓴 그대로입니다" in screen.work.verdict.text()
    assert screen.verify_button.isEnabled()
    with sqlite3.connect(desk.bridge.store.path) as connection:
        connection.execute("UPDATE event SET actor = 'x' WHERE id = 3")
    connection.close()
    screen.verify()
    await desk.until(lambda: not screen.work.running() and "3번" in screen.work.verdict.text(), "the break")


async def test_it_is_taken_out_as_filtered(desk: Desk, tmp_path: Path) -> None:
    a = desk.arrive("a", "하나")
    star(desk, a, 3)
    star(desk, a, 2, actor="이")
    screen = await open_log(desk)
    screen.filter.set_wanted(LogFilter(actors=frozenset({"이"})))
    await desk.quiet()
    dialog = ExportDialog(desk.bridge, screen.filter.wanted(), screen)
    dialog.chosen.connect(screen._export_to)
    dialog.open()
    await desk.until(lambda: "2줄" in dialog.count.text(), "the count")
    path = tmp_path / "log.csv"
    dialog.take(str(path))
    await desk.until(lambda: path.exists() and not screen.work.running(), "the file")
    assert len(path.read_text("utf-8-sig").splitlines()) == 3
    assert "2줄을 썼고 세어 보니 같습니다" in screen.work.verdict.text()


async def test_who_may_not_read_sees_a_reason(desk: Desk) -> None:
    store = desk.bridge.store
    store.write(members.add, "최", "admin").result()
    store.write(members.add, desk.bridge.user, "viewer").result()
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == "viewer", "the role")
    screen = await open_log(desk)
    assert screen.model.rowCount() == 0 and screen.stack.currentWidget() is screen.empty
    assert not screen.export_button.isEnabled() and "보기만" in screen.export_button.toolTip()
    assert store.read(log.extent).result().count == 2
