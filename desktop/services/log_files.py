"""Taking the log out of the program: CSV, XLSX or JSON lines, exactly what is filtered, counted afterwards.

Rows are read in pages and written one by one, so that a million take no memory. The file appears whole or
not at all. Personal data is hidden unless somebody with the right to it asks for it, and every export is an
event. Plain functions for a thread; knows no widget.
"""

from __future__ import annotations

import csv
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from connectors.base import clean_text
from desktop.models import log, queries, unmasking
from desktop.models.detail import iso
from desktop.models.errors import WorkspaceError
from desktop.models.log import LogFilter, LogRow
from desktop.models.store import Store
from desktop.services import event_fields, event_words
from desktop.services.table_files import TableFileError, defused

PAGE = 1000
SHEET_ROWS = 1_000_000
"""Lines of one sheet, a little below what a workbook can hold; more go on to the next sheet."""

SUFFIXES = (".csv", ".xlsx", ".jsonl")

COLUMNS = (
    ("id", "번호", "no."), ("at", "때", "when"), ("actor", "누가", "who"), ("kind", "종류", "kind"),
    ("what", "한 일", "what was done"), ("case", "건", "case"), ("post", "글", "post"),
    ("about", "대상", "about"), ("text", "글의 처음", "beginning of the post"), ("step", "동작", "gesture"),
    ("undoes", "되돌린 기록", "takes back"), ("undone", "되돌려짐", "taken back"),
    ("before", "바꾸기 전", "before"), ("after", "바꾼 뒤", "after"),
)  # fmt: skip
"""Name in JSON, and the headings."""

Progress = Callable[[int, int], None]
Write = Callable[[dict[str, Any]], None]


class ExportStopped(WorkspaceError):
    """Somebody stopped it; there is no file."""

    code = "export-stopped"


class Miscounted(WorkspaceError):
    """The file does not hold as many lines as the log; it was removed."""

    code = "export-miscounted"


@dataclass(frozen=True, slots=True)
class Exported:
    """``lines`` were written and counted again in the file."""

    path: Path
    lines: int


def export(
    store: Store,
    path: str | os.PathLike[str],
    f: LogFilter = log.ALL,
    *,
    actor: str,
    unmasked: bool = False,
    lang: str = "ko",
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write the filtered log to a file of the kind that its name says. Raises NotAllowed, ExportStopped,
    Miscounted, TableFileError, WorkspaceError; then there is no file."""
    target = Path(path)
    kind = target.suffix.lower()
    if kind not in SUFFIXES:
        raise TableFileError("bad-export-file", target.name)
    store.write(log.check_export, actor=actor).result()
    whole = store.read(log.extent, f).result()
    names = store.read(queries.department_names).result()
    facts: dict[str, Any] = {
        "file": target.name,
        "lines": whole.count,
        "filter": f.as_json(),
        "unmasked": unmasked,
    }
    if unmasked:
        store.write(unmasking.unmask_many, "log", actor=actor, **facts).result()
    scratch = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _writing(kind, scratch, lang) as write:
            for number, row in enumerate(_rows(store, f, whole.newest), 1):
                write(_values(row, lang, unmasked, names))
                if number % PAGE == 0:
                    if stopped():
                        raise ExportStopped
                    if progress is not None:
                        progress(number, whole.count)
        lines = count_lines(scratch, kind)
        if lines != whole.count:
            raise Miscounted(f"{lines} of {whole.count}")
        if stopped():
            raise ExportStopped
        store.write(log.record_export, actor=actor, **facts).result()
        os.replace(scratch, target)
    except OSError as error:
        raise TableFileError("file-unwritable", str(error)) from error
    finally:
        scratch.unlink(missing_ok=True)
    if progress is not None:
        progress(lines, whole.count)
    return Exported(target, lines)


def count_lines(path: Path, kind: str) -> int:
    """How many events a written file holds, by reading it."""
    if kind == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            return sum(_count_rows(archive, name) - 1 for name in sheets)
    with open(path, encoding="utf-8-sig", newline="") as file:
        if kind == ".csv":
            return sum(1 for _ in csv.reader(file)) - 1
        return sum(1 for line in file if json.loads(line))


def _count_rows(archive: zipfile.ZipFile, name: str) -> int:
    found, rest = 0, b""
    with archive.open(name) as sheet:
        while piece := sheet.read(1 << 20):
            piece = rest + piece
            found += piece.count(b"<row ")
            rest = piece[-4:]
    return found


def _rows(store: Store, f: LogFilter, newest: int) -> Iterator[LogRow]:
    before: int | None = None
    while True:
        rows: list[LogRow] = store.read(log.page, f, before, PAGE, upto=newest).result()
        yield from rows
        if len(rows) < PAGE:
            return
        before = rows[-1].id


def _values(row: LogRow, lang: str, unmasked: bool, names: Mapping[str, str]) -> dict[str, Any]:
    event = row.event
    values: dict[str, Any] = {
        "id": event.id,
        "at": iso(event.at_ms),
        "actor": event.actor,
        "kind": event.kind,
        "what": _what(event, lang, names),
        "case": event.case_id or None,
        "post": event.post_id,
        "about": event.about,
        "text": row.text,
        "step": event.step,
        "undoes": event.undoes,
        "undone": event.undone,
        "before": dict(event.before),
        "after": dict(event.after),
    }
    if not unmasked:
        for name in ("actor", "about", "before", "after"):
            values[name] = event_words.masked(values[name])
    return values


def _what(event: Any, lang: str, names: Mapping[str, str]) -> str:
    word = event_words.kind_word(event.kind, lang)
    changed = event_fields.changes(event.before, event.after, lang, names)
    return f"{word}: {changed}" if changed else word


@contextmanager
def _writing(kind: str, path: Path, lang: str) -> Iterator[Write]:
    headings = [english if lang == "en" else korean for _, korean, english in COLUMNS]
    if kind == ".xlsx":
        with open(path, "wb") as binary:
            noting = _Noting(binary)
            with _sheets(cast(BinaryIO, noting), headings) as write:
                yield write
            noting.settle()
        return
    mark = "utf-8-sig" if kind == ".csv" else "utf-8"
    with open(path, "w", encoding=mark, errors="replace", newline="") as file:
        yield _lines(file) if kind == ".jsonl" else _csv(file, headings)
        file.flush()
        os.fsync(file.fileno())


class _Noting:
    """Keeps the first failure of writing for ``settle``: a workbook that is stopped half-way would try, and
    complain, once more when it is thrown away."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._failed: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        try:
            return len(data) if self._failed else self._file.write(data)
        except OSError as error:
            self._failed = error
            return len(data)

    def seek(self, to: int, whence: int = 0) -> int:
        try:
            return to if self._failed else self._file.seek(to, whence)  # writes what is kept back
        except OSError as error:
            self._failed = error
            return to

    def flush(self) -> None:
        try:
            if not self._failed:
                self._file.flush()
        except OSError as error:
            self._failed = error

    def settle(self) -> None:
        self.flush()
        if self._failed is not None:
            raise self._failed


def _lines(file: TextIO) -> Write:
    def write(values: dict[str, Any]) -> None:
        file.write(json.dumps(values, ensure_ascii=False) + "\n")

    return write


def _csv(file: TextIO, headings: list[str]) -> Write:
    out = csv.writer(file)
    out.writerow(headings)
    return lambda values: out.writerow(_cells(values))


@contextmanager
def _sheets(binary: BinaryIO, headings: list[str]) -> Iterator[Write]:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        with xlsxwriter.Workbook(binary, {**options, "strings_to_numbers": False}) as book:
            bold = book.add_format({"bold": True})
            sheet: Any = None
            number = 0

            def begin() -> None:
                nonlocal sheet, number
                sheet = book.add_worksheet()
                sheet.freeze_panes(1, 0)
                sheet.set_column(0, len(headings) - 1, 18)
                for column, text in enumerate(headings):
                    sheet.write_string(0, column, text, bold)
                number = 0

            def write(values: dict[str, Any]) -> None:
                nonlocal number
                if number == SHEET_ROWS:
                    begin()
                number += 1
                for column, cell in enumerate(_cells(values)):
                    sheet.write_string(number, column, clean_text(cell)[:32_767])

            begin()
            yield write
    except FileCreateError as error:  # the library's own word for an OSError
        raise OSError(str(error)) from error


def _cells(values: dict[str, Any]) -> list[str]:
    """Everything as text: no formula, and no id that a spreadsheet would round."""
    cells = []
    for name, _, _ in COLUMNS:
        value = values[name]
        if isinstance(value, dict):
            value = json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
        elif isinstance(value, bool):
            value = "y" if value else ""
        cells.append(defused("" if value is None else str(value)))
    return cells
