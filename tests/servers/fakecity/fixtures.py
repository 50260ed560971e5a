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
    """A client with more patience than any busy machine needs."""
    client = Http(timeouts=Timeouts(connect=20, read=30, total=60))
    yield client
    await client.aclose()


@pytest.fixture
async def impatient() -> AsyncIterator[Http]:
    """A client for tests that wait for a time limit: it gives up at once."""
    client = Http(timeouts=Timeouts(connect=20, read=0.2, total=0.4), retries=0)
    yield client
    await client.aclose()
