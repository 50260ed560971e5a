"""By the Tab key alone through every screen of a filled workspace, every page of it, and a post laid open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from desktop.models.filters import Filter
from desktop.ui.screens import SCREENS
from desktop.ui.shell import begin
from desktop.ui.theme.style import theme
from tests.ui import tabs
from tests.ui.shell.office import Office, filled, office, store

__all__ = ["filled", "office", "store"]


@pytest.mark.parametrize("name", [entry.name for entry in SCREENS])
async def test_tab_goes_through_a_screen_and_all_its_pages(office: Office, name: str) -> None:
    await office.go(name)
    tabs.check(office.window)
    for pages in office.window.screen_named(name).findChildren(QTabWidget):
        for place in range(1, pages.count()):
            pages.setCurrentIndex(place)
            await office.rest()
            pages.tabBar().setFocus()
            tabs.check(office.window)


async def test_tab_goes_through_a_meeting_that_decides(office: Office) -> None:
    await office.go("meetings")
    for key in ("meeting.mode", "list.next", "decision.adopt"):
        office.bridge.commands.run(key, "meetings")
        await office.rest()
    desk = office.window.screen_named("meetings").desk
    assert desk.panel.reason.hasFocus()
    assert desk.panel.date in tabs.check(office.window)


async def test_tab_goes_through_one_post_at_a_time(office: Office) -> None:
    await office.go("board")
    office.bridge.commands.run("quick.open")
    await office.rest()
    names = [tabs.spoken(widget) for widget in tabs.check(office.window)]
    assert "시민의 글" in names


async def test_tab_goes_through_the_first_steps(office: Office) -> None:
    await office.go("board")
    page = begin.show(office.window)
    steps = 0
    while begin.is_shown(office.window) and steps < 10:
        await office.rest()
        tabs.check(office.window)
        page.next_button.click()
        steps += 1
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert 1 < steps < 10


@pytest.mark.parametrize("screen", ["meetups", "log", "board"])
async def test_esc_goes_back_to_where_a_post_was_opened(office: Office, screen: str) -> None:
    """Not to the screen as a whole: there no key did anything."""
    await office.go(screen)
    place = QApplication.focusWidget()
    assert place is not None
    office.window.open_post(office.post("mastodon"))
    await office.rest()
    assert office.window.detail_is_page() and not place.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is place


@pytest.mark.parametrize("wide", [1280, 1700])
async def test_tab_goes_through_a_post_whatever_lies_open_beside_it(office: Office, wide: int) -> None:
    office.window.resize(wide, 800)
    await office.go("board")
    office.window.open_post(office.post("mastodon"))
    await office.rest()
    pane = office.window.detail.pane
    tabs.check(office.window)
    pane.compose("final")
    await office.rest()
    assert pane.composer.editor in tabs.check(office.window)
    for place in range(pane.tabs.count()):
        pane.tabs.setCurrentIndex(place)
        await office.rest()
        pane.tabs.tabBar().setFocus()
        if pane.tabs.isTabVisible(place):
            assert pane.tabs.tabBar() in tabs.check(office.window)


async def test_tab_finds_what_came_later_where_it_stands(office: Office) -> None:
    """Chips and banners are made long after the window."""
    await office.go("timeline")
    banner = "작성하던 답변이 있습니다."
    office.window.banners.put("drafts", banner, "info", [("모두 보기", lambda: None)], closable=True)
    office.window.screen_named("timeline").show_filter(Filter(due="late"))
    await office.rest()
    order = [tabs.spoken(widget) for widget in tabs.check(office.window)]
    around = order[order.index("모아보기") :] + order[: order.index("모아보기")]
    assert around.index("모두 보기") < around.index("글 찾기 (Ctrl+F)") < around.index("모든 글")


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
async def test_what_is_no_field_and_no_button_shows_a_ring_while_it_has_the_keyboard(
    office: Office, mode: str
) -> None:
    theme().apply(mode)
    window = office.window
    await office.go("channels")
    table = window.screen_named("channels").table
    await office.go("board")
    window.open_post(office.post("mastodon"))
    await office.rest()
    pane = window.detail.pane
    for place in (pane, pane.thread, pane.author_list.list, table):
        if place is table:
            await office.go("channels")
        window.top.search.setFocus()
        before = left_edge(place)
        place.setFocus()
        assert left_edge(place) == theme().color("focus") != before, tabs.called(place)


def left_edge(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(0, widget.height() // 2)


async def test_a_screen_begins_in_its_main_list(office: Office) -> None:
    """A list that goes out of sight hands the keyboard on: not to the search field of the next screen."""
    for entry in SCREENS:
        await office.go("channels")
        await office.go(entry.name)
        screen = office.window.screen_named(entry.name)
        assert QApplication.focusWidget() is screen.focusProxy(), entry.name


async def test_f6_goes_to_the_screen_in_front_in_the_list_of_screens(office: Office) -> None:
    for name in ("board", "timeline"):
        await office.go(name)
        while not office.window.rail.isAncestorOf(QApplication.focusWidget()):
            office.window.step_pane(1)
        assert QApplication.focusWidget() is office.window.rail.current()
