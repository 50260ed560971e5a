"""The line beside a case, its menu and its dialogs, on a real workspace."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from desktop.models import cases
from desktop.models.deadlines import clocks
from desktop.ui.deadlines.strip import DueStrip
from desktop.ui.detail.pane import DetailPane
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, compose

HOUR = 3_600_000


def strip_of(pane: DetailPane) -> DueStrip:
    found = pane.strips.named("DueStrip")
    assert isinstance(found, DueStrip)
    return found


async def shown(desk: Desk, pane: DetailPane, track: str, **more: Any) -> int:
    """A post on a track, on show."""
    post = desk.arrive("post-1", "정류장 의자가 부서졌습니다", **more)
    if track != "new":
        desk.store.write(cases.move, [post], track, actor="김주무관").result()
    pane.show_post(post)
    await desk.quiet()
    return post


def clock_of(desk: Desk, case: int) -> Any:
    return desk.store.read(clocks.get, case).result()


def set_due(desk: Desk, case: int, due_ms: int) -> None:
    def work(tx: Any) -> None:
        tx.db.execute_sql("UPDATE case_clock SET due_ms = ? WHERE case_id = ?", (due_ms, case))
        tx.changes.case(case)

    desk.store.write(work).result()


async def test_what_is_not_sorted_has_no_line(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "new")
    assert strip_of(pane).isHidden() and strip_of(pane).menu().actions()[0].isEnabled() is False
    desk.store.write(cases.move, [case], "opinion").result()
    await desk.quiet()
    assert not strip_of(pane).isHidden()


async def test_the_line_says_until_when_how_long_and_as_what(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "forward")
    strip = strip_of(pane)
    now = int(time.time() * 1000)
    set_due(desk, case, now + 5 * HOUR + 60_000)
    await desk.quiet()
    words = strip.text.whole_text()
    assert words.startswith("기한 ") and words.endswith(" · 5시간 남음 · 일반민원")
    assert strip.line.property("tone") == "" and strip.line.accessibleName().startswith(words)
    assert "세는 방법은 출처 미확인(기억)" in strip.line.accessibleName()
    assert "MSG-GENERAL" in strip.line.toolTip()
    assert re.search(r"시작: 2\d{3}\. \d", strip.line.toolTip())  # dates as people read them
    set_due(desk, case, now + HOUR)
    await desk.quiet()
    assert strip.line.property("tone") == "warning"
    set_due(desk, case, now - 3 * HOUR - 60_000)
    await desk.quiet()
    assert strip.line.property("tone") == "danger" and "지남 3시간" in strip.text.whole_text()
    assert nameless(strip) == []


async def test_done_in_time_and_late_read_differently(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "idea")
    desk.store.write(cases.set_status, [case], "done").result()
    await desk.quiet()
    assert "제때 마침" in strip_of(pane).text.whole_text()
    set_due(desk, case, int(time.time() * 1000) - 2 * HOUR)
    await desk.quiet()
    assert "지남" in strip_of(pane).text.whole_text() and "마침" in strip_of(pane).text.whole_text()


async def test_why_is_told_line_by_line_with_a_key(desk: Desk, pane: DetailPane) -> None:
    await shown(desk, pane, "idea")
    assert desk.bridge.commands.run("clock.why", "detail")
    await desk.quiet()
    dialog = strip_of(pane).acts.dialog
    text = dialog.text.toPlainText()
    assert "PROP-DECIDE" in text and "근거: 국민 제안 규정 제10조" in text and "다음 처리 상황 안내" in text
    assert nameless(dialog) == []
    assert desk.bridge.commands.key("clock.why") == "Alt+D"


async def test_what_a_case_is_taken_as_is_chosen_by_what_would_come_of_it(
    desk: Desk, pane: DetailPane
) -> None:
    case = await shown(desk, pane, "forward")
    strip_of(pane).acts.change_kind()
    await desk.quiet()
    dialog = strip_of(pane).acts.dialog
    assert nameless(dialog) == []
    texts = [button.text() for button in dialog.group.buttons()]
    assert len(texts) == 8 and texts[1].startswith("일반민원 · 5일 → ") and not dialog.act.isEnabled()
    formal = next(at for at, text in enumerate(texts) if "고충민원" in text)
    dialog.group.button(formal).click()
    assert dialog.act.isEnabled()
    expected = dialog.option().due_ms
    dialog.act.click()
    await desk.quiet()
    assert (clock_of(desk, case).rule, clock_of(desk, case).due_ms) == ("LAW-GRIEV", expected)
    assert "정식민원" in desk.toasts[-1]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert clock_of(desk, case).rule == "MSG-GENERAL"


async def test_a_nuisance_on_the_spot_gets_a_length_of_its_own(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "forward")
    strip_of(pane).acts.change_kind()
    await desk.quiet()
    dialog = strip_of(pane).acts.dialog
    field = next(b for b in dialog.group.buttons() if b.text().startswith("현장민원"))
    field.click()
    await desk.until(lambda: dialog.option().due_ms is not None)
    assert dialog.length.isVisibleTo(dialog) and "사무실이 채움" in dialog.certainty.text()
    dialog.days.setValue(2)
    await desk.until(lambda: "2일" in field.text())
    dialog.act.click()
    await desk.quiet()
    assert (clock_of(desk, case).kind, clock_of(desk, case).amount) == ("field", 2)


async def test_a_pause_needs_words_takes_the_last_syllable_and_goes_on(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "forward")
    acts = strip_of(pane).acts
    acts.pause()
    await desk.quiet()
    dialog = acts.dialog
    dialog.act.click()
    assert dialog.failure.isVisibleTo(dialog) and clock_of(desk, case).state == "running"
    dialog.reason.setFocus()
    compose(dialog.reason, "소", "주")
    dialog.act.click()
    await desk.quiet()
    paused = clock_of(desk, case)
    assert (paused.state, paused.pauses[-1].reason) == ("paused", "주소")
    assert strip_of(pane).text.whole_text().startswith("기한 보류")
    acts.pause()  # the same key goes on
    await desk.quiet()
    assert clock_of(desk, case).state == "running" and "다시 갑니다" in desk.toasts[-1]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert clock_of(desk, case).state == "paused"


async def test_an_extension_says_what_the_law_takes_and_what_not(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "forward")
    acts = strip_of(pane).acts
    acts.extend()
    await desk.quiet()
    dialog = acts.dialog
    assert nameless(dialog) == []
    assert dialog.amount.maximum() == 5 and dialog.new_due.text().startswith("새 기한: ")
    assert "제5조 ②" in dialog.law.text()
    dialog.words.setText("업무 과다")
    dialog.act.click()
    assert "사유" in dialog.failure.text() and clock_of(desk, case).extension == 0
    dialog.amount.setValue(2)
    dialog.words.setText("현장을 더 확인해야 합니다")
    dialog.act.click()
    await desk.quiet()
    assert clock_of(desk, case).extension == 2
    acts.extend()
    await desk.quiet()
    assert "한 번" in acts.dialog.failure.text() and not acts.dialog.act.isEnabled()


async def test_what_changed_meanwhile_is_refused_and_said_in_the_dialog(desk: Desk, pane: DetailPane) -> None:
    case = await shown(desk, pane, "forward")
    acts = strip_of(pane).acts
    acts.extend()
    await desk.quiet()
    desk.store.write(clocks.extend, case, 1, "현장 확인", actor="이주무관").result()
    acts.dialog.words.setText("관계 기관 협의")
    acts.dialog.act.click()
    await desk.until(lambda: acts.dialog.failure.text())
    assert clock_of(desk, case).extension == 1


async def test_an_interim_notice_is_drafted_and_never_over_what_was_typed(
    desk: Desk, pane: DetailPane
) -> None:
    case = await shown(desk, pane, "forward")
    begun = int(time.time() * 1000) - 28 * 24 * HOUR
    desk.write(clocks.start, case, "proposal", from_ms=begun)
    await desk.quiet()
    strip = strip_of(pane)
    assert strip.notice.isVisibleTo(strip) and "30일마다" in strip.notice_text.whole_text()
    desk.bridge.compose.connect(lambda post, stage: pane.compose(stage))
    strip.notice_button.click()
    await desk.quiet()
    assert "살펴보고 있습니다" in pane.composer.editor.text_now()
    assert pane.composer.stage.value() == "notice"
    pane.composer.form.set_text("쓰던 글")
    strip.notice_button.click()
    await desk.quiet()
    assert pane.composer.editor.text_now() == "쓰던 글" and "쓰던 답변" in desk.toasts[-1]
    desk.write(clocks.start, case, "proposal", from_ms=begun - 40 * 24 * HOUR)
    await desk.quiet()
    assert "늦었습니다" in strip.notice_text.whole_text()
    assert strip.notice_text.property("kind") == "danger"


async def test_who_may_not_change_a_clock_still_sees_why(desk: Desk, pane: DetailPane) -> None:
    from desktop.models import members

    desk.store.write(members.add, "대표", "admin").result()
    desk.store.write(members.add, "김주무관", "viewer").result()
    await desk.quiet()
    post = desk.arrive("post-1", "글")
    desk.store.write(cases.move, [post], "forward").result()
    pane.show_post(post)
    await desk.quiet()
    enabled = [action.isEnabled() for action in strip_of(pane).menu().actions()]
    assert enabled == [True, False, False, False, True]
    assert not desk.bridge.commands.run("clock.kind", "detail")


@pytest.mark.parametrize("key", ["Alt+D", "Alt+K", "Alt+P", "Alt+X"])
async def test_every_act_has_its_key_in_the_pane(desk: Desk, pane: DetailPane, key: str) -> None:
    await shown(desk, pane, "forward")
    acts = [command.id for command in strip_of(pane).commands() if desk.bridge.commands.key(command) == key]
    assert len(acts) == 1
    action = desk.bridge.commands.action(acts[0], "detail")
    assert action is not None and action.shortcut().toString() == key
