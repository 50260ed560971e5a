"""The order of cards in a column that people arrange by hand: greater ranks are higher up."""

from __future__ import annotations

from desktop.models.errors import Missing
from desktop.models.ids import RANK_STEP
from desktop.models.store import Tx

Moved = dict[int, tuple[int, int]]
"""Case → (rank before, rank now) of neighbours that had to make room."""


def natural(case_id: int) -> int:
    """Where a case stands by its time."""
    return case_id * RANK_STEP


def below(tx: Tx, track: str, neighbour: int | None, count: int, moving: set[int]) -> tuple[list[int], Moved]:
    """Ranks for ``count`` cards, from the top, directly below a card of the column (None: at the top of it),
    as if the cards ``moving`` were not there. Raises Missing if the neighbour is not in the column."""
    if neighbour is None:
        top = _top(tx, track, moving)
        return [top + RANK_STEP * (count - place) for place in range(count)], {}
    high = _rank(tx, track, neighbour)
    low = _next(tx, track, high, neighbour, moving)
    if low is None:
        return [high - RANK_STEP * (place + 1) for place in range(count)], {}
    if high - low > count:
        return _between(high, low, count), {}
    return _make_room(tx, track, high, neighbour, count, moving)


def above(tx: Tx, track: str, neighbour: int, count: int, moving: set[int]) -> tuple[list[int], Moved]:
    """The same directly above a card."""
    rank = _rank(tx, track, neighbour)
    rows = tx.db.execute_sql(
        "SELECT id FROM case_ WHERE track = ? AND merged_into IS NULL AND rank >= ?"
        " AND (rank > ? OR id > ?) ORDER BY rank, id LIMIT ?",
        (track, rank, rank, neighbour, len(moving) + 1),
    ).fetchall()
    higher = next((row[0] for row in rows if row[0] not in moving), None)
    return below(tx, track, higher, count, moving)


def _between(high: int, low: int, count: int) -> list[int]:
    return [high - (high - low) * (place + 1) // (count + 1) for place in range(count)]


def _rank(tx: Tx, track: str, case_id: int) -> int:
    row = tx.db.execute_sql(
        "SELECT rank FROM case_ WHERE id = ? AND track = ? AND merged_into IS NULL", (case_id, track)
    ).fetchone()
    if row is None:
        raise Missing(f"case {case_id} is not in column {track}")
    return int(row[0])


def _top(tx: Tx, track: str, moving: set[int]) -> int:
    rows = tx.db.execute_sql(
        "SELECT id, rank FROM case_ WHERE track = ? AND merged_into IS NULL"
        " ORDER BY rank DESC, id DESC LIMIT ?",
        (track, len(moving) + 1),
    ).fetchall()
    return next((row[1] for row in rows if row[0] not in moving), max(map(natural, moving), default=0))


def _next(tx: Tx, track: str, rank: int, case_id: int, moving: set[int]) -> int | None:
    rows = tx.db.execute_sql(
        "SELECT id, rank FROM case_ WHERE track = ? AND merged_into IS NULL AND rank <= ?"
        " AND (rank < ? OR id < ?) ORDER BY rank DESC, id DESC LIMIT ?",
        (track, rank, rank, case_id, len(moving) + 1),
    ).fetchall()
    return next((int(row[1]) for row in rows if row[0] not in moving), None)


def _make_room(
    tx: Tx, track: str, high: int, neighbour: int, count: int, moving: set[int]
) -> tuple[list[int], Moved]:
    """Push the cards below further down, as few of them as it takes."""
    new = [high - RANK_STEP * (place + 1) for place in range(count)]
    floor = new[-1]
    moved: Moved = {}
    cursor = (high, neighbour)
    while True:
        rows = tx.db.execute_sql(
            "SELECT id, rank FROM case_ WHERE track = ? AND merged_into IS NULL AND rank <= ?"
            " AND (rank < ? OR id < ?) ORDER BY rank DESC, id DESC LIMIT 200",
            (track, cursor[0], cursor[0], cursor[1]),
        ).fetchall()
        if not rows:
            return new, moved
        for case_id, rank in rows:
            if case_id in moving:
                continue
            if rank < floor:
                return new, moved
            floor -= RANK_STEP
            moved[case_id] = (rank, floor)
        cursor = (rows[-1][1], rows[-1][0])
