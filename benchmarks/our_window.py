"""Our window as ``seoul-smc`` opens it: ``our_window WORKSPACE SETTLE_S``. Prints when it could be used, and
its memory that many seconds later, when collecting and sending are open too.

It imports nothing of its own before the program does, so that the start is the program's alone.
"""

from __future__ import annotations

import sys
import time
from typing import Any


def main(workspace: str, settle_s: str) -> None:
    def usable(window: Any) -> None:
        at = time.time()

        from PySide6.QtCore import QTimer

        from benchmarks.memory import pss_mb

        def done() -> None:
            print(at, pss_mb(), flush=True)
            window.close()

        QTimer.singleShot(int(float(settle_s) * 1000), done)

    from desktop.app import run

    run(workspace, on_usable=usable)


if __name__ == "__main__":
    main(*sys.argv[1:])
