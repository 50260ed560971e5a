"""Lists of channels as files: OPML and CSV in, OPML and CSV out.

A file comes from anybody: it is never trusted with memory, entities or formulas. A bad row never stops the
good ones; it is listed with its line and reason. Knows the database only through ``channels``.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from connectors.base import clean_text
from desktop.models import channels
from desktop.models.errors import DuplicateChannel
from desktop.models.store import Tx
from desktop.services.channel_columns import columns_of, network_name
from desktop.services.connections import UnknownNetwork, find_network

MOST_BYTES = 20_000_000
LONGEST_FIELD = 2000
MOST_ROWS = 20_000
HEADING_WITHIN = 10
"""Rows above the headings: the name of the list, the day it was made."""

_FEED_SCHEME = re.compile(r"feed:(?://)?(?=(https?://)?)", re.I)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z가-힣]{2,}(?::\d+)?(?:[/?#]|\Z)", re.I)
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s+opml\b[^\[<>]*>", re.I)
_FULL_HANDLE = re.compile(r"@?[\w.-]+@((?:[\w-]+\.)+[\w-]{2,})")
EXPORT_COLUMNS = ("name", "network", "url", "handle", "owner")


class ListFileError(Exception):
    """The whole file could not be used; nothing was imported. ``code``: see ``messages``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of a file that may become a channel."""

    line: int
    name: str
    network: str
    url: str = ""
    handle: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """``reason`` is a code of ``messages``; ``text`` shows the row, shortened."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """``good``: ids of the new channels, in the order of the file."""

    good: tuple[int, ...]
    bad: tuple[BadRow, ...]


# --- reading --------------------------------------------------------------------------------------------


def read_file(path: str | os.PathLike[str]) -> tuple[list[Candidate], list[BadRow]]:
    """Read a file without touching the database. Raises ListFileError."""
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ListFileError("file-missing", str(error)) from error
    except (OSError, ValueError) as error:
        raise ListFileError("file-unreadable", str(error)) from error
    return parse(data)


def parse(data: bytes) -> tuple[list[Candidate], list[BadRow]]:
    """OPML or CSV, told apart by content. Raises ListFileError."""
    if len(data) > MOST_BYTES:
        raise ListFileError("file-too-large")
    if not data.strip():
        raise ListFileError("empty-list")
    head = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith((b"<", b"\x00<")):
        rows = _parse_opml(data)
    else:
        rows = _parse_csv(_decode(data))
    good, bad = [], []
    for row in rows:
        reason = why_bad(row)
        if reason:
            bad.append(BadRow(row.line, reason, _shown(row)))
        else:
            good.append(row)
    if not good and not bad:
        raise ListFileError("empty-list")
    return good, bad


def _decode(data: bytes) -> str:
    """Excel in Korea saves CP949, everybody else UTF-8 with or without a mark."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    elif any(separator in data[:4096] for separator in (b"\t\0", b",\0", b";\0")):
        encodings = ("utf-16-le",)  # "Unicode text" whose mark some program has cut off
    else:
        encodings = ("utf-8-sig", "cp949")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise ListFileError("not-a-list")


def _parse_csv(text: str) -> list[Candidate]:
    skipped = 0
    if found := re.match(r"\s*sep=(.)[ ;,\t]*(?:\r\n|\r|\n)", text, re.I):  # what Excel itself asks for
        delimiters, text, skipped = [found[1]], text[found.end() :], found.group().count("\n") or 1
    else:
        first = text.lstrip().partition("\n")[0]
        delimiters = sorted((",", ";", "\t", "|"), key=first.count, reverse=True)
    for delimiter in delimiters:
        rows = _rows(text, delimiter, skipped)
        for place, (_, cells) in enumerate(rows[:HEADING_WITHIN]):
            if columns := columns_of(cells):
                if len(rows) - place - 1 > MOST_ROWS:
                    raise ListFileError("file-too-large")
                return [_from_cells(line, columns, cells) for line, cells in rows[place + 1 :]]
    rows = _rows(text, delimiters[0], skipped)
    if not rows or len(rows[0][1]) < 3 or not _is_network(rows[0][1][1]):
        raise ListFileError("not-a-list")
    # a list without headings, in the usual order
    return [_from_cells(line, list(EXPORT_COLUMNS), cells) for line, cells in rows]


def _rows(text: str, delimiter: str, before: int) -> list[tuple[int, list[str]]]:
    """(line, cells) of each row that is not empty; ``before`` lines stand above the text."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    done = 0
    try:
        for cells in reader:
            line, done = before + done + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            if len(rows) > MOST_ROWS + HEADING_WITHIN:
                raise ListFileError("file-too-large")
    except csv.Error as error:
        raise ListFileError("not-a-list", str(error)) from error
    return rows


def _from_cells(line: int, columns: list[str], cells: list[str]) -> Candidate:
    values: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and column != "enabled":
            values.setdefault(column, _plain(cell))
    network = values.get("network", "").casefold()
    url, handle = values.get("url", ""), values.get("handle", "")
    if url and not handle and not _looks_like_address(url):
        url, handle = "", url  # one column for both: "url or handle"
    if not network and url:
        network = "feed"
    return _candidate(line, values.get("name", ""), network, url, handle, values.get("owner", ""))


def _candidate(line: int, name: str, network: str, url: str, handle: str, owner: str) -> Candidate:
    """An account with its server in it ("@seoul@mastodon.example") also says where to ask."""
    network = network_name(network)
    name, owner = " ".join(name.split()), " ".join(owner.split())
    url = _whole_address(network, url)
    found = _FULL_HANDLE.fullmatch(handle)
    if found and not url and _lives_on_servers(network):
        url = f"https://{found[1].lower()}"
    return Candidate(line, name, network, url, handle, owner)


def _whole_address(network: str, url: str) -> str:
    """An address as a program needs it, from how people write it: "www.city.example/rss", "feed:https://..."."""
    url = _FEED_SCHEME.sub(lambda found: "" if found[1] else "http://", url)
    if "://" not in url and _HOST.match(url) and _asked_over_the_web(network):
        return f"https://{url}"
    return url


def _asked_over_the_web(name: str) -> bool:
    try:
        return "https" in find_network(name).url_schemes
    except UnknownNetwork:
        return False


def _lives_on_servers(name: str) -> bool:
    try:
        network = find_network(name)
    except UnknownNetwork:
        return False
    return network.needs_url and "https" in network.url_schemes


def from_person(network: str, name: str, url: str, handle: str, owner: str) -> Candidate:
    """A row that somebody typed in instead of putting it into a file."""
    return _candidate(0, _plain(name), network, _plain(url), _plain(handle), _plain(owner))


def _plain(cell: str) -> str:
    """A cell as somebody meant it: without the apostrophe that keeps a spreadsheet from calculating."""
    cell = clean_text(cell).strip()
    if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r":
        return cell[1:]
    return cell


def _looks_like_address(text: str) -> bool:
    return "://" in text or ("." in text and "/" in text and not text.startswith("@"))


def _is_network(text: str) -> bool:
    try:
        find_network(network_name(_plain(text)))
    except UnknownNetwork:
        return False
    return True


def _parse_opml(data: bytes) -> list[Candidate]:
    from lxml import etree

    from connectors.feed.decode import mend_ampersands, to_utf8

    data = _PLAIN_DOCTYPE.sub(b"", data, count=1)  # one that only names a DTD is dropped and never read
    if re.search(rb"<!DOCTYPE|<!ENTITY", data, re.IGNORECASE):
        # A list of channels needs neither; what brings them is a bomb or reads files of this PC.
        raise ListFileError("not-a-list", "declares entities")
    # Korean programs write CP949 and call it euc-kr, and nobody escapes the ampersands of addresses.
    data = re.sub(rb"^\s*<\?xml\b[^>]*\?>", b"", to_utf8(data)[0])
    data = mend_ampersands(data.decode("utf-8", "replace")).encode()
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ListFileError("not-a-list", str(error)) from error
    if root is not None and root.getroottree().docinfo.doctype:
        raise ListFileError("not-a-list", "declares a document type")
    if root is None or etree.QName(root).localname.casefold() != "opml":
        raise ListFileError("not-a-list")
    found: list[Candidate] = []
    for outline in root.iter("*"):
        if etree.QName(outline).localname.casefold() != "outline":
            continue
        attributes = {str(name).casefold(): str(value) for name, value in outline.attrib.items()}
        kind = attributes.get("type", "").casefold()
        # OPML 1.1 calls it "url", which is also how it names pages and further lists
        url = _plain(attributes.get("xmlurl", "") or (attributes.get("url", "") if kind == "rss" else ""))
        name = _plain(attributes.get("title") or attributes.get("text") or "")
        if not url and (len(outline) or not kind):
            continue  # a folder
        found.append(
            _candidate(
                outline.sourceline or 0,
                name,
                _plain(attributes.get("network", "")) or "feed",
                url,
                _plain(attributes.get("handle", "")),
                _plain(attributes.get("owner", "")),
            )
        )
        if len(found) > MOST_ROWS:
            raise ListFileError("file-too-large")
    return found


def why_bad(row: Candidate) -> str:
    """A code of ``messages``, or "" for a row that can become a channel."""
    if not row.name:
        return "no-name"
    if any(len(value) > LONGEST_FIELD for value in (row.name, row.url, row.handle, row.owner)):
        return "too-long-field"
    try:
        network = find_network(row.network)
    except UnknownNetwork:
        return "unknown-network"
    if network.needs_url and not row.url:
        return "no-url"
    if row.url and not is_address(row.url, network.url_schemes):
        return "bad-url"
    return ""


def is_address(url: str, schemes: Collection[str]) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _shown(row: Candidate) -> str:
    where = channels.shown_address(row.url) or row.handle
    text = " · ".join(part for part in (row.name, row.network, where, row.owner) if part)
    return text if len(text) <= 160 else text[:159] + "…"


# --- importing ------------------------------------------------------------------------------------------


def import_candidates(tx: Tx, good: Iterable[Candidate], bad: Iterable[BadRow]) -> ImportReport:
    """For ``Store.write``: all good rows in one transaction; a channel that is there already is a bad row."""
    added: list[int] = []
    refused = list(bad)
    known = channels.known_channels(tx)
    for row in good:
        try:
            added.append(
                channels.add_channel(
                    tx,
                    network=row.network,
                    name=row.name,
                    url=row.url,
                    handle=row.handle,
                    owner=row.owner,
                    known=known,
                )
            )
        except DuplicateChannel:
            refused.append(BadRow(row.line, "duplicate-channel", _shown(row)))
    return ImportReport(tuple(added), tuple(sorted(refused, key=lambda row: row.line)))


async def import_channels(store: Any, path: str | os.PathLike[str], *, actor: str = "") -> ImportReport:
    """Read a file and add its good rows. Raises ListFileError, WorkspaceError."""
    import asyncio

    good, bad = await asyncio.to_thread(read_file, path)
    return await asyncio.wrap_future(store.write(import_candidates, good, bad, actor=actor))


# --- writing --------------------------------------------------------------------------------------------


def to_csv(rows: Iterable[channels.ChannelRow]) -> bytes:
    """With a byte order mark, so that Excel reads Korean; formulas defused."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(EXPORT_COLUMNS)
    for row in rows:
        writer.writerow([_defused(str(getattr(row, column))) for column in EXPORT_COLUMNS])
    return out.getvalue().encode("utf-8-sig", "replace")


def _defused(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def to_opml(rows: Iterable[channels.ChannelRow]) -> bytes:
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "서울소셜미디어센터"
    body = etree.SubElement(root, "body")
    for row in rows:
        values = {
            "type": "rss" if row.network == "feed" else row.network,
            "text": row.name,
            "title": row.name,
            "xmlUrl": row.url,
            "network": row.network,
            "handle": row.handle,
            "owner": row.owner,
        }
        outline = etree.SubElement(body, "outline")
        for name, value in values.items():
            if value:
                outline.set(name, clean_text(value))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def export_channels(rows: Iterable[channels.ChannelRow], path: str | os.PathLike[str]) -> int:
    """Write all rows as OPML (``.opml``, ``.xml``) or else CSV; returns how many. The file is written whole
    or not at all. Raises ListFileError."""
    rows = list(rows)
    target = Path(path)
    data = to_opml(rows) if target.suffix.lower() in (".opml", ".xml") else to_csv(rows)
    scratch = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        scratch.write_bytes(data)
        os.replace(scratch, target)
    except OSError as error:
        with contextlib.suppress(OSError):  # there may be no such folder either
            scratch.unlink(missing_ok=True)
        raise ListFileError("file-unwritable", str(error)) from error
    return len(rows)
