"""The fake city and a client for it as pytest fixtures; a ``conftest.py`` imports those it needs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from connectors.http import Http, Timeouts
from tests.servers.fakecity import FakeCity


@pytest.fixture
def city() -> Iterator[FakeCity]:
    with FakeCity() as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    """A client with short patience: a test that waits for a limit waits for half a second."""
    client = Http(timeouts=Timeouts(connect=5, read=0.5, total=1.0))
    yield client
    await client.aclose()
