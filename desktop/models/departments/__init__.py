"""The departments that matters are handed to (부서): a tree of offices, divisions, teams and districts.

``rows`` reads them, ``changing`` stores them, ``checking`` says what may be stored. ``tree`` is who is
above whom and who stands in for whom. ``index`` finds by what is typed, ``ranking`` says which ones a text
is likely for, and ``known`` keeps both in memory for as long as the workspace is open.
"""

from __future__ import annotations

from desktop.models.departments import known
from desktop.models.departments.changing import DepartmentRefused, Saved, edit, save, seed
from desktop.models.departments.index import DepartmentIndex
from desktop.models.departments.known import index
from desktop.models.departments.ranking import Suggestion
from desktop.models.departments.rows import DepartmentRow, get_department, list_departments
from desktop.models.departments.tree import StandIn, in_order

__all__ = [
    "DepartmentIndex",
    "DepartmentRefused",
    "DepartmentRow",
    "Saved",
    "StandIn",
    "Suggestion",
    "edit",
    "find",
    "get_department",
    "in_order",
    "index",
    "list_departments",
    "save",
    "seed",
    "suggest",
    "suggestions",
]


def find(text: str, limit: int = 20) -> list[DepartmentRow]:
    """What a person looks for by typing; see ``DepartmentIndex.find``."""
    return index().find(text, limit)


def suggestions(text: str, limit: int = 5) -> list[Suggestion]:
    """Departments that a text is likely for, likeliest first, with the words that say so."""
    return known.suggest(text, limit)


def suggest(text: str) -> Suggestion | None:
    """The likeliest one; None if nothing speaks for any. Only ever a proposal."""
    return next(iter(suggestions(text, 1)), None)
