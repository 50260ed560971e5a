"""Answering: counter, accounts, drafts, the outbox, and everything that stops a send."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from connectors.base import Author, OutcomeUnknown, Refused, Sent
from desktop.models import accounts, channels, drafts
from desktop.ui.detail.pane import DetailPane
from desktop.ui.speaking import hold_button
from tests.ui.detail.desk import Desk, Echo, button, compose, press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def show(desk: Desk, post_id: int) -> DetailPane:
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post_id)
    await desk.quiet()
    return pane


def outbox(desk: Desk) -> list[tuple[str, str]]:
    return [tuple(row) for row in desk.rows("SELECT text, state FROM outbox ORDER BY id")]


async def test_the_counter_counts_the_syllable_under_composition(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    assert form.counter.text() == "0/20자"
    compose(form.editor, "서")
    assert form.counter.text() == "1/20자"
    compose(form.editor, "우", commit="서")
    assert form.counter.text() == "2/20자"
    assert form.send_button.isEnabled()


async def test_too_long_an_answer_says_by_how_much_and_cannot_be_sent(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    form.editor.insertPlainText("가" * 23 + "👨‍👩‍👧‍👦")
    assert form.counter.text().startswith("24/20자 · 4자 넘음")
    assert not form.send_button.isEnabled()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []


async def test_sending_during_composition_sends_the_whole_last_syllable(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    editor = pane.composer.editor
    compose(editor, "울", commit="서")
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [("서울", "waiting")]
    assert editor.toPlainText() == ""


async def test_enter_is_a_new_line_and_ctrl_enter_sends(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.activateWindow()
    editor = pane.composer.editor
    editor.setFocus()
    editor.insertPlainText("첫 줄")
    press(editor, Qt.Key.Key_Return, "\r")
    editor.insertPlainText("둘째 줄")
    await desk.quiet()
    assert outbox(desk) == []
    assert desk.bridge.commands.run("reply.send", "detail")
    await desk.quiet()
    assert outbox(desk) == [("첫 줄\n둘째 줄", "waiting")]


async def test_an_answer_goes_out_is_read_back_and_becomes_part_of_the_thread(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    pane.composer.editor.insertPlainText("확인하겠습니다")
    pane.composer.send()
    await desk.until(lambda: outbox(desk) == [("확인하겠습니다", "sent")])
    await desk.quiet()
    assert [(o.text, o.target_id) for o in Echo.sent] == [("확인하겠습니다", "a")]
    assert "확인하겠습니다" in pane.thread.toPlainText() and "서울시 답변" in pane.thread.toPlainText()
    line = pane.composer.outbox.lines[0]
    assert line.label.text().startswith("답변했습니다")
    assert line.button is not None and line.button.text() == "올라간 답변 보기"
    assert desk.one("SELECT status FROM case_ WHERE id = ?", post) == "answered"
    assert drafts_of(desk) == []


def drafts_of(desk: Desk) -> list[Any]:
    return desk.store.read(drafts.list_drafts, "김주무관").result()


async def test_an_answer_can_be_taken_back_and_its_text_returns(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("잠깐만요")
    pane.composer.send()
    await desk.quiet()
    line = pane.composer.outbox.lines[0]
    assert "초 뒤에 보냅니다" in line.label.text()
    button(line, "보내지 않기").click()
    await desk.quiet()
    assert outbox(desk) == [("잠깐만요", "cancelled")]
    assert pane.composer.editor.toPlainText() == "잠깐만요"
    assert pane.composer.outbox.lines == []


async def test_while_an_answer_waits_a_second_one_is_not_sent(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("하나")
    pane.composer.send()
    await desk.quiet()
    pane.composer.editor.insertPlainText("둘")
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [("하나", "waiting")]
    assert "앞의 답변이 아직 나가지 않았습니다" in pane.composer.form.reason.text()


async def test_a_refused_answer_says_why_and_can_be_written_again(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    Echo.failure = Refused("댓글이 닫혔습니다")
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("답변")
    pane.composer.send()
    await desk.until(lambda: outbox(desk) == [("답변", "refused")])
    await desk.quiet()
    line = pane.composer.outbox.lines[0]
    assert "댓글이 닫혔습니다" in line.label.text()
    button(line, "다시 쓰기").click()
    assert pane.composer.editor.toPlainText() == "답변"
    pane.composer.send()
    await desk.until(lambda: outbox(desk)[-1] == ("답변", "sent"))
    await desk.quiet()
    assert [line.row.state for line in pane.composer.outbox.lines] == ["sent"]


async def test_an_unknown_outcome_offers_no_second_send(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    Echo.failure = OutcomeUnknown("lost")
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("답변")
    pane.composer.send()
    await desk.until(lambda: outbox(desk) == [("답변", "unknown")])
    await desk.quiet()
    line = pane.composer.outbox.lines[0]
    assert "확인하고 있습니다" in line.label.text() and line.button is None
    pane.composer.editor.insertPlainText("다시")
    assert not pane.composer.form.send_button.isEnabled()
    pane.composer.send()
    await desk.quiet()
    assert len(Echo.sent) == 1 and len(outbox(desk)) == 1
    Echo.found = Sent("found", "https://echo.example/found")
    await desk.services.sender.retry(desk.one("SELECT id FROM outbox"))
    await desk.until(lambda: outbox(desk) == [("답변", "sent")])
    assert len(Echo.sent) == 1


async def test_a_thread_that_changed_meanwhile_stops_the_send_once(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    pane.composer.editor.insertPlainText("답변")
    desk.arrive("b", "아 해결됐어요", parent_id="a", author=Author("hong", "홍길동", "@hong_gd"))
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []
    assert "새 글 1개" in pane.composer.form.reason.text()
    assert "아 해결됐어요" in pane.thread.toPlainText()
    assert pane.composer.form.send_button.text() == "확인했으니 보내기"
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [("답변", "waiting")]


async def test_a_post_that_was_deleted_meanwhile_keeps_the_text_and_is_not_answered(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("답변")
    desk.gone("a")
    await desk.quiet()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []
    assert pane.composer.editor.toPlainText() == "답변"
    assert "시민이 글을 지워" in pane.composer.blocked.label.text()


@pytest.fixture
async def mayor(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> DetailPane:
    """An answer in the mayor's name, written and not sent."""
    monkeypatch.setattr(hold_button, "HOLD_MS", 120)
    account = desk.one("SELECT id FROM account")
    desk.write(accounts.set_account_voice, account, "mayor")
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    assert form.voice.text() == "시장 명의로 보냅니다." and form.strip.property("tone") == "warning"
    form.editor.insertPlainText("고맙습니다")
    await desk.quiet()
    return pane


async def test_in_the_mayors_name_a_press_is_not_enough(
    desk: Desk, mayor: DetailPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_button, "HOLD_MS", 60_000)
    button_ = mayor.composer.form.send_button
    assert button_.must_hold and "길게" in button_.text()
    button_.click()
    mayor.composer.send()
    assert button_.share() > 0
    QApplication.sendEvent(button_, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Return, CTRL))
    await asyncio.sleep(0.2)
    await desk.quiet()
    assert outbox(desk) == [] and button_.share() == 0


async def test_held_long_enough_it_is_sent_once(desk: Desk, mayor: DetailPane) -> None:
    button_ = mayor.composer.form.send_button
    button_.setFocus()
    for again in (False, True, True):
        QApplication.sendEvent(
            button_,
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", again),
        )
    await desk.until(lambda: outbox(desk) == [("고맙습니다", "waiting")], "held")
    await asyncio.sleep(0.2)
    await desk.quiet()
    assert outbox(desk) == [("고맙습니다", "waiting")]


async def test_ctrl_enter_held_is_the_same_as_the_button(desk: Desk, mayor: DetailPane) -> None:
    assert desk.bridge.commands.run("reply.send", "detail")
    await desk.until(lambda: outbox(desk) == [("고맙습니다", "waiting")], "held")


async def test_a_change_of_the_text_lets_go(desk: Desk, mayor: DetailPane) -> None:
    mayor.composer.send()
    mayor.composer.editor.insertPlainText(" 지금")
    assert mayor.composer.form.send_button.share() == 0


async def test_a_typed_word_is_the_other_way(desk: Desk, mayor: DetailPane) -> None:
    form = mayor.composer.form
    form.typed_button.click()
    form.typed.line.setText("대변인")
    form.typed.send.click()
    await desk.quiet()
    assert outbox(desk) == []
    form.typed.line.setText("시장 명의")
    form.typed.send.click()
    await desk.until(lambda: outbox(desk) == [("고맙습니다", "waiting")], "typed")


async def test_another_account_of_the_same_place_can_answer(desk: Desk) -> None:
    other = desk.add_channel("대변인", voice="spokesperson")
    desk.add_channel("다른 곳", url="https://elsewhere.example")
    pane = await show(desk, desk.arrive("a", "글"))
    box = pane.composer.account_box
    assert [box.itemData(i) for i in range(box.count())] == [desk.channel, other]
    box.setCurrentIndex(1)
    assert pane.composer.form.voice.text() == "대변인 명의로 보냅니다."
    pane.composer.editor.insertPlainText("답변")
    pane.composer.send()
    await desk.quiet()
    assert desk.rows("SELECT channel_id FROM outbox") == [(other,)]


async def test_a_long_name_of_an_account_can_be_read(desk: Desk) -> None:
    long = "서울특별시 도시교통실 보행자전거과 걷고 싶은 거리 만들기 공식 계정"
    other = desk.add_channel(long)
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    box = form.account_box
    box.setCurrentIndex(box.findData(other))
    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
    assert long in box.currentText() and box.view().minimumWidth() > wanted
    assert long in box.itemData(box.findData(other), Qt.ItemDataRole.ToolTipRole)
    form.strip.resize(1400, form.strip.height())
    assert box.minimumWidth() > wanted
    form.strip.resize(500, form.strip.height())
    assert box.minimumWidth() == 240


@pytest.mark.parametrize("track", ["forward", "opinion"])
async def test_a_forwarded_matter_is_answered_twice(desk: Desk, track: str) -> None:
    from desktop.models import cases

    post = desk.arrive("a", "글")
    desk.write(cases.move, [post], track)
    pane = await show(desk, post)
    assert pane.composer.stage.value() == ("first" if track == "forward" else "final")


async def test_a_feed_cannot_be_answered_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = desk.add_channel("게시판", "feed", url="https://board.example/rss")
    pane = await show(desk, desk.arrive("f", "글", channel=feed))
    opened: list[str] = []
    monkeypatch.setattr("desktop.ui.detail.post_acts.open_in_browser", lambda a: opened.append(a) or True)
    assert not pane.composer.form.isVisible()
    assert "읽기만 할 수 있습니다" in pane.composer.blocked.label.text()
    button(pane.composer.blocked, "브라우저에서 원문 열기").click()
    assert opened == ["https://echo.example/f"]


async def test_without_an_account_there_is_a_way_to_sign_in(desk: Desk) -> None:
    desk.write(channels.update_channel, desk.channel, account_id=None)
    pane = await show(desk, desk.arrive("a", "글"))
    wanted: list[int] = []
    pane.composer.sign_in_requested.disconnect()
    pane.composer.sign_in_requested.connect(wanted.append)
    button(pane.composer.blocked, "로그인하기").click()
    assert wanted == [desk.channel]


async def test_an_expired_sign_in_is_told_apart(desk: Desk) -> None:
    desk.write(accounts.set_account_state, desk.one("SELECT id FROM account"), "expired")
    pane = await show(desk, desk.arrive("a", "글"))
    assert "로그인이 끝나" in pane.composer.blocked.label.text()


async def test_a_sample_workspace_never_sends(sample_desk: Desk) -> None:
    pane = await show(sample_desk, sample_desk.arrive("a", "글"))
    assert not pane.composer.form.isVisible()
    assert pane.composer.blocked.label.text() == "예시 업무공간에서는 보내지 않습니다."
    assert not pane.composer.focus_editor()


async def test_a_draft_comes_back_with_its_account(desk: Desk) -> None:
    other = desk.add_channel("대변인")
    first, second = desk.arrive("a", "글 하나"), desk.arrive("b", "글 둘", age_s=300)
    pane = await show(desk, first)
    pane.composer.account_box.setCurrentIndex(1)
    compose(pane.composer.editor, "중", commit="작성 ")
    pane.show_post(second)
    await desk.quiet()
    assert pane.composer.editor.toPlainText() == ""
    pane.show_post(first)
    await desk.quiet()
    assert pane.composer.editor.toPlainText() == "작성 중"
    assert pane.composer.account().id == other
    assert "쓰던 글" in pane.composer.form.saved_label.text()


async def test_background_changes_never_touch_what_is_being_typed(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    editor = pane.composer.editor
    compose(editor, "하", commit="안녕")
    desk.arrive("a", "고친 글")
    await desk.quiet()
    assert editor.text_now() == "안녕하"
    compose(editor, "", commit="하")
    assert editor.toPlainText() == "안녕하"


async def test_escape_keeps_the_draft_and_closes(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    closed: list[bool] = []
    pane.closed.connect(lambda: closed.append(True))
    pane.composer.editor.insertPlainText("쓰던 것")
    press(pane.composer.editor, Qt.Key.Key_Escape)
    await desk.quiet()
    assert closed == [True]
    assert [d.text for d in drafts_of(desk)] == ["쓰던 것"]


async def test_send_and_next_asks_for_the_next_post(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    wanted: list[int] = []
    pane.next_wanted.connect(wanted.append)
    pane.composer.editor.insertPlainText("답변")
    assert desk.bridge.commands.run("reply.send_next", "detail")
    await desk.quiet()
    assert wanted == [post]


async def test_a_full_disk_keeps_the_text_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.models.errors import DiskFull

    pane = await show(desk, desk.arrive("a", "글"))

    async def full(*_: Any, **__: Any) -> None:
        raise DiskFull("no space")

    monkeypatch.setattr(desk.services.sender, "reply", full)
    pane.composer.editor.insertPlainText("답변")
    pane.composer.send()
    await desk.quiet()
    assert pane.composer.editor.toPlainText() == "답변"
    assert "디스크가 가득" in pane.composer.form.reason.text()
    assert pane.composer.form.send_button.isEnabled()


async def test_ctrl_enter_in_the_notes_never_sends_the_answer(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.activateWindow()
    pane.composer.editor.insertPlainText("답변")
    pane.tabs.setCurrentWidget(pane.notes)
    pane.notes.editor.insertPlainText("메모")
    pane.notes.button.setFocus()
    await desk.quiet()
    assert QApplication.focusWidget() is pane.notes.button
    assert not desk.bridge.commands.run("reply.send", "detail")
    pane.notes.editor.setFocus()
    press(pane.notes.editor, Qt.Key.Key_Return, "\r", CTRL)
    await desk.quiet()
    assert outbox(desk) == []
    assert desk.rows("SELECT text FROM note") == [("메모",)]


async def test_a_draft_that_already_went_out_is_not_offered_again(desk: Desk) -> None:
    from desktop.models import outbox as model

    post = desk.arrive("a", "글")
    desk.write(drafts.save_draft, post, "reply", "김주무관", "확인하겠습니다", desk.channel)
    desk.write(model.enqueue, post, desk.channel, "reply", "확인하겠습니다", undo_s=1000.0)
    pane = await show(desk, post)
    assert pane.composer.editor.toPlainText() == ""
    await desk.quiet()
    assert drafts_of(desk) == []


async def test_a_colleagues_answer_stops_a_send_and_ones_own_does_not(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("먼저")
    pane.composer.send()
    await desk.quiet()
    pane.composer.editor.insertPlainText("그다음")
    await desk.until(lambda: outbox(desk) == [("먼저", "sent")])
    await desk.quiet()
    assert not pane.composer.watch.changes
    desk.arrive("o", "다른 창에서 쓴 답변", parent_id="a", own=True, author=Author("me", "서울시"))
    await desk.quiet()
    pane.composer.send()
    await desk.quiet()
    assert len(outbox(desk)) == 1 and "새 글 1개" in pane.composer.form.reason.text()


async def test_hiding_the_pane_keeps_what_was_typed(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    compose(pane.composer.editor, "글", commit="쓰던 ")
    pane.hide()
    desk.write(lambda tx: None)
    assert [d.text for d in drafts_of(desk)] == ["쓰던 글"]


async def test_too_long_an_answer_is_sent_in_two_parts(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    composer, parts = pane.composer, pane.composer.form.parts
    pane.composer.editor.setPlainText("곧 고치겠습니다. 신고해 주셔서 고맙습니다.")
    await desk.quiet()
    assert not composer.form.send_button.isEnabled() and parts.isVisible()
    button(parts, "둘로 나누기").click()
    assert composer.editor.text_now() == "곧 고치겠습니다. (1/2)" and composer.form.send_button.isEnabled()
    assert "신고해 주셔서" in parts.label.whole_text()
    composer.save()
    await desk.quiet()
    # Whatever happens now: both parts are kept.
    kept = desk.one("SELECT text FROM draft")
    assert "(1/2)" in kept and kept.endswith("신고해 주셔서 고맙습니다. (2/2)")
    composer.send()
    await desk.until(lambda: composer.editor.text_now() == "신고해 주셔서 고맙습니다. (2/2)")
    await desk.quiet()
    assert [text for text, _ in outbox(desk)] == ["곧 고치겠습니다. (1/2)"]
    assert desk.one("SELECT text FROM draft") == "신고해 주셔서 고맙습니다. (2/2)"
    assert not parts.isVisible()


async def test_two_parts_are_put_together_again(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.setPlainText("곧 고치겠습니다. 신고해 주셔서 고맙습니다.")
    await desk.quiet()
    parts = pane.composer.form.parts
    button(parts, "둘로 나누기").click()
    button(parts, "다시 합치기").click()
    assert pane.composer.editor.text_now() == "곧 고치겠습니다. 신고해 주셔서 고맙습니다."
    pane.composer.editor.setPlainText("가" * 30)
    await desk.quiet()
    assert parts.isVisible() and "들어가지 않습니다" in parts.label.whole_text()
    assert not parts.button.isVisible()
