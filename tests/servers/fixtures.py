"""The servers as pytest fixtures. A ``conftest.py`` imports those it needs.

Each real server is started once in a test run, however many folders ask for it.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.atproto import Bluesky
from tests.servers.fake_mastodon import FakeMastodon
from tests.servers.mastodon import MastodonMock
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


@functools.cache
def running_bluesky() -> Bluesky:
    """The one Bluesky of this test run; every test makes accounts of its own there."""
    folder = Path(tempfile.mkdtemp(prefix="smc-bluesky-"))
    server = Bluesky(folder)

    def stop() -> None:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return server.start()


@pytest.fixture(scope="session")
def bluesky() -> Bluesky:
    return running_bluesky()


@functools.cache
def running_mastodon_mock() -> MastodonMock:
    folder = Path(tempfile.mkdtemp(prefix="smc-mastodon-"))
    server = MastodonMock(folder)

    def stop() -> None:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return server.start()


@pytest.fixture(scope="session")
def mastodon_mock_server() -> MastodonMock:
    return running_mastodon_mock()


@pytest.fixture
def fake_mastodon() -> Iterator[FakeMastodon]:
    """A server of its own for each test."""
    server = FakeMastodon().start()
    yield server
    server.stop()
