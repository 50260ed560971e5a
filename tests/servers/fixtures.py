"""The servers as pytest fixtures. A ``conftest.py`` imports those it needs.

Each real server is started once in a test run, however many folders ask for it.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.servers.wordpress import WordPressServer


@functools.cache
def running_wordpress() -> WordPressServer:
    """The one WordPress of this test run; stopped when the run ends."""
    folder = Path(tempfile.mkdtemp(prefix="smc-wordpress-"))
    server = WordPressServer(folder)

    def stop() -> None:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    server.start()
    return server


@pytest.fixture(scope="session")
def wordpress() -> WordPressServer:
    return running_wordpress()
