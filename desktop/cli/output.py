"""What the command line prints: text for people, one JSON object a line for programs, sentences on stderr.

Owns that no text of a citizen can break the terminal or the program. Knows no command.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
import unicodedata
from dataclasses import dataclass
from typing import Any, TextIO

from desktop.models.deadlines.calendar import KST
from desktop.services import messages

OK, SOME_FAILED, WRONG = 0, 1, 2


class Failure(Exception):
    """Ends a command with one sentence on stderr; ``what`` is an exception or a code of ``messages``."""

    def __init__(self, what: BaseException | str, exit_code: int = WRONG, **values: Any) -> None:
        super().__init__(str(what))
        self.what = what
        self.exit_code = exit_code
        self.values = values


@dataclass
class Output:
    as_json: bool = False
    lang: str = "ko"

    def t(self, korean: str, english: str) -> str:
        return english if self.lang == "en" else korean

    def sentence(self, what: BaseException | str, **values: Any) -> str:
        return messages.sentence(what, self.lang, **values)

    def word(self, field: str, value: str) -> str:
        """What people call a value of a field: "state", "sent" is 보냄. ``--json`` has the value itself."""
        from desktop.services.event_fields import word

        return word(field, value, self.lang)

    def line(self, text: str) -> None:
        sys.stdout.write(text + "\n")

    def object(self, value: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")

    def say(self, values: dict[str, Any], korean: str, english: str) -> int:
        """What was done, as an object or a sentence; the exit code."""
        if self.as_json:
            self.object(values)
        else:
            self.line(plain(self.t(korean, english)))
        return OK

    def flush(self) -> None:
        sys.stdout.flush()

    def complain(self, text: str) -> None:
        """One line on stderr."""
        sys.stderr.write(plain(text) + "\n")
        sys.stderr.flush()


class _Nowhere(io.TextIOBase):
    def write(self, text: str) -> int:
        return len(text)


def make_streams_safe() -> None:
    """Lone surrogates and characters that a console lacks are written as escapes instead of ending the
    program; JSON reads such an escape as the very character. A stream that was closed by whoever started us
    swallows what is said."""
    sys.stdout = sys.stdout or _Nowhere()
    sys.stderr = sys.stderr or _Nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def plain(text: str) -> str:
    """One line without anything that steers a terminal."""
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if c in "\n\r\t\v\f\u2028\u2029" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf") or c == "\u200d").strip()


def local_time(at_ms: int | None) -> str:
    """``2026-11-22 15:05`` in Seoul; "-" for none."""
    if at_ms is None:
        return "-"
    try:
        moment = datetime.datetime.fromtimestamp(at_ms / 1000, KST)
    except (OverflowError, ValueError, OSError):
        return "-"
    return moment.strftime("%Y-%m-%d %H:%M")


def width(text: str) -> int:
    """Columns in a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fitted(text: str, columns: int) -> str:
    """A cell of exactly so many columns: cut with "…", or filled up."""
    text = plain(text)
    if width(text) > columns:
        while width(text) > columns - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (columns - width(text))


def table(rows: list[list[str]], out: TextIO | None = None) -> None:
    """Columns side by side, by the width of what is in them."""
    out = out or sys.stdout
    if not rows:
        return
    rows = [[plain(cell) for cell in row] for row in rows]
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True)]
        out.write("  ".join(cells).rstrip() + "\n")
