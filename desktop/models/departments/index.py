"""All departments in memory, so that each key typed in the picker is answered at once. Pure.

Names, duties and the rest lie in three long texts, a line for each department: one pattern runs through five
thousand lines in a few milliseconds, and what stands in a better place is looked through first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from desktop.models import hangul
from desktop.models.departments import tree
from desktop.models.departments.rows import DepartmentRow

_BEGIN = "\x01"
"""Stands before a name and before each duty, so that a pattern can ask for beginnings."""

# Where it was found, best first.
_NAME_BEGINS, _NAME, _DUTY_BEGINS, _DUTY, _REST = range(5)


class DepartmentIndex:
    """An unchanging picture. ``rows`` exist and can be found; ``by_code`` and ``names`` also know those that
    are no more, because old cases name them."""

    def __init__(self, rows: Iterable[DepartmentRow]) -> None:
        every = sorted(rows, key=lambda row: (row.name, row.code))
        self.rows: Sequence[DepartmentRow] = [row for row in every if row.active]
        self.by_code = {row.code: row for row in every}
        self.names = {row.code: row.name for row in every}

    @cached_property
    def _texts(self) -> tuple[_Lines, _Lines, _Lines]:
        names, duties, rest = [], [], []
        for row in self.rows:
            names.append(_BEGIN + hangul.folded(row.name))
            duties.append("".join(_BEGIN + hangul.folded(duty) for duty in row.duties))
            others = (row.code, *tree.path(row.code, self.by_code), row.contact, row.mail)
            rest.append("".join(_BEGIN + hangul.folded(text) for text in others))
        return _Lines(names), _Lines(duties), _Lines(rest)

    def prepare(self) -> DepartmentIndex:
        """Do now, in whatever thread this is, what the first search would have to do."""
        _ = self._texts
        return self

    def path(self, code: str) -> tuple[str, ...]:
        return tree.path(code, self.by_code)

    def stand_in(self, code: str) -> tree.StandIn:
        return tree.stand_in(code, self.by_code)

    def exactly(self, text: str) -> DepartmentRow | None:
        """The one that bears this code or, alone, this name."""
        named = self.by_code.get(text.strip())
        if named is not None and named.active:
            return named
        wanted = hangul.folded(text)
        same = [row for row in self.rows if hangul.folded(row.name) == wanted]
        return same[0] if len(same) == 1 else None

    def find(self, text: str, limit: int = 20) -> list[DepartmentRow]:
        """What a person looks for by typing: names that begin with it, names that hold it, duties, then what
        it belongs to, code and contact. Several words: all have to be found. Always in the same order."""
        whole = hangul.typed(text)
        if not whole:
            return list(self.rows[:limit])
        words = [hangul.typed(word) for word in text.split()]
        several = len(words) > 1  # then what has them apart may stand before what has them together
        found = self._places(whole, len(self.rows) if several else limit)
        if several:
            for number, place in self._together(words).items():
                found.setdefault(number, place)
        code = self.by_code.get(text.strip())
        ranked = sorted(found.items(), key=lambda item: (item[1], item[0]))
        numbers = [number for number, _ in ranked]
        rows = [self.rows[number] for number in numbers]
        if code is not None and code.active:
            rows = [code, *(row for row in rows if row is not code)]
        return rows[:limit]

    def _together(self, words: Sequence[str]) -> dict[int, int]:
        """Departments that have every one of the words somewhere; the place is that of the worst one."""
        together: dict[int, int] | None = None
        for word in sorted(words, key=len, reverse=True):
            found = self._places(word, len(self.rows))
            together = (
                found
                if together is None
                else {
                    number: max(place, found[number]) for number, place in together.items() if number in found
                }
            )
            if not together:
                return {}
        return together or {}

    def _places(self, typed: str, enough: int) -> dict[int, int]:
        """Number of a department → the best place in which it has what was typed. Worse places are not even
        looked at where better ones give enough."""
        names, duties, rest = self._texts
        inside = hangul.pattern(typed)
        begins = re.compile(_BEGIN + inside.pattern)
        found: dict[int, int] = {}
        for lines, pattern, place in (
            (names, begins, _NAME_BEGINS),
            (names, inside, _NAME),
            (duties, begins, _DUTY_BEGINS),
            (duties, inside, _DUTY),
            (rest, inside, _REST),
        ):
            for number in lines.having(pattern):
                found.setdefault(number, place)
            if len(found) >= enough:
                break
        return found


class _Lines:
    """Many short texts as one long one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(line.replace("\n", " ") for line in lines)
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def having(self, pattern: re.Pattern[str]) -> list[int]:
        """Numbers of the lines in which it occurs."""
        numbers = []
        at, text = 0, self._text
        while (hit := pattern.search(text, at)) is not None:
            number = bisect_right(self._starts, hit.start()) - 1
            numbers.append(number)
            end = text.find("\n", hit.start())
            if end < 0:
                break
            at = end + 1
        return numbers
