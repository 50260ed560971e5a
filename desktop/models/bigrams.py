"""Cutting text into what the search index holds, and queries into what it can be asked.

Korean, and every other script but Latin letters and digits, is indexed as overlapping pairs of characters
plus the last character of each word: 불법주차 → 불법 법주 주차 차. So two syllables are found anywhere in a
word, and one syllable as the beginning of a pair or as such a last one. Latin words and numbers stay whole
and are found by their beginning.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LATIN = re.compile(r"[0-9a-z]+")
_NOT_PAIRED = re.compile(r"[\W_0-9a-z]+")
_WORDS = re.compile(r"[^\W_]+")
_RUNS = re.compile(r"[0-9a-z]+|[^0-9a-z]+")
_SURE = re.compile(r"[가-힣]+|[0-9a-z]+")
_OTHER_LATIN = "ßẞİŉſǰẖẗẘẙẚ\u212aﬀﬁﬂﬃﬄﬅﬆ"
"""All letters besides A to Z whose small form has one of a to z in it (the Kelvin sign among them)."""
_GAP = "\x01"  # stands for everything between two words; the index takes it for a space
_FIRST_OF_WORD = re.compile(_GAP + ". ")
_PIECE = 30_000
"""Longer texts are cut up in pieces, so that no other thread waits long for the interpreter."""

_LONGEST_QUERY = 200


def bigrams(text: str) -> str:
    """The words of the index for a text, separated by blanks."""
    if len(text) <= _PIECE:
        return _bigrams(text)
    return " ".join(_bigrams(piece) for piece in _pieces(text))


def _bigrams(text: str) -> str:
    folded = text.casefold()
    paired = _FIRST_OF_WORD.sub("", _pairs(_NOT_PAIRED.sub(_GAP, folded) + _GAP))
    return paired + " ".join(_LATIN.findall(folded))


def _pairs(text: str) -> str:
    """``abc`` → ``ab bc ``. Written as moves of bytes because joining characters one by one takes five times
    as long, and every post goes through here."""
    source = text.encode("utf-32-le", "replace")
    count = len(source) // 4 - 1
    end = 4 * count
    pairs = bytearray(12 * count)
    pairs[8::12] = b" " * count
    for byte in range(3):
        pairs[byte::12] = source[byte:end:4]
        pairs[4 + byte :: 12] = source[4 + byte :: 4]
    return pairs.decode("utf-32-le")


def _pieces(text: str) -> list[str]:
    pieces = []
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            blank = text.find(" ", end, end + 1000)
            # No word is that long, but a line of pictures in letters is: one character of overlap keeps its
            # pair.
            end = blank if blank >= 0 else end
        pieces.append(text[start : end + 1])
        start = end
    return pieces


@dataclass(frozen=True, slots=True)
class Query:
    """``match`` is for FTS5; it finds all posts that hold every one of ``needles``, and if not ``exact`` some
    others, which ``holds`` tells apart."""

    needles: tuple[str, ...]
    match: str
    exact: bool

    def holds(self, text: str) -> bool:
        """Whether a text (with name and handle of its author) holds all needles."""
        folded = text.casefold()
        return all(_found(needle, folded) for needle in self.needles)

    def pieces(self) -> list[str]:
        """The runs of Hangul syllables, Latin letters and digits in the needles: text that holds all needles
        holds these in small letters, which a database can look for quickly."""
        return list(dict.fromkeys(piece for needle in self.needles for piece in _SURE.findall(needle)))


def other_letters(piece: str) -> list[str]:
    """Letters that may stand for one in this piece of a query, where no database knows it: ß for ss."""
    return [letter for letter in _OTHER_LATIN if not set(letter.casefold()).isdisjoint(piece)]


def parse(text: str) -> Query | None:
    """A query from whatever somebody typed; None if there is no letter or digit in it."""
    folded = unicodedata.normalize("NFC", text[:_LONGEST_QUERY]).casefold()
    needles = tuple(dict.fromkeys(_WORDS.findall(folded)))
    if not needles:
        return None
    terms: list[str] = []
    exact = True
    for needle in needles:
        runs = _RUNS.findall(needle)
        exact = exact and len(runs) == 1 and (runs[0].isascii() or len(runs[0]) <= 2)
        for place, run in enumerate(runs):
            if run.isascii():
                terms.append(f'"{run}"' + ("*" if place == len(runs) - 1 else ""))
            elif len(run) == 1:
                terms.append(f'"{run}"*')
            else:
                terms += [f'"{run[i : i + 2]}"' for i in range(len(run) - 1)]
    return Query(needles, " AND ".join(dict.fromkeys(terms)), exact)


def _found(needle: str, folded: str) -> bool:
    at = folded.find(needle)
    if at < 0:
        return False
    if not needle[0].isascii():
        return True
    # A Latin word is found by its beginning only, as in the index.
    while at >= 0:
        if at == 0 or not (folded[at - 1].isascii() and folded[at - 1].isalnum()):
            return True
        at = folded.find(needle, at + 1)
    return False
