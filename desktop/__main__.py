"""``seoul-smc``: without a command the window, with one the command line. Only reads the arguments.

Window and command line are imported when it is clear which is wanted: neither pays for the other's start.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""What a shell says of a program that was stopped with Ctrl+C."""


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code."""
    try:
        return _main(argv)
    except KeyboardInterrupt:  # while modules are still being read: later each command closes by itself
        return INTERRUPTED


def _main(argv: list[str] | None) -> int:
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments:
        from desktop.window import open_window

        return open_window("", "")
    if arguments == ["--helper"]:  # a built program has no other interpreter to start
        from connectors.helper_process import serve

        serve()
        return 0
    from desktop.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
