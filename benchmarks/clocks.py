"""A changed day off and 20,000 open due times: how long it takes until all are right again."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks import children
from benchmarks.report import Row, seconds
from desktop.models.deadlines import days_off
from desktop.models.deadlines.calendar import ms_of
from desktop.models.store import Store, Tx
from desktop.services import deadlines

CLOCKS = 20_000
RULES = ("MSG-CHAT", "MSG-GENERAL", "LAW-GRIEV", "LAW-Q1", "PROP-DECIDE", "PROP-REVIEW")
RECEIVED = datetime(2026, 11, 16, 9, 0)
CLOSED = date(2026, 11, 24)
"""A day in the middle of the periods: about half of the due times move."""


def recompute() -> list[Row]:
    with children.private_home() as (folder, _):
        path = folder / "workspace.db"
        with Store.open(path) as store:
            store.write(deadlines.seed).result()
            store.write(_fill).result()
            deadlines.recompute_now(store)
            store.write(days_off.add_day, CLOSED, "임시공휴일").result()
            began = time.perf_counter()
            moved = asyncio.run(deadlines.recompute(store))
            took = time.perf_counter() - began
        bare = _bare(path, [(m.after_ms, m.case_id) for m in moved])
    assert len(moved) > CLOCKS / 4, len(moved)
    note = (
        f"{len(moved):,} moved, each with an event; on the writer thread, {deadlines.PIECE} clocks a"
        " transaction with a rest after each. The floor reads the clocks and writes what moved with its"
        " events, computing nothing"
    )
    return [
        Row(
            f"{CLOCKS:,} open due times computed anew after a changed day off",
            f"{seconds(bare)} bare sqlite3",
            f"{seconds(took)} = {took / bare:.2f} x",
            "under 2 s",
            took < 2,
            note,
        )
    ]


def _fill(tx: Tx) -> None:
    """Cases with a clock each, received over a week, some paused for a while, some extended."""
    case_rows, clock_rows = [], []
    for number in range(1, CLOCKS + 1):
        received = ms_of(RECEIVED + timedelta(seconds=30 * number))
        pauses = "[]"
        if number % 10 == 0:
            pauses = (
                f'[{{"from_ms": {received + 3_600_000}, "until_ms": {received + 90_000_000}, "reason": ""}}]'
            )
        case_rows.append((number, 1, "forward", number * 1024, received, received))
        rule = RULES[number % len(RULES)]
        clock_rows.append((number, rule, received, pauses, int(number % 7 == 0), received))
    connection = tx.db.connection()
    connection.executemany(
        "INSERT INTO case_ (id, channel_id, track, rank, department, status, assignee, starred, post_count,"
        " unread, opened_ms, changed_ms) VALUES (?, ?, ?, ?, '', 'open', '', 0, 1, 1, ?, ?)",
        case_rows,
    )
    connection.executemany(
        "INSERT INTO case_clock (case_id, purpose, kind, rule, started_ms, pauses, extension,"
        " extension_reason, state, changed_ms) VALUES (?, 'answer', '', ?, ?, ?, ?, '', 'running', ?)",
        clock_rows,
    )


def _bare(path: Path, moved: list[tuple[int | None, int]]) -> float:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("PRAGMA synchronous=1")
    began = time.perf_counter()
    connection.execute("SELECT * FROM case_clock").fetchall()
    with connection:
        connection.executemany("UPDATE case_clock SET due_ms = ? WHERE case_id = ?", moved)
        connection.executemany(
            'INSERT INTO event (at_ms, actor, kind, "case", before, after, step, about, hash)'
            " VALUES (1, '', 'clock-moved', ?, ?, ?, '', '', '')",
            [(case, f'{{"due_ms": {at}}}', f'{{"due_ms": {at}}}') for at, case in moved],
        )
    took = time.perf_counter() - began
    connection.close()
    return took
