"""A window on a filled workspace, as somebody works in it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication

from desktop.models.schema import database
from desktop.models.store import Store
from desktop.services.sample import make_sample
from desktop.services.services import open_services
from desktop.ui.bridge import Bridge
from desktop.ui.main_window import MainWindow
from desktop.ui.settings.prefs import Prefs
from tests.ui.detail.desk import FakeVault, NoHttp


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample; in this copy one channel can answer."""
    path = tmp_path_factory.mktemp("filled") / "sample.db"
    make_sample(path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'sample'")
        account = {
            "id": 1, "uid": "tabs", "network": "mastodon", "server": "https://nuri.example",
            "remote_id": "1", "name": "보육", "handle": "@boyuk@nuri.example",
            "state": "connected", "voice": "official", "created_ms": 0,
        }  # fmt: skip
        places = ", ".join("?" * len(account))
        db.execute(f"INSERT INTO account ({', '.join(account)}) VALUES ({places})", [*account.values()])
        db.execute("UPDATE channel SET enabled = 1, account_id = 1 WHERE network = 'mastodon'")
    db.close()
    return path


class Office:
    """A window on the filled workspace."""

    def __init__(self, window: MainWindow, bridge: Bridge, services: Any) -> None:
        self.window, self.bridge, self.services = window, bridge, services

    async def go(self, name: str) -> None:
        self.window.show_screen(name)
        await self.rest()

    def post(self, network: str) -> int:
        """A citizen's post on this network."""
        sql = (
            "SELECT p.id FROM post p JOIN channel c ON c.id = p.channel_id"
            " WHERE c.network = ? AND p.own = 0 AND p.deleted_ms IS NULL ORDER BY p.id DESC LIMIT 1"
        )
        found = self.bridge.store.read(lambda: database.execute_sql(sql, (network,)).fetchone())
        return int(found.result()[0])

    async def rest(self) -> None:
        calm = 0
        for _ in range(3000):
            QCoreApplication.processEvents()
            busy = bool(self.bridge._tasks) or self.bridge._timer.isActive()
            calm = 0 if busy else calm + 1
            if calm > 12:
                return
            await asyncio.sleep(0.003)
        raise AssertionError(f"does not come to rest: {self.bridge._tasks}")


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Store:
    path = tmp_path / "office.db"
    path.write_bytes(filled.read_bytes())
    return Store.open(str(path))


@pytest.fixture
async def office(store: Store, prefs: Prefs) -> AsyncIterator[Office]:
    prefs.put("first_run_done", "1")
    bridge = Bridge(prefs)
    services = await open_services("", store=store, vault=FakeVault(), http=NoHttp(), user="김주무관")  # type: ignore[arg-type]
    window = MainWindow(bridge)
    bridge.set_services(services)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    made = Office(window, bridge, services)
    yield made
    shiboken6.delete(window)
    await bridge.aclose()
    await services.aclose()
