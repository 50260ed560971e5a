"""Memory that is free again, handed back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Have the C library return what it keeps (glibc does not by itself what several threads have freed).
    Takes some milliseconds and not the interpreter's lock: for a thread."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
