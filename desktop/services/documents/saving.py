"""A document on the disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path


class DocumentError(Exception):
    """A document could not be written; what stood there before is untouched. ``code``: see ``messages``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


def save(path: str | os.PathLike[str], data: bytes) -> None:
    """Write beside the target, then rename: a full disk or a kill leaves the old file or none. Raises
    DocumentError."""
    target = Path(path)
    scratch = ""
    try:
        handle, scratch = tempfile.mkstemp(prefix=".seoul-smc-", suffix=".part", dir=target.parent)
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(scratch, _usual_mode(target))
        os.replace(scratch, target)
    except (OSError, ValueError) as error:
        if scratch:
            Path(scratch).unlink(missing_ok=True)
        full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise DocumentError("document-disk-full" if full else "document-unwritable", str(error)) from error


def _usual_mode(target: Path) -> int:
    """What a file made the ordinary way would have; a temporary one is for its owner only."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
