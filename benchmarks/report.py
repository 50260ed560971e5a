"""What the benchmarks found, kept in build/benchmarks.json, and docs/performance.md written from it."""

from __future__ import annotations

import json
import math
import os
import platform
import sqlite3
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "benchmarks.json"
PAGE = ROOT / "docs" / "performance.md"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page. ``holds`` is None where there is no target."""

    what: str
    floor: str
    ours: str
    reach: str
    holds: bool | None
    note: str = ""
    measured: str = ""


def against(what: str, floor_s: float, ours_s: float, most: float, floor: str, note: str = "") -> Row:
    """A row for a time that may be at most ``most`` times its floor. ``floor`` says what the floor is."""
    return Row(
        what,
        f"{seconds(floor_s)} {floor}",
        f"{seconds(ours_s)} = {ours_s / floor_s:.2f} x",
        f"at most {most:g} x",
        ours_s <= most * floor_s,
        note,
    )


def under(what: str, ours: float, most: float, unit: str, floor: str = "", note: str = "") -> Row:
    return Row(what, floor, f"{ours:.1f} {unit}", f"under {most:g} {unit}", ours < most, note)


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def percentile(values: list[float], part: float) -> float:
    """The value that ``part`` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * part) - 1)]


def keep(name: str, rows: list[Row]) -> None:
    """Remember the rows of one benchmark and write the page anew."""
    measured = time.strftime("%Y-%m-%d")
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept[name] = [{**asdict(row), "measured": measured} for row in rows]
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def write_page(order: list[str]) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    lines = [
        "# Performance",
        "",
        "Written by `make bench`; not edited by hand. Every figure stands beside a floor measured in",
        "the same run on the same machine: the ratios matter, the seconds are this machine's.",
        "",
        f"Machine: {machine()}.",
        "",
        "| what | floor | ours | reach | holds |",
        "|---|---|---|---|---|",
    ]
    notes: list[str] = []
    for name in [*order, *(name for name in kept if name not in order)]:
        for row in kept.get(name, ()):
            holds = {True: "yes", False: "**no**", None: ""}[row["holds"]]
            mark = ""
            if row["note"]:
                notes.append(row["note"])
                mark = f" ({len(notes)})"
            cells = (row["what"] + mark, row["floor"], row["ours"], row["reach"], holds)
            lines.append(f"| {' | '.join(cells)} |")
    if notes:
        lines.append("")
        lines += [f"{number}. {note}" for number, note in enumerate(notes, 1)]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def machine() -> str:
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    cores = len(os.sched_getaffinity(0))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return (
        f"{model}, {cores} cores shared with other work, load {os.getloadavg()[0]:.1f} at the end; "
        f"{platform.freedesktop_os_release().get('PRETTY_NAME', platform.system())}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; commit {commit or 'unknown'}"
    )
