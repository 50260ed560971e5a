"""Imported before everything else of the window: keeps Python and Qt from needless work during the start."""

from __future__ import annotations

import gc
import sys

# Nearly everything that is made during the start stays. Once it is over, ``desktop.app`` sets what is usual.
gc.set_threshold(200_000, 20, 100)

from desktop.ui.enums import quicken  # noqa: E402
from desktop.ui.signatures import put_off  # noqa: E402

quicken()
with put_off():
    import PySide6.QtCore


def _asks_for_no_feature(module: object) -> bool:
    return True


# PySide's import hook reads the source of each module that is imported, to see whether it may switch
# ``snake_case`` names on. This program never does.
_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside") and PySide6.QtCore.qVersion().startswith("6.11."):
    vars(_feature)["_mod_uses_pyside"] = _asks_for_no_feature
