"""What is done in a thread while the window comes on screen."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.models.store import Store
from desktop.ui.bridge import Bridge
from desktop.ui.settings.prefs import Prefs
from desktop.ui.shell.opening import Aside, open_and_read


def test_the_window_works_while_the_thread_does(qapp: QApplication) -> None:
    go = threading.Event()
    aside = Aside(lambda: go.wait(30))
    heard: list[bool] = []
    aside.done.connect(lambda: heard.append(aside.finished))
    aside.start()
    aside.handle_events(1)
    assert not aside.finished
    go.set()
    aside.handle_events()
    assert aside.result is True and aside.error is None and heard == [True]
    aside.handle_events()  # it is done: nothing to wait for


def test_what_ended_before_anybody_waited_is_not_missed(qapp: QApplication) -> None:
    aside = Aside(lambda: 1 // 0)
    aside.start()
    aside.wait()
    aside.handle_events()
    assert isinstance(aside.error, ZeroDivisionError) and aside.result is None


def test_a_first_page_that_cannot_be_read_does_not_keep_the_workspace_shut(tmp_path: Path) -> None:
    def broken() -> None:
        raise OSError("no such page")

    read: Future[Callable[[], object]] = Future()
    read.set_result(broken)
    store, found = open_and_read(str(tmp_path / "w.db"), read)
    assert isinstance(store, Store) and found is None
    store.close()


def test_what_is_spawned_early_starts_with_the_loop(prefs: Prefs) -> None:
    done: list[str] = []

    async def work() -> None:
        done.append("done")

    bridge = Bridge(prefs, early=True)
    assert bridge.spawn(work()) is None

    async def run() -> None:
        assert done == []
        bridge.begin()
        task = bridge.spawn(work())
        assert task is not None
        await task

    asyncio.run(run())
    assert done == ["done", "done"]
    bridge.deleteLater()
