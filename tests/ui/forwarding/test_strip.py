"""The lines beside a case about its departments, and what is done from them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QLabel

from desktop.models import cases, forwarding
from desktop.services import deadlines
from desktop.ui.detail.pane import DetailPane
from desktop.ui.forwarding.answer_dialog import AnswerDialog
from desktop.ui.forwarding.strip import ForwardingStrip
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, Echo, button


async def opened(desk: Desk, text: str = "버스가 늦어요", **more: Any) -> tuple[DetailPane, int]:
    desk.write(deadlines.seed)
    post = desk.arrive("q", text, **more)
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post)
    await desk.quiet()
    return pane, post


def strip_of(pane: DetailPane) -> ForwardingStrip:
    found = pane.strips.named("ForwardingStrip")
    assert isinstance(found, ForwardingStrip)
    return found


def said(pane: DetailPane) -> str:
    return " / ".join(line.accessibleName() for line in strip_of(pane).lines)


def sent(desk: Desk, post: int, lead: str = "bus", **more: Any) -> int:
    desk.write(forwarding.send, [post], lead, actor="김주무관", **more)
    rows = desk.store.read(forwarding.of_case, post).result()
    return next(row.id for row in reversed(rows) if row.lead)


def dialog(pane: DetailPane) -> Any:
    return next(found for found in pane.window().findChildren(QDialog) if found.isVisible())


async def test_a_case_without_departments_has_no_line(desk: Desk) -> None:
    pane, _ = await opened(desk)
    assert strip_of(pane).isHidden()


async def test_each_department_has_a_line_with_its_state(desk: Desk) -> None:
    pane, post = await opened(desk)
    lead = sent(desk, post, supporting=["light"], note="급합니다")
    await desk.quiet()
    assert "버스정책과, 보냄 · 읽지 않음" in said(pane) and "남긴 말: 급합니다" in said(pane)
    assert "협조 도로조명과" in said(pane)
    assert nameless(strip_of(pane)) == []
    desk.write(forwarding.seen, [lead])
    await desk.quiet()
    assert "버스정책과, 보냄 · 읽음" in said(pane)
    desk.write(forwarding.receive, lead, actor="박주무관")
    await desk.quiet()
    assert "버스정책과, 접수함 · 박주무관" in said(pane)
    desk.write(forwarding.give_back, lead, "우리 일이 아님")
    await desk.quiet()
    assert "반려됨" in said(pane) and "사유: 우리 일이 아님" in said(pane)
    assert button(strip_of(pane), "다시 이관하기").isEnabled()


async def test_what_nobody_received_is_taken_back_at_once(desk: Desk) -> None:
    pane, post = await opened(desk)
    lead = sent(desk, post)
    await desk.quiet()
    button(strip_of(pane), "회수하기").click()
    await desk.quiet()
    assert desk.store.read(forwarding.get, lead).result().state == "withdrawn"
    assert "회수했습니다: 버스정책과" in desk.toasts[-1]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.store.read(forwarding.get, lead).result().state == "sent"
    assert "보냄" in said(pane)


async def test_what_somebody_works_on_is_taken_back_with_a_reason(desk: Desk) -> None:
    pane, post = await opened(desk)
    lead = sent(desk, post)
    desk.write(forwarding.receive, lead)
    await desk.quiet()
    button(strip_of(pane), "회수하기").click()
    asked = dialog(pane)
    asked.reason.setPlainText("다른 부서로 정했습니다")
    asked.submit()
    await desk.quiet()
    row = desk.store.read(forwarding.get, lead).result()
    assert (row.state, row.reason) == ("withdrawn", "다른 부서로 정했습니다")


async def test_again_opens_the_picker(desk: Desk) -> None:
    pane, post = await opened(desk)
    desk.write(forwarding.give_back, sent(desk, post), "아님")
    await desk.quiet()
    button(strip_of(pane), "다시 이관하기").click()
    await desk.quiet()
    picker = pane.acts._picker
    assert picker.isVisible()
    picker._take(picker.list.item(0))
    await desk.quiet()
    assert "이관했습니다" in desk.toasts[-1]
    assert "2번째 이관" in [tag.text() for tag in strip_of(pane).findChildren(QLabel)]


# --- answers


async def look_at(desk: Desk, pane: DetailPane, text: str = "최종 답변 보기") -> AnswerDialog:
    button(strip_of(pane), text).click()
    await desk.quiet()
    found = dialog(pane)
    assert isinstance(found, AnswerDialog)
    return found


async def test_an_answer_is_read_edited_and_sent(desk: Desk) -> None:
    pane, post = await opened(desk)
    desk.write(forwarding.answer, sent(desk, post), "고치겠습니다", actor="박주무관")
    await desk.quiet()
    found = await look_at(desk, pane)
    assert found.editor.toPlainText() == "고치겠습니다"
    assert "보내는 계정" in found.sender.text()
    assert nameless(found) == []
    found.editor.setPlainText("곧 고치겠습니다")
    button(found, "시민에게 보내기").click()
    await desk.quiet()
    assert desk.rows("SELECT text, stage, state FROM outbox") == [("곧 고치겠습니다", "final", "waiting")]
    assert "시민에게 보냅니다" in desk.toasts[-1]
    await desk.send_for_real()
    desk.write(lambda tx: tx.db.execute_sql("UPDATE outbox SET send_after_ms = 0"))
    desk.services.sender._kicked.set()
    await desk.until(lambda: desk.one("SELECT status FROM case_") == "answered")
    assert [outgoing.text for outgoing in Echo.sent] == ["곧 고치겠습니다"]


async def test_sending_is_taken_back_with_the_acceptance(desk: Desk) -> None:
    pane, post = await opened(desk)
    lead = sent(desk, post)
    desk.write(forwarding.answer, lead, "고치겠습니다")
    await desk.quiet()
    (await look_at(desk, pane)).submit()
    await desk.quiet()
    assert "최종 답변 보기" not in [b.text() for b in strip_of(pane).buttons()]
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.rows("SELECT state FROM outbox") == [("cancelled",)]
    assert desk.store.read(forwarding.get, lead).result().state == "working"
    assert button(strip_of(pane), "최종 답변 보기")


async def test_what_cannot_go_out_is_said_and_stays(desk: Desk) -> None:
    pane, post = await opened(desk)
    desk.write(forwarding.answer, sent(desk, post), "가" * 30)  # this network takes 20 characters
    await desk.quiet()
    found = await look_at(desk, pane)
    found.submit()
    await desk.quiet()
    assert found.isVisible() and not found.failure.isHidden()
    assert desk.rows("SELECT 1 FROM outbox") == []
    assert desk.one("SELECT state FROM department_answer") == "submitted"


async def test_an_answer_goes_back_to_its_department(desk: Desk) -> None:
    pane, post = await opened(desk)
    desk.write(forwarding.answer, sent(desk, post), "네", "first")
    await desk.quiet()
    found = await look_at(desk, pane, "1차 답변 보기")
    button(found, "부서로 돌려보내기").click()
    asked = next(d for d in found.findChildren(QDialog) if d.isVisible())
    asked.reason.setPlainText("더 자세히")
    asked.submit()
    await desk.quiet()
    assert desk.rows("SELECT state, comment FROM department_answer") == [("sent-back", "더 자세히")]


async def test_the_mayors_answer_goes_to_where_answers_are_written(desk: Desk) -> None:
    channel = desk.add_channel("시장실", voice="mayor")
    pane, post = await opened(desk, channel=channel)
    desk.write(forwarding.answer, sent(desk, post), "고치겠습니다")
    await desk.quiet()
    offered: list[Any] = []
    desk.bridge.offered.connect(lambda post_id, text: offered.append((post_id, text)))
    found = await look_at(desk, pane)
    assert found.act.isHidden()
    button(found, "답변란으로 가져가기").click()
    await desk.quiet()
    assert offered == [(post, "고치겠습니다")]
    assert desk.rows("SELECT 1 FROM outbox") == []


async def test_where_the_channel_takes_no_answers_it_is_noted_down(desk: Desk) -> None:
    channel = desk.add_channel("시청 소식", network="feed", url="https://feed.example/rss")
    pane, post = await opened(desk, channel=channel)
    desk.write(forwarding.answer, sent(desk, post), "고치겠습니다")
    await desk.quiet()
    found = await look_at(desk, pane)
    button(found, "다른 곳에서 답변함").click()
    await desk.quiet()
    assert desk.rows("SELECT status FROM case_") == [("answered",)]
    assert desk.rows("SELECT 1 FROM outbox") == []


async def test_a_supporting_departments_words_are_only_read(desk: Desk) -> None:
    pane, post = await opened(desk)
    sent(desk, post, supporting=["light"])
    support = desk.store.read(forwarding.of_case, post).result()[-1]
    desk.write(forwarding.answer, support.id, "가로등은 이상 없음")
    await desk.quiet()
    found = await look_at(desk, pane, "의견 보기")
    assert found.editor.isReadOnly()
    button(found, "의견 확인하기").click()
    await desk.quiet()
    assert desk.rows("SELECT state FROM department_answer") == [("accepted",)]
    assert desk.rows("SELECT 1 FROM outbox") == []


async def test_a_sample_sends_nothing(sample_desk: Desk) -> None:
    pane, post = await opened(sample_desk)
    sample_desk.write(forwarding.answer, sent(sample_desk, post), "고치겠습니다")
    await sample_desk.quiet()
    found = await look_at(sample_desk, pane)
    assert "예시" in found.sender.text()
    assert found.compose is None


async def test_a_low_window_shows_the_lead_first_and_the_rest_when_asked(desk: Desk) -> None:
    pane, post = await opened(desk)
    pane.resize(1024, 600)
    sent(desk, post, supporting=["light"])
    await desk.quiet()
    assert len(strip_of(pane).lines) == 1 and said(pane).startswith("버스정책과")
    button(strip_of(pane), "1개 부서 더 보기").click()
    assert "협조 도로조명과" in said(pane)


async def test_a_case_that_is_answered_waits_for_no_department(desk: Desk) -> None:
    pane, post = await opened(desk)
    lead = sent(desk, post)
    desk.write(forwarding.receive, lead, actor="박주무관")
    desk.write(forwarding.give_back, lead, "소관이 아닙니다", actor="박주무관")
    await desk.quiet()
    assert button(strip_of(pane), "다시 이관하기").isEnabled()
    desk.write(cases.set_status, [post], "answered", actor="김주무관")
    await desk.quiet()
    assert "주무 부서가 없습니다" not in said(pane)
    assert not any(b.text() == "다시 이관하기" for b in strip_of(pane).buttons())
