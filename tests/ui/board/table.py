"""The board in a window of its own, for its tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from desktop.ui.board.screen import BoardScreen
from tests.ui.lists.desk import Desk, quiet


class Board:
    """The board in a window, with short names for what tests look at."""

    def __init__(self, desk: Desk, screen: BoardScreen) -> None:
        self.desk = desk
        self.screen = screen
        self.new, self.forward, self.idea, self.opinion = screen.columns

    def keys(self, column: Any) -> list[int]:
        return [card.key for card in column.model.cards()]

    def choose(self, *case_ids: int) -> None:
        view = self.new.view
        view.setFocus()
        view.select_keys(list(case_ids))

    async def rest(self) -> None:
        await quiet(self.desk)


@pytest.fixture
async def board(desk: Desk) -> AsyncIterator[Board]:
    screen = BoardScreen(desk.bridge)
    desk.bridge.commands.add_all(screen.commands(), screen, "board")
    screen.resize(1200, 760)
    screen.show()
    screen.activateWindow()
    screen.activate()
    await quiet(desk)
    yield Board(desk, screen)
    screen.hide()
    await quiet(desk)
    screen.deleteLater()


async def with_posts(board: Board, count: int) -> list[int]:
    ids = board.desk.arrive(*(f"글 {number}" for number in range(count)))
    await board.rest()
    return ids
