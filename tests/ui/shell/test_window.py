"""The main window: screens, detail beside or over them, palette, panes, toasts, geometry, names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.bridge import Bridge
from desktop.ui.main_window import MainWindow
from desktop.ui.settings.prefs import Prefs
from desktop.ui.shell import overview
from desktop.ui.shell.keysheet import KeySheet
from desktop.ui.shell.palette import Hit, fits
from desktop.ui.theme.style import theme
from tests.ui.conftest import SCREENS, ListScreen, nameless, press


def board(window: MainWindow) -> ListScreen:
    made = window.screen_named("board")
    assert isinstance(made, ListScreen)
    return made


def test_screens_are_made_at_the_first_visit(window: MainWindow) -> None:
    assert list(window.built_screens()) == ["board"]
    window.show_screen("timeline")
    assert list(window.built_screens()) == ["board", "timeline"]
    assert window.top.title.text() == "제목 timeline"
    window.show_screen("nowhere")
    assert window.current == "timeline"


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.banners.put("online", "연결되지 않았습니다.", "warning", [("다시", lambda: None)], closable=True)
    window.toasts.show("옮겼습니다", "실행 취소", lambda: None, report="x")
    window.open_palette()
    assert nameless(window) == []


def test_keys_go_to_the_screen_that_has_the_focus(window: MainWindow) -> None:
    press(board(window).list, Qt.Key.Key_1, "1")
    press(board(window).list, Qt.Key.Key_J, "ㅓ")
    assert board(window).heard == ["activate", "forward", "next"]


def test_g_then_t_goes_to_the_timeline_and_ctrl_1_back(window: MainWindow) -> None:
    press(board(window).list, Qt.Key.Key_G, "g")
    press(board(window).list, Qt.Key.Key_T, "t")
    assert window.current == "timeline"
    assert window.bridge.commands.run("go.screen1")
    assert window.current == "board"


def test_a_narrow_window_shows_a_post_over_the_screen(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.open_post(2**51 + 7)
    assert window.detail_is_page()
    assert window.detail.pane.shown == [2**51 + 7]
    press(window, Qt.Key.Key_Escape)
    assert not window.detail_is_page()
    assert window.pages.currentWidget() is board(window)


def test_a_wide_window_shows_a_post_beside_the_list(window: MainWindow, qtbot: object) -> None:
    window.resize(1700, 900)
    board(window).opened.emit(5)
    assert not window.detail_is_page()
    assert window.detail.isVisible() and window.detail.pane.shown == [5]
    board(window).selected.emit(6)
    board(window).selected.emit(7)
    qtbot.waitUntil(lambda: window.detail.pane.shown == [5, 7])  # type: ignore[attr-defined]
    window.show_screen("settings")
    assert not window.detail.isVisible()


def test_making_the_window_narrow_keeps_the_board_in_front(window: MainWindow) -> None:
    window.resize(1700, 900)
    board(window).opened.emit(5)
    board(window).list.setFocus()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert window.pages.currentWidget() is board(window)
    window.open_post(5)
    assert window.detail_is_page()


def test_the_state_survives_a_new_window(window: MainWindow) -> None:
    window.show_screen("timeline")
    window.open_post(9)
    assert window.state() == ("timeline", 9, True)
    window.show_screen("board")
    window.restore(("timeline", 9, True))
    assert window.current == "timeline" and window.detail_is_page()


def test_f6_walks_through_the_window(window: MainWindow) -> None:
    window.activateWindow()
    board(window).list.setFocus()
    seen = []
    for _ in range(4):
        window.step_pane(1)
        seen.append(QApplication.focusWidget())
    assert seen[-1] is board(window).list
    assert len(set(seen)) == 4
    window.step_pane(-1)
    assert QApplication.focusWidget() is seen[-2]


def test_the_palette_runs_commands_by_keyboard(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.bridge, "spawn", lambda work, name="": work.close())
    window.open_palette()
    field = window.palette_frame.field
    QTest.keyClicks(field, "teo")
    assert window.palette_frame.hits() == []
    field.setText("부서로")
    assert [hit.text for hit in window.palette_frame.hits()] == ["부서로 전달하기"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "forward" in board(window).heard
    assert not window.palette_frame.isVisible()


def test_the_palette_moves_its_choice_and_gives_the_focus_back(window: MainWindow) -> None:
    board(window).list.setFocus()
    window.open_palette()
    frame = window.palette_frame
    first = frame.list.currentIndex().row()
    QTest.keyClick(frame.field, Qt.Key.Key_Down)
    assert frame.list.currentIndex().row() == first + 1
    QTest.keyClick(frame.field, Qt.Key.Key_Tab)
    assert frame.list.currentIndex().row() == first + 2 and frame.isVisible()
    QTest.keyClick(frame.field, Qt.Key.Key_Escape)
    assert not frame.isVisible()
    assert window.focusWidget() is board(window).list


async def test_the_palette_shows_what_was_found(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    async def find(text: str) -> list[Hit]:
        return [Hit(f"글 {text}", "시민", "rss", lambda: ran.append(text))]

    window.open_palette()
    frame = window.palette_frame
    monkeypatch.setattr(frame, "_find", find)
    frame._round += 1
    await frame._look("버스", frame._round)
    assert frame.hits()[-1].text == "글 버스"
    frame.run_chosen()
    assert ran == ["버스"]


def test_fitting() -> None:
    assert (
        fits("부서전달", "부서 전달하기") > fits("전달", "부서 전달하기") > fits("달하", "부서 전달하기") > 0
    )
    assert fits("xyz", "부서 전달하기") == 0


def test_undo_button_follows_the_stack(window: MainWindow, qtbot: object) -> None:
    assert not window.top.undo.isEnabled()
    window.bridge.did("3건을 전달했습니다", "step-1")
    assert window.top.undo.isEnabled()
    assert "3건을 전달했습니다" in window.top.undo.toolTip()
    qtbot.waitUntil(lambda: bool(window.toasts.shown))  # type: ignore[attr-defined]
    assert window.toasts.shown[-1].text == "3건을 전달했습니다"


def test_a_failure_after_what_was_done_is_said_last(window: MainWindow) -> None:
    window.bridge.did("3건을 전달했습니다", "step-1")
    window.bridge.toast("보내지 못했습니다", tone="danger")
    assert window.toasts.shown[-1].text == "보내지 못했습니다"


@pytest.mark.parametrize("wide", [1024, 1280, 1920])
@pytest.mark.parametrize("sample", [False, True])
def test_a_message_lies_beside_the_search_field(window: MainWindow, wide: int, sample: bool) -> None:
    window.top.title.setText("시민의견 보드")
    window.top.show_sample(sample)
    window.resize(wide, 800)
    QApplication.processEvents()
    made = window.toasts.show("3건을 도시교통실로 이관했습니다", "실행 취소 (Ctrl+Z)", lambda: None)
    search = window.top.search
    assert search.width() >= search.minimumSizeHint().width()
    assert made.geometry().left() > search.mapTo(window, search.rect().topRight()).x()
    assert made.geometry().right() < window.top.undo.mapTo(window, QPoint(0, 0)).x()
    assert made.height() <= window.top.height()


def test_a_long_message_is_no_column_of_words(window: MainWindow) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    made = window.toasts.show("채널에 연결하지 못해 답변을 보내지 못했습니다. " * 4, report="x")
    assert made.height() <= window.top.height() * 2


@pytest.mark.parametrize("title", ["제안 회의와 아이디어", "Channels and accounts"])
@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("3건을 도시교통실로 이관했습니다", {"action": "실행 취소 (Ctrl+Z)", "run": print}),
        (
            "채널에 연결하지 못해 답변을 보내지 못했습니다. 잠시 뒤 다시 보냅니다.",
            {"report": "x", "tone": "danger"},
        ),
    ],
)
def test_large_letters_in_a_narrow_window_leave_the_search_field_free(
    window: MainWindow, title: str, text: str, more: dict[str, Any]
) -> None:
    window.bridge.prefs.put("text_size", 150)
    window.top.title.setText(title)
    window.resize(1024, 700)
    QApplication.processEvents()
    made = window.toasts.show(text, **more)
    search = window.top.search
    assert made.geometry().left() > search.mapTo(window, search.rect().topRight()).x()
    assert made.geometry().right() < window.width()
    assert made.height() <= window.top.height() * 3


def test_a_failure_is_one_sentence_without_traceback(window: MainWindow) -> None:
    try:
        raise ZeroDivisionError("secret details")
    except ZeroDivisionError as error:
        window.bridge.failed(error)
    shown = window.toasts.shown[-1]
    assert "ZeroDivisionError" not in shown.text and "secret" not in shown.text
    assert shown.text.endswith(".")


def test_settings_apply_at_once(window: MainWindow) -> None:
    window.bridge.prefs.put("theme", "dark")
    window.bridge.prefs.put("text_size", 130)
    assert (theme().tokens.name, theme().scale) == ("dark", 130)
    window.bridge.commands.run("app.smaller")
    assert theme().scale == 115
    window.bridge.prefs.put_keys({"app.palette": "Ctrl+Alt+P"})
    action = window.bridge.commands.action("app.palette")
    assert action is not None and action.shortcut().toString() == "Ctrl+Alt+P"


def test_size_is_remembered_and_never_too_small(window: MainWindow, bridge: Bridge, prefs: Prefs) -> None:
    window.resize(1024, 730)
    window.save_place()
    again = MainWindow(Bridge(prefs), SCREENS)
    assert (again.width(), again.height()) == (1024, 730)
    assert (again.minimumWidth(), again.minimumHeight()) == (1024, 700)
    again.deleteLater()


def test_closing_asks_whoever_runs_the_program(window: MainWindow, qtbot: object) -> None:
    heard: list[int] = []
    window.closing.connect(lambda: heard.append(1))
    window.close()
    assert heard == [1] and window.isVisible()
    window.may_close = True
    assert window.close()


def test_pages_in_front_of_screens(window: MainWindow) -> None:
    from desktop.ui.shell.not_open import NotOpen

    page = NotOpen(window.bridge, "업무공간이 아닙니다.", "sqlite:///x.db", lambda: None)
    window.show_page(page)
    assert window.pages.currentWidget() is page
    assert nameless(page) == []
    window.drop_page(page)
    assert window.pages.currentWidget() is board(window)


def test_key_sheet_lists_the_keys_of_this_screen(window: MainWindow) -> None:
    from PySide6.QtWidgets import QLabel

    window.show_keys()
    (sheet,) = window.findChildren(KeySheet)
    texts = [shown.text() for shown in sheet.findChildren(QLabel)]
    assert "부서로 전달하기" in texts and "Ctrl+K" in texts and "G T" in texts
    sheet.close()


class Row:
    def __init__(self, health: str, enabled: bool = True, at: int | None = None, why: str = "") -> None:
        self.health, self.enabled, self.last_success_ms, self.health_detail = health, enabled, at, why


def test_overview_in_words(window: MainWindow) -> None:
    rows = [Row("ok", at=1), Row("ok", at=5), Row("auth"), Row("down"), Row("ok", enabled=False, at=9)]
    now = overview.summed(rows, {"waiting": 2, "sending": 1, "refused": 1})
    assert overview.lamp_text(now) == "2/4 채널 정상 · 1 인증 필요 · 1 연결 안 됨"
    assert overview.outbox_text(now) == "보낼 답변 3 · 보내지 못함 1"
    assert (now.tone, now.last_success_ms) == ("warning", 5)
    window.show_overview(now)
    assert window.status.outbox.isVisibleTo(window)
    assert overview.lamp_text(overview.summed([], {})) == "아직 채널이 없습니다"
    assert overview.summed([Row("down"), Row("down")], {}).tone == "danger"
    assert "꺼져" in overview.lamp_text(overview.summed([Row("ok", enabled=False)], {}))


def test_no_text_is_cut_at_150_percent(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.bridge.prefs.put("text_size", 150)
    window.show_overview(overview.Overview(total=37, good=36, sign_in=1, waiting=3))
    QApplication.processEvents()
    for button in (window.top.undo, window.status.channels, window.status.outbox):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_prefs_folder_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOUL_SMC_CONFIG", str(tmp_path / "here"))
    made = Prefs()
    made.put("theme", "dark")
    made.save()
    assert (tmp_path / "here" / "seoul-smc.ini").exists()
    assert Prefs().mode == "dark"


def test_the_palette_begins_with_what_is_useful_and_remembers_what_was_run(window: MainWindow) -> None:
    window.open_palette()
    shown = [hit.text for hit in window.palette_frame.hits()]
    assert shown and "다음 글" not in shown[:6]
    window.palette_frame.field.setText("글자 크게")
    window.palette_frame.run_chosen()
    window.open_palette()
    first = window.palette_frame.hits()[0]
    assert (first.text, first.detail) == ("글자 크게", "최근에 씀")


def test_j_in_the_detail_goes_on_in_the_list(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.open_post(2**51 + 7)
    assert window.bridge.commands.run("list.next", "detail")
    assert board(window).heard[-1] == "next"


def test_a_first_window_fills_most_of_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    wanted = (room.size() * 0.9).expandedTo(room.size().boundedTo(QSize(1280, 800)) - QSize(8, 40))
    smallest = window.minimumSize()
    assert window.width() == max(wanted.width(), smallest.width())
    assert window.height() == max(wanted.height(), smallest.height())
