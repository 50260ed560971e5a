"""What networks bring besides a public reply: private answers, advice, reasons, more actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from connectors import registry
from connectors.base import Action, LengthRule, OutcomeUnknown, Refused
from desktop.ui.detail.pane import DetailPane
from tests.ui.detail.desk import ECHO, REPLY, Desk, Echo

NO_LIKE = "이 매체에는 공감이 없습니다. / This network has no likes."
NO_REPLY = "이 매체에는 댓글이 없습니다. / This network has no comments."
COSTS = "주소가 있으면 0.200달러입니다. / With an address it costs 0.200 dollars."


@pytest.fixture(autouse=True)
def richer(monkeypatch: pytest.MonkeyPatch, echo: Any) -> None:
    def advise(text: str, target: Any, options: Any) -> tuple[str, ...]:
        assert target["own_handle"] == "@시민의 글" and target["handle"] == "@hong_gd"
        return (COSTS,) if "://" in text else ()

    can = replace(
        REPLY,
        private_reply=True,
        unhide=True,
        hold=True,
        private_length=LengthRule(limit=5),
        why_not={"like": NO_LIKE, "reject": NO_LIKE},
    )
    networks = (replace(ECHO, capabilities=can, advise=advise),)
    monkeypatch.setattr(registry, "networks", lambda: networks)


async def show(desk: Desk, post_id: int) -> DetailPane:
    pane: DetailPane = desk.show(DetailPane(desk.bridge))
    pane.show_post(post_id)
    await desk.quiet()
    return pane


async def test_an_answer_to_the_author_alone_has_its_own_length_and_goes_out_as_such(desk: Desk) -> None:
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    form.editor.insertPlainText("여섯글자요")
    assert form.private_box.isVisible() and form.counter.text() == "5/20자"
    form.private_box.setChecked(True)
    assert form.counter.text() == "5/5자"
    form.editor.insertPlainText("!")
    assert "1자 넘음" in form.counter.text() and not form.send_button.isEnabled()
    form.editor.textCursor().deletePreviousChar()
    pane.composer.send()
    await desk.until(lambda: [o.action for o in Echo.sent] == [Action.PRIVATE_REPLY])
    await desk.quiet()
    assert not form.private_box.isChecked()  # the next answer is public again unless somebody says so


async def test_a_private_post_needs_no_such_choice(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글", private=True))
    assert not pane.composer.form.private_box.isVisible()
    assert pane.composer.form.counter.text() == "0/5자"


async def test_what_an_answer_costs_is_said_while_it_is_written(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    form = pane.composer.form
    assert not form.notice.isVisible()
    form.editor.insertPlainText("https://a.kr")
    assert form.notice.isVisible() and form.notice.text() == "주소가 있으면 0.200달러입니다."
    form.editor.clear()
    assert not form.notice.isVisible()


async def test_the_menu_fits_the_state_of_the_post_and_says_why_something_is_missing(desk: Desk) -> None:
    pane = await show(desk, desk.arrive("a", "글"))
    actions = {a.objectName(): a for a in pane.header.menu().actions() if a.objectName()}
    assert {"hold", "hide", "trash", "like"} <= set(actions)
    assert not {"approve", "reject", "unhide", "delete"} & set(actions)
    assert not actions["like"].isEnabled() and actions["like"].toolTip() == "이 매체에는 공감이 없습니다."
    pane.show_post(desk.arrive("b", "글", state="hidden"))
    await desk.quiet()
    names = {a.objectName() for a in pane.header.menu().actions()}
    assert "unhide" in names and not {"hide", "hold", "approve", "reject"} & names


async def test_showing_a_hidden_post_again_goes_out_through_the_outbox(desk: Desk) -> None:
    await desk.send_for_real()
    post = desk.arrive("a", "글", state="hidden")
    pane = await show(desk, post)
    pane.header.act.emit("unhide")
    await desk.until(lambda: [o.action for o in Echo.sent] == ["unhide"])
    await desk.until(lambda: desk.one("SELECT state FROM post WHERE id = ?", post) == "published")


async def test_where_a_network_has_no_replies_its_own_reason_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = replace(ECHO, capabilities=replace(REPLY, reply=False, why_not={"reply": NO_REPLY}))
    monkeypatch.setattr(registry, "networks", lambda: (silent,))
    pane = await show(desk, desk.arrive("a", "글"))
    assert pane.composer.blocked.label.text() == "이 매체에는 댓글이 없습니다."


@pytest.mark.parametrize(("arrived", "state"), [(True, "sent"), (False, "refused")])
async def test_where_the_network_cannot_be_asked_a_person_says_whether_it_arrived(
    desk: Desk, arrived: bool, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cannot_tell(self: Any, outgoing: Any) -> None:
        raise Refused("cannot be asked")

    monkeypatch.setattr(Echo, "look_up", cannot_tell)
    await desk.send_for_real()
    desk.prefs.put("undo_seconds", 0)
    Echo.failure = OutcomeUnknown("lost")
    pane = await show(desk, desk.arrive("a", "글"))
    pane.composer.editor.insertPlainText("답")
    pane.composer.send()
    await desk.until(lambda: desk.rows("SELECT reason FROM outbox") == [("ask-person",)])
    await desk.quiet()
    (line,) = pane.composer.outbox.lines
    assert "알려 주지 않습니다" in line.label.text()
    line.settle.emit(line.row.id, arrived)
    await desk.until(lambda: desk.rows("SELECT state FROM outbox") == [(state,)])
    assert len(Echo.sent) == 1
