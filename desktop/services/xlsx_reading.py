"""The cells of a workbook's first sheet, as text.

Written here because a workbook comes from anybody: the libraries that read it fast make room for whatever
number a file claims (of strings, of rows) and take the whole program with them. Here every part is unpacked
up to a limit, read piece by piece, and nothing is as large as a file says, only as what is in it.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
MOST_COLUMNS = 256
LONGEST_CELL = 32_767
"""Excel's own limit."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_DATE_FORMATS = frozenset((*range(14, 23), *range(45, 48)))
_NOT_OF_A_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class BadWorkbook(Exception):
    """``code``: "not-a-table", "file-too-large" or "old-excel" (behind a password)."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


def first_sheet(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """(row, cells) of every row of the first sheet that can be seen. Raises BadWorkbook."""
    from lxml import etree

    try:
        yield from _Workbook(data).rows()
    # RuntimeError: a part behind a password; NotImplementedError, which is one of them: an unknown packing.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise BadWorkbook("not-a-table", str(error)) from error
    except (etree.LxmlError, KeyError, IndexError) as error:
        raise BadWorkbook("not-a-table", str(error)) from error


class _Workbook:
    def __init__(self, data: bytes) -> None:
        self._packed = zipfile.ZipFile(io.BytesIO(data))
        self._left = MOST_UNPACKED
        parts = self._packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise BadWorkbook("file-too-large")
        if any(part.flag_bits & 1 for part in parts):
            raise BadWorkbook("old-excel")
        self._names = {part.filename for part in parts}
        if len(self._names) != len(parts):
            raise BadWorkbook("not-a-table", "a part is there twice")

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        targets = self._targets()
        sheet, from_1904 = self._first(targets)
        strings: list[str] = []
        dates: frozenset[int] = frozenset()
        for kind, name in targets.values():
            if kind == "sharedStrings":
                strings = self._strings(name)
            elif kind == "styles":
                dates = self._date_styles(name)
        row = _Row(strings, dates, from_1904)
        for event, tag, element in self._walk(sheet, ("row", "c")):
            if tag == "row" and event == "start":
                row.begin(element.get("r", ""))
            elif tag == "c" and event == "end":
                row.add(element)
            elif tag == "row":
                yield row.number, row.cells

    def _targets(self) -> dict[str, tuple[str, str]]:
        """Relationship → (its kind, the part it leads to)."""
        found = {}
        for _, _, element in self._walk("xl/_rels/workbook.xml.rels", ("Relationship",), ends_only=True):
            target = element.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath("xl/" + target)
            found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
        return found

    def _first(self, targets: dict[str, tuple[str, str]]) -> tuple[str, bool]:
        from_1904 = False
        sheets: list[tuple[bool, str]] = []
        for _, tag, element in self._walk("xl/workbook.xml", ("sheet", "workbookPr"), ends_only=True):
            if tag == "workbookPr":
                from_1904 = element.get("date1904", "") in ("1", "true")
                continue
            identity = next((v for name, v in element.attrib.items() if name.endswith("}id")), "")
            kind, path = targets.get(identity, ("", ""))
            if kind == "worksheet":
                sheets.append((element.get("state", "visible") != "visible", path))
        if not sheets:
            raise BadWorkbook("not-a-table", "no sheet")
        return min(sheets, key=lambda sheet: sheet[0])[1], from_1904

    def _strings(self, name: str) -> list[str]:
        return [_text_of(element) for _, _, element in self._walk(name, ("si",), ends_only=True)]

    def _date_styles(self, name: str) -> frozenset[int]:
        """Numbers of the styles that show a number as a date or a time."""
        formats = set(_DATE_FORMATS)
        found: set[int] = set()
        for _, tag, element in self._walk(name, ("numFmt", "cellXfs"), ends_only=True):
            if tag == "numFmt":
                code = _NOT_OF_A_DATE.sub("", element.get("formatCode", ""))
                if re.search("[ymdhs]", code, re.IGNORECASE):
                    formats.add(int(element.get("numFmtId", "0")))
            else:
                found |= {n for n, xf in enumerate(element) if int(xf.get("numFmtId", "0")) in formats}
        return frozenset(found)

    def _walk(
        self, name: str, tags: tuple[str, ...], *, ends_only: bool = False
    ) -> Iterator[tuple[str, str, Any]]:
        """(event, tag, element) of the elements with these names; each is forgotten after its end."""
        from lxml import etree

        content = self._read(name)
        wanted = (*tags, *(f"{{*}}{tag}" for tag in tags))
        events = ("end",) if ends_only else ("start", "end")
        walk = etree.iterparse(
            io.BytesIO(content),
            events=events,
            tag=wanted,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for event, element in walk:
            yield event, _local(element), element
            if event == "end":
                element.clear()
                above = element.getparent()
                while above is not None and element.getprevious() is not None:
                    del above[0]

    def _read(self, name: str) -> bytes:
        if name not in self._names:
            raise BadWorkbook("not-a-table", f"no {name}")
        with self._packed.open(name) as file:
            content = file.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise BadWorkbook("file-too-large")
        # A workbook declares no entities; what does is a bomb. In UTF-16 there is a zero in every letter.
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
            raise BadWorkbook("not-a-table", "declares entities")
        return content


class _Row:
    """The row being read. Rows and cells that do not say where they are follow the one before."""

    def __init__(self, strings: list[str], dates: frozenset[int], from_1904: bool) -> None:
        self._strings, self._dates = strings, dates
        self._epoch = datetime.datetime(1904, 1, 1) if from_1904 else datetime.datetime(1899, 12, 30)
        self.number = 0
        self.cells: list[str] = []
        self._column = 0

    def begin(self, number: str) -> None:
        self.number = int(number) if number.isdecimal() and len(number) <= 7 else self.number + 1
        self.cells = []
        self._column = 0

    def add(self, cell: Any) -> None:
        place = _CELL.fullmatch(cell.get("r", ""))
        self._column = _number_of(place[1]) if place else self._column + 1
        if self._column > MOST_COLUMNS:
            return
        text = self._value(cell)[:LONGEST_CELL]
        if text:
            self.cells += [""] * (self._column - len(self.cells))
            self.cells[self._column - 1] = text

    def _value(self, cell: Any) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _text_of(cell)
        said = next((child.text or "" for child in cell if _local(child) == "v"), "")
        if kind == "s":
            return self._strings[int(said)] if said.strip() else ""
        if kind != "n" or not said:
            return said
        return self._number(said, cell.get("s", ""))

    def _number(self, said: str, style: str) -> str:
        value = float(said)
        if style.isdecimal() and int(style[:9]) in self._dates:
            try:
                moment = self._epoch + datetime.timedelta(seconds=round(value * 86_400))
            except OverflowError:
                return said
            midnight = moment.time() == datetime.time()
            return moment.date().isoformat() if midnight else moment.isoformat(" ")
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else str(value)


def _text_of(element: Any) -> str:
    """All its text, without the reading aids (rPh) that East Asian texts may carry."""
    if len(element) == 1 and _local(element[0]) == "t":
        return element[0].text or ""
    return "".join(
        part.text or ""
        for part in element.iter("{*}t", "t")
        if not any(_local(above) == "rPh" for above in part.iterancestors())
    )


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _number_of(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
