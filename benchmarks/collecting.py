"""How fast posts come in: a first round, four times as many, a round without news, and a stream."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from statistics import median
from typing import Any

from benchmarks import children, feeds, floor, report
from benchmarks.report import Row, against, percentile, under

RUNS = 3
STREAMED = 200
BETWEEN_S = 0.1
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
            "until a search looks through them all and has found the oldest; the index is filled behind it",
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
    """From the moment a post is handed to a streaming server until its row has been painted."""
    delays: list[float] = []
    with children.private_home() as (folder, environment):
        server = _started("tests.servers.fake_mastodon", environment=environment, stdin=subprocess.PIPE)
        window = None
        try:
            facts = json.loads(_line(server))
            arguments = (f"{folder}/ours.db", facts["url"], facts["token"], facts["account_id"], STREAMED)
            window = _started("benchmarks.window", "stream", *arguments, environment=environment)
            assert _line(window) == "open"
            published: dict[str, float] = {}
            for number in range(STREAMED):
                text = f"눈이 옵니다 {number}"
                published[text] = time.time()
                _publish(facts["url"], text)
                time.sleep(BETWEEN_S)
            painted = json.loads(_line(window))["painted"]
            for text, at in published.items():
                shown = next(when for seen, when in painted.items() if seen.endswith(text))
                delays.append((shown - at) * 1000)
        finally:
            for process in (window, server):
                if process is not None:
                    process.terminate()
                    process.wait()
    note = f"{STREAMED} posts, {BETWEEN_S} s apart, over a WebSocket"
    what = "a post published on a stream until its row is painted, p50"
    return [
        under(what, percentile(delays, 0.5), 150, "ms", note=note),
        under("the same, p99", percentile(delays, 0.99), 500, "ms"),
    ]


def _started(
    module: str, *arguments: object, environment: dict[str, str], stdin: int | None = None
) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment, cwd=report.ROOT, stdin=stdin, stdout=subprocess.PIPE, text=True
    )


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _publish(url: str, text: str) -> None:
    body = json.dumps({"text": text}).encode()
    request = urllib.request.Request(
        f"{url}/_fake/mention", body, {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        answer.read()
