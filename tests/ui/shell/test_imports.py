"""Modules that make classes of Qt's are imported in the main thread: elsewhere the program may die of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio, sys, threading

elsewhere = []

class Witness:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "qasync") or name.startswith("desktop.ui"):
            if threading.current_thread() is not threading.main_thread():
                elsewhere.append(name)

sys.meta_path.insert(0, Witness())
from desktop import app

class Program(app.Program):
    async def _open_services(self):
        await super()._open_services()
        self._end()

app.Program = Program
status = app.run(sys.argv[1])
assert "desktop.ui.detail.pane" in sys.modules and "qasync" in sys.modules
print("elsewhere:", *elsewhere)
sys.exit(status)
"""


def test_no_thread_imports_qt(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, f"sqlite:///{tmp_path / 'a.db'}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1].strip() == "elsewhere:"
