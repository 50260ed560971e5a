"""Qt's enumerations that are made quickly are the same as those that ``enum`` makes."""

from __future__ import annotations

import enum
import subprocess
import sys

import pytest

from desktop.ui.enums import KNOWN_PYTHON

SHOW = """
import enum, pickle, sys
from PySide6 import QtCore, QtGui, QtWidgets

def found(scope, deep, seen):
    for name in sorted(dir(scope)):
        value = getattr(scope, name, None)
        if isinstance(value, enum.EnumType):
            seen.setdefault(value)
        elif deep and isinstance(value, type) and value.__module__.startswith("PySide6"):
            found(value, deep - 1, seen)
    return seen

def told(act):
    try:
        return repr(act())
    except Exception as error:
        return repr(error)

def inside(kept):
    return getattr(kept, "__qualname__", type(kept)) if callable(kept) else kept

for made in [*found(QtWidgets, 2, found(QtGui, 2, found(QtCore, 2, {})))]:
    print(made.__module__, made.__qualname__, [base.__name__ for base in made.__mro__], len(made), list(made))
    print({name: inside(kept) for name, kept in sorted(vars(made).items())
           if not isinstance(kept, (staticmethod, classmethod))})
    last = next(reversed(made.__members__.values()), None)
    for name, member in made.__members__.items():
        print(name, vars(member), str(member), getattr(made, name) is member, made[name] is member)
        for act in (
            lambda: made(member.value) is member,
            lambda: pickle.loads(pickle.dumps(member)) is member,
            lambda: hash(member), lambda: ~member, lambda: member | last, lambda: member & last,
            lambda: member ^ last, lambda: list(member), lambda: member == member.value,
            lambda: member in made,
        ):
            print(told(act))
    for number in (0, 3, -1, 0x7FFFFF):
        print(told(lambda: made(number)))
"""


def shown(first: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", first + SHOW],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={"PYTHONHASHSEED": "1", "PATH": "", "QT_QPA_PLATFORM": "offscreen"},
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.version_info[:2] != KNOWN_PYTHON, reason="made the usual way on this Python")
def test_every_enumeration_of_qt_is_as_the_standard_library_makes_it() -> None:
    quick, usual = shown("import desktop.ui.start"), shown("")
    assert sum("PySide6.QtCore Qt." in line for line in usual) > 80
    assert [(a, b) for a, b in zip(quick, usual, strict=True) if a != b] == []


@pytest.mark.skipif(sys.version_info[:2] != KNOWN_PYTHON, reason="made the usual way on this Python")
def test_they_are_indeed_made_quickly() -> None:
    counted = """
import desktop.ui.enums as own
put_in, made = own._put_in, []
own._put_in = lambda *what: (made.append(what[0].__name__), put_in(*what))
"""
    ask = "import desktop.ui.start\nfrom PySide6.QtCore import Qt\nprint(len(made) > 80, 'Key' in made)"
    done = subprocess.run(
        [sys.executable, "-c", counted + ask], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True", "True"]


def test_enumerations_of_other_people_are_made_as_ever() -> None:
    import desktop.ui.start  # noqa: F401

    own = enum.Enum("own", "one two", module=__name__)
    assert [(member.name, member.value) for member in own] == [("one", 1), ("two", 2)]
    assert own.__module__ == __name__
    mixed = enum.IntEnum("mixed", [("real", 3), ("name", 4)])
    assert mixed.real == 3 and mixed(4).name == "name"  # names that an int and a member have as well
    words = enum.Enum("words", [("a", "x"), ("b", "x")])
    assert words.b is words.a
