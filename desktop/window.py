"""Opens the window, or says in one sentence what to do where there is no display for it."""

from __future__ import annotations

import sys

from desktop.services.paths import has_display


def open_window(url: str, lang: str, user: str = "") -> int:
    """Returns the window's exit code; 2 where it cannot be shown. ``url`` "": the user's own workspace."""
    if not has_display():
        return _say("no-display", lang)
    try:
        from desktop.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6", "qasync")) and "lib" not in str(error):
            raise
        return _say("no-window", lang)
    return run(url, working_as=user)


def _say(code: str, lang: str) -> int:
    from desktop.services import messages

    sys.stderr.write(messages.sentence(code, messages.language(lang)) + "\n")
    return 2
