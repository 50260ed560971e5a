"""Finding out what a path holds, and making or upgrading a workspace there before anything else touches it.

Nothing is written to a file that is not ours. What is made or upgraded is made in one transaction, so a
program killed half-way leaves either the old workspace or the new one.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from desktop.models.current import Reader
from desktop.models.errors import (
    DiskFull,
    NotAWorkspace,
    NoWorkspace,
    ReadOnlyWorkspace,
    TooNew,
    WorkspaceError,
    translate,
)

APPLICATION_ID = 0x53534D43  # "SSMC"
SCHEMA_VERSION = 9
"""The number of the newest file in ``migrations/``."""

MIGRATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "migrations")
SMALLEST_FILE = 512
"""SQLite's smallest page. It takes something smaller for a new file and would write over it."""

HISTORY_TABLE = "schema_migration"
_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", 1),
    ("foreign_keys", 1),
    ("busy_timeout", 5000),
    # kB. Posts of the same days land on the same pages all over the file. After a flood it is given back.
    ("cache_size", -16000),
    ("wal_autocheckpoint", 4000),
)
_READER_PRAGMAS = (("foreign_keys", 1), ("busy_timeout", 5000), ("query_only", 1))


class Opened(NamedTuple):
    """A workspace that is there, ours and up to date."""

    url: str
    path: str
    writer: Callable[[], Any]  # makes the peewee.SqliteDatabase that writes; peewee is imported by it
    reader: Reader
    read_only: bool
    why_read_only: str
    sample: bool
    workspace_id: str


def workspace_path(url_or_path: str) -> str:
    """The file behind a path or a ``sqlite:///`` address. Raises WorkspaceError for other addresses."""
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]+)://", url_or_path)
    if scheme is None:
        return os.path.abspath(os.path.expanduser(url_or_path))
    if scheme[1].lower() in ("postgresql", "postgres"):
        raise WorkspaceError("PostgreSQL workspaces are not part of this version", code="postgres-later")
    if scheme[1].lower() != "sqlite":
        raise WorkspaceError(f"unknown kind of workspace {scheme[1]!r}", code="unknown-workspace-kind")
    path = unquote(url_or_path[len("sqlite://") :])
    if not path.startswith("/"):
        raise WorkspaceError(f"not a path: {url_or_path!r}", code="unknown-workspace-kind")
    if re.match(r"/[A-Za-z]:", path):
        return os.path.abspath(path[1:])
    # After four slashes a path is absolute. After three it is by rule relative to the folder we are in, yet
    # people write absolute ones too: those are told by their folders. Nobody keeps a file in "/".
    if not path.startswith("//"):
        first, _, rest = path[1:].partition("/")
        if not rest or (os.path.isdir(first) and not os.path.isdir("/" + first)):
            return os.path.abspath(path[1:])
    return os.path.abspath("/" + path.lstrip("/"))


def workspace_url(path: str) -> str:
    """The address of a workspace file: ``sqlite:///`` and its absolute path."""
    return "sqlite:///" + quote(os.path.abspath(path).replace(os.sep, "/"))


def open_workspace(url_or_path: str, *, read_only: bool = False, sample: bool = False) -> Opened:
    path = workspace_path(url_or_path)
    try:
        return _open(path, read_only, sample)
    except (sqlite3.Error, OSError) as error:
        failure = translate(error)
        if failure is None and isinstance(error, PermissionError):
            failure = ReadOnlyWorkspace(str(error))
        if failure is None and isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            failure = DiskFull(str(error))
        if failure is None and isinstance(error, OSError):
            failure = NoWorkspace(str(error))
        if failure is None:
            raise
        raise failure from error


def _open(path: str, read_only: bool, sample: bool) -> Opened:
    if os.path.isdir(path):
        raise NotAWorkspace(f"{path} is a folder")
    why = "opened for reading only" if read_only else ""
    if not os.path.exists(path):
        if read_only:
            raise NoWorkspace(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        version = 0
    else:
        version = _version_of(path)
        if not read_only and not _writable(path):
            read_only, why = True, "the file or its folder cannot be written"
    if version > SCHEMA_VERSION:
        raise TooNew(f"schema {version}, this program knows {SCHEMA_VERSION}")
    if version < SCHEMA_VERSION:
        if read_only:
            raise ReadOnlyWorkspace(f"schema {version} would have to be upgraded to {SCHEMA_VERSION}")
        _bring_up_to_date(path, version, sample)
    reader = Reader(path, _READER_PRAGMAS) if not read_only else _reader_of_unwritable(path)
    facts = _facts(path, read_only)
    return Opened(
        url=workspace_url(path),
        path=path,
        writer=partial(_writer, path),
        reader=reader,
        read_only=read_only,
        why_read_only=why,
        sample=facts.get("sample") == "1",
        workspace_id=facts.get("workspace_id", ""),
    )


def _version_of(path: str) -> int:
    """The schema version of an existing file; 0 for an empty one. Opens it without changing anything."""
    # Never open() it: closing any handle on a file drops all locks of this process on it (POSIX), also those
    # of a window that has the same workspace open.
    size = os.stat(path).st_size
    if size == 0:
        return 0
    if size < SMALLEST_FILE:
        raise NotAWorkspace(path)
    try:
        connection = _connect_for_reading(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise NotAWorkspace(path) from error
        raise
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if application != 0 or tables != 0:
                raise NotAWorkspace(f"{path} belongs to application {application:#x}")
        return int(version)
    finally:
        connection.close()


def _facts(path: str, read_only: bool) -> dict[str, str]:
    connection = _connect_for_reading(path)
    try:
        return dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('sample', 'workspace_id')"))
    finally:
        connection.close()


def _connect_for_reading(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(_read_only_uri(path), uri=True, timeout=5, isolation_level=None)
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection = sqlite3.connect(
            _read_only_uri(path) + "&immutable=1", uri=True, timeout=5, isolation_level=None
        )
    except BaseException:
        connection.close()
        raise
    return connection


def _read_only_uri(path: str) -> str:
    return "file:" + quote(path.replace(os.sep, "/")) + "?mode=ro"


def _writable(path: str) -> bool:
    # WAL needs two files beside the workspace, so the folder counts too.
    return os.access(path, os.W_OK) and os.access(os.path.dirname(path), os.W_OK)


def _writer(path: str) -> Any:
    from peewee import SqliteDatabase

    return SqliteDatabase(path, pragmas=_PRAGMAS, lock_type="IMMEDIATE", check_same_thread=False)


def _reader_of_unwritable(path: str) -> Reader:
    uri = _read_only_uri(path)
    probe = _connect_for_reading(path)
    try:
        probe.execute("SELECT 1 FROM sqlite_master").fetchone()
    finally:
        probe.close()
    if not _opens(uri):
        uri += "&immutable=1"
    return Reader(uri, _READER_PRAGMAS, uri=True)


def _opens(uri: str) -> bool:
    try:
        connection = sqlite3.connect(uri, uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return False
    return True


def _bring_up_to_date(path: str, version: int, sample: bool) -> None:
    """Make the tables, or run the migrations that are missing, in one transaction."""
    if version > 0:
        back_up_before_upgrade(path, version)
    # Only here: this is the slow and rare part.
    from peewee import SqliteDatabase
    from playhouse.migrations import Runner

    # A changed table is made anew under another name and the old one dropped: not while it is referred to.
    pragmas = tuple((name, 0 if name == "foreign_keys" else value) for name, value in _PRAGMAS)
    database: Any = SqliteDatabase(path, pragmas=pragmas, timeout=30)
    try:
        with database.atomic("EXCLUSIVE"):
            if int(database.pragma("user_version")) >= SCHEMA_VERSION:
                return  # another program was quicker
            Runner(database, MIGRATIONS, table_name=HISTORY_TABLE).up()
            if version == 0:
                database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                rows = [("workspace_id", os.urandom(16).hex()), ("sample", "1" if sample else "0")]
                for row in rows:
                    database.execute_sql("INSERT INTO meta (key, value) VALUES (?, ?)", row)
            dangling = database.execute_sql("PRAGMA foreign_key_check").fetchall()
            if dangling:
                raise RuntimeError(f"an upgrade left references to nothing: {dangling[:5]}")
            database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except Exception as error:
        failure = translate(error)
        if failure is None:
            raise
        raise failure from error
    finally:
        database.close()


def back_up_before_upgrade(path: str, version: int) -> str:
    """A whole copy beside the workspace, named by the version it holds; its path."""
    stem = os.path.splitext(path)[0]
    copy = f"{stem}.before-upgrade-{version}-{time.strftime('%Y%m%d-%H%M%S')}.db"
    number = 1
    while os.path.exists(copy):
        number += 1
        copy = f"{stem}.before-upgrade-{version}-{time.strftime('%Y%m%d-%H%M%S')}-{number}.db"
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (copy,))
    finally:
        connection.close()
    return copy
