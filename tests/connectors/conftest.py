"""Servers for the tests of the connectors."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from connectors.base import ConnectorError
from tests.servers.fakecity import FakeCity, Reply
from tests.servers.fakecity.fixtures import city, http, impatient
from tests.servers.fixtures import bluesky, fake_mastodon, mastodon_mock_server, wordpress

__all__ = ["bluesky", "city", "fake_mastodon", "http", "impatient", "mastodon_mock_server", "wordpress"]


@pytest.fixture
def page(city: FakeCity) -> str:
    return city.route(
        "/page", Reply(200, "본문 ".encode() * 1000, {"Content-Type": "text/plain", "ETag": 'W/"1"'})
    )


async def failure(action: object) -> ConnectorError:
    """The connector error that awaiting the action raises."""
    with pytest.raises(ConnectorError) as caught:
        await action  # type: ignore[misc]
    return caught.value


# Tests never time: a busy machine is no failure.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
