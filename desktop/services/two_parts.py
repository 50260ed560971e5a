"""An answer that is too long for its network, cut into two at the end of a sentence, each with its number."""

from __future__ import annotations

import re

from connectors.base import LengthRule
from desktop.models.speaking.commitments import sentences

MARKS = (" (1/2)", " (2/2)")

_MARK = re.compile(r" ?\((?:1|2)/2\)(?=\s|\Z)")


def whole(text: str) -> str:
    """The text without the numbers of parts that it was cut into before."""
    return _MARK.sub("", text).strip()


def in_two(text: str, rule: LengthRule, answered: str = "") -> tuple[str, str] | None:
    """Both parts with their numbers, each within the limit and as even as can be; None where no sentence
    ends so that both fit. ``answered`` is the handle that a reply may have to begin with."""
    text = whole(text)
    found: list[tuple[int, tuple[str, str]]] = []
    for _start, end in sentences(text):
        first, second = text[:end].rstrip(), text[end:].lstrip()
        if not first or not second:
            continue
        parts = (first + MARKS[0], second + MARKS[1])
        if not any(rule.over(part, answered) for part in parts):
            lengths = [rule.count(part, answered) for part in parts]
            found.append((abs(lengths[0] - lengths[1]), parts))
    return min(found)[1] if found else None
