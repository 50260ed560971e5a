"""Imported before everything else of the window: keeps Qt's Python layer from reading every source file.

PySide's import hook reads the source of each module that is imported, to see whether it may switch
``snake_case`` names on. This program never does, and 180 sources are a tenth of the time to the first list.
"""

from __future__ import annotations

import sys

import PySide6.QtCore


def _asks_for_no_feature(module: object) -> bool:
    return True


_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside") and PySide6.QtCore.qVersion().startswith("6.11."):
    vars(_feature)["_mod_uses_pyside"] = _asks_for_no_feature
