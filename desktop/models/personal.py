"""Finding personal data in a text and hiding it: resident numbers, phones, cards, car plates, mail addresses.

Pure. It must find what a citizen writes without thinking (with or without hyphens, in full-width digits) and
must leave alone what merely looks alike: years, prices, addresses of pages. Hiding keeps the length of the
text and the kind of what was there, so that places in the text stay what they were.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

HIDDEN = "*"
KINDS = ("resident", "card", "phone", "plate", "mail")


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``start`` to ``end`` of the text; ``kind`` is one of KINDS."""

    start: int
    end: int
    kind: str


def find(text: str) -> list[Found]:
    """All personal data of a text, in order, none over another. Where one place can be two kinds, the worse
    one counts (KINDS is in that order)."""
    plain = text.translate(_PLAIN)  # one character for one: places stay
    possible = [kind for kind in KINDS if re.search(_LOOKS_LIKE[kind], plain)]
    if not possible:
        return []
    addresses = [match.span() for match in re.finditer(_ADDRESS, plain)]
    taken: list[Found] = []
    for kind in possible:
        for start, end in _FINDERS[kind](plain):
            if kind in ("card", "plate") and _inside(start, end, addresses):
                continue  # numbers of articles
            if kind == "phone" and _inside(start, end, addresses) and not plain.startswith("01", start):
                continue
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Found(start, end, kind))
    return sorted(taken, key=lambda found: found.start)


def mask(text: str, kinds: Sequence[str] = KINDS) -> str:
    """The text with every piece of personal data (of these kinds) hidden. What is hidden stays hidden: hiding
    again changes nothing."""
    while True:
        found = [place for place in find(text) if place.kind in kinds]
        if not found:
            return text
        parts: list[str] = []
        at = 0
        for place in found:
            parts += [text[at : place.start], _hidden(text[place.start : place.end], place.kind)]
            at = place.end
        masked = "".join([*parts, text[at:]])
        if masked == text:
            return text
        text = masked


def _hidden(piece: str, kind: str) -> str:
    """Of a phone its first group stays, of a plate its letter, of a mail address the server."""
    if kind == "mail":
        name, _, server = piece.rpartition("@")
        return HIDDEN * len(name) + "@" + server
    kept = 0
    if kind == "phone":
        first = re.match(r"\(?\+?\d+", piece)
        kept = first.end() if first is not None and first.end() < len(piece) - 4 else 0
    return piece[:kept] + "".join(HIDDEN if char.isdigit() else char for char in piece[kept:])


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


_PLAIN = {
    **{0xFF10 + n: str(n) for n in range(10)},
    **dict.fromkeys(map(ord, "‐‑‒–—―−－﹣ㅡ"), "-"),
    **dict.fromkeys(
        map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000"), " "
    ),
    ord("（"): "(",
    ord("）"): ")",
    ord("．"): ".",
    ord("＠"): "@",
    ord("＋"): "+",
}
_ADDRESS = r"(?ai:(?:https?://|www\.)[^\s<>\"']+)"
_ROW = r"[0-9](?:[ .()\-]{0,4}[0-9]){%d}"
_LOOKS_LIKE = {
    "resident": _ROW % 12,
    "card": _ROW % 13,
    "phone": _ROW % 7,
    "plate": r"[0-9] ?[^\x00-\x7f] ?[0-9]{4}",
    "mail": "@",
}
"""What a text must have to hold one: a quick look, that also spares most starts of the program the making of
the exact patterns. They are kept as texts, because ``re`` makes and keeps those that are used."""
_BEFORE = r"(?<![0-9])(?<![0-9]\.)"
"""Not in the middle of a longer number: nor after a decimal point."""
_AFTER = r"(?![0-9])"

# --- resident numbers

_RESIDENT = rf"{_BEFORE}([0-9]{{6}}) ?[-.]? ?([0-9]{{7}}){_AFTER}"
_CENTURY = {"1": 1900, "2": 1900, "3": 2000, "4": 2000, "5": 1900, "6": 1900, "7": 2000, "8": 2000,
            "9": 1800, "0": 1800}  # fmt: skip
_NO_CHECK_SINCE = datetime.date(2020, 10, 1)
"""Numbers given since then carry no check digit; those born before keep theirs."""


def is_resident_number(digits: str) -> bool:
    """Thirteen digits: a day of birth that exists, and a check digit that fits (주민등록번호, also that of
    foreigners)."""
    if len(digits) != 13 or not digits.isdecimal() or not digits.isascii():
        return False
    try:
        born = datetime.date(_CENTURY[digits[6]] + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return False
    if born >= _NO_CHECK_SINCE:
        return born <= datetime.date.today()
    total = sum(
        int(digit) * weight
        for digit, weight in zip(digits, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=False)
    )
    check = (11 - total % 11) % 10
    # Numbers of foreigners have a check digit that is two more.
    return int(digits[12]) in ({check, (check + 2) % 10} if digits[6] in "5678" else {check})


def _residents(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_RESIDENT, text):
        if is_resident_number(match[1] + match[2]):
            yield match.span()


# --- cards

_CARD = (
    rf"{_BEFORE}(?:[2-69][0-9]{{3}}([- .]?)[0-9]{{4}}\1[0-9]{{4}}\1[0-9]{{4}}"
    rf"|3[47][0-9]{{2}}([- .]?)[0-9]{{6}}\2[0-9]{{5}}"
    rf"|3[0689][0-9]{{2}}([- .]?)[0-9]{{6}}\3[0-9]{{4}}){_AFTER}"
)


def is_card_number(digits: str) -> bool:
    """Luhn's check; a number of one repeated digit is nobody's."""
    if not digits.isdecimal() or not digits.isascii() or len(set(digits)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_CARD, text):
        if is_card_number(re.sub(r"\D", "", match[0])):
            yield match.span()


# --- phones

_GAP = r" ?[-.)] ?| "
_MOBILE = r"01[016789]"
_AREA = r"02|03[1-3]|04[1-4]|05[1-5]|06[1-4]|070|080|050[2-9]?"
_ABROAD = r"10|1[16789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70"
_PHONE = (
    rf"{_BEFORE}(?:\(?(?:\+|00)?82\)?[- .]?\(?0?\)?(?:{_ABROAD})(?:{_GAP})?"
    rf"[0-9]{{3,4}}(?:{_GAP})?[0-9]{{4}}"
    rf"|\(?(?:{_MOBILE}|{_AREA})(?:{_GAP})?[0-9]{{3,4}}(?:{_GAP})?[0-9]{{4}}){_AFTER}"
)
_NATIONAL = (
    r"(?<![0-9\-])(?<![0-9]\.)1(?:5(?:22|33|44|66|77|88|99)|6(?:00|11|22|33|44|55|61|66|68|70|77|88|99)"
    r"|8(?:00|11|33|44|51|55|66|77|88|99))[- .][0-9]{4}(?![0-9])(?!-[0-9])"
    r"(?! ?(?:년|원|명|개|건|억|만|세기))"
)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_PHONE, text):
        if not text.startswith(("원", "명", "건", "개"), match.end()):
            yield match.span()
    for match in re.finditer(_NATIONAL, text):
        yield match.span()


# --- car plates

_REGIONS = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
_LETTERS = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호국합육해공"
_UNITS = "조주도호부구자수모사오서나"
"""Letters of plates that are also counting words and beginnings of words: 15조 2000억, 30호 1204."""

_PLATE = (
    rf"(?:(?P<region>{_REGIONS}) ?[0-9]{{1,2}}|{_BEFORE}(?<![제\-])[0-9]{{2,3}}) ?(?P<letter>[{_LETTERS}])"
    r"(?P<gap> ?)[0-9]{4}(?![0-9])(?![,.][0-9])"
    r"(?! ?(?:억|만|천|원|명|개|건|년|월|일|세대|가구|호|권|번지|번길|미터|㎡|m|km|kg|톤|%|㎞|분|시간))"
)
_OF_A_CAR = (
    r"차량|차번호|번호판|승용차|자동차|택시|버스|트럭|화물차|오토바이|주차|견인|운전|뺑소니|차가|차를|차는"
)
_NEAR = 20


def _plates(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_PLATE, text):
        doubtful = match["letter"] in _UNITS and match["gap"] and not match["region"]
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if not doubtful or re.search(_OF_A_CAR, around):
            yield match.span()


# --- mail addresses

_MAIL = (
    r"(?<![\w.+\-@])[A-Za-z0-9][\w.+\-]{0,63}@(?:[A-Za-z0-9가-힣](?:[A-Za-z0-9가-힣\-]{0,61}[A-Za-z0-9가-힣])?\.)+"
    r"(?:[A-Za-z]{2,24}|한국)(?![A-Za-z0-9])"
)


def _mails(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_MAIL, text):
        yield match.span()


_FINDERS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "resident": _residents,
    "card": _cards,
    "phone": _phones,
    "plate": _plates,
    "mail": _mails,
}
