"""Tasks, paths, pace, verdicts, status, limits, indexer and watcher."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Batch
from desktop.models import cases, channels, search
from desktop.models.errors import WorkspaceError
from desktop.models.filters import Filter
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.models.store import Changes, Store
from desktop.services import limits, pace, paths
from desktop.services.services import Services, open_services
from desktop.services.status import Status
from desktop.services.tasks import Tasks
from tests.services.conftest import FakeHttp, add, read, until
from tests.services.fakes import FakeCity

# --- tasks


async def test_a_task_is_kept_while_nobody_holds_it() -> None:
    tasks, done, go = Tasks(), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await go.wait()
        done.set()

    tasks.spawn("kept", work())
    await asyncio.sleep(0)
    gc.collect()
    assert tasks.names == ["kept"]
    go.set()
    await done.wait()


async def test_a_failing_task_is_told(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[tuple[str, BaseException]] = []
    tasks = Tasks(lambda name, error: heard.append((name, error)))
    error = ValueError("x")

    async def work() -> None:
        raise error

    await asyncio.wait([tasks.spawn("bad", work())])
    await asyncio.sleep(0)
    assert heard == [("bad", error)]
    assert "bad" in caplog.text


async def test_closing_ends_everything_and_starts_nothing_more() -> None:
    tasks, ended = Tasks(), []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(1)

    for number in range(5):
        tasks.spawn(str(number), work())
    await asyncio.sleep(0)
    await tasks.aclose()
    assert len(ended) == 5 and tasks.names == []
    with pytest.raises(RuntimeError):
        tasks.spawn("late", work())


# --- paths


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX paths")
@pytest.mark.parametrize("name", ["a.db", "업무 공간.db", "100%.db", "a?b#c.db"])
def test_an_address_and_its_file_are_the_same(tmp_path: Path, name: str) -> None:
    assert paths.workspace_file(paths.workspace_url(tmp_path / name)) == tmp_path / name


def test_addresses_that_are_no_file_are_refused() -> None:
    for url in ("postgresql://host/db", "mysql://x", "sqlite://relative.db"):
        with pytest.raises(WorkspaceError):
            paths.workspace_file(url)


def test_resources_are_found_in_the_tree_and_in_the_built_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.resource("__init__.py").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", os.sep + "built", raising=False)
    assert paths.resource("fonts/x") == Path(os.sep, "built", "resources", "fonts", "x")


def test_only_a_linux_without_display_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert paths.has_display()
    monkeypatch.setattr(sys, "platform", "linux")
    assert not paths.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert paths.has_display()


# --- pace


@given(
    wish=st.none() | st.floats() | st.integers() | st.booleans() | st.text(),
    default=st.floats(1, 3600),
    least=st.floats(1, 3600),
)
def test_no_option_makes_a_channel_hammer_or_starve(wish: object, default: float, least: float) -> None:
    base = pace.base_interval(wish, default, least)
    assert min(least, pace.SLOWEST_S) <= base <= pace.SLOWEST_S


@given(
    base=st.floats(1, 3600),
    quiet=st.integers(0, 10**6),
    wish=st.none() | st.floats(allow_nan=True, allow_infinity=True),
    fixed=st.booleans(),
)
def test_the_next_poll_is_never_sooner_than_the_interval_nor_later_than_an_hour(
    base: float, quiet: int, wish: float | None, fixed: bool
) -> None:
    assert base <= pace.next_interval(base, quiet, wish, fixed=fixed) <= pace.SLOWEST_S


def test_pauses_grow_from_half_a_minute_to_half_an_hour() -> None:
    pauses = [pace.pause_after(n, lambda: 0.5) for n in range(1, 12)]
    assert pauses[:3] == [30, 60, 120]
    assert pauses == sorted(pauses) and pauses[-1] == 1800
    assert pace.pause_after(10**9, lambda: 1.0) <= 1800 * 1.11
    assert [pace.reconnect_after(n, lambda: 0.5) for n in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]


# --- status


def test_listeners_hear_only_of_changes() -> None:
    status, heard = Status(), []
    stop = status.subscribe(lambda subject, code: heard.append((subject, code)))
    for code in ("offline", "offline", "", ""):
        status.set("online", code)
    stop()
    status.set("online", "offline")
    assert heard == [("online", "offline"), ("online", "")]
    assert status.all() == {"online": "offline"}


# --- limits


async def test_a_rate_limit_survives_a_restart(services: Services) -> None:
    store = services.store
    first = limits.DbLimits(store, await read(services, limits.load))
    first.set_until("https://a.example", 4_000_000_000_000)
    assert first.until_ms("https://a.example") == 4_000_000_000_000
    await asyncio.wrap_future(store.write(lambda tx: None))
    again = limits.DbLimits(store, await read(services, limits.load))
    assert again.until_ms("https://a.example") == 4_000_000_000_000
    assert again.until_ms("https://b.example") is None


# --- indexer


async def test_posts_are_searchable_after_the_merge_and_after_a_restart(
    services: Services, city: FakeCity
) -> None:
    await add(services, "https://a")
    for number in range(350):
        city["https://a"].write(number, f"{number}번 버스가 오지 않습니다")
    await services.indexer.start()
    await services.collector.run_once()

    async def found() -> bool:
        return await read(services, _waiting) == 0

    await until(services, found)
    assert len(await read(services, search.search_ids, "버스", Filter(), None, 1000)) == 350
    await services.indexer.stop()
    city["https://a"].write(999, "택시가 오지 않습니다")
    await services.collector.run_once()
    assert await read(services, _waiting) == 1
    await services.indexer.start()

    async def indexed() -> bool:
        return await read(services, _waiting) == 0

    await until(services, indexed)
    assert len(await read(services, search.search_ids, "택시", Filter(), None, 10)) == 1


def _waiting() -> int:
    return int(database.execute_sql("SELECT count(*) FROM search_queue").fetchone()[0])


# --- watcher


async def test_what_another_program_writes_is_announced(services: Services, city: FakeCity) -> None:
    channel_id = await add(services, "https://a")
    await services.watcher.start()
    heard: list[Changes] = []
    services.store.subscribe(heard.append)
    with Store.open(services.store.path) as other:
        batch = Batch(posts=(city["https://a"].write(1), city["https://a"].write(2)))
        other.write(merge_batch, channel_id, batch).result()
        await until(services, lambda: any(len(c.new_posts) == 2 for c in heard))
        found = next(c for c in heard if c.new_posts)
        assert found.initiator == "other-program"
        assert len(found.cases) == 2 and channel_id in found.channels
        heard.clear()
        other.write(merge_batch, channel_id, Batch(gone=("p1",))).result()
        await until(services, lambda: any(c.posts for c in heard))


async def test_a_new_post_is_told_of_once(services: Services, city: FakeCity) -> None:
    """A list that heard of it again would take what is on show for something newer."""
    channel_id = await add(services, "https://a")
    earlier, own, theirs = (Batch(posts=(city["https://a"].write(number),)) for number in (1, 2, 3))
    await asyncio.wrap_future(services.store.write(merge_batch, channel_id, earlier))
    await services.watcher.start()
    heard: list[Changes] = []
    services.store.subscribe(heard.append)
    await asyncio.wrap_future(services.store.write(merge_batch, channel_id, own))
    with Store.open(services.store.path) as other:
        other.write(merge_batch, channel_id, theirs).result()
        await until(services, lambda: len(heard) > 1)
        (case_id,) = heard[0].cases
        for starred in (True, False):
            count = len(heard)
            other.write(cases.set_starred, [case_id], starred).result()
            await until(services, lambda count=count: len(heard) > count)  # type: ignore[misc]
            assert case_id in heard[-1].cases
    told = [post_id for changes in heard for post_id in changes.new_posts]
    assert len(told) == len(set(told)) == 2


async def test_our_own_writing_is_not_taken_for_another_programs(services: Services) -> None:
    services.watcher._version = await asyncio.to_thread(services.store.data_version)
    await add(services, "https://a")
    assert not await services.watcher.look()


# --- services


async def test_opening_is_light_and_closing_lets_the_next_one_in(tmp_path: Path) -> None:
    first = await open_services(str(tmp_path / "w.db"), http=FakeHttp())
    await first.start()
    await until(first, lambda: first.holding)
    await first.aclose()
    second = await open_services(str(tmp_path / "w.db"), http=FakeHttp())
    assert second.collector.take_role()
    await second.aclose()


async def test_a_read_only_workspace_opens_collects_nothing_and_says_so(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "w.db")).close()
    services = await open_services(str(tmp_path / "w.db"), read_only=True, http=FakeHttp())
    await services.start()
    assert services.status.get("collecting") == "read-only"
    assert not services.holding
    assert await read(services, channels.list_channels) == []
    await services.aclose()
