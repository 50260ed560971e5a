"""Bytes of Korean mail as text, whatever their label says (email_imap_smtp.md section 4).

Pure. What Python's ``email`` does with them loses words: it takes "euc-kr" at its word, where Korean programs
mean CP949, and replaces raw 8-bit headers by question marks.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from connectors.base import clean_text

_KOREAN = frozenset(
    "euc-kr euckr euc_kr x-euc-kr cseuckr ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ks-c-5601-1987 ksc_5601 "
    "ksc5601 ksc-5601 ks_c-5601-1987 korean iso-ir-149 windows-949 x-windows-949 cp949 ms949 x-cp949 uhc "
    "5601 cp-949".split()
)
_UNSAID = frozenset(
    ("", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "8bit", "x-unknown", "default")
)

LONG = 10_000


def decode(data: bytes, label: str = "") -> str:
    """The text of ``data``. Never fails."""
    name = label.strip().strip("\"'").lower()
    if name in _KOREAN:
        return _first(data, ("cp949", "utf-8"), "cp949")
    if name == "iso-2022-kr" and b"\x0e" in data and b"\x1b$)C" not in data:
        data = b"\x1b$)C\n" + data  # its first line, which says what follows, is lost on the way
        return decode(data, name).removeprefix("\n")
    if name not in _UNSAID:
        try:
            return data.decode(name)
        except (LookupError, ValueError):  # no such charset, or not in it
            pass
    return _first(data, ("utf-8", "cp949"), "utf-8")


def _first(data: bytes, charsets: tuple[str, ...], last: str) -> str:
    for charset in charsets:
        try:
            # A text that was fetched up to a limit may end within a character; a short one that seems to is
            # one of the other charset.
            cut = len(data) > LONG
            return codecs.getincrementaldecoder(charset)().decode(data, final=not cut)
        except UnicodeDecodeError:
            continue
    return data.decode(last, "replace")


_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")


def header_text(raw: bytes) -> str:
    """A header's value on one line: raw 8-bit bytes and encoded words (RFC 2047) opened."""
    text = decode(re.sub(rb"\r?\n(?=[ \t])", b"", raw))
    if "=?" in text:
        text = _open_words(_BETWEEN.sub(r"\1", text))
    return " ".join(clean_text(text).split())


def _open_words(text: str) -> str:
    """Neighbours of one charset are joined as bytes first: many programs cut within a character."""
    out: list[str] = []
    waiting, label, at = b"", "", 0
    for match in _WORD.finditer(text):
        charset = match[1].partition("*")[0].lower()
        if waiting and (match.start() != at or charset != label):
            out.append(decode(waiting, label))
            waiting = b""
        out.append(text[at : match.start()])
        waiting += _word_bytes(match[2], match[3])
        label, at = charset, match.end()
    return "".join([*out, decode(waiting, label), text[at:]])


def _word_bytes(how: str, words: str) -> bytes:
    if how in "bB":
        return from_base64(words.encode("ascii", "ignore"))
    return quopri.decodestring(words.replace("_", " ").encode("utf-8", "replace"), header=False)


def from_base64(data: bytes) -> bytes:
    """As far as it goes: a part that was fetched up to a limit ends anywhere."""
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(data) % 4 == 1:
        data = data[:-1]
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return b""


def open_transfer(data: bytes, encoding: str) -> bytes:
    """The content behind a Content-Transfer-Encoding."""
    name = encoding.strip().lower()
    if name == "base64":
        begun = _BASE64_LINES.match(data)
        if begun and begun[0].strip():
            return from_base64(begun[0])  # what a virus filter or a list has put below is none of it
        return data if _EIGHT_BITS.search(data) else from_base64(data)  # it says so and is not
    if name == "quoted-printable":
        return quopri.decodestring(data)
    return data


_BASE64_LINES = re.compile(rb"(?:[A-Za-z0-9+/=\t ]*(?:\r?\n|\Z))*")
_EIGHT_BITS = re.compile(rb"[\x80-\xff]")
_PARAMETER = re.compile(rb""";\s*([\w!#$&+.^`|~*'%-]+)\s*=\s*("(?:\\.|[^"\\])*"|[^;\s"]*)""", re.S)


def split_parameters(raw: bytes) -> tuple[str, dict[str, bytes]]:
    """(value, parameters) of a Content-Type or Content-Disposition header."""
    raw = re.sub(rb"\r?\n(?=[ \t])", b"", raw)
    value = raw.partition(b";")[0].decode("ascii", "replace").strip().lower()
    found: dict[str, bytes] = {}
    for name, text in _PARAMETER.findall(raw[:20_000]):
        if text[:1] == b'"':
            text = re.sub(rb"\\(.)", rb"\1", text[1:-1], flags=re.S)
        found.setdefault(name.decode("ascii", "replace").lower(), text)
    return value, found


def parameter(found: Mapping[str, bytes], name: str) -> str:
    """A parameter's text: plain, as encoded words (illegal and common), or by RFC 2231."""
    if name in found:
        return header_text(found[name])
    pieces, label = b"", ""
    numbered = (f"{name}*{number}{star}" for number in range(100) for star in ("*", ""))
    for key in (f"{name}*",) if f"{name}*" in found else [key for key in numbered if key in found]:
        data = found[key]
        if key.endswith("*"):
            if key in (f"{name}*", f"{name}*0*") and data.count(b"'") >= 2:
                charset, _, rest = data.partition(b"'")
                label, data = charset.decode("ascii", "replace"), rest.partition(b"'")[2]
            data = unquote_to_bytes(data)
        pieces += data
    return " ".join(clean_text(decode(pieces, label)).split())
