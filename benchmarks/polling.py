"""How fast posts come in from many networks at once, and what a broken network costs the others."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from benchmarks import children, report
from benchmarks.report import Row, under

CHANNELS, POSTS, RUNS = 37, 5_000, 3
RATE = 3_000
DEAD, SLOW = "facebook", "naver_band"


class Servers:
    """The test servers, in a process of their own; see ``network_servers``."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", "benchmarks.network_servers", str(CHANNELS), str(POSTS)]
        self._process = subprocess.Popen(
            command,
            env=environment,
            cwd=report.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.channels: list[dict[str, Any]] = json.loads(self._line())

    def tell(self, order: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        assert self._line() == "done\n"

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


@contextmanager
def servers() -> Iterator[Servers]:
    with children.private_home() as (_, environment):
        made = Servers(environment)
        try:
            yield made
        finally:
            made.stop()


def _round(channels: list[dict[str, Any]], wanted: int) -> dict[str, Any]:
    with children.private_home() as (folder, environment):
        told = json.dumps(channels) + "\n"
        return children.run(
            "benchmarks.networks", f"{folder}/ours.db", wanted, environment=environment, told=told
        )


def _in_the_window(channels: list[dict[str, Any]]) -> dict[str, Any]:
    with children.private_home() as (folder, environment):
        arguments = ("networks", f"{folder}/ours.db", json.dumps(channels), POSTS)
        return children.run("benchmarks.window", *arguments, environment=environment)


def networks() -> list[Row]:
    with servers() as made:
        runs = [_round(made.channels, POSTS) for _ in range(RUNS)]
        shown = [_in_the_window(made.channels) for _ in range(RUNS)]
        healthy = [one for one in made.channels if one["network"] not in (DEAD, SLOW)]
        share = POSTS * len(healthy) // CHANNELS - len(healthy)
        alone, beside = [], []
        for _ in range(RUNS):
            alone.append(_round(healthy, share)["seconds"])
            made.tell(f"dead {DEAD}")
            made.tell(f"slow {SLOW}")
            beside.append(_round(made.channels, share)["seconds"])
            made.tell("heal")
    rate = median(run["posts"] / run["cpu"] for run in runs)
    seconds = median(run["seconds"] for run in runs)
    stall = median(run["stall_max"] for run in shown)
    delay = (min(beside) - min(alone)) * 1000  # what else goes on here only ever adds time
    what = f"{CHANNELS} channels of 12 networks, {POSTS:,} posts: fetched, parsed and merged"
    note = (
        f"for each second of processor time of the program and its helper; {seconds:.1f} s from the first"
        " request, with the test servers on the same machine"
    )
    return [
        Row(what, "", f"{rate:,.0f} posts/s", f"at least {RATE:,}", rate >= RATE, note),
        under("longest stall of the window meanwhile", stall, 50, "ms"),
        under(
            f"delay of the others while {DEAD} is dead and {SLOW} never ends an answer",
            delay,
            100,
            "ms",
            floor=f"{min(alone):.2f} s without the two",
        ),
    ]
