"""Runs every promise over every network that makes it. Servers are in ``tests/servers/``."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import AsyncIterator

import pytest

from connectors.base import Network
from connectors.http import Http, Timeouts
from connectors.registry import network as network_of
from tests.conformance.stand import Stand
from tests.conformance.suite import SUBJECTS, Channel, Clock, leaks, stand_module, stands_for

_NOT_OURS = ("tests.", "asyncio", "aiosmtpd", "mail.log")
"""Loggers of servers and of Python itself; what the program logs is all the rest."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    module = metafunc.module.__name__.rpartition("test_")[2]
    if module in SUBJECTS and "network" in metafunc.fixturenames:
        names = stands_for(metafunc.function.__name__.removeprefix("test_"))
        metafunc.parametrize("network", [network_of(name) for name in names], ids=names)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
async def stand(network: Network) -> AsyncIterator[Stand]:
    module = stand_module(network.name)
    assert module is not None
    stand: Stand = await module.open_stand()
    yield stand
    stand.heal()
    await stand.aclose()


@pytest.fixture
async def http(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Http]:
    monkeypatch.setattr(random, "uniform", lambda low, high: 0.0)  # how long a second attempt waits
    http = Http(clock=clock, timeouts=Timeouts(connect=20, read=20, total=40))
    yield http
    await http.aclose()


@pytest.fixture
async def impatient(clock: Clock) -> AsyncIterator[Http]:
    """Gives up at once, for answers that never come."""
    http = Http(clock=clock, timeouts=Timeouts(connect=20, read=0.2, total=0.4), retries=0)
    yield http
    await http.aclose()


@pytest.fixture
async def channel(
    network: Network, stand: Stand, http: Http, clock: Clock, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Channel]:
    """The city's channel. Whatever a promise does with it, no secret may reach the log."""
    caplog.set_level(logging.DEBUG)
    channel = Channel(network, stand, http, clock)
    yield channel
    await channel.aclose()
    for record in caplog.get_records("call"):
        if not record.name.startswith(_NOT_OURS):
            assert not list(leaks(record.getMessage(), channel.secrets)), f"{record.name} logs a secret"
