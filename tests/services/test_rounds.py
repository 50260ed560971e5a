"""Storing what many channels bring at once: together, and nobody pays for another's fault."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop.models.schema import database
from desktop.models.store import Changes
from desktop.services import rounds
from desktop.services.services import Services
from tests.services.conftest import add, read
from tests.services.fakes import FakeCity


@contextmanager
def busy_writer(services: Services) -> Iterator[None]:
    """Somebody else's transaction runs meanwhile."""
    ended = threading.Event()
    services.store.write(lambda tx: ended.wait(20))
    try:
        yield
    finally:
        ended.set()


async def five(services: Services, city: FakeCity) -> dict[str, int]:
    made = {}
    for number in range(5):
        url = f"https://c{number}"
        made[url] = await add(services, url)
        city[url].write(number)
    return made


async def fetched(city: FakeCity) -> None:
    async with asyncio.timeout(20):
        while sum(channel.fetches for channel in city.channels.values()) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    await asyncio.sleep(0.05)


def stored() -> set[str]:
    return {remote_id for (remote_id,) in database.execute_sql("SELECT remote_id FROM post").fetchall()}


def told(services: Services) -> list[Changes]:
    found: list[Changes] = []
    services.store.subscribe(lambda changes: found.append(changes) if changes.new_posts else None)
    return found


async def opened(services: Services, made: dict[str, int]) -> list[Any]:
    return [(await services.collector.rounds.open(channel_id))[0] for channel_id in made.values()]


async def test_what_waits_is_stored_together_and_says_whether_more_is_coming(
    services: Services, city: FakeCity
) -> None:
    channels = await opened(services, await five(services, city))
    changes = told(services)
    with busy_writer(services):
        running = [asyncio.ensure_future(services.collector.rounds.catch_up(one)) for one in channels]
        await fetched(city)
    totals = await asyncio.gather(*running)
    assert [one.new for one in totals] == [1] * 5
    assert [(len(one.new_posts), one.more) for one in changes] == [(1, True), (4, False)]


async def test_a_transaction_has_its_bounds(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "POSTS_AT_ONCE", 2)
    channels = await opened(services, await five(services, city))
    changes = told(services)
    with busy_writer(services):
        running = [asyncio.ensure_future(services.collector.rounds.catch_up(one)) for one in channels]
        await fetched(city)
    await asyncio.gather(*running)
    assert [len(one.new_posts) for one in changes] == [1, 2, 2]


async def test_what_cannot_be_stored_fails_alone(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await five(services, city)
    channels = await opened(services, made)
    store = rounds._store_batches

    def refuse(tx: Any, channel_id: int, *more: Any) -> Any:
        if channel_id == made["https://c3"]:
            raise ValueError("cannot be stored")
        return store(tx, channel_id, *more)

    monkeypatch.setattr(rounds, "_store_batches", refuse)
    with busy_writer(services):
        running = [asyncio.ensure_future(services.collector.rounds.catch_up(one)) for one in channels]
        await fetched(city)
    ended = await asyncio.gather(*running, return_exceptions=True)
    assert [isinstance(one, ValueError) for one in ended] == [False, False, False, True, False]
    assert await read(services, stored) == {"p0", "p1", "p2", "p4"}


async def test_a_channel_that_is_ended_while_it_waits_takes_nobody_with_it(
    services: Services, city: FakeCity
) -> None:
    channels = await opened(services, await five(services, city))
    with busy_writer(services):
        running = [asyncio.ensure_future(services.collector.rounds.catch_up(one)) for one in channels]
        await fetched(city)
        running[0].cancel()  # it was about to store
        running[2].cancel()  # it was to be stored with another
        await asyncio.sleep(0.05)
    ended = await asyncio.gather(*running, return_exceptions=True)
    assert [isinstance(one, asyncio.CancelledError) for one in ended] == [True, False, True, False, False]
    assert {"p1", "p3", "p4"} <= await read(services, stored)
