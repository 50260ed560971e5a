"""Loads the typeface that comes with the program and makes fonts of it. It does not know the theme."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFont, QFontDatabase

from desktop.ui.theme.tokens import FALLBACK_FAMILIES, FAMILY

log = logging.getLogger(__name__)

FILES = ("PretendardGOV-Regular.otf", "PretendardGOV-Bold.otf")

_loaded: list[int] = []


def load() -> bool:
    """Make the typeface known to Qt once; False where a file is missing and the system's font serves."""
    if not _loaded:
        from desktop.services.paths import resource

        for name in FILES:
            _loaded.append(QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))))
    if -1 in _loaded:
        log.warning("the program's own font could not be loaded")
        return False
    return True


def font(px: float, *, bold: bool = False) -> QFont:
    """The program's font, ``px`` pixels high (already scaled)."""
    made = QFont()
    made.setFamilies([FAMILY, *FALLBACK_FAMILIES])
    made.setPixelSize(max(1, round(px)))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made
