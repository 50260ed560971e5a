"""부서 메일 in the window: what waits or failed, what was not believed, and what people do about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.models import accounts, channels, forwarding, members
from desktop.models.cases import history
from desktop.models.forwarding_mail import sending, settings
from desktop.models.queries import department_names
from desktop.ui.channels.dialog import Confirm
from desktop.ui.channels.screen import ChannelsScreen
from desktop.ui.department_mail.acts import AcceptDialog
from desktop.ui.department_mail.panel import DepartmentMailPanel
from desktop.ui.department_mail.strip import MailStrip
from desktop.ui.detail.history import event_sentence
from tests.ui.department_mail.office import BUS, Office
from tests.ui.detail.desk import Desk, button, compose, press

WORDS = "버스를 늘렸습니다."


async def show(desk: Desk, page: str = "letters") -> DepartmentMailPanel:
    panel: DepartmentMailPanel = desk.show(DepartmentMailPanel(desk.bridge))
    panel.show_page(page)
    panel.activate()
    await desk.quiet()
    return panel


def cells(panel: DepartmentMailPanel, page: str) -> list[list[str]]:
    table = panel.letters.table if page == "letters" else panel.refused.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def dialog(kind: type) -> QWidget:
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind)]
    return found


async def test_nothing_yet_says_why_and_what_next(desk: Desk) -> None:
    panel = await show(desk)
    assert not panel.letters.table.isVisible() and not panel.banner.isHidden()
    assert "메일 채널을 추가하면" in panel.problem.text()
    panel.show_page("refused")
    assert panel.refused.empty.isVisible()


async def test_a_letter_that_failed_says_why_and_goes_again(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    panel = await show(desk)
    assert cells(panel, "letters") == []  # nothing asks for attention
    desk.write(sending.mark_failed, office.letter.id, "550 5.1.1 No such user")
    await desk.quiet()
    await desk.until(lambda: cells(panel, "letters"), "the failed letter")
    (row,) = cells(panel, "letters")
    assert row[:3] == ["■ 실패", "버스정책과", "이관"] and "010-****-****" in row[3]
    assert "No such user" in panel.letters.story.text() and BUS in panel.letters.where.whole_text()
    button(panel, "다시 보내기").click()
    await desk.quiet()
    await desk.until(lambda: cells(panel, "letters")[0][0] == "○ 보낼 예정", "the letter waits")
    assert desk.toasts == ["버스정책과에 메일을 다시 보냅니다"]


async def test_giving_a_letter_up_is_asked(desk: Desk) -> None:
    office = Office(desk)
    panel = await show(desk)
    button(panel, "이 메일 보내지 않기").click()
    asked = dialog(Confirm)
    button(asked, "보내지 않기").click()
    await desk.quiet()
    assert desk.one("SELECT state FROM department_mail") == "cancelled"
    await desk.until(lambda: not cells(panel, "letters"))
    panel.all.click()
    await desk.quiet()
    assert cells(panel, "letters")[0][0] == "○ 보내지 않음" and panel.letters.retry.isHidden()
    panel.letters.look.click()
    assert desk.opened == [office.case]


async def test_a_refused_mail_is_read_changed_and_taken_as_the_answer(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    office.comes_back(f"{WORDS}\n\n-- \n김주무관", sender="kim@home.example")
    panel = await show(desk, "refused")
    assert cells(panel, "refused")[0][:2] == ["다른 주소", "kim@home.example"]
    assert panel.choice.accessibleName() and WORDS in panel.refused.text.toPlainText()
    assert "부서의 메일 주소가 아닌" in panel.refused.why.text()
    button(panel, "부서 답변으로 받기").click()
    await desk.quiet()
    asked = dialog(AcceptDialog)
    assert isinstance(asked, AcceptDialog) and asked.editor.toPlainText() == WORDS
    compose(asked.editor, "끝")  # the syllable under composition is part of it
    asked.save()
    await desk.quiet()
    (answer,) = desk.store.read(forwarding.answers_of, office.case).result()
    assert answer.text in (f"{WORDS}끝", f"끝{WORDS}") and answer.written_by == "kim@home.example"
    assert desk.toasts == ["버스정책과의 답변으로 받았습니다"]
    desk.bridge.undo.undo()
    await desk.quiet()
    await desk.until(lambda: cells(panel, "refused"), "listed again")


async def test_an_empty_answer_is_not_taken(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    office.comes_back(WORDS, sender="kim@home.example")
    panel = await show(desk, "refused")
    press(panel.refused.table, Qt.Key.Key_Return)
    await desk.quiet()
    asked = dialog(AcceptDialog)
    assert isinstance(asked, AcceptDialog)
    asked.editor.setPlainText(" ")
    asked.save()
    assert "적어 주세요" in asked.failure.text()
    asked.reject()


async def test_put_aside_and_taken_back(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    office.comes_back(WORDS, sender="kim@home.example")
    panel = await show(desk, "refused")
    button(panel, "확인하고 닫기").click()
    await desk.quiet()
    await desk.until(lambda: not cells(panel, "refused"))
    desk.bridge.undo.undo()
    await desk.quiet()
    await desk.until(lambda: cells(panel, "refused"))


async def test_a_citizen_s_mail_becomes_a_post(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    office.comes_back(WORDS, sender="citizen@home.example")
    panel = await show(desk, "refused")
    before = desk.one("SELECT count(*) FROM case_")
    button(panel, "시민의 새 글로 꺼내기").click()
    await desk.quiet()
    assert desk.one("SELECT count(*) FROM case_") == before + 1
    desk.last_toast.run()
    assert desk.opened == [desk.one("SELECT max(id) FROM case_")]


async def test_the_mailbox_is_chosen_and_kept(desk: Desk) -> None:
    office = Office(desk)
    account = desk.write(accounts.add_account, uid="m2", network="mail", server="hanbit.example")
    second = desk.write(
        channels.add_channel, network="mail", name="대변인 메일", url="imaps://n.example", account_id=account
    )
    panel = await show(desk)
    assert "여럿" in panel.problem.text()
    panel.mailbox.setCurrentIndex(panel.mailbox.findData(second))
    panel.mailbox.activated.emit(panel.mailbox.currentIndex())
    await desk.quiet()
    panel.remind.setCurrentIndex(panel.remind.findData(24))
    panel.remind.activated.emit(panel.remind.currentIndex())
    await desk.quiet()
    assert desk.store.read(settings.get_settings).result() == settings.Settings(second, 24)
    await desk.until(lambda: panel.banner.isHidden())
    assert office.box != second


async def test_who_may_only_look_gets_no_buttons(desk: Desk) -> None:
    office = Office(desk)
    desk.write(sending.mark_failed, office.letter.id, "550")
    desk.write(members.add, "김관리", "admin", actor="")
    desk.write(members.add, "김주무관", "viewer", actor="김관리")
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == "viewer")
    panel = await show(desk)
    assert panel.letters.retry.isHidden() and not panel.mailbox.isEnabled()


async def test_the_tab_of_the_channels_screen_counts(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    office.comes_back(WORDS, sender="kim@home.example")
    screen: ChannelsScreen = desk.show(ChannelsScreen(desk.bridge))
    screen.activate()
    await desk.quiet()
    assert screen.tabs.tabText(2) == "부서 메일 1"
    screen.show_department_mail("refused")
    assert screen.tabs.currentIndex() == 2 and screen.department_mail.refused.table.isVisible()


async def test_the_line_of_the_case_says_what_became_of_the_letter(desk: Desk) -> None:
    office = Office(desk)

    def value() -> object:
        return desk.store.read(MailStrip.read, office.case).result()

    strip: MailStrip = desk.show(MailStrip(desk.bridge))
    assert value() is None  # it is on its way
    desk.write(sending.mark_waiting, office.letter.id, desk.now_ms, "mail-no-mailbox")
    strip.show_case(None, value())
    assert "메일함이 없습니다" in strip.text.whole_text() and strip.lamp.text() == "보낼 예정"
    assert not strip.retry.isVisibleTo(strip)
    desk.write(sending.mark_failed, office.letter.id, "550 No such user")
    strip.show_case(None, value())
    assert strip.lamp.text() == "실패" and "No such user" in strip.text.whole_text()
    strip.retry.click()
    await desk.quiet()
    assert office.letter.state == "waiting"
    desk.write(forwarding.withdraw, office.forwarding)
    assert value() is None


async def test_the_history_tells_it_in_sentences(desk: Desk) -> None:
    office = Office(desk)
    office.send()
    desk.write(sending.mark_failed, office.letter.id, "mail-bounced")
    names = desk.store.read(department_names).result()
    told = [event_sentence(e, names) for e in desk.store.read(history, office.case).result()]
    assert "프로그램 · 부서 메일을 보냄: 버스정책과 (이관)" in told
    assert any("보내지 못함: 버스정책과" in line and "돌려보냈습니다" in line for line in told)


@pytest.mark.parametrize("page", ["letters", "refused"])
async def test_every_part_has_a_name(desk: Desk, page: str) -> None:
    office = Office(desk)
    desk.write(sending.mark_failed, office.letter.id, "550")
    office.comes_back(WORDS, sender="kim@home.example")
    panel = await show(desk, page)
    nameless = [
        part for part in panel.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.accessibleName()
        and not isinstance(part, QLabel)
    ]  # fmt: skip
    assert nameless == []


async def test_the_palette_leads_there(desk: Desk) -> None:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.screens import SCREENS

    window = desk.show(MainWindow(desk.bridge, SCREENS))
    await desk.quiet()
    desk.bridge.commands.action("mail.refused").trigger()
    await desk.quiet()
    panel = window.screen_named("channels").department_mail
    assert panel.isVisible() and panel.pages.currentWidget() is panel.refused
