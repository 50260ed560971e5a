"""PySide's texts about its own functions, read when the first of them is wanted.

PySide 6.11 carries the modules that word its error messages (``TypeError: called with wrong argument
types``) as source in an archive and compiles them at every start, wanted or not. While :func:`put_off` holds
they are only kept; each one is compiled when something in it is used for the first time, and is then as it
always was.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

PACKAGE = "shibokensupport.signature."
PUT_OFF = frozenset(
    PACKAGE + name
    for name in (
        "errorhandler",
        "layout",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
        "mapping",
        "parser",
    )
)
ASKED_BY_QT = "update_mapping"
"""PySide's compiled half looks this up in the dictionary of ``mapping``, which asks no ``__getattr__``."""

_compile: Callable[..., Any] = builtins.compile
_kept: dict[str, tuple[Any, ...]] = {}
_STANDS_IN = f"""
from {__name__} import stand_in
__getattr__, {ASKED_BY_QT} = stand_in(__name__)
del stand_in
"""


@contextmanager
def put_off() -> Iterator[None]:
    """While PySide is imported for the first time: its modules of texts are kept, not compiled."""
    builtins.compile = _compile_or_keep
    try:
        yield
    finally:
        builtins.compile = _compile


def stand_in(module: str) -> tuple[Callable[[str], Any], Callable[..., Any]]:
    """What stands in a module that is put off: for any attribute, and for the one that Qt asks for."""
    return partial(_attribute, module), partial(_asked_by_qt, module)


def _compile_or_keep(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
    name = str(filename).removesuffix(".py").replace("/", ".")
    if name not in PUT_OFF:
        return _compile(source, filename, *rest, **options)
    _kept[name] = (source, filename, *rest)
    return _compile(_STANDS_IN, filename, "exec")


def _attribute(module: str, name: str) -> Any:
    if module not in _kept:
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    _read(module)
    return getattr(sys.modules[module], name)


def _asked_by_qt(module: str, *arguments: Any) -> Any:
    _read(module)
    return getattr(sys.modules[module], ASKED_BY_QT)(*arguments)


def _read(module: str) -> None:
    names = vars(sys.modules[module])
    del names["__getattr__"], names[ASKED_BY_QT]
    exec(_compile(*_kept.pop(module)), names)
