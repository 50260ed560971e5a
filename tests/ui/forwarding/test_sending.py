"""더 정하기 and 소관 부서 정하기: the dialogs of handing over, from the pane."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from desktop.models import departments, forwarding
from desktop.models.deadlines import clocks
from desktop.services import deadlines
from desktop.ui.detail.pane import DetailPane
from desktop.ui.forwarding.owner_dialog import OwnerDialog, words_in
from desktop.ui.forwarding.send_dialog import SendDialog
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, button, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


async def opened(desk: Desk, text: str = "버스 정류소 가로등이 꺼졌어요") -> tuple[DetailPane, int]:
    desk.write(deadlines.seed)
    post = desk.arrive("q", text)
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post)
    await desk.quiet()
    return pane, post


def dialog(pane: DetailPane, kind: type) -> Any:
    found = next(found for found in pane.findChildren(QDialog) if found.isVisible())
    assert isinstance(found, kind)
    return found


def choose(picker: Any, name: str) -> None:
    assert picker.isVisible()
    for row in range(picker.list.count()):
        item = picker.list.item(row)
        if item.text().startswith(name):
            picker._take(item)
            return
    raise AssertionError(name)


async def test_shift_enter_decides_more_than_the_department(desk: Desk) -> None:
    pane, post = await opened(desk)
    pane.acts.move_to("forward")
    await desk.quiet()
    picker = pane.acts._picker
    press(picker.line, Qt.Key.Key_Return, "\r", SHIFT)
    await desk.quiet()
    asked = dialog(pane, SendDialog)
    assert asked.lead_button.text() in ("버스정책과", "도로조명과")
    asked.lead_button.click()
    choose(asked.picker, "도로조명과")
    asked.add_support.click()
    choose(asked.picker, "버스정책과")
    asked.note.setPlainText("야간에 위험합니다")
    place = next(n for n in range(asked.kind.count()) if asked.kind.itemData(n).kind == "formal")
    asked.kind.setCurrentIndex(place)
    assert nameless(asked) == []
    button(asked, "부서로 이관하기").click()
    await desk.quiet()
    lead, support = desk.store.read(forwarding.of_case, post).result()
    assert (lead.department, lead.note, lead.part) == ("light", "야간에 위험합니다", "lead")
    assert (support.department, support.part) == ("bus", "supporting")
    assert desk.store.read(clocks.get, post).result().kind == "formal"
    desk.bridge.undo.undo()  # one gesture from the move to the last of it
    await desk.quiet()
    assert desk.rows("SELECT track, department FROM case_") == [("new", "")]
    assert desk.rows("SELECT DISTINCT state FROM forwarding") == [("withdrawn",)]


async def test_a_supporting_department_is_taken_out_again(desk: Desk) -> None:
    pane, _ = await opened(desk)
    pane.acts.hand_over.more([pane.post_id], "bus", text="버스")
    await desk.quiet()
    asked = dialog(pane, SendDialog)
    asked.add_support.click()
    choose(asked.picker, "도로조명과")
    assert asked.supporting == ["light"]
    asked._drop("light")
    assert asked.supporting == []
    asked.add_support.click()
    choose(asked.picker, "도로조명과")
    asked.lead_button.click()
    choose(asked.picker, "도로조명과")  # who leads does not support
    assert (asked.lead, asked.supporting) == ("light", [])


async def test_the_deputy_is_named_before_and_after(desk: Desk) -> None:
    desk.write(departments.edit, "bus", absent=True, deputy="light")
    pane, post = await opened(desk)
    pane.acts.hand_over.more([post], "bus", text="버스")
    await desk.quiet()
    asked = dialog(pane, SendDialog)
    assert "도로조명과" in asked.lead_hint.text()
    asked.submit()
    await desk.quiet()
    assert "대직 도로조명과" in desk.toasts[-1]


async def test_what_went_round_asks_who_owns_it(desk: Desk) -> None:
    pane, post = await opened(desk)
    for code in ("bus", "light"):
        desk.write(forwarding.send, [post], code)
        rows = desk.store.read(forwarding.of_case, post).result()
        desk.write(forwarding.give_back, rows[-1].id, f"{code} 일이 아님")
    await desk.quiet()
    pane.acts.hand_over.send([post], "bus", "버스정책과")
    await desk.quiet()
    asked = dialog(pane, OwnerDialog)
    assert not asked.act.isEnabled()
    assert nameless(asked) == []
    asked.owner_button.click()
    choose(asked.picker, "도로조명과")
    asked.reason.setPlainText("전기 설비 문제")
    asked.words.setText("가로등, 정류소")
    asked.submit()
    await desk.quiet()
    last = desk.store.read(forwarding.of_case, post).result()[-1]
    assert (last.department, last.hop, last.note) == ("light", 3, "전기 설비 문제")
    (ruling,) = desk.store.read(forwarding.rulings).result()
    assert ruling.words == ("가로등", "정류소")
    assert "도로조명과로 이관했습니다" in desk.toasts[-1]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.store.read(forwarding.rulings).result() == []
    assert desk.rows("SELECT department FROM case_") == [("",)]


async def test_the_ruling_is_suggested_first_with_its_words(desk: Desk) -> None:
    pane, post = await opened(desk, "버스 안이 더워요")
    desk.write(forwarding.name_owner, post, "light", "시험", ["더워요"])
    second = desk.arrive("r", "버스 안이 너무 더워요")
    pane.show_post(second)
    await desk.quiet()
    pane.acts.move_to("forward")
    await desk.quiet()
    assert "소관 결정: 더워요" in pane.acts._picker.list.item(0).text()
    press(pane.acts._picker.line, Qt.Key.Key_Return, "\r")
    await desk.quiet()
    assert desk.rows("SELECT department FROM case_ WHERE id = ?", second) == [("light",)]


async def test_what_the_workspace_refuses_is_one_sentence(desk: Desk) -> None:
    desk.write(departments.edit, "bus", absent=True)
    pane, post = await opened(desk)
    pane.acts.hand_over.send([post], "bus", "버스정책과")
    await desk.quiet()
    assert "대직도 없습니다" in desk.toasts[-1]
    assert desk.rows("SELECT 1 FROM forwarding") == []


def test_words_are_parted_by_commas() -> None:
    assert words_in(" 가로등 ,정류소;버스 안, ") == ["가로등", "정류소", "버스 안"]


async def test_that_a_department_gets_mail_is_said_beforehand(desk: Desk) -> None:
    desk.write(departments.edit, "light", mail="light@hanbit.example")
    pane, _ = await opened(desk, "보도블록이 깨졌어요")
    pane.acts.move_to("forward")
    await desk.quiet()
    picker = pane.acts._picker
    shown = [picker.list.item(row).text() for row in range(picker.list.count())]
    assert [("메일로 보냄" in text) for text in shown] == [text.startswith("도로조명과") for text in shown]
    picker.line.setFocus()
    press(picker.line, Qt.Key.Key_Return, held=SHIFT)
    await desk.quiet()
    sending = dialog(pane, SendDialog)
    sending._lead_picked("light", "도로조명과")
    assert sending.lead_hint.isVisible() and "메일로 보냅니다" in sending.lead_hint.text()
    sending._lead_picked("bus", "버스정책과")
    assert not sending.lead_hint.isVisible()
    sending._support_picked("light", "도로조명과")
    assert sending._rows.itemAt(0).widget().findChild(QLabel).text() == "도로조명과 · 메일로 보냄"
