"""The pool of ideas in an office with 100,000 of them: opening it, another order, an idea chosen.

``python -m benchmarks.pool FILE`` paints the screen in memory and prints one JSON object; ``opening`` runs
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
from desktop.models import channels
from desktop.models.meetings import planning
from desktop.models.merge import merge_batch
from desktop.models.store import Store, Tx

IDEAS = 100_000
ROUNDS = 12
STATES = ("pool", "pool", "pool", "pool", "held", "rejected", "adopted")


def opening() -> list[Row]:
    with children.private_home() as (folder, environment):
        path = folder / "workspace.db"
        with Store.open(path) as store:
            store.write(_fill).result()
        bare = _bare(path)
        found = children.run("benchmarks.pool", path, environment=environment)
    return [
        under(
            f"opening the meetings with a pool of {IDEAS:,} ideas, to the painted list",
            found["open"],
            150,
            "ms",
            f"{bare:.1f} ms for the page with sqlite3",
            f"{found['rows']} rows in the list; what its states hold is counted afterwards",
        ),
        under("another view of the ideas, p95 to the painted list", found["view"], 150, "ms"),
        under("an idea chosen, p95 until it is beside the list", found["idea"], 150, "ms"),
    ]


def _fill(tx: Tx) -> None:
    """Ideas through some years; three of seven have been in a meeting."""
    here = channels.add_channel(tx, network="feed", name="시민 제안", url="https://a.example/rss")
    citizens = [Author(f"a{n}", f"시민 {n}", f"@citizen{n}") for n in range(5_000)]
    begin = tx.now_ms - IDEAS * 600_000
    for first in range(0, IDEAS, 5_000):
        posts = tuple(
            Post(
                f"r{n}",
                f"제안 {n}. {n % 977}번 공원에 쉼터를 만들어 주세요. " + "그늘이 없습니다. " * 4,
                citizens[n % 5_000],
                created_ms=begin + n * 600_000,
            )
            for n in range(first, first + 5_000)
        )
        merge_batch(tx, here, Batch(posts=posts))
    tx.db.execute_sql("UPDATE case_ SET track = 'idea'")
    rows = tx.db.execute_sql("SELECT id, opened_ms FROM case_ ORDER BY id").fetchall()
    tx.db.connection().executemany(
        "INSERT INTO idea (case_id, title, state, filed_ms, supporters, review, reason, owner, planned,"
        " progress, reconsidered, changed_ms) VALUES (?, '', ?, ?, ?, '', '', '', '', 0, 0, ?)",
        [
            (case_id, STATES[n % len(STATES)], filed, n * 7919 % 5_000, filed)
            for n, (case_id, filed) in enumerate(rows)
        ],
    )
    planning.add(tx, tx.now_ms + 86_400_000)


def _bare(path: Path) -> float:
    return page_ms(
        path,
        "SELECT i.*, p.text FROM idea i JOIN post p ON p.id = i.case_id"
        " WHERE i.state = 'pool' ORDER BY filed_ms DESC, i.case_id DESC LIMIT 200",
    )


async def measure(path: str) -> dict[str, float]:
    from desktop.ui.meetings.screen import MeetingsScreen

    stage = Stage(path)
    opened = await stage.opened(
        MeetingsScreen, lambda made: made.desk.pool.model.rowCount() and made.desk.whole is not None
    )
    screen = stage.screen
    rows = screen.desk.pool.model.rowCount()

    screen.tabs.setCurrentWidget(screen.archive)
    ideas, page = screen.archive.ideas, screen.archive.page
    await stage.until(lambda: ideas.model.loaded)
    await stage.settled()
    choose = partial(ideas.views.activated.emit, 0)
    views: list[float] = []
    for round_ in range(1, ROUNDS + 1):
        ideas.views.setCurrentIndex(round_ % ideas.views.count())
        views.append(await stage.listed(choose, ideas.model))
    ideas.views.setCurrentIndex(0)
    await stage.timed(choose, lambda: ideas.model.rowCount() > ROUNDS)
    shown: list[float] = []
    for place in range(1, ROUNDS + 1):
        key = ideas.model.card(place).key
        shown.append(
            await stage.timed(
                partial(screen.archive.see, key),
                lambda key=key: page.loaded is not None and page.loaded.row.case_id == key,
            )
        )
    await stage.aclose()
    return {
        "open": opened,
        "rows": rows,
        "view": percentile(views, 0.95),
        "idea": percentile(shown, 0.95),
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
