from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from desktop.models.errors import Busy
from desktop.models.store import Changes
from desktop.services import carrier
from desktop.services.carrier import Carrier
from desktop.services.services import Services
from tests.services.conftest import add


class Counting(Carrier):
    """Looks, and says so; ``trouble`` is raised once."""

    name = "counting"
    initiator = "counting"

    def __init__(self, services: Services) -> None:
        role = asyncio.Event()
        role.set()
        super().__init__(services.store, services.connections, services.tasks, role=role)
        self.looks = 0
        self.looked = asyncio.Event()
        self.trouble: Exception | None = None

    async def look(self) -> float:
        self.looks += 1
        self.looked.set()
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
        return 3600.0

    def concerns(self, changes: Changes) -> bool:
        return bool(changes.channels)

    async def next_look(self) -> None:
        async with asyncio.timeout(10):
            await self.looked.wait()
        self.looked.clear()


@pytest.fixture
async def counting(services: Services) -> AsyncIterator[Counting]:
    made = Counting(services)
    yield made
    await made.stop()


async def test_it_looks_again_when_what_concerns_it_is_written_by_others(
    services: Services, counting: Counting
) -> None:
    await counting.start()
    await counting.next_look()
    await counting._write(lambda tx: tx.changes.channel(1))
    await add(services, "https://a.example/feed")
    await counting.next_look()
    assert counting.looks == 2, "what it wrote itself is no news"


@pytest.mark.parametrize("trouble", [Busy("held"), ZeroDivisionError("a fault")])
async def test_trouble_does_not_end_it(
    services: Services, counting: Counting, trouble: Exception, caplog: Any
) -> None:
    counting.trouble = trouble
    await counting.start()
    await counting.next_look()
    await add(services, "https://a.example/feed")
    await counting.next_look()
    assert "counting" in caplog.text


async def test_what_became_of_a_thing_is_written_as_soon_as_it_can_be(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier, "FULL_PAUSE_S", 0.01)
    tries = []

    def write(tx: Any, number: int) -> int:
        tries.append(number)
        if len(tries) < 3:
            raise Busy("the disk is full")
        return number

    assert await counting._patiently(write, 7) == 7
    assert tries == [7, 7, 7]
