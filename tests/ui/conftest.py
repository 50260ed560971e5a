"""What tests of the window share: private settings, a bridge, and screens that are only a list."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget

from desktop.ui import i18n, keys
from desktop.ui.bridge import Bridge
from desktop.ui.channels.dialog import Dialog
from desktop.ui.commands import Command
from desktop.ui.main_window import MainWindow
from desktop.ui.screens import ScreenEntry
from desktop.ui.settings.prefs import Prefs
from desktop.ui.theme.style import theme
from tests.ui import tabs


@pytest.fixture
def prefs(tmp_path: Path, qapp: QApplication) -> Iterator[Prefs]:
    """Settings of nobody, in Korean, light, 100 %."""
    made = Prefs(tmp_path / "config")
    made.put("language", "ko")
    made.put("user", "김주무관")
    i18n.install("ko")
    theme().apply("light", 100, "normal")
    yield made
    i18n.install("ko")
    theme().apply("light", 100, "normal")


@pytest.fixture(autouse=True)
def dialogs_by_keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every dialog that any test of the window closes is looked through first: Tab reaches all that the mouse
    does, in reading order, and everything it reaches has a name."""
    wrong: list[str] = []
    whole = Dialog.done

    def done(self: Dialog, result: int) -> None:
        if self.isVisible():
            wrong.extend(tabs.look(self))
        whole(self, result)

    monkeypatch.setattr(Dialog, "done", done)
    yield
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def bridge(prefs: Prefs) -> Iterator[Bridge]:
    made = Bridge(prefs)
    yield made
    made.stop_listening()
    made.deleteLater()


class ListScreen(QWidget):
    """A screen with three lines that takes down what is asked of it."""

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, bridge: Bridge, name: str) -> None:
        super().__init__()
        self.name = name
        self.heard: list[str] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.addItems(["하나", "둘", "셋"])
        QVBoxLayout(self).addWidget(self.list)
        self.setFocusProxy(self.list)
        keys.attach(self.list, bridge.commands, name)

    def title(self) -> str:
        return f"제목 {self.name}"

    def activate(self) -> None:
        self.heard.append("activate")

    def search(self, text: str) -> None:
        self.heard.append(f"search {text}")

    def show_filter(self, wanted: object) -> None:
        self.heard.append("filter")

    def commands(self) -> Sequence[Command]:
        return [
            Command("track.forward", "부서로 전달하기", lambda: self.heard.append("forward")),
            Command("list.next", "다음 글", lambda: self.heard.append("next")),
            Command("card.left", "왼쪽으로 옮기기", lambda: self.heard.append("left")),
        ]


class PlainScreen(QWidget):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__()

    def title(self) -> str:
        return "그 밖"

    def activate(self) -> None:
        pass

    def search(self, text: str) -> None:
        pass

    def commands(self) -> Sequence[Command]:
        return []


class TestEntry(ScreenEntry):
    __test__ = False

    def make(self, bridge: Bridge) -> QWidget:
        return ListScreen(bridge, self.name) if self.name in ("board", "timeline") else PlainScreen(bridge)


SCREENS = (
    TestEntry("board", "columns-3", lambda: "보드", "", ""),
    TestEntry("timeline", "rss", lambda: "모아보기", "", ""),
    TestEntry("channels", "radio", lambda: "채널", "", ""),
    TestEntry("settings", "settings", lambda: "설정", "", ""),
)


class PaneStub(QWidget):
    """Stands where the detail pane would."""

    closed = Signal()
    next_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.shown: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("글")

    def show_post(self, post_id: int) -> None:
        self.shown.append(post_id)

    def clear(self) -> None:
        self.shown.clear()


@pytest.fixture
def window(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window with stand-in screens, shown on the board."""
    monkeypatch.setattr("desktop.ui.main_window.make_pane", PaneStub)
    made = MainWindow(bridge, SCREENS)
    made.show_screen("board")
    made.show()
    QApplication.processEvents()
    yield made
    made.may_close = True
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def press(widget: QWidget, key: Qt.Key, text: str = "", held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """One key press with the text that an input method or a remote desktop would send along."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


async def until(condition: Callable[[], object]) -> None:
    """Let Qt and asyncio run by turns until ``condition`` holds; the test's own time limit ends it."""
    while not condition():
        QApplication.processEvents()
        await asyncio.sleep(0.002)


def nameless(root: QWidget) -> list[str]:
    """Every control that Tab reaches and a screen reader would call nothing."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_"):
            text = getattr(widget, "text", None)
            own = text() if callable(text) and widget.property("readOnly") is not True else ""
            buddy = bool(widget.accessibleName() or (own and type(widget).__name__ != "SearchButton"))
            if not buddy:
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found
