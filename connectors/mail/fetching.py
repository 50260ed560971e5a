"""Mails out of the selected folder: heads and structure first, then only the parts that hold words.

Owns what is asked for of a mail, and how much of it is in memory at once.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from connectors.base import Malformed, Refused
from connectors.mail import parse, parts, words
from connectors.mail.imap import Imap
from connectors.mail.parse import Mail
from connectors.mail.parts import Part
from connectors.mail.words import Value

log = logging.getLogger(__name__)

AT_ONCE = 25
LONGEST_PART = 1_000_000
"""Bytes of one text part that are fetched; larger ones are cut there."""

LONGEST_MAIL = 1_500_000
"""Bytes of all parts of one mail that are fetched, and of a mail without a usable structure."""

MOST_PARTS = 20
WHOLE = ("",)
HEADS = f"(UID FLAGS INTERNALDATE RFC822.SIZE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS ({parse.READ_HEADERS})])"


@dataclass(frozen=True, slots=True)
class Found:
    uid: int
    flags: frozenset[str]
    received_ms: int | None
    head: dict[str, list[bytes]]
    mail: Mail | None  # None: it could not be read

    @property
    def state(self) -> str:
        return state_of(self.flags)


def state_of(flags: Collection[str]) -> str:
    """A mail that somebody marked as deleted is still there and can be brought back."""
    if "\\deleted" in flags:
        return "hidden"
    return "spam" if "$junk" in flags and "$notjunk" not in flags else "published"


async def read(imap: Imap, uids: Sequence[int]) -> list[Found]:
    found: list[Found] = []
    for start in range(0, len(uids), AT_ONCE):
        found += await _read_some(imap, uids[start : start + AT_ONCE])
    return found


async def _read_some(imap: Imap, uids: Sequence[int]) -> list[Found]:
    try:
        return await _read(imap, uids)
    except Refused as error:
        # Some servers refuse a whole list for one mail that they cannot take apart.
        log.warning("mails could not be fetched together: %s", error.code)
        if len(uids) == 1:
            return [Found(uids[0], frozenset(), None, {}, None)]
        return [found for uid in uids for found in await _read_some(imap, [uid])]


async def _read(imap: Imap, uids: Sequence[int]) -> list[Found]:
    heads = await fetch(imap, uids, HEADS)
    trees = {uid: _tree(items.get("BODYSTRUCTURE")) for uid, items in heads.items()}
    plans: dict[tuple[str, ...], list[int]] = {}
    for uid, items in heads.items():
        plans.setdefault(_sections(trees[uid], head_in(items)), []).append(uid)
    bodies: dict[int, dict[str, Value]] = {}
    for sections, some in plans.items():
        if sections and sections != WHOLE:
            asked = " ".join(f"BODY.PEEK[{section}]<0.{LONGEST_PART}>" for section in sections)
            bodies |= await fetch(imap, some, f"(UID {asked})")
    # Without a usable structure, or where its parts do not come, the mail is read from its bytes.
    for uid in [uid for sections, some in plans.items() if sections for uid in some]:
        if not any(_is_body(name) and value for name, value in bodies.get(uid, {}).items()):
            whole = (await fetch(imap, [uid], f"(UID BODY.PEEK[]<0.{LONGEST_MAIL}>)")).get(uid, {})
            if isinstance(whole.get("BODY[]"), bytes):
                trees[uid], bodies[uid] = None, whole
    return [_found(uid, items, trees[uid], bodies.get(uid, {})) for uid, items in sorted(heads.items())]


async def fetch(imap: Imap, uids: Collection[int], items: str) -> dict[int, dict[str, Value]]:
    """Items by UID. Servers tell of other mails in between, and of one mail in several answers."""
    if not uids:
        return {}
    answer = await imap.command("UID", "FETCH", words.uid_set(uids), items)
    found: dict[int, dict[str, Value]] = {}
    for line in answer.of("FETCH"):
        values = words.fetched(line)
        uid = words.whole(values.get("UID"))
        if uid in uids:
            found.setdefault(uid, {}).update(values)
    return found


def _is_body(name: str) -> bool:
    return name.startswith("BODY[") and not name.startswith("BODY[HEADER")


def head_in(items: dict[str, Value]) -> dict[str, list[bytes]]:
    for name, value in items.items():
        if name.startswith("BODY[HEADER") and isinstance(value, bytes):
            return parts.head_of(value)
    return {}


def _tree(value: Value) -> Part | None:
    try:
        return parts.from_structure(value)
    except Malformed as error:
        log.info("a mail without a structure: %s", error)
        return None


def _sections(tree: Part | None, head: dict[str, list[bytes]]) -> tuple[str, ...]:
    """What has to be fetched: the words, and of a delivery report what it says of which mail."""
    if tree is None:
        return WHOLE
    found: list[str] = []
    room = LONGEST_MAIL
    for leaf in tree.walk():
        if leaf.is_words and room > 0:
            found.append(leaf.path)
            room -= min(leaf.size, LONGEST_PART)
    if tree.kind == "multipart/report" or parse.automatic(head) == "bounce":
        for leaf in tree.walk():
            if leaf.kind in ("message/delivery-status", "text/rfc822-headers"):
                found.append(leaf.path)
            elif leaf.kind == "message/rfc822":
                found.append(f"{leaf.path}.HEADER")
    return tuple(found[:MOST_PARTS])


def _found(uid: int, items: dict[str, Value], tree: Part | None, body: dict[str, Value]) -> Found:
    head = head_in(items)
    mail = None
    try:
        contents = {
            name[5:-1].removesuffix(".HEADER"): value
            for name, value in body.items()
            if name.startswith("BODY[") and isinstance(value, bytes)
        }
        tree = parts.from_bytes(contents.get("", b"")) if tree is None else parts.filled(tree, contents)
        mail = parse.read_mail(head, tree)
    except (Malformed, ValueError, RecursionError) as error:
        log.warning("a mail could not be read: %s", type(error).__name__)
    flags = words.flags(items.get("FLAGS"))
    return Found(uid, flags, words.internal_ms(items.get("INTERNALDATE")), head, mail)
