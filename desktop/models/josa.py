"""The Korean particle that fits a word: 버스정책과가, 도시교통실로, SNS를, 3월은. Pure.

A particle follows the sound that a word ends with. What stands in parentheses is not read aloud; digits are
read in Korean, capitals letter by letter, other Latin words as they sound.
"""

from __future__ import annotations

import re

PAIRS = (
    "이었/였", "이에요/예요", "이라고/라고", "이라는/라는", "이라/라", "이란/란", "이나/나", "이며/며",
    "으로서/로서", "으로써/로써", "으로/로", "이/가", "을/를", "은/는", "과/와",
)  # fmt: skip
"""Particles as they are written in a text, the form after a consonant first."""

_IN_BRACKETS = re.compile(r"\s*[(\[（［][^()\[\]（）［］]*[)\]）］]\s*\Z")
_CLOSED_DIGITS, _RIEUL_DIGITS = "013678", "178"
_READ_OPEN = "%％&+℃℉@#"
"""Signs that are read as words ending in a vowel (퍼센트, 앤드 …)."""

_CLOSED_CAPITALS, _RIEUL_CAPITALS = "LMNR", "LR"
_SHORT_STOP = re.compile(r"[aeiou][pktc]\Z|ck\Z")
"""app, tip, Facebook, blog is 그, internet: p, k, t after a vowel close the syllable (앱, 팁, 북, 넷)."""


def josa(word: str, pair: str) -> str:
    """``word`` with the particle that fits: josa("도시교통실", "으로/로") is 도시교통실로.

    ``pair`` gives the form after a consonant, a slash, and the form after a vowel; 으로 becomes 로 after ㄹ.
    """
    after_consonant, after_vowel = pair.split("/")
    closed, rieul = _end_of(word)
    if after_consonant.startswith("으로") and rieul:
        closed = False
    return word + (after_consonant if closed else after_vowel)


def _end_of(word: str) -> tuple[bool, bool]:
    """Whether a word ends with a consonant, and whether that is ㄹ."""
    spoken = word
    while (shorter := _IN_BRACKETS.sub("", spoken)) != spoken and any(c.isalnum() for c in shorter):
        spoken = shorter
    spoken = spoken.rstrip()
    for place in range(len(spoken) - 1, -1, -1):
        last = spoken[place]
        if last in _READ_OPEN:
            return False, False
        if last.isalnum():
            return _sound(spoken[: place + 1])
    return False, False


def _sound(word: str) -> tuple[bool, bool]:
    last = word[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return final != 0, final == 8
    if last in "0123456789":
        return last in _CLOSED_DIGITS, last in _RIEUL_DIGITS
    if not last.isascii():
        return False, False
    return _latin(re.findall(r"[A-Za-z]+\Z", word)[0])


def _latin(word: str) -> tuple[bool, bool]:
    """An abbreviation letter by letter (SNS 에스), a word roughly as Koreans say it (email 이메일)."""
    if word.isupper() or len(word) == 1:
        last = word[-1].upper()
        return last in _CLOSED_CAPITALS, last in _RIEUL_CAPITALS
    word = word.lower()
    if word.endswith("l") or re.search(r"[^aeiou]le\Z", word):
        return True, True
    closed = word.endswith(("m", "n", "ng", "me", "ne")) or _SHORT_STOP.search(word) is not None
    return closed, False
