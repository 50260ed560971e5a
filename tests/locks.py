"""The locks that this process holds on a workspace, as the kernel tells them. They guard its memory."""

from __future__ import annotations

import os
from pathlib import Path

LOCKS = Path("/proc/locks")


def held(path: Path) -> set[str]:
    """Which of the workspace's files are locked by this process: "" for the file itself, "-shm"."""
    found = set()
    for ending in ("", "-shm"):
        file = Path(f"{path}{ending}")
        inode = str(file.stat().st_ino) if file.exists() else ""
        for line in LOCKS.read_text().splitlines():
            words = line.split()
            if words[1] == "POSIX" and words[4] == str(os.getpid()) and words[5].split(":")[-1] == inode:
                found.add(ending)
    return found
