"""Personal data in the detail pane: hidden, shown on demand, noted down, hidden again."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.models import events, members, notes
from desktop.ui.detail.pane import DetailPane
from tests.ui.detail.desk import Desk

SECRET = "010-1234-5678"
HIDDEN = "010-****-****"


async def show(desk: Desk, post_id: int) -> DetailPane:
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post_id)
    await desk.quiet()
    return pane


def noted(desk: Desk) -> list[tuple[str, int | None]]:
    store = desk.bridge.store
    return [(e.actor, e.post_id) for e in store.read(events.load, "kind = 'unmask'").result()]


async def test_it_is_hidden_until_somebody_looks_and_that_is_noted(desk: Desk) -> None:
    post = desk.arrive("a", f"연락 주세요 {SECRET}")
    desk.write(notes.add_note, post, f"전화함 {SECRET}")
    pane = await show(desk, post)
    text = pane.thread.toPlainText()
    assert HIDDEN in text and SECRET not in text and "전화번호 1" in text
    assert SECRET not in pane.notes.list.toPlainText()
    assert desk.bridge.commands.run("post.unmask", "detail")
    await desk.until(lambda: SECRET in pane.thread.toPlainText(), "the number")
    await desk.quiet()
    assert SECRET in pane.notes.list.toPlainText() and SECRET in pane.thread.toPlainText()
    assert noted(desk) == [(desk.bridge.user, post)]
    desk.bridge.commands.run("post.unmask", "detail")
    assert SECRET not in pane.thread.toPlainText() and SECRET not in pane.notes.list.toPlainText()


async def test_the_link_below_the_post_does_the_same(desk: Desk) -> None:
    post = desk.arrive("a", f"연락 주세요 {SECRET}")
    pane = await show(desk, post)
    pane._own_link(f"unmask/{post}")
    await desk.until(lambda: SECRET in pane.thread.toPlainText(), "the number")


async def test_going_on_hides_it_again(desk: Desk) -> None:
    first, second = desk.arrive("a", f"연락 {SECRET}"), desk.arrive("b", "다른 글", age_s=30)
    pane = await show(desk, first)
    for leave in (lambda: pane.show_post(second), pane.hide, pane.clear):
        pane.show()
        pane.show_post(first)
        await desk.quiet()
        assert SECRET not in pane.thread.toPlainText()
        pane.unmasking.toggle()
        await desk.until(lambda: SECRET in pane.thread.toPlainText(), "the number")
        leave()
        await desk.quiet()
        assert SECRET not in pane.thread.toPlainText() and not pane.unmasking.shown(first)


async def test_who_has_gone_on_before_it_came_sees_nothing(desk: Desk) -> None:
    first, second = desk.arrive("a", f"연락 {SECRET}"), desk.arrive("b", f"둘째 {SECRET}", age_s=30)
    pane = await show(desk, first)
    pane.unmasking.toggle()
    pane.show_post(second)
    await desk.quiet()
    assert SECRET not in pane.thread.toPlainText()


async def test_what_is_copied_is_hidden_even_while_it_is_shown(desk: Desk) -> None:
    post = desk.arrive("a", f"연락 주세요 {SECRET}")
    pane = await show(desk, post)
    pane.unmasking.toggle()
    await desk.until(lambda: SECRET in pane.thread.toPlainText(), "the number")
    pane.thread.moveCursor(QTextCursor.MoveOperation.Start)
    pane.thread.selectAll()
    mime = pane.thread.createMimeDataFromSelection()
    assert HIDDEN in mime.text() and SECRET not in mime.text() and not mime.hasHtml()


async def test_nothing_hidden_nothing_noted(desk: Desk) -> None:
    post = desk.arrive("a", "가로등이 꺼졌어요")
    pane = await show(desk, post)
    pane.unmasking.toggle()
    await desk.quiet()
    assert noted(desk) == [] and not pane.unmasking.shown(post)


async def test_an_edited_post_is_hidden_anew(desk: Desk) -> None:
    post = desk.arrive("a", f"연락 {SECRET}")
    pane = await show(desk, post)
    pane.unmasking.toggle()
    await desk.until(lambda: SECRET in pane.thread.toPlainText(), "the number")
    desk.arrive("a", "고쳤습니다 010-9999-8888")
    await desk.until(lambda: "고쳤습니다" in pane.thread.toPlainText(), "the edit")
    assert SECRET not in pane.thread.toPlainText() and "9999" not in pane.thread.toPlainText()


async def test_a_role_without_the_right_is_not_offered_it(desk: Desk) -> None:
    post = desk.arrive("a", f"연락 {SECRET}")
    desk.write(members.add, "최", "admin")
    desk.write(members.add, desk.bridge.user, "media")
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == "media", "the role")
    pane = await show(desk, post)
    assert not desk.bridge.commands.run("post.unmask", "detail")
    assert "가린 정보 보기" not in pane.thread.toPlainText()
    assert all(not button.isEnabled() for button in pane.header.track_buttons.values())
    assert "채널 운영" in pane.header.track_buttons["idea"].toolTip()


async def test_the_menu_says_why_a_role_may_not(desk: Desk) -> None:
    post = desk.arrive("a", "가로등")
    desk.write(members.add, "최", "admin")
    desk.write(members.add, desk.bridge.user, "viewer")
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == "viewer", "the role")
    pane = await show(desk, post)
    entries = {action.objectName(): action for action in pane.header.menu().actions()}
    assert {name for name, entry in entries.items() if name and entry.isEnabled()} == {"copy"}
    assert "분류 담당" in entries["star"].toolTip()
