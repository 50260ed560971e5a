"""The database that the current thread works on, for the plain SQL of the models.

Every thread of a ``store.Store`` says once which one that is, so two workspaces can be open in one process
(copying one into another, tests) and no query can ever reach the wrong one. Reading needs no peewee: the
window's first list does not wait for its import.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class Current:
    """Stands for the thread's own database, a ``Reader`` or a peewee database."""

    _thread = threading.local()

    @property
    def obj(self) -> Any:
        """The thread's database, None where it has none."""
        return getattr(self._thread, "database", None)

    def initialize(self, value: Any) -> None:
        """This thread works on ``value`` from now on."""
        self._thread.database = value

    def execute_sql(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        cursor: sqlite3.Cursor = self._thread.database.execute_sql(sql, values)
        return cursor


database = Current()


class Reader:
    """Connections that only read, one for each thread; the part of peewee's database that reading needs."""

    def __init__(self, path: str, pragmas: Sequence[tuple[str, str | int]], *, uri: bool = False) -> None:
        self._path, self._pragmas, self._uri = path, pragmas, uri
        self._thread = threading.local()

    def is_closed(self) -> bool:
        return getattr(self._thread, "connection", None) is None

    def connect(self) -> None:
        # Closed by the thread that closes the store; until then nobody else touches it.
        connection = sqlite3.connect(
            self._path, timeout=5, isolation_level=None, check_same_thread=False, uri=self._uri
        )
        try:
            for name, value in self._pragmas:
                connection.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            connection.close()
            raise
        self._thread.connection = connection

    def connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection = self._thread.connection
        return found

    def execute_sql(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self.connection().execute(sql, values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One consistent state of the workspace from the first statement to the end."""
        connection = self.connection()
        connection.execute("BEGIN")
        try:
            yield
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
