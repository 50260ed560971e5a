"""How fast posts come in: a first round, four times as many, a round without news, and a stream."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks import children, feeds, floor
from benchmarks.report import Row, against, under

RUNS = 3
SCRIPT = "bare script"


def _measured(items: int) -> tuple[dict[str, float], list[dict[str, Any]], int]:
    """The floors and our runs, taken in turns so that a busy minute hits both."""
    plain, indexed, ours = [], [], []
    with feeds.served(items) as (addresses, size):
        for _ in range(RUNS):
            with children.private_home() as (folder, environment):
                plain.append(floor.measure("plain", f"{folder}/plain.db", addresses))
                indexed.append(floor.measure("indexed", f"{folder}/indexed.db", addresses))
                arguments = ("collect", f"{folder}/ours.db", *addresses)
                ours.append(children.run("benchmarks.window", *arguments, environment=environment))
    return {"plain": median(plain), "indexed": median(indexed)}, ours, size


def _middle(runs: list[dict[str, Any]], name: str) -> float:
    return float(median(run[name] for run in runs))


def collect() -> list[Row]:
    floors, ours, size = _measured(200)
    on_screen, searchable = _middle(ours, "on_screen"), _middle(ours, "searchable")
    how = f"{size / 1e6:.1f} MB; the middle of {RUNS} runs taken in turns"
    return [
        against("37 x 200 items, merged and on screen", floors["plain"], on_screen, 3, SCRIPT, how),
        against(
            "37 x 200 items, all searchable",
            floors["indexed"],
            searchable,
            1.3,
            f"{SCRIPT} with the index inline",
            "a search finds them all: the index holds all but the newest 2,000, which it looks through",
        ),
        under("longest stall of the window meanwhile", _middle(ours, "stall_max"), 50, "ms"),
        under("p99 of the window's loop meanwhile", _middle(ours, "stall_p99"), 16, "ms"),
        under("memory (PSS) with 7,400 posts just collected", _middle(ours, "pss"), 160, "MB"),
    ]


def four_times() -> list[Row]:
    small, ours_small, _ = _measured(200)
    floors, ours, size = _measured(800)
    on_screen = _middle(ours, "on_screen")
    before = _middle(ours_small, "on_screen")
    script = floors["plain"] / small["plain"]
    return [
        Row(
            "37 x 800 items, against 37 x 200",
            f"{script:.1f} x the time ({SCRIPT})",
            f"{on_screen / before:.1f} x, {on_screen:.2f} s = {on_screen / floors['plain']:.2f} x it",
            "in proportion: at most 4.8 x",
            on_screen / before <= 4.8,
            f"{size / 1e6:.0f} MB. In proportion is 4 x; a fifth more is taken as such",
        )
    ]


def same() -> list[Row]:
    floors, ours = [], []
    with feeds.served(200) as (addresses, _):
        for _ in range(RUNS):
            with children.private_home() as (folder, environment):
                floors.append(floor.measure("same", f"{folder}/same.db", addresses))
                arguments = (f"{folder}/ours.db", *addresses)
                ours.append(children.run("benchmarks.headless", *arguments, environment=environment))
    floor_s, ours_s = median(floors), _middle(ours, "same")
    note = "one round of the collector; each channel's success is written down"
    return [against("the same again, all 304", floor_s, ours_s, 1.5, "37 bare conditional GETs", note)]


def stream() -> list[Row]:
    return []
