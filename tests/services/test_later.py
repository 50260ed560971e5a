"""What is written a moment later: the newest of it, once, and not lost for a full disk."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models.errors import DiskFull, Missing
from desktop.models.store import Tx
from desktop.services import later as later_module
from desktop.services.later import Later
from desktop.services.services import Services
from tests.services.conftest import until

written: list[tuple[int, Any]] = []


@pytest.fixture
def later(services: Services, monkeypatch: pytest.MonkeyPatch) -> Later:
    written.clear()
    monkeypatch.setattr(later_module, "PAUSE_S", 0.05)
    monkeypatch.setattr(later_module, "RETRY_S", 0.05)
    return Later(services.store, services.tasks, initiator="test")


def note(tx: Tx, channel_id: int, value: Any) -> None:
    if channel_id == 404:
        raise Missing("removed")
    tx.changes.channel(channel_id)
    written.append((channel_id, value))


async def test_the_newest_of_each_channel_is_written_in_one_transaction(
    services: Services, later: Later
) -> None:
    told: list[set[int]] = []
    services.store.subscribe(lambda changes: told.append(changes.channels))
    later.put(note, 1, "old")
    later.put(note, 404, "of a channel that is gone")
    later.put(note, 2, "two")
    later.put(note, 1, "new")
    later.put(note, 3, "not wanted any more")
    later.drop(note, 3)
    await until(services, lambda: len(written) == 2)
    assert written == [(1, "new"), (2, "two")] and told == [{1, 2}]
    later.put(note, 1, "newer")
    await until(services, lambda: len(written) == 3)


async def test_what_cannot_be_written_waits_and_gives_way_to_what_is_newer(
    services: Services, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = True
    write = later_module._write_all

    def store(tx: Tx, waiting: Any) -> None:
        if full:
            raise DiskFull("no room")
        write(tx, waiting)

    monkeypatch.setattr(later_module, "_write_all", store)
    later.put(note, 1, "old")
    later.put(note, 2, "two")
    await later.flush()
    later.put(note, 1, "new")
    full = False
    await until(services, lambda: len(written) == 2)
    assert sorted(written) == [(1, "new"), (2, "two")]


async def test_flushing_waits_for_no_pause(later: Later) -> None:
    later.put(note, 1, "now")
    await later.flush()
    assert written == [(1, "now")]
