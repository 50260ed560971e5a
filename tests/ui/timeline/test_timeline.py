"""All posts in one list: arriving, reading position, views, search, and sorting from here as well."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from connectors.base import Author, Batch, Post
from desktop.models import cases, merge, views
from desktop.models.filters import Filter
from desktop.ui.lists.model import PAGE
from desktop.ui.timeline.panel import FILTER, UNREAD, VIEW_ID
from desktop.ui.timeline.screen import TimelineScreen
from tests.ui.lists.desk import Desk, compose, press, quiet, until

Key = Qt.Key


class Timeline:
    def __init__(self, desk: Desk, screen: TimelineScreen) -> None:
        self.desk = desk
        self.screen = screen
        self.view = screen.view
        self.model = screen.model

    def keys(self) -> list[int]:
        return [card.key for card in self.model.cards()]

    async def rest(self) -> None:
        await quiet(self.desk)

    async def with_posts(self, count: int, **named: Any) -> list[int]:
        ids = self.desk.arrive(*(f"글 {number}" for number in range(count)), **named)
        await self.rest()
        return ids


def make(desk: Desk) -> TimelineScreen:
    screen = TimelineScreen(desk.bridge)
    desk.bridge.commands.add_all(screen.commands(), screen, "timeline")
    screen.resize(1200, 760)
    screen.show()
    screen.activateWindow()
    screen.activate()
    return screen


@pytest.fixture
async def timeline(desk: Desk) -> AsyncIterator[Timeline]:
    screen = make(desk)
    await quiet(desk)
    yield Timeline(desk, screen)
    screen.hide()
    await quiet(desk)
    screen.deleteLater()


def index_all(desk: Desk) -> None:
    from desktop.models import search

    while desk.store.write(search.index_some).result():
        pass


async def test_every_post_newest_first_and_each_as_it_arrives(timeline: Timeline) -> None:
    ids = await timeline.with_posts(30)
    assert timeline.keys() == ids[::-1]
    other = timeline.desk.add_channel("다른 채널", "feed")
    (new,) = timeline.desk.arrive("지금 온 글", channel=other)
    await until(lambda: timeline.keys()[0] == new)
    assert timeline.view.verticalScrollBar().value() == 0


async def test_a_late_post_takes_its_place_in_time(timeline: Timeline) -> None:
    ids = await timeline.with_posts(5)
    (old,) = timeline.desk.arrive("늦게 온 옛 글", age_ms=500_000_000)
    await until(lambda: timeline.keys() == [*ids[::-1], old])


async def test_what_the_city_itself_wrote_and_reposts_are_left_out(timeline: Timeline) -> None:
    ids = await timeline.with_posts(2)
    now = timeline.desk.now_ms
    posts = (
        Post("own", "공지", Author("city", "서울시"), created_ms=now, own=True),
        Post("again", "글 1", Author("x", "시민"), created_ms=now, repost_of="p2"),
    )
    timeline.desk.store.write(merge.merge_batch, timeline.desk.channel, Batch(posts=posts)).result()
    await timeline.rest()
    assert timeline.keys() == ids[::-1]
    timeline.screen.show_filter(Filter(own=True))
    await timeline.rest()
    assert "공지" in [card.text for card in timeline.model.cards()]


async def test_pages_follow_while_scrolling(timeline: Timeline) -> None:
    ids = await timeline.with_posts(PAGE + 40)
    timeline.screen.reload()
    await timeline.rest()
    bar = timeline.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    await until(lambda: timeline.model.rowCount() == len(ids))
    assert timeline.keys() == ids[::-1]


async def test_the_pill_holds_and_shows(timeline: Timeline) -> None:
    await timeline.with_posts(40)
    timeline.view.verticalScrollBar().setValue(700)
    new = timeline.desk.arrive("하나", "둘")
    await until(lambda: timeline.screen.pill.isVisible())
    assert "새 글 2건 보기" in timeline.screen.pill.text()
    assert timeline.screen.pill.accessibleName() == timeline.screen.pill.text()
    timeline.screen.pill.click()
    await until(lambda: timeline.keys()[:2] == new[::-1])


async def test_sorting_works_here_too_and_the_card_says_so(timeline: Timeline) -> None:
    ids = await timeline.with_posts(3)
    timeline.view.setFocus()
    timeline.view.select_keys([ids[2]])
    press(timeline.view, Key.Key_2, "2")
    assert timeline.view.current_card().key == ids[1]
    await until(lambda: timeline.model.card_of(ids[2]).track == "idea")
    assert "정책 아이디어" in [chip.text for chip in timeline.model.card_of(ids[2]).chips]
    timeline.desk.bridge.undo.undo()
    await until(lambda: timeline.model.card_of(ids[2]).track == "new")


async def test_a_decision_elsewhere_changes_all_posts_of_the_case(timeline: Timeline) -> None:
    ids = await timeline.with_posts(3)
    store = timeline.desk.store
    store.write(cases.group, ids[:2]).result()
    await timeline.rest()
    store.write(cases.move, ids[:1], "opinion").result()
    await until(lambda: [card.track for card in timeline.model.cards()] == ["new", "opinion", "opinion"])


# --- reading position -----------------------------------------------------------------------------


async def test_the_line_stands_where_reading_ended_until_it_is_passed(desk: Desk) -> None:
    old = desk.arrive(*(f"옛 글 {number}" for number in range(30)))
    desk.store.write(views.set_read_position, "timeline:{}", desk.bridge.user, old[-1]).result()
    desk.arrive(*(f"새 글 {number}" for number in range(25)))
    screen = make(desk)
    await quiet(desk)
    assert screen.position.line.row() is None  # further down
    stored = desk.one("SELECT post_id FROM read_position")
    assert stored == old[-1]
    row = screen.paints.row_height
    screen.view.verticalScrollBar().setValue(22 * row)
    assert screen.position.line.row() == 25
    newest = screen.model.card(0).key
    await until(lambda: desk.one("SELECT post_id FROM read_position") == newest)
    assert screen.position.line.row() == 25  # it stays while we are here
    assert "여기까지 읽었습니다" in screen.position.line.words
    screen.hide()
    await quiet(desk)
    screen.deleteLater()


async def test_the_first_visit_has_no_line_and_remembers_the_newest(timeline: Timeline) -> None:
    ids = await timeline.with_posts(3)
    timeline.screen.reload()
    await until(lambda: timeline.desk.rows("SELECT post_id FROM read_position") == [(ids[-1],)])
    assert timeline.screen.position.line.row() is None


async def test_each_view_has_its_own_position(timeline: Timeline) -> None:
    await timeline.with_posts(3)
    timeline.screen.show_filter(Filter(unread=True))
    await timeline.rest()
    timeline.screen.show_filter(Filter(text="글"))
    await timeline.rest()
    names = {row[0] for row in timeline.desk.rows('SELECT "view" FROM read_position')}
    assert names == {"timeline:{}", 'timeline:{"unread": true}'}  # none for a search


# --- views and channels ---------------------------------------------------------------------------


def lines(screen: TimelineScreen) -> dict[str, Any]:
    panel = screen.panel
    return {panel.item(row).text(): panel.item(row) for row in range(panel.count())}


async def test_channels_stand_with_their_unread_posts_and_filter(timeline: Timeline) -> None:
    other = timeline.desk.add_channel("다른 채널", "feed")
    await timeline.with_posts(2)
    (mine,) = await timeline.with_posts(1, channel=other)
    await until(lambda: "다른 채널" in lines(timeline.screen))
    await until(lambda: lines(timeline.screen)["시민의 글"].data(UNREAD) == 2)
    item = lines(timeline.screen)["다른 채널"]
    assert item.data(FILTER) == Filter(channels=frozenset({other}))
    assert "안 읽은 글 1건" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    timeline.screen.panel.itemClicked.emit(item)
    await until(lambda: timeline.keys() == [mine])
    chips = [chip.accessibleName() for chip in timeline.screen.filter_bar._chips]
    assert chips == ["채널: 다른 채널"]


async def test_a_filter_is_kept_as_a_view_and_can_be_removed(timeline: Timeline) -> None:
    await timeline.with_posts(1)
    bar = timeline.screen.filter_bar
    timeline.screen.show_filter(Filter(starred=True))
    assert bar.save.isVisible()
    bar.save.click()
    asking = timeline.screen.save_view
    asking.line.setFocus()
    asking.line.setText("꼭 볼 것")
    press(asking.line, Key.Key_Return, "\r")
    await until(lambda: "꼭 볼 것" in lines(timeline.screen))
    item = lines(timeline.screen)["꼭 볼 것"]
    assert item.data(FILTER) == Filter(starred=True) and item.data(VIEW_ID)
    panel = timeline.screen.panel
    panel.setCurrentItem(item)
    press(panel, Key.Key_Delete)
    await until(lambda: "꼭 볼 것" not in lines(timeline.screen))
    assert "지웠습니다" in timeline.desk.toasts[-1]


# --- filter and search ----------------------------------------------------------------------------


async def test_search_finds_a_two_syllable_word_and_marks_it(timeline: Timeline) -> None:
    timeline.desk.arrive("마을버스가 오지 않습니다", "공원이 좋아요", "버스 정류장 의자")
    index_all(timeline.desk)
    await timeline.rest()
    timeline.screen.search("버스")
    await until(lambda: timeline.model.rowCount() == 2)
    assert all(card.highlight == "버스" for card in timeline.model.cards())
    timeline.screen.search("")
    await until(lambda: timeline.model.rowCount() == 3)


async def test_typing_searches_with_the_syllable_under_composition(timeline: Timeline) -> None:
    timeline.desk.arrive("버스가 늦어요", "공원")
    index_all(timeline.desk)
    await timeline.rest()
    line = timeline.screen.filter_bar.line
    timeline.screen.focus_search()
    compose(line, "버스")
    await until(lambda: timeline.model.rowCount() == 1)
    compose(line, "")
    await until(lambda: timeline.model.rowCount() == 2)


async def test_nothing_found_says_so_and_offers_the_way_back(timeline: Timeline) -> None:
    await timeline.with_posts(2)
    timeline.screen.search("없는낱말")
    await until(lambda: timeline.screen.empty.shown() is not None)
    panel = timeline.screen.empty.shown()
    assert "찾는 글이 없습니다" in panel.accessibleName()
    panel.acted.emit()
    await until(lambda: timeline.model.rowCount() == 2)


async def test_without_channels_the_list_says_what_to_do(timeline: Timeline) -> None:
    timeline.desk.store.write(lambda tx: tx.db.execute_sql("DELETE FROM channel") and None).result()
    timeline.screen.facts.read()
    await timeline.rest()
    timeline.screen.reload()
    await timeline.rest()
    panel = timeline.screen.empty.shown()
    went: list[str] = []
    timeline.desk.bridge.go.connect(went.append)
    panel.acted.emit()
    assert went == ["channels"]


async def test_backspace_takes_the_last_condition_away(timeline: Timeline) -> None:
    await timeline.with_posts(1)
    bar = timeline.screen.filter_bar
    timeline.screen.show_filter(Filter(unread=True, tracks=frozenset({"new", "idea"})))
    press(bar.line, Key.Key_Backspace)
    assert bar.wanted() == Filter(tracks=frozenset({"new", "idea"}))
    press(bar.line, Key.Key_Backspace)
    assert bar.wanted() == Filter(tracks=frozenset({"new"}))
    press(bar.line, Key.Key_Backspace)
    assert bar.wanted() == Filter()
    await timeline.rest()


async def test_the_menu_of_conditions_changes_the_filter(timeline: Timeline) -> None:
    await timeline.with_posts(1)
    bar = timeline.screen.filter_bar
    seen: list[str] = []
    menu = bar.menu()
    for action in menu.actions():
        seen.append(action.text())
        if action.text() == "안 읽음":
            action.trigger()
    assert bar.wanted() == Filter(unread=True)
    for wanted in ("기간", "분류", "상태", "매체", "채널", "부서", "별표"):
        assert wanted in seen
    menu.deleteLater()
    menu = bar.menu()
    period = next(a.menu() for a in menu.actions() if a.text() == "기간")
    period.actions()[0].trigger()
    assert bar.wanted().since_ms is not None and bar.wanted().unread is True
    menu.deleteLater()
    await timeline.rest()


async def test_a_post_that_fits_no_longer_leaves_the_filtered_list(timeline: Timeline) -> None:
    ids = await timeline.with_posts(3)
    timeline.screen.show_filter(Filter(unread=True))
    await timeline.rest()
    timeline.desk.store.write(cases.mark_read, ids[1:2], True).result()
    await until(lambda: timeline.keys() == [ids[2], ids[0]])


async def test_density_and_theme_change_on_the_spot(timeline: Timeline) -> None:
    from desktop.ui.theme.style import theme

    await timeline.with_posts(60)
    bar = timeline.view.verticalScrollBar()
    bar.setValue(10 * timeline.screen.paints.row_height)
    heights = []
    for density in ("wide", "normal", "narrow"):
        theme().apply("dark", 130, density)
        await timeline.rest()
        heights.append(timeline.screen.paints.row_height)
        assert timeline.view.visible_rows()[0] == 10
        assert not timeline.view.grab().isNull()
    assert heights == sorted(heights, reverse=True)


async def test_another_filter_begins_at_its_top(timeline: Timeline) -> None:
    await timeline.with_posts(80)
    bar = timeline.view.verticalScrollBar()
    bar.setValue(3_000)
    timeline.screen.show_filter(Filter(unread=True))
    await until(lambda: bar.value() == 0)
    assert timeline.model.rowCount() == 80
