"""Qt's enumerations, made in a fifth of the time.

The first use of ``Qt`` alone makes 93 enumerations with 1,195 members, and all by the standard library's
functional API are a sixth of the whole start. Its care for each member (descriptors, ``auto()``, types of any
kind) is for enumerations that people write. Qt's are numbers, so each begins as a copy of one without members
that the standard library made, and the members are put in, each as ``enum`` itself leaves it.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterable
from enum import Enum, EnumType, Flag
from functools import cache
from typing import Any

QT_MAKES = {
    kind: frozenset(dir(EnumType)).union(*map(vars, kind.__mro__))
    for kind in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
}
"""The kinds of Qt's enumerations, each with the names that mean something else there already."""
KNOWN_PYTHON = (3, 11)
"""What an enumeration holds inside differs between versions of Python; this is what this one holds."""

_create = EnumType._create_


def quicken() -> None:
    """From now on enumerations of numbers are made the quick way, where this Python is known."""
    if sys.version_info[:2] == KNOWN_PYTHON:
        vars_of_metaclass: Any = EnumType
        vars_of_metaclass._create_ = _create_quickly


def _create_quickly(cls: type[Enum], name: str, names: Any, **options: Any) -> type[Enum]:
    usual = any(options.get(given) for given in ("module", "qualname", "type"))
    if usual or cls not in QT_MAKES or not _are_numbers(names) or not QT_MAKES[cls].isdisjoint(dict(names)):
        return _create(cls, name, names, **options)
    empty = _empty(cls, options.get("boundary")).items()
    own = {key: kept.copy() if isinstance(kept, (list, dict)) else kept for key, kept in empty}
    made: Any = type.__new__(EnumType, name, (cls,), own)
    type.__setattr__(made, "__new__", Enum.__new__)  # in a new class it would become a static method
    _put_in(made, names)
    if issubclass(made, Flag):
        _sum_up(made, [value for _, value in names])
    return made


@cache
def _empty(cls: type[Enum], boundary: Any) -> dict[str, Any]:
    """What the standard library puts into an enumeration without members. PySide puts the right module in."""
    return dict(vars(_create(cls, "empty", (), module="PySide6", boundary=boundary)))


def _are_numbers(names: Any) -> bool:
    """Whether these are pairs of a name and a number."""
    if not isinstance(names, (list, tuple)) or {*map(type, names)} - {tuple}:
        return False
    return {*map(len, names)} <= {2} and {type(value) for _, value in names} <= {int}


def _put_in(made: Any, names: Iterable[tuple[str, int]]) -> None:
    order, members, values = made._member_names_, made._member_map_, made._value2member_map_
    new, takes_value, flag = made._new_member_, made._use_args_, issubclass(made, Flag)
    for name, value in names:
        member = values.get(value)
        if member is None:
            member = values[value] = new(made, value) if takes_value else new(made)
            inside = member.__dict__
            inside["_value_"], inside["_name_"], inside["__objclass__"] = value, name, made
            inside["_sort_order_"] = len(order)
            if not flag or _is_one_bit(value):
                order.append(name)
        members[name] = member
        type.__setattr__(made, name, member)


def _sum_up(made: Any, values: list[int]) -> None:
    every = one_bit = 0
    for value in values:
        every |= value
        if _is_one_bit(value):
            one_bit |= value
    if "_singles_mask_" in vars(made):
        made._flag_mask_, made._singles_mask_ = every, one_bit
    else:  # before 3.11.4
        made._flag_mask_ = one_bit
    made._all_bits_ = 2 ** every.bit_length() - 1
    listed = [member._value_ for member in made]
    if listed != sorted(listed):
        made._iter_member_ = made._iter_member_by_def_


def _is_one_bit(value: int) -> bool:
    return value != 0 and not value & (value - 1)
