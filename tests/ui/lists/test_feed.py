"""How changes reach the lists: in bounded pieces, only what is shown, never too late for a hidden screen."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from desktop.models import cases
from desktop.models.filters import Filter
from desktop.models.store import Changes
from desktop.ui.lists import feed as feed_module
from desktop.ui.lists.feed import FLOOD, PIECE, Feed
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import FIRST_PAGE, CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card
from desktop.ui.lists.sources import BoardSource, Names, cases_by_id
from desktop.ui.lists.view import CardView
from tests.ui.lists.desk import Desk, quiet, until


class Listening:
    """One column with its feed, and what the feed has read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.reads: list[list[int]] = []
        self.model = CardModel(desk.bridge)
        self.view = CardView(self.model, Paints(), "글")
        self.view.resize(300, 600)
        self.view.show()
        self.live = LiveList(self.model, self.view, self.read, desk.bridge)
        self.feed = Feed(desk.bridge, [self.live], self.read, by_case=True)

    def read(self, ids: list[int]) -> list[Card]:
        self.reads.append(ids)
        return cases_by_id(ids, Names())

    async def show(self, wanted: Filter) -> None:
        self.live.set_source(BoardSource("new", wanted, Names()))
        await quiet(self.desk)

    def keys(self) -> list[int]:
        return [card.key for card in self.model.cards()]


@pytest.fixture
async def listening(desk: Desk) -> AsyncIterator[Listening]:
    made = Listening(desk)
    await made.show(Filter())
    made.feed.set_active(True)
    yield made
    made.feed.set_active(False)
    await quiet(desk)
    made.view.deleteLater()


async def test_many_changes_are_read_in_pieces_newest_first(listening: Listening) -> None:
    ids = listening.desk.arrive(*(f"글 {number}" for number in range(FLOOD)))
    await until(lambda: listening.keys() == ids[::-1])
    assert max(len(read) for read in listening.reads) <= PIECE
    assert max(listening.reads[0]) == ids[-1]


async def test_of_a_flood_the_first_page_is_read_afresh(listening: Listening) -> None:
    ids = listening.desk.arrive(*(f"글 {number}" for number in range(FLOOD + 100)))
    await until(lambda: listening.keys() == ids[: -FIRST_PAGE - 1 : -1])
    await quiet(listening.desk)
    assert sum(len(read) for read in listening.reads) <= FIRST_PAGE
    assert listening.model.has_older and listening.live.held() == 0


async def test_a_flood_is_only_counted_while_somebody_reads_further_down(listening: Listening) -> None:
    listening.desk.arrive(*(f"글 {number}" for number in range(60)))
    await until(lambda: len(listening.keys()) == 60)
    listening.view.verticalScrollBar().setValue(800)
    before = listening.keys()
    listening.desk.arrive(*(f"새 글 {number}" for number in range(FLOOD + 100)))
    await until(lambda: listening.live.held() == FLOOD + 100)
    assert listening.keys() == before


async def test_what_cannot_be_seen_is_not_read(listening: Listening) -> None:
    desk = listening.desk
    desk.arrive(*(f"글 {number}" for number in range(300)))
    await quiet(desk)
    listening.model.reload()
    await quiet(desk)
    assert listening.model.has_older
    listening.reads.clear()
    desk.arrive("아주 오래된 글", age_ms=900_000_000)  # far below what is loaded
    await quiet(desk)
    assert listening.reads == []


async def test_with_a_filter_only_what_fits_is_counted_behind_the_pill(listening: Listening) -> None:
    desk = listening.desk
    other = desk.add_channel("다른 채널", "feed")
    desk.arrive(*(f"글 {number}" for number in range(30)), channel=other)
    await listening.show(Filter(channels=frozenset({other})))
    listening.view.verticalScrollBar().setValue(800)
    desk.arrive("여기", "저기", channel=other)
    desk.arrive("아닌 글")
    await quiet(desk)
    await until(lambda: listening.live.held() == 2)


async def test_a_held_card_that_somebody_sorts_is_not_counted_any_more(listening: Listening) -> None:
    desk = listening.desk
    desk.arrive(*(f"글 {number}" for number in range(30)))
    await quiet(desk)
    listening.view.verticalScrollBar().setValue(800)
    (new,) = desk.arrive("새 글")
    await until(lambda: listening.live.held() == 1)
    desk.store.write(cases.move, [new], "idea", actor="다른 사람").result()
    await until(lambda: listening.live.held() == 0)


async def test_a_screen_hidden_for_hours_reads_its_top_afresh(
    listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_module, "MOST_DIRTY", 20)
    desk = listening.desk
    listening.feed.set_active(False)
    ids = desk.arrive(*(f"글 {number}" for number in range(40)))
    await quiet(desk)
    assert listening.keys() == [] and not listening.feed._dirty
    listening.feed.set_active(True)
    await until(lambda: listening.keys() == ids[::-1])
    assert listening.reads == []


async def test_changes_of_other_things_cost_nothing(listening: Listening) -> None:
    listening.feed.take(Changes(channels={1, 2}, others={"views"}))
    await quiet(listening.desk)
    assert listening.reads == []
