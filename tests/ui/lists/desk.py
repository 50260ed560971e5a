"""A desk for tests of lists: a real database in a temporary folder, a real bridge, and posts put into it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from connectors.base import Author, Batch, Post
from desktop.models import channels, departments, merge
from desktop.models.schema import database
from desktop.models.store import Store
from desktop.ui import fmt
from desktop.ui.bridge import Bridge
from desktop.ui.lists import drag
from desktop.ui.settings.prefs import Prefs
from desktop.ui.theme.style import theme

MINUTE = 60_000
OFFICES = [
    ("transport", "도시교통실", "", "버스;지하철;정류장"),
    ("safety", "안전총괄실", "", "가로등;맨홀"),
    ("housing", "주택정책실", "", "임대;재건축"),
]


class Desk:
    """What a test needs of the program around a screen."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(str(folder / "workspace.db"))
        self.store.write(departments.seed, OFFICES).result()
        self.bridge = Bridge(Prefs(folder))
        self.bridge.set_store(self.store)
        self.toasts: list[str] = []
        self.bridge.toasted.connect(lambda toast: self.toasts.append(toast.text))
        self.now_ms = fmt.now_ms()
        self._count = 0
        self.channel = self.add_channel("시민의 글")

    def add_channel(self, name: str, network: str = "mastodon") -> int:
        url = f"https://{len(name)}.{abs(hash(name))}.example"
        return int(
            self.store.write(
                lambda tx: channels.add_channel(tx, network=network, name=name, url=url, handle="", owner="")
            ).result()
        )

    def arrive(self, *texts: str, channel: int | None = None, age_ms: int | None = None) -> list[int]:
        """Merge posts as collecting does; the last one is the newest. Their ids, oldest first."""
        posts = []
        for text in texts:
            self._count += 1
            made = (
                self.now_ms - 100_000_000 + self._count * MINUTE if age_ms is None else self.now_ms - age_ms
            )
            author = Author(f"a{self._count}", f"시민{self._count}", f"@c{self._count}")
            url = f"https://example.org/{self._count}"
            posts.append(Post(f"p{self._count}", text, author, created_ms=made, url=url))
        first = self._count - len(texts) + 1
        self.store.write(merge.merge_batch, channel or self.channel, Batch(posts=tuple(posts))).result()
        wanted = [f"p{number}" for number in range(first, self._count + 1)]
        return [self.one("SELECT id FROM post WHERE remote_id = ?", remote_id) for remote_id in wanted]

    def one(self, sql: str, *values: Any) -> Any:
        row = self.rows(sql, *values)[0]
        return row[0]

    def rows(self, sql: str, *values: Any) -> list[Any]:
        return self.store.read(lambda: database.execute_sql(sql, values).fetchall()).result()

    def track(self, case_id: int) -> str:
        return str(self.one("SELECT track FROM case_ WHERE id = ?", case_id))

    async def close(self) -> None:
        await self.bridge.aclose()
        self.store.close()


async def until(condition: Callable[[], Any], what: str = "") -> None:
    """Let Qt and asyncio run until something is so."""
    for _ in range(1000):
        QCoreApplication.processEvents()
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError(f"did not come: {what or condition}")


async def quiet(desk: Desk) -> None:
    """Until nothing is being read or written any more."""
    calm = 0
    for _ in range(2000):
        QCoreApplication.processEvents()
        busy = bool(desk.bridge._tasks) or desk.bridge._timer.isActive()
        calm = 0 if busy else calm + 1
        if calm > 3:
            return
        await asyncio.sleep(0.003)
    raise AssertionError("the desk does not come to rest")


def press(widget: QWidget, key: Qt.Key, text: str = "", held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """A key press as the window system would send it: shortcut override, shortcuts, key."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def compose(widget: QWidget, preedit: str) -> None:
    """A syllable under composition in an editor."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def drop_on(view: Any, case_ids: list[int], y: int) -> QDropEvent:
    """Enter, move and drop, sent to the viewport (a real QDrag returns at once on the offscreen platform)."""
    mime = drag.to_mime(case_ids)
    at = QPointF(40, y)
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    target = view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(at.toPoint(), move, mime, buttons, held))
    QApplication.sendEvent(target, QDragMoveEvent(at.toPoint(), move, mime, buttons, held))
    event = QDropEvent(at, move, mime, buttons, held)
    QApplication.sendEvent(target, event)
    return event


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme().apply("light", 100, "normal")
    yield
    theme().apply("light", 100, "normal")


@pytest.fixture
async def desk(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path)
    yield made
    await made.close()
