"""What gives way in a low window, a history that is searched, a long answer cut without the mouse."""

from __future__ import annotations

from desktop.models import cases
from desktop.models.speaking import ledger
from desktop.services import deadlines
from desktop.ui.detail.pane import DetailPane
from tests.ui.detail.desk import Desk

TOO_LONG = "곧 고치겠습니다. 신고해 주셔서 고맙습니다."


async def show(desk: Desk, post_id: int, height: int = 900) -> DetailPane:
    pane = DetailPane(desk.bridge)
    pane.resize(1000, height)
    desk.show(pane)
    pane.resize(1000, height)
    pane.show_post(post_id)
    await desk.quiet()
    return pane


async def test_in_a_low_window_the_last_lines_wait_until_they_are_asked_for(desk: Desk) -> None:
    desk.write(deadlines.seed)
    post = desk.arrive("a", "보도가 패였습니다")
    desk.write(cases.move, [post], "idea", actor="김주무관")
    desk.write(ledger.add, post, "12월까지 고치겠습니다", due="2030-12-01", actor="김주무관")
    pane = await show(desk, post, 620)
    promise, due = pane.strips.named("PromiseStrip"), pane.strips.named("DueStrip")
    assert due.isVisible() and not promise.isVisible()
    assert pane.header.lines_button.text() == "2줄 더 보기"  # the promise and the idea
    pane.header.lines_button.click()
    assert promise.isVisible() and not pane.header.lines_button.isVisible()
    await desk.quiet()
    assert promise.isVisible()  # reading the same case again folds nothing
    pane.show_post(desk.arrive("b", "다른 글", age_s=30))
    await desk.quiet()
    pane.show_post(post)
    await desk.quiet()
    assert not promise.isVisible()
    pane.resize(1000, 900)
    assert promise.isVisible()


async def test_the_history_is_narrowed_to_what_holds_the_words(desk: Desk) -> None:
    post = desk.arrive("a", "가로등이 꺼졌습니다")
    pane = await show(desk, post)
    history = pane.event_list
    assert history.finder.isHidden()
    for track in ("idea", "opinion", "idea", "opinion", "idea", "opinion", "new"):
        desk.write(cases.move, [post], track, actor="김주무관")
    await desk.quiet()
    everything = history.list.count()
    assert everything >= 7 and not history.finder.isHidden()
    history.finder.setText("미분류 김주무관")
    await desk.until(lambda: 0 < history.list.count() < everything)
    assert "미분류" in history.list.item(0).text()
    history.finder.setText("버스")
    await desk.until(lambda: history.list.count() == 0)
    assert "없습니다" in history.empty.accessibleName()
    assert not history.finder.isHidden()  # or nobody could take the words back
    pane.show_post(desk.arrive("b", "다른 글", age_s=30))
    await desk.quiet()
    assert history.finder.text() == ""


async def test_a_long_answer_is_cut_by_key_and_menu(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "가로등이 꺼졌습니다"))
    composer, commands = pane.composer, desk.bridge.commands
    assert commands.key("reply.split") == "Ctrl+Shift+D"
    assert not commands.run("reply.split", "detail")  # nothing to cut
    composer.editor.setPlainText(TOO_LONG)
    await desk.quiet()
    assert commands.run("reply.split", "detail")
    assert composer.form.parts.rest
    menu = composer.editor.menu()
    again = next(action for action in menu.actions() if "Ctrl+Shift+D" in action.text())
    assert again.isEnabled()
    again.trigger()
    menu.deleteLater()
    assert not composer.form.parts.rest and composer.editor.toPlainText() == TOO_LONG
