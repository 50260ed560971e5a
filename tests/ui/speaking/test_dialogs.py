"""The lists of approvals and promises, and their numbers in the status line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from connectors.base import Author, Capabilities, LengthRule
from desktop.models import accounts, cases, channels, members
from desktop.models.speaking import approvals, ledger
from desktop.ui.commands import Command
from desktop.ui.speaking.approvals_dialog import ApprovalsDialog
from desktop.ui.speaking.promise_form import NoteForm, PromiseForm
from desktop.ui.speaking.promises_dialog import PromisesDialog
from desktop.ui.speaking.rules_dialog import RulesDialog
from desktop.ui.speaking.status import SpeakingStatus
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, button, press


@pytest.fixture
def window(desk: Desk) -> Iterator[QWidget]:
    yield desk.show(QWidget())


async def opened(desk: Desk, dialog: Any) -> Any:
    dialog.open()
    await desk.quiet()
    return dialog


def of_kind(dialog: QWidget, kind: type[QDialog]) -> Any:
    (found,) = [one for one in dialog.findChildren(kind) if one.isVisible()]
    return found


@pytest.fixture
async def asked(desk: Desk) -> int:
    """Two answers of 비서 in the mayor's name wait; the person here is the spokesperson."""
    desk.write(
        channels.update_channel, desk.channel,
        capabilities=Capabilities(reply=True, length=LengthRule(limit=300)),
    )  # fmt: skip
    desk.write(accounts.set_account_voice, desk.one("SELECT id FROM account"), "mayor")
    desk.write(members.add, "관리자", "admin", actor="관리자")
    desk.write(members.add, "비서", "triage", voices=("mayor",), actor="관리자")
    desk.write(members.add, "김주무관", "spokesperson", voices=("mayor",), actor="관리자")
    await desk.quiet()
    for remote, text in (("a", "하나입니다."), ("b", "둘입니다.")):
        post = desk.arrive(remote, f"{text} 질문", age_s=60)
        desk.write(approvals.ask, post, desk.channel, "reply", text, actor="비서")
    return desk.channel


def states(desk: Desk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT state FROM approval ORDER BY id")]


async def test_one_key_agrees_and_the_next_is_on_show(desk: Desk, window: QWidget, asked: int) -> None:
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window))
    assert dialog.list.count() == 2 and "비서" in dialog.list.item(0).text()
    assert dialog.findChild(QWidget, "previewText").text() == "하나입니다."
    press(dialog.list, Qt.Key.Key_A, "ㅁ")
    await desk.quiet()
    assert states(desk) == ["spent", "asked"] and dialog.list.count() == 1
    assert desk.rows("SELECT text, actor, state FROM outbox") == [("하나입니다.", "비서", "waiting")]
    desk.bridge.undo.undo()
    await desk.until(lambda: states(desk) == ["asked", "asked"], "taken back")
    await desk.quiet()
    assert dialog.list.count() == 2 and desk.one("SELECT state FROM outbox") == "cancelled"


async def test_a_thread_that_moved_on_is_shown_and_stops(desk: Desk, window: QWidget, asked: int) -> None:
    desk.arrive("c", "벌써 고쳤네요", parent_id="b", author=Author("u2", "이시민", "@lee"), age_s=1)
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window))
    assert "새 글 1개" in dialog.list.item(1).text() and "바뀜" not in dialog.list.item(0).text()
    press(dialog.list, Qt.Key.Key_J, "ㅓ")
    await desk.quiet()
    assert dialog.changed.isVisible() and "벌써 고쳤네요" in dialog.changed.toPlainText()
    assert dialog.agree.text() == "다시 요청하게 하기"
    assert dialog.agree.shortcut().toString() == "Ctrl+Return"
    dialog.approve()
    await desk.quiet()
    assert dialog.agree.text() == "승인하고 보내기"
    assert states(desk) == ["asked", "stale"] and desk.rows("SELECT 1 FROM outbox") == []
    assert "보내지 않았습니다" in dialog.failure.text() and dialog.list.count() == 1


async def test_what_was_done_in_the_dialog_is_taken_back_in_it(
    desk: Desk, window: QWidget, asked: int
) -> None:
    undo = Command("app.undo", "실행 취소", desk.bridge.undo.undo, enabled=desk.bridge.undo.can_undo)
    action = desk.bridge.commands.add(undo, window)
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window))
    dialog.activateWindow()
    press(dialog.list, Qt.Key.Key_A, "a")
    await desk.quiet()
    assert states(desk) == ["spent", "asked"]
    assert action.shortcut().toString() == "Ctrl+Z"
    QTest.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await desk.until(lambda: states(desk) == ["asked", "asked"], "taken back")


async def test_sending_back_asks_for_a_word(desk: Desk, window: QWidget, asked: int) -> None:
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window))
    press(dialog.list, Qt.Key.Key_B, "b")
    form = of_kind(dialog, NoteForm)
    button(form, "돌려보내기").click()
    assert form.failure.isVisible() and states(desk) == ["asked", "asked"]
    form.text.setPlainText("인사를 넣어 주세요")
    button(form, "돌려보내기").click()
    await desk.quiet()
    assert states(desk) == ["sent-back", "asked"] and dialog.list.count() == 1
    assert desk.one("SELECT comment FROM approval WHERE id = 1") == "인사를 넣어 주세요"


async def test_ones_own_request_cannot_be_agreed_to(desk: Desk, window: QWidget, asked: int) -> None:
    post = desk.arrive("d", "또")
    desk.write(approvals.ask, post, desk.channel, "reply", "내 글입니다.", actor="김주무관")
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window, chosen=3))
    assert dialog._chosen().row.id == 3
    assert not dialog.agree.isEnabled() and "다른 사람이" in dialog.asked.text()


async def test_which_voices_need_approval(desk: Desk, window: QWidget, asked: int) -> None:
    dialog = await opened(desk, ApprovalsDialog(desk.bridge, window))
    dialog.rules.click()
    await desk.quiet()
    rules = of_kind(dialog, RulesDialog)
    assert [rule for rule, box in rules.boxes.items() if box.isChecked()] == ["mayor"]
    rules.boxes["official-by-department"].setChecked(True)
    button(rules, "이대로").click()
    await desk.quiet()
    assert desk.one("SELECT value FROM meta WHERE key = 'approval_rules'") == "mayor;official-by-department"


async def test_the_status_line_counts_and_opens(desk: Desk, window: QWidget, asked: int) -> None:
    status = SpeakingStatus(desk.bridge, window, window)
    await desk.quiet()
    assert status.approvals.text() == "승인할 답변 2" and status.promises.isHidden()
    desk.write(ledger.add, None, "고치겠습니다", due="2020-01-01", actor="김주무관")
    await desk.quiet()
    assert status.promises.text() == "지난 약속 1"
    assert desk.bridge.commands.run("promises.open")
    await desk.quiet()
    assert of_kind(window, PromisesDialog).table.rowCount() == 1


async def test_whoever_asked_hears_of_an_answer_that_came_back(
    desk: Desk, window: QWidget, asked: int
) -> None:
    post = desk.arrive("d", "가로등이 꺼졌어요")
    desk.write(approvals.ask, post, desk.channel, "reply", "내일 고칩니다.", actor="김주무관")
    status = SpeakingStatus(desk.bridge, window)
    desk.show(status)
    opened_posts: list[int] = []
    desk.bridge.open_post.connect(opened_posts.append)
    await desk.quiet()
    assert status.returned.isHidden()
    desk.write(approvals.send_back, 3, "날짜를 확인해 주세요", actor="관리자")
    await desk.quiet()
    assert status.returned.text() == "돌아온 답변 1"
    status.returned.click()
    assert opened_posts == [post]
    desk.write(approvals.ask_again, 3, actor="김주무관")
    await desk.quiet()
    assert status.returned.isHidden()
    desk.write(approvals.send_back, 4, "아직입니다", actor="관리자")
    await desk.quiet()
    assert status.returned.isVisible()
    desk.write(cases.set_status, [post], "done", actor="김주무관")
    await desk.quiet()
    assert status.returned.isHidden()
    assert desk.bridge.commands.run("approvals.returned") and opened_posts == [post]


async def test_promises_are_found_changed_and_closed(desk: Desk, window: QWidget) -> None:
    post = desk.arrive("a", "글")
    for text, due in (
        ("의자를 놓겠습니다", "2026-12-31"),
        ("칠하겠습니다", ""),
        ("고치겠습니다", "2020-01-02"),
    ):
        desk.write(ledger.add, post, text, due=due, owner="bus", actor="김주무관")
    dialog = await opened(desk, PromisesDialog(desk.bridge, window))
    table = dialog.table
    assert [table.item(row, 2).text() for row in range(3)] == [
        "고치겠습니다",
        "의자를 놓겠습니다",
        "칠하겠습니다",
    ]
    assert [table.item(row, 1).text() for row in range(3)] == ["지남", "남음", "남음"]
    assert table.item(0, 3).text() == "버스정책과"
    dialog.search.setText("의자")
    await desk.until(lambda: table.rowCount() == 1, "found")
    press(table, Qt.Key.Key_Return, "\r")
    form = of_kind(dialog, PromiseForm)
    assert form.owner.text() == "버스정책과"
    form.due.setText("2026년 12월 24일")
    form.owner.setText("도로조명과")
    button(form, "고친 대로").click()
    await desk.quiet()
    assert desk.rows("SELECT due, owner FROM spoken_promise WHERE id = 1") == [("2026-12-24", "light")]
    press(table, Qt.Key.Key_E, "ㄷ")
    await desk.quiet()
    assert desk.one("SELECT state FROM spoken_promise WHERE id = 1") == "kept" and table.rowCount() == 0
    dialog.search.setText("")
    await desk.until(lambda: table.rowCount() == 2, "all again")
    dialog.drop.click()
    note = of_kind(dialog, NoteForm)
    note.text.setPlainText("예산이 없습니다")
    button(note, "이대로").click()
    await desk.quiet()
    assert desk.one("SELECT note FROM spoken_promise WHERE state = 'dropped'") == "예산이 없습니다"
    assert [one for one in nameless(dialog) if "EmptyState" not in one] == []  # shown without its button


async def test_a_long_ledger_is_read_in_pages(desk: Desk, window: QWidget) -> None:
    def many(tx: Any) -> None:
        for number in range(130):
            ledger.add(tx, None, f"약속 {number}", due=f"2027-01-{number % 28 + 1:02}")

    desk.write(many)
    dialog = await opened(desk, PromisesDialog(desk.bridge, window))
    assert dialog.table.rowCount() == 100 and dialog.more.isVisible()
    dialog.more.click()
    await desk.quiet()
    assert dialog.table.rowCount() == 130 and not dialog.more.isVisible()
    assert len({dialog._rows[row].id for row in range(130)}) == 130
