from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from connectors.base import AuthExpired, Batch, Gone, Malformed, RateLimited, Refused, Unreachable, unread
from desktop.models import accounts, channels
from desktop.models.errors import DiskFull
from desktop.services import messages
from desktop.services.services import Services, open_services
from tests.services.conftest import FakeHttp, add, posts, read, row, texts, until
from tests.services.fakes import FakeCity


async def test_one_round_merges_all_channels_and_one_failure_stops_no_other(
    services: Services, city: FakeCity
) -> None:
    for number in range(5):
        await add(services, f"https://c{number}")
        city[f"https://c{number}"].write(number)
    city["https://c2"].always = Unreachable("no", "http-503")
    heard: list[str] = []
    results = await services.collector.run_once(on_result=lambda result: heard.append(result.name))
    assert {r.name: (r.new, r.failed, r.error) for r in results} == {
        "https://c0": (1, 0, ""),
        "https://c1": (1, 0, ""),
        "https://c2": (0, 1, "http-503"),
        "https://c3": (1, 0, ""),
        "https://c4": (1, 0, ""),
    }
    assert sorted(heard) == [f"https://c{n}" for n in range(5)]
    assert len(await read(services, posts)) == 4
    assert [r.new for r in await services.collector.run_once()] == [0] * 5


async def test_pages_are_followed_and_a_failure_keeps_what_came_before(
    services: Services, city: FakeCity
) -> None:
    channel = city["https://a"]
    for number in range(25):
        channel.write(number)
    channel.page = 10
    await add(services, "https://a")
    channel.failures = []
    real = channel.posts
    results = await services.collector.run_once()
    assert results[0].new == len(real)
    assert channel.fetches == 3


async def test_a_source_that_promises_more_for_ever_is_stopped(services: Services, city: FakeCity) -> None:
    await add(services, "https://a")

    class Endless:
        def __init__(self, *_: Any) -> None:
            pass

        async def capabilities(self) -> Any:
            return city.network().capabilities

        async def fetch(self, cursor: Any) -> Batch:
            return Batch(cursor={"n": 1}, more=True)

        async def aclose(self) -> None: ...

    city.channels.clear()
    original = services.connections.get

    async def get(channel_id: int) -> Any:
        import dataclasses

        return dataclasses.replace(await original(channel_id), connector=Endless())

    services.connections.get = get  # type: ignore[method-assign]
    (result,) = await services.collector.run_once()
    assert (result.failed, result.error) == (1, "unreadable")


async def test_a_slow_channel_ends_at_the_deadline_and_keeps_others_unharmed(
    services: Services, city: FakeCity
) -> None:
    slow, quick = await add(services, "https://slow"), await add(services, "https://quick")
    city["https://slow"].hold = asyncio.Event()
    city["https://quick"].write(1)
    results = {r.channel_id: r for r in await services.collector.run_once(limit_s=0.2)}
    assert results[slow].error == "deadline"
    assert results[quick].new == 1


@pytest.mark.parametrize(
    ("error", "health", "detail", "polls_again"),
    [
        (AuthExpired("401"), "auth", "not-signed-in", False),  # it has no account that could expire
        (Gone("410"), "gone", "gone", False),
        (Malformed("x", "html"), "down", "html", True),
        (Unreachable("x", "http-502"), "down", "http-502", True),
        (Refused("차단되었습니다"), "down", "차단되었습니다", True),
        (ValueError("a mistake in a connector"), "down", "internal", True),
    ],
)
async def test_each_failure_has_its_lamp(
    services: Services, city: FakeCity, error: Exception, health: str, detail: str, polls_again: bool
) -> None:
    channel_id = await add(services, "https://a")
    city["https://a"].failures = [error]
    await services.collector.start()

    async def failed() -> bool:
        return (await row(services, channel_id)).health == health

    await until(services, failed)
    now = await row(services, channel_id)
    assert now.health_detail == detail
    assert now.failures == 1
    assert now.health_since_ms is not None
    assert (now.next_due_ms is not None) == polls_again
    # Somebody asks for it by hand: it is tried, works, and the lamp is green again.
    city["https://a"].write(1)
    services.collector.collect_now(channel_id)

    async def well() -> bool:
        return (await row(services, channel_id)).health == "ok"

    await until(services, well)
    assert await texts(services) == ["버스가 오지 않습니다"]


async def test_asking_all_channels_leaves_those_alone_that_need_a_sign_in(
    services: Services, city: FakeCity
) -> None:
    waiting, other = await add(services, "https://auth"), await add(services, "https://ok")
    city["https://auth"].always = AuthExpired("401")
    await services.collector.start()

    async def both() -> bool:
        return (await row(services, waiting)).health == "auth" and (await row(services, other)).health == "ok"

    await until(services, both)
    for _ in range(3):
        before = city["https://ok"].fetches
        services.collector.collect_now()
        services.collector.wake_all()
        await until(services, lambda before=before: city["https://ok"].fetches > before)
    assert city["https://auth"].fetches == 1


async def test_a_rate_limit_is_obeyed_even_when_somebody_asks(services: Services, city: FakeCity) -> None:
    channel_id = await add(services, "https://a")
    other = await add(services, "https://b")
    until_ms = int(time.time() * 1000) + 3_600_000
    city["https://a"].always = RateLimited("429", until_ms)
    await services.collector.start()

    async def limited() -> bool:
        return (await row(services, channel_id)).health == "limited"

    await until(services, limited)
    assert (await row(services, channel_id)).limited_until_ms == until_ms
    services.collector.collect_now(channel_id)
    before = city["https://b"].fetches
    services.collector.collect_now(other)
    await until(services, lambda: city["https://b"].fetches > before)
    assert city["https://a"].fetches == 1
    # Also the single round of the command line obeys it.
    await services.collector.stop()
    results = {r.channel_id: r.error for r in await services.collector.run_once()}
    assert results[channel_id] == "limited"
    assert city["https://a"].fetches == 1


async def test_a_server_that_rests_is_not_said_to_limit_us(services: Services, city: FakeCity) -> None:
    channel_id = await add(services, "https://a")
    until_ms = int((time.time() + 600) * 1000)
    city["https://a"].failures = [RateLimited("503", until_ms, "http-503")]
    for _ in range(2):  # the second round does not even ask
        (told,) = await services.collector.run_once()
        assert told.error == "resting" and told.until_ms
    now = await row(services, channel_id)
    assert (now.health, now.health_detail) == ("limited", "resting")
    assert "점검" in messages.sentence("resting", until_ms=now.limited_until_ms)


@pytest.mark.parametrize("code", ["quota", "usage-capped"])
async def test_a_plan_that_is_used_up_is_not_told_as_asking_too_often(
    services: Services, city: FakeCity, code: str
) -> None:
    channel_id = await add(services, "https://a")
    city["https://a"].always = RateLimited("429", int(time.time() * 1000) + 3_600_000, code)
    for _ in range(2):  # asked, and not asked any more
        told = next(r for r in await services.collector.run_once() if r.channel_id == channel_id)
        assert told.error == "quota" and told.until_ms
    now = await row(services, channel_id)
    assert (now.health, now.health_detail) == ("limited", "quota")
    assert city["https://a"].fetches == 1


async def test_since_when_a_channel_is_down_stays_while_it_is_tried_again(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    city["https://a"].always = Unreachable("no", "connect")
    await services.collector.start()

    async def failures(n: int) -> bool:
        return (await row(services, channel_id)).failures >= n

    await until(services, lambda: failures(1))
    since = (await row(services, channel_id)).health_since_ms
    for n in (2, 3):
        services.collector.collect_now(channel_id)
        await until(services, lambda n=n: failures(n))
    now = await row(services, channel_id)
    assert now.health_since_ms == since
    assert now.last_attempt_ms is not None and now.last_success_ms is None


async def test_damaged_posts_are_merged_and_the_lamp_says_so(services: Services, city: FakeCity) -> None:
    channel_id = await add(services, "https://a")
    city["https://a"].write(1)
    city["https://a"].damaged = "cut off"
    (result,) = await services.collector.run_once()
    assert (result.new, result.failed) == (1, 0)
    now = await row(services, channel_id)
    assert (now.health, now.health_detail) == ("damaged", "")
    city["https://a"].damaged = unread(3, "댓글", "comments")
    await services.collector.run_once()
    assert messages.sentence((await row(services, channel_id)).health_detail) == "댓글 3개를 읽지 못했습니다."


async def test_a_permission_that_is_missing_is_no_damage(services: Services, city: FakeCity) -> None:
    channel_id = await add(services, "https://a")
    city["https://a"].missing = "쪽지를 읽을 권한이 없습니다. / The permission for messages is missing."
    await services.collector.run_once()
    now = await row(services, channel_id)
    assert (now.health, messages.sentence(now.health_detail)) == ("partial", "쪽지를 읽을 권한이 없습니다.")
    city["https://a"].missing = ""
    await services.collector.run_once()
    now = await row(services, channel_id)
    assert (now.health, now.health_detail) == ("ok", "")


async def test_a_refused_sign_in_stops_all_channels_of_the_account_until_a_new_one(
    services: Services, city: FakeCity
) -> None:
    await services.vault.set("uid-1", {"login": "x"})
    account = await asyncio.wrap_future(
        services.store.write(accounts.add_account, uid="uid-1", network="fake", server="https://a")
    )
    first = await add(services, "https://a", account_id=account)
    second = await add(services, "https://b", account_id=account)
    await services.collector.start()
    await until(services, lambda: city["https://a"].fetches == 1 and city["https://b"].fetches == 1)
    city["https://a"].always = AuthExpired("401")
    services.collector.collect_now(first)

    async def both() -> bool:
        return [(await row(services, c)).health for c in (first, second)] == ["auth", "auth"]

    await until(services, both)
    assert city["https://b"].fetches == 1, "the secret is known to be bad"
    city["https://a"].always = None
    await asyncio.wrap_future(services.store.write(accounts.set_account_state, account, "connected"))
    await until(services, lambda: city["https://a"].fetches == 3 and city["https://b"].fetches == 2)
    assert city["https://a"].secrets[-1] == {"login": "x"}


async def test_a_channel_that_waited_for_a_sign_in_is_not_asked_after_a_restart(
    services: Services, city: FakeCity
) -> None:
    waiting, other = await add(services, "https://a"), await add(services, "https://b")
    await asyncio.wrap_future(services.store.write(channels.record_failure, waiting, "auth", "auth"))
    await services.collector.start()
    await until(services, lambda: city["https://b"].fetches == 1)
    assert city["https://a"].fetches == 0
    assert set(services.collector.running) == {waiting, other}


async def test_only_one_program_collects_and_the_other_takes_over(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services import collector as module

    monkeypatch.setattr(module, "ROLE_RETRY_S", 0.01)
    await add(services, "https://a")
    await services.collector.start()
    await until(services, lambda: services.collector.holding)
    second = await open_services(services.store.path, http=FakeHttp())
    try:
        assert not second.collector.take_role()
        await second.collector.start()
        await until(services, lambda: second.status.get("collecting") == "other-program")
        assert second.collector.running == ()
        await services.collector.stop()
        services.collector.release_role()
        await until(second, lambda: second.collector.holding)
        assert second.status.get("collecting") == ""
        await until(second, lambda: second.collector.running != ())
    finally:
        await second.aclose()


async def test_a_full_disk_stops_collecting_with_one_message_and_loses_nothing(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services import collector as module

    monkeypatch.setattr(module, "STORE_RETRY_S", (0.01,))
    channel_id = await add(services, "https://a")
    city["https://a"].write(1)
    said: list[tuple[str, str]] = []
    services.status.subscribe(lambda subject, code: said.append((subject, code)))
    full = True
    real = services.store.write

    def write(work: Any, *args: Any, **kwargs: Any) -> Any:
        def failing(tx: Any, *a: Any, **k: Any) -> None:
            raise DiskFull("database or disk is full")

        return real(failing if full else work, *args, **kwargs)

    monkeypatch.setattr(services.store, "write", write)
    await services.collector.start()
    await until(services, lambda: ("collecting", "disk-full") in said)
    assert await texts(services) == []
    full = False

    async def there() -> bool:
        return len(await texts(services)) == 1

    await until(services, there)
    await until(services, lambda: services.status.get("collecting") == "")
    assert said.count(("collecting", "disk-full")) == 1
    assert city["https://a"].fetches == 1
    assert (await row(services, channel_id)).health == "ok"


async def test_without_a_line_the_program_says_offline_and_comes_back_at_once(
    services: Services, city: FakeCity
) -> None:
    held = await add(services, "https://d")  # waits for somebody to sign in: it says nothing about the line
    city["https://d"].always = AuthExpired("401")
    for name in "abc":
        await add(services, f"https://{name}")
    await services.collector.start()

    async def all_were_asked() -> bool:
        rows = {row.id: row.health for row in await read(services, channels.list_channels)}
        return rows.pop(held) == "auth" and set(rows.values()) == {"ok"}

    await until(services, all_were_asked)
    for name in "abc":
        city[f"https://{name}"].always = Unreachable("no", "dns")
    services.collector.collect_now()
    await until(services, lambda: services.status.get("online") == "offline")
    for name in "abc":
        city[f"https://{name}"].always = None
    before = {name: city[f"https://{name}"].fetches for name in "bc"}
    first = next(row.id for row in await read(services, channels.list_channels) if row.id != held)
    services.collector.collect_now(first)
    await until(services, lambda: services.status.get("online") == "")
    await until(services, lambda: all(city[f"https://{n}"].fetches > before[n] for n in "bc"))


async def test_manual_and_disabled_channels_are_never_asked(services: Services, city: FakeCity) -> None:
    await add(services, "", network="manual", name="전화")
    await add(services, "https://off", enabled=False)
    assert await services.collector.run_once() == []
    assert city.channels == {} or city["https://off"].fetches == 0


async def test_an_unknown_network_fails_alone_with_a_sentence(services: Services, city: FakeCity) -> None:
    await add(services, "https://x", network="cyworld")
    await add(services, "https://a")
    results = {r.network: r.error for r in await services.collector.run_once()}
    assert results == {"cyworld": "unknown-network", "fake": ""}


async def test_at_most_eight_fetches_run_at_once(services: Services, city: FakeCity) -> None:
    hold = asyncio.Event()
    for number in range(20):
        await add(services, f"https://c{number}")
        city[f"https://c{number}"].hold = hold
    round_ = services.tasks.spawn("round", services.collector.run_once())

    def asked() -> int:
        return sum(channel.fetches for channel in city.channels.values())

    await until(services, lambda: asked() == 8)
    # Everybody who is waiting gets a turn of the loop; nobody may use it to pass.
    for _ in range(200):
        await asyncio.sleep(0)
    assert asked() == 8
    hold.set()
    assert len(await round_) == 20
