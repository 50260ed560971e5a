"""The windowed model: order, pages both ways, a bounded window, late answers, and Qt's own rules."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from desktop.ui.lists import drag
from desktop.ui.lists.model import CAP, FIRST_PAGE, LIVE_CAP, PAGE, CardModel, Role
from desktop.ui.lists.rows import Card


def card(key: int, rank: int | None = None, text: str = "글") -> Card:
    return Card(
        key=key, order=(key if rank is None else rank, key), post_id=key, case_id=key, network="feed",
        name="이서연", channel="블로그", text=text, age="방금", created_ms=key, track="new",
        track_word="미분류", chips=(),
        unread=True, starred=False, url="", tooltip="", row=None,
    )  # fmt: skip


class Shelf:
    """A source with cards of the keys 1 … n."""

    def __init__(self, count: int) -> None:
        self.keys = list(range(count, 0, -1))

    def older(self, after: Card | None, limit: int) -> list[Card]:
        keys = [key for key in self.keys if after is None or key < after.key]
        return [card(key) for key in keys[:limit]]

    def newer(self, before: Card, limit: int) -> list[Card]:
        keys = [key for key in self.keys if key > before.key]
        return [card(key) for key in keys[-limit:]]


class Now:
    """A reader that answers at once."""

    async def read(self, work: Callable[..., Any], *args: Any) -> Any:
        return work(*args)

    def spawn(self, coro: Coroutine[Any, Any, Any]) -> None:
        with pytest.raises(StopIteration):
            coro.send(None)


class Later:
    """A reader that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[asyncio.Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.tasks: list[asyncio.Task[Any]] = []

    async def read(self, work: Callable[..., Any], *args: Any) -> Any:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.asked.append((future, work, args))
        return await future

    def spawn(self, coro: Coroutine[Any, Any, Any]) -> None:
        self.tasks.append(asyncio.ensure_future(coro))

    async def started(self) -> None:
        await asyncio.sleep(0)

    async def answer(self, place: int) -> None:
        future, work, args = self.asked[place]
        future.set_result(work(*args))
        await asyncio.sleep(0)
        await asyncio.sleep(0)


def loaded(count: int) -> CardModel:
    model = CardModel(Now())
    model.set_source(Shelf(count))
    return model


def keys_of(model: CardModel) -> list[int]:
    return [model.index(row).data(Role.KEY) for row in range(model.rowCount())]


def test_qt_s_rules_hold_while_everything_changes(qtmodeltester: Any) -> None:
    model = loaded(450)
    qtmodeltester.check(model, force_py=False)
    model.fetchMore(QModelIndex())
    model.upsert([card(1000), card(999), card(260), card(300, rank=5_000)])
    model.remove([449, 448, 300])
    model.set_pending([447], True)
    model.upsert([card(446, text="고친 글")])
    assert model.rowCount() == 450 + 2 - 3  # the tester itself has fetched the rest


def test_rows_below_another_row_are_none() -> None:
    model = loaded(5)
    assert model.rowCount(model.index(0)) == 0


def test_pages_come_down_until_the_end() -> None:
    model = loaded(PAGE * 2 + 30)
    assert keys_of(model) == list(range(PAGE * 2 + 30, PAGE * 2 + 30 - FIRST_PAGE, -1))
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert keys_of(model) == list(range(PAGE * 2 + 30, 0, -1))
    assert not model.has_older


def test_the_window_is_bounded_and_comes_back_upwards() -> None:
    model = loaded(CAP * 2)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        assert model.rowCount() <= CAP
    assert model.has_newer
    assert keys_of(model)[-1] == 1
    while model.has_newer:
        model.fetch_newer()
        assert model.rowCount() <= CAP
    assert keys_of(model)[0] == CAP * 2
    assert model.has_older


def test_streaming_keeps_the_window_short() -> None:
    model = loaded(PAGE)
    for key in range(PAGE + 1, PAGE + 900):
        model.upsert([card(key)], live=True)
    assert model.rowCount() <= LIVE_CAP + PAGE
    assert keys_of(model)[0] == PAGE + 899
    assert model.has_older


def test_cards_outside_the_loaded_window_stay_outside() -> None:
    model = loaded(FIRST_PAGE + 50)
    assert model.upsert([card(10)]) == 0  # lies below what is loaded; its page will bring it
    assert keys_of(model)[-1] == 51


def test_a_card_that_moves_below_the_window_leaves_it() -> None:
    model = loaded(FIRST_PAGE + 50)
    model.upsert([card(80, rank=1)])
    assert model.row_of(80) == -1
    assert model.rowCount() == FIRST_PAGE - 1


def test_a_moved_card_stands_in_its_new_place_once() -> None:
    model = loaded(5)
    model.upsert([card(1, rank=10)])
    assert keys_of(model) == [1, 5, 4, 3, 2]


async def test_the_answer_to_an_old_filter_is_dropped() -> None:
    reader = Later()
    model = CardModel(reader)
    model.set_source(Shelf(3))
    await reader.started()
    model.set_source(Shelf(7))
    await reader.started()
    await reader.answer(1)
    await reader.answer(0)
    assert keys_of(model) == [7, 6, 5, 4, 3, 2, 1]
    assert model.loaded and not model.loading


async def test_a_page_that_comes_after_a_new_filter_is_dropped() -> None:
    reader = Later()
    model = CardModel(reader)
    model.set_source(Shelf(PAGE * 3))
    await reader.started()
    await reader.answer(0)
    model.fetchMore(QModelIndex())
    await reader.started()
    model.set_source(Shelf(2))
    await reader.started()
    await reader.answer(2)
    await reader.answer(1)
    assert keys_of(model) == [2, 1]


async def test_a_card_that_arrived_while_its_page_was_read_is_there_once() -> None:
    reader = Later()
    model = CardModel(reader)
    model.set_source(Shelf(PAGE + 10))
    await reader.started()
    await reader.answer(0)
    model.fetchMore(QModelIndex())
    await reader.started()
    model.upsert([card(10, rank=5_000)])
    await reader.answer(1)
    assert sorted(keys_of(model)) == list(range(1, PAGE + 11))


async def test_a_failed_read_is_told_and_can_be_repeated(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Shelf):
        broken = True

        def older(self, after: Card | None, limit: int) -> list[Card]:
            if self.broken:
                raise OSError("disk")
            return super().older(after, limit)

    model = CardModel(Now())
    source = Broken(3)
    model.set_source(source)
    assert isinstance(model.error, OSError) and not model.loading
    source.broken = False
    model.reload()
    assert model.error is None and model.rowCount() == 3


def test_after_a_drop_the_source_keeps_its_rows() -> None:
    model = loaded(3)
    assert not model.removeRows(0, 1)
    assert model.rowCount() == 3


def test_items_are_never_editable_and_case_cards_can_be_dragged() -> None:
    model = loaded(1)
    flags = model.flags(model.index(0))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert flags & Qt.ItemFlag.ItemIsDragEnabled
    lonely = card(9)
    lonely.case_id = None
    model.upsert([lonely])
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_drag_carries_the_cases_in_their_order() -> None:
    model = loaded(4)
    mime = model.mimeData([model.index(2), model.index(0)])
    payload = drag.from_mime(mime)
    assert payload is not None and payload.case_ids == (4, 2)


def test_a_dropped_card_is_announced_with_the_card_below() -> None:
    model = loaded(4)
    heard: list[tuple[Any, Any]] = []
    model.mime_dropped.connect(lambda payload, below: heard.append((payload.case_ids, below)))
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(drag.to_mime([77]), move, 1, 0, QModelIndex())
    assert model.dropMimeData(drag.to_mime([78]), move, -1, 0, QModelIndex())
    assert heard == [((77,), 3), ((78,), 0)]


def test_the_spoken_text_is_a_whole_sentence() -> None:
    model = loaded(1)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("이서연", "블로그", "안 읽음", "미분류", "글"):
        assert part in spoken


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_series_of_changes_keeps_the_order(data: st.DataObject) -> None:
    model = loaded(20)
    truth = {key: key for key in range(1, 21)}
    for _ in range(data.draw(st.integers(1, 15))):
        if data.draw(st.booleans()):
            changed = data.draw(st.dictionaries(st.integers(1, 40), st.integers(1, 60), max_size=8))
            model.upsert([card(key, rank) for key, rank in changed.items()])
            truth.update(changed)
        else:
            gone = data.draw(st.sets(st.integers(1, 40), max_size=6))
            model.remove(gone)
            for key in gone:
                truth.pop(key, None)
        if not truth:  # an empty list with more to come reads its top again
            break
        assert keys_of(model) == [
            k for _, k in sorted(((rank, k) for k, rank in truth.items()), reverse=True)
        ]
        assert [model.row_of(key) for key in keys_of(model)] == list(range(len(truth)))
