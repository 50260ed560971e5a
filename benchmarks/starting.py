"""From the start of the process to a window that can be used, and what it holds in memory then."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks import children, workspaces
from benchmarks.report import ROOT, Row, against, under

RUNS = 15
SETTLE_S = 3
POSTS = 7_400


def bare(environment: dict[str, str]) -> tuple[float, float]:
    """(seconds to the first paint, PSS in MB) of a bare PySide6 main window."""
    return _timed("benchmarks.bare_window", environment=environment)


def ours(workspace: Path, environment: dict[str, str]) -> tuple[float, float]:
    """(seconds to the first list on screen, PSS in MB when all is open) of our window."""
    return _timed("benchmarks.our_window", workspace, SETTLE_S, environment=environment)


def _timed(module: str, *arguments: object, environment: dict[str, str]) -> tuple[float, float]:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    at, pss = done.stdout.split()
    return float(at) - began, float(pss)


def in_turns(workspaces_: dict[str, Path | None], runs: int = RUNS) -> dict[str, tuple[float, float]]:
    """Middle (seconds, MB) of the bare window (None) and of ours on some workspaces, taken in turns."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in workspaces_}
    with children.private_home() as (folder, environment):
        # Once before counting, so that nothing is measured that only the first run of all pays for.
        for count in range(runs + 1):
            for name, original in workspaces_.items():
                if original is None:
                    found = bare(environment)
                else:
                    found = ours(original, environment)
                if count:
                    taken[name].append(found)
        del folder
    return {name: (median(t for t, _ in two), median(m for _, m in two)) for name, two in taken.items()}


def start() -> list[Row]:
    with children.private_home() as (folder, _):
        found = in_turns({"bare": None, "ours": folder / "empty.db"})
    note = f"both from the start of the process to the first paint with content; the middle of {RUNS} runs"
    return [
        against(
            "process start to usable window, empty workspace",
            found["bare"][0],
            found["ours"][0],
            1.8,
            "bare PySide6 main window",
            note,
        )
    ]


def memory() -> list[Row]:
    with children.private_home() as (folder, _):
        full = workspaces.copy_of(workspaces.filled(POSTS), folder)
        found = in_turns({"bare": None, "ours": full}, runs=3)
    return [
        under(
            "memory (PSS) with 7,400 posts",
            found["ours"][1],
            160,
            "MB",
            f"{found['bare'][1]:.0f} MB bare window",
        )
    ]
