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
from desktop.services.connections import UnknownNetwork, find_network

MOST_BYTES = 20_000_000
LONGEST_FIELD = 2000
MOST_ROWS = 20_000

_HEADERS = {
    "name": ("name", "title", "text", "이름", "채널", "채널명", "채널 이름", "제목"),
    "network": ("network", "type", "platform", "매체", "매체명", "종류", "플랫폼"),
    "url": ("url", "xmlurl", "address", "link", "주소", "링크", "url 또는 계정", "url or handle"),
    "handle": ("handle", "account", "id", "계정", "아이디"),
    "owner": ("owner", "department", "담당", "담당부서", "담당 부서", "부서", "소관", "소관부서"),
    "enabled": ("enabled", "사용"),
}
_FULL_HANDLE = re.compile(r"@?[\w.-]+@((?:[\w-]+\.)+[\w-]{2,})")
_NICKNAMES = {
    "feed": ("rss", "atom", "피드"),
    "x": ("twitter", "트위터", "엑스", "x(twitter)", "x(트위터)", "트위터(x)"),
    "facebook": ("페이스북", "페북", "facebookpage"),
    "instagram": ("인스타",),
    "threads": ("쓰레드", "스레즈"),
    "youtube": ("유투브",),
    "naver_blog": ("blog", "블로그", "네이버블로그"),
    "naver_band": ("band", "밴드", "네이버밴드"),
    "naver_cafe": ("cafe", "카페", "네이버카페"),
    "kakao_channel": ("kakao", "kakaotalk", "카카오", "카카오톡", "카카오톡채널", "카카오채널"),
    "mail": ("email", "e-mail", "imap", "이메일", "전자우편", "메일"),
    "manual": ("phone", "전화", "직접입력"),
}
_ALSO_CALLED = {nickname: name for name, nicknames in _NICKNAMES.items() for nickname in nicknames}
"""How lists of Korean offices call the networks, without blanks."""

_COLUMN = {header: column for column, headers in _HEADERS.items() for header in headers}
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
    first = text.lstrip().partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns: list[str] | None = None
    found: list[Candidate] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = [_COLUMN.get(cell.strip().strip("\ufeff").casefold(), "") for cell in cells]
                if "name" in columns and ("url" in columns or "handle" in columns or "network" in columns):
                    continue
                columns = list(EXPORT_COLUMNS)  # a list without headings, in the usual order
                if len(cells) < 3 or not _is_network(cells[1]):
                    raise ListFileError("not-a-list")
            found.append(_from_cells(line, columns, cells))
            if len(found) > MOST_ROWS:
                raise ListFileError("file-too-large")
    except csv.Error as error:
        raise ListFileError("not-a-list", str(error)) from error
    return found


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
    network = _network_name(network)
    found = _FULL_HANDLE.fullmatch(handle)
    if found and not url and _lives_on_servers(network):
        url = f"https://{found[1].lower()}"
    return Candidate(line, name, network, url, handle, owner)


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


def _network_name(text: str) -> str:
    """Staff write the Korean or English name as well: "워드프레스", "RSS"."""
    from connectors.registry import networks

    wanted = text.strip().casefold()
    wanted = _ALSO_CALLED.get(wanted.replace(" ", ""), wanted)
    for network in networks():
        if wanted in (network.name, network.label_ko.casefold(), network.label_en.casefold()):
            return network.name
    return wanted


def _is_network(text: str) -> bool:
    try:
        find_network(_network_name(_plain(text)))
    except UnknownNetwork:
        return False
    return True


def _parse_opml(data: bytes) -> list[Candidate]:
    from lxml import etree

    from connectors.feed.decode import mend_ampersands, to_utf8

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
    for outline in root.iter("{*}outline", "outline"):
        attributes = {str(name).casefold(): str(value) for name, value in outline.attrib.items()}
        url = _plain(attributes.get("xmlurl", ""))
        name = _plain(attributes.get("title") or attributes.get("text") or "")
        kind = attributes.get("type", "").casefold()
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
