"""Imported before everything else of the window: keeps Python and Qt from needless work during the start."""

from __future__ import annotations

import builtins
import gc

# Nearly everything that is made during the start stays. Once it is over, ``desktop.app`` sets what is usual.
gc.set_threshold(200_000, 20, 100)

from desktop.ui.enums import quicken  # noqa: E402
from desktop.ui.signatures import put_off  # noqa: E402

quicken()
with put_off():
    import PySide6.QtCore  # noqa: F401

# PySide puts a function of its own before every ``import`` of the program, so that a module may switch
# ``snake_case`` names on; it reads the source of each module for that. This program never does.
if hasattr(builtins, "__orig_import__"):
    builtins.__import__ = builtins.__orig_import__
