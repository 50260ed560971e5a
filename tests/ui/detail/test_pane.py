"""The detail pane over a real database: thread, versions, history, decisions, and answers that come late."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from connectors.base import Author
from desktop.models import cases, queries
from desktop.ui import i18n
from desktop.ui.detail import data
from desktop.ui.detail.pane import DetailPane
from desktop.ui.theme.style import theme
from tests.ui.detail.desk import Desk, Echo, button, press


async def show(desk: Desk, post_id: int) -> DetailPane:
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post_id)
    await desk.quiet()
    return pane


async def test_a_post_is_shown_with_its_thread(desk: Desk) -> None:
    first = desk.arrive("a", "가로등이 꺼져 있습니다 https://seoul.go.kr/light 봐 주세요")
    second = desk.arrive("b", "저희 동네도 그렇습니다", parent_id="a", author=Author("kim", "김이웃"))
    pane = await show(desk, second)
    text = pane.thread.toPlainText()
    assert text.index("가로등이 꺼져") < text.index("저희 동네도")
    assert pane.header.author.whole_text() == "김이웃"
    pane._own_link(f"post/{first}")
    assert desk.opened == [first]


async def test_an_answer_of_the_database_that_comes_late_is_dropped(desk: Desk) -> None:
    first, second = desk.arrive("a", "첫 글"), desk.arrive("b", "둘째 글", age_s=30)
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.show_post(first)
    pane.show_post(second)
    pane.show_post(first)
    pane.show_post(second)
    await desk.quiet()
    assert pane.post_id == second and pane.composer.post_id == second
    assert "둘째 글" in pane.thread.toPlainText() and "첫 글" not in pane.thread.toPlainText()


async def test_cleared_while_loading_it_stays_empty(desk: Desk) -> None:
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.show_post(desk.arrive("a", "글"))
    pane.clear()
    await desk.quiet()
    assert pane.stack.currentWidget() is pane.empty and pane.post_id is None


async def test_a_post_that_is_not_there_is_said_in_words(desk: Desk) -> None:
    pane = await show(desk, 12345)
    assert pane.stack.currentWidget() is pane.empty
    assert "찾을 수 없습니다" in pane.empty.accessibleName()


async def test_a_new_reply_appears_by_itself(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    desk.arrive("b", "새 답글", parent_id="a", author=Author("kim", "김이웃"))
    await desk.until(lambda: "새 답글" in pane.thread.toPlainText())


async def test_new_posts_are_read_for_only_where_they_concern_the_one_on_show(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = desk.add_channel("다른 채널")
    pane = await show(desk, desk.arrive("a", "글", parent_id="first"))
    read: list[int] = []
    load = data.load

    def counted(post_id: int, *rest: Any) -> data.Loaded | None:
        read.append(post_id)
        return load(post_id, *rest)

    monkeypatch.setattr(data, "load", counted)
    for number in range(3):
        desk.arrive(f"o{number}", "다른 시민", channel=other, author=Author(f"o{number}", "이웃"))
        await desk.quiet()
    assert read == []
    desk.arrive("mine", "같은 시민의 다른 글", channel=other)
    await desk.until(lambda: pane.tabs.tabText(pane.tabs.indexOf(pane.author_list)).endswith(" 1"))
    desk.arrive("first", "그 글이 답한 글", author=Author("lee", "이이웃"))
    await desk.until(lambda: "그 글이 답한 글" in pane.thread.toPlainText())


async def test_out_of_sight_it_reads_nothing_and_is_current_when_it_is_shown_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.hide()
    read: list[int] = []
    load = data.load

    def counted(post_id: int, *rest: Any) -> data.Loaded | None:
        read.append(post_id)
        return load(post_id, *rest)

    monkeypatch.setattr(data, "load", counted)
    desk.arrive("b", "새 답글", parent_id="a", author=Author("kim", "김이웃"))
    await desk.quiet()
    assert not read
    pane.show()
    await desk.until(lambda: "새 답글" in pane.thread.toPlainText())
    pane.hide()
    pane.show()
    await desk.quiet()
    assert len(read) == 1  # nothing was missed the second time


async def test_versions_open_and_close(desk: Desk) -> None:
    desk.arrive("a", "며칠째 꺼짐", age_s=500)
    post = desk.arrive("a", "일주일째 꺼짐", age_s=500)
    pane = await show(desk, post)
    assert "며칠째" not in pane.thread.toPlainText()
    pane._own_link(f"versions/{post}")
    assert "며칠째" in pane.thread.toPlainText()
    pane._own_link(f"versions/{post}")
    assert "며칠째" not in pane.thread.toPlainText()


@pytest.mark.parametrize(("track", "key"), [("idea", "2"), ("opinion", "3")])
async def test_buttons_and_keys_move_the_case_and_undo_brings_it_back(
    desk: Desk, track: str, key: str
) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    pane.header.track_buttons[track].click()
    await desk.quiet()
    assert desk.one("SELECT track FROM case_ WHERE id = ?", post) == track
    assert pane.header.track_buttons[track].isChecked()
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.one("SELECT track FROM case_ WHERE id = ?", post) == "new"
    press(pane.thread, Qt.Key(ord(key)), key)
    await desk.quiet()
    assert desk.one("SELECT track FROM case_ WHERE id = ?", post) == track


async def test_forwarding_opens_the_departments_with_the_suggestion(desk: Desk) -> None:
    post = desk.arrive("a", "가로등이 꺼져 있습니다")
    pane = await show(desk, post)
    pane.header.track_buttons["forward"].click()
    await desk.quiet()
    picker = pane.acts._picker
    assert picker.isVisible()
    assert "도로조명과" in picker.list.item(0).text()
    press(picker.line, Qt.Key.Key_Return, "\r")
    await desk.quiet()
    assert desk.rows("SELECT track, department FROM case_ WHERE id = ?", post) == [("forward", "light")]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.rows("SELECT track, department FROM case_ WHERE id = ?", post) == [("new", "")]


async def test_the_history_tells_who_did_what(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    desk.write(cases.move, [post], "forward", department="bus", actor="김주무관")
    desk.write(cases.set_status, [post], "done", actor="박주무관")
    pane = await show(desk, post)
    lines = [pane.event_list.list.item(i).text() for i in range(pane.event_list.list.count())]
    assert "박주무관 · 상태를 처리 전에서 처리 완료로 바꿈" in lines[0]
    assert "김주무관 · 미분류 → 부서 이관 · 버스정책과" in lines[1]


async def test_the_citizens_earlier_posts_open_by_enter(desk: Desk) -> None:
    earlier = desk.arrive("old", "전에 쓴 글", age_s=90_000)
    desk.arrive("x", "남의 글", author=Author("kim", "김이웃"), age_s=80_000)
    pane = await show(desk, desk.arrive("a", "글"))
    rows = pane.author_list.list
    assert rows.count() == 1 and "전에 쓴 글" in rows.item(0).text()
    assert pane.tabs.tabText(pane.tabs.indexOf(pane.author_list)) == "시민 이력 1"
    rows.setCurrentRow(0)
    rows.itemActivated.emit(rows.item(0))
    assert desk.opened == [earlier]


async def test_members_of_a_case_can_be_taken_apart(desk: Desk) -> None:
    posts = [
        desk.arrive(f"p{i}", f"같은 일 {i}", age_s=500 - i, author=Author(f"u{i}", f"시민{i}"))
        for i in range(3)
    ]
    kept = desk.store.write(cases.group, posts).result()
    del kept
    case = desk.one("SELECT case_id FROM post WHERE id = ?", posts[1])
    pane = await show(desk, posts[1])
    assert pane.members.count() == 3
    assert not pane.members.button.isEnabled()
    other = next(p for p in posts if p != case)
    rows = pane.members.rows.list
    for place in range(rows.count()):
        rows.item(place).setSelected(rows.item(place).data(Qt.ItemDataRole.UserRole) == other)
    assert pane.members.button.isEnabled()
    pane.members.button.click()
    await desk.quiet()
    assert desk.one("SELECT case_id FROM post WHERE id = ?", other) == other
    rows.selectAll()
    assert not pane.members.button.isEnabled()  # one post must stay
    desk.bridge.undo.undo()
    await desk.quiet()
    assert pane.members.count() == 3


async def test_the_menu_offers_only_what_the_channel_can(desk: Desk) -> None:
    feed = desk.add_channel("게시판", "feed", url="https://board.example/rss")
    pane = await show(desk, desk.arrive("a", "글", state="held"))
    names = {a.objectName() for a in pane.header.menu().actions()}
    assert {"star", "done", "copy", "approve", "trash"} <= names and "hide" not in names
    pane.show_post(desk.arrive("f", "글", channel=feed))
    await desk.quiet()
    names = {a.objectName() for a in pane.header.menu().actions()}
    assert not names & {"approve", "hide", "trash", "take_apart"}


async def test_approving_goes_out_through_the_outbox(desk: Desk) -> None:
    await desk.send_for_real()
    post = desk.arrive("a", "글", state="held")
    pane = await show(desk, post)
    pane.header.act.emit("approve")
    await desk.until(lambda: [o.action for o in Echo.sent] == ["approve"])
    await desk.until(lambda: desk.one("SELECT state FROM post WHERE id = ?", post) == "published")
    await desk.quiet()
    assert pane.composer.outbox.lines[0].label.text().startswith("승인: 마쳤습니다")


async def test_star_done_and_copy(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    for name in ("star", "done", "copy"):
        pane.header.act.emit(name)
        await desk.quiet()
    assert desk.rows("SELECT starred, status FROM case_ WHERE id = ?", post) == [(1, "done")]
    assert QGuiApplication.clipboard().text() == "https://echo.example/a"


async def test_a_post_with_a_strange_address_is_not_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("desktop.ui.detail.links.QDesktopServices.openUrl", opened.append)
    pane = await show(desk, desk.arrive("a", "글", url="file:///etc/passwd"))
    assert not pane.header.original_button.isEnabled()
    pane.acts.open_original()
    assert opened == [] and "열 수 없습니다" in desk.toasts[-1]


async def test_a_post_is_read_after_it_was_on_show_a_moment(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    assert desk.store.read(queries.rows_by_id, [post]).result()[0].unread
    pane._read_timer.timeout.emit()
    await desk.quiet()
    assert not desk.store.read(queries.rows_by_id, [post]).result()[0].unread


async def test_narrow_and_wide_hold_the_same_parts(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("쓰던 글")
    assert pane.tabs.indexOf(pane.talk) < 0
    pane.resize(520, 800)
    await desk.quiet()
    assert pane.tabs.currentWidget() is pane.talk and pane.composer.editor.isVisible()
    pane.resize(1300, 800)
    await desk.quiet()
    assert pane.tabs.indexOf(pane.talk) < 0
    assert pane.composer.editor.isVisible() and pane.tabs.isVisible()
    assert pane.composer.editor.toPlainText() == "쓰던 글"


async def test_wishes_wait_for_the_post(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.activateWindow()
    pane.show_post(post)
    pane.compose("first")
    await desk.quiet()
    assert pane.composer.editor.hasFocus() and pane.composer.stage.value() == "first"
    pane.write_note()
    assert pane.notes.editor.hasFocus()


async def test_every_control_has_a_name_and_a_size_to_hit(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus or not child.isVisibleTo(pane):
            continue
        if child.objectName().startswith("qt_") or type(child).__name__ in ("QSplitter", "QTabWidget"):
            continue
        text = child.text() if isinstance(child, QAbstractButton) else ""
        assert child.accessibleName() or text, (type(child), child.objectName())
    for control in pane.findChildren(QAbstractButton):
        if control.isVisible() and not control.objectName().startswith("qt_"):
            assert min(control.width(), control.height()) >= 24, control.text()


async def test_colours_follow_the_theme(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    light = pane.thread.toHtml()
    theme().apply("dark", 130, "normal")
    assert pane.thread.toHtml() != light


async def test_a_deleted_post_can_still_be_sorted(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    desk.gone("a")
    await desk.quiet()
    button(pane, "3 단순 의견").click()
    await desk.quiet()
    assert "단순 의견" in desk.toasts[-1]


async def test_the_reason_why_nothing_can_be_answered_takes_no_more_room_than_it_needs(desk: Desk) -> None:
    post_id = desk.arrive("a", "글")
    desk.gone("a")
    pane = await show(desk, post_id)
    pane.resize(1100, 700)
    await desk.quiet()
    sentence = pane.composer.blocked.label
    assert sentence.height() == sentence.fontMetrics().lineSpacing()
    assert pane.thread.height() > pane.composer.height() * 3


@pytest.mark.parametrize("size", [(980, 560), (700, 420)])
async def test_in_a_low_window_with_large_letters_the_page_scrolls(desk: Desk, size: tuple[int, int]) -> None:
    theme().apply("light", 150, "normal")
    pane = await show(desk, desk.arrive("a", "가로등이 꺼져 있습니다"))
    pane.resize(*size)
    pane.composer.editor.setPlainText("곧 고치겠습니다. " * 9)
    await desk.quiet()
    await desk.until(lambda: pane.composer.height() >= pane.composer.least_height())
    assert pane.room.verticalScrollBar().maximum() > 0
    pane.room.verticalScrollBar().setValue(0)
    pane.room.show_whole(pane.composer.form.send_button)
    seen = pane.room.viewport().rect()
    at = pane.composer.form.send_button.mapTo(pane.room.viewport(), QPoint(0, 0))
    assert seen.contains(QRect(at, pane.composer.form.send_button.size()))


async def test_in_a_high_window_nothing_scrolls(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "가로등이 꺼져 있습니다"))
    assert pane.room.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_too_long_answer_stays_in_sight_in_the_smallest_window(desk: Desk, language: str) -> None:
    """All at once: too long, the number of a telephone, promises, and in the mayor's name."""
    i18n.install(language)
    mayor = desk.add_channel("시장 계정", voice="mayor", url="https://mayor.example")
    pane = await show(desk, desk.arrive("a", "가로등이 꺼져 있습니다", channel=mayor))
    pane.resize(940, 576)  # what the smallest window leaves beside its rail and between its bars
    pane.composer.editor.setPlainText("12월 31일까지 고치겠습니다. 010-1234-5678로 연락해 주세요. " * 14)
    await desk.until(lambda: pane.composer.form.under.findings.isVisible(), "what must not go out")
    await desk.quiet()
    assert pane.composer.form.counter.text().count("·") == 1
    assert pane.room.verticalScrollBar().maximum() == 0
    i18n.install("ko")


async def test_words_from_elsewhere_are_ready_to_be_changed(desk: Desk) -> None:
    """They are put into the editor, and the next key goes there and not to the button that was pressed."""
    pane = await show(desk, desk.arrive("a", "글"))
    pane.activateWindow()
    pane.thread.setFocus()
    desk.bridge.offered.emit(pane.post_id, "내일 고치겠습니다.")
    assert pane.composer.editor.text_now() == "내일 고치겠습니다."
    assert pane.window().focusWidget() is pane.composer.editor
