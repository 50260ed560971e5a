"""Channels that are listened to: gaps, sleep, and what comes over a live line."""

from __future__ import annotations

import asyncio
import time

import pytest

from connectors.base import AuthExpired, Batch, Unreachable
from desktop.models import channels
from desktop.models.store import Changes
from desktop.services import channel_loop
from desktop.services.services import Services
from tests.services.conftest import add, row, texts, until
from tests.services.fakes import FakeCity


async def test_a_stream_fills_the_gap_first_and_then_brings_posts(services: Services, city: FakeCity) -> None:
    channel = city["https://live"]
    channel.stream = True
    channel.write(1, "먼저 온 글")
    channel.hold = asyncio.Event()
    channel_id = await add(services, "https://live")
    heard: list[Changes] = []
    services.store.subscribe(heard.append)
    await services.collector.start()
    await until(services, lambda: channel.fetches == 1)
    # Comes while the gap is being filled: it must wait for the fetch and not be lost.
    channel.pushes.put_nowait(Batch(posts=(channel.write(2, "사이에 온 글"),)))
    channel.posts.pop()
    assert await texts(services) == []
    channel.hold.set()

    async def two() -> bool:
        return len(await texts(services)) == 2

    await until(services, two)
    assert services.collector.is_live(channel_id)
    channel.pushes.put_nowait(Batch(posts=(channel.write(3, "지금 온 글"),)))

    async def three() -> bool:
        return "지금 온 글" in await texts(services)

    await until(services, three)
    assert any(changes.new_posts for changes in heard)
    assert channel.fetches == 1
    assert (await row(services, channel_id)).cursor == {"n": 1}


async def test_after_a_broken_stream_the_gap_is_filled_from_the_cursor(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_loop.pace, "reconnect_after", lambda breaks, random: 0.0)
    channel = city["https://live"]
    channel.stream = True
    channel_id = await add(services, "https://live")
    await services.collector.start()
    await until(services, lambda: services.collector.is_live(channel_id))
    channel.write(7, "끊긴 사이에 온 글")
    channel.pushes.put_nowait(Unreachable("broken", "closed"))

    async def filled() -> bool:
        return "끊긴 사이에 온 글" in await texts(services)

    await until(services, filled)
    await until(services, lambda: channel.streams == 2)
    assert (await row(services, channel_id)).health == "ok"


async def test_where_no_stream_opens_the_channel_is_polled(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_loop.pace, "reconnect_after", lambda breaks, random: 0.0)
    channel = city["https://live"]
    channel.stream = True
    channel.stream_failures = [Unreachable("proxy", "http-502") for _ in range(3)]
    channel.write(1)
    await add(services, "https://live")
    await services.collector.start()

    async def there() -> bool:
        return len(await texts(services)) == 1

    await until(services, there)
    await until(services, lambda: channel.streams == 1)


async def test_after_sleep_streams_are_opened_anew_and_polls_come_at_once(
    services: Services, city: FakeCity
) -> None:
    live, polled = city["https://live"], city["https://polled"]
    live.stream = True
    live_id, polled_id = await add(services, "https://live"), await add(services, "https://polled")
    await services.collector.start()
    await until(services, lambda: services.collector.is_live(live_id) and polled.fetches == 1)

    async def rested() -> bool:
        return (await row(services, polled_id)).next_due_ms is not None

    await until(services, rested)
    services.collector.wake_all()
    await until(services, lambda: live.streams == 2 and polled.fetches == 2)


async def test_a_jump_of_the_clock_counts_as_sleep(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services import collector as module

    monkeypatch.setattr(module, "CLOCK_CHECK_S", 0.01)
    ahead = 0.0
    looks = 0

    def clock() -> float:
        nonlocal looks
        looks += 1
        return time.time() + ahead

    services.collector.clock = clock
    await add(services, "https://a")
    await services.collector.start()

    await until(services, lambda: city["https://a"].fetches == 1)
    looks = 0
    await until(services, lambda: looks > 5)
    assert city["https://a"].fetches == 1
    ahead = 3600.0
    await until(services, lambda: city["https://a"].fetches == 2)


async def test_channels_that_come_change_and_go_are_followed(services: Services, city: FakeCity) -> None:
    await services.collector.start()
    await until(services, lambda: services.collector.holding)
    channel_id = await add(services, "https://a")
    await until(services, lambda: city["https://a"].fetches == 1)
    write = services.store.write
    await asyncio.wrap_future(write(channels.update_channel, channel_id, url="https://b"))
    await until(services, lambda: city["https://b"].fetches == 1)
    await asyncio.wrap_future(write(channels.update_channel, channel_id, enabled=False))
    await until(services, lambda: services.collector.running == ())
    await until(services, lambda: "https://b" in city.closed)
    await asyncio.wrap_future(write(channels.update_channel, channel_id, enabled=True))
    await until(services, lambda: services.collector.running == (channel_id,))
    await asyncio.wrap_future(write(channels.remove_channel, channel_id))
    await until(services, lambda: services.collector.running == ())


async def test_a_connected_stream_is_checked_by_a_fetch_now_and_then(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 300 <= channel_loop.CATCH_UP_EVERY_S * 0.9 and channel_loop.CATCH_UP_EVERY_S * 1.1 <= 600
    monkeypatch.setattr(channel_loop, "CATCH_UP_EVERY_S", 0.01)
    channel = city["https://live"]
    channel.stream = True
    await add(services, "https://live")
    await services.collector.start()
    await until(services, lambda: channel.fetches == 1)
    channel.write(1, "실시간으로 오지 않은 글")

    async def there() -> bool:
        return await texts(services) == ["실시간으로 오지 않은 글"]

    await until(services, there)
    assert channel.streams == 1


async def test_a_stream_whose_sign_in_is_refused_asks_for_a_new_one(
    services: Services, city: FakeCity
) -> None:
    channel = city["https://live"]
    channel.stream = True
    channel_id = await add(services, "https://live")
    await services.collector.start()
    await until(services, lambda: services.collector.is_live(channel_id))
    channel.pushes.put_nowait(AuthExpired("revoked"))

    async def asks() -> bool:
        return (await row(services, channel_id)).health == "auth"

    await until(services, asks)
    assert not services.collector.is_live(channel_id)
    assert channel.streams == 1


async def test_many_posts_of_a_stream_are_all_stored_in_their_order(
    services: Services, city: FakeCity
) -> None:
    channel = city["https://live"]
    channel.stream = True
    channel_id = await add(services, "https://live")
    await services.collector.start()
    await until(services, lambda: services.collector.is_live(channel_id))
    for number in range(300):
        channel.pushes.put_nowait(Batch(posts=(channel.write(number, f"글 {number}"),)))
        channel.pushes.put_nowait(Batch(posts=(channel.write(number, f"고친 글 {number}"),)))

    async def all_there() -> bool:
        found = await texts(services)
        return len(found) == 300 and all(text.startswith("고친") for text in found)

    await until(services, all_there)
