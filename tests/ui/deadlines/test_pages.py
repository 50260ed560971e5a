"""The settings pages: what would move is shown first, then it moves in the background, and it comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QWidget

from desktop.models import cases
from desktop.models.deadlines import clocks, days_off, rules, stale
from desktop.models.deadlines.calendar import ms_of
from desktop.services import deadlines
from desktop.ui.deadlines.days_page import DaysPage
from desktop.ui.deadlines.keeper import Keeper
from desktop.ui.deadlines.rules_page import HoursForm, RulesPage
from desktop.ui.widgets.labels import label
from tests.ui.conftest import nameless, until
from tests.ui.detail.desk import Desk

DAY = 86_400_000
MONDAY = ms_of(datetime.fromisoformat("2026-11-23 10:00"))


@pytest.fixture
def due(desk: Desk) -> Callable[[], int | None]:
    """A case received on a Monday at ten, taken as a general matter; gives until when it is due."""
    desk.write(deadlines.seed)
    deadlines.recompute_now(desk.store)
    case = desk.arrive("post-1", "정류장 의자가 부서졌습니다")
    desk.write(cases.move, [case], "forward")
    desk.write(clocks.start, case, "general", from_ms=MONDAY)
    return lambda: desk.store.read(clocks.get, case).result().due_ms


@pytest.fixture
def keeper(desk: Desk) -> Keeper:
    window = desk.show(QWidget())
    return Keeper(desk.bridge, window, label("", "", window))


async def made(desk: Desk, page: Any) -> Any:
    desk.show(page)
    await desk.quiet()
    return page


async def agree(desk: Desk, page: Any) -> Any:
    """Press the button of the list of what would move, and wait until all has moved."""
    dialog = page.dialog
    await desk.until(lambda: dialog.act.isEnabled(), "what would move")
    said = dialog.said.text()
    rows = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    dialog.act.click()
    await desk.quiet()
    return said, rows


async def test_a_rule_is_changed_after_a_look_and_put_back(desk: Desk, keeper: Keeper, due: Any) -> None:
    page = await made(desk, RulesPage(desk.bridge))
    before = due()
    assert page.table.rowCount() == len(deadlines.shipped()) and nameless(page) == []
    page.choose("MSG-GENERAL")
    assert not page.back_button.isEnabled()
    page.edit()
    editor = page.dialog
    editor.amount.setValue(4)
    assert nameless(editor) == []
    editor.go_on.click()
    said, rows = await agree(desk, page)
    assert "1건" in said and rows == ["정류장 의자가 부서졌습니다"]
    assert due() == before - 3 * DAY  # over a weekend
    assert desk.store.read(stale.mark_of).result() == ""
    assert (
        page.current().certainty == "office"
        and page.table.item(page.table.currentRow(), 4).text() == "사무실이 정함"
    )
    assert any("1건의 기한을 다시 셌습니다" in text for text in desk.toasts)
    keeper.show_list([])
    assert page.back_button.isEnabled()
    page.put_back()
    await agree(desk, page)
    assert due() == before and not page.back_button.isEnabled()


async def test_taking_a_rule_back_moves_the_due_times_back(desk: Desk, keeper: Keeper, due: Any) -> None:
    before, step = due(), cases.new_step()
    desk.write(rules.edit, "MSG-GENERAL", amount=4, step=step)
    await until(lambda: due() == before - 3 * DAY)  # over a weekend
    desk.bridge.undo.push(step, "규칙")
    desk.bridge.undo.undo()
    await until(lambda: due() == before)


async def test_leaving_the_list_changes_nothing(desk: Desk, keeper: Keeper, due: Any) -> None:
    page = await made(desk, RulesPage(desk.bridge))
    before = desk.one("SELECT count(*) FROM event")
    page.choose("MSG-GENERAL")
    page.edit()
    page.dialog.amount.setValue(4)
    page.dialog.go_on.click()
    await desk.until(lambda: page.dialog.act.isEnabled())
    page.dialog.reject()
    await desk.quiet()
    assert desk.one("SELECT count(*) FROM event") == before


async def test_values_that_make_no_sense_are_refused_in_the_form(desk: Desk, due: Any) -> None:
    page = await made(desk, RulesPage(desk.bridge))
    page.choose("MSG-CHAT")
    page.edit()
    editor = page.dialog
    editor.go_on.click()
    assert "바꾼 값이 없습니다" in editor.failure.text()
    editor.name_ko.setText(" ")
    editor.go_on.click()
    assert "맞지 않습니다" in editor.failure.text() and page.dialog is editor
    editor.unit.setCurrentIndex(editor.unit.findData("none"))
    assert not editor.amount.isEnabled() and editor.amount.value() == 0


async def test_a_rule_of_the_office_is_added_and_taken_away(desk: Desk, keeper: Keeper, due: Any) -> None:
    page = await made(desk, RulesPage(desk.bridge))
    page.add()
    form = page.dialog
    form.code.setText("own-1")
    form.name_ko.setText("우리 규칙")
    form.amount.setValue(2)
    form.go_on.click()
    said, rows = await agree(desk, page)
    assert "바뀌는 건은 없습니다" in said and rows == []
    page.choose("OWN-1")
    assert page.back_button.text() == "규칙 없애기"
    page.put_back()
    await agree(desk, page)
    assert desk.store.read(rules.get_rule, "OWN-1").result() is None


async def test_a_temporary_day_off_and_back(desk: Desk, keeper: Keeper, due: Any) -> None:
    page = await made(desk, DaysPage(desk.bridge))
    before = due()
    page.year.setValue(2026)
    await desk.quiet()
    assert nameless(page) == []
    page.add()
    page.dialog.date.setDate(QDate(2026, 11, 25))
    assert nameless(page.dialog) == []
    page.dialog.go_on.click()
    said, _ = await agree(desk, page)
    assert "1건" in said and due() == before + DAY
    page.choose(date(2026, 11, 25))
    row = page.table.currentRow()
    assert [page.table.item(row, column).text() for column in (0, 1, 2, 3)] == [
        "2026. 11. 25.(수)", "임시공휴일", "쉼", "우리 기관",
    ]  # fmt: skip
    assert page.back_button.isEnabled() and not page.work_button.isEnabled()
    page.put_back()
    await agree(desk, page)
    assert due() == before


async def test_a_day_of_the_library_is_worked(desk: Desk, keeper: Keeper, due: Any) -> None:
    page = await made(desk, DaysPage(desk.bridge))
    page.year.setValue(2026)
    await desk.quiet()
    page.choose(date(2026, 12, 25))
    page.work_on()
    await agree(desk, page)
    assert desk.store.read(days_off.own_day, date(2026, 12, 25)).result()["off"] is False
    desk.bridge.undo.undo()
    await desk.quiet()
    assert desk.store.read(days_off.own_day, date(2026, 12, 25)).result() is None


async def test_working_hours_move_what_is_counted_in_them(desk: Desk, keeper: Keeper, due: Any) -> None:
    form = await made(desk, HoursForm(desk.bridge))
    before = due()
    assert not form.act.isEnabled() and nameless(form) == []
    form.times["closes"].setTime(QTime(11, 0))  # before lunch is over: no day's work
    assert not form.act.isEnabled() and form.act.toolTip()
    form.times["closes"].setTime(QTime(18, 0))
    form.times["opens"].setTime(QTime(10, 0))
    form.act.click()
    said, _ = await agree(desk, form)
    assert "1건" in said and due() != before
    assert desk.store.read(days_off.office_hours).result().opens == 10 * 60


async def test_who_may_not_change_the_rules_looks_on(desk: Desk, due: Any) -> None:
    from desktop.models import members

    desk.write(members.add, "대표", "admin")
    desk.write(members.add, "김주무관", "viewer")
    await desk.quiet()
    page = await made(desk, RulesPage(desk.bridge))
    days = await made(desk, DaysPage(desk.bridge))
    for button in (page.edit_button, page.back_button, page.add_button, days.add_button, days.work_button):
        assert not button.isEnabled()
