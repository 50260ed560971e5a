"""The quick board by keyboard alone, in Hangul mode, and every way back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from connectors.base import Author, LengthRule
from desktop.models import cases, outbox, quick
from desktop.models.errors import Conflict
from desktop.models.meetups import planning
from desktop.services import templates
from desktop.ui import fmt
from desktop.ui.meetups import dialogs
from desktop.ui.quick.page import QuickPage
from tests.ui.conftest import nameless
from tests.ui.detail import desk as desks
from tests.ui.detail.desk import Desk, button, press

KEYS = {"J": "ㅓ", "K": "ㅏ", "R": "ㄱ", "B": "ㅠ", "L": "ㅣ", "1": "1", "T": "ㅅ"}


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = replace(desks.REPLY, length=LengthRule(limit=500))
    monkeypatch.setattr(desks, "REPLY", wide)
    monkeypatch.setattr(desks, "ECHO", replace(desks.ECHO, capabilities=wide))
    known = (*desks.registry.NETWORKS, desks.ECHO)
    monkeypatch.setattr(desks.registry, "networks", lambda: known)


class Quick:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.write(templates.seed)
        self.ids = [
            desk.arrive(f"p{n}", f"의견 {n}", author=Author(f"u{n}", f"시민{n}", f"@u{n}"), age_s=900 - n)
            for n in range(3)
        ]
        desk.write(cases.move, self.ids, "opinion")
        desk.prefs.put("undo_seconds", 60)
        self.page = desk.show(QuickPage(desk.bridge))
        self.page.activateWindow()
        self.page.begin()

    async def rest(self) -> None:
        await self.desk.quiet()
        await self.desk.until(lambda: not self.page._timer.isActive())
        await self.desk.quiet()

    async def key(self, name: str) -> None:
        """As typed with the Korean keyboard on."""
        press(self.page.card, getattr(Qt.Key, f"Key_{name}"), KEYS[name])
        await self.rest()

    def shown(self) -> Any:
        return None if self.page.stack.currentIndex() else self.page.text.toPlainText()

    def left(self) -> str:
        return str(self.page.left.text())


@pytest.fixture
async def board(desk: Desk) -> AsyncIterator[Quick]:
    made = Quick(desk)
    await made.rest()
    yield made


async def test_the_oldest_opinion_is_shown_large(board: Quick) -> None:
    assert (board.shown(), board.left()) == ("의견 0", "3건 남음")
    assert "시민0" in board.page.author.text()
    assert nameless(board.page) == []
    # What the page is called stands in the bar above it, and not here once more.
    assert "빠른 답변" not in [label.text() for label in board.page.findChildren(QLabel)]


async def test_a_long_name_ends_in_dots_and_is_whole_for_those_who_ask(board: Quick) -> None:
    name = "한강공원자전거도로보행자겸용구간안전펜스정비및야간조명개선추진단" * 4
    older = board.desk.arrive("p9", "의견 9", author=Author("u9", name, "@u9"), age_s=5000)
    board.desk.write(cases.move, [older], "opinion")
    board.page.begin()
    await board.rest()
    assert board.page.author.text().endswith("…") and board.page.author.whole_text() == f"{name} @u9"
    assert board.page.column.width() <= board.page.width()


async def test_later_and_back(board: Quick) -> None:
    await board.key("J")
    assert (board.shown(), board.left()) == ("의견 1", "3건 남음")
    await board.key("J")
    await board.key("J")
    assert board.shown() == "의견 0"  # what was put off comes again at the end
    await board.key("K")
    assert board.shown() == "의견 2"


async def test_thanks_go_out_with_the_next_post_and_can_be_taken_back(board: Quick) -> None:
    await board.key("L")
    assert (board.shown(), board.left()) == ("의견 1", "2건 남음")
    (row,) = board.desk.store.read(outbox.unfinished).result()
    assert (row.post_id, row.text) == (board.ids[0], "시민0 님, 마음을 담은 글 고맙습니다. 잘 읽었습니다.")
    assert board.desk.toasts[-1] == "시민0 님에게 감사를 곧 보냅니다"
    board.desk.bridge.undo.undo()
    await board.rest()
    assert board.left() == "3건 남음"
    assert board.desk.store.read(outbox.unfinished).result() == []
    board.desk.bridge.undo.redo()
    await board.rest()
    assert [r.state for r in board.desk.store.read(outbox.unfinished).result()] == ["waiting"]


async def test_what_is_on_its_way_is_not_taken_back(board: Quick) -> None:
    desk = board.desk
    row = desk.write(quick.thank, board.ids[0], desk.channel, "고맙습니다", undo_s=0, step="t", actor="김")
    desk.write(outbox.claim, row.id)
    with pytest.raises(Conflict):
        desk.write(cases.undo, "t", actor="김")


async def test_a_like_where_nothing_can_be_answered(board: Quick) -> None:
    desk = board.desk
    row = desk.write(quick.thank, board.ids[0], desk.channel, "", step="like", actor="김")
    assert row.action == "like"
    assert desk.one("SELECT status FROM case_ WHERE id = ?", board.ids[0]) == "done"
    desk.write(cases.undo, "like", actor="김")
    assert desk.one("SELECT status FROM case_ WHERE id = ?", board.ids[0]) == "open"
    assert desk.one("SELECT state FROM outbox") == "cancelled"


async def test_an_answer_is_written_in_place(board: Quick) -> None:
    page = board.page
    assert not page.composer.isVisible()
    await board.key("R")
    assert page.composer.isVisible() and page.composer.editor.hasFocus() and page.choices.isHidden()
    page.composer.editor.insertPlainText("고맙습니다. 또 뵙겠습니다.")
    page.composer.send()
    await board.rest()
    assert (board.shown(), board.left()) == ("의견 1", "2건 남음")
    assert not page.composer.isVisible() and page.choices.isVisible()


async def test_esc_keeps_the_draft_and_closes_the_answer(board: Quick) -> None:
    page = board.page
    await board.key("R")
    page.composer.editor.insertPlainText("쓰던 글")
    press(page.composer.editor, Qt.Key.Key_Escape)
    await board.rest()
    assert not page.composer.isVisible() and board.shown() == "의견 0"
    await board.key("J")
    await board.key("K")
    await board.key("R")
    assert page.composer.editor.toPlainText() == "쓰던 글"


async def test_templates_open_with_one_key(board: Quick) -> None:
    await board.key("T")
    picker = board.page.composer.templates.picker
    assert picker.isVisible()
    picker.line.setText("ㅉㅇㄱㅅ")
    press(picker.line, Qt.Key.Key_Return)
    await board.rest()
    assert board.page.composer.editor.toPlainText().startswith("시민0 님, 마음을 담은")


async def test_a_department_is_named_and_the_next_one_comes(board: Quick) -> None:
    await board.key("1")
    picker = board.page.acts._picker
    assert picker.isVisible() and board.shown() == "의견 0"
    picker.line.setText("버스")
    press(picker.line, Qt.Key.Key_Return)
    await board.rest()
    assert (board.shown(), board.left()) == ("의견 1", "2건 남음")
    assert board.desk.one("SELECT track FROM case_ WHERE id = ?", board.ids[0]) == "forward"


async def test_into_a_meetup(board: Quick) -> None:
    board.desk.write(planning.add_meetup, theme="한강", at_ms=fmt.now_ms() + 86_400_000)
    await board.key("B")
    (dialog,) = board.page.findChildren(dialogs.ChooseDialog)
    dialog.save()
    await board.rest()
    assert (board.shown(), board.left()) == ("의견 1", "2건 남음")
    board.desk.bridge.undo.undo()
    await board.rest()
    assert board.left() == "3건 남음"


async def test_nothing_left_says_so(board: Quick) -> None:
    for _ in range(3):
        await board.key("L")
    assert board.shown() is None and board.left() == "0건 남음"
    words = [part.text() for part in board.page.empty.findChildren(QLabel)]
    assert any("3건을 처리했습니다" in text for text in words)
    left: list[int] = []
    board.page.closed.connect(lambda: left.append(1))
    button(board.page.empty, "빠른 답변 닫기").click()
    assert left == [1]


async def test_what_cannot_be_thanked_says_why(desk: Desk) -> None:
    by_phone = desk.add_channel("전화", network="manual")
    post = desk.arrive("call", "전화로 온 칭찬", channel=by_phone)
    desk.write(cases.move, [post], "opinion")
    page = desk.show(QuickPage(desk.bridge))
    page.begin()
    await desk.quiet()
    assert page.hint.text() and not page.buttons["quick.thank"].isEnabled()
    page.thank()
    await desk.quiet()
    assert desk.store.read(outbox.unfinished).result() == []


async def test_a_post_that_somebody_else_answered_makes_room(board: Quick) -> None:
    board.desk.write(cases.set_status, [board.ids[0]], "done")
    await board.rest()
    assert (board.shown(), board.left()) == ("의견 1", "2건 남음")
