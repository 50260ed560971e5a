"""What an edit changed, word by word. Pure text: it must not know posts, Qt or colours."""

from __future__ import annotations

import difflib
import re
from typing import Literal, NamedTuple

LONGEST_COMPARED = 4_000
"""Words (blanks included) compared one by one; a longer text is shown as wholly replaced."""

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")

Kind = Literal["same", "removed", "added"]


class Piece(NamedTuple):
    kind: Kind
    text: str


def compare(old: str, new: str) -> list[Piece]:
    """The way from old to new as runs of text. Joining all but "added" gives old, all but "removed" new."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if len(before) > LONGEST_COMPARED or len(after) > LONGEST_COMPARED:
        whole = [Piece("removed", old), Piece("added", new)] if old != new else [Piece("same", old)]
        return [piece for piece in whole if piece.text]
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=len(before) > 500)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", "".join(before[a:b])))
        if d > c:
            pieces.append(Piece("added", "".join(after[c:d])))
    return pieces
