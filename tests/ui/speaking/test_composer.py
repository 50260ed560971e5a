"""Writing safely in the window: checks, who else writes, what changed, asking for approval."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from connectors.base import Author, Capabilities, LengthRule
from desktop.models import accounts, channels, departments, members
from desktop.models.speaking import approvals, leases
from desktop.models.store import Store
from desktop.ui.detail.pane import DetailPane
from desktop.ui.speaking.preview_dialog import PreviewDialog
from desktop.ui.speaking.promise_form import AnswerPromises
from desktop.ui.speaking.what_changed import WhatChanged
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, Echo, button, compose, press

ROOMY = Capabilities(reply=True, private_reply=True, thread=True, length=LengthRule(limit=300))


@pytest.fixture(autouse=True)
def roomy(desk: Desk) -> None:
    desk.write(channels.update_channel, desk.channel, capabilities=ROOMY)


async def show(desk: Desk, post_id: int) -> DetailPane:
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post_id)
    await desk.quiet()
    return pane


async def write(desk: Desk, pane: DetailPane, text: str) -> None:
    pane.composer.editor.setPlainText(text)
    await desk.quiet()
    pane.composer.guard.look()
    await desk.quiet()


def outbox(desk: Desk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT text FROM outbox ORDER BY id")]


def dialogs(pane: DetailPane, kind: type[QDialog]) -> list[Any]:
    return [dialog for dialog in pane.window().findChildren(kind) if dialog.isVisible()]


async def test_what_must_not_go_out_is_shown_with_its_place_and_stops(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    await write(desk, pane, "👍 안녕하십니까. 010-1234-5678로 전화 주세요.")
    findings = form.under.findings
    assert findings.isVisible() and findings.count() == 1 and findings.item(0).text().startswith("멈춤")
    assert "1군데" in form.reason.text() and not form.send_button.isEnabled()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []
    findings.setFocus()
    press(findings, Qt.Key.Key_Return, "\r")
    assert pane.composer.editor.textCursor().selectedText() == "010-1234-5678"
    assert pane.composer.editor.hasFocus()
    pane.composer.editor.insertPlainText("02-120")
    await asyncio.sleep(0.25)
    await desk.quiet()
    assert not findings.isVisible() and form.send_button.isEnabled()


async def test_a_number_of_the_office_is_none_of_a_citizen(desk: Desk) -> None:
    desk.write(departments.edit, "bus", contact="02-2133-2260")
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "버스정책과(02-2133-2260)로 문의해 주세요.")
    assert pane.composer.guard.findings == []
    await write(desk, pane, "버스정책과(02-2133-9999)로 문의해 주세요.")
    assert [one.code for one in pane.composer.guard.findings] == ["check-desk-phone"]
    assert pane.composer.form.send_button.isEnabled()


async def test_the_syllable_under_composition_is_looked_at_too(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("010-1234-567")
    await desk.quiet()
    compose(pane.composer.editor, "8")
    pane.composer.guard.look()
    assert [one.word for one in pane.composer.guard.findings] == ["010-1234-5678"]


async def test_a_promise_is_proposed_changed_and_stored_when_it_was_sent(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "살펴보겠습니다.\n11월 30일까지 정비하겠습니다.")
    line = pane.composer.form.under.promise
    assert line.isVisible() and len(line.proposals()) == 2
    line.edit.click()
    (form,) = dialogs(pane, AnswerPromises)
    first, second = form.rows
    first.keep.setChecked(False)
    second.due.setText("어제쯤")
    button(form, "이대로").click()
    assert form.failure.isVisible()
    second.due.setText("내년 3월")
    second.owner.setText("도로조명과")
    button(form, "이대로").click()
    pane.composer.send()
    await desk.until(lambda: desk.rows("SELECT 1 FROM outbox WHERE state = 'sent'"), "sent")
    await desk.quiet()
    stored = [tuple(row) for row in desk.rows("SELECT text, owner, state FROM spoken_promise")]
    assert stored == [("11월 30일까지 정비하겠습니다.", "도로조명과", "open")]
    assert desk.one("SELECT due FROM spoken_promise").endswith("-03-31")
    strip = pane.strips.named("PromiseStrip")
    assert not strip.isHidden() and "정비하겠습니다" in strip.text.whole_text()
    button(strip, "지켰다고").click()
    await desk.quiet()
    assert desk.one("SELECT state FROM spoken_promise") == "kept" and strip.isHidden()


async def test_somebody_else_at_work_is_named_and_can_be_taken_over_from(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    desk.write(leases.claim, post, "다른 곳", actor="이주무관")
    pane = await show(desk, post)
    strip = pane.strips.named("LeaseStrip")
    assert not strip.isHidden() and strip.text.whole_text().startswith("이주무관 작성 중")
    await write(desk, pane, "답변입니다.")
    assert "이주무관 님이 작성하고" in pane.composer.form.reason.text()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []
    assert desk.bridge.commands.run("reply.take_over", "detail")
    await desk.quiet()
    assert strip.isHidden() and desk.one('SELECT "user" FROM lease') == "김주무관"
    assert desk.rows("SELECT actor FROM event WHERE kind = 'lease'") == [("김주무관",)]
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == ["답변입니다."]


async def test_another_program_on_the_same_workspace_is_seen_within_moments(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    await write(desk, pane, "답변입니다.")
    await desk.services.watcher.start()
    strip = pane.strips.named("LeaseStrip")
    with Store.open(str(desk.folder / "workspace.db")) as other:
        other.write(leases.claim, post, "다른 PC", take_over=True, actor="이주무관").result()
        await desk.until(lambda: not strip.isHidden(), "the other one is seen")
        await desk.until(lambda: pane.composer.guard.other_writer() is not None, "and stops a send")
        other.write(leases.release, post, "다른 PC", actor="이주무관").result()
        await desk.until(strip.isHidden, "and gone")
    await desk.quiet()
    assert pane.composer.form.send_button.isEnabled()


async def test_writing_claims_and_leaving_gives_back(desk: Desk) -> None:
    post, other = desk.arrive("a", "글"), desk.arrive("b", "다른 글")
    pane = await show(desk, post)
    assert desk.rows("SELECT 1 FROM lease") == []
    pane.compose("")
    await desk.quiet()
    assert desk.rows('SELECT case_id, "user" FROM lease') == [(post, "김주무관")]
    pane.show_post(other)
    await desk.quiet()
    assert desk.rows("SELECT 1 FROM lease") == []
    await write(desk, pane, "답")
    assert desk.one("SELECT case_id FROM lease") == other
    pane.composer.keep_and_close()
    await desk.quiet()
    assert desk.rows("SELECT 1 FROM lease") == []


async def test_a_colleague_who_takes_over_stops_this_window(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    await write(desk, pane, "답변입니다.")
    desk.write(leases.claim, post, "다른 곳", take_over=True, actor="이주무관")
    await desk.until(lambda: pane.composer.guard.other_writer() is not None, "taken over")
    assert not pane.strips.named("LeaseStrip").isHidden()
    assert not pane.composer.form.send_button.isEnabled()
    assert pane.composer.editor.toPlainText() == "답변입니다."


async def test_what_changed_is_shown_and_can_be_passed(desk: Desk) -> None:
    post = desk.arrive("a", "가로등이 꺼졌어요")
    pane = await show(desk, post)
    await write(desk, pane, "확인했습니다.")
    desk.arrive("b", "<b>고쳐졌네요</b>", parent_id="a", author=Author("u2", "이시민", "@lee"), age_s=1)
    desk.arrive("a", "가로등이 두 개 꺼졌어요", edited_ms=desk.now_ms)
    await desk.quiet()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == []
    (dialog,) = dialogs(pane, WhatChanged)
    shown = dialog.text.toPlainText()
    assert "<b>고쳐졌네요</b>" in shown and "두 개" in shown and "@lee" in shown
    dialog.anyway.click()
    await desk.quiet()
    assert outbox(desk) == ["확인했습니다."]


async def test_what_arrives_between_the_look_and_the_send_stops_it_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = desk.arrive("a", "글")
    pane = await show(desk, post)
    await write(desk, pane, "답변입니다.")
    desk.bridge.stop_listening()  # the window does not hear of it in time
    desk.arrive("b", "또 글", parent_id="a", age_s=1)
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [] and len(dialogs(pane, WhatChanged)) == 1


async def test_the_preview_shows_who_sees_it(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "안녕하십니까.")
    pane.composer.form.preview_button.click()
    await desk.quiet()
    (dialog,) = dialogs(pane, PreviewDialog)
    texts = [label.text() for label in dialog.findChildren(type(dialog.heading))]
    assert "안녕하십니까." in texts and "· 누구나 볼 수 있습니다." in texts
    dialog.reject()
    pane.composer.form.private_box.setChecked(True)
    pane.composer.preview()
    await desk.quiet()
    (dialog,) = dialogs(pane, PreviewDialog)
    texts = [label.text() for label in dialog.findChildren(type(dialog.heading))]
    assert "· 글쓴이만 볼 수 있습니다." in texts


async def office_with_roles(desk: Desk, role: str, *voices: str) -> None:
    desk.write(accounts.set_account_voice, desk.one("SELECT id FROM account"), "mayor")
    desk.write(members.add, "관리자", "admin", actor="관리자")
    desk.write(members.add, "김주무관", role, voices=voices, actor="관리자")
    desk.write(members.add, "대변인", "spokesperson", actor="관리자")
    await desk.quiet()


async def test_where_approval_is_needed_the_button_asks_for_it(desk: Desk) -> None:
    await office_with_roles(desk, "triage", "mayor")
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "고맙습니다.")
    form = pane.composer.form
    assert form.send_button.text().startswith("승인 요청하기") and not form.send_button.must_hold
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [] and pane.composer.editor.toPlainText() == ""
    assert desk.rows("SELECT text, state, asked_by FROM approval") == [("고맙습니다.", "asked", "김주무관")]
    strip = pane.strips.named("ApprovalStrip")
    assert "승인을 기다립니다" in strip.text.whole_text()
    button(strip, "요청 거두기").click()
    await desk.quiet()
    assert strip.isHidden() and pane.composer.editor.toPlainText() == "고맙습니다."
    pane.composer.send()
    await desk.quiet()
    assert [*nameless(pane.composer.form.under), *nameless(pane.strips)] == []
    desk.write(approvals.send_back, 2, "인사를 넣어 주세요", actor="대변인")
    await desk.quiet()
    assert "인사를 넣어 주세요" in strip.text.whole_text()
    button(strip, "고쳐 쓰기").click()
    await desk.quiet()
    assert pane.composer.editor.toPlainText() == "고맙습니다."


async def test_a_voice_that_is_not_ones_own_cannot_be_used(desk: Desk) -> None:
    await office_with_roles(desk, "triage")
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "고맙습니다.")
    assert "이 명의로는 쓸 수 없습니다" in pane.composer.form.reason.text()
    pane.composer.send()
    await desk.quiet()
    assert outbox(desk) == [] and desk.rows("SELECT 1 FROM approval") == []


async def test_the_mayor_may_still_ask_a_second_person(desk: Desk) -> None:
    await office_with_roles(desk, "mayor")
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "고맙습니다.")
    form = pane.composer.form
    assert form.send_button.must_hold and form.ask_button.isVisible()
    form.ask_button.click()
    await desk.quiet()
    assert desk.rows("SELECT state FROM approval") == [("asked",)] and outbox(desk) == []


async def test_a_dead_address_is_said_without_stopping(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from connectors.base import Unreachable

    class Gone:
        async def request(self, method: str, url: str, **_: Any) -> None:
            if "없는" in url or "nothing" in url:
                raise Unreachable("404", "http-404")

    async def http() -> Gone:
        return Gone()

    monkeypatch.setattr(desk.services.connections, "http", http)
    pane = await show(desk, desk.arrive("a", "글"))
    await write(desk, pane, "https://seoul.example/nothing 과 https://seoul.example/ok 를 보세요.")
    pane.composer.guard._try_links()
    await desk.quiet()
    assert [one.word for one in pane.composer.guard.findings] == ["https://seoul.example/nothing"]
    assert pane.composer.form.send_button.isEnabled()
    assert Echo.sent == []
