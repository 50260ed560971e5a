"""The files of a backup, in a folder or a zip, as names and bytes. Nothing is unpacked onto the disk.

What no honest backup holds is refused whole, in one sentence: links, names that lead out of the backup,
files without end.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from connectors.base import Malformed

MOST_FILES = 400_000
DEEPEST = 12
LARGEST_ARCHIVE = 4_000_000_000

LINK = (
    "백업 안에 다른 곳을 가리키는 링크가 있어 읽지 않았습니다. / "
    "The backup holds a link to somewhere else and was not read."
)
ESCAPE = (
    "백업 안의 파일 이름이 백업 밖을 가리켜 읽지 않았습니다. / "
    "A file in the backup has a name that leads out of it; nothing was read."
)
TOO_MANY = (
    "백업에 파일이 너무 많거나 폴더가 너무 깊어 읽지 않았습니다. / "
    "The backup has too many files or its folders are too deep; it was not read."
)
TOO_LARGE = "파일이 너무 커서 읽지 않았습니다 / the file is too large to be read"
UNREADABLE = "파일을 읽을 수 없습니다 / the file cannot be read"
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
NO_ARCHIVE = "압축 파일을 열 수 없습니다. / The archive cannot be opened."


class Hostile(Malformed):
    """No honest backup: nothing of it is read."""


class Tree(Protocol):
    """``names`` are relative, with "/" between folders, and come folder by folder in their order. ``root`` is
    what stands in front of them, as far as it may say whose backup it is."""

    root: str

    def names(self) -> Iterator[str]: ...

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]: ...


def read(tree: Tree, name: str, most: int) -> bytes:
    """One file's bytes; Malformed with code "too-large" where there are more than ``most``."""
    # The size that an archive states may be a lie: what is counted is what comes out.
    try:
        with tree.open(name) as file:
            data = file.read(most + 1)
    except BROKEN:
        raise Malformed(UNREADABLE) from None
    if len(data) > most:
        raise Malformed(TOO_LARGE, "too-large")
    return data


def open_tree(path: Path) -> Tree:
    """Raises Malformed: there is neither a folder nor a zip."""
    if path.is_dir():
        return Folder(path)
    if path.is_file() and zipfile.is_zipfile(path):
        return Archive(path)
    raise Malformed(
        "백업 폴더나 zip 파일이 아닙니다. / This is neither the folder of a backup nor a zip file."
    )


class Folder:
    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self.root = "/".join(self._path.parts[-2:])

    def names(self) -> Iterator[str]:
        left = MOST_FILES
        for name in self._below(self._path, "", 0):
            left -= 1
            if left < 0:
                raise Hostile(TOO_MANY)
            yield name

    def _below(self, folder: Path, before: str, depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            raise Hostile(TOO_MANY)
        with os.scandir(folder) as found:
            entries = []
            for entry in found:
                is_folder = entry.is_dir(follow_symlinks=False)
                entries.append((entry.name, is_folder, is_folder or entry.is_file(follow_symlinks=False)))
                if len(entries) > MOST_FILES:
                    raise Hostile(TOO_MANY)
        for name, is_folder, is_real in sorted(entries):
            if not is_real:  # a link, or a pipe that would be waited for
                raise Hostile(LINK)
            if is_folder:
                yield from self._below(folder / name, f"{before}{name}/", depth + 1)
            else:
                yield before + name

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        # Looked at again: what was a file when it was listed may be a link or a pipe by now.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        flags |= getattr(os, "O_BINARY", 0)
        number = os.open(self._path / name, flags)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise Hostile(LINK)
        return os.fdopen(number, "rb")


class Archive:
    def __init__(self, path: Path) -> None:
        self.root = path.stem
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise Malformed(NO_ARCHIVE) from None
        if len(entries) > MOST_FILES or sum(e.file_size for e in entries) > LARGEST_ARCHIVE:
            raise Hostile(TOO_MANY)
        self._entries = {}
        for entry in entries:
            parts = PurePosixPath(entry.filename.replace("\\", "/"))
            if parts.is_absolute() or ".." in parts.parts or ":" in (parts.parts or ("",))[0]:
                raise Hostile(ESCAPE)
            if stat.S_ISLNK(entry.external_attr >> 16):
                raise Hostile(LINK)
            if len(parts.parts) > DEEPEST + 1:
                raise Hostile(TOO_MANY)
            if not entry.is_dir():
                self._entries[str(parts)] = entry

    def names(self) -> Iterator[str]:
        return iter(sorted(self._entries, key=lambda name: name.split("/")))

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return self._zip.open(self._entries[name])
