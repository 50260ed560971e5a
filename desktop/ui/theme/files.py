"""Where the files of ``resources/`` lie, in the source tree and in the installed program."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    import resources

    return Path(resources.__path__[0])


def resource(name: str) -> Path:
    """The path of a file in ``resources/``; it need not exist."""
    return _root() / name
