from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from connectors import registry
from desktop.models import channels
from desktop.models.schema import database
from desktop.services.services import Services, open_services
from desktop.services.vault import Vault
from tests.services.fakes import FakeCity, FakeKeyring


@pytest.fixture
def city(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeCity]:
    fake = FakeCity()
    own = (*registry.NETWORKS, fake.network())
    monkeypatch.setattr(registry, "networks", lambda: own)
    yield fake


@pytest.fixture
async def services(tmp_path: Path, city: FakeCity) -> AsyncIterator[Services]:
    made = await open_services(
        str(tmp_path / "w.db"), user="김주무관", vault=Vault(backend=FakeKeyring()), http=FakeHttp()
    )
    made.collector.random = made.sender.random = lambda: 0.5
    yield made
    await made.aclose()


class FakeHttp:
    async def aclose(self) -> None: ...


async def add(services: Services, url: str, network: str = "fake", **more: Any) -> int:
    name = more.pop("name", url)
    return await asyncio.wrap_future(
        services.store.write(channels.add_channel, network=network, name=name, url=url, **more)
    )


async def read(services: Services, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return await asyncio.wrap_future(services.store.read(work, *args, **kwargs))


async def row(services: Services, channel_id: int) -> channels.ChannelRow:
    return await read(services, channels.get_channel, channel_id)


async def until(services: Services, question: Callable[[], Any]) -> Any:
    """Wait until ``question()`` (or what it awaits) is true; asked after every change of the workspace."""
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()
    unsubscribe = services.store.subscribe(lambda changes: loop.call_soon_threadsafe(changed.set))
    try:
        async with asyncio.timeout(20):
            while True:
                answer = question()
                if asyncio.iscoroutine(answer):
                    answer = await answer
                if answer:
                    return answer
                changed.clear()
                try:
                    async with asyncio.timeout(0.05):
                        await changed.wait()
                except TimeoutError:
                    pass
    finally:
        unsubscribe()


def posts() -> list[tuple[str, str]]:
    """(id on the network, text) of all posts."""
    return database.execute_sql("SELECT remote_id, text FROM post ORDER BY remote_id").fetchall()


async def texts(services: Services) -> list[str]:
    return [text for _, text in await read(services, posts)]
