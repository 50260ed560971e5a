"""Settings of members and of personal data over a real workspace, and what a role sees of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from desktop.models import members, unmasking
from desktop.models.members import MemberRow
from desktop.ui import rights
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import pages
from desktop.ui.settings.member_dialog import MemberDialog
from desktop.ui.settings.members_page import MembersPage
from desktop.ui.settings.privacy_page import Lookers
from desktop.ui.widgets.numbers import TimeBox
from tests.ui.conftest import nameless
from tests.ui.detail.desk import Desk, desk, echo, look

__all__ = ["desk", "echo", "look"]


def members_of(desk: Desk) -> list[MemberRow]:
    found: list[MemberRow] = desk.store.read(members.list_members).result()
    return found


async def role(desk: Desk, wanted: str) -> None:
    """Make the person at the desk a member of this role."""
    desk.write(members.add, "최관리", "admin")
    desk.write(members.add, "김주무관", wanted, department="bus" if wanted == "department" else "")
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == wanted, "the role")


async def page(desk: Desk) -> MembersPage:
    made: MembersPage = desk.show(MembersPage(desk.bridge))
    await desk.quiet()
    return made


def find(page: MembersPage) -> MemberDialog:
    (dialog,) = page.window().findChildren(MemberDialog)
    return dialog


async def test_the_first_member_is_the_person_here_as_admin(desk: Desk) -> None:
    made = await page(desk)
    assert "누구나 모든 일" in made.hint.text() and made.table.isHidden()
    made.add()
    dialog = find(made)
    assert (dialog.user.text(), dialog.role.currentData()) == ("김주무관", "admin")
    assert not dialog.role.isEnabled() and nameless(dialog) == []
    dialog.save()
    await desk.until(lambda: not made.table.isHidden(), "the member")
    assert members_of(desk) == [MemberRow("김주무관", "admin")]
    await desk.until(lambda: desk.bridge.who is not None and desk.bridge.who.role == "admin", "the role")


async def test_a_member_is_changed_and_that_can_be_undone(desk: Desk) -> None:
    await role(desk, "admin")
    desk.write(members.add, "이", "viewer")
    made = await page(desk)
    made.table.selectRow(2)
    made.edit()
    dialog = find(made)
    dialog.role.setCurrentIndex(dialog.role.findData("department"))
    dialog.department.setCurrentText("버스정책과")
    dialog.voices["official"].setChecked(True)
    dialog.save()
    await desk.until(lambda: members_of(desk)[2].role == "department", "the change")
    await desk.quiet()
    assert members_of(desk)[2] == MemberRow("이", "department", "", "bus", ("official",))
    desk.bridge.undo.undo()
    await desk.until(lambda: members_of(desk)[2].role == "viewer", "the undo")


async def test_what_cannot_be_is_said_in_the_dialog_and_stays_typed(desk: Desk) -> None:
    await role(desk, "admin")
    made = await page(desk)
    made.add()
    dialog = find(made)
    dialog.user.setText("최관리")
    dialog.save()
    await desk.until(lambda: not dialog.failure.isHidden(), "the reason")
    assert "이미 구성원" in dialog.failure.text() and dialog.user.text() == "최관리"
    dialog.user.setText("이")
    dialog.department.setCurrentText("없는 부서")
    dialog.save()
    assert "없는 부서" in dialog.failure.text()
    dialog.reject()
    assert len(members_of(desk)) == 2


async def test_the_last_admin_stays(desk: Desk) -> None:
    desk.write(members.add, "김주무관", "admin")
    made = await page(desk)
    made._bridge.spawn(made._remove("김주무관"), "remove")
    await desk.until(lambda: any("마지막 관리자" in text for text in desk.toasts), "the reason")
    assert len(members_of(desk)) == 1


async def test_a_list_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    made = await page(desk)
    path = tmp_path / "members.csv"
    path.write_text("이름,역할,부서\n최,관리자,\n이,부서 담당,버스정책과\n박,두목,\n", encoding="cp949")
    made.import_path(str(path))
    await desk.until(lambda: any("추가하고" in text for text in desk.toasts), "the report")
    assert "4번째 줄" in desk.toasts[-1]
    assert [(row.user, row.role, row.department) for row in members_of(desk)] == [
        ("최", "admin", ""),
        ("이", "department", "bus"),
    ]


async def test_only_an_admin_may_change_members(desk: Desk) -> None:
    await role(desk, "triage")
    made = await page(desk)
    made.table.selectRow(0)
    assert made.buttons
    for button in made.buttons.values():
        assert not button.isEnabled() and "관리자" in button.toolTip()


async def test_who_looked_is_counted(desk: Desk) -> None:
    post = desk.arrive("a", "연락 010-1234-5678")
    made: Lookers = desk.show(Lookers(desk.bridge))
    await desk.quiet()
    assert made.table.isHidden() and not made.none.isHidden()
    desk.store.write(unmasking.unmask, post, actor="이").result()
    await desk.until(lambda: made.table.rowCount() == 1, "the line")
    assert [made.table.item(0, column).text() for column in range(3)] == ["이", "1번", "1번"]


# --- the window of a role -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "first", "missing"),
    [
        ("viewer", "board", {"log"}),
        ("department", "departments", {"board", "log", "channels"}),
        ("media", "channels", set()),
        ("triage", "board", set()),
    ],
)
async def test_the_rail_has_the_screens_of_the_role(
    desk: Desk, wanted: str, first: str, missing: set[str]
) -> None:
    window = MainWindow(desk.bridge)
    desk.show(window)
    window.show_screen("board")
    await role(desk, wanted)
    await desk.quiet()
    shown = window.rail.shown()
    assert shown[0] == first and shown[-1] == "settings" and not missing & set(shown)
    assert window.current in shown
    assert rights.role_word(wanted) in window.top.person.text()
    window.may_close = True


async def test_the_settings_say_the_role_of_a_member_and_do_not_ask_for_it(desk: Desk) -> None:
    field = desk.show(pages.RoleField(desk.bridge))
    assert field.currentWidget() is field.box
    await role(desk, "triage")
    await desk.quiet()
    assert field.currentWidget() is field.role and "분류 담당" in field.role.text()


async def test_who_only_looks_on_finds_nothing_to_press_that_is_refused(desk: Desk) -> None:
    window = MainWindow(desk.bridge)
    desk.show(window)
    window.show_screen("board")
    await role(desk, "viewer")
    quick = window.screen_named("board").columns[-1].quick
    window.show_screen("settings")
    await desk.quiet()
    times = window.screen_named("settings").findChildren(TimeBox)
    assert times
    for control in (quick, *times):
        assert not control.isEnabled() and "보기만" in control.toolTip()
    window.may_close = True


async def test_menus_offer_a_role_nothing_that_is_refused(desk: Desk) -> None:
    window = MainWindow(desk.bridge)
    desk.show(window)
    window.show_screen("meetings")
    window.show_screen("channels")
    await desk.quiet()
    await role(desk, "viewer")
    await desk.quiet()
    channels = window.screen_named("channels")
    channels._menu(QPoint(5, 5))
    meetings = window.screen_named("meetings").desk
    meetings._menu(QPoint(5, 5), ("agenda.remove", "idea.edit"))
    entries = [a for screen in (channels, meetings) for m in screen.findChildren(QMenu) for a in m.actions()]
    off = {a.text().split("\t")[0]: a.toolTip() for a in entries if not a.isEnabled()}
    assert {"설정", "채널 빼기", "안건에서 빼기", "아이디어 고치기"} <= off.keys()
    assert all("보기만" in why for why in off.values())
    window.may_close = True


async def test_a_command_that_the_role_forbids_says_who_could(desk: Desk) -> None:
    window = MainWindow(desk.bridge)
    desk.show(window)
    window.show_screen("board")
    await role(desk, "viewer")
    command = desk.bridge.commands.find("track.idea", "board")
    assert command is not None and not command.allowed()
    assert not desk.bridge.commands.run("track.idea", "board")
    assert "보기만" in desk.toasts[-1] and "분류 담당" in desk.toasts[-1]
    window.may_close = True
