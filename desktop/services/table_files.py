"""Tables that people keep as files, CSV and XLSX: read as rows of text, and written.

A file comes from anybody. It is never trusted with memory (sizes, zip bombs, a cell in the millionth row),
with entities, or with formulas. What the columns mean is for others to know.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from connectors.base import clean_text
from desktop.services import xlsx_reading

MOST_BYTES = 20_000_000
MOST_LETTERS = 50_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 256

Row = tuple[int, list[str]]
"""Line of the file (from 1) and its cells."""

_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class TableFileError(Exception):
    """The whole file could not be used, or not be written. ``code``: see ``messages``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out. ``reason`` is a code of ``messages``; ``text`` shows the row, shortened."""

    line: int
    reason: str
    text: str


# --- reading --------------------------------------------------------------------------------------------


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise TableFileError("file-missing", str(error)) from error
    except (OSError, ValueError) as error:
        raise TableFileError("file-unreadable", str(error)) from error
    if len(data) > MOST_BYTES:
        raise TableFileError("file-too-large")
    return data


def parse(data: bytes) -> list[Row]:
    """Rows that are not empty, CSV or XLSX told apart by content. Raises TableFileError."""
    if len(data) > MOST_BYTES:
        raise TableFileError("file-too-large")
    if data.startswith(_OLD_EXCEL):
        raise TableFileError("old-excel")  # also what Excel makes of a workbook with a password
    rows = _parse_xlsx(data) if data.startswith(_ZIP) else _parse_csv(decode(data))
    found: list[Row] = []
    letters = 0
    for line, cells in rows:
        plain = [plain_cell(cell) for cell in cells[:MOST_COLUMNS]]
        if any(plain):
            found.append((line, plain))
        letters += sum(map(len, plain))  # one long text may stand in every cell of a small file
        if letters > MOST_LETTERS:
            raise TableFileError("file-too-large")
        if len(found) > MOST_ROWS + 1:  # and its headings
            raise TableFileError("too-many-rows")
    return found


def decode(data: bytes) -> str:
    """Excel in Korea saves CP949, everybody else UTF-8 with or without a mark."""
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "cp949"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\0") * 100 <= len(text):  # one or the other is dirt; many are another encoding
            return text.replace("\0", "")
    raise TableFileError("not-a-table")


def plain_cell(cell: str) -> str:
    """A cell as somebody meant it: without the apostrophe that keeps a spreadsheet from calculating."""
    cell = clean_text(cell).strip()
    if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r":
        return cell[1:]
    return cell


def _parse_csv(text: str) -> Iterator[Row]:
    """Lines are those of the file: a cell with line breaks in it counts from where its row begins."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raise TableFileError("not-a-table", str(error)) from error


def _parse_xlsx(data: bytes) -> Iterator[Row]:
    try:
        yield from xlsx_reading.first_sheet(data)
    except xlsx_reading.BadWorkbook as error:
        raise TableFileError(error.code, str(error)) from error


# --- writing --------------------------------------------------------------------------------------------


def to_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """With a byte order mark, so that Excel reads Korean; formulas defused."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([defused(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def defused(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA_BEGINS) else cell


def to_xlsx(rows: Iterable[Sequence[str]], name: str) -> bytes:
    """One sheet whose cells are all text: none is ever calculated, no address is a link. The headings
    stay in sight and can be filtered."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, {**options, "strings_to_numbers": False}) as workbook:
        sheet = workbook.add_worksheet(name)
        bold = workbook.add_format({"bold": True})
        last, width = 0, 0
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(
                    number, column, defused(clean_text(cell))[:32_767], None if number else bold
                )
            last, width = number, max(width, len(row))
        sheet.freeze_panes(1, 0)
        if width:
            sheet.autofilter(0, 0, last, width - 1)
            sheet.set_column(0, width - 1, 18)
    return out.getvalue()


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """The file is written whole or not at all. Raises TableFileError."""
    target = Path(path)
    scratch = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        scratch.write_bytes(data)
        os.replace(scratch, target)
    except (OSError, ValueError) as error:
        try:
            scratch.unlink(missing_ok=True)
        except (OSError, ValueError):
            pass  # then there is no such folder either
        raise TableFileError("file-unwritable", str(error)) from error
