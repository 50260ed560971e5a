"""What every test gets: a home of its own, no real screen, keyring or proxy of the person who runs the tests.

Only hygiene lives here. Servers are in ``tests/servers/``, fixtures of a part in that part's folder.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

_PRIVATE = ("DATA", "CONFIG", "STATE")
_home = tempfile.TemporaryDirectory(prefix="smc-tests-")

# At import, because Qt, fontconfig and platformdirs look once, before any fixture runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(HOME=_home.name, XDG_CACHE_HOME=f"{_home.name}/cache", LANG="C.UTF-8", QT_API="pyside6")
for name in list(os.environ):
    inherited = name.startswith("LC_") or name.lower().endswith("_proxy")
    if inherited or name in ("LANGUAGE", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND"):
        del os.environ[name]
for kind in _PRIVATE:
    os.environ[f"XDG_{kind}_HOME"] = f"{_home.name}/{kind.lower()}"


@pytest.fixture(autouse=True)
def private_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data, configuration and state folders, empty for each test and never the developer's own."""
    home = tmp_path_factory.mktemp("home")
    for kind in _PRIVATE:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home
