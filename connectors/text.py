"""Citizens' HTML to plain text, and how long a text is by a network's own rule.

Pure functions: nothing is loaded, nothing is executed, no network is known. Most texts are plain or use a
handful of simple tags; those never meet an HTML parser, because thousands of them are read in one round.
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from connectors.base import LengthRule

LONGEST_HTML = 4_000_000
"""Characters of HTML that are looked at; what follows is cut off."""

# --- HTML -----------------------------------------------------------------------------------------------

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".split())
_LINES = frozenset(
    "address article aside body caption center dd details div dt fieldset figcaption figure footer form "
    "header hr html legend li main nav option section summary tbody tfoot thead tr".split()
)
_DROPPED = frozenset(
    "applet audio button canvas embed frame frameset head iframe math noembed noframes noscript object "
    "script select style svg template textarea title video -comment !doctype".split()
)
_INLINE = (
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr"
).split()

# What a tag without meaningful attributes turns into, where no parser is needed.
# The end of a block and the start of the next become one line end, while two ``br`` are an empty line.
_LINE, _PARAGRAPH, _KEPT = "\x1e", "\x1d", "\x1f"
_SIMPLE: dict[str, str] = {"br": "\n", "li": _LINE + "- ", "td": "", "th": ""}
_SIMPLE |= {name: _PARAGRAPH for name in _PARAGRAPHS - {"pre"}}
_SIMPLE |= {name: _LINE for name in _LINES - {"li"}}
_SIMPLE |= dict.fromkeys(_INLINE, "")
_SIMPLE |= {"/" + name: text for name, text in _SIMPLE.items() if name != "br"}
del _SIMPLE["ol"], _SIMPLE["/ol"]  # its items have numbers, and a parser has to count them
_SIMPLE |= {"/li": _LINE, "/br": "\n", "/td": " ", "/th": " "}

# Quoted values may not hold < or >: so the pattern never looks at a character twice, whatever is sent. It has
# two groups: the name, and whatever else stands in the tag.
_TAG = re.compile(
    r"""<(/?[a-zA-Z][a-zA-Z0-9]*)((?:[\s/][^<>"']*(?:"[^"<>]*"[^<>"']*|'[^'<>]*'[^<>"']*)*)?)>"""
)
_MARKUP_LEFT = re.compile(r"<[a-zA-Z/!?]")
_HIDDEN = re.compile(r"display\s*:\s*none|\bhidden\b", re.I)
_ESCAPED_TAGS = re.compile(
    r"&lt;/?(?:p|br|div|span|a|b|strong|em|img|ul|ol|li|table|tr|td|h[1-6]|font)(?:\s|/|&gt;)", re.I
)
_ENTITY_LEFT = re.compile(
    r"&(?:lt|gt|quot|amp|apos|nbsp|middot|hellip|[lr]squo|[lr]dquo|#\d{2,5}|#x[0-9a-f]{2,4});", re.I
)
_BREAKS = re.compile(r"[\n\x1d\x1e][ \n\x1d\x1e]*")


def to_text(source: str, base: str = "", *, twice: bool = False) -> str:
    """HTML as lines of plain text: blocks and ``br`` become lines, ``li`` "- " or its number; scripts and
    styles vanish.

    A link whose text differs from its address keeps it as "text (address)"; relative addresses are joined to
    ``base`` and left out where there is none. ``twice``: the source is known to escape things twice here and
    there, as feeds do, so what still looks escaped is opened once more; elsewhere it is what somebody typed.
    Never fails and never loads anything. The result is not yet NFC: ``clean_text`` does that.
    """
    if "<" not in source or not _MARKUP_LEFT.search(source):  # "3 < 5" is no tag, and line ends are ones
        if "&" not in source:
            return _tidy_plain(source)
        if twice and _ESCAPED_TAGS.search(source):
            return to_text(html.unescape(source), base, twice=True)
        return _open_entities(_tidy_plain(source), twice=twice)
    source = source[:LONGEST_HTML]
    text = _simple(source, twice=twice)
    return text if text is not None else _parsed(source, base, twice=twice)


def _tidy_plain(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def _simple(source: str, *, twice: bool) -> str | None:
    """The text of HTML that only has simple tags; None where a parser must look at it."""
    if (
        not source.isprintable() or "  " in source
    ):  # most texts have no line end and no blanks to be closed up
        source = " ".join(source.split())
    # text, name, rest of the tag, text, name, ...: three steps through all tags instead of a call for each
    parts = _TAG.split(source.strip())
    names, rests = parts[1::3], parts[2::3]
    if any(rests) and any(_HIDDEN.search(rest) for rest in rests):
        return None
    try:
        parts[1::3] = [_SIMPLE[name] if name in _SIMPLE else _SIMPLE[name.lower()] for name in names]
    except KeyError:
        return None
    parts[2::3] = [""] * len(rests)
    text = "".join(parts)
    if "<" in text and _MARKUP_LEFT.search(text):
        return None
    return _tidy(text, twice=twice)


def _tidy(text: str, *, twice: bool) -> str:
    """Entities opened, and no more than one empty line anywhere."""
    if "\n" not in text and _LINE not in text:
        # nothing but paragraphs, as most texts: the same as below without a call for each of them
        paragraphs = [paragraph.strip(" ") for paragraph in text.split(_PARAGRAPH)]
        text = "\n\n".join([paragraph for paragraph in paragraphs if paragraph])
    else:
        text = _BREAKS.sub(_line_ends, text).replace(" \n", "\n")
    return _open_entities(text, twice=twice).strip()


def _line_ends(match: re.Match[str]) -> str:
    run = match.group()
    if len(run) == 1:
        return "\n" if run != _PARAGRAPH else "\n\n"
    run = run.replace(" ", "")
    empty_line = _PARAGRAPH in run or run.count("\n") > 1 or f"{_LINE}\n{_LINE}" in run
    return "\n\n" if empty_line else "\n"


def _open_entities(text: str, *, twice: bool) -> str:
    if "&" in text:
        text = html.unescape(text)
        if twice and "&" in text and _ENTITY_LEFT.search(text):
            text = html.unescape(text)
        text = text.replace("\xa0", " ")
    return text


def _parsed(source: str, base: str, *, twice: bool) -> str:
    from selectolax.lexbor import LexborHTMLParser

    try:
        root = LexborHTMLParser(source.encode("utf-8", "replace").decode("utf-8")).body
    except Exception:  # whatever the parser dislikes, the words are worth more than the markup
        root = None
    if root is None:
        return _tidy(_TAG.sub(" ", source), twice=twice)
    out = _Lines(base)
    node: Any = root
    while node is not None:
        child = out.enter(node)
        if child is not None:
            node = child
            continue
        while node is not None:
            out.leave(node)
            if node.mem_id == root.mem_id:
                node = None
                break
            following = node.next
            if following is not None:
                node = following
                break
            node = node.parent
    return out.text(twice=twice)


class _Lines:
    """Collects the text of a tree that is walked without recursion, however deep somebody nests it."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._parts: list[str] = []
        self._pre = 0
        self._lists: list[int | None] = []  # number of the next item; None where the list has none
        self._links: list[tuple[int, str, bool]] = []  # (first part, address, address is to be shown)

    def enter(self, node: Any) -> Any:
        """Take in what a node says; its first child where the children are to be read too."""
        tag = node.tag
        if tag == "-text":
            self._words(node.text_content or "")
            return None
        if tag in _DROPPED:
            return None
        attributes = node.attributes if tag not in ("br", "body") else {}
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            return None
        if tag == "br":
            self._parts.append("\n")
        elif tag == "img":
            self._words(attributes.get("alt") or "")
        elif tag == "a":
            self._links.append((len(self._parts), *self._address(attributes)))
        elif tag == "pre":
            self._pre += 1
        if tag in _PARAGRAPHS:
            self._parts.append(_PARAGRAPH)
        elif tag in _LINES:
            self._parts.append(_LINE + self._mark(attributes) if tag == "li" else _LINE)
        if tag in ("ol", "ul"):
            start = attributes.get("start") or ""
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            self._lists.append(number if tag == "ol" else None)
        return node.child

    def _mark(self, attributes: dict[str, str | None]) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        said = attributes.get("value") or ""
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else number
        self._lists[-1] = number + 1
        return f"{number}. "

    def leave(self, node: Any) -> None:
        tag = node.tag
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in _PARAGRAPHS:
            self._parts.append(_PARAGRAPH)
        elif tag in _LINES:
            self._parts.append(_LINE)
        elif tag in ("td", "th"):
            self._parts.append(" ")
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag == "a" and self._links:
            start, address, shown = self._links.pop()
            said = "".join(self._parts[start:]).strip()
            if address and not said:
                return
            if shown and address and _bare(said) != _bare(address):
                self._parts.append(f" ({address})")

    def _words(self, text: str) -> None:
        if self._pre:
            text = text.replace("\n", _KEPT)
        else:
            # spaces around a word matter, how many there are does not
            before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
            text = before + " ".join(text.split()) + after
        self._parts.append(text)

    def _address(self, attributes: dict[str, str | None]) -> tuple[str, bool]:
        href = (attributes.get("href") or "").strip()
        classes = (attributes.get("class") or "").split()
        if self._base and not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href):
            try:
                href = urljoin(self._base, href) if href and not href.startswith("#") else ""
            except ValueError:
                href = ""
        shown = "mention" not in classes and "hashtag" not in classes
        return (href if href.lower().startswith(("http://", "https://")) else ""), shown

    def text(self, *, twice: bool) -> str:
        text = _BREAKS.sub(_line_ends, re.sub(r"(?<=\S)  +", " ", "".join(self._parts)))
        text = text.replace(" \n", "\n").replace(_KEPT, "\n").replace("\xa0", " ").strip()
        return html.unescape(text) if twice and "&" in text and _ENTITY_LEFT.search(text) else text


def _bare(address: str) -> str:
    """An address as people write it: without scheme, www and last slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/…")


# --- length ---------------------------------------------------------------------------------------------

_URL = re.compile(r"https?://[^\s<>\"]+", re.I)
_REMOTE_MENTION = re.compile(
    r"(?<![=/\w])@([a-zA-Z0-9_]+(?:[.-]+[a-zA-Z0-9_]+)*)@[\w]+(?:[.-]+[\w]+)*(?::\d+)?"
)


def measure(text: str, rule: LengthRule) -> int:
    """The length of a text as the network counts it.

    Where a rule counts addresses with a fixed length in graphemes, it is Mastodon's: then "@user@host" counts
    as "@user" too (mastodon.md section 8). "weighted" is X's way (``connectors.weighted``), "emoji-bytes"
    that of Threads: an emoji counts as its UTF-8 bytes, everything else as one (threads.md section 5).
    """
    if rule.unit == "weighted":
        from connectors.weighted import weighted_length

        return weighted_length(text, 23 if rule.url_length is None else rule.url_length)
    fixed = 0
    if rule.url_length is not None and "://" in text:
        text, fixed = _without_urls(text, rule.url_length)
    if rule.unit == "graphemes":
        if rule.url_length is not None and "@" in text:
            text = _REMOTE_MENTION.sub(r"@\1", text)
        return fixed + graphemes(text)
    if rule.unit == "bytes":
        return fixed + len(text.encode("utf-8", "replace"))
    if rule.unit == "emoji-bytes" and not text.isascii():
        return fixed + sum(len(c.encode("utf-8", "replace")) if _emoji(c) else len(c) for c in clusters(text))
    return fixed + len(text)


def _emoji(cluster: str) -> bool:
    return any(_kind(char) in (_PICTURE, _FLAG) or char in "\ufe0f\u20e3" for char in cluster)


def _without_urls(text: str, each: int) -> tuple[str, int]:
    kept: list[str] = []
    fixed = position = 0
    for match in _URL.finditer(text):
        address = match.group().rstrip(".,!?;:'\")]}。、")
        if "." not in address.partition("://")[2]:
            continue
        # the space keeps what stood before and after the address from growing together
        kept += [text[position : match.start()], "\n"]
        position = match.start() + len(address)
        fixed += each - 1
    return "".join([*kept, text[position:]]), fixed


def graphemes(text: str) -> int:
    """How many characters a person sees: extended grapheme clusters (Unicode UAX 29)."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(1 for _ in _starts(text))


def clusters(text: str) -> list[str]:
    """The text cut into what a person sees as single characters."""
    starts = [*_starts(text), len(text)]
    return [text[a:b] for a, b in pairwise(starts)]


_OTHER, _EXTEND, _ZWJ, _CONTROL, _FLAG, _L, _V, _T, _LV, _LVT, _PICTURE, _CR, _LF = range(13)


def _kind(char: str) -> int:
    """The class of a character by UAX 29, as far as it matters for where clusters end."""
    code = ord(char)
    if code < 0x300:
        if code >= 0x20 and code not in (0xA9, 0xAE, 0xAD) and not 0x7F <= code < 0xA0:
            return _OTHER
        return {0x0D: _CR, 0x0A: _LF, 0xA9: _PICTURE, 0xAE: _PICTURE}.get(code, _CONTROL)
    if 0xAC00 <= code <= 0xD7A3:
        return _LV if (code - 0xAC00) % 28 == 0 else _LVT
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return _L
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return _V
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return _T
    if code == 0x200D:
        return _ZWJ
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _FLAG
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F or code in (0x200C, 0xFF9E, 0xFF9F):
        return _EXTEND
    if 0x1F000 <= code <= 0x1FAFF or char in "\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299":
        return _PICTURE
    category = unicodedata.category(char)
    if category[0] == "M":
        return _EXTEND
    if category in ("Cc", "Cf", "Zl", "Zp", "Cs"):
        return _CONTROL
    return _PICTURE if category == "So" and 0x2190 <= code <= 0x2BFF else _OTHER


_JOINS = {(_CR, _LF)}
_JOINS |= {(_L, other) for other in (_L, _V, _LV, _LVT)}
_JOINS |= {(left, right) for left in (_LV, _V) for right in (_V, _T)}
_JOINS |= {(left, _T) for left in (_LVT, _T)}


def _starts(text: str) -> list[int]:
    """Where each cluster begins."""
    starts: list[int] = []
    before = -1
    picture = joined = False  # the cluster began with a picture; its last character is a joiner after it
    flags = 0
    for position, char in enumerate(text):
        kind = _kind(char)
        if kind in (_EXTEND, _ZWJ) and before not in (-1, _CONTROL, _CR, _LF):
            joined = kind == _ZWJ and picture
            before = kind
            continue
        grows = (
            (before, kind) in _JOINS
            or (kind == _PICTURE and joined)
            or (kind == _FLAG and before == _FLAG and flags % 2 == 1)
        )
        flags = flags + 1 if kind == _FLAG else 0
        if not grows:
            starts.append(position)
        picture, joined, before = kind == _PICTURE, False, kind
    return starts


def looks_like_html(text: str) -> bool:
    """Whether a text that starts here is a web page: a login form or a notice of maintenance."""
    head = text[:1000].lstrip("\ufeff \t\r\n").lower()
    while head.startswith("<!--"):
        _, found, rest = head.partition("-->")
        if not found:
            break
        head = rest.lstrip()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<center"))
