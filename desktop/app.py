"""The window's composition root: shows the window, opens workspace and services, closes all in reverse.

Order matters for the start: the first list is on screen before the event loop is imported, and that before
the services are opened; httpx, keyring and parsers are imported in a thread after that.
"""

from __future__ import annotations

import desktop.ui.start  # noqa: F401  (first: it makes all later imports quicker)

# isort: split
import importlib
import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui import i18n
from desktop.ui.bridge import Bridge
from desktop.ui.failures import Catcher, sentence
from desktop.ui.main_window import MainWindow
from desktop.ui.settings.prefs import Prefs
from desktop.ui.shell import begin
from desktop.ui.shell.opening import Aside, import_asyncio, open_and_read
from desktop.ui.theme.style import STYLED, theme

if TYPE_CHECKING:
    import asyncio

    from desktop.services.services import Services

log = logging.getLogger(__name__)
translate = QCoreApplication.translate

FIRST_PAINT_S = 0.05
"""How long the window waits to be shown for its first posts, so that they are in its first paint."""

FIRST_LIST_MS = 500
"""A workspace that takes longer to open (an upgrade, a slow disk) is waited for by the event loop."""

OPENED_FIRST = (
    "desktop.ui.timeline.screen",
    "desktop.ui.detail.rules",
    "desktop.ui.detail.composer",
    "desktop.ui.detail.pane",
)
"""What people open first, imported in small pieces between paints. Never in a thread: a module that makes
classes of Qt's changes tables that Qt reads in the main thread at the same time, and the program dies."""

CLOSE_S = 15
"""How long the services may take to close before the program ends without them."""


def run(
    url: str = "", on_usable: Callable[[MainWindow], object] | None = None, *, working_as: str = ""
) -> int:
    """Show the window on a workspace and return the exit code when it has been closed.

    ``url``: address or path; empty means the one chosen in the settings, else the person's own. ``on_usable``
    is called once when the first list is on screen (for measuring). ``working_as``: who works here, where
    that is not the one of the settings.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = App([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(STYLED, True)
    app.setApplicationName("seoul-smc")
    app.setDesktopFileName("seoul-smc")
    app.setQuitOnLastWindowClosed(False)
    prefs = Prefs()
    prefs.working_as = working_as
    i18n.install(prefs.language)
    app.setApplicationDisplayName(translate("Window", "서울소셜미디어센터"))
    url = url or prefs.text("workspace") or _own_workspace()

    from desktop.ui.single_instance import raise_first

    if raise_first(url, working_as):
        return 0
    theme().apply(prefs.mode, prefs.scale, prefs.density)
    program = Program(app, prefs, url, on_usable)
    program.show_window()

    import asyncio

    from desktop.ui.shell.loop import EventLoop

    with asyncio.Runner(loop_factory=lambda: EventLoop(app)) as runner:
        return runner.run(program.main())


def _own_workspace() -> str:
    from desktop.services.paths import default_workspace_url

    return default_workspace_url()


class App(QApplication):
    """Turns Cmd-Q, logout and a stray ``quit()`` into our own orderly end."""

    quit_wanted: Callable[[], object] | None = None

    def event(self, event: QEvent) -> bool:
        # Overridden here and not in an event filter, which would see every event of every widget in Python.
        if event.type() == QEvent.Type.Quit and self.quit_wanted is not None:
            self.quit_wanted()
            return True
        return super().event(event)


class Program:
    """One run of the window. A session is one open workspace; the settings may ask for another."""

    def __init__(
        self, app: QApplication, prefs: Prefs, url: str, on_usable: Callable[[MainWindow], object] | None
    ) -> None:
        self.app, self.prefs, self.url = app, prefs, url
        self._on_usable = on_usable
        self._next_url = ""
        self._ended: asyncio.Event | None = None
        self._retry: asyncio.Event | None = None
        self._asked_early: Callable[[], object] | None = None
        self._first: Any = None
        self.services: Services | None = None
        self.catcher = Catcher(self._tell)
        self.window: MainWindow
        self.bridge: Bridge
        self._opening: Aside

    # --- the window ---

    def show_window(self) -> None:
        """Before the event loop runs: put the window and its first list on screen, ready to be used."""
        import signal

        self.catcher.install()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._end())
        if isinstance(self.app, App):
            self.app.quit_wanted = self._end
        self._make_window(early=True)
        self._open_board()
        self._opening.handle_events(FIRST_LIST_MS)
        importing = Aside(import_asyncio)
        importing.start()
        importing.handle_events()

    def _make_window(self, *, early: bool = False) -> None:
        self.bridge = Bridge(self.prefs, early=early)
        self.window = MainWindow(self.bridge)
        self.window.closing.connect(self._closing)
        self.bridge.workspace_wanted.connect(self._workspace_wanted)

    def _open_board(self) -> None:
        """Show the window with the board, and open the workspace meanwhile."""
        read: Future[Callable[[], Any]] = Future()
        self._opening = Aside(partial(open_and_read, self.url, read))
        self._opening.done.connect(self._opened)
        self._opening.start()
        read.set_result(begin.looking(self.window, self.window.screen_named("board").expect_first()))
        self.window.show_screen("departments" if self.prefs.role == "department" else "board")
        self._opening.wait(FIRST_PAINT_S)
        self._opened()
        if self.bridge.store is None:
            begin.wait(self.window)
        self.window.show()

    def _opened(self) -> None:
        opening, window = self._opening, self.window
        if opening.result is None or self.bridge.store is not None:
            return
        store, found = opening.result
        pages, unused = (None, False) if found is None else found
        self.bridge.set_store(store)
        window.screen_named("board").take_first(pages)
        begin.opened(window, unused)
        window.repaint()
        if self._on_usable is not None:
            self._say_usable(self._on_usable)

    def _say_usable(self, on_usable: Callable[[MainWindow], object]) -> None:
        surface = self.window.windowHandle()
        if surface is not None and surface.isExposed():  # and so painted
            on_usable(self.window)
        else:
            QTimer.singleShot(0, lambda: self._say_usable(on_usable))

    def _tell(self, error: BaseException) -> None:
        self.bridge.failed(error)

    def _service_failed(self, name: str, error: BaseException) -> None:
        self.catcher.caught(error)

    def _closing(self) -> None:
        if self._ended is None:
            self._asked_early = self._closing
        else:
            self.bridge.spawn(self._ask_and_end(), "close")

    def _end(self) -> None:
        if self._ended is None:
            self._asked_early = self._end
        else:
            self._ended.set()
        if self._retry is not None:
            self._retry.set()

    async def _ask_and_end(self) -> None:
        from desktop.ui.shell.leaving import may_leave

        if await may_leave(self.window):
            self._end()

    def _workspace_wanted(self, url: str) -> None:
        self._next_url = url
        self._closing()

    def _raise(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    # --- the run ---

    async def main(self) -> int:
        """Work until the window is closed or the system asks to end."""
        import asyncio

        loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        loop.set_exception_handler(self.catcher.in_loop)
        self._listen_for_signals(loop)
        self.prefs.changed.connect(self._pref_changed)
        self.bridge.begin()
        if self._asked_early is not None:
            self._asked_early()
        code = 0
        try:
            while True:
                code = await self._session()
                if not self._next_url:
                    return code
                self.url, self._next_url = self._next_url, ""
                self._ended.clear()
                self._make_window()
                self._open_board()
        finally:
            self.prefs.save()
            self.catcher.remove()

    def _listen_for_signals(self, loop: asyncio.AbstractEventLoop) -> None:
        import signal

        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._end)
            except NotImplementedError:  # Windows: the handler runs when Qt next comes back to Python
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._end))

    async def _session(self) -> int:
        assert self._ended is not None
        try:
            if await self._store_is_open():
                self.bridge.spawn(self._open_services(), "open services")
                await self._ended.wait()
        finally:
            await self._close()
        return 0

    async def _store_is_open(self) -> bool:
        """Wait for the database; False when the person gave up."""
        import asyncio

        assert self._ended is not None
        while True:
            await asyncio.to_thread(self._opening.wait)
            self._opened()
            error = self._opening.error
            if error is not None and type(error).__module__ != "desktop.models.errors":
                raise error
            if error is not None and not self._ended.is_set():
                log.error("workspace %s: %s", self.url, error)
                await self._say_not_open(error)
            if error is None or self._ended.is_set():
                return error is None
            self._open_board()

    async def _say_not_open(self, error: Exception) -> None:
        import asyncio

        from desktop.ui.shell.not_open import NotOpen

        self._retry = asyncio.Event()
        page = NotOpen(self.bridge, sentence(error), self.url, self._retry.set)
        self.window.show_page(page)
        await self._retry.wait()
        self._retry = None
        self.window.drop_page(page)

    async def _open_services(self) -> None:
        """After the first paint: everything that costs imports, then collecting."""
        import asyncio

        from desktop.ui.single_instance import FirstInstance

        await asyncio.sleep(0.25)
        _log_to_file()
        self._first = FirstInstance(self.url, self._raise, self.app, self.prefs.working_as)
        # Threads that import, read feeds or index hold the interpreter; short turns keep the window moving.
        # With Python's own 5 ms the loop's p99 while 7,400 posts are merged is half as much again.
        sys.setswitchinterval(0.001)
        await asyncio.to_thread(importlib.import_module, "desktop.services.services")
        for module in OPENED_FIRST:
            await asyncio.sleep(0.01)
            importlib.import_module(module)
        from desktop.services.services import open_services, rest_from_garbage

        services = await open_services(
            self.url, store=self.bridge.store, user=self.prefs.user, on_error=self._service_failed
        )
        self.services = services
        rest_from_garbage()
        self.bridge.set_services(services)
        await services.start()

    async def _close(self) -> None:
        """Window first, then its tasks, then the services, the database last."""
        import asyncio

        window, bridge, store = self.window, self.bridge, self.bridge.store
        window.save_place()
        await window.flush()
        window.may_close = True
        window.close()
        if self._first is not None:
            self._first.close()
            self._first = None
        await bridge.aclose()
        services, self.services = self.services, None
        try:
            if services is not None:
                async with asyncio.timeout(CLOSE_S):
                    await services.aclose()
        except TimeoutError:
            log.error("the services did not close within %d s", CLOSE_S)
        if store is not None:
            await asyncio.to_thread(store.close)
        window.deleteLater()
        bridge.deleteLater()

    # --- settings that need a new window ---

    def _pref_changed(self, name: str) -> None:
        if name == "user" and self.services is not None:
            self.services.user = self.services.sender.user = self.prefs.user
        if name == "language" and self.prefs.language != i18n.language():
            self.bridge.spawn(self._change_language(), "language")

    async def _change_language(self) -> None:
        old_window, old_bridge = self.window, self.bridge
        await old_window.flush()
        i18n.install(self.prefs.language)
        # Qt puts this name behind every title that does not end with it.
        self.app.setApplicationDisplayName(translate("Window", "서울소셜미디어센터"))
        old_window.save_place()
        state = old_window.state()
        self._make_window()
        self.bridge.undo.adopt(old_bridge.undo)
        if old_bridge.store is not None:
            self.bridge.set_store(old_bridge.store)
        if self.services is not None:
            self.bridge.set_services(self.services)
        self.window.setGeometry(old_window.geometry())
        self.window.show()
        self.window.restore(state)
        if begin.is_in_front(old_window):
            begin.show(self.window)
        old_window.may_close = True
        old_window.close()
        old_bridge.stop_listening()
        old_window.deleteLater()
        old_bridge.deleteLater()


def _log_to_file() -> None:
    """Warnings and errors go to a file of at most 2 × 1 MB; no post and no password is ever logged."""
    from logging.handlers import RotatingFileHandler

    from desktop.services.paths import log_dir

    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        folder = log_dir()
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "seoul-smc.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return  # a full or read-only home must not keep anybody from working
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    if root.level == logging.NOTSET or root.level > logging.INFO:
        root.setLevel(logging.INFO)
