"""Small helpers for the plain SQL of the hot paths. It is written so that PostgreSQL understands it as
well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")


def chunks(items: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """Pieces small enough for the number of parameters that a statement may have."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def marks(count: int) -> str:
    """``?,?,?`` for ``IN (...)``."""
    return ",".join("?" * count)


def rows_in(db: Any, sql: str, values: Sequence[Any], *before: Any) -> list[tuple[Any, ...]]:
    """Rows of a query that holds ``IN (%s)``, asked in pieces; ``before`` are the parameters left of it."""
    rows: list[tuple[Any, ...]] = []
    for part in chunks(values):
        rows += db.execute_sql(sql % marks(len(part)), (*before, *part)).fetchall()
    return rows


def update_in(db: Any, sql: str, values: Sequence[Any], *before: Any) -> None:
    """The same for a statement that gives no rows."""
    for part in chunks(values):
        db.execute_sql(sql % marks(len(part)), (*before, *part))


ROWS_AT_ONCE = 40


def insert_rows(db: Any, insert: str, row: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert many rows; ``insert`` ends with VALUES, ``row`` is like ``(?, ?, NULL)``.

    Many rows a statement: ``executemany`` would hand over the interpreter once for each row, and take its
    turn behind the window each time.
    """
    for part in chunks(rows, ROWS_AT_ONCE):
        db.execute_sql(insert + ",".join([row] * len(part)), tuple(chain.from_iterable(part)))
