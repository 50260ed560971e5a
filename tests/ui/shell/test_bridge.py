"""The bridge over a real workspace: reads that wait, changes in the UI thread, undo, failures."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models import departments
from desktop.models.store import Changes, Store
from desktop.ui import failures
from desktop.ui.bridge import FLOOD, Bridge, merged
from tests.ui.conftest import until


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(str(tmp_path / "w.db"))
    yield made
    made.close()


def mark(tx: Any, what: str) -> str:
    tx.changes.other(what)
    return f"{tx.actor}:{what}"


async def test_reads_wait_for_the_workspace(bridge: Bridge, store: Store) -> None:
    early = asyncio.ensure_future(bridge.read(departments.list_departments))
    await asyncio.sleep(0)
    assert not early.done()
    bridge.set_store(store)
    assert isinstance(await early, list)


async def test_changes_come_once_a_frame_in_the_ui_thread(bridge: Bridge, store: Store) -> None:
    bridge.set_store(store)
    came: list[tuple[set[str], bool]] = []
    here = threading.get_ident()
    bridge.changed.connect(lambda c: came.append((set(c.others), threading.get_ident() == here)))
    for name in ("a", "b", "c"):
        assert await bridge.write(mark, name, initiator="somewhere else") == f"김주무관:{name}"
    await until(lambda: came)
    assert came == [({"a", "b", "c"}, True)]


async def test_what_somebody_does_is_told_at_once_with_all_that_waits(
    bridge: Bridge, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.bridge.FRAME_MS", 60_000)
    bridge.set_store(store)
    came: list[set[str]] = []
    bridge.changed.connect(lambda c: came.append(set(c.others)))
    await bridge.write(mark, "a", initiator="somewhere else")
    await bridge.write(mark, "b")
    await until(lambda: came)
    await bridge.write(mark, "c")
    await until(lambda: len(came) == 2)
    assert came == [{"a", "b"}, {"c"}]


async def test_what_somebody_does_waits_for_no_flood(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.bridge.FLOOD_MS", 60_000)
    came: list[Changes] = []
    bridge.changed.connect(came.append)

    def collected(*posts: int, more: bool = True) -> None:
        changes = Changes(initiator="collector", more=more)
        changes.new_posts.update(posts)
        bridge._collect(changes)

    collected(*range(FLOOD))
    await until(lambda: came)
    collected(FLOOD)
    assert bridge._timer.remainingTime() > 1000
    own = Changes()
    own.case(7)
    bridge._collect(own)
    await until(lambda: len(came) == 2)
    assert (came[1].cases, came[1].new_posts) == ({7}, {FLOOD})


async def test_the_last_of_a_flood_wait_for_nothing_more(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.bridge.FLOOD_MS", 60_000)
    came: list[Changes] = []
    bridge.changed.connect(came.append)
    for posts, more in ((range(FLOOD), True), ([FLOOD], True), ([FLOOD + 1], False)):
        changes = Changes(initiator="collector", more=more)
        changes.new_posts.update(posts)
        bridge._collect(changes)
        if not came:
            await until(lambda: came)
    await until(lambda: len(came) == 2)
    assert came[1].new_posts == {FLOOD, FLOOD + 1}


async def test_a_failed_task_becomes_one_message(bridge: Bridge) -> None:
    told: list[Any] = []
    bridge.toasted.connect(told.append)

    async def fail() -> None:
        raise ValueError("inside")

    bridge.spawn(fail())
    await until(lambda: told)
    assert len(told) == 1 and "ValueError: inside" in told[0].report


async def test_closing_cancels_what_still_runs(bridge: Bridge) -> None:
    task = bridge.spawn(asyncio.sleep(1000))
    await bridge.aclose()
    assert task.cancelled()


async def test_what_begins_after_closing_is_not_done(bridge: Bridge) -> None:
    """A timer of the window may run out while the workspace is being closed behind it."""
    done: list[str] = []

    async def late() -> None:
        done.append("read")

    await bridge.aclose()
    assert bridge.spawn(late()) is None
    await asyncio.sleep(0)
    assert done == []


async def test_undo_that_comes_too_late_says_who_was_faster(
    bridge: Bridge, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from desktop.models import cases
    from desktop.models.errors import Conflict

    def undo(tx: Any, step: str) -> str:
        raise Conflict("박주무관", 1_795_355_000_000, {"track": "idea"})

    monkeypatch.setattr(cases, "undo", undo)
    bridge.set_store(store)
    told: list[Any] = []
    bridge.toasted.connect(told.append)
    bridge.undo.push("s1", "옮겼습니다")
    bridge.undo.undo()
    await until(lambda: told)
    assert "박주무관" in told[0].text
    assert [(r.levelname, r.exc_info) for r in caplog.records] == [("WARNING", None)]  # no fault of ours
    assert not bridge.undo.can_undo() and not bridge.undo.can_redo()


async def test_undo_and_redo_go_back_and_forth(
    bridge: Bridge, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.models import cases

    asked: list[str] = []

    def run(tx: Any, step: str) -> str:
        asked.append(step)
        return f"{step}'"

    monkeypatch.setattr(cases, "undo", run)
    monkeypatch.setattr(cases, "redo", run)
    bridge.set_store(store)
    bridge.undo.push("s", "옮겼습니다")
    bridge.undo.undo()
    await until(bridge.undo.can_redo)
    bridge.undo.redo()
    await until(bridge.undo.can_undo)
    assert asked == ["s", "s'"]


def test_changes_of_a_frame_add_up() -> None:
    one, two = Changes(initiator="a"), Changes(initiator="b")
    one.post(1)
    two.post(2)
    assert merged([one]) is one
    assert merged([one, two]).posts == {1, 2} and merged([one, two]).initiator == ""


def test_the_same_failure_is_told_once(qapp: object) -> None:
    told: list[BaseException] = []
    catcher = failures.Catcher(told.append)

    def fail() -> None:
        raise RuntimeError("x")

    for _ in range(3):
        try:
            fail()
        except RuntimeError as error:
            catcher.caught(error)
    catcher.caught(KeyboardInterrupt())
    catcher.caught(asyncio.CancelledError())
    assert len(told) == 1


def test_a_report_names_the_failure_and_the_program() -> None:
    text = failures.report(ValueError("what"))
    assert "Python" in text and "ValueError: what" in text


def test_only_a_hundred_steps_are_kept(bridge: Bridge) -> None:
    for number in range(130):
        bridge.undo.push(str(number), "")
    steps = bridge.undo.steps()
    assert len(steps) == 100 and steps[0].step == "129"
