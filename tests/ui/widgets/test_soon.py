"""What is asked for soon: once for a turn, at once after a rest, spaced out in a flood; one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.soon import Reading, Soon


def test_several_wishes_of_a_turn_are_one_and_the_next_waits(qapp: QApplication) -> None:
    ran: list[int] = []
    parent = QObject()
    soon = Soon(lambda: ran.append(1), 3_600_000, parent)
    soon.ask()
    soon.ask()
    assert soon.interval() == 0
    qapp.processEvents()
    assert ran == [1]
    soon.ask()
    assert soon.isActive() and soon.interval() > 3_000_000
    qapp.processEvents()
    assert ran == [1]
    soon.stop()


class Shelf:
    """Gives what it is asked for when the test says so."""

    def __init__(self) -> None:
        self.wanted = 0
        self.shown: list[int] = []
        self.tasks: list[asyncio.Task[Any]] = []
        self.given = asyncio.Event()
        self.reading = Reading(self, self._load, "book")

    def spawn(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        self.tasks.append(asyncio.create_task(work, name=name))

    async def _load(self) -> None:
        wanted = self.wanted
        await self.given.wait()
        if wanted < 0:
            raise OSError("unreadable")
        if not self.reading.again:
            self.shown.append(wanted)

    def want(self, number: int) -> None:
        self.wanted = number
        self.reading.ask()


async def test_wishes_during_a_reading_become_one_more_of_what_was_wanted_last() -> None:
    shelf = Shelf()
    shelf.want(1)
    await asyncio.sleep(0)
    shelf.want(2)
    shelf.want(3)
    await shelf.reading.now()  # leaves it to the one that is under way
    shelf.given.set()
    await asyncio.gather(*shelf.tasks)
    assert shelf.shown == [3] and len(shelf.tasks) == 1
    shelf.wanted = 4
    await shelf.reading.now()
    assert shelf.shown == [3, 4]


async def test_a_reading_that_failed_does_not_keep_the_next_from_being_made() -> None:
    shelf = Shelf()
    shelf.given.set()
    shelf.want(-1)
    failed = await asyncio.gather(*shelf.tasks, return_exceptions=True)
    assert isinstance(failed[0], OSError)
    shelf.want(5)
    await shelf.tasks[-1]
    assert shelf.shown == [5]
