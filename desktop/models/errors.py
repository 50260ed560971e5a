"""How a workspace can fail. Each failure has a ``code``; the window and the command line turn it into a
sentence.

This module knows how sqlite3 and peewee name their failures, so nobody above the models has to.
"""

from __future__ import annotations

import sqlite3
import sys


class WorkspaceError(Exception):
    """Something is wrong with the workspace. ``str(error)`` is technical and goes to the log."""

    code = "workspace"

    def __init__(self, message: str = "", code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class Missing(WorkspaceError):
    """What was asked for does not exist: a row by that number, or (NoWorkspace) the file itself."""

    code = "not-there"


class NoWorkspace(Missing):
    """There is no file at this address."""

    code = "missing"


class NotAWorkspace(WorkspaceError):
    """The file is something else. It was not touched."""

    code = "not-a-workspace"


class TooNew(WorkspaceError):
    """A newer version of the program wrote this workspace. It was not touched."""

    code = "too-new"


class ReadOnlyWorkspace(WorkspaceError):
    """The workspace can be looked at, not changed."""

    code = "read-only"


class DiskFull(WorkspaceError):
    """Nothing more can be written; what was stored before is whole."""

    code = "disk-full"


class Busy(WorkspaceError):
    """Another program kept the workspace locked for longer than the patience of a write (5 s)."""

    code = "busy"


class Damaged(WorkspaceError):
    """The file is ours but cannot be read any more."""

    code = "damaged"


class StorageFailed(WorkspaceError):
    """The disk answered with an error that is none of the above."""

    code = "disk-error"


class DuplicateChannel(WorkspaceError):
    """The same network and address are already collected; ``channel_id`` says by which channel."""

    code = "duplicate-channel"

    def __init__(self, message: str, channel_id: int) -> None:
        super().__init__(message)
        self.channel_id = channel_id


class Conflict(WorkspaceError):
    """An undo that would overwrite what somebody did since: who, when (ms), and how the case stands now."""

    code = "conflict"

    def __init__(self, who: str, at_ms: int, now: dict[str, object]) -> None:
        super().__init__(f"changed by {who!r} at {at_ms}")
        self.who = who
        self.at_ms = at_ms
        self.now = now


_BY_PRIMARY_CODE: dict[int, type[WorkspaceError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnlyWorkspace,
    sqlite3.SQLITE_PERM: ReadOnlyWorkspace,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: NotAWorkspace,
    sqlite3.SQLITE_CANTOPEN: NoWorkspace,
    sqlite3.SQLITE_IOERR: StorageFailed,
}

# A write cut short by a quota or a limit on the size of files comes as an input/output error.
_FULL_DISK_CODES = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE}


def translate(error: BaseException) -> WorkspaceError | None:
    """The workspace failure behind an error of sqlite3 or peewee; None if it is a mistake in the program.

    What failed first is often followed by a rollback that fails because SQLite has already rolled back, so
    the errors behind an error are looked at too.
    """
    seen: BaseException | None = error
    for _ in range(10):
        if seen is None:
            break
        if isinstance(seen, WorkspaceError):
            return seen
        if isinstance(seen, sqlite3.Error):
            failure = _failure_of(seen)
            if failure is not None:
                return failure
        elif not _of_peewee(seen):
            break
        seen = seen.__cause__ or seen.__context__
    return None


def _of_peewee(error: BaseException) -> bool:
    peewee = sys.modules.get("peewee")  # not imported yet: it cannot have raised anything
    return peewee is not None and isinstance(error, peewee.PeeweeException)


def _failure_of(error: sqlite3.Error) -> WorkspaceError | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        # Only Python itself says so: text in the file that is no UTF-8, written past the program.
        return Damaged(str(error)) if "decode to UTF-8" in str(error) else None
    if number in _FULL_DISK_CODES:
        return DiskFull(str(error))
    known = _BY_PRIMARY_CODE.get(number & 0xFF)
    return known(str(error)) if known else None
