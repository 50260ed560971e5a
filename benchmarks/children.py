"""Runs one measurement in a process of its own and reads back the JSON object that it prints last."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.report import ROOT


@contextmanager
def private_home() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder, and an environment in which it is the user's home: nothing of the user is read or written."""
    with tempfile.TemporaryDirectory(prefix="smc-bench-") as folder:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.lower().endswith("_proxy") and name != "DBUS_SESSION_BUS_ADDRESS"
        }
        for kind in ("DATA", "CONFIG", "STATE"):
            environment[f"XDG_{kind}_HOME"] = f"{folder}/{kind.lower()}"
        environment |= {"HOME": folder, "XDG_CACHE_HOME": str(ROOT / "build" / "cache"), "LANG": "C.UTF-8"}
        environment |= {"QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"}
        environment["QT_LOGGING_RULES"] = "*.warning=false"
        yield Path(folder), environment


def run(module: str, *arguments: object, environment: dict[str, str], told: str = "") -> dict[str, Any]:
    """What ``python -m module arguments`` printed as its last line, with ``told`` as its input. Raises where
    it failed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, input=told, stdout=subprocess.PIPE, text=True, check=True
    )
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    assert isinstance(answer, dict)
    return answer
