"""What an IMAP server says, as values: responses in lists, folder names in modified UTF-7, sets of UIDs.

Pure functions over bytes (RFC 3501 sections 4, 5.1.3 and 9). Who opens the line is ``imap``.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from connectors.base import Malformed

Value = Any
"""bytes for an atom, a string or a literal; None for NIL; a list for what stands in brackets."""

DEEPEST = 100
"""Brackets within brackets; a mail nested deeper is not read by its structure."""

_STATUS = re.compile(rb"(OK|NO|BAD|BYE|PREAUTH)(?: +\[([^\]]*)\])? ?(.*)", re.I | re.S)
_NUMBERED = re.compile(rb"(\d{1,10}) +([A-Za-z]+) ?(.*)", re.S)
_ATOM_END = re.compile(rb'[\s()"\[]')
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.S)


@dataclass(frozen=True, slots=True)
class Line:
    """One response. ``kind`` is in capitals ("OK", "FETCH", "SEARCH", ...), ``code`` what stood in [ ]."""

    kind: str
    number: int = 0
    values: Sequence[Value] = ()
    code: str = ""
    text: str = ""

    @property
    def code_name(self) -> str:
        return self.code.partition(" ")[0].upper()

    @property
    def code_number(self) -> int:
        """The number of a code such as "UIDNEXT 17"; 0 where there is none."""
        last = self.code.rpartition(" ")[2]
        return int(last) if last.isascii() and last.isdigit() else 0


Piece = tuple[bytes, bytes | None]
"""A stretch of a response's line, and the literal that follows it."""


def read_line(pieces: Sequence[Piece]) -> Line:
    """A response without its tag or star. Raises Malformed."""
    head = pieces[0][0]
    status = _STATUS.fullmatch(head) if pieces[0][1] is None else None
    if status:
        code, text = status[2] or b"", status[3]
        return Line(status[1].decode().upper(), 0, (), _show(code), _show(text))
    numbered = _NUMBERED.match(head)
    if numbered:
        rest: list[Piece] = [(numbered[3], pieces[0][1]), *pieces[1:]]
        return Line(numbered[2].decode().upper(), int(numbered[1]), read_values(rest))
    values = read_values(pieces)
    kind = values[0] if values and isinstance(values[0], bytes) else b""
    return Line(_show(kind).upper(), 0, values[1:])


def read_values(pieces: Sequence[Piece]) -> list[Value]:
    """The values of a line. An unfinished bracket ends with the line. Raises Malformed."""
    stack: list[list[Value]] = [[]]
    for text, literal in pieces:
        _read_stretch(text, stack)
        if literal is not None:
            stack[-1].append(literal)
    return stack[0]


def _read_stretch(text: bytes, stack: list[list[Value]]) -> None:
    at = 0
    while at < len(text):
        char = text[at : at + 1]
        if char.isspace():
            at += 1
        elif char == b"(":
            if len(stack) > DEEPEST:
                raise Malformed("brackets within brackets without end", "imap")
            inner: list[Value] = []
            stack[-1].append(inner)
            stack.append(inner)
            at += 1
        elif char == b")":
            if len(stack) > 1:
                stack.pop()
            at += 1
        elif char == b'"' and (quoted := _QUOTED.match(text, at)):
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", quoted[1], flags=re.S))
            at = quoted.end()
        else:
            end = _atom_end(text, at)
            atom = text[at:end]
            stack[-1].append(None if atom.upper() == b"NIL" else atom)
            at = end


def _atom_end(text: bytes, at: int) -> int:
    """Where an atom ends; what stands in [ ] belongs to it, blanks and all: BODY[HEADER.FIELDS (DATE)]."""
    end = at + 1 if text[at : at + 1] != b"[" else at
    while found := _ATOM_END.search(text, end):
        if found[0] != b"[":
            return found.start()
        closing = text.find(b"]", found.end())
        if closing < 0:
            return len(text)
        end = closing + 1
    return len(text)


def _show(data: bytes) -> str:
    return data.decode("utf-8", "replace")


# --- what FETCH answers ----------------------------------------------------------------------------------


def fetched(line: Line) -> dict[str, Value]:
    """The items of a FETCH response by their names in capitals, without the offset of a part: "BODY[1]"."""
    found: dict[str, Value] = {}
    items = line.values[0] if line.values and isinstance(line.values[0], list) else []
    for name, value in zip(items[::2], items[1::2], strict=False):
        if isinstance(name, bytes):
            found[re.sub(r"<\d+>$", "", _show(name)).upper()] = value
    return found


def whole(value: Value) -> int:
    """A number, or 0. MODSEQ stands in brackets of its own."""
    if isinstance(value, list):
        value = value[0] if value else None
    return int(value) if isinstance(value, bytes) and value.isdigit() and len(value) < 20 else 0


def flags(value: Value) -> frozenset[str]:
    """Flags and keywords in small letters."""
    found = value if isinstance(value, list) else []
    return frozenset(_show(flag).lower() for flag in found if isinstance(flag, bytes))


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_INTERNAL = re.compile(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})")


def internal_ms(value: Value) -> int | None:
    """INTERNALDATE in milliseconds: "20-Nov-2026 11:11:09 +0900"."""
    found = _INTERNAL.match(_show(value)) if isinstance(value, bytes) else None
    if not found or found[2].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(found[2].lower()) + 1
    offset = (int(found[8]) * 60 + int(found[9])) * (1 if found[7] == "+" else -1)
    try:
        numbers = (int(found[3]), month, int(found[1]), int(found[4]), int(found[5]), int(found[6]))
        moment = (datetime(*numbers) - datetime(1970, 1, 1)).total_seconds()
    except ValueError:
        return None
    return int(moment - offset * 60) * 1000


def day(ms: int) -> str:
    """A day as IMAP searches for it: "20-Nov-2026"."""
    moment = datetime.utcfromtimestamp(ms / 1000)
    return f"{moment.day}-{_MONTHS[moment.month - 1].title()}-{moment.year}"


def uid_set(uids: Iterable[int]) -> str:
    """UIDs as a set: 1:3,7."""
    parts: list[list[int]] = []
    for uid in sorted(set(uids)):
        if parts and parts[-1][1] == uid - 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in parts)


def in_set(uids: Iterable[int], text: str) -> set[int]:
    """Those of ``uids`` that a set names. A server may say "1:4294967295": it is never spelled out."""
    ranges = []
    for part in text.split(","):
        first, _, last = part.partition(":")
        if first.isdigit() and (last or first).isdigit():
            ranges.append(sorted((int(first), int(last or first))))
    return {uid for uid in uids if any(low <= uid <= high for low, high in ranges)}


# --- names and strings ------------------------------------------------------------------------------------


def encode_folder(name: str) -> str:
    """A folder's name in modified UTF-7 (RFC 3501 section 5.1.3): 민원 is &u,zG0A-."""
    out: list[str] = []
    for run in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name):
        if run.isascii() and run.isprintable():
            out.append(run.replace("&", "&-"))
        else:
            coded = base64.b64encode(run.encode("utf-16-be", "replace")).decode()
            out.append("&" + coded.rstrip("=").replace("/", ",") + "-")
    return "".join(out)


def decode_folder(name: str) -> str:
    """The opposite; a name that is not in modified UTF-7 stays as it is."""

    def opened(match: re.Match[str]) -> str:
        if not match[1]:
            return "&"
        coded = match[1].replace(",", "/")
        try:
            return base64.b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-16-be")
        except (binascii.Error, ValueError):
            return match[0]

    return re.sub(r"&([A-Za-z0-9+,]*)-", opened, name)


def quote(text: str) -> str:
    """A quoted string. The caller has made sure that ``text`` is printable ASCII."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quotable(text: str) -> bool:
    return text.isascii() and (text.isprintable() or not text)
