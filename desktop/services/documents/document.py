"""What a paper says, in plain values: title, paragraphs, tables, enclosures. Pure.

Items are numbered and a paper ends as papers of Korean offices do (행정업무의 운영 및 혁신에 관한 규정,
시행규칙): 1. 가. 1) 가) (1) (가), after 하 follows 거; "붙임  1. 계획서 1부.  끝.". The numbers are part of
the text, so they are the same in every kind of file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from connectors.base import clean_text

_BASE = "가나다라마바사아자차카타파하"
_VOWELS = "ㅏㅓㅗㅜㅡㅣ"  # 가 … 하, 거 … 허, 고 … 호, 구 … 후, 그 … 흐, 기 … 히
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LEVELS = 6
END = "끝."
ENCLOSED = "붙임"

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
"""What turns the direction of writing or is no character; a text would say something else."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``level`` 0: without a number; 1 to 6: an item of that depth. It may have line breaks."""

    text: str
    level: int = 0
    strong: bool = False
    align: str = "left"  # left | center | right


@dataclass(frozen=True, slots=True)
class Table:
    """``head``: the first row is a heading and stands again on every page; ``side``: the first column is one.
    ``widths``: shares of the columns, of any sum; none: all the same."""

    rows: tuple[tuple[str, ...], ...]
    head: bool = True
    side: bool = False
    widths: tuple[int, ...] = ()

    @property
    def columns(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def shares(self) -> list[float]:
        """Widths of the columns, adding up to 1."""
        known = [max(width, 1) for width in self.widths[: self.columns]]
        known += [1] * (self.columns - len(known))
        return [width / sum(known) for width in known]


@dataclass(frozen=True, slots=True)
class Document:
    """``header`` stands at the top of every page, ``footer`` beside the page number. ``enclosed``: names of
    what lies with it ("회의 자료 1부"). ``ends``: whether 끝. closes it."""

    title: str
    parts: tuple[Text | Table, ...] = ()
    header: str = ""
    footer: str = ""
    enclosed: tuple[str, ...] = ()
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is written: number and text in one, ``level`` 0 to 6 for how far it stands in."""

    text: str
    level: int = 0
    strong: bool = False
    align: str = "left"


def laid_out(document: Document) -> Iterator[Line | Table]:
    """The body in order, every text clean, items numbered, 끝. where it belongs (the title not included)."""
    body = list(_numbered(document))
    if document.enclosed:
        body += [Line(""), *_enclosures(document)]
    elif document.ends and body and isinstance(body[-1], Line) and body[-1].text:
        last = body[-1]
        body[-1] = Line(f"{last.text}  {END}", last.level, last.strong, last.align)
    elif document.ends:
        body.append(Line(f"  {END}"))
    yield from body


def _numbered(document: Document) -> Iterator[Line | Table]:
    counts = [0] * (LEVELS + 1)
    for part in document.parts:
        if isinstance(part, Table):
            if part.columns:
                yield _clean_table(part)
            continue
        level = min(max(part.level, 0), LEVELS)
        text = clean(part.text)
        if level:
            counts[level] += 1
            counts[level + 1 :] = [0] * (LEVELS - level)
            text = f"{marker(level, counts[level])} {text}"
        yield Line(text, level, part.strong, part.align)


def _clean_table(table: Table) -> Table:
    """Every row as long as the longest, so that no writer meets a hole."""
    rows = tuple(
        tuple(clean(cell) for cell in row) + ("",) * (table.columns - len(row)) for row in table.rows
    )
    return Table(rows, table.head, table.side, table.widths)


def _enclosures(document: Document) -> Iterator[Line]:
    names = [f"{clean(name).rstrip('. ')}." for name in document.enclosed]
    if len(names) > 1:
        names = [f"{number}. {name}" for number, name in enumerate(names, 1)]
    if document.ends:
        names[-1] += f"  {END}"
    for number, name in enumerate(names):
        yield Line(f"{ENCLOSED}  {name}" if not number else name, 0 if not number else 2)


def marker(level: int, number: int) -> str:
    """The mark of an item: 1. 가. 1) 가) (1) (가)."""
    sign = str(number) if level % 2 else syllable(number)
    if level <= 2:
        return f"{sign}."
    return f"{sign})" if level <= 4 else f"({sign})"


def syllable(number: int) -> str:
    """가 … 하, 거 … 허, 고 …: the how many-eth sign of a row of items, from 1."""
    turn, place = divmod(number - 1, len(_BASE))
    if turn >= len(_VOWELS):
        return str(number)
    return chr(ord(_BASE[place]) + _MEDIALS.index(_VOWELS[turn]) * 28)


def clean(text: str) -> str:
    """Text that paper and every kind of file can hold: no control characters, nothing that turns the
    direction of writing; line breaks and tabs stay."""
    text = clean_text(text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    text = text.replace("\u2029", "\n").replace("\t", "    ")
    return _CONTROL.sub("", _TURNING.sub("", text))[:_LONGEST]


def citizens_words(text: str, *, hidden: bool = True) -> str:
    """What a citizen wrote, for paper: clean, and personal data hidden unless somebody asked otherwise."""
    from desktop.models.personal import mask

    text = clean(text).strip()
    return mask(text) if hidden else text
