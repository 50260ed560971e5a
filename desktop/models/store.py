"""An open workspace: one writer thread, two reader threads, and who is told when something changed.

Work is a plain function. ``store.write(work, ...)`` runs it as ``work(tx, ...)`` in one transaction on the
writer thread; ``store.read(work, ...)`` runs it as ``work(...)`` on a thread whose connection cannot write.
Both give a ``concurrent.futures.Future`` whose exceptions are ``WorkspaceError`` or mistakes in the program.
This module knows neither what is stored nor any event loop.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from desktop.models import opening
from desktop.models.current import database
from desktop.models.errors import ReadOnlyWorkspace, WorkspaceError, translate

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

READERS = 2


@dataclass(slots=True)
class Changes:
    """What a transaction changed, by id. ``initiator`` is whatever the caller of ``write`` gave, so that a
    window can tell its own changes from others'. ``more``: further changes of this kind are on their way."""

    posts: set[int] = field(default_factory=set)
    new_posts: set[int] = field(default_factory=set)
    cases: set[int] = field(default_factory=set)
    channels: set[int] = field(default_factory=set)
    outbox: set[int] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    initiator: str = ""
    more: bool = False

    def post(self, post_id: int) -> None:
        self.posts.add(post_id)

    def new_post(self, post_id: int) -> None:
        self.new_posts.add(post_id)

    def case(self, case_id: int) -> None:
        self.cases.add(case_id)

    def channel(self, channel_id: int) -> None:
        self.channels.add(channel_id)

    def outbox_row(self, outbox_id: int) -> None:
        self.outbox.add(outbox_id)

    def other(self, what: str) -> None:
        self.others.add(what)

    def update(self, more: Changes) -> None:
        """Add what another transaction changed (for those who tell several at once)."""
        self.posts |= more.posts
        self.new_posts |= more.new_posts
        self.cases |= more.cases
        self.channels |= more.channels
        self.outbox |= more.outbox
        self.others |= more.others
        self.more = more.more

    def __bool__(self) -> bool:
        return bool(self.posts or self.new_posts or self.cases or self.channels or self.outbox or self.others)


class Tx:
    """One running write transaction. ``actor`` is who does it ("" is the program itself)."""

    __slots__ = ("_after", "_looked_up", "actor", "cache", "changes", "db", "now_ms")

    def __init__(self, db: Any, now_ms: int, actor: str, initiator: str, cache: dict[str, Any]) -> None:
        self.db = db
        self.now_ms = now_ms
        self.actor = actor
        self.changes = Changes(initiator=initiator)
        self.cache = cache  # lives as long as the store and is emptied when a transaction fails
        self._after: list[Callable[[], None]] = []
        self._looked_up: dict[Any, Any] = {}

    def once(self, key: Any, look_up: Callable[[], T]) -> T:
        """What ``look_up`` finds, asked only once in this transaction: for what a thousand cases ask alike.
        Whoever changes it calls ``look_again``."""
        if key not in self._looked_up:
            self._looked_up[key] = look_up()
        found: T = self._looked_up[key]
        return found

    def look_again(self) -> None:
        self._looked_up.clear()


Listener = Callable[[Changes], None]


class Store:
    """An open workspace; made by ``Store.open`` and shut by ``close`` (or ``with``)."""

    def __init__(self, opened: opening.Opened, *, clock: Callable[[], float] = time.time) -> None:
        self.url = opened.url
        self.path = opened.path
        self.sample = opened.sample
        self.read_only = opened.read_only
        self.why_read_only = opened.why_read_only
        self.workspace_id = opened.workspace_id
        self._clock = clock
        self._make_writer = opened.writer
        self._writer_db: Any = None
        self._reader_db = opened.reader
        self._listeners: list[Listener] = []
        self._cache: dict[str, Any] = {}
        self._closed = False
        self._lock = threading.Lock()
        self._writer = ThreadPoolExecutor(1, "workspace-writer")
        self._readers = ThreadPoolExecutor(
            READERS, "workspace-reader", database.initialize, (self._reader_db,)
        )
        self._connections: list[Any] = []

    @classmethod
    def open(
        cls,
        url_or_path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        sample: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> Store:
        """Open a workspace, making it if there is none and bringing an older one up to date after a backup.

        A file or folder that cannot be written opens read-only: looking works, ``write`` raises
        ReadOnlyWorkspace. ``sample`` marks a workspace that is made now as sample (an existing one keeps what
        it is). Raises the errors of ``errors.py``; nothing is changed in a file that is not ours.
        """
        return cls(
            opening.open_workspace(os.fspath(url_or_path), read_only=read_only, sample=sample), clock=clock
        )

    # --- working ----------------------------------------------------------------------------------------

    def write(
        self,
        work: Callable[Concatenate[Tx, P], T],
        /,
        *args: Any,
        actor: str = "",
        initiator: str = "",
        **kwargs: Any,
    ) -> Future[T]:
        """Run ``work(tx, *args, **kwargs)`` on the writer thread; all of it is stored, or nothing."""
        return self._writer.submit(self._run_write, work, args, kwargs, actor, initiator)

    def read(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``work(*args, **kwargs)`` on a reader thread, on one consistent state of the workspace."""
        return self._readers.submit(self._run_read, work, args, kwargs)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener(changes)`` called on the writer thread after each commit that changed something."""
        with self._lock:
            self._listeners = [*self._listeners, listener]

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = [other for other in self._listeners if other is not listener]

        return unsubscribe

    def announce(self, changes: Changes) -> None:
        """Tell the listeners about changes that another process made (on the writer thread, like the
        others)."""
        self._writer.submit(self._tell, changes)

    def data_version(self) -> int:
        """A number that changes when another process has written. Compare it with the one before."""
        return self._version().result()

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Write a whole copy to a new file; works while others read and write. Raises DiskFull, ..."""

        def vacuum() -> None:
            with _translated():
                self._for_writing().execute_sql("VACUUM INTO ?", (os.fspath(path),))

        self._writer.submit(vacuum).result()

    def shrink(self) -> Future[None]:
        """Let go of the pages that writing has kept in memory."""

        def shrink() -> None:
            with _translated():
                self._for_writing().execute_sql("PRAGMA shrink_memory")

        return self._writer.submit(shrink)

    def close(self) -> None:
        """Finish what was submitted, then let go of the file."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._readers.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        for connection in self._connections:
            connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- inside -----------------------------------------------------------------------------------------

    def _connect(self, db: Any) -> None:
        """Open this thread's connection at the first work it does: a failure is then the answer to it."""
        if db.is_closed():
            db.connect()
            with self._lock:
                self._connections.append(db.connection())

    def _for_writing(self) -> Any:
        """The database of the writer thread. peewee comes with it: who only reads does without."""
        if self._writer_db is None:
            self._writer_db = self._make_writer()
            database.initialize(self._writer_db)
        self._connect(self._writer_db)
        return self._writer_db

    def _run_write(
        self,
        work: Callable[..., T],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        actor: str,
        initiator: str,
    ) -> T:
        if self.read_only:
            raise ReadOnlyWorkspace(self.why_read_only)
        try:
            with _translated():
                db = self._for_writing()
                tx = Tx(db, int(self._clock() * 1000), actor, initiator, self._cache)
                with db.atomic():
                    result = work(tx, *args, **kwargs)
        except BaseException:
            self._cache.clear()  # it may hold ids of rows that are not there now
            raise
        if tx.changes:
            self._tell(tx.changes)
        return result

    def _run_read(self, work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        with _translated():
            self._connect(self._reader_db)
            with self._reader_db.atomic():
                return work(*args, **kwargs)

    def _version(self) -> Future[int]:
        # Always the same connection: the number means nothing across connections. The writer's sees only what
        # others wrote.
        def version() -> int:
            with _translated():
                return int(self._for_writing().execute_sql("PRAGMA data_version").fetchone()[0])

        return self._writer.submit(version)

    def _tell(self, changes: Changes) -> None:
        for listener in self._listeners:
            try:
                listener(changes)
            except Exception:
                log.exception("a listener failed")


class _translated:
    """Turns failures of the database into workspace failures."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if error is None or isinstance(error, WorkspaceError):
            return
        failure = translate(error)
        if failure is not None:
            raise failure from error
