"""A meet-up in the window, from the posts to the notes afterwards, by keys and by buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from connectors.base import Author, LengthRule
from desktop.models import cases, notes, outbox
from desktop.models.meetups import drawing, guests, planning, replies, rows
from desktop.services import templates
from desktop.ui import fmt
from desktop.ui.meetups import dialogs
from desktop.ui.meetups.screen import MeetupsScreen
from desktop.ui.meetups.strip import MeetupStrip
from tests.ui.conftest import nameless
from tests.ui.detail import desk as desks
from tests.ui.detail.desk import Desk, button, press

DAY = 86_400_000


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up network takes texts of the usual length."""
    wide = replace(desks.REPLY, length=LengthRule(limit=500))
    monkeypatch.setattr(desks, "REPLY", wide)
    monkeypatch.setattr(desks, "ECHO", replace(desks.ECHO, capabilities=wide))
    known = (*desks.registry.NETWORKS, desks.ECHO)
    monkeypatch.setattr(desks.registry, "networks", lambda: known)


class Planner:
    """The screen with a meet-up from three posts, one of them taken down from the telephone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.write(templates.seed)
        by_phone = desk.add_channel("전화", network="manual")
        self.posts = [
            desk.arrive("p0", "자전거 도로가 끊겨 있어요", author=Author("u0", "김민수", "@u0")),
            desk.arrive("p1", "자전거 보관대를 늘려 주세요", author=Author("u1", "이서연", "@u1")),
            desk.arrive("p2", "자전거 도로 포장", author=Author("u2", "박지훈"), channel=by_phone),
        ]
        self.at_ms = fmt.now_ms() + 5 * DAY
        self.id = desk.write(
            planning.add_meetup, theme="자전거", at_ms=self.at_ms, seats=1, place="시민청",
            sign_up_until_ms=self.at_ms - DAY, post_ids=self.posts,
        )  # fmt: skip
        self.screen = desk.show(MeetupsScreen(desk.bridge))
        desk.bridge.commands.add_all(self.screen.commands(), self.screen, "meetups")
        self.screen.activateWindow()

    async def rest(self) -> None:
        await self.desk.quiet()
        await self.desk.until(lambda: not self.screen._timer.isActive())
        await self.desk.quiet()

    def run(self, command: str) -> None:
        assert self.desk.bridge.commands.run(command, "meetups"), command

    def cells(self, table: Any) -> list[list[str]]:
        return [
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def guests(self) -> dict[str, str]:
        return {g.name: g.state for g in self.desk.store.read(rows.guests_of, self.id).result()}


@pytest.fixture
async def planner(desk: Desk) -> AsyncIterator[Planner]:
    made = Planner(desk)
    made.screen.show_meetup(made.id)
    await made.rest()
    yield made


async def test_what_is_on_show(planner: Planner) -> None:
    screen = planner.screen
    assert nameless(screen) == []
    assert screen.heading.text() == "「자전거」"
    assert "시민청" in screen.facts.text() and "정원 1" in screen.facts.text()
    table = screen.invitations.table
    assert [row[0] for row in planner.cells(table)] == ["김민수", "이서연", "박지훈"]
    assert [row[3] for row in planner.cells(table)] == ["보내기 전", "보내기 전", "직접 초대할 글"]
    assert screen.invitations.preview.toPlainText().startswith("김민수 님, 「자전거」를 이야기하는")
    assert "500자" in screen.invitations.preview_count.text()
    table.setFocus()
    for _ in range(2):
        press(table, Qt.Key.Key_J, "ㅓ")
    assert "직접" in screen.invitations.preview_why.text() or screen.invitations.preview_why.text()
    day = screen.month.grid.currentItem()
    assert day.data(Qt.ItemDataRole.AccessibleTextRole).endswith("번개팅 1건: 자전거")


async def test_all_are_invited_at_once_and_ctrl_z_takes_it_back(planner: Planner) -> None:
    planner.desk.prefs.put("undo_seconds", 60)
    button(planner.screen, "초대 2건 보내기").click()
    await planner.rest()
    assert [row[3] for row in planner.cells(planner.screen.invitations.table)] == [
        "곧 보냄", "곧 보냄", "직접 초대할 글",
    ]  # fmt: skip
    assert planner.desk.toasts[-1] == "초대 2건을 곧 보냅니다"
    buttons = planner.screen.invitations.buttons
    names = ("invite_one", "by_hand", "remove_post")
    planner.screen.invitations.table.selectRow(0)  # invited: nothing more can be done about it here
    assert [buttons[f"meetups.{name}"].isEnabled() for name in names] == [False, False, False]
    planner.screen.invitations.table.selectRow(2)  # came by telephone
    assert [buttons[f"meetups.{name}"].isEnabled() for name in names] == [False, True, True]
    assert planner.guests() == {"김민수": "invited", "이서연": "invited"}
    planner.desk.bridge.undo.undo()
    await planner.rest()
    assert planner.guests() == {}
    assert planner.desk.store.read(outbox.counts).result()["waiting"] == 0
    assert button(planner.screen, "초대 2건 보내기").isEnabled()


async def test_who_cannot_be_reached_is_invited_by_hand(planner: Planner) -> None:
    table = planner.screen.invitations.table
    table.setFocus()
    table.selectRow(2)
    assert not planner.screen.invitations.preview_why.isHidden()
    press(table, Qt.Key.Key_H, "ㅗ")
    await planner.rest()
    assert planner.cells(table)[2][3] == "직접 알림"
    assert planner.guests() == {"박지훈": "invited"}
    assert planner.screen.invitations.preview_why.isHidden()  # done: nothing is left to do about it


async def test_replies_are_taken_with_one_key(planner: Planner) -> None:
    desk = planner.desk
    planner.run("meetups.invite")
    await planner.rest()
    desk.arrive("yes", "갈게요", author=Author("u0", "김민수"), parent_id="p0", age_s=-90)
    desk.arrive("no", "참석 못 해요", author=Author("u1", "이서연"), parent_id="p1", age_s=-90)
    assert desk.write(replies.find_new) == 2
    await planner.rest()
    page = planner.screen.guests
    planner.screen.tabs.setCurrentIndex(1)
    assert page.proposals_name.text() == "확인할 답글 2건"
    assert [row[2] for row in planner.cells(page.replies)] == ["신청하는 듯", "못 온다는 듯"]
    page.replies.setFocus()
    press(page.replies, Qt.Key.Key_Y, "ㅛ")
    await planner.rest()
    press(page.replies, Qt.Key.Key_N, "ㅜ")
    await planner.rest()
    assert planner.guests() == {"김민수": "signed-up", "이서연": "declined"}
    assert page.proposals.isHidden()


async def test_a_call_the_seed_the_draw_and_who_came(planner: Planner, tmp_path: Path) -> None:
    screen, page = planner.screen, planner.screen.guests
    screen.tabs.setCurrentIndex(1)
    for name in ("전화 하나", "전화 둘"):
        planner.run("meetups.sign_up")
        (dialog,) = [d for d in screen.findChildren(dialogs.GuestDialog) if d.isVisible()]
        dialog.name.setText(name)
        dialog.save()
        await planner.rest()
    assert not page.buttons["meetups.draw"].isVisibleTo(page)
    planner.run("meetups.seed")
    (dialog,) = screen.findChildren(dialogs.SeedDialog)
    dialog.seed.setText("로또 1 2 3")
    dialog.save()
    await planner.rest()
    assert "로또 1 2 3" in page.draw_note.text()
    button(page, "추첨하기").click()
    await planner.rest()
    found = planner.cells(page.table)
    assert [row[5] for row in found] == ["참석", "대기"] and [row[3] for row in found] == ["1", "대기 1"]
    expected = drawing.order("로또 1 2 3", [f"{planner.id}-1", f"{planner.id}-2"])
    assert [row[0] for row in found] == expected
    # Who has a seat cannot come: the next one moves up, and both are one gesture.
    page.table.setFocus()
    page.table.selectRow(0)
    planner.run("meetups.declines")
    await planner.rest()
    assert sorted(planner.guests().values()) == ["declined", "in"]
    assert "자리를 받았습니다" in planner.desk.toasts[-1]
    planner.desk.bridge.undo.undo()
    await planner.rest()
    assert sorted(planner.guests().values()) == ["in", "waiting"]
    page.table.selectRow(0)
    press(page.table, Qt.Key.Key_1, "1")
    await planner.rest()
    assert "came" in planner.guests().values()
    await screen.acts._write_file(str(tmp_path / "m.ics"), _calendar(screen))
    assert Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk("VEVENT")
    assert planner.desk.toasts[-1] == "저장했습니다: m.ics"


def _calendar(screen: MeetupsScreen) -> Any:
    from functools import partial

    from desktop.ui.meetups import acts

    return partial(acts._write_calendar, screen.meetup())


@pytest.mark.parametrize("suffix", ["pdf", "hwpx", "odt"])
async def test_the_list_for_the_door_is_printed(planner: Planner, tmp_path: Path, suffix: str) -> None:
    from desktop.ui.meetups import acts

    planner.desk.write(guests.sign_up, planner.id, name="전화 시민", contact="010-1234-5678")
    planner.screen.reload()
    await planner.rest()
    path = tmp_path / f"list.{suffix}"
    acts._write_list(planner.screen.meetup(), planner.screen.guests.all(), str(path))
    assert path.stat().st_size > 1000 and b"1234-5678" not in path.read_bytes()


async def test_namesakes_are_told_apart_by_their_numbers(planner: Planner) -> None:
    desk, screen = planner.desk, planner.screen
    desk.write(planning.edit_meetup, planner.id, seats=3)
    for name in ("홍길동", "홍길동", "이서연"):
        desk.write(guests.sign_up, planner.id, name=name)
    desk.write(drawing.fix_seed, planner.id, "하나")
    desk.write(drawing.draw, planner.id)
    await planner.rest()
    tickets = {guest.ticket for guest in screen.guests.all() if guest.name == "홍길동"}
    screen.tabs.setCurrentIndex(2)
    planner.run("meetups.to_board")
    (dialog,) = screen.findChildren(dialogs.WordsDialog)
    shown = {dialog.who.itemText(n) for n in range(dialog.who.count())}
    assert shown == {"이름 없이", "이서연", *(f"홍길동 · {ticket}" for ticket in tickets)}


async def test_what_was_said_goes_back_to_the_case_and_to_the_board(planner: Planner) -> None:
    desk, screen = planner.desk, planner.screen
    planner.run("meetups.invite")
    await planner.rest()
    desk.write(guests.sign_up, planner.id, guest_id=screen.guests.all()[0].id)
    desk.write(drawing.fix_seed, planner.id, "하나")
    desk.write(drawing.draw, planner.id)
    await planner.rest()
    screen.tabs.setCurrentIndex(2)
    planner.run("meetups.note")
    (dialog,) = screen.findChildren(dialogs.WordsDialog)
    assert [dialog.who.itemText(n) for n in range(dialog.who.count())] == ["김민수"]
    dialog.text.setPlainText("보관대가 더 급합니다")
    dialog.save()
    await planner.rest()
    (note,) = desk.store.read(notes.list_notes, planner.posts[0]).result()
    assert note.text.endswith("김민수: 보관대가 더 급합니다")
    planner.run("meetups.to_board")
    (dialog,) = [d for d in screen.findChildren(dialogs.WordsDialog) if d.isVisible()]
    dialog.text.setPlainText("한강까지 이어 주세요")
    dialog.save()
    await planner.rest()
    assert desk.one("SELECT count(*) FROM post WHERE text = '한강까지 이어 주세요' AND case_id = id") == 1
    page = screen.after
    page.report.setPlainText("잘 마쳤다")
    page.answer.setPlainText("보관대를 늘리겠습니다")
    assert not page.buttons["meetups.tell"].isEnabled()
    button(page, "기록 저장하기").click()
    await planner.rest()
    assert page.buttons["meetups.tell"].isEnabled()
    button(page, "결과를 답변으로").click()
    await planner.rest()
    sent = [r for r in desk.store.read(outbox.unfinished).result() if "보관대를 늘리겠습니다" in r.text]
    assert len(sent) == 2 and {r.stage for r in sent} == {"final"}


async def test_what_is_being_typed_is_not_overwritten(planner: Planner) -> None:
    page = planner.screen.after
    page.report.setPlainText("쓰는 중")
    planner.desk.write(planning.edit_meetup, planner.id, place="다른 곳")
    await planner.rest()
    assert "다른 곳" in planner.screen.facts.text()
    assert page.report.text_now() == "쓰는 중"


async def test_what_is_being_typed_outlives_another_choice_and_a_killed_window(planner: Planner) -> None:
    desk, screen = planner.desk, planner.screen
    other = desk.write(planning.add_meetup, theme="도서관", at_ms=planner.at_ms, seats=5)
    screen.after.report.setPlainText("자전거 도로를 넓히자는 말이 많았다")
    screen.show_meetup(other)
    await planner.rest()
    assert screen.after.report.text_now() == "" and not screen.after.dirty()
    screen.after.answer.setPlainText("도서관은 늦게까지 엽니다")
    screen.show_meetup(planner.id)
    await planner.rest()
    assert screen.after.report.text_now() == "자전거 도로를 넓히자는 말이 많았다"
    assert screen.after.answer.text_now() == "" and screen.after.dirty()

    again = desk.show(MeetupsScreen(desk.bridge))  # as after a start: nothing but the database knows it
    again.show_meetup(other)
    await desk.until(lambda: again.meetup() is not None and again.meetup().id == other)
    assert again.after.answer.text_now() == "도서관은 늦게까지 엽니다"

    assert not screen.after.buttons["meetups.save_report"].isEnabled()
    assert "끝낸 뒤에" in screen.after.note.text()
    desk.write(planning.set_state, planner.id, "over")
    await planner.rest()
    planner.run("meetups.save_report")
    await planner.rest()
    assert not screen.after.dirty()
    left = [row[0] for row in desk.rows("SELECT value FROM meta WHERE key LIKE 'draft:%'")]
    assert left == ["도서관은 늦게까지 엽니다"]


async def test_chosen_posts_go_into_a_meetup_or_a_new_one(planner: Planner) -> None:
    desk, screen = planner.desk, planner.screen
    more = desk.arrive("p9", "자전거를 빌리고 싶어요", author=Author("u9", "정하늘"))
    await dialogs.choose(desk.bridge, screen, [more])
    (dialog,) = screen.findChildren(dialogs.ChooseDialog)
    assert dialog.box.currentData() == planner.id
    dialog.save()
    await planner.rest()
    assert screen.invitations.table.rowCount() == 4
    desk.bridge.undo.undo()
    await planner.rest()
    assert screen.invitations.table.rowCount() == 3
    await dialogs.choose(desk.bridge, screen, planner.posts)
    dialog = [d for d in screen.findChildren(dialogs.ChooseDialog) if d.isVisible()][-1]
    dialog.box.setCurrentIndex(dialog.box.count() - 1)
    dialog.save()
    await planner.rest()
    (made,) = screen.findChildren(dialogs.MeetupDialog)
    assert "자전거" in made.theme.text() and made.invitation.text_now()
    made.theme.setText("")
    made.save()
    await planner.rest()
    assert "주제" in made.failure.text() and made.isVisible()
    made.theme.setText("자전거 도로")
    made.invitation.setPlainText("{없는자리} 님")
    made.save()
    await planner.rest()
    assert "{없는자리}" in made.failure.text()
    made.invitation.setPlainText("{이름} 님, 오세요")
    made.save()
    await planner.rest()
    assert {row.theme for row in desk.store.read(rows.list_meetups).result()} == {"자전거", "자전거 도로"}


async def test_month_list_and_search(planner: Planner) -> None:
    screen = planner.screen
    planner.desk.write(planning.add_meetup, theme="한강 야간", at_ms=planner.at_ms + 90 * DAY)
    await planner.rest()
    assert screen.list.count() == 1
    planner.run("meetup.way")
    await planner.rest()
    assert screen.list.count() == 2 and not screen.month.isVisibleTo(screen)
    screen.search("야간")
    await planner.rest()
    assert [screen.list.item(0).text().splitlines()[1]] == ["「한강 야간」"]
    assert screen.heading.text() == "「한강 야간」"
    screen.search("없는 말")
    await planner.rest()
    assert "찾는 번개팅이 없습니다" in screen.none.text() and screen.stack.currentIndex() == 0


async def test_cancelling_asks_and_comes_back(planner: Planner) -> None:
    screen = planner.screen
    planner.run("meetups.cancel")
    await planner.rest()
    assert screen.state_tag.text() == "취소됨"
    assert not planner.desk.bridge.commands.run("meetups.invite", "meetups")
    button(screen, "다시 열기").click()
    await planner.rest()
    assert screen.state_tag.text() == "준비 중"


async def test_menus_hold_what_the_keys_do(planner: Planner) -> None:
    table = planner.screen.guests.table
    planner.screen._table_menu(table, table.rect().center())
    (menu,) = planner.screen.findChildren(QMenu)
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert "온다고 적기" in texts and "왔다고 적기" in texts
    menu.close()


async def test_the_line_in_the_detail_pane(planner: Planner) -> None:
    desk = planner.desk
    planner.run("meetups.invite")
    await planner.rest()
    strip = desk.show(MeetupStrip(desk.bridge))

    class Loaded:
        class detail:
            class row:
                author_id = desk.one("SELECT author_id FROM post WHERE id = ?", planner.posts[0])

    value = desk.store.read(MeetupStrip.read, planner.posts[0]).result()
    strip.show_case(Loaded, value)
    assert "번개팅 「자전거」" in strip.text.whole_text() and strip.text.whole_text().endswith("초대함")
    assert desk.store.read(MeetupStrip.read, 1).result() is None
    assert [step.kind for step in desk.store.read(cases.recent_steps, 1).result()] == ["meetup-invite"]
