"""Finding Korean words by what somebody has typed so far. Pure; knows no department.

That may be whole syllables, initial consonants (ㄱㅌ → 교통), both mixed (교ㅌ), or a syllable that is just
being put together (교토, 굩 → 교통).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_CLUSTERS = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
"""Two consonants typed one after the other become one letter in some input methods."""

_LATER_VOWELS = {8: (9, 10, 11), 13: (14, 15, 16), 18: (19,)}
"""Vowels that begin with another one: ㅗ is on the way to ㅘ, ㅙ, ㅚ."""

_FIRST, _LAST = ord("가"), ord("힣")
_PER_INITIAL, _PER_VOWEL = 588, 28
LONGEST = 60


def folded(text: str) -> str:
    """Without blanks and capitals, in composed syllables: how texts are compared."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def typed(text: str) -> str:
    """What somebody typed, folded, with clusters of consonants taken apart."""
    plain = "".join(_compatible(char) for char in folded(text))
    return "".join(_CLUSTERS.get(char, char) for char in plain)[:LONGEST]


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str]:
    """What ``typed`` text stands for, to be looked for in folded texts."""
    parts = [_stands_for(char) for char in query[:-1]]
    if query:
        parts.append(_being_typed(query[-1]))
    return re.compile("".join(parts))


def _compatible(char: str) -> str:
    """Old programs send consonants as the letters that syllables are made of."""
    number = ord(char) - 0x1100
    return INITIALS[number] if 0 <= number < len(INITIALS) else char


def _stands_for(char: str) -> str:
    place = INITIALS.find(char)
    if place < 0:
        return re.escape(char)
    first = _FIRST + place * _PER_INITIAL
    return f"[{chr(first)}-{chr(first + _PER_INITIAL - 1)}{char}]"


def _being_typed(char: str) -> str:
    """The last character may be on its way: 토 to 통, 굩 to 교통, 고 to 과."""
    if not _FIRST <= ord(char) <= _LAST:
        return _stands_for(char)
    number = ord(char) - _FIRST
    final = number % _PER_VOWEL
    if final == 0:
        vowel = number // _PER_VOWEL % 21
        syllables = [
            number,
            *(number + (later - vowel) * _PER_VOWEL for later in _LATER_VOWELS.get(vowel, ())),
        ]
        return "[" + "".join(f"{chr(_FIRST + n)}-{chr(_FIRST + n + _PER_VOWEL - 1)}" for n in syllables) + "]"
    letter = _FINALS[final]
    stays, moves = _CLUSTERS.get(letter, " " + letter)
    open_one = chr(_FIRST + number - final + _FINALS.index(stays.strip()))
    # 굩 may become 교통; 국 may also become 굯 and the like, which begins with the same final.
    longer = [
        char,
        *(chr(ord(char) - final + _FINALS.index(c)) for c, two in _CLUSTERS.items() if two[0] == letter),
    ]
    return f"(?:[{''.join(longer)}]|{open_one}{_stands_for(moves)})"
