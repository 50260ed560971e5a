"""Where the program keeps things: the user's data folder, the default workspace, logs and shipped resources.

Owns every file location that is not chosen by the user. Knows nothing of what is inside those files.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

PROGRAM = "seoul-smc"


def data_dir() -> Path:
    """The user's own folder for this program; made by whoever first writes into it."""
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False)


def log_dir() -> Path:
    from platformdirs import user_log_path

    return user_log_path(PROGRAM, appauthor=False)


def config_dir() -> Path:
    from platformdirs import user_config_path

    return user_config_path(PROGRAM, appauthor=False)


def default_workspace_url() -> str:
    return workspace_url(data_dir() / "workspace.db")


def workspace_url(path: str | os.PathLike[str]) -> str:
    from urllib.parse import quote

    return "sqlite:///" + quote(Path(path).absolute().as_posix(), safe="/:")


def workspace_file(url: str) -> Path:
    """The file behind a workspace address or path. Raises WorkspaceError for any other kind of address."""
    from desktop.models.opening import workspace_path

    return Path(workspace_path(url))


def resource(name: str) -> Path:
    """A file shipped with the program ("fonts/…", "icons/…"), in the source tree and in the built program."""
    return _resources(getattr(sys, "_MEIPASS", None)) / name


@cache
def _resources(built_into: str | None) -> Path:
    root = Path(built_into) if built_into else Path(__file__).resolve().parents[2]
    return root / "resources"


def has_display() -> bool:
    """Only Linux can be without one: there Qt would end the program instead of raising an error."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
