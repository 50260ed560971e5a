"""A list longer than memory: scrolled to its end and back again, nothing is missing and nothing jumps."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint

from desktop.models.filters import Filter
from desktop.ui.lists import model as model_module
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.model import CardModel, Role
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.sources import BoardSource, Names, TimelineSource, cases_by_id
from desktop.ui.lists.view import CardView
from tests.ui.lists.desk import Desk, quiet, until

PAGE, CAP, COUNT = 50, 200, 420


@pytest.fixture(autouse=True)
def small_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_module, "PAGE", PAGE)
    monkeypatch.setattr(model_module, "CAP", CAP)


def top_card(view: CardView) -> tuple[int, int]:
    """The first visible card and where it stands in the viewport."""
    index = view.indexAt(QPoint(40, view.paints().card_height // 2))
    return index.data(Role.KEY), view.visualRect(index).top()


@pytest.mark.parametrize("kind", ["board", "timeline"])
async def test_to_the_end_and_back(desk: Desk, kind: str) -> None:
    ids = desk.arrive(*(f"글 {number}" for number in range(COUNT)))[::-1]
    model = CardModel(desk.bridge)
    view = CardView(model, Paints(), "글")
    view.resize(300, 700)
    view.show()
    live = LiveList(model, view, lambda wanted: cases_by_id(wanted, Names()), desk.bridge)
    source: Any = (
        BoardSource("new", Filter(), Names()) if kind == "board" else TimelineSource(Filter(), Names())
    )
    live.set_source(source)
    await quiet(desk)
    bar = view.verticalScrollBar()
    seen: list[int] = []

    def note() -> None:
        for row in range(view.visible_rows()[0], view.visible_rows()[1] + 1):
            card = model.card(row)
            if card is not None and (not seen or card.key < seen[-1]):
                seen.append(card.key)

    for _ in range(2_000):
        note()
        before = top_card(view)
        await quiet(desk)  # a page may come, and the window be cut at its other end
        assert top_card(view) == before
        assert model.rowCount() <= CAP
        if bar.value() == bar.maximum() and not model.has_older:
            break
        bar.setValue(bar.value() + 640)
    assert seen == ids
    assert model.has_newer
    for _ in range(2_000):
        before = top_card(view)
        await quiet(desk)
        assert top_card(view) == before
        assert model.rowCount() <= CAP
        if bar.value() == 0 and not model.has_newer:
            break
        bar.setValue(bar.value() - 640)
    assert [card.key for card in model.cards()] == ids[: model.rowCount()]
    view.deleteLater()


async def test_while_the_top_is_not_loaded_new_posts_wait_and_the_pill_goes_there(desk: Desk) -> None:
    desk.arrive(*(f"글 {number}" for number in range(COUNT)))
    model = CardModel(desk.bridge)
    view = CardView(model, Paints(), "글")
    view.resize(300, 700)
    view.show()
    live = LiveList(model, view, lambda wanted: cases_by_id(wanted, Names()), desk.bridge)
    live.set_source(BoardSource("new", Filter(), Names()))
    await quiet(desk)
    while not model.has_newer:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        await quiet(desk)
    (new,) = desk.arrive("새 글")
    assert live.sift([new]) == []
    assert live.held() == 1
    assert live.show_held()
    await until(lambda: model.card(0).key == new)
    assert view.verticalScrollBar().value() == 0 and not model.has_newer
    view.deleteLater()
