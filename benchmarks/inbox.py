"""An inbox in an office with 100,000 forwardings: opening it, a number pressed, a case chosen.

``python -m benchmarks.inbox FILE`` paints the screen in memory and prints one JSON object; ``opening`` runs
that in a process of its own. The floor reads the same page with bare sqlite3.
"""

from __future__ import annotations

import asyncio
import json
import sys
from functools import partial
from pathlib import Path

from benchmarks import children
from benchmarks.report import Row, percentile, under
from benchmarks.stage import Stage, page_ms
from connectors.base import Author, Batch, Post
from desktop.models import channels, departments
from desktop.models.merge import merge_batch
from desktop.models.store import Store, Tx

FORWARDINGS = 100_000
DEPARTMENTS = 40
BUSIEST = "D00"
"""It has every fourth forwarding; the teams below it, which it sees as well, have their share of the rest."""
ROUNDS = 12
DAY_MS = 86_400_000
STATES = ("sent", "received", "working", "answered", "answered", "answered", "returned")


def opening() -> list[Row]:
    with children.private_home() as (folder, environment):
        path = folder / "workspace.db"
        with Store.open(path) as store:
            store.write(_fill).result()
        bare = _bare(path)
        found = children.run("benchmarks.inbox", path, environment=environment)
    note = f"{found['rows']} rows in the list; numbers and list read, laid out and painted off the screen"
    return [
        under(
            f"opening an inbox over {FORWARDINGS:,} forwardings, to the painted list",
            found["open"],
            150,
            "ms",
            f"{bare:.1f} ms for the page with sqlite3",
            note,
        ),
        under("a number of the inbox pressed, p95 to the painted list", found["filter"], 150, "ms"),
        under("a case chosen, p95 until it is beside the list", found["case"], 150, "ms"),
    ]


def _fill(tx: Tx) -> None:
    """Cases with a citizen's post each, handed over through a year; about two fifths are still open."""
    here = channels.add_channel(tx, network="feed", name="민원 게시판", url="https://a.example/rss")
    departments.seed(tx, [(BUSIEST, "도시교통실", "", "교통")])
    below = [
        {"code": f"D{n:02}", "name": f"{n}과", "parent_code": BUSIEST if n < 8 else ""}
        for n in range(1, DEPARTMENTS)
    ]
    departments.save(tx, below)
    citizens = [Author(f"a{n}", f"시민 {n}", f"@citizen{n}") for n in range(5_000)]
    begin = tx.now_ms - FORWARDINGS * 300_000
    for first in range(0, FORWARDINGS, 5_000):
        posts = tuple(
            Post(
                f"r{n}",
                f"{n}번째 글입니다. " + "버스가 늦습니다. " * 4,
                citizens[n % 5_000],
                created_ms=begin + n * 300_000,
            )
            for n in range(first, first + 5_000)
        )
        merge_batch(tx, here, Batch(posts=posts))
    ids = [row[0] for row in tx.db.execute_sql("SELECT id FROM case_ ORDER BY id").fetchall()]
    rows = []
    for number, case_id in enumerate(ids):
        at = begin + number * 300_000
        state = STATES[number % len(STATES)]
        code = BUSIEST if number % 4 == 0 else f"D{number % DEPARTMENTS:02}"
        waits = state in ("sent", "received", "working")
        due = tx.now_ms + (number * 7919 % 20 - 4) * DAY_MS + number
        urgency = due if waits else 10**16 - at
        rows.append((case_id, code, state, at, due if waits else None, urgency, waits, at))
    tx.db.connection().executemany(
        "INSERT INTO forwarding (case_id, department, meant_for, part, state, note, hop, sent_ms, sent_by,"
        " received_by, ended_by, reason, due_ms, urgency, open, changed_ms) VALUES"
        " (?, ?, '', 'lead', ?, '', 1, ?, '김주무관', '', '', '', ?, ?, ?, ?)",
        rows,
    )


def _bare(path: Path) -> float:
    return page_ms(
        path,
        "SELECT f.*, p.text FROM forwarding f JOIN post p ON p.id = f.case_id"
        " WHERE department = ? AND f.state = 'sent' ORDER BY urgency, f.id LIMIT 200",
        BUSIEST,
    )


async def measure(path: str) -> dict[str, float]:
    from desktop.ui.departments.screen import LAST, DepartmentsScreen

    stage = Stage(path)
    stage.bridge.prefs.put(LAST, BUSIEST)
    opened = await stage.opened(
        DepartmentsScreen,
        lambda made: made.model.rowCount() and made.head.department.text() == "도시교통실",
    )
    screen = stage.screen
    rows = screen.model.rowCount()
    filtered: list[float] = []
    for which in ("new", "late", "closed", "today", "working", "") * (ROUNDS // 6):
        press = partial(screen._choose_which, which)  # noqa: SLF001 (as a click on the number does)
        filtered.append(await stage.listed(press, screen.model))
    shown: list[float] = []
    for place in range(1, ROUNDS + 1):
        screen.view.go_to_row(place)
        wanted = screen.row().forwarding.id
        shown.append(
            await stage.timed(screen.beside.load, lambda wanted=wanted: screen.beside.shown_id() == wanted)
        )
    await stage.aclose()
    return {
        "open": opened,
        "rows": rows,
        "filter": percentile(filtered, 0.95),
        "case": percentile(shown, 0.95),
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
