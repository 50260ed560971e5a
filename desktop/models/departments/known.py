"""What is kept in memory of an open workspace's departments: the index, their words, and what was decided.

Each reading brings it up to date: the index by the revision of the departments, the memory by the events
since.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from desktop.models.current import database
from desktop.models.departments.index import DepartmentIndex
from desktop.models.departments.ranking import LONGEST_TEXT, Keywords, Memory, Suggestion, rank, words_of
from desktop.models.departments.rows import list_departments, revision
from desktop.models.sql import rows_in

MOST_DECISIONS = 3_000
"""An office's habits are in its latest decisions; older ones are of offices that were reorganised since."""


class _Known:
    """Of one workspace; two reader threads use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._revision = -1
        self._index = DepartmentIndex(())
        self._keywords: Keywords | None = None
        self._memory: Memory | None = None
        self._seen_event = 0

    def index(self) -> DepartmentIndex:
        with self._lock:
            return self._fresh_index()

    def suggest(self, text: str, limit: int) -> list[Suggestion]:
        with self._lock:
            index = self._fresh_index()
            if self._keywords is None:
                self._keywords = Keywords(index.rows)
            memory = self._fresh_memory()
            return rank(text, self._keywords, memory, limit)

    def _fresh_index(self) -> DepartmentIndex:
        now = revision()
        if now != self._revision:
            self._index = DepartmentIndex(list_departments(include_retired=True)).prepare()
            self._revision = now
            self._keywords = None
        return self._index

    def _fresh_memory(self) -> Memory:
        newest = int(database.execute_sql("SELECT coalesce(max(id), 0) FROM event").fetchone()[0])
        if self._memory is None:
            self._memory = Memory()
            rows = database.execute_sql(
                "SELECT id, department FROM case_ WHERE track = 'forward' AND merged_into IS NULL"
                " AND department <> '' ORDER BY rank DESC LIMIT ?",
                (MOST_DECISIONS,),
            ).fetchall()
            self._learn(reversed(rows))
        elif newest > self._seen_event:
            rows = database.execute_sql(
                "SELECT \"case\", after FROM event WHERE id > ? AND kind IN ('move', 'department')"
                " ORDER BY id",
                (self._seen_event,),
            ).fetchall()
            self._learn(
                (case_id, after["department"])
                for case_id, text in rows
                if "department" in (after := json.loads(text))
            )
        self._seen_event = max(newest, self._seen_event)
        return self._memory

    def _learn(self, decisions: Iterable[tuple[int, str]]) -> None:
        assert self._memory is not None
        last = dict(decisions)
        wanted = [case_id for case_id, code in last.items() if code]
        texts: dict[int, str] = dict(
            rows_in(
                database,
                f"SELECT id, substr(coalesce(preview, text), 1, {LONGEST_TEXT}) FROM post WHERE id IN (%s)",
                wanted,
            )
        )
        for case_id, code in last.items():
            self._memory.learn(case_id, code, words_of(texts.get(case_id, "")) if code else ())
        while len(self._memory) > MOST_DECISIONS and (oldest := self._memory.oldest()) is not None:
            self._memory.forget(oldest)


_of_workspaces: WeakKeyDictionary[Any, _Known] = WeakKeyDictionary()
_making = threading.Lock()


def _known() -> _Known:
    """That of the workspace which this thread reads."""
    with _making:
        return _of_workspaces.setdefault(database.obj, _Known())


def index() -> DepartmentIndex:
    """All departments as they are now, ready to be searched; shared, so cheap to ask for."""
    return _known().index()


def suggest(text: str, limit: int = 5) -> list[Suggestion]:
    """Departments that a text is likely for, by their duties and by what this office decided before."""
    return _known().suggest(text, limit)
