"""Mail from files: .eml, an mbox (Google Takeout, Thunderbird), a folder of them or a zip of .eml files.

Reads one mail at a time, however large the file is. Whose mailbox it was is not known here, so nothing is
marked as the city's own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from connectors.base import Batch, Malformed, Post, unread
from connectors.mail import parse

AT_ONCE = 100
LONGEST_MAIL = 60_000_000
MOST_FILES = 500_000
_SUFFIXES = (".eml", ".mbox", ".mbx")

NOT_MAIL = (
    "메일(.eml)도 메일함(mbox)도 들어 있지 않습니다. 바꾼 것은 없습니다. / "
    "It holds neither mails (.eml) nor a mailbox (mbox). Nothing was changed."
)


def read_backup(path: Path) -> Iterator[Batch]:
    """Posts of all mails that people wrote. Raises Malformed: there is no mail in it."""
    posts: list[Post] = []
    broken = count = 0
    try:
        for data in _mails(path):
            count += 1
            try:
                mail = parse.from_bytes(data)
            except Malformed:
                broken += 1
                continue
            if not mail.automatic and mail.author.address:
                posts.append(parse.post_of(mail, parent_id=mail.parents[0] if mail.parents else ""))
            if len(posts) >= AT_ONCE:
                yield Batch(tuple(posts), more=True)
                posts = []
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Malformed(f"a backup that cannot be read: {type(error).__name__}", "backup") from None
    if not count:
        raise Malformed(NOT_MAIL, "backup")
    yield Batch(tuple(posts), damaged=unread(broken, "메일", "mails"))


def _mails(path: Path) -> Iterator[bytes]:
    if path.is_dir():
        for found in sorted(path.rglob("*"))[:MOST_FILES]:
            if found.is_file() and not found.is_symlink() and found.suffix.lower() in _SUFFIXES:
                yield from _mails(found)
        return
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for info in packed.infolist()[:MOST_FILES]:
                if info.filename.lower().endswith(".eml"):
                    with packed.open(info) as file:
                        yield file.read(LONGEST_MAIL)
                elif info.filename.lower().endswith((".mbox", ".mbx")):
                    with packed.open(info) as file:
                        yield from _split(file)
        return
    with path.open("rb") as file:
        if file.read(5) == b"From ":
            file.seek(0)
            yield from _split(file)
            return
        file.seek(0)
        data = file.read(LONGEST_MAIL)
    if path.suffix.lower() == ".eml" or _looks_like_mail(data):
        yield data


def _looks_like_mail(data: bytes) -> bool:
    head = data[:20_000].lower()
    return b"\nfrom:" in b"\n" + head and (b"\nsubject:" in b"\n" + head or b"\nmessage-id:" in b"\n" + head)


def _split(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The mails of an mbox: each begins with "From " after an empty line; ">From " was quoted (mboxrd)."""
    mail: list[bytes] = []
    size, empty, begun = 0, True, False
    for line in lines:
        if empty and line.startswith(b"From "):
            if begun and mail:
                yield b"".join(mail)
            mail, size, begun, empty = [], 0, True, False
            continue
        empty = not line.strip()
        if line.startswith(b">") and line.lstrip(b">").startswith(b"From "):
            line = line[1:]
        size += len(line)
        if size <= LONGEST_MAIL:
            mail.append(line)
    if begun and mail:
        yield b"".join(mail)
