"""The parts of a mail: which there are, which of them are the words and which are files.

Pure. The tree comes from the bytes of a whole mail or from the BODYSTRUCTURE of an IMAP server; from there on
both are the same. Files are named and never loaded.
"""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from connectors.base import LONGEST_TEXT, Malformed, Media, clean_text
from connectors.mail.charset import decode, open_transfer, parameter, split_parameters
from connectors.mail.words import Value, whole
from connectors.text import to_text

MOST_PARTS = 200
DEEPEST = 50
MOST_FILES = 30
LONGEST_NAME = 200

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


@dataclass(frozen=True, slots=True)
class Part:
    """``path`` as IMAP numbers it ("1.2"); ``content`` is None while it is not loaded, else opened bytes."""

    path: str
    kind: str
    children: tuple[Part, ...] = ()
    parameters: Mapping[str, bytes] | None = None
    encoding: str = ""
    attached: bool = False
    name: str = ""
    size: int = 0
    content: bytes | None = None

    @property
    def is_words(self) -> bool:
        return self.kind in ("text/plain", "text/html") and not self.attached

    def walk(self) -> Iterator[Part]:
        """All parts without children."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.walk()


def filled(part: Part, contents: Mapping[str, bytes]) -> Part:
    """The tree with the contents of those paths, as they came from the server."""
    if part.children:
        return replace(part, children=tuple(filled(child, contents) for child in part.children))
    if part.path not in contents:
        return part
    return replace(part, content=open_transfer(contents[part.path], part.encoding))


# --- from the bytes of a mail -------------------------------------------------------------------------------


def from_message(message: email.message.Message, path: str = "", depth: int = 0) -> Part:
    raw = {name.lower(): _raw(value) for name, value in reversed(list(message.raw_items()))}
    kind, parameters = split_parameters(raw.get("content-type", b""))
    disposition, more = split_parameters(raw.get("content-disposition", b""))
    inner = message.get_payload()
    if isinstance(inner, list) and kind.startswith("multipart/") and depth < DEEPEST:
        children = tuple(
            from_message(child, f"{path}.{n}".lstrip("."), depth + 1)
            for n, child in enumerate(inner[:MOST_PARTS], 1)
            if isinstance(child, email.message.Message)
        )
        return Part(path, kind, children, parameters)
    if isinstance(inner, list):
        first = inner[0] if inner and kind == "message/rfc822" else None
        content: bytes = first.as_bytes() if isinstance(first, email.message.Message) else b""
    else:
        encoding = decode(raw.get("content-transfer-encoding", b"")).strip().lower()
        if encoding in ("base64", "quoted-printable"):
            content = open_transfer(_raw(inner), encoding)
        else:
            payload = message.get_payload(decode=True)
            content = payload if isinstance(payload, bytes) else b""
    if kind == "message/delivery-status" and isinstance(inner, list):
        blocks = [block for block in inner if isinstance(block, email.message.Message)]
        content = b"\n".join(_head_lines(block) for block in blocks)
    return Part(
        path or "1",
        kind if "/" in kind and not kind.startswith("multipart/") else "text/plain",
        (),
        parameters,
        "",
        disposition == "attachment",
        _name(more, parameters),
        len(content),
        content,
    )


def _head_lines(block: email.message.Message) -> bytes:
    return b"".join(name.encode() + b": " + _raw(value) + b"\n" for name, value in block.raw_items())


def _raw(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogateescape")


def head_of(data: bytes) -> dict[str, list[bytes]]:
    """Raw header values by their names in small letters. Never fails."""
    found: dict[str, list[bytes]] = {}
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    for line in re.split(rb"\r?\n(?![ \t])", head):
        name, colon, value = line.partition(b":")
        if colon and name.strip() and b" " not in name.strip():
            found.setdefault(name.strip().decode("ascii", "replace").lower(), []).append(value.strip())
    return found


def from_bytes(data: bytes) -> Part:
    """Raises Malformed."""
    try:
        return from_message(email.message_from_bytes(data, policy=email.policy.compat32))
    except (
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        AssertionError,
    ) as error:
        raise Malformed(f"a mail that cannot be read: {type(error).__name__}", "mail") from None


# --- from a BODYSTRUCTURE -----------------------------------------------------------------------------------


def from_structure(value: Value, path: str = "", depth: int = 0) -> Part:
    """RFC 3501 section 7.4.2. Raises Malformed: some servers answer with a broken one."""
    if not isinstance(value, list) or not value or depth > DEEPEST:
        raise Malformed("a structure that cannot be read", "mail")
    if isinstance(value[0], list):
        children = []
        for number, child in enumerate([v for v in value if isinstance(v, list)][:MOST_PARTS], 1):
            if child is not value[number - 1]:
                break  # the lists behind the subtype are parameters
            children.append(from_structure(child, f"{path}.{number}".lstrip("."), depth + 1))
        rest = value[len(children) :]
        subtype = _word(rest[0]) if rest else "mixed"
        return Part(path, f"multipart/{subtype}", tuple(children), _pairs(rest[1] if len(rest) > 1 else None))
    if len(value) < 7:
        raise Malformed("a structure that cannot be read", "mail")
    kind = f"{_word(value[0])}/{_word(value[1])}"
    parameters = _pairs(value[2])
    # What follows depends on the kind: lines of a text; envelope, structure and lines of a mail.
    at = 8 if kind.startswith("text/") else 10 if kind == "message/rfc822" else 7
    disposition = value[at + 1] if len(value) > at + 1 and isinstance(value[at + 1], list) else []
    more = _pairs(disposition[1]) if len(disposition) > 1 else {}
    return Part(
        path or "1",
        kind,
        (),
        parameters,
        _word(value[5]),
        bool(disposition) and _word(disposition[0]) == "attachment",
        _name(more, parameters),
        whole(value[6]),
    )


def _word(value: Value) -> str:
    return value.decode("ascii", "replace").strip().lower() if isinstance(value, bytes) else ""


def _pairs(value: Value) -> dict[str, bytes]:
    if not isinstance(value, list):
        return {}
    pairs = zip(value[::2], value[1::2], strict=False)
    return {_word(name): text for name, text in pairs if isinstance(name, bytes) and isinstance(text, bytes)}


def _name(disposition: Mapping[str, bytes], content: Mapping[str, bytes]) -> str:
    """A file's name without any path: it is shown, and somebody may save under it."""
    name = parameter(disposition, "filename") or parameter(content, "name")
    name = re.sub(r'[\x00-\x1f<>:"|?*\u202a-\u202e\u2066-\u2069]', "", re.split(r"[/\\]", name)[-1]).strip(
        ". "
    )
    if len(name) > LONGEST_NAME:
        stem, dot, end = name.rpartition(".")
        name = (
            f"{stem[: LONGEST_NAME - len(end) - 1]}{dot}{end}" if 0 < len(end) < 10 else name[:LONGEST_NAME]
        )
    return name


# --- words and files ----------------------------------------------------------------------------------------


def words_of(part: Part) -> str:
    """What the mail says as plain text: of alternatives the plain one, unless it is empty or a stub."""
    if not part.children:
        return _leaf_words(part)
    if part.kind in ("multipart/related", "multipart/report"):
        return words_of(part.children[0])
    if part.kind == "multipart/alternative":
        said = [(child.kind, words_of(child)) for child in part.children]
        plain = next((text for kind, text in said if kind == "text/plain" and text), "")
        rich = next((text for kind, text in reversed(said) if kind != "text/plain" and text), "")
        # "이 메일은 HTML 메일입니다": a plain part that says next to nothing of what the other one says
        return rich if not plain or len(rich) > 4 * len(plain) + 300 else plain
    return "\n\n".join(text for child in part.children if (text := words_of(child)))


def _leaf_words(part: Part) -> str:
    if not part.is_words or part.content is None:
        return ""
    parameters = part.parameters or {}
    label = parameters.get("charset", b"").decode("ascii", "replace")
    if part.kind == "text/html":
        found = _META_CHARSET.search(part.content[:4000])
        if not label and found:
            label = found[1].decode("ascii", "replace")
        return clean_text(to_text(decode(part.content, label))).strip()
    text = decode(part.content, label).replace("\r\n", "\n").replace("\r", "\n")
    if parameters.get("format", b"").lower() == b"flowed":
        text = unflowed(text, delete_space=parameters.get("delsp", b"").lower() == b"yes")
    return clean_text(text)[:LONGEST_TEXT].strip("\n\ufeff").rstrip()


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Lines that were only wrapped joined again (RFC 3676)."""
    out: list[list[str]] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        joined = depth == open_depth and words != "-- "
        if not joined:
            out.append([">" * depth + " " if depth else ""])
        out[-1].append(words[:-1] if soft and delete_space else words)
        open_depth = depth if soft else -1
    return "\n".join("".join(pieces) for pieces in out)


def files_of(part: Part) -> tuple[Media, ...]:
    """Pictures and files by their names. They have no address in the web, and nothing here loads them."""
    found: list[Media] = []
    for leaf in part.walk():
        if leaf.is_words or leaf.kind in _SIGNATURES or leaf.kind.startswith("multipart/"):
            continue
        family = leaf.kind.partition("/")[0]
        kind = family if family in ("image", "video", "audio") else "file"
        found.append(Media(kind, "", leaf.name or leaf.kind))
    return tuple(found[:MOST_FILES])
