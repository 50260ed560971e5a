"""How X counts the length of a text (x.md section 6): addresses as 23, emoji as two, Hangul as two each.

Pure; part of ``connectors.text.measure``. Also finds the addresses themselves, because they cost extra.
"""

from __future__ import annotations

import re
import unicodedata

from connectors.text import clusters
from connectors.tlds import TLDS

_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""What weighs one; everything else weighs two."""

LONGEST_LABEL = 63

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_BEFORE = "(?<![A-Za-z0-9@\uff20$#\uff03])"
"""No address begins within a word, a name or a tag."""

_WITH_SCHEME = re.compile(_BEFORE + r"https?://(?P<host>(?:[\w-]+\.)+[\w-]+)", re.I)
_WITHOUT = re.compile(_BEFORE + rf"(?<![-_./{_LATIN}])(?P<host>(?:[{_LATIN}0-9-]+\.)+[{_LATIN}0-9-]+)", re.I)

_IN_PATH = rf"{_LATIN}\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&"
_AFTER_HOST = re.compile(
    rf"(?P<port>:[0-9]+)?(?P<path>/(?:[{_IN_PATH}]|\([{_IN_PATH}]*(?:\([{_IN_PATH}]+\))?[{_IN_PATH}]*\))*)?"
)
_PATH_END = re.compile(rf"[^{_LATIN}\u0400-\u04ff0-9+\-=_#/)]+\Z")
_QUERY = re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]", re.I)

_MARKS_AN_EMOJI = frozenset("\ufe0f\u20e3")
_NEVER_EMOJI = frozenset("\ufe0e")


def weighted_length(text: str, url_length: int = 23) -> int:
    """The length of a text in X's characters."""
    text = unicodedata.normalize("NFC", text)
    total = position = 0
    for start, end in addresses(text):
        total += _weigh(text[position:start]) + url_length
        position = end
    return total + _weigh(text[position:])


def addresses(text: str) -> list[tuple[int, int]]:
    """Where the addresses stand that X makes links of: with http(s), or a domain with a known ending."""
    found: list[tuple[int, int]] = []
    position = 0
    while text.find(".", position) >= 0:
        matches = [m for m in (_WITH_SCHEME.search(text, position), _WITHOUT.search(text, position)) if m]
        if not matches:
            break
        match = min(matches, key=lambda m: m.start())
        end = _end_of_host(text, match.start("host"), match.group("host"))
        if end is None:
            position = match.end("host")
            continue
        position = _end_of_address(text, end)
        found.append((match.start(), position))
    return found


def _end_of_host(text: str, start: int, host: str) -> int | None:
    """Where a host ends, at the last of its labels that is a known ending; None where there is none."""
    labels = host.split(".")
    end = start + len(host)
    for last in range(len(labels) - 1, 0, -1):
        before = end - len(labels[last])
        known = _known_ending(labels[last])
        if known and not re.match(r"[0-9A-Za-z@+-]", text[before + known : before + known + 1]):
            return before + known if _are_labels(labels[:last]) else None
        end = before - 1
    return None


def _are_labels(labels: list[str]) -> bool:
    """Whether these can be the names in front of an ending: at most 63 letters of ASCII or punycode each."""
    return "_" not in labels[-1] and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    if not label or label.strip("-_") != label or len(label) > LONGEST_LABEL:
        return False
    return label.isascii() or len(label.encode("punycode")) + len("xn--") <= LONGEST_LABEL


def _known_ending(label: str) -> int:
    """How many characters of a label are a top-level domain: Korean words follow without a space."""
    if label[:1].isascii():
        name = re.match(r"(?:xn--[a-z0-9-]+|[a-z]*)", label, re.I)
        length = name.end() if name else 0
        whole = label[:length].lower()
        return length if whole in TLDS or (whole.startswith("xn--") and length > 4) else 0
    for length in range(min(len(label), LONGEST_LABEL), 1, -1):
        if label[:length].lower() in TLDS:
            return length
    return 0


def _end_of_address(text: str, end: int) -> int:
    match = _AFTER_HOST.match(text, end)
    if match is not None and match.group("path"):
        end = match.start("path") + len(_PATH_END.sub("", match.group("path")))
    elif match is not None:
        end = match.end()
    query = _QUERY.match(text, end)
    return query.end() if query else end


def _weigh(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if _is_emoji(cluster) else sum(map(_weight, cluster)) for cluster in clusters(text))


def _weight(char: str) -> int:
    code = ord(char)
    return 1 if any(first <= code <= last for first, last in _LIGHT) else 2


def _is_emoji(cluster: str) -> bool:
    if len(cluster) == 1 or _NEVER_EMOJI & set(cluster):
        return cluster in "\u00a9\u00ae" and len(cluster) == 1
    first = ord(cluster[0])
    if first >= 0x1F000:
        return True
    return bool(_MARKS_AN_EMOJI & set(cluster)) or "\u200d" in cluster or 0x2190 <= first <= 0x2BFF
