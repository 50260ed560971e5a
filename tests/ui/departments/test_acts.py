"""What a department does with a case: by key, by button and by menu alike, with the way back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.models import drafts, forwarding, members
from desktop.ui.departments import commands
from desktop.ui.departments.dialogs import ExtendDialog, ReasonDialog
from desktop.ui.departments.reading import draft_kind
from tests.ui.departments.office import DAY, HOUR, Inbox
from tests.ui.detail.desk import compose, press

Key = Qt.Key


def dialog(kind: type[Any]) -> Any:
    found = [
        widget for widget in QApplication.topLevelWidgets() if type(widget) is kind and widget.isVisible()
    ]
    assert len(found) == 1
    return found[0]


async def key(inbox: Inbox, which: Key, text: str = "") -> None:
    press(inbox.screen.view, which, text)
    await inbox.rest()


@pytest.mark.parametrize("way", ["key", "button", "menu"])
async def test_receiving_can_be_done_three_ways_and_undone(inbox: Inbox, way: str) -> None:
    inbox.send("하나", due_in_ms=HOUR)
    screen = await inbox.show()
    if way == "key":
        await key(inbox, Key.Key_A, "ㅁ")
    elif way == "button":
        screen.panel.buttons["receive"].click()
    else:
        menu = commands.show_menu(
            inbox.desk.bridge.commands, screen, screen.mapToGlobal(screen.rect().center())
        )
        next(action for action in menu.actions() if action.text().startswith("접수하기")).trigger()
        menu.close()
    await inbox.rest()
    assert inbox.state("하나") == "received"
    assert inbox.desk.toasts[-1] == "1건을 접수했습니다"
    assert inbox.chips("하나")[1] == "접수됨"
    assert not screen.panel.buttons["receive"].isVisibleTo(screen)
    inbox.desk.bridge.undo.undo()
    await inbox.desk.until(lambda: inbox.state("하나") == "sent")


async def test_several_are_received_in_one_step(inbox: Inbox) -> None:
    for number in range(3):
        inbox.send(f"글 {number}", due_in_ms=HOUR + number)
    await inbox.show()
    inbox.choose("글 0", "글 2")
    await key(inbox, Key.Key_A, "a")
    assert [inbox.state(f"글 {n}") for n in range(3)] == ["received", "sent", "received"]
    inbox.desk.bridge.undo.undo()
    await inbox.desk.until(lambda: inbox.state("글 2") == "sent")
    assert inbox.state("글 0") == "sent"


async def test_beginning_work_receives_by_that(inbox: Inbox) -> None:
    inbox.send("하나")
    await inbox.show()
    await key(inbox, Key.Key_W, "ㅈ")
    assert inbox.state("하나") == "working" and "처리 중" in inbox.chips("하나")


async def test_giving_back_needs_a_reason(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    await key(inbox, Key.Key_B, "b")
    asked = dialog(ReasonDialog)
    assert not asked.button.isEnabled()
    compose(asked.reason, "", "도로관리과 소관입니")
    compose(asked.reason, "다")  # the last syllable is still being typed
    assert asked.button.isEnabled()
    asked.button.click()
    await inbox.rest()
    assert inbox.state("하나") == "returned" and inbox.listed() == []
    assert inbox.ask(forwarding.get, inbox.sent["하나"]).reason == "도로관리과 소관입니다"
    screen.head.chips["closed"].click()
    await inbox.rest()
    assert "도로관리과 소관입니다" in screen.panel.back.text()


async def test_a_refused_return_keeps_what_was_typed(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    screen.act("give_back")
    await inbox.rest()
    asked = dialog(ReasonDialog)
    asked.reason.setPlainText("아닙니다")
    inbox.desk.write(forwarding.withdraw, inbox.sent["하나"])
    await inbox.rest()
    asked.submit()
    await inbox.rest()
    assert asked.isVisible() and asked.failure.text() and asked.reason.toPlainText() == "아닙니다"
    asked.reject()


async def test_an_unlawful_reason_to_extend_is_refused_with_the_law_named(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    before = inbox.ask(forwarding.get, inbox.sent["하나"]).due_ms
    screen.act("extend")
    await inbox.rest()
    asked = dialog(ExtendDialog)
    said = [part.text() for part in asked.findChildren(QLabel)]
    assert "새 기한" in asked.until.text() and any("민원 처리에 관한 법률" in text for text in said)
    asked.reason.setPlainText("업무 과다")
    asked.submit()
    await inbox.rest()
    assert asked.isVisible() and "업무 과다" in asked.failure.text()
    assert inbox.ask(forwarding.get, inbox.sent["하나"]).due_ms == before
    asked.amount.setValue(2)
    asked.reason.setPlainText("현장 조사가 필요합니다")
    asked.submit()
    await inbox.rest()
    assert inbox.ask(forwarding.get, inbox.sent["하나"]).due_ms > before
    assert "기한 연장됨" in inbox.chips("하나")
    assert not screen.panel.buttons["extend"].isVisibleTo(screen)


async def test_a_supporting_department_is_added_and_sees_who_leads(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    await key(inbox, Key.Key_H, "h")
    picker = screen.picker
    assert picker.isVisible()
    picker.line.setText("도로관리")
    press(picker.line, Key.Key_Return)
    await inbox.rest()
    assert "협조: 도로관리과" in inbox.chips("하나") and "협조 도로관리과" in screen.panel.part.text()
    screen._department_picked("road", "도로관리과")
    await inbox.rest()
    (card,) = screen.model.cards()
    assert "협조 · 주무 버스정책과" in [chip.text for chip in card.chips]
    assert not screen.panel.buttons["extend"].isVisibleTo(screen)  # the lead department's matter


async def test_the_whole_answer_is_handed_in_with_its_last_syllable(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    await key(inbox, Key.Key_R, "ㄱ")
    box = screen.panel.box
    assert box.isVisible() and box.stage.value() == "first" and box.editor.hasFocus()
    compose(box.editor, "", "현장을 확인하겠습니")
    compose(box.editor, "다")
    assert box.counter.text().startswith("11/20자")
    inbox.desk.bridge.commands.run("reply.send", "departments")
    await inbox.rest()
    (answer,) = inbox.ask(forwarding.answers_of, inbox.cases["하나"])
    assert (answer.text, answer.stage, answer.state) == ("현장을 확인하겠습니다", "first", "submitted")
    assert inbox.state("하나") == "working" and not box.isVisible()
    assert "1차 답변 검토 중" in inbox.chips("하나")
    assert inbox.ask(drafts.drafts_of_kind, "김주무관", "department:") == []
    assert "현장을 확인하겠습니다" in screen.panel.thread.toPlainText()
    await key(inbox, Key.Key_R, "r")
    assert box.stage.value() == "final" and box.editor.toPlainText() == ""


async def test_an_answer_too_long_for_the_channel_is_counted_and_may_be_handed_in(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    screen.beside.write()
    screen.panel.box.editor.setPlainText("가" * 25)
    assert "25/20자" in screen.panel.box.counter.text() and "5자 넘습니다" in screen.panel.box.counter.text()
    screen.panel.box.submit()
    await inbox.rest()
    assert len(inbox.ask(forwarding.answers_of, inbox.cases["하나"])) == 1


async def test_an_empty_answer_is_not_handed_in(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    screen.beside.write()
    screen.panel.box.submit()
    await inbox.rest()
    assert inbox.desk.toasts[-1] == "답변을 적어 주세요."
    assert inbox.ask(forwarding.answers_of, inbox.cases["하나"]) == []


async def test_what_is_typed_survives_leaving_and_belongs_to_its_case(inbox: Inbox) -> None:
    inbox.send("하나", due_in_ms=HOUR)
    inbox.send("둘", due_in_ms=2 * HOUR)
    screen = await inbox.show()
    screen.beside.write()
    compose(screen.panel.box.editor, "", "쓰던 답")
    inbox.choose("둘")
    await inbox.rest()
    assert not screen.panel.box.isVisible()
    (draft,) = inbox.ask(drafts.drafts_of_kind, "김주무관", "department:")
    assert draft.text == "쓰던 답" and draft.kind == draft_kind(inbox.sent["하나"])
    inbox.choose("하나")
    await inbox.rest()
    assert screen.panel.box.isVisible() and screen.panel.box.editor.toPlainText() == "쓰던 답"


async def test_what_happens_elsewhere_leaves_the_text_under_the_hand_alone(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    screen.beside.write()
    screen.panel.box.editor.setPlainText("쓰는 중")
    inbox.desk.write(forwarding.receive, inbox.sent["하나"])
    await inbox.desk.until(lambda: "접수됨" in inbox.chips("하나"))
    await inbox.rest()
    assert screen.panel.box.editor.toPlainText() == "쓰는 중" and screen.panel.box.isVisible()


async def test_an_answer_to_what_was_withdrawn_is_refused_and_kept(inbox: Inbox) -> None:
    inbox.send("하나", due_in_ms=HOUR)
    screen = await inbox.show()
    screen.beside.write()
    screen.panel.box.editor.setPlainText("답변입니다")
    row = screen.panel.loaded.row
    inbox.desk.write(forwarding.withdraw, inbox.sent["하나"])
    assert not await screen.acts.hand_in(row, "final", "답변입니다")
    await inbox.rest()
    assert inbox.desk.last_toast.tone == "danger"
    (draft,) = inbox.ask(drafts.drafts_of_kind, "김주무관", "department:")
    assert (draft.kind, draft.text) == (draft_kind(inbox.sent["하나"]), "답변입니다")


async def test_an_answer_sent_back_is_the_beginning_of_the_next(inbox: Inbox) -> None:
    inbox.send("하나")
    answer = inbox.desk.write(forwarding.answer, inbox.sent["하나"], "검토하겠습니다", "final")
    inbox.desk.write(forwarding.send_back, answer, "날짜를 적어 주세요")
    screen = await inbox.show()
    assert "답변 보완 요청" in inbox.chips("하나") and "날짜를 적어 주세요" in screen.panel.back.text()
    screen.beside.write()
    box = screen.panel.box
    assert box.editor.toPlainText() == "검토하겠습니다" and box.stage.value() == "final"
    inbox.choose("하나")
    box.leave()
    await inbox.rest()
    assert inbox.ask(drafts.drafts_of_kind, "김주무관", "department:") == []  # nothing was typed yet


async def test_esc_folds_the_answer_and_keeps_it(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    screen.beside.write()
    compose(screen.panel.box.editor, "", "쓰던 답")
    press(screen.panel.box.editor, Key.Key_Escape)
    await inbox.rest()
    assert not screen.panel.box.isVisible() and screen.view.hasFocus()
    assert inbox.ask(drafts.drafts_of_kind, "김주무관", "department:")[0].text == "쓰던 답"


async def test_somebody_who_only_looks_is_offered_nothing(inbox: Inbox) -> None:
    inbox.send("하나", due_in_ms=5 * DAY)
    inbox.desk.write(members.add, "관리자", "admin")
    inbox.desk.write(members.add, "김주무관", "viewer")
    await inbox.desk.quiet()
    screen = await inbox.show()
    assert [name for name, button in screen.panel.buttons.items() if button.isVisibleTo(screen)] == []
    for letter, text in ((Key.Key_A, "a"), (Key.Key_W, "w"), (Key.Key_R, "r"), (Key.Key_B, "b")):
        await key(inbox, letter, text)
    assert inbox.state("하나") == "sent" and not screen.panel.box.isVisible()


async def test_why_it_is_due_then_is_shown_line_by_line(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    inbox.desk.bridge.commands.run("clock.why", "departments")
    text = screen.panel.thread.toPlainText()
    assert "시작:" in text and "기한:" in text and "하나" in text
    inbox.desk.bridge.commands.run("clock.why", "departments")
    assert "시작:" not in screen.panel.thread.toPlainText()


async def test_a_citizens_markup_in_post_or_answer_is_only_text(inbox: Inbox) -> None:
    inbox.send("<b>굵게</b> <img src=x>")
    inbox.desk.write(forwarding.answer, inbox.sent["<b>굵게</b> <img src=x>"], "<script>1</script>", "first")
    screen = await inbox.show()
    text = screen.panel.thread.toPlainText()
    assert "<b>굵게</b> <img src=x>" in text and "<script>1</script>" in text
