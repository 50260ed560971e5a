"""Bytes of a feed to a tree of elements, whatever encoding and markup the server claims (rss_atom.md, 5).

Nothing outside the document is ever read: no DTD, no entity, no network.
"""

from __future__ import annotations

import codecs
import html
import re
from typing import Any

from lxml import etree

from connectors.base import Malformed
from connectors.text import looks_like_html

_CONTROLS = bytes(range(9)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20)) + b"\x7f"
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*\?>\s*")
_DECLARED = re.compile(rb"""<\?xml\b[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_NEIGHBOURS = frozenset({"shift_jis", "cp932", "euc_jp", "gb2312", "gbk", "gb18030", "big5"})
_ROOT = re.compile(rb"<\?xml\b|<(?:[A-Za-z]+:)?(?:rss|feed|RDF)[\s>]")

# A CDATA section or a comment is stepped over as a whole, also one that never ends. A "<" that begins no tag
# is one that somebody wrote ("A < B").
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?![^\W\d]|[/!?:])|&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?",
    re.S,
)
# What an element of text holds between its own tags, and where an item begins or ends.
_TEXT_EDGE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(/?)((?:\w+:)?(?:title|description|summary|encoded))(\s[^<>]*)?>"
    r"|(?P<item></?(?:\w+:)?(?:item|entry)(?:\s[^<>]*)?>)",
    re.S,
)
_RUN = re.compile(rb"[^<>\r\n]+")
_SAMPLE = 50_000
"""Bytes that are enough to tell damaged UTF-8 from another encoding."""

_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_XML_ENTITY = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:amp|lt|gt|quot|apos);", re.S)


def to_utf8(body: bytes, charset: str = "") -> tuple[bytes, str]:
    """(the document as clean UTF-8 without byte order mark, what was broken or "").

    Declarations lie, bytes do not: strict UTF-8 first, then CP949, which contains EUC-KR. ``charset`` from
    the Content-Type and the document's own claim count only where both fail.
    """
    damage = ""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or body[:4] in (b"<\0?\0", b"\0<\0?"):
        wide = "utf-16" if body[0] > 0xF0 else ("utf-16-le" if body[0] else "utf-16-be")
        body = body.decode(wide, "replace").encode("utf-8", "replace")
    body = body.removeprefix(codecs.BOM_UTF8)
    try:
        # final=False: a document cut off within its last character is still UTF-8
        codecs.utf_8_decode(body, "strict", False)
    except UnicodeDecodeError:
        text, damage = _legacy(body, charset)
        body = text.encode("utf-8", "replace")
    body = body.translate(None, _CONTROLS)
    if b"\xef\xbf\xbe" in body or b"\xef\xbf\xbf" in body:
        body = body.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")
    return body, damage


def _legacy(body: bytes, charset: str) -> tuple[str, str]:
    sample = body[:_SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    letters = len(sample) - len(sample.encode("ascii", "ignore")) - broken
    if letters > 20 * broken:
        return _piecewise(body), "encoding"  # with characters cut in two by a column that was too short
    declared = _DECLARED.search(body[:1000])
    own = _codec(declared[1].decode() if declared else "")
    # CP949 would take most bytes of the neighbours' encodings too; nobody claims those by mistake
    order = [own, "cp949"] if own in _NEIGHBOURS else ["cp949", own]
    for name in (*order, _codec(charset)):
        try:
            if name:
                return body.decode(name), ""
        except UnicodeDecodeError:
            continue
    return _piecewise(body), "encoding"


def _piecewise(body: bytes) -> str:
    """A document of several sources, each in its own encoding: a template in CP949 around texts in UTF-8."""
    return _RUN.sub(lambda found: _piece(found[0]), body).decode("utf-8", "replace")


def _piece(data: bytes) -> bytes:
    """In UTF-8 whatever it was in."""
    if data.isascii():
        return data
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = sum(not letter.isascii() for letter in text) - broken
    # one character cut in two leaves the others whole
    return (text if letters > 2 * broken else data.decode("cp949", "replace")).encode()


def _codec(name: str) -> str:
    """Python's name of a text encoding; "" for one that it does not know."""
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    return info.name if info is not None and info._is_text_encoding else ""  # noqa: SLF001


def to_tree(body: bytes) -> tuple[Any, str]:
    """(root element, what was broken or ""). ``body`` comes from ``to_utf8``.

    Raises Malformed: "empty", "html" (a web page), "not-a-feed".
    """
    body = body.strip()
    if not body:
        raise Malformed("an empty answer", "empty")
    start = body[:2000].decode("utf-8", "replace")
    if looks_like_html(start):
        raise Malformed("a web page instead of a feed", "html")
    if not _ROOT.match(body):
        # a comment, a warning of PHP or nothing that is a feed
        found = _ROOT.search(body, 0, 50_000)
        if found is None:
            raise Malformed(
                "neither RSS nor Atom", "html" if b"<html" in body[:50_000].lower() else "not-a-feed"
            )
        body = body[found.start() :]
    declaration = _DECLARATION.match(body)
    if declaration:
        body = body[declaration.end() :]
    body = _without_doctype(body)
    try:
        return _checked(etree.fromstring(body, _parser(recover=False))), ""
    except etree.XMLSyntaxError:
        pass
    body = mend_ampersands(body.decode("utf-8", "replace")).encode()
    try:
        return _checked(etree.fromstring(body, _parser(recover=False))), ""
    except etree.XMLSyntaxError:
        pass
    body = _tags_as_text(body.decode("utf-8", "replace")).encode()
    try:
        return _checked(etree.fromstring(body, _parser(recover=False))), ""
    except etree.XMLSyntaxError:
        pass
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(_by_number(body), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise Malformed("nothing in it can be read as XML", "not-a-feed")
    serious = [e for e in parser.error_log if e.domain_name != "NAMESPACE"]
    return _checked(root), "markup" if serious else ""


def _parser(*, recover: bool) -> Any:
    return etree.XMLParser(
        recover=recover,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _checked(root: Any) -> Any:
    name = local_name(root.tag).lower()
    if name not in ("rss", "feed", "rdf"):
        raise Malformed(f"the root element is {name[:40]}", "html" if name == "html" else "not-a-feed")
    return root


def local_name(tag: Any) -> str:
    """The name of an element without its namespace, also where the prefix was never declared."""
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _without_doctype(body: bytes) -> bytes:
    """The document without its DTD: entities that nobody declares cannot grow, nor fetch anything."""
    start = body.find(b"<!DOCTYPE", 0, 100_000)
    if start < 0 or b"<rss" in body[:start] or b"<feed" in body[:start]:
        return body
    end = body.find(b">", start)
    bracket = body.find(b"[", start, end if end > 0 else None)
    if bracket > 0:
        closing = re.compile(rb"\]\s*>").search(body, bracket)
        end = closing.end() - 1 if closing else -1
    if end < 0:
        raise Malformed("a document type without end", "not-a-feed")
    return body[:start] + body[end + 1 :]


def mend_ampersands(text: str) -> str:
    """HTML's entities as characters, and every other bare ampersand escaped; CDATA stays as it is."""
    return _AMPERSAND.sub(_mended, text)


def is_cut_off(body: bytes) -> bool:
    """Whether a document ends within an item."""
    begin = max(body.rfind(b"<item"), body.rfind(b"<entry"), body.rfind(b":entry"))
    return begin >= 0 and re.search(rb"</(?:\w+:)?(?:item|entry)\b", body[begin:]) is None


def _tags_as_text(text: str) -> str:
    """Tags inside titles and texts as characters: one ``<br>`` that nobody closes would swallow all that
    follows it. Atom's XHTML stays as it is, and so does a text that is not closed in its own item."""
    pieces: list[str] = []
    done, open_name = 0, ""
    for edge in _TEXT_EDGE.finditer(text):
        closing, name, attributes, item = edge.groups()
        if item:
            open_name = ""
        elif open_name:
            if name is not None and not (closing and name == open_name):
                continue
            pieces.append(text[done : edge.start()].replace("<", "&lt;"))
            pieces.append(edge.group())
            done = edge.end()
            open_name = open_name if name is None else ""
        elif name is not None and not closing and not (attributes or "").endswith("/"):
            if "xhtml" in (attributes or ""):
                continue
            pieces.append(text[done : edge.end()])
            done, open_name = edge.end(), name
    return "".join(pieces) + text[done:]


def _by_number(body: bytes) -> bytes:
    """The document with XML's own entities as numbers.

    Behind its first error libxml2 leaves out every entity that has a name: ``a=1&amp;b=2`` would become
    ``a=1b=2``, another address and so another post.
    """

    def numbered(match: re.Match[bytes]) -> bytes:
        whole = match.group()
        return whole if whole.startswith(b"<") else b"&#%d;" % ord(html.unescape(whole.decode()))

    return _XML_ENTITY.sub(numbered, body)


def _mended(match: re.Match[str]) -> str:
    whole = match.group()
    if whole == "<":
        return "&lt;"
    if whole[0] == "<":
        return whole
    decimal, hexadecimal, name = match.groups()
    if decimal or hexadecimal:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        return whole if _storable(code) else ""
    if name is None:
        return "&amp;"
    if name in _XML_ENTITIES:
        return whole
    character = html.unescape(whole)
    # html.unescape also knows entities without a semicolon: those are parts of addresses here
    return (
        character
        if len(character) <= 2 and "&" not in character and "<" not in character
        else f"&amp;{whole[1:]}"
    )


def _storable(code: int) -> bool:
    return (
        code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    )
