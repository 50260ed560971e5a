"""Joins window and services: database work as awaitables, changes as a signal, failures in one place.

Screens are given a Bridge and nothing else. It knows no screen and paints nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.ui.commands import Commands
from desktop.ui.settings.prefs import Prefs
from desktop.ui.undo import Undo

if TYPE_CHECKING:
    import asyncio

    from desktop.models.permissions import Who
    from desktop.models.store import Changes, Store
    from desktop.services.services import Services

log = logging.getLogger(__name__)

FRAME_MS = 16

BURST_MS = 80
"""While new posts come in the window hears of them this often: each time the lists read and lay out what is
new, and thirty-seven channels together write more often than anybody can look."""

FLOOD, FLOOD_MS = 100, 400
"""After this many new posts at once nobody reads along: those that are on their way may come together."""


class Toast(NamedTuple):
    """One short message. ``run`` is called when its button ``action`` is pressed."""

    text: str
    action: str = ""
    run: Callable[[], object] | None = None
    tone: str = ""  # "", "good", "warning" or "danger"
    report: str = ""  # technical text that can be copied


class Bridge(QObject):
    """What every screen may use.

    ``changed`` brings ``desktop.models.store.Changes`` in the UI thread, at most once a frame; ``ready``
    comes when the services are open (``read`` and ``write`` wait for the database by themselves). With
    ``early`` the window is there before the event loop: what is spawned starts with ``begin``.
    """

    changed = Signal(object)
    ready = Signal()
    toasted = Signal(object)  # Toast
    # Ids of posts are wider than the 32 bits of Signal(int).
    open_post = Signal(object)  # somebody wants to see this post
    compose = Signal(object, str)  # somebody wants to answer this post: stage "first" or "final"
    offered = Signal(object, str)  # words for the answer to this post, taken where none are written yet
    go = Signal(str)  # somebody wants this screen, by its name
    filtered = Signal(object)  # somebody wants to see the posts of this queries.Filter in the list
    undone = Signal(str)
    redone = Signal(str)
    online_changed = Signal(bool)
    workspace_wanted = Signal(str)  # somebody wants to work with another workspace (its address)
    first_run_wanted = Signal()  # somebody wants to see the first steps again
    who_changed = Signal()  # role, department or voices of the person here are known or others
    _arrived = Signal(object)

    def __init__(self, prefs: Prefs, parent: QObject | None = None, *, early: bool = False) -> None:
        super().__init__(parent)
        self.prefs = prefs
        self.commands = Commands(self)
        self.commands.may = self.may
        self.commands.refused.connect(self._say_refused)
        self.undo = Undo(self)
        self.services: Services | None = None
        self.store: Store | None = None
        self.online = True
        self._over = False
        self.sentence: Callable[[BaseException], str] | None = None
        self.place = os.urandom(6).hex()  # tells this window from others of the same person
        self._who: Who | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._early: list[tuple[Coroutine[Any, Any, Any], str]] | None = [] if early else None
        self._waiting: list[Changes] = []
        self._opened: asyncio.Event | None = None
        self._unsubscribe: Callable[[], object] | None = None
        self._timer = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._timer.timeout.connect(self._deliver)
        self._since_last = QElapsedTimer()  # since the window heard of new posts
        self._since_last.start()
        self._flood = False
        self._since_frame = QElapsedTimer()  # since it heard of anything
        self._since_frame.start()
        self._arrived.connect(self._collect)

    @property
    def user(self) -> str:
        """Who works here; stands beside every act in the history."""
        return self.prefs.user

    @property
    def who(self) -> Who | None:
        """Role, department and voices of the person here; None until the workspace has been read."""
        return self._who

    def may(self, right: str, state: str = "") -> bool:
        """Whether to offer something; the workspace itself asks again (``models.permissions``)."""
        from desktop.models import permissions

        return self._who is None or permissions.allowed(self._who.role, right, state)

    def _say_refused(self, right: str) -> None:
        from desktop.ui import rights

        if self._who is not None:
            self.toast(rights.why_not(right, self._who.role), tone="warning")

    async def _learn_who(self) -> None:
        from desktop.models import permissions

        found = await self.read(permissions.who_is, self.user)
        if found != self._who:
            self._who = found
            self.who_changed.emit()

    def store_is_sample(self) -> bool:
        """Whether the workspace is a sample, from which nothing is ever sent."""
        return self.store is not None and self.store.sample

    def undo_seconds(self) -> int:
        """How long a reply waits before it leaves, in seconds."""
        return self.prefs.undo_seconds

    # --- the database ---

    def set_store(self, store: Store) -> None:
        """The database is open: reads and writes that waited go on."""
        self.store = store
        self._unsubscribe = store.subscribe(self._arrived.emit)
        if self._opened is not None:
            self._opened.set()

    def set_services(self, services: Services) -> None:
        """Everything is open: collecting, sending, searching."""
        self.services = services
        if self.store is None:
            self.set_store(services.store)
        self.spawn(self._learn_who(), "who")
        self.ready.emit()

    async def read(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run ``work(*args)`` on a reader thread and return what it found."""
        import asyncio

        store = await self._store()
        return await asyncio.wrap_future(store.read(work, *args, **named))

    async def write(self, work: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run ``work(tx, *args)`` in one transaction on the writer thread, as this user."""
        import asyncio

        store = await self._store()
        return await asyncio.wrap_future(store.write(work, *args, actor=self.user, **named))

    async def _store(self) -> Store:
        if self.store is None:
            if self._opened is None:
                import asyncio

                self._opened = asyncio.Event()
            await self._opened.wait()
        assert self.store is not None
        return self.store

    def _collect(self, changes: Changes) -> None:
        self._waiting.append(changes)
        if not changes.initiator and self._early is None and _in_loop():
            # What somebody has just done is told at once: before the paint of whatever it has closed.
            self._timer.stop()
            self._deliver()
            return
        pause_ms = FLOOD_MS if self._flood and changes.more else BURST_MS
        wait = max(FRAME_MS - self._since_frame.elapsed(), pause_ms - self._since_last.elapsed())
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(max(0, wait))

    def _deliver(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._since_frame.restart()
        if waiting:
            told = merged(waiting)
            if told.new_posts:
                self._since_last.restart()
                self._flood = len(told.new_posts) >= FLOOD
            if "members" in told.others:
                self.spawn(self._learn_who(), "who")
            self.changed.emit(told)

    # --- tasks and failures ---

    def begin(self) -> None:
        """The event loop runs: start what was spawned before it did."""
        early, self._early = self._early, None
        for work, name in early or ():
            self.spawn(work, name)

    def spawn(self, work: Coroutine[Any, Any, Any], name: str = "") -> asyncio.Task[Any] | None:
        """Run a coroutine in the background. A failure becomes one toast; nothing is lost silently.

        None before the event loop runs, and after it has ended or ``aclose``: then nothing is done.
        """
        if self._over:  # a timer that ran out while the workspace is being closed
            work.close()
            return None
        if self._early is not None:
            self._early.append((work, name))
            return None
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a timer of a window that is being taken down
            work.close()
            return None
        task = loop.create_task(work, name=name or getattr(work, "__qualname__", "ui"))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self.failed(task.exception())

    def failed(self, error: BaseException | None) -> None:
        """Tell the person in one sentence what did not work; the details go to the log."""
        if error is None:
            return
        from desktop.models.errors import WorkspaceError
        from desktop.ui import failures

        if isinstance(error, WorkspaceError):
            log.warning("%s: %s", error.code, error)  # foreseen: somebody may not, or came too late
        else:
            log.error("%s", error, exc_info=error)
        self.toasted.emit(Toast(failures.sentence(error), tone="danger", report=failures.report(error)))

    def toast(
        self, text: str, action: str = "", run: Callable[[], object] | None = None, *, tone: str = ""
    ) -> None:
        """Show one short message for ten seconds."""
        self.toasted.emit(Toast(text, action, run, tone))

    def did(self, text: str, step: str) -> None:
        """A gesture has been stored: say so, with the way back."""
        from PySide6.QtCore import QCoreApplication

        self.undo.push(step, text)
        action = QCoreApplication.translate("Undo", "실행 취소 (Ctrl+Z)")
        self.toasted.emit(Toast(text, action, self.undo.undo))

    def set_online(self, online: bool) -> None:
        if online != self.online:
            self.online = online
            self.online_changed.emit(online)

    def stop_listening(self) -> None:
        """No more changes from the database (before the window goes)."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    async def aclose(self) -> None:
        """Stop what the window still does; the services are closed by whoever opened them."""
        import asyncio

        self._over = True
        self.stop_listening()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._timer.stop()


def merged(several: list[Changes]) -> Changes:
    """Changes of one frame as one."""
    from desktop.models.store import Changes

    if len(several) == 1:
        return several[0]
    whole = Changes()
    for one in several:
        whole.update(one)
    starters = {one.initiator for one in several}
    whole.initiator = starters.pop() if len(starters) == 1 else ""
    return whole


def _in_loop() -> bool:
    """Whether what hears of a change could start something in the background now."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
