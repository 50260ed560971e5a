"""Opens the window, or says in one sentence what to do where there is no display for it. Also what the
command line needs of Qt without a window: papers as PDF."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.services.paths import has_display

if TYPE_CHECKING:
    from desktop.services.documents import Document


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


def write_paper(document: Document, path: str) -> None:
    """Write a paper without a window, as what the name ends with. Only PDF needs Qt. Raises DocumentError."""
    if not path.lower().endswith(".pdf"):
        from desktop.services import documents

        documents.write(document, path)
        return
    import os

    # The screen that a terminal names may be out of reach, and Qt would end the program. A paper needs none.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from desktop.ui import documents as papers

    app = QApplication.instance() or QApplication([])
    papers.write(document, path)
    del app


def _say(code: str, lang: str) -> int:
    from desktop.services import messages

    sys.stderr.write(messages.sentence(code, messages.language(lang)) + "\n")
    return 2
