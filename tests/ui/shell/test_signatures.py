"""PySide's texts about its functions are put off during the start, and are there when they are wanted."""

from __future__ import annotations

import subprocess
import sys

from desktop.ui.signatures import PUT_OFF

MISUSE = """
from PySide6.QtCore import QObject
try:
    QObject().setObjectName([])
except TypeError as error:
    print(error)
print(QObject.setObjectName.__doc__)
"""
KEPT = "import desktop.ui.signatures as own; print(*sorted(own._kept), sep='\\n')"


def ran(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_the_start_of_the_window_reads_none_of_them() -> None:
    assert ran("import desktop.app", KEPT).split() == sorted(PUT_OFF)


def test_a_wrong_call_is_told_in_the_same_words() -> None:
    plain = ran(MISUSE)
    assert "Supported signatures" in plain
    assert ran("import desktop.app", MISUSE) == plain


def test_every_one_of_them_is_whole_when_it_is_read() -> None:
    show = f"""
import sys, PySide6.QtCore
for name in {sorted(PUT_OFF)!r}:
    module = sys.modules[name]
    getattr(module, "a name to make it read", None)
    print(name, sorted(set(vars(module)) - {{"__builtins__"}}))
"""
    plain = ran(show)
    assert "seterror_argument" in plain
    assert ran("import desktop.app", show) == plain
